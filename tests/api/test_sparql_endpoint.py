"""The SPARQL protocol: reads, in every format, and nothing else; what runs wild is ended, what is large is cut."""

import csv
import gc
import io
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from pyoxigraph import RdfFormat

from legalkg.api.app import create_app
from legalkg.api.settings import Settings
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document
from tests.narrowing import sure

NUMBERS = "SELECT DISTINCT ?number WHERE { ?document kg:held true ; eli:id_local ?number } ORDER BY ?number"
ENDLESS = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a"
EVERYTHING = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def impatient(store: Path) -> Iterator[TestClient]:
    settings = Settings(store=str(store), query_timeout=3, query_workers=1, query_memory=512, max_query_length=500)
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        assert answered(client, "ASK {}").status_code == 200  # the process has started
        yield client


def ask(client: TestClient, query: str, accept: str = JSON, **more: Any) -> httpx.Response:
    answer: httpx.Response = client.get("/sparql", params={"query": query, **more}, headers={"accept": accept})
    return answer


def answered(client: TestClient, query: str) -> httpx.Response:
    """Ask until it is answered: a process that takes the place of another may take its time to start."""
    deadline = time.monotonic() + 120
    while (answer := ask(client, query)).status_code == 503 and time.monotonic() < deadline:
        pass
    return answer


def numbers(answer: httpx.Response) -> list[str]:
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
def test_ways_to_ask(client: TestClient, send: Callable[[TestClient], httpx.Response]) -> None:
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
def test_formats_of_solutions(client: TestClient, accept: str, media_type: str) -> None:
    for query in (NUMBERS, "ASK { ?s ?p ?o }"):
        answer = ask(client, query, accept)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == media_type
    assert "Accept" in answer.headers["vary"]


def test_csv_is_csv(client: TestClient) -> None:
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
def test_formats_of_graphs(client: TestClient, letter: Document, accept: str, syntax: RdfFormat) -> None:
    for query in (f"DESCRIBE <{letter.iri}>", f"CONSTRUCT {{ <{letter.iri}> ?p ?o }} WHERE {{ <{letter.iri}> ?p ?o }}"):
        answer = ask(client, query, accept)
        assert answer.status_code == 200, answer.text
        assert any(t.subject.value == letter.iri for t in ox.parse(answer.content, format=syntax))


