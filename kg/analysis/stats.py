"""Figures about a collection: what there is, who cites whom how often, what stands out, how fast things are done."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.analysis.edges import Edge, edges_by_relation
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document
from legalkg.kg.rdf.vocabulary import RESTS_ON

if TYPE_CHECKING:
    import networkx as nx

_DAMPING = 0.85
_CLOSE_ENOUGH = 1e-10
_ROUNDS = 200
_MEMBERS = 5
"""How many documents of a community are named."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Count(_Frozen):
    """How often there is something."""

    name: str
    count: int
    held: int | None = None


class Ranked(_Frozen):
    """A document that stands out."""

    document: Document
    value: float


class Community(_Frozen):
    """Documents that cite one another more than others, the weightiest of them by name."""

    size: int
    documents: tuple[Document, ...]


class Days(_Frozen):
    """Days between a document and those that carry it out: a quarter, half, three quarters of them are no later."""

    relation: str
    count: int
    quartiles: tuple[float, float, float]


class Stats(_Frozen):
    """Figures about a collection; degrees, ranks and communities count each pair of documents once."""

    documents: int
    held: int
    types: tuple[Count, ...]
    issuers: tuple[Count, ...]
    relations: tuple[Count, ...]
    cites_most: tuple[Ranked, ...] = Field(description="By out-degree.")
    most_cited: tuple[Ranked, ...] = Field(description="By in-degree.")
    weightiest: tuple[Ranked, ...] = Field(description="By PageRank.")
    communities: tuple[Community, ...] = Field(description="Found by Louvain's method, the largest first.")
    days: tuple[Days, ...]


def statistics_of(collection: Collection, top: int = 10) -> Stats:
    """Count a collection.

    Args:
        collection: What to count.
        top: How many of each list.
    """
    import networkx as nx

    documents = {document.iri: document for document in collection.documents(limit=None)}
    edges = edges_by_relation(collection.store)
    graph: nx.DiGraph[Any] = nx.DiGraph(sorted(chain.from_iterable(edges.values())))
    rank = pagerank(graph)
    return Stats(
        documents=len(documents),
        held=sum(document.held for document in documents.values()),
        types=_counts(((d.type, d.held) for d in documents.values()), top),
        issuers=_counts(((d.issuer, d.held) for d in documents.values()), top),
        relations=tuple(Count(name=name, count=len(found)) for name, found in edges.items() if found),
        cites_most=_ranked(dict(graph.out_degree()), documents, top),
        most_cited=_ranked(dict(graph.in_degree()), documents, top),
        weightiest=_ranked(rank, documents, top),
        communities=_communities(graph, rank, documents, top),
        days=tuple(_days(edges, documents)),
    )


def pagerank(graph: nx.DiGraph[Any]) -> dict[str, float]:
    """Return the PageRank of each node; that of networkx itself needs SciPy."""
    import numpy as np

    nodes = list(graph)
    count = len(nodes)
    number = {node: place for place, node in enumerate(nodes)}
    edges = np.array([(number[one], number[other]) for one, other in graph.edges], dtype=np.intp).reshape(-1, 2)
    sources, targets = edges.T
    degrees = np.bincount(sources, minlength=count)
    rank = np.full(count, 1 / max(count, 1))
    for _ in range(_ROUNDS):
        before, given = rank, rank / np.maximum(degrees, 1)
        lost = rank[degrees == 0].sum()
        rank = _DAMPING * np.bincount(targets, weights=given[sources], minlength=count)
        rank += (1 - _DAMPING + _DAMPING * lost) / max(count, 1)
        if np.abs(rank - before).sum() < count * _CLOSE_ENOUGH:
            break
    return dict(zip(nodes, rank.tolist(), strict=True))


def _counts(names: Iterable[tuple[str | None, bool]], top: int) -> tuple[Count, ...]:
    pairs = [(name or "?", held) for name, held in names]
    all_of, held_of = Counter(name for name, _ in pairs), Counter(name for name, held in pairs if held)
    best = sorted(all_of.items(), key=lambda item: (-item[1], item[0]))[:top]
    return tuple(Count(name=name, count=count, held=held_of[name]) for name, count in best)


def _ranked(values: Mapping[str, float], documents: Mapping[str, Document], top: int) -> tuple[Ranked, ...]:
    best = sorted((iri for iri in values if values[iri] and iri in documents), key=lambda iri: (-values[iri], iri))
    return tuple(Ranked(document=documents[iri], value=round(values[iri], 6)) for iri in best[:top])


def _communities(
    graph: nx.DiGraph[Any], rank: Mapping[str, float], documents: Mapping[str, Document], top: int
) -> tuple[Community, ...]:
    import networkx as nx

    # Numbers for nodes: sets of strings have another order in each process.
    iris = sorted(graph)
    plain = nx.convert_node_labels_to_integers(graph, ordering="sorted").to_undirected()
    found: list[Sequence[str]] = [
        sorted((iris[number] for number in members), key=lambda iri: (-rank[iri], iri))
        for members in nx.community.louvain_communities(plain, seed=1)
    ]
    found.sort(key=lambda members: (-len(members), members[0]))
    return tuple(
        Community(size=len(members), documents=tuple(documents[iri] for iri in members[:_MEMBERS] if iri in documents))
        for members in found[:top]
    )


def _days(edges: Mapping[str, set[Edge]], documents: Mapping[str, Document]) -> Iterable[Days]:
    day = {iri: _day(document.date) for iri, document in documents.items()}
    for relation in RESTS_ON:
        pairs = ((day.get(one), day.get(other)) for one, other in edges[relation])
        found = [(later - earlier).days for later, earlier in pairs if later and earlier]
        if len(found) > 1:
            low, middle, high = statistics.quantiles(found, n=4, method="inclusive")
            yield Days(relation=relation, count=len(found), quartiles=(low, middle, high))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
