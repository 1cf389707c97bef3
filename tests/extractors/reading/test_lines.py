"""Rows, notes and raised digits are written the same way for all formats."""

from __future__ import annotations

import pytest

from legalkg.extractors.reading.lines import Lines, raised, row_text


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (["1", "Nghị quyết", "NQ"], "1\tNghị quyết\tNQ"),
        (["", "Nghị quyết", "NQ"], "\tNghị quyết\tNQ"),
        (["Tổng", "", ""], "Tổng"),
        (["CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (["", "Hà Nội"], "Hà Nội"),
        (["một ô"], "một ô"),
        ([" ", "", "\n"], ""),
        ([], ""),
    ],
)
def test_pairs_stand_on_lines_and_longer_rows_on_one(cells: list[str], text: str) -> None:
    assert row_text(cells) == text


def test_notes_stand_between_single_blank_lines() -> None:
    lines = Lines()
    lines.set_apart(["¹ đầu"])
    lines.add("một")
    lines.set_apart(["² hai", "³ ba"])
    lines.set_apart(["⁴ bốn"])
    lines.add("hai")
    lines.set_apart([])
    lines.gap()
    lines.gap()
    assert lines.text() == "¹ đầu\n\nmột\n\n² hai\n³ ba\n\n⁴ bốn\n\nhai"


@pytest.mark.parametrize(
    ("text", "written"), [("1024", "¹⁰²⁴"), ("1, 2", "¹, ²"), ("[1]", "[1]"), ("*", "*"), ("a1", "a1"), ("", "")]
)
def test_only_numbers_are_raised(text: str, written: str) -> None:
    assert raised(text) == written
