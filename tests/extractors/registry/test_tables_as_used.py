"""The tables that the grammar uses, as it sees them."""

from __future__ import annotations

import pytest

from legalkg.extractors.registry.known import known_names
from legalkg.extractors.registry.names import NameTrie
from legalkg.extractors.registry.tables import split_cell
from legalkg.extractors.registry.types import document_types, standard_type, type_by_code


@pytest.mark.parametrize(("cell", "values"), [("a | b|c", ["a", "b", "c"]), ("", []), (" a ", ["a"]), ("|a||", ["a"])])
def test_split_cell(cell: str, values: list[str]) -> None:
    assert split_cell(cell) == values


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Nghị quyết", "Nghị quyết"),
        ("NGHỊ  QUYẾT", "Nghị quyết"),
        ("thông báo kết luận", "Thông báo"),
        ("Chương trình hành động", "Chương trình"),
        ("Công ước", "Điều ước quốc tế"),
        ("Văn bản", "Công văn"),
        ("Thông tư liên bộ", "Thông tư liên tịch"),
        ("Giấy phép", None),
        ("", None),
    ],
)
def test_standard_type(word: str, kind: str | None) -> None:
    assert standard_type(word) == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [("KL", "Kết luận"), ("QĐ", "Quyết định"), ("QĐi", "Quy định"), ("QĐI", "Quy định"), ("CTr", "Chương trình"),
     ("Ctr", "Chương trình"), ("TTr", "Tờ trình"), ("XYZ", None)],
)  # fmt: skip
def test_type_by_code(code: str, kind: str | None) -> None:
    assert type_by_code(code) == kind


def test_every_type_knows_its_own_words() -> None:
    for kind in document_types():
        for word in kind.words:
            assert standard_type(word) == kind.name


NAMES = NameTrie(
    {"Luật Đất đai": "Luật Đất đai", "Luật Đất": "Luật Đất", "Luật Nhà ở": "Luật Nhà ở", "BLDS": "Bộ luật"}
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luật Đất đai", (12, "Luật Đất đai")),
        ("luật  đất\nđai số", (13, "Luật Đất đai")),
        ("LUẬT ĐẤT ĐAI", (12, "Luật Đất đai")),
        ("Luật Đất rừng", (8, "Luật Đất")),
        ("Luật Nhà", None),
        ("Bộ Luật Nhà ở", None),
        ("BLDS 2015", (4, "Bộ luật")),
        ("", None),
    ],
)
def test_the_longest_name_at_a_place(text: str, expected: tuple[int, str] | None) -> None:
    assert NAMES.match(text, 0) == expected


@pytest.mark.parametrize(
    "name", ["Luật Đất đai", "Bộ luật Dân sự", "BLDS", "Luật Ban hành văn bản QPPL", "Luật Thuế TNCN"]
)
def test_known_documents(name: str) -> None:
    match = known_names().match(name, 0)
    assert match
    assert match[0] == len(name)
