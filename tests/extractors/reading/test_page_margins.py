"""Running heads and page numbers go, what is the text's own stays."""

from __future__ import annotations

from legalkg.extractors.reading.page_margins import without_margins
from legalkg.extractors.reading.page_rows import PageRow, Piece

TOP, BODY, BOTTOM = 810.0, 780.0, 30.0


def row(*texts: str, at: float) -> PageRow:
    return tuple(Piece(text, 70 + 200 * i, 160 + 200 * i, at, 12) for i, text in enumerate(texts))


def page(head: tuple[str, ...], body: list[str], foot: tuple[str, ...] = ()) -> list[PageRow]:
    rows = [row(text, at=BODY - 16 * i) for i, text in enumerate(body)]
    return [*([row(*head, at=TOP)] if head else []), *rows, *([row(*foot, at=BOTTOM)] if foot else [])]


def texts(pages: list[list[PageRow]]) -> list[list[str]]:
    return [[piece.text for row in rows for piece in row] for rows in without_margins(pages)]


def bodies(count: int) -> list[list[str]]:
    return [[f"Điều {i}. Dòng đầu", f"Dòng giữa {i}", f"Dòng cuối {i}"] for i in range(1, count + 1)]


def test_page_numbers_go_in_all_their_forms() -> None:
    for form in ("{}", "- {} -", "Trang {}", "Page {} of 4", "{}/4", "({})"):
        pages = [page((), body, (form.format(i),)) for i, body in enumerate(bodies(4), 1)]
        assert texts(pages) == bodies(4), form


def test_a_first_page_may_have_no_number() -> None:
    pages = [page((str(i),) if i > 1 else (), body) for i, body in enumerate(bodies(2), 1)]
    assert texts(pages) == bodies(2)


def test_numbers_may_start_anywhere() -> None:
    pages = [page((), body, (str(34 + i),)) for i, body in enumerate(bodies(3), 1)]
    assert texts(pages) == bodies(3)


def test_a_running_head_goes_with_the_number_beside_it() -> None:
    for first in (1, 35):
        pages = [page(("CÔNG BÁO/Số 12/Ngày 01-01-2024", str(i)), body) for i, body in enumerate(bodies(3), first)]
        assert texts(pages) == bodies(3)


def test_two_lines_of_head_and_one_of_foot_go() -> None:
    pages = [[row("VĂN PHÒNG", at=TOP + 16), *page(("Bản in",), body, ("congbao.chinhphu.vn",))] for body in bodies(3)]
    assert texts(pages) == bodies(3)


def test_numbers_that_are_no_page_numbers_stay() -> None:
    pages = [page((), body, (number,)) for body, number in zip(bodies(3), ("2024", "17", "2024"), strict=True)]
    assert [rows[-1] for rows in texts(pages)] == ["2024", "17", "2024"]


def test_a_letterhead_on_every_page_stays() -> None:
    pages = [page(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",), body) for body in bodies(3)]
    assert all(rows[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" for rows in texts(pages))


def test_a_repeated_first_line_of_the_text_stays() -> None:
    # The head of a table, on all pages but the first, at the height where the text of the first one starts.
    pages = [page((), ["QUYẾT ĐỊNH", "a"]), *(page((), ["STT", f"dòng {i}"]) for i in range(3))]
    assert [rows[0] for rows in texts(pages)] == ["QUYẾT ĐỊNH", "STT", "STT", "STT"]


def test_two_pages_with_the_same_first_line_keep_it() -> None:
    pages = [page((), ["PHỤ LỤC", f"Danh mục {i}"]) for i in (1, 2)]
    assert [rows[0] for rows in texts(pages)] == ["PHỤ LỤC", "PHỤ LỤC"]


def test_labels_that_count_stay() -> None:
    pages = [page((f"Mẫu số 0{i}",), body) for i, body in enumerate(bodies(4), 1)]
    assert [rows[0] for rows in texts(pages)] == ["Mẫu số 01", "Mẫu số 02", "Mẫu số 03", "Mẫu số 04"]


def test_copies_of_a_page_are_no_running_heads() -> None:
    pages = [page((), bodies(1)[0], (str(i),)) for i in range(1, 4)]
    assert texts(pages) == bodies(1) * 3


def test_blank_pages_are_no_obstacle() -> None:
    pages = [page((), body, (str(i),)) for i, body in enumerate(bodies(3), 1)]
    assert texts([*pages, []]) == [*bodies(3), []]
    assert texts([]) == []
