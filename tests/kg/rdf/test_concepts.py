"""The registry as RDF."""

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG

from legalkg.kg.identity.keys import BASE
from legalkg.kg.rdf.concepts import registry_rdf
from legalkg.kg.rdf.vocabulary import PREFIXES, ROOT, term
from tests.kg.kg_factories import cited, collection_of, made
from tests.narrowing import value_of


@pytest.fixture(scope="module")
def registry() -> Graph:
    return Graph().parse(data=registry_rdf(), format="turtle")


def node(path: str) -> URIRef:
    return URIRef(ROOT + path)


def test_the_same_tables_give_the_same_bytes() -> None:
    assert registry_rdf() == registry_rdf()


@pytest.mark.parametrize("scheme", ["type", "organ", "level", "province", "term"])
def test_every_concept_has_a_label_and_stands_in_a_scheme(registry: Graph, scheme: str) -> None:
    concepts = list(registry.subjects(SKOS.inScheme, node(scheme)))
    assert concepts
    assert (node(scheme), RDF.type, SKOS.ConceptScheme) in registry
    for concept in concepts:
        assert (concept, RDF.type, SKOS.Concept) in registry
        labels = [str(label) for label in registry.objects(concept, SKOS.prefLabel)]
        assert len(labels) == 1, labels


@pytest.mark.parametrize("scheme", ["organ", "province", "term"])
def test_every_concept_of_a_table_names_its_source(registry: Graph, scheme: str) -> None:
    for concept in registry.subjects(SKOS.inScheme, node(scheme)):
        assert list(registry.objects(concept, DCTERMS.source)), concept


def test_types_have_their_codes_and_words(registry: Graph) -> None:
    assert set(registry.objects(node("type/thong-tu-lien-tich"), SKOS.notation)) == {
        Literal("TTLT"), Literal("TTLB"), Literal("TTLN"),
    }  # fmt: skip
    assert Literal("Thông tư liên bộ", lang="vi") in registry.objects(node("type/thong-tu-lien-tich"), SKOS.altLabel)


@pytest.mark.parametrize(
    ("old", "new", "until"),
    [
        ("organ/bo-ke-hoach-va-dau-tu", "organ/bo-tai-chinh", "2025"),
        ("province/binh-duong", "province/ho-chi-minh", "2025-06-30"),
    ],
)
def test_mergers_are_changes_of_organisations(registry: Graph, old: str, new: str, until: str) -> None:
    (change,) = registry.objects(node(old), ORG.changedBy)
    assert set(registry.objects(change, ORG.resultingOrganization)) == {node(new)}
    assert {str(day) for day in registry.objects(change, URIRef(term("kg:until").value))} == {until}


def test_parents_are_organs_too(registry: Graph) -> None:
    for parent in registry.objects(None, ORG.subOrganizationOf):
        assert (parent, RDF.type, ORG.Organization) in registry, parent


def test_known_documents_are_those_of_the_graph(registry: Graph) -> None:
    law = URIRef(BASE + "luat_31-2024-qh15")
    eli = PREFIXES["eli"]
    assert set(registry.objects(law, URIRef(eli + "id_local"))) == {Literal("31/2024/QH15")}
    assert [str(day) for day in registry.objects(law, URIRef(eli + "first_date_entry_in_force"))] == ["2024-08-01"]
    assert list(registry.objects(law, DCTERMS.source))


def test_the_nodes_of_a_collection_are_those_of_the_registry(registry: Graph) -> None:
    decree = made("1/2025/TT-BTC", "Thông tư", "2025-01-01", "Bộ Tài chính",
                  cites=[(None, cited("57-KL/TW", "Kết luận", "2023-06-15"))])  # fmt: skip
    with collection_of(decree) as collection:
        for name in ("eli:type_document", "eli:passed_by"):
            for quad in collection.store.match(None, term(name), None):
                assert (URIRef(value_of(quad.object)), RDF.type, SKOS.Concept) in registry
