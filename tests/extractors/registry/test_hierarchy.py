"""Which documents can change which."""

from __future__ import annotations

import pytest

from legalkg.extractors.registry.hierarchy import may_change


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Luật", "Luật"),
        ("Luật", "Nghị định"),
        ("Bộ luật", "Luật"),
        ("Pháp lệnh", "Luật"),
        ("Nghị quyết", "Luật"),
        ("Nghị định", "Nghị định"),
        ("Thông tư", "Nghị định"),
        (None, "Luật"),
        ("Quyết định", None),
        ("Kế hoạch", "Kế hoạch"),
        ("Kết luận", "Chỉ thị"),
    ],
)
def test_may_change(source: str | None, target: str | None) -> None:
    assert may_change(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Nghị định", "Luật"),
        ("Thông tư", "Bộ luật"),
        ("Quyết định", "Pháp lệnh"),
        ("Nghị định", "Hiến pháp"),
        ("Tờ trình", "Quyết định"),
        ("Báo cáo", "Quyết định"),
        ("Đề án", "Luật"),
        ("Công văn", "Quyết định"),
        ("Kế hoạch", "Nghị định"),
        ("Chỉ thị", "Nghị định"),
        ("Kết luận", "Thông tư"),
    ],
)
def test_may_not_change(source: str | None, target: str | None) -> None:
    assert not may_change(source, target)


@pytest.mark.parametrize(("number", "may"), [("71/NQ-CP", False), ("136/2024/QH15", True), (None, True)])
def test_resolutions_on_administration_change_no_law(number: str | None, may: bool) -> None:
    assert may_change("Nghị quyết", "Luật", number) == may
