"""Processes beside this one; what they may run is told in cli/test_traps.py."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from legalkg.kg.processes import processes


def seen() -> tuple[list[str], bool]:
    """Give what a process sees: its path, and whether it would look into the current folder."""
    return sys.path, sys.flags.safe_path


@pytest.mark.parametrize("before", [None, "", "yes"])
def test_neither_environment_nor_path_are_changed_for_good(
    before: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    if before is not None:
        monkeypatch.setenv("PYTHONSAFEPATH", before)
    path = list(sys.path)
    with processes(1) as pool:
        there, is_safe = pool.submit(seen).result()
    assert sys.path == path
    assert os.environ.get("PYTHONSAFEPATH") == before
    assert is_safe
    assert not {"", str(tmp_path)} & set(there)


def test_a_script_may_give_its_processes_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("def answer():\n    return 42\n")
    (tmp_path / "script.py").write_text(
        f"import sys; sys.path[1:1] = {sys.path!r}\n"
        "from legalkg.kg.processes import processes\n"
        "from mine import answer\n"
        "if __name__ == '__main__':\n"
        "    with processes(1) as pool:\n"
        "        print(pool.submit(answer).result())\n"
    )
    done = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("42\n", "")
