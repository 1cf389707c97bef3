"""How the document itself acts on what it cites: by its title, its opening, its orders, what it changes."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import decision, document, letter, read, relations
from tests.extractors.relation_factories import A, B, Rows, plan, preamble, titled

THIS: Rows = [
    (decision(f"Quyết định này thay thế {A}."), {"this replaces 10/2020/QĐ-UBND"}),
    (decision(f"Quyết định này bãi bỏ {A}."), {"this repeals 10/2020/QĐ-UBND"}),
    (decision(f"Quyết định này sửa đổi, bổ sung {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (
        decision(f"Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2026 và thay thế {A}."),
        {"this replaces 10/2020/QĐ-UBND"},
    ),
    (
        decision(f"Quyết định này thay thế {A} và {B}."),
        {"this replaces 10/2020/QĐ-UBND", "this replaces 11/2021/QĐ-UBND"},
    ),
    (decision(f"Quyết định này bãi bỏ Điều 3 {A}."), {"this amends 10/2020/QĐ-UBND"}),
    (decision(f"Quyết định này và {A} cùng có hiệu lực."), set()),
    (decision(f"Các nội dung khác của Quyết định này theo {A}."), set()),
    (
        decision(f"Quyết định này không thay thế {A}."),
        set(),
    ),
]
OPENING: Rows = [
    (preamble("Căn cứ Luật Đất đai số 31/2024/QH15;"), {"this based_on 31/2024/QH15"}),
    (
        preamble("Căn cứ Luật Đất đai;\nCăn cứ Luật Nhà ở;"),
        {"this based_on Luật Đất đai", "this based_on Luật Nhà ở"},
    ),
    (
        preamble("Căn cứ Luật Đất đai; Luật Nhà ở;"),
        {"this based_on Luật Đất đai", "this based_on Luật Nhà ở"},
    ),
    (
        decision("Điều 1. Sắp xếp\nTrên cơ sở Đề án số 5/ĐA-CP của Chính phủ, Ủy ban nhân dân tỉnh quyết định lập xã."),
        {"this based_on 5/ĐA-CP"},
    ),
    (decision("Điều 1. Sắp xếp\nTrên cơ sở Đề án số 5/ĐA-CP của Chính phủ, các xã rà soát."), set()),
    (preamble("Trên cơ sở Kết luận số 57-KL/TW;"), {"this based_on 57-KL/TW"}),
    (
        preamble("Thực hiện Kế hoạch số 5-KH/TU; căn cứ Kế hoạch số 6-KH/TU của Tỉnh ủy,"),
        {"this implements 5-KH/TU", "this based_on 6-KH/TU"},
    ),
    (
        preamble("Thực hiện Hướng dẫn của tỉnh về gốm; Kế hoạch số 5-KH/TU của Tỉnh ủy,"),
        {"this implements 5-KH/TU"},
    ),
    (preamble("Thực hiện nhiệm vụ của tỉnh về gốm; theo dõi Kế hoạch số 5-KH/TU của Tỉnh ủy,"), set()),
    (preamble("Thực hiện nhiệm vụ có căn cứ Kế hoạch số 6-KH/TU của Tỉnh ủy,"), set()),
    (preamble("Chiểu Sắc lệnh số 18/SL;"), {"this based_on 18/SL"}),
    # One proposal each, with its author before it; what the author is busy with is none.
    (
        preamble("Sau khi xem xét Tờ trình số 5/TTr-STC; Báo cáo thẩm tra, giải trình số 6/BC-STP;"),
        {"this responds_to 5/TTr-STC", "this responds_to 6/BC-STP"},
    ),
    (preamble("Xét đề nghị của Tổ trưởng Tổ công tác thực hiện Đề án số 30 của Ủy ban nhân dân tỉnh;"), set()),
    (preamble("Căn cứ khoản 2 Điều 5 Luật Đất đai;"), {"this based_on Luật Đất đai"}),
    (preamble("- Căn cứ Luật Đất đai;"), {"this based_on Luật Đất đai"}),
    (preamble("Căn cứ vào Luật Đất đai;"), {"this based_on Luật Đất đai"}),
    (
        preamble("Căn cứ Luật Đất đai năm 2013 được sửa đổi, bổ sung bởi Luật số 35/2018/QH14;"),
        {"this based_on Luật Đất đai", "35/2018/QH14 amends Luật Đất đai"},
    ),
    (
        preamble(
            "Căn cứ Luật Đất đai năm 2013 được sửa đổi, bổ sung bởi Luật số 35/2018/QH14;\nCăn cứ Luật số 35/2018/QH14;"
        ),
        {"this based_on Luật Đất đai", "35/2018/QH14 amends Luật Đất đai", "this based_on 35/2018/QH14"},
    ),
    (
        preamble("Căn cứ Luật Tổ chức Chính phủ ngày 18/02/2025; Luật sửa đổi, bổ sung một số điều của Luật Nhà ở;"),
        {
            "this based_on Luật Tổ chức Chính phủ",
            "this based_on Luật sửa đổi, bổ sung một số điều của Luật Nhà ở",
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở amends Luật Nhà ở",
        },
    ),
    (preamble("Xét đề nghị của Sở Tài chính tại Tờ trình số 12/TTr-STC;"), {"this responds_to 12/TTr-STC"}),
    (
        preamble("Xét Tờ trình số 12/TTr-STC; Báo cáo thẩm tra số 5/BC-HĐND;"),
        {"this responds_to 12/TTr-STC", "this responds_to 5/BC-HĐND"},
    ),
    (
        preamble("Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC ngày 01/02/2025."),
        {"this responds_to 12/TTr-STC"},
    ),
    (
        preamble("Thực hiện Nghị quyết số 57-NQ/TW, Ủy ban nhân dân tỉnh xây dựng kế hoạch.", "KẾ HOẠCH", "15/KH-UBND"),
        {"this implements 57-NQ/TW"},
    ),
    (
        preamble(
            "Triển khai thực hiện Nghị quyết số 57-NQ/TW; Kế hoạch số 20-KH/TU, Ủy ban nhân dân tỉnh có kế hoạch.",
            "KẾ HOẠCH",
            "15/KH-UBND",
        ),
        {"this implements 57-NQ/TW", "this implements 20-KH/TU"},
    ),
    (
        preamble("Căn cứ Luật Đất đai; thực hiện Nghị quyết số 71/NQ-CP, Ủy ban nhân dân tỉnh ban hành:"),
        {"this based_on Luật Đất đai", "this implements 71/NQ-CP"},
    ),
    (
        preamble("Xét Tờ trình số 12/TTr-UBND về việc ban hành Nghị quyết bãi bỏ Nghị quyết số 10/2020/NQ-HĐND;"),
        {"this responds_to 12/TTr-UBND"},  # what stands in the title of a proposal is not answered
    ),
    (
        preamble(
            "Thực hiện Kết luận số 21-KL/TW và chỉ đạo của Bộ Nội vụ tại Công văn số 12/BNV-TC, ban hành:",
            "KẾ HOẠCH",
            "15/KH-UBND",
        ),
        {"this implements 21-KL/TW", "this implements 12/BNV-TC"},
    ),
    (preamble("Căn cứ các Nghị định quy định chi tiết Luật Đất đai;"), set()),
    (preamble("Căn cứ Luật Đất đai năm 2027;"), set()),
    (preamble("Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2027;"), set()),  # later than the document
    (preamble("Sau khi xem xét tình hình; Luật Đất đai đã có."), set()),
    ("Căn cứ Luật Đất đai;", set()),  # a passage, not a document
]

LETTERS: Rows = [
    (
        letter("Phúc đáp Công văn số 12/SNV-TC ngày 01/02/2025, Ủy ban nhân dân tỉnh có ý kiến như sau:\n\n1. Đồng ý."),
        {"this responds_to 12/SNV-TC"},
    ),
    (
        letter("Trả lời Công văn số 12/SNV-TC của Sở Nội vụ, Ủy ban nhân dân tỉnh có ý kiến như sau:\n\n1. Đồng ý."),
        {"this responds_to 12/SNV-TC"},
    ),
    (
        letter("Ủy ban nhân dân tỉnh nhận được Công văn số 12/SNV-TC. Về việc này, có ý kiến như sau:\n\n1. Đồng ý."),
        {"this responds_to 12/SNV-TC"},
    ),
    (
        letter(
            "Thực hiện Công điện số 99/CĐ-TTg ngày 01/11/2025 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh yêu cầu"
            " như sau:\n\n1. Tiếp tục thực hiện nghiêm Chỉ thị số 05-CT/TW."
        ),
        {"this implements 99/CĐ-TTg", "this directs 05-CT/TW"},
    ),
    (
        letter(
            "Có ý kiến như sau:\n\n1. Yêu cầu Sở Nội vụ khẩn trương rà soát theo hướng dẫn của Bộ Nội vụ tại Công văn"
            " số 10988/BNV-CQĐP."
        ),
        {"this directs 10988/BNV-CQĐP"},
    ),
    (letter("Có ý kiến như sau:\n\n1. Theo Điều 5 Luật Đất đai thì được.\n\n2. Sở đã thực hiện Luật Nhà ở."), set()),
    (
        letter("Căn cứ Luật Đất đai, Ủy ban nhân dân tỉnh đề nghị Sở Nội vụ như sau:\n\n1. Báo cáo."),
        {"this based_on Luật Đất đai"},
    ),
    (
        letter("Căn cứ Luật Đất đai, Ủy ban nhân dân tỉnh đề nghị Sở Nội vụ báo cáo."),
        {"this based_on Luật Đất đai"},
    ),
    (
        letter(
            "Căn cứ Luật Đất đai;\n\nThực hiện Kết luận số 21-KL/TW, Sở Nội vụ đề nghị báo cáo.\n\n"
            "Các đơn vị tiếp tục thực hiện Chỉ thị số 05-CT/TW."
        ),
        {"this based_on Luật Đất đai", "this implements 21-KL/TW", "this directs 05-CT/TW"},
    ),
    (
        letter("Thực hiện Công điện số 99/CĐ-TTg của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh đề nghị Sở báo cáo."),
        {"this implements 99/CĐ-TTg"},
    ),
    (
        letter(
            "Có ý kiến như sau:\n\n1. Khẩn trương rà soát theo hướng dẫn của Bộ Nội vụ tại Công văn số 109/BNV-CQĐP."
        ),
        {"this directs 109/BNV-CQĐP"},
    ),
]

OWN_TITLE: Rows = [
    (titled("Thực hiện Quyết định số 10/2020/QĐ-UBND", "KẾ HOẠCH", "15/KH-UBND"), {"this implements 10/2020/QĐ-UBND"}),
    (
        titled("Thực hiện Quyết định số 10/2020/QĐ-UBND", "HƯỚNG DẪN", "15/HD-UBND"),
        {"this implements 10/2020/QĐ-UBND", "this guides 10/2020/QĐ-UBND"},
    ),
    (
        titled("Hướng dẫn thi hành Nghị định số 15/2020/NĐ-CP", "THÔNG TƯ", "15/2025/TT-BTC"),
        {"this guides 15/2020/NĐ-CP"},
    ),
    (
        titled("Quy định chi tiết một số điều của Luật Đất đai", "NGHỊ ĐỊNH", "15/2025/NĐ-CP"),
        {"this guides Luật Đất đai"},
    ),
    (
        titled("Sửa đổi, bổ sung một số điều của Nghị định số 15/2020/NĐ-CP và Nghị định số 16/2022/NĐ-CP", "NGHỊ ĐỊNH",
               "15/2025/NĐ-CP"),
        {"this amends 15/2020/NĐ-CP", "this amends 16/2022/NĐ-CP"},
    ),
    (titled("Bãi bỏ Quyết định số 10/2020/QĐ-UBND", "QUYẾT ĐỊNH", "15/QĐ-UBND"), {"this repeals 10/2020/QĐ-UBND"}),
    (titled("Hợp nhất Nghị định số 15/2020/NĐ-CP", "VĂN BẢN HỢP NHẤT", "1/VBHN"), {"this consolidates 15/2020/NĐ-CP"}),
    (titled("Đính chính Quyết định số 10/2020/QĐ-UBND", "QUYẾT ĐỊNH", "15/QĐ-UBND"), {"this corrects 10/2020/QĐ-UBND"}),
    (titled("Tổng kết 10 năm thực hiện Nghị quyết số 29-NQ/TW", "BÁO CÁO", "15/BC-UBND"), {"this reviews 29-NQ/TW"}),
    (titled("Sơ kết 05 năm thực hiện Chỉ thị số 05-CT/TW", "KẾ HOẠCH", "15/KH-UBND"), {"this reviews 05-CT/TW"}),
    (titled("Kết quả thực hiện Nghị quyết số 29-NQ/TW", "BÁO CÁO", "15/BC-UBND"), set()),
    (titled("Về lệ phí theo Luật Phí và lệ phí", "NGHỊ QUYẾT", "15/NQ-HĐND"), set()),
]  # fmt: skip

PURPOSE_AND_ORDERS: Rows = [
    # To direct the carrying out of a document is an order; how it is carried out is told.
    (plan("1. Sở Y tế chỉ đạo việc triển khai thực hiện nghiêm Công điện số 5/CĐ-TTg."), {"this directs 5/CĐ-TTg"}),
    (plan("1. Sở Y tế báo cáo việc triển khai thực hiện Công điện số 5/CĐ-TTg."), set()),
    (plan("1. Kế hoạch này quy định chi tiết thi hành Luật Đất đai."), {"this guides Luật Đất đai"}),
    (plan("1. Nghị định quy định chi tiết thi hành Luật Đất đai còn hiệu lực."), set()),
    (
        plan("I. MỤC ĐÍCH\n\nCụ thể hóa Nghị quyết số 71/NQ-CP.\n\nII. NHIỆM VỤ\n\n1. Làm tốt."),
        {"this implements 71/NQ-CP"},
    ),
    (
        plan("I. MỤC ĐÍCH\n\nLàm tốt.\n\nII. NHIỆM VỤ\n\n1. Triển khai có hiệu quả Chỉ thị số 05-CT/TW."),
        {"this directs 05-CT/TW"},
    ),
    (
        plan("II. NHIỆM VỤ\n\n1. Quán triệt Chỉ thị số 05-CT/TW và Kết luận số 21-KL/TW.", "CHỈ THỊ", "15/CT-UBND"),
        {"this directs 05-CT/TW", "this directs 21-KL/TW"},
    ),
    (
        plan("II. NHIỆM VỤ\n\n1. Thực hiện các nhiệm vụ, giải pháp theo Nghị quyết số 71/NQ-CP."),
        {"this directs 71/NQ-CP"},
    ),
    (plan("II. NHIỆM VỤ\n\n1. Báo cáo tình hình thực hiện Chỉ thị số 05-CT/TW."), set()),
    (plan("II. NHIỆM VỤ\n\n1. Mười năm qua, thực hiện Chỉ thị số 05-CT/TW, tỉnh phát triển."), set()),
    (plan("II. NHIỆM VỤ\n\n1. Nội dung thực hiện: phổ biến Luật Đất đai."), set()),
    (
        plan("II. NHIỆM VỤ\n\n1. Theo Kết luận số 21-KL/TW; tiếp tục thực hiện Chỉ thị số 05-CT/TW."),
        {"this directs 05-CT/TW"},  # a new item
    ),
    (
        plan("Điều 1. Mức chi (thực hiện Luật Thủ đô).", "NGHỊ QUYẾT", "15/2025/NQ-HĐND"),
        {"this implements Luật Thủ đô"},
    ),
    (plan("II. NHIỆM VỤ\n\n1. Trong năm đã thực hiện Chỉ thị số 05-CT/TW."), set()),
    (plan("II. NHIỆM VỤ\n\n1. Thực hiện theo quy định tại Nghị định số 15/2020/NĐ-CP."), set()),
    (plan("II. NHIỆM VỤ\n\n1. Kinh phí thực hiện Nghị quyết số 71/NQ-CP do Nhà nước cấp."), set()),
    (
        document(
            "I. A",
            kind="KẾ HOẠCH",
            number="15/KH-UBND",
            title="Thực hiện Kế hoạch số 20-KH/TU của Tỉnh ủy về thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị",
        ),
        {"this implements 20-KH/TU", "20-KH/TU implements 57-NQ/TW"},
    ),
    (decision("Các cơ quan thực hiện Nghị quyết số 71/NQ-CP."), set()),  # a decision refers, it does not order
]


ROWS = [row for rows in (THIS, OPENING, LETTERS, OWN_TITLE, PURPOSE_AND_ORDERS) for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_relations(text: str, expected: set[str]) -> None:
    assert relations(read(text)) == expected
