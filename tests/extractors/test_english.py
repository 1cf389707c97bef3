"""English translations of documents, and citations in English."""

from __future__ import annotations

import unicodedata

import pytest

from legalkg.extractors.english import in_vietnamese_terms
from legalkg.extractors.registry.english import english_terms, province_names_without_marks
from legalkg.extractors.registry.types import standard_type
from legalkg.extractors.text import view
from tests.extractors.extraction_factories import Cited, check, doc, named, read

CITED: list[tuple[str, list[Cited]]] = [
    (
        "They studied ⟦Resolution No. 57-NQ/TW dated December 22, 2024⟧ of the Politburo.",
        [doc("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị")],
    ),
    ("See ⟦Decree 70/2025/ND-CP⟧.", [doc("Nghị định", "70/2025/NĐ-CP")]),
    (
        "See ⟦Circular No. 78/2021/TT-BTC⟧ of the Ministry of Finance dated 17 September 2021.",
        [doc("Thông tư", "78/2021/TT-BTC", "2021-09-17", "Bộ Tài chính")],
    ),
    ("See ⟦Decision No. 1234/QD-TTg dated 5/3/2024⟧.", [doc("Quyết định", "1234/QĐ-TTg", "2024-03-05")]),
    ("See ⟦Decision No. 1234/QD-TTg of 5th March 2024⟧.", [doc("Quyết định", "1234/QĐ-TTg", "2024-03-05")]),
    ("See ⟦Directive 13/CT-TTg⟧ of the Prime Minister.", [doc("Chỉ thị", "13/CT-TTg", issuer="Thủ tướng Chính phủ")]),
    ("See ⟦Joint Circular No. 01/2016/TTLT-BTC-BTP⟧.", [doc("Thông tư liên tịch", "01/2016/TTLT-BTC-BTP")]),
    ("See the Government's ⟦Decree No. 12/2020/ND-CP⟧.", [doc("Nghị định", "12/2020/NĐ-CP", issuer="Chính phủ")]),
    (
        "See ⟦Decrees No. 12/2020/ND-CP⟧ and ⟦No. 13/2021/ND-CP⟧.",
        [doc("Nghị định", "12/2020/NĐ-CP"), doc("Nghị định", "13/2021/NĐ-CP")],
    ),
    (
        "See ⟦Decision No. 12/QD-UBND⟧ of the People's Committee of Ca Mau province.",
        [doc("Quyết định", "12/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Cà Mau")],
    ),
    (
        "See ⟦Decision No. 12/QD-UBND⟧ of Hanoi City People’s Committee.",
        [doc("Quyết định", "12/QĐ-UBND", issuer="Ủy ban nhân dân thành phố Hà Nội")],
    ),
    ("See the ⟦Law on Land No. 31/2024/QH15⟧.", [named("Luật", "Luật Đất đai", number="31/2024/QH15")]),
    (
        "See ⟦Decree 70/2025/ND-CP⟧ and the ⟦2024 Land Law⟧.",
        [doc("Nghị định", "70/2025/NĐ-CP"), named("Luật", "Luật Đất đai", "2024")],
    ),
    ("See the ⟦Law on Village Potteries No. 21/2031/QH18⟧.", [doc("Luật", "21/2031/QH18")]),
    ("See ⟦Decree No. 12/2020/ND-CP⟧. The ⟦said Decree⟧ is old.", [doc("Nghị định", "12/2020/NĐ-CP")]),
    # no documents
    ("The Decision 5 of the committee was good, and the Law Firm 24 agreed.", []),
    ("Circular letters, a Resolution of 1080 pixels.", []),
    ("The Law on Village Potteries is not among the Decree No names.", []),
]


@pytest.mark.parametrize(("marked", "documents"), CITED)
def test_citations(marked: str, documents: list[Cited]) -> None:
    check(marked, documents)


