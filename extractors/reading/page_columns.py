"""The lines of a PDF page in reading order: letterheads and closings column by column, notes set apart.

Word processors draw the two columns of a letterhead one after the other. Where they were made with tabs instead of a
table they come line by line, left and right in turn; such a block is told by the words that open it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from legalkg.extractors.reading.lines import RAISED_DIGITS, Lines, raised, row_text
from legalkg.extractors.reading.page_margins import LETTERHEAD
from legalkg.extractors.reading.page_rows import PageRow, Piece

_RECIPIENTS = re.compile(r"Nơi nhận", re.IGNORECASE)
_NUMBER = re.compile(r"(?:Luật )?Số\b", re.IGNORECASE)
_CALL = re.compile(f"[{RAISED_DIGITS}]+")
_NOTE_MARK = re.compile(rf"{_CALL.pattern}|\[\d{{1,3}}\]")
_PLAIN_MARK = re.compile(r"\d{1,3}(?=\s?[^\W\d]|\s[“\"(])")
# Notes are set in a smaller type than the text: this much of its size at most.
_NOTE_SIZE = 0.95


def page_text(rows: Sequence[PageRow]) -> str:
    """Write the rows of a page as lines."""
    lines = Lines()
    notes, rows = _with_note_marks(rows)
    i = 0
    while i < len(rows):
        if i == notes:
            lines.gap()
        end = _block_end(rows, i)
        if end > i + 1:
            for line in _in_columns(rows[i:end]):
                lines.add(line)
        else:
            lines.add(row_text([piece.text for piece in rows[i]]))
        i = end
    return lines.text()


def _block_end(rows: Sequence[PageRow], start: int) -> int:
    """Return where the block in two columns ends that starts with a row; the next row if it starts none."""
    if len(rows[start]) != 2 or not _opens_block(rows[start : start + 2]):
        return start + 1
    gutter_left, gutter_right = rows[start][0].right, rows[start][1].left
    end = start + 1
    for i in range(start + 1, len(rows)):
        row = rows[i]
        if (
            len(row) > 2
            or row[0].turn != rows[start][0].turn
            or not all(piece.right < gutter_right or piece.left > gutter_left for piece in row)
        ):
            break
        if len(row) == 2:
            gutter_left, gutter_right = max(gutter_left, row[0].right), min(gutter_right, row[1].left)
            if gutter_left >= gutter_right:
                break
            end = i + 1
    return end


def _opens_block(rows: Sequence[PageRow]) -> bool:
    return bool(_RECIPIENTS.match(rows[0][0].text)) or any(LETTERHEAD.search(row[-1].text) for row in rows)


def _in_columns(rows: Sequence[PageRow]) -> list[str]:
    """Write issuer and motto, then number and date: each part first its left, then its right column."""
    number = next((i for i, row in enumerate(rows) if _NUMBER.match(row[0].text)), len(rows))
    gutter = min(row[1].left for row in rows if len(row) == 2)
    lines: list[str] = []
    for part in (rows[:number], rows[number:]):
        pieces: list[Piece] = [piece for row in part for piece in row]
        lines += [piece.text for piece in pieces if piece.left < gutter]
        lines += [piece.text for piece in pieces if piece.left >= gutter]
    return lines


def _with_note_marks(rows: Sequence[PageRow]) -> tuple[int, Sequence[PageRow]]:
    """Find the notes at the end of a page, and raise their marks where only the calls in the text are raised.

    Returns:
        The row where they start, what goes on from the page before included (past the last row if there are none), and
        the rows.
    """
    if not rows:
        return 0, rows
    size = median(row[0].size for row in rows) * _NOTE_SIZE
    first = len(rows)
    while first and rows[first - 1][0].size < size:
        first -= 1
    calls = {call for row in rows[:first] for piece in row for call in _CALL.findall(piece.text)}
    notes = [_with_note_mark(row, calls) for row in rows[first:]]
    if not any(_NOTE_MARK.match(row[0].text) for row in notes):
        return len(rows), rows
    return first, [*rows[:first], *notes]


def _with_note_mark(row: PageRow, calls: set[str]) -> PageRow:
    mark = _PLAIN_MARK.match(row[0].text)
    if not mark or raised(mark.group()) not in calls:
        return row
    return (row[0]._replace(text=raised(mark.group()) + row[0].text[mark.end() :]), *row[1:])
