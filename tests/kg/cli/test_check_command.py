"""``legalkg check``: what it prints, and the status with which it stands in a script."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from docx import Document as WordFile
from typer.testing import CliRunner, Result

from legalkg.extractors.reading import read
from legalkg.extractors.resources import data_path
from legalkg.kg.check.check import check
from legalkg.kg.check.model import CheckedText
from legalkg.kg.cli import build
from legalkg.kg.collection import Collection

DRAFT = """UBND TỈNH KHÁNH HÒA
SỞ NỘI VỤ
Số: 415/SNV-VP
Khánh Hòa, ngày 20 tháng 10 năm 2025

Kính gửi: Các phòng thuộc Sở

{body}
"""
RIGHT = "Sở thực hiện Luật Phí và lệ phí ngày 25 tháng 11 năm 2015."
WRONG = "Sở thực hiện Nghị định số 175/2025/NĐ-CP ngày 03/6/2025."
NONE = "Sở mời các phòng họp giao ban."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "store"
    with Collection.open(path) as collection:
        assert not collection.ingest([data_path("samples")]).failed
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.txt"


def run(store: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(build(), ["--store", str(store), "check", *map(str, arguments)])


def said(result: Result) -> str:
    return f"{result.output} {result.exception}"


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (RIGHT, 0, "1 citation: agrees 1"),
        (NONE, 0, "the text cites no document"),
        (WRONG, 3, "the text gives the day 2025-06-03, known is 2025-06-30 by its own text"),
        ("Theo Kết luận số 57-KL/TW.", 0, "not-checked"),  # what could not be checked is said, and is no objection
        ("Theo Quyết định số 9123/QĐ-BXD ngày 01/02/2024.", 3, "not-in-collection"),
    ],
)
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_what_is_found_and_the_exit_status(
    store: Path, draft: Path, body: str, status: int, words: str, form: str
) -> None:
    draft.write_text(DRAFT.format(body=body), encoding="utf-8")
    result = run(store, draft, "--format", form)
    assert result.exit_code == status, said(result)
    assert words in result.output.replace("\\", "")
    assert "checked as of 2025-10-20 (the day of the text)" in result.output


def test_json_is_what_the_library_says(store: Path, draft: Path) -> None:
    draft.write_text(DRAFT.format(body=f"{RIGHT}\n{WRONG}"), encoding="utf-8")
    result = run(store, draft, "--format", "json", "--as-of", "2025-08")
    assert result.exit_code == 3
    with Collection.open(store, read_only=True) as collection:
        wanted = check(collection, read(draft), date(2025, 8, 31))
    assert CheckedText.model_validate(json.loads(result.output)) == wanted
    assert json.loads(result.output)["objects"] is True


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "a.txt: is empty"),
        ("a.docx", b"PK\x03\x04 broken", "a.docx: is damaged or cut off"),
        ("a.pdf", b"%PDF-1.4 broken", "a.pdf: "),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx: "),  # as Word writes encrypted files
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "a.png: "),
    ],
)
def test_what_is_no_text_is_one_clear_line(store: Path, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    result = run(store, tmp_path / name)
    assert result.exit_code == 1
    assert words in str(result.exception)
    assert "\n" not in str(result.exception)


@pytest.mark.parametrize("arguments", [["--as-of", "2025-02-30"], ["--format", "xml"], []])
def test_wrong_usage(store: Path, draft: Path, arguments: list[str]) -> None:
    draft.write_text(DRAFT.format(body=RIGHT), encoding="utf-8")
    given: list[str | Path] = [draft, *arguments] if arguments else []
    result = run(store, *given)
    assert result.exit_code == 2


def test_no_collection(tmp_path: Path, draft: Path) -> None:
    draft.write_text(DRAFT.format(body=RIGHT), encoding="utf-8")
    result = run(tmp_path / "none", draft)
    assert result.exit_code == 1
    assert "there is no collection" in said(result)


def test_a_word_file_with_comments(store: Path, tmp_path: Path) -> None:
    draft, output = tmp_path / "draft.docx", tmp_path / "checked.docx"
    file = WordFile()
    for line in DRAFT.format(body=WRONG).splitlines():
        file.add_paragraph(line)
    file.save(str(draft))
    result = run(store, draft, "-o", output)
    assert (result.exit_code, "known is 2025-06-30" in result.output) == (3, True)
    (comment,) = WordFile(str(output)).comments
    assert comment.text.startswith("differs: ")
    assert run(store, draft, "-o", draft).exit_code == 2
    assert "cannot be written" in said(run(store, draft, "-o", tmp_path / "no" / "a.docx"))


def test_a_file_that_cannot_be_marked_up(store: Path, tmp_path: Path) -> None:
    result = run(store, str(data_path("samples") / "782-CV-DU.pdf"), "-o", tmp_path / "a.pdf")
    assert (result.exit_code, "cannot be marked up" in said(result)) == (1, True)
    assert not (tmp_path / "a.pdf").exists()
