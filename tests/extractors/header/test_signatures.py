"""Who signs, in what office, and who receives."""

from __future__ import annotations

import pytest

from legalkg.extractors.header.signatures import find_signatures
from legalkg.extractors.model import Header
from tests.extractors.extraction_factories import document, read


def signed(closing: str) -> list[tuple[str, str | None]]:
    text = "Điều 2. Thi hành.\n" + closing
    return [(s.name, s.office) for s in find_signatures(text, 0).signatures]


BLOCKS = [
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An", [("Nguyễn Văn An", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH")]),
    (
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\nTrần Thị Bình",
        [("Trần Thị Bình", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")],
    ),
    ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Văn Cường", [("Lê Văn Cường", "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ")]),
    ("K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nLê Văn Cường", [("Lê Văn Cường", "K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN")]),
    ("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG\n(Đã ký)\nPhạm Minh Đức", [("Phạm Minh Đức", "TL. BỘ TRƯỞNG VỤ TRƯỞNG")]),
    ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ\n\nPhạm Minh Đức", [("Phạm Minh Đức", "TUQ. CHỦ TỊCH GIÁM ĐỐC SỞ")]),
    ("BỘ TRƯỞNG\n\nĐỗ Thị Hoa", [("Đỗ Thị Hoa", "BỘ TRƯỞNG")]),
    ("THỦ TƯỚNG\n\nPhạm Minh Chính", [("Phạm Minh Chính", "THỦ TƯỚNG")]),
    ("CHỦ TỊCH QUỐC HỘI\n\nTrần Thanh Mẫn", [("Trần Thanh Mẫn", "CHỦ TỊCH QUỐC HỘI")]),
    ("**T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ**\n\n**Lê Văn Cường**", [("Lê Văn Cường", "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ")]),
    ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nThiếu tướng Lê Văn Cường", [("Lê Văn Cường", "KT. BỘ TRƯỞNG THỨ TRƯỞNG")]),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTS. Lê Văn Cường", [("Lê Văn Cường", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC")]),
    ("CHỦ TỊCH\n\nNguyễn Quỳnh\nThiện", [("Nguyễn Quỳnh Thiện", "CHỦ TỊCH")]),
    ("CHỦ TỊCH Nguyễn Văn An", [("Nguyễn Văn An", "CHỦ TỊCH")]),
    (
        "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nLê Văn Cường\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrần Thị Bình",
        [("Lê Văn Cường", "KT. BỘ TRƯỞNG THỨ TRƯỞNG"), ("Trần Thị Bình", "KT. BỘ TRƯỞNG THỨ TRƯỞNG")],
    ),
    (
        "| Nơi nhận: | TM. CHÍNH PHỦ\\ |\n| - Các bộ; | THỦ TƯỚNG\\ |\n| - Lưu: VT. | \\ |\n| | Phạm Minh Chính |",
        [("Phạm Minh Chính", "TM. CHÍNH PHỦ THỦ TƯỚNG")],
    ),
    (
        "Phó Chủ tịch Hội đồng Bộ trưởng\n\n(Đã ký)\n\nLê Văn Cường",
        [("Lê Văn Cường", "Phó Chủ tịch Hội đồng Bộ trưởng")],
    ),
    ("\nLê Văn Cường\n(Đã ký)", [("Lê Văn Cường", None)]),
    ("BỘ TRƯỞNG\n[daky]\n\nLê Văn Cường", [("Lê Văn Cường", "BỘ TRƯỞNG")]),
    ("CHỦ TỊCH QUỐC HỘI\nĐã ký: Lê Văn Cường", [("Lê Văn Cường", "CHỦ TỊCH QUỐC HỘI")]),
    (
        "BỘ TRƯỞNG\n\nLê Văn Cường\nVĂN PHÒNG\nSố: 17/SY-VP\nSAO Y BẢN CHÍNH\nKT. CHÁNH VĂN PHÒNG\n"
        "PHÓ CHÁNH VĂN PHÒNG\n\nTrần Thị Bình",
        [("Lê Văn Cường", "BỘ TRƯỞNG")],
    ),
    ("SAO Y BẢN CHÍNH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nTrần Thị Bình", []),  # who certifies does not sign
    ("Văn bản đã ký.\nLê Văn Cường", []),
    ("\n(Đã ký)\nNơi nhận:", []),
    ("TM. CHÍNH PHỦ", []),  # no name
    ("TM. CHÍNH PHỦ\n\nNơi nhận:\n- Như trên", []),
    ("CHỦ TỊCH nước ký lệnh.\nNguyễn Văn An", []),
    ("Chủ tịch Ủy ban nhân dân\nNguyễn Văn An", []),
    ("KT. CHỦ TỊCH\nĐiều 3. Tiếp theo", []),
]


@pytest.mark.parametrize(("closing", "expected"), BLOCKS)
def test_signatures(closing: str, expected: list[tuple[str, str | None]]) -> None:
    assert signed(closing) == expected


def header(closing: str, body: str = "Điều 1. A.") -> Header:
    return read(document(body, closing=closing)).header


RECIPIENTS = [
    ("Nơi nhận:\n- Như Điều 3;\n- Lưu: VT, NC.\n", ("Như Điều 3", "Lưu: VT, NC")),
    ("Nơi nhận:\n\n- Như kính gửi,\n- Lưu Văn phòng.\n", ("Như kính gửi", "Lưu Văn phòng")),
    ("NƠI NHẬN:\n+ Sở Nội vụ;\n• Sở Tài chính.\n", ("Sở Nội vụ", "Sở Tài chính")),
    ("Nơi nhận\n- Như trên.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An", ("Như trên",)),
    (
        "Nơi nhận:\n- Các cơ quan trực thuộc\nThành ủy,\n- Lưu Văn phòng.\n",
        ("Các cơ quan trực thuộc Thành ủy", "Lưu Văn phòng"),
    ),
    (
        "Nơi nhận:\n- VPCP: các Vụ, Cục,\nđơn vị trực thuộc;\n- Lưu: VT.\n",
        ("VPCP: các Vụ, Cục, đơn vị trực thuộc", "Lưu: VT"),
    ),
    ("Nơi nhận:\n- Sở Nội vụ;\n(để báo cáo)\n- Lưu: VT.\n", ("Sở Nội vụ; (để báo cáo)", "Lưu: VT")),
    ("Nơi nhận:\n- Sở Nội vụ\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An", ("Sở Nội vụ",)),
    ("Nơi nhận:\n- Lưu: VT.\nNguyễn Văn An", ("Lưu: VT",)),
    (
        "| Nơi nhận:     | TM. CHÍNH PHỦ\\ |\n| - Các bộ, cơ  | THỦ TƯỚNG\\ |\n| quan;\\       | \\ |\n"
        "| - Lưu: VT.    | Lê Văn An |\n+-----+-----+\n",
        ("Các bộ, cơ quan", "Lưu: VT"),
    ),
    ("Không có ai.\n", ()),
]


@pytest.mark.parametrize(("closing", "expected"), RECIPIENTS)
def test_recipients(closing: str, expected: tuple[str, ...]) -> None:
    assert header(closing).recipients == expected


@pytest.mark.parametrize(
    ("addressee", "recipients"),
    [
        ("Kính gửi: Bộ trưởng\nBộ Công Thương\n\n", ("Bộ trưởng Bộ Công Thương",)),
        ("Kính gửi: Thuế tỉnh Cà Mau.\nSở Nội vụ nhận được công văn.\n", ("Thuế tỉnh Cà Mau",)),
        ("Kính gửi:\n- Sở Nội vụ;\n- Sở Tài chính.\nPhúc đáp văn bản, tỉnh trả lời.\n", ("Sở Nội vụ", "Sở Tài chính")),
        ("Kính gửi: Các sở\nThực hiện kế hoạch của tỉnh về chuyển đổi số, đề nghị các sở báo cáo.\n", ("Các sở",)),
    ],
)
def test_addressees(addressee: str, recipients: tuple[str, ...]) -> None:
    assert header("", addressee).recipients == recipients


def test_a_signature_in_a_quotation_above_is_not_missed_for_the_document() -> None:
    found = header("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An", "Điều 1. Giao CHỦ TỊCH xã.")
    assert found.signers == ("Nguyễn Văn An",)
