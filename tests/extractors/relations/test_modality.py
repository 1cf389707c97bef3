"""What is denied, told, planned or a condition says no relation."""

from __future__ import annotations

import pytest

from legalkg.extractors.relations import modality


@pytest.mark.parametrize(
    ("before", "negated"),
    [
        ("không ", True),
        ("chưa được ", True),
        ("không phải ", True),
        ("thay vì ", True),
        ("không ngừng ", False),
        ("nay ", False),
        ("", False),
    ],
)
def test_negation(before: str, negated: bool) -> None:
    assert modality.is_negated(before + "sửa đổi", len(before)) == negated


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("tình hình ", True),
        ("Mười năm qua, ", True),
        ("xây dựng Đảng gắn với ", True),
        ("Hội nghị toàn quốc ", True),
        ("tiếp tục ", False),
        ("qua đó ", False),
    ],
)
def test_told(before: str, told: bool) -> None:
    assert modality.is_told(before + "thực hiện", len(before), 0) == told


@pytest.mark.parametrize(
    ("before", "behind", "condition"),
    [
        ("Trường hợp ", " hết hiệu lực.", True),
        ("Khi ", " hết hiệu lực.", True),
        ("Kể từ ngày ", " hết hiệu lực.", True),
        ("", " hết hiệu lực thì báo cáo.", True),
        ("Khi Luật này có hiệu lực, ", " hết hiệu lực.", False),
        ("Kể từ ngày 01/01/2026, ", " hết hiệu lực.", False),
        ("", " hết hiệu lực; trường hợp khác thì báo cáo.", False),
        ("2. ", " hết hiệu lực.", False),
    ],
)
def test_condition(before: str, behind: str, condition: bool) -> None:
    text = f"{before}Quyết định A{behind}"
    cue_end = text.index("hiệu lực", len(before)) + len("hiệu lực")
    assert modality.is_condition(text, (0, len(text)), len(before), cue_end) == condition


@pytest.mark.parametrize(
    ("before", "announced"),
    [
        ("Điều 1. ", True),
        ("Điều 38 ", True),
        ("Nay ", True),
        ("; đồng thời ", True),
        ("Chính phủ ban hành Nghị định ", True),
        ("Về việc ", True),
        ("Phê duyệt ", True),
        ("Sở chủ trì ", False),
        ("cơ quan ", False),
        ("tham mưu ", False),
    ],
)
def test_announced(before: str, announced: bool) -> None:
    assert modality.is_announced(before + "bãi bỏ", 0, len(before)) == announced


def test_a_capital_shows_that_a_line_began_here() -> None:
    assert modality.is_announced("văn bản Bãi bỏ", 0, 8)
    assert not modality.is_announced("VĂN BẢN BÃI BỎ", 0, 8)


@pytest.mark.parametrize(
    ("before", "planned"),
    [("Về dự thảo Nghị quyết ", True), ("Góp ý ", True), ("Về việc ", False), ("", False)],
)
def test_planned(before: str, planned: bool) -> None:
    assert modality.is_planned(before, 0, len(before)) == planned
