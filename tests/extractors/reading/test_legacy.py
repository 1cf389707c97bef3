"""Encodings from before Unicode are told apart, and Unicode is left alone."""

from __future__ import annotations

import unicodedata

import pytest

from legalkg.extractors.reading.legacy import detect

# One clause as each encoding's bytes look when they are shown as Latin letters.
CLAUSES = [
    ("TCVN3 (ABC)", "Uû ban nh©n d©n c¸c tØnh vµ thµnh phè"),
    ("TCVN3 (ABC)", "§iÒu 2. C¨n cø LuËt Tæ chøc ChÝnh phñ, ngµy 25 th¸ng 12 n¨m 2001"),
    ("VNI", "Uûy ban nhaân daân caùc tænh vaø thaønh phoá"),
    ("VNI", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM"),
    ("windows-1258", "Uyò ban nhân dân caìc tiÒnh vaÌ thaÌnh phôì"),
]


@pytest.mark.parametrize(("name", "clause"), CLAUSES)
def test_a_legacy_encoding_is_named(name: str, clause: str) -> None:
    found = detect(clause)
    assert found is not None
    assert found.name == name
    assert found.for_bytes
    assert found.for_letters


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân các tỉnh và thành phố trực thuộc trung ương",
        unicodedata.normalize("NFD", "Ủy ban nhân dân các tỉnh và thành phố trực thuộc trung ương"),
        "Uy ban nhan dan cac tinh va thanh pho",
        "The committee and the people of Việt Nam, 12 m² at 5 µm, © 2024, Ñandú, São Tomé, Ðorđe",
        "",
    ],
)
def test_unicode_is_left_alone(text: str) -> None:
    assert detect(text) is None


def test_a_few_damaged_words_do_not_condemn_a_text() -> None:
    assert detect("Ủy ban nhân dân các tỉnh và của được nước: cña vµ c¸c") is None


def test_most_words_decide() -> None:
    found = detect("Trang chủ của Cổng thông tin. " + "Uû ban nh©n d©n c¸c tØnh vµ thµnh phè. " * 3)
    assert found is not None
    assert found.name == "TCVN3 (ABC)"
