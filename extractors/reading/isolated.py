"""Runs parsers of untrusted bytes in another process, within limits of time and memory.

A worker lives on between files, so that a batch does not pay the start of an interpreter for each; it is ended when it
exceeds a limit, crashes, or has served its number of files, and with the process that started it. Workers that nobody
uses wait in one list for the whole process: they hold nothing of a caller's.

Workers are started as plain subprocesses rather than by multiprocessing, whose "spawn" runs the caller's main module
again and breaks scripts without a main guard. Both sides speak JSON: what a parser that was taken over can do is lie
about a text.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from threading import Timer
from typing import Any, BinaryIO

from extractors.reading.errors import Unreadable
from extractors.reading.limits import ReadingLimits

_MOST_FILES = 500
# Importing the package as a whole takes half a second, and a worker needs this part of it only.
_START = """
import json, sys
from types import ModuleType
paths, packages = json.loads(sys.argv[1])
sys.path[:] = paths
for name, path in packages.items():
    sys.modules[name] = ModuleType(name)
    sys.modules[name].__path__ = [path]
from extractors.reading.isolated import serve
serve()
"""
_HERE = Path(__file__).resolve().parent
_PACKAGES = {"extractors": str(_HERE.parent), "extractors.reading": str(_HERE)}


class _Died(Exception):
    """The worker is gone; the message says how."""


class _Worker:
    """One process that parses one file after the other."""

    def __init__(self) -> None:
        self.served = 0
        self._overdue = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, json.dumps((sys.path, _PACKAGES))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the caller, who then ends the worker
        )

    def ask(self, request: dict[str, Any], data: bytes, timeout: float) -> dict[str, Any]:
        """Have a file parsed.

        Raises:
            _Died: The worker took too long or ended.
        """
        self.served += 1
        timer = Timer(timeout, self._kill)
        timer.start()
        try:
            answer = self._exchange(json.dumps(request).encode() + b"\n" + data)
        finally:
            timer.cancel()
        if answer is None:
            raise _Died(self._epitaph(timeout))
        return answer

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _exchange(self, message: bytes) -> dict[str, Any] | None:
        request, response = self._process.stdin, self._process.stdout
        assert request is not None  # noqa: S101  (both were asked for as pipes)
        assert response is not None  # noqa: S101
        try:
            request.write(message)
            request.flush()
            answer: dict[str, Any] = json.loads(response.readline())
        except (OSError, ValueError):  # the pipe broke, or ended within a line
            return None
        return answer

    def _kill(self) -> None:
        self._overdue = True
        self._process.kill()

    def _epitaph(self, timeout: float) -> str:
        code = self._process.wait()
        if self._overdue:
            return f"took longer than {timeout:g} s to read; it is damaged or made to do harm"
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return f"made its parser crash ({how}); it is damaged, or needs more memory than is allowed"


_idle: list[_Worker] = []


def run(function: str, data: bytes, limits: ReadingLimits, *arguments: Any) -> Any:
    """Call a function of this package on untrusted bytes in another process.

    Args:
        function: Its module and name: ``pdf.read``. It takes the bytes, the limits, and then ``arguments``.
        data: What it is to read.
        limits: Time and memory that it may take.
        arguments: What JSON can carry.

    Returns:
        What the function returns, as JSON brings it over.

    Raises:
        Unreadable: The function raised it, or failed, or exceeded a limit.
    """
    request = {"function": function, "size": len(data), "limits": asdict(limits), "arguments": arguments}
    try:
        answer = _ask(request, data, limits.timeout)
    except _Died as death:
        raise Unreadable(str(death)) from None
    if "cause" in answer:
        raise Unreadable(answer["cause"])
    return answer["value"]


def _ask(request: dict[str, Any], data: bytes, timeout: float) -> dict[str, Any]:
    try:
        worker = _idle.pop()
    except IndexError:
        worker = _Worker()
    try:
        answer = worker.ask(request, data, timeout)
    except BaseException as error:
        worker.close()
        # An earlier file may have left the worker in a bad state: this one is judged by a fresh one.
        if isinstance(error, _Died) and worker.served > 1 and not worker.overdue:
            return _ask_fresh(request, data, timeout)
        raise
    if worker.served < _MOST_FILES and not answer.get("last"):
        _idle.append(worker)
    else:
        worker.close()
    return answer


def close() -> None:
    """End all workers that wait; the next file starts a new one."""
    while _idle:
        _idle.pop().close()


atexit.register(close)
