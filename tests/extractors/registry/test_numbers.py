"""Which spellings are one number, and what a number says by its form."""

import pytest

from legalkg.extractors.registry.numbers import number_key, year_of_number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("128-QĐ/TW", "128/QĐ-TW"),  # punctuation swapped
        ("18/NQ-TW", "18-NQ/TW"),
        ("98-NQ/CP", "98/NQ-CP"),
        ("19/KL/TW", "19-KL/TW"),
        ("782 -CV/ĐU", "782-CV/ĐU"),  # blanks
        ("3804/TTr- SVHTT", "3804/TTr-SVHTT"),
        ("58-QÐ/TW", "58-QĐ/TW"),  # Icelandic eth
        ("78/2025/NĐCP", "78/2025/NĐ-CP"),  # glued
        ("10/QĐTTg", "10/QĐ-TTg"),
        ("10/CT-TTG", "10/CT-TTg"),  # case
        ("65-Ctr/TU", "65-CTr/TU"),
        ("02-CT/TU", "2-CT/TU"),  # leading zeros
        ("25 – NQ/TƯ", "25-NQ/TW"),  # en dash; TƯ
        ("08-QĐi/TW", "08-QĐ/TW"),  # the type in words tells them apart
        ("27-KH/DU", "27-KH/ĐU"),  # no diacritics
        ("57 - KL / TW", "57-KL/TW"),
        ("57—KL/TW", "57-KL/TW"),  # em dash
        ("10988/BNV-CQÐP", "10988/BNV-CQĐP"),
        ("78/2025/NÐCP", "78/2025/NĐ-CP"),  # eth and glued
        ("08/2013/PL-UBTVQH13", "08/2013/UBTVQH13"),
        ("28/2012/TTLT/BGDĐT-BTC", "28/2012/TTLT-BGDĐT-BTC"),
    ],
)
def test_spellings_of_one_number(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("57-KL/TW", "57-KL/TU"),
        ("57-KL/TW", "57-NQ/TW"),
        ("57-KL/TW", "5-KL/TW"),
        ("12/2020/QĐ-UBND", "12/QĐ-UBND"),
        ("8b-NQ/TW", "8-NQ/TW"),
        ("01/2022/TT-BGDĐT", "01/2022/TTLT-BGDĐT"),
    ],
)
def test_different_numbers(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


@pytest.mark.parametrize(
    ("issuer", "key"),
    [("Tỉnh ủy Sơn La", "445-KL-TU"), ("Bộ Chính trị", "445-KL-TW"), (None, "445-KL-TW")],
)
def test_the_issuer_says_what_tu_with_horn_stands_for(issuer: str | None, key: str) -> None:
    assert number_key("445-KL/TƯ", issuer) == key


@pytest.mark.parametrize(
    ("number", "year"),
    [("15/2020/NĐ-CP", "2020"), ("66.4/2025/NQ-CP", "2025"), ("57-KL/TW", None), ("12/1/2020", None), (None, None)],
)
def test_the_year_in_a_number(number: str | None, year: str | None) -> None:
    assert year_of_number(number) == year
