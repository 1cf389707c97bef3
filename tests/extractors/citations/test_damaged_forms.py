"""Damaged and short forms of citing: lost and stray blanks, abbreviations, slips, bibliographies."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, check, doc, named, quotes, read

ROWS: list[tuple[str, list[Cited]]] = [
    # blanks around separators, and lost ones
    ("Theo ⟦Luật số 70/2018 / QH 14⟧ thì đúng.", [doc("Luật", "70/2018/QH14")]),
    (
        "Đạt ⟦QCVN 17: 2011/BGTVT⟧ và ⟦TCVN 9386 : 2012⟧.",
        [doc("QCVN", "QCVN 17:2011/BGTVT"), doc("TCVN", "TCVN 9386:2012")],
    ),
    ("Đạt ⟦QCVN 17⟧: 20 điểm.", [doc("QCVN", "QCVN 17")]),
    ("Đạt ⟦QCVN 01 - 26: 2010/BNNPTNT⟧.", [doc("QCVN", "QCVN 01-26:2010/BNNPTNT")]),
    ("Đạt ⟦TCVN 5⟧ - 10 điểm.", [doc("TCVN", "TCVN 5")]),
    ("Theo ⟦Quyết định số 1719QĐ-TTg⟧ thì đúng.", [doc("Quyết định", "1719/QĐ-TTg")]),
    ("Theo ⟦Quyết định số 2609QĐ/UBND⟧ thì đúng.", [doc("Quyết định", "2609/QĐ-UBND")]),
    ("Theo ⟦Nghị quyết số 57NQ/TW⟧ thì đúng.", [doc("Nghị quyết", "57-NQ/TW")]),
    ("Theo ⟦Nghịđịnh số 15/2020/NĐ-CP⟧ thì đúng.", [doc("Nghị định", "15/2020/NĐ-CP")]),
    ("Phòng 12KH-A2 và lô 5CT/B1 đều trống.", []),
    (
        "Theo ⟦Luật sửa đổi, bổ sung một số điều của các Luật về gốm số 7/2031/QH18⟧.",
        [named("Luật", "Luật sửa đổi, bổ sung một số điều của các Luật về gốm", number="7/2031/QH18")],
    ),
    ("Theo ⟦Luật số 34⟧ và ⟦Thông tư liên tịch số 191⟧.", [doc("Luật", "34"), doc("Thông tư liên tịch", "191")]),
    ("Luật 34 điều đã được đọc.", []),
    ("Theo ⟦Luật Tố cáonăm 2018⟧ thì đúng.", [named("Luật", "Luật Tố cáo", "2018")]),
    ("Theo ⟦Luật Khiếunại năm 2011⟧ thì đúng.", [named("Luật", "Luật Khiếu nại", "2011")]),
    ("Theo ⟦Nghị địnhsố 15/2020/NĐ-CP⟧ thì đúng.", [doc("Nghị định", "15/2020/NĐ-CP")]),
    (
        "Căn cứ⟦Luật Đất đai⟧, căn cứ⟦Nghị định số 5/2020/NĐ-CP⟧.",
        [named("Luật", "Luật Đất đai"), doc("Nghị định", "5/2020/NĐ-CP")],
    ),
    ("Hãng xTCVN 1 và maxLuật đều là tên.", []),
    # a revised law; a year at the end of a sentence
    ("Theo ⟦Luật Giáo dục ( sửa đổi ) năm 2019⟧ thì đúng.", [named("Luật", "Luật Giáo dục", "2019")]),
    ("Theo ⟦Luật Giáo dục 2019⟧.", [named("Luật", "Luật Giáo dục", "2019")]),
    ("Theo ⟦Luật Nghề gốm 2031⟧.", [named("Luật", "Luật Nghề gốm", "2031")]),
    # short names
    ("Theo ⟦Luật HN&GĐ năm 2014⟧ thì đúng.", [named("Luật", "Luật HN&GĐ", "2014")]),
    (
        "Theo ⟦NQTW 8 khóa XI⟧ thì đúng.",
        [named("Nghị quyết", "Nghị quyết Trung ương 8 khóa XI", issuer="Ban Chấp hành Trung ương Đảng khóa XI")],
    ),
    # no committee met 29 times: the number of the resolution
    (
        "Theo ⟦Nghị quyết số 29-NQ/TW⟧, tức ⟦Nghị quyết Trung ương 29⟧.",
        [doc("Nghị quyết", "29-NQ/TW", issuer="Ban Chấp hành Trung ương Đảng")],
    ),
    # small letters count where the text also has the capital
    ("Theo ⟦Luật Người khuyết tật⟧; ⟦luật người khuyết tật⟧ quy định.", [named("Luật", "Luật Người khuyết tật")]),
    ("Theo LUẬT NGƯỜI và luật người khuyết tật thì đúng.", []),
    ("Thi hành một số điều của ⟦luật người khuyết tật⟧ thì đúng.", [named("Luật", "Luật Người khuyết tật")]),
    (
        "Theo khoản 2 Điều 5 ⟦luật đất đai⟧, không như luật đất đai ở các nước; một số điều về luật đất đai.",
        [named("Luật", "Luật Đất đai")],
    ),
    # blanks around the hyphen of a department, a date behind
    ("Theo ⟦công văn số 2273/CTK - CSCL ngày 15/10/2031⟧ thì đúng.", [doc("Công văn", "2273/CTK-CSCL", "2031-10-15")]),
    ("Theo ⟦công văn số 2273/CTK⟧ - HN nhận ngày 15/10/2031.", [doc("Công văn", "2273/CTK")]),
    ("Theo ⟦Công văn số 919-CV/VPTW/nb ngày 21/11/2031⟧ thì đúng.", [doc("Công văn", "919-CV/VPTW/nb", "2031-11-21")]),
    ("Theo ⟦Nghị quyết số 18-NQ/TW⟧ ban hành tháng 10-2031.", [doc("Nghị quyết", "18-NQ/TW", "2031-10")]),
    # what joins year and code left out
    ("Theo ⟦Thông tư số 49/2025TT-BCT⟧ thì đúng.", [doc("Thông tư", "49/2025/TT-BCT")]),
    # letters by a plain number from three figures on
    ("Theo ⟦CV 2971⟧ thì đúng, CV 12 thì không.", [doc("Công văn", "2971")]),
    # a year beside the number or behind the issuer
    ("Theo ⟦Nghị quyết 18-NQ/TW⟧ (2017) thì đúng.", [doc("Nghị quyết", "18-NQ/TW", "2017")]),
    (
        "Theo ⟦Quyết định 749/QĐ-TTg⟧ của Thủ tướng Chính phủ, 2020.",
        [doc("Quyết định", "749/QĐ-TTg", "2020", "Thủ tướng Chính phủ")],
    ),
    ("Theo ⟦Nghị định 15/2020/NĐ-CP⟧ (2022) thì đúng.", [doc("Nghị định", "15/2020/NĐ-CP")]),
    # bibliographies
    ("3. Chính phủ (2020), ⟦Nghị định số 15/2020/NĐ-CP⟧.", [doc("Nghị định", "15/2020/NĐ-CP", issuer="Chính phủ")]),
    ("Chính phủ (2020), ⟦Nghị định số 15/2020/NĐ-CP⟧.", [doc("Nghị định", "15/2020/NĐ-CP", issuer="Chính phủ")]),
    ("[7] Bộ Chính trị, ⟦Nghị quyết số 57-NQ/TW⟧.", [doc("Nghị quyết", "57-NQ/TW", issuer="Bộ Chính trị")]),
    ("Thưa Bộ Chính trị, ⟦Nghị quyết số 57-NQ/TW⟧ đã học.", [doc("Nghị quyết", "57-NQ/TW")]),
    # only the Government makes decrees
    ("Theo ⟦Thông tư số 03/2025/NĐ-VPCP⟧ thì đúng.", [doc("Thông tư", "03/2025/TT-VPCP")]),
    ("Theo ⟦Nghị quyết số 03/2025/NĐ-CP⟧ thì đúng.", [doc("Nghị quyết", "03/2025/NĐ-CP")]),
    # treaties of two parties
    (
        "Theo ⟦Hiệp định giữa Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam và Chính phủ Nhật Bản về hợp tác nghề "
        "gốm⟧, ký tại Hà Nội ngày 5 tháng 3 năm 2031.",
        [
            named(
                "Điều ước quốc tế",
                "Hiệp định giữa Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam và Chính phủ Nhật Bản về hợp tác "
                "nghề gốm",
                "2031-03-05",
            )
        ],
    ),
    (
        "Theo ⟦Hiệp định hợp tác nghề gốm giữa Việt Nam và Xin-ga-po⟧ thì đúng.",
        [named("Điều ước quốc tế", "Hiệp định hợp tác nghề gốm giữa Việt Nam và Xin-ga-po")],
    ),
    ("Theo Hiệp định ký kết giữa Chính phủ Việt Nam với Chính phủ nước ngoài.", []),
]


@pytest.mark.parametrize(("marked", "documents"), ROWS)
def test_forms(marked: str, documents: list[Cited]) -> None:
    check(marked, documents)


def test_a_name_declared_in_brackets_and_quotation_marks() -> None:
    found = read("Theo Văn bản số 14/UBND-KT ngày 5/3/2031 (“Văn bản số 14”). Thu hồi Văn bản số 14.")
    assert quotes(found) == ["Văn bản số 14/UBND-KT ngày 5/3/2031", "Văn bản số 14", "Văn bản số 14"]
    assert [document.number for document in found.documents] == ["14/UBND-KT"]


@pytest.mark.parametrize(
    ("expression", "eids"),
    [
        ("khoản 2 Điều 227, 228 và Điều 238", ["dieu_227__khoan_2", "dieu_228", "dieu_238"]),
        (
            "khoản 2 Điều 1, Điều 7a, Phụ lục Ia, Phụ lục IIa",
            ["dieu_1__khoan_2", "dieu_7a", "phu_luc_Ia", "phu_luc_IIa"],
        ),
        ("Mục 2, Phụ lục I", ["phu_luc_I__muc_2"]),
        ("Điều 5 Phụ lục I", ["phu_luc_I__dieu_5"]),
    ],
)
def test_lists_of_provisions(expression: str, eids: list[str]) -> None:
    (mention,) = read(f"Thực hiện {expression} của Thông tư số 3/2020/TT-BTC.").mentions
    assert [eid for pinpoint in mention.pinpoints for eid in pinpoint.eids] == eids


def test_pinpoints_of_standards() -> None:
    mentions = read("Theo mục 2.3 QCVN 06:2022/BXD và điểm 4.2 TCVN 2622:1995.").mentions
    assert [pinpoint.eids for mention in mentions for pinpoint in mention.pinpoints] == [("muc_2-3",), ("diem_4-2",)]


@pytest.mark.parametrize(
    ("amended", "plain"),
    [
        # the number of the whole stands behind the last of many
        (
            "của Luật Kế toán, Luật Giá và Luật Dược số 9/2031/QH18",
            ["Luật Kế toán, Luật Giá và Luật Dược số 9/2031/QH18"],
        ),
        ("của Luật Kế toán, Luật Giá", ["Luật Kế toán", "Luật Giá"]),
        ("của Luật Kế toán số 9/2031/QH18, Luật Giá", ["Luật Kế toán số 9/2031/QH18", "Luật Giá"]),
    ],
)
def test_laws_that_amend_many(amended: str, plain: list[str]) -> None:
    name = "Luật sửa đổi, bổ sung một số điều của "
    mentions = read(f"Theo Luật sửa đổi, bổ sung một số điều {amended}.").mentions
    assert [m.text.removeprefix(name) for m in mentions if m.kind == "plain"] == plain
