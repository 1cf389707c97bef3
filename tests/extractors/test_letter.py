"""The reference case: the letter 782-CV/ĐU of a party committee."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from legalkg import Extraction, SourceText, extract
from legalkg.extractors.model import Relation

SHARED = Path(os.environ.get("LEGALKG_SHARED", Path(__file__).resolve().parents[3] / "shared"))
LETTER = SHARED / "corpus" / "letter-782-CV-DU.txt"

NUMBERED = [
    ("Hướng dẫn", "110-HD/BTGTU", "2024-01-31", "Ban Tuyên giáo Thành ủy"),
    ("Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị"),
    ("Chỉ thị", "28-CT/TU", "2023-10-16", "Ban Thường vụ Thành ủy"),
    ("Chỉ thị", "25-CT/TW", "2018-08-08", "Ban Bí thư"),
    ("Chỉ thị", "32-CT/TW", "2019-02-18", "Bộ Chính trị"),
    ("Kết luận", "12-KL/TW", "2021-08-12", "Bộ Chính trị"),
    ("Kết luận", "85-KL/TW", "2021-08-19", "Ban Bí thư"),
    ("Chỉ thị", "02-CT/TU", "2020-12-03", "Ban Thường vụ Thành ủy"),
    ("Nghị quyết", "34-NQ/TW", "2023-01-09", "Bộ Chính trị"),
    ("Quyết định", "362/QĐ-TTg", "2019-04-03", "Thủ tướng Chính phủ"),
    ("Quyết định", "2013/QĐ-TTg", "2021-11-30", "Thủ tướng Chính phủ"),
    ("Kế hoạch", "79-KH/TU", "2021-11-24", "Ban Thường vụ Thành ủy"),
]
NAMED = [
    "Nghị quyết Đại hội XIII của Đảng",
    "Nghị quyết Đại hội XI của Đảng bộ thành phố",
    "Nghị quyết Đại hội XII của Đảng",
    "Đề án Tổng thể về đẩy mạnh và nâng tầm ngoại giao đa phương, đến năm 2030",
    "Hiệp định Genève về đình chỉ chiến sự ở Việt Nam",
    "Hiến chương Liên hợp quốc",
    "UNCLOS",
    "Tuyên bố chung Việt Nam - Trung Quốc",
    "Tuyên bố chung Việt Nam - Campuchia",
]
RELATIONS = [
    ("this", "implements", "110-HD/BTGTU"),
    ("this", "implements", "57-KL/TW"),
    ("this", "implements", "28-CT/TU"),
    ("this", "directs", "57-KL/TW"),
    ("this", "directs", "28-CT/TU"),
    ("28-CT/TU", "implements", "57-KL/TW"),
    ("79-KH/TU", "implements", "Đề án Tổng thể về đẩy mạnh và nâng tầm ngoại giao đa phương, đến năm 2030"),
]

pytestmark = pytest.mark.skipif(not LETTER.exists(), reason="the real letter is not here")


@pytest.fixture(scope="module")
def text() -> str:
    return LETTER.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def letter(text: str) -> Extraction:
    return extract(SourceText(id="letter", text=text))


def test_it_says_what_it_is(letter: Extraction) -> None:
    header = letter.header
    assert (header.type, header.number, header.date) == ("Công văn", "782-CV/ĐU", None)
    assert header.title == "thực hiện công tác thông tin đối ngoại năm 2024"
    assert header.issuer == "Đảng ủy Sở Giáo dục và Đào tạo"
    assert header.signers == ("Nguyễn Huỳnh Long",)


def test_it_cites_eighteen_times_by_number(letter: Extraction) -> None:
    numbered = {document.id for document in letter.documents if document.number}
    assert sum(mention.document in numbered for mention in letter.mentions) == 18


@pytest.mark.parametrize("expected", NUMBERED, ids=lambda row: row[1])
def test_numbered_documents_have_type_date_and_issuer(letter: Extraction, expected: tuple[str, ...]) -> None:
    found = [(d.type, d.number, d.date, d.issuer) for d in letter.documents if d.number == expected[1]]
    assert found == [expected]


@pytest.mark.parametrize("name", NAMED)
def test_documents_known_by_name_are_found(letter: Extraction, name: str) -> None:
    assert name in [document.name for document in letter.documents]


@pytest.mark.parametrize("expected", RELATIONS, ids=lambda row: " ".join(row)[:60])
def test_relations(letter: Extraction, text: str, expected: tuple[str, str, str]) -> None:
    names = {"this": "this"} | {d.id: d.number or d.name or "" for d in letter.documents}
    said: dict[tuple[str, str, str], Relation] = {
        (names[r.source], r.relation, names[r.target]): r for r in letter.relations
    }
    for evidence in said[expected].evidence:
        assert evidence.text == text[evidence.start : evidence.end]


def test_a_page_break_invents_no_document(letter: Extraction, text: str) -> None:
    broken = next(m for m in letter.mentions if m.modifier == "over-page-break")
    document = next(d for d in letter.documents if d.id == broken.document)
    assert (broken.text, document.name) == ("Nghị", "Nghị quyết Đại hội XIII của Đảng")
    rest = broken.parts["rest"]
    assert text[rest.start : rest.end].startswith("quyết Đại hội đại biểu toàn quốc")
    assert not any("Nghị" in m.text and "Quyết định" in m.text for m in letter.mentions)
