"""Stores: what all kinds do alike, then what is the embedded one's own."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from legalkg.kg.errors import QueryError, StoreError
from legalkg.kg.identity.keys import BASE
from legalkg.kg.location import Endpoint
from legalkg.kg.rdf.vocabulary import graph_of
from legalkg.kg.store import EmbeddedStore, EndpointStore
from tests.kg.conftest import Server

A, B, P = (ox.NamedNode(f"http://example.org/{name}") for name in "abp")
G, H = (graph_of(f"{BASE}{name}") for name in "gh")


def bulk(server: Server) -> Endpoint:
    return server.endpoint(bulk=f"{server.address}/store", graphs=f"{server.address}/store")


@pytest.fixture(params=["disk", "memory", "endpoint", "endpoint with bulk loading"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmbeddedStore | EndpointStore]:
    if "endpoint" in request.param:
        server: Server = request.getfixturevalue("server")
        opened: EmbeddedStore | EndpointStore = EndpointStore(
            bulk(server) if "bulk" in request.param else server.endpoint()
        )
    else:
        opened = EmbeddedStore(tmp_path / "graph" if request.param == "disk" else None)
    yield opened
    opened.close()


def test_a_graph_is_replaced_and_others_stay(store: EmbeddedStore | EndpointStore) -> None:
    store.replace_graphs({G: [ox.Quad(A, P, B, G)]})
    store.replace_graphs({H: [ox.Quad(B, P, A, H)]})
    store.replace_graphs({G: [ox.Quad(A, P, A, G)]})
    assert set(store.match()) == {ox.Quad(A, P, A, G), ox.Quad(B, P, A, H)}
    store.replace_graphs({H: ()})
    store.replace_graphs({H: ()})  # what is not there is no error
    assert list(store.graphs()) == [G]
    assert list(store.match(None, P, A)) == [ox.Quad(A, P, A, G)]
    assert list(store.match(None, P, A, H)) == []


def test_loading_adds_whole_graphs_and_clearing_removes_all(store: EmbeddedStore | EndpointStore) -> None:
    store.replace_graphs({G: [ox.Quad(A, P, B, G)]})
    store.load([ox.Quad(A, P, A, H), ox.Quad(A, P, B, H)])
    assert len(set(store.match())) == 3
    store.clear()
    assert list(store.graphs()) == []


def test_single_quads_are_removed_and_added(store: EmbeddedStore | EndpointStore) -> None:
    store.replace_graphs({G: [ox.Quad(A, P, A, G), ox.Quad(A, P, B, G)]})
    store.change([ox.Quad(A, P, A, G)], [ox.Quad(B, P, A, G), ox.Quad(B, P, A, H)])
    assert set(store.match()) == {ox.Quad(A, P, B, G), ox.Quad(B, P, A, G), ox.Quad(B, P, A, H)}
    store.change([], [])


def test_several_graphs_are_replaced_at_once(store: EmbeddedStore | EndpointStore) -> None:
    store.replace_graphs({G: [ox.Quad(A, P, A, G)], H: [ox.Quad(A, P, A, H)]})
    store.replace_graphs({G: [ox.Quad(A, P, B, G)], H: ()})
    assert list(store.match()) == [ox.Quad(A, P, B, G)]


STRANGE = 'Đ “quoted" \\ back\nslash\t \u0001 } ; \U0001f600 \u0323'


def test_any_text_comes_back_as_it_was(store: EmbeddedStore | EndpointStore) -> None:
    quads = [ox.Quad(A, P, ox.Literal(STRANGE, language="vi"), G), ox.Quad(A, P, ox.Literal(STRANGE), H)]
    store.load(quads)
    assert set(store.match()) == set(quads)
    store.replace_graphs({G: quads[:1]})
    assert list(store.match(A, P, ox.Literal(STRANGE, language="vi"))) == quads[:1]


def test_kinds_of_answers(store: EmbeddedStore | EndpointStore) -> None:
    store.replace_graphs({G: [ox.Quad(A, P, B, G)]})
    rows = store.query("SELECT ?b ?none WHERE { ?a ?p ?b }")
    assert isinstance(rows, ox.QuerySolutions)
    assert [tuple(row) for row in rows] == [(B, None)]
    triples = store.query("CONSTRUCT { ?b ?p ?a } WHERE { ?a ?p ?b }")
    assert isinstance(triples, Iterable)
    assert list(triples) == [ox.Triple(B, P, A)]
    assert not store.query("ASK { ?a eli:cites ?b }")  # prefixes of the vocabulary are known
    assert store.query("PREFIX kg: <http://example.org/> ASK { ?a kg:p ?b }")


def test_a_query_sees_all_graphs_as_one(store: EmbeddedStore | EndpointStore) -> None:
    store.replace_graphs({G: [ox.Quad(A, P, B, G)]})
    assert bool(store.query("ASK { ?a ?p ?b }"))
    with pytest.raises(QueryError, match="not a SPARQL query"):
        store.query("SELECT nonsense")


def test_what_was_written_is_there_after_closing(tmp_path: Path) -> None:
    first = EmbeddedStore(tmp_path / "s")
    first.replace_graphs({G: [ox.Quad(A, P, B, G)]})
    first.close()
    with pytest.raises(StoreError, match="closed"):
        first.match()
    assert list(EmbeddedStore(tmp_path / "s", read_only=True).match()) == [ox.Quad(A, P, B, G)]


def test_a_reader_beside_a_writer_sees_news_after_refresh(tmp_path: Path) -> None:
    writer = EmbeddedStore(tmp_path / "s")
    writer.replace_graphs({G: [ox.Quad(A, P, B, G)]})
    reader = EmbeddedStore(tmp_path / "s", read_only=True)
    writer.replace_graphs({H: [ox.Quad(A, P, B, H)]})
    writer.flush()
    reader.refresh()
    assert set(reader.graphs()) == {G, H}
    with pytest.raises(StoreError, match="read-only"):
        reader.replace_graphs({G: ()})


def test_a_second_writer_is_told_that_the_store_is_in_use(tmp_path: Path) -> None:
    folder = tmp_path / "shop" / "graph"
    folder.parent.mkdir()
    writer = EmbeddedStore(folder)
    code = "import sys, pathlib; from legalkg.kg.store import EmbeddedStore; EmbeddedStore(pathlib.Path(sys.argv[1]))"
    other = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)
    assert "StoreInUse" in other.stderr
    assert "in use by another process" in other.stderr
    writer.close()


@pytest.mark.parametrize(("read_only", "part"), [(True, "snapshot-000000001"), (False, "live")])
def test_a_damaged_store(tmp_path: Path, read_only: bool, part: str) -> None:
    EmbeddedStore(tmp_path / "s").close()
    (tmp_path / "s" / part / "CURRENT").write_text("nothing of sense")
    with pytest.raises(StoreError, match="cannot be opened"):
        EmbeddedStore(tmp_path / "s", read_only=read_only)


def test_a_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph store"):
        EmbeddedStore(tmp_path / "none", read_only=True)


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("x")
    with pytest.raises(StoreError, match="cannot be opened"):
        EmbeddedStore(tmp_path / "s")


def test_snapshots_do_not_pile_up(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    for _ in range(5):
        store.replace_graphs({G: [ox.Quad(A, P, B, G)]})
        store.flush()
    store.flush()  # nothing new, nothing published
    assert [path.name for path in sorted((tmp_path / "s").glob("snapshot-*"))] == [
        "snapshot-000000005",
        "snapshot-000000006",
    ]
    store.close()
