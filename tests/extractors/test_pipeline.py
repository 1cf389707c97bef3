"""From a text to all that is said about it: offsets, zones, provisions, pages."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

from legalkg import Extraction, SourceText, extract
from tests.extractors.extraction_factories import decision, document, read

CLOSING = (
    "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn An\n\n"
    "PHỤ LỤC\n\nTheo Luật Nhà ở.\n"
)
TEXT = document(
    "Căn cứ Luật Đất đai;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành quy chế.\n\n1. Theo Nghị định số 15/2020/NĐ-CP.\n\n"
    "a) Theo Nghị định số 16/2022/NĐ-CP¹.\n\n¹ Theo Nghị định số 17/2023/NĐ-CP.\n\nĐiều 2. Quyết định này có hiệu lực"
    " từ ngày ký.\n",
    closing=CLOSING,
)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return read(TEXT)


def test_zones_of_mentions(extraction: Extraction) -> None:
    assert [(m.text, m.zone) for m in extraction.mentions] == [
        ("Số: 15/QĐ-UBND", "letterhead"),
        ("Luật Đất đai", "preamble"),
        ("Nghị định số 15/2020/NĐ-CP", "body"),
        ("Nghị định số 16/2022/NĐ-CP", "body"),
        ("Nghị định số 17/2023/NĐ-CP", "footnote"),
        ("Quyết định này", "body"),
        ("Luật Nhà ở", "annex"),
    ]


def test_provisions_of_mentions(extraction: Extraction) -> None:
    places = {m.text: m.provision for m in extraction.mentions}
    assert places["Luật Đất đai"] is None
    assert places["Nghị định số 15/2020/NĐ-CP"] == "dieu_1__khoan_1"
    assert places["Nghị định số 16/2022/NĐ-CP"] == "dieu_1__khoan_1__diem_a"
    assert places["Quyết định này"] == "dieu_2"
    assert places["Luật Nhà ở"] is None


def test_pages_of_mentions() -> None:
    text = "Theo Luật Đất đai.\n\nTheo Luật Nhà ở."
    pages = (0, text.index("\n\n") + 2)
    found = extract(SourceText(id="t", text=text, pages=pages))
    assert [m.page for m in found.mentions] == [1, 2]
    assert [m.page for m in read(text).mentions] == [None, None]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_point_into_the_text_as_read(form: str) -> None:
    text = unicodedata.normalize(form, TEXT)  # type: ignore[arg-type]
    found = read(text)
    assert len(found.mentions) == 7
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
    for provision in found.provisions:
        label = unicodedata.normalize("NFC", text[provision.start : provision.end])
        assert label.startswith(provision.label)
    for name, span in found.header.spans.items():
        printed = unicodedata.normalize("NFC", text[span.start : span.end])
        assert printed
        if name == "number":
            assert printed == "15/QĐ-UBND"
    assert [zone.kind for zone in found.zones] == [
        "letterhead", "preamble", "body", "recipients", "signature", "annex", "footnote",
    ]  # fmt: skip


def test_zones_cover_the_text(extraction: Extraction) -> None:
    main = [zone for zone in extraction.zones if zone.kind != "footnote"]
    assert main[0].start == 0
    assert main[-1].end == len(TEXT)
    assert all(one.end == other.start for one, other in pairwise(main))


def test_the_text_of_another_document_changes_nothing() -> None:
    first = read(TEXT)
    read(decision("Bãi bỏ Luật Đất đai. Nghị định trên (gọi tắt là Nghị định X)."))
    assert read(TEXT) == first


def test_an_empty_text() -> None:
    found = read("")
    assert (found.header.type, found.documents, found.mentions, found.relations, found.zones, found.provisions) == (
        None, (), (), (), (), (),
    )  # fmt: skip


def test_evidence_has_a_limit() -> None:
    text = decision("Bãi bỏ Quyết định số 10/2020/QĐ-UBND" + " và các nội dung khác có liên quan" * 200 + ".")
    (relation,) = read(text).relations
    assert len(relation.evidence[0].text) == 1200
    assert relation.evidence[0].text.startswith("Điều 1. Bãi bỏ Quyết định số 10/2020/QĐ-UBND và các")
