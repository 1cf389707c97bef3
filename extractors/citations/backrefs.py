"""Back-references: 'Nghị định này', 'Chỉ thị trên', and short names that a text declares itself.

They point to a document that stands elsewhere in the text; where none of that type stands before them, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractors.citations.atoms import TYPE_WORD, one_of, pattern, whole_words
from extractors.citations.found import Found
from extractors.registry import registry

_BACK = pattern(
    rf"(?P<type>{TYPE_WORD}) (?:(?P<this>này)|nêu trên|nói trên|kể trên|trên đây|trên|nêu tại khoản \d)"
    r"(?! (?:cơ sở|địa bàn|phạm vi|toàn|cả nước|tinh thần|\d))(?!\w)"
)
# A back-reference reaches over so many citations.
_REACH = 200
# "các Nghị quyết nêu trên" points to several documents at once.
_PLURAL = pattern(r"(?:các|những|hai|ba|bốn|\d+) $", re.IGNORECASE)

# "(sau đây gọi tắt là Luật Giao dịch điện tử 2005)", "(viết tắt là …)"
_DECLARED = pattern(rf"(?:gọi|viết) (?:tắt|chung)?~là[:\s]+[“\"]?(?P<alias>{TYPE_WORD} [^)”\";\n]{{1,80}}?)[”\"]?~\)")


def find_back(text: str, own_type: str | None, before: list[Found]) -> Iterator[Found]:
    """Find 'Quyết định này' and 'Nghị quyết nêu trên'.

    'này' is the document itself, or a cited document of that type where the document is of another; 'trên' is one cited
    document before it.

    Args:
        text: The text of a view.
        own_type: The document's own type; None where the text has no header.
        before: Citations in reading order.
    """
    for match in whole_words(_BACK, text):
        kind = registry().standard_type(match.group("type"))
        if kind is None:
            continue
        antecedent = _nearest(before, match.start(), kind) if own_type != kind or not match.group("this") else None
        if not match.group("this"):
            if antecedent and not _PLURAL.search(text, max(0, match.start() - 8), match.start()):
                yield Found(*match.span(), "document_above", 0.8, type=kind, kind="anaphor", antecedent=antecedent)
        elif own_type is not None and antecedent:
            yield Found(*match.span(), "this_of_cited", 0.8, type=kind, kind="anaphor", antecedent=antecedent)
        else:
            yield Found(*match.span(), "this_document", 0.95, type=kind, kind="self", document="this")


def find_declared(text: str, before: list[Found]) -> Iterator[Found]:
    """Find short names declared behind a citation, and every later use of them.

    'Luật Khoa học, Công nghệ và Đổi mới sáng tạo (sau đây gọi tắt là Luật KHCN)' makes 'Luật KHCN' that law.
    """
    names: dict[str, Found] = {}
    for match in _DECLARED.finditer(text):
        index = bisect_left(before, match.start(), key=lambda found: found.start) - 1
        owner = before[index] if index >= 0 else None
        if owner is not None and owner.end <= match.start() and match.start() - owner.tail < 40:
            names.setdefault(" ".join(match.group("alias").split()), owner)
    if not names:
        return
    for match in whole_words(pattern(rf"{one_of(tuple(names))}(?!\w)(?!\s?[/-]\s?[A-ZĐ\d])"), text):
        owner = names[" ".join(match.group().split())]
        if match.start() > owner.start:
            yield Found(*match.span(), "declared_name", 0.9, type=owner.type, kind="alias", antecedent=owner)


def _nearest(before: list[Found], position: int, kind: str) -> Found | None:
    """Give the citation of that type that ends last before a place."""
    index = bisect_left(before, position, key=lambda found: found.start)
    same = (
        f
        for f in reversed(before[max(0, index - _REACH) : index])
        if f.type == kind and f.kind in ("plain", "unresolved")
    )
    nearest = next(same, None)
    return nearest if nearest is None or nearest.kind == "plain" else None
