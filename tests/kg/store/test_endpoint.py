"""Everything works the same with the graph in a SPARQL server, and a server that fails loses nothing."""

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad

from legalkg.kg.analysis.missing import missing
from legalkg.kg.analysis.stats import statistics_of
from legalkg.kg.analysis.timeline import timeline
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError, QueryError, StoreError, StoreInUse
from legalkg.kg.location import Endpoint, Location, StoreSettings
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.rdf.vocabulary import PREFIXES
from legalkg.kg.store import EndpointStore
from legalkg.kg.store.sparql import QueryResult
from tests.kg.conftest import Server
from tests.kg.kg_factories import KNOWN, collection_of, conclusion_57, directive_28, guidance_110, letter_782, put

DOCUMENTS = (letter_782(), directive_28(), guidance_110(), conclusion_57())


def dump(collection: Collection) -> list[Quad]:
    return list(sorted_quads(collection.store))


@pytest.fixture
def remote(server: Server, tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(Location(tmp_path / "s", server.endpoint()), known_documents=KNOWN) as collection:
        put(collection, *DOCUMENTS)
        yield collection


@pytest.fixture
def local() -> Iterator[Collection]:
    with collection_of(*DOCUMENTS) as collection:
        yield collection


# --- the same as with the embedded store ---


def test_the_graph_is_the_same(remote: Collection, local: Collection) -> None:
    assert dump(remote) == dump(local)


def written(result: QueryResult, media_type: str) -> bytes:
    output = io.BytesIO()
    result.write(media_type, output)
    return output.getvalue()


QUESTIONS: dict[str, Callable[[Collection], object]] = {
    "chain up": lambda c: c.chain(c.find("782-CV/ĐU")),
    "chain down": lambda c: c.chain(c.find("57-KL/TW"), ChainQuery("down")),
    "paths": lambda c: c.chain(c.find("782-CV/ĐU"), ChainQuery(to=c.find("57-KL/TW"), paths=3)),
    "steps": lambda c: c.steps(),
    "force": lambda c: c.force(c.find("28-CT/TU")),
    "citations": lambda c: c.citations(c.find("782-CV/ĐU")),
    "cited by": lambda c: c.cited_by(c.find("57-KL/TW")),
    "conflicts": lambda c: c.conflicts(),
    "missing": missing,
    "stats": statistics_of,
    "timeline": lambda c: timeline(c, c.find("57-KL/TW")),
    "search": lambda c: c.search("kết luận"),
    "select": lambda c: sorted(c.query("SELECT DISTINCT ?n { ?d kg:restsOn ?x . ?d eli:id_local ?n }").rows()),
    "graph": lambda c: sorted(c.query("SELECT ?g ?x { GRAPH ?g { ?d kg:restsOn ?x } }").rows()),
    "ask": lambda c: bool(c.query("ASK { ?d kg:restsOn ?x }")),
    "construct": lambda c: sorted(
        written(c.query("CONSTRUCT { ?d kg:restsOn ?x } WHERE { ?d kg:restsOn ?x }"), "application/n-triples")
        .splitlines()
    ),
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_the_same(remote: Collection, local: Collection, question: str) -> None:
    answer = QUESTIONS[question](remote)
    assert answer == QUESTIONS[question](local)
    assert answer not in ([], ()) or question in ("conflicts", "missing")


def test_documents_come_change_and_go(server: Server, tmp_path: Path) -> None:
    with Collection.open(Location(tmp_path / "s", server.endpoint()), known_documents=KNOWN) as collection:
        for document in DOCUMENTS:
            put(collection, document)
        with collection_of(*DOCUMENTS) as local:
            assert dump(collection) == dump(local)
        ingester = collection.ingester()
        ingester.rebuild()
        with collection_of(*DOCUMENTS) as local:
            assert dump(collection) == dump(local)


def test_a_reader_needs_no_address_for_updates(remote: Collection, server: Server, tmp_path: Path) -> None:
    endpoint = server.endpoint(update=None)
    with Collection.open(Location(tmp_path / "s", endpoint), read_only=True, known_documents=KNOWN) as reader:
        assert len(reader.chain(reader.find("782-CV/ĐU")).steps) == 6
        with pytest.raises(StoreError, match="read-only"):
            reader.store.clear()


def test_a_second_writer_is_told_so(remote: Collection, server: Server, tmp_path: Path) -> None:
    with pytest.raises(StoreInUse, match="in use by another process"):
        Collection.open(Location(tmp_path / "s", server.endpoint(update=f"{server.address}/other")))


def test_what_else_the_server_holds_is_left_alone(server: Server, tmp_path: Path) -> None:
    other = EndpointStore(server.endpoint())
    server.update("INSERT DATA { GRAPH <urn:other> { <urn:a> <urn:b> <urn:c> } }")
    with Collection.open(Location(tmp_path / "s", server.endpoint()), known_documents=KNOWN) as collection:
        put(collection, *DOCUMENTS)
        collection.ingester().rebuild()
        assert "urn:other" not in {graph.value for graph in collection.store.graphs()}
    assert bool(other.query("ASK { GRAPH <urn:other> { ?a ?b ?c } }", union=False))


def test_the_graph_of_another_archive_is_not_thrown_away(remote: Collection, server: Server, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="another archive"):
        Collection.open(Location(tmp_path / "other", server.endpoint()))


def test_a_server_that_leaves_out_named_graphs_is_found_out(strict_server: Server, tmp_path: Path) -> None:
    with Collection.open(Location(tmp_path / "s", strict_server.endpoint()), known_documents=KNOWN) as collection:
        put(collection, *DOCUMENTS)
        assert len(collection.chain(collection.find("782-CV/ĐU")).steps) == 6
        with pytest.raises(StoreError, match="--union-default-graph"):
            collection.query("SELECT * { ?a ?b ?c }")


# --- on the command line and over HTTP ---


def test_the_setting_chooses(server: Server, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "LEGALKG_STORE": f"{server.address}/query",
        "LEGALKG_STORE_UPDATE": f"{server.address}/update",
        "LEGALKG_STORE_BULK": f"{server.address}/store",
        "LEGALKG_ARCHIVE": str(tmp_path / "archive"),
    }

    def legalkg(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "legalkg", *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env={**environment, **more})

    (tmp_path / "a.txt").write_text("Số 12-CV/ĐU\n\nThực hiện Kết luận số 57-KL/TW của Bộ Chính trị.", encoding="utf-8")
    done = legalkg("ingest", str(tmp_path / "a.txt"))
    assert (done.returncode, done.stderr) == (0, "")
    chain = json.loads(legalkg("chain", "12-CV/ĐU", "--format", "json").stdout)
    assert [step["relation"] for step in chain["steps"]] == ["implements"]
    assert "0 violations" in legalkg("validate").stdout
    done = legalkg("ingest", str(tmp_path / "a.txt"), LEGALKG_STORE_UPDATE="")
    assert done.returncode == 1
    assert "LEGALKG_STORE_UPDATE" in done.stderr
    done = legalkg("chain", "12-CV/ĐU", LEGALKG_STORE="http://")
    assert done.stderr == "legalkg: 'http://' is no address of an endpoint: http://host/query\n"


def test_the_api_asks_the_endpoint(
    remote: Collection, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fastapi.testclient import TestClient

    from legalkg.api.app import create_app
    from legalkg.api.settings import Settings

    settings = Settings(store=f"{server.address}/query", archive=tmp_path / "s")
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        documents = client.get("/documents", params={"held": True}).json()
        assert len(documents["items" if "items" in documents else "documents"]) == len(DOCUMENTS)
        query = "ASK { ?d kg:restsOn ?x }"
        assert client.get("/sparql", params={"query": query}, headers={"Accept": "application/json"}).json()["boolean"]


# --- servers that fail ---


Answer = tuple[int, dict[str, str], bytes]
"""Status, headers, body."""
Reply = Answer | Callable[[BaseHTTPRequestHandler], Answer]


class Script:
    """A server that answers with what it was told, one after the other, then with the last for ever."""

    def __init__(self, *answers: Reply) -> None:
        script = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                script.requests.append((self.path, dict(self.headers)))
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                answer = script.answers.pop(0) if len(script.answers) > 1 else script.answers[0]
                status, headers, body = answer(self) if callable(answer) else answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_PUT = do_POST  # noqa: N815  (the name that the library looks for)

            def log_message(self, *_: object) -> None:
                pass

        self.answers = list(answers)
        self.requests: list[tuple[str, dict[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def endpoint(self, **more: Any) -> Endpoint:
        given: dict[str, Any] = {
            "query": f"{self.address}/query",
            "update": f"{self.address}/update",
            "timeout": 60.0,
            "retries": 0,
        }
        return Endpoint(**{**given, **more})

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def script() -> Iterator[Callable[..., Script]]:
    scripts = []

    def make(*answers: Reply) -> Script:
        scripts.append(Script(*answers))
        return scripts[-1]

    yield make
    for one in scripts:
        one.close()


JSON = {"Content-Type": "application/sparql-results+json"}
YES = (200, JSON, b'{"head": {}, "boolean": true}')
BUSY: Answer = (503, {}, b"busy")


def slow(handler: BaseHTTPRequestHandler) -> Answer:
    threading.Event().wait(1)
    return YES


@pytest.mark.parametrize(
    ("answer", "more", "message"),
    [
        (slow, {"timeout": 0.2}, "/query does not answer in time; LEGALKG_STORE_TIMEOUT"),
        (BUSY, {}, "/query answered 503: busy"),
        ((401, {}, b""), {}, "/query answered 401; set LEGALKG_STORE_USER and LEGALKG_STORE_PASSWORD"),
        ((403, {}, b""), {}, "/query answered 403; these credentials may not do this"),
        ((404, {"Content-Type": "text/html"}, b"<html>no"), {}, "/query answered 404; is the address right"),
        ((405, {}, b"no"), {}, "/query answered 405: no; the server does not take this here"),
        ((500, {}, b"out\nof\nmemory"), {}, "/query answered 500: out of memory"),
    ],
)
def test_what_goes_wrong_is_said_in_a_line(
    script: Callable[..., Script],
    answer: Reply,
    more: dict[str, float],
    message: str,
) -> None:
    with pytest.raises(StoreError) as caught:
        EndpointStore(script(answer).endpoint(**more))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_that_is_down(script: Callable[..., Script]) -> None:
    server = script(YES)
    server.close()
    with pytest.raises(StoreError, match="/query cannot be reached"):
        EndpointStore(server.endpoint())


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"{}", b'{"head": {}, "results": {"bindings": [{"s'])
def test_an_answer_that_is_none(script: Callable[..., Script], body: bytes) -> None:
    store = EndpointStore(script(YES, (200, {"Content-Type": "text/html"}, body)).endpoint())
    with pytest.raises(StoreError, match="gave no answer to a SPARQL query"):
        list(store.match())
    with pytest.raises(StoreError, match="gave no answer to a SPARQL query but text/html"):
        store.query("CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }", union=False)


def test_what_may_pass_is_tried_again(script: Callable[..., Script], monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    server = script(BUSY, (429, {"Retry-After": "3"}, b""), YES)
    EndpointStore(server.endpoint(retries=2))
    assert len(server.requests) == 3
    assert 0 < waited[0] < 1
    assert waited[1] == 3


def test_what_will_not_pass_is_not_tried_again(script: Callable[..., Script]) -> None:
    server = script((400, {}, b"bad"))
    with pytest.raises(StoreError):
        EndpointStore(server.endpoint(retries=5))
    assert len(server.requests) == 1


def test_who_asks_says_who_they_are_and_messages_do_not(script: Callable[..., Script]) -> None:
    server = script(YES)
    EndpointStore(server.endpoint(token="geheim"))
    assert server.requests[-1][1]["Authorization"] == "Bearer geheim"
    EndpointStore(server.endpoint(user="an", password="geheim"))
    assert server.requests[-1][1]["Authorization"].startswith("Basic ")
    refusing = script((401, {}, b""))
    secret = refusing.endpoint(
        query=refusing.address.replace("http://", "http://an:geheim@"), user="an", password="geheim"
    )
    with pytest.raises(StoreError) as caught:
        EndpointStore(secret)
    assert "geheim" not in str(caught.value) + repr(secret.password and secret.user)


def test_a_query_that_is_none(remote: Collection) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        remote.query("SELECT nonsense")


def test_a_server_that_refuses_updates_loses_nothing(
    server: Server, script: Callable[..., Script], tmp_path: Path
) -> None:
    location = Location(tmp_path / "s", server.endpoint())
    with Collection.open(location, known_documents=KNOWN) as collection:
        put(collection, conclusion_57())
    refusing = script((403, {}, b"read only"))
    broken = Location(tmp_path / "s", server.endpoint(update=f"{refusing.address}/update"))
    with (
        Collection.open(broken, known_documents=KNOWN) as collection,
        pytest.raises(StoreError, match="answered 403: read only"),
    ):
        put(collection, letter_782())
    with Collection.open(location, known_documents=KNOWN) as collection:
        put(collection, directive_28(), guidance_110())
        with collection_of(*DOCUMENTS) as local:
            assert dump(collection) == dump(local)


# --- settings ---


def test_a_folder_is_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEGALKG_STORE", "kho/văn bản")
    assert str(StoreSettings().location()) == "kho/văn bản"
    assert StoreSettings().location().endpoint is None
    assert str(StoreSettings().location("https://an:geheim@example.org/query")) == "https://example.org/query"


@pytest.mark.parametrize("address", ["ftp://example.org/query", "http:///query", "https://"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(LegalkgError, match="is no address of an endpoint"):
        StoreSettings().location(address)


def test_prefixes_are_those_of_the_vocabulary(remote: Collection) -> None:
    for prefix in PREFIXES:
        assert not bool(remote.query(f"ASK {{ ?a {prefix}:none ?b }}"))
