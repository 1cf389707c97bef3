"""Amending documents read whole: which own provision changes which provision of another document."""

from __future__ import annotations

import pytest

from legalkg.extractors.model import THIS
from tests.extractors.extraction_factories import document, read

A, B = "Nghị định số 10/2020/NĐ-CP", "Nghị định số 11/2021/NĐ-CP"
HEAD = f"Điều 1. Sửa đổi, bổ sung một số điều của {A}\n"


def pairs(body: str, *, title: str = "Về quản lý nghề gốm") -> set[str]:
    """Give the pairs of a decree's changes as lines: 'dieu_1__khoan_2 > 10 dieu_7'."""
    extraction = read(document(body, kind="NGHỊ ĐỊNH", number="30/2023/NĐ-CP", title=title))
    numbers = {cited.id: (cited.number or "").partition("/")[0] for cited in extraction.documents}
    return {
        f"{own} > {numbers[relation.target]} {target}"
        for relation in extraction.relations
        if relation.source == THIS and relation.relation in ("amends", "repeals", "replaces")
        for own, target in relation.provisions
    }


ITEMS = [
    # the heading names the document, its items provisions only
    (HEAD + "1. Bãi bỏ khoản 2 Điều 7.", {"dieu_1__khoan_1 > 10 dieu_7__khoan_2"}),
    (f"Điều 1. Thực hiện {A}\n1. Bãi bỏ khoản 2 Điều 7.", set()),
    (f"Điều 1. Sửa đổi một số điều của {A} và {B}\n1. Bãi bỏ khoản 2 Điều 7.", set()),
    (
        HEAD + "1. Sửa đổi, bổ sung khoản 1 và khoản 3 Điều 4 như sau:\n“1. Các xã làm gốm theo Điều 9.”.",
        {"dieu_1__khoan_1 > 10 dieu_4__khoan_1", "dieu_1__khoan_1 > 10 dieu_4__khoan_3"},
    ),
    (HEAD + "1. Điều 5 được sửa đổi, bổ sung như sau:\n“Điều 5. Lò nung”.", {"dieu_1__khoan_1 > 10 dieu_5"}),
    (HEAD + "1. Hồ sơ theo Điều 5 được sửa đổi khi có yêu cầu.", set()),
    (
        f"Điều 1. Sửa đổi một số điều của {A}\nBãi bỏ Điều 8.\nĐiều 2. Bãi bỏ Điều 3 của {B}.",
        {"dieu_1 > 10 dieu_8", "dieu_2 > 11 dieu_3"},
    ),
    # an item within an item: the article stands in the heading above
    (
        HEAD
        + "1. Sửa đổi, bổ sung một số khoản của Điều 6 như sau:\na) Bãi bỏ khoản 2;\nb) Bổ sung điểm c khoản 4 như sau:"
        "\n“c) Lò điện.”.",
        {"dieu_1__khoan_1__diem_a > 10 dieu_6__khoan_2", "dieu_1__khoan_1__diem_b > 10 dieu_6__khoan_4__diem_c"},
    ),
    (
        HEAD + "1. Sửa đổi khoản 1 Điều 5 và khoản 1 Điều 6 như sau:\na) Bãi bỏ khoản 2.",
        {"dieu_1__khoan_1 > 10 dieu_5__khoan_1", "dieu_1__khoan_1 > 10 dieu_6__khoan_1"},
    ),
    # what is put in, and where
    (HEAD + "1. Bổ sung Điều 7a vào sau Điều 7 như sau:\n“Điều 7a. Men”.", {"dieu_1__khoan_1 > 10 dieu_7a"}),
    (
        HEAD + "1. Bổ sung khoản 4a vào sau khoản 4 Điều 9 như sau:\n“4a. Men”.",
        {"dieu_1__khoan_1 > 10 dieu_9__khoan_4a"},
    ),
    (
        HEAD + "1. Bổ sung điểm d vào khoản 2 Điều 9 như sau:\n“d) Men”.",
        {"dieu_1__khoan_1 > 10 dieu_9__khoan_2__diem_d"},
    ),
    (
        HEAD + "1. Sửa đổi khoản 1 và bổ sung khoản 1a vào sau khoản 1 Điều 9 như sau:\n“1. Men”.",
        {"dieu_1__khoan_1 > 10 dieu_9__khoan_1", "dieu_1__khoan_1 > 10 dieu_9__khoan_1a"},
    ),
    (
        HEAD + "1. Sửa đổi, bổ sung điểm a khoản 2 Điều 7 và khoản 3 như sau:\n“a) Men”.",
        {"dieu_1__khoan_1 > 10 dieu_7__khoan_2__diem_a", "dieu_1__khoan_1 > 10 dieu_7__khoan_3"},
    ),
    (
        HEAD + "1. Sửa đổi, bổ sung tên Điều và khoản 7 Điều 39 như sau:\n“Điều 39. Men”.",
        {"dieu_1__khoan_1 > 10 dieu_39", "dieu_1__khoan_1 > 10 dieu_39__khoan_7"},
    ),
    # words in quotation marks name nothing
    (
        HEAD + "1. Thay thế cụm từ “khoản 2 Điều 5” bằng cụm từ “khoản 3 Điều 5” tại Điều 8 và khoản 1 Điều 9.",
        {"dieu_1__khoan_1 > 10 dieu_8", "dieu_1__khoan_1 > 10 dieu_9__khoan_1"},
    ),
    (HEAD + "1. Bãi bỏ các điều 18, 35 và 36.", {f"dieu_1__khoan_1 > 10 dieu_{n}" for n in (18, 35, 36)}),
    # orders of one item, each with its document
    (
        HEAD + f"1. Bãi bỏ cụm từ “gốm” tại khoản 1 Điều 5; bãi bỏ Điều 7 của {B}.",
        {"dieu_1__khoan_1 > 10 dieu_5__khoan_1", "dieu_1__khoan_1 > 11 dieu_7"},
    ),
    (
        "Điều 1. Gốm\nĐiều 9. Sửa đổi các nghị định có liên quan\n"
        f"1. Bãi bỏ cụm từ “gốm” tại khoản 1 Điều 5; bãi bỏ Điều 7 của {B}.",
        {"dieu_9__khoan_1 > 11 dieu_5__khoan_1", "dieu_9__khoan_1 > 11 dieu_7"},
    ),
    (
        f"Điều 1. Sửa đổi khoản 7 Điều 7 của {A} đã được sửa đổi theo khoản 2 Điều 1 {B}.",
        {"dieu_1 > 10 dieu_7__khoan_7"},
    ),
    # a list under an order
    (
        f"Điều 1. Bãi bỏ cụm từ “gốm” tại các điều, khoản sau đây:\n1. Khoản 2 Điều 5 của {A};\n2. Điều 7 của {B}.",
        {"dieu_1__khoan_1 > 10 dieu_5__khoan_2", "dieu_1__khoan_2 > 11 dieu_7"},
    ),
    (f"Điều 1. Các xã thực hiện sau đây:\n1. Khoản 2 Điều 5 của {A};\n2. Điều 7 của {B}.", set()),
    # forms of annexes, and what comes instead of them
    (
        HEAD + "1. Bãi bỏ, thay thế một số mẫu tại Phụ lục I như sau:\na) Bãi bỏ Mẫu số 07;\nb) Thay thế Mẫu số 01 "
        "bằng Mẫu số 02 ban hành kèm theo Nghị định này.",
        {"dieu_1__khoan_1__diem_a > 10 phu_luc_I__mau_so_07", "dieu_1__khoan_1__diem_b > 10 phu_luc_I__mau_so_01"},
    ),
    # orders that stand in quotation marks themselves
    (
        HEAD + "1. Thay thế một số cụm từ như sau:\n“a) Thay thế cụm từ “sở” bằng cụm từ “phòng” tại Điều 3;\n"
        "b) Bỏ cụm từ “xã” tại Điều 4.”",
        {"dieu_1__khoan_1__diem_a > 10 dieu_3", "dieu_1__khoan_1__diem_b > 10 dieu_4"},
    ),
    (
        HEAD + "1. Bãi bỏ khoản 2 Điều 5, Điều 14,\nĐiều 16, Điều 17.",
        {f"dieu_1__khoan_1 > 10 dieu_{p}" for p in ("5__khoan_2", "14", "16", "17")},
    ),
    (HEAD + "1. Các xã nộp hồ sơ theo quy định tại Điều 5.", set()),
    (
        "Điều 2. 1. Bãi bỏ Điều 5 của " + A + ".\n2. Bãi bỏ Điều 6 của " + A + ".",
        {"dieu_2__khoan_1 > 10 dieu_5", "dieu_2__khoan_2 > 10 dieu_6"},
    ),
]


