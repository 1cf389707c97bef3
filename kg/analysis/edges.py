"""The plain edges between documents, without their evidence: what counting and ranking need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from legalkg.kg.rdf.vocabulary import RELATIONS, RESTS_ON, term
from legalkg.kg.store import GraphStore

Edge = tuple[str, str]
"""IRI of the document that acts, IRI of the one that it acts on."""


def edges_by_relation(store: GraphStore) -> dict[str, set[Edge]]:
    """Return the edges of each relation; identities that are linked count as one document.

    Of 'cites' only what one document cites of its own is taken, whatever else it does with it.
    """
    same = {q.subject.value: q.object.value for q in store.match(None, term("kg:sameDocumentAs"))}  # type: ignore[union-attr]
    return {
        relation: {
            (same.get(one, one), same.get(other, other))
            for one, other in _plain(store, properties[0])
            if same.get(one, one) != same.get(other, other)
        }
        for relation, properties in RELATIONS.items()
    }


def resting(edges: Mapping[str, set[Edge]]) -> set[Edge]:
    """Return the edges of all relations by which a document rests on another."""
    return set().union(*(edges[relation] for relation in RESTS_ON))


def _plain(store: GraphStore, name: str) -> Iterator[Edge]:
    """Return the edges of a property; those between provisions are left out."""
    for quad in store.match(None, term(name)):
        one, other = quad.subject.value, quad.object.value  # type: ignore[union-attr]
        if "#" not in one and "#" not in other:
            yield one, other
