"""Labels that Word counts: formats, levels, restarts, styles."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from legalkg.extractors.reading.word_numbering import Labels
from tests.extractors.reading.reading_factories import WORD


def level(depth: int, text: str, kind: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f"{more}</w:lvl>"
    )


def labels(*levels: str, numbers: str = "", styles: str = "") -> Labels:
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{numbers}</w:numbering>'
    )
    return Labels(fromstring(numbering), fromstring(f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'))  # noqa: S314


def numbered(depth: int = 0, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def written(made: Labels, *properties: str) -> list[str]:
    paragraphs = [f'<w:p xmlns:w="{WORD}"><w:pPr>{property_}</w:pPr></w:p>' for property_ in properties]
    return [made.next_label(fromstring(paragraph)) for paragraph in paragraphs]  # noqa: S314


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("decimal", ["1.", "2.", "3."]),
        ("decimalZero", ["01.", "02.", "03."]),
        ("lowerLetter", ["a.", "b.", "c."]),
        ("upperLetter", ["A.", "B.", "C."]),
        ("lowerRoman", ["i.", "ii.", "iii."]),
        ("upperRoman", ["I.", "II.", "III."]),
        ("ideographDigital", ["1.", "2.", "3."]),
    ],
)
def test_formats(kind: str, expected: list[str]) -> None:
    assert written(labels(level(0, "%1.", kind)), *[numbered()] * 3) == [f"{label} " for label in expected]


@pytest.mark.parametrize(
    ("start", "kind", "label"), [(27, "lowerLetter", "aa"), (49, "upperRoman", "XLIX"), (0, "decimal", "0")]
)
def test_high_numbers(start: int, kind: str, label: str) -> None:
    assert written(labels(level(0, "%1", kind, start)), numbered()) == [f"{label} "]


def test_articles_and_their_clauses() -> None:
    made = labels(level(0, "Điều %1."), level(1, "%1.%2."), level(2, "%3)", "lowerLetter"))
    depths = [0, 1, 1, 2, 2, 1, 0, 1, 2]
    assert written(made, *map(numbered, depths)) == [
        "Điều 1. ", "1.1. ", "1.2. ", "a) ", "b) ", "1.3. ", "Điều 2. ", "2.1. ", "a) ",
    ]  # fmt: skip


def test_a_number_may_start_its_list_again() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    made = labels(level(0, "%1."), numbers=again)
    assert written(made, numbered(), numbered(), *[numbered(number=2)] * 2) == ["1. ", "2. ", "5. ", "6. "]


def test_legal_numbers_are_decimal_at_all_levels() -> None:
    made = labels(level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert written(made, numbered(), numbered(1)) == ["I. ", "1.1 "]


@pytest.mark.parametrize(("sign", "label"), [("\uf0b7", "- "), ("o", "- "), ("-", "- "), ("•", "• "), ("+", "+ ")])
def test_bullets_of_symbol_fonts_become_hyphens(sign: str, label: str) -> None:
    assert written(labels(level(0, sign, "bullet")), numbered()) == [label]


def test_what_has_no_label_gets_none() -> None:
    made = labels(level(0, "", "none"), level(1, "%2.", more='<w:suff w:val="nothing"/>'))
    assert written(made, "", numbered(), numbered(1), numbered(7), numbered(number=9), numbered(number=0)) == [
        "", "", "1.", "", "", "",
    ]  # fmt: skip
    assert written(Labels(None, None), numbered()) == [""]


def test_styles_carry_labels_down_to_what_is_based_on_them() -> None:
    styles = (
        f'<w:style w:styleId="Dieu"><w:pPr>{numbered()}</w:pPr></w:style>'
        '<w:style w:styleId="Khoan"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="DieuDam"><w:basedOn w:val="Dieu"/></w:style>'
        '<w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
    )
    made = labels(level(0, "Điều %1."), level(1, "%2.", more='<w:pStyle w:val="Khoan"/>'), styles=styles)
    styled = [f'<w:pStyle w:val="{name}"/>' for name in ("Dieu", "Khoan", "Khoan", "DieuDam", "Vong", "Khac")]
    assert written(made, *styled) == ["Điều 1. ", "1. ", "2. ", "Điều 2. ", "", ""]
    assert written(made, '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>') == [""]
