"""Arguments and moments that no command expects: one line, or none, and no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.narrowing import sure

ODD = os.fsdecode(b"b\xffd")
LETTER = "Số: 12/QĐ-UBND\nHà Nội, ngày 5 tháng 3 năm 2024\nQUYẾT ĐỊNH\nCăn cứ Kết luận số 57-KL/TW.\n"


def legalkg(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [sys.executable, "-m", "legalkg", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("command", [("ingest", "a.txt"), ("stats",), ("doctor",)])
def test_a_collection_in_a_folder_that_is_no_utf_8(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = legalkg("--store", tmp_path / ODD, *command)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "the folder of a collection needs a name in UTF-8" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_files_that_are_no_utf_8_come_and_go(store: Path, tmp_path: Path) -> None:
    file = tmp_path / f"{ODD}.txt"
    file.write_text(LETTER, encoding="utf-8")
    assert legalkg("--store", store, "ingest", file).stderr == ""
    done = legalkg("--store", store, "remove", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert r"b\xffd.txt" in legalkg("--store", store, "remove", "--list").stdout
    assert legalkg("--store", store, "remove", "--undo", "1").returncode == 0


def test_words_that_are_no_utf_8_do_no_harm(store: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    legalkg("--store", store, "ingest", tmp_path / "a.txt")
    done = legalkg("--store", store, "review", "reject", "12/QĐ-UBND", "57-KL/TW", "--by", "Lan", "--note", ODD)
    assert (done.returncode, done.stderr) == (0, "")
    done = legalkg("--store", store, "review", "list")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_missing_option_with_choices_is_one_line(store: Path) -> None:
    done = legalkg("--store", store, "export")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "Missing option '--format'. Choose from: turtle, " in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
@pytest.mark.parametrize("module", ["typer", "pydantic"])
def test_ctrl_c_while_it_is_loaded_ends_it_without_a_word(tmp_path: Path, module: str) -> None:
    (tmp_path / f"{module}.py").write_text("import time\nprint('loading', flush=True)\ntime.sleep(600)\n")
    with subprocess.Popen(
        [sys.executable, "-m", "legalkg", "stats"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(tmp_path)},
    ) as process:  # fmt: skip
        assert sure(process.stdout).readline() == "loading\n"
        process.send_signal(signal.SIGINT)
        assert sure(process.stderr).read() == ""
    assert process.returncode == -signal.SIGINT
