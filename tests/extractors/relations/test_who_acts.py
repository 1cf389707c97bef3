"""Who acts, and on what: drafts do nothing, documents without a number are not the one named before, rows end."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import decision, letter, read, relations
from tests.extractors.relation_factories import ND_A, ND_B, A, B, Rows, plan, preamble

NQ, KH = "Nghị quyết số 18-NQ/TW", "Kế hoạch số 12-KH/TU"

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
ISSUED: Rows = [
    (f"Thực hiện {NQ}, Tỉnh ủy đã ban hành {KH}.", {"12-KH/TU implements 18-NQ/TW"}),
    (
        f"Thực hiện {NQ} và Chỉ thị số 5-CT/TW, Tỉnh ủy xây dựng {KH}.",
        {"12-KH/TU implements 18-NQ/TW", "12-KH/TU implements 5-CT/TW"},
    ),
    (
        f"Thực hiện {NQ}, Tỉnh ủy xây dựng {KH} về xã và Kế hoạch số 13-KH/TU.",
        {"12-KH/TU implements 18-NQ/TW", "13-KH/TU implements 18-NQ/TW"},
    ),
    (f"Thực hiện {NQ}, Tỉnh ủy sẽ ban hành {KH}.", set()),
    (f"Thực hiện {NQ}, Tỉnh ủy làm việc về {KH}.", set()),
    (f"Thực hiện tốt công tác theo {NQ}, Tỉnh ủy ban hành {KH}.", set()),
    (f"Trên cơ sở Tờ trình số 4-TTr/BTC, Tỉnh ủy đã có {KH}.", {"12-KH/TU based_on 4-TTr/BTC"}),
    (f"Trên cơ sở Tờ trình số 4-TTr/BTC, Tỉnh ủy chưa có {KH}.", set()),
]
ANSWERS: Rows = [
    (
        preamble(
            "Theo đề nghị của Sở Nội vụ tại Tờ trình số 11/TTr-SNV; của Sở Tư pháp tại Báo cáo số 12/BC-STP;",
        ),
        {"this responds_to 11/TTr-SNV", "this responds_to 12/BC-STP"},
    ),
    (
        preamble("Theo đề nghị của Sở Nội vụ tại Tờ trình số 11/TTr-SNV; các sở xem Báo cáo số 12/BC-STP;"),
        {"this responds_to 11/TTr-SNV"},
    ),
    (
        "Công văn số 7/TCT-CS của Tổng cục Thuế trả lời Công văn số 8/CT-TTHT của Cục Thuế.",
        {"7/TCT-CS responds_to 8/CT-TTHT"},
    ),
    ("Công văn số 7/TCT-CS chưa trả lời Công văn số 8/CT-TTHT của Cục Thuế.", set()),
    ("Công văn số 7/TCT-CS trả lời Cục Thuế, xem Công văn số 8/CT-TTHT.", set()),
    (
        letter("Sở Tài chính có Công văn số 8/STC-NS về kinh phí. Về việc này, Ủy ban có ý kiến như sau:"),
        {"this responds_to 8/STC-NS"},
    ),
    (letter("Sở Tài chính có Công văn số 8/STC-NS về kinh phí. Các xã tự làm."), set()),
    (
        letter("Ủy ban nhất trí với đề xuất của Sở Tài chính tại Công văn số 8/STC-NS."),
        {"this responds_to 8/STC-NS"},
    ),
]
REVIEWS: Rows = [
    (f"{KH} tổng kết việc thực hiện {NQ}.", {"12-KH/TU reviews 18-NQ/TW"}),
    (f"Kết luận số 9-KL/TW về sơ kết, đánh giá 03 năm thực hiện {NQ}.", {"9-KL/TW reviews 18-NQ/TW"}),
    (f"{KH} về ý kiến tại Hội nghị sơ kết việc thực hiện {NQ}.", set()),
]
PARTS: Rows = [
    (decision(f"Các quy định tại {A} được thay thế bằng Quyết định này."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Cụm từ “sở” tại {A} được thay thế bằng cụm từ “ban”."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Các quy định trái với quy định tại {A} được bãi bỏ."), set()),
    (
        decision(
            f"Các Quyết định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực: {A} về xã; {B} về phường."
        ),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 11/2021/QĐ-UBND"},
    ),
    (decision(f"Các Quyết định sau đây có hiệu lực cùng Quyết định này: {A} về xã."), set()),
    (
        decision(f"{A} về nghề gốm và Chỉ thị số 5/CT-UBND của tỉnh hết hiệu lực kể từ ngày ký."),
        {"this repeals 10/2020/QĐ-UBND", "this repeals 5/CT-UBND"},
    ),
    (
        decision(f"{A} định mức theo Nghị định số 1/2019/NĐ-CP về giá và Chỉ thị số 5/CT-UBND hết hiệu lực."),
        {"this repeals 10/2020/QĐ-UBND"},
    ),
    (
        decision(f"Các quy định tại {A} về gốm có ghi “năm 2025” được thay thế bằng thời điểm “năm 2026”."),
        {"this amends 10/2020/QĐ-UBND"},
    ),
    (
        preamble(
            "Căn cứ Luật Nhà ở được sửa đổi, bổ sung theo Luật số 43/2024/QH15;\n"
            "Bộ trưởng Bộ Xây dựng ban hành Thông tư sửa đổi Thông tư số 5/2020/TT-BXD; Thông tư số 6/2020/TT-BXD.",
            kind="THÔNG TƯ",
            number="15/2025/TT-BXD",
        ),
        {
            "this based_on Luật Nhà ở",
            "43/2024/QH15 amends Luật Nhà ở",
            "this amends 5/2020/TT-BXD",
            "this amends 6/2020/TT-BXD",
        },
    ),
    (decision(f"Công bố hết hiệu lực đối với {A}."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"Công bố danh mục văn bản theo {A}."), set()),
]
ORDERS: Rows = [
    (
        plan("Yêu cầu:\n\n1. Các sở khẩn trương hoàn thành nhiệm vụ được giao tại Nghị quyết số 71/NQ-CP."),
        {"this directs 71/NQ-CP"},
    ),
    (plan("Yêu cầu:\n\n1. Các sở đã hoàn thành nhiệm vụ được giao tại Nghị quyết số 71/NQ-CP."), set()),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*DRAFTS, *UNNAMED, *CELLS, *OBJECTS, *ISSUED, *ANSWERS, *REVIEWS, *PARTS, *ORDERS]
)
def test_relations(text: str, expected: set[str]) -> None:
    assert relations(read(text)) == expected


def test_the_evidence_is_where_it_is_said() -> None:
    page = "\n".join(
        f"Thông tư số {n}/2020/TT-BTC sửa đổi Thông tư số {n}/2010/TT-BTC\nBan hành: 2020" for n in range(60)
    )
    extraction = read(page)
    named = {document.id: document.number or "" for document in extraction.documents}
    said = [(named[r.source], named[r.target], r.evidence) for r in extraction.relations if r.relation == "amends"]
    assert len(said) == 60
    assert all(source in evidence[0].text and target in evidence[0].text for source, target, evidence in said)
