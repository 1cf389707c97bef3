"""Documents that are cited but not held, those first on which most held documents depend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.analysis.edges import Edge, edges_by_relation, resting
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document


class Missing(BaseModel):
    """A document that is not held, and how many held documents need it."""

    model_config = ConfigDict(frozen=True)

    document: Document
    dependents: int = Field(description="Held documents whose chain leads to it, in any number of steps.")
    direct: int = Field(description="Held documents that rest on it themselves.")
    citing: int = Field(description="Held documents whose text cites it.")


def missing(collection: Collection) -> tuple[Missing, ...]:
    """Return the documents that are not held, the most needed first."""
    edges = edges_by_relation(collection.store)
    documents = {document.iri: document for document in collection.documents(limit=None)}
    held = {iri for iri, document in documents.items() if document.held}
    rests_on = resting(edges)
    direct = _sources(rests_on, held)
    citing = _sources(edges["cites"], held)
    dependents = depending(rests_on, held)
    wanted = (iri for iri in documents.keys() - held if iri in direct or iri in citing or dependents.get(iri))
    found = [
        Missing(
            document=documents[iri],
            dependents=dependents.get(iri, 0),
            direct=len(direct.get(iri, ())),
            citing=len(citing.get(iri, ())),
        )
        for iri in wanted
    ]
    return tuple(sorted(found, key=lambda one: (-one.dependents, -one.citing, one.document.id)))


def _sources(edges: Iterable[Edge], held: set[str]) -> Mapping[str, set[str]]:
    """Return for each document the held ones that act on it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in edges:
        if one in held:
            found[other].add(one)
    return found


def depending(edges: Iterable[Edge], held: set[str]) -> dict[str, int]:
    """Count for each document the held ones from which it is reached.

    Those that lead back to one another are reached together. From the sources of the graph on, the sets of documents
    are handed down as the bits of integers, so that everything is looked at once.
    """
    import networkx as nx

    graph = nx.DiGraph(edges)
    bits = {iri: 1 << number for number, iri in enumerate(sorted(held & set(graph)))}
    circles = nx.condensation(graph)
    reached: dict[int, int] = {}
    counts = {}
    for circle in nx.topological_sort(circles):
        members = circles.nodes[circle]["members"]
        above = reached.get(circle, 0)
        own = above
        for iri in members:
            own |= bits.get(iri, 0)
        for iri in members:
            counts[iri] = (own & ~bits.get(iri, 0)).bit_count()
        for below in circles.successors(circle):
            reached[below] = reached.get(below, 0) | own
        reached.pop(circle, None)
    return counts
