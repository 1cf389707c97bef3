"""Whether an archive is as it was written: pages and references as SQLite sees them, texts and what was found there."""

from __future__ import annotations

from collections.abc import Iterator

from legalkg.kg.archive.documents import Archive
from legalkg.kg.database import Database
from legalkg.kg.errors import ArchiveDamaged

_AT_ONCE = 500


def broken_structure(database: Database, most: int) -> list[str]:
    """Return what is wrong with pages, indexes and references, in SQLite's words.

    Args:
        database: The archive.
        most: Greatest number of each kind.
    """
    pages = [str(row[0]) for row in database.fetch_all(f"PRAGMA integrity_check({most:d})")]
    references = database.fetch_all("PRAGMA foreign_key_check")[:most]
    return [page for page in pages if page != "ok"] + [f"a row of {row[0]} refers to none" for row in references]


def readings(database: Database) -> Iterator[tuple[str, bool]]:
    """Return for each file that was read its path, and whether text and extraction are still to be trusted.

    Packed extractions have a checksum. Texts have none: what shows their damage is that they are no text any more, or
    that a citation does not stand where it was found.
    """
    archive, last = Archive(database), ""
    while rows := database.fetch_all("SELECT path FROM sources WHERE path > ? ORDER BY path LIMIT ?", (last, _AT_ONCE)):
        yield from ((str(path), _is_trusted(archive, path)) for (path,) in rows)
        last = rows[-1][0]


def iris(database: Database) -> frozenset[str]:
    """Return the documents of which a text is held."""
    return frozenset(str(iri) for (iri,) in database.fetch_all("SELECT DISTINCT iri FROM extractions"))


def _is_trusted(archive: Archive, path: str) -> bool:
    try:
        stored = archive.read_from(path)
    except ArchiveDamaged:
        return False
    if stored is None:
        return False
    text = stored.source.text
    return all(text[mention.start : mention.end] == mention.text for mention in stored.extraction.mentions)
