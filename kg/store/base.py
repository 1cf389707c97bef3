"""What the project asks of a store of quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

Answer = QuerySolutions | QueryBoolean | QueryTriples


class GraphStore(Protocol):
    """A store of quads in named graphs. All methods raise ``StoreError`` when the store fails."""

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make these the only quads of a graph."""

    def remove_graph(self, graph: NamedNode) -> None:
        """Remove a graph; nothing happens if it is not there."""

    def graphs(self) -> Iterator[NamedNode]:
        """Give the names of all graphs, in no fixed order."""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Give the quads that have these terms; None matches any."""

    def query(self, sparql: str, *, union: bool = True) -> Answer:
        """Run a query, over the union of all graphs unless told not to; the caller has checked that it only reads."""

    def refresh(self) -> None:
        """See what another process wrote since this one opened the store to read."""

    def flush(self) -> None:
        """Put on disk what was written."""

    def close(self) -> None:
        """Release files and locks."""
