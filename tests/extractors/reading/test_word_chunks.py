"""Word files whose text lies in parts of another format: each is read in its place, what cannot be read is said."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from legalkg.extractors.reading import ReadingLimits, read_bytes
from legalkg.extractors.reading.docx import read
from legalkg.extractors.reading.errors import Unreadable
from legalkg.kg.collection import Collection
from tests.extractors.reading.reading_factories import RELATIONS, make_docx, paragraph, table

LIMITS = ReadingLimits()
PAGE = "<html><head><meta charset='utf-8'></head><body><p>Điều 1.</p><p>Điều <s>3</s>2.</p></body></html>"
ARCHIVE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<p>=C4=90i=E1=BB=81u 1.</p>\r\n--x\r\nContent-Type: image/png\r\n\r\nxx\r\n--x--\r\n"
)


def chunk(part: str) -> str:
    return f'<w:altChunk xmlns:r="{RELATIONS}" r:id="{part}"/>'


def with_chunks(body: str, chunks: Mapping[str, str | bytes], *, mode: str = "", kind: str = "aFChunk") -> bytes:
    """Make a Word file with parts in it, whose relations have their names for ids."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(make_docx(body))) as made,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for name in made.namelist():
            content = made.read(name).decode()
            if name == "word/_rels/document.xml.rels":
                listed = "".join(
                    f'<Relationship Id="{part}" Type="{RELATIONS}/{kind}" Target="{part}" {mode}/>' for part in chunks
                )
                content = content.replace("</Relationships>", f"{listed}</Relationships>")
            other.writestr(name, content)
        for part, data in chunks.items():
            other.writestr(f"word/{part}", data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("part", "data", "text"),
    [
        ("a.htm", PAGE, "Điều 1.\nĐiều 2."),
        ("a.xhtml", f'<?xml version="1.0" encoding="utf-8"?>{PAGE}', "Điều 1.\nĐiều 2."),
        ("a.dat", PAGE, "Điều 1.\nĐiều 2."),
        ("a.mht", ARCHIVE, "Điều 1."),
        ("a.txt", "Điều 1.\r\nĐiều 2.\r\n", "Điều 1.\nĐiều 2."),
        ("a.docx", make_docx(paragraph("Điều 1.")), "Điều 1."),
        ("a.docx", with_chunks(chunk("b.htm"), {"b.htm": PAGE}), "Điều 1.\nĐiều 2."),
    ],
)
def test_a_part_is_read_in_its_place(part: str, data: str | bytes, text: str) -> None:
    body = paragraph("Trước") + chunk(part) + paragraph("Sau")
    assert read(with_chunks(body, {part: data}), LIMITS) == [f"Trước\n{text}\nSau"]
    cell = table([chunk(part), paragraph("x"), paragraph("y")])
    assert read(with_chunks(cell, {part: data}), LIMITS) == [f"{text}\tx\ty"]


@pytest.mark.parametrize(
    ("part", "data", "cause"),
    [
        ("a.rtf", r"{\rtf1 Dieu 1.}", "'word/a.rtf' is RTF, which is not read within a Word file"),
        ("a.pdf", "%PDF-1.4", "'word/a.pdf' is application/pdf, which is not read"),
        ("a.docx", b"PK\x03\x04" + b"x" * 50, "'word/a.docx' is damaged or cut off"),
        ("a.docx", "không phải", "'word/a.docx' is named .docx but does not start like one"),
        ("a.txt", b"\0\1\2", "'word/a.txt' is binary, not a text"),
        (
            "a.mht",
            "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx",
            "'word/a.mht' is a web archive without a page",
        ),
    ],
)
def test_a_part_that_cannot_be_read_is_said_and_the_rest_is_read(part: str, data: str | bytes, cause: str) -> None:
    text, warning = read(with_chunks(paragraph("Trước") + chunk(part) + paragraph("Sau"), {part: data}), LIMITS)
    assert text == "Trước\nSau"
    assert warning.startswith(f"a part of the text is left out: {cause}")
    with pytest.raises(Unreadable, match="has no text that can be read: a part of the text is left out"):
        read(with_chunks(chunk(part), {part: data}), LIMITS)


@pytest.mark.parametrize(("mode", "kind"), [('TargetMode="External"', "aFChunk"), ("", "image")])
def test_what_is_no_part_of_the_file_is_not_read(mode: str, kind: str) -> None:
    data = with_chunks(paragraph("Trước") + chunk("a.htm"), {"a.htm": PAGE}, mode=mode, kind=kind)
    assert read(data, LIMITS) == ["Trước", "a part of the text is left out: 'a.htm' is not in the file"]


def test_parts_that_nothing_puts_in_are_not_read() -> None:
    assert read(with_chunks(paragraph("Trước"), {"a.htm": PAGE, "b.rtf": r"{\rtf1 x}"}), LIMITS) == ["Trước"]


def nested(depth: int) -> bytes:
    data = make_docx(paragraph("Trong cùng"))
    for _ in range(depth):
        data = with_chunks(paragraph("Quanh") + chunk("a.docx"), {"a.docx": data})
    return data


def test_files_in_files_in_files_end() -> None:
    assert read(nested(2), LIMITS) == ["Quanh\nQuanh\nTrong cùng"]
    text, warning = read(nested(6), LIMITS)
    assert text == "Quanh\nQuanh\nQuanh"
    assert "lies in more than 2 Word files, one in the other" in warning


def test_what_parts_unpack_to_counts_together() -> None:
    inner = make_docx(paragraph("x" * 50_000))
    data = with_chunks(paragraph("Trước") + chunk("a.docx"), {"a.docx": inner})
    assert len(read(data, ReadingLimits(max_bytes=100_000))) == 1
    text, warning = read(data, ReadingLimits(max_bytes=50_500))
    assert text == "Trước"
    assert "unpacks to" in warning
    bomb = make_docx(" " * 30_000_000)
    assert "made to do harm" in read(with_chunks(paragraph("Trước") + chunk("a.docx"), {"a.docx": bomb}), LIMITS)[1]


def test_a_part_that_is_put_in_again_and_again_counts_each_time() -> None:
    data = with_chunks(chunk("a.txt") * 1000, {"a.txt": "Điều 1. " * 100})
    with pytest.raises(Unreadable, match="more than the 100,000 characters"):
        read(data, ReadingLimits(max_chars=100_000))


def test_what_is_left_out_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    data = with_chunks(paragraph("Điều 1.") + chunk("a.rtf"), {"a.rtf": r"{\rtf1 x}"})
    assert read_bytes(data, "a.docx").warnings[0].startswith("a part of the text is left out: 'word/a.rtf' is RTF")
    assert read_bytes(make_docx(paragraph("Điều 1.")), "a.docx").warnings == ()
    (tmp_path / "a.docx").write_bytes(data)
    with Collection.in_memory() as collection:
        report = collection.ingest([tmp_path / "a.docx"])
    assert (report.new, report.failed) == (1, ())
    assert [warning.path for warning in report.warnings] == [str(tmp_path / "a.docx")]
    assert report.warnings[0].reason.startswith(f"{tmp_path}/a.docx: a part of the text is left out: 'word/a.rtf'")
