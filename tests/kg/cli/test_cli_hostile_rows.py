"""Rows that are none, as the commands tell of them: a line each, what else there is is kept, the status is not 0."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LETTER = "Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị, đề nghị các chi bộ thực hiện."
LINES = (
    json.dumps({"id": "trước", "text": LETTER}).encode(),
    b"[" * 100_000,
    b'{"id": "x", "text": "\xff"}',
    b"",
    b'{"id": ["x"], "text": "x"}',
    b'{"id": "nua", "text": "a\\ud800b"}',
    b'{"id": "x", "text": 5}',
    json.dumps({"id": "sau", "text": LETTER + " Hết."}).encode(),
)


def legalkg(*arguments: str | Path, lines: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "legalkg", *map(str, arguments)], input=lines, capture_output=True, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def causes(done: subprocess.CompletedProcess[str], start: str) -> list[str]:
    """Return what each line of standard error says, without the details of libraries."""
    lines = done.stderr.splitlines()
    assert all(line.startswith(start) for line in lines), lines
    return [line.removeprefix(start).partition(" (")[0] for line in lines]


WRONG = [
    "row 2: is JSON that is nested too deeply to be read",
    "row 3: is not JSON in UTF-8",
    "row 4: column 'id' holds a list, no id",
    "row 5: holds half a character",
    "row 6: column 'text' holds a number, no text",
]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(LINES))
    return tmp_path / "a.jsonl"


def test_ingest(tmp_path: Path, dataset: Path) -> None:
    store = tmp_path / "store"
    (tmp_path / "before.txt").write_text(LETTER.replace("57", "58"), encoding="utf-8")
    assert legalkg("--store", store, "ingest", tmp_path / "before.txt").returncode == 0
    done = legalkg("--store", store, "ingest", dataset)
    assert done.returncode == 1
    assert done.stdout.startswith("2 new, 0 changed, 0 unchanged, 5 failed\n")
    assert causes(done, f"legalkg: {dataset}: ") == WRONG
    again = legalkg("--store", store, "ingest", dataset, tmp_path / "before.txt")
    assert again.stdout.startswith("0 new, 0 changed, 3 unchanged, 5 failed\n")


def test_extract(dataset: Path) -> None:
    done = legalkg("extract", "--jsonl", dataset)
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["trước", "sau"]
    assert causes(done, f"legalkg: {dataset}: ") == WRONG


def test_extract_from_standard_input() -> None:
    done = legalkg("extract", "--jsonl", "-", lines=b"\n".join(LINES))
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["trước", "sau"]
    assert causes(done, "legalkg: line ") == [
        "2: is JSON that is nested too deeply to be read",
        "3: is not JSON in UTF-8",
        '5: not an object with strings "id" and "text"',
        "6: holds half a character",
        '7: not an object with strings "id" and "text"',
    ]


def test_an_array_on_standard_input() -> None:
    done = legalkg("extract", "--jsonl", "-", lines=b"[\n" + LINES[0] + b"\n]")
    assert (done.returncode, done.stdout) == (1, "")
    assert causes(done, "legalkg: standard input: ")[0].startswith("is one JSON array over many lines")


def test_extract_dataset(tmp_path: Path, dataset: Path) -> None:
    pytest.importorskip("pyarrow")
    done = legalkg("extract-dataset", dataset, tmp_path / "out", "--workers", "1")
    assert done.returncode == 1
    assert "2 documents" in done.stdout
    assert done.stdout.endswith("5 failed\n")
    first, *rest = done.stderr.splitlines()
    assert first == "1 of 1: a: 2 documents"
    assert [line.removeprefix(f"legalkg: {dataset}: ").partition(" (")[0] for line in rest] == WRONG


def test_two_datasets_that_would_become_one_are_refused(tmp_path: Path, dataset: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.csv").write_text("id,text\nx,y\n", encoding="utf-8")
    done = legalkg("extract-dataset", tmp_path, tmp_path / "out")
    assert done.returncode == 1
    assert "a.csv" in done.stderr
    assert done.stderr.endswith("would be written to the same files, a: rename one of them\n")
