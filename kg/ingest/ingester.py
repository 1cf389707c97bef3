"""The way in: files, archives of files and datasets into the archive, and from it into catalogue and graph.

First every document is read and kept, some at a time; what is kept is never lost. Then all documents that this touches
are resolved and written to the graph (:mod:`legalkg.kg.catalogue.projection`), so their order does not matter. What is
still to be written is marked in the archive; an ingest that was interrupted is finished by the next one.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from legalkg.extractors.model import Extraction, SourceText
from legalkg.extractors.pipeline import EXTRACTOR
from legalkg.extractors.reading import Input, Inputs, ReadError, ReadingLimits
from legalkg.extractors.reading.files import DEFAULT_LIMITS
from legalkg.kg.archive.documents import ReadDocument, read_document_of
from legalkg.kg.errors import LegalkgError
from legalkg.kg.ingest.readers import Failed, Reader, read_all
from legalkg.kg.ingest.report import IngestReport, OnProgress, Progress, Tally
from legalkg.kg.open_parts import Parts

_AT_ONCE = 64
"""Documents kept in one transaction at most, and lost to a crash."""
_SECONDS = 1.0
"""Seconds after which what was read is kept in any case."""


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How documents are taken in.

    Attributes:
        workers: Processes that read; 1 for none but this. A script that asks for more needs a main guard.
        columns: Columns of datasets, see :class:`legalkg.extractors.reading.Inputs`; the usual names if None.
        limits: What one document may cost.
        ocr: Whether to read scanned pages.
        on_error: Whether to go on when a document cannot be read.
        dry_run: Only read, and say what would be done.
    """

    workers: int = 1
    columns: Mapping[str, str] | None = None
    limits: ReadingLimits = DEFAULT_LIMITS
    ocr: bool = False
    on_error: Literal["skip", "stop"] = "skip"
    dry_run: bool = False


