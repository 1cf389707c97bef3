"""All tables but those of the truth: thrown away where they are not those of this version, and made again from it."""

from __future__ import annotations

from uuid import uuid4

from legalkg.kg.archive.schema import TABLES
from legalkg.kg.catalogue.schema import CLEARING, NO_STEP
from legalkg.kg.database import Database


def version_of(database: Database) -> str | None:
    """Return the version of the tables that are there; None where there are none, or those of the first legalkg."""
    if "derived" not in _tables(database):
        return None
    row = database.fetch_one("SELECT version FROM derived")
    return str(row[0]) if row else None


def make(database: Database, version: str, script: str) -> None:
    """Make the tables, in place of those that are there; where there were some, the graph will be made again.

    Args:
        database: Holds the truth.
        version: What :func:`version_of` will say.
        script: Makes the tables.
    """
    with database.transaction():
        archive = _archive_name(database)
        had_others = _drop(database)
        database.execute_script(script)
        database.execute("CREATE TABLE derived (version TEXT NOT NULL)")
        database.execute("INSERT INTO derived VALUES (?)", (version,))
        if had_others:
            state = (archive, NO_STEP) if archive else (uuid4().hex, CLEARING)
            database.execute("INSERT INTO graph_state VALUES (?, ?)", state)


def _archive_name(database: Database) -> str | None:
    """Return the name by which the graph knows the archive, which must not change; at first it had none."""
    tables = _tables(database)
    table = next((name for name in ("graph_state", "state") if name in tables), None)
    row = database.fetch_one(f"SELECT archive FROM {table}") if table else None  # noqa: S608  (one of two)
    return str(row[0]) if row else None


def _drop(database: Database) -> bool:
    """Drop the tables; gives whether there were any."""
    derived = _tables(database) - TABLES
    for name in sorted(derived & _tables(database, virtual=True)):  # each takes tables of its own along
        database.execute(f'DROP TABLE "{name}"')
    for name in sorted(derived & _tables(database)):
        database.execute(f'DROP TABLE "{name}"')
    return bool(derived)


def _tables(database: Database, *, virtual: bool = False) -> set[str]:
    made_by = "CREATE VIRTUAL TABLE%" if virtual else "CREATE%"
    rows = database.fetch_all(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND sql LIKE ?",
        (made_by,),
    )
    return {str(name) for (name,) in rows}
