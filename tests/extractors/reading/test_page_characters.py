"""Lines of a page: characters in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import pytest

from legalkg.extractors.reading.page_characters import LAST_HYPHEN, Characters, Line, read_lines
from tests.extractors.reading.reading_factories import Run, column, make_pdf


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
    assert first.size == pytest.approx(12)
    assert second.size == pytest.approx(8)
    assert first.is_in_order


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức thực hiện kết luận",
        "2. Yêu cầu",
        "THỨ TRƯỞNG",
        "Độc lập - Tự do - Hạnh phúc",
        "ổ",
        "Bãi bỏ khoản 1 Điều 5",
    ],
)
def test_letters_drawn_apart_from_their_line_are_put_in(text: str) -> None:
    # What LibreOffice draws for a font without some letters: the rest of the line, then the letters left out.
    lacking = {letter for letter in text if "\u1ea0" <= letter <= "\u1ef9" or letter in "ơưƠƯ"}
    rest = "".join("_" if letter in lacking else letter for letter in text)
    apart = "".join(letter if letter in lacking else "_" for letter in text)
    assert texts_of([Run(rest, 70, 700), Run(apart, 70, 700), *column("Khoản", top=680)]) == [text, "Khoản"]


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
