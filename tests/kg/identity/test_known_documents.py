"""The register of known documents."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from legalkg.extractors.registry.known import KnownDocument, known_documents
from legalkg.extractors.registry.numbers import number_key
from legalkg.kg.identity.keys import identify
from legalkg.kg.identity.known_documents import KnownDocuments, all_known_documents, bundled_known_documents


def known(name: str, number: str, date: str, aliases: Sequence[str] = ()) -> KnownDocument:
    return KnownDocument(name, name.split(maxsplit=1)[0], number, date, "Quốc hội", date, tuple(aliases), "test")


def test_a_document_stands_under_its_number_its_name_and_its_aliases() -> None:
    documents = KnownDocuments([known("Luật Đất đai", "31/2024/QH15", "2024-01-18", ["Luật Đất đai mới"])])
    (law,) = documents.named()
    assert law.identity.id == "luat_31-2024-qh15"
    for key in ("so:31-2024-QH15", "ten:luật đất đai", "ten:luật đất đai mới"):
        assert documents.under(key) == (law,)
    assert documents.entry(law.identity.iri) == law
    assert documents.under("ten:luật") == ()
    assert documents.entry("x") is None


def test_versions_of_a_law_stand_under_one_name() -> None:
    documents = KnownDocuments(
        [known("Luật Đất đai", "45/2013/QH13", "2013"), known("Luật Đất đai", "31/2024/QH15", "2024")]
    )
    assert [entry.facts.number for entry in documents.under("ten:luật đất đai")] == [
        "45/2013/QH13",
        "31/2024/QH15",
    ]


def test_the_register_that_ships_with_the_project() -> None:
    documents = bundled_known_documents()
    assert documents.under("so:91-2015-QH13") == documents.under("ten:bộ luật dân sự")[-1:]
    for entry in documents.named():
        assert entry.identity.iri in {
            identify(facts, local="-").iri for facts in (entry.facts, replace(entry.facts, number=None))
        }
        assert not entry.held
    assert len(documents.named()) == len(known_documents())  # no two rows are one document


def test_every_document_of_the_register_is_found_by_number_and_iri() -> None:
    documents = bundled_known_documents()
    for entry in all_known_documents():
        assert documents.entry(entry.identity.iri) == entry
        assert all(entry in documents.under(key) for key in entry.identity.keys)


@pytest.mark.parametrize(
    ("number", "type", "date"),
    [
        ("30/2020/NĐ-CP", "Nghị định", "2020-03-05"),
        ("30/2020/ND-CP", "Nghị định", "2020-03-05"),
        ("99999/2020/NĐ-CP", None, None),
    ],
)
def test_central_documents_are_looked_up_by_number(number: str, type: str | None, date: str | None) -> None:  # noqa: A002
    facts = [
        (entry.facts.type, entry.facts.date) for entry in bundled_known_documents().under(f"so:{number_key(number)}")
    ]
    assert facts == ([(type, date)] if type else [])


def test_a_register_of_ones_own_has_no_central_documents() -> None:
    assert KnownDocuments([]).under("so:15-2020-ND-CP") == ()
    assert KnownDocuments([]).entry("https://w3id.org/legalkg/id/nghi-dinh_15-2020-nd-cp") is None


def test_two_laws_of_one_number_and_day_are_told_apart_by_name() -> None:
    documents = bundled_known_documents()
    laws = documents.under("so:35-L-CTN")
    assert {entry.facts.name for entry in laws} == {
        "Luật Khuyến khích đầu tư trong nước", "Luật Thuế chuyển quyền sử dụng đất",
    }  # fmt: skip
    assert len({entry.identity.iri for entry in laws}) == 2
