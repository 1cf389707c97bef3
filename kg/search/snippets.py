"""The stretch of a text to show for a search: where the words stand as they were asked for, if they do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from legalkg.extractors.text import fold
from legalkg.kg.search.words import PlainText, phrases_of, plain_text, words_of

_WINDOW = 240
"""Length of a snippet in code points, about three lines."""
_BEFORE = 40
"""How far a snippet begins before the first found word, at most."""
_HEAD = 30_000
"""Length of the head of a text, where most that is asked for stands."""
_ENOUGH = 1000
"""In how many places of each word the best place of a text is looked for."""
_LETTERS = re.compile(r"[^\W_]+")
_Found = tuple[int, int, str]
"""Where a found word starts and ends in the text as read, and the word."""


class Asked:
    """Words that somebody asks for.

    Attributes:
        phrase: All of them, plain, as they follow one another.
        written: All of them with their diacritics, as they follow one another.
        spelled: Plain word -> how it was written; who writes diacritics means them, where the text has them.
    """

    def __init__(self, words: str) -> None:
        plain = [word for phrase in phrases_of(words) for word in phrase]
        self.phrase = " ".join(plain)
        letters = _LETTERS.findall(fold(words))
        self.written = " ".join(letters)
        spelled = {" ".join(words_of(word)): word for word in letters}
        self.spelled: Mapping[str, str] = {word: spelled.get(word, word) for word in sorted(set(plain))}


def snippet_of(text: str, asked: Asked) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Return where the snippet of a text starts and ends, and where found words stand in it.

    All the words together come first, with their diacritics rather than without; then most of them near one another.
    The text begins it where none is found.
    """
    if not asked.spelled:
        return *_window(text, 0), ()
    for part in _parts(text):
        plain = plain_text(part)
        together = _together(part, plain, asked) if " " in asked.phrase else None
        found = _places(part, plain, asked.spelled)
        if together is not None:
            start, end = _window(text, together)
            break
        if part is text or {word for _, _, word in found} == asked.spelled.keys():
            start, end = _window(text, _best_place(found))
            break
    return start, end, _marks(text, start, end, asked)


def _parts(text: str) -> Iterator[str]:
    """Return the head of a long text, then the whole."""
    if len(text) > _HEAD and (cut := text.find(" ", _HEAD)) > 0:
        yield text[:cut]
    yield text


def _together(text: str, plain: PlainText, asked: Asked) -> int | None:
    places = list(islice(plain.places(asked.phrase), _ENOUGH))
    exact = (a for a, b in places if " ".join(_LETTERS.findall(fold(text[a:b]))) == asked.written)
    return next(exact, places[0][0] if places else None)


def _places(text: str, plain: PlainText, spelled: Mapping[str, str]) -> list[_Found]:
    return sorted((a, b, word) for word in spelled for a, b in _spelled(text, plain, word, spelled[word]))


def _spelled(text: str, plain: PlainText, word: str, written: str) -> Sequence[tuple[int, int]]:
    """Return the places of a word, those only where it is spelled as it was written if there are any."""
    places = list(islice(plain.places(word), _ENOUGH))
    if written == word:
        return places
    return [(a, b) for a, b in places if fold(text[a:b]) == written] or places


def _marks(text: str, start: int, end: int, asked: Asked) -> tuple[tuple[int, int], ...]:
    stretch = text[start:end]
    found = _places(stretch, plain_text(stretch), asked.spelled)
    return tuple((start + a, start + b) for a, b, _ in found)


def _best_place(found: Sequence[_Found]) -> int:
    """Return where the stretch begins that holds most of the different words; of equal ones the first."""
    best, at, first = 0, 0, 0
    inside: Counter[str] = Counter()
    for _, end, word in found:
        inside[word] += 1
        while end > found[first][0] + _WINDOW - _BEFORE and found[first][1] < end:
            inside -= Counter((found[first][2],))
            first += 1
        if len(inside) > best:
            best, at = len(inside), found[first][0]
    return at


def _window(text: str, at: int) -> tuple[int, int]:
    """Return a stretch around a place, cut at blanks."""
    start = text.rfind(" ", 0, at - _BEFORE) + 1 if at > _BEFORE else 0
    start = start if at - start <= _BEFORE * 3 else at
    end = start + _WINDOW
    if end < len(text) and (blank := text.rfind(" ", start + 1, end)) > start:
        end = blank
    return start, min(end, len(text))
