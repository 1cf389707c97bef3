"""What a document says that it is, in the layouts of real files."""

from __future__ import annotations

import pytest

from legalkg.extractors.model import Header
from tests.extractors.extraction_factories import document, letter, read


def header(text: str) -> Header:
    return read(text).header


def facts(text: str) -> tuple[str | None, str | None, str | None, str | None, str | None]:
    found = header(text)
    return found.type, found.number, found.date, found.place, found.issuer


PARTY = (
    "TỈNH ỦY CÀ MAU\nBAN TUYÊN GIÁO\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 15-HD/BTGTU\n\n"
    "Cà Mau, ngày 05 tháng 3 năm 2025\n\nHƯỚNG DẪN\ncông tác tuyên truyền năm 2025\n\n1. Mục đích\n"
)


def test_party_guidance() -> None:
    found = header(PARTY)
    assert (found.type, found.number, found.date, found.place) == ("Hướng dẫn", "15-HD/BTGTU", "2025-03-05", "Cà Mau")
    assert found.title == "công tác tuyên truyền năm 2025"
    assert found.issuer is not None
    assert found.issuer.lower() == "ban tuyên giáo tỉnh ủy cà mau"


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBỘ CHÍNH TRỊ", "Bộ Chính trị"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN BÍ THƯ", "Ban Bí thư"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"),
        ("THÀNH ỦY HÀ NỘI", "Thành ủy Hà Nội"),
        ("ĐẢNG BỘ TỈNH CÀ MAU\nHUYỆN ỦY NĂM CĂN", "Huyện ủy Năm Căn"),
        ("TỈNH ỦY CÀ MAU\nBAN TUYÊN GIÁO", "Ban Tuyên giáo Tỉnh ủy Cà Mau"),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "Cục Thuế"),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        ("CHÍNH PHỦ", "Chính phủ"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("QUỐC HỘI", "Quốc hội"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH CÀ MAU", "Hội đồng nhân dân tỉnh Cà Mau"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"),
        ("ỦY BAN NHÂN DÂN TỈNH CÀ MAU\nSỞ TÀI CHÍNH", "Sở Tài chính"),
        ("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "Ngân hàng Nhà nước Việt Nam"),
        ("NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM", "Ngân hàng Nhà nước Việt Nam"),
        ("THỦ TƯỚNG\nCHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
    ],
)
def test_issuers(letterhead: str, issuer: str) -> None:
    assert header(document(issuer=letterhead)).issuer == issuer


def test_a_union_prints_its_name_in_the_other_column() -> None:
    text = document(issuer="BAN CHẤP HÀNH TRUNG ƯƠNG\n***", number="15-QĐ/TWĐTN").replace(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 15-QĐ/TWĐTN\n",
        "Số: 15-QĐ/TWĐTN\n\nĐOÀN TNCS HỒ CHÍ MINH\n",
    )
    assert header(text).issuer == "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh"


@pytest.mark.parametrize(
    ("speaker", "issuer"),
    [
        ("QUỐC HỘI", "Quốc hội"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau"),
        ("QUYẾT ĐỊNH:", None),
        ("I. MỤC ĐÍCH", None),
    ],
)
def test_without_letterhead_the_body_below_the_title_issues(speaker: str, issuer: str | None) -> None:
    assert header(f"QUYẾT ĐỊNH\nVề công tác cán bộ\n\n{speaker}\n\nCăn cứ Luật Đất đai;\n").issuer == issuer


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Sở Nội vụ có ý kiến như sau:", "Sở Nội vụ"),
        ("Thực hiện kế hoạch, Sở Nội vụ đề nghị các xã báo cáo.", "Sở Nội vụ"),
        ("Giao cho nhiều bên.\n8. Cục Báo chí, Cục Phát thanh và Thông tin điện tử làm.", None),
        ("Sau này, Chính phủ sẽ quyết định việc này.", None),
        ("Khi cần, Nhà nước quyết định trưng mua.", None),
    ],
)
def test_without_letterhead_the_body_that_speaks_issues(sentence: str, issuer: str | None) -> None:
    assert header(f"Kính gửi: Các xã.\n\n{sentence}\n").issuer == issuer


def test_two_organs_the_lower_one_issues() -> None:
    text = document(issuer="ỦY BAN NHÂN DÂN TỈNH CÀ MAU\nSỞ NỘI VỤ", number="15/QĐ-SNV")
    assert facts(text)[1:] == ("15/QĐ-SNV", "2025-12-05", "Cà Mau", "Sở Nội vụ")


@pytest.mark.parametrize("mark", ["V/v", "V/V", "v/v", "Vv"])
def test_letters(mark: str) -> None:
    found = header(letter("Có ý kiến như sau:\n\n1. Đồng ý.").replace("V/v", mark))
    assert (found.type, found.number, found.title) == ("Công văn", "15/UBND-NC", "trả lời kiến nghị")
    assert (found.date, found.issuer) == ("2025-12-05", "Ủy ban nhân dân tỉnh Cà Mau")
    assert found.recipients == ("Sở Nội vụ",)


def test_a_letter_of_a_body_whose_code_is_a_type() -> None:
    """CT is the tax department here, not a directive."""
    found = header(letter("Như sau:\n\n1. Đồng ý.", number="5363/CT-CS"))
    assert (found.type, found.number) == ("Công văn", "5363/CT-CS")


