"""Documents known by a name: congresses, plenums, charters, constitutions, treaties, joint statements, projects."""

from __future__ import annotations

import pytest

from legalkg.extractors.registry.congresses import roman
from tests.extractors.extraction_factories import Cited, check, check_spans, named, read

PARTY_13 = named("Nghị quyết", "Nghị quyết Đại hội XIII của Đảng", None, "Đại hội XIII của Đảng")

CONGRESS = [
    ("Theo ⟦Nghị quyết Đại hội XIII của Đảng⟧ thì khác.", PARTY_13),
    ("Theo ⟦Nghị quyết Đại hội 13 của Đảng⟧ thì khác.", PARTY_13),
    ("Theo ⟦Nghị quyết Đại hội lần thứ XIII của Đảng⟧ thì khác.", PARTY_13),
    ("Theo ⟦Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng⟧ thì khác.", PARTY_13),
    ("Theo ⟦Nghị quyết Đại hội Đảng lần thứ XIII⟧ thì khác.", PARTY_13),
    ("Theo ⟦Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII⟧ thì khác.", PARTY_13),
    ("THEO ⟦NGHỊ QUYẾT ĐẠI HỘI XIII CỦA ĐẢNG⟧ THÌ KHÁC.", PARTY_13),
    ("Theo ⟦Nghị quyết của Đại hội XIII⟧ thì khác.", PARTY_13),
    ("Theo ⟦NQ Đại hội XIII của Đảng⟧ thì khác.", PARTY_13),
    ("Theo ⟦Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII Đảng Cộng sản Việt Nam⟧.", PARTY_13),
    (
        "Theo ⟦văn kiện Đại hội XIII của Đảng⟧ thì khác.",
        named("Văn kiện", "Văn kiện Đại hội XIII của Đảng", None, "Đại hội XIII của Đảng"),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội XI của Đảng bộ thành phố⟧ thì khác.",
        named(
            "Nghị quyết",
            "Nghị quyết Đại hội XI của Đảng bộ thành phố",
            None,
            "Đại hội XI của Đảng bộ thành phố",
        ),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội lần thứ XVII Đảng bộ thành phố Hà Nội⟧ thì khác.",
        named(
            "Nghị quyết",
            "Nghị quyết Đại hội XVII của Đảng bộ thành phố Hà Nội",
            None,
            "Đại hội XVII của Đảng bộ thành phố Hà Nội",
        ),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV⟧ thì khác.",
        named(
            "Nghị quyết",
            "Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV",
            None,
            "Đại hội Đảng bộ tỉnh Sơn La",
        ),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030⟧ thì khác.",
        named("Nghị quyết", "Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030", None, "Đại hội Đảng bộ xã"),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam lần thứ IX⟧ thì khác.",
        named(
            "Nghị quyết",
            "Nghị quyết Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam lần thứ IX",
            None,
            "Đại hội Hội Làm vườn Việt Nam",
        ),
    ),
    ("Theo ⟦Nghị quyết Đại hội đại biểu toàn quốc lần thứ mười ba của Đảng⟧ thì khác.", PARTY_13),
]


@pytest.mark.parametrize(("row", "expected"), CONGRESS)
def test_congress(row: str, expected: Cited) -> None:
    check(row, [expected])


def plenum(name: str, kind: str = "Nghị quyết") -> Cited:
    _, _, term = name.partition(" khóa ")
    return named(kind, name, None, "Ban Chấp hành Trung ương Đảng" + (f" khóa {term}" if term else ""))


