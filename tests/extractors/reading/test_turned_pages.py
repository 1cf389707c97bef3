"""Pages whose text is drawn in another direction than it is shown: read as a person reads it, margins and all."""

from __future__ import annotations

import pytest

from legalkg.extractors.reading import ReadingLimits, read_bytes
from legalkg.extractors.reading.pdf import read
from tests.extractors.reading.reading_factories import Run, column, make_pdf

LIMITS = ReadingLimits()
LINES = (
    "DANH MỤC văn bản hết hiệu lực toàn bộ",
    "Thông tư số 36/2017/TT-BTC ngày 29 tháng 12",
    "và các phụ lục kèm theo",
)
HEAD = "CÔNG BÁO/Số 11 + 12/Ngày 04-3-2024"


def own_lines(letter: str) -> tuple[str, ...]:
    """Return lines of a page: what stands on several at its edge is a running head."""
    return (f"Mục {letter} của danh mục", f"Thông tư số {ord(letter)}/2017/TT-BTC", f"và phụ lục {letter} kèm theo")


def turned(runs: list[Run], turn: int) -> list[Run]:
    return [run._replace(turn=turn) for run in runs]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_lines_are_whole_whichever_way_they_are_drawn_and_shown(turn: int, rotate: int) -> None:
    page = turned(column(*LINES, top=500), turn)
    assert read(make_pdf(page, rotate=rotate), LIMITS) == ["\n".join(LINES)]


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 595 0", "-1 0 0 -1 595 842", "0 -1 1 0 0 842", "0 .5 -.5 0 400 0", "1 0 0 1 0 0"]
)
def test_the_drawing_may_be_turned_as_a_whole(matrix: str) -> None:
    assert read(make_pdf(column(*LINES, top=500), matrix=matrix), LIMITS) == ["\n".join(LINES)]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_letters_that_another_font_draws_later_find_their_words(turn: int) -> None:
    line = [
        Run("t_ ch_c th_c hi_n", 70, 500),
        Run("ổ", 76, 500),
        Run("ứ", 100, 500),
        Run("ự", 130, 500),
        Run("ệ", 160, 500),
    ]
    assert read(make_pdf(turned(line, turn)), LIMITS) == ["tổ chức thực hiện"]


@pytest.mark.parametrize("turn", [90, 270])
def test_marks_of_notes_and_columns_are_those_of_upright_text(turn: int) -> None:
    page = [Run("lãnh thổ", 70, 500), Run("1", 118, 504, 7), Run("Số: 01/2020/NĐ-CP", 70, 480), Run("Hà Nội", 300, 480)]
    assert read(make_pdf(turned(page, turn)), LIMITS) == ["lãnh thổ¹\nSố: 01/2020/NĐ-CP\nHà Nội"]


def gazette(count: int, turn: int, *, glued: bool = False) -> list[list[Run]]:
    """Make pages with an upright head whose text is drawn in one direction from the third page on."""
    pages = []
    for i in range(count):
        number = str(71 + i)
        head = [Run(f"{number} {HEAD}", 70, 800)] if glued and i % 2 else [Run(HEAD, 70, 800), Run(number, 500, 800)]
        body = column(*own_lines("abcdef"[i]), top=500)
        pages.append([*head, *turned(body, turn if i > 1 else 0)])
    return pages


@pytest.mark.parametrize("glued", [False, True])
@pytest.mark.parametrize("rotate", [0, 90])
@pytest.mark.parametrize("turn", [0, 90, 270])
def test_the_upright_heads_of_turned_pages_go(turn: int, rotate: int, glued: bool) -> None:
    read_pages = read(make_pdf(*gazette(6, turn, glued=glued), rotate=rotate), LIMITS)
    assert read_pages == ["\n".join(own_lines(letter)) for letter in "abcdef"]


def test_heads_turned_with_their_pages_go() -> None:
    pages = [turned([Run(HEAD, 70, 560), *column(*own_lines(letter), top=500)], 90) for letter in "abc"]
    assert read(make_pdf(*pages), LIMITS) == ["\n".join(own_lines(letter)) for letter in "abc"]


def test_narrow_cells_that_are_written_upwards_on_every_page_stay() -> None:
    pages = [[*column(*own_lines(letter)), Run("Số lượng", 300, 300, turn=90)] for letter in "abc"]
    assert read(make_pdf(*pages), LIMITS) == ["\n".join((*own_lines(letter), "Số lượng")) for letter in "abc"]


def test_a_first_line_that_starts_with_a_number_stays() -> None:
    pages = [
        column(f"{i} Điều kiện", f"Dòng của trang {letter}", *LINES) for i, letter in ((5, "a"), (8, "b"), (2, "c"))
    ]
    assert [(page or "").split("\n")[0] for page in read(make_pdf(*pages), LIMITS)] == [
        "5 Điều kiện",
        "8 Điều kiện",
        "2 Điều kiện",
    ]


def test_offsets_of_pages_point_to_their_first_letters() -> None:
    source = read_bytes(make_pdf(*gazette(4, 90)), "a.pdf")
    assert [source.text[start:].split("\n")[0] for start in source.pages] == [f"Mục {c} của danh mục" for c in "abcd"]
