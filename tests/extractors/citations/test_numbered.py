"""Citations by number."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, check, check_spans, decision, doc, mentions, read

ONE = [
    ("Theo ⟦Kết luận số 57-KL/TW⟧ thì phải làm.", doc("Kết luận", "57-KL/TW")),
    ("Theo ⟦Kết luận 57-KL/TW⟧ thì phải làm.", doc("Kết luận", "57-KL/TW")),
    ("Theo ⟦Kết luận số: 57-KL/TW⟧ thì phải làm.", doc("Kết luận", "57-KL/TW")),
    ("Theo ⟦KẾT LUẬN SỐ 57-KL/TW⟧ thì phải làm.", doc("Kết luận", "57-KL/TW")),
    ("Theo ⟦kết luận số 57-KL/TW⟧ thì phải làm.", doc("Kết luận", "57-KL/TW")),
    ("Theo ⟦Nghị Quyết số 57-NQ/TW⟧ thì phải làm.", doc("Nghị quyết", "57-NQ/TW")),
    ("Theo ⟦số 57-KL/TW⟧ thì phải làm.", doc("Kết luận", "57-KL/TW")),
    ("Theo ⟦57-KL/TW⟧ thì phải làm.", doc("Kết luận", "57-KL/TW")),
    ("Theo ⟦NQ 57-NQ/TW⟧ thì phải làm.", doc("Nghị quyết", "57-NQ/TW")),
    ("Theo ⟦NĐ số 15/2020/NĐ-CP⟧ thì phải làm.", doc("Nghị định", "15/2020/NĐ-CP")),
    ("Theo ⟦Nghị định 15/2020/NĐ-CP⟧ thì phải làm.", doc("Nghị định", "15/2020/NĐ-CP")),
    ("Theo ⟦Nghị định 42-CP⟧ thì phải làm.", doc("Nghị định", "42-CP")),
    ("Theo ⟦Sắc lệnh số 18/SL⟧ thì phải làm.", doc("Sắc lệnh", "18/SL")),
    ("Theo ⟦Luật số 101-SL/L.003⟧ thì phải làm.", doc("Luật", "101-SL/L.003")),
    ("Theo ⟦Luật số 31/2024/QH15⟧ thì phải làm.", doc("Luật", "31/2024/QH15")),
    ("Theo ⟦số 31/2024/QH15⟧ thì phải làm.", doc("Luật", "31/2024/QH15")),
    ("Theo ⟦Nghị quyết số 51/2001/QH10⟧ thì phải làm.", doc("Nghị quyết", "51/2001/QH10")),
    ("Theo ⟦Nghị quyết số 36/2024/NQ-QH 15⟧ thì phải làm.", doc("Nghị quyết", "36/2024/NQ-QH15")),
    ("Theo ⟦Công văn số 10988/BNV-CQĐP⟧ thì phải làm.", doc("Công văn", "10988/BNV-CQĐP")),
    ("Theo ⟦Quy định số 66-QĐ/TW⟧ thì phải làm.", doc("Quy định", "66-QĐ/TW")),
    ("Theo ⟦Thông tri số 06-TT/TW⟧ thì phải làm.", doc("Thông tri", "06-TT/TW")),
    ("Theo ⟦văn bản số 12/TTr-STC⟧ thì phải làm.", doc("Tờ trình", "12/TTr-STC")),
    ("Theo ⟦Văn bản số 10988/BNV-CQĐP⟧ thì phải làm.", doc("Công văn", "10988/BNV-CQĐP")),
    ("Theo ⟦Kế hoạch thanh tra số 1505/KH-TTCP⟧ thì phải làm.", doc("Kế hoạch", "1505/KH-TTCP")),
    ("Theo ⟦Chương trình hành động số 39-CTr/TU⟧ thì phải làm.", doc("Chương trình", "39-CTr/TU")),
    ("Theo ⟦Thông báo kết luận số 50-TB/TW⟧ thì phải làm.", doc("Thông báo", "50-TB/TW")),
    ("Theo ⟦Quyết định số 84 QĐ/TWĐTN⟧ thì phải làm.", doc("Quyết định", "84-QĐ/TWĐTN")),
    ("Theo ⟦Kết luận số 19 KL / TW⟧ thì phải làm.", doc("Kết luận", "19-KL/TW")),
    ("Theo ⟦Tờ trình: số 34/TTr-STC⟧ thì phải làm.", doc("Tờ trình", "34/TTr-STC")),
    ("Theo ⟦Báo cáo ( số 08 - BC / BCĐ⟧ ) thì phải làm.", doc("Báo cáo", "08-BC/BCĐ")),
    ("Theo quy phạm pháp luật và ⟦số 15/2025/NĐ-CP⟧ thì phải làm.", doc("Nghị định", "15/2025/NĐ-CP")),
    ("Theo ⟦Báo cáo thẩm định số 5/BC-STP⟧ thì phải làm.", doc("Báo cáo", "5/BC-STP")),
    # More words and commas before "số", where the code says the type.
    ("Theo ⟦Báo cáo giải trình, tiếp thu số 5/BC-STP⟧ thì phải làm.", doc("Báo cáo", "5/BC-STP")),
    ("Gửi Báo cáo chung, kèm theo ⟦số 15/2020/NĐ-CP⟧ thì phải làm.", doc("Nghị định", "15/2020/NĐ-CP")),
    ("Theo ⟦Quyết định công bố án lệ 32/2031/QĐ-CA⟧ thì phải làm.", doc("Quyết định", "32/2031/QĐ-CA")),
    ("Quyết định công bố ⟦Kế hoạch số 5/KH-UBND⟧ thì phải làm.", doc("Kế hoạch", "5/KH-UBND")),
    # Courts: the kind of case, and the instance, stand in the name and in the code.
    ("Theo ⟦Bản án dân sự sơ thẩm số 12/2031/DSST⟧ thì phải làm.", doc("Bản án", "12/2031/DSST")),
    (
        "Theo ⟦Bản án hôn nhân và gia đình sơ thẩm số 5/2031/HNGĐ-ST⟧ thì phải làm.",
        doc("Bản án", "5/2031/HNGĐ-ST"),
    ),
    ("Theo ⟦Quyết định hoãn phiên tòa số: 7/2031/QĐST - HNGĐ⟧ thì phải làm.", doc("Quyết định", "7/2031/QĐST-HNGĐ")),
    # The Standing Committee makes ordinances and resolutions, never laws: the type stays open.
    ("Theo ⟦số 759/2014/UBTVQH13⟧ thì phải làm.", doc(None, "759/2014/UBTVQH13")),
    # The figure of an item glued to the type word; a letter before it makes another word.
    ("- 6⟦Nghị quyết 759/2014/UBTVQH13⟧ thì phải làm.", doc("Nghị quyết", "759/2014/UBTVQH13")),
    ("Theo ⟦TCVN 9386:2012⟧ thì phải làm.", doc("TCVN", "TCVN 9386:2012")),
    ("Theo ⟦QCVN 06:2022/BXD⟧ thì phải làm.", doc("QCVN", "QCVN 06:2022/BXD")),
    ("Theo (⟦Quyết định số 12/QĐ-UBND⟧) thì phải làm.", doc("Quyết định", "12/QĐ-UBND")),
    ("Theo “⟦Quyết định số 12/QĐ-UBND⟧” thì phải làm.", doc("Quyết định", "12/QĐ-UBND")),
    ("Theo **⟦Quyết định số 12/QĐ-UBND⟧** thì các cơ quan phải làm ngay.", doc("Quyết định", "12/QĐ-UBND")),
    ("Theo:⟦Quyết định số 12/QĐ-UBND⟧;thì phải làm.", doc("Quyết định", "12/QĐ-UBND")),
    ("Theo ⟦Quyết định số **12/QĐ-UBND**⟧ thì phải làm.", doc("Quyết định", "12/QĐ-UBND")),
]


@pytest.mark.parametrize(("row", "expected"), ONE)
def test_one(row: str, expected: Cited) -> None:
    check(row, [expected])


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Nêu tại ⟦Quyết định số 66-QĐ/TW⟧.", "Quyết định"),
        ("Nêu tại ⟦Quy định số 66-QĐ/TW⟧.", "Quy định"),
        ("Nêu tại ⟦Công văn 09-QC/TW⟧.", "Công văn"),
        ("Nêu tại ⟦Kế hoạch số 65-Ctr/TU⟧.", "Kế hoạch"),
        ("Nêu tại ⟦Quy chế số 12/QĐ-UBND⟧.", "Quy chế"),
    ],
)
def test_the_type_in_words_wins_over_the_code(row: str, kind: str) -> None:
    text = row.replace("⟦", "").replace("⟧", "")
    assert [d.type for d in read(text).documents] == [kind]
    check_spans(row)


LISTS = [
    (
        "Các ⟦Nghị quyết số 18-NQ/TW⟧, ⟦19-NQ/TW ngày 25/10/2017⟧ của Ban Chấp hành Trung ương.",
        [
            doc("Nghị quyết", "18-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"),
            doc("Nghị quyết", "19-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"),
        ],
    ),
    (
        "Các ⟦Nghị quyết số 18-NQ/TW⟧, ⟦số 19-NQ/TW⟧ và ⟦20-NQ/TW⟧ đều quan trọng.",
        [doc("Nghị quyết", "18-NQ/TW"), doc("Nghị quyết", "19-NQ/TW"), doc("Nghị quyết", "20-NQ/TW")],
    ),
    (
        "Các ⟦Nghị định số 48/2013/NĐ-CP ngày 14/5/2013⟧ và ⟦số 92/2017/NĐ-CP ngày 07/8/2017⟧ của Chính phủ.",
        [
            doc("Nghị định", "48/2013/NĐ-CP", "2013-05-14", "Chính phủ"),
            doc("Nghị định", "92/2017/NĐ-CP", "2017-08-07", "Chính phủ"),
        ],
    ),
    (
        "Các Nghị định của Chính phủ: ⟦số 78/2025/NĐ-CP⟧; ⟦số 187/2025/NĐ-CP⟧.",
        [
            doc("Nghị định", "78/2025/NĐ-CP", None, "Chính phủ"),
            doc("Nghị định", "187/2025/NĐ-CP", None, "Chính phủ"),
        ],
    ),
    (
        "Các ⟦Quy định số 22-QĐ/TW⟧, ⟦37-QĐ/TW⟧ của Ban Chấp hành Trung ương.",
        [
            doc("Quy định", "22-QĐ/TW", None, "Ban Chấp hành Trung ương"),
            doc("Quy định", "37-QĐ/TW", None, "Ban Chấp hành Trung ương"),
        ],
    ),
    (
        "Theo ⟦Nghị định số 15/2020/NĐ-CP⟧, ⟦12/2020/TT-BTC⟧.",
        [doc("Nghị định", "15/2020/NĐ-CP"), doc("Thông tư", "12/2020/TT-BTC")],
    ),
    (
        "Theo ⟦Nghị quyết số 57-NQ/TW ngày 22/12/2024⟧ của Bộ Chính trị, ⟦Chỉ thị số 05-CT/TW⟧.",
        [doc("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị"), doc("Chỉ thị", "05-CT/TW")],
    ),
    (
        "Theo ⟦Quyết định số 12/QĐ-UBND ngày 01/02/2020⟧, ⟦Quyết định số 13/QĐ-UBND⟧ của Ủy ban nhân dân tỉnh.",
        [
            doc("Quyết định", "12/QĐ-UBND", "2020-02-01", "Ủy ban nhân dân tỉnh"),
            doc("Quyết định", "13/QĐ-UBND", None, "Ủy ban nhân dân tỉnh"),
        ],
    ),
    (
        "Theo ⟦Quyết định số 12/QĐ-UBND⟧, ⟦Quyết định số 13/QĐ-UBND ngày 01/02/2020⟧ của Ủy ban nhân dân tỉnh.",
        [
            doc("Quyết định", "12/QĐ-UBND", None, "Ủy ban nhân dân tỉnh"),
            doc("Quyết định", "13/QĐ-UBND", "2020-02-01", "Ủy ban nhân dân tỉnh"),
        ],
    ),
]


@pytest.mark.parametrize(("row", "expected"), LISTS)
def test_lists(row: str, expected: list[Cited]) -> None:
    check(row, expected)


def test_parts_point_to_type_number_and_date() -> None:
    text = "Theo Kết luận  số 57 -KL/TW, ngày 15 tháng 6\nnăm 2023 của Bộ Chính trị về thông tin đối ngoại."
    (mention,) = mentions(read(text))
    parts = {name: text[span.start : span.end] for name, span in mention.parts.items()}
    assert parts == {
        "type": "Kết luận",
        "number": "57 -KL/TW",
        "date": "ngày 15 tháng 6\nnăm 2023",
        "issuer": "Bộ Chính trị",
        "title": "về thông tin đối ngoại",
    }


def test_a_standard_has_its_type_in_its_number() -> None:
    (mention,) = mentions(read("Theo QCVN  06:2022/BXD."))
    assert (mention.rule, mention.text) == ("citation/standard", "QCVN  06:2022/BXD")


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("Theo Kết luận số 57-KL/TW.", "citation/type-and-number"),
        ("Theo KL 57-KL/TW.", "citation/abbreviated-type-and-number"),
        ("Theo số 57-KL/TW.", "citation/number-only"),
    ],
)
def test_rules(row: str, rule: str) -> None:
    (mention,) = mentions(read(row))
    assert mention.rule == rule


def test_a_fuller_citation_is_surer() -> None:
    full, bare = (mentions(read(text))[0] for text in ("Theo Kết luận số 57-KL/TW.", "Theo 57-KL/TW."))
    assert full.confidence > bare.confidence


@pytest.mark.parametrize("blank", [" ", "\n", "  \n "])
def test_over_two_lines(blank: str) -> None:
    quote = f"Quyết{blank}định{blank}số{blank}12/QĐ-UBND{blank}ngày{blank}01{blank}tháng{blank}02{blank}năm{blank}2020"
    check(decision(f"Làm theo đúng ⟦{quote}⟧ nhé."), [doc("Quyết định", "12/QĐ-UBND", "2020-02-01")])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Đã có các Quyết định.\n\nTheo ⟦số 57-KL/TW⟧ thì khác.", doc("Kết luận", "57-KL/TW")),
        ("Đã có các Quyết định\n\nvà ⟦số 57-KL/TW⟧ mới đây.", doc("Kết luận", "57-KL/TW")),
    ],
)
def test_the_type_word_of_the_paragraph_above_is_not_taken(row: str, expected: Cited) -> None:
    check(row, [expected])


@pytest.mark.parametrize(
    ("row", "issuer"),
    [
        ("Theo ⟦Quyết định của Bộ Chính trị số 31-QĐ/TW⟧.", "Bộ Chính trị"),
        ("Theo ⟦Quyết định số 31-QĐ/TW⟧ của Bộ Chính trị.", "Bộ Chính trị"),
    ],
)
def test_issuer_between_type_and_number(row: str, issuer: str) -> None:
    check(row, [doc("Quyết định", "31-QĐ/TW", None, issuer)])


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Theo ⟦CV 2971/CNNL-VP ngày 16/04/2026⟧.", "Công văn"),
        ("Theo ⟦CV số 134-CV/UBKTTU⟧.", "Công văn"),
        ("Theo ⟦CTHĐ 09-CTr/ĐU⟧.", "Chương trình"),
        ("Theo ⟦TBKL 130/TB-VP⟧.", "Thông báo"),
    ],
)
def test_abbreviated_types(row: str, kind: str) -> None:
    check_spans(row)
    (found,) = read(row.replace("⟦", "").replace("⟧", "")).documents
    assert found.type == kind


def test_a_curriculum_vitae_is_no_letter() -> None:
    check_spans("Gửi CV 2 trang về phòng nhân sự.")


def test_the_assemblys_term_set_apart() -> None:
    check_spans("Theo ⟦Nghị quyết số 326/2016/UBTVQH 14 ngày 30/12/2016⟧.")
