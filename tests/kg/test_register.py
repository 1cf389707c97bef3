"""The register of known documents."""

from extractors.registry import KnownDocument
from kg.identity import identify
from kg.register import index, known_by_iri, known_documents


def known(name, number, date, aliases=()):
    return KnownDocument(name, name.split()[0], number, date, "Quốc hội", date, tuple(aliases), "test")


def test_a_document_stands_under_its_number_its_name_and_its_aliases():
    found = index([known("Luật Đất đai", "31/2024/QH15", "2024-01-18", ["Luật Đất đai mới"])])
    assert set(found) == {"so:31-2024-QH15", "ten:luật đất đai", "ten:luật đất đai mới"}
    assert {entry.identity.id for entries in found.values() for entry in entries} == {"luat_31-2024-qh15"}


def test_versions_of_a_law_stand_under_one_name():
    found = index([known("Luật Đất đai", "45/2013/QH13", "2013-11-29"), known("Luật Đất đai", "31/2024/QH15", "2024")])
    assert [entry.facts.number for entry in found["ten:luật đất đai"]] == ["45/2013/QH13", "31/2024/QH15"]


def test_the_register_that_ships_with_the_project():
    found = known_documents()
    assert {"so:91-2015-QH13", "ten:bộ luật dân sự"} <= set(found)
    for iri, entry in known_by_iri().items():
        assert identify(entry.facts, local="-").iri == iri or not entry.identity.keys
        assert not entry.held
