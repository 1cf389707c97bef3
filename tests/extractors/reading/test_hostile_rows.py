"""Datasets that are not what they should be: each row that cannot be read is named, all others are kept."""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from legalkg.extractors.reading import ReadError, ReadingLimits, iter_records

GOOD = b'{"id": "tr\xc6\xb0\xe1\xbb\x9bc", "text": "\xc4\x90i\xe1\xbb\x81u 1."}'
AFTER = b'{"id": "sau", "text": "\xc4\x90i\xe1\xbb\x81u 2."}'
DEEP = b"[" * 100_000


LIMITS = ReadingLimits()


def read(path: Path, limits: ReadingLimits = LIMITS) -> tuple[dict[str, str], list[str]]:
    """Return ids with texts, and what is said of the rest, without the name of the file."""
    errors: list[ReadError] = []
    found = {r.source.id: r.source.text for r in iter_records(path, limits=limits, on_error=errors.append)}
    assert all("\n" not in str(error) and str(error).startswith(f"{path}: ") for error in errors)
    return found, [error.cause for error in errors]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b'{"id": "x", "text": 5}', "column 'text' holds a number, no text"),
        (b'{"id": "x", "text": true}', "column 'text' holds true or false, no text"),
        (b'{"id": "x", "text": ["x"]}', "column 'text' holds a list, no text"),
        (b'{"id": "x", "text": {"x": 1}}', "column 'text' holds an object, no text"),
        (b'{"id": "x", "text": NaN}', "no text in column 'text'"),
        (b'{"id": ["x"], "text": "x"}', "column 'id' holds a list, no id"),
        (b'{"id": {"x": 1}, "text": "x"}', "column 'id' holds an object, no id"),
        (b'{"id": false, "text": "x"}', "column 'id' holds true or false, no id"),
        (b'{"id": NaN, "text": "x"}', "no id in column 'id'"),
        (b'{"id": "x", "text": "x", "text": "y"}', "has 'text' more than once"),
        (b'{"id": "x", "text": "\xff"}', "is not JSON in UTF-8"),
        (b'{"id": "x", "text": "\x00"}', "is not JSON in UTF-8"),
        (b"\x00\x00", "is not JSON in UTF-8"),
        (b'{"id": "x", "text": "x", "n": ' + b"9" * 5000 + b"}", "is not JSON in UTF-8"),
        (b'{"id": "x", "text": "a\\ud800b"}', "holds half a character (U+D800), which is no text"),
        (b'{"id": "x\\uDFff", "text": "x"}', "holds half a character (U+DFFF), which is no text"),
        (DEEP, "is JSON that is nested too deeply"),
        (b'{"id": "x", "text": "x", "more": ' + DEEP + b"]" * len(DEEP) + b"}", "is JSON that is nested too deeply"),
        (b'[{"id": "x", "text": "x"}]', "is not a JSON object but an array"),
        (b"NaN", "is not a JSON object"),
        (b'"x"', "is not a JSON object"),
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_row_that_is_none_is_named_and_the_others_are_kept(
    tmp_path: Path, name: str, line: bytes, cause: str
) -> None:
    data = b"\n".join([GOOD, line, AFTER])
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found, causes = read(tmp_path / name)
    assert found == {"trước": "Điều 1.", "sau": "Điều 2."}
    assert [said.partition(cause)[0] for said in causes] == ["row 2: "]


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        (b'{"id": 7, "text": "x"}', "7", "x"),
        (b'{"id": "x", "text": "\\ud83d\\ude00"}', "x", "\U0001f600"),  # both halves of one
        (b'{"id": "x", "text": "a\\u0000b"}', "x", "a\0b"),
        (b'{"id": "x", "text": "x", "more": {"a": 1, "a": 2}}', "x", "x"),
        (b'{"id": "x", "text": "x", "number": true, "title": ["x"], "date": {"x": 1}, "issuer": NaN}', "x", "x"),
        (b'{"id": "x", "text": "x", "more": ' + b"[" * 100 + b"]" * 100 + b"}", "x", "x"),
    ],
)
def test_what_can_be_made_out_is_read(tmp_path: Path, line: bytes, name: str, text: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(line)
    assert read(tmp_path / "a.jsonl") == ({name: text}, [])
    (record,) = iter_records(tmp_path / "a.jsonl")
    assert record.source.known.model_dump(exclude_defaults=True) == {"signers": ()}


@pytest.mark.parametrize("start", [b"[", b"[\n", b"\xef\xbb\xbf ["])
def test_an_array_over_many_lines_is_told_once(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(start + GOOD + b",\n" + AFTER + b"]")
    with pytest.raises(ReadError, match=r"a\.jsonl: is one JSON array over many lines; .* jq -c"):
        list(iter_records(tmp_path / "a.jsonl", on_error=lambda error: None))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "a.csv.gz"])
def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, name: str) -> None:
    start, long, end = (
        (GOOD, b'{"id": "x", "text": "' + b"x" * 5_000_000 + b'"}', AFTER)
        if "jsonl" in name
        else ("id,text\ntrước,Điều 1.".encode(), b"x," + b"x" * 5_000_000, "sau,Điều 2.".encode())
    )
    data = b"\n".join([start, long, end])
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found, causes = read(tmp_path / name, ReadingLimits(max_bytes=1000))
    assert found == {"trước": "Điều 1.", "sau": "Điều 2."}
    assert causes == ["row 2: has a line whose bytes are more than the 1,000 that are allowed"]


