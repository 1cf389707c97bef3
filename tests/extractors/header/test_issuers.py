"""Issuers as letterheads print them."""

from __future__ import annotations

import pytest

from legalkg.extractors.header.issuers import letterhead_issuer, normal_case, read_letterhead


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("BỘ TÀI CHÍNH", "BỘ TÀI CHÍNH"),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "CỤC THUẾ"),
        ("ỦY BAN NHÂN\nDÂN\nTỈNH HÀ TĨNH", "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH CÀ MAU", "HỘI ĐỒNG NHÂN DÂN TỈNH CÀ MAU"),
        ("THỦ TƯỚNG\nCHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ"),
        ("BỘ GIÁO DỤC VÀ\nĐÀO TẠO", "BỘ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM", "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM"),
        ("BẢO HIỂM\nXÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI VIỆT NAM"),
        ("BỘ XÂY DỰNG\nCỘNG HÒA\nXÃ HỘI CHỦ NGHĨA\nVIỆT NAM", "BỘ XÂY DỰNG"),
        ("BỘ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\nĐộc lập", "BỘ XÂY DỰNG"),
        ("CHỦ TỊCH\nỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU"),
        ("ỦY BAN THƯỜNG VỤ\\      CỘNG HÒA XÃ HỘI\nQUỐC HỘI\\      Độc lập", "ỦY BAN THƯỜNG VỤ QUỐC HỘI"),
        ("CHÍNH PHỦ Số: 15/2025/NĐ-CP", "CHÍNH PHỦ"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\n***\nĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH"),
        ("ỦY BAN MTTQ VIỆT NAM\nXÃ A" + "\n" * 40 + "BAN THƯỜNG TRỰC", "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ A"),
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
        ("BAN TUYÊN GIÁO THÀNH ỦY HÀ NỘI", "Ban Tuyên giáo Thành ủy Hà Nội"),
        ("TỈNH ỦY CÀ MAU", "Tỉnh ủy Cà Mau"),
        ("HUYỆN ỦY NĂM CĂN", "Huyện ủy Năm Căn"),
        ("ĐẢNG ỦY XÃ LƯƠNG MINH", "Đảng ủy xã Lương Minh"),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW", "Đảng ủy Khối các cơ quan TW"),
        ("ĐẢNG ỦY SỞ Y TẾ", "Đảng ủy Sở Y tế"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai"),
        (
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ LƯƠNG MINH",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Lương Minh",
        ),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH BẮC NINH", "Ban Quản lý các Khu công nghiệp tỉnh Bắc Ninh"),
        ("ỦY BAN BẦU CỬ XÃ PHỐ BẢNG", "Ủy ban Bầu cử xã Phố Bảng"),
        ("KHO BẠC NHÀ NƯỚC KHU VỰC VI", "Kho bạc Nhà nước khu vực VI"),
        ("BẢO HIỂM XÃ HỘI TỈNH CÀ MAU", "Bảo hiểm xã hội tỉnh Cà Mau"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỘI AN", "Ủy ban nhân dân thành phố Hội An"),
        ("BAN BÍ THƯ", "Ban Bí thư"),
        ("Bộ Tài chính", "Bộ Tài chính"),
        ("SỞ Y TẾ HÀ NỘI", "Sở Y tế Hà Nội"),
        ("CHI CỤC THUẾ THỦ ĐÔ", "Chi cục Thuế thủ đô"),
    ],
)
def test_normal_case(capitals: str, normal: str) -> None:
    assert normal_case(capitals) == normal


def test_the_text_knows_how_a_name_is_written() -> None:
    assert normal_case("ĐẢNG ỦY SỞ Y TẾ", "Nay Đảng ủy\nSở Y tế yêu cầu") == "Đảng ủy Sở Y tế"


@pytest.mark.parametrize(
    ("letterhead", "superior"),
    [
        ("ĐẢNG BỘ TỈNH SƠN LA\nĐẢNG ỦY XÃ CHIỀNG HOA", "ĐẢNG BỘ TỈNH SƠN LA"),
        ("UBND TỈNH SƠN LA\nSỞ NỘI VỤ", "UBND TỈNH SƠN LA"),
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", None),
        ("BỘ TÀI CHÍNH -\nBỘ NỘI VỤ", None),  # they issue together
    ],
)
def test_the_body_above(letterhead: str, superior: str | None) -> None:
    found = read_letterhead(letterhead)
    assert found is not None
    assert found.superior == superior
