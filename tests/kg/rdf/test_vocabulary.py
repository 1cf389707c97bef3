"""The ontology declares every term in use, in both languages."""

import re
from pathlib import Path
from typing import get_args

import pytest
from rdflib import RDFS, Graph, URIRef

from legalkg.extractors.registry.relations import RelationName, relations
from legalkg.extractors.resources import data_path
from legalkg.kg.rdf.labels import relation_label
from legalkg.kg.rdf.vocabulary import PREFIXES, RELATIONS, RESTS_ON, document_of_graph, graph_of, relation_of, term

KG = Path(__file__).resolve().parents[3] / "kg"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data_path("ontology/legalkg.ttl"))


def used_terms() -> set[str]:
    found = set()
    for file in KG.rglob("*.py"):
        found |= set(re.findall(r'"(kg:[A-Za-z0-9]+)"', file.read_text(encoding="utf-8")))
    for relation in relations().values():
        found |= {name for name in relation.properties if name.startswith("kg:")}
    return found | {f"kg:{outcome}" for outcome in ("resolved", "created", "ambiguous", "self", "rejected")}


def test_every_term_in_use_is_declared_with_label_and_comment_in_both_languages(ontology: Graph) -> None:
    assert len(used_terms()) > 25
    for name in used_terms():
        for words in (RDFS.label, RDFS.comment):
            languages = [
                str(getattr(word, "language", None)) for word in ontology.objects(URIRef(term(name).value), words)
            ]
            assert sorted(languages) == ["en", "vi"], (name, words)


def test_nothing_is_declared_that_is_not_used(ontology: Graph) -> None:
    declared = {str(s) for s in ontology.subjects(RDFS.label) if str(s).startswith(PREFIXES["kg"])}
    assert declared == {term(name).value for name in used_terms()} | {PREFIXES["kg"] + "Outcome"}


def test_domains_and_ranges_are_classes_that_the_graph_has(ontology: Graph) -> None:
    names = {"eli:LegalResource", "eli:LegalResourceSubdivision", "cito:Citation", "kg:Relation", "kg:Outcome",
             "kg:ProvisionRelation", "kg:Candidacy", "kg:Correction", "oa:TextQuoteSelector",
             "oa:TextPositionSelector", "prov:Entity", "xsd:boolean", "xsd:decimal", "xsd:integer"}  # fmt: skip
    known = {URIRef(term(name).value) for name in names}
    for predicate in (RDFS.domain, RDFS.range):
        assert set(ontology.objects(None, predicate)) <= known


def test_shapes_speak_of_declared_terms_only(ontology: Graph) -> None:
    shapes = Graph().parse(data_path("ontology/shapes.ttl"))
    used = {str(node) for triple in shapes for node in triple if str(node).startswith(PREFIXES["kg"])}
    assert used <= {str(subject) for subject in ontology.subjects(RDFS.label)}


def test_written_out_super_properties_are_those_of_the_ontology(ontology: Graph) -> None:
    for properties in RELATIONS.values():
        own, *above = (URIRef(term(name).value) for name in properties)
        assert set(ontology.objects(own, RDFS.subPropertyOf)) == set(above)


def test_every_relation_has_a_property_of_its_own_and_words() -> None:
    assert set(RELATIONS) == set(get_args(RelationName))
    for relation, properties in RELATIONS.items():
        assert relation_of(term(properties[0]).value) == relation
        assert relation_label(relation, "vi") != relation_label(relation, "en")
        assert ("kg:restsOn" in properties) == (relation in RESTS_ON)


def test_a_graph_is_named_after_its_document() -> None:
    assert document_of_graph(graph_of("https://w3id.org/legalkg/id/x").value) == "https://w3id.org/legalkg/id/x"
