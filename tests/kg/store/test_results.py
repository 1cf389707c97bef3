"""Answers in the standard formats: whole they are what Oxigraph reads, cut they are well formed and say so."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from pyoxigraph import Store

from legalkg.kg.store.results import GRAPHS, TABLES, AnswerLimits, write_graph, write_table
from tests.narrowing import value_of

VALUES: list[ox.NamedNode | ox.BlankNode | ox.Literal] = [
    ox.NamedNode("http://x/đường?a=1&b=<2>".replace("<2>", "2")),
    ox.BlankNode("b1"),
    ox.Literal("Kết luận “57”, \"x\" & <y>\t'z'\nnext\\"),
    ox.Literal("directive", language="en"),
    ox.Literal(5),
    ox.Literal("2024-01-31", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")),
    ox.Literal(""),
]


@pytest.fixture(scope="module")
def store() -> Store:
    store = ox.Store()
    for number, value in enumerate(VALUES):
        store.add(ox.Quad(ox.NamedNode(f"a:s{number}"), ox.NamedNode("a:p"), value))
    return store


def triples(store: Store) -> ox.QueryTriples:
    found = store.query("CONSTRUCT WHERE { ?s ?p ?v }")
    assert isinstance(found, ox.QueryTriples)
    return found


def parsed(written: bytes, media_type: str) -> ox.QuerySolutions:
    found = ox.parse_query_results(written, format=TABLES[media_type])
    assert isinstance(found, ox.QuerySolutions)
    return found


def table(
    store: Store,
    media_type: str,
    limits: AnswerLimits = AnswerLimits(),  # noqa: B008
    query: str = "SELECT ?s ?v ?none { ?s ?p ?v } ORDER BY ?s",
) -> tuple[str | None, bytes]:
    output = io.BytesIO()
    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    cut = write_table(rows, media_type, output, limits)
    return cut, output.getvalue()


@pytest.mark.parametrize(
    "media_type", ["application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"]
)
def test_a_whole_table_reads_back_as_it_was(store: Store, media_type: str) -> None:
    cut, written = table(store, media_type)
    assert cut is None
    found = list(parsed(written, media_type))
    assert [row["v"] for row in found if not isinstance(row["v"], ox.BlankNode)] == [
        value for value in VALUES if not isinstance(value, ox.BlankNode)
    ]
    assert all(row["none"] is None for row in found)


def test_csv_has_plain_values(store: Store) -> None:
    rows = list(csv.reader(io.StringIO(table(store, "text/csv")[1].decode(), newline="")))
    assert rows[0] == ["s", "v", "none"]
    assert rows[3] == ["a:s2", value_of(VALUES[2]), ""]


def test_a_triple_term() -> None:
    query = "SELECT (TRIPLE(<a:s>, <a:p>, 'o'@vi) AS ?t) {}"
    for media_type in ("application/sparql-results+json", "application/sparql-results+xml"):
        _, written = table(ox.Store(), media_type, query=query)
        (row,) = parsed(written, media_type)
        assert row["t"] == ox.Triple(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal("o", language="vi"))


@pytest.mark.parametrize("media_type", TABLES)
@pytest.mark.parametrize("by", ["rows", "size"])
def test_a_table_that_is_cut_is_well_formed_and_says_so(store: Store, media_type: str, by: str) -> None:
    whole = table(store, media_type)[1]
    limits = AnswerLimits(rows=3) if by == "rows" else AnswerLimits(size=len(whole) * 3 // 4)
    said = "cut after 3 rows" if by == "rows" else f"cut after {limits.size} bytes"
    cut, written = table(store, media_type, limits)
    assert cut == said
    assert len(written) < len(whole)
    if media_type == "text/csv":
        assert whole.startswith(written)
        assert written.endswith(b"\r\n")
        return
    found = list(parsed(written, media_type))
    assert 0 < len(found) < len(VALUES)
    if media_type.endswith("json"):
        assert json.loads(written)["truncated"] == said
    if media_type.endswith("xml"):
        assert f"<!-- {said} -->".encode() in written


def test_limits_that_are_just_kept_cut_nothing(store: Store) -> None:
    assert table(store, "text/csv", AnswerLimits(rows=len(VALUES)))[0] is None
    size = len(table(store, "text/csv")[1])
    assert table(store, "text/csv", AnswerLimits(size=size)) == (None, table(store, "text/csv")[1])


@pytest.mark.parametrize("media_type", GRAPHS)
def test_a_graph_whole_and_cut(store: Store, media_type: str) -> None:
    def graph(limits: AnswerLimits) -> tuple[str | None, bytes]:
        output = io.BytesIO()
        return write_graph(triples(store), media_type, output, limits), output.getvalue()

    cut, written = graph(AnswerLimits())
    assert cut is None
    assert len(list(ox.parse(written, format=GRAPHS[media_type]))) == len(VALUES)
    cut, written = graph(AnswerLimits(rows=2))
    assert cut == "cut after 2 rows"
    assert len(list(ox.parse(written, format=GRAPHS[media_type]))) == 2
    assert (cut.encode() in written) == (media_type != "application/ld+json")


def test_letters_that_xml_cannot_hold() -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal("a\x1b[31mb\x00\ufffe")))
    _, written = table(store, "application/sparql-results+xml")
    assert "a\ufffd[31mb\ufffd\ufffd" in ET.fromstring(written).itertext()  # noqa: S314
    output = io.BytesIO()
    write_graph(triples(store), "application/rdf+xml", output, AnswerLimits())
    assert "a\ufffd[31mb\ufffd\ufffd" in ET.fromstring(output.getvalue()).itertext()  # noqa: S314
