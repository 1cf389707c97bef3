"""What one text says, as quads."""

from collections.abc import Callable, Sequence

import pyoxigraph as ox
import pytest
from pyoxigraph import Quad, QuerySolutions, Store

from legalkg.extractors.model import Pinpoint, Provision
from legalkg.kg.identity.keys import BASE, DocumentFacts, identify
from legalkg.kg.identity.known_documents import Candidate
from legalkg.kg.identity.resolve import identify_source, resolve
from legalkg.kg.rdf.statements import date_literal, statements
from legalkg.kg.rdf.vocabulary import PREFIXES, graph_of, term
from tests.kg.kg_factories import KL57, Made, cited, letter_782, made
from tests.narrowing import value_of


def written(
    document: Made, lookup: Callable[[Sequence[str]], Sequence[Candidate]] = lambda keys: ()
) -> tuple[str, list[Quad]]:
    own = identify_source(document.extraction.header, document.sha256)
    resolutions = resolve(document.extraction, own, lookup)
    return own.iri, statements(document.source, document.extraction, own.iri, resolutions, document.sha256)


@pytest.fixture(scope="module")
def letter() -> tuple[str, list[Quad], Store]:
    iri, quads = written(letter_782())
    store = ox.Store()
    store.extend(quads)
    return iri, quads, store


def ask(store: Store, pattern: str) -> bool:
    return bool(store.query("ASK { GRAPH ?g { " + pattern + " } }", prefixes={**PREFIXES, "id": BASE}))


def test_one_graph_no_blank_node_no_repetition_and_the_same_again(letter: tuple[str, list[Quad], Store]) -> None:
    iri, quads, _ = letter
    assert {quad.graph_name for quad in quads} == {graph_of(iri)}
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
    assert len(set(quads)) == len(quads)
    assert written(letter_782())[1] == quads


@pytest.mark.parametrize(
    "pattern",
    [
        "?d kg:held true ; eli:id_local '782-CV/ĐU' ; eli:number '782'",
        "?d eli:type_document ?t . ?t skos:prefLabel 'Công văn'@vi",
        "?d eli:passed_by ?o . ?o skos:prefLabel 'Đảng ủy Sở Giáo dục và Đào tạo'@vi",
        "id:ket-luan_57-kl-tw_2023-06-15 eli:date_document '2023-06-15'^^xsd:date",
        # the plain edge with its super-properties, between cited documents too
        "?d kg:held true ; kg:directs id:ket-luan_57-kl-tw_2023-06-15 ; kg:restsOn id:ket-luan_57-kl-tw_2023-06-15",
        "id:chi-thi_28-ct-tu_2023-10-16 kg:implements ?x ; eli:ensures_implementation_of ?x",
        # the node beside it
        "?r a kg:Relation ; kg:relation kg:directs ; kg:source ?d ; kg:target ?t ; kg:rule 'test-rule' ;"
        " kg:cue 'thực hiện'@vi ; kg:confidence 0.9 ; kg:evidence ?e . ?e a oa:TextQuoteSelector ; oa:exact ?q",
        "?c a cito:Citation ; cito:hasCitingEntity ?d ; cito:hasCitedEntity ?t ; kg:outcome kg:created ;"
        " kg:resolutionRule 'resolution/no-candidate' ; oa:hasSelector ?s . ?d eli:cites ?t",
        "?g prov:wasGeneratedBy ?a . ?a prov:wasAssociatedWith ?s . ?s a prov:SoftwareAgent ;"
        " rdfs:label 'legalkg test'",
    ],
)  # fmt: skip
def test_what_is_said(letter: tuple[str, list[Quad], Store], pattern: str) -> None:
    assert ask(letter[2], pattern)


@pytest.mark.parametrize("pattern", ["id:chi-thi_28-ct-tu_2023-10-16 kg:held ?x", "?a prov:startedAtTime ?t"])
def test_what_is_not_said(letter: tuple[str, list[Quad], Store], pattern: str) -> None:
    assert not ask(letter[2], pattern)