PLENUM = [
    ("Theo ⟦Nghị quyết Trung ương 5 khóa XIII⟧ thì khác.", plenum("Nghị quyết Trung ương 5 khóa XIII")),
    ("Theo ⟦Nghị quyết Trung ương 5 Khóa IX⟧ thì khác.", plenum("Nghị quyết Trung ương 5 khóa IX")),
    ("Theo ⟦Nghị quyết Trung ương 4 (khóa XII)⟧ thì khác.", plenum("Nghị quyết Trung ương 4 khóa XII")),
    ("Theo ⟦Nghị quyết Trung ương 4, khoá X⟧ thì khác.", plenum("Nghị quyết Trung ương 4 khóa X")),
    ("Theo ⟦Nghị quyết TW4 khóa 11⟧ thì khác.", plenum("Nghị quyết Trung ương 4 khóa XI")),
    ("Theo ⟦NQ TW 4⟧ thì khác.", plenum("Nghị quyết Trung ương 4")),
    ("Theo ⟦Nghị quyết T.Ư 4, khóa XI⟧ thì khác.", plenum("Nghị quyết Trung ương 4 khóa XI")),
    ("Theo ⟦Nghị quyết TƯ 6 khoá 12⟧ thì khác.", plenum("Nghị quyết Trung ương 6 khóa XII")),
    ("Theo ⟦Nghị quyết Trung ương bốn khóa XII⟧ thì khác.", plenum("Nghị quyết Trung ương 4 khóa XII")),
    ("THEO ⟦NGHỊ QUYẾT TRUNG ƯƠNG 4 KHÓA XII⟧ THÌ KHÁC.", plenum("Nghị quyết Trung ương 4 khóa XII")),
    ("Theo ⟦Nghị quyết Hội nghị Trung ương 6 khóa XII⟧ thì khác.", plenum("Nghị quyết Trung ương 6 khóa XII")),
    ("Theo ⟦Kết luận Trung ương 4 khóa XIII⟧.", plenum("Kết luận Trung ương 4 khóa XIII", "Kết luận")),
    (
        "Theo ⟦Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng (khóa XII)⟧ thì khác.",
        plenum("Nghị quyết Trung ương 4 khóa XII"),
    ),
    (
        "Theo ⟦Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khoá X⟧ thì khác.",
        plenum("Nghị quyết Trung ương 7 khóa X"),
    ),
    (
        "Theo ⟦Nghị quyết Hội nghị lần thứ tư, Ban Chấp hành Trung ương khóa XII⟧ thì khác.",
        plenum("Nghị quyết Trung ương 4 khóa XII"),
    ),
]


@pytest.mark.parametrize(("row", "expected"), PLENUM)
def test_plenum(row: str, expected: Cited) -> None:
    check(row, [expected])


