"""Chains: up, down, between two documents, in circles, very deep."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

import legalkg
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection
from legalkg.kg.identity.keys import BASE, DocumentFacts, identify
from legalkg.kg.identity.resolution_rules import NO_CANDIDATE
from legalkg.kg.identity.resolve import Resolution
from legalkg.kg.model import Chain, Direction, Document
from legalkg.kg.rdf.statements import statements
from legalkg.kg.rdf.vocabulary import graph_of, term
from tests.kg.kg_factories import (
    CT28,
    HD110,
    KL57,
    Made,
    cited,
    collection_of,
    conclusion_57,
    directive_28,
    empty,
    guidance_110,
    letter_782,
    made,
    put,
)
from tests.narrowing import sure


def numbered(n: int, *rests_on: int, relation: str = "implements") -> Made:
    """A document 'n-KL/TW' that implements others of its kind; numbers below it are earlier documents."""
    return made(
        f"{n}-KL/TW",
        "Kết luận",
        "2020-01-01",
        "Bộ Chính trị",
        cites=[(relation, cited(f"{m}-KL/TW", "Kết luận", "2020-01-01")) for m in rests_on],
        path=f"{n}.txt",
    )


def name(document: Document) -> str:
    return sure(document.number).split("-")[0]


def steps(chain: Chain) -> list[tuple[str, str, str]]:
    return [(name(step.source), step.relation, name(step.target)) for step in chain.steps]


def ends(chain: Chain) -> dict[str, str]:
    return {name(document): chain.ends[document.iri] for document in chain.documents if document.iri in chain.ends}


def walk(
    collection: Collection, number: int, direction: Direction = "up", *, to: int | None = None, **limits: Any
) -> Chain:
    target = collection.find(f"{to}-KL/TW") if to else None
    return collection.chain(collection.find(f"{number}-KL/TW"), ChainQuery(direction, to=target, **limits))


# --- the reference case ---


@pytest.fixture
def letter_only() -> Iterator[Collection]:
    with collection_of(letter_782()) as collection:
        yield collection


@pytest.fixture
def everything() -> Iterator[Collection]:
    with collection_of(letter_782(), directive_28(), guidance_110(), conclusion_57()) as collection:
        yield collection


def test_the_letter_alone_reaches_the_conclusion_directly_and_over_a_directive_that_is_not_held(
    letter_only: Collection,
) -> None:
    chain = letter_only.chain(letter_only.find("782-CV/ĐU"))
    assert sorted(steps(chain)) == [
        ("28", "implements", "57"),
        ("782", "directs", "57"),
        ("782", "implements", "110"),
        ("782", "implements", "28"),
    ]
    assert ends(chain) == {"57": "not held", "110": "not held"}
    assert {name(d): chain.depths[d.iri] for d in chain.documents} == {"782": 0, "57": 1, "110": 1, "28": 1}


def test_a_step_between_cited_documents_quotes_the_document_that_says_so(letter_only: Collection) -> None:
    chain = letter_only.chain(letter_only.find("782-CV/ĐU"))
    (quote,) = next(step.quotes for step in chain.steps if name(step.source) == "28")
    assert quote.document.number == "782-CV/ĐU"
    assert letter_only.text(quote.document).text[quote.start : quote.end] == quote.text


def test_quotes_are_the_words_at_their_offsets(everything: Collection) -> None:
    chain = everything.chain(everything.find("782-CV/ĐU"))
    for step in chain.steps:
        assert step.quotes
        for quote in step.quotes:
            assert everything.text(quote.document).text[quote.start : quote.end] == quote.text


def test_documents_that_come_in_are_walked_through(everything: Collection) -> None:
    chain = everything.chain(everything.find("782-CV/ĐU"))
    assert {name(d) for d in chain.documents if d.held} == {"782", "110", "28", "57"}
    assert ends(chain) == {"57": "nothing that it rests on; cites nothing"}
    # said by the letter and by the directive itself: one step, both quotes
    step = next(step for step in chain.steps if (name(step.source), name(step.target)) == ("28", "57"))
    assert {name(quote.document) for quote in step.quotes} == {"782", "28"}


def test_down(everything: Collection) -> None:
    chain = everything.chain(everything.find("57-KL/TW"), ChainQuery("down"))
    assert {name(d) for d in chain.documents} == {"57", "28", "110", "782"}
    assert ends(chain) == {"782": "nothing held carries it out further"}
    assert everything.chain(everything.find("782-CV/ĐU"), ChainQuery("down")).steps == ()


def test_as_a_graph_of_networkx(everything: Collection) -> None:
    graph = legalkg.chain(everything, "782-CV/ĐU")
    assert isinstance(graph, nx.MultiDiGraph)
    root, target = (everything.find(ref).iri for ref in ("782-CV/ĐU", "57-KL/TW"))
    assert graph.nodes[target] | {"type": "Kết luận", "date": "2023-06-15", "held": True} == graph.nodes[target]
    assert nx.has_path(graph, root, target)
    (edge,) = graph[root][target].values()
    assert edge["relation"] == "directs"
    assert everything.text(everything.document(edge["document"])).text[edge["start"] : edge["end"]] == edge["quote"]
    assert set(legalkg.chain(everything, "782-CV/ĐU", to="57-KL/TW")) == {root, target}


# --- shapes ---


@pytest.mark.parametrize(
    ("depth", "reached", "reasons"),
    [
        (0, {"3"}, {"3": "depth"}),
        (1, {"3", "2"}, {"2": "depth"}),
        (2, {"3", "2", "1"}, {"1": "nothing that it rests on; cites nothing"}),  # nothing is cut off there
        (None, {"3", "2", "1"}, {"1": "nothing that it rests on; cites nothing"}),
    ],
)
def test_depth(depth: int | None, reached: set[str], reasons: dict[str, str]) -> None:
    with collection_of(numbered(3, 2), numbered(2, 1), numbered(1)) as collection:
        chain = walk(collection, 3, depth=depth)
        assert {name(d) for d in chain.documents} == reached
        assert ends(chain) == reasons


def test_only_the_relations_asked_for_are_followed() -> None:
    with collection_of(numbered(3, 2, relation="amends"), numbered(2, 1, relation="replaces")) as collection:
        assert walk(collection, 3).steps == ()
        assert steps(walk(collection, 3, relations=["amends"])) == [("3", "amends", "2")]
        assert len(walk(collection, 3, relations=["amends", "replaces"]).steps) == 2


def test_a_circle_is_marked_and_not_followed_for_ever() -> None:
    with collection_of(numbered(3, 2), numbered(2, 1), numbered(1, 3)) as collection:
        chain = walk(collection, 3)
        assert len(chain.steps) == 3
        assert ends(chain) == {"1": "cycle"}


def test_a_way_that_joins_another_is_no_circle() -> None:
    with collection_of(numbered(4, 3, 2), numbered(3, 1), numbered(2, 3), numbered(1)) as collection:
        assert ends(walk(collection, 4)) == {"1": "nothing that it rests on; cites nothing"}


def test_all_shortest_paths_between_two_documents() -> None:
    diamond = numbered(5, 4, 3, 2), numbered(4, 1), numbered(3, 1), numbered(2, 9), numbered(9, 1), numbered(1, 8)
    with collection_of(*diamond) as collection:
        chain = walk(collection, 5, to=1)
        assert sorted(steps(chain)) == [
            ("3", "implements", "1"),
            ("4", "implements", "1"),
            ("5", "implements", "3"),
            ("5", "implements", "4"),
        ]
        assert steps(walk(collection, 1, "down", to=5)) != []
        assert walk(collection, 1, to=5).steps == ()
        assert walk(collection, 5, to=5).steps == ()


def test_a_chain_ten_thousand_deep() -> None:
    depth = 10_000
    with empty() as collection:
        for n in range(depth, 0, -1):  # straight into the store: reading so many texts is not the point here
            facts = DocumentFacts("Kết luận", f"{n - 1}-KL/TW", "2020-01-01")
            below = Resolution("d1", "created", identify(facts, local=""), iri_of(n - 1), facts, NO_CANDIDATE, "reason")
            document = numbered(n, n - 1)
            quads = statements(document.source, document.extraction, iri_of(n), [below], "00")
            collection.store.replace_graphs({graph_of(iri_of(n)): quads})
        root = Document(iri=iri_of(depth), id="root", name=None, held=False)
        chain = collection.chain(root)
        assert len(chain.steps) == depth
        assert chain.depths[iri_of(0)] == depth
        assert len(collection.chain(root, ChainQuery(to=Document(iri=iri_of(0), id="end"))).steps) == depth
        (path,) = collection.chain(root, ChainQuery(to=Document(iri=iri_of(0), id="end"), paths=2)).paths
        assert len(path.documents) == depth + 1


def iri_of(n: int) -> str:
    return f"{BASE}ket-luan_{n}-kl-tw_2020-01-01"


def test_what_two_texts_disagree_on_stands_in_both() -> None:
    other = cited("28-CT/TU", "Chỉ thị", "2022-02-02", "Ban Thường vụ Thành ủy")
    one = made("1/BC", "Báo cáo", "2024-01-01", "Sở", cites=[("implements", CT28)], path="1.txt")
    two = made("2/BC", "Báo cáo", "2024-01-01", "Sở", cites=[("implements", other)], path="2.txt")
    with collection_of(one, two) as collection:
        assert {d.date for d in collection.documents(words="28-CT/TU")} == {"2023-10-16", "2022-02-02"}
        put(
            collection,
            made("1/BC", "Báo cáo", "2024-01-01", "Sở", cites=[("implements", HD110), (None, KL57)], path="1.txt"),
        )
        assert {d.date for d in collection.documents(words="28-CT/TU")} == {"2022-02-02"}


def test_only_texts_state_steps() -> None:
    with collection_of(letter_782(), conclusion_57()) as collection:
        before = collection.find("57-KL/TW")
        steps_before = collection.steps(before, "down")
        graph = ox.NamedNode("https://w3id.org/legalkg/graphs/others")
        node, target = ox.NamedNode("https://example.org/x"), ox.NamedNode(before.iri)
        collection.store.replace_graphs({graph: [ox.Quad(node, term("kg:target"), target, graph)]})
        assert collection.steps(before, "down") == steps_before


# --- seen on a day, by confidence ---


def dated(n: int, year: int, *rests_on: tuple[int, int]) -> Made:
    """A document 'n-KL/TW' of a year, that implements others given with their years."""
    cites = [("implements", cited(f"{m}-KL/TW", "Kết luận", f"{then}-05-01")) for m, then in rests_on]
    return made(f"{n}-KL/TW", "Kết luận", f"{year}-05-01", "Bộ Chính trị", cites=cites, path=f"{n}.txt")


def less_sure(document: Made, confidence: float) -> Made:
    relations = tuple(r.model_copy(update={"confidence": confidence}) for r in document.extraction.relations)
    return type(document)(document.source, document.extraction.model_copy(update={"relations": relations}))


def test_as_of_a_day_later_documents_are_left_out() -> None:
    documents = dated(1, 2010), dated(2, 2015, (1, 2010)), dated(3, 2022, (2, 2015)), dated(4, 2018, (1, 2010))
    with collection_of(*documents) as collection:
        chain = walk(collection, 1, "down", as_of=date(2020, 1, 1))
        assert {name(d) for d in chain.documents} == {"1", "2", "4"}
        assert ends(chain) == {"2": "only later documents lead on", "4": "nothing held carries it out further"}
        assert chain.as_of == "2020-01-01"
        assert {name(d): chain.forces[d.iri].state for d in chain.documents} == dict.fromkeys("124", "unknown")
        assert {name(d) for d in walk(collection, 1, "down", as_of=date(2022, 5, 1)).documents} == set("1234")
        assert walk(collection, 1).forces == {}


def test_as_of_a_day_before_its_own_a_document_has_no_chain() -> None:
    with collection_of(dated(2, 2015, (1, 2010)), dated(1, 2010)) as collection:
        chain = walk(collection, 2, as_of=date(2012, 1, 1))
        assert chain.steps == ()
        assert ends(chain) == {"2": "only later documents lead on"}
        assert [force.state for force in chain.forces.values()] == ["not yet"]


def test_steps_that_are_less_sure_are_not_followed() -> None:
    documents = less_sure(numbered(3, 2), 0.95), less_sure(numbered(2, 1), 0.6), numbered(1)
    with collection_of(*documents) as collection:
        chain = walk(collection, 3, min_confidence=0.8)
        assert steps(chain) == [("3", "implements", "2")]
        assert ends(chain) == {"2": "only less sure steps lead on"}
        assert len(walk(collection, 3, min_confidence=0.6).steps) == 2


def test_no_more_documents_than_wanted_the_nearest_first() -> None:
    documents = numbered(5, 4, 3), numbered(4, 2), numbered(3, 1), numbered(2), numbered(1)
    with collection_of(*documents) as collection:
        chain = walk(collection, 5, documents=4)
        assert {name(d) for d in chain.documents} == {"5", "4", "3", "1"}
        assert chain.is_limited
        assert ends(chain) == {"1": "nothing that it rests on; cites nothing", "4": "limit of documents"}
        assert {name(d) for d in walk(collection, 5, documents=1).documents} == {"5"}
        assert not walk(collection, 5, documents=5).is_limited


# --- the surest paths ---


def paths(
    collection: Collection, one: int, other: int, count: int, **limits: Any
) -> tuple[Chain, list[tuple[str, float]]]:
    start, end = (collection.find(f"{n}-KL/TW") for n in (one, other))
    chain = collection.chain(start, ChainQuery(to=end, paths=count, **limits))
    names = {d.iri: name(d) for d in chain.documents}
    return chain, [("".join(names[iri] for iri in path.documents), path.confidence) for path in chain.paths]


def test_the_surest_paths_between_two_documents() -> None:
    documents = (
        less_sure(numbered(5, 4, 3), 0.9),
        less_sure(numbered(4, 1), 0.9),
        less_sure(numbered(3, 2), 1.0),
        less_sure(numbered(2, 1), 1.0),
        less_sure(numbered(1, 5), 1.0),  # a circle
    )
    with collection_of(*documents) as collection:
        chain, found = paths(collection, 5, 1, 3)
        assert found == [("5321", 0.9), ("541", 0.81)]
        assert len(chain.steps) == 5
        assert chain.ends == {}
        chain, found = paths(collection, 5, 1, 1)
        assert found == [("5321", 0.9)]
        assert {name(d) for d in chain.documents} == set("5321")
        assert paths(collection, 5, 1, 3, min_confidence=0.95)[1] == []
        assert paths(collection, 1, 3, 3, direction="down")[1] == [("123", 1.0)]
        assert paths(collection, 5, 5, 3)[1] == []


def test_of_two_equally_sure_paths_the_shorter_is_better() -> None:
    documents = [less_sure(d, 1.0) for d in (numbered(4, 3, 1), numbered(3, 2), numbered(2, 1), numbered(1))]
    with collection_of(*documents) as collection:
        assert [path for path, _ in paths(collection, 4, 1, 2)[1]] == ["41", "4321"]
