"""The title of a document: below its type, or the subject of a letter."""

from __future__ import annotations

import pytest

from legalkg.extractors.model import Header
from tests.extractors.extraction_factories import document, letter, read


def header(text: str) -> Header:
    return read(text).header


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Về công tác cán bộ", "Về công tác cán bộ"),
        ("Về việc ban hành quy chế", "ban hành quy chế"),
        ("V/v ban hành quy chế", "ban hành quy chế"),
        ("BAN HÀNH QUY CHẾ\nLÀM VIỆC", "BAN HÀNH QUY CHẾ LÀM VIỆC"),
        ("Ban hành quy chế\nlàm việc của tỉnh", "Ban hành quy chế làm việc của tỉnh"),
        ("Sửa đổi một số điều của Quyết định số 10/QĐ-UBND", "Sửa đổi một số điều của Quyết định số 10/QĐ-UBND"),
        ("**Ban hành quy chế**", "Ban hành quy chế"),
    ],
)
def test_titles(title: str, expected: str) -> None:
    found = header(document("Căn cứ Luật Đất đai;\n\nĐiều 1. A.", title=title))
    assert found.title == expected


@pytest.mark.parametrize(
    "body",
    [
        "Căn cứ Luật Đất đai;\n\nĐiều 1. A.",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Đất đai;\n\nĐiều 1. A.",
        "ỦY BAN NHÂN DÂN TỈNH CÀ MAU\n\nCăn cứ Luật Đất đai;\n\nĐiều 1. A.",
        "Điều 1. A.",
        "I. MỤC ĐÍCH\n\nA.",
        "1. MỤC ĐÍCH\n\nA.",
        "I. Mục đích\n\nA.",
        "Thực hiện Nghị quyết số 57-NQ/TW, tỉnh ban hành kế hoạch.",
    ],
)
def test_a_title_ends_where_the_text_begins(body: str) -> None:
    assert header(document(body, title="Ban hành quy chế")).title == "Ban hành quy chế"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Những năm qua, công tác này đạt kết quả.",
        "Công tác này đạt kết quả. Tuy nhiên, còn hạn chế",
        "Công tác này đạt kết quả" + " và còn nhiều việc phải làm" * 12,
    ],
)
def test_a_title_is_no_sentence(paragraph: str) -> None:
    text = document("I. A", kind="CHỈ THỊ", title=f"về công tác cán bộ\n{paragraph}")
    assert header(text).title == "về công tác cán bộ"


def test_a_title_may_go_on_with_a_name() -> None:
    title = "Quy định Bảng giá đất trên địa bàn tỉnh Đắk\nLắk"
    assert header(document("Căn cứ Luật A;", title=title)).title == "Quy định Bảng giá đất trên địa bàn tỉnh Đắk Lắk"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("trả lời kiến nghị", "trả lời kiến nghị"),
        ("trả lời kiến nghị\ncủa cử tri", "trả lời kiến nghị của cử tri"),
        ("thực hiện Công điện số 99/CĐ-TTg", "thực hiện Công điện số 99/CĐ-TTg"),
    ],
)
def test_subjects_of_letters(subject: str, title: str) -> None:
    assert header(letter("Như sau:\n\n1. A.", subject=subject)).title == title


