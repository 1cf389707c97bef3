"""The view of a text for matching, and the way back to the text as read."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from legalkg.extractors.text import UNSEEN, field_text, fold, strip_marks, view, whole_text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("58-QÐ/TW ðất", "58-QĐ/TW đất"),  # Icelandic eth
        ("25 – NQ — TW", "25 - NQ - TW"),
        ("12\u2011KL\u2010TW\u2012A−B", "12-KL-TW-A-B"),
        ("57-KL⁄TW／A", "57-KL/TW/A"),
        ("số\u00a057\u202fA\u3000B", "số 57 A B"),
        ("ТW, ВКС, ОУ", "TW, BKC, OУ"),  # Cyrillic letters that look Latin
        ("uỷ ban, Uỷ, UỶ BAN", "ủy ban, Ủy, ỦY BAN"),
        ("khoá XIII, Khoá X", "khóa XIII, Khóa X"),
        ("khoán, khoáng", "khoán, khoáng"),
        ("Nghị\u00ad quyết\u200b số", "Nghị quyết số"),
        (unicodedata.normalize("NFD", "Nghị quyết số Đảng"), "Nghị quyết số Đảng"),
        ("Nghị quyết\r\nsố 57\r\n\r\nHết", "Nghị quyết\nsố 57\n\nHết"),
        ("một\rhai", "một\nhai"),
        ("", ""),
        ("ABC 123", "ABC 123"),
    ],
)
def test_view(raw: str, text: str) -> None:
    assert view(raw).text == text


RAWS = [
    "Nghị quyết số 57-NQ/TW",
    unicodedata.normalize("NFD", "Nghị quyết số 57-NQ/TW của Đảng uỷ khoá XIII"),
    "Nghị\u00ad qu\u200byết – Ð\u0300 " + unicodedata.normalize("NFD", "Đảng ủy") + " và nữa",
    "\ufeffmột\r\nhai",
    "Nghị quyết\r\nsố 57\r\n\r\nvà nữa\r\n",
    "one\r\nquyết\r\r\nhai",
    "e\u0301\u0302\u0303 x\u0301\u200b\u200b y",
    "\u0301mở đầu bằng dấu",
]


@pytest.mark.parametrize("raw", RAWS)
def test_the_way_back(raw: str) -> None:
    seen = view(raw)
    offsets = [seen.to_raw(offset) for offset in range(len(seen.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(raw)
    for word in ("quyết", "hai", "nữa", "dấu"):
        if (start := seen.text.find(word)) >= 0:
            assert view(seen.quote(start, start + len(word))).text == word


def test_a_quote_is_as_read() -> None:
    raw = unicodedata.normalize("NFD", "Thực hiện Nghị quyết số 57 – NQ/TW")
    seen = view(raw)
    start = seen.text.index("Nghị")
    assert seen.quote(start, start + len("Nghị quyết")) == unicodedata.normalize("NFD", "Nghị quyết")


def test_an_even_text_needs_no_way_back() -> None:
    assert view("Nghị quyết – Ð\nhai").shifts is None
    assert view("a\r\nb").shifts is not None
    assert view(unicodedata.normalize("NFD", "Nghị")).shifts is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban", "uỷ  BAN"),
        ("khóa XIII", "Khoá xiii"),
        ("Hòa Bình", "hoà\nbình"),
        ("Thúy", "thuý"),
        ("Đất đai", "Ðất ðai"),
        ("A – B", "a - b"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "nghị quyết"),
    ],
)
def test_fold(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("toán", "tóan"), ("hoàn", "hòan"), ("thuế", "thúe"), ("đất", "dất")])
def test_fold_keeps_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("text", "bare"), [("Nghị quyết", "nghi quyet"), ("Đảng ủy", "dang uy"), ("Khoá", "khoa")])
def test_strip_marks(text: str, bare: str) -> None:
    assert strip_marks(text) == bare


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("thực hiện\x1b[31m Nghị quyết", "thực hiện[31m Nghị quyết"),
        ("Bộ\tTài\nchính\r", "Bộ Tài chính "),
        ("Sở\u2028Y\u2029tế\x85Huế", "Sở Y tế Huế"),
        ("\x00\x07\x08Chỉ thị\x7f\x9b", "Chỉ thị"),
        ("57\u202e-KL\u202c/TW\u2066\u2069\u200e\u200f\u061c", "57-KL/TW"),
        ("\ufeffNghị\u00ad định\u200b số\u2060 10\u200c\u200d", "Nghị định số 10"),
        ("Đảng\ud800\udfff ủy\ufffe\uffff\ufdd0\U0001ffff", "Đảng ủy"),
        ("a\U000e0041b", "ab"),
        # What people see stays, and what belongs to it.
        ("Nghị quyết số 03/NQ-CP “về …” – Đ/c", "Nghị quyết số 03/NQ-CP “về …” – Đ/c"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),) * 2,
        ("số\u00a057\u202f\u3000A", "số\u00a057\u202f\u3000A"),
        ("🇻🇳 ❤\ufe0f 👍🏽 e\u0301\u0323", "🇻🇳 ❤\ufe0f 👍🏽 e\u0301\u0323"),
        ("\ue000\ufffd", "\ue000\ufffd"),
        ("  hai  blank ", "  hai  blank "),
        ("", ""),
    ],
)
def test_fields_hold_what_people_see(text: str, field: str) -> None:
    assert field_text(text) == field
    assert field_text(field) == field


def test_all_that_controls_or_is_no_character_is_unseen_and_nothing_that_is_drawn() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        category = unicodedata.category(character)
        if category in {"Cc", "Cs", "Zl", "Zp"} or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
            assert UNSEEN.match(character), hex(code)
        elif category not in {"Cf", "Cn"}:
            assert not UNSEEN.match(character), hex(code)


@pytest.mark.parametrize(
    ("text", "whole"),
    [("a\ud83d b", "a? b"), ("\udc00\udc00", "??"), ("Điều 1\x00 🇻🇳\ufffe", "Điều 1\x00 🇻🇳\ufffe"), ("", "")],
)
def test_half_a_character_is_replaced_one_for_one(text: str, whole: str) -> None:
    assert whole_text(text) == whole
