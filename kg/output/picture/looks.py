"""How boxes and arrows look, and the options of vis-network."""

from __future__ import annotations

from typing import Any

from legalkg.extractors.registry.relations import relations
from legalkg.kg.output.picture.layout import BOX_HEIGHT, BOX_WIDTH

Attributes = dict[str, Any]

_FACE = "system-ui, Segoe UI, Roboto, Noto Sans, sans-serif"
_MARGIN = 8

RELATION_COLOURS: dict[str, str] = {name: relation.colour for name, relation in relations().items()}
"""All stand out from white at least 4.5 to 1, since words are written in them."""

SEVERAL_COLOUR = "#475569"
"""For words that stand for several relations."""

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
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 120,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {
        "borderWidth": 1.5,
        "chosen": False,
        # "mono" is the height of a line, see words.box_label.
        "font": {"multi": "html", "size": 13, "face": _FACE, "mono": {"size": 17, "face": _FACE}},
        "margin": {"top": 4, "bottom": 4, "left": _MARGIN, "right": _MARGIN},
        "shapeProperties": {"borderRadius": 6},
        "widthConstraint": BOX_WIDTH - 2 * _MARGIN,
        "heightConstraint": {"minimum": BOX_HEIGHT - _MARGIN},
    },
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.7}},
        "chosen": False,
        "font": {"size": 12, "face": _FACE, "background": "rgba(255,255,255,0.94)", "strokeWidth": 0},
        "width": 1.6,
    },
}
