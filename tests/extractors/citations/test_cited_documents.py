"""Which mentions name one document, and what is then said of it."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, cited, doc, identities, named, read

ONE = [
    "Theo Kết luận số 57-KL/TW; sau đó Kết luận số 57-KL/TW.",
    "Theo Kết luận số 57-KL/TW; sau đó kết luận 57 - KL/TW.",
    "Theo Nghị quyết số 02-NQ/TW; sau đó Nghị quyết số 2-NQ/TW.",
    "Theo Quy định số 128-QĐ/TW; sau đó Quyết định số 128/QĐ-TW.",
    "Theo Kết luận số 57-KL/TW ngày 15/6/2023; sau đó Kết luận số 57-KL/TW.",
    "Theo Kết luận số 57-KL/TW; sau đó Kết luận số 57-KL/TW năm 2023; rồi 57-KL/TW ngày 15/6/2023.",
    "Theo Nghị định số 10/2022/NĐ-CP ngày 15/01/2022; sau đó Nghị định số 10/2022/NĐ-CP ngày 16/01/2022.",  # misprint
    "Theo Luật Đất đai; sau đó Luật đất đai; rồi LUẬT ĐẤT ĐAI.",
    "Theo Luật Đất đai số 31/2024/QH15; sau đó Luật Đất đai; rồi Luật Đất đai năm 2024.",
    "Theo Luật Đất đai; sau đó Luật Đất đai số 31/2024/QH15.",
    "Theo Luật Đất đai ngày 18/01/2024; sau đó Luật Đất đai năm 2024.",
    "Theo Luật số 31/2024/QH15; sau đó Luật Đất đai số 31/2024/QH15; rồi Luật Đất đai.",
    "Theo Bộ luật Dân sự năm 2015; sau đó BLDS 2015; rồi BLDS.",
    "Theo Hiến pháp; sau đó Hiến pháp năm 2013.",
    "Theo Điều lệ Đảng; sau đó Điều lệ Đảng Cộng sản Việt Nam.",
    "Theo Chỉ thị số 28-CT/TU; sau đó Chỉ thị 28; rồi Chỉ thị số 28.",
    "Theo Chỉ thị 05; sau đó Chỉ thị số 05-CT/TW ngày 15/5/2016; rồi Chỉ thị số 5.",
    "Theo Nghị quyết Trung ương 4 khóa XII; sau đó NQ TW4 khoá 12.",
    "Theo Nghị quyết Trung ương 4; sau đó Nghị quyết Trung ương 4 khóa XII.",
    "Theo Nghị quyết Trung ương 9 khóa XI (Nghị quyết số 33-NQ/TW); rồi Nghị quyết Trung ương 9 khóa XI.",
    "Theo Luật Đầu tư nước ngoài tại Việt Nam ngày 12/11/1996; sau đó Luật Đầu tư nước ngoài.",
    "Theo UNCLOS 1982; sau đó UNCLOS.",
    "Theo Nghị quyết Đại hội đại biểu toàn quốc Hội Làm vườn lần thứ XII , nhiệm kỳ 2014-2019; rồi Nghị quyết Đại hội "
    "Hội Làm vườn lần thứ 12.",
    "Theo Luật Nhà ở (sửa đổi); sau đó Luật Nhà ở sửa đổi.",
    "Theo Luật Nhà ở; sau đó Luật Nhà ở sửa đổi Điều 5.",
    "Theo Luật Nhà ở số 27/2023/QH15; sau đó Luật Nhà ở (sửa đổi) số 27/2023/QH15.",
    "Theo Công ước số 98 về quyền tổ chức; sau đó Công ước 98.",
    "Theo Hiến chương Liên hợp quốc; sau đó Hiến chương Liên hợp quốc.",
    "Theo Tờ trình ngày 05/3/2025 của Sở Nội vụ; sau đó Tờ trình ngày 05/3/2025 của Sở Nội vụ.",
    "Theo TCVN 9386:2012; sau đó TCVN 9386:2012.",
    "Theo Nghị quyết số 25-NQ/TW; sau đó Nghị quyết số 25-NQ/TƯ.",
    "Theo Nghị định số 103/2024/NĐ-CP; sau đó Nghị định số 103/2024/ND-CP.",
    "Theo Pháp lệnh số 08/2013/UBTVQH13; sau đó Pháp lệnh số 08/2013/PL-UBTVQH13.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_document(text: str) -> None:
    assert set(identities(text)) == {"d1"}


TWO = [
    "Theo Chỉ thị số 35-CT/TW ngày 30/5/2019; sau đó Chỉ thị số 35-CT/TW ngày 14/6/2024.",
    "Theo Chỉ thị số 45-CT/TW ngày 22/7/2010; sau đó Chỉ thị số 45-CT/TW năm 2025.",
    "Theo Quyết định số 15/QĐ-UBND ngày 1/2/2020; sau đó Quyết định số 15/QĐ-UBND ngày 3/4/2021.",
    "Theo Luật Đất đai năm 2013; sau đó Luật Đất đai năm 2024.",
    "Theo Luật Đất đai số 45/2013/QH13; sau đó Luật Đất đai số 31/2024/QH15.",
    "Theo Luật Đất đai số 31/2024/QH15; sau đó Luật Đất đai năm 2013.",
    "Theo Luật Tổ chức Chính phủ ngày 19/6/2015; sau đó Luật Tổ chức Chính phủ ngày 18/02/2025.",
    "Theo Hiến pháp năm 1992; sau đó Hiến pháp năm 2013.",
    "Theo Cương lĩnh 1991; sau đó Cương lĩnh 2011.",
    "Theo Nghị quyết Trung ương 4 khóa XI; sau đó Nghị quyết Trung ương 4 khóa XII.",
    "Theo Nghị quyết Trung ương 9 khóa XI (thay Nghị quyết số 33-NQ/TW).",
    "Theo Nghị quyết Trung ương 9 khóa XI (Kết luận số 33-KL/TW).",
    "Theo Nghị quyết Trung ương 4; sau đó Nghị quyết Trung ương 5 khóa XII.",
    "Theo Luật Đầu tư; sau đó Luật Đầu tư nước ngoài.",
    "Theo Luật Nhà ở năm 2014; sau đó Luật Nhà ở (sửa đổi) có hiệu lực.",
    "Theo Luật Nhà ở năm 2014; sau đó Luật Nhà ở sửa đổi cho phép mua nhà.",
    "Theo Nghị quyết Đại hội XII của Đảng; sau đó Nghị quyết Đại hội XIII của Đảng.",
    "Theo Nghị quyết Đại hội XI của Đảng; sau đó Nghị quyết Đại hội XI của Đảng bộ thành phố.",
    "Theo Kết luận số 57-KL/TW; sau đó Kết luận 75.",
    "Theo Nghị quyết số 57-NQ/TW; sau đó Kết luận 57.",
    "Theo Thông tư số 12/2020/TT-BTC; sau đó Thông tư số 12/2020/TT-BCT.",
    "Theo Quyết định số 15/QĐ-UBND của UBND tỉnh Cà Mau; sau đó Quyết định số"
        " 15/QĐ-UBND của UBND tỉnh Hà Nam.",
]  # fmt: skip


@pytest.mark.parametrize("text", TWO)
def test_two_documents(text: str) -> None:
    assert identities(text) == ["d1", "d2"]


def test_a_plain_number_of_two_is_of_neither() -> None:
    text = "Theo Chỉ thị số 28-CT/TU và Chỉ thị số 28-CT/TW; sau đó Chỉ thị 28."
    assert identities(text) == ["d1", "d2", "d3"]


def test_a_plain_number_goes_with_the_one_of_its_date() -> None:
    text = "Theo Chỉ thị số 28-CT/TU ngày 16/10/2023 và số 28-CT/TW ngày 21/9/2010; rồi Chỉ thị số 28 ngày 21/9/2010."
    assert identities(text) == ["d1", "d2", "d2"]


def test_a_name_without_year_goes_with_the_last_one_before_it() -> None:
    text = "Theo Luật Đất đai năm 2013; nay Luật Đất đai năm 2024. Luật Đất đai quy định rõ."
    assert identities(text) == ["d1", "d2", "d2"]


def test_a_name_without_year_means_the_version_of_the_legal_basis() -> None:
    text = "Căn cứ Luật Đất đai năm 2024;\nGiấy cấp theo Luật Đất đai năm 2013 được đổi. Luật Đất đai quy định rõ."
    assert identities(text) == ["d1", "d2", "d1"]


@pytest.mark.xfail(strict=True, reason="by number the first is taken, by name the last one before it")
def test_a_number_without_date_goes_with_the_last_one_before_it() -> None:
    text = (
        "Theo Chỉ thị số 35-CT/TW ngày 30/5/2019; nay Chỉ thị số 35-CT/TW ngày 14/6/2024. Chỉ thị số 35-CT/TW rất rõ."
    )
    assert identities(text) == ["d1", "d2", "d2"]


GATHERED = [
    (
        "Theo Kết luận số 57-KL/TW của Bộ Chính trị; Kết luận số 57-KL/TW ngày 15/6/2023.",
        doc("Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị"),
    ),
    (
        "Theo Kết luận số 57-KL/TW năm 2023; Kết luận số 57-KL/TW ngày 15/6/2023.",
        doc("Kết luận", "57-KL/TW", "2023-06-15"),
    ),
    (
        "Theo Quyết định số 12/QĐ-BTC của Bộ Tài chính; Quyết định số 12/QĐ-BTC của Bộ trưởng Bộ Tài chính.",
        doc("Quyết định", "12/QĐ-BTC", None, "Bộ trưởng Bộ Tài chính"),
    ),
    (
        "Theo Luật Đất đai; Luật Đất đai số 31/2024/QH15 ngày 18/01/2024 của Quốc hội.",
        named("Luật", "Luật Đất đai", "2024-01-18", "Quốc hội", "31/2024/QH15"),
    ),
    ("Theo Chỉ thị 05; Chỉ thị số 05-CT/TW ngày 15/5/2016.", doc("Chỉ thị", "05-CT/TW", "2016-05-15")),
    ("Theo 128-QĐ/TW; Quy định số 128-QĐ/TW.", doc("Quy định", "128-QĐ/TW")),
]


@pytest.mark.parametrize(("text", "expected"), GATHERED)
def test_what_several_mentions_say_is_put_together(text: str, expected: Cited) -> None:
    assert cited(read(text)) == [expected]


def test_documents_are_numbered_in_reading_order() -> None:
    extraction = read("Theo Luật Đất đai, Kết luận số 57-KL/TW, Chỉ thị 05, Luật Đất đai và Nghị quyết số 57-NQ/TW.")
    assert [d.id for d in extraction.documents] == ["d1", "d2", "d3", "d4"]
    assert [m.document for m in extraction.mentions] == ["d1", "d2", "d3", "d1", "d4"]


_PLENUM = "Nghị quyết Hội nghị lần thứ hai Ban Chấp hành Trung ương Đảng khóa XX về phòng, chống lãng phí"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param(f"{_PLENUM}. Nghị quyết số 4-NQ/TW về phòng, chống lãng phí.", ["4-NQ/TW"], id="one subject"),
        pytest.param(
            f"{_PLENUM}. Nghị quyết số 4-NQ/TW về công nghiệp.", [None, "4-NQ/TW"], id="another one of the plenum"
        ),
        pytest.param(f"{_PLENUM}. Kết luận số 4-KL/TW về phòng, chống lãng phí.", [None, "4-KL/TW"], id="another type"),
        pytest.param(
            "Nghị quyết số 26-NQ/TW. Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa X về nông nghiệp, "
            "nông dân, nông thôn.",
            ["26-NQ/TW"],
            id="the subject is known of the number",
        ),
    ],
)
def test_a_plenums_resolution_is_the_one_with_its_subject(text: str, numbers: list[str | None]) -> None:
    assert [document.number for document in read(text).documents] == numbers


HEADINGS = [
    ("Điều 5. Áp dụng Luật Cạnh tranh và luật khác\n1. Cơ quan làm theo Luật này.", ["this", "this"]),
    (
        "Điều 5. Trách nhiệm thi hành Luật Cạnh tranh\nCơ quan theo Luật này và Luật Cạnh tranh.",
        ["this", "this", "this"],
    ),
    ("Điều 1. Phạm vi điều chỉnh\nLuật Cạnh tranh quy định về gốm. Theo Luật Cạnh tranh.", ["this", "this"]),
    ("Điều 1. Phạm vi điều chỉnh\nLuật Cạnh tranh nêu rõ.", ["d1"]),
    ("Điều 2. Phạm vi điều chỉnh\nLuật Cạnh tranh quy định về gốm.", ["d1"]),
    # another law's: the piece is of a decree, the heading says nothing of carrying out, the law has its number
    ("Điều 5. Áp dụng Luật Cạnh tranh\n1. Cơ quan làm theo Nghị định này.", ["d1", "this"]),
    ("Điều 5. Sửa đổi Luật Cạnh tranh\n1. Cơ quan làm theo Luật này.", ["d1", "this"]),
    ("Điều 5. Áp dụng Luật Cạnh tranh số 23/2018/QH14\n1. Cơ quan làm theo Luật này.", ["d1", "this"]),
    ("Áp dụng Luật Cạnh tranh cho gốm.\nĐiều 5. Cơ quan làm theo Luật này.", ["d1", "this"]),
]


@pytest.mark.parametrize(("text", "documents"), HEADINGS)
def test_a_law_names_itself_in_the_heading_of_the_article_on_its_application(text: str, documents: list[str]) -> None:
    assert identities(text) == documents
