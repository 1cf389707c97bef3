"""Chains and whole collections as graphs of networkx."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import networkx as nx

from kg.model import Chain, Document, Step


def chain_graph(chain: Chain) -> nx.MultiDiGraph:
    """Make a graph of a chain: nodes are IRIs, an edge for each quote; see :func:`kg.chain`."""
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
