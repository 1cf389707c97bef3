"""What is true of each type: the columns of the table hold what their readers expect."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from legalkg.extractors.model import SourceText
from legalkg.extractors.pipeline import extract
from legalkg.extractors.registry import types
from legalkg.extractors.registry.tables import read_table
from legalkg.extractors.registry.types import Changes, Rank, document_types, type_named, types_that

VALUES = {
    "rank": set(get_args(Rank)),
    "changes": set(get_args(Changes)),
    "by_date": {"yes", "alone", ""},
    **{
        name: {"yes", ""}
        for name in ("named", "orders", "carries_out", "answered", "versions", "short_small", "by_year")
    },
}


@pytest.mark.parametrize("column", VALUES)
def test_cells_hold_what_their_readers_expect(column: str) -> None:
    assert {row[column] for row in read_table("types")} <= VALUES[column]


def test_how_types_are_cited_short() -> None:
    for kind in document_types():
        assert kind.short in ("", "yes", "so") or kind.short.isdigit()
        assert kind.short or not (kind.short_code or kind.is_short_in_small)
        assert not kind.short_code or kind.short_code in kind.codes


def test_legal_documents_change_by_their_rank() -> None:
    for kind in document_types():
        if kind.rank in ("constitution", "statute"):
            assert kind.is_named
            assert kind.has_versions
        assert kind.changes != "statutes" or kind.rank == "statute" or kind.name == "Nghị quyết"


def test_types_of_which_something_is_true() -> None:
    assert "Chỉ thị" in types_that(lambda kind: kind.gives_orders)
    assert "Luật" not in types_that(lambda kind: kind.gives_orders)
    found = type_named("NGHỊ ĐỊNH")
    assert found
    assert found.rank == "legal"
    assert type_named("Giấy phép") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thực hiện Chỉ thị 16 của Thủ tướng Chính phủ, các sở báo cáo.", "Chỉ thị"),
        ("Thực hiện chỉ thị 16 của Thủ tướng Chính phủ, các sở báo cáo.", "Chỉ thị"),
        ("Căn cứ Tờ trình ngày 05/3/2025 của Sở Nội vụ.", "Tờ trình"),
        ("Theo Kế hoạch số 5 của Ủy ban.", "Kế hoạch"),
        ("Theo Kế hoạch 5 của Ủy ban.", None),  # "số" is wanted
        ("Thực hiện Chiến lược 15 của Chính phủ.", "Chiến lược"),
        ("Thực hiện Chiến lược ngày 15/6/2023 của Chính phủ về nước sạch.", "Chiến lược"),
        ("Chiến lược 10 năm 2021 - 2030 của ngành.", None),
        ("Quyết định 15 việc lớn của năm.", None),
        ("Phương án 3 của Ban quản lý.", None),  # never cited short
    ],
)
def test_the_grammar_goes_by_the_table(text: str, kind: str | None) -> None:
    found = extract(SourceText(id="a.txt", text=text)).documents
    assert [document.type for document in found] == ([kind] if kind else [])


def test_nothing_else_reads_the_tables() -> None:
    """One room for the field: only its own modules open the files."""
    folder = Path(types.__file__ or "").parent
    packages = [folder.parents[1] / name for name in ("extractors", "kg", "api")]
    others = [
        file
        for package in packages
        for file in package.rglob("*.py")
        if folder not in file.parents and "read_table" in file.read_text(encoding="utf-8")
    ]
    assert others == []
