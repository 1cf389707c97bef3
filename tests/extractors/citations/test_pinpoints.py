"""Provisions named with a document, as Akoma Ntoso paths."""

from __future__ import annotations

import pytest

from legalkg.extractors.citations.provision_paths import paths
from tests.extractors.extraction_factories import decision, mentions, read

PATHS = [
    ("Điều 5", ["dieu_5"]),
    ("khoản 1 Điều 5", ["dieu_5__khoan_1"]),
    ("điểm a khoản 1 Điều 5", ["dieu_5__khoan_1__diem_a"]),
    ("Điểm a Khoản 1 Điều 5", ["dieu_5__khoan_1__diem_a"]),
    ("điểm đ khoản 2 Điều 3a", ["dieu_3a__khoan_2__diem_đ"]),
    ("tiết a điểm 1.2 khoản 1 Điều 4", ["dieu_4__khoan_1__diem_1-2__tiet_a"]),
    ("đoạn 2 khoản 1 Điều 4", ["dieu_4__khoan_1__doan_2"]),
    ("khoản 1a Điều 10", ["dieu_10__khoan_1a"]),
    ("Chương II", ["chuong_II"]),
    ("Mục 2 Chương III", ["chuong_III__muc_2"]),
    ("Phụ lục I", ["phu_luc_I"]),
    ("Phụ lục số 02", ["phu_luc_02"]),
    # lists
    ("các Điều 3, 4 và 5", ["dieu_3", "dieu_4", "dieu_5"]),
    ("Điều 5, Điều 6, Điều 7 và Điều 9", ["dieu_5", "dieu_6", "dieu_7", "dieu_9"]),
    ("Điều 5, 6,7", ["dieu_5", "dieu_6", "dieu_7"]),
    ("khoản 1, khoản 2 Điều 3; Điều 4", ["dieu_3__khoan_1", "dieu_3__khoan_2", "dieu_4"]),
    ("khoản 1 Điều 1 và khoản 3 Điều 2", ["dieu_1__khoan_1", "dieu_2__khoan_3"]),
    ("Điều 5 và khoản 2 Điều 6", ["dieu_5", "dieu_6__khoan_2"]),
    (
        "điểm a, b khoản 2 và khoản 5 Điều 8",
        ["dieu_8__khoan_2__diem_a", "dieu_8__khoan_2__diem_b", "dieu_8__khoan_5"],
    ),
    (
        "điểm a và điểm c khoản 1 Điều 2; điểm b khoản 3 Điều 4",
        ["dieu_2__khoan_1__diem_a", "dieu_2__khoan_1__diem_c", "dieu_4__khoan_3__diem_b"],
    ),
    (
        "điểm a, điểm b khoản 1, khoản 2 Điều 2 và Điều 3",
        ["dieu_2__khoan_1__diem_a", "dieu_2__khoan_1__diem_b", "dieu_2__khoan_2", "dieu_3"],
    ),
    ("Chương VII và Chương VIII", ["chuong_VII", "chuong_VIII"]),
    ("Điều 1 và Phụ lục II", ["dieu_1", "phu_luc_II"]),
    ("khoản 2 Điều 1 và Phụ lục II", ["dieu_1__khoan_2", "phu_luc_II"]),
    ("Điều 5 và Chương III", ["dieu_5", "chuong_III"]),
    # ranges
    ("Điều 3 đến Điều 7", ["dieu_3", "dieu_4", "dieu_5", "dieu_6", "dieu_7"]),
    ("Điều 3 đến 5", ["dieu_3", "dieu_4", "dieu_5"]),
    ("khoản 1 đến khoản 3 Điều 9", ["dieu_9__khoan_1", "dieu_9__khoan_2", "dieu_9__khoan_3"]),
    ("Điều 7 đến Điều 3", ["dieu_7", "dieu_3"]),  # no range
    ("Điều 100 đến Điều 300", ["dieu_100", "dieu_300"]),  # too long to spell out
    # the larger unit first
    ("Điều 5 khoản 2 điểm a", ["dieu_5__khoan_2__diem_a"]),
    ("Điều 4, khoản 4.6", ["dieu_4__khoan_4-6"]),
    ("Phần II, Mục 3, điểm c", ["phan_II__muc_3__diem_c"]),
    # Party style
    ("điểm 1, mục I, phần thứ hai", ["phan_2__muc_I__diem_1"]),
    ("tiểu mục 2, Mục B, Phần hai", ["phan_2__muc_B__tieu_muc_2"]),
    ("Phần hai, mục B, tiểu mục 2", ["phan_2__muc_B__tieu_muc_2"]),
    ("điểm 2.2, Mục II", ["muc_II__diem_2-2"]),
    ("Mục I.1.1", ["muc_I-1-1"]),
    ("Mục 19", ["muc_19"]),
    ("Điều 4 khoản 1 và khoản 2", ["dieu_4__khoan_1", "dieu_4__khoan_2"]),
    ("Điều 4, khoản 1, điểm a, điểm b", ["dieu_4__khoan_1__diem_a", "dieu_4__khoan_1__diem_b"]),
    ("Điều 3-5", ["dieu_3", "dieu_4", "dieu_5"]),
    ("điểm a1 khoản 2 Điều 3", ["dieu_3__khoan_2__diem_a1"]),
    ("điểm a khoản 1; Điều 4", ["khoan_1__diem_a", "dieu_4"]),
    ("điểm a khoản 1 và Điều 4", ["khoan_1__diem_a", "dieu_4"]),
    ("khoản 1 Điều 3, khoản 2 Điều 4 và Phụ lục I", ["dieu_3__khoan_1", "dieu_4__khoan_2", "phu_luc_I"]),
    ("Phụ lục I, Phụ lục II và Điều 3", ["phu_luc_I", "phu_luc_II", "dieu_3"]),
    (
        "khoản 1 Điều 34; các Điều 35, 37; Mục 6 Chương III; Điều 58",
        ["dieu_34__khoan_1", "dieu_35", "dieu_37", "chuong_III__muc_6", "dieu_58"],
    ),
    (
        "các khoản 1 và 2, điểm a và điểm b khoản 4 Điều 65",
        ["dieu_65__khoan_1", "dieu_65__khoan_2", "dieu_65__khoan_4__diem_a", "dieu_65__khoan_4__diem_b"],
    ),
    ("mục 1 và mục 2 Chương III", ["chuong_III__muc_1", "chuong_III__muc_2"]),
    ("Điểm 10 (10.5)", ["diem_10-5"]),
    ("mục 2.3, khoản 2, phần IV", ["phan_IV__khoan_2__muc_2-3"]),
]


