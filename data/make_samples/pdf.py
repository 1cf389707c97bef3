"""Samples as PDF files with a text layer: two-column letterhead, page numbers, footnotes at the page's end.

Lengths are in millimetres, sizes of type in points.
"""

from __future__ import annotations

import re
from pathlib import Path

from fpdf import FPDF

from .source import (
    DISCLAIMER,
    FIXED_DATE,
    PLAIN,
    TITLE,
    Lines,
    Look,
    Row,
    Source,
    look_of,
    numbered_notes,
    with_raised_calls,
)

_LEFT, _TOP, _BOTTOM, _WIDTH = 25.0, 20.0, 277.0, 165.0
_COLUMNS = ((_LEFT, 72.0), (_LEFT + 73, 92.0))
_INDENT, _BODY, _CELL, _NOTE = 10.0, 6.0, 5.0, 4.0
_BODY_SIZE, _CELL_SIZE, _NOTE_SIZE = 11, 9, 8
_RAISED_NUMBER = re.compile("[⁰¹²³⁴-⁹]+")


def render_pdf(source: Source, fonts: Path) -> bytes:
    """Write the document as a PDF.

    Args:
        source: The document.
        fonts: Folder that holds DejaVuSerif.ttf and DejaVuSerif-Bold.ttf.
    """
    sheet = Sheet(fonts, numbered_notes(source))
    sheet.set_creation_date(FIXED_DATE)
    sheet.set_title(f"{source.type} {source.number}")
    sheet.set_subject(DISCLAIMER)
    sheet.set_lang("vi")
    above, below = source.letterhead
    sheet.columns(above, TITLE, TITLE)
    sheet.columns(below, Look(centred=True), Look(centred=True))
    for line in source.title:
        sheet.paragraph(line, TITLE)
    for paragraph in source.body:
        sheet.paragraph(paragraph, look_of(paragraph))
    sheet.columns(source.closing, PLAIN, TITLE)
    for line in source.annex:
        sheet.paragraph(line, look_of(line))
    sheet.close_page()
    return bytes(sheet.output())


class Sheet(FPDF):
    """Pages that fill from above with text and from below with the notes that the text calls."""

    def __init__(self, fonts: Path, notes: Lines) -> None:
        super().__init__(format="A4")
        self.set_auto_page_break(False)
        self.add_font("Serif", "", fonts / "DejaVuSerif.ttf")
        self.add_font("Serif", "B", fonts / "DejaVuSerif-Bold.ttf")
        self._notes = {note.split(" ", 1)[0]: note for note in notes}
        self._pending: list[str] = []
        self._down = _TOP
        self.add_page()

    def paragraph(self, text: str, look: Look) -> None:
        """Write a paragraph line by line; it runs on over the end of a page."""
        first = 0.0 if look.centred else _INDENT
        self._use(_BODY_SIZE, look)
        for i, line in enumerate(self._wrap(with_raised_calls(text), _WIDTH, first)):
            notes = [part for call in _RAISED_NUMBER.findall(line) for part in self._note(call)]
            self._make_room(_BODY, notes)
            self._use(_BODY_SIZE, look)
            shift = 0.0 if i else first
            self._write(_LEFT + shift, _WIDTH - shift, line, _BODY, look)
            self._down += _BODY
        self._down += 1.5

    def columns(self, cells: Row, left: Look, right: Look) -> None:
        """Write two blocks side by side, first the left, as the cells of a table are exported."""
        blocks = []
        for (_, width), lines, look in zip(_COLUMNS, cells, (left, right), strict=True):
            self._use(_CELL_SIZE, look)
            blocks.append([part for line in lines for part in self._wrap(line, width - 2)])
        self._make_room(_CELL * max(map(len, blocks)), [])
        top = self._down
        for (x, width), block, look in zip(_COLUMNS, blocks, (left, right), strict=True):
            self._use(_CELL_SIZE, look)
            for i, line in enumerate(block):
                self._down = top + i * _CELL
                self._write(x, width, line, _CELL, look)
        self._down = top + _CELL * max(map(len, blocks)) + 3

    def close_page(self) -> None:
        """Write the notes that this page calls."""
        if not self._pending:
            return
        self._down = _BOTTOM - _height(self._pending)
        self.line(_LEFT, self._down + 1, _LEFT + 50, self._down + 1)
        self._use(_NOTE_SIZE)
        for i, line in enumerate(self._pending):
            self._down = _BOTTOM - _NOTE * (len(self._pending) - i)
            self._write(_LEFT, _WIDTH, line, _NOTE)
        self._pending = []

    def _make_room(self, height: float, notes: list[str]) -> None:
        """Turn the page where neither the text nor the notes that it calls would fit."""
        if self._down + height + _height(self._pending + notes) > _BOTTOM:
            self.close_page()
            self.add_page()
            self._down = _TOP / 2
            self._use(_CELL_SIZE)
            self._write(_LEFT, _WIDTH, str(self.page_no()), _CELL, Look(centred=True))
            self._down = _TOP
        self._pending += notes

    def _note(self, call: str) -> list[str]:
        self._use(_NOTE_SIZE)
        return self._wrap(self._notes[call], _WIDTH)

    def _wrap(self, text: str, width: float, indent: float = 0.0) -> list[str]:
        """Break a text into lines of the font in use that fit the width."""
        lines, room = [""], width - indent
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if self.get_string_width(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
                room = width
        return lines

    def _write(self, x: float, width: float, text: str, height: float, look: Look = PLAIN) -> None:
        self.set_xy(x, self._down)
        self.cell(width, height, text, align="C" if look.centred else "L")

    def _use(self, size: float, look: Look = PLAIN) -> None:
        self.set_font("Serif", "B" if look.bold else "", size)


def _height(notes: list[str]) -> float:
    """Room that notes take, with the rule above them."""
    return 3 + _NOTE * len(notes) if notes else 0.0
