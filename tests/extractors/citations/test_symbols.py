"""Numbers of documents: where they start, how misprints are put right, what they say by themselves."""

from __future__ import annotations

import pytest

from legalkg.extractors.citations.symbols import (
    find_standards,
    find_symbols,
    normal_number,
    speaks_for_itself,
)
from legalkg.extractors.registry.numbers import codes_of, type_of_number
from tests.extractors.extraction_factories import check_spans


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("57-KL/TW", "57-KL/TW"),  # nothing to repair
        ("782 -CV/ĐU", "782-CV/ĐU"),  # blanks
        ("3804/TTr- SVHTT", "3804/TTr-SVHTT"),
        ("45/2019 /QH14", "45/2019/QH14"),
        ("05 - TB / TW", "05-TB/TW"),
        ("57-KL/\nTW", "57-KL/TW"),
        ("79/2025/NĐCP", "79/2025/NĐ-CP"),  # a hyphen left out
        ("10/QĐTTg", "10/QĐ-TTg"),
        ("12/NQHĐND", "12/NQ-HĐND"),
        ("01/2018/TTBTC", "01/2018/TT-BTC"),
        ("36/2025/QĐUBND", "36/2025/QĐ-UBND"),
        ("57-NQTW", "57-NQ/TW"),  # the Party's slash left out
        ("06-CTrTU", "06-CTr/TU"),
        ("12/TTLT", "12/TTLT"),  # a type of its own, no TT of an organ
        ("5-CVTC", "5-CVTC"),  # no organ of the Party
        ("84 QĐ/TWĐTN", "84-QĐ/TWĐTN"),
        ("18/NQ-TW", "18-NQ/TW"),  # Party and State punctuation swapped
        ("160/QĐ-TW", "160-QĐ/TW"),
        ("11/CT/TW", "11-CT/TW"),
        ("72-NQ-TW", "72-NQ/TW"),
        ("15/NQ-TU", "15-NQ/TU"),
        ("98-NQ/CP", "98/NQ-CP"),
        ("149-QĐ/UBND", "149/QĐ-UBND"),
        ("123-QĐ-TTg", "123/QĐ-TTg"),
        ("13-NQ/TƯ", "13-NQ/TƯ"),  # may be Trung ương or Tỉnh ủy: left as it is
        ("136/2018/nđ-cp", "136/2018/NĐ-CP"),
        ("12/2019/tt-btc", "12/2019/TT-BTC"),
    ],
)
def test_repair(printed: str, number: str) -> None:
    assert normal_number(printed) == number


@pytest.mark.parametrize(
    "number",
    [
        "78/2025/NĐ-CP", "362/QĐ-TTg", "10988/BNV-CQĐP", "28/2012/TTLT-BGDĐT-BTC-BLĐTBXH", "45/2019/QH14", "42-CP",
        "12-NĐ/HĐBT", "101-SL/L.003", "17/QĐ-HKH", "12/TB-TTHĐND", "99/QĐ-TTg-KTTH", "367-QĐ/TWĐTN-VPĐO",
        "16/KH-MTTQ-BTT", "26-KL/TUQN-TUĐN", "08-QĐi/TW", "8b-NQ/HNTW", "66.4/2025/NQ-CP",
    ],
)  # fmt: skip
def test_right_numbers_stay(number: str) -> None:
    assert normal_number(number) == number


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("57-KL/TW", ["KL", "TW"]),
        ("78/2025/NĐ-CP", ["NĐ", "CP"]),
        ("45/2019/QH14", ["QH14"]),
        ("10988/BNV-CQĐP", ["BNV", "CQĐP"]),
        ("57", []),
    ],
)
def test_codes(number: str, codes: list[str]) -> None:
    assert codes_of(number) == codes


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("78/2025/NĐ-CP", "Nghị định"),
        ("28/2012/TTLT-BGDĐT-BTC", "Thông tư liên tịch"),
        ("57-KL/TW", "Kết luận"),
        ("08-QĐi/TW", "Quy định"),
        ("07-QĐI/TW", "Quy định"),
        ("65-Ctr/TU", "Chương trình"),
        ("65-CTr/TU", "Chương trình"),
        ("18/SL", "Sắc lệnh"),
        ("06-TT/TW", "Thông tri"),  # of the Party
        ("05/TT-MTTW-BTT", "Thông tri"),  # of the Front
        ("40/TT-BNNPTNT", "Thông tư"),
        ("13/2022/TT", "Thông tư"),
        ("159-TB", "Thông báo"),
        ("15/VBHN-VPQH", "Văn bản hợp nhất"),
        ("403/2017/NQLT-UBTVQH14-CP", "Nghị quyết liên tịch"),
        ("1210/2016/NQ-UBTVQH13", "Nghị quyết"),
        ("10988/BNV-CQĐP", None),  # a letter names no type
        ("45/2019/QH14", None),
        ("42-CP", None),
        ("57", None),
    ],
)
def test_type_of_number(number: str, kind: str | None) -> None:
    assert type_of_number(number) == kind


