"""Lines of a page: characters in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import pytest
from reading_factories import Run, column, make_pdf

from extractors.reading.page_characters import LAST_HYPHEN, Characters, Line, read_lines


def lines_of(runs: Sequence[Run], *, sideways: bool = False) -> list[Line]:
    document = pypdfium2.PdfDocument(make_pdf(runs, sideways=sideways))
    lines = list(read_lines(Characters(document[0])))
    document.close()
    return lines


def texts_of(runs: Sequence[Run]) -> list[str]:
    return [line.text for line in lines_of(runs)]


@pytest.mark.parametrize("sideways", [False, True])
def test_places_are_those_of_the_page_as_it_is_shown(sideways: bool) -> None:
    first, second = lines_of([Run("Điều 1", 100, 500), Run("nhỏ", 100, 480, 8)], sideways=sideways)
    assert first.words[1].left - first.words[0].left == pytest.approx(30, abs=0.1)
    assert first.words[1].right - first.words[0].left == pytest.approx(36, abs=1)  # glyphs hang over
    assert first.baseline - second.baseline == pytest.approx(20, abs=0.1)
    assert (first.size, second.size) == (pytest.approx(12), pytest.approx(8))
    assert first.is_in_order


def test_letters_drawn_apart_from_their_line_are_put_in() -> None:
    # What LibreOffice draws for a font without Vietnamese letters: the rest of the line, then the letters left out.
    text = "Tổ chức thực hiện kết luận"
    apart = "ổứựệếậ"
    runs = [Run(letter, 70 + 6 * i, 700) for i, letter in enumerate(text) if letter not in apart]
    runs += [Run(letter, 70 + 6 * i, 700) for i, letter in enumerate(text) if letter in apart]
    assert texts_of([*runs, *column("Điều 2", top=680)]) == [text, "Điều 2"]


def test_the_last_letter_of_a_line_may_be_drawn_before_its_neighbour() -> None:
    assert texts_of([Run("Yêu c", 70, 700), Run("u", 106, 700), Run("ầ", 100, 700)]) == ["Yêu cầu"]


def test_cells_that_stand_half_a_line_apart_are_not_mixed() -> None:
    runs = [Run("Cơ quan", 70, 700), *column("97/2015/", "QH13", left=180, top=707, pitch=14), Run("Luật", 300, 700)]
    assert texts_of(runs) == ["Cơ quan", "97/2015/", "QH13", "Luật"]


def test_cells_side_by_side_keep_the_order_in_which_they_are_drawn() -> None:
    runs = [*column("CHÍNH PHỦ", "-----"), *column("CỘNG HÒA", "Độc lập", left=300)]
    assert texts_of(runs) == ["CHÍNH PHỦ", "-----", "CỘNG HÒA", "Độc lập"]


def test_a_hyphen_that_ends_a_line_is_marked() -> None:
    assert texts_of(column("số 12/QĐ-", "UBND", "kinh tế -", "xã hội")) == [
        f"số 12/QĐ{LAST_HYPHEN}", "UBND", "kinh tế -", "xã hội",
    ]  # fmt: skip


def test_a_page_without_text_has_no_lines() -> None:
    assert lines_of([]) == []
