"""Laws, codes and ordinances cited by name."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, check, check_spans, identities, mentions, named, read


def law(name: str, date: str | None = None, number: str | None = None) -> Cited:
    return named("Luật", name, date, number=number)


KNOWN = [
    ("Theo ⟦Luật Đất đai⟧ thì khác.", law("Luật Đất đai")),
    ("Theo ⟦Luật Đất đai năm 2013⟧ thì khác.", law("Luật Đất đai", "2013")),
    ("Theo ⟦Luật Đất đai 2024⟧ thì khác.", law("Luật Đất đai", "2024")),
    ("Theo ⟦Luật Đất đai số 31/2024/QH15⟧ thì khác.", law("Luật Đất đai", None, "31/2024/QH15")),
    ("Theo ⟦Luật Đất đai (số 31/2024/QH15⟧) thì khác.", law("Luật Đất đai", None, "31/2024/QH15")),
    ("Theo ⟦Luật Đất đai ngày 18 tháng 01 năm 2024⟧ thì khác.", law("Luật Đất đai", "2024-01-18")),
    ("Theo ⟦Luật Đất đai số 31/2024/QH15 ngày 18/01/2024⟧.", law("Luật Đất đai", "2024-01-18", "31/2024/QH15")),
    ("Theo ⟦Luật Đất đai (sửa đổi) năm 2024⟧ thì khác.", law("Luật Đất đai", "2024")),
    ("Theo ⟦Luật Đất đai (2024)⟧ thì khác.", law("Luật Đất đai", "2024")),
    ("Theo ⟦Luật Đất\nđai⟧ thì khác.", law("Luật Đất đai")),
    ("Theo ⟦luật đất đai năm 2013⟧ thì khác.", law("luật đất đai", "2013")),
    ("Theo ⟦Luật đất đai⟧ thì khác.", law("Luật đất đai")),
    ("THEO ⟦LUẬT ĐẤT ĐAI⟧ THÌ KHÁC.", law("LUẬT ĐẤT ĐAI")),
    ("Theo ⟦Luật Phòng, chống tham nhũng năm 2018⟧ thì khác.", law("Luật Phòng, chống tham nhũng", "2018")),
    ("Theo ⟦Luật Hôn nhân và gia đình⟧ và gia đình họ.", law("Luật Hôn nhân và gia đình")),
    ("Theo ⟦Luật Cán bộ, công chức⟧, công chức được nghỉ.", law("Luật Cán bộ, công chức")),
    ("Theo ⟦Luật Thuế TNCN⟧ thì khác.", law("Luật Thuế TNCN")),
    ("Theo ⟦Luật Ban hành văn bản QPPL năm 2025⟧ thì khác.", law("Luật Ban hành văn bản QPPL", "2025")),
    (
        "Theo ⟦Luật Khoa học, Công nghệ và Đổi mới sáng tạo số 93/2025/QH15⟧ thì khác.",
        law("Luật Khoa học, Công nghệ và Đổi mới sáng tạo", None, "93/2025/QH15"),
    ),
    ("Theo ⟦Bộ luật Dân sự năm 2015⟧ thì khác.", named("Bộ luật", "Bộ luật Dân sự", "2015")),
    ("Theo ⟦Bộ luật Tố tụng dân sự⟧ thì khác.", named("Bộ luật", "Bộ luật Tố tụng dân sự")),
    ("Theo ⟦BLDS 2015⟧ thì khác.", named("Bộ luật", "BLDS", "2015")),
    ("Theo ⟦BLTTHS⟧ thì khác.", named("Bộ luật", "BLTTHS")),
    (
        "Theo ⟦Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14⟧ thì khác.",
        named("Pháp lệnh", "Pháp lệnh Ưu đãi người có công với cách mạng", None, number="02/2020/UBTVQH14"),
    ),
]


@pytest.mark.parametrize(("row", "expected"), KNOWN)
def test_known_names(row: str, expected: Cited) -> None:
    check(row, [expected])


UNKNOWN = [
    ("Theo ⟦Luật Vũ trụ quốc gia⟧ thì khác.", law("Luật Vũ trụ quốc gia")),
    ("Theo ⟦Luật Vũ trụ năm 2031⟧ thì khác.", law("Luật Vũ trụ", "2031")),
    ("Theo ⟦Luật Vũ trụ⟧ và các văn bản khác.", law("Luật Vũ trụ")),
    ("Theo ⟦Luật Vũ trụ⟧ được Quốc hội thông qua.", law("Luật Vũ trụ")),
    ("Theo ⟦Luật Vũ trụ⟧, Chính phủ quyết định.", law("Luật Vũ trụ")),
    (
        "Theo ⟦Luật Vũ trụ, Hàng không và Sao Hỏa số 99/2031/QH18⟧ thì khác.",
        law("Luật Vũ trụ, Hàng không và Sao Hỏa", None, "99/2031/QH18"),
    ),
]


@pytest.mark.parametrize(("row", "expected"), UNKNOWN)
def test_names_that_the_register_lacks(row: str, expected: Cited) -> None:
    check(row, [expected])


@pytest.mark.parametrize(
    "row",
    [
        "Theo pháp luật và luật pháp quốc tế thì khác.",
        "Theo pháp luật hình sự, luật dân sự thì khác.",
        "Anh học Trường Đại học Luật Hà Nội, ngành Luật Kinh tế.",
        "Luật sư Nguyễn Văn An và Công ty Luật Minh Khuê.",
        "Có luật chơi mới; kỷ luật Đảng viên; quy luật Cung cầu.",
        "Luật quy định rõ việc này.",
        "Luật Việt Nam và luật nước ngoài khác nhau.",
        "Kỷ luật Lao động và Luật được áp dụng.",
        "Kỷ luật Đảng và Luật được áp dụng.",
        "Khoa Luật Dân sự mở lớp.",
        "Hội Luật Gia Hà Tĩnh họp.",
        "Các văn bản hướng dẫn Luật về khóa sổ.",
        "Các Luật chuyên ngành và Bộ luật khác.",
        "Loại văn bản\tLuật\nCơ quan ban hành\tQUỐC HỘI",
    ],
)
def test_no_law(row: str) -> None:
    check_spans(row)


LISTS = [
    ("Theo ⟦Luật Giáo dục⟧, ⟦Luật Viên chức⟧ và ⟦Luật Cán bộ, công chức⟧.", 3),
    ("Theo ⟦Luật Thuế giá trị gia tăng⟧, ⟦Luật Thuế thu nhập doanh nghiệp⟧, ⟦Luật Thuế TNCN⟧.", 3),
    ("Theo ⟦Luật Đất đai năm 2013⟧ và ⟦Luật Đất đai năm 2024⟧.", 2),
    ("Theo ⟦Luật Vũ trụ⟧ và ⟦Luật Sao Hỏa⟧.", 2),
    ("Theo ⟦Bộ luật Dân sự⟧, ⟦Bộ luật Lao động⟧ và ⟦Pháp lệnh Cảnh vệ⟧.", 3),
]


@pytest.mark.parametrize(("row", "count"), LISTS)
def test_lists(row: str, count: int) -> None:
    check_spans(row)
    assert len(set(identities(row.replace("⟦", "").replace("⟧", "")))) == count


AMENDING = [
    (
        "Theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 34/2018/QH14.",
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 34/2018/QH14",
        ["Luật Đất đai"],
    ),
    (
        "Theo Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số"
        " 47/2019/QH14.",
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số"
        " 47/2019/QH14",
        ["Luật Tổ chức Chính phủ", "Luật Tổ chức chính quyền địa phương"],
    ),
    (
        "Theo Luật sửa đổi, bổ sung Điều 126 của Luật Nhà ở năm 2009.",
        "Luật sửa đổi, bổ sung Điều 126 của Luật Nhà ở năm 2009",
        ["Luật Nhà ở"],
    ),
    (
        "Theo Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự ngày 20 tháng 6 năm 2017.",
        "Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự ngày 20 tháng 6 năm 2017",
        ["Bộ luật Hình sự"],
    ),
]


@pytest.mark.parametrize(("text", "outer", "inner"), AMENDING)
def test_amending_laws_hold_the_names_of_others(text: str, outer: str, inner: list[str]) -> None:
    found = mentions(read(text))
    assert [(m.text, m.kind) for m in found] == [(outer, "plain"), *((name, "nested") for name in inner)]
    assert len({m.document for m in found}) == len(found)


def test_a_law_beside_an_amending_law_stays_beside() -> None:
    text = "Theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 34/2018/QH14 và Luật Nhà ở."
    assert [(m.text, m.kind) for m in mentions(read(text))][2] == ("Luật Nhà ở", "plain")


@pytest.mark.parametrize(
    "row",
    [
        "Theo ⟦Luật sửa đổi, bổ sung một số điều của 11 luật liên quan đến quy hoạch số 35/2018/QH14⟧ thì khác.",
        "Theo ⟦Luật sửa đổi, bổ sung một số điều của các luật có liên quan đến đầu tư xây dựng cơ bản năm 2009⟧.",
    ],
)
def test_laws_that_amend_many(row: str) -> None:
    check_spans(row)


@pytest.mark.parametrize(
    "row",
    [
        "Theo ⟦Công ước Liên hợp quốc về Luật Biển năm 1982⟧ thì khác.",
        "Theo ⟦Công ước của Liên hợp quốc về Luật Biển⟧ thì khác.",
        "Theo ⟦Luật Biển Việt Nam năm 2012⟧ thì khác.",
    ],
)
def test_law_of_the_sea(row: str) -> None:
    check_spans(row)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Luật Đất đai quy định người sử dụng đất phải nộp tiền.",
        "Nay Luật Vũ trụ quốc gia quy định như sau.",
        "Theo Luật Đất đai thì khác.",
    ],
)
def test_what_a_law_says_is_no_title(text: str) -> None:
    assert [d.title for d in read(text).documents] == [None]


@pytest.mark.parametrize(
    "row",
    [
        "Theo ⟦Luật Dự bị động viên⟧ thì khác.",
        "Theo ⟦Pháp lệnh thi hành dân sự⟧ thì khác.",
        "Pháp lệnh được ban hành. Pháp lệnh phải rõ ràng hơn.",
        "Theo ⟦Luật Vũ trụ⟧ bị bãi bỏ.",
        "Đưa dự án ⟦Luật Chứng thực⟧ vào Chương trình.",
        "Theo ⟦Luật Vũ trụ⟧ ⟦Luật Đất đai⟧ thì khác.",
    ],
)
def test_where_an_unknown_name_ends(row: str) -> None:
    check_spans(row)


def test_who_passes_an_amending_law_gives_the_number_of_the_law_that_it_amends() -> None:
    text = "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Thanh tra số 11/2022/QH15."
    extraction = read(text)
    assert [(m.text, m.kind) for m in extraction.mentions] == [
        ("Luật sửa đổi, bổ sung một số điều của Luật Thanh tra số 11/2022/QH15", "self"),
        ("Luật Thanh tra số 11/2022/QH15", "nested"),
    ]
    assert [(d.name, d.number) for d in extraction.documents] == [("Luật Thanh tra", "11/2022/QH15")]
