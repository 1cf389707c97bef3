"""Boxes and arrows of a picture, for pyvis: nodes and edges with fixed places and colours.

Each step is an arrow of its own (within a level those between the same two share one), made of pieces between
unseen points: a curve away from the source, then a straight end that carries the words and leads to its own slot at
the border of the target, so that words stand beside the document they lead to and never on one another. Boxes in the
second column are reached between those of the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from legalkg.kg.model import Chain, Document, Step
from legalkg.kg.output.picture.layout import BOX_HEIGHT, LONGEST_COLUMN, Position, Room, arrange
from legalkg.kg.output.picture.looks import BOXES, RELATION_COLOURS, SEVERAL_COLOUR, Attributes
from legalkg.kg.output.picture.words import box_label, document_title, step_title
from legalkg.kg.rdf.labels import Language, relation_label

AddressOf = Callable[[Document], str]

# Lengths in pixels at scale 1.
_CURVE = 80
_CURVE_PER_BOX = 5
_LETTER = 7.2
"""Width of a letter of the words on an arrow, at most on average."""
_SLOT = 17
_LEAST_SLOT = 13
"""Slots nearer than this have no room for words of their own."""
_LANE = 18
"""What an arrow may use of the room between two boxes."""
_HEAD = 18
_ROUND = 22
_ASIDE = 11
"""How far an arrow within a level ends from where others leave."""


@dataclass(frozen=True, slots=True)
class _Arrow:
    """Steps between two places."""

    steps: tuple[Step, ...]
    start: Position
    end: Position

    @property
    def out(self) -> int:
        """Side on which it leaves the source: -1 left, 1 right."""
        return -1 if self.start.level > self.end.level else 1

    @property
    def into(self) -> int:
        """Side on which it comes to the target."""
        return -1 if self.start.level < self.end.level else 1

    @property
    def relations(self) -> dict[str, None]:
        """The relations it stands for, each once."""
        return dict.fromkeys(step.relation for step in self.steps)


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
        link: AddressOf | None = None,
    ) -> None:
        self.nodes: list[Attributes] = []
        self.edges: list[Attributes] = []
        self._language: Language = language
        self._words = {step.relation: relation_label(step.relation, language) for step in steps}
        levels = _levels(chain, documents)
        self._rooms = _rooms(levels, steps, self._words)
        keys = {document.iri: f"d{index}" for index, document in enumerate(documents)}
        highest = min(max(map(len, levels)), 2 * LONGEST_COLUMN)
        self.layout = arrange(
            [[keys[iri] for iri in level] for level in levels], self._rooms, _CURVE + _CURVE_PER_BOX * highest
        )
        for document in documents:
            look = "root" if document.iri == chain.root.iri else "held" if document.held else "cited"
            self._box(keys[document.iri], document, look, link)
        places = {iri: self.layout.places[key] for iri, key in keys.items()}
        for arrows in _by_side_of_target(steps, places):
            self._arrows(arrows)

    def _box(self, key: str, document: Document, look: str, link: AddressOf | None) -> None:
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
        apart = slot >= _LEAST_SLOT or len(arrows) == 1
        everything = dict.fromkeys(relation for arrow in arrows for relation in arrow.relations)
        for index, arrow in enumerate(arrows):
            relations = arrow.relations if apart else everything if index == len(arrows) // 2 else {}
            y = arrow.end.y + round((index - (len(arrows) - 1) / 2) * slot)
            if arrow.start.level == arrow.end.level:
                self._bracket(arrow, y, self._label(relations, ",\n"))
            else:
                self._bow(arrow, y, self._label(relations, ", "))

    def _label(self, relations: Iterable[str], between: str) -> Attributes:
        words = between.join(self._words[relation] for relation in relations)
        return {"label": words, "font": {"color": _colour(relations)}} if words else {}

    def _bow(self, arrow: _Arrow, y: int, label: Attributes) -> None:
        """Draw an arrow to another level: a curve, then a straight end with the words."""
        side, end = arrow.into, arrow.end
        border = end.border(side)
        tip = self._point(end.edge(side), y)
        near = tip if border == end.edge(side) else self._point(border, y)
        before = self._point(border + side * self._rooms[end.level][side], y)
        self._piece(arrow, self._way_out(arrow), before, _cubic())
        self._piece(arrow, before, near, head=near == tip, **label)
        if near != tip:
            self._piece(arrow, near, tip, head=True)

    def _bracket(self, arrow: _Arrow, y: int, label: Attributes) -> None:
        """Draw an arrow within a level: out to the right, down or up with the words, and back."""
        start, end = arrow.start, arrow.end
        aside = _ASIDE if end.edge(1) == end.border(1) else _LANE // 3
        y += aside if y < start.y else -aside
        x = end.right + self._rooms[end.level][1] // 2 + _HEAD
        turn = min(_ROUND, abs(y - start.y) // 3) * (1 if y > start.y else -1)
        above, below = self._point(x, start.y + turn), self._point(x, y - turn)
        back = self._point(end.right + _HEAD, y)
        self._piece(arrow, self._way_out(arrow), above, _quadratic("horizontal"))
        self._piece(arrow, above, below, **label)
        self._piece(arrow, below, back, _quadratic("vertical"))
        self._piece(arrow, back, self._point(end.edge(1), y), head=True)

    def _way_out(self, arrow: _Arrow) -> str:
        """Return the point at which an arrow leaves the level of its source."""
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
                "color": _colour(arrow.relations),
                "title": "\n\n".join(step_title(step, self._language) for step in arrow.steps),
                "smooth": smooth,
                "arrows": "to" if head else "",
                **more,
            }
        )


def _levels(chain: Chain, documents: Sequence[Document]) -> list[list[str]]:
    """Return the IRIs by level, from left to right: arrows point to the right."""
    levels: dict[int, list[str]] = defaultdict(list)
    for document in documents:
        levels[chain.depths[document.iri]].append(document.iri)
    return [levels[depth] for depth in sorted(levels, reverse=chain.direction == "down")]


def _rooms(levels: Sequence[Sequence[str]], steps: Sequence[Step], words: Mapping[str, str]) -> list[Room]:
    """Return the room that the words on arrows need beside each level."""
    level_of = {iri: number for number, level in enumerate(levels) for iri in level}
    rooms: list[Room] = [{-1: 0, 1: 0} for _ in levels]
    for step in steps:
        start, end = level_of[step.source.iri], level_of[step.target.iri]
        side = -1 if start < end else 1
        rooms[end][side] = max(rooms[end][side], round(len(words[step.relation]) * _LETTER) + 2 * _HEAD)
    return rooms


def _by_side_of_target(steps: Sequence[Step], places: Mapping[str, Position]) -> list[list[_Arrow]]:
    found: dict[tuple[str, int], list[_Arrow]] = defaultdict(list)
    for same in _together(steps, places):
        arrow = _Arrow(same, places[same[0].source.iri], places[same[0].target.iri])
        found[same[0].target.iri, arrow.into].append(arrow)
    return [sorted(arrows, key=lambda arrow: (arrow.start.y, *arrow.relations)) for arrows in found.values()]


def _together(steps: Sequence[Step], places: Mapping[str, Position]) -> Iterable[tuple[Step, ...]]:
    """Return the steps that share an arrow: those between the same two documents of one level."""
    found: dict[tuple[str, ...], list[Step]] = defaultdict(list)
    for step in steps:
        within = places[step.source.iri].level == places[step.target.iri].level
        found[step.source.iri, step.target.iri, "" if within else step.relation].append(step)
    return map(tuple, found.values())


def _colour(relations: Iterable[str]) -> str:
    known = list(relations)
    return RELATION_COLOURS[known[0]] if len(known) == 1 else SEVERAL_COLOUR


def _slot(end: Position, side: int, count: int) -> float:
    """Return the room between arrows that come to one side of a box."""
    room = BOX_HEIGHT - 12 if end.border(side) == end.edge(side) else _LANE
    return min(_SLOT, room / max(1, count - 1))


def _cubic() -> Attributes:
    return {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}


def _quadratic(first: str) -> Attributes:
    """A quarter of a turn that begins in a direction."""
    return {"enabled": True, "type": first, "roundness": 1}
