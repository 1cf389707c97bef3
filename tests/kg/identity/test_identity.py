"""Who a document is: numbers, places, names and the IRIs made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkg.extractors.registry.issuers import same_scope, scope_of
from legalkg.extractors.registry.numbers import number_key
from legalkg.kg.identity.keys import (
    BASE,
    CitingContext,
    DocumentFacts,
    citing_context_of,
    identify,
    is_local_number,
    is_unique_number,
    level_of_number,
    name_key,
    sure_type,
)


def test_what_has_no_digit_is_no_number() -> None:
    assert number_key("Không") == ""
    assert identify(DocumentFacts("Pháp lệnh", "Không", name="Pháp lệnh Dân số"), local="x").keys == (
        "ten:pháp lệnh dân số",
    )


@pytest.mark.parametrize("number", ["78/2025/NĐ-CP", "45/2019/QH14", "21-LCT/HĐNN8", "12/2020/QĐ-UBND"])
def test_numbers_unique_without_a_date(number: str) -> None:
    assert is_unique_number(number)


@pytest.mark.parametrize("number", ["57-KL/TW", "2013/QĐ-TTg", "1999/QĐ-UBND", "782-CV/ĐU"])
def test_numbers_that_return_every_year_or_term(number: str) -> None:
    assert not is_unique_number(number)


@pytest.mark.parametrize(
    "number", ["28-CT/TU", "782-CV/ĐU", "110-HD/BTGTU", "12/2020/QĐ-UBND", "3804/TTr-SVHTT", "17/TB-TTHĐND", "5-NQ/HU"]
)
def test_organ_codes_that_are_anybodys(number: str) -> None:
    assert is_local_number(number)


@pytest.mark.parametrize(
    "number", ["57", "57-KL/TW", "362/QĐ-TTg", "01/2022/TT-BGDĐT", "98/NQ-CP", "L.004/SL", "11-HD/VPTW"]
)
def test_organ_codes_of_one_body(number: str) -> None:
    assert not is_local_number(number)


@pytest.mark.parametrize(
    ("number", "type_"),
    [
        ("57-KL/TW", "Kết luận"),
        ("08-QĐi/TW", "Quy định"),
        ("128-QĐ/TW", None),
        ("45/2019/QH14", None),
        ("135/2024/ND-CP", "Nghị định"),
        ("06-TT/TW", "Thông tri"),
        ("06/QĐ-TT", None),
    ],
)
def test_the_type_that_a_number_tells(number: str, type_: str | None) -> None:
    assert sure_type(number) == type_


@pytest.mark.parametrize(
    ("issuer", "place", "scope"),
    [
        ("Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh", None, "hồ chí minh"),
        ("Ban Thường vụ Thành ủy", None, ""),
        ("Thành ủy", "Thành phố Hồ Chí Minh", "hồ chí minh"),
        ("Ủy ban nhân dân tỉnh Sơn La", None, "sơn la"),
        ("UBND tỉnh Bình Dương", "Thủ Dầu Một", "bình dương"),
        ("Đảng ủy Sở Giáo dục và Đào tạo", None, "sở giáo dục và đào tạo"),
        ("Uỷ ban nhân dân Thành phố", None, ""),
        (None, None, ""),
    ],
)
def test_whose_document_it_is(issuer: str | None, place: str | None, scope: str) -> None:
    assert scope_of(issuer, place) == scope


@pytest.mark.parametrize(
    ("number", "level"),
    [("28-CT/TU", "tinh"), ("5-NQ/HU", "huyen"), ("782-CV/ĐU", "co_so"), ("12/2020/QĐ-UBND", None), ("57-KL/TW", None)],
)
def test_the_level_that_an_organ_code_tells(number: str, level: str | None) -> None:
    assert level_of_number(number) == level


def test_a_scope_that_says_less_may_be_the_same() -> None:
    assert same_scope("", "hồ chí minh")
    assert same_scope("sở giáo dục", "sở giáo dục sơn la")
    assert not same_scope("hà nội", "hồ chí minh")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
        (
            "Nghị quyết Đại hội I của Đảng bộ tỉnh Sơn La",
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ nhất",
        ),
        (
            "Nghị quyết Đại hội I của Đảng bộ tỉnh Sơn La",
            "Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ I, nhiệm kỳ 2025 - 2030",
        ),
        ("Bộ luật Dân sự năm 2015", "Bộ Luật dân sự"),
        ("Hiến pháp 2013", "Hiến pháp năm 2013"),
        ("Luật Bảo vệ sức khoẻ nhân dân", "Luật Bảo vệ sức khỏe nhân dân"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Luật Đất đai", "Luật Sửa đổi, bổ sung một số điều của Luật Đất đai"),
        ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XII của Đảng"),
        ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng bộ tỉnh Sơn La"),
        ("Nghị quyết Đại hội I của Đảng bộ tỉnh Sơn La", "Nghị quyết Đại hội II của Đảng bộ tỉnh Sơn La"),
        ("Nghị quyết Đại hội I của Đảng bộ tỉnh Sơn La", "Nghị quyết Đại hội I của Đảng bộ tỉnh Lai Châu"),
        ("Tuyên bố chung Trung Quốc - Việt Nam", "Tuyên bố chung Trung Quốc"),
        ("Chiến lược ngoại giao văn hóa đến năm 2030", "Chiến lược ngoại giao văn hóa"),
    ],
)
def test_different_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


HINT = CitingContext("cong-van_1", date="2024-02-01")


@pytest.mark.parametrize(
    ("facts", "slug"),
    [
        (DocumentFacts("Nghị định", "78/2025/NĐ-CP", "2025-04-01", "Chính phủ"), "nghi-dinh_78-2025-nd-cp"),
        (DocumentFacts("Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị"), "ket-luan_57-kl-tw_2023-06-15"),
        (DocumentFacts("Kết luận", "57/KL-TW", "2023-06-15"), "ket-luan_57-kl-tw_2023-06-15"),
        (DocumentFacts(None, "57-KL/TW"), "ket-luan_57-kl-tw"),
        # type words win over codes: one number, two documents
        (DocumentFacts("Quy định", "128-QĐ/TW", "2023-12-08"), "quy-dinh_128-qd-tw_2023-12-08"),
        (DocumentFacts("Quyết định", "128-QĐ/TW", "2023-12-08"), "quyet-dinh_128-qd-tw_2023-12-08"),
        (DocumentFacts(None, "08-QĐi/TW", "2018-10-25"), "quy-dinh_8-qd-tw_2018-10-25"),
        # without a day the term tells the number apart, where the number does not name it itself
        (DocumentFacts("Nghị quyết", "18-NQ/TW", None, "Bộ Chính trị khóa XII"), "nghi-quyet_18-nq-tw_khoa-xii"),
        (DocumentFacts("Nghị quyết", "18-NQ/TW", "2017", "Bộ Chính trị khóa XII"), "nghi-quyet_18-nq-tw_2017"),
        (DocumentFacts("Luật", "45/2019/QH14", None, "Quốc hội khóa XIV"), "luat_45-2019-qh14"),
        (DocumentFacts("Quyết định", "12/2020/QĐ-UBND", None, "UBND TP.HCM"), "quyet-dinh_12-2020-qd-ubnd_ho-chi-minh"),
        (DocumentFacts("Chỉ thị", "28-CT/TU", "2023-10-16", "Thành ủy"), "chi-thi_28-ct-tu_2023-10-16"),
        (
            DocumentFacts("Chỉ thị", "28-CT/TU", "2023-10-16", "Thành ủy Thành phố Hồ Chí Minh"),
            "chi-thi_28-ct-tu_2023-10-16_ho-chi-minh",
        ),
        (DocumentFacts("Quyết định", "12/2020/QĐ-UBND", None, "UBND tỉnh Sơn La"), "quyet-dinh_12-2020-qd-ubnd_son-la"),
        # whose it is nobody knows, so it is not one with its namesakes cited elsewhere
        (DocumentFacts("Quyết định", "12/2020/QĐ-UBND"), "quyet-dinh_12-2020-qd-ubnd_theo-cong-van-1"),
        (DocumentFacts("Nghị quyết", name="Nghị quyết Đại hội XIII của Đảng"), "nghi-quyet-dai-hoi-xiii"),
        (DocumentFacts("Bộ luật", name="Bộ luật Dân sự năm 2015"), "bo-luat-dan-su_2015"),
        (DocumentFacts("Điều ước quốc tế", name="UNCLOS", date="1982"), "unclos_1982"),
        (
            DocumentFacts("Nghị quyết", issuer="Đại hội XI của Đảng bộ thành phố", name="Nghị quyết Đại hội XI"),
            "nghi-quyet-dai-hoi-xi_theo-cong-van-1",
        ),
        (DocumentFacts("Thông báo"), "d-1"),
        (DocumentFacts("Nghị quyết", "57"), "d-1"),  # a number without an organ names nothing
        (DocumentFacts("Luật", name="Luật Tổ chức chính quyền địa phương"), "luat-to-chuc-chinh-quyen-dia-phuong"),
    ],
)
def test_slugs(facts: DocumentFacts, slug: str) -> None:
    identity = identify(facts, local="d-1", context=HINT)
    assert identity.id == slug
    assert identity.iri == BASE + slug


def test_a_long_name_is_cut_and_told_apart() -> None:
    one, other = (
        identify(DocumentFacts("Luật", name=f"Luật {'rất dài ' * 40}{end}"), local="x").id for end in ("một", "hai")
    )
    assert one != other
    assert len(one) < 110


def test_a_law_that_is_held_may_be_cited_by_name() -> None:
    law = DocumentFacts("Luật", "31/2024/QH15", "2024-01-18", "Quốc hội", title="Đất đai")
    assert identify(law, local="x").keys == ("so:31-2024-QH15", "ten:luật đất đai")
    assert identify(DocumentFacts("Kế hoạch", "1/KH-UBND", title="năm 2024"), local="x").keys == ("so:1-KH-UBND",)


@pytest.mark.parametrize(
    ("facts", "province"),
    [
        (DocumentFacts(issuer="Sở Tài chính tỉnh Sơn La"), "sơn la"),
        (DocumentFacts(issuer="Đảng ủy Sở Giáo dục", place="Thành phố Hồ Chí Minh"), "hồ chí minh"),
        (DocumentFacts(issuer="Bộ Tài chính", place="Hà Nội"), None),  # a ministry speaks for no province
        (DocumentFacts(issuer="Huyện ủy Mường La", place="Mường La"), None),  # a district is none
    ],
)
def test_the_province_a_document_speaks_from(facts: DocumentFacts, province: str | None) -> None:
    assert citing_context_of(facts, "x").province == province


TEXT = st.one_of(st.none(), st.text(max_size=30), st.sampled_from(["28-CT/TU", "57-KL/TW", "Thành ủy", "2024-01-01"]))


@given(facts=st.builds(DocumentFacts, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT), context=st.sampled_from([None, HINT]))
def test_any_facts_give_an_ascii_slug_and_the_same_one_twice(
    facts: DocumentFacts, context: CitingContext | None
) -> None:
    identity = identify(facts, local="van-ban_1", context=context)
    assert identity == identify(facts, local="van-ban_1", context=context)
    assert identity.id.isascii()
    assert identity.id
    assert not set(identity.id) - set("abcdefghijklmnopqrstuvwxyz0123456789-_")


@given(st.text(max_size=30))
def test_a_number_key_is_its_own_key(number: str) -> None:
    assert number_key(number_key(number)) == number_key(number)
