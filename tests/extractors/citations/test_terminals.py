"""The terminals of the grammar: blanks, words, dates, numbers."""

from __future__ import annotations

import re

import pytest

from legalkg.extractors.citations.terminals import (
    BLANK,
    CAPITALS,
    CODE,
    DATE,
    SMALLS,
    SO,
    STANDARD,
    SYMBOL,
    TYPE_WORD,
    one_of,
    pattern,
    spaced,
    whole_words,
)


@pytest.mark.parametrize("blank", [" ", "  ", "\t", "\n", " \n", "\n  ", " \n\t"])
def test_a_blank_may_hold_one_line_break(blank: str) -> None:
    assert re.fullmatch(BLANK, blank)


@pytest.mark.parametrize("blank", ["", "\n\n", " \n \n", "a", "-"])
def test_a_blank_holds_no_empty_line(blank: str) -> None:
    assert not re.fullmatch(BLANK, blank)


def test_blanks_of_a_pattern() -> None:
    nghi_quyet = pattern("Nghị quyết~số")
    assert nghi_quyet.fullmatch("Nghị\n quyết  số")
    assert nghi_quyet.fullmatch("Nghị quyếtsố")
    assert not nghi_quyet.fullmatch("Nghịquyết số")
    assert not nghi_quyet.fullmatch("Nghị\n\nquyết số")
    assert spaced("a~b") == spaced("a ?b")


def test_whole_words_start_no_match_inside_a_word() -> None:
    text = "luật, Pháp_luật xluật luật"
    assert [m.start() for m in whole_words(re.compile("luật"), text)] == [0, 22]


def test_one_of_prefers_the_longest() -> None:
    match = pattern(one_of(("Nghị quyết", "Nghị quyết liên tịch"))).match("Nghị quyết  liên tịch số 1")
    assert match
    assert match.group() == "Nghị quyết  liên tịch"


def test_one_of_takes_signs_as_they_are() -> None:
    assert pattern(one_of(("T.Ư",))).fullmatch("T.Ư")
    assert not pattern(one_of(("T.Ư",))).fullmatch("TxƯ")


def test_letters() -> None:
    assert re.fullmatch(f"[{CAPITALS}]+", "ĐẢNGỦYƯỜNGỸẴ")
    assert re.fullmatch(f"[{SMALLS}]+", "đảngủyườngỹẵ")
    assert not re.search(f"[{CAPITALS}]", "đảng ủy ường ỹẵ")
    assert not re.search(f"[{SMALLS}]", "ĐẢNG ỦY ƯỜNG ỸẴ")


DATES = [
    "ngày 15 tháng 6 năm 2023",
    "ngày 05 tháng 06 năm 2023",
    "ngày22 tháng 7 năm 2010",
    "ngày 03tháng 3 năm 1999",
    "ngày 15 tháng 6, năm 2023",
    "ngày 02 tháng 8 năm\n2012",
    "ngày 22/12/2024",
    "ngày 1/5/2020",
    "ngày 30-5-2019",
    "ngày 9.6.2014",
    "ngày 01/11/ 2011",
    "ngày 27-4",
    "ngày 28/2",
    "tháng 10 năm 2016",
    "tháng 10/2016",
    "năm 2015",
    "năm 1946",
]


@pytest.mark.parametrize("text", DATES)
def test_date(text: str) -> None:
    assert pattern(DATE).fullmatch(text)


@pytest.mark.parametrize(
    "text",
    ["ngày 27", "năm 15", "năm 20155", "năm 2021-2025", "năm 2021 - 2025", "tháng 13/2016", "ngày mai", "22/12/2024"],
)
def test_no_date(text: str) -> None:
    assert not pattern(rf"^{DATE}").match(text)


