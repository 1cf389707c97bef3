"""Citations by a plain number."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, check, check_spans, doc

ONE = [
    ("Sơ kết hai năm ⟦Chỉ thị 05⟧ của Bộ Chính trị.", doc("Chỉ thị", "05", None, "Bộ Chính trị")),
    ("Sơ kết hai năm ⟦Chỉ thị số 05⟧ của Bộ Chính trị.", doc("Chỉ thị", "05", None, "Bộ Chính trị")),
    ("Sơ kết hai năm ⟦Chỉ thị số 5⟧ của Bộ Chính trị.", doc("Chỉ thị", "5", None, "Bộ Chính trị")),
    ("Theo ⟦Nghị quyết 02⟧ của Bộ Chính trị.", doc("Nghị quyết", "02", None, "Bộ Chính trị")),
    ("Theo ⟦Quy định 41⟧ của Bộ Chính trị, cán bộ từ chức.", doc("Quy định", "41", None, "Bộ Chính trị")),
    ("Bàn về ⟦Quy định 65⟧ về luân chuyển cán bộ.", doc("Quy định", "65")),
    ("Theo ⟦kết luận 127⟧ ban hành ngày 28/2, Bộ Chính trị yêu cầu.", doc("Kết luận", "127")),
    ("Theo ⟦chỉ thị 16⟧ của Thủ tướng.", doc("Chỉ thị", "16", None, "Thủ tướng")),
    ("Theo ⟦Nghị định 100⟧ thì phạt nặng.", doc("Nghị định", "100")),
    ("Theo ⟦Quyết định số 244, ngày 9.6.2014⟧ thì khác.", doc("Quyết định", "244", "2014-06-09")),
    ("Theo ⟦Đề án 06⟧ về dữ liệu dân cư.", doc("Đề án", "06")),
    ("Theo ⟦Kế hoạch số 12⟧ của Tỉnh ủy.", doc("Kế hoạch", "12", None, "Tỉnh ủy")),
    ("Theo ⟦NQ57⟧ thì khác.", doc("Nghị quyết", "57")),
    ("Theo ⟦NQ 57⟧ thì khác.", doc("Nghị quyết", "57")),
    ("Theo ⟦NĐ100⟧ thì phạt nặng.", doc("Nghị định", "100")),
    ("Theo ⟦Nghị quyết 30a⟧ thì khác.", doc("Nghị quyết", "30a")),
    ("Theo ⟦Nghị quyết số 57 ngày 22/12/2024⟧ thì khác.", doc("Nghị quyết", "57", "2024-12-22")),
    ("Theo ⟦Quyết định 244, ngày 9.6.2014⟧ thì khác.", doc("Quyết định", "244", "2014-06-09")),
    ("Theo ⟦KH45⟧ thì khác.", doc("Kế hoạch", "45")),
    ("Theo ⟦Văn bản số 725⟧ gửi tỉnh.", doc("Công văn", "725")),
    ("Theo ⟦Thông báo kết luận số 50⟧ thì khác.", doc("Thông báo", "50")),
    ("Theo ⟦tờ trình số 354 ngày 25/4/2031⟧ thì khác.", doc("Tờ trình", "354", "2031-04-25")),
    ("Theo ⟦kế hoạch số 11⟧ của Bộ Chính trị.", doc("Kế hoạch", "11", None, "Bộ Chính trị")),
    ("Theo ⟦Chương trình phối hợp số 01⟧ thì khác.", doc("Chương trình phối hợp", "01")),
    # letters of firms, which number as they like
    (
        "Theo ⟦công văn số 2031-005/ABC-HN ngày 10/11/2031⟧ của Công ty Gốm Việt.",
        doc("Công văn", "2031-005/ABC-HN", "2031-11-10", "Công ty Gốm Việt"),
    ),
    ("Theo ⟦Tờ trình số GOM-2031-01 ngày 10/11/2031⟧ thì khác.", doc("Tờ trình", "GOM-2031-01", "2031-11-10")),
]


@pytest.mark.parametrize(("row", "expected"), ONE)
def test_one(row: str, expected: Cited) -> None:
    check(row, [expected])


LISTS = [
    "Tinh thần của ⟦Nghị quyết 59⟧, ⟦70⟧, ⟦71⟧, ⟦72⟧ là đổi mới.",
    "Bốn ⟦Nghị quyết 59⟧, ⟦70⟧, ⟦71⟧ và ⟦72⟧ là trụ cột.",
    "Các ⟦Nghị quyết số 59⟧, ⟦70⟧, và ⟦72⟧ là trụ cột.",
    "Theo ⟦Nghị quyết 66⟧ (về pháp luật), ⟦57⟧ (về khoa học, công nghệ), ⟦68⟧ (về kinh tế) và ⟦59⟧ (về hội nhập).",
    "Theo ⟦Nghị quyết số 18⟧, ⟦19⟧ gắn với ⟦Kết luận số 64⟧ của Trung ương.",
    "Theo ⟦NQ57⟧, ⟦NQ71⟧ và ⟦NQ68⟧ thì khác.",
    "Theo ⟦Nghị quyết 59⟧ và ba ⟦nghị quyết 70⟧, ⟦71⟧, ⟦72⟧.",
]


@pytest.mark.parametrize("row", LISTS)
def test_lists(row: str) -> None:
    check_spans(row)


def test_members_of_a_list_share_the_type() -> None:
    check(
        "Tinh thần của ⟦Nghị quyết 59⟧, ⟦70⟧ và ⟦71⟧ là đổi mới.",
        [doc("Nghị quyết", "59"), doc("Nghị quyết", "70"), doc("Nghị quyết", "71")],
    )


def test_the_issuer_of_one_does_not_run_into_the_next() -> None:
    check(
        "Theo ⟦Nghị quyết 88⟧ của Quốc hội và ⟦Chỉ thị 16⟧ của Thủ tướng.",
        [doc("Nghị quyết", "88", None, "Quốc hội"), doc("Chỉ thị", "16", None, "Thủ tướng")],
    )


@pytest.mark.parametrize(
    "row",
    [
        "Chương trình 135 giai đoạn 2, Kế hoạch 5 năm, Quyết định 3 lần.",
        "Thông báo 12 trường hợp, Báo cáo 15 nội dung, Hướng dẫn 20 người.",
        "Nghị quyết 5 năm, Chỉ thị 10 điểm, Kết luận 12 nội dung.",
        "Nghị quyết 2025 và Chỉ thị 2024 của xã.",
        "Nghị quyết 57% tán thành; Kết luận 12,5 điểm; Chỉ thị 12.500 đồng.",
        "Quy định 30 ngày cho việc này.",
        "Quy định 30km/h, Quy định 3 bước.",
        "nghị quyết 12 phần, kết luận 30 trang.",
        "Chỉ thị của Bộ số lượng 12.",
        "Nghị định thư 12 nước; Nghị quyết nào 12 người ký.",
        "Văn bản số 12 và hồ sơ số 15.",
        "XNQ57, ABNQ57, NQ5.7, NQ57/2.",
    ],
)
def test_numerals_of_other_things(row: str) -> None:
    check_spans(row)


@pytest.mark.parametrize(
    "row",
    [
        "Theo ⟦Nghị quyết 59⟧, 15 người đã học.",
        "Theo ⟦Nghị quyết 59⟧ và 12 giải pháp mới.",
        "Theo ⟦Nghị quyết 59⟧, 2025 là năm bản lề.",
        "Theo ⟦Nghị quyết 59⟧, 12 tỉnh đã sáp nhập.",
        "Theo ⟦Chỉ thị 16⟧, 63 địa phương giãn cách.",
        "Theo ⟦Nghị quyết 18⟧ và 100 cán bộ nghỉ việc.",
    ],
)
def test_a_quantity_is_no_member_of_a_list(row: str) -> None:
    check_spans(row)


WITH_YEAR = [
    ("Theo ⟦Nghị định 36/2009⟧ về pháo.", [doc("Nghị định", "36/2009")]),
    ("Theo ⟦Thông tư 108⟧ thì khác.", [doc("Thông tư", "108")]),
    ("Theo ⟦Quyết định 1087⟧ thì khác.", [doc("Quyết định", "1087")]),
    ("Quyết định 03 cán bộ; Thông tư 12 điều; Quyết định 15.", []),
    ("Theo ⟦Quyết định số 09/2007⟧ của Thủ tướng.", [doc("Quyết định", "09/2007", None, "Thủ tướng")]),
    (
        "Theo ⟦Nghị định số 36/2009/NĐ-CP⟧; ⟦Nghị định 36/2009⟧ rõ.",
        [doc("Nghị định", "36/2009/NĐ-CP")],
    ),
    (
        "Theo ⟦Nghị định số 36/2012/NĐ-CP⟧; ⟦Nghị định 36/2009⟧ rõ.",
        [doc("Nghị định", "36/2012/NĐ-CP"), doc("Nghị định", "36/2009")],
    ),
    ("Báo cáo 09/2007 và ngày 10/2007.", []),
    ("Quyết định 09/2007-2010.", []),
]


@pytest.mark.parametrize(("row", "expected"), WITH_YEAR)
def test_number_and_year_without_codes(row: str, expected: list[Cited]) -> None:
    check(row, expected)
