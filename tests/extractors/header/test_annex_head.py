"""The head of an annex, in a passage that lacks the head of its document."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import read

WITH = "Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2031"
OWN = ("Quyết định", "15/QĐ-UBND", "2031-12-05", "Ủy ban nhân dân tỉnh Cà Mau")
NOTHING = (None, None, None, None)
ROWS = [
    (f"BIỂU GIÁ GỐM\n(Ban hành kèm theo {WITH} của Ủy ban nhân dân tỉnh Cà Mau)\nĐiều 1. Phạm vi.", OWN),
    (f"DANH MỤC NGHỀ GỐM (Kèm theo {WITH} của Ủy ban nhân dân\ntỉnh Cà Mau)\nSTT\nTên nghề", OWN),
    (f"**BIỂU GIÁ**\n\n(*Ban hành kèm theo {WITH} của Ủy ban nhân dân tỉnh Cà Mau*)\n\nĐiều 1. Phạm vi.", OWN),
    # a citation in a sentence; without day or organ; heads of two documents
    (f"Theo Quy chế làm việc (ban hành kèm theo {WITH} của Ủy ban nhân dân tỉnh Cà Mau).", NOTHING),
    (f"BIỂU GIÁ\n(Ban hành kèm theo {WITH})\nĐiều 1. Phạm vi.", NOTHING),
    (
        f"BIỂU GIÁ\n(Ban hành kèm theo {WITH} của Ủy ban nhân dân tỉnh Cà Mau)\nĐiều 1. Phạm vi.\nPHỤ LỤC\n"
        "(Kèm theo Thông tư số 12/2031/TT-BTC ngày 05 tháng 12 năm 2031 của Bộ Tài chính)",
        NOTHING,
    ),
]


@pytest.mark.parametrize(("text", "header"), ROWS)
def test_what_is_issued_with_a_document_is_part_of_it(
    text: str, header: tuple[str | None, str | None, str | None, str | None]
) -> None:
    found = read(text).header
    assert (found.type, found.number, found.date, found.issuer) == header


def test_the_number_in_the_head_is_no_citation_of_another_document() -> None:
    extraction = read(f"{ROWS[0][0]}\nĐiều 2. Hiệu lực của Quyết định số 15 và QĐ số 15/QĐ-UBND.")
    assert {mention.kind for mention in extraction.mentions} == {"self"}
    assert extraction.documents == ()


def test_the_spans_of_the_header_are_where_it_stands() -> None:
    text = ROWS[0][0]
    spans = read(text).header.spans
    assert {name: text[span.start : span.end] for name, span in spans.items()} == {
        "number": "15/QĐ-UBND",
        "date": "ngày 05 tháng 12 năm 2031",
        "issuer": "Ủy ban nhân dân tỉnh Cà Mau",
    }
