"""Datasets: rows of JSON Lines, CSV and Parquet become texts with their facts."""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from legalkg.extractors.reading import ReadError, ReadingLimits, iter_records

ROWS = [
    {"doc": "57-KL/TW", "body": "Kết luận\r\nvề công tác", "year": 2023},
    {"doc": "28-CT/TU", "body": 'Chỉ thị; "một", hai\tba\nbốn', "year": 2023},
]
COLUMNS = {"id": "doc", "text": "body", "year": "year"}


def write_json(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n", encoding="utf-8-sig")


def write_csv(path: Path, rows: Sequence[dict[str, Any]], separator: str = ",") -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)


def write_parquet(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.Table.from_pylist(list(rows)), path)


Writer = Callable[[Path, Sequence[dict[str, Any]]], None]
WRITERS = {
    "a.jsonl": write_json,
    "a.ndjson": write_json,
    "a.csv": write_csv,
    "b.CSV": lambda path, rows: write_csv(path, rows, ";"),
    "a.tsv": lambda path, rows: write_csv(path, rows, "\t"),
    "a.parquet": write_parquet,
}


@pytest.mark.parametrize(("name", "write"), WRITERS.items())
def test_rows_are_read(tmp_path: Path, name: str, write: Writer) -> None:
    write(tmp_path / name, ROWS)
    first, second = iter_records(tmp_path / name, COLUMNS)
    assert (first.source.id, first.source.text) == ("57-KL/TW", "Kết luận\nvề công tác")
    assert (second.source.id, second.source.text) == ("28-CT/TU", ROWS[1]["body"])
    assert str(first.facts["year"]) == "2023"
    assert set(first.facts) == {"year"}


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_packed_files_are_read(tmp_path: Path, name: str) -> None:
    WRITERS[name](tmp_path / name, ROWS)
    packed = tmp_path / f"{name}.gz"
    packed.write_bytes(gzip.compress((tmp_path / name).read_bytes()))
    assert [record.source.id for record in iter_records(packed, COLUMNS)] == ["57-KL/TW", "28-CT/TU"]
    packed.write_bytes(packed.read_bytes()[:-30])
    with pytest.raises(ReadError, match="damaged or cut off"):
        list(iter_records(packed, COLUMNS))


def test_without_ids_rows_are_named_by_their_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_json(path, ROWS)
    assert [r.source.id for r in iter_records(path, {"text": "body"})] == [f"{path}#1", f"{path}#2"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_missing_columns_are_named_with_those_that_are_there(tmp_path: Path, name: str) -> None:
    WRITERS[name](tmp_path / name, ROWS)
    with pytest.raises(ReadError) as caught:
        list(iter_records(tmp_path / name, {"text": "content", "id": "doc", "day": "date"}))
    assert str(caught.value) == f"{tmp_path / name}: has no column 'content', 'date'; it has: doc, body, year"


def test_the_text_must_be_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="which of its columns is the text"):
        list(iter_records(tmp_path / "a.csv", {"id": "doc"}))


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("{broken", "is not JSON"),
        ("[1, 2]", "is not a JSON object"),
        ('{"doc": "x"}', "no text in column 'body'"),
        ('{"doc": "x", "body": null}', "no text in column 'body'"),
        ('{"doc": "x", "body": " "}', "is empty"),
        ('{"doc": "", "body": "Điều 1"}', "no id in column 'doc'"),
        ('{"doc": "x", "body": "Uû ban nh©n d©n"}', "TCVN3"),
        ('{"doc": "x", "body": "' + "a" * 200 + '"}', "more than the 100 characters"),
    ],
)
def test_a_bad_row_is_reported_and_the_rest_goes_on(tmp_path: Path, line: str, cause: str) -> None:
    path = tmp_path / "a.jsonl"
    good = '{"doc": "57-KL/TW", "body": "Kết luận"}'
    path.write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
    columns, limits = {"id": "doc", "text": "body"}, ReadingLimits(max_chars=100)
    errors: list[ReadError] = []
    assert len(list(iter_records(path, columns, limits=limits, on_error=errors.append))) == 2
    assert [str(error).startswith(f"{path}: row 2: ") for error in errors] == [True]
    assert cause in str(errors[0])
    with pytest.raises(ReadError, match="row 2"):
        list(iter_records(path, columns, limits=limits))


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.txt", b"x", "is no dataset that can be read"),
        ("a.csv", "doc,body\nx,Điều".encode("utf-16"), "not in UTF-8"),
        ("a.csv", b"doc,body\nx,\xff", "not in UTF-8"),
        ("a.parquet", b"PAR1 no", "damaged or no Parquet file"),
        ("a.jsonl", b'{"body": "' + b"x" * 2000, "more than the 1,000 that are allowed"),
        ("a.jsonl.gz", b"no gzip", "cannot be opened"),
    ],
)
def test_what_is_no_dataset_is_refused(tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    if "parquet" in name:
        pytest.importorskip("pyarrow")
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=cause):
        list(iter_records(tmp_path / name, {"text": "body"}, limits=ReadingLimits(max_bytes=1000)))
    with pytest.raises(ReadError, match="No such file"):
        list(iter_records(tmp_path / "missing.csv", {"text": "body"}))


def test_without_pyarrow_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ReadError, match=r"needs pyarrow: pip install 'legalkg\[parquet\]'"):
        list(iter_records(tmp_path / "a.parquet", {"text": "body"}))


def test_a_cell_may_hold_a_whole_law(tmp_path: Path) -> None:
    law = "Điều 1. Phạm vi điều chỉnh. " * 20_000
    write_csv(tmp_path / "a.csv", [{"body": law}])
    (record,) = iter_records(tmp_path / "a.csv", {"text": "body"})
    assert record.source.text == law


def test_rows_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "Điều 1"}\nbroken', encoding="utf-8")
    records = iter_records(path, {"text": "body"})
    assert next(records).source.text == "Điều 1"
