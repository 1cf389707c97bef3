"""Chains and whole collections as graphs of networkx."""

from __future__ import annotations

from collections.abc import Iterable

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
    return graph


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
