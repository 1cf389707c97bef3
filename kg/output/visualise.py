"""Chains as pictures: one safe HTML page that needs no other file and asks no other host.

pyvis holds the network and brings vis-network. Its own page is not used: it loads files from other hosts and turns
titles into markup. Here words reach the page as data only, places are computed beforehand, and the page forbids
itself everything but its own two scripts and its style.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from legalkg.kg.model import Chain, Document, Step
from legalkg.kg.output.picture.drawing import AddressOf, Drawing
from legalkg.kg.output.picture.looks import OPTIONS, RELATION_COLOURS
from legalkg.kg.output.picture.words import WORDS
from legalkg.kg.rdf.labels import Language, relation_label
from legalkg.kg.rdf.vocabulary import RELATIONS

_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"


def chain_picture(
    chain: Chain, *, language: Language = "vi", max_nodes: int = 300, link: AddressOf | None = None
) -> str:
    """Draw a chain.

    Documents stand from left to right by their distance from the root, the latest on top; arrows point from the
    document that rests on another to that other.

    Args:
        chain: What to draw.
        language: Of the words around the documents' own.
        max_nodes: Draw no more documents than this, the nearest first; the picture says so.
        link: Gives the address that a click on a document opens; none if None.

    Returns:
        A whole page, to be written as UTF-8.
    """
    documents, steps = _nearest(chain, max_nodes)
    drawing = Drawing(chain, documents, steps, language, link)
    words = {name: forms[language] for name, forms in WORDS.items()}
    whole = len(chain.documents)
    shown = {step.relation for step in steps}
    return _template().render(
        language=language,
        policy=picture_policy(),
        heading=words[chain.direction].format(chain.root.label),
        notice=words["cut"].format(len(documents), whole) if len(documents) < whole else "",
        summary=words["summary"].format(len(documents), len(steps)),
        words=words,
        relations=[(name, relation_label(name, language)) for name in RELATIONS if name in shown],
        colours=RELATION_COLOURS,
        links=link is not None,
        data=_data(drawing),
        style=_part("page.css"),
        library=_library(),
        script=_part("page.js"),
    )


@cache
def picture_policy() -> str:
    """Return the content security policy of every picture: its own scripts and style, by their hashes, nothing else."""
    scripts = " ".join(map(_hash, (_library(), _part("page.js"))))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(_part('page.css'))}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _nearest(chain: Chain, most: int) -> tuple[list[Document], list[Step]]:
    """Return the documents to draw, by distance, then the latest first, and the steps between them."""
    order = sorted(chain.documents, key=lambda document: document.id)
    order.sort(key=lambda document: document.date or "", reverse=True)
    order.sort(key=lambda document: chain.depths[document.iri])
    documents = order[:most]
    drawn = {document.iri for document in documents}
    return documents, [step for step in chain.steps if {step.source.iri, step.target.iri} <= drawn]


def _data(drawing: Drawing) -> dict[str, Any]:
    from pyvis.network import Network  # loads IPython

    network = Network(directed=True)
    network.options = OPTIONS  # set_options would take the blanks out of the names of fonts
    for node in drawing.nodes:
        network.add_node(**node)
    for edge in drawing.edges:
        network.add_edge(**edge)
    nodes, edges, *_ = network.get_network_data()
    layout = drawing.layout
    root = layout.places["d0"]
    return {
        "nodes": nodes,
        "edges": edges,
        "options": OPTIONS,
        "width": layout.width,
        "height": layout.height,
        "start": {"x": root.x, "y": root.y},
    }


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(_part("page.html"))


@cache
def _part(name: str) -> str:
    return (files("legalkg.kg.output.picture") / name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _library() -> str:
    return (files("pyvis") / _LIBRARY).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
