"""Queries that only read."""

import io
import json
from collections.abc import Iterator

import pytest

from legalkg.kg.collection import Collection
from legalkg.kg.errors import QueryError
from legalkg.kg.rdf.vocabulary import graph_of
from legalkg.kg.store.sparql import QueryResult
from tests.kg.kg_factories import collection_of, letter_782


def written(result: QueryResult, media_type: str) -> bytes:
    output = io.BytesIO()
    result.write(media_type, output)
    return output.getvalue()


@pytest.fixture(scope="module")
def collection() -> Iterator[Collection]:
    with collection_of(letter_782()) as opened:
        yield opened


def test_select(collection: Collection) -> None:
    result = collection.query("SELECT ?n ?none WHERE { ?d kg:held true ; eli:id_local ?n }")
    assert (result.kind, result.variables) == ("select", ("n", "none"))
    assert list(result.rows()) == [("782-CV/ĐU", None)]
    found = collection.query("SELECT ?d { ?d a eli:LegalResource }")
    assert len(list(found.rows(limit=2))) == 2


def test_select_in_standard_formats(collection: Collection) -> None:
    query = "SELECT ?n { ?d kg:held true ; eli:id_local ?n }"
    document = json.loads(written(collection.query(query), "application/sparql-results+json"))
    assert document["results"]["bindings"] == [{"n": {"type": "literal", "value": "782-CV/ĐU"}}]
    assert written(collection.query(query), "text/csv").decode() == "n\r\n782-CV/ĐU\r\n"
    with pytest.raises(QueryError, match="cannot be written"):
        written(collection.query(query), "text/turtle")


def test_ask_and_construct(collection: Collection) -> None:
    result = collection.query("ASK { ?d kg:held true }")
    assert (result.kind, bool(result)) == ("ask", True)
    with pytest.raises(QueryError, match="only a SELECT"):
        list(result.rows())
    graph = collection.query("CONSTRUCT { ?a kg:restsOn ?b } WHERE { ?a kg:restsOn+ ?b }")
    assert graph.kind == "graph"
    assert b"kg:restsOn" in written(graph, "text/turtle")


def test_a_words_in_strings_iris_and_comments_are_no_keywords(collection: Collection) -> None:
    query = "# SERVICE\nSELECT ?s { ?s ?p 'SERVICE and INSERT' FILTER(?p != <http://x/SERVICE>) }"
    assert list(collection.query(query).rows()) == []


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "# innocent\nCLEAR ALL",
        "LOAD <http://example.org/>",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * {",
        "",
        "DROP GRAPH <https://w3id.org/legalkg/graphs/identities> ; SELECT * { ?s ?p ?o }",
    ],
)
def test_what_is_refused(collection: Collection, query: str) -> None:
    before = len(list(collection.store.match()))
    with pytest.raises(QueryError):
        list(collection.query(query).rows())
    assert len(list(collection.store.match())) == before


def test_from_chooses_among_the_graphs_of_the_store(collection: Collection) -> None:
    letter = collection.find("782-CV/ĐU")
    numbers = "SELECT ?n {} {{ <{}> eli:id_local ?n }}"
    own = f"FROM <{graph_of(letter.iri).value}>"
    assert list(collection.query(numbers.format(own, letter.iri)).rows()) == [("782-CV/ĐU",)]
    for clause in ("FROM <http://127.0.0.1:1/x>", f"{own} FROM <http://127.0.0.1:1/x>", "FROM NAMED kg:nothing"):
        with pytest.raises(QueryError, match="no graph"):
            collection.query(numbers.format(clause, letter.iri))


def test_an_answer_to_yes_or_no_in_every_format(collection: Collection) -> None:
    result = "ASK { ?d kg:held true }"
    assert json.loads(written(collection.query(result), "application/sparql-results+json"))["boolean"] is True
    for media_type in ("application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        assert b"true" in written(collection.query(result), media_type)
