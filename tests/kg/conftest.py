"""A real SPARQL server for the tests that need one."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from sys import executable
from typing import Any

import httpx
import pytest

from legalkg.kg.location import Endpoint


class Server:
    """An Oxigraph server that holds its data in memory."""

    def __init__(self, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}"
        beside = Path(executable).with_name("oxigraph")
        program = str(beside) if beside.exists() else which("oxigraph")
        assert program, "there is no oxigraph"
        self._process = subprocess.Popen(
            [program, "serve", "--bind", self.address.removeprefix("http://"), *options],
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def endpoint(self, **more: Any) -> Endpoint:
        given: dict[str, Any] = {
            "query": f"{self.address}/query",
            "update": f"{self.address}/update",
            "timeout": 60.0,
            "retries": 0,
        }
        return Endpoint(**{**given, **more})

    def clear(self) -> None:
        self.update("CLEAR ALL")

    def update(self, operation: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        httpx.post(f"{self.address}/update", content=operation, headers=headers).raise_for_status()

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + 120
        while True:
            try:
                httpx.get(self.address, timeout=60)
                return
            except httpx.TransportError:
                assert time.monotonic() < deadline
                assert self._process.poll() is None
                time.sleep(0.05)


@pytest.fixture(scope="session")
def running_server() -> Iterator[Server]:
    server = Server("--union-default-graph")
    yield server
    server.close()


@pytest.fixture
def server(running_server: Server) -> Server:
    """A server whose default graph is all graphs together; empty."""
    running_server.clear()
    return running_server


@pytest.fixture
def strict_server() -> Iterator[Server]:
    """A server that leaves named graphs out of its default graph."""
    server = Server()
    yield server
    server.close()
