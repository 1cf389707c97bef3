"""How fast the server answers on kept connections: requests a second and milliseconds, by route and number of clients.

    python -m benchmarks.api --store FOLDER [--against CHECKOUT] [--seconds N]

Starts ``legalkg serve`` on loopback over a collection, for each route and 1, 16 and 64 clients at once, and with
--against the server of another checkout in turn with it, so that both see the same machine. The document is the one
that most others cite, and one in the middle; so is the chain.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import time
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

from benchmarks.processes import serving
from legalkg.kg.analysis.stats import statistics_of
from legalkg.kg.collection import Collection

CLIENTS = (1, 16, 64)
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, required=True, help="the collection")
    parser.add_argument("--against", type=Path, help="another checkout, with its .venv")
    parser.add_argument("--seconds", type=float, default=3.0, help="for each row")
    options = parser.parse_args()
    pythons = {"here": Path(sys.executable)}
    if options.against:
        pythons["there"] = options.against / ".venv" / "bin" / "python"
    print(f"{'route':32} {'clients':>7} {'server':>6} {'a second':>9} {'p50':>8} {'p95':>8} {'p99':>8}  ms")
    for route, path in _routes(options.store).items():
        for clients in CLIENTS:
            for name, python in pythons.items():
                with serving(options.store, python, python.parent.parent.parent) as (_, port):
                    asyncio.run(_load(port, path, clients, 0.5))
                    seconds = asyncio.run(_load(port, path, clients, options.seconds))
                print(f"{route:32} {clients:7} {name:>6} {_figures(seconds, options.seconds)}", flush=True)
    return 0


def _routes(store: Path) -> dict[str, str]:
    """Return the routes to measure, by what they are called."""
    with Collection.open(store, read_only=True) as collection:
        most = statistics_of(collection, 1).most_cited[0].document.id
        usual = collection.documents(held=True, limit=1, offset=collection.count(held=True) // 2)[0].id
    return {
        "health": "/health",
        "documents": "/documents?limit=50",
        "document": f"/documents/{quote(usual)}",
        "document, most cited": f"/documents/{quote(most)}",
        "chain": f"/documents/{quote(usual)}/chain",
        "citations": f"/documents/{quote(usual)}/citations",
        "page of the list": "/documents?format=html",
        "page of a document, most cited": f"/documents/{quote(most)}?format=html",
    }


async def _load(port: int, path: str, clients: int, seconds: float) -> list[float]:
    """Let clients ask one after the other until the time is over; gives the seconds of every answer."""
    end = time.perf_counter() + seconds
    answers = await asyncio.gather(*(_client(port, path, end) for _ in range(clients)))
    return [one for answered in answers for one in answered]


async def _client(port: int, path: str, end: float) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    seconds = []
    while (start := time.perf_counter()) < end:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not head.startswith(b"HTTP/1.1 200") or length is None:
            raise SystemExit(f"{path}: {head.partition(bytes([13]))[0].decode()}")
        await reader.readexactly(int(length.group(1)))
        seconds.append(time.perf_counter() - start)
    writer.close()
    return seconds


def _figures(seconds: list[float], time_taken: float) -> str:
    cut = quantiles(seconds, n=100) if len(seconds) > 1 else seconds * 99
    p50, p95, p99 = (1000 * cut[at] for at in (49, 94, 98))
    return f"{len(seconds) / time_taken:9.0f} {p50:8.1f} {p95:8.1f} {p99:8.1f}"


if __name__ == "__main__":
    sys.exit(main())
