"""The register of known documents."""

from dataclasses import replace

from legalkg.extractors.registry.known import KnownDocument, known_documents
from legalkg.kg.identity.keys import identify
from legalkg.kg.identity.register import Register, shipped_register


def known(name, number, date, aliases=()):
    return KnownDocument(name, name.split()[0], number, date, "Quốc hội", date, tuple(aliases), "test")


def test_a_document_stands_under_its_number_its_name_and_its_aliases():
    register = Register([known("Luật Đất đai", "31/2024/QH15", "2024-01-18", ["Luật Đất đai mới"])])
    (iri,) = register.iris()
    assert iri.endswith("/luat_31-2024-qh15")
    for key in ("so:31-2024-QH15", "ten:luật đất đai", "ten:luật đất đai mới"):
        assert register.under(key) == (register.entry(iri),)
    assert register.under("ten:luật") == ()
    assert register.entry("x") is None


def test_versions_of_a_law_stand_under_one_name():
    register = Register([known("Luật Đất đai", "45/2013/QH13", "2013"), known("Luật Đất đai", "31/2024/QH15", "2024")])
    assert [entry.facts.number for entry in register.under("ten:luật đất đai")] == ["45/2013/QH13", "31/2024/QH15"]


def test_the_register_that_ships_with_the_project():
    register = shipped_register()
    assert register.under("so:91-2015-QH13") == register.under("ten:bộ luật dân sự")[-1:]
    for iri in register.iris():
        entry = register.entry(iri)
        assert iri in {identify(facts, local="-").iri for facts in (entry.facts, replace(entry.facts, number=None))}
        assert not entry.held
    assert len(register.iris()) == len(known_documents())  # no two rows are one document


def test_two_laws_of_one_number_and_day_are_told_apart_by_name():
    register = shipped_register()
    laws = register.under("so:35-L-CTN")
    assert {entry.facts.name for entry in laws} == {
        "Luật Khuyến khích đầu tư trong nước", "Luật Thuế chuyển quyền sử dụng đất",
    }  # fmt: skip
    assert len({entry.identity.iri for entry in laws}) == 2
