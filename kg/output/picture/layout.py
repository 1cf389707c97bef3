"""Where the boxes of a picture stand: a level for each depth, from left to right, the latest documents on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Room = dict[int, int]
"""What is kept free to the left (-1) and to the right (1) of a level."""

# All lengths are pixels at scale 1.
BOX_WIDTH = 224
BOX_HEIGHT = 62
_COLUMN_GAP = 28
_PITCH = 88
"""From one box to the next below it; the room between them holds an arrow to a box behind."""
LONGEST_COLUMN = 11
"""A level with more boxes than this stands in two columns, staggered."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a box stands.

    Attributes:
        x: Its middle.
        y: Its middle.
        level: Number of its level, from the left.
        left: Where its level begins.
        right: Where its level ends.
    """

    x: int
    y: int
    level: int
    left: int
    right: int

    def edge(self, side: int) -> int:
        """Return where the box ends: on the left (-1) or on the right (1)."""
        return self.x + side * BOX_WIDTH // 2

    def border(self, side: int) -> int:
        """Return where its level ends: on the left (-1) or on the right (1)."""
        return self.left if side < 0 else self.right


@dataclass(frozen=True, slots=True)
class Layout:
    """Places by key, and the size of the whole."""

    places: Mapping[str, Position]
    width: int
    height: int


def arrange(levels: Sequence[Sequence[str]], rooms: Sequence[Room], gap: int) -> Layout:
    """Place boxes.

    Args:
        levels: Keys of the boxes, level by level from left to right, those of a level from top to bottom.
        rooms: What each level keeps free beside it.
        gap: Room between levels besides.
    """
    places: dict[str, Position] = {}
    left = 0
    for number, keys in enumerate(levels):
        left += rooms[number][-1]
        places.update(_level(keys, number, left))
        left = places[keys[0]].right + rooms[number][1] + gap
    ys = [place.y for place in places.values()]
    return Layout(places, width=left - gap, height=max(ys) - min(ys) + BOX_HEIGHT)


def _level(keys: Sequence[str], number: int, left: int) -> Iterator[tuple[str, Position]]:
    columns = 1 if len(keys) <= LONGEST_COLUMN else 2
    pitch = _PITCH // columns
    right = left + columns * BOX_WIDTH + (columns - 1) * _COLUMN_GAP
    top = -(len(keys) - 1) * pitch // 2
    for index, key in enumerate(keys):
        x = left + BOX_WIDTH // 2 + index % columns * (BOX_WIDTH + _COLUMN_GAP)
        yield key, Position(x, top + index * pitch, number, left, right)
