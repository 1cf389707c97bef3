"""What a worker does: it answers requests with the server's routes, see :mod:`legalkg.api.workers`."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
from collections.abc import MutableMapping
from typing import Any, BinaryIO

from starlette.types import ASGIApp, Message

from legalkg.api.workers import wire
from legalkg.api.workers.wall import close_network
from legalkg.kg.errors import LegalkgError

OUT_OF_MEMORY = 77
"""Exit status of a worker that took all the memory that it may."""


def work() -> None:
    """Answer requests from standard input until it ends; this is all that the process does.

    The first line says how: the settings, the seconds after which a request ends the process, should the server be gone
    that would end it, the MiB of memory that the process may take, whether it needs the network (where the graph is in
    another server), and how much it steps back for other processes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process itself
    receiver, sender = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    how = json.loads(receiver.readline())
    os.nice(how["niceness"])
    resource.setrlimit(resource.RLIMIT_DATA, (how["memory"] << 20, how["memory"] << 20))
    with asyncio.Runner() as runner:
        runner.get_loop()
        wall = None if how["network"] else close_network()
        try:
            app = _open(how["settings"])
        except LegalkgError as error:
            sender.write(wire.line({"error": str(error)}))
            sender.flush()
            return
        sender.write(wire.line({"wall": wall}))
        sender.flush()
        runner.run(_serve(app, receiver, sender, how["seconds"]))


def _open(given: dict[str, Any]) -> ASGIApp:
    from legalkg.api.app import create_app
    from legalkg.api.settings import Settings
    from legalkg.kg.collection import Collection

    settings = Settings(**given)
    app = create_app(settings, Collection.open(settings.location(), read_only=True))
    app.add_exception_handler(MemoryError, lambda *_: os._exit(OUT_OF_MEMORY))
    app.openapi()  # every request is held against it: the first must not wait for it
    return app


async def _serve(app: ASGIApp, receiver: BinaryIO, sender: BinaryIO, seconds: int) -> None:
    while line := receiver.readline():
        asked = json.loads(line)
        body = receiver.read(asked["size"])
        signal.alarm(seconds)
        try:
            await _answer(app, asked, body, sender)
        except ConnectionError:  # the server is gone
            return
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        signal.alarm(0)


async def _answer(app: ASGIApp, asked: dict[str, Any], body: bytes, sender: BinaryIO) -> None:
    scope: MutableMapping[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "http",
        "method": asked["method"],
        "path": asked["path"],
        "root_path": "",
        "query_string": asked["query"].encode("latin-1"),
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in asked["headers"]],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in message["headers"]]
            sender.write(wire.line({"status": message["status"], "headers": headers}))
            return
        data = memoryview(message.get("body", b""))
        for start in range(0, len(data), wire.MOST):
            sender.write(wire.stretch(data[start : start + wire.MOST].tobytes()))
        if not message.get("more_body", False):
            sender.write(wire.stretch(b""))
            sender.flush()

    await app(scope, receive, send)
