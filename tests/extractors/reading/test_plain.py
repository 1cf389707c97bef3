"""Plain text: Unicode is decoded, everything else is refused with its reason."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.plain import decode

LINE = "Điều 1. Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ và các quyết định"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_decoded_and_its_mark_taken_off(mark: bytes, codec: str) -> None:
    assert decode(mark + LINE.encode(codec)) == LINE


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


# Bytes of a legacy encoding, as a Latin text of the same bytes.
LEGACY = [
    ("Uû ban nh©n d©n c¸c tØnh vµ thµnh phè", "TCVN3 (ABC)", "iconv -f TCVN5712-1"),
    ("Uûy ban nhaân daân caùc tænh vaø thaønh phoá", "VNI", "uvconv"),
    ("Uyò ban nhân dân caìc tiÒnh vaÌ thaÌnh phôì", "windows-1258", "iconv -f WINDOWS-1258"),
]


@pytest.mark.parametrize(("latin", "name", "remedy"), LEGACY)
def test_a_legacy_encoding_is_refused_with_its_name_and_a_remedy(latin: str, name: str, remedy: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(latin.encode("latin-1"))
    assert name in str(caught.value)
    assert remedy in str(caught.value)


def test_windows_1258_as_python_writes_it_is_refused() -> None:
    # Base letters with their circumflex or horn are one byte, tone marks another.
    data = "cu\u0309a ca\u0301c nươ\u0301c va\u0300 đươ\u0323c".encode("cp1258")
    with pytest.raises(Unreadable, match="windows-1258"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (LINE.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "broken UTF-16"),
        (LINE.encode()[:-1] + b"\xe1", "not UTF-8 (byte "),
        ("Café à la crème brûlée".encode("latin-1"), "not UTF-8 (byte 3, 0xE9)"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert cause in str(caught.value)


def test_a_few_signs_from_word_are_no_reason_to_refuse() -> None:
    text = LINE * 10 + "\x07\x13\x0c" + LINE
    assert decode(text.encode()) == text
