"""What the collection answers about one document."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from legalkg.kg.collection import Collection
from legalkg.kg.errors import UnknownDocument
from legalkg.kg.model import Document
from tests.kg.kg_factories import CT28, collection_of, conclusion_57, directive_28, letter_782, made
from tests.narrowing import sure


@pytest.fixture(scope="module")
def collection() -> Iterator[Collection]:
    with collection_of(letter_782(), conclusion_57()) as opened:
        yield opened


def test_the_text_as_read_and_what_was_found_in_it(collection: Collection) -> None:
    letter = letter_782()
    document = collection.find("782-CV/ĐU")
    assert collection.text(document) == letter.source
    assert collection.extraction(document) == letter.extraction


def test_a_document_that_is_only_cited_has_no_text(collection: Collection) -> None:
    document = collection.find("110-HD/BTGTU")
    assert not document.held
    for ask in (collection.text, collection.extraction):
        with pytest.raises(UnknownDocument):
            ask(document)
    assert collection.citations(document) == ()


def test_documents_by_id_and_iri(collection: Collection) -> None:
    document = collection.find("57-KL/TW")
    assert collection.document(document.id) == collection.document(document.iri) == document
    with pytest.raises(UnknownDocument):
        collection.document("57-KL/TW")  # a number is for find


def test_citations_in_the_order_of_the_text(collection: Collection) -> None:
    document = collection.find("782-CV/ĐU")
    text = collection.text(document).text
    found = collection.citations(document)
    assert [sure(view.target).number for view in found] == ["110-HD/BTGTU", "57-KL/TW", "28-CT/TU"]
    assert [view.outcome for view in found] == ["created", "resolved", "created"]
    assert [view.relations for view in found] == [("implements",), ("directs",), ("implements",)]
    assert all(text[view.start : view.end] == view.text for view in found)


def test_the_place_of_a_citation_in_a_quote(collection: Collection) -> None:
    chain = collection.chain(collection.find("782-CV/ĐU"))
    places = collection.places(chain.steps)
    for step in chain.steps:
        (quote,) = step.quotes
        start, end = places[quote, step.target.iri]
        assert quote.start <= start < end <= quote.end
        assert sure(step.target.number) in collection.text(quote.document).text[start:end]
    assert len(places) == len(chain.steps)
    turned = chain.steps[0].model_copy(update={"target": chain.root})
    assert collection.places([turned]) == {}
    assert collection.places([]) == {}


def test_the_place_is_that_in_the_quote_not_another_mention_of_the_same_document() -> None:
    twice = made("1/BC", "Báo cáo", "2024-01-01", "Bộ", cites=[(None, CT28), ("implements", CT28)])
    with collection_of(twice) as collection:
        (step,) = collection.steps()
        (quote,) = step.quotes
        start, _ = collection.places([step])[quote, step.target.iri]
        assert start > quote.start > 0


def test_single_steps_in_both_directions(collection: Collection) -> None:
    conclusion = collection.find("57-KL/TW")
    assert collection.steps(conclusion) == ()
    assert {step.source.number for step in collection.steps(conclusion, "down")} == {"28-CT/TU", "782-CV/ĐU"}
    assert len(collection.steps()) == 4


def test_the_held_document_says_what_it_is_and_citations_add_what_it_leaves_out() -> None:
    citing = made(
        "1/BC",
        "Báo cáo",
        "2024-01-01",
        "Sở",
        path="1.txt",
        cites=[(None, CT28.model_copy(update={"title": "về thông tin"}))],
    )
    with collection_of(directive_28(), citing) as collection:
        document = collection.find("28-CT/TU")
        assert document.issuer == "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh"
        assert document.title == "về thông tin"


def test_a_document_of_another_collection_is_unknown_here(collection: Collection) -> None:
    stranger = Document(iri="https://w3id.org/legalkg/id/x", id="x", name=None, held=False)
    assert collection.citations(stranger) == ()
    assert collection.chain(stranger).steps == ()
    with pytest.raises(UnknownDocument):
        collection.text(stranger)


def test_it_may_be_shared_between_threads(collection: Collection) -> None:
    root = collection.find("782-CV/ĐU")
    with ThreadPoolExecutor(8) as pool:
        chains = list(pool.map(lambda _: collection.chain(root), range(40)))
    assert all(chain == chains[0] for chain in chains)