class Ingester:
    """Takes documents into a collection's archive, catalogue and graph."""

    def __init__(self, parts: Parts) -> None:
        tables = parts.tables
        self._database = tables.database
        self._archive = tables.archive
        self._runs = tables.runs
        self._worklist = tables.worklist
        self._projection = parts.projection
        self._index = parts.index

    def run(
        self,
        paths: Iterable[Path | str],
        options: IngestOptions = IngestOptions(),
        on_progress: OnProgress = lambda _: None,
    ) -> IngestReport:
        """Take in files, folders, archives of files and datasets; a bad document is reported and the rest goes on.

        Args:
            paths: What to take in.
            options: How.
            on_progress: Is told after every few documents how far it is.
        """
        files = [Path(path).absolute() for path in paths]
        tally = Tally(on_progress)
        inputs = Inputs(
            files,
            columns=options.columns,
            limits=options.limits,
            on_error=lambda error: tally.fail(str(error.path), str(error)),
        )
        documents = self._changed(inputs, options, tally)
        return self._run(documents, _arguments(files, options), options, tally)

    def rebuild(
        self,
        options: IngestOptions = IngestOptions(),
        on_progress: OnProgress = lambda _: None,
        *,
        extract: bool = False,
    ) -> IngestReport:
        """Throw away catalogue, graph and full-text index and make them again from the archive.

        It may be interrupted: the next time that the collection is opened to write it goes on.

        Args:
            options: How many processes extract.
            on_progress: Is told how far it is.
            extract: Whether texts that another version extracted are extracted again first.

        Raises:
            StoreError: The archive holds nothing from which it could be made.
        """
        self._projection.refuse_to_empty()
        tally = Tally(on_progress)
        self._projection.mark_all()
        self._index.clear()
        if extract:
            stored = (_Stored(*values) for values in self._archive.outdated(EXTRACTOR))
            return self._run(stored, {"extract": True}, options, tally)
        started = time.monotonic()
        outcomes = self.finish(on_progress)
        return tally.report(None, outcomes, time.monotonic() - started)

    def broken_off(self, options: IngestOptions) -> tuple[list[Path], IngestOptions]:
        """Return what the last ingest was to take in, and how, if it was interrupted.

        Args:
            options: How this one is to be run; what was asked for then goes before.

        Raises:
            LegalkgError: It was not interrupted.
        """
        run = self._runs.broken_off()
        if run is None or not run.arguments.get("paths"):
            raise LegalkgError("nothing was interrupted: there is no ingest to go on with")
        asked = {name: run.arguments[name] for name in ("columns", "ocr", "on_error")}
        return [Path(path) for path in run.arguments["paths"]], replace(options, **asked)

    def _run(
        self, documents: Iterator[Input], arguments: Mapping[str, object], options: IngestOptions, tally: Tally
    ) -> IngestReport:
        started = time.monotonic()
        run = None if options.dry_run else self._runs.begin(EXTRACTOR, arguments)
        for batch in _batches(read_all(documents, Reader(options.limits, options.ocr), options.workers)):
            with self._database.transaction():
                for read in batch:
                    self._take(read, run, tally)
            tally.show()
        outcomes = Counter[str]() if run is None else self.finish(tally.on_progress)
        report = tally.report(run, outcomes, time.monotonic() - started)
        if run is not None and not tally.stopped:
            self._runs.end(run, report.model_dump_json())
        return report

    def put(self, path: str, sha256: str, source: SourceText, extraction: Extraction) -> str:
        """Keep one document that was read elsewhere, to be written to the graph by :meth:`project`; gives its IRI.

        Args:
            path: Absolute path of its file; whatever the file said before is replaced.
            sha256: Hash of the file's bytes, hexadecimal.
            source: Its text.
            extraction: What was found in it.
        """
        reading = read_document_of(path, sha256, source, extraction)
        with self._database.transaction():
            self._keep(reading, run=0)
        return reading.iri

    def project(self, on_progress: OnProgress = lambda _: None) -> Counter[str]:
        """Write to catalogue and graph all documents that are marked as changed; gives what citations came to."""
        return self._projection.run(lambda done, total: on_progress(Progress("writing", done, total, done, 0)))

    def finish(self, on_progress: OnProgress = lambda _: None) -> Counter[str]:
        """Write all that is marked to catalogue and graph, then to the full-text index; as :meth:`project`."""
        outcomes = self.project(on_progress)
        self._index.update(lambda done, total: on_progress(Progress("indexing", done, total, done, 0)))
        return outcomes

    def _changed(self, inputs: Inputs, options: IngestOptions, tally: Tally) -> Iterator[Input]:
        """Return the documents that are new or changed; what is not costs its hash."""
        for document in inputs:
            if tally.failed and options.on_error == "stop":
                tally.stopped = True
                return
            tally.passed, tally.size = inputs.passed, inputs.size
            tally.show()
            try:
                sha256 = document.sha256()
            except ReadError as error:
                tally.fail(document.name, str(error))
                continue
            if self._archive.is_current(document.name, sha256, EXTRACTOR):
                tally.unchanged += 1
            else:
                yield document
        tally.passed = inputs.size

    def _take(self, read: ReadDocument | Failed, run: int | None, tally: Tally) -> None:
        """Keep what was read, or why it could not be."""
        if isinstance(read, Failed):
            tally.fail(read.path, read.reason)
            if run is not None and not read.is_gone:  # a file that is gone may come back: what was read still stands
                self._forget(read, run)
            return
        is_known = self._archive.iri_at(read.path) is not None
        tally.changed += is_known
        tally.new += not is_known
        tally.citations += read.citations
        tally.warn(read.path, read.source.warnings)
        if run is not None:
            self._keep(read, run)
            first, *others = self._archive.paths(read.iri)
            tally.duplicates.update(dict.fromkeys(others, first))

    def _keep(self, reading: ReadDocument, run: int) -> None:
        before = self._archive.iri_at(reading.path)
        self._archive.put(reading, run)
        self._mark(reading.iri, before)

    def _forget(self, failed: Failed, run: int) -> None:
        """Keep why a document can no longer be read, and nothing of what it said."""
        before = self._archive.iri_at(failed.path)
        self._archive.fail(failed.path, failed.reason, run)
        self._mark(before)

    def _mark(self, *iris: str | None) -> None:
        changed = [iri for iri in iris if iri]
        self._worklist.mark_graphs(changed)
        self._worklist.mark_words(changed)


@dataclass(frozen=True, slots=True)
class _Stored:
    """A document whose text the archive has."""

    name: str
    hash: str
    source: SourceText

    def sha256(self) -> str:
        return self.hash

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        return self.hash, self.source


def _arguments(paths: Iterable[Path], options: IngestOptions) -> dict[str, object]:
    return {
        "paths": [os.fspath(path) for path in paths],
        "columns": None if options.columns is None else dict(options.columns),
        "ocr": options.ocr,
        "on_error": options.on_error,
    }


def _batches(stream: Iterable[ReadDocument | Failed]) -> Iterator[list[ReadDocument | Failed]]:
    """Return what was read in lots, so that not each document waits for the disk."""
    batch: list[ReadDocument | Failed] = []
    since = time.monotonic()
    for read in stream:
        batch.append(read)
        if isinstance(read, Failed) or len(batch) >= _AT_ONCE or time.monotonic() - since > _SECONDS:
            yield batch
            batch, since = [], time.monotonic()
    if batch:
        yield batch
