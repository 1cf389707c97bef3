"""Oxigraph inside this process: a folder on disk, or memory.

Oxigraph's own read-only mode must not look at files that another process writes. So the writer publishes what it has
written as a snapshot (hard links, a few milliseconds), and readers open the newest one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Quad, Store

from legalkg.kg.errors import QueryError, StoreError, StoreInUse, disk_failure
from legalkg.kg.rdf.vocabulary import PREFIXES
from legalkg.kg.store.base import Answer

_T = TypeVar("_T")
_LIVE = "live"
_SNAPSHOT = "snapshot-"


class EmbeddedStore:
    """A store in a folder, or in memory. One process writes; any number read."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open a store.

        Args:
            path: Its folder, made if missing unless read only; None for memory.
            read_only: Open what was last published; later news are seen after :meth:`refresh`.

        Raises:
            StoreError: It is missing, damaged, or another process writes to it.
        """
        self._path = path
        self._read_only = read_only
        self._store: Store | None = None
        self._snapshot: Path | None = None
        self._changed = False
        if path is None:
            self._store = Store()
        elif read_only:
            self.refresh()
        else:
            self._store = _open(path / _LIVE, lambda live: Store(str(live)))
            self._changed = _newest(path) is None
            for unfinished in path.glob(f"{_SNAPSHOT}*.*"):
                shutil.rmtree(unfinished, ignore_errors=True)
            self.flush()

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        """Make these the only quads of some graphs; a graph without quads is no longer there."""

        def replace(store: Store) -> None:
            for graph in graphs:
                store.remove_graph(graph)
            store.extend(quad for quads in graphs.values() for quad in quads)

        self._write(replace)

    def change(self, gone: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Remove some quads and add others."""

        def change(store: Store) -> None:
            for quad in gone:
                store.remove(quad)
            store.extend(new)

        self._write(change)

    def load(self, quads: Iterable[Quad]) -> None:
        """Add the quads of graphs that are not there yet, in the quickest way; may end half way when it fails."""
        self._write(lambda store: store.bulk_extend(quads))

    def clear(self) -> None:
        """Remove everything."""
        self._write(lambda store: store.clear())

    def graphs(self) -> Iterator[NamedNode]:
        """Return the names of all graphs, in no fixed order."""
        names = self._guard(lambda store: list(store.named_graphs()))
        return (name for name in names if isinstance(name, NamedNode))

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Return the quads that have these terms; None matches any."""
        return _guarded(self._guard(lambda store: store.quads_for_pattern(subject, predicate, object, graph)))

    def about(self, subjects: Iterable[NamedNode], predicate: NamedNode | None = None) -> Iterator[Quad]:
        """Return the quads about any of some subjects, of one predicate or of all; asked for many at a time."""
        return chain.from_iterable(self.match(subject, predicate) for subject in subjects)

    def pointing_at(self, objects: Iterable[NamedNode], predicate: NamedNode) -> Iterator[Quad]:
        """Return the quads of a predicate that have any of some objects; asked for many at a time."""
        return chain.from_iterable(self.match(None, predicate, one) for one in objects)

    def query(self, sparql: str, *, union: bool = True) -> Answer:
        """Run a query; the prefixes of the vocabulary are known to it.

        Args:
            sparql: The query.
            union: Whether all graphs together are the default graph.

        Raises:
            QueryError: It is not SPARQL, or asks for what the store does not have.
        """

        def run(store: Store) -> Answer:
            try:
                return store.query(sparql, use_default_graph_as_union=union, prefixes=PREFIXES)
            except (SyntaxError, ValueError) as error:
                raise QueryError(f"not a SPARQL query: {error}") from error
            except RuntimeError as error:  # what fails of the query itself; damage is an OSError
                raise QueryError(f"the query failed: {error}") from error

        return self._guard(run)

    def refresh(self) -> None:
        """See what another process published since this one opened the store to read."""
        if self._path is None or not self._read_only:
            return
        newest = _newest(self._path)
        if newest is None:
            raise StoreError(f"no graph store in {self._path}")
        if newest != self._snapshot:
            self._store = _open(newest, lambda snapshot: Store.read_only(str(snapshot)))
            self._snapshot = newest

    def flush(self) -> None:
        """Put on disk what was written and publish it to readers."""
        if self._path is None or not self._changed:
            return
        before = _newest(self._path)
        number = int(before.name.removeprefix(_SNAPSHOT)) + 1 if before else 1
        target = self._path / f"{_SNAPSHOT}{number:09}"
        self._guard(lambda store: store.backup(str(target)))
        self._changed = False
        for old in _snapshots(self._path)[:-2]:  # a reader may be about to open the last but one
            shutil.rmtree(old, ignore_errors=True)

    def close(self) -> None:
        """Release files and locks."""
        if self._store is not None:
            self.flush()
        self._store = None

    def _write(self, action: Callable[[Store], _T]) -> _T:
        if self._read_only:
            raise StoreError("the store is read-only")
        self._changed = True
        return self._guard(action)

    def _guard(self, action: Callable[[Store], _T]) -> _T:
        if self._store is None:
            raise StoreError("the store is closed")
        try:
            return action(self._store)
        except (OSError, RuntimeError) as error:
            raise disk_failure("the graph store failed", error) from error


def _guarded(quads: Iterator[Quad]) -> Iterator[Quad]:
    """Damage on disk shows only when the place is read."""
    try:
        yield from quads
    except (OSError, RuntimeError) as error:
        raise disk_failure("the graph store failed", error) from error


def _open(path: Path, opener: Callable[[Path], Store]) -> Store:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return opener(path)
    except (OSError, RuntimeError, ValueError) as error:
        folder = path.parent
        if re.search(r"\block\b", str(error), re.IGNORECASE):  # not a damaged "block"
            raise StoreInUse(folder) from error
        raise disk_failure(f"the graph store in {folder} cannot be opened", error) from error


def _snapshots(path: Path) -> list[Path]:
    """Return the snapshots that are whole; one that is being made, or was interrupted, has an ending."""
    return sorted(found for found in path.glob(f"{_SNAPSHOT}*") if not found.suffix)


def _newest(path: Path) -> Path | None:
    return max(_snapshots(path), default=None)
