"""Characters of a PDF page: lines as PDFium gives them, put in order where they were drawn in another one.

PDFium keeps the order of drawing. Where a font lacks Vietnamese letters, these are drawn apart with another font, after
the rest of their line: "t ch c" and then "ổ ứ". Such lines are sorted by place. Lengths are in points.

Text may run in another direction than the page: landscape tables are drawn sideways, with the running head of the
upright pages or without, and the page is turned when it is shown or is not. So each line has the direction in which it
runs, and its places are those of the page turned until the line runs from left to right.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_double, c_float
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

LAST_HYPHEN = "\ufffe"
"""PDFium's sign for a hyphen that ends a line; it leaves out the line's end after it."""

_LINE = re.compile(rf"[^\r\n{LAST_HYPHEN}]+{LAST_HYPHEN}?")
_WORD = re.compile("[^ ]+")
_WORD_OF_PAGE = re.compile(r"\S+")
_QUARTER = math.pi / 2
# In sizes of type: how far baselines on one line differ, but for raised marks; how far words overlap, which is also the
# least width of two letters; what is a blank; what is a small gap.
_SAME_LINE, _MOST_RAISED, _OVERLAP, _BLANK, _SMALL_GAP = 0.2, 0.45, 0.3, 0.12, 0.7
MARK_SIZE = 0.85
"""A raised mark is this much of its line's size at most."""


class Characters:
    """The characters of a page and their places, on the page turned by some degrees clockwise."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._textpage = page.get_textpage()
        self._rectangle, self._matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
        self._x, self._y = c_double(), c_double()
        self._width = c_float()
        self._by_x, self._by_y, self._by_width = byref(self._x), byref(self._y), byref(self._width)
        self.text: str = self._textpage.get_text_range()
        self._is_shifted = len(self.text) != self._textpage.count_chars()

    def turn(self, index: int) -> int:
        """Return by how many degrees, 0, 90, 180 or 270, the page is turned clockwise to set a character upright."""
        angle = pdfium_c.FPDFText_GetCharAngle(self._textpage, self._own_index(index))
        return round(-angle / _QUARTER) % 4 * 90 if angle > 0 else 0

    def main_turn(self) -> int:
        """Return by how many degrees most words of the page are to be turned; 0 where there are none."""
        turns = Counter(self.turn(word.start()) for word in _WORD_OF_PAGE.finditer(self.text))
        return max(turns, key=turns.__getitem__, default=0)

    def origin(self, index: int, turn: int) -> tuple[float, float]:
        """Return where a character starts, and the height of its baseline."""
        pdfium_c.FPDFText_GetCharOrigin(self._textpage, self._own_index(index), self._by_x, self._by_y)
        return _turned(self._x.value, self._y.value, turn)

    def right(self, index: int, turn: int) -> float:
        """Return where a character ends, what hangs over into the next one included."""
        edges = self._rectangle
        pdfium_c.FPDFText_GetLooseCharBox(self._textpage, self._own_index(index), edges)
        if turn == 0:
            return float(edges.right)
        return max(_turned(edges.left, edges.bottom, turn)[0], _turned(edges.right, edges.top, turn)[0])

    def size(self, index: int) -> float:
        """Return the size of a character's type."""
        index = self._own_index(index)
        pdfium_c.FPDFText_GetMatrix(self._textpage, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d)
        return float(pdfium_c.FPDFText_GetFontSize(self._textpage, index)) * scale

    def width(self, index: int, character: str) -> float:
        """Return how far the next character is from where this one starts; 0 where its font does not say."""
        index = self._own_index(index)
        drawn = pdfium_c.FPDFText_GetTextObject(self._textpage, index)
        size = pdfium_c.FPDFText_GetFontSize(self._textpage, index)
        font = pdfium_c.FPDFTextObj_GetFont(drawn) if drawn else None
        if not font or not pdfium_c.FPDFFont_GetGlyphWidth(font, ord(character), size, self._by_width):
            return 0.0
        pdfium_c.FPDFText_GetMatrix(self._textpage, index, self._matrix)
        return self._width.value * math.hypot(self._matrix.a, self._matrix.b)

    def is_drawn(self, index: int) -> bool:
        """Return whether the page holds this character, or PDFium made it up to fill a gap."""
        return bool(pdfium_c.FPDFText_IsGenerated(self._textpage, self._own_index(index)) != 1)

    def _own_index(self, index: int) -> int:
        if not self._is_shifted:
            return index
        return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._textpage, index))


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    match turn:
        case 90:
            return y, -x
        case 180:
            return -x, -y
        case 270:
            return -y, x
    return x, y


