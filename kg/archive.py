"""The archive: text as read, hash of the source, extraction, failures. All else can be made again from it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from extractors.model import Extraction, SourceText
from kg.database import Database
from kg.search_index import mark_unindexed


@dataclass(frozen=True, slots=True)
class Held:
    """A document whose text was read.

    Attributes:
        path: Absolute path of the file.
        sha256: Hash of its bytes, hexadecimal.
        source: The text.
        extraction: What was found in it.
    """

    path: str
    sha256: str
    source: SourceText
    extraction: Extraction


class Archive:
    """Reads and writes the tables of the truth, and marks what the full-text index has to take in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_current(self, path: str, sha256: str, extractor: str) -> bool:
        """Tell whether these bytes were already read by this extractor."""
        return (
            self._database.row(
                "SELECT 1 FROM sources JOIN extractions ON source = id WHERE path = ? AND sha256 = ? AND extractor = ?",
                (path, sha256, extractor),
            )
            is not None
        )

    def iri_at(self, path: str) -> str | None:
        """Give the IRI of the document that was read from a file."""
        row = self._database.row("SELECT iri FROM sources JOIN extractions ON source = id WHERE path = ?", (path,))
        return str(row[0]) if row else None

    def put(self, path: str, sha256: str, source: SourceText, extraction: Extraction, iri: str) -> None:
        """Keep a file that was read, in place of what it held before."""
        with self._database.transaction():
            self._remove(path)
            self._database.rows(
                "INSERT INTO sources (path, name, sha256, media_type, text, pages) VALUES (?, ?, ?, ?, ?, ?)",
                (path, source.id, sha256, source.media_type, source.text, json.dumps(source.pages)),
            )
            self._database.rows(
                "INSERT INTO extractions SELECT id, ?, ?, ? FROM sources WHERE path = ?",
                (extraction.extractor, iri, extraction.model_dump_json(exclude_defaults=True), path),
            )
            mark_unindexed(self._database, iri)
            self._database.rows("DELETE FROM failures WHERE path = ?", (path,))

    def fail(self, path: str, reason: str) -> None:
        """Keep why a file could not be read; what it said when it could be read is no longer held."""
        with self._database.transaction():
            self._remove(path)
            self._database.rows("INSERT OR REPLACE INTO failures VALUES (?, ?)", (path, reason))

    def failures(self) -> tuple[tuple[str, str], ...]:
        """Give (path, reason) of the files that could not be read."""
        return tuple(
            (str(path), str(reason))
            for path, reason in self._database.rows("SELECT path, reason FROM failures ORDER BY path")
        )

    def held(self, iri: str) -> Held | None:
        """Give the text of a document; where several files hold it, that of the first by path."""
        return self._first("iri", iri)

    def with_hash(self, sha256: str) -> Held | None:
        """Give what was read from a file with these bytes, whatever document it was taken for."""
        return self._first("sha256", sha256)

    def _first(self, column: str, value: str) -> Held | None:
        row = self._database.row(
            "SELECT path, sha256, name, text, pages, media_type, json "  # noqa: S608  (the column is no value)
            f"FROM sources JOIN extractions ON source = id WHERE {column} = ? ORDER BY path LIMIT 1",
            (value,),
        )
        if row is None:
            return None
        path, sha256, name, text, pages, media_type, extraction = row
        source = SourceText(id=name, text=text, pages=tuple(json.loads(pages)), media_type=media_type)
        return Held(path, sha256, source, Extraction.model_validate_json(extraction))

    def paths(self, iri: str) -> tuple[str, ...]:
        """Give the files that hold a document, the one that counts first."""
        rows = self._database.rows(
            "SELECT path FROM sources JOIN extractions ON source = id WHERE iri = ? ORDER BY path", (iri,)
        )
        return tuple(str(path) for (path,) in rows)

    def _remove(self, path: str) -> None:
        iri = self.iri_at(path)
        if iri is not None:
            mark_unindexed(self._database, iri)
            self._database.rows("DELETE FROM sources WHERE path = ?", (path,))