@pytest.mark.parametrize(("expression", "eids"), PATHS)
def test_paths(expression: str, eids: list[str]) -> None:
    assert paths(expression) == (tuple(eids), ())


@pytest.mark.parametrize(("expression", "eids"), PATHS)
def test_before_a_document(expression: str, eids: list[str]) -> None:
    (mention,) = mentions(read(f"Làm đúng theo {expression} Nghị định số 15/2020/NĐ-CP ngày 03/02/2020."))
    assert [(p.text, list(p.eids), p.excluded) for p in mention.pinpoints] == [(expression, eids, False)]


@pytest.mark.parametrize(
    ("expression", "eids", "excluded"),
    [
        ("Điều 5, trừ Điều 6", ["dieu_5"], ["dieu_6"]),
        ("Điều 5, trừ điểm b khoản 1", ["dieu_5"], ["dieu_5__khoan_1__diem_b"]),
        ("khoản 1 Điều 5, trừ điểm b", ["dieu_5__khoan_1"], ["dieu_5__khoan_1__diem_b"]),
        ("Chương II, trừ khoản 2 Điều 6 và Điều 7", ["chuong_II"], ["chuong_II__dieu_6__khoan_2", "chuong_II__dieu_7"]),
        ("Điều 5, trừ khoản 2", ["dieu_5"], ["dieu_5__khoan_2"]),
        ("Điều 3, Điều 5 trừ khoản 2", ["dieu_3", "dieu_5"], ["dieu_5__khoan_2"]),
    ],
)
def test_exceptions(expression: str, eids: list[str], excluded: list[str]) -> None:
    assert paths(expression) == (tuple(eids), tuple(excluded))


def test_an_exception_is_a_pinpoint_of_its_own() -> None:
    (mention,) = mentions(read("Làm theo Điều 5, trừ Điều 6 Nghị định số 15/2020/NĐ-CP."))
    assert [(p.eids, p.excluded) for p in mention.pinpoints] == [(("dieu_5",), False), (("dieu_6",), True)]


@pytest.mark.parametrize(
    "link", ["", "của ", "tại ", "thuộc ", "trong ", "ban hành kèm theo ", "kèm theo ", "\n", ", ", "“"]
)
def test_what_may_stand_between_provision_and_document(link: str) -> None:
    (mention,) = mentions(read(decision(f"Làm theo khoản 2 Điều 5 {link}Nghị định số 15/2020/NĐ-CP thì được.")))
    assert [p.eids for p in mention.pinpoints] == [("dieu_5__khoan_2",)]


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định số 15/2020/NĐ-CP (khoản 1 Điều 5).",
        "Theo Nghị định số 15/2020/NĐ-CP (tại khoản 1 Điều 5) thì được.",
        "Theo Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 (theo khoản 1 Điều 5) thì được.",
    ],
)
def test_in_brackets_behind_the_document(text: str) -> None:
    (mention,) = mentions(read(text))
    assert [(p.text, p.eids) for p in mention.pinpoints] == [("khoản 1 Điều 5", ("dieu_5__khoan_1",))]