CHARTERS = [
    ("Theo ⟦Điều lệ Đảng⟧ thì khác.", named("Điều lệ", "Điều lệ Đảng")),
    ("Theo ⟦Điều lệ Đảng Cộng sản Việt Nam⟧ thì khác.", named("Điều lệ", "Điều lệ Đảng Cộng sản Việt Nam")),
    ("Theo ⟦Điều lệ Công đoàn Việt Nam⟧, đoàn viên góp ý.", named("Điều lệ", "Điều lệ Công đoàn Việt Nam")),
    ("Theo ⟦Điều lệ Công đoàn Việt Nam⟧ thì khác.", named("Điều lệ", "Điều lệ Công đoàn Việt Nam")),
    (
        "Theo ⟦Điều lệ Hội Bảo vệ quyền trẻ em Việt Nam⟧, hội viên góp ý.",
        named("Điều lệ", "Điều lệ Hội Bảo vệ quyền trẻ em Việt Nam"),
    ),
    ("Theo ⟦Điều lệ Đoàn TNCS Hồ Chí Minh⟧ quy định rõ.", named("Điều lệ", "Điều lệ Đoàn TNCS Hồ Chí Minh")),
    ("Theo ⟦Hiến pháp⟧ thì khác.", named("Hiến pháp", "Hiến pháp")),
    ("Theo ⟦Hiến pháp năm 2013⟧ thì khác.", named("Hiến pháp", "Hiến pháp", "2013")),
    ("Theo ⟦Hiến pháp 1992⟧ thì khác.", named("Hiến pháp", "Hiến pháp", "1992")),
    (
        "Theo ⟦Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013⟧ thì khác.",
        named("Hiến pháp", "Hiến pháp", "2013"),
    ),
    ("Theo ⟦Cương lĩnh 2011⟧ thì khác.", named("Cương lĩnh", "Cương lĩnh", "2011")),
    (
        "Theo ⟦Nghị quyết ĐH Đảng XIII⟧ thì khác.",
        named("Nghị quyết", "Nghị quyết Đại hội XIII của Đảng", issuer="Đại hội XIII của Đảng"),
    ),
    (
        "Theo ⟦Nghị quyết ĐH Đoàn toàn quốc lần thứ XI⟧ thì khác.",
        named("Nghị quyết", "Nghị quyết Đại hội Đoàn toàn quốc lần thứ XI", issuer="Đại hội Đoàn toàn quốc"),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội lần thứ XII của Hội⟧ thì khác.",
        named("Nghị quyết", "Nghị quyết Đại hội XII Hội", issuer="Đại hội XII Hội"),
    ),
    ("Theo ⟦Cương lĩnh 2011 (bổ sung, phát triển)⟧ thì khác.", named("Cương lĩnh", "Cương lĩnh", "2011")),
    ("Theo ⟦Hiến pháp nước Công, hòa xã hội chủ nghĩa Việt -Nam⟧ thì khác.", named("Hiến pháp", "Hiến pháp")),
    ("Theo ⟦Điều lệ công đoàn⟧ thì khác.", named("Điều lệ", "Điều lệ công đoàn")),
    ("Theo ⟦Cương lĩnh năm 1991⟧ thì khác.", named("Cương lĩnh", "Cương lĩnh", "1991")),
    ("Chấp hành ⟦Cương lĩnh chính trị⟧ và quy chế.", named("Cương lĩnh", "Cương lĩnh")),
    ("Chấp hành ⟦Cương lĩnh⟧ của Đảng.", named("Cương lĩnh", "Cương lĩnh", issuer="Đảng")),
    (
        "Theo ⟦Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội (bổ sung, phát triển năm 2011)⟧.",
        named("Cương lĩnh", "Cương lĩnh", "2011"),
    ),
]


@pytest.mark.parametrize(("row", "expected"), CHARTERS)
def test_charters_and_constitutions(row: str, expected: Cited) -> None:
    check(row, [expected])


def treaty(name: str, date: str | None = None) -> Cited:
    return named("Điều ước quốc tế", name, date)


CUT_IN_WORD = "words that only start like an end word ('quyền', 'làm') end the name"
CUT_AT_DO = "'do' ends the name, in 'tự do' too"

