"""The way in: files and folders into the archive, and from it into catalogue and graph.

First every file is read and kept, then all documents that this touches are resolved and written to the graph, so the
order of files does not matter. What is still to be written is marked in the archive; an ingest that was broken off
is finished by the next one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field
from pyoxigraph import Quad

from extractors import EXTRACTOR, extract
from extractors.model import Extraction, SourceText
from extractors.reading import ReadError, iter_files, read
from kg.archive import Archive
from kg.catalogue import Catalogue
from kg.corrections import Corrections, corrected_extraction, corrected_resolutions
from kg.database import Database
from kg.identity import identify
from kg.links import Links
from kg.register import Register
from kg.resolve import facts_of_header, identify_source, resolve
from kg.statements import facts_statements, statements
from kg.store import GraphStore
from kg.vocabulary import IDENTITIES, REGISTER, REVIEW, graph_of

Extractor = Callable[[SourceText], Extraction]
Reader = Callable[[Path], SourceText]


class Failure(BaseModel):
    """A file that could not be taken in, and why."""

    model_config = ConfigDict(frozen=True)

    path: str
    reason: str


class IngestReport(BaseModel):
    """What became of the files of one batch."""

    model_config = ConfigDict(frozen=True)

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: tuple[Failure, ...] = ()
    duplicates: dict[str, str] = Field(default_factory=dict)
    """File -> the file that holds the same document and counts in its place."""


@dataclass
class _Tally:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[Failure] = field(default_factory=list)
    duplicates: dict[str, str] = field(default_factory=dict)

    def report(self) -> IngestReport:
        return IngestReport(
            new=self.new,
            changed=self.changed,
            unchanged=self.unchanged,
            failed=tuple(self.failed),
            duplicates=self.duplicates,
        )


class Ingest:
    """Takes documents into a collection's archive, catalogue and graph."""

    def __init__(
        self, database: Database, store: GraphStore, register: Register, extractor: Extractor = extract
    ) -> None:
        self._database = database
        self._archive = Archive(database)
        self._register = register
        self._catalogue = Catalogue(database, register)
        self._links = Links(database, self._catalogue)
        self._corrections = Corrections(database)
        self._store = store
        self._extract = extractor

    def run(self, paths: Iterable[Path | str], reader: Reader = read) -> IngestReport:
        """Take in files and folders; a bad file is reported and the rest goes on.

        Args:
            paths: Files and folders.
            reader: Reads a file that is new or has changed.
        """
        tally = _Tally()
        for file in iter_files(Path(path) for path in paths):
            there = file.is_file()
            try:
                self._take(file, reader, tally)
            except ReadError as error:
                tally.failed.append(Failure(path=str(file), reason=str(error)))
                if there:  # a file that is gone may come back: what was read still stands
                    self._forget(str(file.resolve()), str(error))
            except OSError as error:
                tally.failed.append(Failure(path=str(file), reason=f"{file}: {error.strerror}"))
        self.project()
        return tally.report()

    def put(self, path: str, sha256: str, source: SourceText, extraction: Extraction) -> str:
        """Keep one document that was read, to be written to the graph by :meth:`project`; gives its IRI.

        Args:
            path: Absolute path of its file; whatever the file said before is replaced.
            sha256: Hash of the file's bytes, hexadecimal.
            source: Its text.
            extraction: What was found in it.
        """
        iri = identify_source(extraction.header, sha256).iri
        with self._database.transaction():
            before = self._archive.iri_at(path)
            self._archive.put(path, sha256, source, extraction, iri)
            for changed in sorted({iri, before or iri}):
                self._announce(changed)
        return iri

    def project(self) -> None:
        """Write to catalogue and graph all documents that are marked as changed."""
        dirty = [str(iri) for (iri,) in self._database.rows("SELECT iri FROM dirty ORDER BY iri")]
        if not dirty:
            return
        keys: set[str] = set()
        for iri in dirty:
            with self._database.transaction():
                keys |= self._project(iri)
        with self._database.transaction():
            self._links.update(keys)
            self._store.replace_graphs(
                {IDENTITIES: self._links.quads(), REGISTER: self._known(), REVIEW: self._corrections.quads()}
            )
            self._store.flush()
            self._database.rows("DELETE FROM dirty")

    def _take(self, file: Path, reader: Reader, tally: _Tally) -> None:
        if not file.is_file():
            read(file)  # says what is wrong with it
            return
        path = str(file.resolve())
        with file.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
        if self._archive.is_current(path, sha256, EXTRACTOR):
            tally.unchanged += 1
            return
        source = reader(file)
        known = self._archive.iri_at(path) is not None
        iri = self.put(path, sha256, source, self._extract(source))
        tally.changed += known
        tally.new += not known
        first, *others = self._archive.paths(iri)
        tally.duplicates.update(dict.fromkeys(others, first))

    def _forget(self, path: str, reason: str) -> None:
        """Keep why a file can no longer be read, and nothing of what it said."""
        with self._database.transaction():
            before = self._archive.iri_at(path)
            self._archive.fail(path, reason)
            if before:
                self._announce(before)

    def _announce(self, iri: str) -> None:
        """Say what a document is now, before anything is resolved, and mark what has to be written again."""
        held = self._archive.held(iri)
        if held is None:
            self._catalogue.set_own(iri, None)
        else:
            facts = facts_of_header(held.extraction.header)
            keys = identify(facts, local="-").keys
            self._catalogue.set_own(iri, facts, keys, held.extraction.header.effective)
        self._database.rows("INSERT OR IGNORE INTO dirty VALUES (?)", (iri,))

    def _project(self, iri: str) -> set[str]:
        """Resolve the citations of a document and write its graph; gives the keys of all documents it touches."""
        held = self._archive.held(iri)
        if held is None:
            self._store.replace_graphs({graph_of(iri): ()})
            return self._catalogue.refresh(self._catalogue.set_resolutions(iri, ()))
        own = identify_source(held.extraction.header, held.sha256)
        resolutions = resolve(held.extraction, own, self._catalogue.candidates)
        corrections = self._corrections.of(iri, held.sha256)
        known = {c.target for c in corrections if c.target and self._catalogue.is_known(c.target)}
        resolutions = corrected_resolutions(held, resolutions, corrections, known)
        touched = self._catalogue.set_resolutions(iri, resolutions)
        said = statements(held.source, corrected_extraction(held, corrections), iri, resolutions, held.sha256)
        self._store.replace_graphs({graph_of(iri): said})
        return self._catalogue.refresh(touched)

    def _known(self) -> list[Quad]:
        """Give what the register says of the documents that are cited."""
        cited = (iri for iri in self._register.iris() if self._catalogue.document(iri))
        entries = (entry for iri in cited if (entry := self._register.entry(iri)))
        return [
            Quad(*statement, REGISTER)
            for entry in entries
            for statement in facts_statements(entry.identity.iri, entry.facts)
        ]
