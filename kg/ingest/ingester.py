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

from legalkg.extractors.fingerprint import fingerprint
from legalkg.extractors.model import Extraction, SourceText
from legalkg.extractors.pipeline import EXTRACTOR
from legalkg.extractors.reading import Inputs, ReadError, ReadingLimits
from legalkg.extractors.reading.files import DEFAULT_LIMITS
from legalkg.kg.archive.documents import ReadDocument, read_document_of
from legalkg.kg.errors import LegalkgError
from legalkg.kg.ingest.keeper import Keeper
from legalkg.kg.ingest.presence import Gone, Presence
from legalkg.kg.ingest.readers import Failed, OnItsWay, Reader, read_all
from legalkg.kg.ingest.report import IngestReport, OnProgress, Progress, Tally
from legalkg.kg.open_parts import Parts

_AT_ONCE = 64
"""Documents kept in one transaction at most, and lost to a crash."""
_ASKED = ("columns", "ocr", "on_error", "prune")
"""Options that hold for who goes on with what was interrupted."""
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
        prune: Whether to take out what was read from files that are gone.
    """

    workers: int = 1
    columns: Mapping[str, str] | None = None
    limits: ReadingLimits = DEFAULT_LIMITS
    ocr: bool = False
    on_error: Literal["skip", "stop"] = "skip"
    dry_run: bool = False
    prune: bool = False


class Ingester:
    """Takes documents into a collection's archive, catalogue and graph."""

    def __init__(self, parts: Parts) -> None:
        tables = parts.tables
        self._database = tables.database
        self._archive = tables.archive
        self._files = tables.files
        self._copies = tables.copies
        self._keeper = Keeper(tables)
        self._runs = tables.runs
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
        presence = Presence(self._files, inputs, files)
        documents = self._changed(inputs, presence, options, tally)
        return self._run(documents, _arguments(files, options), options, tally, presence)

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
            extract: Whether texts that other code or another registry extracted are extracted again first.

        Raises:
            StoreError: The archive holds nothing from which it could be made.
        """
        self._projection.refuse_to_empty()
        tally = Tally(on_progress)
        self._copies.decide_all()
        self._projection.mark_all()
        self._index.clear()
        if extract:
            stored = (_Stored(*values) for values in self._archive.outdated(fingerprint()))
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
        asked = {name: run.arguments[name] for name in _ASKED if name in run.arguments}
        return [Path(path) for path in run.arguments["paths"]], replace(options, **asked)

    def _run(
        self,
        documents: Iterator[OnItsWay],
        arguments: Mapping[str, object],
        options: IngestOptions,
        tally: Tally,
        presence: Presence | None = None,
    ) -> IngestReport:
        started = time.monotonic()
        run = None if options.dry_run else self._runs.begin(EXTRACTOR, arguments)
        held: dict[str, None] = {}
        for batch in _batches(read_all(documents, Reader(options.limits, options.ocr), options.workers)):
            with self._database.transaction():
                for read in batch:
                    if isinstance(read, Failed):
                        self._fail(read, run, tally)
                    else:
                        held[read.iri] = None
                        self._take(read, run, tally, presence)
            tally.show()
        if presence and not tally.stopped:
            self._settle(presence.gone(), run, options, tally)
        self._tell_copies(held, tally)
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
        self._keeper.keep(reading, run=0)
        return reading.iri

    def project(self, on_progress: OnProgress = lambda _: None) -> Counter[str]:
        """Write to catalogue and graph all documents that are marked as changed; gives what citations came to."""
        return self._projection.run(lambda done, total: on_progress(Progress("writing", done, total, done, 0)))

    def finish(self, on_progress: OnProgress = lambda _: None) -> Counter[str]:
        """Write all that is marked to catalogue and graph, then to the full-text index; as :meth:`project`."""
        outcomes = self.project(on_progress)
        self._index.update(lambda done, total: on_progress(Progress("indexing", done, total, done, 0)))
        return outcomes

    def _changed(self, inputs: Inputs, presence: Presence, options: IngestOptions, tally: Tally) -> Iterator[OnItsWay]:
        """Return the documents that are new or changed; what is not costs its hash."""
        tally.left_out = inputs.left_out
        stamp = fingerprint()
        for document in inputs:
            if tally.failed and options.on_error == "stop":
                tally.stopped = True
                return
            tally.passed, tally.size = inputs.passed, inputs.size
            tally.show()
            presence.see(document.name)
            try:
                sha256 = document.sha256()
            except ReadError as error:
                tally.fail(document.name, str(error))
                continue
            known = self._files.state(document.name)
            if known and (known.sha256, known.stamp) == (sha256, stamp):
                tally.unchanged += 1
                if known.is_missing and not options.dry_run:
                    self._keeper.set_missing(document.name, None)
            else:
                yield (None if known else self._archive.twin(document.name, sha256, stamp)) or document
        tally.passed = inputs.size

    def _fail(self, failed: Failed, run: int | None, tally: Tally) -> None:
        """Keep why a document can no longer be read, and nothing of what it said."""
        tally.fail(failed.path, failed.reason)
        if run is None or failed.is_gone:  # a file that is gone may come back: what was read still stands
            return
        self._keeper.fail(failed.path, failed.reason, run)

    def _take(self, read: ReadDocument, run: int | None, tally: Tally, presence: Presence | None) -> None:
        """Keep what was read."""
        known = self._files.state(read.path)
        tally.new += known is None
        tally.again += known is not None and known.sha256 == read.sha256
        tally.changed += known is not None and known.sha256 != read.sha256
        tally.citations += read.citations
        tally.warn(read.path, read.source.warnings)
        if presence:
            presence.came(read.path, read.sha256, read.iri, is_new=known is None)
        if run is not None:
            self._keeper.keep(read, run, fingerprint())

    def _settle(self, gone: Gone, run: int | None, options: IngestOptions, tally: Tally) -> None:
        """Say what moved and what is missing, or take it out."""
        tally.moved = {new: old.path for old, new in gone.moved.items()}
        tally.new -= gone.new
        tally.missing = [] if options.prune else [known.path for known in gone.missing]
        tally.removed = [known.path for known in gone.missing] if options.prune else []
        if run is None:
            return
        with self._database.transaction():
            for old, new in gone.moved.items():
                self._keeper.follow(old, new)
            if tally.removed:
                tally.removal = self._keeper.take_out(tally.removed, f"gone in run {run}", run).number
            for path in (known.path for known in gone.missing if not (known.is_missing or options.prune)):
                self._keeper.set_missing(path, run)

    def _tell_copies(self, iris: Iterable[str], tally: Tally) -> None:
        """Tell of the documents that came which of several files counts."""
        for iri in iris:
            copies = self._copies.of(iri)
            for copy in copies[1:]:
                tally.duplicates[copy.path] = copies[0].path
                tally.reasons[copy.path] = copy.reason


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
    return {"paths": [os.fspath(path) for path in paths], **{name: getattr(options, name) for name in _ASKED}}


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
