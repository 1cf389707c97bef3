"""Zones of a document."""

from __future__ import annotations

import pytest

from legalkg.extractors.layout import Zones
from tests.extractors.extraction_factories import document, letter, read

CLOSING = "Nơi nhận:\n- Như trên;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n"


def zone_of(text: str, words: str) -> str:
    return Zones(list(read(text).zones)).kind_at(text.index(words))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH", "letterhead"),
        ("Về công tác", "letterhead"),
        ("Căn cứ", "preamble"),
        ("Điều 1", "body"),
        ("Như trên", "recipients"),
        ("TM. ỦY BAN", "signature"),
        ("Nguyễn Văn An", "signature"),
        ("PHỤ LỤC", "annex"),
        ("cuối cùng", "annex"),
    ],
)
def test_zones_of_a_decision(words: str, kind: str) -> None:
    text = document("Căn cứ Luật A;\n\nĐiều 1. B.\n", closing=CLOSING + "\nPHỤ LỤC\n\nDòng cuối cùng.")
    assert zone_of(text, words) == kind


@pytest.mark.parametrize(
    "start",
    [
        "QUYẾT ĐỊNH:",
        "QUYẾT NGHỊ:",
        "Điều 1. A",
        "I. MỤC ĐÍCH",
        "I- MỤC ĐÍCH",
        "1. Mục đích",
        "Chương I",
        "Phần thứ nhất",
    ],
)
def test_where_a_body_starts(start: str) -> None:
    text = document(f"Căn cứ Luật A;\n\n{start}\n\nNội dung.\n")
    assert zone_of(text, "Căn cứ") == "preamble"
    assert zone_of(text, "Nội dung") == "body"


def test_a_letter_begins_behind_as_follows() -> None:
    text = letter("Phúc đáp văn bản, Ủy ban có ý kiến như sau:\n\nNội dung trả lời.")
    assert zone_of(text, "Phúc đáp") == "preamble"
    assert zone_of(text, "Nội dung") == "body"


@pytest.mark.parametrize("mark", ["¹ ", "[1] ", "¹²", "[12]"])
def test_footnotes(mark: str) -> None:
    text = document(f"Điều 1. A.\n\n{mark}Chú thích\ndòng hai.\n\nTiếp theo.\n")
    assert zone_of(text, "dòng hai") == "footnote"
    assert zone_of(text, "Tiếp theo") == "body"


@pytest.mark.parametrize("line", ["1 Không phải chú thích", "(1) Không phải chú thích", "m² Không phải chú thích"])
def test_no_footnotes(line: str) -> None:
    assert zone_of(document(f"Điều 1. A.\n\n{line}\n"), "Không phải") == "body"


def test_a_passage_is_all_body() -> None:
    assert [(z.kind, z.start, z.end) for z in read("Theo Luật Đất đai.").zones] == [("body", 0, 18)]


def test_without_a_name_the_mark_starts_the_signature() -> None:
    text = document("Điều 1. A.\n", closing="TM. CHÍNH PHỦ\n")
    assert zone_of(text, "TM. CHÍNH") == "signature"
