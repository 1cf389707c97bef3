"""Keeps documents in the archive or takes them out, and marks in the same transaction what has to be made again."""

from __future__ import annotations

from collections.abc import Sequence

from legalkg.kg.archive.documents import ReadDocument
from legalkg.kg.archive.files import KnownFile
from legalkg.kg.archive.removals import Removal
from legalkg.kg.catalogue.tables import Tables


class Keeper:
    """Writes to the archive; what it marks is written by :meth:`legalkg.kg.ingest.ingester.Ingester.finish`."""

    def __init__(self, tables: Tables) -> None:
        self._database = tables.database
        self._archive = tables.archive
        self._files = tables.files
        self._removals = tables.removals
        self._worklist = tables.worklist

    def keep(self, reading: ReadDocument, run: int, stamp: str = "") -> None:
        """Keep a document; see :meth:`legalkg.kg.archive.documents.Archive.put`."""
        with self._database.transaction():
            before = self._archive.iri_at(reading.path)
            self._archive.put(reading, run, stamp)
            self._mark(reading.iri, before)

    def fail(self, path: str, reason: str, run: int) -> None:
        """Keep why a document can no longer be read, and nothing of what it said."""
        with self._database.transaction():
            before = self._archive.iri_at(path)
            self._archive.fail(path, reason, run)
            self._mark(before)

    def set_missing(self, path: str, run: int | None) -> None:
        """Say that a file is gone, found so by a run, or (None) that it is there again."""
        with self._database.transaction():
            self._files.set_missing(path, run)
            self._mark(self._archive.iri_at(path))

    def follow(self, old: KnownFile, new: str) -> None:
        """Say that a file was moved to where its bytes were read."""
        with self._database.transaction():
            self._files.follow(old.path, new)
            self._mark(old.iri, self._archive.iri_at(new))

    def take_out(self, paths: Sequence[str], asked: str, run: int = 0) -> Removal:
        """Take out what was read from files; see :meth:`legalkg.kg.archive.removals.Removals.take_out`."""
        with self._database.transaction():
            removal = self._removals.take_out(paths, asked, run)
            self._mark(*removal.iris)
        return removal

    def bring_back(self, number: int) -> tuple[Removal, tuple[str, ...]]:
        """Put back what was taken out; see :meth:`legalkg.kg.archive.removals.Removals.bring_back`."""
        with self._database.transaction():
            removal, paths = self._removals.bring_back(number)
            self._mark(*removal.iris)
        return removal, paths

    def _mark(self, *iris: str | None) -> None:
        changed = [iri for iri in iris if iri]
        self._worklist.mark_graphs(changed)
        self._worklist.mark_words(changed)
