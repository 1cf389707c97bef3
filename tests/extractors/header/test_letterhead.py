"""Letterheads in the layouts of real files: number, place, date, type, issuer."""

from __future__ import annotations

import pytest

from legalkg.extractors.model import Header
from tests.extractors.extraction_factories import document, read

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
BODY = "Điều 1. Ban hành quy chế.\n"


def header(text: str) -> Header:
    return read(text).header


def facts(text: str) -> tuple[str | None, str | None, str | None, str | None, str | None]:
    found = header(text)
    return found.type, found.number, found.date, found.place, found.issuer


STATE = ("Quyết định", "15/QĐ-UBND", "2025-12-05", "Cà Mau", "Ủy ban nhân dân tỉnh Cà Mau")

LAYOUTS = {
    "one below the other": document(),
    "issuer over three lines": document(issuer="ỦY BAN NHÂN\nDÂN\nTỈNH CÀ MAU"),
    "issuer in one line": document(issuer="ỦY BAN NHÂN DÂN TỈNH CÀ MAU"),
    "columns glued": (
        "ỦY BAN NHÂN DÂN TỈNH CÀ MAU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: 15/QĐ-UBND Cà Mau, ngày 05 tháng 12 năm 2025\nQUYẾT ĐỊNH\nVề công tác cán bộ\n{BODY}"
    ),
    "table of a Markdown file": (
        "| ỦY BAN NHÂN DÂN<br>".replace("<br>", " ") + "TỈNH CÀ MAU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        f"| Số: 15/QĐ-UBND | Cà Mau, ngày 05 tháng 12 năm 2025 |\n\n**QUYẾT ĐỊNH**\n\n"
        f"**Về công tác cán bộ**\n\n{BODY}"
    ),
    "number and date above the issuer's nation": (
        f"ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: 15/QĐ-UBND\n{NATION}\nCà Mau, ngày 05 tháng 12 năm 2025\nQUYẾT ĐỊNH\n"
        f"Về công tác cán bộ\n{BODY}"
    ),
    "without the colon": document().replace("Số: ", "Số "),
    "blanks in the number": document(number="15 /QĐ-UBND"),
    "blanks in the date": document(date="05  tháng 12  năm 2025"),
    "date glued": document(date="05 tháng 12 năm2025"),
    "date in digits": document().replace("ngày 05 tháng 12 năm 2025", "ngày 05/12/2025"),
    "rules between the lines": document().replace("Hạnh phúc", "Hạnh phúc\n_______________\n"),
    "asterisks": document(issuer="ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n*****"),
    "old tone marks": document(issuer="UỶ BAN NHÂN DÂN\nTỈNH CÀ MAU").replace("HÒA", "HOÀ"),
    "tabs": document().replace("\n\nCỘNG", "\t\tCỘNG"),
    "Windows blanks": document().replace(" ", "\u00a0"),
    "headings of Markdown": document(kind="# QUYẾT ĐỊNH"),
    "bold label": document().replace("Số: ", "**Số:** "),
    "room for the number": document(number="15   /QĐ-UBND"),
    "beside the issuer": document(issuer="ỦY BAN NHÂN DÂN TỈNH CÀ MAU").replace("MAU\n\n", "MAU Số: 15/QĐ-UBND | ", 1),
    "type and title in one line": document(kind="QUYẾT ĐỊNH VỀ CÔNG TÁC CÁN BỘ", title=""),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    assert facts(LAYOUTS[layout]) == STATE


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Luật số: 31/2024/QH15", "31/2024/QH15"),
        ("Bộ luật số: 45/2019/QH14", "45/2019/QH14"),
        ("NGHỊ QUYẾT SỐ: 57-NQ/TW", "57-NQ/TW"),
        ("Số 782 -CV/ĐU", "782-CV/ĐU"),
        ("SỐ: 15/QĐ-UBND", "15/QĐ-UBND"),
        ("**Số 15/QĐ-UBND**", "15/QĐ-UBND"),
        ("Số: 15/QĐ-UBND ngày 05 tháng 12 năm 2025", "15/QĐ-UBND"),
        ("Nghị quyết số 57-NQ/TW", None),
        ("số 57-NQ/TW", None),
    ],
)
def test_the_line_of_the_number(line: str, number: str | None) -> None:
    assert header(f"CƠ QUAN BAN HÀNH\n\n{line}\n\nNội dung.").number == number