@pytest.mark.parametrize(
    "text",
    [
        "Cán bộ, đảng viên học tập Nghị quyết số 57-NQ/TW của Bộ Chính trị.",
        "Nghị quyết của Bộ Chính trị rất rõ.",
        "",
        "Quyết định này có hiệu lực từ ngày ký.",
        "Cán bộ học tập, quán triệt đầy đủ các nội dung của\nNghị quyết số 57-NQ/TW của Bộ Chính trị.",
        "Cán bộ học tập, quán triệt đầy đủ Nghị quyết\nsố 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Cán bộ học tập các nội dung nêu tại Tờ trình\nsố 57/TTr-SNV và báo cáo.",
        "Theo **Quyết định số 12/QĐ-UBND** thì phải làm.",
        "Nghị quyết số 18-NQ/TW, số 19-NQ/TW của Trung ương.",
        "- Quyết định số 12/QĐ-UBND về giá đất;\n- Quyết định số 13/QĐ-UBND về phí.",
        "Căn cứ:\nLuật số 31/2024/QH15;\nNghị định số 102/2024/NĐ-CP.",
        "Căn cứ:\nLuật số 31/2024/QH15\nNghị định số 102/2024/NĐ-CP\n",
        "VĂN BẢN LIÊN QUAN\n\nQuyết định số 12/QĐ-UBND\nQuyết định số 13/QĐ-UBND\n",
        "# Quyết định số 12/QĐ-UBND\n\nTỉnh đã ban hành quyết định này.",
        "Thông tư số 15/2020/TT-BTC ngày 03/02/2020.",
        "**THỰC HIỆN KẾT LUẬN\nSỐ 57-KL/TW NGÀY 15/6/2023 CỦA BỘ CHÍNH TRỊ**\n\nCác cấp triển khai.",
        "| 1 | Quyết định số 12/QĐ-UBND | về giá đất |",
        "Nội dung đã nêu tại văn bản\nSố 12/QĐ-UBND của tỉnh.",
        "Trả lời Công văn\nSố: 12/UBND-NC, Sở có ý kiến.",
    ],
)
def test_a_passage_has_no_header(text: str) -> None:
    assert header(text) == Header()


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\nChuyển đổi số năm 2025\n\nI. MỤC ĐÍCH\n\nTriển khai đồng bộ, hiệu quả các nhiệm vụ của\n"
        "Nghị quyết số 57-NQ/TW của Bộ Chính trị.",
        "KẾ HOẠCH\nChuyển đổi số năm 2025\n\nI. MỤC ĐÍCH\n\nTriển khai Nghị quyết số 57-NQ/TW của Bộ Chính trị.",
    ],
)
def test_a_document_without_number_takes_none_from_its_text(text: str) -> None:
    assert header(text).number is None


@pytest.mark.parametrize(
    ("article", "effective"),
    [
        ("Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 12 năm 2025.", "2025-12-20"),
        ("Quyết định này có hiệu lực từ ngày 20/12/2025.", "2025-12-20"),
        ("Quyết định này có hiệu lực kể từ ngày ký.", "2025-12-05"),
        ("Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.", "2025-12-05"),
        ("Giấy phép có hiệu lực từ ngày 20/12/2025.", None),
        ("Quyết định này được gửi ngày 20/12/2025.", None),
        ("Quyết định này có hiệu lực từ ngày 31/02/2026.", None),
        ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", "2025-12-15"),
        ("Quyết định này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký ban hành.", "2026-01-19"),
        ("Quyết định này có hiệu lực thi hành sau 15 (mười lăm) ngày kể từ ngày ký.", "2025-12-20"),
        ("Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.", None),
        ("Quyết định này được tỉnh thông qua ngày 04/12/2025 và có hiệu lực từ ngày 20/12/2025.", "2025-12-20"),
        ("Giá theo Quyết định số 10/QĐ-UBND có hiệu lực từ ngày 20/12/2025.", None),
        ("Thực hiện khi Luật có hiệu lực từ ngày 20/12/2025.", None),
    ],
)
def test_effective_date(article: str, effective: str | None) -> None:
    assert header(document(f"Điều 1. {article}\n")).effective == effective


def test_a_letter_takes_no_effect() -> None:
    assert header(letter("Nghị định này có hiệu lực từ ngày 20/12/2025.")).effective is None


def test_a_document_dated_by_its_month_has_no_day_of_effect() -> None:
    text = document("Điều 1. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", date="     tháng 12 năm 2025")
    assert header(text).effective is None


def test_a_law_takes_the_date_on_which_it_was_passed() -> None:
    text = (
        "QUỐC HỘI\n\nLuật số: 31/2024/QH15\n\nLUẬT\nĐẤT ĐAI\n\nĐiều 1. A.\n\nLuật này được Quốc hội nước Cộng hòa xã"
        " hội chủ nghĩa Việt Nam khóa XV, kỳ họp bất thường lần thứ 5 thông qua ngày 18 tháng 01 năm 2024.\n"
    )
    found = header(text)
    assert (found.type, found.number, found.date) == ("Luật", "31/2024/QH15", "2024-01-18")


def test_spans_point_to_the_fields() -> None:
    text = document()
    spans = {name: text[span.start : span.end] for name, span in header(text).spans.items()}
    assert spans["number"] == "15/QĐ-UBND"
    assert spans["date"] == "ngày 05 tháng 12 năm 2025"
    assert spans["place"] == "Cà Mau"
    assert "QUYẾT ĐỊNH" in spans["type"]
    assert spans["title"] == "Về công tác cán bộ"
