"""Back-references: 'Nghị định này', 'Chỉ thị trên', and short names that a text declares itself.

They point to a document that stands elsewhere in the text; where none of that type stands before them, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.citations.atoms import TYPE_WORD, one_of, pattern, whole_words
from extractors.citations.found import Found
from extractors.registry import registry

_CAPITAL_TYPE = rf"(?P<type>{TYPE_WORD})"
_THIS = pattern(rf"{_CAPITAL_TYPE} này(?!\w)")
_ABOVE = pattern(
    rf"{_CAPITAL_TYPE} (?:nêu trên|nói trên|kể trên|trên đây|trên|"
    rf"nêu tại khoản \d)(?! (?:cơ sở|địa bàn|phạm vi|toàn|cả nước|tinh thần|\d))(?!\w)"
)
# "các Nghị quyết nêu trên" points to several documents at once.
_PLURAL = pattern(r"(?:các|những|hai|ba|bốn|\d+) $", re.IGNORECASE)

# "(sau đây gọi tắt là Luật Giao dịch điện tử 2005)", "(viết tắt là …)"
_DECLARED = pattern(rf"(?:gọi|viết) (?:tắt|chung)?~là[:\s]+[“\"]?(?P<alias>{TYPE_WORD} [^)”\";\n]{{1,80}}?)[”\"]?~\)")


def find_this(text: str, own_type: str | None, before: list[Found]) -> Iterator[Found]:
    """Find 'Quyết định này': the document itself, or a cited document of that type where the document is another.

    Args:
        text: The text of a view.
        own_type: The document's own type; None where the text has no header.
        before: Citations in reading order.
    """
    for match in whole_words(_THIS, text):
        kind = _kind(match)
        if kind is None:
            continue
        found = Found(*match.span(), "this_document", 0.95, type=kind, kind="self", document="this")
        if own_type is not None and kind != own_type and (antecedent := _nearest(before, match.start(), kind)):
            found = Found(
                *match.span(),
                "this_of_a_cited_document",
                0.8,
                type=kind,
                kind="anaphor",
                antecedent=antecedent,
            )
        yield found


def find_above(text: str, before: list[Found]) -> Iterator[Found]:
    """Find 'Nghị quyết trên', 'Nghị định nêu trên' that point to one citation before them."""
    for match in whole_words(_ABOVE, text):
        kind = _kind(match)
        if kind is None or _PLURAL.search(text, max(0, match.start() - 8), match.start()):
            continue
        if antecedent := _nearest(before, match.start(), kind):
            yield Found(*match.span(), "document_above", 0.8, type=kind, kind="anaphor", antecedent=antecedent)


def find_declared(text: str, before: list[Found]) -> Iterator[Found]:
    """Find short names declared behind a citation, and every later use of them.

    'Luật Khoa học, Công nghệ và Đổi mới sáng tạo (sau đây gọi tắt là Luật KHCN)' makes 'Luật KHCN' that law.
    """
    names: dict[str, Found] = {}
    for match in _DECLARED.finditer(text):
        owner = next((f for f in reversed(before) if f.end <= match.start()), None)
        if owner is not None and match.start() - owner.tail < 40:
            names.setdefault(" ".join(match.group("alias").split()), owner)
    if not names:
        return
    for match in whole_words(pattern(rf"{one_of(tuple(names))}(?!\w)(?!\s?[/-]\s?[A-ZĐ\d])"), text):
        owner = names[" ".join(match.group().split())]
        if match.start() > owner.start:
            yield Found(*match.span(), "declared_name", 0.9, type=owner.type, kind="alias", antecedent=owner)


def _kind(match: re.Match[str]) -> str | None:
    word = match.group("type")
    return registry().standard_type(word)


def _nearest(before: list[Found], position: int, kind: str) -> Found | None:
    """Give the citation of that type that ends last before a place."""
    best = None
    for found in before:
        if found.start >= position:
            break
        if found.type == kind and found.kind == "plain":
            best = found
    return best