@pytest.mark.parametrize(
    ("name", "rest"), [("a.jsonl.gz", b"\n" * 3000), ("a.jsonl.gz", b"x" * 3000), ("a.csv.gz", b"x" * 3000)]
)
def test_what_unpacks_without_end_ends_and_keeps_what_was_before(tmp_path: Path, name: str, rest: bytes) -> None:
    start = GOOD if "jsonl" in name else "id,text\ntrước,Điều 1.".encode()
    (tmp_path / name).write_bytes(gzip.compress(start + b"\n" + rest * 1000))
    limits = ReadingLimits(max_bytes=1000, max_unpacked=2_000_000)
    records = iter_records(tmp_path / name, limits=limits, on_error=lambda error: None)
    assert next(records).source.text == "Điều 1."
    with pytest.raises(ReadError, match="unpacks to more than the 2,000,000 bytes"):
        next(records)


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        (b"x,\xff", "row 2: is not in UTF-8"),
        (b"x", "row 2: no text in column 'text'"),
        (b",x", "row 2: no id in column 'id'"),
        (b"x,y,z", "row 2: has 3 cells, the header 2"),
        (b'x,"y"z', "row 2: is not CSV"),
    ],
)
def test_a_row_of_csv_that_is_none_is_named(tmp_path: Path, row: bytes, cause: str) -> None:
    (tmp_path / "a.csv").write_bytes("id,text\ntrước,Điều 1.\n".encode() + row + "\nsau,Điều 2.\n".encode())
    found, causes = read(tmp_path / "a.csv")
    assert found == {"trước": "Điều 1.", "sau": "Điều 2."}
    assert [said[: len(cause)] for said in causes] == [cause]


@pytest.mark.parametrize("row", [b"x,y", b'"x","y"', b"x,y,,", b"x,y\r"])
def test_a_row_of_csv_that_is_one_is_read(tmp_path: Path, row: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,text\n" + row + b"\n")
    assert read(tmp_path / "a.csv") == ({"x": "y"}, [])


def test_a_quote_that_is_never_closed_does_not_take_the_rest_for_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\nmột,Một\nhai,"Hai\nba,Ba\n', encoding="utf-8")
    assert read(tmp_path / "a.csv") == ({"một": "Một"}, ["row 2: is not CSV (unexpected end of data)"])


def test_two_columns_of_one_name_are_refused_if_they_are_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text,note,note\nx,y,1,2\n", encoding="utf-8")
    assert read(tmp_path / "a.csv") == ({"x": "y"}, [])
    (tmp_path / "a.csv").write_text("id,text,text\nx,y,z\n", encoding="utf-8")
    with pytest.raises(ReadError, match="has the column 'text' more than once"):
        list(iter_records(tmp_path / "a.csv"))


def texts_of_bytes(values: Sequence[bytes]) -> Any:
    """Make a column of texts whose bytes nobody has looked at, as programs write it that trust their input."""
    arrow = pytest.importorskip("pyarrow")
    ends = [sum(map(len, values[:i])) for i in range(len(values) + 1)]
    buffers = struct.pack(f"<{len(ends)}i", *ends), b"".join(values)
    return arrow.StringArray.from_buffers(len(values), *map(arrow.py_buffer, buffers))


def test_a_row_of_parquet_that_is_none_is_named(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    days = arrow.array([0, 0, 10**14, 0], arrow.int64()).cast(arrow.timestamp("s"))
    texts = texts_of_bytes(["Điều 1.".encode(), b"\xff", b"x", "Điều 2.".encode()])
    table = arrow.table({"id": ["trước", "x", "y", "sau"], "text": texts, "date": days})
    parquet.write_table(table, tmp_path / "a.parquet")
    found, causes = read(tmp_path / "a.parquet")
    assert found == {"trước": "Điều 1.", "sau": "Điều 2."}
    assert [said.partition(" (")[0] for said in causes] == [
        "row 2: holds what cannot be read",
        "row 3: holds what cannot be read",
    ]


@pytest.mark.parametrize(
    ("column", "values", "cause"),
    [
        ("text", [1], "column 'text' holds a number, no text"),
        ("text", [b"x"], "column 'text' holds bytes, no text"),
        ("id", [["x"]], "column 'id' holds a list, no id"),
        ("id", [float("nan")], "no id in column 'id'"),
    ],
)
def test_a_column_of_parquet_of_another_type(tmp_path: Path, column: str, values: list[Any], cause: str) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"id": ["x"], "text": ["x"], column: values}), tmp_path / "a.parquet")
    assert read(tmp_path / "a.parquet") == ({}, [f"row 1: {cause}"])


def test_an_id_with_an_end_of_line_is_told_on_one_line(tmp_path: Path) -> None:
    rows = [{"id": "a\nb", "text": "x"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert read(tmp_path / "a.jsonl") == ({"a\nb": "x"}, [])
    assert str(ReadError("a\nb", "x")) == "a\\nb: x"
