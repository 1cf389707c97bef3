"""Arrays of JSON, cut into their items as they come in; and names in .zip files that do not say they are UTF-8."""

import io
import zipfile
from pathlib import Path

import pytest

from legalkg.extractors.reading.array_items import json_array_items
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.files import DEFAULT_LIMITS
from legalkg.extractors.reading.inputs import Inputs, file_of
from legalkg.extractors.reading.limits import ReadingLimits


def items(data: bytes, limits: ReadingLimits = DEFAULT_LIMITS) -> list[bytes | str]:
    found = json_array_items(io.BytesIO(data), limits)
    return [item if isinstance(item, bytes) else str(item) for item in found]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"[]", []),
        (
            b'\xef\xbb\xbf\n [ {"a": "x]\\"y"} ,\n{"b": [1, {"c": 2}]} ]\n',
            [b'{"a": "x]\\"y"}', b'{"b": [1, {"c": 2}]}'],
        ),
        (rb'[{"a":"\\"},{"b":"\\\""}]', [rb'{"a":"\\"}', rb'{"b":"\\\""}']),
        (b'[{"a":1},oops,{"b":2}]', [b'{"a":1}', b"oops", b'{"b":2}']),
        (b"[1,,2]", [b"1", "is empty: two commas, one behind the other", b"2"]),
    ],
)
def test_items(data: bytes, found: list[bytes | str]) -> None:
    assert items(data) == found


def test_an_item_over_many_reads_and_one_that_is_too_long() -> None:
    long = b'{"a": "' + b"x, ]} " * 40_000 + b'"}'
    assert items(b"[1," + long + b",2]") == [b"1", long, b"2"]
    found = items(b"[1," + long + b",2]", ReadingLimits(max_bytes=1000))
    assert found == [b"1", "has more bytes than the 1,000 that are allowed", b"2"]


@pytest.mark.parametrize(
    ("data", "why"), [(b'{"a":1}', "no JSON array"), (b'[{"a":1}', "cut off"), (b"  ", "no JSON array")]
)
def test_what_is_no_array(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        items(data)


def test_names_in_zip_files_that_do_not_say_they_are_utf_8(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Luat .....txt", "x")
    data = packed.read_bytes().replace(b"Luat .....txt", "Luật đ.txt".encode())
    packed.write_bytes(data)
    assert [one.name for one in Inputs([packed], on_error=print)] == [f"{packed}!/Luật đ.txt"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("/a/b.txt", "/a/b.txt"),
        ("/a/b.zip!/c/d.pdf", "/a/b.zip"),
        ("/a/d.jsonl#12/NĐ-CP", "/a/d.jsonl"),
        ("/a/d.json.gz#1", "/a/d.json.gz"),
        ("/a/số #3.pdf", "/a/số #3.pdf"),
        ("/a.zip/b.txt", "/a.zip/b.txt"),
    ],
)
def test_in_which_file_a_document_lies(name: str, file: str) -> None:
    assert file_of(name) == file
