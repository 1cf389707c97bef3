"""The SHACL shapes: what tests build keeps to them, and each of them finds what it is there for."""

import builtins
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
import pytest

from legalkg.kg.analysis.validation import validate
from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError
from legalkg.kg.identity.keys import BASE
from legalkg.kg.rdf.vocabulary import IDENTITIES, PREFIXES, graph_of
from tests.kg.kg_factories import cited, collection_of, directive_28, letter_782, made, violations


@pytest.fixture
def collection() -> Iterator[Collection]:
    with collection_of(letter_782(), directive_28()) as opened:
        yield opened


def broken(collection: Collection, update: str) -> list[str]:
    """What is found after a change to the letter's graph."""
    graph = graph_of(collection.find("782-CV/ĐU").iri)
    copy = ox.Store()
    copy.extend(
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.DefaultGraph())
        for quad in collection.store.match(None, None, None, graph)
    )
    copy.update("".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + update)
    collection.store.replace_graphs(
        {graph: [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in copy]}
    )
    return violations(collection)


@pytest.mark.parametrize(
    ("update", "path"),
    [
        ("DELETE { ?s oa:exact ?q } WHERE { ?s oa:exact ?q }", "exact"),
        ("DELETE { ?s oa:prefix ?q } WHERE { ?s oa:prefix ?q }", "prefix"),
        ("DELETE { ?s oa:end ?e } INSERT { ?s oa:end 0 } WHERE { ?s oa:end ?e }", "start"),
        ("INSERT { ?s kg:page 0 } WHERE { ?s a oa:TextQuoteSelector }", "page"),
        ("DELETE { ?r kg:evidence ?e } WHERE { ?r kg:evidence ?e }", "evidence"),
        ("DELETE { ?r kg:rule ?e } WHERE { ?r a kg:Relation ; kg:rule ?e }", "rule"),
        ("INSERT { ?r kg:source ?t } WHERE { ?r kg:target ?t }", "source"),
        ("INSERT { ?r kg:relation kg:restsOn } WHERE { ?r a kg:Relation }", "relation"),
        ("DELETE { ?r kg:confidence ?c } INSERT { ?r kg:confidence 1.5 } WHERE { ?r kg:confidence ?c }", "confidence"),
        ("DELETE { ?c kg:outcome ?o } WHERE { ?c kg:outcome ?o }", "outcome"),
        ("INSERT { ?c kg:candidate ?d } WHERE { ?c cito:hasCitedEntity ?d }", "None"),
        ("DELETE { ?c oa:hasSelector ?s } WHERE { ?c oa:hasSelector ?s }", "hasSelector"),
        ("DELETE { ?o a org:Organization } WHERE { ?o a org:Organization }", "passed_by"),
        ("DELETE { ?o skos:prefLabel ?l } WHERE { ?o a org:Organization ; skos:prefLabel ?l }", "prefLabel"),
        ("DELETE { ?d eli:id_local ?n } INSERT { ?d eli:id_local 782 } WHERE { ?d eli:id_local ?n }", "id_local"),
        ("INSERT { ?d eli:date_document true } WHERE { ?d kg:held true }", "date_document"),
        ("INSERT DATA { <https://example.org/x> a eli:LegalResource }", "None"),
        ("INSERT DATA { <https://example.org/x#dieu_1> a eli:LegalResourceSubdivision }", "is_part_of"),
        ("INSERT { ?a prov:startedAtTime '2025-01-01T00:00:00Z' } WHERE { ?a a prov:Activity }", "startedAtTime"),
        ("DELETE { ?a prov:used ?f } WHERE { ?a prov:used ?f }", "used"),
        ("DELETE { ?a rdfs:label ?l } WHERE { ?a a prov:SoftwareAgent ; rdfs:label ?l }", "label"),
        ("DELETE { ?f kg:sha256 ?h } INSERT { ?f kg:sha256 'x' } WHERE { ?f kg:sha256 ?h }", "sha256"),
        ("DELETE { ?g prov:wasDerivedFrom ?f } WHERE { ?g prov:wasDerivedFrom ?f }", "wasDerivedFrom"),
    ],
)  # fmt: skip
def test_each_shape_finds_what_it_is_there_for(collection: Collection, update: str, path: str) -> None:
    found = broken(collection, update)
    assert any(path in line for line in found), found


def test_an_identity_is_not_linked_on(collection: Collection) -> None:
    same = ox.NamedNode(PREFIXES["kg"] + "sameDocumentAs")
    one, two, three = (ox.NamedNode(BASE + name) for name in "abc")
    collection.store.replace_graphs(
        {IDENTITIES: [ox.Quad(one, same, two, IDENTITIES), ox.Quad(two, same, three, IDENTITIES)]}
    )
    assert len(violations(collection)) == 1


def test_without_pyshacl_a_message_says_how_to_get_it(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pyshacl":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LegalkgError, match=r"legalkg\[validate\]"):
        list(validate(collection.store, collection.store.graphs()))


def test_what_people_corrected_and_what_is_ambiguous_keep_to_the_shapes() -> None:
    ambiguous = made("1/BC", "Báo cáo", "2025-01-01", "Bộ", cites=[(None, cited("35-CT/TW", "Chỉ thị"))], path="b.txt")
    both = [made("35-CT/TW", "Chỉ thị", day, "Bộ Chính trị", path=f"{day}.txt") for day in ("2019-05-30", "2024-06-14")]
    with collection_of(letter_782(), directive_28(), ambiguous, *both) as collection:
        review = collection.review()
        review.reject("782-CV/ĐU", "57-KL/TW", by="Lan", note="nhầm số")
        review.relink("782-CV/ĐU", "28-CT/TU", "57-KL/TW", by="Lan")
        assert violations(collection) == []
