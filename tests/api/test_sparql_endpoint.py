"""The SPARQL protocol: reads, in every format, and nothing else; what runs wild is ended."""

import csv
import io
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from multiprocessing import Pipe

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import QueryTimeout, ServerBusy
from api.query_process import Query
from api.query_worker import QueryPool
from api.settings import Settings
from kg.location import Location

NUMBERS = "SELECT DISTINCT ?number WHERE { ?document kg:held true ; eli:id_local ?number } ORDER BY ?number"
ENDLESS = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a"
JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def impatient(store):
    settings = Settings(store=store, query_timeout=1, query_workers=1, query_memory=512, max_query_length=500)
    with TestClient(create_app(settings)) as client:
        assert ask(client, "ASK {}").status_code == 200  # the process has started
        yield client


def ask(client, query, accept=JSON, **more):
    return client.get("/sparql", params={"query": query, **more}, headers={"accept": accept})


def numbers(answer):
    assert answer.status_code == 200, answer.text
    return [row["number"]["value"] for row in answer.json()["results"]["bindings"]]


@pytest.mark.parametrize(
    "send",
    [
        lambda client: client.get("/sparql", params={"query": NUMBERS}),
        lambda client: client.post("/sparql", data={"query": NUMBERS}),
        lambda client: client.post("/sparql", content=NUMBERS, headers={"content-type": "application/sparql-query"}),
        lambda client: client.post(
            "/sparql", content=NUMBERS.encode(), headers={"content-type": "Application/SPARQL-Query; charset=utf-8"}
        ),
    ],
    ids=["get", "form", "direct", "direct with charset"],
)
def test_ways_to_ask(client, send):
    found = numbers(send(client))
    assert len(found) == 19
    assert "782-CV/ĐU" in found


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", JSON),
        ("application/json", JSON),
        (JSON, JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.5, text/csv;q=0.1", "text/tab-separated-values"),
    ],
)
def test_formats_of_solutions(client, accept, media_type):
    for query in (NUMBERS, "ASK { ?s ?p ?o }"):
        answer = ask(client, query, accept)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == media_type
    assert "Accept" in answer.headers["vary"]


def test_csv_is_csv(client):
    rows = list(csv.DictReader(io.StringIO(ask(client, NUMBERS, "text/csv").text)))
    assert len(rows) == 19


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("*/*", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_formats_of_graphs(client, letter, accept, syntax):
    for query in (f"DESCRIBE <{letter.iri}>", f"CONSTRUCT {{ <{letter.iri}> ?p ?o }} WHERE {{ <{letter.iri}> ?p ?o }}"):
        answer = ask(client, query, accept)
        assert answer.status_code == 200, answer.text
        assert any(t.subject.value == letter.iri for t in ox.parse(answer.content, format=syntax))


def test_a_format_that_does_not_fit_the_kind(client):
    assert ask(client, NUMBERS, "text/turtle").status_code == 406
    assert ask(client, "CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status_code == 406


@pytest.mark.parametrize(
    ("query", "status", "word"),
    [
        ("", 400, "query"),
        ("SELECT", 400, "not a SPARQL query"),
        ("{}[]", 400, "not a SPARQL query"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", 400, "only read"),
        ("PREFIX x: <a:b> DELETE WHERE { ?s ?p ?o }", 400, "only read"),
        ("DROP ALL", 400, "only read"),
        ("LOAD <http://127.0.0.1:9/x>", 400, "only read"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }", 400, "SERVICE"),
        ("SELECT * { service silent <http://127.0.0.1:9/x> { ?s ?p ?o } }", 400, "SERVICE"),
        ("ASK {} # " + "x" * 30_000, 413, "bytes"),
    ],
)
def test_what_is_refused(client, query, status, word):
    answer = ask(client, query)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert word in answer.json()["detail"]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"data": {"update": "DROP ALL"}}, 403),
        ({"content": "DROP ALL", "headers": {"content-type": "application/sparql-update"}}, 403),
        ({"data": {"query": "ASK {}", "update": "DROP ALL"}}, 403),
        ({"params": {"update": "DROP ALL"}, "data": {"query": "ASK {}"}}, 403),
        ({"data": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"data": {"query": "ASK {}", "default-graph-uri": "http://127.0.0.1:9/x"}}, 400),
        ({"params": {"named-graph-uri": "http://127.0.0.1:9/x"}, "data": {"query": "ASK {}"}}, 400),
        ({"json": {"query": "ASK {}"}}, 415),
        ({"content": "ASK {}"}, 415),
        ({"content": b"ASK { \xff }", "headers": {"content-type": "application/sparql-query"}}, 400),
        ({"content": "x" * 100_000, "headers": {"content-type": "application/sparql-query"}}, 413),
    ],
)
def test_what_is_refused_in_a_body(client, request_, status):
    answer = client.post("/sparql", **request_)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_nothing_was_changed(client, collection):
    ask(client, "INSERT DATA { <a:a> <a:b> <a:c> }")
    assert ask(client, "ASK { <a:a> <a:b> <a:c> }").json()["boolean"] is False


