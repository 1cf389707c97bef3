"""What an order names: provisions that it changes, the places beside them, and forms of annexes.

'Bổ sung khoản 4a vào sau khoản 4 Điều 7' changes khoản 4a, which it puts into Điều 7; 'Thay Mẫu số 01 bằng Mẫu số 02
kèm theo Nghị định này' changes the first form; 'sửa đổi theo khoản 1 Điều 2 Luật B' changes nothing by these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from legalkg.extractors.citations.pinpoints import named_provisions, rank
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.relations.amendments.orders import Order

Role = Literal["changed", "place", "other"]
"""What is changed; where something is put; what is only spoken of."""

_FORM_LABEL = r"\d+[A-ZĐa-zđ]?(?:[./-]\w+)*"
_FORMS = pattern(rf"(?<!\w)[Mm]ẫu(?: số)? {_FORM_LABEL}(?:(?:~,~| và |~,~và )(?:[Mm]ẫu (?:số )?)?{_FORM_LABEL})*")
_ONE_FORM = re.compile(_FORM_LABEL)
# "tên Điều", "tên của điều": the heading of the provision spoken of
_ITS_NAME = pattern(r"(?<!\w)(?:[Tt]ên|[Tt]iêu đề)(?: của)? [Đđ]iều(?! \d)(?!\w)")
ITS_ARTICLE = "dieu"
"""Path of the article whose name is changed, where it is not said which."""

# "đoạn mở đầu": of the provision that the heading above is about
_ITS_PART = pattern(
    r"(?<!\w)[Đđ]oạn (?:mở đầu|đầu|dẫn|cuối)(?! (?:của |tại )?(?:tiết|điểm|khoản|[Đđ]iều|mục|Phụ lục) )(?!\w)"
)
ITS_PART = "doan"
"""Path of a paragraph, where it is not said of what."""

_AS_CHANGED = pattern(r"(?:được|bị|đã) (?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)")
_CHANGED_ENDS = re.compile(r"[;)]")
_REFERS = pattern(
    r"(?<!\w)(?:theo(?: quy định)?(?: tại| của)?|căn cứ(?: vào)?|phù hợp với|dẫn chiếu(?: đến| tới)?|trừ) (?:các )?$"
)
_REPLACED_BY = pattern(r"(?<!\w)(?:bằng|thành)(?!\w)")
_WHERE = pattern(
    r"(?<!\w)(?:tại|ở|trong|của)(?: các)? $|(?<!\w)(?:tại|ở)(?: tên| tiêu đề| đoạn| nội dung)[^.;:]{0,40}$"
)
_BESIDE = pattern(r"(?<!\w)(?:(?:vào )?(?:ngay )?(?:phía )?(?:sau|trước|liền sau)|tiếp theo)(?: các)? $")
_INTO = pattern(r"(?<!\w)vào(?: cuối| đầu)?(?: của)?(?: các)? $")
# What may stand between a verb and what it surely changes.
_PLAIN = pattern(
    r"(?:[“”,;:\s]|(?<!\w)(?:cụm từ|từ|các|tại|ở|một số|nội dung|quy định|điều|khoản|điểm|tên|tiêu đề|của|thêm|bằng|"
    r"thành|vào|sau|trước|cuối|đầu|mở đầu|đoạn|câu|số|mục|toàn bộ|và|mẫu|dòng|gạch|thứ|nhất|hai|ba|tư)(?!\w))*"
)
_IN = pattern(r" (?:tại|trong|vào|thuộc|của|ở) $|^ $|^\($")


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of an order that names provisions, and what they are to it."""

    start: int
    end: int
    paths: tuple[str, ...]
    role: Role


def named(text: str, order: Order) -> list[Named]:
    """Return what an order names, in the order of the text."""
    start, end = order.named
    found: list[Named] = []
    position, told, replacing = start, False, False
    for first, last, paths in _expressions(text, start, end):
        gap = text[position:first]
        told = _is_told(gap, told)
        replacing = _replaces(gap, replacing)
        found.append(Named(first, last, paths, _role(gap, told or replacing, found, paths)))
        position = last
    return found


def _is_told(gap: str, told: bool) -> bool:
    """'Luật A [đã được sửa đổi theo khoản 1 Điều 2 Luật B]': told of, up to the end of the words."""
    if told and _CHANGED_ENDS.search(gap):
        told = False
    return told or _AS_CHANGED.search(gap) is not None


def _replaces(gap: str, replacing: bool) -> bool:
    """'bằng Mẫu số 01 kèm theo Nghị định này': what comes instead, until the text says where."""
    instead = [by.end() for by in _REPLACED_BY.finditer(gap)]
    if instead:
        return _WHERE.search(gap, instead[-1]) is None
    return replacing and _WHERE.search(gap) is None and ";" not in gap


def _role(gap: str, is_other: bool, before: list[Named], paths: tuple[str, ...]) -> Role:
    if is_other or _REFERS.search(gap):
        return "other"
    changed = any(one.role == "changed" for one in before)
    if _BESIDE.search(gap):
        return "place"
    if changed and _INTO.search(gap):
        return "place"
    if before and before[-1].role != "other" and _IN.fullmatch(gap) and _is_larger(paths, before[-1].paths):
        return "place"
    return "changed"


def _is_larger(paths: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    return bool(paths and inner) and bottom(paths[0]) < top(inner[-1])


def top(path: str) -> float:
    """Return the rank of the largest unit of a path."""
    return _rank(path.partition("__")[0])


def bottom(path: str) -> float:
    """Return the rank of the smallest unit of a path."""
    return _rank(path.rpartition("__")[2])


def _rank(step: str) -> float:
    return 0.5 if step.startswith("mau_so_") else rank(step) if step != ITS_ARTICLE else 5.5


def above(path: str, limit: float) -> str:
    """Return the units of a path that are larger than a rank."""
    return "__".join(
        step for step in path.split("__") if step not in ("", ITS_ARTICLE, ITS_PART) and _rank(step) < limit
    )


def _expressions(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    found = [(one.start, one.end, one.eids) for one in named_provisions(text, start, end)]
    for match in _FORMS.finditer(text, start, end):
        labels = _ONE_FORM.findall(match.group())
        found.append((*match.span(), tuple(f"mau_so_{label}".replace(".", "-") for label in labels)))
    found += [(*match.span(), (ITS_ARTICLE,)) for match in _ITS_NAME.finditer(text, start, end)]
    found += [(*match.span(), (ITS_PART,)) for match in _ITS_PART.finditer(text, start, end)]
    position = start
    for first, last, paths in sorted(found):
        if first >= position and paths:
            yield first, last, paths
            position = last


def is_plain(text: str, order: Order, first: Named) -> bool:
    """Return whether nothing but words of amending stand between a verb and the first provision that it names."""
    return order.passive or _PLAIN.fullmatch(text, order.named[0], first.start) is not None
