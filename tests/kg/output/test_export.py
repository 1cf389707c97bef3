"""The graph in standard formats: all there, and the same bytes each time."""

import csv
import io
from collections.abc import Iterator

import networkx as nx
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from legalkg.kg.cli.export import ExportFormat
from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError
from legalkg.kg.output.export import FORMATS, export, sorted_quads
from tests.kg.kg_factories import collection_of, conclusion_57, directive_28, empty, letter_782

DOCUMENTS = letter_782(), directive_28(), conclusion_57()


@pytest.fixture(scope="module")
def collection() -> Iterator[Collection]:
    with collection_of(*DOCUMENTS) as opened:
        yield opened


def exported(collection: Collection, name: str) -> bytes:
    output = io.BytesIO()
    export(collection, name, output)
    return output.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_each_time_and_from_another_order(collection: Collection, name: str) -> None:
    found = exported(collection, name)
    assert found
    with collection_of(*reversed(DOCUMENTS)) as other:
        assert exported(other, name) == found


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_collection(name: str) -> None:
    with empty() as collection:
        exported(collection, name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own parsers
@pytest.mark.parametrize(("name", "parser"), [("nquads", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_datasets_hold_every_quad(collection: Collection, name: str, parser: str) -> None:
    parsed = Dataset().parse(io.BytesIO(exported(collection, name)), format=parser)
    assert len(list(parsed.quads())) == len(list(sorted_quads(collection.store)))


def test_turtle_is_the_union_of_the_graphs(collection: Collection) -> None:
    turtle = Graph().parse(io.BytesIO(exported(collection, "turtle")), format="turtle")
    triples = {quad.triple for quad in sorted_quads(collection.store)}
    assert len(turtle) == len(triples)
    union = Graph()
    for line in exported(collection, "nquads").decode().splitlines():
        union.parse(data=line.rpartition(" <")[0] + " .", format="nt")
    assert isomorphic(turtle, union)


def test_graphml_is_read_back_with_quotes(collection: Collection) -> None:
    graph = nx.read_graphml(io.BytesIO(exported(collection, "graphml")), force_multigraph=True)
    letter, conclusion = collection.find("782-CV/ĐU"), collection.find("57-KL/TW")
    assert graph.nodes[letter.iri]["label"] == "Công văn 782-CV/ĐU"
    (edge,) = graph.get_edge_data(letter.iri, conclusion.iri).values()
    assert edge["relation"] == "directs"
    assert "57-KL/TW" in edge["quote"]


def test_csv_of_edges_and_of_nodes(collection: Collection) -> None:
    edges = list(csv.DictReader(io.StringIO(exported(collection, "csv").decode())))
    assert len(edges) == sum(len(step.quotes) for step in collection.steps())
    for edge in edges:
        text = collection.text(collection.document(edge["document"])).text
        assert text[int(edge["start"]) : int(edge["end"])] == edge["quote"]
    nodes = list(csv.DictReader(io.StringIO(exported(collection, "csv-nodes").decode())))
    assert {node["iri"] for node in nodes} == {d.iri for d in collection.documents(limit=None)}


def test_an_unknown_format_names_the_known_ones(collection: Collection) -> None:
    with pytest.raises(LegalkgError, match="turtle"):
        export(collection, "pdf", io.BytesIO())


def test_the_command_offers_every_format() -> None:
    assert {choice.value for choice in ExportFormat} == set(FORMATS)