@pytest.mark.parametrize(
    ("text", "eids"),
    [
        ("under Article 5 of Decree No. 12/2020/ND-CP", ("dieu_5",)),
        ("under Clause 2, Article 5 of Decree No. 12/2020/ND-CP", ("dieu_5__khoan_2",)),
        ("under Point a Clause 2 Article 5 of Decree No. 12/2020/ND-CP", ("dieu_5__khoan_2__diem_a",)),
        ("under Point a of Clause 2 of Article 5 of the Decree No. 12/2020/ND-CP", ("dieu_5__khoan_2__diem_a",)),
        ("under Articles 5 and 6 of Decree No. 12/2020/ND-CP", ("dieu_5", "dieu_6")),
        ("under Articles 5 to 7 of Decree No. 12/2020/ND-CP", ("dieu_5", "dieu_6", "dieu_7")),
        ("under an Article in the press on Decree No. 12/2020/ND-CP", ()),
    ],
)
def test_pinpoints(text: str, eids: tuple[str, ...]) -> None:
    (mention,) = read(text).mentions
    assert tuple(eid for pinpoint in mention.pinpoints for eid in pinpoint.eids) == eids


DECREE = """THE GOVERNMENT
SOCIALIST REPUBLIC OF VIETNAM
Independence - Freedom - Happiness
---------------
No. 15/2031/ND-CP
Hanoi, March 5, 2031

DECREE
ON AMENDMENTS TO DECREE NO. 12/2030/ND-CP ON POTTERIES

Pursuant to the Law on Land dated January 18, 2024;
At the proposal of the Minister of Finance;
The Government promulgates this Decree.
Article 1. Amendments to Decree No. 12/2030/ND-CP
1. Clause 2 of Article 5 is amended as follows:
“2. Potters register.”
Article 2. Effect
1. This Decree takes effect from June 1, 2031.
2. This Decree replaces Decree No. 3/2025/ND-CP. Circular No. 4/2026/TT-BTC is hereby annulled.

ON BEHALF OF THE GOVERNMENT
PRIME MINISTER

Nguyen Van An
"""


def test_header() -> None:
    header = read(DECREE).header
    assert (header.type, header.number, header.date) == ("Nghị định", "15/2031/NĐ-CP", "2031-03-05")
    assert (header.issuer, header.place, header.effective) == ("Chính phủ", "Hà Nội", "2031-06-01")
    assert header.title == "ON AMENDMENTS TO DECREE NO. 12/2030/ND-CP ON POTTERIES"
    assert [signature.name for signature in header.signatures] == ["Nguyen Van An"]


def test_relations_and_provisions() -> None:
    read_decree = read(DECREE)
    numbers = {document.id: document.number or document.name for document in read_decree.documents}
    stated = {(r.relation, numbers[r.target]): r.provisions for r in read_decree.relations if r.relation != "cites"}
    assert stated == {
        ("amends", "12/2030/NĐ-CP"): (("dieu_1__khoan_1", "dieu_5__khoan_2"),),
        ("based_on", "Luật Đất đai"): (),
        ("replaces", "3/2025/NĐ-CP"): (),
        ("repeals", "4/2026/TT-BTC"): (),
    }
    assert [provision.eid for provision in read_decree.provisions][:2] == ["dieu_1", "dieu_1__khoan_1"]


def test_titles_are_as_printed() -> None:
    (document,) = read("See Decree No. 12/2020/ND-CP dated May 1, 2020 on electronic invoices of potters.").documents
    assert document.title == "on electronic invoices of potters"


def test_offsets_lead_to_the_words_as_read() -> None:
    text = (
        unicodedata.normalize("NFD", "Tại Cà Mau – ")
        + "see the 2024 Land Law,\r\nDecree No.\r\n70/2025/ND-CP of May 1, 2025."
    )
    mentions = read(text).mentions
    assert [text[m.start : m.end] for m in mentions] == ["2024 Land Law", "Decree No.\r\n70/2025/ND-CP of May 1, 2025"]
    spans = [text[span.start : span.end] for span in mentions[1].parts.values()]
    assert spans == ["70/2025/ND-CP", "Decree", "of May 1, 2025"]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 70/2025/NĐ-CP ngày 20 tháng 3 năm 2025 của Chính phủ;",
        "Nghị định số 70/2025/NĐ-CP được dịch là The Decree on invoices.",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    plain = view(text)
    assert in_vietnamese_terms(plain) is plain


def test_table() -> None:
    assert all(standard_type(kind) for kind in english_terms("type").values())
    assert list(english_terms("month").values()) == [str(month) for month in range(1, 13)]
    assert province_names_without_marks()["Ca Mau"] == ("tỉnh", "Cà Mau")
