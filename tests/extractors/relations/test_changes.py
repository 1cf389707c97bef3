"""What a document changes, replaces and ends: one document, several, a list, behind the name."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import decision, letter, read, relations
from tests.extractors.relation_factories import A, B, C, Rows, plan, preamble, titled

CHANGES: Rows = [
    (decision(f"Bãi bỏ {A}."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"Bãi bỏ toàn bộ {A}."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"Hủy bỏ {A}."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"Huỷ bỏ {A}."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"Bãi bỏ khoản 3 Điều 5 {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Bãi bỏ một phần {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Thay thế Phụ lục II {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Thay thế {A}."), {"this replaces 10/2020/QĐ-UBND"}),
    (decision(f"Sửa đổi Điều 3 {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Bổ sung Điều 3a vào sau Điều 3 {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Thay thế cụm từ “sở” bằng “phòng” tại Điều 3 {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Đính chính {A}."), {"this corrects 10/2020/QĐ-UBND"}),
    (decision(f"Ngưng hiệu lực {A}."), {"this suspends 10/2020/QĐ-UBND"}),
    (decision(f"Tạm đình chỉ {A}."), {"this suspends 10/2020/QĐ-UBND"}),
    (
        decision(f"Tạm đình chỉ thi hành {A}."),
        {"this suspends 10/2020/QĐ-UBND"},
    ),
    (
        decision(f"Đình chỉ việc thi hành {A}."),
        {"this suspends 10/2020/QĐ-UBND"},
    ),
    (
        decision(f"Chấm dứt hiệu lực thi hành {A}."),
        {"this repeals 10/2020/QĐ-UBND"},
    ),
    (decision(f"Gia hạn {A}."), {"this extends 10/2020/QĐ-UBND"}),
    (
        decision(f"Sửa đổi Điều 3 {A} đã được sửa đổi, bổ sung bởi {B}."),
        {"this amends 10/2020/QĐ-UBND", "11/2021/QĐ-UBND amends 10/2020/QĐ-UBND"},
    ),
    (decision(f"Việc sửa đổi theo quy định tại {A}."), set()),
    (decision(f"Nội dung phù hợp với {A}."), set()),
    (
        decision("Kéo dài thời gian thực hiện Nghị quyết số 10/2020/NQ-HĐND đến hết năm 2026."),
        {"this extends 10/2020/NQ-HĐND"},
    ),
    (
        plan("Điều 1. Kéo dài thời hạn thực hiện Nghị quyết số 10/2020/NQ-HĐND.", "NGHỊ QUYẾT", "15/NQ-HĐND"),
        {"this extends 10/2020/NQ-HĐND"},
    ),
    (decision("Kéo dài thời gian áp dụng Nghị quyết số 10/2020/NQ-HĐND."), {"this extends 10/2020/NQ-HĐND"}),
    (
        decision(f"Thay cụm từ “sở” bằng “phòng” tại Điều 3 {A}."),
        {"this amends 10/2020/QĐ-UBND"},
    ),
]

# Spoken of, not done.
NOT_DONE: Rows = [
    (decision(f"Không bãi bỏ {A}."), set()),
    (decision(f"Phòng chủ trì tham mưu sửa đổi {A}."), set()),
    (decision(f"Khẩn trương hoàn thiện sửa đổi, bổ sung {A}."), set()),
    (decision(f"Gửi kèm đề xuất thay thế {A}."), set()),
    (decision(f"Thủ tục được bổ sung tại {A} giữ nguyên."), set()),
    (decision(f"Cán bộ thuộc đối tượng điều chỉnh của {A} được hưởng trợ cấp."), set()),
    (decision("Hủy bỏ tài liệu kế toán trước thời hạn của Luật Kế toán."), set()),
    (decision("Công ty hợp nhất phải tuân thủ Luật Cạnh tranh."), set()),
    (decision(f"Sửa đổi khoản 1 như sau: “1. Bãi bỏ {A}.”"), set()),  # another document's words
    (decision("Thay cụm từ “Nghị định số 15/2020/NĐ-CP” bằng cụm từ “văn bản mới”."), set()),
    (plan("II. NHIỆM VỤ\n\n1. Sửa đổi Nghị định số 15/2020/NĐ-CP."), set()),  # a task: a plan changes no decree
    (plan("II. NHIỆM VỤ\n\n1. Sửa đổi Kế hoạch số 10/KH-UBND."), {"this amends 10/KH-UBND"}),
    (plan("Điều 1. Sửa đổi Luật Đất đai.", "NGHỊ QUYẾT", "15/NQ-CP"), set()),
    (titled(f"Về dự thảo Quyết định sửa đổi {A}", "NGHỊ QUYẾT", "15/NQ-HĐND"), set()),
    (titled(f"Về việc sửa đổi {A}", "QUYẾT ĐỊNH", "15/QĐ-UBND"), {"this amends 10/2020/QĐ-UBND"}),
]

# By what words a document changes another one.
DONE: Rows = [
    (decision(f"Sửa đổi, bổ sung, bãi bỏ một số điều của {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Bãi bỏ thủ tục số 5 tại {A}."), {"this amends 10/2020/QĐ-UBND"}),  # a part
    (decision(f"Bãi bỏ văn bản của tỉnh Bãi bỏ {A}."), {"this repeals 10/2020/QĐ-UBND"}),  # a line break lost
    (decision(f"Bãi bỏ {A}; sửa đổi {B}."), {"this repeals 10/2020/QĐ-UBND", "this amends 11/2021/QĐ-UBND"}),
    (decision(f"Phê duyệt điều chỉnh Kế hoạch ban hành kèm theo {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (
        decision("Sửa đổi một số điều của Quy định về " + "quản lý đất đai, " * 10 + f"nhà ở ban hành kèm theo {A}."),
        {"this amends 10/2020/QĐ-UBND"},
    ),
    (
        decision("Thay cụm từ “" + "sở, " * 20 + "ban” bằng cụm từ “" + "phòng, " * 20 + f"ban” tại Điều 3 {A}."),
        {"this amends 10/2020/QĐ-UBND"},
    ),
    (
        preamble(f"Theo đề nghị của Giám đốc Sở Tài chính; Ủy ban nhân dân tỉnh ban hành Quyết định bãi bỏ {A}."),
        {"this repeals 10/2020/QĐ-UBND"},
    ),
    (
        decision(f"Quyết định này có hiệu lực kể từ ngày ký; đồng thời thay thế {A}."),
        {"this replaces 10/2020/QĐ-UBND"},
    ),
    (decision(f"Tạm dừng thực hiện {A}."), {"this suspends 10/2020/QĐ-UBND"}),
    (decision(f"Chấm dứt việc thực hiện {A}."), {"this repeals 10/2020/QĐ-UBND"}),
]

COORDINATION: Rows = [
    (decision(f"Bãi bỏ {A}, {B} và {C}."), {f"this repeals {n}/QĐ-UBND" for n in ("10/2020", "11/2021", "12/2022")}),
    (
        decision(f"Bãi bỏ {A} và khoản 2 Điều 3 {B}."),
        {"this repeals 10/2020/QĐ-UBND", "this amends 11/2021/QĐ-UBND"},
    ),
    (
        decision(f"Bãi bỏ {A} của Ủy ban nhân dân tỉnh về giá đất; {B} của Ủy ban nhân dân tỉnh về phí."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (
        decision("Sửa đổi, bổ sung một số điều của Nghị định số 15/2020/NĐ-CP và Nghị định số 16/2022/NĐ-CP."),
        {"this amends 15/2020/NĐ-CP", "this amends 16/2022/NĐ-CP"},
    ),
    (decision(f"Bãi bỏ {A}. Theo {B} thì khác."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"Bãi bỏ {A} theo quy định tại {B}."), {"this repeals 10/2020/QĐ-UBND"}),
]

LISTS: Rows = [
    (
        decision(
            f"Bãi bỏ các Quyết định sau đây:\n\n1. {A} về giá đất;\n\n2. {B} về phí.\n\nĐiều 2. {C} còn hiệu lực."
        ),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (
        decision(f"Bãi bỏ các văn bản sau đây:\n\na) {A};\n\nb) {B}."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (
        decision(f"Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:\n\na) {A};\n\nb) {B}."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (
        decision(f"Kể từ ngày này, các Quyết định sau hết hiệu lực:\n\n1. {A};\n\n2. {B}.\n\nĐiều 2. Thi hành."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (
        decision("Quyết định này thay thế các Quyết định: số 10/2020/QĐ-UBND; số 11/2021/QĐ-UBND."),
        {"this replaces 10/2020/QĐ-UBND", "this replaces 11/2021/QĐ-UBND"},
    ),
    (
        decision(f"Thay thế các Quyết định sau:\n- {A};\n- {B}."),
        {"this replaces 10/2020/QĐ-UBND", "this replaces 11/2021/QĐ-UBND"},
    ),
    (
        decision(f"Các Quyết định sau đây hết hiệu lực: {A}; {B}."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (
        decision(f"Các Quyết định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực\n\na) {A}."),
        {"this repeals 10/2020/QĐ-UBND"},
    ),
    (decision(f"Các Quyết định sau đây không hết hiệu lực:\n\na) {A}."), set()),
    (
        decision(f"Bãi bỏ toàn bộ 02 văn bản\n\n1. {A};\n\n2. Điều 3 {B}."),
        {"this repeals 10/2020/QĐ-UBND", "this amends 11/2021/QĐ-UBND"},
    ),
    (decision(f"Quyết định này thay thế:\n\na) {A}."), {"this replaces 10/2020/QĐ-UBND"}),
    (
        decision(f"Hiệu lực\n\n1. Các văn bản sau hết hiệu lực:\n\na) {A};\n\n2. {B} vẫn áp dụng."),
        {"this repeals 10/2020/QĐ-UBND"},  # the next item of the heading's own level
    ),
    (
        decision(f"Bãi bỏ các Quyết định sau:\n\n1. Đất đai\n\na) {A};\n\n2. Nhà ở\n\na) {B}."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (decision(f"Các Quyết định sau đây còn hiệu lực:\n\n1. {A};\n\n2. {B}."), set()),
    (
        decision(f"Bãi bỏ các Quyết định sau đây:\n\n1. {A};\n\nĐiều 2. Áp dụng:\n\n1. {B}."),
        {"this repeals 10/2020/QĐ-UBND"},
    ),
]

AFTER: Rows = [
    (
        "Nghị quyết số 144/2016/QH13 về việc lùi hiệu lực thi hành của Bộ luật Hình sự số 100/2015/QH13.",
        {"144/2016/QH13 suspends 100/2015/QH13"},
    ),
    (decision(f"{A} hết hiệu lực kể từ ngày Quyết định này có hiệu lực."), {"this repeals 10/2020/QĐ-UBND"}),
    (
        decision(f"{A}, {B} hết hiệu lực thi hành."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (decision(f"{A} chấm dứt hiệu lực."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"{A} được bãi bỏ kể từ ngày ký."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"{A} bị bãi bỏ kể từ ngày ký."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"{A} đã bị bãi bỏ."), set()),
    (decision(f"{A} bị bãi bỏ bởi cơ quan khác."), set()),
    (decision(f"{A} được thay thế bằng Quyết định này."), {"this replaces 10/2020/QĐ-UBND"}),
    (decision(f"Khoản 2 Điều 5 {A} được sửa đổi như sau: “2. Mới”."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"{A} được sửa đổi, bổ sung nhiều lần."), set()),
    (decision(f"{A} hết hiệu lực một phần."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Khoản 2 Điều 5 {A} hết hiệu lực."), {"this amends 10/2020/QĐ-UBND"}),
    (
        decision(f"{A} đã được sửa đổi, bổ sung theo {B} hết hiệu lực."),
        {"this repeals 10/2020/QĐ-UBND", "11/2021/QĐ-UBND amends 10/2020/QĐ-UBND"},
    ),
    (
        decision(f"{A} quy định mức chi theo Nghị định số 15/2019/NĐ-CP của Chính phủ hết hiệu lực."),
        {"this repeals 10/2020/QĐ-UBND"},
    ),
    # a decision that publishes procedures ends those published before, not the decisions whole
    (decision(f"Các thủ tục công bố tại {A} hết hiệu lực."), {"this amends 10/2020/QĐ-UBND"}),
    (
        decision(f"Các thủ tục đã được công bố tại các {A};\n{B} hết hiệu lực kể từ ngày ký."),
        {"this amends 10/2020/QĐ-UBND", "this amends 11/2021/QĐ-UBND"},
    ),
    (decision(f"Các thủ tục được công bố tại {A} đã hết hiệu lực."), set()),
    (decision(f"Đến ngày {A} hết hiệu lực thì thôi."), set()),
    (decision(f"Khi Quyết định này có hiệu lực, {A} hết hiệu lực."), {"this repeals 10/2020/QĐ-UBND"}),
    (letter(f"Có ý kiến như sau:\n\n1. {A} hết hiệu lực từ năm 2024."), set()),  # a letter ends no decision
    (decision(f"{A} ngưng hiệu lực đến hết năm 2026."), {"this suspends 10/2020/QĐ-UBND"}),
    (decision(f"Quyết định này hết hiệu lực khi có văn bản mới, theo {A}."), set()),
    (decision(f"{A} không hết hiệu lực."), set()),
    (decision(f"Sau khi {A} được gia hạn, nếu văn bản khác hết hiệu lực thì báo cáo."), set()),
    ("Theo Quyết định số 10/2020/QĐ-UBND hết hiệu lực.", set()),  # a passage
    (
        decision(f"Trường hợp {A} hết hiệu lực thì báo cáo."),
        set(),
    ),
    (decision(f"Khi {A} hết hiệu lực thì báo cáo."), set()),
]


ROWS = [row for rows in (CHANGES, NOT_DONE, DONE, COORDINATION, LISTS, AFTER) for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_relations(text: str, expected: set[str]) -> None:
    assert relations(read(text)) == expected


def test_what_stands_behind_a_member_that_amends_another_is_a_member_again() -> None:
    text = decision(f"Bãi bỏ {A}, {B} sửa đổi, bổ sung một số điều của {A} của Ủy ban nhân dân tỉnh về phí, {C}.")
    number_a, number_b, number_c = (d.number for d in read(text).documents)
    assert relations(read(text)) == {
        *(f"this repeals {number}" for number in (number_a, number_b, number_c)),
        f"{number_b} amends {number_a}",
    }