def test_a_letter_of_the_party_has_its_subject_below_the_number() -> None:
    text = "TỈNH ỦY CÀ MAU\n*\nSố 782 -CV/ĐU\nVề thực hiện công tác\nđối ngoại\n\nKính gửi: Các chi bộ\n\nThực hiện.\n"
    assert header(text).title == "thực hiện công tác đối ngoại"


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("CỦA BỘ CHÍNH TRỊ\nvề đột phá phát triển khoa học", "về đột phá phát triển khoa học"),
        ("CỦA BAN THƯỜNG VỤ\nTHÀNH ỦY\nvề thông tin đối ngoại", "về thông tin đối ngoại"),
        ("CỦA BAN CHẤP HÀNH TRUNG ƯƠNG\n(khóa XIII)\nvề thông tin đối ngoại", "về thông tin đối ngoại"),
        ("CỦA BỘ CHÍNH TRỊ\nVỀ THÔNG TIN ĐỐI NGOẠI", "VỀ THÔNG TIN ĐỐI NGOẠI"),
        ("HỘI NGHỊ LẦN THỨ SÁU\nBAN CHẤP HÀNH TRUNG ƯƠNG\nvề thông tin đối ngoại", "về thông tin đối ngoại"),
        ("CỦA QUỐC HỘI SỐ 28/2001/QH10 NGÀY 29 THÁNG 6 NĂM 2001\nVỀ DI SẢN VĂN HÓA", "VỀ DI SẢN VĂN HÓA"),
        ("CỦA QUỐC HỘI SỐ 09/1998/QH10\nKHIẾU NẠI, TỐ CÁO", "KHIẾU NẠI, TỐ CÁO"),
        ("DI SẢN VĂN HÓA\nCỦA QUỐC HỘI KHÓA XII, KỲ HỌP THỨ 5", "DI SẢN VĂN HÓA"),
        ("CỦA BỘ CHÍNH TRỊ", None),
        ("KẾT LUẬN CỦA PHÓ THỦ TƯỚNG\nTẠI CUỘC HỌP VỀ GIÁ", "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TẠI CUỘC HỌP VỀ GIÁ"),
        ("CỦA PHÓ THỦ TƯỚNG TẠI CUỘC HỌP VỀ GIÁ", "CỦA PHÓ THỦ TƯỚNG TẠI CUỘC HỌP VỀ GIÁ"),
        ("BÃI BỎ THÔNG TƯ CỦA BỘ TÀI CHÍNH VỀ GIÁ", "BÃI BỎ THÔNG TƯ CỦA BỘ TÀI CHÍNH VỀ GIÁ"),
    ],
)
def test_the_issuer_between_type_and_title(below: str, title: str | None) -> None:
    assert header(document("I. TÌNH HÌNH\n\nA.", kind="NGHỊ QUYẾT", number="15-NQ/TW", title=below)).title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("LUẬT ĐẤT ĐAI", "ĐẤT ĐAI"),
        ("HƯỚNG DẪN VỀ THỂ THỨC VĂN BẢN", "VỀ THỂ THỨC VĂN BẢN"),
        ("# KẾ HOẠCH Thực hiện công tác dân vận", "Thực hiện công tác dân vận"),
    ],
)
def test_type_and_title_in_one_line(line: str, title: str) -> None:
    assert header(document("Điều 1. A.", kind=line, title="")).title == title


def test_a_letter_takes_no_heading_for_its_type() -> None:
    found = header(letter("BÁO CÁO KẾT QUẢ GIÁM SÁT\n\n1. A."))
    assert (found.type, found.title) == ("Công văn", "trả lời kiến nghị")


def test_a_title_that_runs_into_the_bases() -> None:
    text = document("", kind="HƯỚNG DẪN", title="THỰC HIỆN QUY CHẾ BẦU CỬ - Căn cứ Điều lệ Đảng; - Căn cứ Luật Bầu cử;")
    assert header(text).title == "THỰC HIỆN QUY CHẾ BẦU CỬ"


def test_a_document_without_title() -> None:
    assert header(document("Căn cứ Luật Đất đai;\n\nĐiều 1. A.", title="")).title is None


def test_number_and_day_behind_the_title_are_not_part_of_it() -> None:
    text = (
        "QUỐC HỘI\n****\nSố: 17-L/CTN\nHà Nội, ngày 5 tháng 8 năm 1994\n\nLUẬT\n"
        "THUẾ CHUYỂN QUYỀN SỬ DỤNG RỪNG SỐ 17-L/CTN NGÀY 05/08/1994 CỦA QUỐC HỘI\nĐiều 1. A."
    )
    assert header(text).title == "THUẾ CHUYỂN QUYỀN SỬ DỤNG RỪNG"


def test_a_number_behind_the_title_that_is_anothers_is_part_of_it() -> None:
    text = document("Điều 1. A.", title="BÃI BỎ QUYẾT ĐỊNH SỐ 12/2020/QĐ-UBND")
    assert header(text).title == "BÃI BỎ QUYẾT ĐỊNH SỐ 12/2020/QĐ-UBND"


def test_a_document_does_not_cite_itself_by_its_title() -> None:
    text = (
        "HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 09-NQ/HNDTW\nHà Nội, ngày 7 tháng 8 năm 2031\n"
        "NGHỊ QUYẾT\nHội nghị lần thứ năm Ban Chấp hành\nTrung ương Hội Nông dân Việt Nam (khóa X) về chi hội\n"
        "I. TÌNH HÌNH\n"
        "Thực hiện Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Hội Nông dân Việt Nam (khóa X)."
    )
    assert [m.kind for m in read(text).mentions] == ["self", "self", "plain"]


def test_bold_lines_are_one_title_whatever_they_begin_with() -> None:
    text = document(
        "Những năm qua, có kết quả.",
        kind="**KẾ HOẠCH**",
        title="**thực hiện Nghị quyết của**\n**Bộ Chính trị về thư viện**",
    )
    assert header(text).title == "thực hiện Nghị quyết của Bộ Chính trị về thư viện"


def test_a_line_that_ends_with_of_goes_on() -> None:
    title = "Sửa đổi nhiệm vụ thực hiện Nghị quyết số 7-NQ/TW của\nBộ Chính trị về thư viện\nCHÍNH PHỦ"
    assert header(document("Căn cứ Luật Thư viện;\n\nĐiều 1. A.", title=title)).title == (
        "Sửa đổi nhiệm vụ thực hiện Nghị quyết số 7-NQ/TW của Bộ Chính trị về thư viện"
    )
