"""Opening the parts of a collection: its archive, the graph and index that can always be made from it, and the lock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from legalkg.kg.catalogue.projection import Projection
from legalkg.kg.catalogue.tables import Tables, tables_of
from legalkg.kg.errors import StoreError, StoreInUse
from legalkg.kg.identity.known_documents import KnownDocuments
from legalkg.kg.location import ARCHIVE, GRAPH, WORDS, Location
from legalkg.kg.open_database import open_database
from legalkg.kg.search.index import SearchIndex
from legalkg.kg.search.lookup import Finder
from legalkg.kg.store import EmbeddedStore, EndpointStore, GraphStore

_LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an open collection, made once; the lock is None where it is only read, or in memory."""

    tables: Tables
    store: GraphStore
    index: SearchIndex
    finder: Finder
    projection: Projection
    lock: BaseFileLock | None = None

    def close(self) -> None:
        """Close files, and let others write."""
        try:
            self.store.close()
        finally:
            self.tables.database.close()
            if self.lock:
                self.lock.release()


def compose(tables: Tables, store: GraphStore, index: SearchIndex, lock: BaseFileLock | None = None) -> Parts:
    """Put the parts of a collection together."""
    return Parts(tables, store, index, Finder(tables), Projection(tables, store), lock)


def parts_in_memory(known_documents: KnownDocuments) -> Parts:
    """Make the parts of an empty collection that is gone when closed."""
    tables = tables_of(open_database(None), known_documents)
    return compose(tables, EmbeddedStore(None), SearchIndex(tables.database, tables.worklist, None))


def open_parts(location: Location, known_documents: KnownDocuments, *, read_only: bool) -> Parts:
    """Open archive, graph and full-text index.

    Args:
        location: Where they are; the folder is made if missing, unless ``read_only``.
        known_documents: Documents known though not held.
        read_only: Needs no lock, so another process may write.

    Raises:
        StoreError: Something is missing (only if ``read_only``), damaged, of another version, or another process writes
            to it.
    """
    refuse_without_archive(location)
    if read_only:
        if not location.has_archive:
            raise StoreError(f"there is no collection in {location.folder}: make one with 'legalkg ingest PATH'")
        return _open(location, known_documents, None)
    lock = _lock(location.folder)
    try:
        return _open(location, known_documents, lock)
    except BaseException:
        lock.release()
        raise


def refuse_without_archive(location: Location) -> None:
    """Refuse a graph beside which there is no archive: made again from nothing it would be empty.

    Raises:
        StoreError: So it is.
    """
    archive, graph = location.folder / ARCHIVE, location.folder / GRAPH
    is_missing = not archive.exists()
    if not (is_missing or archive.stat().st_size == 0) or not graph.is_dir() or not any(graph.iterdir()):
        return
    raise StoreError(
        f"the archive {archive} is {'missing' if is_missing else 'empty'}, and the graph beside it cannot be made "
        f"again without it: put back a copy of {ARCHIVE}; to begin anew, move the folder {location.folder} away first"
    )


def _open(location: Location, known_documents: KnownDocuments, lock: BaseFileLock | None) -> Parts:
    """Open the parts, to read only where there is no lock."""
    read_only = lock is None
    database = open_database(location.folder / ARCHIVE, read_only=read_only)
    try:
        store = _open_graph(location, read_only=read_only)
        tables = tables_of(database, known_documents)
        index = SearchIndex(database, tables.worklist, location.folder / WORDS, read_only=read_only)
    except BaseException:
        database.close()
        raise
    return compose(tables, store, index, lock)


def _lock(folder: Path) -> BaseFileLock:
    """Keep other processes from writing, whatever kind of store the graph is in."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK)
        lock.acquire(blocking=False)
    except Timeout:
        raise StoreInUse(folder) from None
    except OSError as error:
        raise StoreError(f"the folder {folder} cannot be made or written to: {error.strerror}") from error
    return lock


def _open_graph(location: Location, *, read_only: bool) -> GraphStore:
    if location.endpoint:
        return EndpointStore(location.endpoint, read_only=read_only)
    try:
        return EmbeddedStore(location.folder / GRAPH, read_only=read_only)
    except StoreInUse:
        raise
    except StoreError as error:
        if not location.has_archive:
            raise
        raise StoreError(
            f"{error}; the archive beside it is there: remove the folder {location.folder / GRAPH} and call 'legalkg "
            "rebuild', which makes the graph again from the archive"
        ) from error
