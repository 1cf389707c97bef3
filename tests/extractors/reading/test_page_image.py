"""Pages become grey pictures that Tesseract reads."""

from __future__ import annotations

from pathlib import Path

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.page_image import write
from tests.extractors.reading.reading_factories import column, make_pdf


def test_a_page_is_written_at_300_dpi(tmp_path: Path) -> None:
    path = tmp_path / "page.pgm"
    write(make_pdf([], column("ABC", size=40)), ReadingLimits(), 1, str(path))
    magic, size, rest = path.read_bytes().split(b" ", 1)[0], *path.read_bytes().split(b"\n", 1)
    width, height = (int(number) for number in size.split()[1:3])
    assert magic == b"P5"
    assert (width, height) == (2480, 3509)  # A4
    assert len(rest) == width * height
    assert {0, 255} <= set(rest)


def test_a_huge_page_is_written_smaller(tmp_path: Path) -> None:
    path = tmp_path / "page.pgm"
    data = make_pdf([]).replace(b"[0 0 595 842]", b"[0 0 9e3 9e3]")
    write(data, ReadingLimits(), 0, str(path))
    assert path.stat().st_size < 41_000_000
