"""What a document changes, replaces and ends: one document, several, a list, behind the name."""

from __future__ import annotations

import pytest
from extraction_factories import decision, read, relations
from relation_factories import A, B, C, Rows, plan

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
    (decision(f"Các Quyết định sau đây còn hiệu lực:\n\n1. {A};\n\n2. {B}."), set()),
    (
        decision(f"Bãi bỏ các Quyết định sau đây:\n\n1. {A};\n\nĐiều 2. Áp dụng:\n\n1. {B}."),
        {"this repeals 10/2020/QĐ-UBND"},
    ),
]

AFTER: Rows = [
    (decision(f"{A} hết hiệu lực kể từ ngày Quyết định này có hiệu lực."), {"this repeals 10/2020/QĐ-UBND"}),
    (
        decision(f"{A}, {B} hết hiệu lực thi hành."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (decision(f"{A} chấm dứt hiệu lực."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"{A} được bãi bỏ kể từ ngày ký."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"{A} bị bãi bỏ kể từ ngày ký."), {"this repeals 10/2020/QĐ-UBND"}),
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


ROWS = [row for rows in (CHANGES, COORDINATION, LISTS, AFTER) for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_relations(text: str, expected: set[str]) -> None:
    assert relations(read(text)) == expected
