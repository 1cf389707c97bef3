"""Whether a document is in force on a day, and who says so."""

from datetime import date

import pytest

from legalkg.extractors.model import CitedDocument
from legalkg.extractors.partial_dates import earliest, latest
from legalkg.extractors.registry.known import KnownDocument
from legalkg.kg.collection import Collection
from legalkg.kg.dates import day
from legalkg.kg.errors import LegalkgError
from legalkg.kg.identity.known_documents import KnownDocuments
from legalkg.kg.model import Force
from tests.kg.kg_factories import KL57, Made, cited, collection_of, conclusion_57, made, put
from tests.narrowing import sure

DECREE = cited("10/2022/NĐ-CP", "Nghị định", "2022-01-15", "Chính phủ")
RULE = cited("66-QĐ/TW", "Quy định", "2017-02-06", "Ban Bí thư")

LAW = cited("36/2005/QH11", "Luật", "2005-06-14", "Quốc hội")


def decree(effective: str | None = "2022-03-01") -> Made:
    return made("10/2022/NĐ-CP", "Nghị định", "2022-01-15", "Chính phủ", effective=effective, path="10.txt")


def acting(
    relation: str,
    target: CitedDocument = DECREE,
    *,
    date: str | None = "2025-06-30",
    effective: str | None = "2025-07-01",
    number: str = "175/2025/NĐ-CP",
) -> Made:
    return made(
        number, "Nghị định", date, "Chính phủ", effective=effective, cites=[(relation, target)], path=f"{relation}.txt"
    )


def state(documents: list[Made], ref: str, on: str) -> Force:
    with collection_of(*documents) as collection:
        force = collection.force(collection.find(ref), date.fromisoformat(on))
        assert force.as_of == on
        for step in force.proofs:
            for quote in step.quotes:
                assert collection.text(quote.document).text[quote.start : quote.end] == quote.text
        return force


@pytest.mark.parametrize(
    ("documents", "on", "expected", "rule", "by"),
    [
        ([decree()], "2021-12-31", "not yet", "force/not-issued", []),
        ([decree()], "2022-02-01", "not yet", "force/not-effective", []),
        ([decree()], "2022-03-01", "in force", "force/effective", []),
        ([decree(effective=None)], "2023-01-01", "unknown", "force/nothing-known", []),
        ([decree(), acting("amends")], "2025-06-30", "in force", "force/effective", []),  # passed, not yet in effect
        ([decree(), acting("amends")], "2025-07-01", "partly", "force/changed", ["175/2025/NĐ-CP"]),
        ([decree(), acting("replaces")], "2025-06-30", "in force", "force/effective", []),
        ([decree(), acting("replaces")], "2025-07-01", "no longer", "force/ended", ["175/2025/NĐ-CP"]),
        ([decree(), acting("repeals")], "2030-01-01", "no longer", "force/ended", ["175/2025/NĐ-CP"]),
        ([decree(), acting("repeals", effective=None)], "2025-06-30", "no longer", "force/ended", ["175/2025/NĐ-CP"]),
        ([decree(), acting("suspends")], "2025-08-01", "suspended", "force/suspended", ["175/2025/NĐ-CP"]),
        ([decree(effective=None), acting("extends")], "2025-08-01", "in force", "force/extended", ["175/2025/NĐ-CP"]),
        ([decree(), acting("corrects")], "2025-08-01", "in force", "force/effective", []),
        ([decree(), acting("based_on")], "2025-08-01", "in force", "force/effective", []),
        ([acting("replaces")], "2025-08-01", "no longer", "force/ended", ["175/2025/NĐ-CP"]),  # not held itself
        ([acting("based_on")], "2025-08-01", "unknown", "force/nothing-known", []),
        # only the year is known of what ends it
        ([decree(), acting("repeals", date="2025", effective=None)], "2025-08-01", "unknown", "force/end-undated",
         ["175/2025/NĐ-CP"]),
        ([decree(), acting("repeals", date="2025", effective=None)], "2026-01-01", "no longer", "force/ended",
         ["175/2025/NĐ-CP"]),
    ],
)  # fmt: skip
def test_a_document_of_the_state(documents: list[Made], on: str, expected: str, rule: str, by: list[str]) -> None:
    force = state(documents, "10/2022/NĐ-CP", on)
    assert (force.state, force.rule, [step.source.number for step in force.proofs]) == (expected, rule, by)
    assert force.reason


@pytest.mark.parametrize(
    ("documents", "expected", "rule"),
    [
        ([conclusion_57()], "unknown", "force/no-register"),
        ([acting("amends", KL57)], "partly", "force/changed"),
        ([acting("replaces", KL57)], "no longer", "force/ended"),
    ],
)
def test_a_party_document_without_evidence_stays_unknown(documents: list[Made], expected: str, rule: str) -> None:
    force = state(documents, "57-KL/TW", "2025-08-01")
    assert (force.state, force.rule) == (expected, rule)


