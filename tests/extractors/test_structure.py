"""The tree of provisions."""

from __future__ import annotations

import pytest

from legalkg.extractors.model import Provision
from legalkg.extractors.quotations import quotations
from legalkg.extractors.structure import find_provisions, provision_at


def provisions_of(text: str, start: int = 0, end: int | None = None) -> list[Provision]:
    return find_provisions(text, start, len(text) if end is None else end, quotations(text, 0, len(text)))


def eids(text: str) -> list[str]:
    return [p.eid for p in provisions_of("\n" + text)]


TREES = [
    ("Điều 1. A\nĐiều 2. B", ["dieu_1", "dieu_2"]),
    ("Điều 1. A\n1. B\na) C\nb) D\n2. E", [
        "dieu_1", "dieu_1__khoan_1", "dieu_1__khoan_1__diem_a", "dieu_1__khoan_1__diem_b", "dieu_1__khoan_2",
    ]),
    ("Chương I\nA\nMục 1\nB\nĐiều 1. C\nĐiều 2. D\nChương II\nE\nĐiều 3. F", [
        "chuong_I", "chuong_I__muc_1", "chuong_I__muc_1__dieu_1", "chuong_I__muc_1__dieu_2", "chuong_II",
        "chuong_II__dieu_3",
    ]),
    ("Phần thứ nhất\nA\nĐiều 1. B\nPhần thứ hai\nC", ["phan_1", "phan_1__dieu_1", "phan_2"]),
    ("PHẦN THỨ NHẤT\nA\nĐIỀU 1. B\nPHẦN THỨ MƯỜI\nC", ["phan_1", "phan_1__dieu_1", "phan_10"]),
    ("Mục 1\nA\nTiểu mục 1\nB\nĐiều 1. C\nTIỂU MỤC 2\nĐiều 2. D\nMục 2\nE", [
        "muc_1", "muc_1__tieu_muc_1", "muc_1__tieu_muc_1__dieu_1", "muc_1__tieu_muc_2", "muc_1__tieu_muc_2__dieu_2",
        "muc_2",
    ]),
    ("Điều thứ 1\nA\nĐiều thứ 2\nB", ["dieu_1", "dieu_2"]),
    ("PHẦN I\nCHƯƠNG I\nĐIỀU 1. A", ["phan_I", "phan_I__chuong_I", "phan_I__chuong_I__dieu_1"]),
    ("I. A\n1. B\n1.1. C\n1.2. D\na) E\nII. F", [
        "muc_I", "muc_I__khoan_1", "muc_I__khoan_1__khoan_1-1", "muc_I__khoan_1__khoan_1-2",
        "muc_I__khoan_1__khoan_1-2__diem_a", "muc_II",
    ]),
    ("I- A\nII/ B", ["muc_I", "muc_II"]),
    ("Điều 5a. A\nđ) B", ["dieu_5a", "dieu_5a__diem_đ"]),
    ("1) A\n2) B", ["khoan_1", "khoan_2"]),
    ("**Điều 1.** A\n## Điều 2. B", ["dieu_1", "dieu_2"]),
    ("Điều 1. A\n1. B\nĐiều 2. C\n1. D", ["dieu_1", "dieu_1__khoan_1", "dieu_2", "dieu_2__khoan_1"]),
    ("Điều 2. 1. A\n2. B", ["dieu_2", "dieu_2__khoan_1", "dieu_2__khoan_2"]),
    ("Điều 2. 1.000 hộ", ["dieu_2"]),
    ("Điều 1. A\n1- Bãi bỏ\n2- Sửa đổi", ["dieu_1", "dieu_1__khoan_1", "dieu_1__khoan_2"]),
    ("Điều 1. A\n1- 2 hộ", ["dieu_1"]),
    # an article that a broken line goes on with, and one that begins the next item
    ("Điều 1. Bãi bỏ Điều 14,\nĐiều 16, Điều 17 và\nĐiều 18\nĐiều 2. A", ["dieu_1", "dieu_2"]),
    ("Điều 1. Theo khoản 2\nĐiều 5 của Luật\nĐiều 2. A", ["dieu_1", "dieu_2"]),
    ("Điều 1. Bãi bỏ Điều 14.\nĐiều 16. A", ["dieu_1", "dieu_16"]),
    # orders in quotation marks are the document's own; new text is not
    ("Điều 1. A\n“a) Bỏ cụm từ “sở” tại Điều 3;\nb) Bỏ từ “xã”.”", ["dieu_1", "dieu_1__diem_a", "dieu_1__diem_b"]),
    ("Điều 1. A\n“a) Bỏ phí;\nb) Bỏ lệ phí.”", ["dieu_1"]),
    ("1. A\n1. B", ["khoan_1", "khoan_1-lan-2"]),  # a number used twice
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TREES)
def test_trees(text: str, expected: list[str]) -> None:
    assert eids(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Theo Điều 5 của luật",
        "1.000 hộ dân",
        "12/5/2020 họp",
        "a.b",
        "IV của luật",
        "Điều kiện thi công",
        "Mục tiêu chung",
        "Chương trình công tác",
        "Phần lớn hộ dân",
        "2025 là năm",
        "I.Một",
        "II) của đề án",
    ],
)
def test_no_provision(text: str) -> None:
    assert eids(text) == []


