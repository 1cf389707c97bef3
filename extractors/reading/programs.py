"""Finds other programs and runs them on untrusted files, within the limits of reading."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits

_LONGEST_COMPLAINT = 300


def find_program(name: str) -> str | None:
    """Return the path of an installed program, or None if there is none.

    Only absolute folders of PATH count: others, and empty ones, are found from the current folder, where the documents
    may lie that are to be read.
    """
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return shutil.which(name, path=os.pathsep.join(folder for folder in folders if Path(folder).is_absolute()))


def run_program(command: Sequence[str], folder: Path, limits: ReadingLimits, *, limit_memory: bool = True) -> bytes:
    """Run a program and give what it writes to standard output.

    Args:
        command: The program's path and its arguments.
        folder: Where it runs, and where its output is kept meanwhile.
        limits: Its time, its memory (on Linux), and the size of what it writes.
        limit_memory: Whether to limit its memory.

    Raises:
        Unreadable: It failed, or exceeded a limit.
    """
    output, complaints = folder / "stdout", folder / "stderr"
    with output.open("wb") as out, complaints.open("wb") as err:
        process = subprocess.Popen(  # noqa: S603  (programs that find_program found, with file names of our own)
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True
        )
        try:
            _limit(process.pid, limits, limit_memory=limit_memory)
            code = process.wait(limits.timeout)
        except subprocess.TimeoutExpired:
            name = Path(command[0]).name
            raise Unreadable(f"takes {name} longer to read than the {limits.timeout:g} s that are allowed") from None
        finally:
            if process.poll() is None:
                _kill(process)
    if code != 0:
        said = complaints.read_text(errors="replace").strip()[:_LONGEST_COMPLAINT]
        raise Unreadable(f"cannot be read by {Path(command[0]).name}: {said or f'it ended with code {code}'}")
    limits.check_size(output.stat().st_size)
    return output.read_bytes()


def _limit(pid: int, limits: ReadingLimits, *, limit_memory: bool) -> None:
    try:
        from resource import RLIMIT_AS, RLIMIT_FSIZE, prlimit  # Linux only
    except ImportError:
        return
    try:
        prlimit(pid, RLIMIT_FSIZE, (limits.max_bytes, limits.max_bytes))
        if limit_memory:
            prlimit(pid, RLIMIT_AS, (limits.max_memory, limits.max_memory))
    except (ProcessLookupError, PermissionError, ValueError):  # over already, or limited more tightly from outside
        return


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