TREATIES = [
    ("Theo ⟦UNCLOS 1982⟧ thì khác.", treaty("UNCLOS", "1982")),
    ("Theo ⟦UNCLOS⟧ thì khác.", treaty("UNCLOS")),
    (
        "Theo ⟦Công ước của Liên hợp quốc về Luật Biển năm 1982⟧ thì khác.",
        treaty("Công ước của Liên hợp quốc về Luật Biển", "1982"),
    ),
    ("Theo ⟦Hiến chương Liên hợp quốc⟧ thì khác.", treaty("Hiến chương Liên hợp quốc")),
    ("Theo ⟦Hiến chương ASEAN⟧ thì khác.", treaty("Hiến chương ASEAN")),
    ("Theo ⟦Công ước Viên năm 1969⟧ thì khác.", treaty("Công ước Viên", "1969")),
    ("Theo ⟦Hiệp định Paris năm 1973⟧ về chấm dứt chiến tranh.", treaty("Hiệp định Paris", "1973")),
    ("Theo ⟦Công ước về quyền trẻ em⟧ thì khác.", treaty("Công ước về quyền trẻ em")),
    ("Theo ⟦Công ước về làm việc⟧ thì khác.", treaty("Công ước về làm việc")),
    ("Theo ⟦Công ước 98⟧ của ILO.", named("Điều ước quốc tế", "Công ước số 98", number="98")),
    ("Theo ⟦Công ước số 98⟧ về tổ chức và thương lượng.", named("Điều ước quốc tế", "Công ước số 98", number="98")),
    ("Theo ⟦Hiệp định về quy chế biên giới⟧ gồm hai phần.", treaty("Hiệp định về quy chế biên giới")),
    (
        "Theo ⟦Công ước về quyền lợi quốc tế⟧ đối với trang thiết bị.",
        treaty("Công ước về quyền lợi quốc tế"),
    ),
    ("Theo ⟦Công ước về trẻ em⟧ thì khác.", treaty("Công ước về trẻ em")),
    ("Theo ⟦Nghị định thư Kyoto⟧ thì khác.", treaty("Nghị định thư Kyoto")),
    ("Theo ⟦Hiệp định thương mại tự do Việt Nam⟧ thì khác.", treaty("Hiệp định thương mại tự do Việt Nam")),
    (
        "Theo ⟦Hiệp định Thương mại tự do giữa Việt Nam và Liên minh châu Âu⟧ thì khác.",
        treaty("Hiệp định Thương mại tự do giữa Việt Nam và Liên minh châu Âu"),
    ),
    (
        "Theo ⟦Hiệp định Nghề gốm thuộc Hiệp định khung về hợp tác nghề cổ truyền giữa Hiệp hội các quốc gia Đông Nam "
        "Á (ASEAN) và Đại Hàn Dân Quốc⟧ do Ủy ban nghề gốm thông qua.",
        treaty(
            "Hiệp định Nghề gốm thuộc Hiệp định khung về hợp tác nghề cổ truyền giữa Hiệp hội các quốc gia Đông Nam Á "
            "(ASEAN) và Đại Hàn Dân Quốc"
        ),
    ),
    ("Theo ⟦Hiệp định Nghề gốm VKFTA⟧ giai đoạn 2031 - 2035.", treaty("Hiệp định Nghề gốm VKFTA")),
    ("Theo ⟦Hiệp định Nghề gốm ASEAN - Hàn Quốc⟧;", treaty("Hiệp định Nghề gốm ASEAN - Hàn Quốc")),
    (
        "Theo ⟦Hiệp định nghề gốm giữa Việt Nam và Liên minh Kinh tế Á Âu⟧ thì khác.",
        treaty("Hiệp định nghề gốm giữa Việt Nam và Liên minh Kinh tế Á Âu"),
    ),
    (
        "Theo ⟦Nghị định thư về lò gốm và bãi đất giữa Việt Nam - Lào⟧ thì khác.",
        treaty("Nghị định thư về lò gốm và bãi đất giữa Việt Nam - Lào"),
    ),
    (
        "Theo ⟦Hiệp định nghề gốm giữa Chính phủ Việt Nam và Chính phủ Hoàng gia Campuchia ngày 26/12/2031⟧ thì khác.",
        treaty("Hiệp định nghề gốm giữa Chính phủ Việt Nam và Chính phủ Hoàng gia Campuchia", "2031-12-26"),
    ),
    (
        "Theo ⟦Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương⟧.",
        treaty("Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương"),
    ),
]


@pytest.mark.parametrize(("row", "expected"), TREATIES)
def test_treaties(row: str, expected: Cited) -> None:
    check(row, [expected])


STATEMENTS = [
    ("Theo ⟦Tuyên bố chung Việt Nam - Nhật Bản⟧ (27/11/2023).", "Tuyên bố chung Việt Nam - Nhật Bản", "2023-11-27"),
    ("Theo ⟦Tuyên bố chung Việt Nam - Lào⟧ (10 - 11/4/2023).", "Tuyên bố chung Việt Nam - Lào", "2023-04"),
    ("Theo ⟦Tuyên bố chung Việt Nam – Lào⟧ mới ký.", "Tuyên bố chung Việt Nam - Lào", None),
    ("Theo ⟦Tuyên bố chung giữa Việt Nam - Lào⟧ mới ký.", "Tuyên bố chung giữa Việt Nam - Lào", None),
    ("Theo ⟦Tuyên bố chung giữa Việt Nam và Lào⟧ mới ký.", "Tuyên bố chung giữa Việt Nam và Lào", None),
]


