"""Opening the SQLite file of a collection: its tables are made, brought up to date, or refused."""

from __future__ import annotations

from pathlib import Path

from legalkg.kg.archive import migrations
from legalkg.kg.archive import schema as truth
from legalkg.kg.catalogue import derived
from legalkg.kg.catalogue import schema as catalogue
from legalkg.kg.database import Database
from legalkg.kg.errors import StoreError
from legalkg.kg.search import schema as search

_DERIVED = f"{catalogue.VERSION}.{search.VERSION}"


def open_database(path: Path | None, *, read_only: bool = False) -> Database:
    """Open the database of a collection.

    Args:
        path: The file; made if missing unless ``read_only``. None for memory.
        read_only: Only read.

    Raises:
        StoreError: It is missing, damaged, or made by another version of legalkg and cannot be brought up to date here.
    """
    database = Database(path, read_only=read_only)
    try:
        if read_only:
            _refuse_old(database)
        else:
            migrations.bring_up_to_date(database)
            if derived.version_of(database) != _DERIVED:
                derived.make(database, _DERIVED, catalogue.ALL + search.ALL)
    except BaseException:
        database.close()
        raise
    return database


def _refuse_old(database: Database) -> None:
    if migrations.version_of(database) < truth.VERSION or derived.version_of(database) != _DERIVED:
        raise StoreError(
            f"the archive {database.path} was made by another version of legalkg: call 'legalkg rebuild' once, which "
            "brings it up to date"
        )
