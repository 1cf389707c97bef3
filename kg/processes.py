"""Processes that work beside this one: they run no file of the current folder as code, and end with this one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import RLock, Thread

from legalkg.extractors.reading.safe_path import safe_path

_SAFE = "PYTHONSAFEPATH"
_starting = RLock()


def processes(count: int) -> ProcessPoolExecutor:
    """Make processes that leave Ctrl-C to this one and end with it, however it ends."""
    with _without_current_folder():  # the locks of a pool start a process that keeps account of them
        return ProcessPoolExecutor(count, mp_context=_Context(), initializer=_prepare)


def end(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool at once, whatever they are doing."""
    running = list((pool._processes or {}).values())  # Python 3.14 has terminate_workers()
    pool.shutdown(wait=False, cancel_futures=True)
    for process in running:
        process.terminate()


class _Process(SpawnProcess):
    """A process whose Python does not look into the current folder."""

    def start(self) -> None:
        with _without_current_folder(), _deaf_to_ctrl_c():
            super().start()


class _Context(SpawnContext):
    # Forking would copy the locks of the graph store's threads as they are.
    Process = _Process


@contextmanager
def _without_current_folder() -> Iterator[None]:
    """Start Pythons that neither look into the current folder themselves nor are told to.

    Multiprocessing starts them with ``-c``, which puts the current folder first, and hands this one's path over.
    """
    with _starting:
        path, safe = sys.path[:], os.environ.get(_SAFE)
        sys.path[:], os.environ[_SAFE] = safe_path(), "1"
        try:
            yield
        finally:
            sys.path[:] = path
            del os.environ[_SAFE]
            if safe is not None:
                os.environ[_SAFE] = safe


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Start Pythons that hear of Ctrl-C from their parent only, from their first moment on.

    What is blocked here is blocked in them; here it arrives when this is over. Else one that is still importing would
    print a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare() -> None:
    """Leave Ctrl-C to the parent, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
