"""Rows of a page: words whole and in order, columns apart, raised digits marked."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import pytest

from legalkg.extractors.reading.page_rows import read_rows
from tests.extractors.reading.reading_factories import Run, column, make_pdf

LINE = "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị"


def rows_of(runs: Sequence[Run], *, sideways: bool = False) -> list[list[str]]:
    document = pypdfium2.PdfDocument(make_pdf(runs, sideways=sideways))
    rows = [[piece.text for piece in row] for row in read_rows(document[0])]
    document.close()
    return rows


@pytest.mark.parametrize("sideways", [False, True])
def test_lines_are_rows(sideways: bool) -> None:
    assert rows_of(column(LINE, "Điều 1", ""), sideways=sideways) == [[LINE], ["Điều 1"]]


@pytest.mark.parametrize("sideways", [False, True])
def test_a_wide_gap_parts_columns(sideways: bool) -> None:
    runs = [Run("Số: 01/2020/NĐ-CP", 70, 700), Run("Hà Nội, ngày 01 tháng 01", 300, 700)]
    assert rows_of(runs, sideways=sideways) == [["Số: 01/2020/NĐ-CP", "Hà Nội, ngày 01 tháng 01"]]


def test_a_narrow_gap_parts_columns_where_it_is_wider_than_the_others() -> None:
    # Letters are 6 points wide, blanks too: the gap is 19 points.
    assert rows_of([Run("THÀNH ỦY HUẾ", 70, 700), Run("ĐẢNG CỘNG SẢN", 161, 700)]) == [
        ["THÀNH ỦY HUẾ", "ĐẢNG CỘNG SẢN"]
    ]


def test_a_justified_line_is_one_piece() -> None:
    words = [Run(word, 70 + 36 * i, 700) for i, word in enumerate(["của", "các", "bộ", "và", "cơ", "quan"])]
    assert rows_of(words) == [["của các bộ và cơ quan"]]


@pytest.mark.parametrize("mark", ["1.", "a)", "-", "10.", "(2)"])
def test_the_mark_of_a_list_stays_with_its_text(mark: str) -> None:
    assert rows_of([Run(mark, 70, 700), Run("Phạm vi điều chỉnh", 130, 700)]) == [[f"{mark} Phạm vi điều chỉnh"]]


def test_room_for_a_pen_is_no_gap_of_columns() -> None:
    runs = [Run("Hà Nội, ngày", 70, 700), Run("tháng", 190, 700), Run("năm 2024", 270, 700)]
    assert rows_of(runs) == [["Hà Nội, ngày tháng năm 2024"]]


@pytest.mark.parametrize("sideways", [False, True])
@pytest.mark.parametrize(
    ("runs", "row"),
    [
        # The mark of a note behind a word, behind a year, before a full stop, and at the start of the note.
        ([Run("lãnh thổ", 70, 700), Run("1", 118, 704, 7)], "lãnh thổ¹"),
        ([Run("năm 2024", 70, 700), Run("12", 118, 704, 7)], "năm 2024¹²"),
        ([Run("lãnh thổ", 70, 700), Run("1", 118, 704, 7), Run(".", 121.5, 700)], "lãnh thổ¹."),
        ([Run("3", 70, 704, 7), Run("Quyết định số 362/QĐ-TTg", 76, 700)], "³ Quyết định số 362/QĐ-TTg"),
        # Numbers of the text's own size, of small type on the same line, and above it at full size.
        ([Run("năm 2024", 70, 700)], "năm 2024"),
        ([Run("năm", 70, 700), Run("2024", 94, 700, 7)], "năm 2024"),
        ([Run("khoản 2 Điều 3", 70, 700, 7)], "khoản 2 Điều 3"),
    ],
)
def test_raised_digits_are_marked(runs: list[Run], row: str, sideways: bool) -> None:
    assert rows_of(runs, sideways=sideways) == [[row]]


def test_a_hyphen_that_ends_a_line_keeps_its_word_together() -> None:
    rows = rows_of(column("theo Quyết định số 12/QĐ-", "UBND ngày 01 tháng 02", "về kinh tế -", "xã hội"))
    assert rows == [["theo Quyết định số 12/QĐ-UBND ngày 01 tháng 02"], ["về kinh tế -"], ["xã hội"]]
