"""Heads in one sentence: in collections, in old gazettes, of courts; and headlines that look like them."""

from __future__ import annotations

import pytest

from legalkg.extractors.model import Header
from tests.extractors.extraction_factories import read

BASIS = "\n\nCăn cứ Luật Tổ chức Chính phủ;\nĐiều 1. Giao việc.\n"


def header(text: str) -> Header:
    return read(text).header


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NGHỊ QUYẾT SỐ 41 NQ/HĐNN8 NGÀY 12-4-1989 CỦA HỘI ĐỒNG NHÀ NƯỚC\n"
            "VỀ VIỆC LẬP ĐOÀN KIỂM TRA\nHỘI ĐỒNG NHÀ NƯỚC",
            ("Nghị quyết", "41-NQ/HĐNN8", "1989-04-12", "Hội đồng Nhà nước", "LẬP ĐOÀN KIỂM TRA"),
        ),
        (
            "QUYẾT ĐỊNH\n\nCỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 77/HĐBT\nNGÀY 5-6-1983 VỀ VIỆC CHIA HUYỆN\nA THÀNH HAI HUYỆN\n\n"
            "HỘI ĐỒNG BỘ TRƯỞNG",
            ("Quyết định", "77/HĐBT", "1983-06-05", "Hội đồng Bộ trưởng", "CHIA HUYỆN A THÀNH HAI HUYỆN"),
        ),
        (
            "SẮC LỆNH\nLUẬT SỐ 105-SL/L-007 NGÀY 2-7-1957 QUY ĐỊNH QUYỀN HỘI HỌP\n"
            "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ\n"
            "RA SẮC LỆNH:",
            (
                "Sắc lệnh",
                "105-SL/L-007",
                "1957-07-02",
                "Chủ tịch nước Việt Nam dân chủ cộng hoà",
                "QUY ĐỊNH QUYỀN HỘI HỌP",
            ),
        ),
        (
            "Tin ngày 3/5.\nNGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về đổi mới công tác thanh niên ----- |\n"
            "I- TÌNH HÌNH\nNhững năm qua.",
            ("Nghị quyết", None, None, "Bộ Chính trị", "đổi mới công tác thanh niên"),
        ),
    ],
)
def test_heads_in_capitals(text: str, expected: tuple[str | None, ...]) -> None:
    found = header(text + BASIS)
    assert (found.type, found.number, found.date, found.issuer, found.title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TOÀ ÁN NHÂN DÂN TỈNH A\n\n"
            "BẢN ÁN 12/2020/DS-PT NGÀY 03/02/2020 VỀ TRANH CHẤP HỢP ĐỒNG VAY\n\n"
            "Ngày 03 tháng 02 năm 2020,",
            ("Bản án", "12/2020/DS-PT", "2020-02-03", "TRANH CHẤP HỢP ĐỒNG VAY"),
        ),
        (
            "TÒA ÁN NHÂN DÂN HUYỆN B TỈNH A\n"
            "Bản án số: 5/2021/HNGĐ-ST. Ngày: 9/8/2021 “V/v ly hôn, nuôi con”.\n\nNHÂN DANH\n",
            ("Bản án", "5/2021/HNGĐ-ST", "2021-08-09", "ly hôn, nuôi con"),
        ),
        (
            "TÒA ÁN NHÂN DÂN HUYỆN B\nBản án số: 7/2019/HS-ST\nNgày 20-01-2019\nNHÂN DANH\n"
            "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
            ("Bản án", "7/2019/HS-ST", "2019-01-20", None),
        ),
        (
            "ÁN LỆ SỐ 90/2024/AL\nVỀ HỢP ĐỒNG ĐẶT CỌC\n\n"
            "Được Hội đồng Thẩm phán Tòa án nhân dân tối cao thông qua ngày 06/4/2024\n",
            ("Án lệ", "90/2024/AL", "2024-04-06", "HỢP ĐỒNG ĐẶT CỌC"),
        ),
    ],
)
def test_courts(text: str, expected: tuple[str | None, ...]) -> None:
    found = header(text + "Xét thấy yêu cầu có căn cứ.\n")
    assert (found.type, found.number, found.date, found.title) == expected
    assert (found.issuer or "").replace("Toà", "Tòa").startswith(("Tòa án nhân dân", "Hội đồng Thẩm phán"))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 41-NQ/TW ngày 10/10/2023 của Bộ Chính trị về doanh nhân\n\nBáo A đưa tin.",  # a headline
        "Bản án 53/2018/DS-PT ngày 16/03/2018 được nhiều báo nhắc tới.\n\nPhóng viên viết:",  # no court above
        "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về doanh nhân là chủ đề của bài viết hôm nay trên báo\nTác giả viết.",
        "CÁC NGHỊ QUYẾT SỐ 10-NQ/TW VÀ 11-NQ/TW\n\nBài viết nêu.",
    ],
)
def test_headlines_are_no_heads(text: str) -> None:
    assert header(text) == Header()


def test_a_head_in_small_letters_is_shown_by_the_legal_basis_below() -> None:
    found = header("Quyết định về việc xây dựng tủ sách\nThủ tướng Chính phủ\nCăn cứ Luật Thư viện;\nĐiều 1. A.")
    assert (found.type, found.issuer, found.title) == ("Quyết định", "Thủ tướng Chính phủ", "xây dựng tủ sách")


def test_the_annex_of_another_decision_is_not_its_own() -> None:
    found = header(
        "Quyết định về việc sửa đổi chế độ đi học\nỦy ban nhân dân tỉnh Cà Mau\nCăn cứ Luật Thư viện;\n"
        "Điều 1. Sửa đổi quy định ban hành kèm theo Quyết định số 51/QĐ-UB ngày 2/3/2002."
    )
    assert found.number is None


def test_a_headline_with_an_organ_below_is_no_head() -> None:
    assert header("Quyết định về việc xây dựng tủ sách\nThủ tướng Chính phủ vừa ký ban hành.\n") == Header()
