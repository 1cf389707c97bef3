"""Where the boxes of a picture stand: a level for each depth, from left to right, the latest documents on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# All lengths are pixels at scale 1.
BOX_WIDTH = 216
BOX_HEIGHT = 56
_LEVEL_GAP = 190
"""Room between levels, for the words on the arrows."""
_COLUMN_GAP = 36
_PITCH = 80
"""From one box to the next below it; the room between them holds an arrow to a box behind."""
_LONGEST_COLUMN = 11
"""A level with more boxes than this stands in two columns, staggered."""


@dataclass(frozen=True, slots=True)
class Place:
    """Middle of a box, and where its level begins and ends."""

    x: int
    y: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Places by key, and the size of the whole."""

    places: Mapping[str, Place]
    width: int
    height: int


def arrange(levels: Sequence[Sequence[str]], *, rightwards: bool = True) -> Layout:
    """Place boxes.

    Args:
        levels: Keys of the boxes, level by level, those of a level from top to bottom.
        rightwards: The first level is the leftmost; else the rightmost.
    """
    places: dict[str, Place] = {}
    left = 0
    for level in levels if rightwards else reversed(levels):
        places |= _level(level, left)
        left = places[level[0]].right + _LEVEL_GAP
    ys = [place.y for place in places.values()] or [0]
    return Layout(places, width=max(left - _LEVEL_GAP, BOX_WIDTH), height=max(ys) - min(ys) + BOX_HEIGHT)


def _level(keys: Sequence[str], left: int) -> Iterator[tuple[str, Place]]:
    columns = 1 if len(keys) <= _LONGEST_COLUMN else 2
    pitch = _PITCH // columns
    right = left + columns * BOX_WIDTH + (columns - 1) * _COLUMN_GAP
    top = -(len(keys) - 1) * pitch // 2
    for index, key in enumerate(keys):
        x = left + BOX_WIDTH // 2 + index % columns * (BOX_WIDTH + _COLUMN_GAP)
        yield key, Place(x, top + index * pitch, left, right)
