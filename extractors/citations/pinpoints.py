"""Provisions named before or after a document: 'điểm a, b khoản 2 và khoản 5 Điều 8', 'mục I, phần thứ hai'.

Paths follow the Akoma Ntoso naming convention, largest unit first: ``dieu_8__khoan_2__diem_a``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.citations.atoms import pattern
from extractors.text import strip_marks

_WINDOW = 260
_LINK = 24
_LARGEST_RANGE = 100

_RANKS = {
    "phu_luc": 0, "phan": 1, "chuong": 2, "muc": 3, "tieu_muc": 4,
    "dieu": 5, "khoan": 6, "diem": 7, "tiet": 8, "doan": 9,
}  # fmt: skip
_UNIT = (
    r"(?:[Pp]hụ lục|PHỤ LỤC|[Tt]iểu mục|[Đđ]iều|ĐIỀU|[Kk]hoản|KHOẢN|[Đđ]iểm|ĐIỂM|[Mm]ục|MỤC|[Cc]hương|"
    r"CHƯƠNG|[Pp]hần|PHẦN|[Tt]iết|[Đđ]oạn)"
)
_ORDINALS = {
    "nhất": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7",
    "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
# "4.6", "10 (10.5)", "1a", "32đ", "II", "đ", "thứ hai"
_ORDINAL = rf"(?:thứ )?(?:{'|'.join(_ORDINALS)})(?!\w)"
_LABEL = (
    rf"(?:\d+(?:\.\d+)*[a-zđ]?(?:~\(\d+(?:\.\d+)*\))?(?:\([a-zđ]\))?|[IVX]+(?:\.\d+)*(?!\w)|"
    rf"[a-zđ]{{1,2}}(?!\w)|[A-Z](?!\w)|{_ORDINAL})"
)
_AND = r"~(?:,~(?:và |hoặc )?|;~|(?<=\s)(?:và|hoặc) )"
_TO = r" (?:đến|tới|-) "
_ITEM = rf"(?:(?:các )?{_UNIT} (?:số )?{_LABEL}(?:(?:{_AND}|{_TO})(?!{_UNIT}){_LABEL})*)"
_JOIN = rf"(?:{_AND}|{_TO}| (?:của |thuộc |trừ )?|~,~(?:trừ )?)"
_EXPRESSION = pattern(rf"(?<!\w){_ITEM}(?:{_JOIN}{_ITEM})*")
_HINT = pattern(r"[ĐđĐ]i[ềể]|[Kk]ho|[Mm]ục|[Cc]hương|[Pp]h[ầụ]|[Tt]iết|[Đđ]oạn")
# What may stand between a provision and its document.
_TO_DOCUMENT = pattern(r"(?:~,| (?:của|tại|thuộc|trong|ban hành kèm theo|kèm theo))?~[“\"(]?$")
_ONE = pattern(rf"(?P<unit>{_UNIT})|(?P<to>{_TO})|(?P<label>(?<!\w){_LABEL})|(?P<but>trừ)")


@dataclass(frozen=True, slots=True)
class Provisions:
    """A stretch of the view that names provisions, with their paths."""

    start: int
    end: int
    eids: tuple[str, ...]
    excluded: bool = False


def provisions_before(text: str, start: int) -> Provisions | None:
    """Read the provisions that stand right before a citation at ``start``: 'khoản 1 Điều 5 của [Nghị định …]'."""
    window_start = max(0, start - _WINDOW)
    window = text[window_start:start]
    if not _HINT.search(window, max(0, len(window) - 60)):
        return None
    link = _TO_DOCUMENT.search(window, max(0, len(window) - _LINK))
    last = link.start() if link else len(window)
    for match in _EXPRESSION.finditer(window):
        if match.end() == last:
            return _provisions(match, window_start)
    return None


def provisions_at(text: str, start: int) -> Provisions | None:
    """Read the provisions that start exactly at ``start``."""
    match = _EXPRESSION.match(text, start)
    return _provisions(match, 0) if match else None


def _provisions(match: re.Match[str], shift: int) -> Provisions:
    eids = paths(match.group())
    return Provisions(match.start() + shift, match.end() + shift, eids)


def paths(expression: str) -> tuple[str, ...]:
    """Give the paths that an expression names, in the order of the text.

    'điểm a, b khoản 2 và khoản 5 Điều 8' names dieu_8__khoan_2__diem_a, dieu_8__khoan_2__diem_b, dieu_8__khoan_5.
    Vietnamese names the smallest unit first; where a larger unit comes first ('Điều 4, khoản 4.6') it is the parent.
    """
    items = _items(expression)
    found: list[list[str]] = []
    parents: list[tuple[str, str]] = []  # largest first
    for index in range(len(items) - 1, -1, -1):
        unit, labels = items[index]
        rank = _RANKS[unit]
        above = [parent for parent in parents if _RANKS[parent[0]] < rank]
        if not above and index and _RANKS[items[index - 1][0]] < rank and not _leads_down(items, index - 1):
            above = _larger_before(items, index)
        smaller_follows = index and _RANKS[items[index - 1][0]] > rank
        if not smaller_follows and not _is_parent_of_next(items, index):
            prefix = [f"{u}_{label}" for u, label in above]
            found.append(["__".join([*prefix, f"{unit}_{label}"]) for label in labels])
        parents = [*above, (unit, labels[-1])]
    return tuple(eid for group in reversed(found) for eid in group)


def _items(expression: str) -> list[tuple[str, list[str]]]:
    items: list[tuple[str, list[str]]] = []
    range_open = False
    for match in _ONE.finditer(expression):
        if match.lastgroup == "unit":
            unit = strip_marks(match.group()).replace(" ", "_")
            if not (range_open and items and items[-1][0] == unit):
                items.append((unit, []))
        elif match.lastgroup == "to":
            range_open = True
        elif match.lastgroup == "label" and items:
            label = _label(match.group())
            labels = items[-1][1]
            if range_open and labels:
                labels.extend(_range(labels[-1], label))
            else:
                labels.append(label)
            range_open = False
    return [item for item in items if item[1]]


def _label(printed: str) -> str:
    word = printed.rsplit(maxsplit=1)[-1] if printed.startswith("thứ") else printed
    word = _ORDINALS.get(word, word)
    return re.sub(r"[^0-9A-Za-zđ.]+", ".", word).strip(".").replace(".", "-")


def _range(first: str, last: str) -> list[str]:
    """Give the labels after ``first`` up to ``last``: numbers one by one, letters only their end."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LARGEST_RANGE:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    return [last]


def _larger_before(items: list[tuple[str, list[str]]], index: int) -> list[tuple[str, str]]:
    """Collect the larger units right before an item: 'Điều 4, khoản 4.6'."""
    rank, above = _RANKS[items[index][0]], []
    for unit, labels in reversed(items[:index]):
        if _RANKS[unit] >= rank:
            break
        above.append((unit, labels[-1]))
        rank = _RANKS[unit]
    return above[::-1]


def _leads_down(items: list[tuple[str, list[str]]], index: int) -> bool:
    """Tell whether a smaller unit stands before this one, which is then its child: 'khoản 1 Điều 4, khoản 2'."""
    return index > 0 and _RANKS[items[index - 1][0]] > _RANKS[items[index][0]]


def _is_parent_of_next(items: list[tuple[str, list[str]]], index: int) -> bool:
    """Tell whether the item is the parent named before its child, and so no provision of its own."""
    if index + 1 >= len(items) or _leads_down(items, index):
        return False
    unit, following = items[index][0], items[index + 1][0]
    if _RANKS[following] <= _RANKS[unit]:
        return False
    # The child would find its parent to the right if one stood there.
    return not any(_RANKS[u] < _RANKS[following] for u, _ in items[index + 2 : index + 3])