@pytest.mark.parametrize("number", ["10-NQ/TW", "78/2025/NĐ-CP", "45/2019/QH14", "08/2020/UBTVQH14", "362/QĐ-TTg"])
def test_speaks_for_itself(number: str) -> None:
    assert speaks_for_itself(number)


@pytest.mark.parametrize(
    "number",
    ["01/ĐKKD", "12/GP-BTNMT", "12/HĐ-MB", "5/TĐ", "12-A", "01/TB", "10988/BNV-CQĐP", "12/2020/DS-PT", "42-CP", "57"],
)
def test_does_not_speak_for_itself(number: str) -> None:
    assert not speaks_for_itself(number)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo 57-KL/TW và 28-CT/TU", ["57-KL/TW", "28-CT/TU"]),
        ("số31-QĐ/TW", ["31-QĐ/TW"]),  # only 'số' may be glued to it
        ("SỐ31-QĐ/TW", ["31-QĐ/TW"]),
        ("1.014464.H05", []),
        ("csdl12/QĐ-UBND", []),
        ("A12/QĐ-UBND", []),
        ("và/hoặc, 24/7, 12/5/2020, 1/2", []),
    ],
)
def test_find_symbols(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in find_symbols(text)] == found


def test_find_standards() -> None:
    text = "TCVN 9386:2012; QCVN 06:2022/BXD; xTCVN 1; TCVN ISO 9001:2015, TCVN mới"
    assert [m.group() for m in find_standards(text)] == ["TCVN 9386:2012", "QCVN 06:2022/BXD", "TCVN ISO 9001:2015"]


@pytest.mark.parametrize(
    "row",
    [
        "Đơn theo mẫu số 01/ĐKKD và tờ khai số 02/GTGT.",
        "Giấy phép số 12/GP-BTNMT và hợp đồng số 15/HĐ-MB đã hết hạn.",
        "Thửa đất số 15/TBĐ, số nhà 12/A, biển số 69-A1 12345.",
        "Quốc lộ 1A, Km 12/QL1, lô B-12/KCN.",
        "Dịch A/H5N1 và COVID-19 năm 2021.",
        "Điện thoại 0290-3831/SGD; thư điện tử a12/QĐ@gov.vn.",
        "Mã hồ sơ 1.014464.H05-QĐ/UBND.",
        "Tỷ lệ 50/50, chiếm 12-15/NQ của cả năm.",
        "Tài khoản 12/TK-VCB tại ngân hàng.",
    ],
)
def test_other_codes_are_no_citations(row: str) -> None:
    check_spans(row)


OTHER_THING = "'mẫu số', 'hợp đồng số', 'thửa đất số' … number another thing than the document named before"


@pytest.mark.parametrize(
    "row",
    [
        "Thông báo theo mẫu số 01/TB-ĐKT ban hành năm 2020.",
        "Quyết định thu hồi thửa đất số 15/TBĐ của hộ ông An.",
        "Quyết định cấp biển số 69/TA cho xe.",
        "Báo cáo tài chính theo mẫu số 01/DN gửi trước.",
        "Tờ trình về hợp đồng số 15/HĐ-MB năm trước.",
        "Kế hoạch sửa nhà số 12/KTT phố Huế.",
        "Lập theo bảng kê 09B/PL-TNCN và 05A-MSNS-BTC.",
        "Quyết định của xã. Hợp đồng số 15/HĐ-MB năm trước.",
    ],
)
def test_the_number_of_another_thing_behind_a_type_word(row: str) -> None:
    check_spans(row)


@pytest.mark.parametrize(
    "row",
    [
        "Nghị định số ⟦88/2006/NĐ - CP⟧ của Chính phủ",
        "Quyết định số ⟦15/2009/QĐ -TTg⟧ cũ",
        "Thông tư số ⟦12/2010/TT - BTC⟧;",
        "Luật số ⟦45/2019/QH14⟧ - UBND tỉnh",  # no type's code before the blank
        "Nghị định số ⟦88/2006/NĐ-CP⟧ - BXD",
        "Quyết định số ⟦15/2009/QĐ⟧ - Chủ tịch",
    ],
)
def test_blanks_around_the_hyphen(row: str) -> None:
    before, inside, _ = (part for part in row.replace("⟧", "⟦").split("⟦"))
    text = row.replace("⟦", "").replace("⟧", "")
    assert (len(before), len(before) + len(inside)) in list(find_symbols(text))
