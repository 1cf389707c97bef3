"""The header of a consolidated text: its own number, date and body, not those of what it consolidates."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import read

STATEMENT = (
    "Thông tư số 5/2018/TT-BYT ngày 17 tháng 3 năm 2018 của Bộ trưởng Bộ Y tế về nghề gốm,\n"
    "có hiệu lực từ ngày 01 tháng 5 năm 2018, được sửa đổi, bổ sung bởi:\n"
    "Thông tư số 50/2020/TT-BYT ngày 29 tháng 12 năm 2020 của Bộ trưởng Bộ Y tế.\nCăn cứ Luật Dược;\n"
    "Điều 1. Lò nung\n1. Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2018.\n"
)
HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{}THÔNG TƯ\nQuy định về nghề gốm\n"
ATTESTED = "BỘ Y TẾ\nSố: 4/VBHN-BYT\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 13 tháng 4 năm 2021\nKT. BỘ TRƯỞNG\n"
BEHIND = "XÁC THỰC VĂN BẢN HỢP NHẤT\nBỘ Y TẾ\nSố: 4/VBHN-BYT\nHà Nội, ngày 13 tháng 4 năm 2021\nKT. BỘ TRƯỞNG\n"
LETTERHEAD = "BỘ Y TẾ\nSố: 4/VBHN-BYT\nHà Nội, ngày 13 tháng 4 năm 2021\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD.format("") + STATEMENT + ATTESTED,
        HEAD.format("") + STATEMENT + BEHIND,
        LETTERHEAD + HEAD.format("") + STATEMENT,
    ],
)
def test_a_consolidated_text_has_a_number_of_its_own(text: str) -> None:
    header = read(text).header
    assert (header.type, header.number, header.date) == ("Văn bản hợp nhất", "4/VBHN-BYT", "2021-04-13")
    assert header.issuer == "Bộ Y tế"
    assert header.title == "Quy định về nghề gốm"


def test_the_words_alone_make_no_consolidated_text() -> None:
    """A circular that speaks of one keeps its number."""
    text = (
        "BỘ Y TẾ\nSố: 50/2020/TT-BYT\nHà Nội, ngày 29 tháng 12 năm 2020\nTHÔNG TƯ\nVề nghề gốm\n\nCăn cứ Luật Dược;\n\n"
        "Điều 1. Mẫu XÁC THỰC VĂN BẢN HỢP NHẤT\nTheo mẫu của Văn bản hợp nhất số 4/VBHN-BYT."
    )
    header = read(text).header
    assert (header.type, header.number) == ("Thông tư", "50/2020/TT-BYT")


def test_what_the_text_calls_itself_is_no_other_document() -> None:
    extraction = read(LETTERHEAD + HEAD.format("") + STATEMENT)
    assert [one.document for one in extraction.mentions if one.text == "Thông tư này"] == ["this"]
