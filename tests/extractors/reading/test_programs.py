"""Other programs run within limits."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.programs import find_program, run_program


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("{bin}", True),
        (".:{bin}", True),
        (":{bin}:bin", True),
        (".", False),
        ("bin", False),
        ("./bin:../here/bin", False),
        ("", False),
        (":", False),
    ],
)
def test_programs_are_looked_for_in_absolute_folders_only(
    path: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, installed = tmp_path / "here", tmp_path / "installed"
    for folder in (here, here / "bin", installed):
        folder.mkdir()
        (folder / "antiword").touch(0o755)
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", path.format(bin=installed).replace(":", os.pathsep))
    assert find_program("antiword") == (str(installed / "antiword") if found else None)
    assert find_program("catdoc") is None


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def test_output_is_given(tmp_path: Path) -> None:
    assert run_program(python("print('Điều 1')"), tmp_path, ReadingLimits()).decode().strip() == "Điều 1"


def test_what_a_program_complains_of_is_the_cause(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"cannot be read by python.*: no Word file$"):
        run_program(python("import sys; sys.exit('no Word file')"), tmp_path, ReadingLimits())
    with pytest.raises(Unreadable, match="ended with code 3"):
        run_program(python("import os; os._exit(3)"), tmp_path, ReadingLimits())


def test_a_slow_program_is_ended_with_all_it_started(tmp_path: Path) -> None:
    script = "sh -c 'echo $$ > child; exec sleep 1000' & wait"
    with pytest.raises(Unreadable, match="longer to read than the 3 s"):
        run_program(["sh", "-c", script], tmp_path, ReadingLimits(timeout=3))
    child = Path("/proc", (tmp_path / "child").read_text().strip(), "stat")
    deadline = time.monotonic() + 120
    while child.exists() and child.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of other processes are Linux's")
def test_memory_and_output_are_limited(tmp_path: Path) -> None:
    wait = "import resource as r, time\nwhile r.getrlimit(r.RLIMIT_FSIZE)[0] < 0: time.sleep(0.01)\n"
    also = "while r.getrlimit(r.RLIMIT_AS)[0] < 0: time.sleep(0.01)\n"
    with pytest.raises(Unreadable, match="MemoryError"):
        run_program(python(wait + also + "bytearray(10**9)"), tmp_path, ReadingLimits(max_memory=400_000_000))
    assert run_program(
        python(wait + "bytearray(10**9)"), tmp_path, ReadingLimits(max_memory=400_000_000), limit_memory=False
    ) == (b"")
    with pytest.raises(Unreadable):
        run_program(python(wait + "print('x' * 100_000)"), tmp_path, ReadingLimits(max_bytes=10_000))
