"""The end of a document without its head says who passed and who signed it; nothing else does."""

import pytest

from legalkg import SourceText, extract
from legalkg.extractors.model import Header

_ARTICLE = "Điều 9. Hiệu lực\nLuật này có hiệu lực từ ngày 01 tháng 7 năm 2031.\n"
_LAW = (
    "Luật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVI, kỳ họp thứ 3 thông qua ngày 12 tháng "
    "11 năm 2030."
)
_SIGNED = "\nCHỦ TỊCH QUỐC HỘI\n(Đã ký)\nTrần Thị Mai Hoa\n"


def _header(text: str) -> Header:
    return extract(SourceText(id="p", text=text)).header


def test_a_law_says_who_passed_it_and_when() -> None:
    header = _header(f"{_ARTICLE}{_LAW}{_SIGNED}")
    assert (header.type, header.date, header.issuer, header.number) == ("Luật", "2030-11-12", "Quốc hội", None)
    assert [s.name for s in header.signatures] == ["Trần Thị Mai Hoa"]


def test_a_council_keeps_its_place() -> None:
    header = _header(
        "Điều 3. Giao Ủy ban nhân dân tỉnh.\nNghị quyết này đã được Hội đồng nhân dân tỉnh Quảng Trị "
        "khóa IX, kỳ họp thứ 5 thông qua ngày 9 tháng 12 năm 2031 và có hiệu lực từ ngày 20 tháng 12 năm 2031."
    )
    assert (header.type, header.date, header.issuer) == ("Nghị quyết", "2031-12-09", "Hội đồng nhân dân tỉnh Quảng Trị")


def test_who_signs_a_circular_is_read_without_its_head() -> None:
    header = _header(
        "Điều 4. Thông tư này có hiệu lực kể từ ngày 5 tháng 3 năm 2031./.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n"
        "(Đã ký)\nLê Văn Bách"
    )
    assert [s.name for s in header.signatures] == ["Lê Văn Bách"]
    assert header.issuer is header.date is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Bài báo nhắc lại: “{_LAW}” Bạn đọc hỏi thêm.", id="quoted"),
        pytest.param(f"{_LAW}{_SIGNED}{'Bạn đọc bình luận dài về chuyện này. ' * 60}", id="far from the end"),
        pytest.param("Luật này được đông đảo bạn đọc quan tâm.\nTheo Trần Văn An", id="an author is no signer"),
        pytest.param("Nghị quyết này đã được nhiều người biết, thông qua ngày hội của xã.", id="no date"),
    ],
)
def test_others_are_not_passed_or_signed(text: str) -> None:
    assert _header(text) == Header()
