"""The graph of documents: who they are, what they rest on, and the words that prove it.

    import kg

    with kg.Collection.open(".legalkg", read_only=True) as collection:
        graph = kg.chain(collection, "782-CV/ĐU")  # a networkx.MultiDiGraph

Importing this package is cheap; what is heavy is loaded when it is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx

    from kg.collection import Collection as Collection
    from kg.model import Direction

__all__ = ["Collection", "chain"]


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
    from kg.chains.query import ChainQuery
    from kg.output.graph import chain_graph
    from kg.rdf.vocabulary import RESTS_ON

    target = collection.find(to) if to else None
    followed = RESTS_ON if relations is None else frozenset(relations)
    query = ChainQuery(direction, depth, followed, target, as_of=as_of, min_confidence=min_confidence)
    return chain_graph(collection.chain(collection.find(ref), query))


def __getattr__(name: str) -> Any:
    if name == "Collection":
        from kg.collection import Collection

        return Collection
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
