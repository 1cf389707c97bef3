"""Characters of a PDF page: lines as PDFium gives them, put in order where it drew them in another one.

PDFium keeps the order of drawing. Where a font lacks Vietnamese letters, these are drawn apart with another font, after
their line: "t ch c" and then "ổ ứ". Such lines are sorted by place. Lengths are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

LAST_HYPHEN = "\ufffe"
"""PDFium's sign for a hyphen that ends a line; it leaves out the line's end after it."""

_LINE = re.compile(rf"[^\r\n{LAST_HYPHEN}]+{LAST_HYPHEN}?")
_WORD = re.compile("[^ ]+")
# In line heights: how far left of its predecessor a word shows disorder, how far two heights are one, what is a blank.
_BACKWARDS, _SAME_LINE, _BLANK = 0.5, 0.3, 0.12


class Box(NamedTuple):
    """Where a character stands on the page as it is shown; its height is that of the font."""

    left: float
    bottom: float
    right: float
    top: float


class Characters:
    """The characters of a page and their places."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._textpage = page.get_textpage()
        self._rotation = page.get_rotation()
        self._rectangle = pdfium_c.FS_RECTF()
        self.text: str = self._textpage.get_text_range()
        self._is_shifted = len(self.text) != self._textpage.count_chars()

    def box(self, index: int) -> Box:
        """Give the place of a character, turned as the page is."""
        place = self._rectangle
        pdfium_c.FPDFText_GetLooseCharBox(self._textpage, self._own_index(index), place)
        if self._rotation == 0:
            return Box(place.left, place.bottom, place.right, place.top)
        if self._rotation == 90:
            return Box(place.bottom, -place.right, place.top, -place.left)
        if self._rotation == 180:
            return Box(-place.right, -place.top, -place.left, -place.bottom)
        return Box(-place.top, place.left, -place.bottom, place.right)

    def is_drawn(self, index: int) -> bool:
        """Tell whether the page holds this character, or PDFium made it up to fill a gap."""
        return pdfium_c.FPDFText_IsGenerated(self._textpage, self._own_index(index)) != 1

    def _own_index(self, index: int) -> int:
        if not self._is_shifted:
            return index
        return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._textpage, index))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: where it stands in its text, and the places of its first and last character."""

    start: int
    end: int
    first: Box
    last: Box


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one height.

    Attributes:
        text: Its characters.
        indices: For each of them its index in the page; that of its neighbour for a blank that was put in.
        words: Its words, one at least.
        bottom: Lower edge.
        height: Height of its font.
    """

    text: str
    indices: Sequence[int]
    words: tuple[Word, ...]
    bottom: float
    height: float

    @property
    def is_in_order(self) -> bool:
        """Whether the words follow each other from left to right."""
        least = -_BACKWARDS * self.height
        return all(b.first.left - a.last.right > least for a, b in zip(self.words, self.words[1:], strict=False))

    def overlaps(self, other: Line) -> bool:
        """Tell whether two lines share their height and part of their width."""
        if abs(self.bottom - other.bottom) > _SAME_LINE * min(self.height, other.height):
            return False
        slack = _BACKWARDS * self.height
        return self._left < other._right - slack and other._left < self._right - slack

    @property
    def _left(self) -> float:
        return min(word.first.left for word in self.words)

    @property
    def _right(self) -> float:
        return max(word.last.right for word in self.words)


def read_lines(characters: Characters) -> Iterator[Line]:
    """Give the lines of a page in the order of the page, each from left to right."""
    pending: list[Line] = []
    for match in _LINE.finditer(characters.text):
        line = _measure(characters, match.group(), range(*match.span()))
        if line is None:
            continue
        if pending and not any(line.overlaps(other) for other in pending):
            yield _in_order(characters, pending)
            pending = []
        pending.append(line)
    if pending:
        yield _in_order(characters, pending)


def _measure(characters: Characters, text: str, indices: Sequence[int]) -> Line | None:
    words = tuple(
        Word(match.start(), match.end(), characters.box(indices[match.start()]), characters.box(indices[match.end() - 1]))
        for match in _WORD.finditer(text)
    )
    if not words:
        return None
    bottom = median(word.first.bottom for word in words)
    height = median(word.first.top - word.first.bottom for word in words)
    return Line(text, indices, words, bottom, height)


def _in_order(characters: Characters, lines: list[Line]) -> Line:
    """Put what stands on one height together, sorted by place if need be."""
    if len(lines) == 1 and lines[0].is_in_order:
        return lines[0]
    height = lines[0].height
    drawn = sorted(
        (characters.box(index), index, character)
        for line in lines
        for index, character in zip(line.indices, line.text, strict=True)
        if characters.is_drawn(index)
    )
    text: list[str] = []
    indices: list[int] = []
    right = drawn[0][0].left if drawn else 0.0
    for box, index, character in drawn:
        if box.left - right > _BLANK * height and character != " " and text[-1] != " ":
            text.append(" ")
            indices.append(index)
        text.append(character)
        indices.append(index)
        right = max(right, box.right)
    return _measure(characters, "".join(text), indices) or lines[0]
