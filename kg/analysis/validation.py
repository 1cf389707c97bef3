"""The graph against its SHACL shapes, one named graph after the other, so that a store of any size fits in memory."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox
from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.resources import data_path
from legalkg.kg.errors import LegalkgError
from legalkg.kg.store import GraphStore

if TYPE_CHECKING:
    import rdflib


class Violation(BaseModel):
    """One thing in a graph that breaks a shape."""

    model_config = ConfigDict(frozen=True)

    graph: str = Field(description="IRI of the named graph.")
    node: str
    shape: str = Field(description="IRI of the shape, or of the constraint where the shape has no name.")
    path: str | None = None
    value: str | None = None
    message: str


def validate(store: GraphStore, graphs: Iterable[ox.NamedNode]) -> Iterator[tuple[ox.NamedNode, list[Violation]]]:
    """Validate named graphs one by one.

    Args:
        store: Where they are.
        graphs: Which to validate.

    Yields:
        Each graph with what is wrong in it, in a fixed order.

    Raises:
        LegalkgError: pySHACL is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise LegalkgError("validation needs pySHACL: install it with  pip install 'legalkg[validate]'") from error
    for graph in graphs:
        _, report, _ = pyshacl.validate(_as_rdflib(store, graph), shacl_graph=_shapes(), inference="none")
        yield graph, sorted(_violations(graph.value, report), key=lambda found: (found.node, found.message))


def _as_rdflib(store: GraphStore, graph: ox.NamedNode) -> rdflib.Graph:
    import rdflib

    lines = ox.serialize((quad.triple for quad in store.match(None, None, None, graph)), format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(io.BytesIO(lines or b""), format="nt")


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data_path("ontology/shapes.ttl"))


def _violations(graph: str, report: rdflib.Graph) -> Iterator[Violation]:
    from rdflib import SH, Node

    for result in report.subjects(SH.focusNode):

        def value(predicate: Node, of: Node = result) -> str | None:
            found = report.value(of, predicate)
            return str(found) if found is not None else None

        yield Violation(
            graph=graph,
            node=value(SH.focusNode) or "",
            shape=value(SH.sourceConstraintComponent) or "",
            path=value(SH.resultPath),
            value=value(SH.value),
            message=value(SH.resultMessage) or "",
        )
