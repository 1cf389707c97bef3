"""The register of known documents."""

from collections.abc import Sequence
from dataclasses import replace

from legalkg.extractors.registry.known import KnownDocument, known_documents
from legalkg.kg.identity.keys import identify
from legalkg.kg.identity.known_documents import KnownDocuments, bundled_known_documents
from tests.narrowing import sure


def known(name: str, number: str, date: str, aliases: Sequence[str] = ()) -> KnownDocument:
    return KnownDocument(name, name.split(maxsplit=1)[0], number, date, "Quốc hội", date, tuple(aliases), "test")


def test_a_document_stands_under_its_number_its_name_and_its_aliases() -> None:
    documents = KnownDocuments([known("Luật Đất đai", "31/2024/QH15", "2024-01-18", ["Luật Đất đai mới"])])
    (iri,) = documents.iris()
    assert iri.endswith("/luat_31-2024-qh15")
    for key in ("so:31-2024-QH15", "ten:luật đất đai", "ten:luật đất đai mới"):
        assert documents.under(key) == (documents.entry(iri),)
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
    for iri in documents.iris():
        entry = documents.entry(iri)
        assert iri in {
            identify(facts, local="-").iri for facts in (sure(entry).facts, replace(sure(entry).facts, number=None))
        }
        assert not sure(entry).held
    assert len(documents.iris()) == len(known_documents())  # no two rows are one document


def test_two_laws_of_one_number_and_day_are_told_apart_by_name() -> None:
    documents = bundled_known_documents()
    laws = documents.under("so:35-L-CTN")
    assert {entry.facts.name for entry in laws} == {
        "Luật Khuyến khích đầu tư trong nước", "Luật Thuế chuyển quyền sử dụng đất",
    }  # fmt: skip
    assert len({entry.identity.iri for entry in laws}) == 2
