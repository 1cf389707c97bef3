"""Issuers as letterheads print them."""

from __future__ import annotations

import pytest
from extraction_factories import fault

from extractors.issuers import letterhead_issuer, normal_case


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("BỘ TÀI CHÍNH", "BỘ TÀI CHÍNH"),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "CỤC THUẾ"),
        ("ỦY BAN NHÂN\nDÂN\nTỈNH HÀ TĨNH", "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH CÀ MAU", "HỘI ĐỒNG NHÂN DÂN TỈNH CÀ MAU"),
        fault("the Prime Minister over two lines", "THỦ TƯỚNG\nCHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ"),
        ("BỘ GIÁO DỤC VÀ\nĐÀO TẠO", "BỘ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("THÀNH ỦY HÀ NỘI\nBAN TUYÊN GIÁO", "BAN TUYÊN GIÁO THÀNH ỦY HÀ NỘI"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN BÍ THƯ", "BAN BÍ THƯ"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TUYÊN GIÁO", "BAN TUYÊN GIÁO TRUNG ƯƠNG"),
        ("CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CHÍNH PHỦ"),
        ("CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CHÍNH PHỦ"),
        ("TỈNH ỦY CÀ MAU ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY CÀ MAU"),
        ("| **BỘ TÀI CHÍNH** | CỘNG HÒA |", "BỘ TÀI CHÍNH"),
        ("Trang chủ\nTin tức\nBỘ TÀI CHÍNH\n*", "BỘ TÀI CHÍNH"),
    ],
)
def test_letterhead(letterhead: str, issuer: str) -> None:
    assert letterhead_issuer(letterhead) == issuer


@pytest.mark.parametrize(
    "letterhead", ["", "Bộ Tài chính", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập", "***\n---", "TIN NÓNG HÔM NAY"]
)
def test_no_body(letterhead: str) -> None:
    assert letterhead_issuer(letterhead) is None


@pytest.mark.parametrize(
    ("capitals", "normal"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("HỘI ĐỒNG NHÂN DÂN XÃ LƯƠNG MINH", "Hội đồng nhân dân xã Lương Minh"),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        ("SỞ XÂY DỰNG", "Sở Xây dựng"),
        ("CỤC THUẾ", "Cục Thuế"),
        fault("a committee's place", "BAN TUYÊN GIÁO THÀNH ỦY HÀ NỘI", "Ban Tuyên giáo Thành ủy Hà Nội"),
        fault("a committee's name", "TỈNH ỦY CÀ MAU", "Tỉnh ủy Cà Mau"),
        ("BAN BÍ THƯ", "Ban Bí thư"),
        ("Bộ Tài chính", "Bộ Tài chính"),
    ],
)
def test_normal_case(capitals: str, normal: str) -> None:
    assert normal_case(capitals) == normal


def test_the_text_knows_how_a_name_is_written() -> None:
    assert normal_case("ĐẢNG ỦY SỞ Y TẾ", "Nay Đảng ủy\nSở Y tế yêu cầu") == "Đảng ủy Sở Y tế"
