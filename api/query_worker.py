"""SPARQL for strangers: each query runs in a process of its own that is ended at its deadline.

A query cannot be cancelled once it runs, and one that runs wild takes processor and memory with it. So a few
processes open the collection to read, and one that does not answer in time is killed and replaced.
"""

from __future__ import annotations

import queue
import subprocess
import sys
from math import ceil
from multiprocessing import Pipe

from api.errors import QueryTimeout, ServerBusy
from api.query_process import Answer, Query
from kg.errors import LegalkgError, StoreError
from kg.location import Location

_START = 60.0
"""Seconds that a process may take to start."""
_SPARE = 5
"""Seconds after the deadline at which a process ends itself, should the server be gone that would end it."""
_PROGRAM = "import sys; from api.query_process import work; work(*map(int, sys.argv[1:4]))"


class QueryPool:
    """A few processes that answer queries; they start when first needed."""

    def __init__(self, store: Location, *, workers: int, timeout: float, memory: int) -> None:
        """Prepare the pool.

        Args:
            store: Where the collection is.
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

    def __init__(self, store: Location, timeout: float, memory: int) -> None:
        # A plain process: multiprocessing would copy locks that threads hold, or run the caller's main module again.
        self._line, other = Pipe()
        with other:
            numbers = (other.fileno(), ceil(timeout) + _SPARE, memory)
            self._process = subprocess.Popen(  # noqa: S603  (runs this very Python)
                [sys.executable, "-c", _PROGRAM, *map(str, numbers)],
                stdin=subprocess.DEVNULL,
                pass_fds=[other.fileno()],
            )
        self._line.send(store)  # not an argument, which everybody on the machine can read: it may hold a password
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
