"""Documents without a number: known by type and date, or not yet issued."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, check, check_spans, decision, doc, read, relations

DATED = [
    ("Theo ⟦Tờ trình ngày 05/3/2025⟧ của Sở Tài chính.", doc("Tờ trình", None, "2025-03-05", "Sở Tài chính")),
    (
        "Theo ⟦Báo cáo ngày 05 tháng 3 năm 2025⟧ của Sở Tài chính.",
        doc("Báo cáo", None, "2025-03-05", "Sở Tài chính"),
    ),
    ("Theo ⟦Kết luận, ngày 05/3/2025⟧ của Bộ Chính trị.", doc("Kết luận", None, "2025-03-05", "Bộ Chính trị")),
    ("Theo ⟦Luật ngày 25 tháng 6 năm 2025⟧ thì khác.", doc("Luật", None, "2025-06-25")),
    ("Theo ⟦Biên bản ngày 05/3/2025⟧ của Hội đồng.", doc("Biên bản", None, "2025-03-05", "Hội đồng")),
]


@pytest.mark.parametrize(("row", "expected"), DATED)
def test_known_by_type_and_date(row: str, expected: Cited) -> None:
    check(row, [expected])


@pytest.mark.parametrize(
    "row",
    [
        "Theo Tờ trình ngày 05/3/2025 thì khác.",  # nobody's
        "Theo Báo cáo ngày 31/02/2025 của Sở Tài chính.",  # no such day
        "Theo Báo cáo ngày 05/3 của Sở Tài chính.",  # no year
        "Theo Báo cáo tháng 3 năm 2025 của Sở Tài chính.",
        "Theo Chương trình ngày 05/3/2025 của Sở Tài chính.",  # an event
        "Theo Quyết định ngày mai của Giám đốc.",
        "Luật có từ ngày 25 tháng 6 năm 2025.",
    ],
)
def test_not_known_by_type_and_date(row: str) -> None:
    check_spans(row)


def test_two_letters_of_one_day_are_told_apart_by_their_issuer() -> None:
    text = "Theo Tờ trình ngày 05/3/2025 của Sở Tài chính và Tờ trình ngày 05/3/2025 của Sở Nội vụ."
    assert [d.issuer for d in read(text).documents] == ["Sở Tài chính", "Sở Nội vụ"]


DRAFTS = [
    "Quyết định số      /QĐ-UBND",
    "Quyết định số …/2025/QĐ-UBND",
    "Quyết định số .....-QĐ/TW",
    "Quyết định số ....../QĐ-UBND",
    "Quyết định số: ___/QĐ-UBND",
    "Thông tư số   /2025/TT-BCT",
]


@pytest.mark.parametrize("draft", DRAFTS)
def test_drafts_are_found_and_not_resolved(draft: str) -> None:
    extraction = read(f"Trình ký dự thảo {draft} của cơ quan.")
    assert [(m.text, m.kind, m.rule) for m in extraction.mentions] == [(draft, "unresolved", "citation/open-number")]
    assert [(d.number, d.name) for d in extraction.documents] == [(None, None)]


def test_each_draft_is_a_document_of_its_own() -> None:
    extraction = read("Trình ký Quyết định số      /QĐ-UBND và Quyết định số      /QĐ-UBND của cơ quan.")
    assert [m.document for m in extraction.mentions] == ["d1", "d2"]


def test_nothing_is_said_of_a_draft() -> None:
    assert relations(read(decision("Quyết định này thay thế Quyết định số      /QĐ-UBND."))) == set()


@pytest.mark.parametrize(
    "text", ["Quyết định số mới của tỉnh.", "Quyết định số .....", "Số ...", "Quyết định ... UBND"]
)
def test_no_draft(text: str) -> None:
    assert read(text).mentions == ()


@pytest.mark.parametrize("draft", DRAFTS)
def test_what_a_text_is_attached_to_is_its_own_document(draft: str) -> None:
    extraction = read(f"QUY CHẾ\n(Ban hành kèm theo {draft} của cơ quan)\nĐiều 1. Phạm vi.")
    assert [(m.text, m.kind, m.rule) for m in extraction.mentions] == [(draft, "self", "citation/own-open-number")]
    assert extraction.documents == ()
