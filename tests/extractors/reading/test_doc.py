"""Old Word files and RTF, through the programs that are installed."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from legalkg.extractors.reading import ReadError, ReadingLimits, read_bytes
from legalkg.extractors.reading.doc import read
from legalkg.extractors.reading.errors import Unreadable
from tests.extractors.reading.reading_factories import SHARED

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RTF = rb"{\rtf1\ansi\uc1 {\fonttbl{\f0 Times;}}\f0 \u272?i\u7873?u 1. Ph\u7841?m vi\par \u272?i\u7873?u 2.\par}"
LIMITS = ReadingLimits()

with_office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
with_antiword = pytest.mark.skipif(not shutil.which("antiword"), reason="needs antiword")
with_files = pytest.mark.skipif(not (SHARED / "files").is_dir(), reason="needs ../shared/files")


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (stream("EncryptedPackage"), "is encrypted"),
        (stream("Workbook"), "Excel"),
        (stream("PowerPoint Document"), "PowerPoint"),
        (OLE, "no stream 'WordDocument'"),
    ],
)
def test_other_containers_are_told_apart(data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable, match=cause):
        read(data, LIMITS)


def test_without_a_program_the_message_says_which_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match=r"needs a program.*libreoffice-writer-nogui.*antiword"):
        read(stream("WordDocument"), LIMITS)
    with pytest.raises(Unreadable, match="RTF, which needs LibreOffice"):
        read(RTF, LIMITS)


def only(program: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Leave one program on the path."""
    found = shutil.which(program)
    assert found
    link = folder / program
    link.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin exec "{found}" "$@"\n')
    link.chmod(link.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


@with_antiword
def test_a_damaged_file_gets_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only("antiword", monkeypatch, tmp_path)
    with pytest.raises(ReadError, match=r"^a.doc: cannot be read by antiword: "):
        read_bytes(stream("WordDocument") + bytes(5000), "a.doc")


@with_antiword
@with_files
def test_antiword_keeps_letterhead_cells_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only("antiword", monkeypatch, tmp_path)
    (text,) = read((SHARED / "files" / "Phuluc3.doc").read_bytes(), LIMITS)
    assert text.startswith("Phụ lục III\nBẢNG CHỮ VIẾT TẮT TÊN LOẠI,\n")
    assert "\tNghị quyết (cá biệt)\tNQ\n" in text
    assert "___________\n\nSố:         /NQ-…3...\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do" in text


@with_antiword
@with_files
def test_antiword_keeps_notes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only("antiword", monkeypatch, tmp_path)
    (text,) = read((SHARED / "files" / "Phuluc1.doc").read_bytes(), LIMITS)
    assert text.split("\n")[-1].startswith("¹ Cỡ chữ ")


@with_office
@with_files
def test_libreoffice_keeps_counted_labels_notes_and_raised_marks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    only("soffice", monkeypatch, tmp_path)
    (text,) = read((SHARED / "files" / "Phuluc3.doc").read_bytes(), LIMITS)
    lines = text.split("\n")
    assert "27. \tPhiếu báo\tPB" in lines
    assert "TÊN CQ, TC CHỦ QUẢN¹" in lines
    (text,) = read((SHARED / "files" / "Phuluc1.doc").read_bytes(), LIMITS)
    assert "\n\n¹ Cỡ chữ " in text


@with_office
def test_rtf_is_read_whatever_its_name() -> None:
    source = read_bytes(RTF, "van-ban.doc")
    assert source.text == "Điều 1. Phạm vi\nĐiều 2."
    assert source.media_type == "application/rtf"


@with_office
def test_libreoffice_refuses_what_it_cannot_load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only("soffice", monkeypatch, tmp_path)
    with pytest.raises(ReadError, match=r"^a.doc: "):
        read_bytes(stream("WordDocument") + bytes(5000), "a.doc")
