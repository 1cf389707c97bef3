"""Who acts, and on what: drafts do nothing, documents without a number are not the one named before, rows end."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import decision, letter, read, relations
from tests.extractors.relation_factories import ND_A, ND_B, A, B, Rows, preamble

DRAFTS: Rows = [
    (f"Cho ý kiến về dự thảo Nghị định số 16/2022/NĐ-CP sửa đổi, bổ sung một số điều của {ND_A}.", set()),
    (f"Theo {ND_B} sửa đổi, bổ sung một số điều của {ND_A}.", {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"}),
    ("Thẩm tra dự án Luật sửa đổi, bổ sung một số điều của Luật Nhà ở.", set()),
    (
        "Thi hành Luật sửa đổi, bổ sung một số điều của Luật Nhà ở.",
        {"Luật sửa đổi, bổ sung một số điều của Luật Nhà ở amends Luật Nhà ở"},
    ),
    (f"Nếu {ND_A} được sửa đổi, bổ sung bởi dự thảo {ND_B} thì tính lại.", set()),
    (
        letter(f"Thực hiện {A};", subject="góp ý dự thảo Kế hoạch thực hiện Kế hoạch số 5/KH-BTC"),
        {"this implements 10/2020/QĐ-UBND"},
    ),
]
UNNAMED: Rows = [
    (f"Theo {ND_A} và các văn bản hướng dẫn thi hành Luật Nhà ở.", set()),
    (f"Theo {ND_A} và các Thông tư quy định chi tiết, hướng dẫn thi hành Luật Nhà ở.", set()),
    (f"Theo {ND_A} hướng dẫn thi hành Luật Nhà ở.", {"15/2020/NĐ-CP guides Luật Nhà ở"}),
    (
        "Theo Quyết định số 8/QĐ-TTg ban hành Kế hoạch triển khai Nghị định quy định chi tiết Luật Nhà ở.",
        set(),
    ),
    (
        "Theo Quyết định số 8/QĐ-TTg ban hành Kế hoạch triển khai thi hành Luật Nhà ở.",
        {"8/QĐ-TTg implements Luật Nhà ở"},
    ),
    ("Trình Quốc hội Luật Nhà ở sửa đổi và Luật Đất đai.", set()),
    (preamble(f"Căn cứ Luật Nhà ở và các văn bản hướng dẫn {ND_A};"), {"this based_on Luật Nhà ở"}),
]
CELLS: Rows = [
    (f"1\t{ND_A}\tHết hiệu lực\n2\tBị thay thế bởi {ND_B}", set()),
    (f"1\n{ND_A} của Chính phủ về nghề gốm.\nĐược thay thế bởi {ND_B}", {"16/2022/NĐ-CP replaces 15/2020/NĐ-CP"}),
    (f"(1, '{ND_A}', 'về thi hành luật'),\n(2, '{ND_B}', 'về nghề gốm')", set()),
    (f"Theo {ND_A}\n[7] Khoản này được sửa đổi theo {ND_B}.", set()),
]
OBJECTS: Rows = [
    (
        f"{B} sửa đổi Quy chế bổ nhiệm, kéo dài thời gian giữ chức vụ ban hành kèm theo {A}",
        {"11/2021/QĐ-UBND amends 10/2020/QĐ-UBND"},
    ),
    (f"{B} kéo dài thời gian thực hiện {A}", {"11/2021/QĐ-UBND extends 10/2020/QĐ-UBND"}),
    (decision(f"Từ ngày Quyết định này có hiệu lực thi hành, {A} còn hiệu lực."), set()),
    (
        f"{ND_B} sửa đổi, bổ sung một số điều, phụ lục của {ND_A} về nghề gốm.",
        {"16/2022/NĐ-CP amends 15/2020/NĐ-CP"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*DRAFTS, *UNNAMED, *CELLS, *OBJECTS])
def test_relations(text: str, expected: set[str]) -> None:
    assert relations(read(text)) == expected