def test_no_query_makes_the_server_fetch_anything(client):
    asked = []

    class Trap(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(500)

        do_POST = do_GET  # noqa: N815

    trap = HTTPServer(("127.0.0.1", 0), Trap)
    threading.Thread(target=trap.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{trap.server_port}/x"
    try:
        assert numbers(ask(client, NUMBERS.replace("WHERE", f"FROM <{address}> WHERE"))) == []
        for query in (
            f"SELECT * FROM NAMED <{address}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",  # noqa: S608
            f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}",
            f"LOAD <{address}>",
            f"DESCRIBE <{address}>",
        ):
            ask(client, query, "*/*")
    finally:
        trap.shutdown()
        trap.server_close()
    assert asked == []


def test_a_query_without_end_is_ended_and_the_next_is_answered(impatient):
    started = time.monotonic()
    answer = ask(impatient, ENDLESS)
    assert answer.status_code == 503
    assert answer.json()["type"].endswith("/query-limit")
    assert "1 seconds" in answer.json()["detail"]
    assert time.monotonic() - started < 5
    assert len(numbers(ask(impatient, NUMBERS))) == 19


def test_a_query_that_takes_all_memory_is_ended_and_the_next_is_answered(store):
    pool = QueryPool(Location(store), workers=1, timeout=60, memory=256)
    try:
        with pytest.raises(QueryTimeout, match="memory"):
            pool.run(Query(GREEDY, JSON, None))
        assert b"true" in pool.run(Query("ASK {}", JSON, None)).body
    finally:
        pool.close()


def test_a_query_ends_itself_when_the_server_is_gone(store):
    line, other = Pipe()
    program = "import sys; from api.query_process import work; work(int(sys.argv[1]), 1, 512)"
    with other:
        fd = other.fileno()
        process = subprocess.Popen([sys.executable, "-c", program, str(fd)], pass_fds=[fd])
    with line:
        line.send(Location(store))
        line.send(None)
        assert line.recv() is None
        line.send(Query(ENDLESS, JSON, None))
    assert process.wait(10) == -signal.SIGALRM


def test_other_routes_answer_while_a_query_runs(impatient):
    with ThreadPoolExecutor() as threads:
        running = threads.submit(ask, impatient, ENDLESS)
        time.sleep(0.2)
        assert impatient.get("/health").status_code == 200
        assert not running.done()
        assert running.result().status_code == 503


def test_who_waits_too_long_for_a_free_process_is_told_so(store):
    pool = QueryPool(Location(store), workers=1, timeout=1, memory=512)
    try:
        pool.run(Query("ASK {}", JSON, None))

        def run(_):
            with pytest.raises((QueryTimeout, ServerBusy)) as caught:
                pool.run(Query(ENDLESS, JSON, None))
            return caught.type

        with ThreadPoolExecutor(3) as threads:
            assert set(threads.map(run, range(3))) == {QueryTimeout, ServerBusy}
    finally:
        pool.close()


def test_a_query_sees_what_was_ingested_since(tmp_path, letter):
    from api_factories import TWINS, put

    from kg.collection import Collection

    with Collection.open(tmp_path) as writer, TestClient(create_app(Settings(store=tmp_path))) as client:
        assert numbers(ask(client, NUMBERS)) == []
        put(writer, TWINS[0])
        assert numbers(ask(client, NUMBERS)) == ["28-CT/TU"]
        assert client.get("/documents").json()["total"] == 1
