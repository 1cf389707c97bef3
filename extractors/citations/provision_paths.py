"""What an expression such as 'điểm a, b khoản 2 và khoản 5 Điều 8' names: paths after the Akoma Ntoso convention.

The largest unit stands first: ``dieu_8__khoan_2__diem_a``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise, product

from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.text import strip_marks

_LARGEST_RANGE = 100
_MOST_PATHS = 200

RANKS = {
    "phu_luc": 0, "phan": 1, "chuong": 2, "muc": 3, "tieu_muc": 4,
    "dieu": 5, "khoan": 6, "diem": 7, "tiet": 8, "doan": 9,
}  # fmt: skip
# One character out of a set first: the engine skips to it.
_UNIT = (
    r"[PpTtĐđKkMmCc](?:(?<=[Pp])(?:hụ lục|hần)|(?<=P)(?:HỤ LỤC|HẦN)|(?<=[Tt])(?:iểu mục|iết)|(?<=T)(?:IỂU MỤC|IẾT)|"
    r"(?<=[Đđ])(?:iều|iểm|oạn)|(?<=Đ)(?:IỀU|IỂM|OẠN)|(?<=[Kk])hoản|(?<=K)HOẢN|(?<=[Mm])ục|(?<=M)ỤC|(?<=[Cc])hương|"
    r"(?<=C)HƯƠNG)"
)
ORDINALS = {
    "nhất": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7",
    "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
# "4.6", "10 (10.5)", "1a", "32đ", "II", "đ", "a1", "b(ii)", "thứ hai"
_ORDINAL = rf"(?:thứ )?(?:{'|'.join(ORDINALS)})(?!\w)"
_LABEL = (
    rf"(?:\d+(?:\.\d+)*[a-zđ]?(?:~\(\d+(?:\.\d+)*\))?(?:\([a-zđ]\))?|[IVX]+[a-zđ]?(?:\.\d+)*(?!\w)|"
    rf"[a-zđ]{{1,2}}\d?(?:\([ivx]+\))?(?!\w)|[A-Z](?!\w)|{_ORDINAL})"
)
_AND = r"~(?:,~(?:và |hoặc )?|;~|(?<=\s)(?:và|hoặc) )"
_TO = r"(?: (?:đến|tới|-) |-(?=\d))"
# An annex may be the only one and bear no number.
_LABELS = rf" (?:số )?{_LABEL}(?:(?:{_AND}|{_TO})(?!(?:các )?{_UNIT}){_LABEL})*"
ITEM = rf"{_UNIT}(?:{_LABELS}|(?:(?<=lục)|(?<=LỤC))(?!\w))"
JOIN = rf"(?:{_AND}|{_TO}| (?:của |thuộc |trừ )?|~,~(?:trừ )?)(?:các )?"
_ONE = pattern(
    rf"(?P<unit>{_UNIT})|(?P<to>{_TO})|(?P<label>(?<!\w){_LABEL})|(?P<but>trừ)|(?P<apart>;|(?<=\s)(?:và|hoặc)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class _Item:
    """One unit with its labels: 'điểm a, b'.

    Attributes:
        unit: As paths name it.
        labels: Of one unit several: 'khoản 1, 2 và 3'.
        rank: The larger the unit, the smaller.
        apart: Whether 'và' or ';' stands before it, so that it goes on from nothing.
    """

    unit: str
    labels: list[str]
    rank: float
    apart: bool

    @property
    def steps(self) -> list[str]:
        return [f"{self.unit}_{label}" if label else self.unit for label in self.labels]


def paths(expression: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paths that an expression names, in the order of the text, and those that it leaves out.

    'điểm a, b khoản 2 và khoản 5 Điều 8' names dieu_8__khoan_2__diem_a, dieu_8__khoan_2__diem_b, dieu_8__khoan_5.
    Vietnamese names the smallest unit first; where a larger unit comes first ('Điều 4, khoản 4.6') it is the parent.
    'Điều 5, trừ khoản 2' names dieu_5 and leaves out dieu_5__khoan_2.
    """
    named, left_out = _items(expression)
    chains = _chains(named, None)
    return _flat(chains), _flat(_chains(left_out, chains[-1] if chains else None))


@dataclass(frozen=True, slots=True)
class _Chain:
    """A named unit with the larger ones that it lies in, the largest first."""

    items: tuple[_Item, ...]

    def paths(self) -> list[str]:
        steps = [item.steps for item in self.items]
        return ["__".join(path) for path in islice(product(*steps), _MOST_PATHS)]


def _chains(items: list[_Item], around: _Chain | None) -> list[_Chain]:
    """Return what the items name, in the order of the text; ``around`` is what an exception is made from."""
    chains: list[_Chain] = []
    above: tuple[_Item, ...] = ()
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        if following and following.apart and following.rank < item.rank:
            above = ()  # behind "và" and ";" stands no larger unit of this one: "Điều 1 và Phụ lục II"
        above = tuple(larger for larger in above if larger.rank < item.rank) or _larger_before(items, index)
        smaller_before = index > 0 and items[index - 1].rank > item.rank and not item.apart
        if not smaller_before and not _is_parent_of_next(items, index):
            chains.append(_Chain((*_around(around, above[0] if above else item), *above, item)))
        above = (*above, item)
    return chains[::-1]


