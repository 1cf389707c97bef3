"""Citations broken by the end of a page, with footnotes between their halves."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, check, cited, doc, mentions, named, quotes, read

CONGRESS = named("Nghị quyết", "Nghị quyết Đại hội XIII của Đảng", None, "Đại hội XIII của Đảng")
TRAP = (
    "Kinh tế tăng trưởng sau nửa nhiệm kỳ thực hiện Nghị\n\n"
    "Quyết định số 362/QĐ-TTg ngày 03 tháng 4 năm 2019 của Thủ tướng Chính phủ.\n\n"
    "³ Kinh tế xanh, kinh tế số.\n\n"
    "quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng. Trong đó đối ngoại là điểm sáng."
)


def test_a_broken_citation_is_read_over_the_footnotes() -> None:
    extraction = read(TRAP)
    assert quotes(extraction) == ["Nghị", "Quyết định số 362/QĐ-TTg ngày 03 tháng 4 năm 2019"]
    assert cited(extraction) == [CONGRESS, doc("Quyết định", "362/QĐ-TTg", "2019-04-03", "Thủ tướng Chính phủ")]


def test_its_rest_stands_below_the_footnotes() -> None:
    first = mentions(read(TRAP))[0]
    assert (first.rule, first.modifier) == ("citation/congress", "over-page-break")
    rest = first.parts["rest"]
    assert TRAP[rest.start : rest.end] == "quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "Theo nội dung ⟦Nghị⟧\n\n¹ Chú thích.\n\nquyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị thì khác.",
            doc("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị"),
        ),
        (
            "Theo nội dung ⟦Thông⟧\n\n¹ Chú thích.\n\ntư số 12/2020/TT-BCT ngày 18/6/2020 thì khác.",
            doc("Thông tư", "12/2020/TT-BCT", "2020-06-18"),
        ),
        ("Theo nội dung ⟦Chỉ⟧\n\n¹ Chú thích.\n\nthị số 05-CT/TW thì khác.", doc("Chỉ thị", "05-CT/TW")),
    ],
)
def test_numbers_broken_off(row: str, expected: Cited) -> None:
    extraction = read(row.replace("⟦", "").replace("⟧", ""))
    assert cited(extraction)[0] == expected


REST_TWICE = "the rest below the footnotes is a mention of its own as well"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Theo nội dung ⟦Nghị⟧\n\n¹ Chú thích.\n\nquyết số 57-NQ/TW thì khác.", [doc("Nghị quyết", "57-NQ/TW")]),
        ("Theo nội dung ⟦Nghị⟧\n\n2\n\nđịnh số 15/2020/NĐ-CP thì khác.", [doc("Nghị định", "15/2020/NĐ-CP")]),
        ("Theo nội dung ⟦Nghị⟧\n\n2\n\nquyết Đại hội XIII của Đảng thì khác.", [CONGRESS]),
    ],
)
def test_a_broken_number_is_mentioned_once(row: str, expected: list[Cited]) -> None:
    check(row, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nghị\n\nông Quyết đã họp.",
        "Đại biểu Nghị\n\nQuyết tâm thực hiện.",
        "Theo Nghị\n\nKhông có gì.\n\nquyết tâm cao.",
        "Thông\n\ntin mới.",
        "Quyết\n\nliệt thực hiện.",
        "Báo\n\ncáo nhanh.",
        "Theo Nghị" + "\n\nđoạn văn dài" * 900 + "\n\nquyết Đại hội XIII của Đảng.",  # too far
    ],
)
def test_no_citation_is_made_up(text: str) -> None:
    assert quotes(read(text)) == []


def test_a_naive_join_is_never_made() -> None:
    text = "Trong nửa nhiệm kỳ thực hiện Nghị\n\nQuyết định số 362/QĐ-TTg ngày 03 tháng 4 năm 2019 của Thủ tướng."
    assert cited(read(text)) == [doc("Quyết định", "362/QĐ-TTg", "2019-04-03", "Thủ tướng")]


@pytest.mark.parametrize(
    "row",
    [
        "Theo ⟦Nghị\nquyết số 57-NQ/TW⟧ của Bộ Chính trị, các cấp ủy phải làm ngay và làm tốt.",
        "Theo ⟦Nghị quyết số 57-NQ/TW ngày 22 tháng\n12 năm 2024⟧ thì khác.",
        "Theo ⟦Nghị quyết số 57-\nNQ/TW⟧ thì khác.",
        "Theo ⟦Nghị quyết số 57-NQ/\nTW⟧ thì khác.",
        "Theo ⟦Nghị quyết số⟧\n\n¹ Chú thích.\n\n57-NQ/TW ngày 22/12/2024 thì khác.",
    ],
)
def test_broken_over_a_line(row: str) -> None:
    text = row.replace("⟦", "").replace("⟧", "")
    assert quotes(read(text)) == [row[row.index("⟦") + 1 : row.index("⟧")]]
