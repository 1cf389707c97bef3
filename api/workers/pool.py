"""A few workers, and who waits for one: waiting costs no thread, is bounded, and ends when the client has gone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from legalkg.api.errors import LimitExceeded, ServerBusy
from legalkg.api.workers.wall import Wall
from legalkg.api.workers.wire import Asked
from legalkg.api.workers.worker import Answer, Task, Worker
from legalkg.kg.errors import LegalkgError, StoreError

_GRACE = 1.0
"""Seconds in which an answer may still be finished though nobody waits for it: to start a process costs more."""
_LOG = logging.getLogger("legalkg.api")


class Pool:
    """A few processes that answer requests; those that are ended are replaced.

    Belongs to the event loop in which it was first used.

    Attributes:
        is_new: Whether no worker has started yet.
        wall: What keeps its workers from the network.
    """

    def __init__(self, task: Task, *, workers: int, queue: int, timeout: float) -> None:
        """Prepare the pool; nothing starts yet.

        Args:
            task: How the workers work.
            workers: Number of workers.
            queue: Requests that may wait for a worker.
            timeout: Seconds until a request is ended; none waits longer than this for a worker.
        """
        self.is_new = True
        self.wall: Wall | None = None
        self._task = task
        self._queue = queue
        self._timeout = timeout
        self._free = asyncio.Semaphore(workers)
        self._idle: list[Worker] = []
        self._waiting = 0
        self._behind: set[asyncio.Task[None]] = set()

    async def warm(self) -> None:
        """Start a worker before it is needed, if none is idle.

        Raises:
            StoreError: The collection cannot be opened.
        """
        async with self._free:
            if not self._idle:
                self._idle.append(await self._start())

    async def answer(self, asked: Asked) -> Answer:
        """Answer a request.

        If the task is cancelled, since the client has gone, the worker is ended unless it is done in a moment.

        Raises:
            ServerBusy: Too many wait already, or no worker became free in time.
            LimitExceeded: It took too long, too much memory, or its answer is too large.
            QueryError: What was asked is nested too deeply.
            StoreError: The collection cannot be read.
        """
        await self._wait()
        try:
            worker = await self._hire()
        except BaseException:
            self._free.release()
            raise
        working = asyncio.create_task(worker.ask(asked))
        try:
            async with asyncio.timeout(self._timeout):
                answer = await asyncio.shield(working)
        except TimeoutError:
            self._go_on(self._end(worker, working, grace=0))
            raise LimitExceeded(f"it was ended after {self._timeout:g} seconds; ask for less") from None
        except asyncio.CancelledError:
            self._go_on(self._end(worker, working, grace=_GRACE))
            raise
        except BaseException:
            self._go_on(self._end(worker, working, grace=0))
            raise
        self._give_back(worker)
        return answer

    async def close(self) -> None:
        """End all workers."""
        for task in self._behind:
            task.cancel()
        await asyncio.gather(*self._behind, return_exceptions=True)
        while self._idle:
            await self._idle.pop().end()

    # --- inside ---

    async def _wait(self) -> None:
        if self._free.locked() and self._waiting >= self._queue:
            raise ServerBusy(f"{self._waiting} requests wait already; try again later")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._timeout):
                await self._free.acquire()
        except TimeoutError:
            raise ServerBusy("all processes are at work on other requests; try again later") from None
        finally:
            self._waiting -= 1

    async def _hire(self) -> Worker:
        """Return a worker: one that is idle, if nobody has ended it meanwhile."""
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive:
                return worker
            await worker.end()
        return await self._start()

    async def _start(self) -> Worker:
        worker = await Worker.start(self._task)
        self.is_new, self.wall = False, worker.wall
        return worker

    def _give_back(self, worker: Worker) -> None:
        self._idle.append(worker)
        self._free.release()

    async def _end(self, worker: Worker, working: asyncio.Task[Answer], grace: float) -> None:
        """End a worker, or have it back if it is done in time; its place is free then, and another one starts."""
        try:
            async with asyncio.timeout(grace):
                answer = await asyncio.shield(working)
        except (TimeoutError, asyncio.CancelledError, LegalkgError):
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
            await worker.end()
            self._free.release()
        else:
            answer.body.close()
            self._give_back(worker)
            return
        if not self._free.locked():
            try:
                await self.warm()
            except StoreError as error:
                _LOG.error("%s", error)

    def _go_on(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nobody waits for."""
        task = asyncio.create_task(work)
        self._behind.add(task)
        task.add_done_callback(self._behind.discard)