def test_a_provision_at_the_start_of_a_line() -> None:
    (mention,) = mentions(read("Làm đúng theo quy định tại khoản sau\nĐiều 21 Nghị định số 15/2020/NĐ-CP."))
    assert [p.eids for p in mention.pinpoints] == [("dieu_21",)]


def test_a_word_that_ends_like_a_unit_hides_no_provision() -> None:
    (mention,) = mentions(read("Giai đoạn 2025 và Điều 5 Nghị định số 15/2020/NĐ-CP."))
    assert [(p.text, p.eids) for p in mention.pinpoints] == [("Điều 5", ("dieu_5",))]


@pytest.mark.parametrize(
    "before",
    [
        "điều kiện của ",
        "khoản vay theo ",
        "mục đích của ",
        "điểm mới của ",
        "phần lớn nội dung ",
        "mục tiêu của ",
        "Điều 5 được sửa đổi tại ",
        "khoản 2 Điều 5 đã ghi và theo ",
        "Điều 5.\n\n",
        "Điều 5 Luật này và ",
        "chương trình của ",
        "tiết kiệm theo ",
        "đoạn đường theo ",
        "giai đoạn 2026-2030 theo ",
        "giai đoạn 2026-2030 ",
        "Điều 5 Quy chế này. Danh mục kèm theo ",
        "Điều 5 và Nghị định số 10/2020/NĐ-CP ban hành kèm theo ",
    ],
)
def test_no_provision(before: str) -> None:
    text = decision(f"Làm đúng theo {before}Nghị định số 15/2020/NĐ-CP thì được.")
    assert mentions(read(text))[-1].pinpoints == ()


def test_each_document_has_its_own_provisions() -> None:
    text = "Theo Điều 5 Luật Đất đai, khoản 2 Điều 7 Luật Nhà ở và Luật Xây dựng."
    assert [[p.eids for p in m.pinpoints] for m in mentions(read(text))] == [
        [("dieu_5",)],
        [("dieu_7__khoan_2",)],
        [],
    ]


@pytest.mark.parametrize(
    ("expression", "eids"),
    [
        ("ĐIỀU 5", ["dieu_5"]),
        ("điểm b(ii) khoản 1 Điều 2", ["dieu_2__khoan_1__diem_b"]),
        (
            "điểm a khoản 1, 2 và 3 Điều 5",
            ["dieu_5__khoan_1__diem_a", "dieu_5__khoan_2__diem_a", "dieu_5__khoan_3__diem_a"],
        ),
        ("Điều 5 Quy chế làm việc của Ủy ban nhân dân tỉnh ban hành kèm theo", ["dieu_5"]),
        ("khoản 2 Điều 5 của Điều lệ Trường mầm non được ban hành kèm theo", ["dieu_5__khoan_2"]),
        ("Phụ lục ban hành kèm theo", ["phu_luc"]),
        ("Điều 6 và các Phụ lục của", ["dieu_6", "phu_luc"]),
        ("KHOẢN 1 ĐIỀU 5", ["dieu_5__khoan_1"]),
        ("TIỂU MỤC 2 MỤC II", ["muc_II__tieu_muc_2"]),
        ("Điều 5 của Quy chế ban hành kèm theo", ["dieu_5"]),
        ("Điều 5 Quy định ban hành kèm theo", ["dieu_5"]),
        ("Phụ lục", ["phu_luc"]),
    ],
)
def test_other_forms_before_a_document(expression: str, eids: list[str]) -> None:
    (mention,) = mentions(read(f"Làm đúng theo {expression} Nghị định số 15/2020/NĐ-CP ngày 03/02/2020."))
    assert [list(p.eids) for p in mention.pinpoints] == [eids]


def test_a_page_of_provisions_is_cut_off_at_its_window() -> None:
    long = ", ".join(f"Điều {n}" for n in range(1, 200))
    (mention,) = mentions(read(f"Làm đúng theo {long} Nghị định số 15/2020/NĐ-CP."))
    assert mention.pinpoints[0].eids[-1] == "dieu_199"
    assert len(mention.pinpoints[0].text) < 300
