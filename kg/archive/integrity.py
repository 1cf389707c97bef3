"""Whether an archive is as it was written: pages and references as SQLite sees them, texts and what was found there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legalkg.kg.archive.corrections import Corrections
from legalkg.kg.archive.documents import PACKED, unpack
from legalkg.kg.archive.runs import Runs
from legalkg.kg.archive.texts import AS_READ, source_text
from legalkg.kg.database import Database
from legalkg.kg.errors import ArchiveDamaged


def broken_structure(database: Database, most: int) -> list[str]:
    """Return what is wrong with pages, indexes and references, in SQLite's words.

    Args:
        database: The archive.
        most: Greatest number of each kind.
    """
    pages = [str(row[0]) for row in database.fetch_all(f"PRAGMA integrity_check({most:d})")]
    references = database.fetch_all("PRAGMA foreign_key_check")[:most]
    return [page for page in pages if page != "ok"] + [f"a row of {row[0]} refers to none" for row in references]


def read_decisions(database: Database) -> None:
    """Read all corrections and runs.

    Raises:
        ArchiveDamaged: One is not as it was written.
    """
    Corrections(database).all()
    Runs(database).all()


def readings(database: Database) -> Iterator[tuple[str, bool]]:
    """Return for each file that is held its path, and whether text and extraction are as they were written."""
    yield from _readings(database, "sources JOIN extractions ON source = id", "sources.id")


def refuse_damaged(database: Database) -> None:
    """Do nothing where all that is held is as it was written.

    Raises:
        ArchiveDamaged: It is not, so what is made of it could not be made again.
    """
    for path, is_whole in readings(database):
        if not is_whole:
            raise ArchiveDamaged(
                f"what was read from {path} is damaged in the archive, so nothing can be made again from it; "
                "'legalkg doctor' says what to do"
            )


def readings_kept(database: Database) -> Iterator[tuple[str, bool]]:
    """Return the same of what was taken out, and of what files said in earlier runs."""
    yield from _readings(database, "removed", "rowid")
    last = ("", 0)
    while row := database.fetch_one(
        f"SELECT path, until, {PACKED} FROM past_extractions WHERE (path, until) > (?, ?) "  # noqa: S608
        "ORDER BY path, until LIMIT 1",
        last,
    ):
        path, until, packed = row
        yield str(path), _is_whole(path, packed)
        last = (path, until)


def iris(database: Database) -> frozenset[str]:
    """Return the documents of which a text is held."""
    return frozenset(str(iri) for (iri,) in database.fetch_all("SELECT DISTINCT iri FROM extractions"))


def _readings(database: Database, table: str, number: str) -> Iterator[tuple[str, bool]]:
    """Go through a table, one row at a time: some texts are whole books."""
    last = -1
    while row := database.fetch_one(
        f"SELECT {number}, {PACKED}, path, {AS_READ} FROM {table} WHERE {number} > ? ORDER BY {number} LIMIT 1",  # noqa: S608
        (last,),
    ):
        last, packed, path, *text = row
        yield str(path), _is_whole(path, packed, *text)


def _is_whole(path: str, packed: bytes, *text: Any) -> bool:
    """Return whether an extraction, and its text if there is one, can be read and agree.

    Texts have a checksum since version 6 only: what was damaged before shows where a citation does not stand any more.
    """
    try:
        extraction = unpack(packed, path)
        source = source_text(path, *text) if text else None
    except ArchiveDamaged:
        return False
    return source is None or all(source.text[one.start : one.end] == one.text for one in extraction.mentions)
