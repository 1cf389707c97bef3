"""The files behind the archive: what is known of each, which are gone, which moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.archive.copies import Copies
from legalkg.kg.archive.corrections import Corrections
from legalkg.kg.database import Database


@dataclass(frozen=True, slots=True)
class FileState:
    """What is known of a file: the hash of its bytes, what extracted it, and whether it was found to be gone."""

    sha256: str
    stamp: str
    is_missing: bool


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that was read.

    Attributes:
        path: Its path.
        sha256: Hash of its bytes.
        iri: The document that it holds.
        run: The run that read it; 0 for none.
        is_missing: Whether it was found to be gone.
    """

    path: str
    sha256: str
    iri: str
    run: int
    is_missing: bool


class Origin(BaseModel):
    """Where the text of a document comes from."""

    model_config = ConfigDict(frozen=True)

    path: str = Field(description="Its file; of several copies the one that counts.")
    media_type: str
    pages: int = Field(description="Pages of the file; 0 where it has none.")
    run: int = Field(description="The run that read it; 0 for none.")
    read: str | None = Field(description="When that run began, in UTC.")
    missing: bool = Field(description="Whether the file was found to be gone.")
    copies: int = Field(description="How many files hold the document.")


class Files:
    """Reads and writes what is known of files; whoever writes marks what has to be made again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._copies = Copies(database)
        self._corrections = Corrections(database)

    # --- writing ---

    def set_missing(self, path: str, run: int | None) -> None:
        """Say that the file of what was read is gone, or (None) that it is there."""
        with self._database.transaction():
            self._database.execute("UPDATE sources SET missing = ? WHERE path = ?", (run, path))
            self._decide(path)

    def follow(self, old: str, new: str) -> None:
        """Say that a file was moved to where its bytes were read again: history and choices of people go with it."""
        with self._database.transaction():
            self._database.execute("DELETE FROM sources WHERE path = ?", (old,))
            self._database.execute("UPDATE OR REPLACE past_extractions SET path = ? WHERE path = ?", (new, old))
            self._corrections.follow(old, new)
            self._decide(new)

    # --- looking up ---

    def state(self, path: str) -> FileState | None:
        """Return what is known of a file; None if nothing was read from it."""
        row = self._database.fetch_one(
            "SELECT sha256, stamp, missing IS NOT NULL FROM sources JOIN extractions ON source = id WHERE path = ?",
            (path,),
        )
        return FileState(str(row[0]), str(row[1]), bool(row[2])) if row else None

    def under(self, root: str) -> Iterator[KnownFile]:
        """Return what was read from a file, from what lies in it, or from a folder and all below it."""
        for first, last in ((root, root + "\0"), *((root + mark, root + chr(ord(mark) + 1)) for mark in _WITHIN)):
            rows = self._database.fetch_all(f"{_KNOWN} WHERE path >= ? AND path < ? ORDER BY path", (first, last))
            yield from (KnownFile(*row) for row in rows)

    def of_bytes(self, sha256: str) -> tuple[KnownFile, ...]:
        """Return the files with these bytes."""
        return tuple(KnownFile(*row) for row in self._database.fetch_all(f"{_KNOWN} WHERE sha256 = ?", (sha256,)))

    def of_document(self, iri: str) -> tuple[KnownFile, ...]:
        """Return the files that hold a document."""
        return tuple(KnownFile(*row) for row in self._database.fetch_all(f"{_KNOWN} WHERE iri = ?", (iri,)))

    def missing(self) -> tuple[KnownFile, ...]:
        """Return the files that are gone, by path."""
        rows = self._database.fetch_all(f"{_KNOWN} WHERE missing IS NOT NULL ORDER BY path")
        return tuple(KnownFile(*row) for row in rows)

    def origin(self, iri: str) -> Origin | None:
        """Return where the text of a held document comes from."""
        row = self._database.fetch_one(
            "SELECT path, media_type, json_array_length(pages), run, started, missing IS NOT NULL, "
            "(SELECT count(*) FROM extractions AS copy WHERE copy.iri = found.iri) "
            "FROM sources JOIN extractions AS found ON source = sources.id LEFT JOIN runs ON runs.id = run "
            "WHERE found.iri = ? AND counts",
            (iri,),
        )
        return Origin(**dict(zip(Origin.model_fields, row, strict=True))) if row else None

    # --- inside ---

    def _decide(self, path: str) -> None:
        row = self._database.fetch_one(
            "SELECT iri FROM sources JOIN extractions ON source = id WHERE path = ?", (path,)
        )
        if row:
            self._copies.decide(row[0])


_KNOWN = "SELECT path, sha256, iri, run, missing IS NOT NULL FROM sources JOIN extractions ON source = id"
_WITHIN = ("/", "!", "#")
"""What stands between a folder, an archive of files or a dataset and the name of what lies in it."""