def _around(chain: _Chain | None, item: _Item) -> list[_Item]:
    """Return the units of a chain that are larger than an item, of each the last one named."""
    larger = [unit for unit in chain.items if unit.rank < item.rank] if chain else []
    return [replace(unit, labels=unit.labels[-1:]) for unit in larger]


def _flat(chains: list[_Chain]) -> tuple[str, ...]:
    return tuple(path for chain in chains for path in chain.paths())


def _items(expression: str) -> tuple[list[_Item], list[_Item]]:
    """Return the items that an expression names, and those behind 'trừ'."""
    named: list[_Item] = []
    left_out: list[_Item] = []
    items = named
    range_open = apart = False
    for match in _ONE.finditer(expression):
        if match.lastgroup == "unit":
            unit = _unit_name(match.group())
            if not (range_open and items and items[-1].unit == unit):
                beside = unit == "phu_luc" and _beside(expression[: match.start()], items)
                items.append(_Item(unit, [], RANKS[unit], apart or beside))
        elif match.lastgroup == "to":
            range_open = True
        elif match.lastgroup == "but":
            items = left_out
        elif match.lastgroup == "apart":
            apart = True
            continue
        elif items:
            label, labels = _label(match.group()), items[-1].labels
            labels.extend(_range(labels[-1], label) if range_open and labels else [label])
            range_open = False
        apart = False
    return _ranked(_first_alone(named)), _ranked(_first_alone(left_out))


def _beside(before: str, items: list[_Item]) -> bool:
    """Return whether a comma parts an annex from an article: 'Điều 7, Phụ lục I' are two, 'Mục 2, Phụ lục I' is one."""
    return bool(items) and items[-1].unit == "dieu" and before.rstrip().endswith(",")


def _first_alone(items: list[_Item]) -> list[_Item]:
    """Split a list of articles behind a smaller unit: 'khoản 2 Điều 227, 228' names clause 2 of one only."""
    split: list[_Item] = []
    for item in items:
        leads = (
            item.unit == "dieu" and len(item.labels) > 1 and not item.apart and _leads_down([*split, item], len(split))
        )
        split += [replace(item, labels=item.labels[:1])] if leads else [item]
        if leads:
            split.append(replace(item, labels=item.labels[1:], apart=True))
    return split


@cache
def _unit_name(printed: str) -> str:
    return strip_marks(printed).replace(" ", "_")


def _ranked(items: list[_Item]) -> list[_Item]:
    """Leave out units without a label, but an annex; of 'mục 2.3, khoản 2' the first lies in the second."""
    items = [item if item.labels else replace(item, labels=[""]) for item in items if item.labels or item.rank == 0]
    for index, (item, following) in enumerate(pairwise(items)):
        if item.labels[0].startswith(f"{following.labels[-1]}-") and not following.apart:
            items[index] = replace(item, rank=max(item.rank, following.rank + 0.5))
    return items


def _label(printed: str) -> str:
    """Return the label as paths have it: '4.6' -> '4-6', '10 (10.5)' -> '10-5', 'b(ii)' -> 'b', 'thứ hai' -> '2'."""
    word = printed.rsplit(maxsplit=1)[-1] if printed.startswith("thứ") else printed
    first, _, rest = ORDINALS.get(word, word).partition("(")
    outer, inner = first.strip(), rest.strip().rstrip(")")
    if inner.startswith(f"{outer}."):
        outer, inner = inner, ""
    whole = f"{outer}.{inner}" if inner and outer[0].isdigit() else outer
    return whole.replace(".", "-")


def _range(first: str, last: str) -> list[str]:
    """Return the labels after ``first`` up to ``last``: numbers one by one, letters only their end."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LARGEST_RANGE:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    return [last]


def _larger_before(items: list[_Item], index: int) -> tuple[_Item, ...]:
    """Collect the larger units right before an item and its like: 'Điều 4, khoản 4.6', 'Điều 4 khoản 1 và khoản 2'."""
    rank = items[index].rank
    above: list[_Item] = []
    for position in range(index - 1, -1, -1):
        item = items[position]
        if item.rank == items[index].rank and not above:
            continue
        if item.rank >= rank or items[position + 1].apart or _leads_down(items, position):
            break
        above.append(replace(item, labels=item.labels[-1:]))
        rank = item.rank
    return tuple(above[::-1])


def _leads_down(items: list[_Item], index: int) -> bool:
    """Return whether a smaller unit stands before this one, which is then its child: 'khoản 1 Điều 4, khoản 2'."""
    return index > 0 and items[index - 1].rank > items[index].rank


def _is_parent_of_next(items: list[_Item], index: int) -> bool:
    """Return whether the item is the parent named before its child, and so no provision of its own."""
    if index + 1 >= len(items) or items[index + 1].apart or _leads_down(items, index):
        return False
    following = items[index + 1]
    if following.rank <= items[index].rank:
        return False
    # The child would find its parent to the right if one stood there: 'khoản 1, điểm a và điểm b khoản 4'.
    other = next((other for other in items[index + 2 :] if other.rank != following.rank), None)
    return other is None or other.apart or other.rank > following.rank
