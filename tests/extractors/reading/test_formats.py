"""The format is what the bytes show, then what the name says."""

from __future__ import annotations

import pytest

from legalkg.extractors.reading import formats, read_bytes
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.formats import DOC, DOCX, HTML, MARKDOWN, PDF, RTF, TEXT, Format, format_of
from tests.extractors.reading.reading_factories import column, make_docx, make_pdf, paragraph

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Van ban", "a.txt", TEXT),
        (b"# Van ban", "a.MD", MARKDOWN),
        (b"Van ban", "a", TEXT),
        (b"Van ban", "a.xyz", TEXT),
        (b"<p>Van ban", "a.htm", HTML),
        (b"<!DOCTYPE html><html>", "a.doc", HTML),
        (b"\xef\xbb\xbf\n<html lang='vi'>", "van-ban.docx", HTML),
        (b"<html>", "a", HTML),
        (b"<html> as an example", "a.txt", TEXT),
        (b"{\\rtf1 x}", "a.doc", RTF),
        (OLE, "a.doc", DOC),
        (OLE, "a.txt", DOC),
        (b"PK\x03\x04", "a.doc", DOCX),
        (b"%PDF-1.7", "a.txt", PDF),
        (b"\n\n%PDF-1.7", "a.pdf", PDF),
    ],
)
def test_format(data: bytes, name: str, kind: Format) -> None:
    assert format_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "cause"),
    [
        (b"Van ban", "a.pdf", "is named .pdf but does not start like one"),
        (b"\x00\x01", "a.docx", "is named .docx but"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.doc", "web archive"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(data: bytes, name: str, cause: str) -> None:
    with pytest.raises(Unreadable, match=cause):
        format_of(data, name)


def test_pages_start_where_their_text_does() -> None:
    source = read_bytes(make_pdf(column("Trang một"), [], column("Trang ba", "dòng hai")), "a.pdf")
    assert source.text == "Trang một\n\n\n\nTrang ba\ndòng hai"
    assert [source.text[start:][:8] for start in source.pages] == ["Trang mộ", "\n\nTrang ", "Trang ba"]
    assert source.media_type == "application/pdf"


def test_formats_without_pages_have_none() -> None:
    source = read_bytes(make_docx(paragraph("Điều 1.")), "a.docx")
    assert (source.text, source.pages, source.media_type) == ("Điều 1.", (), formats.DOCX.media_type)
