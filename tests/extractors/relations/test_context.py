"""The places of a document that matter to relations."""

from __future__ import annotations

import pytest

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.numbered import NUMBER_ONLY
from legalkg.extractors.citations.pinpoints import ProvisionMention
from legalkg.extractors.model import Header
from legalkg.extractors.quotations import quotations
from legalkg.extractors.relations.context import ActingDocument, Context, identities

TEXT = "Tiêu đề\nCăn cứ A.\nI. MỤC ĐÍCH\n\nLàm tốt.\n\nII. NHIỆM VỤ\n\nLàm ngay.\nPHỤ LỤC\nB"


def context(**changes: object) -> Context:
    values: dict[str, object] = {
        "text": TEXT,
        "citations": [],
        "documents": identities(Header(type="Kế hoạch"), []),
        "title": (0, 7),
        "header_end": 7,
        "body_start": TEXT.index("\nI. MỤC"),
        "body_end": TEXT.index("\nPHỤ LỤC"),
        "pinpoints": {},
        "quoted": [],
    }
    return Context(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "place"),
    [("Căn cứ", "preamble"), ("Làm tốt", "purpose"), ("Làm ngay", "body"), ("B", "annex"), ("MỤC ĐÍCH", "purpose")],
)
def test_places(words: str, place: str) -> None:
    assert context().place(TEXT.rindex(words)) == place


@pytest.mark.parametrize(
    "heading", ["I. MỤC TIÊU", "A. MỤC ĐÍCH, YÊU CẦU", "II. QUAN ĐIỂM", "I- MỤC ĐÍCH", "Điều 1. Mục đích"]
)
def test_headings_of_purpose(heading: str) -> None:
    text = TEXT.replace("I. MỤC ĐÍCH", heading)
    body = {"body_start": text.index("\n" + heading), "body_end": text.index("\nPHỤ LỤC")}
    assert context(text=text, **body).place(text.index("Làm tốt")) == "purpose"


def test_a_passage_is_no_document() -> None:
    assert context().is_document
    assert not context(documents=identities(Header(), [])).is_document


def test_a_citation_begins_with_its_provisions() -> None:
    with_provisions, without = CitationDraft(40, 50, NUMBER_ONLY), CitationDraft(60, 70, NUMBER_ONLY)
    seen = context(pinpoints={40: ProvisionMention(30, 39, ("dieu_1",))})
    assert (seen.begin(with_provisions), seen.begin(without)) == (30, 60)
    assert (seen.has_pinpoint(with_provisions), seen.has_pinpoint(without)) == (True, False)


def test_provisions_in_brackets_behind_do_not_move_the_beginning() -> None:
    found = CitationDraft(40, 50, NUMBER_ONLY)
    assert context(pinpoints={40: ProvisionMention(52, 60, ("dieu_1",))}).begin(found) == 40


@pytest.mark.parametrize(
    ("words", "quoted"),
    [("ngoài", False), ("trong", True), ("sâu", True), ("sau", False), ("mở", False)],
)
def test_quotations(words: str, quoted: bool) -> None:
    text = "ngoài “trong “sâu” vẫn” sau “mở"
    assert context(text=text, quoted=quotations(text, 0, len(text))).is_quoted(text.index(words)) == quoted


@pytest.mark.parametrize(
    ("source", "target", "may"),
    [
        (ActingDocument(date="2025-12-05"), ActingDocument(date="2025-12-04"), True),
        (ActingDocument(date="2025-12-05"), ActingDocument(date="2025-12-06"), False),
        (ActingDocument(date="2025"), ActingDocument(date="2025-12-06"), True),  # as far as both are known
        (ActingDocument(number="15/2020/NĐ-CP"), ActingDocument(number="16/2022/NĐ-CP"), False),
        (ActingDocument(number="16/2022/NĐ-CP"), ActingDocument(number="15/2020/NĐ-CP"), True),
        (
            ActingDocument(number="01/2022/TT-BTC", date="2023-01-03"),
            ActingDocument(date="2023-01-02"),
            True,
        ),  # the date wins
        (ActingDocument(number="57-KL/TW"), ActingDocument(number="16/2022/NĐ-CP"), True),
        (ActingDocument(), ActingDocument(date="2022"), True),
    ],
)
def test_nothing_acts_on_a_later_document(source: ActingDocument, target: ActingDocument, may: bool) -> None:
    assert context(documents={"d1": source, "d2": target}).may_act("d1", "d2") == may