def test_selectors_give_the_words_at_their_offsets(letter: tuple[str, list[Quad], Store]) -> None:
    text = letter_782().source.text
    rows = letter[2].query(
        "SELECT * { GRAPH ?g { ?s oa:start ?a ; oa:end ?b ; oa:exact ?q ; oa:prefix ?p ; oa:suffix ?x } }",
        prefixes=PREFIXES,
    )
    assert isinstance(rows, QuerySolutions)
    found = [(int(r["a"].value), int(r["b"].value), r["q"].value, r["p"].value, r["x"].value) for r in rows]
    assert len(found) > 5
    for start, end, exact, prefix, suffix in found:
        assert text[start:end] == exact
        assert text[max(0, start - 40) : start] == prefix
        assert text[end : end + 40] == suffix


def test_an_ambiguous_citation_lists_candidates_and_makes_no_edge() -> None:
    document = made("1/BC-BTC", "Báo cáo", "2025-01-01", "Bộ", cites=[("implements", cited("35-CT/TW", "Chỉ thị"))])
    entries = [
        Candidate(identify(facts, local="x"), facts)
        for facts in (
            DocumentFacts("Chỉ thị", "35-CT/TW", "2019-05-30"),
            DocumentFacts("Chỉ thị", "35-CT/TW", "2024-06-14"),
        )
    ]
    _, quads = written(document, lambda keys: entries)
    predicates = [quad.predicate for quad in quads]
    assert predicates.count(term("kg:candidate")) == predicates.count(term("kg:mayMean")) == 2
    scores = [float(value_of(quad.object)) for quad in quads if quad.predicate == term("kg:score")]
    assert len(scores) == 2
    assert all(0 < score <= 1 for score in scores)
    assert term("kg:implements") not in predicates
    assert term("cito:hasCitedEntity") not in predicates
    assert term("eli:cites") not in predicates


def test_how_alike_titles_are_is_written_where_both_are_known() -> None:
    citation = KL57.model_copy(update={"title": "về công tác thông tin đối ngoại"})
    known = DocumentFacts("Kết luận", "57-KL/TW", "2023-06-15", title="về công tác thông tin đối ngoại")
    document = made("1/BC-BTC", "Báo cáo", "2025-01-01", "Bộ", cites=[("implements", citation)])
    _, quads = written(document, lambda keys: [Candidate(identify(known, local="x"), known)])
    assert [value_of(q.object) for q in quads if q.predicate == term("kg:titleSimilarity")] == ["1"]


def test_a_document_that_cites_itself_makes_no_edge() -> None:
    document = made("57-KL/TW", "Kết luận", "2023-06-15", "Bộ Chính trị", cites=[("implements", KL57)])
    _, quads = written(document)
    assert term("kg:outcome") in [quad.predicate for quad in quads]
    assert term("kg:implements") not in [quad.predicate for quad in quads]


def test_pinpoints_page_and_provision() -> None:
    document = made("1/BC-BTC", "Báo cáo", "2025-01-01", "Bộ", cites=[("implements", KL57)])
    mention = document.extraction.mentions[0]
    pins = (
        Pinpoint(text="Điều 8", start=0, end=1, eids=("dieu_8",), excluded=False),
        Pinpoint(text="trừ điểm a", start=0, end=1, eids=("diem_a",), excluded=True),
    )
    start = document.extraction.relations[0].evidence[0].start
    extraction = document.extraction.model_copy(
        update={
            "mentions": (mention.model_copy(update={"pinpoints": pins, "page": 3}),),
            "provisions": (
                Provision(eid="dieu_1", kind="dieu", label="Điều 1", start=start, end=start + 50, parent=None),
            ),
        }
    )
    source = document.source.model_copy(update={"pages": (0, start - 1)})
    own = identify_source(extraction.header, "0")
    quads = statements(source, extraction, own.iri, resolve(extraction, own, lambda keys: ()), "0")
    said = {(quad.predicate.value.rpartition("#")[2], value_of(quad.object)) for quad in quads}
    assert {
        ("pinpoint", "dieu_8"),
        ("exceptPinpoint", "diem_a"),
        ("page", "3"),
        ("page", "2"),
        ("provision", "dieu_1"),
    } <= said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023-06-15", "date"),
        ("2023-06", "gYearMonth"),
        ("2023", "gYear"),
        ("2023-02-30", "string"),
        ("1/2023", "string"),
    ],
)
def test_dates_as_exact_as_they_are_known(text: str, kind: str) -> None:
    assert date_literal(text).datatype.value.endswith("#" + kind)