def test_a_gazette_heads_a_law_with_its_number() -> None:
    found = header("LUẬT\nSỐ 101-SL/L.003 NGÀY 20-5-1957 QUY ĐỊNH QUYỀN TỰ DO HỘI HỌP\n\nĐiều 1. A.")
    assert (found.number, found.date, found.title) == ("101-SL/L.003", "1957-05-20", "QUY ĐỊNH QUYỀN TỰ DO HỘI HỌP")


PORTAL = (
    "Trang chủ > Văn bản chỉ đạo điều hành\nCổng thông tin điện tử\nNgày 06/12/2025, Ủy ban nhân dân tỉnh đã ban hành"
    " Quyết định số 15/QĐ-UBND thay thế Quyết định số 10/QĐ-UBND.\nTải về | In trang\n\n"
)


def test_boilerplate_of_a_portal_stands_before() -> None:
    assert facts(PORTAL + document()) == STATE


@pytest.mark.parametrize("length", [700, 3000, 9000])
def test_much_boilerplate_stands_before(length: int) -> None:
    menu = "Giới thiệu | Tin tức | Số: 99/TB-VP ngày 01 tháng 01 năm 2020 | Liên hệ\n" * (length // 70)
    assert facts(menu + document()) == STATE


WITHOUT_LETTERHEAD = [
    (
        "QUY CHẾ\nLàm việc của Ban Chỉ đạo\n(Ban hành kèm theo Quy chế số 15/QC-UBND ngày 05 tháng 12 năm 2025)\n\n"
        "Chương I\nĐiều 1. A",
        ("Quy chế", "15/QC-UBND"),
    ),
    (
        "QUYẾT ĐỊNH\nVề công tác cán bộ\n\nĐiều 1. Ban hành quy chế.\n\nPHỤ LỤC\n(Kèm theo Quyết định số 15/QĐ-UBND"
        " ngày 05/12/2025 của Ủy ban nhân dân tỉnh)",
        ("Quyết định", "15/QĐ-UBND"),
    ),
    (
        "NGHỊ QUYẾT\nSửa đổi một số nội dung của Nghị quyết số 10/2004/UBTVQH11, Luật số 15/2020/QH14",
        ("Nghị quyết", None),
    ),
    ("KẾ HOẠCH\nChuyển đổi số năm 2025\n\nI. MỤC ĐÍCH\n\nA.", ("Kế hoạch", None)),
    ("Kính gửi: Sở Nội vụ\n\nPhúc đáp Công văn số 12/SNV-TC, Ủy ban có ý kiến như sau:\n\n1. A.", ("Công văn", None)),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_LETTERHEAD)
def test_without_letterhead(text: str, expected: tuple[str, str | None]) -> None:
    found = header(text)
    assert (found.type, found.number) == expected


DRAFTS = [
    (document(number="      /QĐ-UBND", date="    tháng 01 năm 2026"), "2026-01"),
    (document(number="...../QĐ-UBND", date="..... tháng ..... năm 2026"), "2026"),
]


@pytest.mark.parametrize(("text", "date"), DRAFTS)
def test_drafts(text: str, date: str) -> None:
    found = header(text)
    assert (found.type, found.number, found.date) == ("Quyết định", None, date)


@pytest.mark.parametrize("date", ["31 tháng 02 năm 2025", "00 tháng 12 năm 2025", "05 tháng 13 năm 2025"])
def test_impossible_dates(date: str) -> None:
    assert header(document(date=date)).date is None


@pytest.mark.parametrize(
    ("kind", "number", "standard"),
    [
        ("NGHỊ QUYẾT", "15/NQ-HĐND", "Nghị quyết"),
        ("THÔNG TƯ", "15/2025/TT-BTC", "Thông tư"),
        ("THÔNG TƯ LIÊN TỊCH", "15/2015/TTLT-BTC-BNV", "Thông tư liên tịch"),
        ("THÔNG BÁO KẾT LUẬN", "15/TB-VPCP", "Thông báo"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "15-CTr/TU", "Chương trình"),
        ("Quyết định", "15/QĐ-UBND", "Quyết định"),
        ("NGHỊ\nQUYẾT", "15/NQ-HĐND", "Nghị quyết"),
        ("CÔNG ĐIỆN", "15/CĐ-TTg", "Công điện"),
        ("TỜ TRÌNH", "15/TTr-UBND", "Tờ trình"),
        ("CHỈ THỊ", "15/CT-UBND", "Chỉ thị"),
    ],
)
def test_types(kind: str, number: str, standard: str) -> None:
    found = header(document(kind=kind, number=number))
    assert (found.type, found.number) == (standard, number)


PARTY = (
    "ĐẢNG BỘ TỈNH CÀ MAU\nĐẢNG ỦY XÃ TÂN AN\n*\n{number}\n{subject}ĐẢNG CỘNG SẢN VIỆT NAM\n"
    "{place}, ngày 2 tháng 3 năm 2026\n\n"
)
LETTER = PARTY + "Kính gửi: Các chi bộ.\nĐảng ủy yêu cầu các chi bộ báo cáo.\n"


@pytest.mark.parametrize("number", ["Số      -CV/ĐU", "Số ...-CV/ĐU", "Số\t-CV/ĐU"])
def test_room_for_a_number_is_none_and_no_part_of_the_issuer(number: str) -> None:
    found = header(LETTER.format(number=number, subject="V/v báo cáo công tác\nquý I\n", place="Tân An"))
    assert (found.type, found.number, found.issuer) == ("Công văn", None, "Đảng ủy xã Tân An")
    assert found.title == "báo cáo công tác quý I"


def test_a_subject_without_a_mark() -> None:
    found = header(LETTER.format(number="Số 12-CV/ĐU", subject="Báo cáo công tác\nquý I\n\n", place="Tân An"))
    assert found.title == "Báo cáo công tác quý I"


def test_place_and_date_below_the_number_are_no_subject() -> None:
    text = "SỞ Y TẾ\nSố: 15/SYT-VP\nTân An, ngày 2 tháng 3 năm 2026\nKính gửi: Các phòng.\nSở yêu cầu báo cáo.\n"
    assert header(text).title is None


@pytest.mark.parametrize("place", ["Phường 12", "Tân Hưng 2", "Cư M'gar", "K'Bang", "A Lưới 1"])
def test_places_with_digits_and_apostrophes(place: str) -> None:
    found = header(LETTER.format(number="Số 12-CV/ĐU", subject="V/v A\n", place=place))
    assert (found.place, found.date) == (place, "2026-03-02")


@pytest.mark.parametrize("words", ["Số 12", "Điều 3", "Khoản 1"])
def test_what_is_counted_is_no_place(words: str) -> None:
    assert header(LETTER.format(number="Số 12-CV/ĐU", subject="V/v A\n", place=words)).place is None


def test_organs_that_issue_together() -> None:
    text = (
        f"VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO -\nTÒA ÁN NHÂN DÂN TỐI CAO -\nBỘ CÔNG AN\n{NATION}\n"
        f"Số: 3/2022/TTLT-VKSNDTC-TANDTC-BCA\n"
        f"Hà Nội, ngày 1 tháng 2 năm 2022\nTHÔNG TƯ LIÊN TỊCH\nVề phối hợp\n{BODY}"
    )
    assert header(text).issuer == "Viện kiểm sát nhân dân tối cao - Tòa án nhân dân tối cao - Bộ Công an"


def test_the_fuller_name_below_is_taken() -> None:
    text = (
        "HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 3/2016/NQ-HĐND | Cà Mau, ngày 1 tháng 7 năm 2016 |\n"
        "HỘI ĐỒNG NHÂN DÂN TỈNH CÀ MAU\nCăn cứ Luật Đất đai;\n"
    )
    assert header(text).issuer == "Hội đồng nhân dân tỉnh Cà Mau"


def test_the_committee_below_its_union() -> None:
    text = (
        "HỘI NÔNG DÂN VIỆT NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "BAN CHẤP HÀNH TRUNG ƯƠNG Độc lập – Tự do – Hạnh phúc\n"
        f"* Hà Nội, ngày 05 tháng 8 năm 2024\nSố 14 – NQ/HNDTW\nNGHỊ QUYẾT\nvề chi hội\n{BODY}"
    )
    assert facts(text)[1] == "14-NQ/HNDTW"
    assert facts(text)[4] == "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"


def test_the_number_of_what_a_title_amends_is_not_its_own() -> None:
    text = (
        "THÔNG TƯ\nSỬA ĐỔI QUY CHẾ BAN HÀNH KÈM THEO THÔNG TƯ SỐ 6/2024/TT-BGDĐT\nCăn cứ Luật Giáo dục;\n"
        "Điều 1. Sửa đổi Quy chế ban hành kèm theo Thông tư số 6/2024/TT-BGDĐT ngày 10 tháng 4 năm 2024.\n"
    )
    assert header(text).number is None


def test_a_portal_says_who_signed_what_it_does_not_give_whole() -> None:
    text = document(closing="")
    assert [s.name for s in header(f"Số hiệu: 15/QĐ-UBND Người ký: Lê Văn Cường\n{text}").signatures] == [
        "Lê Văn Cường"
    ]
