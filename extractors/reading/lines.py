"""Text as lines: what all formats with paragraphs, tables and notes have in common.

A paragraph is a line. The cells of a row are separated by a tab, except pairs: letterheads, signature blocks and
tables of properties have two columns and read better line by line. Notes stand between blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBERS = re.compile(r"[0-9, ]*")
_RAISE = str.maketrans("0123456789", RAISED_DIGITS)


class Lines:
    """The lines of a text while it is being written."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, lines: str) -> None:
        """Add a line, or several separated by newlines."""
        self._lines.append(lines)

    def gap(self) -> None:
        """Leave a blank line, unless there is one or nothing stands above."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def set_apart(self, notes: Iterable[str]) -> None:
        """Add notes between blank lines; nothing if there are none."""
        notes = list(notes)
        if notes:
            self.gap()
            self._lines += [*notes, ""]

    def text(self) -> str:
        """Return the text, without blank lines at its ends."""
        return "\n".join(self._lines).strip("\n")


def row_text(cells: Sequence[str]) -> str:
    """Write the cells of a row, each of them a line or more."""
    if len(cells) > 2:
        return "\t".join(cells).rstrip("\t") if any(map(str.strip, cells)) else ""
    return "\n".join(cell for cell in cells if cell.strip())


def raised(text: str) -> str:
    """Write digits that are set above the line as such: a mark of a note must not run into the number before it.

    What holds anything but digits and the commas between them ("[1]", "*") shows by itself that it is a mark; it stays.
    """
    return text.translate(_RAISE) if _NUMBERS.fullmatch(text) else text
