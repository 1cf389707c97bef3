"""One process that makes answers, as the server sees it."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from legalkg.api.errors import LimitExceeded
from legalkg.api.workers import wire
from legalkg.api.workers.process import OUT_OF_MEMORY
from legalkg.api.workers.wall import Wall
from legalkg.extractors.reading.safe_path import safe_path
from legalkg.kg.errors import QueryError, StoreError

_START = 60.0
"""Seconds that a process may take to start."""
_IN_MEMORY = 1 << 18
"""Bytes of an answer that the server holds in memory; more goes to a file that is gone when it was sent."""
_PROGRAM = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from legalkg.api.workers.process import work
work()
"""


@dataclass(frozen=True, slots=True)
class Task:
    """How a worker works.

    Attributes:
        settings: Of the server, with what is secret in them: sent to the process, never among its arguments, which
            everybody on the machine can read.
        seconds: After which the process ends itself, should the server be gone.
        memory: MiB that it may take.
        size: Bytes that an answer may have.
        network: Whether it needs the network, since the graph is in another server.
        niceness: How much it steps back where the processor is wanted by others: the server itself comes first.
    """

    settings: dict[str, Any]
    seconds: int
    memory: int
    size: int
    network: bool
    niceness: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; its body is to be read once and closed."""

    status: int
    headers: wire.Headers
    body: IO[bytes]
    size: int


class _WorkerDied(Exception):  # noqa: N818
    """The process is gone, or says what it must not."""


class Worker:
    """A process and the pipes to it.

    Attributes:
        wall: What keeps it from the network.
    """

    def __init__(self, process: asyncio.subprocess.Process, task: Task) -> None:
        self.wall: Wall | None = None
        self._process = process
        self._task = task

    @classmethod
    async def start(cls, task: Task) -> Worker:
        """Start a process and wait until it has opened the collection.

        Raises:
            StoreError: It cannot be opened, or no process can be started.
        """
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-I", "-c", _PROGRAM, json.dumps(safe_path()),
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=wire.LONGEST_LINE,
            )  # fmt: skip
        except OSError as error:
            raise StoreError(f"no process can be started: {error}") from error
        worker = cls(process, task)
        try:
            await worker._prepare()
        except BaseException:
            await asyncio.shield(worker.end())  # whoever is cancelled, and again, must not leave a process behind
            raise
        return worker

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.returncode is None

    async def ask(self, asked: wire.Asked) -> Answer:
        """Have a request answered.

        Raises:
            LimitExceeded: The answer is too large, or takes too much memory.
            QueryError: What was asked is nested too deeply.
        """
        try:
            await self._send(asked.head(), asked.body)
            head = await self._line()
            spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (who sends it closes it)
            try:
                size = await self._receive(spool)
            except BaseException:
                spool.close()
                raise
        except _WorkerDied:
            raise await self._death() from None
        spool.seek(0)
        headers = tuple((str(name), str(value)) for name, value in head["headers"])
        return Answer(int(head["status"]), headers, spool, size)

    async def end(self) -> None:
        """End the process, whatever it does."""
        with suppress(ProcessLookupError):
            self._process.kill()
        if self._process.stdin:
            self._process.stdin.close()
        await self._process.wait()
        # Pipes are closed when they were read to their end; what the loop closes later may find no loop any more.
        while self._process.stdout and await self._process.stdout.read(wire.MOST):
            pass
        await asyncio.sleep(0)

    # --- inside ---

    async def _prepare(self) -> None:
        how = {
            "settings": self._task.settings,
            "seconds": self._task.seconds,
            "memory": self._task.memory,
            "network": self._task.network,
            "niceness": self._task.niceness,
        }
        try:
            async with asyncio.timeout(_START):
                await self._send(wire.line(how))
                said = await self._line()
        except (_WorkerDied, TimeoutError):
            raise StoreError("a process that makes answers did not start; what it wrote stands in this log") from None
        if "error" in said:
            raise StoreError(said["error"])
        self.wall = said["wall"]

    async def _send(self, *parts: bytes) -> None:
        if self._process.stdin is None:
            raise _WorkerDied
        try:
            for part in parts:
                self._process.stdin.write(part)
                await self._process.stdin.drain()
        except ConnectionError:
            raise _WorkerDied from None

    async def _line(self) -> dict[str, Any]:
        if self._process.stdout is None:
            raise _WorkerDied
        try:
            found = json.loads(await self._process.stdout.readline())
        except ValueError:  # no JSON, or longer than a line may be
            raise _WorkerDied from None
        if not isinstance(found, dict):
            raise _WorkerDied
        return found

    async def _receive(self, spool: IO[bytes]) -> int:
        """Take in a body."""
        if self._process.stdout is None:
            raise _WorkerDied
        size = 0
        try:
            while length := wire.length_of(await self._process.stdout.readexactly(wire.PREFIX_SIZE)):
                size += length
                if length > wire.MOST:
                    raise _WorkerDied
                if size > self._task.size:
                    raise LimitExceeded(f"the answer has more than {self._task.size:,} bytes; ask for less")
                spool.write(await self._process.stdout.readexactly(length))
        except asyncio.IncompleteReadError:
            raise _WorkerDied from None
        return size

    async def _death(self) -> LimitExceeded | QueryError | StoreError:
        """Return what the end of the process means."""
        with suppress(TimeoutError):
            async with asyncio.timeout(1):
                await self._process.wait()
        code = self._process.returncode
        if code == -signal.SIGSEGV:  # what calls itself too often runs out of its stack
            return QueryError("the query is nested too deeply")
        if code in (OUT_OF_MEMORY, -signal.SIGABRT, -signal.SIGKILL):
            return LimitExceeded("it was ended because it took too much memory; ask for less")
        return StoreError(f"a process that makes answers ended unexpectedly (exit status {code})")
