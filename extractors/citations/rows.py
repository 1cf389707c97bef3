"""Numbers in rows: tables of documents, and what databases print of them.

A register gives each document a row and each of its facts a cell: '| 12-HD/BTG | Hướng dẫn | 05/03/2024 |',
"(7, '12-HD/BTG', 'Hướng dẫn', 'về …', '2024-03-05')". A cell that holds nothing but a type or a day says it of the
number in the row.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.terminals import DATE_IN_DIGITS, DATE_IN_WORDS, pattern
from legalkg.extractors.partial_dates import is_day
from legalkg.extractors.registry.numbers import year_of_number
from legalkg.extractors.registry.types import standard_type

_REACH = 800
_OPENS, _CLOSES = pattern(r"[|\t'\"][^\S\n]*$"), pattern(r"[^\S\n]*([|\t'\"])")
_BETWEEN = {
    "|": re.compile(r"\|"),
    "\t": re.compile(r"\t"),
    "'": re.compile(r"(?<!\\)'\s*,\s*'?"),
    '"': re.compile(r'(?<!\\)"\s*,\s*"?'),
}
_ROW_ENDS = {"|": "\n", "\t": "\n", "'": "\n(", '"': "\n("}
_DAY = pattern(
    rf"[^\S\n'\"]*(?:(?:ngày )?(?P<printed>{DATE_IN_DIGITS}|{DATE_IN_WORDS})|(?P<iso>\d{{4}}-\d\d-\d\d))[^\S\n]*"
)
_FIRST_YEAR = "1930"
# In a table a day farther off may be that of something else: when the document ended, when it was entered.
_NEAR = 2


class _Cell(NamedTuple):
    start: int
    words: str


class _Row(NamedTuple):
    """The cells behind that of a number, and those of either side that stand close to it."""

    behind: list[_Cell]
    near: list[_Cell]
    is_table: bool


def type_in_row(text: str, start: int, end: int) -> str | None:
    """Return the type of a document that a cell close to that of its number holds; None where there is none.

    Args:
        text: The text of a view.
        start: Where the number begins, "số" before it included.
        end: Where it ends.
    """
    row = _row_around(text, start, end)
    return next((kind for cell in row.near if (kind := standard_type(cell.words))), None) if row else None


def day_in_row(text: str, start: int, end: int, number: str) -> tuple[str, tuple[int, int]] | None:
    """Return the day that a cell of the row of a number holds, and where it stands; None where none or several do.

    Args:
        text: The text of a view.
        start: Where the citation begins that fills the cell.
        end: Where it ends.
        number: Its number, whose year no day may contradict.
    """
    row = _row_around(text, start, end)
    days = _days(row.near if row.is_table else row.behind, number) if row else []
    return days[0] if len({day for day, _ in days}) == 1 else None


def _row_around(text: str, start: int, end: int) -> _Row | None:
    """Return the row in which a stretch is a cell of its own."""
    closes = _CLOSES.match(text, end)
    line = text.rfind("\n", max(0, start - _REACH), start) + 1
    if closes is None or not (_OPENS.search(text, line, start) or not text[line:start].strip()):
        return None
    mark = closes.group(1)
    before, behind = _cells(text, mark, line, start), _cells(text, mark, end, _row_end(text, mark, end))
    near = [*behind[1 : 1 + _NEAR], *reversed(before[:-1][-_NEAR:])]
    return _Row(behind, near, mark in "|\t")


def _row_end(text: str, mark: str, start: int) -> int:
    ends = (text.find(sign, start, start + _REACH) for sign in _ROW_ENDS[mark])
    return min((end for end in ends if end >= 0), default=min(len(text), start + _REACH))


def _cells(text: str, mark: str, start: int, end: int) -> list[_Cell]:
    """Return the cells of a stretch; that of the number is the last before it and the first behind it."""
    cells, at = [], start
    for between in _BETWEEN[mark].finditer(text, start, end):
        cells.append(_Cell(at, text[at : between.start()]))
        at = between.end()
    return [*cells, _Cell(at, text[at:end])]


def _days(cells: list[_Cell], number: str) -> list[tuple[str, tuple[int, int]]]:
    found = []
    for cell in cells:
        if day := _DAY.fullmatch(cell.words.rstrip("'\")],;")):
            name = day.lastgroup or 0
            iso = day.group(name) if name == "iso" else iso_date(day.group(name))
            span = (cell.start + day.start(name), cell.start + day.end(name))
            if is_day(iso) and iso and iso >= _FIRST_YEAR and year_of_number(number) in (None, iso[:4]):
                found.append((iso, span))
    return found
