"""Word files: opened within limits, refused with a reason."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.docx import read
from legalkg.extractors.reading.errors import Unreadable
from tests.extractors.reading.reading_factories import SAMPLES, SHARED, WORD, make_docx, make_zip, paragraph

LIMITS = ReadingLimits()


def test_a_document_is_read() -> None:
    assert read(make_docx(paragraph("Điều 1.") + paragraph("Điều 2.")), LIMITS) == ["Điều 1.\nĐiều 2."]


def test_a_strict_document_is_read() -> None:
    data = make_docx(paragraph("Điều 1."))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert read(make_zip(files), LIMITS) == ["Điều 1."]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = make_docx(" " * 30_000_000)
    assert len(data) < 100_000
    with pytest.raises(Unreadable, match=r"unpacks to 30,000,1.*harm"):
        read(data, LIMITS)


def test_the_size_of_all_parts_together_is_limited() -> None:
    with pytest.raises(Unreadable, match="more than the 1,000 that are allowed"):
        read(make_docx(paragraph("x" * 2000)), ReadingLimits(max_bytes=1000))


def test_the_number_of_parts_is_limited() -> None:
    with pytest.raises(Unreadable, match="10,001 files"):
        read(make_zip({f"{i}.xml": "" for i in range(10_001)}), LIMITS)


def test_a_long_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than the 5 characters"):
        read(make_docx(paragraph("Điều 1.")), ReadingLimits(max_chars=5))


def test_a_part_whose_bytes_are_spoilt_is_refused() -> None:
    data = make_docx(paragraph("Điều 1."))
    at = data.index(b"word/document.xml") + len("word/document.xml")
    with pytest.raises(Unreadable, match="damaged or cut off, it cannot be unpacked"):
        read(data[:at] + b"\xff" * 20 + data[at + 20 :], LIMITS)


def document(xml: str) -> bytes:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/d.xml"/>'
        "</Relationships>"
    )
    return make_zip({"_rels/.rels": relation, "d.xml": xml})


LAUGHS = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (document(f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]><x>&a9;</x>'), "damaged|harm"),
        (document('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'), "harm"),
        (document("<x>" * 1000 + "</x>" * 1000), "damaged"),
        (document("<x><y></x>"), "damaged"),
        (document("<x/>"), "no Word document"),
        (make_zip({"a.txt": "x"}), "no Word document"),
        (make_zip({"xl/workbook.xml": "<x/>"}), "Excel"),
        (make_zip({"ppt/presentation.xml": "<x/>"}), "PowerPoint"),
        (make_zip({"content.xml": "<x/>"}), "OpenDocument"),
        (make_docx(paragraph("Điều 1."))[:-200], "damaged or cut off"),
        (b"PK\x03\x04" + b"x" * 100, "damaged or cut off"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable, match=cause):
        read(data, LIMITS)


@pytest.mark.parametrize(
    ("name", "start", "note"),
    [
        (
            "28-CT-TU.docx",
            "THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 28-CT/TU\n"
            "Thành phố Hồ Chí Minh, ngày 16 tháng 10 năm 2023\nCHỈ THỊ\n",
            "lần thứ XI².\n\n² Nhiệm kỳ 2020 - 2025.\n\n2. Khơi dậy",
        ),
        ("17-KH-UBND.docx", "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nCỘNG HÒA", "57-NQ/TW¹; Kế hoạch số 07-KH/TU"),
    ],
)
def test_samples(name: str, start: str, note: str) -> None:
    (text,) = read((SAMPLES / name).read_bytes(), LIMITS)
    assert text.startswith(start)
    assert note in text


@pytest.mark.skipif(not (SHARED / "files").is_dir(), reason="needs ../shared/files")
class TestRealFiles:
    def test_a_decree(self) -> None:
        (text,) = read((SHARED / "files" / "30_2020_ND_CP.docx").read_bytes(), LIMITS)
        lines = text.split("\n")
        assert lines[0] == "CHÍNH PHỦ"
        assert lines.index("Số: 30/2020/NĐ-CP") < lines.index("Hà Nội, ngày 05 tháng 3 năm 2020")
        articles = [line.split(".")[0] for line in lines if line.startswith("Điều ")]
        assert articles == [f"Điều {i}" for i in range(1, 39)]

    def test_forms_with_counted_rows_and_raised_marks(self) -> None:
        (text,) = read((SHARED / "files" / "Phuluc3.docx").read_bytes(), LIMITS)
        lines = text.split("\n")
        assert "5. \tQuy định\tQyĐ" in lines
        assert "27. \tPhiếu báo\tPB" in lines
        assert "TÊN CQ, TC CHỦ QUẢN¹" in lines
