"""Letterheads and closings are read column by column, notes at the page's end are set apart."""

from __future__ import annotations

from legalkg.extractors.reading.page_columns import page_text
from legalkg.extractors.reading.page_rows import PageRow, Piece


def one(text: str, *, left: float = 70, size: float = 12) -> PageRow:
    return (Piece(text, left, left + 6 * len(text), 700, size),)


def two(left: str, right: str) -> PageRow:
    return (*one(left), *one(right, left=300))


def test_a_letterhead_made_with_tabs_is_read_column_by_column() -> None:
    rows = [
        two("UBND TỈNH LÀO CAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
        two("SỞ TÀI CHÍNH", "Độc lập - Tự do"),
        one("-----"),
        two("Số: 12/QĐ-STC", "Lào Cai, ngày 01 tháng 01"),
        one("QUYẾT ĐỊNH về việc phân bổ dự toán ngân sách"),
    ]
    assert page_text(rows).split("\n") == [
        "UBND TỈNH LÀO CAI",
        "SỞ TÀI CHÍNH",
        "-----",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "Độc lập - Tự do",
        "Số: 12/QĐ-STC",
        "Lào Cai, ngày 01 tháng 01",
        "QUYẾT ĐỊNH về việc phân bổ dự toán ngân sách",
    ]


def test_a_closing_made_with_tabs_is_read_column_by_column() -> None:
    rows = [two("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), two("- Như trên;", "KT. CHỦ TỊCH"), one("- Lưu: VT.")]
    assert page_text(rows) == "Nơi nhận:\n- Như trên;\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n- Lưu: VT."


def test_other_pairs_are_read_row_by_row() -> None:
    rows = [two("Mẫu 1.1", "Nghị quyết"), two("Mẫu 1.2", "Quyết định")]
    assert page_text(rows) == "Mẫu 1.1\nNghị quyết\nMẫu 1.2\nQuyết định"


def test_longer_rows_stand_on_one_line() -> None:
    assert page_text([(*one("1"), *one("Nghị quyết", left=100), *one("NQ", left=400))]) == "1\tNghị quyết\tNQ"


def test_notes_are_set_apart_so_that_a_broken_word_ends_its_paragraph() -> None:
    rows = [
        *(one("văn bản", size=14) for _ in range(6)),
        one("thực hiện Nghị", size=14),
        one("¹ Quyết định số 362/QĐ-TTg", size=10),
        one("của Thủ tướng", size=10),
        one("[2] Chỉ thị", size=10),
    ]
    assert page_text(rows).endswith("thực hiện Nghị\n\n¹ Quyết định số 362/QĐ-TTg\ncủa Thủ tướng\n[2] Chỉ thị")


def test_marks_of_notes_are_raised_where_their_calls_are() -> None:
    rows = [
        *(one("văn bản", size=14) for _ in range(6)),
        one("lãnh thổ¹ và văn hóa²", size=14),
        one("1 Kỷ niệm", size=10),
        one("45 năm ngày thành lập", size=10),
        one("2 Hệ giá trị", size=10),
    ]
    assert page_text(rows).endswith("văn hóa²\n\n¹ Kỷ niệm\n45 năm ngày thành lập\n² Hệ giá trị")


def test_small_type_without_marks_is_no_note() -> None:
    rows = [*(one("văn bản", size=14) for _ in range(6)), one("1 Như trên", size=10)]
    assert page_text(rows).endswith("văn bản\n1 Như trên")


def test_a_page_without_rows_is_blank() -> None:
    assert page_text([]) == ""
