"""Whose document it is: levels, provinces and their mergers, organs under older names."""

import pytest

from legalkg.extractors.registry.issuers import (
    level_of,
    may_be_of,
    organ_key,
    province_of,
    same_level,
    same_organ,
    scope_of,
    went_into,
)


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("Ủy ban nhân dân tỉnh Sơn La", "tinh"),
        ("Tỉnh ủy", "tinh"),
        ("UBND huyện Mường La, tỉnh Sơn La", "huyen"),
        ("Thị ủy Sơn Tây", "huyen"),
        ("UBND xã Chiềng Hoa, huyện Mường La", "xa"),
        ("Ủy ban nhân dân thị xã Sơn Tây", "huyen"),  # no commune, though 'xã' is in it
        ("Đảng ủy phường Bến Nghé", "xa"),
        ("UBND đặc khu Côn Đảo", "xa"),
        ("Ban Thường vụ Thành ủy", None),  # of a city under the centre, or of one in a province
        ("UBND", None),
        ("Bộ Lao động - Thương binh và Xã hội", None),
        (None, None),
    ],
)
def test_levels(issuer: str | None, level: str | None) -> None:
    assert level_of(issuer) == level


def test_a_communes_document_is_no_provinces() -> None:
    assert not same_level("UBND xã Chiềng Hoa", "UBND tỉnh Sơn La")
    assert same_level("UBND", "UBND tỉnh Sơn La")


@pytest.mark.parametrize(
    ("issuer", "scope"),
    [
        ("UBND TP.HCM", "hồ chí minh"),
        ("UBND TPHCM", "hồ chí minh"),
        ("Tỉnh ủy Đắc Lắc", "đắk lắk"),
        ("UBND tỉnh Bà Rịa Vũng Tàu", "bà rịa vũng tàu"),
        ("Bảo hiểm xã hội tỉnh Sơn La", "bảo hiểm xã hội sơn la"),
    ],
)
def test_spellings_of_a_province(issuer: str, scope: str) -> None:
    assert scope_of(issuer) == scope


@pytest.mark.parametrize(
    ("older", "newer", "day", "same"),
    [
        ("bình dương", "hồ chí minh", "2025-10-01", True),
        ("bình dương", "hồ chí minh", None, True),
        ("bình dương", "hồ chí minh", "2024-10-01", False),  # not yet
        ("hồ chí minh", "bình dương", "2025-10-01", False),  # the heir's documents are not the old province's
        ("hà giang", "hồ chí minh", "2025-10-01", False),
        ("sông bé", "hồ chí minh", "2025-10-01", True),  # into Bình Dương in 1996, with it into Hồ Chí Minh
        ("thừa thiên huế", "huế", "2025-01-02", True),
        ("sở xây dựng bình dương", "sở xây dựng hồ chí minh", "2025-10-01", True),
        ("sở xây dựng bình dương", "sở y tế hồ chí minh", "2025-10-01", False),
        ("sở xây dựng", "hồ chí minh", "2025-10-01", False),
    ],
)
def test_provinces_that_were_merged(older: str, newer: str, day: str | None, same: bool) -> None:
    assert went_into(older, newer, day) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", True),  # 2025
        ("Bộ Tài chính", "Bộ Kế hoạch và Đầu tư", True),
        ("Bộ Thủy sản", "Bộ Nông nghiệp và Môi trường", True),  # 2007, then 2025
        ("Bộ Giao thông vận tải", "Bộ Tài chính", False),
        ("BGTVT", "Bộ Xây dựng", True),
        ("Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", True),
        ("Quốc hội khóa XV", "Quốc hội", True),
        ("Ban Chấp hành Trung ương Đảng khóa XII", "Ban Chấp hành Trung ương Đảng", True),
        ("Chính phủ", "Thủ tướng Chính phủ", False),
        ("Bộ Chính trị", "Ban Bí thư", False),
        ("Thành ủy", "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh", True),
        ("UBND tỉnh Bình Dương", "UBND Thành phố Hồ Chí Minh", True),
        ("UBND tỉnh Sơn La", "UBND tỉnh Lai Châu", False),
        ("UBND xã Chiềng Hoa", "UBND tỉnh Sơn La", False),
        (None, "Chính phủ", True),
    ],
)
def test_one_organ_under_several_names(one: str | None, other: str, same: bool) -> None:
    assert same_organ(one, other) is same


@pytest.mark.parametrize(
    ("issuer", "province", "fits"),
    [
        ("Thành ủy", "hồ chí minh", True),
        ("Tỉnh ủy", "hồ chí minh", False),
        ("Tỉnh ủy", "sơn la", True),
        ("Thành ủy", "sơn la", False),  # of the city of Sơn La, not of the province
        ("UBND", "sơn la", True),
        ("Tỉnh ủy", "xứ lạ", True),
    ],
)
def test_a_city_has_no_provincial_committee(issuer: str, province: str, fits: bool) -> None:
    assert may_be_of(issuer, province) is fits


def test_the_province_that_speaks() -> None:
    assert province_of("UBND xã Chiềng Hoa, huyện Mường La, tỉnh Sơn La", "Chiềng Hoa") == "sơn la"
    assert province_of("Sở Tài chính", "TP. Hồ Chí Minh") == "hồ chí minh"
    assert province_of("Bộ Tài chính", "Hà Nội") is None


@pytest.mark.parametrize(
    ("issuer", "key"),
    [
        ("Bộ Y tế", "byt"),
        ("UBND tỉnh", "ủy ban nhân dân tỉnh sơn la"),
        ("Ủy ban nhân dân tỉnh Sơn La", "ủy ban nhân dân tỉnh sơn la"),
        ("UBND huyện Mường La, tỉnh Sơn La", "ủy ban nhân dân huyện mường la tỉnh sơn la"),
        ("Tỉnh ủy khóa XV", "tỉnh ủy sơn la"),
        ("Đảng ủy", ""),
        ("UBND huyện Mường La", ""),  # two provinces may have one
        (None, ""),
    ],
)
def test_what_spellings_of_one_organ_share(issuer: str | None, key: str) -> None:
    assert organ_key(issuer, "sơn la") == key


def test_nobody_knows_which_province_where_none_is_said() -> None:
    assert organ_key("UBND tỉnh") == ""
