"""Opens the files of a collection in the order that keeps a second writer out."""

from __future__ import annotations

from pathlib import Path

from kg.database import Database
from kg.errors import StoreError
from kg.store import EmbeddedStore

_ARCHIVE = "archive.sqlite"
_GRAPH = "graph"


def open_files(folder: Path, *, read_only: bool) -> tuple[Database, EmbeddedStore]:
    """Open the archive and the graph in a folder.

    Args:
        folder: Made if missing, unless ``read_only``.
        read_only: Needs no lock, so another process may write.

    Raises:
        StoreError: They are missing (only if ``read_only``), damaged, or another process writes to them.
    """
    if read_only and not (folder / _ARCHIVE).is_file():
        raise StoreError(f"there is no collection in {folder}: make one with 'legalkg ingest PATH'")
    if not read_only:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the folder {folder} cannot be made: {error.strerror}") from error
    # The graph first: its lock keeps a second writer out of the archive, too.
    store = EmbeddedStore(folder / _GRAPH, read_only=read_only)
    return Database(folder / _ARCHIVE, read_only=read_only), store
