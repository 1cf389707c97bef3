"""SPARQL for strangers: each query runs in a process of its own that is ended at its deadline.

A query cannot be cancelled once it runs, and one that runs wild takes processor and memory with it. So a few
processes open the collection to read, and one that does not answer in time is killed and replaced.
"""

from __future__ import annotations

import queue
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from math import ceil
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from api.errors import NotAcceptable, QueryTimeout, ServerBusy
from kg.errors import LegalkgError, StoreError

if TYPE_CHECKING:
    from kg.collection import Collection

_START = 60.0
"""Seconds that a process may take to start."""
_SPARE = 5
"""Seconds after the deadline at which a process ends itself, should the server be gone that would end it."""
_PROGRAM = "import sys; from api.query_worker import work; work(*map(int, sys.argv[1:4]), sys.argv[4])"


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the media types wanted, by kind of answer; None where the client accepts none."""

    sparql: str
    solutions: str | None
    graph: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, written out."""

    media_type: str
    body: bytes


class QueryPool:
    """A few processes that answer queries; they start when first needed."""

    def __init__(self, store: Path, *, workers: int, timeout: float, memory: int) -> None:
        """Prepare the pool.

        Args:
            store: Folder of the collection.
            workers: Number of processes.
            timeout: Seconds until a query is ended; a query waits no longer than this for a free process.
            memory: MiB that a process may take.
        """
        self._store = store
        self._timeout = timeout
        self._memory = memory
        self._slots: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(workers):
            self._slots.put(None)

    def run(self, query: Query) -> Answer:
        """Answer a query.

        Raises:
            QueryError: It is wrong or not allowed.
            NotAcceptable: No accepted format fits its kind.
            QueryTimeout: It took too long, or too much memory.
            ServerBusy: No process became free.
            StoreError: The collection cannot be read.
        """
        try:
            worker = self._slots.get(timeout=self._timeout)
        except queue.Empty:
            raise ServerBusy("all processes are at work on other queries; try again later") from None
        try:
            worker = worker or _Worker(self._store, self._timeout, self._memory)
            return worker.ask(query, self._timeout)
        finally:
            self._slots.put(worker if worker and not worker.ended else None)

    def close(self) -> None:
        """End the processes that are not at work; those at work end with the server."""
        while not self._slots.empty():
            if worker := self._slots.get():
                worker.end()


class _Worker:
    """One process and the line to it."""

    def __init__(self, store: Path, timeout: float, memory: int) -> None:
        # A plain process: multiprocessing would copy locks that threads hold, or run the caller's main module again.
        self._line, other = Pipe()
        with other:
            numbers = (other.fileno(), ceil(timeout) + _SPARE, memory)
            self._process = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM, *map(str, numbers), str(store)],
                stdin=subprocess.DEVNULL,
                pass_fds=[other.fileno()],
            )
        self.ask(None, _START)

    @property
    def ended(self) -> bool:
        return self._line.closed

    def ask(self, query: Query | None, timeout: float) -> Answer:
        try:
            self._line.send(query)
            if not self._line.poll(timeout):
                self.end()
                raise QueryTimeout(f"the query was ended after {timeout:g} seconds; ask for less, or use LIMIT")
            answer: Answer | LegalkgError = self._line.recv()
        except (EOFError, ConnectionError):
            self.end()
            raise QueryTimeout("the query was ended because it took too much memory; ask for less") from None
        if isinstance(answer, StoreError):
            self.end()
        if isinstance(answer, LegalkgError):
            raise answer
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._line.close()


def work(line: int, seconds: int, memory: int, store: str) -> None:
    """Answer one query after the other; this is what a process does.

    Args:
        line: File descriptor of the line to the server; None on it asks if the process is ready.
        seconds: Time after which a query ends the process.
        memory: MiB that the process may take.
        store: Folder of the collection.
    """
    from kg.collection import Collection

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process itself
    resource.setrlimit(resource.RLIMIT_DATA, (memory << 20, memory << 20))
    server: Connection[Answer | LegalkgError | None, Query | None] = Connection(line)
    collection: Collection | None = None
    while True:
        try:
            query = server.recv()
            signal.alarm(seconds)
            collection = collection or Collection.open(store, read_only=True)
            server.send(_answer(collection, query) if query else None)
        except LegalkgError as error:
            server.send(error)
        except (EOFError, ConnectionError, MemoryError):
            return
        signal.alarm(0)


def _answer(collection: Collection, query: Query) -> Answer:
    result = collection.query(query.sparql)
    media_type = query.graph if result.kind == "graph" else query.solutions
    if media_type is None:
        raise NotAcceptable(f"an answer of kind {result.kind!r} cannot be written in the formats asked for")
    return Answer(media_type, result.serialize(media_type))