@pytest.mark.parametrize(("row", "name", "date"), STATEMENTS)
def test_joint_statements(row: str, name: str, date: str | None) -> None:
    check(row, [named("Tuyên bố chung", name, date)])


@pytest.mark.parametrize(
    ("row", "issuer"),
    [
        ("Theo ⟦Đề án “Chuyển đổi số trong Đảng”⟧ thì khác.", None),
        (
            "Theo ⟦Đề án Tổng thể về ngoại giao, đến năm 2030⟧ của Ban cán sự đảng Bộ Ngoại giao.",
            "Ban cán sự đảng Bộ Ngoại giao",
        ),
    ],
)
def test_projects(row: str, issuer: str | None) -> None:
    quote = row[row.index("⟦") + 1 : row.index("⟧")]
    check(row, [named("Đề án", quote, None, issuer)])


@pytest.mark.parametrize(
    "row",
    [
        "Theo Nghị quyết Đại hội Đảng các cấp thì khác.",
        "Theo nghị quyết của Đảng và nghị quyết đại hội thì khác.",
        "Theo Nghị quyết Đại hội đồng cổ đông thường niên năm 2017 thì khác.",
        "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng sắp họp.",
        "Hội nghị lần thứ 13 Ban Chấp hành Trung ương khóa X đã họp.",
        "Theo Nghị quyết Hội nghị Ban Chấp hành Trung ương Đảng thì khác.",
        "Nghị quyết của Trung ương và địa phương.",
        "Điều lệ trường tiểu học và Điều lệ công ty thì khác.",
        "Điều lệ Đảng bộ tỉnh thì không có.",
        "Hiến chương các nhà giáo.",
        "Công ước 54 nước đã ký; Công ước 12,5 trang.",
        "Các công ước, hiệp định và điều ước quốc tế.",
        "Hiệp định giữa hai nước; hai bên ra tuyên bố chung.",
        "Hiệp ước về biên giới giữa Việt Nam với các nước láng giềng.",
        "Hiệp định về nghề gốm giữa Việt Nam và nước ngoài.",
        "Nghị quyết của Trung ương nhất là về gốm; nghị quyết của Trung ương năm 2018.",
        "Nghị quyết Đại hội Đảng bộ các cấp nhiệm kỳ 2025 - 2030.",
        "Điều 2 của Pháp lệnh bao gồm thẩm quyền của xã.",
        "Tuyên bố chung của hai nước; Tuyên bố chung Hội nghị.",
        "Đề án tốt nghiệp của sinh viên và Đề án này.",
        "Cương lĩnh của các đảng; cương lĩnh hành động.",
        "Nghị quyết ĐHĐCĐ năm 2020; Nghị quyết ĐH cổ đông.",
        "Vi hiến, hợp hiến và hiến máu.",
        "Văn kiện Đại hội và văn kiện dự án.",
    ],
)
def test_no_document(row: str) -> None:
    check_spans(row)


def test_the_same_congress_is_one_document() -> None:
    text = "Theo Nghị quyết Đại hội XIII của Đảng, Nghị quyết Đại hội 13 và Nghị quyết Đại hội XII của Đảng."
    assert [m.document for m in read(text).mentions] == ["d1", "d1", "d2"]


@pytest.mark.parametrize(
    ("printed", "term"), [("4", "IV"), ("9", "IX"), ("12", "XII"), ("14", "XIV"), ("XIII", "XIII")]
)
def test_roman(printed: str, term: str) -> None:
    assert roman(printed) == term


