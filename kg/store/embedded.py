"""Oxigraph inside this process: a folder on disk, or memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError, StoreError
from kg.store.base import Answer
from kg.vocabulary import PREFIXES

_T = TypeVar("_T")


class EmbeddedStore:
    """A store in a folder, or in memory. One process writes; others may open it to read."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open a store.

        Args:
            path: Its folder, made if missing unless read only; None for memory.
            read_only: Open without a lock; sees the store as it is now until :meth:`refresh`.

        Raises:
            StoreError: It is missing, damaged, or another process writes to it.
        """
        self._path = path
        self._read_only = read_only
        self._store: Store | None = self._open()

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make these the only quads of a graph."""

        def replace(store: Store) -> None:
            store.remove_graph(graph)
            store.extend(quads)

        self._write(replace)

    def remove_graph(self, graph: NamedNode) -> None:
        """Remove a graph; nothing happens if it is not there."""
        self._write(lambda store: store.remove_graph(graph))

    def graphs(self) -> Iterator[NamedNode]:
        """Give the names of all graphs, in no fixed order."""
        return (name for name in self._guard(lambda store: store.named_graphs()) if isinstance(name, NamedNode))

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Give the quads that have these terms; None matches any."""
        return self._guard(lambda store: store.quads_for_pattern(subject, predicate, object, graph))

    def query(self, sparql: str) -> Answer:
        """Run a query over the union of all graphs; the prefixes of the vocabulary are known to it.

        Raises:
            QueryError: It is not SPARQL.
        """
        try:
            return self._guard(lambda store: store.query(sparql, use_default_graph_as_union=True, prefixes=PREFIXES))
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"not a SPARQL query: {error}") from error

    def refresh(self) -> None:
        """See what another process wrote since this one opened the store to read."""
        if self._read_only and self._path:
            self._store = self._open()

    def flush(self) -> None:
        """Put on disk what was written."""
        if self._path and not self._read_only:
            self._guard(lambda store: store.flush())

    def close(self) -> None:
        """Release files and locks."""
        self.flush()
        self._store = None

    def _open(self) -> Store:
        if self._path is None:
            return Store()
        try:
            return Store.read_only(str(self._path)) if self._read_only else Store(str(self._path))
        except FileNotFoundError as error:
            raise StoreError(f"no graph store in {self._path}") from error
        except (OSError, RuntimeError, ValueError) as error:
            if "lock" in str(error).lower():
                message = f"the store in {self._path.parent} is in use by another process that writes to it"
            else:
                message = f"the graph store in {self._path} cannot be opened: {error}"
            raise StoreError(message) from error

    def _write(self, action: Callable[[Store], _T]) -> _T:
        if self._read_only:
            raise StoreError("the store was opened to read only")
        return self._guard(action)

    def _guard(self, action: Callable[[Store], _T]) -> _T:
        if self._store is None:
            raise StoreError("the store is closed")
        try:
            return action(self._store)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the graph store failed: {error}") from error
