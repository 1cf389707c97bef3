"""Opening the parts of a collection: its archive, the graph and index that can always be made from it, and the lock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from legalkg.kg.archive.database import Database
from legalkg.kg.errors import StoreError, StoreInUse
from legalkg.kg.location import ARCHIVE, GRAPH, WORDS, Location
from legalkg.kg.search.index import SearchIndex
from legalkg.kg.store import EmbeddedStore, EndpointStore, GraphStore

_LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an open collection; the lock is None where it is only read."""

    database: Database
    store: GraphStore
    index: SearchIndex
    lock: BaseFileLock | None


def open_parts(location: Location, *, read_only: bool) -> Parts:
    """Open archive and graph.

    Args:
        location: Where they are; the folder is made if missing, unless ``read_only``.
        read_only: Needs no lock, so another process may write.

    Raises:
        StoreError: Something is missing (only if ``read_only``), damaged, or another process writes to it.
    """
    if read_only:
        if not location.has_archive:
            raise StoreError(f"there is no collection in {location.folder}: make one with 'legalkg ingest PATH'")
        store = _open_graph(location, read_only=True)
        database = Database(location.folder / ARCHIVE, read_only=True)
        return Parts(database, store, SearchIndex(database, location.folder / WORDS, read_only=True), None)
    lock = _lock(location.folder)
    try:
        store = _open_graph(location, read_only=False)
        database = Database(location.folder / ARCHIVE)
        return Parts(database, store, SearchIndex(database, location.folder / WORDS), lock)
    except BaseException:
        lock.release()
        raise


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
