"""What goes in, one document at a time: names, hashes, progress, and what changes on the way."""

import json
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalkg.extractors.reading import Inputs, ReadError, ReadingLimits
from legalkg.extractors.reading.inputs import Input

LIMITS = ReadingLimits()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text("Hai", encoding="utf-8")
    (tmp_path / "in" / "sub" / "a.txt").write_text("Một", encoding="utf-8")
    (tmp_path / "in" / "x.exe").write_bytes(b"no")
    with zipfile.ZipFile(tmp_path / "in" / "c.zip", "w") as archive:
        archive.writestr("d/e.txt", "Ba")
    rows = [{"id": "r1", "text": "Bốn"}, {"id": "r1", "text": "again"}, {"text": "Năm"}]
    (tmp_path / "in" / "f.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path / "in"


def take(*paths: Path, **options: Any) -> tuple[list[Input], list[str]]:
    """All inputs, and the errors."""
    errors: list[str] = []
    return list(Inputs(map(Path, paths), on_error=lambda error: errors.append(str(error)), **options)), errors


def test_each_document_has_its_name(folder: Path) -> None:
    found, errors = take(folder)
    assert {one.name.removeprefix(f"{folder}/"): one.read(LIMITS)[1].text for one in found} == {
        "b.txt": "Hai", "c.zip!/d/e.txt": "Ba", "f.jsonl#r1": "Bốn", "f.jsonl#3": "Năm", "sub/a.txt": "Một",
    }  # fmt: skip
    assert errors == [f"{folder}/f.jsonl#r1: stands there a second time, only the first is taken"]


def test_an_input_may_be_sent_to_another_process(folder: Path) -> None:
    for one in take(folder)[0]:
        other = pickle.loads(pickle.dumps(one))  # noqa: S301  (what was just written)
        assert other.read(LIMITS) == one.read(LIMITS)
        assert other.sha256() == one.sha256() == one.read(LIMITS)[0]


def test_progress_grows_to_the_end(folder: Path) -> None:
    inputs = Inputs([folder], on_error=lambda error: None)
    passed = [inputs.passed for _ in inputs]
    assert passed == sorted(passed)
    assert 0 < inputs.passed == inputs.size


def test_the_hash_of_a_row_knows_its_facts(tmp_path: Path) -> None:
    hashes = set()
    for number in ("1/2024/TT-BTC", "2/2024/TT-BTC"):
        (tmp_path / "a.jsonl").write_text(json.dumps({"id": 1, "text": "x", "number": number}), encoding="utf-8")
        hashes |= {one.sha256() for one in take(tmp_path)[0]}
    assert len(hashes) == 2


def test_a_file_that_changes_is_known_by_what_was_read(folder: Path) -> None:
    (one,), _ = take(folder / "b.txt")
    before = one.sha256()
    (folder / "b.txt").write_text("Ba", encoding="utf-8")
    sha256, source = one.read(LIMITS)
    assert source.text == "Ba"
    assert sha256 != before


@pytest.mark.parametrize("method", [lambda one: one.sha256(), lambda one: one.read(LIMITS)])
def test_a_file_that_is_gone(folder: Path, method: Callable[..., object]) -> None:
    (one,), _ = take(folder / "b.txt")
    (folder / "b.txt").unlink()
    with pytest.raises(ReadError, match=r"b\.txt: cannot be opened") as caught:
        method(one)
    assert isinstance(caught.value.__cause__, OSError)


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    found, errors = take(tmp_path / "pipe.txt", tmp_path / "none.txt", tmp_path / "none.zip", tmp_path / "none.csv")
    causes = []
    for one in found:
        with pytest.raises(ReadError) as caught:
            one.sha256()
        causes.append(caught.value.cause.partition(":")[0])
    assert causes == ["is not a file but a device, pipe or socket", "cannot be opened"]
    assert [error.rpartition("/")[2].partition(": ")[0] for error in errors] == ["none.zip", "none.csv"]


def test_a_loop_of_links_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(take(tmp_path)[0]) == 1


@pytest.mark.parametrize("name", [b"v\xe0n b\xe3n.txt", "văn bản.txt".encode(), "va\u0306n.txt".encode(), b"a\nb.txt"])
def test_any_name_is_written_in_unicode(tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(path)).write_text("Điều 1.", encoding="utf-8")
    (one,), errors = take(tmp_path)
    assert one.name.encode().decode() == one.name
    assert one.read(LIMITS)[1].id == one.name
    assert errors == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1), min_size=1, max_size=5))
def test_any_text_comes_back_from_a_dataset(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("texts")
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)]
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found, _ = take(folder)
    read: list[str | None] = []
    for one in found:
        try:
            read.append(one.read(LIMITS)[1].text)
        except ReadError as error:
            assert "is empty" in error.cause or "letters, not in Unicode" in error.cause
            read.append(None)
    assert [text for text in read if text is not None] == [
        text for text, got in zip(texts, read, strict=True) if got is not None
    ]
