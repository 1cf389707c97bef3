"""Bringing an archive that an older legalkg made up to date: only the truth, step by step, in one transaction.

Up to version 3 files of one number have different columns, so each step looks at the tables that are there and tells
itself whether it is needed. A step is never changed once it was released.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import astuple
from itertools import count
from pathlib import Path

from legalkg.kg.archive import schema
from legalkg.kg.archive.copies import Copies, measure_of
from legalkg.kg.archive.documents import unpack
from legalkg.kg.archive.schema import VERSION
from legalkg.kg.archive.texts import AS_READ, checksum
from legalkg.kg.database import Database
from legalkg.kg.errors import StoreError

_BATCH = 500
_FEW = 20
"""Texts that are in memory at once: some are whole books."""


def version_of(database: Database) -> int:
    """Return the version of the tables of the truth; 0 where there are none.

    Raises:
        StoreError: A newer legalkg made them.
    """
    row = database.fetch_one("PRAGMA user_version")
    version = int(row[0]) if row else 0
    if version > VERSION:
        raise StoreError(
            f"the archive {database.path} was made by a newer legalkg: its tables are of version {version}, this one "
            f"knows those up to {VERSION}; update legalkg"
        )
    return version


def bring_up_to_date(database: Database) -> None:
    """Make the tables of the truth, or make those of an older legalkg what this one knows; a copy of these is kept.

    Raises:
        StoreError: A newer legalkg made them, it is something else, or the disk fails; then all is as it was.
    """
    version = version_of(database)
    if version == VERSION:
        return
    if version and database.path:
        _keep_copy(database, database.path)
    with database.transaction():
        if version == 0:
            _refuse_others(database)
            database.execute_script(schema.ALL)
        else:
            for step in _STEPS:
                step(database)
        database.execute(f"PRAGMA user_version = {VERSION}")


def _keep_copy(database: Database, path: Path) -> None:
    """Write 'archive.before-6.sqlite'; it has its name only when it is whole, and takes no other's place."""
    names = (path.with_name(f"{path.stem}.before-{VERSION}{more}{path.suffix}") for more in _endings())
    target = next(name for name in names if not name.exists())
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        database.copy_to(unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)  # a disk that is full should not stay so


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _refuse_others(database: Database) -> None:
    if database.fetch_one("SELECT 1 FROM sqlite_master LIMIT 1"):
        raise StoreError(f"{database.path} is a database, but no archive of legalkg")


def _has_table(database: Database, name: str) -> bool:
    return database.fetch_one("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)) is not None


def _has_column(database: Database, table: str, name: str) -> bool:
    return database.fetch_one("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, name)) is not None


# --- the steps, in the order in which the tables came to be what they are ---


def _corrections(database: Database) -> None:
    """In version 1 people could not correct anything."""
    if not _has_table(database, "corrections"):
        database.execute_script(schema.CORRECTIONS)


def _runs(database: Database) -> None:
    """In versions 1, 2 and some of 3 no run was noted, what was read before was not kept, and JSON was not packed."""
    if _has_table(database, "runs"):
        return
    database.execute_script(schema.RUNS + schema.PAST_EXTRACTIONS)
    database.execute("DROP INDEX extractions_iri")
    database.execute("ALTER TABLE extractions RENAME TO unpacked")
    database.execute_script(schema.EXTRACTIONS)
    last = 0
    while rows := database.fetch_all(
        "SELECT source, extractor, iri, json FROM unpacked WHERE source > ? ORDER BY source LIMIT ?", (last, _BATCH)
    ):
        packed = [(source, who, iri, zlib.compress(json.encode(), level=1)) for source, who, iri, json in rows]
        database.execute_many(
            "INSERT INTO extractions (source, run, extractor, iri, json) VALUES (?, 0, ?, ?, ?)", packed
        )
        last = rows[-1][0]
    database.execute("DROP TABLE unpacked")
    database.execute("CREATE INDEX sources_sha256 ON sources(sha256)")


def _known(database: Database) -> None:
    """In some of version 3 nothing was kept that is known of a document beside its text."""
    if not _has_column(database, "sources", "known"):
        database.execute("ALTER TABLE sources ADD COLUMN known TEXT NOT NULL DEFAULT '{}'")


def _copies(database: Database) -> None:
    """Up to version 4 the first path counted, nothing was known to be gone, and nothing could be taken out."""
    if _has_table(database, "removals"):
        return
    for table, column in _COPIES:
        name = column.partition(" ")[0]
        if not _has_column(database, table, name):  # an earlier step makes tables as they are now
            database.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    database.execute("CREATE UNIQUE INDEX IF NOT EXISTS extractions_counts ON extractions(iri) WHERE counts")
    database.execute_script(schema.REMOVED)
    last = 0
    while rows := database.fetch_all(
        "SELECT id, text, json, path FROM sources JOIN extractions ON source = id WHERE id > ? ORDER BY id LIMIT ?",
        (last, _BATCH),
    ):
        measured = [(*astuple(measure_of(text, unpack(found, of))), source) for source, text, found, of in rows]
        database.execute_many(
            "UPDATE extractions SET characters = ?, provisions = ?, cited = ?, facts = ? WHERE source = ?", measured
        )
        last = rows[-1][0]
    Copies(database).decide_all()


def _checksums(database: Database) -> None:
    """Up to version 5 nothing told whether a text is still what was written."""
    for table in ("sources", "removed"):
        if not _has_column(database, table, "checksum"):
            database.execute(f"ALTER TABLE {table} ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0")
        last = 0
        while rows := database.fetch_all(
            f"SELECT rowid, {AS_READ} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?",  # noqa: S608
            (last, _FEW),
        ):
            summed = [(checksum(written), row) for row, _, *written in rows]
            database.execute_many(f"UPDATE {table} SET checksum = ? WHERE rowid = ?", summed)  # noqa: S608
            last = rows[-1][0]


_COPIES = (
    ("sources", "missing INTEGER"),
    ("extractions", "stamp TEXT NOT NULL DEFAULT ''"),
    ("extractions", "characters INTEGER NOT NULL DEFAULT 0"),
    ("extractions", "provisions INTEGER NOT NULL DEFAULT 0"),
    ("extractions", "cited INTEGER NOT NULL DEFAULT 0"),
    ("extractions", "facts INTEGER NOT NULL DEFAULT 0"),
    ("extractions", "counts INTEGER NOT NULL DEFAULT 0"),
    ("corrections", "path TEXT"),
)

_STEPS: tuple[Callable[[Database], None], ...] = (_corrections, _runs, _known, _copies, _checksums)
