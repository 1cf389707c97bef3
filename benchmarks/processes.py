"""Runs commands and servers that are measured: how long a command took, how much memory it and all that it started."""

from __future__ import annotations

import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.2
_PATIENCE = 60.0
_ADDRESS = re.compile(r":(\d+)/")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took.

    Attributes:
        seconds: Time from start to end.
        memory: Most bytes that it and its processes held at once, shared pages counted once (PSS); sampled.
        output: What it printed.
    """

    seconds: float
    memory: int
    output: str


def run(command: Sequence[str], cwd: Path) -> Run:
    """Run a command to its end.

    Raises:
        CalledProcessError: It failed.
    """
    started = time.perf_counter()
    peak = [0]
    with subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", start_new_session=True
    ) as process:
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peak, ended))
        watcher.start()
        output = process.stdout.read() if process.stdout else ""
        code = process.wait()
        ended.set()
        watcher.join()
    if code:
        raise subprocess.CalledProcessError(code, command, output)
    return Run(time.perf_counter() - started, peak[0], output)


@contextmanager
def serving(store: Path, python: Path, cwd: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Serve a collection on loopback while something is measured: gives the process and the port.

    Args:
        store: The collection.
        python: The Python that serves, of this checkout or of another.
        cwd: Where it runs: its checkout.
    """
    with subprocess.Popen(
        [str(python), "-m", "legalkg", "serve", "--store", str(store), "--port", "0"],
        cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", start_new_session=True,
    ) as server:  # fmt: skip
        try:
            address = _ADDRESS.search(server.stdout.readline() if server.stdout else "")
            if address is None:
                raise SystemExit(f"{python} serves nothing")
            yield server, int(address.group(1))
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(_PATIENCE)


def memory_of(session: int) -> int:
    """Return the bytes that the processes of a session hold now, shared pages counted once (PSS)."""
    return sum(_pss(folder) for folder in Path("/proc").iterdir() if _is_in(folder, session))


def _watch(session: int, peak: list[int], ended: threading.Event) -> None:
    while not ended.wait(_EVERY):
        peak[0] = max(peak[0], memory_of(session))


def _is_in(folder: Path, session: int) -> bool:
    try:
        fields = (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return folder.name.isdigit() and int(fields[3]) == session


def _pss(folder: Path) -> int:
    try:
        lines = (folder / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
