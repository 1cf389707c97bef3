"""Chains and whole collections as graphs of networkx."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

import networkx as nx

from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.model import Chain, Direction, Document, Step
from legalkg.kg.rdf.vocabulary import RESTS_ON

if TYPE_CHECKING:
    from legalkg.kg.collection import Collection


def chain(  # noqa: PLR0913  (each is a question of its own)
    collection: Collection,
    ref: str,
    direction: Direction = "up",
    *,
    depth: int | None = None,
    relations: Iterable[str] | None = None,
    to: str | None = None,
    as_of: date | None = None,
    min_confidence: float = 0.0,
) -> nx.MultiDiGraph:
    """Return the chain of a document as a graph of networkx.

    Args:
        collection: Where to look.
        ref: IRI, slug id, number or name of the document.
        direction: 'up' to what it rests on, 'down' to what carries it out.
        depth: Greatest number of steps; None for no limit.
        relations: The relations to follow; implements, directs, based_on and guides if None.
        to: Reference of a document: only the shortest paths to it are given.
        as_of: Leave out documents of a later day; nodes get 'force' and 'force_reason' for this day.
        min_confidence: Follow no step that is less sure.

    Returns:
        Nodes are IRIs with label, type, number, date, issuer, name, title, held. An edge goes from the document that
        acts to the one it acts on, one for each quote, with relation, quote, start, end, page, provision, document
        (IRI of the one that says so), rule, confidence and provisions ('dieu_1 > dieu_2; …': which acts on which).

    Raises:
        UnknownDocument: Nothing answers to ``ref`` or ``to``.
        AmbiguousDocument: Several documents do.
    """
    target = collection.find(to) if to else None
    followed = RESTS_ON if relations is None else frozenset(relations)
    query = ChainQuery(direction, depth, followed, target, as_of=as_of, min_confidence=min_confidence)
    return chain_graph(collection.chain(collection.find(ref), query))


def chain_graph(chain: Chain) -> nx.MultiDiGraph:
    """Make a graph of a chain: nodes are IRIs, an edge for each quote; see :func:`chain`."""
    graph = steps_graph(chain.documents, chain.steps)
    graph.graph.update(root=chain.root.iri, direction=chain.direction)
    for iri, depth in chain.depths.items():
        graph.nodes[iri]["depth"] = depth
    for iri, reason in chain.ends.items():
        graph.nodes[iri]["end"] = reason
    for iri, force in chain.forces.items():
        graph.nodes[iri].update(force=force.state, force_reason=force.reason)
    return graph


def write_graphml(graph: nx.MultiDiGraph, output: BinaryIO) -> None:
    """Write a graph as GraphML, which has no value for what is not known; the graph loses what cannot be written."""
    for _, attributes in graph.nodes(data=True):
        _drop_unknown(attributes)
    for _, _, attributes in graph.edges(data=True):
        _drop_unknown(attributes)
    nx.write_graphml_xml(graph, output, encoding="utf-8")


def _drop_unknown(attributes: dict[str, object]) -> None:
    """Leave out what is not known; letters that XML does not allow become blanks."""
    for name in [name for name, value in attributes.items() if value is None]:
        del attributes[name]
    for name, value in attributes.items():
        if isinstance(value, str):
            attributes[name] = "".join(c if c >= " " or c in "\t\n" else " " for c in value)


def steps_graph(documents: Iterable[Document], steps: Iterable[Step]) -> nx.MultiDiGraph:
    """Make a graph of documents and the steps between them."""
    graph = nx.MultiDiGraph()
    for document in documents:
        graph.add_node(document.iri, label=document.label, **document.model_dump(exclude={"iri"}))
    for step in steps:
        provisions = "; ".join(f"{pair.source or ''} > {pair.target}".strip() for pair in step.provisions)
        for quote in step.quotes:
            graph.add_edge(
                step.source.iri,
                step.target.iri,
                relation=step.relation,
                quote=quote.text,
                start=quote.start,
                end=quote.end,
                page=quote.page,
                provision=quote.provision,
                document=quote.document.iri,
                rule=step.rule,
                confidence=step.confidence,
                provisions=provisions or None,
            )
    return graph
