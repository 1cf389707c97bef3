"""Where the citations of a text stand in the pieces of which its file is made: runs of Word, text nodes of HTML.

A file is read into one text, with labels counted, notes put in their places, blanks changed. So a citation is found
again by its words and those around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from legalkg.kg.check.model import CheckedText

_AROUND = ((24, 24), (24, 0), (0, 24), (10, 0), (0, 10))
"""Characters before and behind a citation by which it is found again: a note or a label may stand on one side."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From an offset in one piece to an offset in the same or a later one."""

    first: int
    start: int
    last: int
    end: int


def places(checked: CheckedText, text: str, pieces: Iterable[str]) -> list[Stretch | None]:
    """Return where each citation stands in the pieces; None where it is not found in them.

    Args:
        checked: The text with its citations.
        text: It as read, into which their offsets point.
        pieces: The texts of the pieces of the file, in their order.
    """
    parts = list(pieces)
    starts = [0, *accumulate(map(len, parts))]
    there, there_at = _squeezed("".join(parts))

    def piece(offset: int) -> tuple[int, int]:
        number = bisect_right(starts, offset) - 1
        return number, offset - starts[number]

    found: list[Stretch | None] = []
    for place in _found(checked, text, there):
        last = piece(there_at[place[1] - 1]) if place else (0, 0)
        found.append(Stretch(*piece(there_at[place[0]]), last[0], last[1] + 1) if place else None)
    return found


def _found(checked: CheckedText, text: str, there: str) -> list[tuple[int, int] | None]:
    """Return where each citation stands in a text without blanks, those first that have all the words around them."""
    read, read_at = _squeezed(text)
    wanted = [(bisect_left(read_at, one.start), bisect_left(read_at, one.end)) for one in checked.citations]
    everywhere = {words: list(_all(there, words)) for words in {read[start:end] for start, end in wanted}}
    places: dict[int, tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for around in _AROUND:
        free: dict[tuple[str, str, str], deque[tuple[int, int]]] = defaultdict(deque)
        for words, positions in everywhere.items():
            for place in ((at, at + len(words)) for at in positions):
                if place not in taken:
                    free[_key(there, place, around)].append(place)
        for number, own in enumerate(wanted):
            same = free.get(_key(read, own, around))
            if number not in places and same:
                places[number] = same.popleft()
                taken.add(places[number])
    return [places.get(number) for number in range(len(wanted))]


def _key(text: str, place: tuple[int, int], around: tuple[int, int]) -> tuple[str, str, str]:
    start, end = place
    return text[max(0, start - around[0]) : start], text[start:end], text[end : end + around[1]]


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without its blanks, and where each character of it stands."""
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    return "".join(text[at] for at in kept), kept


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
