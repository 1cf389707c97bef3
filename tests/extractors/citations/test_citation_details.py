"""Issuer, later date and title behind a citation: each goes to the nearest document."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import check, doc, read

ISSUERS = [
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ban Thường vụ Thành ủy",
    "Ban Chấp hành Trung ương Đảng (khóa XI)",
    "Ban Chấp hành Trung ương Đảng khóa IX",
    "BCH Trung ương Đảng",
    "Bộ Chính trị (khóa VIII)",
    "Bộ Chính trị, Ban Bí thư",
    "Thủ tướng Chính phủ",
    "Bộ trưởng Bộ Tài chính",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Lao động - Thương binh và Xã hội",
    "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
    "Ủy ban nhân dân tỉnh Cà Mau",
    "Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh",
    "UBND thành phố Hà Nội",
    "Ủy ban Thường vụ Quốc hội",
    "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu",
    "Ban Tuyên giáo và Dân vận Trung ương",
    "Đảng ủy Công an Trung ương",
    "Ban cán sự đảng Bộ Ngoại giao",
    "Tổng Liên đoàn Lao động Việt Nam",
    "Ngân hàng Nhà nước Việt Nam",
    "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "Giám đốc Sở Nội vụ",
    "Tòa án nhân dân tối cao",
    "Tỉnh ủy",
    "Thuế tỉnh Cà Mau",
]


# The first word that names of organs do not go on with is no more of the name, whatever it is.
@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("của Bộ Chính trị đề ra ba việc.", "Bộ Chính trị"),
        ("của Đảng ủy Công ty Ánh Sao ra đời trong gian khó.", "Đảng ủy Công ty Ánh Sao"),
        ("của Ban Chấp hành Trung ương khẳng định điều đó.", "Ban Chấp hành Trung ương"),
        ("của Chính phủ bằng biểu mẫu mới.", "Chính phủ"),
        ("của UBND tỉnh Sơn La đòi hỏi nhiều hơn.", "UBND tỉnh Sơn La"),
        ("của Thuế tỉnh Nghệ An vướng mắc ở chỗ này.", "Thuế tỉnh Nghệ An"),
        ("của Bộ trưởng Bộ Công Thương và hóa chất đi kèm.", "Bộ trưởng Bộ Công Thương"),
        ("của Hội nghị Trung ương 7 khóa XII nêu.", "Hội nghị Trung ương 7 khóa XII"),
        ("của Đảng ủy phường 12 nêu.", "Đảng ủy phường 12"),
        ("của Cục Thi hành án dân sự tỉnh Huế thì khác.", "Cục Thi hành án dân sự tỉnh Huế"),
        ("của Hội Cựu chiến binh Việt Nam kêu gọi.", "Hội Cựu chiến binh Việt Nam"),
    ],
)
def test_where_the_name_of_an_organ_ends(text: str, issuer: str) -> None:
    assert [d.issuer for d in read(f"Theo Quyết định số 12-QĐ/ABC {text}").documents] == [issuer]


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize("behind", [" thì khác.", ".", "; việc khác.", " về công tác cán bộ.", " ban hành quy chế."])
def test_issuer(issuer: str, behind: str) -> None:
    text = f"Theo Quyết định số 12/QĐ-ABC ngày 01/02/2020 của {issuer}{behind}"
    assert [d.issuer for d in read(text).documents] == [issuer]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Theo Quyết định số 12/QĐ-ABC do Bộ Tài chính ban hành.", "Bộ Tài chính"),
        ("Theo Quyết định số 12/QĐ-ABC (của Bộ Tài chính).", "Bộ Tài chính"),
        ("Theo Quyết định số 12/QĐ-ABC của Bộ\nTài chính thì khác.", "Bộ Tài chính"),
        ("Theo Quyết định số 12/QĐ-ABC của Bộ Tài chính\n\nvề việc khác.", "Bộ Tài chính"),
        ("Theo Quyết định số 12/QĐ-ABC và ý kiến của Bộ Tài chính.", None),
        ("Theo Quyết định số 12/QĐ-ABC. Của Bộ Tài chính thì khác.", None),
        ("Theo Quyết định số 12/QĐ-ABC\n\ncủa Bộ Tài chính.", None),
        ("Theo Quyết định số 12/QĐ-ABC của ông An.", None),
        ("Theo Quyết định số 12/QĐ-ABC của mình.", None),
        ("Ngày 5/3, Bộ Tài chính đã ban hành Quyết định số 12/QĐ-ABC về giá.", "Bộ Tài chính"),
        (
            "Theo Thông báo số 128/TB-VPCP của Văn phòng Chính phủ thông báo kết luận của Thủ tướng.",
            "Văn phòng Chính phủ",
        ),
        ("Các Nghị quyết của Bộ Chính trị: số 57-NQ/TW, số 59-NQ/TW.", "Bộ Chính trị"),
        ("THEO QUYẾT ĐỊNH SỐ 12/QĐ-ABC CỦA BỘ TÀI CHÍNH VỀ GIÁ.", "BỘ TÀI CHÍNH"),
        (
            "Theo Quyết định số 12/QĐ-ABC (gọi tắt là Quyết định số 12), ngày 12/6/2021 của Bộ Tài chính.",
            "Bộ Tài chính",
        ),
        ("Theo Quyết định 12/QĐ-ABC (Bộ Tài chính, 27/9/2019) thì khác.", "Bộ Tài chính"),
        ("Thay mặt Ban Bí thư, đồng chí Lê Văn An đã ký ban hành Chỉ thị số 17-CT/TW.", "Ban Bí thư"),
        ("Thay mặt Ban Bí thư, đồng chí An phát biểu. Tỉnh có Chỉ thị số 17-CT/TW.", None),
    ],
)
def test_issuer_or_none(text: str, issuer: str | None) -> None:
    assert read(text).documents[0].issuer == issuer


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Doanh nghiệp theo Luật Doanh nghiệp do Nhà nước nắm giữ.", None),
        ("Theo Luật Đất đai của Quốc hội thì khác.", "Quốc hội"),
        ("Theo Nghị định số 187/2025/NĐ-CP của Chính phủ Sửa đổi, bổ sung một số điều.", "Chính phủ"),
        ("Theo Quyết định số 55/2014/QĐ-UBND của UBND thành phố Đà Nẵng Quy định về vỉa hè.", "UBND thành phố Đà Nẵng"),
        ("THEO QUYẾT ĐỊNH SỐ 12/QĐ-ABC CỦA BỘ Y TẾ. Theo Quyết định số 12/QĐ-ABC của Bộ Y tế.", "Bộ Y tế"),
        ("THEO QUYẾT ĐỊNH SỐ 12/QĐ-ABC CỦA BỘ Y TẾ SỬA ĐỔI QUY CHẾ.", "BỘ Y TẾ"),
        ("Ngày mai Bộ Tài chính sẽ bàn. Đã có Quyết định số 12/QĐ-ABC.", None),
    ],
)
def test_issuers_of_laws_and_in_capitals(text: str, issuer: str | None) -> None:
    assert read(text).documents[0].issuer == issuer


TITLES = [
    ("về công tác cán bộ", "."),
    ("về việc tăng cường quản lý đất đai", "."),
    ("về công tác cán bộ, đảng viên và quần chúng", "; việc khác."),
    ("quy định chi tiết một số điều của luật", "."),
    ("hướng dẫn việc kê khai", "."),
    ("ban hành Quy chế làm việc", "."),
    ("phê duyệt quy hoạch vùng", "."),
    ("về nông nghiệp,\nnông dân, nông thôn", "."),
    ("về 1.000 hộ dân", "."),
    ("nhằm nâng cao chất lượng", "."),
]


@pytest.mark.parametrize(("title", "behind"), TITLES)
def test_title(title: str, behind: str) -> None:
    text = f"Theo Quyết định số 12/QĐ-ABC ngày 01/02/2020 của Bộ Tài chính {title}{behind}"
    assert [d.title for d in read(text).documents] == [" ".join(title.split())]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Theo Quyết định số 12/QĐ-ABC thì khác.", None),
        ("Theo Quyết định số 12/QĐ-ABC.", None),
        ("Theo Quyết định số 12/QĐ-ABC.\n\nVề việc khác.", None),
        ("Theo Quyết định số 12/QĐ-ABC\n\nvề giá.", None),
        ("Theo Quyết định số 12/QĐ-ABC về giá\n\nđoạn khác.", "về giá"),
        ("Theo Quyết định số 12/QĐ-ABC về “Giá đất”.", "về “Giá đất”"),
        ("Theo Quyết định số 12/QĐ-ABC về giá đất (sau đây gọi tắt là Quyết định số 12).", "về giá đất"),
        ("Theo Quyết định số 12/QĐ-ABC\n \nvề giá.", None),
    ],
)
def test_title_or_none(text: str, title: str | None) -> None:
    assert read(text).documents[0].title == title


NESTED = [
    (
        "Theo ⟦Nghị định số 187/2025/NĐ-CP⟧ sửa đổi, bổ sung một số điều của"
        " ⟦Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025⟧ của Chính phủ.",
        [doc("Nghị định", "187/2025/NĐ-CP"), doc("Nghị định", "78/2025/NĐ-CP", "2025-04-01", "Chính phủ")],
    ),
    (
        "Theo ⟦Chỉ thị số 28-CT/TU⟧ về thực hiện ⟦Kết luận số 57-KL/TW ngày 15/6/2023⟧ của Bộ Chính trị.",
        [doc("Chỉ thị", "28-CT/TU"), doc("Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị")],
    ),
    (
        "Theo ⟦Chỉ thị số 28-CT/TU ngày 16/10/2023⟧ của Ban Thường vụ Thành ủy về thực hiện ⟦Kết luận số 57-KL/TW⟧ của"
        " Bộ Chính trị về tiếp tục thực hiện ⟦Kết luận số 16-KL/TW ngày 14/02/2012⟧ của Bộ Chính trị khóa XI.",
        [
            doc("Chỉ thị", "28-CT/TU", "2023-10-16", "Ban Thường vụ Thành ủy"),
            doc("Kết luận", "57-KL/TW", None, "Bộ Chính trị"),
            doc("Kết luận", "16-KL/TW", "2012-02-14", "Bộ Chính trị khóa XI"),
        ],
    ),
]


@pytest.mark.parametrize(("row", "expected"), NESTED)
def test_date_and_issuer_belong_to_the_nearest(row: str, expected: list[object]) -> None:
    check(row, expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Theo Quyết định số 12/QĐ-ABC của Bộ Tài chính ngày 01/02/2020 về giá.", "2020-02-01"),
        ("Theo Quyết định số 12/QĐ-ABC của Bộ Tài chính (ngày 01/02/2020) về giá.", "2020-02-01"),
        ("Theo Quyết định số 12/QĐ-ABC của Bộ Tài chính ký ngày 01/02/2020.", "2020-02-01"),
        ("Theo Quyết định số 12/QĐ-ABC về quản lý giá đất ngày 01/02/2020 của Bộ Tài chính.", "2020-02-01"),
        ("Theo Quyết định số 12/QĐ-ABC về quản lý giá đất (ngày 01/02/2020).", "2020-02-01"),
        ("Theo Quyết định số 12/QĐ-ABC của Bộ Tài chính có hiệu lực từ ngày 01/02/2020.", None),
    ],
)
def test_a_later_date(text: str, date: str | None) -> None:
    assert [d.date for d in read(text).documents] == [date]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về khoa học, công nghệ, Ủy ban nhân dân tỉnh ban hành Kế"
            " hoạch như sau:",
            "về khoa học, công nghệ",
        ),
        ("Theo Quy định số 102-QĐ/TW về kỷ luật, Bộ Chính trị quyết định thi hành kỷ luật.", "về kỷ luật"),
        (
            "Theo Quyết định số 12/QĐ-TTg về chức năng của Bộ Tài chính, Bộ Y tế và Bộ Công an.",
            "về chức năng của Bộ Tài chính, Bộ Y tế và Bộ Công an",
        ),
        ("Theo Kế hoạch số 12/KH-UBND về phòng, chống thiên tai.", "về phòng, chống thiên tai"),
    ],
)
def test_a_title_ends_where_another_body_acts(text: str, title: str) -> None:
    assert read(text).documents[0].title == title


@pytest.mark.parametrize(
    "behind",
    [
        "\nCăn cứ Luật Đất đai;",
        "\nB. Phương án khác",
        "\n2. Việc khác",
        "\nCâu 87. Đâu là hạn chế?",
        "\nĐẢNG CỘNG SẢN VIỆT NAM",
        "\nCà Mau, ngày 5 tháng 6 năm 2026",
        "\nCà Mau ngày    tháng 6 năm 2026",
        "\t1\tmới",
    ],
)
def test_an_issuer_ends_with_its_block(behind: str) -> None:
    (found,) = read(f"Theo Kế hoạch số 16-KH/TU ngày 09/9/2025 của Ban Thường vụ Tỉnh ủy{behind}").documents[:1]
    assert (found.issuer, found.date) == ("Ban Thường vụ Tỉnh ủy", "2025-09-09")


@pytest.mark.parametrize("behind", ["\nTỉnh ủy Cà Mau.", " Tỉnh ủy\nCà Mau."])
def test_an_issuer_goes_on_over_a_line_break(behind: str) -> None:
    (found,) = read(f"Theo Kế hoạch số 16-KH/TU ngày 09/9/2025 của Ban Thường vụ{behind}").documents
    assert found.issuer == "Ban Thường vụ Tỉnh ủy Cà Mau"


def test_a_title_ends_with_its_cell() -> None:
    (found,) = read("Kế hoạch số 16-KH/TU ngày 09/9/2025 của Tỉnh ủy về giám sát năm 2025\t1\tmới").documents
    assert found.title == "về giám sát năm 2025"


@pytest.mark.parametrize(
    ("text", "issuer", "date"),
    [
        ("Nghị quyết 79-NQ/TW — Bộ Chính trị (06/01/2026) | Mục tiêu", "Bộ Chính trị", "2026-01-06"),
        ("Kế hoạch 12-KH/ĐU - HĐTV Tổng công ty A (30/01/2026)", "HĐTV Tổng công ty A", "2026-01-30"),
        (
            "| Thể thức | 186-HD/BTN | 14/04/2026 | Ban Thanh niên Công an tỉnh A | Có |",
            "Ban Thanh niên Công an tỉnh A",
            "2026-04-14",
        ),
        ("*Quy định số 144-QĐ/TW* ngày 09/05/2024 của Bộ Chính trị về đạo đức", "Bộ Chính trị", "2024-05-09"),
        ("**Kết luận số 21-KL/TW** của Bộ Chính trị", "Bộ Chính trị", None),
        (
            "Ngày 20/12/2023, Ủy ban Kiểm tra Trung ương có ý kiến tại Công văn số 39-CV/UBKTTW.",
            "Ủy ban Kiểm tra Trung ương",
            "2023-12-20",
        ),
    ],
)
def test_facts_as_registers_and_pages_give_them(text: str, issuer: str, date: str | None) -> None:
    (found,) = read(text).documents
    assert (found.issuer, found.date) == (issuer, date)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 79-NQ/TW - nội dung mới (trang 5)",
        "| 186-HD/BTN | 14/04/2026 | Không nêu riêng |",
        "Nghị quyết 79-NQ/TW, mục 2 - xem thêm (06/01/2026)",
    ],
)
def test_what_stands_behind_a_number_is_not_always_its_organ(text: str) -> None:
    (found,) = read(text).documents
    assert found.issuer is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Xét Tờ trình số 5/TTr-STC và Đề án số 6/ĐA-STC ngày 04/10/2031.", "2031-10-04"),
        ("Xét Tờ trình số 5/TTr-STC và Thông tư số 6/TT-BTC ngày 04/10/2031.", None),
        ("Tổng kết Chỉ thị số 17-CT/TW của Bộ Chính trị (khóa XV) về gốm (ban hành tháng 5/2031).", "2031-05"),
        ("Tổng kết Chỉ thị số 17-CT/TW của Bộ Chính trị về gốm (sơ kết tháng 5/2031).", None),
        ("LTS: Ngày 4-10-2031, Tỉnh ủy đã ban hành Nghị quyết số 8-NQ/TU về thủy lợi.", "2031-10-04"),
        ("Ngày 4/10/2031, thay mặt Ban Bí thư, đồng chí An đã ký ban hành Chỉ thị số 17-CT/TW.", "2031-10-04"),
        ("Ngày 4/10/2031, tỉnh họp bàn về Chỉ thị số 17-CT/TW.", None),
        ("Ngày 4/10/2031, Cục Thuế (trước đây là\nTổng cục Thuế) đã ban hành Công văn số 8/CT-KK.", "2031-10-04"),
        ("Cuối năm 2031 Ban Bí thư ban hành Chỉ thị số 17-CT/TW.", "2031"),
        ("Ngày 4/10/2031, Hội Luật gia đã ban hành và triển khai kế hoạch số 8-KH/HLG.", "2031-10-04"),
        ("Tháng 3/2031, Bộ Y tế ban hành Thông tư số 05/TT-BYT.", "2031-03"),
        ("Năm 2031 tỉnh họp. Bộ Y tế ban hành Thông tư số 05/TT-BYT.", None),
        ("Năm 2031, xã thực hiện Thông tư số 05/TT-BYT.", None),
    ],
)
def test_the_day_before_the_verb_is_the_documents(text: str, date: str | None) -> None:
    assert read(text).documents[0].date == date


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("về thủy lợi giai đoạn 2031-2035. Báo Sông Xanh giới thiệu bài viết", "về thủy lợi giai đoạn 2031-2035"),
        ("quy định: “Người dân có quyền”", None),
        ("quy định chế độ báo cáo", "quy định chế độ báo cáo"),
    ],
)
def test_a_title_is_no_statement_and_ends_with_its_sentence(behind: str, title: str | None) -> None:
    assert read(f"Theo Nghị định số 8/2031/NĐ-CP {behind}.").documents[0].title == title
