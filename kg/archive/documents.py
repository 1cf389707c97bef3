"""The archive: text as read, hash of the source, extraction, failures. All else can be made again from it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import PurePath

from legalkg.extractors.model import THIS, CitedDocument, Extraction, Header, SourceText
from legalkg.kg.archive.copies import Copies, Measure, measure_of
from legalkg.kg.archive.texts import AS_READ, COLUMNS, cells, source_of, source_text
from legalkg.kg.database import Database, damage_is_told
from legalkg.kg.identity.resolve import identify_source


@dataclass(frozen=True, slots=True)
class StoredDocument:
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


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as it was read, made ready for keeping: small, and quick to bring from one process to another.

    Attributes:
        path: Absolute path of its file, or its name within one.
        sha256: Hash of its bytes, hexadecimal.
        source: The text.
        iri: The document that it is.
        extractor: Name and version of what read it.
        packed: The extraction, see :func:`pack`.
        citations: How many places in it cite another document.
        measure: How much it holds.
    """

    path: str
    sha256: str
    source: SourceText
    iri: str
    extractor: str
    packed: bytes
    citations: int
    measure: Measure


def read_document_of(path: str, sha256: str, source: SourceText, extraction: Extraction) -> ReadDocument:
    """Make a document ready for keeping; for the arguments see :class:`ReadDocument`."""
    return ReadDocument(
        path=path,
        sha256=sha256,
        source=source,
        iri=identify_source(extraction.header, sha256).iri,
        extractor=extraction.extractor,
        packed=pack(extraction),
        citations=sum(mention.document != THIS for mention in extraction.mentions),
        measure=measure_of(source.text, extraction),
    )


def pack(extraction: Extraction) -> bytes:
    """Write an extraction in a fifth of the space that its JSON takes."""
    return zlib.compress(extraction.model_dump_json(exclude_defaults=True).encode(), level=1)


PACKED = "CAST(json AS BLOB)"
"""What :func:`unpack` takes: bytes, whatever a damaged cell says of itself."""


def unpack(packed: bytes, of: str) -> Extraction:
    """Read what :func:`pack` wrote.

    Args:
        packed: What it wrote.
        of: The file or the document in which it was found.

    Raises:
        ArchiveDamaged: It wrote something else; the checksum of zlib tells.
    """
    with damage_is_told(f"what was found in {of}"):
        return Extraction.model_validate_json(zlib.decompress(packed))