def test_a_party_document_with_a_day_of_effect_is_not_said_to_be_in_force() -> None:
    rule = made("66-QĐ/TW", "Quy định", "2017-02-06", "Ban Bí thư", effective="2017-02-06")
    assert state([rule], "66-QĐ/TW", "2018-01-01").rule == "force/no-register"
    assert state([rule], "66-QĐ/TW", "2017-01-01").state == "not yet"


@pytest.mark.parametrize(("target", "expected"), [(DECREE, "no longer"), (LAW, "unknown")])
def test_a_decree_ends_no_law(target: CitedDocument, expected: str) -> None:
    assert state([acting("repeals", target)], sure(target.number), "2025-08-01").state == expected


def test_an_end_that_is_already_known() -> None:
    force = state([decree(), acting("replaces")], "10/2022/NĐ-CP", "2025-06-30")
    assert (force.state, force.since, force.until) == ("in force", "2022-03-01", "2025-07-01")
    assert state([decree(), acting("replaces")], "10/2022/NĐ-CP", "2025-07-01").until is None


def test_a_change_told_by_a_third_is_dated_by_whoever_makes_it() -> None:
    letter = made(
        "1/BC-BTC", "Báo cáo", "2025-12-01", "Bộ Tài chính", path="bc.txt", between=[(1, "replaces", 2)],
        cites=[(None, cited("175/2025/NĐ-CP", "Nghị định", "2025-06-30")), (None, DECREE)],
    )  # fmt: skip
    assert state([letter], "10/2022/NĐ-CP", "2025-07-01").state == "no longer"
    undated = made(
        "1/BC-BTC", "Báo cáo", "2025-12-01", "Bộ Tài chính", path="bc.txt", between=[(1, "replaces", 2)],
        cites=[(None, cited("175/2025/NĐ-CP", "Nghị định")), (None, DECREE)],
    )  # fmt: skip
    assert state([undated], "10/2022/NĐ-CP", "2025-07-01").state == "unknown"  # by 1 December at the latest
    assert state([undated], "10/2022/NĐ-CP", "2025-12-01").state == "no longer"


LAND = [
    KnownDocument("Luật Đất đai", "Luật", number, date, "Quốc hội", effective, (), "test")
    for number, date, effective in [
        ("13/2003/QH11", "2003-11-26", "2004-07-01"),
        ("45/2013/QH13", "2013-11-29", "2014-07-01"),
    ]
]
AMENDING = [
    KnownDocument("Luật sửa đổi, bổ sung một số điều của Luật Thuế", "Luật", number, date, "Quốc hội", date, (), "test")
    for number, date in [("1/2013/QH13", "2013-01-01"), ("2/2015/QH13", "2015-01-01")]
]


@pytest.mark.parametrize(
    ("number", "on", "expected", "rule"),
    [
        ("13/2003/QH11", "2004-01-01", "not yet", "force/not-effective"),
        ("13/2003/QH11", "2014-06-30", "in force", "force/effective"),
        ("13/2003/QH11", "2014-07-01", "no longer", "force/superseded"),
        ("45/2013/QH13", "2020-01-01", "in force", "force/effective"),
        ("1/2013/QH13", "2020-01-01", "in force", "force/effective"),  # amending laws are no versions of one another
    ],
)
def test_a_statute_ends_with_its_next_version(number: str, on: str, expected: str, rule: str) -> None:
    cites = [("based_on", cited(known.number, "Luật", known.date)) for known in (*LAND, *AMENDING)]
    citing = made("1/BC-BTC", "Báo cáo", "2021-01-01", "Bộ Tài chính", cites=cites)
    with Collection.in_memory(known_documents=KnownDocuments([*LAND, *AMENDING])) as collection:
        put(collection, citing)
        force = collection.force(collection.find(number), date.fromisoformat(on))
        assert (force.state, force.rule) == (expected, rule)
        assert ("45/2013/QH13" in force.reason) == (rule == "force/superseded")


def test_today_if_no_day_is_given() -> None:
    with collection_of(decree()) as collection:
        assert collection.force(collection.find("10/2022/NĐ-CP")).as_of == date.today().isoformat()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-03", "2024-02-03", "2024-02-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-13", "2024-13-01", "2024-13-31"),
        (None, "", "9999-12-31"),
    ],
)
def test_dates_known_in_part(text: str | None, first: str, last: str) -> None:
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize("text", ["2020-02-30", "2020-13-01", "20200101", "2020-W01-1", "", "hôm nay"])
def test_a_day_that_does_not_exist(text: str) -> None:
    with pytest.raises(LegalkgError, match="invalid date"):
        day(text)
    assert day("2020-02-29") == date(2020, 2, 29)