ORGANISATIONS = [
    (
        "Theo ⟦Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII Đoàn TNCS Hồ Chí Minh⟧ thì khác.",
        named("Nghị quyết", "Nghị quyết Đại hội XII Đoàn TNCS Hồ Chí Minh", None, "Đại hội XII Đoàn TNCS Hồ Chí Minh"),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đoàn TNCS Hồ Chí Minh⟧ thì khác.",
        named("Nghị quyết", "Nghị quyết Đại hội XII Đoàn TNCS Hồ Chí Minh", None, "Đại hội XII Đoàn TNCS Hồ Chí Minh"),
    ),
    (
        "Theo ⟦Nghị quyết Đại hội XII Công đoàn Việt Nam⟧, nhiệm kỳ 2018 - 2023.",
        named("Nghị quyết", "Nghị quyết Đại hội XII Công đoàn Việt Nam", None, "Đại hội XII Công đoàn Việt Nam"),
    ),
    (
        "Theo ⟦Nghị quyết Hội nghị lần thứ hai Ban Chấp hành Trung ương Hội Nông dân Việt Nam khóa VIII⟧ về tổ hội.",
        named(
            "Nghị quyết",
            "Nghị quyết Hội nghị lần thứ 2 Ban Chấp hành Trung ương Hội Nông dân Việt Nam khóa VIII",
            None,
            "Ban Chấp hành Trung ương Hội Nông dân Việt Nam khóa VIII",
        ),
    ),
]


@pytest.mark.parametrize(("row", "expected"), ORGANISATIONS)
def test_organisations_have_congresses_and_plenums_too(row: str, expected: Cited) -> None:
    check(row, [expected])


@pytest.mark.parametrize(
    "row",
    [
        "Theo ⟦Nghị quyết Đại hội XIII của Đảng⟧, Đoàn TNCS Hồ Chí Minh xây dựng kế hoạch.",
        "Theo ⟦Nghị quyết Đại hội XIII⟧ Hội đồng nhân dân tỉnh đã họp.",
        "Theo ⟦Nghị quyết Hội nghị lần thứ ba Ban Chấp hành Trung ương khóa VII⟧ Hội nghị đã bàn.",
    ],
)
def test_who_stands_behind_a_congress_does_not_always_own_it(row: str) -> None:
    check_spans(row)


@pytest.mark.parametrize(
    "row",
    [
        "⟦Hiến pháp nước Cộng hoà xã hội chủ nghĩa Việt Nam năm 1992⟧ đã hết hiệu lực.",
        "⟦Hiến pháp Nước Cộng hòa Xã hội Chủ nghĩa Việt Nam năm 1992⟧ đã hết hiệu lực.",
    ],
)
def test_every_spelling_of_the_nation(row: str) -> None:
    check(row, [named("Hiến pháp", "Hiến pháp", "1992")])


@pytest.mark.parametrize("row", ["THI HÀNH ⟦ĐIỀU LỆ ĐẢNG⟧", "Thi hành ⟦Điều lệ đảng⟧.", "Theo ⟦điều lệ Đảng⟧."])
def test_every_spelling_of_the_charter(row: str) -> None:
    check_spans(row)


@pytest.mark.parametrize("row", ["Theo Điều lệ Đảng bộ.", "Điều lệ đảng viên mới.", "theo điều lệ đảng"])
def test_no_charter_of_the_party(row: str) -> None:
    check_spans(row)


def test_spellings_of_one_congress_are_one_document() -> None:
    names = (
        "Đại hội Đảng bộ tỉnh Sơn La lần thứ I, nhiệm kỳ 2025 - 2030",
        "Đại hội I Đảng bộ tỉnh Sơn La",
        "Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ nhất",
        "Đại hội đại biểu lần thứ nhất Đảng bộ tỉnh Sơn La",
        "Đại hội Đảng bộ tỉnh Sơn La lần thứ II",
    )
    extraction = read("Quán triệt " + "; ".join(f"Nghị quyết {name}" for name in names) + ".")
    assert [mention.document for mention in extraction.mentions] == ["d1", "d1", "d1", "d1", "d2"]
