"""``legalkg serve``, as people start and end it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from legalkg.api.command import listen
from tests.narrowing import sure


@contextmanager
def serving(*arguments: int | str | Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "legalkg", "serve", *map(str, arguments)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **environment},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_says_where_it_listens_answers_and_ends_with_ctrl_c(store: Path) -> None:
    with serving("--store", store, "--port", 0) as process:
        line = sure(process.stdout).readline()
        address = sure(re.search(r"http://127\.0\.0\.1:\d+/", line)).group()
        assert str(store) in line
        assert httpx.get(f"{address}health", timeout=60).json()["held"] == 19
        assert httpx.get(f"{address}sparql", params={"query": "ASK {}"}, timeout=60).status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert sure(process.stderr).read() == ""


def test_a_port_that_is_taken(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving("--store", store, "--port", port) as process:
            assert process.wait(20) == 1
            message = sure(process.stderr).read()
    assert message.startswith(f"legalkg: cannot listen on 127.0.0.1, port {port}: ")
    assert message.count("\n") == 1


def test_a_collection_that_is_not_there(tmp_path: Path) -> None:
    with serving("--store", tmp_path / "nowhere") as process:
        assert process.wait(20) == 1
        assert sure(process.stderr).read().startswith("legalkg: there is no collection in")


def test_a_setting_that_cannot_be(store: Path) -> None:
    with serving("--store", store, LEGALKG_QUERY_WORKERS="none") as process:
        assert process.wait(20) == 2
        assert sure(process.stderr).read().startswith("legalkg: LEGALKG_QUERY_WORKERS: ")


def test_what_it_accepts_sends_each_answer_at_once() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()[:2]):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
