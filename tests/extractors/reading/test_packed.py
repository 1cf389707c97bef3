"""Archives of files: what is in them, what is left out, and what is wrong with them."""

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from legalkg.extractors.reading import ReadError, ReadingLimits
from legalkg.extractors.reading.packed import Member, is_packed, iter_members

FILES = {"thư mục/a.txt": "Điều 1.".encode(), "b.md": b"Hai", "c.exe": b"no", ".ẩn/d.txt": b"no", "~$e.docx": b"no"}
WANTED = ["thư mục/a.txt", "b.md"]
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".tar": bytes,
    ".tar.gz": gzip.compress,
    ".tgz": gzip.compress,
    ".tar.bz2": bz2.compress,
    ".tar.xz": lzma.compress,
}


def zipped(files: dict[str, bytes], **options: Any) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, **options)
    return data.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return data.getvalue()


Reader = Callable[..., tuple[list[tuple[str, bytes]], list[str]]]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def reader(name: str, data: bytes, **limits: Any) -> tuple[list[tuple[str, bytes]], list[str]]:
        path = tmp_path / name
        path.write_bytes(data)
        errors: list[Exception] = []
        found: list[Member] = []
        try:
            found += iter_members(path, limits=ReadingLimits(**limits), on_error=errors.append)
        except ReadError as error:
            errors.append(error)
        return (
            [(member.name.removeprefix(f"{path}!/"), member.data) for member in found],
            [str(error).removeprefix(str(tmp_path) + "/") for error in errors],
        )

    return reader


@pytest.mark.parametrize("ending", [".zip", *PACKERS])
def test_documents_are_read_and_the_rest_is_left_out(read: Reader, ending: str) -> None:
    data = zipped(FILES) if ending == ".zip" else PACKERS[ending](tarred(FILES))
    assert is_packed(f"a{ending.upper()}")
    assert read(f"a{ending}", data) == ([(name, FILES[name]) for name in WANTED], [])


@pytest.mark.parametrize("make", [zipped, tarred])
def test_names_are_names_and_no_paths(read: Reader, tmp_path: Path, make: Callable[..., bytes]) -> None:
    found, errors = read("a.zip" if make is zipped else "a.tar", make({"../../x.txt": b"1", "/abs/y.txt": b"2"}))
    assert [name for name, _ in found] == ["../../x.txt", "/abs/y.txt"]
    assert errors == []
    assert sorted(path.name for path in tmp_path.iterdir()) in (["a.zip"], ["a.tar"])


@pytest.mark.parametrize("make", [zipped, tarred])
def test_an_archive_in_an_archive_is_reported_and_the_rest_goes_on(read: Reader, make: Callable[..., bytes]) -> None:
    name = "a.zip" if make is zipped else "a.tar"
    found, errors = read(name, make({"b.zip": b"PK", "c.txt": b"x"}))
    assert [member for member, _ in found] == ["c.txt"]
    assert errors == [f"{name}!/b.zip: is an archive within an archive: unpack it first"]


def test_an_encrypted_member_is_reported(read: Reader) -> None:
    data = bytearray(zipped({"a.txt": b"x" * 50, "b.txt": b"y"}))
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1
    found, errors = read("a.zip", bytes(data))
    assert [member for member, _ in found] == ["b.txt"]
    assert errors == ["a.zip!/a.txt: is encrypted: unpack it with its password first"]


@pytest.mark.parametrize("make", [zipped, tarred])
def test_what_is_too_large_is_not_unpacked(read: Reader, make: Callable[..., bytes]) -> None:
    name = "a.zip" if make is zipped else "a.tar"
    found, errors = read(name, make({"a.txt": b"\0" * 100_000, "b.txt": b"y"}), max_bytes=1000)
    assert [member for member, _ in found] == ["b.txt"]
    assert errors == [f"{name}!/a.txt: has 100,000 bytes, more than the 1,000 that are allowed"]


def test_a_size_that_lies(read: Reader) -> None:
    data = bytearray(zipped({"a.txt": b"\0" * 100_000}))
    for start in (data.index(b"PK\x03\x04") + 22, data.index(b"PK\x01\x02") + 24):
        data[start : start + 4] = (500).to_bytes(4, "little")
    found, errors = read("a.zip", bytes(data), max_bytes=1000)
    assert sum(len(content) for _, content in found) <= 1000
    assert len(found) + len(errors) == 1


def test_a_bomb_of_many_members_is_given_up(read: Reader) -> None:
    found, errors = read(
        "a.zip", zipped({f"{n}.txt": b"\0" * 900 for n in range(50)}), max_bytes=1000, max_unpacked=5000
    )
    assert len(found) == 5
    assert errors == ["a.zip: unpacks to more than the 5,000 bytes that are allowed"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", b"PK no zip"),
        ("a.zip", b""),
        ("a.zip", zipped(FILES)[:-40]),
        ("a.tar", b"no tar at all"),
        ("a.tar.gz", gzip.compress(tarred({"a.txt": bytes(range(256)) * 500}))[:-200]),
        ("a.tar.gz", b"\x1f\x8b no gzip"),
        ("a.tar.xz", lzma.compress(tarred({"a.txt": bytes(range(256)) * 500}))[:200]),
        ("a.tar.bz2", b"BZh9 no"),
    ],
)
def test_what_is_damaged_or_cut_off(read: Reader, name: str, data: bytes) -> None:
    _, errors = read(name, data)
    assert len(errors) == 1
    assert errors[0].startswith(f"{name}: is damaged or cut off")
    assert "\n" not in errors[0]


@pytest.mark.parametrize("ending", PACKERS)
def test_wherever_a_tar_is_cut_off_what_is_lost_is_not_lost_in_silence(read: Reader, ending: str) -> None:
    chance = random.Random(1)  # noqa: S311  (no secret)
    files = {f"{number}.txt": chance.randbytes(700) for number in range(3)}
    whole = PACKERS[ending](tarred(files))
    for end in range(20, len(whole), 41):
        found, errors = read(f"a{ending}", whole[:end])
        assert found == list(files.items())[: len(found)]
        assert errors or len(found) == len(files), end


def test_an_empty_archive_holds_nothing(read: Reader) -> None:
    assert read("a.zip", zipped({})) == ([], [])


def test_a_member_that_is_damaged_is_reported_and_the_rest_goes_on(read: Reader) -> None:
    data = zipped({"a.txt": b"Nghi quyet " * 30, "b.txt": b"y"})
    start = data.index(b"a.txt") + 8
    found, errors = read("a.zip", data[:start] + b"\xff" * 8 + data[start + 8 :])
    assert [member for member, _ in found] == ["b.txt"]
    assert errors[0].startswith("a.zip!/a.txt: cannot be unpacked (")


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        list(iter_members(tmp_path / "none.zip", limits=ReadingLimits(), on_error=print))