class Archive:
    """Reads and writes the tables of documents; whoever writes marks what has to be made again of it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._copies = Copies(database)

    # --- writing ---

    def put(self, reading: ReadDocument, run: int = 0, stamp: str = "") -> None:
        """Keep a document that was read, in place of what its file held before.

        Args:
            reading: The document.
            run: The run that read it; 0 for none.
            stamp: Hash of the code and the registry that extracted it.
        """
        with self._database.transaction():
            self.forget(reading.path, run)
            self._database.execute(
                f"INSERT INTO sources (path, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (reading.path, *cells(reading.source, reading.sha256)),
            )
            self._database.execute(
                "INSERT INTO extractions "
                "(source, run, extractor, iri, json, stamp, characters, provisions, cited, facts) "
                "VALUES (last_insert_rowid(), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (run, reading.extractor, reading.iri, reading.packed, stamp, *astuple(reading.measure)),
            )
            self._database.execute("DELETE FROM failures WHERE path = ?", (reading.path,))
            self._copies.decide(reading.iri)

    def fail(self, path: str, reason: str, run: int = 0) -> None:
        """Keep why a file could not be read; what it said when it could be read is no longer held."""
        with self._database.transaction():
            self.forget(path, run)
            self._database.execute("INSERT OR REPLACE INTO failures VALUES (?, ?)", (path, reason))

    def forget(self, path: str, run: int) -> None:
        """Hold no more what was read from a file; what it said is kept for the history if a run before read it."""
        row = self._database.fetch_one(
            "SELECT id, run, iri FROM sources JOIN extractions ON source = id WHERE path = ?", (path,)
        )
        if row is None:
            return
        source, since, iri = row
        if since < run:
            self._database.execute(
                "INSERT OR REPLACE INTO past_extractions SELECT path, run, ?, iri, extractor, json "
                "FROM sources JOIN extractions ON source = id WHERE path = ?",
                (run, path),
            )
        self._database.execute("DELETE FROM sources WHERE id = ?", (source,))
        self._copies.decide(iri)

    # --- looking up ---

    def twin(self, path: str, sha256: str, stamp: str) -> ReadDocument | None:
        """Return what was read from another file with these bytes, as if it were read from this one.

        Args:
            path: This file. The other must have its ending: what is in a file is told by that, too.
            sha256: Hash of the bytes.
            stamp: What must have extracted it.
        """
        rows = self._database.fetch_all(
            "SELECT path FROM sources JOIN extractions ON source = id WHERE sha256 = ? AND stamp = ? ORDER BY path",
            (sha256, stamp),
        )
        found = next((one for (one,) in rows if PurePath(one).suffix == PurePath(path).suffix), None)
        held = self._first("path", found) if found else None
        if held is None:
            return None
        source = held.source.model_copy(update={"id": path})
        return read_document_of(path, sha256, source, held.extraction.model_copy(update={"id": path}))

    def iri_at(self, path: str) -> str | None:
        """Return the IRI of the document that was read from a file."""
        row = self._database.fetch_one(
            "SELECT iri FROM sources JOIN extractions ON source = id WHERE path = ?", (path,)
        )
        return str(row[0]) if row else None

    def failures(self) -> tuple[tuple[str, str], ...]:
        """Return (path, reason) of the files that could not be read."""
        return tuple(
            (str(path), str(reason))
            for path, reason in self._database.fetch_all("SELECT path, reason FROM failures ORDER BY path")
        )

    def held(self, iri: str) -> StoredDocument | None:
        """Return the text of a document; where several files hold it, that of the copy that counts."""
        return self._first("counts AND iri", iri)

    def with_hash(self, sha256: str) -> StoredDocument | None:
        """Return what was read from a file with these bytes, whatever document it was taken for."""
        return self._first("sha256", sha256)

    def corrected(self, iri: str, sha256: str | None) -> StoredDocument | None:
        """Return the document that a correction is about: the one of this name, else what its bytes gave."""
        return self.held(iri) or self.with_hash(sha256 or "")

    def source(self, iri: str) -> SourceText | None:
        """Return the text of a document, without what was found in it."""
        return source_of(self._database, iri)

    def extraction(self, iri: str) -> Extraction | None:
        """Return what was found in a document, without its text."""
        row = self._database.fetch_one(_EXTRACTION, (iri,))
        return unpack(*row) if row else None

    def header_and_cited(self, iri: str) -> tuple[Header | None, tuple[CitedDocument, ...]]:
        """Return the header of a document and what it cites, without reading all else that was found in it."""
        row = self._database.fetch_one(_EXTRACTION, (iri,))
        if row is None:
            return None, ()
        packed, path = row
        with damage_is_told(f"what was found in {path}"):
            found = json.loads(zlib.decompress(packed))
            cited = tuple(map(CitedDocument.model_validate, found.get("documents", ())))
            return Header.model_validate(found.get("header", {})), cited

    def outdated(self, stamp: str) -> Iterator[tuple[str, str, SourceText]]:
        """Return path, hash and text of each document that something else extracted; may be put while they are given.

        Args:
            stamp: Hash of the code and the registry that would extract it now.
        """
        last = ""
        while row := self._database.fetch_one(
            f"SELECT sha256, path, {AS_READ} FROM sources JOIN extractions ON source = id "  # noqa: S608
            "WHERE path > ? AND stamp <> ? ORDER BY path LIMIT 1",
            (last, stamp),
        ):
            sha256, last, *text = row
            yield last, sha256, source_text(last, *text)

    # --- inside ---

    def _first(self, column: str, value: str) -> StoredDocument | None:
        row = self._database.fetch_one(
            f"SELECT path, sha256, {PACKED}, {AS_READ} "  # noqa: S608  (the column is no value)
            f"FROM sources JOIN extractions ON source = id WHERE {column} = ? ORDER BY path LIMIT 1",
            (value,),
        )
        if row is None:
            return None
        path, sha256, packed, *text = row
        return StoredDocument(path, sha256, source_text(path, *text), unpack(packed, path))


_EXTRACTION = f"SELECT {PACKED}, path FROM sources JOIN extractions ON source = id WHERE iri = ? AND counts"  # noqa: S608
