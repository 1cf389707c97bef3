"""What consolidated texts say of what they consolidate, and of what changed it."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import read, relations

A, B, C = "Thông tư số 5/2018/TT-BYT", "Thông tư số 50/2020/TT-BYT", "Thông tư số 51/2021/TT-BYT"
HEAD = "BỘ Y TẾ\nSố: {}\nHà Nội, ngày 13 tháng 4 năm 2022\nTHÔNG TƯ\nQuy định về nghề gốm\n"
OWN = f"{A} ngày 17 tháng 3 năm 2018 của Bộ trưởng Bộ Y tế, có hiệu lực từ ngày 01 tháng 5 năm 2018, "


def text(changed: str, body: str = "Điều 1. Lò nung", number: str = "4/VBHN-BYT") -> str:
    """A consolidated text: the words about changes, and its articles."""
    return f"{HEAD.format(number)}{OWN}{changed}\nCăn cứ Luật Dược;\n{body}\n"


BOTH = {"this consolidates 5/2018/TT-BYT", "this consolidates 50/2020/TT-BYT", "50/2020/TT-BYT amends 5/2018/TT-BYT"}
ROWS = [
    (text(f"được sửa đổi, bổ sung bởi:\n{B}, có hiệu lực từ ngày 01 tháng 3 năm 2021."), BOTH),
    (
        text(f"được sửa đổi, bổ sung bởi:\n1. {B} sửa đổi một số điều của {A};\n2. {C} của Bộ trưởng Bộ Y tế."),
        BOTH | {"this consolidates 51/2021/TT-BYT", "51/2021/TT-BYT amends 5/2018/TT-BYT"},
    ),
    # a broken line that begins with a document is no item
    (text(f"được sửa đổi, bổ sung bởi:\n1. {B} sửa đổi một số điều của Quy chế kèm theo\n{A}."), BOTH),
    (text(f"được hướng dẫn tại:\n{B}."), set()),
    (text(f"được sửa đổi, bổ sung bởi:\n{B}.", number="4/TT-BYT"), set()),
]


@pytest.mark.parametrize(("source", "expected"), ROWS)
def test_a_consolidated_text_names_what_it_is_made_of(source: str, expected: set[str]) -> None:
    said = {one for one in relations(read(source)) if "consolidates" in one or not one.startswith("this")}
    assert said & (BOTH | expected) == expected if expected else not any("consolidates" in one for one in said)


NOTES = [
    ("Khoản này được sửa đổi theo quy định tại khoản 1 Điều 7 {B}.", {("dieu_7__khoan_1", "dieu_1__khoan_2")}),
    ("Điểm này được sửa đổi theo quy định tại khoản 1 Điều 7 {B}.", set()),  # the mark stands in no point
    ("Khoản này được hướng dẫn tại khoản 1 Điều 7 {B}.", set()),
    ("Khoản này được sửa đổi theo quy định tại khoản 1 Điều 7 {C}.", set()),  # no document that changed it
]


@pytest.mark.parametrize(("note", "expected"), NOTES)
def test_a_note_says_which_provision_was_changed(note: str, expected: set[tuple[str, str]]) -> None:
    body = f"Chương I\nGỐM\nĐiều 1. Lò nung\n1. Lò than.\n2.[1] Lò điện.\n\n[1] {note.format(B=B, C=C)}"
    extraction = read(text(f"được sửa đổi, bổ sung bởi:\n{B}.", body))
    assert {pair for one in extraction.relations if one.relation == "amends" for pair in one.provisions} == expected
