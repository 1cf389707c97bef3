"""The ways of citing met in real texts, group by group; each row in words of its own."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, cited, doc, named, quotes, read, unmark

NUMBERED = [  # 1. type, number, date, issuer in full, and what may be left out or stand elsewhere
    (
        "Quán triệt ⟦Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023⟧ của Bộ Chính trị về thông tin đối ngoại.",
        doc("Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị"),
    ),
    (
        "Theo ⟦Nghị quyết số 57-NQ/TW, ngày 22/12/2024⟧ của Bộ Chính trị.",
        doc("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị"),
    ),
    (
        "Học tập ⟦Chỉ thị số 10-CT/TW ngày 15/12/2016⟧ của Ban Bí thư.",
        doc("Chỉ thị", "10-CT/TW", "2016-12-15", "Ban Bí thư"),
    ),
    (
        "Nêu trong ⟦Chỉ thị số 35-CT/TW ngày 30-5-2019⟧ của Bộ Chính trị.",
        doc("Chỉ thị", "35-CT/TW", "2019-05-30", "Bộ Chính trị"),
    ),
    (
        "Theo ⟦Quyết định của Bộ Chính trị số31-QĐ/TW, ngày 01-10-1997⟧ thì trường được lập.",
        doc("Quyết định", "31-QĐ/TW", "1997-10-01", "Bộ Chính trị"),
    ),
    (
        "Nêu tại ⟦Quyết định 244, ngày 9.6.2014⟧ của Ban Chấp hành T.Ư khoá 11.",
        doc("Quyết định", "244", "2014-06-09", "Ban Chấp hành T.Ư khóa 11"),
    ),
    (
        "Vi phạm ⟦Quy định số 47-QĐ/TW, ngày 01/11/ 2011⟧ về những điều không được làm.",
        doc("Quy định", "47-QĐ/TW", "2011-11-01"),
    ),
    ("Có ⟦Tờ trình số 111-TTr/UBKTTW, ngày 27-4⟧ về việc kỷ luật.", doc("Tờ trình", "111-TTr/UBKTTW")),
    (
        "Theo ⟦Quy định 37-QĐ/TW⟧ của Ban Chấp hành Trung ương (khóa XIII) thì không được.",
        doc("Quy định", "37-QĐ/TW", None, "Ban Chấp hành Trung ương (khóa XIII)"),
    ),
    (
        "Theo ⟦Quy định số 47 - QĐ/TW⟧của BCH Trung ương Đảng, ngày 01/11/ 2011 thì cấm.",
        doc("Quy định", "47-QĐ/TW", "2011-11-01", "BCH Trung ương Đảng"),
    ),
    ("Đã trình (⟦số 378 - TTr / BTCTW , ngày 2-7-2019⟧).", doc("Tờ trình", "378-TTr/BTCTW", "2019-07-02")),
    ("Đã gửi (⟦Công văn số 8011-CV/BTCTW, ngày 27/02/2025⟧).", doc("Công văn", "8011-CV/BTCTW", "2025-02-27")),
    ("Theo ⟦Nghị quyết số: 11-NQ/TW⟧ thì phải làm.", doc("Nghị quyết", "11-NQ/TW")),
    ("Theo ⟦Quy định 29-QĐ/TW năm 2016⟧ thì đúng.", doc("Quy định", "29-QĐ/TW", "2016")),
]

NUMBERS = [  # 2. variants of the number
    ("Theo ⟦Kết luận số 100 - KL/TW ngày 18/8/2014⟧.", doc("Kết luận", "100-KL/TW", "2014-08-18")),
    ("Theo ⟦Công văn 782 -CV/ĐU⟧ của Đảng ủy Sở.", doc("Công văn", "782-CV/ĐU", None, "Đảng ủy Sở")),
    ("Theo ⟦Nghị quyết số 68- NQ/TW ngày 4/5/2025⟧.", doc("Nghị quyết", "68-NQ/TW", "2025-05-04")),
    ("Theo ⟦Quy định số 102 - QĐ / TW⟧ thì đúng.", doc("Quy định", "102-QĐ/TW")),
    ("Theo ⟦Nghị quyết 18/NQ-TW⟧ thì đúng.", doc("Nghị quyết", "18-NQ/TW")),
    ("Theo ⟦Kết luận 19/KL/TW⟧ thì đúng.", doc("Kết luận", "19-KL/TW")),
    ("Theo ⟦Quyết định 149-QĐ/UBND⟧ thì đúng.", doc("Quyết định", "149/QĐ-UBND")),
    ("Theo ⟦Quy định số 08-QĐi/TW ngày 25/10/2018⟧.", doc("Quy định", "08-QĐi/TW", "2018-10-25")),
    ("Theo ⟦Quyết định số 58 - QÐ / TW , ngày 7-5-2007⟧.", doc("Quyết định", "58-QĐ/TW", "2007-05-07")),
    ("Theo ⟦Quyết định số 568-QĐNS/TW⟧ điều động cán bộ.", doc("Quyết định", "568-QĐNS/TW")),
    ("Theo ⟦Nghị quyết 8b-NQ/HNTW⟧ thì đúng.", doc("Nghị quyết", "8b-NQ/HNTW")),
    ("Theo ⟦Kết luận 26-KL/TUQN-TUĐN⟧ thì đúng.", doc("Kết luận", "26-KL/TUQN-TUĐN")),
    ("Theo ⟦Thông tri số 25/TT-MTTW-BTT⟧ thì đúng.", doc("Thông tri", "25/TT-MTTW-BTT")),
    ("Theo ⟦Thông báo Kết luận số 159-TB⟧ của Bộ Chính trị.", doc("Thông báo", "159-TB", None, "Bộ Chính trị")),
    ("Theo ⟦hướng dẫn số 1472/TLĐ⟧ thì đúng.", doc("Hướng dẫn", "1472/TLĐ")),
    ("Theo ⟦Kế hoạch số 65-Ctr/TU ngày 22/04/2026⟧.", doc("Kế hoạch", "65-Ctr/TU", "2026-04-22")),
    ("Theo ⟦Công văn 09-QC/TW ngày 05/01/2026⟧ thì đúng.", doc("Công văn", "09-QC/TW", "2026-01-05")),
    ("Theo ⟦Quyết định 66-QĐ/TW⟧ thì đúng.", doc("Quyết định", "66-QĐ/TW")),
    ("Theo ⟦Kế hoạch 27-KH/DU⟧ thì đúng.", doc("Kế hoạch", "27-KH/ĐU")),
    ("Theo ⟦Thông báo số 70-TB/TWngày 06 tháng 01 năm 2012⟧.", doc("Thông báo", "70-TB/TW", "2012-01-06")),
    ("Theo ⟦số91-QĐ/TW, ngày 16-02-2004⟧ thì đúng.", doc("Quyết định", "91-QĐ/TW", "2004-02-16")),
    ("Theo ⟦Nghị quyết số 25 – NQ/TƯ⟧ của BCH T.Ư Đảng.", doc("Nghị quyết", "25-NQ/TƯ", None, "BCH T.Ư Đảng")),
    ("Theo ⟦Nghị quyết số 25 – NQ/TƯ⟧ của BCH Trung ương.", doc("Nghị quyết", "25-NQ/TƯ", None, "BCH Trung ương")),
    ("Theo ⟦Nghị quyết 13-NQ/TƯ⟧ của Tỉnh ủy (khóa XIV).", doc("Nghị quyết", "13-NQ/TƯ", None, "Tỉnh ủy (khóa XIV)")),
]

PLAIN = [  # 3. a plain number
    ("Sơ kết hai năm thực hiện ⟦Chỉ thị 05⟧ của Bộ Chính trị.", doc("Chỉ thị", "05", None, "Bộ Chính trị")),
    ("Tỉnh ủy đã triển khai ⟦Chỉ thị số 17⟧ về việc cưới.", doc("Chỉ thị", "17")),
    ("Theo ⟦Nghị quyết số 39⟧ của Bộ Chính trị.", doc("Nghị quyết", "39", None, "Bộ Chính trị")),
    ("Theo ⟦kết luận 127⟧ ban hành ngày 28/2, các tỉnh sáp nhập.", doc("Kết luận", "127")),
    ("Theo ⟦Nghị quyết 88⟧ của Quốc hội.", doc("Nghị quyết", "88", None, "Quốc hội")),
    ("Thực hiện ⟦Đề án 106⟧ về biên giới.", doc("Đề án", "106")),
]

CONGRESSES = [  # 5., 6. plenums and congresses
    (
        "Theo ⟦Nghị quyết Trung ương 5 khóa XIII⟧.",
        named("Nghị quyết", "Nghị quyết Trung ương 5 khóa XIII", None, "Ban Chấp hành Trung ương Đảng khóa XIII"),
    ),
    (
        "Theo ⟦Nghị quyết TƯ 6 khoá 12⟧.",
        named("Nghị quyết", "Nghị quyết Trung ương 6 khóa XII", None, "Ban Chấp hành Trung ương Đảng khóa XII"),
    ),
    (
        "Theo ⟦Nghị quyết 15-NQ/TW⟧ của Bộ Chính trị (khoá VIII).",
        doc("Nghị quyết", "15-NQ/TW", None, "Bộ Chính trị (khóa VIII)"),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội 12 của Đảng⟧.",
        named("Nghị quyết", "Nghị quyết Đại hội XII của Đảng", None, "Đại hội XII của Đảng"),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội XI Đảng bộ tỉnh⟧.",
        named("Nghị quyết", "Nghị quyết Đại hội XI của Đảng bộ tỉnh", None, "Đại hội XI của Đảng bộ tỉnh"),
    ),
    ("Theo ⟦Điều lệ Đảng⟧.", named("Điều lệ", "Điều lệ Đảng")),
    ("Mười năm thực hiện ⟦Cương lĩnh 2011⟧.", named("Cương lĩnh", "Cương lĩnh", "2011")),
]

NAMES = [  # 8. by a name
    (
        "Thực hiện ⟦Đề án Tổng thể về ngoại giao đa phương, đến năm 2030⟧ của Ban cán sự đảng Bộ Ngoại giao.",
        named(
            "Đề án",
            "Đề án Tổng thể về ngoại giao đa phương, đến năm 2030",
            None,
            "Ban cán sự đảng Bộ Ngoại giao",
        ),
    ),
    (
        "Ban hành ⟦Nghị quyết “Về nông nghiệp, nông dân, nông thôn”⟧ năm ấy.",
        named("Nghị quyết", "Nghị quyết “Về nông nghiệp, nông dân, nông thôn”"),
    ),
]

SHORT = [  # 9. the type abbreviated
    ("Thực hiện ⟦NQ 52-NQ/TW⟧ thì khác.", doc("Nghị quyết", "52-NQ/TW")),
    ("Thực hiện ⟦CTr 39-CTr/TU⟧ thì khác.", doc("Chương trình", "39-CTr/TU")),
    ("Thực hiện ⟦KH 200/KH-UBND⟧ thì khác.", doc("Kế hoạch", "200/KH-UBND")),
    ("Thực hiện ⟦NQ57⟧ thì khác.", doc("Nghị quyết", "57")),
    ("Thực hiện ⟦CT 05-CT/TW⟧ thì khác.", doc("Chỉ thị", "05-CT/TW")),
]

NOISE = [  # 10. noise
    (
        "THỰC HIỆN ⟦KẾT LUẬN SỐ 27-KL/TW NGÀY 02 THÁNG 8 NĂM 2012⟧ MỚI BAN HÀNH.",
        doc("Kết luận", "27-KL/TW", "2012-08-02"),
    ),
    ("Thực hiện ⟦Chỉ thị số 45-CT/TW ngày22 tháng 7 năm 2010⟧ thì khác.", doc("Chỉ thị", "45-CT/TW", "2010-07-22")),
    ("Thực hiện ⟦Chỉ thị số 10-CT/TW  ngày\u00a015/12/2016⟧ thì khác.", doc("Chỉ thị", "10-CT/TW", "2016-12-15")),
    ("Các văn bản của Nhà nước² và ⟦Chỉ thị số 10-CT/TW⟧² thì khác.", doc("Chỉ thị", "10-CT/TW")),
    ("Mọi việc sẽ tốt”1. Theo ⟦Chỉ thị số 10-CT/TW⟧1.", doc("Chỉ thị", "10-CT/TW")),
    (
        "Bảng:\n| **2019** | **⟦NQ 52-NQ/TW⟧** (Bộ Chính trị, 27/9/2019) |\n",
        doc("Nghị quyết", "52-NQ/TW", "2019-09-27", "Bộ Chính trị"),
    ),
    ("Theo ⟦Nghị qụyết số 18-NQ/TW⟧ thì khác.", doc("Nghị quyết", "18-NQ/TW")),
    ("Thuc hien ⟦Nghi Quyet So 15-NQ/TW⟧ thi khac.", doc("Nghị quyết", "15-NQ/TW")),
]

GROUPS = {
    "numbered": NUMBERED,
    "variants": NUMBERS,
    "plain number": PLAIN,
    "congress": CONGRESSES,
    "name": NAMES,
    "abbreviated": SHORT,
    "noise": NOISE,
}
ROWS = [row for rows in GROUPS.values() for row in rows]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_one_document(row: str, expected: Cited) -> None:
    text, spans = unmark(row)
    extraction = read(text)
    assert quotes(extraction) == spans
    assert cited(extraction) == [expected]


LISTS = [  # 4. several at once
    "Tinh thần của ⟦Nghị quyết 59⟧, ⟦70⟧, ⟦71⟧, ⟦72⟧ là đổi mới.",
    "Theo ⟦Nghị quyết số 18 - NQ / TW⟧ , ⟦số 19 - NQ / TW⟧ thì khác.",
    "Theo ⟦Nghị quyết số 18⟧ , ⟦19⟧ gắn với ⟦Kết luận số 64⟧ của Ban Chấp hành Trung ương.",
    "Theo ⟦Kết luận số 70-KL/TW ngày 09/3/2020⟧ về tiếp tục thực hiện ⟦Nghị quyết Trung ương 5 Khóa IX⟧.",
    "Gồm (2) ⟦Nghị quyết 68-NQ/TW⟧ của Bộ Chính trị; (3) ⟦Nghị quyết số 138/NQ-CP⟧.",
    "Theo ⟦Nghị quyết Đại hội Đảng bộ Thành phố lần thứ X⟧ và ⟦Nghị quyết Đại hội XII của Đảng⟧.",
    "Theo ⟦NQ57⟧, ⟦NQ71⟧, ⟦NQ281⟧ thì khác.",
    "Theo ⟦KH 200/KH-UBND⟧ (⟦CTr 39-CTr/TU⟧ thực hiện ⟦NQ 10-NQ/TW⟧).",
    "Theo ⟦Nghị quyết Hội nghị Trung ương 6⟧, ⟦7 khoá XII⟧ thì khác.",
]


@pytest.mark.parametrize("row", LISTS)
def test_several_documents(row: str) -> None:
    text, spans = unmark(row)
    assert quotes(read(text)) == spans


@pytest.mark.parametrize(
    "text",
    [
        "Các chỉ thị, nghị quyết, kết luận của Đảng và pháp luật của Nhà nước.",
        "Theo các văn bản có liên quan và quy định hiện hành.",
        "Ban Chấp hành Trung ương Đảng (khoá X) đã họp Hội nghị lần thứ 13.",
        "Nghị quyết Đại hội Đảng các cấp; nghị quyết chi bộ tháng 5.",
        "Nghị quyết Đại hội đồng cổ đông thường niên năm 2017.",
        "Báo cáo chính trị, Chương trình nghị sự, Thông báo tuyển dụng.",
    ],
)
def test_groups_of_documents_are_no_citation(text: str) -> None:
    assert quotes(read(text)) == []


def test_a_name_takes_the_number_behind_it() -> None:
    text = "Theo Nghị quyết Hội nghị lần thứ 9 Ban Chấp hành Trung ương khoá XI (Nghị quyết 33-NQ/TW) thì khác."
    (document,) = read(text).documents
    assert (document.name, document.number) == ("Nghị quyết Trung ương 9 khóa XI", "33-NQ/TW")
