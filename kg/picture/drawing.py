"""Boxes and arrows of a picture, for pyvis: nodes and edges with fixed places and colours.

An arrow does not end at the middle of a box but at a port, an unseen point beside its level; from there a short
straight line leads to the box. So arrows to a box in the second column pass between the boxes of the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from kg.labels import Language
from kg.model import Chain, Document, Step
from kg.picture.layout import BOX_HEIGHT, BOX_WIDTH, Layout, Place, arrange
from kg.picture.words import box_label, document_title, edge_title, edge_words
from kg.vocabulary import RELATIONS

Link = Callable[[Document], str]
Attributes = dict[str, Any]

RELATION_COLOURS: dict[str, str] = {
    "implements": "#1d4ed8",
    "directs": "#0f766e",
    "guides": "#7e22ce",
    "based_on": "#92400e",
    "responds_to": "#4d7c0f",
    "reviews": "#0e7490",
    "amends": "#c2410c",
    "replaces": "#b91c1c",
    "repeals": "#9f1239",
    "corrects": "#a16207",
    "consolidates": "#3730a3",
    "suspends": "#be185d",
    "extends": "#047857",
    "cites": "#64748b",
}
_SEVERAL = "#475569"
"""Colour of the end of arrows of several relations."""

BOXES: dict[str, Attributes] = {
    "root": {"color": {"background": "#1e3a5f", "border": "#1e3a5f"}, "font": {"color": "#ffffff"}},
    "held": {"color": {"background": "#e3ecf7", "border": "#3b6ea5"}, "font": {"color": "#10243d"}},
    "cited": {
        "color": {"background": "#ffffff", "border": "#8593a5"},
        "font": {"color": "#3d4a5c"},
        "shapeProperties": {"borderDashes": [5, 4], "borderRadius": 6},
    },
}
"""How the document itself, those held, and those only cited look."""

OPTIONS: Attributes = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 120,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {
        "borderWidth": 1.5,
        "chosen": False,
        "font": {"multi": "html", "size": 13, "face": "system-ui, Segoe UI, Roboto, Noto Sans, sans-serif"},
        "margin": {"top": 4, "bottom": 4, "left": 8, "right": 8},
        "shapeProperties": {"borderRadius": 6},
        "widthConstraint": BOX_WIDTH - 16,
        "heightConstraint": {"minimum": BOX_HEIGHT - 8},
    },
    "edges": {
        "arrowStrikethrough": False,
        "chosen": {"label": False},
        "font": {
            "size": 12,
            "face": "system-ui, Segoe UI, Roboto, Noto Sans, sans-serif",
            "background": "rgba(255,255,255,0.92)",
            "strokeWidth": 0,
        },
        "hoverWidth": 1,
        "selectionWidth": 1,
        "width": 1.6,
    },
}

_STUB = 16
"""Length of the straight end of an arrow."""
_BULGE = 0.785
"""Ratio of vis-network's roundness to how far it bends a vertical curve, as a part of its length."""
_BEND = 150
_ROUNDEST = 0.75


class Drawing:
    """Nodes and edges of a picture, as keyword arguments for pyvis.

    Attributes:
        nodes: Boxes and ports.
        edges: Arrows, their straight ends included.
        layout: Where all stand.
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
        self._link = link
        self._keys = {document.iri: f"d{index}" for index, document in enumerate(documents)}
        self.layout: Layout = arrange(
            [[self._keys[document.iri] for document in level] for level in _levels(chain, documents)],
            rightwards=chain.direction == "up",
        )
        self._ports: dict[str, set[str]] = defaultdict(set)
        self._straight: list[tuple[str, str, str]] = []
        for document in documents:
            self._box(document, is_root=document.iri == chain.root.iri)
        for same in _by_ends(steps):
            self._arrow(same)
        self._straight_ends()

    def _box(self, document: Document, *, is_root: bool) -> None:
        key = self._keys[document.iri]
        place = self.layout.places[key]
        look = BOXES["root" if is_root else "held" if document.held else "cited"]
        link = {"url": self._link(document)} if self._link else {}
        self.nodes.append(
            {
                "n_id": key, "shape": "box", "x": place.x, "y": place.y, "label": box_label(document, self._language),
                "title": document_title(document, self._language), **look, **link,
            }
        )  # fmt: skip

    def _arrow(self, steps: Sequence[Step]) -> None:
        relation = min(steps, key=lambda step: list(RELATIONS).index(step.relation)).relation  # type: ignore[arg-type]
        source, target = self._keys[steps[0].source.iri], self._keys[steps[0].target.iri]
        start, end = self.layout.places[source], self.layout.places[target]
        out, into = ("left" if start.left > end.left else "right"), ("left" if start.left < end.left else "right")
        colour = RELATION_COLOURS[relation]
        self.edges.append(
            {
                "source": self._port(source, out, colour, arrow=False),
                "to": self._port(target, into, colour, arrow=True),
                "label": edge_words(steps, self._language),
                "title": edge_title(steps, self._language),
                "color": colour,
                "font": {"color": colour},
                "arrows": "",
                "smooth": _curve(start, end),
            }
        )

    def _port(self, key: str, side: str, colour: str, *, arrow: bool) -> str:
        """Give the port at a side of a box where arrows end or begin; made when first asked for."""
        port = f"{key}-{side}-{'in' if arrow else 'out'}"
        if port not in self._ports:
            place = self.layout.places[key]
            edge = place.left if side == "left" else place.right
            away = _STUB if arrow else 0
            x = edge - away if side == "left" else edge + away
            self.nodes.append({"n_id": port, "shape": "dot", "size": 0, "x": x, "y": place.y, "label": " ",
                               "opacity": 0})  # fmt: skip
            self._straight.append((port, key, "to" if arrow else ""))
        self._ports[port].add(colour)
        return port

    def _straight_ends(self) -> None:
        for port, key, arrows in self._straight:
            colours = self._ports[port]
            colour = next(iter(colours)) if len(colours) == 1 else _SEVERAL
            self.edges.append(
                {"source": port, "to": key, "arrows": arrows, "color": colour, "smooth": False, "chosen": False}
            )


def _levels(chain: Chain, documents: Sequence[Document]) -> list[list[Document]]:
    levels: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        levels[chain.depths[document.iri]].append(document)
    return [levels[depth] for depth in sorted(levels)]


def _by_ends(steps: Sequence[Step]) -> list[list[Step]]:
    """Give the steps from one document to another together."""
    found: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        found[step.source.iri, step.target.iri].append(step)
    return list(found.values())


def _curve(start: Place, end: Place) -> Attributes:
    if start.left != end.left:
        return {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}
    # Within a level: a bow to the right, which is clockwise on the way down.
    roundness = min(_ROUNDEST, _BEND / (_BULGE * max(1, abs(end.y - start.y))))
    return {"enabled": True, "type": "curvedCW" if end.y > start.y else "curvedCCW", "roundness": roundness}
