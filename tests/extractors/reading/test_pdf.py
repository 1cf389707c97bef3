"""PDF files: the text of each page in reading order; what is no readable PDF says so in one line."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.pdf import read
from tests.extractors.reading.reading_factories import SAMPLES, SHARED, Run, column, make_pdf

LINES = ("Tệp này có hai dòng chữ để thử việc đọc tệp", "và mỗi dòng có đủ chữ để không phải là trang ảnh")
LIMITS = ReadingLimits()


def test_each_page_is_a_text_without_its_number() -> None:
    pages = [[*column(*LINES), Run(str(i), 300, 30)] for i in range(1, 4)]
    assert read(make_pdf(*pages), LIMITS) == ["\n".join(LINES)] * 3


def test_a_page_that_is_a_picture_gives_none() -> None:
    assert read(make_pdf([], picture=True), LIMITS) == [None]
    assert read(make_pdf([Run("Ký bởi: Cổng", 70, 800)], picture=True), LIMITS) == [None]


def test_a_picture_beside_text_and_a_blank_page_are_no_scans() -> None:
    assert read(make_pdf(column(*LINES), picture=True), LIMITS) == ["\n".join(LINES)]
    assert read(make_pdf(column(*LINES), []), LIMITS) == ["\n".join(LINES), ""]


def test_letters_without_unicode_count_as_a_scan() -> None:
    assert read(make_pdf(column("\ue001\ue002 " * 20 + "abc" * 10)), LIMITS) == [None]


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
def test_a_file_that_is_cut_off_is_refused(kept: float) -> None:
    data = make_pdf(column(*LINES))
    with pytest.raises(Unreadable, match="cut off"):
        read(data[: int(len(data) * kept)], LIMITS)


@pytest.mark.parametrize("data", [b"%PDF-1.4\n" + b"x" * 500 + b"\n%%EOF", b"%PDF-1.4\ntrailer<<>>\n%%EOF\n"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read(data, LIMITS)


def test_an_encrypted_file_is_refused() -> None:
    fpdf = pytest.importorskip("fpdf")
    document = fpdf.FPDF()
    document.set_encryption(owner_password="owner", user_password="user")
    document.add_page()
    document.set_font("Helvetica")
    document.cell(text="So 01/2020/ND-CP")
    with pytest.raises(Unreadable, match="encrypted"):
        read(bytes(document.output()), LIMITS)


def test_a_long_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than the 50 characters"):
        read(make_pdf(column(*LINES)), ReadingLimits(max_chars=50))


@pytest.mark.parametrize(
    ("name", "start"),
    [
        (
            "030-2025-QD-UBND.pdf",
            "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
            "Số: 030/2025/QĐ-UBND\nĐắk Lắk, ngày 19 tháng 11 năm 2025\nQUYẾT ĐỊNH\n",
        ),
        ("782-CV-DU.pdf", "ĐẢNG ỦY SỞ GIÁO DỤC VÀ ĐÀO TẠO\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 782-CV/ĐU\nVề thực hiện"),
    ],
)
def test_a_letterhead_comes_left_before_right_and_number_before_date(name: str, start: str) -> None:
    first, *_ = read((SAMPLES / name).read_bytes(), LIMITS)
    assert first is not None
    assert first.startswith(start)


def test_a_citation_broken_by_notes_stays_broken() -> None:
    first, second = read((SAMPLES / "782-CV-DU.pdf").read_bytes(), LIMITS)
    assert first is not None
    assert second is not None
    assert "thực hiện Nghị\n\n¹ Quyết định số 362/QĐ-TTg" in first
    assert second.startswith("quyết Đại hội đại biểu toàn quốc lần thứ XIII")


SHARED_PDFS = sorted((SHARED / "files").glob("*.pdf"))
GAZETTE = re.compile(r"[a-z]+(-[a-z]+)*-so-\d+")
"""Pages of the official gazette: each has its name and number on top, which are left out, and raised figures."""
RUNNING_HEAD = 60
"""Letters of the line on top of a page, and of a line that the gazette puts under a law."""


@pytest.mark.skipif(not SHARED_PDFS, reason="needs ../shared/files")
class TestRealFiles:
    """Files as portals give them out; their numbers, dates and page counts are facts."""

    @pytest.mark.parametrize(
        ("name", "pages", "number", "date"),
        [
            ("01_2020_ND-CP_432442", 6, "Số: 01/2020/NĐ-CP", "Hà Nội, ngày 01 tháng 01 năm 2020"),
            ("100_2001_ND-CP_7379", 2, "Số: 100/2001/NĐ-CP", "Hà Nội, ngày 26 tháng 12 năm 2001"),
            ("19_2019_ND-CP_386324", 12, "Số: 19/2019/NĐ-CP", "Hà Nội, ngày 19 tháng 02 năm 2019"),
            ("Luật Phá sản 2014", 48, "Số: 51/2014/QH13", "Hà Nội, ngày 19 tháng 06 năm 2014"),
            ("Luật di sản văn hóa sửa đổi 2009", 10, "Số: 32/2009/QH12", "Hà Nội, ngày 18 tháng 6 năm 2009"),
        ],
    )
    def test_letterhead_and_pages(self, name: str, pages: int, number: str, date: str) -> None:
        texts = read((SHARED / "files" / f"{name}.pdf").read_bytes(), LIMITS)
        assert len(texts) == pages
        assert None not in texts
        head = (texts[0] or "").split("\n")[:9]
        assert head[0] in {"CHÍNH PHỦ", "QUỐC HỘI"}
        motto = next(i for i, line in enumerate(head) if line.endswith("XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        assert 0 < motto < head.index(number) == head.index(date) - 1

    @pytest.mark.parametrize("path", SHARED_PDFS, ids=lambda path: path.stem[:25])
    def test_all_letters_are_there(self, path: Path) -> None:
        """PDFium's own text has the same letters, but for lines that stand on every page of a gazette."""
        data = path.read_bytes()
        document = pypdfium2.PdfDocument(data)
        plain = "".join(page.get_textpage().get_text_range() for page in document)
        pages = len(document)
        document.close()
        ours = "".join(page or "" for page in read(data, LIMITS))
        assert not re.search("[\ufffe\ufffd\x02]", ours)
        found, wanted = letters(ours), letters(plain.replace("\ufffe", "-"))
        assert found <= wanted
        assert (wanted - found).total() <= RUNNING_HEAD * pages

    @pytest.mark.parametrize("path", [p for p in SHARED_PDFS if not GAZETTE.match(p.name)], ids=lambda path: path.stem)
    def test_all_words_are_there_and_whole(self, path: Path) -> None:
        """None is glued, split or lost by what this package does."""
        data = path.read_bytes()
        document = pypdfium2.PdfDocument(data)
        plain = " ".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        ours = " ".join(page or "" for page in read(data, LIMITS))
        assert Counter(ours.split()) == Counter(plain.split())


def letters(text: str) -> Counter[str]:
    """How often each letter stands there, raised ones as others."""
    return Counter(unicodedata.normalize("NFKC", "".join(text.split())))
