"""Opening the two halves of a collection: the archive, and the graph that can always be made from it."""

from __future__ import annotations

from pathlib import Path

from kg.database import Database
from kg.errors import StoreError
from kg.store import EmbeddedStore

_ARCHIVE = "archive.sqlite"
_GRAPH = "graph"


def open_parts(folder: Path, *, read_only: bool) -> tuple[Database, EmbeddedStore]:
    """Open archive and graph in a folder.

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
    return database, store


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
