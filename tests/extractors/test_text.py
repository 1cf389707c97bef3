"""The view of a text for matching, and the way back to the text as read."""

from __future__ import annotations

import unicodedata

import pytest

from extractors.text import fold, strip_marks, view


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
