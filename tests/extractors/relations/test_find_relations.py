"""How cited documents act on each other, and what proves a relation."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import decision, document, letter, read, relations
from tests.extractors.relation_factories import ND_A, ND_B, ND_C, A, B, Rows, plan, preamble

NAME: Rows = [
    (
        "Theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 34/2018/QH14.",
        {"34/2018/QH14 amends Luật Đất đai"},
    ),
    (
        "Theo Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai số 34/2018/QH14.",
        {"34/2018/QH14 amends Luật Đất đai", "34/2018/QH14 amends Luật Nhà ở"},
    ),
    ("Theo Luật Nhà ở và Luật Đất đai số 31/2024/QH15.", set()),
]

PASSIVE: Rows = [
    (f"Theo {ND_A} được sửa đổi, bổ sung bởi {ND_B}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} được sửa đổi, bổ sung một số điều tại {ND_B}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} đã được sửa đổi bằng {ND_B}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} bị thay thế bởi {ND_B}.", {"16/2022/NĐ-CP replaces 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} đã bị bãi bỏ bởi {ND_B}.", {"16/2022/NĐ-CP repeals 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} được đính chính tại {ND_B}.", {"16/2022/NĐ-CP corrects 15/2020/NĐ-CP"}),
    (
        f"Theo {ND_A} được hướng dẫn bởi Thông tư số 13/2022/TT-BTC.",
        {"13/2022/TT-BTC guides 15/2020/NĐ-CP"},
    ),
    (
        f"Theo {ND_A} được sửa đổi, bổ sung bởi {ND_B}; {ND_C}.",
        {"16/2022/NĐ-CP amends 15/2020/NĐ-CP", "17/2023/NĐ-CP amends 15/2020/NĐ-CP"},
    ),
    (
        f"Theo {ND_A} được sửa đổi, bổ sung bởi {ND_B} và {ND_C}.",
        {"16/2022/NĐ-CP amends 15/2020/NĐ-CP", "17/2023/NĐ-CP amends 15/2020/NĐ-CP"},
    ),
    (
        "Theo Luật Đất đai năm 2013 được sửa đổi, bổ sung bởi Luật số 35/2018/QH14.",
        {"35/2018/QH14 amends Luật Đất đai"},
    ),
    (f"Theo khoản 2 Điều 5 {ND_A} được bãi bỏ bởi {ND_B}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),  # a part
    (
        "Theo Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung theo Luật số 43/2024/QH15, Luật số 47/2024/QH15.",
        {"43/2024/QH15 amends 31/2024/QH15", "47/2024/QH15 amends 31/2024/QH15"},
    ),
    (f"Theo {ND_A} (sửa đổi bởi {ND_B}).", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} (sửa đổi, bổ sung tại {ND_B}).", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} (được sửa đổi bởi {ND_B}).", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} của Chính phủ sửa đổi bổ sung bởi {ND_B}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} (bãi bỏ bởi {ND_B}).", {"16/2022/NĐ-CP repeals 15/2020/NĐ-CP"}),
    (f"Theo {ND_A}, bổ sung tại khoản 3 Điều 1 {ND_B}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} không được sửa đổi bởi {ND_B}.", set()),
    (f"Theo {ND_B} (sửa đổi bởi {ND_A}).", set()),  # the earlier cannot amend the later
    (
        f"Theo {ND_A} hướng dẫn Luật Đất đai (sửa đổi tại {ND_B}).",
        {"15/2020/NĐ-CP guides Luật Đất đai", "16/2022/NĐ-CP amends 15/2020/NĐ-CP"},  # a decree, not the law
    ),
    # Who else acts: the list ends behind 'và', behind a bracket, and where another manner of citing begins.
    (
        f"Theo {ND_A} được sửa đổi bởi {ND_B} và {ND_C}, Nghị định số 18/2024/NĐ-CP.",
        {"16/2022/NĐ-CP amends 15/2020/NĐ-CP", "17/2023/NĐ-CP amends 15/2020/NĐ-CP"},
    ),
    (f"Theo {ND_A} (được sửa đổi bởi {ND_B}), {ND_C}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} được sửa đổi bởi {ND_B}; Thông tư số 1/2024/TT-BTC.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_A} được sửa đổi bởi {ND_B}; Điều 3 {ND_C}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (
        f"Theo Điều 1 {ND_A} được sửa đổi bởi Điều 2 {ND_B}; Điều 3 {ND_C}.",
        {"16/2022/NĐ-CP amends 15/2020/NĐ-CP", "17/2023/NĐ-CP amends 15/2020/NĐ-CP"},
    ),
    (f"Hồ sơ theo {ND_A} được gửi tại {ND_B}.", set()),
    (f"Theo {ND_A} được áp dụng, còn {ND_B} thì không.", set()),
]
TITLE: Rows = [
    (f"Theo {ND_B} sửa đổi, bổ sung một số điều của {ND_A}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (
        f"Theo {ND_B} ngày 01/02/2022 của Chính phủ sửa đổi {ND_A} và {ND_C}.".replace("17/2023", "14/2019"),
        {"16/2022/NĐ-CP amends 15/2020/NĐ-CP", "16/2022/NĐ-CP amends 14/2019/NĐ-CP"},
    ),
    (
        "Theo Thông tư số 13/2022/TT-BTC hướng dẫn thi hành Nghị định số 15/2020/NĐ-CP.",
        {"13/2022/TT-BTC guides 15/2020/NĐ-CP"},
    ),
    (
        "Theo Nghị định số 102/2024/NĐ-CP quy định chi tiết thi hành một số điều của Luật Đất đai.",
        {"102/2024/NĐ-CP guides Luật Đất đai"},
    ),
    (
        "Theo Chỉ thị số 28-CT/TU của Ban Thường vụ Thành ủy về thực hiện Kết luận số 57-KL/TW.",
        {"28-CT/TU implements 57-KL/TW"},
    ),
    (
        "Theo Chỉ thị số 28-CT/TU về thực hiện Kết luận số 57-KL/TW về tiếp tục thực hiện Kết luận số 16-KL/TW.",
        {"28-CT/TU implements 57-KL/TW", "57-KL/TW implements 16-KL/TW"},
    ),
    (
        "Theo Kế hoạch số 79-KH/TU nhằm thực hiện Đề án Tổng thể về ngoại giao của Ban cán sự đảng Bộ Ngoại giao.",
        {"79-KH/TU implements Đề án Tổng thể về ngoại giao"},
    ),
    (
        "Theo Hướng dẫn số 110-HD/BTGTU thực hiện Chỉ thị số 28-CT/TU.",
        {"110-HD/BTGTU implements 28-CT/TU", "110-HD/BTGTU guides 28-CT/TU"},
    ),
    (f"Theo {ND_B} thay thế {ND_A}.", {"16/2022/NĐ-CP replaces 15/2020/NĐ-CP"}),
    (f"Theo {ND_B} bãi bỏ khoản 2 Điều 5 {ND_A}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    (f"Theo {ND_B} đính chính {ND_A}.", {"16/2022/NĐ-CP corrects 15/2020/NĐ-CP"}),
    (
        "Theo Nghị quyết số 20/2023/NQ-HĐND kéo dài Nghị quyết số 10/2020/NQ-HĐND.",
        {"20/2023/NQ-HĐND extends 10/2020/NQ-HĐND"},
    ),
    (
        "Theo Văn bản hợp nhất số 15/VBHN-BTC hợp nhất Nghị định số 15/2020/NĐ-CP.",
        {"15/VBHN-BTC consolidates 15/2020/NĐ-CP"},
    ),
    (f"Theo {ND_B} ban hành trên cơ sở {ND_A}.", set()),
    (f"Theo {ND_B} quy định theo {ND_A}.", set()),
    # The title of the first is over: a new item, sentence or predicate.
    (f"Theo {ND_B}; tiếp tục thực hiện {ND_A}.", set()),
    (f"Theo {ND_B} đã góp phần thực hiện {ND_A}.", set()),
    (f"Theo {ND_B} gắn với thực hiện {ND_A}.", set()),
    (f"Theo {ND_B} . Sửa đổi {ND_A} .", set()),  # a text cut into words
    ("Góp ý Luật Nhà ở (sửa đổi), Luật Đất đai.", set()),
    (f"Theo {ND_B} công bố thủ tục được sửa đổi tại {ND_A}.", set()),
    (
        f"Theo {ND_B} (nay là Bộ A) về sửa đổi {ND_A}.",
        {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"},
    ),
    (f"Theo {ND_C} sửa đổi {ND_A}; {ND_B}.", {"17/2023/NĐ-CP amends 15/2020/NĐ-CP"}),  # a new item
    (
        "Theo Thông tư số 13/2022/TT-BTC hướng dẫn Luật Nhà ở; Luật sửa đổi, bổ sung một số điều của Luật Nhà ở.",
        {
            "13/2022/TT-BTC guides Luật Nhà ở",
            "13/2022/TT-BTC guides Luật sửa đổi, bổ sung một số điều của Luật Nhà ở",
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở amends Luật Nhà ở",
        },
    ),
    (f"Theo {ND_B}, Ủy ban nhân dân tỉnh thực hiện {ND_A}.", set()),  # a new subject
    (f"Theo {ND_A} sửa đổi Luật Đất đai.", set()),  # a decree cannot amend a law
    (f"Theo {ND_A} sửa đổi {ND_B} ngày 03/02/2022.".replace("15/2020/NĐ-CP", "15/2020/NĐ-CP ngày 01/02/2020"), set()),
    (f"Theo {ND_B} không sửa đổi {ND_A}.", set()),
]


ROWS = [row for rows in (NAME, PASSIVE, TITLE) for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_relations(text: str, expected: set[str]) -> None:
    assert relations(read(text)) == expected


@pytest.mark.parametrize(
    ("article", "provisions"),
    [
        (f"Bãi bỏ khoản 3 Điều 5 {A}.", [("dieu_1", "dieu_5__khoan_3")]),
        (f"Sửa đổi Điều 3, Điều 4 {A}.", [("dieu_1", "dieu_3"), ("dieu_1", "dieu_4")]),
        (f"Bãi bỏ {A}.", []),
        (f"Sửa đổi, bổ sung một số điều của {A}.", []),
        (
            f"Bãi bỏ Điều 3 và thay thế Phụ lục II {A}.",
            [("dieu_1", "dieu_3"), ("dieu_1", "phu_luc_II")],
        ),
    ],
)
def test_provisions_that_are_changed(article: str, provisions: list[tuple[str | None, str]]) -> None:
    (relation,) = read(decision(article)).relations
    assert list(relation.provisions) == provisions


def test_provisions_on_both_sides_of_a_passive() -> None:
    (relation,) = read(f"Theo khoản 2 Điều 5 {ND_A} được sửa đổi bởi khoản 1 Điều 3 {ND_B}.").relations
    assert relation.provisions == (("dieu_3__khoan_1", "dieu_5__khoan_2"),)


@pytest.mark.parametrize(
    ("text", "rule", "cue"),
    [
        ("Theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai.", "relation/name", "sửa đổi, bổ sung"),
        (f"Theo {ND_A} được sửa đổi bởi {ND_B}.", "relation/passive", "sửa đổi"),
        (decision(f"Quyết định này thay thế {A}."), "relation/this", "thay thế"),
        (f"Theo {ND_B} thay thế {ND_A}.", "relation/title", "thay thế"),
        (preamble("Căn cứ Luật Đất đai;"), "relation/legal-basis", "Căn cứ"),
        (plan("II. NHIỆM VỤ\n\n1. Quán triệt Chỉ thị số 05-CT/TW."), "relation/order", "Quán triệt"),
        (decision(f"{A} hết hiệu lực."), "relation/after", "hết hiệu lực"),
        (
            letter("Như sau:\n\n1. Đề nghị chủ trì làm theo hướng dẫn tại Công văn số 12/BNV-TC."),
            "relation/instruction",
            "theo hướng dẫn tại",
        ),
    ],
)
def test_rule_and_cue(text: str, rule: str, cue: str) -> None:
    (relation,) = read(text).relations
    assert (relation.rule, relation.cue) == (rule, cue)
    assert relation.cue in " ".join(relation.evidence[0].text.split())


def test_the_evidence_of_a_list_holds_its_cue() -> None:
    (relation,) = read(decision(f"Bãi bỏ các Quyết định sau đây:\n\n1. {A}.")).relations
    assert (relation.rule, relation.cue) == ("relation/list", "Bãi bỏ")
    assert any(relation.cue in evidence.text for evidence in relation.evidence)


def test_evidence_is_the_clause() -> None:
    text = decision(f"Phạm vi.\n\n2. Bãi bỏ {A}; giữ nguyên phần còn lại.\n\n3. Việc khác.")
    (relation,) = read(text).relations
    (evidence,) = relation.evidence
    assert evidence.text == f"2. Bãi bỏ {A}; giữ nguyên phần còn lại."
    assert text[evidence.start : evidence.end] == evidence.text


def test_what_is_said_twice_has_two_pieces_of_evidence() -> None:
    text = decision(f"Bãi bỏ {A}.\n\nĐiều 2. {A} hết hiệu lực kể từ ngày ký.")
    (relation,) = read(text).relations
    assert relation.relation == "repeals"
    assert len(relation.evidence) == 2


def test_both_an_order_and_a_basis() -> None:
    text = document(
        "Căn cứ Nghị quyết số 71/NQ-CP, Ủy ban nhân dân tỉnh ban hành kế hoạch.\n\nI. NHIỆM VỤ\n\n"
        "1. Thực hiện nghiêm Nghị quyết số 71/NQ-CP.",
        kind="KẾ HOẠCH",
        number="15/KH-UBND",
    )
    assert relations(read(text)) == {"this based_on 71/NQ-CP", "this directs 71/NQ-CP"}


def test_annexes_say_nothing_of_the_document() -> None:
    closing = (
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n\nPHỤ LỤC\n\nCăn cứ Luật Đất đai;\n\nBãi bỏ Luật Nhà ở.\n"
    )
    assert relations(read(document("QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành phụ lục.\n", closing=closing))) == set()


def test_nothing_acts_on_a_later_document() -> None:
    assert relations(read(decision("Bãi bỏ Quyết định số 10/QĐ-UBND ngày 06 tháng 12 năm 2025."))) == set()
    assert relations(read(decision("Bãi bỏ Quyết định số 10/QĐ-UBND ngày 04 tháng 12 năm 2025."))) != set()


def test_a_passage_that_does_not_speak_for_a_document_says_nothing_of_itself() -> None:
    assert relations(read(f"Bãi bỏ {B} cũ. Căn cứ Luật Đất đai;")) == set()


@pytest.mark.parametrize(
    "text",
    [
        f"Theo {B}. Bãi bỏ {A}.",
        f"Theo {B}. Thực hiện {A}.",
        f"Theo {B} cũ. Bãi bỏ {A}.",
    ],
)
def test_a_new_sentence_has_another_subject(text: str) -> None:
    assert relations(read(text)) == set()
