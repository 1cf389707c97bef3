"""Whether a server goes on answering while others misuse it, and what memory it takes meanwhile.

    python -m benchmarks.overload [--store FOLDER] [--seconds N] [--json]

Starts ``legalkg serve`` on loopback over a collection (the samples if none is given) and lets loose, each for 30
seconds, then all together: 200 clients with queries without end; 45 with the dearest pages, those of the document that
most others rest on; 15 that ask for a large answer and never read it; 400 connections that send half a request.
Meanwhile one client asks ``/health`` and ``/documents`` in turn. Prints its answers in milliseconds, the share under
half a second, and the most memory of all processes together; and both again when all have gone. Ends with 1 where
fewer than 99 of 100 were in time, or the memory went beyond the bound that it prints.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from benchmarks.processes import memory_of, serving
from legalkg.api.settings import Settings
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection

ROOT = Path(__file__).resolve().parent.parent
IN_TIME = 0.5
SHARE = 0.99
_PAUSE = 0.05
_REFUSED = 1.0
"""Seconds after which a client asks again that was refused: a fifth of what Retry-After asks for."""
_PATIENCE = 60.0
_MB = 1 << 20
_SERVER, _WORKER = 400 * _MB, 500 * _MB
"""What the server, and a worker that is not at its own bound, may take."""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LARGE = "SELECT * { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?x a ?y } }"

Client = Callable[[int], Awaitable[bytes]]


@dataclass(slots=True)
class Watched:
    """What one client saw meanwhile."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    memory: int = 0

    def figures(self) -> dict[str, float]:
        """Return what there is to say of it."""
        known = sorted(self.seconds) or [0.0]
        asked = len(self.seconds) + self.failed
        return {
            "answers": asked,
            "median ms": round(known[len(known) // 2] * 1000),
            "99 of 100 ms": round(known[min(len(known) - 1, int(len(known) * 0.99))] * 1000),
            "longest ms": round(known[-1] * 1000),
            "in time": round(sum(one < IN_TIME for one in known) / max(1, asked), 4),
            "MB": round(self.memory / _MB),
        }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, help="folder of a collection; the samples if not given")
    parser.add_argument("--seconds", type=float, default=30, help="how long each kind goes on")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "store"
        if options.store is None:
            with Collection.open(store) as collection:
                collection.ingest([ROOT / "data" / "samples"])
        dearest = dearest_document(store)
        with serving(store, Path(sys.executable), ROOT) as (server, port):
            figures = asyncio.run(measure(port, server.pid, dearest, options.seconds))
            started = time.perf_counter()
    figures["end"] = {"seconds after SIGTERM": round(time.perf_counter() - started, 1)}
    bound = memory_bound(Settings())
    _print(figures, bound, as_json=options.json)
    kinds = [found for name, found in figures.items() if name != "end"]
    return int(any(one["in time"] < SHARE or one["MB"] * _MB > bound for one in kinds))


def dearest_document(store: Path) -> str:
    """Return the id of the document that most steps of chains lead to."""
    with Collection.open(store, read_only=True) as collection:
        counted = collection.query(
            "SELECT ?x (COUNT(DISTINCT ?d) AS ?n) { ?d kg:restsOn ?x } GROUP BY ?x ORDER BY DESC(?n) LIMIT 1"
        )
        document = collection.document(next(counted.rows())[0] or "")
        steps = len(collection.chain(document, ChainQuery("down")).steps)
        print(f"the dearest document: {document.label}, {steps} steps down", file=sys.stderr)
        return document.id


def memory_bound(settings: Settings) -> int:
    """Return what all processes may take: queries that run wild up to their bound, the others what they need."""
    return _SERVER + settings.document_workers * _WORKER + settings.query_workers * (settings.query_memory << 20)


async def measure(port: int, session: int, dearest: str, seconds: float) -> dict[str, dict[str, float]]:
    """Let loose each kind of client, then all."""
    kinds: dict[str, tuple[int, Client]] = {
        "200 endless queries": (200, lambda _: ask(port, f"/sparql?query={quote(ENDLESS)}")),
        "45 dearest pages": (45, lambda n: ask(port, dear_page(dearest, n))),
        "15 that never read": (15, lambda _: never_read(port)),
        "400 half-open": (400, lambda _: half_open(port)),
    }
    await ask(port, f"/sparql?query={quote('ASK {}')}")
    found = {"nobody else": await watched(port, session, [], seconds / 3)}
    for name, kind in kinds.items():
        found[name] = await watched(port, session, [kind], seconds)
    found["all together"] = await watched(port, session, list(kinds.values()), seconds)
    await asyncio.sleep(Settings().query_timeout)
    found["afterwards"] = await watched(port, session, [], seconds / 3)
    return {name: one.figures() for name, one in found.items()}


async def watched(port: int, session: int, kinds: Sequence[tuple[int, Client]], seconds: float) -> Watched:
    """Let clients loose for a time, and watch."""
    seen = Watched()
    end = time.monotonic() + seconds
    async with asyncio.TaskGroup() as group:
        for count, client in kinds:
            for number in range(count):
                group.create_task(_again(client, number, end))
        group.create_task(_remember(session, seen, end))
        while time.monotonic() < end:
            for path in ("/health", "/documents"):
                started = time.perf_counter()
                try:
                    is_answered = (await ask(port, path)).startswith(b"HTTP/1.1 200")
                except (OSError, TimeoutError):
                    is_answered = False
                seen.failed += not is_answered
                if is_answered:
                    seen.seconds.append(time.perf_counter() - started)
                await asyncio.sleep(_PAUSE)
    return seen


async def _again(client: Client, number: int, end: float) -> None:
    """Do the same again until the time has come."""
    while time.monotonic() < end:
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(end - time.monotonic()):
                answer = await client(number)
                await asyncio.sleep(_REFUSED if answer.startswith(b"HTTP/1.1 503") else _PAUSE)


async def _remember(session: int, seen: Watched, end: float) -> None:
    while time.monotonic() < end:
        seen.memory = max(seen.memory, await asyncio.to_thread(memory_of, session))
        await asyncio.sleep(0.5)


# --- clients ---


async def ask(port: int, path: str) -> bytes:
    """Ask and read the whole answer."""
    async with _connection(port) as (reader, writer):
        writer.write(_get(path))
        async with asyncio.timeout(_PATIENCE):
            return await reader.read()


def dear_page(document: str, number: int) -> str:
    """Return the address of a page that costs much: of the document, its chain, or the picture."""
    pages = ("?format=html", "/chain?direction=down&format=html", "/picture?direction=down")
    return f"/documents/{quote(document)}{pages[number % len(pages)]}"


async def never_read(port: int) -> bytes:
    """Ask for a large answer, and read nothing until the server gives up."""
    async with _connection(port, most=1024) as (_, writer):
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        writer.write(_get(f"/sparql?query={quote(LARGE)}"))
        await asyncio.sleep(_PATIENCE)
        return b""


async def half_open(port: int) -> bytes:
    """Send half a request, and wait until the server gives up."""
    async with _connection(port) as (reader, writer):
        writer.write(b"GET /documents HTTP/1.1\r\nHost: localhost\r\n")
        return await reader.read()


@asynccontextmanager
async def _connection(
    port: int, most: int = 1 << 16
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=most)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


def _get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


def _print(figures: dict[str, dict[str, float]], bound: int, *, as_json: bool) -> None:
    load = os.getloadavg()[0]
    if as_json:
        print(json.dumps(figures | {"bound": {"MB": bound // _MB}, "load": {"at the end": load}}))
        return
    for name, found in figures.items():
        print(f"{name:<22}" + ", ".join(f"{key} {value:g}" for key, value in found.items()))
    print(f"bound of memory: {bound // _MB} MB; load at the end: {load:.1f}")


if __name__ == "__main__":
    sys.exit(main())
