"""Reads and extracts documents, in this process or in several, and gives them in the order in which they came.

Only so many documents are on their way at a time, so memory is bounded whatever comes in. A document that takes its
process with it (because memory ran out, say) is found by reading those in question one by one; the rest goes on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice

from legalkg.extractors.model import Extraction, SourceText
from legalkg.extractors.pipeline import extract
from legalkg.extractors.reading import Input, ReadError, ReadingLimits
from legalkg.extractors.reading.errors import unexpected
from legalkg.kg.archive.documents import ReadDocument, read_document_of
from legalkg.kg.processes import end, processes

_FEW = 16
"""So many documents are read sooner here than other processes have started."""
_AHEAD = 8
"""Documents on their way for each process."""

Extractor = Callable[[SourceText], Extraction]
OnItsWay = Input | ReadDocument
"""A document to be read; or one whose bytes were read under another name, which keeps its place among the others."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that cannot be read, and why; ``is_gone`` if its file cannot be opened any more."""

    path: str
    reason: str
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one document; made once and sent to every process.

    Attributes:
        limits: What a document may cost.
        ocr: Whether to read scanned pages.
        extract: Finds what it says.
    """

    limits: ReadingLimits
    ocr: bool = False
    extract: Extractor = extract

    def __call__(self, document: OnItsWay) -> ReadDocument | Failed:
        """Read a document, or say why that cannot be done; what was read before is given back as it is."""
        if isinstance(document, ReadDocument):
            return document
        try:
            sha256, source = document.read(self.limits, ocr=self.ocr)
        except ReadError as error:
            return Failed(document.name, str(error), is_gone=isinstance(error.__cause__, OSError))
        try:
            return read_document_of(document.name, sha256, source, self.extract(source))
        except Exception as error:  # one text that is met for the first time must not end the work on all others
            return Failed(document.name, str(ReadError(document.name, unexpected(error))))


def read_all(documents: Iterable[OnItsWay], reader: Reader, workers: int) -> Iterator[ReadDocument | Failed]:
    """Read documents; they are taken from the iterator as processes become free.

    Args:
        documents: The documents.
        reader: Reads one.
        workers: Processes to use; 1 for none but this.
    """
    stream = iter(documents)
    few = list(islice(stream, _FEW)) if workers > 1 else []
    if len(few) < _FEW:
        yield from map(reader, chain(few, stream))
        return
    with _Pool(reader, workers) as pool:
        for document in chain(few, stream):
            pool.add(document)
            if pool.is_full:
                yield from pool.take()
        while pool.is_busy:
            yield from pool.take()


class _Pool:
    """Processes, and the documents on their way through them, the first first."""

    def __init__(self, reader: Reader, workers: int) -> None:
        self._reader = reader
        self._workers = workers
        self._waiting: deque[tuple[OnItsWay, Future[ReadDocument | Failed]]] = deque()
        self._processes = processes(workers)

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._waiting:  # nobody waits for what they are reading any more
            end(self._processes)
        else:
            self._processes.shutdown()

    @property
    def is_full(self) -> bool:
        return len(self._waiting) >= self._workers * _AHEAD

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting)

    def add(self, document: OnItsWay) -> None:
        try:
            future = self._processes.submit(self._reader, document)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self._waiting.append((document, future))

    def take(self) -> Iterator[ReadDocument | Failed]:
        """Return the first; or all that are on their way, read one by one, when a process has died."""
        document, future = self._waiting.popleft()
        try:
            yield future.result()
        except BrokenProcessPool:
            lost = [document, *(waiting for waiting, _ in self._waiting)]
            self._waiting.clear()
            self._processes = processes(self._workers)
            for one in lost:
                yield _read_alone(one, self._reader)


def _read_alone(document: OnItsWay, reader: Reader) -> ReadDocument | Failed:
    """Read a document in a process that reads nothing else."""
    if isinstance(document, ReadDocument):
        return document
    with processes(1) as process:
        try:
            return process.submit(reader, document).result()
        except BrokenProcessPool:
            reason = "the process that read it was ended, it may take more memory than there is"
            return Failed(document.name, f"{document.name}: {reason}")
