"""A few workers, and who waits for one: waiting costs no thread, is bounded, and ends when the client has gone."""

from __future__ import annotations

import asyncio

from api.errors import LimitExceeded, ServerBusy
from api.workers.wall import Wall
from api.workers.wire import Asked
from api.workers.worker import Answer, Task, Worker


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

    async def warm(self) -> None:
        """Start the first worker before it is needed.

        Raises:
            StoreError: The collection cannot be opened.
        """
        async with self._free:
            if not self._idle:
                self._idle.append(await self._hire())

    async def answer(self, asked: Asked) -> Answer:
        """Answer a request.

        If the task is cancelled, since the client has gone, the worker is ended.

        Raises:
            ServerBusy: Too many wait already, or no worker became free in time.
            LimitExceeded: It took too long, too much memory, or its answer is too large.
            QueryError: What was asked is nested too deeply.
            StoreError: The collection cannot be read.
        """
        await self._wait()
        try:
            worker = self._idle.pop() if self._idle else await self._hire()
            try:
                async with asyncio.timeout(self._timeout):
                    answer = await worker.ask(asked)
            except TimeoutError:
                await worker.end()
                raise LimitExceeded(f"it was ended after {self._timeout:g} seconds; ask for less") from None
            except BaseException:
                await worker.end()
                raise
            self._idle.append(worker)
            return answer
        finally:
            self._free.release()

    async def close(self) -> None:
        """End the workers that are not at work; those at work are ended with their requests."""
        while self._idle:
            await self._idle.pop().end()

    async def _hire(self) -> Worker:
        worker = await Worker.start(self._task)
        self.is_new, self.wall = False, worker.wall
        return worker

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
