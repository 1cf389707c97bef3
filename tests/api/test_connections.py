"""Clients that are slow, silent or gone, against the real server."""

import concurrent.futures
import contextlib
import http.client
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from os import environ
from pathlib import Path

import httpx
import pytest

from legalkg.kg.collection import Collection
from tests.narrowing import sure

LIMITS = {
    "LEGALKG_REQUEST_TIMEOUT": "3", "LEGALKG_SEND_TIMEOUT": "1", "LEGALKG_SHUTDOWN_TIMEOUT": "1",
    "LEGALKG_QUERY_TIMEOUT": "60", "LEGALKG_QUERY_WORKERS": "1",
}  # fmt: skip
PATIENCE = 120
"""Seconds after which a test takes the server for hanging."""
ENDLESS = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LARGE = "SELECT * { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?x a ?y } }"


@contextlib.contextmanager
def serving(store: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = [sys.executable, "-m", "legalkg", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env={**environ, **LIMITS}
    ) as process:
        try:
            port = int(sure(re.search(r":(\d+)/", sure(process.stdout).readline()))[1])
            httpx.get(f"http://127.0.0.1:{port}/sparql", params={"query": "ASK {}"}, timeout=PATIENCE)
            yield process, port
        finally:
            process.kill()


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[int]:
    with serving(store) as (process, port):
        yield port
        process.send_signal(signal.SIGTERM)
        assert process.wait(120) == -signal.SIGTERM
        assert sure(process.stderr).read() == ""  # nothing that clients did was worth a traceback


def connect(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
    connection.settimeout(PATIENCE)
    return connection


def is_dropped(connection: socket.socket) -> bool:
    """Whether the server ends the connection, which it does within its limits and no sooner than a test waits."""
    try:
        return connection.recv(1) == b""
    except ConnectionError:
        return True


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /health HTTP/1.1\r\nHost: localhost\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: 100\r\n\r\nASK",
    ],
    ids=["nothing", "half a head", "half a body"],
)
def test_who_does_not_send_a_whole_request_is_dropped(server: int, sent: bytes) -> None:
    with connect(server) as connection:
        connection.sendall(sent)
        assert is_dropped(connection)


def test_who_sends_byte_after_byte_is_dropped_too(server: int) -> None:
    with connect(server) as connection, pytest.raises(ConnectionError):
        for byte in b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * 100:
            connection.sendall(bytes([byte]))
            time.sleep(0.1)


def test_each_request_on_a_connection_has_its_own_time(server: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server, timeout=PATIENCE)
    connection.connect()
    first = connection.sock
    for _ in range(4):
        connection.request("GET", "/schema")
        assert connection.getresponse().read().startswith(b"{")
        time.sleep(1)
    assert connection.sock is first
    connection.close()


def test_who_reads_nothing_is_dropped(server: int) -> None:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", server))
    connection.settimeout(1)
    body = LARGE.encode()
    connection.sendall(
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    )
    deadline = time.monotonic() + PATIENCE
    while connections_to(server):  # as long as the server keeps one
        assert time.monotonic() < deadline
        time.sleep(0.2)
    connection.close()


def connections_to(port: int) -> int:
    """How many connections a server holds, as the system tells."""
    with open("/proc/net/tcp") as table:  # noqa: PTH123
        rows = [line.split() for line in table][1:]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == "01" for row in rows)


def test_who_goes_ends_the_query_and_leaves_no_trace(server: int) -> None:
    with connect(server) as connection:
        body = ENDLESS.encode()
        connection.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
        )
        time.sleep(0.3)
    # the only process is free again long before the query's own end
    answer = httpx.get(f"http://127.0.0.1:{server}/sparql", params={"query": "ASK {}"}, timeout=45)
    assert answer.json()["boolean"] is True


def test_it_ends_in_time_although_clients_do_not_read_or_wait_for_answers(store: Path) -> None:
    with serving(store) as (process, port), connect(port) as silent, connect(port) as waiting:
        silent.sendall(b"GET /hea")
        body = ENDLESS.encode()
        waiting.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
        )
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        assert process.wait(120) == -signal.SIGTERM
        assert "Traceback" not in sure(process.stderr).read()


def test_other_names_are_not_answered(server: int) -> None:
    for host, status in (
        ("localhost", 200), ("127.0.0.1:80", 200), ("LOCALHOST.", 200), ("[::1]:8000", 200),
        ("evil.example", 421), ("localhost.evil.example", 421), ("evil.example:8000", 421), ("", 421), ("a b", 421),
    ):  # fmt: skip
        with connect(server) as connection:
            connection.sendall(f"GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            assert connection.recv(100).startswith(f"HTTP/1.1 {status}".encode()), host


def test_it_tells_while_search_is_broken(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s"):
        pass
    shutil.rmtree(tmp_path / "s" / "words")
    with serving(tmp_path / "s") as (_, port):
        address = f"http://127.0.0.1:{port}"
        ready = httpx.get(f"{address}/ready", timeout=PATIENCE)
        assert ready.status_code == 503
        assert {part: ready.json()[part] for part in ("archive", "graph", "search")} == {
            "archive": True, "graph": True, "search": False,
        }  # fmt: skip
        assert httpx.get(f"{address}/health", timeout=PATIENCE).status_code == 503


def test_searches_do_not_keep_others_waiting(server: int) -> None:
    """Those whose clients have gone least of all."""
    words = "+".join(["nghi+dinh+quyet+luat+so+ve+cua+va+cac+theo+cho+tai+ngay+thang+nam"] * 2)
    request = f"GET /search?words={words}&limit=200 HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    for _ in range(60):
        with connect(server) as connection:
            connection.sendall(request)
    with concurrent.futures.ThreadPoolExecutor(20) as threads:
        address = f"http://127.0.0.1:{server}/search?words={words}"
        searches = [threads.submit(httpx.get, address, timeout=PATIENCE) for _ in range(20)]
        assert httpx.get(f"http://127.0.0.1:{server}/health", timeout=PATIENCE).json()["status"] == "ok"
        assert {one.result().status_code for one in searches} <= {200, 503}
