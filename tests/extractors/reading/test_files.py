"""Files and folders: what is read, in which order, and what is said of the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from legalkg.extractors.reading import ReadError, ReadingLimits, iter_files, read, read_bytes
from tests.extractors.reading.reading_factories import SAMPLES, SHARED, make_docx, paragraph


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffĐiều 1.\r\n  hai  blank \t\r\nd\u0323e\u0302\u0300 \u00a0\n\n".encode())
    source = read(path)
    assert source.text == "Điều 1.\n  hai  blank \t\nd\u0323e\u0302\u0300 \u00a0\n\n"
    assert (source.id, source.pages, source.media_type) == (str(path), (), "text/plain")


@pytest.mark.parametrize(
    ("make", "cause"),
    [
        (lambda path: None, "cannot be opened: No such file or directory"),
        (Path.mkdir, "is a folder, not a file"),
        (Path.touch, "is empty"),
        (lambda path: path.write_bytes(b" \r\n\t\n"), "is empty"),
        (lambda path: path.write_bytes(b"\xef\xbb\xbf"), "is empty: there is no text in it"),
        (lambda path: path.write_bytes(b"\x7fELF\x02\x01\x01\x00\x00"), "is binary, not a text"),
        (lambda path: path.write_bytes(b"x" * 1001), "has 1,001 bytes, more than the 1,000 that are allowed"),
        (lambda path: path.write_bytes(b"x" * 501), "holds more than the 500 characters that are allowed"),
        (lambda path: path.write_bytes("Uû ban nh©n d©n".encode("latin-1")), "is in the encoding TCVN3 (ABC)"),
        (lambda path: path.write_text("Uû ban nh©n d©n", encoding="utf-8"), "is written in TCVN3 (ABC) letters"),
    ],
)
def test_what_cannot_be_read_gets_one_line(tmp_path: Path, make: Callable[[Path], object], cause: str) -> None:
    path = tmp_path / "văn bản.txt"
    make(path)
    with pytest.raises(ReadError) as caught:
        read(path, limits=ReadingLimits(max_bytes=1000, max_chars=500))
    assert str(caught.value).startswith(f"{path}: {cause}")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadError, match="not a file but a device"):
        read(tmp_path / "a.txt")


def test_letters_from_before_unicode_are_refused_in_every_format() -> None:
    with pytest.raises(ReadError, match=r"TCVN3.*UniKey"):
        read_bytes(make_docx(paragraph("Uû ban nh©n d©n c¸c tØnh")), "a.docx")


def test_folders_are_walked_in_order_without_what_is_no_document(tmp_path: Path) -> None:
    for name in (
        "b.txt", "a/c.PDF", "a/b.html", "a/.hidden.txt", ".git/x.txt", "a/~$b.docx", "a/b.jpg", "a/b.jsonl", "c.doc",
        "a.docx", "a/d/e.md", "a/README",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "folder.txt").symlink_to(tmp_path / "a")
    found = [path.relative_to(tmp_path).as_posix() for path in iter_files([tmp_path])]
    assert found == ["a/b.html", "a/c.PDF", "a/d/e.md", "a.docx", "b.txt", "c.doc", "link.txt"]


def test_links_that_lead_nowhere_are_given_so_that_reading_says_so(tmp_path: Path) -> None:
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    circle, gone = iter_files([tmp_path])
    with pytest.raises(ReadError, match="Too many levels of symbolic links"):
        read(circle)
    with pytest.raises(ReadError, match="No such file"):
        read(gone)


def test_what_is_named_is_given_whatever_it_is(tmp_path: Path) -> None:
    named = [tmp_path / ".hidden", tmp_path / "a.jpg", tmp_path / "missing.txt"]
    named[0].touch()
    named[1].touch()
    assert list(iter_files(named)) == named


def test_an_unknown_ending_is_read_by_what_the_bytes_show(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.tải về"
    path.write_text("<html><body><p>Điều 1.</p></body></html>", encoding="utf-8")
    assert read(path).text == "Điều 1."


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_folder_that_cannot_be_opened_is_given_so_that_reading_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    assert list(iter_files([tmp_path])) == [folder]
    with pytest.raises(ReadError, match="Permission denied"):
        read(folder)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*[!d]")), ids=lambda path: path.name)
def test_every_sample_is_read(path: Path) -> None:
    source = read(path)
    assert "Số" in source.text or "Luật số" in source.text
    assert bool(source.pages) == (path.suffix == ".pdf")


@pytest.mark.skipif(not (SHARED / "files").is_dir(), reason="needs ../shared/files")
def test_markdown_of_a_portal_is_read_as_it_stands() -> None:
    for path in sorted((SHARED / "files").glob("*.md")):
        assert read(path).text == path.read_bytes().decode().replace("\r\n", "\n")


def test_importing_loads_no_parser() -> None:
    script = (
        "import sys, extractors.reading\n"
        "print(*{'pypdfium2', 'docx', 'lxml', 'selectolax', 'defusedxml', 'pyarrow'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
