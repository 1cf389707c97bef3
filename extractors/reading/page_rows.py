"""Rows of a PDF page: what stands on one line, cut into pieces where a wide gap shows columns.

PDFium gives characters in the order in which the page draws them. In what word processors export this is the reading
order, cell after cell; but it joins whatever follows on the same height, cells too, and does not tell raised digits
from others. Lengths are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.reading.lines import raised

# A gap between columns is this many line heights wide …
_WIDE_GAP = 2.2
# … or this wide and much wider than the usual one of its line; a justified line has wide gaps, but all alike.
_GAP = 0.7
_TIMES_THE_USUAL = 3.0
# "1.", "a)", "-", "(2)": what follows the mark of a list belongs to it.
_LIST_MARK = re.compile(r"\(?\w{1,4}[.)\]]*|[-+*•–]+")
# "ngày … tháng … năm", "Số: … /QĐ-UBND": room left for a pen.
_FILLED_IN = re.compile(r"(?:tháng|năm)\b|[/-]\w")
_WORD = re.compile("[^ ]+")
_DIGITS = re.compile("[0-9]+")
# A raised digit, compared to its line: how much smaller at least, and how much higher in line heights.
_RAISED_SIZE, _RAISED_BY = 0.85, 0.1
# PDFium's sign for a hyphen that ends a line; it leaves out the line's end after it.
_LAST_HYPHEN = "\ufffe"


class Box(NamedTuple):
    """Where characters stand on the page as it is shown; the height is that of their font."""

    left: float
    bottom: float
    right: float
    top: float


class Piece(NamedTuple):
    """A run of words on one line."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


Row = tuple[Piece, ...]


def read_rows(page: pdfium.PdfPage) -> list[Row]:
    """Give the rows of a page, in the page's own order."""
    characters = _Characters(page)
    rows = []
    start = 0
    for line in characters.text.split("\r\n"):
        if row := _read_row(characters, start, line):
            rows.append(row)
        start += len(line) + 2
    return rows


class _Characters:
    """The characters of a page and their places."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._textpage = page.get_textpage()
        self._rotation = page.get_rotation()
        self._rectangle = pdfium_c.FS_RECTF()
        self.text: str = self._textpage.get_text_range()
        self._is_shifted = len(self.text) != self._textpage.count_chars()

    def box(self, index: int) -> Box:
        """Give the place of one character, turned as the page is."""
        if self._is_shifted:
            index = pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._textpage, index)
        place = self._rectangle
        pdfium_c.FPDFText_GetLooseCharBox(self._textpage, index, place)
        if self._rotation == 0:
            return Box(place.left, place.bottom, place.right, place.top)
        if self._rotation == 90:
            return Box(place.bottom, -place.right, place.top, -place.left)
        if self._rotation == 180:
            return Box(-place.right, -place.top, -place.left, -place.bottom)
        return Box(-place.top, place.left, -place.bottom, place.right)


def _read_row(characters: _Characters, start: int, line: str) -> Row:
    words = [match.span() for match in _WORD.finditer(line)]
    if not words:
        return ()
    boxes = [(characters.box(start + begin), characters.box(start + end - 1)) for begin, end in words]
    bottom = median(first.bottom for first, _ in boxes)
    height = median(first.top - first.bottom for first, _ in boxes)
    line = _raise_digits(characters, start, line, bottom, height).replace(_LAST_HYPHEN, "-")
    pieces = []
    begin = 0
    for end in (*_cuts(line, words, boxes, height), len(words)):
        text = line[words[begin][0] : words[end - 1][1]]
        right = max(last.right for _, last in boxes[begin:end])
        pieces.append(Piece(text, boxes[begin][0].left, right, bottom, height))
        begin = end
    return tuple(pieces)


def _cuts(line: str, words: list[tuple[int, int]], boxes: list[tuple[Box, Box]], height: float) -> Iterator[int]:
    """Find the words before which a column ends."""
    gaps = [after.left - before.right for (_, before), (after, _) in zip(boxes, boxes[1:], strict=False)]
    least = min(_WIDE_GAP * height, max(_GAP * height, _TIMES_THE_USUAL * median(gaps))) if gaps else 0.0
    begin = 0
    for i, gap in enumerate(gaps, 1):
        if (
            gap > least
            and not _LIST_MARK.fullmatch(line[words[begin][0] : words[i - 1][1]])
            and not _FILLED_IN.match(line, words[i][0])
        ):
            yield i
            begin = i


def _raise_digits(characters: _Characters, start: int, line: str, bottom: float, height: float) -> str:
    """Mark the digits that are set smaller and higher than their line: marks of notes, exponents."""
    for digits in _DIGITS.finditer(line):
        first = digits.end()
        while first > digits.start():
            box = characters.box(start + first - 1)
            if box.top - box.bottom > _RAISED_SIZE * height or box.bottom < bottom + _RAISED_BY * height:
                break
            first -= 1
        if first < digits.end():
            line = line[:first] + raised(line[first : digits.end()]) + line[digits.end() :]
    return line
