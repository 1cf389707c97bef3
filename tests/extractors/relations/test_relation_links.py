"""Which documents can change which."""

from __future__ import annotations

import pytest

from extractors.relations.context import Identity
from extractors.relations.links import may_change


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
    ],
)
def test_may_change(source: str | None, target: str | None) -> None:
    assert may_change(Identity(source), Identity(target))


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
    ],
)
def test_may_not_change(source: str | None, target: str | None) -> None:
    assert not may_change(Identity(source), Identity(target))
