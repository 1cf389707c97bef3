"""What the project asks of a store of quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

Answer = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]


class GraphStore(Protocol):
    """A store of quads in named graphs. All methods raise ``StoreError`` when the store fails."""

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        """Make these the only quads of some graphs; a graph without quads is no longer there."""

    def change(self, gone: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Remove some quads and add others."""

    def load(self, quads: Iterable[Quad]) -> None:
        """Add the quads of graphs that are not there yet, in the quickest way; may end half way when it fails."""

    def clear(self) -> None:
        """Remove everything."""

    def graphs(self) -> Iterator[NamedNode]:
        """Return the names of all graphs, in no fixed order."""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Return the quads that have these terms; None matches any."""

    def about(self, subjects: Iterable[NamedNode], predicate: NamedNode | None = None) -> Iterator[Quad]:
        """Return the quads about any of some subjects, of one predicate or of all; asked for many at a time."""

    def pointing_at(self, objects: Iterable[NamedNode], predicate: NamedNode) -> Iterator[Quad]:
        """Return the quads of a predicate that have any of some objects; asked for many at a time."""

    def query(self, sparql: str, *, union: bool = True) -> Answer:
        """Run a query, over the union of all graphs unless told not to; the caller has checked that it only reads."""

    def refresh(self) -> None:
        """See what another process wrote since this one opened the store to read."""

    def flush(self) -> None:
        """Put on disk what was written."""

    def close(self) -> None:
        """Release files and locks."""
