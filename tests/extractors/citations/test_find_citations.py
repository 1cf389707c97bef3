"""The finders composed: overlaps, nesting, normalised spelling, offsets of the text as read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest

from legalkg.extractors.citations.find import find_citations
from legalkg.extractors.model import Header
from tests.extractors.extraction_factories import cited, doc, mentions, quotes, read

TEXT = (
    "Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị, khoản 2 Điều 5 Luật Đất đai năm 2024,"
    " Nghị quyết Đại hội XIII của Đảng và Chỉ thị 05; Nghị quyết Trung ương 4 khóa XII nêu trên."
)


def test_citations_come_in_reading_order() -> None:
    citations, documents = find_citations(TEXT, Header())
    starts = [f.start for f in citations]
    assert starts == sorted(starts)
    assert [d.id for d in documents] == [f"d{n}" for n in range(1, len(documents) + 1)]


def test_only_nested_names_overlap() -> None:
    text = TEXT + " Luật sửa đổi, bổ sung một số điều của Luật Đất đai và Luật Nhà ở số 99/2031/QH18."
    plain = [m for m in mentions(read(text)) if m.kind != "nested"]
    assert all(one.end <= other.start for one, other in pairwise(plain))


SPELLINGS = [
    ("as written", lambda text: text),
    ("decomposed", lambda text: unicodedata.normalize("NFD", text)),
    ("Icelandic eth", lambda text: text.replace("Đ", "Ð")),
    ("en dashes", lambda text: text.replace("-", "–")),
    ("non-breaking hyphens", lambda text: text.replace("-", "\u2011")),
    ("non-breaking blanks", lambda text: text.replace(" ", "\u00a0")),
    ("soft hyphens", lambda text: text.replace("luận", "lu\u00adận")),
    ("byte order mark", lambda text: "\ufeff" + text),
    ("zero-width blanks", lambda text: text.replace(" ", "\u200b ")),
    ("Windows line ends", lambda text: text.replace("năm ", "năm\r\n")),
    ("Cyrillic letters", lambda text: text.replace("TW", "ТW").replace("KL", "КL")),
    ("fullwidth slash", lambda text: text.replace("/", "／")),
    ("old tone marks", lambda text: text.replace("khóa", "khoá")),
    ("double blanks", lambda text: text.replace(" ", "  ")),
    ("line breaks", lambda text: text.replace(" số ", " số\n").replace("Đại hội", "Đại\nhội")),
]


@pytest.mark.parametrize(("name", "spell"), SPELLINGS, ids=[name for name, _ in SPELLINGS])
def test_spellings_change_no_citation(name: str, spell: Callable[[str], str]) -> None:
    raw = spell("Mở đầu: " + TEXT)
    extraction = read(raw)
    assert cited(extraction) == cited(read("Mở đầu: " + TEXT))
    for mention in extraction.mentions:
        assert raw[mention.start : mention.end] == mention.text


def test_a_quote_is_given_as_it_stands() -> None:
    raw = unicodedata.normalize("NFD", "Theo Kết luận số 57-KL/TW và ") + "Quyết định số 58 – QÐ/TW."
    assert quotes(read(raw)) == [unicodedata.normalize("NFD", "Kết luận số 57-KL/TW"), "Quyết định số 58 – QÐ/TW"]
    assert cited(read(raw)) == [doc("Kết luận", "57-KL/TW"), doc("Quyết định", "58-QĐ/TW")]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", "Không có gì.", "số số ngày ngày", "ABCD 12345 /// --- ...", "Nghị", "Nghị quyết số", "“”"],
)
def test_texts_without_citations(text: str) -> None:
    assert read(text).mentions == ()