def test_quoted_text_is_of_another_document() -> None:
    text = "Điều 1. Sửa đổi Điều 3 như sau:\n“Điều 3. Mới\n1. Một\n2. Hai”\n2. Sửa đổi tiếp\nĐiều 2. Hiệu lực"
    assert eids(text) == ["dieu_1", "dieu_1__khoan_2", "dieu_2"]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Gọi là “quỹ\nĐiều 2. A\nĐiều 3. B",  # a mark that is never closed
        "Điều 1. Gọi là quỹ”\nĐiều 2. A\nĐiều 3. B",
        'Điều 1. Gọi là "quỹ\nĐiều 2. A\nĐiều 3. B',
        "Điều 1. Gọi là “quỹ\nĐiều 2. A\n“1. Một”\nĐiều 3. B",
    ],
)
def test_a_mark_without_its_pair_hides_nothing(text: str) -> None:
    assert eids(text) == ["dieu_1", "dieu_2", "dieu_3"]


@pytest.mark.parametrize(
    "text",
    [
        'Điều 1. Sửa đổi như sau:\n"Điều 3. Mới\n1. Một"\nĐiều 2. Hiệu lực',
        'Điều 1. Sửa đổi như sau:\n"Điều 3. Mới\n1. Gọi là "quỹ" chung\n2. Hai".\nĐiều 2. Hiệu lực',
        'Điều 1. Sửa đổi như sau:\n  "1. Mới\n2. Một";\nĐiều 2. Hiệu lực',
        "Điều 1. Sửa đổi như sau:\n“Điều 3. Gọi là “quỹ” chung\n1. Một”\nĐiều 2. Hiệu lực",
        'Điều 1. Sửa đổi như sau:\n“Điều 3. Mới\n1. Một"\nĐiều 2. Hiệu lực',
        'Điều 1. Gọi là "quỹ" chung\nĐiều 2. Màn hình 15" và 17"',
        "Điều 1. Sửa đổi như sau:\n“Điều 3. Mới\n1. Một”\nĐiều 2. Hiệu lực",
    ],
)
def test_quotation_marks(text: str) -> None:
    assert eids(text) == ["dieu_1", "dieu_2"]


def test_a_unit_ends_where_the_next_of_its_rank_begins() -> None:
    text = "\nĐiều 1. A\n1. B\na) C\n2. D\nĐiều 2. E\n"
    found = {p.eid: text[p.start : p.end] for p in provisions_of(text)}
    assert found["dieu_1"] == "Điều 1. A\n1. B\na) C\n2. D\n"
    assert found["dieu_1__khoan_1"] == "1. B\na) C\n"
    assert found["dieu_2"] == "Điều 2. E\n"


def test_parents() -> None:
    found = provisions_of("\nĐiều 1. A\n1. B\na) C")
    assert [(p.eid, p.parent) for p in found] == [
        ("dieu_1", None),
        ("dieu_1__khoan_1", "dieu_1"),
        ("dieu_1__khoan_1__diem_a", "dieu_1__khoan_1"),
    ]
    assert [(p.kind, p.label) for p in found] == [("dieu", "Điều 1"), ("khoan", "1"), ("diem", "a")]


def test_every_path_is_used_once() -> None:
    found = eids("1. A\n2. B\n1. C\n1. D\na) E\na) F")
    assert len(found) == len(set(found))


def test_provision_at() -> None:
    text = "\nMở đầu\nĐiều 1. A\n1. B\nĐiều 2. C\nhết"
    provisions = provisions_of(text, 0, text.index("hết"))
    starts = [p.start for p in provisions]
    at = {word: provision_at(provisions, starts, text.index(word)) for word in ("Mở", "A", "B", "C", "hết")}
    assert at == {"Mở": None, "A": "dieu_1", "B": "dieu_1__khoan_1", "C": "dieu_2", "hết": None}


def test_only_the_body_counts() -> None:
    text = "\nĐiều 1. A\nĐiều 2. B\nĐiều 3. C"
    assert [p.eid for p in provisions_of(text, text.index("Điều 2"), text.index("\nĐiều 3"))] == ["dieu_2"]