@pytest.mark.parametrize(("body", "expected"), ITEMS)
def test_each_item_changes_the_provisions_that_it_names(body: str, expected: set[str]) -> None:
    assert pairs(body) == expected


def test_items_inherit_the_one_document_that_the_title_changes() -> None:
    body = "Điều 1. Bãi bỏ khoản 2 Điều 7."
    assert pairs(body, title=f"Sửa đổi, bổ sung một số điều của {A}") == {"dieu_1 > 10 dieu_7__khoan_2"}
    assert pairs(body) == set()


def test_a_pair_is_proved_by_its_item_and_all_headings_that_it_needs() -> None:
    body = HEAD + "1. Sửa đổi một số khoản của Điều 6 như sau:\na) Bãi bỏ khoản 2;"
    (relation,) = read(document(body, kind="NGHỊ ĐỊNH", number="30/2023/NĐ-CP")).relations
    said = [evidence.text for evidence in relation.evidence]
    assert "Bãi bỏ khoản 2" in said[-1]
    assert any(A in words for words in said)
    assert any("Điều 6" in words for words in said)


def test_a_document_with_many_items_is_read_in_one_pass() -> None:
    body = HEAD + "\n".join(f"{n}. Bãi bỏ khoản 2 Điều {n}." for n in range(1, 500))
    assert len(pairs(body)) == 499
