"""Opening the parts of a collection: the archive, and the graph and the index that can always be made from it."""

from __future__ import annotations

from pathlib import Path

from kg.database import Database
from kg.errors import StoreError
from kg.search_index import SearchIndex
from kg.store import EmbeddedStore

_ARCHIVE = "archive.sqlite"
_GRAPH = "graph"
_WORDS = "words"


def open_parts(folder: Path, *, read_only: bool) -> tuple[Database, EmbeddedStore, SearchIndex]:
    """Open archive, graph and full-text index in a folder.

    Args:
        folder: The folder; made if missing, unless ``read_only``.
        read_only: Needs no lock, so another process may write.

    Raises:
        StoreError: It is missing (only if ``read_only``), damaged, or another process writes to it.
    """
    if read_only and not (folder / _ARCHIVE).is_file():
        raise StoreError(f"there is no collection in {folder}: make one with 'legalkg ingest PATH'")
    if not read_only:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the folder {folder} cannot be made: {error.strerror}") from error
    # The graph first: its lock keeps a second writer out of the archive, too.
    store = _open_graph(folder, read_only=read_only)
    database = Database(folder / _ARCHIVE, read_only=read_only)
    if not read_only and next(store.graphs(), None) is None:
        _make_again(database)
    return database, store, SearchIndex(database, folder / _WORDS, read_only=read_only)


def _open_graph(folder: Path, *, read_only: bool) -> EmbeddedStore:
    try:
        return EmbeddedStore(folder / _GRAPH, read_only=read_only)
    except StoreError as error:
        if "in use" in str(error) or not (folder / _ARCHIVE).is_file():
            raise
        raise StoreError(
            f"{error}; the archive beside it is there: remove the folder {folder / _GRAPH} and "
            "call 'legalkg ingest' with any file, which makes the graph again from the archive"
        ) from error


def _make_again(database: Database) -> None:
    """Mark all documents of the archive as still to be written to the graph."""
    database.rows("INSERT OR IGNORE INTO dirty SELECT DISTINCT iri FROM extractions")
