"""The whole graph in standard formats; the same collection gives the same bytes each time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import pyoxigraph as ox

from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError
from legalkg.kg.model import Document, Step
from legalkg.kg.rdf.vocabulary import PREFIXES, STATE
from legalkg.kg.store import GraphStore

_NODE_COLUMNS = ("iri", "id", "label", "type", "number", "date", "issuer", "title", "name", "held")
_EDGE_COLUMNS = (
    "source", "source_label", "relation", "target", "target_label", "quote", "start", "end", "page", "provision",
    "document", "document_label", "rule", "confidence",
)  # fmt: skip


def export(collection: Collection, format: str, output: BinaryIO) -> None:  # noqa: A002
    """Write a collection.

    Args:
        collection: What to write.
        format: One of ``FORMATS``. Turtle has no graphs: what several documents state stands there once for each.
        output: Where to; bytes.

    Raises:
        LegalkgError: The format is unknown.
    """
    if format not in FORMATS:
        raise LegalkgError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    FORMATS[format](collection, output)


def content_graphs(store: GraphStore) -> Iterator[ox.NamedNode]:
    """Return the names of the graphs that say something of documents."""
    return (graph for graph in store.graphs() if graph != STATE)


def sorted_quads(store: GraphStore) -> Iterator[ox.Quad]:
    """Return all quads, graph by graph, in a fixed order; only one graph at a time is in memory."""
    for graph in sorted(content_graphs(store), key=str):
        yield from sorted(store.match(None, None, None, graph), key=str)


def _turtle(collection: Collection, output: BinaryIO) -> None:
    triples = (quad.triple for quad in sorted_quads(collection.store))
    ox.serialize(triples, output, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def _dataset(format: ox.RdfFormat) -> Callable[[Collection, BinaryIO], None]:  # noqa: A002
    def write(collection: Collection, output: BinaryIO) -> None:
        prefixes = None if format == ox.RdfFormat.N_QUADS else PREFIXES
        ox.serialize(sorted_quads(collection.store), output, format=format, prefixes=prefixes)

    return write


def _graphml(collection: Collection, output: BinaryIO) -> None:
    from legalkg.kg.output.graph import steps_graph, write_graphml

    write_graphml(steps_graph(_documents(collection), collection.steps()), output)


def _edges(collection: Collection, output: BinaryIO) -> None:
    _rows(output, _EDGE_COLUMNS, (row for step in collection.steps() for row in _edge_rows(step)))


def _edge_rows(step: Step) -> Iterator[tuple[object, ...]]:
    for quote in step.quotes:
        yield (
            step.source.iri, step.source.label, step.relation, step.target.iri, step.target.label,
            quote.text, quote.start, quote.end, quote.page, quote.provision,
            quote.document.iri, quote.document.label, step.rule, step.confidence,
        )  # fmt: skip


def _nodes(collection: Collection, output: BinaryIO) -> None:
    columns = _NODE_COLUMNS
    _rows(output, columns, (tuple(getattr(d, column) for column in columns) for d in _documents(collection)))


def _rows(output: BinaryIO, columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> None:
    text = io.TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(columns)
    writer.writerows(rows)
    text.detach()


def _documents(collection: Collection) -> list[Document]:
    return sorted(collection.documents(limit=None), key=lambda document: document.iri)


FORMATS: dict[str, Callable[[Collection, BinaryIO], None]] = {
    "turtle": _turtle,
    "trig": _dataset(ox.RdfFormat.TRIG),
    "jsonld": _dataset(ox.RdfFormat.JSON_LD),
    "nquads": _dataset(ox.RdfFormat.N_QUADS),
    "graphml": _graphml,
    "csv": _edges,
    "csv-nodes": _nodes,
}
"""Name of a format -> what writes it; 'csv' has the edges with their quotes, 'csv-nodes' the documents."""