NUMBERS = [
    "57-KL/TW", "782 -CV/ĐU", "110-HD/BTGTU", "08-QĐi/TW", "8b-NQ/HNTW", "26-KL/TUQN-TUĐN", "1472/TLĐ",
    "108/2008/NĐ-CP", "01/2022/TT-BGDĐT", "28/2012/TTLT-BGDĐT-BTC-BLĐTBXH", "12/2020/QĐ-UBND", "66.4/2025/NQ-CP",
    "45/2019/QH14", "08/2020/UBTVQH14", "1210/2016/NQ-UBTVQH13", "51/2001/NQ-QH10", "36/2024/NQ-QH 15",
    "362/QĐ-TTg", "06/CT-UBND", "10988/BNV-CQĐP", "3804/TTr-SVHTT", "3804/TTr- SVHTT", "17899/BTC-VP",
    "42-CP", "12-NĐ/HĐBT", "02/TT-LB", "18/SL", "101-SL/L.003", "102-SL/L-004", "84 QĐ/TWĐTN", "06b /NQ-TLĐ",
    "30a/2008/NQ-CP", "40/2012/TT-BNN&PTNT", "12/TB-VP.KT", "136/2018/tt-btc", "05 - TB / TW", "339 / NQ - BCH - HLGVN",
]  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_number(text: str) -> None:
    assert pattern(SYMBOL).fullmatch(text)


@pytest.mark.parametrize(
    "text",
    [
        "57",
        "57/2020",
        "12/5/2020",
        "24/7",
        "1/2",
        "50%",
        "12/",
        "12-",
        "12/a",
        "12/Luật",
        "12 - Bộ",
        "57 KL",
        "QĐ-UBND",
    ],
)
def test_no_number(text: str) -> None:
    assert not pattern(SYMBOL).fullmatch(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("70-TB/TWngày 06", "70-TB/TW"),  # a word glued to the number
        ("47-QĐ/TWcủa BCH", "47-QĐ/TW"),
        ("12/QĐ-UBND - Lưu", "12/QĐ-UBND"),
        ("12/QĐ-UBND\n\nCà Mau", "12/QĐ-UBND"),
        ("78/2025/NĐ-CP/2025", "78/2025/NĐ-CP"),
    ],
)
def test_where_a_number_ends(text: str, number: str) -> None:
    match = pattern(SYMBOL).match(text)
    assert match
    assert match.group() == number


@pytest.mark.parametrize("text", ["QĐ", "TTg", "CTr", "QĐi", "QyĐ", "UBTVQH14", "BNN&PTNT", "VP.KT", "BTGDVTU", "Ctr"])
def test_code(text: str) -> None:
    assert pattern(CODE).fullmatch(text)


@pytest.mark.parametrize("text", ["qđ", "Bộ", "Luật", "14", "QĐ-UBND", ""])
def test_no_code(text: str) -> None:
    assert not pattern(CODE).fullmatch(text)


@pytest.mark.parametrize(
    "text",
    ["TCVN 9386:2012", "QCVN 06:2022/BXD", "TCVN ISO 9001:2015", "TCXDVN 33:2006", "TCVN 2737", "TCVN 7957-1:2008"],
)
def test_standard(text: str) -> None:
    assert pattern(STANDARD).fullmatch(text)


@pytest.mark.parametrize("text", ["TCVN", "TCVN về bê tông", "ISO 9001:2015", "QCVN mới"])
def test_no_standard(text: str) -> None:
    assert not pattern(STANDARD).match(text)


@pytest.mark.parametrize("text", ["số", "Số", "SỐ", "số:", "Số :", "số."])
def test_so(text: str) -> None:
    assert pattern(SO).fullmatch(text)


@pytest.mark.parametrize("word", ["Nghị quyết", "Nghị\nquyết", "Thông tư liên tịch", "Kết luận", "TCVN", "Bộ luật"])
def test_type_word(word: str) -> None:
    assert pattern(TYPE_WORD).fullmatch(word)


@pytest.mark.parametrize("word", ["Nghị\n\nquyết", "quyết", "Văn phòng", "Giấy phép", "Hợp đồng", "Bản đồ"])
def test_no_type_word(word: str) -> None:
    assert not pattern(TYPE_WORD).fullmatch(word)