class Word(NamedTuple):
    """A word of a line: where it stands in its text and on the page."""

    start: int
    end: int
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one height.

    Attributes:
        text: Its characters.
        indices: For each of them its index in the page; for a blank that was put in, that of its neighbour.
        words: Its words, one at least.
        baseline: Height of the line on which the letters stand.
        size: Size of its type.
        turn: Degrees by which the page is turned for it, see :meth:`Characters.turn`.
    """

    text: str
    indices: Sequence[int]
    words: tuple[Word, ...]
    baseline: float
    size: float
    turn: int = 0

    @property
    def is_in_order(self) -> bool:
        """Whether its characters follow each other from left to right."""
        edge = -math.inf
        for word in self.words:
            if word.left < edge or (word.end - word.start > 1 and word.right - word.left < _OVERLAP * self.size):
                return False
            edge = word.right - _OVERLAP * self.size
        return True

    def goes_on(self, other: Line) -> bool:
        """Return whether another line, drawn after this one, is a part of it: over it, right behind it, or its mark."""
        if self.turn != other.turn:
            return False
        small, large = sorted((self, other), key=lambda line: line.size)
        has_mark = small.size < large.size * MARK_SIZE and small.baseline > large.baseline
        most = (_MOST_RAISED if has_mark else _SAME_LINE) * large.size
        if abs(self.baseline - other.baseline) > most:
            return False
        left, right = min(word.left for word in self.words), max(word.right for word in self.words)
        other_left, other_right = min(word.left for word in other.words), max(word.right for word in other.words)
        return other_left < right + _SMALL_GAP * self.size and other_right > left + _OVERLAP * self.size


def upright_characters(page: pdfium.PdfPage) -> Characters:
    """Return the characters of a page that is turned until most of it stands upright.

    PDFium orders what it finds on one height from left to right: lines that run downwards would come from the last to
    the first.
    """
    characters = Characters(page)
    turn = characters.main_turn()
    if turn == page.get_rotation():
        return characters
    page.set_rotation(turn)
    return Characters(page)


def read_lines(characters: Characters) -> Iterator[Line]:
    """Return the lines of a page in the order of the page, each from left to right."""
    parts: list[Line] = []
    for match in _LINE.finditer(characters.text):
        for line in _measure(characters, match.group(), range(*match.span())):
            if parts and not any(part.goes_on(line) for part in parts):
                yield from _in_order(characters, parts)
                parts = []
            parts.append(line)
    yield from _in_order(characters, parts)


def _measure(characters: Characters, text: str, indices: Sequence[int]) -> Iterator[Line]:
    """Return the lines in what PDFium takes for one: cells of a row may stand half a line higher than others."""
    begun = [
        (_word(characters, indices, start, end, turn), turn)
        for match in _WORD.finditer(text)
        for start, end, turn in _in_one_direction(characters, indices, *match.span())
    ]
    for turn, group in groupby(begun, key=itemgetter(1)):
        yield from _on_heights(characters, text, indices, [word for word, _ in group], turn)


def _word(characters: Characters, indices: Sequence[int], start: int, end: int, turn: int) -> Word:
    left, baseline = characters.origin(indices[start], turn)
    return Word(start, end, left, characters.right(indices[end - 1], turn), baseline)


def _in_one_direction(
    characters: Characters, indices: Sequence[int], start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """Return a word with its direction, cut where that changes: PDFium joins an upright head with sideways text."""
    turn = characters.turn(indices[start])
    if characters.turn(indices[end - 1]) == turn:
        yield start, end, turn
        return
    for turn, group in groupby(range(start, end), key=lambda i: characters.turn(indices[i])):
        same = list(group)
        yield same[0], same[-1] + 1, turn


def _on_heights(
    characters: Characters, text: str, indices: Sequence[int], words: list[Word], turn: int
) -> Iterator[Line]:
    begin = 0
    for i, (word, after) in enumerate(pairwise(words), 1):
        step = abs(after.baseline - word.baseline)
        if step and step > _MOST_RAISED * max(characters.size(indices[w.start]) for w in (word, after)):
            yield _line(characters, text, indices, words[begin:i], turn)
            begin = i
    yield _line(characters, text, indices, words[begin:], turn)


def _line(characters: Characters, text: str, indices: Sequence[int], words: list[Word], turn: int) -> Line:
    start, end = words[0].start, words[-1].end
    sample = (words[0], words[len(words) // 2], words[-1])
    return Line(
        text[start:end],
        indices[start:end],
        tuple(word._replace(start=word.start - start, end=word.end - start) for word in words)
        if start
        else tuple(words),
        median(word.baseline for word in words),
        median(characters.size(indices[word.start]) for word in sample),
        turn,
    )


def _in_order(characters: Characters, parts: list[Line]) -> Iterable[Line]:
    """Put the parts of a line together, sorted by place if need be."""
    if len(parts) == 1 and parts[0].is_in_order:
        return parts
    turn = parts[0].turn if parts else 0
    drawn = sorted(
        (characters.origin(index, turn)[0], index, character)
        for part in parts
        for index, character in zip(part.indices, part.text, strict=True)
        if characters.is_drawn(index)
    )
    blank = _BLANK * parts[0].size if parts else 0.0
    text: list[str] = []
    indices: list[int] = []
    edge = math.inf
    for left, index, character in drawn:
        if left - edge > blank and character != " " and text[-1] != " ":
            text.append(" ")
            indices.append(index)
        text.append(character)
        indices.append(index)
        width = characters.width(index, character)
        edge = left + width if width else characters.right(index, turn)
    return _measure(characters, "".join(text), indices)
