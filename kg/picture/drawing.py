"""Boxes and arrows of a picture, for pyvis: nodes and edges with fixed places and colours.

Each step is an arrow of its own, made of pieces between unseen points: a curve away from the source, then a straight
end that carries the words and leads to its own slot at the border of the target, so that words stand beside the
document they lead to and never on one another. Boxes in the second column are reached between those of the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.labels import Language, relation_label
from kg.model import Chain, Document, Step
from kg.picture.layout import BOX_HEIGHT, Layout, Place, arrange
from kg.picture.looks import BOXES, RELATION_COLOURS, SEVERAL_COLOUR, Attributes
from kg.picture.words import box_label, document_title, step_title

Link = Callable[[Document], str]

# Lengths in pixels at scale 1.
_CURVE = 110
_LETTER = 6.6
"""Width of a letter of the words on an arrow, at most on average."""
_SLOT = 17
_LEAST_SLOT = 13
"""Slots nearer than this have no room for words of their own."""
_LANE = 18
"""What an arrow may use of the room between two boxes."""
_HEAD = 18
_ROUND = 22


@dataclass(frozen=True, slots=True)
class _Arrow:
    """A step between two places."""

    step: Step
    start: Place
    end: Place

    @property
    def out(self) -> int:
        """Side on which it leaves the source: -1 left, 1 right."""
        return -1 if self.start.level > self.end.level else 1

    @property
    def into(self) -> int:
        """Side on which it comes to the target."""
        return -1 if self.start.level < self.end.level else 1


class Drawing:
    """Nodes and edges of a picture, as keyword arguments for pyvis.

    Attributes:
        nodes: Boxes and unseen points.
        edges: The pieces of arrows.
        layout: Where the boxes stand; the root is 'd0'.
    """

    def __init__(
        self,
        chain: Chain,
        documents: Sequence[Document],
        steps: Sequence[Step],
        language: Language,
        link: Link | None = None,
    ) -> None:
        self.nodes: list[Attributes] = []
        self.edges: list[Attributes] = []
        self._language: Language = language
        words = {step.relation: relation_label(step.relation, language) for step in steps}
        self._words = words
        self._room = round(max(map(len, words.values()), default=0) * _LETTER) + 16
        self.layout = _layout(chain, documents, steps, self._room)
        keys = {document.iri: f"d{index}" for index, document in enumerate(documents)}
        for document in documents:
            look = "root" if document.iri == chain.root.iri else "held" if document.held else "cited"
            self._box(keys[document.iri], document, look, link)
        places = {iri: self.layout.places[key] for iri, key in keys.items()}
        for arrows in _by_side_of_target(steps, places):
            self._arrows(arrows)

    def _box(self, key: str, document: Document, look: str, link: Link | None) -> None:
        place = self.layout.places[key]
        node: Attributes = {
            "n_id": key,
            "shape": "box",
            "x": place.x,
            "y": place.y,
            "label": box_label(document, self._language),
            "title": document_title(document, self._language),
            **BOXES[look],
        }
        self.nodes.append(node | ({"url": link(document)} if link else {}))

    def _arrows(self, arrows: Sequence[_Arrow]) -> None:
        """Draw the arrows that come to one side of a box, from top to bottom."""
        slot = _slot(arrows[0].end, arrows[0].into, len(arrows))
        middle = len(arrows) // 2
        all_words = ", ".join(dict.fromkeys(self._words[arrow.step.relation] for arrow in arrows))
        for index, arrow in enumerate(arrows):
            colour = RELATION_COLOURS[arrow.step.relation]
            words = self._words[arrow.step.relation]
            if slot < _LEAST_SLOT and len(arrows) > 1:
                words, colour = (all_words, SEVERAL_COLOUR) if index == middle else ("", colour)
            label = {"label": words, "font": {"color": colour}} if words else {}
            y = arrow.end.y + round((index - (len(arrows) - 1) / 2) * slot)
            if arrow.start.level == arrow.end.level:
                self._bracket(arrow, y, label)
            else:
                self._bow(arrow, y, label)

    def _bow(self, arrow: _Arrow, y: int, label: Attributes) -> None:
        """Draw an arrow to another level: a curve, then a straight end with the words."""
        side, end = arrow.into, arrow.end
        border = end.border(side)
        tip = self._point(end.edge(side), y)
        near = tip if border == end.edge(side) else self._point(border, y)
        before = self._point(border + side * self._room, y)
        self._piece(arrow, self._way_out(arrow), before, _cubic())
        self._piece(arrow, before, near, head=near == tip, **label)
        if near != tip:
            self._piece(arrow, near, tip, head=True)

    def _bracket(self, arrow: _Arrow, y: int, label: Attributes) -> None:
        """Draw an arrow within a level: out to the right, down or up with the words, and back."""
        start, end = arrow.start, arrow.end
        x = end.right + self._room // 2 + _HEAD
        turn = min(_ROUND, abs(y - start.y) // 3) * (1 if y > start.y else -1)
        above, below = self._point(x, start.y + turn), self._point(x, y - turn)
        back = self._point(end.right + _HEAD, y)
        self._piece(arrow, self._way_out(arrow), above, _quadratic("horizontal"))
        self._piece(arrow, above, below, **label)
        self._piece(arrow, below, back, _quadratic("vertical"))
        self._piece(arrow, back, self._point(end.edge(1), y), head=True)

    def _way_out(self, arrow: _Arrow) -> str:
        """Give the point at which an arrow leaves the level of its source."""
        side, place = arrow.out, arrow.start
        point = self._point(place.border(side), place.y)
        if place.border(side) != place.edge(side):
            self._piece(arrow, self._point(place.edge(side), place.y), point)
        return point

    def _point(self, x: int, y: int) -> str:
        key = f"p{len(self.nodes)}"
        self.nodes.append({"n_id": key, "shape": "dot", "size": 0, "opacity": 0, "x": x, "y": y, "label": " "})
        return key

    def _piece(
        self, arrow: _Arrow, start: str, end: str, smooth: Attributes | bool = False, *, head: bool = False,
        **more: object,
    ) -> None:  # fmt: skip
        self.edges.append(
            {
                "source": start,
                "to": end,
                "color": RELATION_COLOURS[arrow.step.relation],
                "title": step_title(arrow.step, self._language),
                "smooth": smooth,
                "arrows": "to" if head else "",
                **more,
            }
        )


def _layout(chain: Chain, documents: Sequence[Document], steps: Sequence[Step], room: int) -> Layout:
    levels: dict[int, list[str]] = defaultdict(list)
    for index, document in enumerate(documents):
        levels[chain.depths[document.iri]].append(f"d{index}")
    within = any(chain.depths[step.source.iri] == chain.depths[step.target.iri] for step in steps)
    gap = _CURVE + room * (2 if within else 1)
    return arrange([levels[depth] for depth in sorted(levels)], gap, rightwards=chain.direction == "up")


def _by_side_of_target(steps: Sequence[Step], places: Mapping[str, Place]) -> list[list[_Arrow]]:
    found: dict[tuple[str, int], list[_Arrow]] = defaultdict(list)
    for step in steps:
        arrow = _Arrow(step, places[step.source.iri], places[step.target.iri])
        found[step.target.iri, arrow.into].append(arrow)
    return [sorted(arrows, key=lambda arrow: (arrow.start.y, arrow.step.relation)) for arrows in found.values()]


def _slot(end: Place, side: int, count: int) -> float:
    """Give the room between arrows that come to one side of a box."""
    room = BOX_HEIGHT - 12 if end.border(side) == end.edge(side) else _LANE
    return min(_SLOT, room / max(1, count - 1))


def _cubic() -> Attributes:
    return {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}


def _quadratic(first: str) -> Attributes:
    """A quarter of a turn that begins in a direction."""
    return {"enabled": True, "type": first, "roundness": 1}
