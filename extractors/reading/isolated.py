"""Runs parsers of untrusted bytes in another process, within limits of time and memory.

A worker lives on between files, so that a batch does not pay the start of an interpreter for each; it ends when it
exceeds a limit, crashes or has served its number of files, and with the process that started it. Workers that nobody
uses wait in one list for the whole process; they hold nothing of a caller's.

Workers are plain subprocesses: the "spawn" of multiprocessing runs the caller's main module again and so breaks
scripts without a main guard. Both sides speak JSON: the worst that a parser under control of its file can do is to
return a wrong text.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Timer
from typing import Any

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.safe_path import safe_path

MOST_FILES = 500
_OUT_OF_MEMORY = 77
_LONGEST_CHARACTER = 6
_ENVELOPE = 65_536
# Web pages that leave tags open nest deeper than Python's own limit allows for.
_DEEPEST = 10_000

# A worker needs this part of the package only, not the half second that importing the whole takes.
START = """
import json, sys
from types import ModuleType
sys.path[:], packages = json.loads(sys.argv[1])
for name, path in packages.items():
    sys.modules[name] = ModuleType(name)
    sys.modules[name].__path__ = [path]
from legalkg.extractors.reading.isolated import serve
serve()
"""
_HERE = Path(__file__).absolute().parent
_PACKAGES = {
    "legalkg": str(_HERE.parent.parent),
    "legalkg.extractors": str(_HERE.parent),
    "legalkg.extractors.reading": str(_HERE),
}


class _ParserDied(Exception):  # noqa: N818
    """The worker is gone; the message is the cause to report."""


class _ParserOverdue(_ParserDied):
    """The worker was ended because it took too long."""


class _Worker:
    """A process that parses one file after the other.

    Attributes:
        served: Files that it was asked to parse.
        is_overdue: Whether it was ended because it took too long.
    """

    def __init__(self) -> None:
        self.served = 0
        self.is_overdue = False
        self._process = subprocess.Popen(  # noqa: S603  (this interpreter, and a script of our own)
            [sys.executable, "-I", "-c", START, json.dumps((safe_path(), _PACKAGES))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the caller, who then ends the worker
        )

    def ask(self, request: dict[str, Any], data: bytes, limits: ReadingLimits) -> dict[str, Any]:
        """Have a file parsed; raises _Died when the worker ends instead of answering."""
        self.served += 1
        timer = Timer(limits.timeout, self._kill)
        timer.start()
        try:
            answer = self._exchange(json.dumps(request).encode(), data, limits)
        finally:
            timer.cancel()
        if answer is None:
            raise self._death(limits)
        return answer

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was left to write goes nowhere
                if pipe:
                    pipe.close()

    def _exchange(self, request: bytes, data: bytes, limits: ReadingLimits) -> dict[str, Any] | None:
        sender, receiver = self._process.stdin, self._process.stdout
        if sender is None or receiver is None:
            return None
        try:
            sender.write(request + b"\n")
            sender.write(data)
            sender.flush()
            line = receiver.readline(limits.max_chars * _LONGEST_CHARACTER + _ENVELOPE)
            answer: dict[str, Any] = json.loads(line)
        except (OSError, ValueError):  # the pipe broke, or ended within a line
            return None
        return answer

    def _kill(self) -> None:
        self.is_overdue = True
        self._process.kill()

    def _death(self, limits: ReadingLimits) -> _ParserDied:
        self._process.kill()
        code = self._process.wait()
        if self.is_overdue:
            return _ParserOverdue(f"takes longer to read than the {limits.timeout:g} s that are allowed")
        memory = f"{limits.max_memory >> 20:,} MB of memory"
        if code == _OUT_OF_MEMORY:
            return _ParserDied(f"takes more to read than the {memory} that are allowed")
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return _ParserDied(
            f"made its parser crash ({how}): it is damaged, or takes more than the {memory} that are allowed"
        )


_idle: list[_Worker] = []


def run(function: str, data: bytes, limits: ReadingLimits, *arguments: Any) -> Any:
    """Call a function of this package on untrusted bytes in another process.

    Args:
        function: Its module and name: ``pdf.read``. It takes the bytes, the limits, and then ``arguments``.
        data: What it is to read.
        limits: Time and memory that it may take.
        arguments: Further arguments, of JSON's types.

    Returns:
        What the function returns, as JSON brings it over.

    Raises:
        Unreadable: The function raised it, failed, or exceeded a limit.
    """
    request = {"function": function, "size": len(data), "limits": asdict(limits), "arguments": arguments}
    try:
        answer = _ask(request, data, limits)
    except _ParserDied as death:
        raise Unreadable(str(death)) from None
    if "cause" in answer:
        raise Unreadable(answer["cause"])
    return answer["value"]


def _ask(request: dict[str, Any], data: bytes, limits: ReadingLimits) -> dict[str, Any]:
    worker = _hire()
    is_fresh = worker.served == 0
    try:
        answer = worker.ask(request, data, limits)
    except BaseException as error:
        worker.close()
        if isinstance(error, _ParserDied) and not isinstance(error, _ParserOverdue) and not is_fresh:
            # It may have died of what an earlier file left behind; only a fresh worker proves a file guilty.
            return _ask(request, data, limits)
        raise
    if worker.served < MOST_FILES and not worker.is_overdue:
        _idle.append(worker)
    else:
        worker.close()
    return answer


def _hire() -> _Worker:
    try:
        return _idle.pop()
    except IndexError:
        return _Worker()


@atexit.register
def close_idle() -> None:
    """End the workers that wait; the next file starts a new one."""
    while _idle:
        _idle.pop().close()


if hasattr(os, "register_at_fork"):
    # Two processes must not talk to one worker.
    os.register_at_fork(after_in_child=_idle.clear)


# --- the worker's side ---


def serve() -> None:
    """Answer requests from standard input until it ends."""
    receiver, sender = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    sys.setrecursionlimit(_DEEPEST)
    while line := receiver.readline():
        request = json.loads(line)
        answer = _answer(request, receiver.read(request["size"]))
        sender.write(json.dumps(answer, ensure_ascii=False).encode(errors="replace") + b"\n")
        sender.flush()


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    limits = ReadingLimits(**request["limits"])
    try:
        _limit_memory(limits.max_memory)
        module, _, name = request["function"].rpartition(".")
        function = getattr(importlib.import_module(f"legalkg.extractors.reading.{module}"), name)
        return {"value": function(data, limits, *request["arguments"])}
    except Unreadable as error:
        return {"cause": str(error)}
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except RecursionError:
        return {"cause": "is nested too deeply to be read"}
    except Exception as error:  # whatever a parser makes of a broken file
        return {"cause": f"cannot be read, it seems to be damaged ({type(error).__name__}: {error})"}


def _limit_memory(most: int) -> None:
    try:
        import resource  # not on every system
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