def test_a_format_that_does_not_fit_the_kind(client: TestClient) -> None:
    assert ask(client, NUMBERS, "text/turtle").status_code == 406
    assert ask(client, "CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status_code == 406
    assert ask(client, NUMBERS, "image/png").status_code == 406


def test_what_an_answer_holds_is_let_go_where_it_was_made(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers of the store stay in memory for good when another thread drops them, as it says to this hook."""
    lost: list[str] = []
    monkeypatch.setattr(sys, "unraisablehook", lost.append)
    here = TestClient(create_app(Settings(store=str(store))), base_url="http://localhost")
    for query in (NUMBERS, "CONSTRUCT WHERE { ?s ?p ?o }"):
        assert ask(here, query, "image/png").status_code == 406
        assert ask(here, query, "*/*").status_code == 200
    gc.collect()
    assert lost == []


def test_what_rdf_xml_cannot_write_is_told(client: TestClient) -> None:
    for query in (
        "CONSTRUCT { ?s <http://x/1> ?o } WHERE { ?s kg:restsOn ?o }",
        "CONSTRUCT { ?s a <http://x/1> } WHERE { ?s kg:restsOn ?o }",
    ):
        answer = ask(client, query, "application/rdf+xml")
        assert answer.status_code == 400
        assert "RDF/XML" in answer.json()["detail"]
        assert ask(client, query, "text/turtle").status_code == 200


def test_a_function_that_is_not_there_is_the_askers_mistake(client: TestClient) -> None:
    answer = ask(client, "SELECT (<http://x/f>(1) AS ?y) { ?s kg:restsOn ?o }")
    assert answer.status_code == 400
    assert "http://x/f" in answer.json()["detail"]


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
        ("ASK { FILTER(1<2)SERVICE#>\n<http://127.0.0.1:9/x> { ?s ?p ?o } }", 400, "comparison"),
        ("SELECT * FROM <http://127.0.0.1:9/x> { ?s ?p ?o }", 400, "no graph"),
        ("ASK " + "{" * 500 + "}" * 500, 400, "nested too deeply"),
        ("PREFIX " * 60, 400, "begins with"),
        ("ASK {} # " + "x" * 30_000, 413, "bytes"),
    ],
)
def test_what_is_refused(client: TestClient, query: str, status: int, word: str) -> None:
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
        ({"params": {"update": "DROP ALL"}, "data": {"query": "ASK {}"}}, 422),
        ({"data": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"data": {"query": "ASK {}", "default-graph-uri": "http://127.0.0.1:9/x"}}, 400),
        ({"params": {"named-graph-uri": "http://127.0.0.1:9/x"}, "data": {"query": "ASK {}"}}, 422),
        ({"json": {"query": "ASK {}"}}, 415),
        ({"content": "ASK {}"}, 415),
        ({"content": b"ASK { \xff }", "headers": {"content-type": "application/sparql-query"}}, 400),
        ({"content": "x" * 100_000, "headers": {"content-type": "application/sparql-query"}}, 413),
    ],
)
def test_what_is_refused_in_a_body(
    client: TestClient, request_: dict[str, bytes | str | dict[str, str | list[str]]], status: int
) -> None:
    answer = client.post("/sparql", **request_)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_nothing_was_changed(client: TestClient, collection: Collection) -> None:
    ask(client, "INSERT DATA { <a:a> <a:b> <a:c> }")
    assert ask(client, "ASK { <a:a> <a:b> <a:c> }").json()["boolean"] is False


def test_no_query_makes_the_server_fetch_anything(client: TestClient) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        trap.settimeout(0.2)
        address = f"http://127.0.0.1:{trap.getsockname()[1]}/x"
        for query in (
            f"SELECT * FROM <{address}> {{ ?s ?p ?o }}",  # noqa: S608
            f"SELECT * FROM NAMED <{address}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",  # noqa: S608
            f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}",
            f"LOAD <{address}>",
            f"DESCRIBE <{address}>",
        ):
            ask(client, query, "*/*")
        with pytest.raises(TimeoutError):
            trap.accept()


def test_a_query_without_end_is_ended_and_the_next_is_answered(impatient: TestClient) -> None:
    answer = ask(impatient, ENDLESS)
    assert answer.status_code == 503
    assert answer.json()["type"].endswith("/limit")
    assert "3 seconds" in answer.json()["detail"]
    assert len(numbers(answered(impatient, NUMBERS))) == 19


def test_a_query_that_takes_all_memory_is_ended_and_the_next_is_answered(store: Path) -> None:
    settings = Settings(store=str(store), query_timeout=60, query_workers=1, query_memory=256)
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        answer = ask(client, GREEDY)
        assert answer.status_code == 503
        assert "memory" in answer.json()["detail"]
        assert answered(client, "ASK {}").json()["boolean"] is True


def test_a_worker_ends_itself_when_the_server_is_gone(store: Path) -> None:
    program = "from legalkg.api.workers.process import work; work()"
    how = {
        "settings": Settings(store=str(store)).revealed(),
        "seconds": 1,
        "memory": 512,
        "network": False,
        "niceness": 0,
    }
    query = f"query={ENDLESS.replace(' ', '+')}"
    asked = {"method": "GET", "path": "/sparql", "query": query, "headers": [["host", "localhost"]], "size": 0}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        print(json.dumps(how), file=process.stdin, flush=True)
        assert json.loads(sure(process.stdout).readline())["wall"] in ("seccomp", "namespace", None)
        print(json.dumps(asked), file=process.stdin, flush=True)
        sure(process.stdin).close()
        assert process.wait(300) == -signal.SIGALRM


def test_other_routes_answer_while_queries_run(store: Path) -> None:
    settings = Settings(store=str(store), query_timeout=10, query_workers=1)
    with TestClient(create_app(settings), base_url="http://localhost") as client, ThreadPoolExecutor(60) as threads:
        assert answered(client, "ASK {}").status_code == 200
        running = [threads.submit(ask, client, ENDLESS) for _ in range(30)]
        assert client.get("/health").status_code == 200
        assert client.get("/documents").json()["total"] > 0
        assert not any(one.done() for one in running)
        assert {one.result().status_code for one in running} == {503}


def test_who_waits_too_long_or_behind_too_many_is_told_so(store: Path) -> None:
    settings = Settings(store=str(store), query_timeout=2, query_workers=1, query_queue=2)
    with TestClient(create_app(settings), base_url="http://localhost") as client, ThreadPoolExecutor(6) as threads:
        assert answered(client, "ASK {}").status_code == 200
        waiting = [threads.submit(ask, client, ENDLESS) for _ in range(6)]
        answers = [one.result() for one in waiting]
        assert {answer.status_code for answer in answers} == {503}
        assert all(answer.headers["retry-after"] for answer in answers)
        kinds = [answer.json()["type"].rpartition("/")[2] for answer in answers]
        assert kinds.count("busy") >= 3  # one at work, two in the queue, one of which may come to work


@pytest.mark.parametrize("limit", [{"max_query_rows": 10}, {"max_answer_bytes": 1 << 16}])
def test_an_answer_that_is_too_large_is_cut_and_says_so(store: Path, limit: dict[str, Any]) -> None:
    with TestClient(create_app(Settings(store=str(store), **limit)), base_url="http://localhost") as client:
        answer = ask(client, EVERYTHING)
        assert answer.status_code == 200
        said = answer.headers["legalkg-truncated"]
        assert said.startswith("cut after ")
        assert answer.json()["truncated"] == said
        assert 0 < len(answer.content) <= (1 << 16) + 1000
        whole = ask(client, f"{NUMBERS} LIMIT 10")
        assert len(numbers(whole)) == 10
        assert "legalkg-truncated" not in whole.headers
        assert "truncated" not in whole.json()


def test_a_query_sees_what_was_ingested_since(tmp_path: Path, letter: Document) -> None:
    from legalkg.kg.collection import Collection
    from tests.api.api_factories import TWINS, put

    with (
        Collection.open(tmp_path) as writer,
        TestClient(create_app(Settings(store=str(tmp_path))), base_url="http://localhost") as client,
    ):
        assert numbers(ask(client, NUMBERS)) == []
        put(writer, TWINS[0])
        assert numbers(ask(client, NUMBERS)) == ["28-CT/TU"]
        assert client.get("/documents").json()["total"] == 1
