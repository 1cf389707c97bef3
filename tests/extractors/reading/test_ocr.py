"""Scans: refused without OCR, read with it where Tesseract is installed."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pypdfium2
import pytest

from legalkg.extractors.reading import ReadError, read_bytes
from tests.extractors.reading.reading_factories import SAMPLES, column, make_pdf

TEXT = column("Tệp này có hai dòng chữ để thử việc đọc tệp", "và mỗi dòng có đủ chữ để không phải là trang ảnh")


def scan_of(data: bytes) -> bytes:
    """Give the first page of a PDF as a picture."""
    page = pypdfium2.PdfDocument(data)[0]
    picture = io.BytesIO()
    page.render(scale=3, grayscale=True).to_pil().save(picture, "PDF", resolution=216)
    return picture.getvalue()


def test_a_scan_is_refused_with_the_way_to_read_it() -> None:
    with pytest.raises(ReadError, match=r"^a.pdf: is a scan: 2 of 3 pages .*--ocr.*tesseract-ocr-vie"):
        read_bytes(make_pdf([], TEXT, [], picture=True), "a.pdf")


def test_one_picture_among_pages_of_text_is_no_reason_to_refuse() -> None:
    source = read_bytes(make_pdf(TEXT, [], TEXT, picture=True), "a.pdf")
    assert source.text.count("dòng") == 4
    assert len(source.pages) == 3


def test_without_tesseract_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError, match=r"Tesseract.*not installed: apt-get install tesseract-ocr "):
        read_bytes(make_pdf([], picture=True), "a.pdf", ocr=True)


def test_without_its_vietnamese_data_the_message_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tesseract = tmp_path / "tesseract"
    tesseract.write_text("#!/bin/sh\necho eng\n")
    tesseract.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError, match="lacks its Vietnamese data"):
        read_bytes(make_pdf([], picture=True), "a.pdf", ocr=True)


@pytest.mark.skipif(not shutil.which("tesseract"), reason="needs Tesseract")
def test_a_scan_is_read() -> None:
    pytest.importorskip("PIL")
    source = read_bytes(scan_of((SAMPLES / "030-2025-QD-UBND.pdf").read_bytes()), "a.pdf", ocr=True)
    assert source.pages == (0,)
    for words in ("030/2025/QĐ-UBND", "Đắk Lắk, ngày 19 tháng 11 năm 2025", "Nghị định số 10/2022/NĐ-CP"):
        assert words in source.text
