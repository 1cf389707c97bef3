"""What others cite with its day is a candidate for a number that begins anew with each term."""

from __future__ import annotations

from itertools import permutations

import pytest

from legalkg.kg.collection import Collection
from legalkg.kg.output.export import sorted_quads
from tests.kg.kg_factories import Made, cited, empty, made, put

OLD = made("94-NQ/TW", "Nghị quyết", "2016-10-30", "Ban Chấp hành Trung ương Đảng", path="cu.txt")
REPORT = made("7/BC-BTC", "Báo cáo", "2026-05-02", "Bộ Tài chính", path="bao-cao.txt",
              cites=[(None, cited("94-NQ/TW", "Nghị quyết", "2026-04-01"))])  # fmt: skip


def letter(day: str, cited_day: str | None = None) -> Made:
    number = cited("94-NQ/TW", "Nghị quyết", cited_day)
    return made("8/CV-BTC", "Công văn", day, "Bộ Tài chính", path="thu.txt", cites=[(None, number)])


def meant(collection: Collection) -> tuple[str, list[str]]:
    (found,) = collection.citations(collection.find("8/CV-BTC"))
    return found.outcome, [candidate.document.id for candidate in found.candidates]


@pytest.mark.parametrize(
    ("day", "cited_day", "outcome"),
    [
        ("2026-06-16", None, "ambiguous"),
        ("2026-03-01", None, "resolved"),  # nobody cites what is still to come
        ("2026-06-16", "2016-10-30", "resolved"),
        ("2026-06-16", "2026-04-01", "created"),
    ],
)
def test_a_number_borne_anew_in_the_term_of_the_citing_document(day: str, cited_day: str | None, outcome: str) -> None:
    with empty() as collection:
        put(collection, OLD, REPORT, letter(day, cited_day))
        found, candidates = meant(collection)
    assert found == outcome
    assert ("nghi-quyet_94-nq-tw_2026-04-01" in candidates) is (outcome == "ambiguous")


def test_a_slip_in_the_day_makes_no_candidate() -> None:
    slip = made("7/BC-BTC", "Báo cáo", "2026-05-02", "Bộ Tài chính", path="bao-cao.txt",
                cites=[(None, cited("94-NQ/TW", "Nghị quyết", "2012-10-30"))])  # fmt: skip
    with empty() as collection:
        put(collection, OLD, slip, letter("2026-06-16"))
        assert meant(collection)[0] == "resolved"


def test_the_order_of_documents_does_not_matter() -> None:
    dumps = []
    for order in permutations((OLD, REPORT, letter("2026-06-16"))):
        with empty() as collection:
            for document in order:
                put(collection, document)
            dumps.append(list(sorted_quads(collection.store)))
    assert all(dump == dumps[0] for dump in dumps)


def test_what_is_cited_no_more_is_no_candidate() -> None:
    other = made("7/BC-BTC", "Báo cáo", "2026-05-02", "Bộ Tài chính", path="bao-cao.txt")
    with empty() as collection:
        put(collection, OLD, REPORT, letter("2026-06-16"))
        put(collection, other)
        assert meant(collection)[0] == "resolved"
