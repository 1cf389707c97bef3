"""A newspaper's note says what the document is that it prints whole."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import read, relations

_TEXT = "\n\nI. TÌNH HÌNH\n\nNhững năm qua, công tác này có nhiều kết quả.\n"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Ngày 3/9/2031, thay mặt Ban Bí thư, đồng chí Lê Văn An đã ký ban hành Chỉ thị số 17-CT/TW về công tác thư "
            "viện. Chỉ thị này thay thế Chỉ thị số 5-CT/TW ngày 2/2/2021 của Ban Bí thư. Sau đây là toàn văn Chỉ thị:",
            ("Chỉ thị", "17-CT/TW", "2031-09-03", "Ban Bí thư", "công tác thư viện"),
        ),
        (
            "Ngày 4-10-2031, Ban Thường vụ Tỉnh ủy đã ban hành Nghị quyết số 8-NQ/TU về thủy lợi giai đoạn 2031-2035. "
            "Báo Sông Xanh trân trọng giới thiệu toàn văn nội dung Nghị quyết.",
            ("Nghị quyết", "8-NQ/TU", "2031-10-04", "Ban Thường vụ Tỉnh ủy", "thủy lợi giai đoạn 2031-2035"),
        ),
    ],
)
def test_notes_above_a_whole_document(note: str, expected: tuple[str, ...]) -> None:
    header = read(note + _TEXT).header
    assert (header.type, header.number, header.date, header.issuer, header.title) == expected


def test_the_note_says_what_the_document_does() -> None:
    note = (
        "Ban Bí thư ban hành Chỉ thị số 17-CT/TW về thư viện. Chỉ thị này thay thế Chỉ thị số 5-CT/TW ngày 2/2/2021. "
        "Sau đây là toàn văn Chỉ thị:"
    )
    assert relations(read(note + _TEXT)) == {"this replaces 5-CT/TW"}


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(
            "Ban Bí thư ban hành Chỉ thị số 17-CT/TW về thư viện. Bạn đọc xem toàn văn tại đây.", id="elsewhere"
        ),
        pytest.param(
            "Hưởng ứng Chỉ thị số 17-CT/TW, báo xin giới thiệu toàn văn bài phát biểu của bà An.", id="a speech"
        ),
        pytest.param("Báo xin giới thiệu toàn văn Nghị quyết.", id="no number"),
        pytest.param(
            "Theo Chỉ thị số 17-CT/TW, tỉnh xây dựng kế hoạch. Sau đây là toàn văn Nghị quyết:", id="another type"
        ),
    ],
)
def test_other_notes_are_no_letterhead(note: str) -> None:
    assert read(note + _TEXT).header.number is None
