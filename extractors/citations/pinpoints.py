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
ORDINALS = {
    "nhất": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7",
    "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
# "4.6", "10 (10.5)", "1a", "32đ", "II", "đ", "thứ hai"
_ORDINAL = rf"(?:thứ )?(?:{'|'.join(ORDINALS)})(?!\w)"
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


# "Nghị định số … (khoản 1 Điều 5)"
_IN_BRACKETS = pattern(rf"~\(~(?:(?:tại|theo) )?(?P<expression>{_ITEM}(?:{_JOIN}{_ITEM})*)~\)")


@dataclass(frozen=True, slots=True)
class Provisions:
    """A stretch of the view that names provisions, with their paths and the paths of what it leaves out."""

    start: int
    end: int
    eids: tuple[str, ...]
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    """One unit with its labels: 'điểm a, b'; excluded behind 'trừ'."""

    unit: str
    labels: list[str]
    excluded: bool

    @property
    def rank(self) -> int:
        return _RANKS[self.unit]


def provisions_of(text: str, start: int, end: int) -> Provisions | None:
    """Read the provisions of the document cited at ``start`` to ``end``, before it or in brackets behind it."""
    return _before(text, start) or _behind(text, end)


def _before(text: str, start: int) -> Provisions | None:
    """'khoản 1 Điều 5 của [Nghị định …]'."""
    window_start = max(0, start - _WINDOW)
    window = text[window_start:start]
    if not _HINT.search(window, max(0, len(window) - 60)):
        return None
    link = _TO_DOCUMENT.search(window, max(0, len(window) - _LINK))
    last = link.start() if link else len(window)
    for match in _EXPRESSION.finditer(window):
        if match.end() == last:
            return Provisions(match.start() + window_start, match.end() + window_start, *paths(match.group()))
    return None


def _behind(text: str, end: int) -> Provisions | None:
    """'[Nghị định …] (khoản 1 Điều 5)'."""
    match = _IN_BRACKETS.match(text, end)
    return Provisions(*match.span("expression"), *paths(match.group("expression"))) if match else None


def paths(expression: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the paths that an expression names, in the order of the text, and those that it leaves out.

    'điểm a, b khoản 2 và khoản 5 Điều 8' names dieu_8__khoan_2__diem_a, dieu_8__khoan_2__diem_b, dieu_8__khoan_5.
    Vietnamese names the smallest unit first; where a larger unit comes first ('Điều 4, khoản 4.6') it is the parent.
    'Điều 5, trừ khoản 2' names dieu_5 and leaves out dieu_5__khoan_2.
    """
    items = _items(expression)
    named: list[list[str]] = []
    left_out: list[list[str]] = []
    parents: list[tuple[str, str]] = []  # largest first
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        above = [parent for parent in parents if _RANKS[parent[0]] < item.rank]
        if not above and index and items[index - 1].rank < item.rank and not _leads_down(items, index - 1):
            above = _larger_before(items, index)
        smaller_follows = index and items[index - 1].rank > item.rank and items[index - 1].excluded == item.excluded
        if not smaller_follows and not _is_parent_of_next(items, index):
            prefix = [f"{unit}_{label}" for unit, label in above]
            group = ["__".join([*prefix, f"{item.unit}_{label}"]) for label in item.labels]
            (left_out if item.excluded else named).append(group)
        parents = [*above, (item.unit, item.labels[-1])]
    return _flat(named), _flat(left_out)


def _flat(groups: list[list[str]]) -> tuple[str, ...]:
    return tuple(eid for group in reversed(groups) for eid in group)


def _items(expression: str) -> list[_Item]:
    items: list[_Item] = []
    range_open = excluded = False
    for match in _ONE.finditer(expression):
        if match.lastgroup == "unit":
            unit = strip_marks(match.group()).replace(" ", "_")
            if not (range_open and items and items[-1].unit == unit):
                items.append(_Item(unit, [], excluded))
        elif match.lastgroup == "to":
            range_open = True
        elif match.lastgroup == "but":
            excluded = True
        elif items:
            label, labels = _label(match.group()), items[-1].labels
            labels.extend(_range(labels[-1], label) if range_open and labels else [label])
            range_open = False
    return [item for item in items if item.labels]


def _label(printed: str) -> str:
    word = printed.rsplit(maxsplit=1)[-1] if printed.startswith("thứ") else printed
    word = ORDINALS.get(word, word)
    return re.sub(r"[^0-9A-Za-zđ.]+", ".", word).strip(".").replace(".", "-")


def _range(first: str, last: str) -> list[str]:
    """Give the labels after ``first`` up to ``last``: numbers one by one, letters only their end."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LARGEST_RANGE:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    return [last]


def _larger_before(items: list[_Item], index: int) -> list[tuple[str, str]]:
    """Collect the larger units right before an item: 'Điều 4, khoản 4.6'."""
    rank, above = items[index].rank, []
    for item in reversed(items[:index]):
        if item.rank >= rank:
            break
        above.append((item.unit, item.labels[-1]))
        rank = item.rank
    return above[::-1]


def _leads_down(items: list[_Item], index: int) -> bool:
    """Tell whether a smaller unit stands before this one, which is then its child: 'khoản 1 Điều 4, khoản 2'."""
    return index > 0 and items[index - 1].rank > items[index].rank


def _is_parent_of_next(items: list[_Item], index: int) -> bool:
    """Tell whether the item is the parent named before its child, and so no provision of its own."""
    if index + 1 >= len(items) or _leads_down(items, index):
        return False
    item, following = items[index], items[index + 1]
    if following.rank <= item.rank or following.excluded != item.excluded:
        return False
    # The child would find its parent to the right if one stood there.
    return not any(other.rank < following.rank for other in items[index + 2 : index + 3])
