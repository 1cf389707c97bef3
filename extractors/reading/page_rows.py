"""Rows of a PDF page: its lines, cut into pieces where a wide gap shows columns, with raised digits marked.

PDFium joins what follows on one height, cells of a table too. Lengths are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium

from legalkg.extractors.reading.lines import raised
from legalkg.extractors.reading.page_characters import (
    LAST_HYPHEN,
    MARK_SIZE,
    Characters,
    Line,
    read_lines,
    upright_characters,
)

# A gap between columns is this many sizes of type wide …
_WIDE_GAP = 2.2
# … or this wide and much wider than the usual one of its line; a justified line has wide gaps, but all alike.
_GAP = 0.7
_TIMES_THE_USUAL = 3.0
# "1.", "a)", "-", "(2)": what follows the mark of a list belongs to it.
_LIST_MARK = re.compile(r"\(?\w{1,4}[.)\]]*|[-+*•–]")
# "ngày … tháng … năm", "Số: … /QĐ-UBND": room left for a pen.
_FILLED_IN = re.compile(r"(?:tháng|năm)\b|[/-]\w")
_DIGITS = re.compile("[0-9]+")
# A raised digit next to another character: how much higher it is at least, and how near, in sizes of the other's type.
_RAISED_BY, _NEAR = 0.1, 0.6


class Piece(NamedTuple):
    """A run of words on one line; places are those of the page turned by ``turn`` degrees."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    turn: int = 0


PageRow = tuple[Piece, ...]


def read_rows(page: pdfium.PdfPage) -> list[PageRow]:
    """Return the rows of a page, in the page's own order."""
    characters = upright_characters(page)
    rows: list[PageRow] = []
    for line in read_lines(characters):
        row = tuple(_pieces(line, _with_raised_digits(characters, line)))
        if rows and rows[-1][-1].text.endswith(LAST_HYPHEN) and rows[-1][-1].turn == line.turn:
            rows[-1] = (*rows[-1][:-1], _join(rows[-1][-1], row[0]), *row[1:])
        else:
            rows.append(row)
    return rows


def _join(above: Piece, below: Piece) -> Piece:
    """Put a word together that a line ends in the middle of: in Vietnamese the hyphen is part of it."""
    return above._replace(text=above.text.removesuffix(LAST_HYPHEN) + "-" + below.text)


def _pieces(line: Line, text: str) -> Iterator[Piece]:
    begin = 0
    for end in (*_cuts(line), len(line.words)):
        words = line.words[begin:end]
        right = max(word.right for word in words)
        yield Piece(text[words[0].start : words[-1].end], words[0].left, right, line.baseline, line.size, line.turn)
        begin = end


def _cuts(line: Line) -> Iterator[int]:
    """Find the words before which a column ends."""
    gaps = [after.left - word.right for word, after in pairwise(line.words)]
    if not gaps:
        return
    least = min(_WIDE_GAP * line.size, max(_GAP * line.size, _TIMES_THE_USUAL * median(gaps)))
    begin = 0
    for i, gap in enumerate(gaps, 1):
        column = line.text[line.words[begin].start : line.words[i - 1].end]
        if gap > least and not _LIST_MARK.fullmatch(column) and not _FILLED_IN.match(line.text, line.words[i].start):
            yield i
            begin = i


def _with_raised_digits(characters: Characters, line: Line) -> str:
    """Mark digits that are set smaller and higher than what they stand next to: marks of notes, exponents."""
    text = line.text
    for digits in _DIGITS.finditer(line.text):
        beside = _beside(line, *digits.span())
        if beside is None:
            continue
        first = digits.end()
        while first > digits.start() and _is_raised(characters, line, first - 1, beside):
            first -= 1
        text = text[:first] + raised(text[first : digits.end()]) + text[digits.end() :]
    return text


def _beside(line: Line, start: int, end: int) -> int | None:
    """Return the character to compare digits with: their word's first, or their neighbour where they are the word."""
    i = next(i for i, word in enumerate(line.words) if word.end > start)
    word = line.words[i]
    if (word.start, word.end) != (start, end):
        return word.start
    if i == 0:
        following = line.words[1].start if len(line.words) > 1 else None
        return following if following and line.text[following].isalpha() else None
    before = line.words[i - 1]
    return before.end - 1 if word.left - before.right < _NEAR * line.size else None


def _is_raised(characters: Characters, line: Line, digit: int, beside: int) -> bool:
    digit, beside = line.indices[digit], line.indices[beside]
    size = characters.size(beside)
    if characters.size(digit) > MARK_SIZE * size:
        return False
    height, beside_height = (characters.origin(index, line.turn)[1] for index in (digit, beside))
    return height > beside_height + _RAISED_BY * size
