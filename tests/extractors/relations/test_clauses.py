"""Clauses: how far a cue reaches."""

from __future__ import annotations

from itertools import pairwise

import pytest

from legalkg.extractors.relations.clauses import ITEM_MARK, clauses, level


def split(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Thực hiện A; B; C, Ủy ban ban hành.", ["Thực hiện A; B; C, Ủy ban ban hành."]),  # ';' ends no clause
        ("Một dòng\nhai dòng", ["Một dòng\nhai dòng"]),
        ("Một đoạn\n\nhai đoạn", ["Một đoạn", "hai đoạn"]),
        ("Căn cứ A;\nCăn cứ B;", ["Căn cứ A;", "Căn cứ B;"]),
        ("Thực hiện A;\n\nQuyết định B, Sở báo cáo", ["Thực hiện A;\n\nQuyết định B, Sở báo cáo"]),
        ("Thực hiện A.\n\nQuyết định B giao việc", ["Thực hiện A.", "Quyết định B giao việc"]),
        ("Thực hiện A;\n\nSở báo cáo", ["Thực hiện A;", "Sở báo cáo"]),
        ("Căn cứ A;\nXét B;", ["Căn cứ A;", "Xét B;"]),
        ("Căn cứ A;\nTheo đề nghị của B", ["Căn cứ A;", "Theo đề nghị của B"]),
        ("Như sau:\n1. A\n2. B", ["Như sau:", "1. A", "2. B"]),
        ("Gồm:\na) A;\nb) B.", ["Gồm:", "a) A;", "b) B."]),
        ("Gồm:\n- A;\n- B.", ["Gồm:", "- A;", "- B."]),
        ("Theo A\nĐiều 2. B", ["Theo A", "Điều 2. B"]),
        ("Ngày 1.2.2020 họp.", ["Ngày 1.2.2020 họp."]),  # dates
        ("Ban T.Ư Đảng họp.", ["Ban T.Ư Đảng họp."]),  # abbreviations
        ("Số 1.000 hộ.", ["Số 1.000 hộ."]),
        ("Thi hành./.", ["Thi hành."]),
        (
            "Theo Quyết định số 10/QĐ-UBND. Bãi bỏ văn bản khác.",
            ["Theo Quyết định số 10/QĐ-UBND.", "Bãi bỏ văn bản khác."],
        ),
        (
            "Theo Luật số 31/2024/QH15. Chính phủ quyết định.",
            ["Theo Luật số 31/2024/QH15.", "Chính phủ quyết định."],
        ),
        (
            "Theo Luật năm 2024. Chính phủ quyết định.",
            ["Theo Luật năm 2024.", "Chính phủ quyết định."],
        ),
        ("Theo Quyết định của UBND. Sở họp.", ["Theo Quyết định của UBND.", "Sở họp."]),
        ("Theo Chỉ thị số 05-CT/TW. Sở họp.", ["Theo Chỉ thị số 05-CT/TW.", "Sở họp."]),
        (
            "Đại hội thành công . Trong năm 2020 . Tỉnh ủy họp .",
            ["Đại hội thành công .", "Trong năm 2020 .", "Tỉnh ủy họp ."],
        ),  # a text cut into words
        ("TP. Hồ Chí Minh, TX. Sơn Tây, H. Củ Chi.", ["TP. Hồ Chí Minh, TX. Sơn Tây, H. Củ Chi."]),
        ("PGS. TS. Nguyễn V. An.", ["PGS. TS. Nguyễn V. An."]),
        ("Khoản 1. Điều 2. Phạm vi.", ["Khoản 1. Điều 2. Phạm vi."]),
        ("TM. ỦY BAN NHÂN DÂN", ["TM. ỦY BAN NHÂN DÂN"]),
        ("", []),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_clauses_follow_each_other() -> None:
    text = "Căn cứ A;\nCăn cứ B. Và C:\n\n1. D;\n\n2. E./.\n"
    spans = list(clauses(text, 0, len(text)))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_stretch_is_kept_to() -> None:
    text = "Một câu. Hai câu. Ba câu."
    spans = list(clauses(text, 9, 20))
    assert spans[0][0] == 9
    assert spans[-1][1] == 20


@pytest.mark.parametrize("mark", ["1. ", "1) ", "- ", "• ", "a) ", "1.1. ", "“", "(1) ", "", "* ", "| "])
def test_marks_of_items(mark: str) -> None:
    assert ITEM_MARK.fullmatch(mark)


@pytest.mark.parametrize("mark", ["Theo ", "1. Theo ", "của ", "12345 ngày "])
def test_no_marks_of_items(mark: str) -> None:
    assert not ITEM_MARK.fullmatch(mark)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("1. A", "figure0"),
        ("1.2. A", "figure1"),
        ("\n2) A", "figure0"),
        ("a) A", "letter"),
        ("II. A", "roman"),
        ("- A", "-"),
        ("+ A", "+"),
        ("Điều 3. A", "article"),
        ("Theo A", ""),
    ],
)
def test_levels(item: str, expected: str) -> None:
    assert level(item, 0) == expected
