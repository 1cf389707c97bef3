"""Whether size matters: the same archive at several sizes, from nothing to answers.

    python -m benchmarks.scale [--sizes 10000 30000 100000] [--workers 2] [--folder FOLDER] [--json]

For each size, in processes of its own: seconds, memory and disk of an ingest, in all and a document; a second ingest
of the unchanged archive; then, in the store that this made, reading one changed document again, chains up and down,
and searches. Behind each figure stands how it compares with that of the smallest size. 100,000 documents take some
20 minutes and 15 GB of disk on two cores.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.processes import run
from benchmarks.synthetic import ROOT, write
from legalkg.extractors.pipeline import extract
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection

SAMPLE = 500
READ_AGAIN = 41
Figures = dict[str, float]
COMPARED = ("ms a document", "KB of memory a document", "KB of disk a document")
_WORDS = 4


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--folder", type=Path, help="where to make the archives; kept")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        found = {}
        for size in options.sizes:
            found[size] = measure(size, folder, options.workers)
            print(f"{size:,} documents done", file=sys.stderr, flush=True)
    print(json.dumps(found)) if options.json else show(found)
    return 0


def measure(size: int, folder: Path, workers: int) -> Figures:
    """Return the figures of one size."""
    dataset, store = folder / f"{size}.jsonl.gz", folder / f"store-{size}"
    shutil.rmtree(store, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    write(size, dataset)
    command = [
        sys.executable,
        "-m",
        "legalkg",
        "--store",
        str(store),
        "ingest",
        str(dataset),
        "--workers",
        str(workers),
    ]
    first = run([*command, "--format", "json"], ROOT)
    disk = sum(file.stat().st_size for file in store.rglob("*") if file.is_file() and "snapshot" not in str(file))
    again = run(command, ROOT)
    figures = {
        "seconds": first.seconds,
        "documents a second": size / first.seconds,
        "ms a document": first.seconds / size * 1000,
        "MB of memory": first.memory / 1e6,
        "KB of memory a document": first.memory / size / 1e3,
        "KB of disk a document": disk / size / 1e3,
        "seconds, unchanged": again.seconds,
    }
    figures |= answers(store)
    (folder / f"{size}.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return figures


def answers(store: Path) -> Figures:
    """Return how long a full store takes to answer."""
    chance = random.Random(1)  # noqa: S311  (no secret)
    started = time.perf_counter()
    with Collection.open(store, read_only=True) as collection:
        documents = collection.documents(limit=50_000, held=True)
        collection.chain(documents[0])
        figures = {"first answer, ms": (time.perf_counter() - started) * 1000}
        sample = chance.sample(documents, min(SAMPLE, len(documents)))
        for direction in ("up", "down"):
            chains = [timed(lambda d=d, w=direction: collection.chain(d, ChainQuery(w))) for d in sample]  # type: ignore[misc]
            figures |= spread(f"chain {direction}", chains)
        words = [" ".join((d.title or d.label).split()[:_WORDS]) for d in sample]
        figures |= spread("search", [timed(lambda w=w: collection.search(w)) for w in words])  # type: ignore[misc]
    with Collection.open(store) as collection:
        again = [read_again(collection, d.iri) for d in sample[: READ_AGAIN + 1]]
        figures |= spread("one document again", again[1:])  # the first compiles patterns
    return figures


def read_again(collection: Collection, iri: str) -> float:
    """Return the milliseconds that a changed document takes: extracted, kept, resolved, written to the graph."""
    held = collection.parts.tables.archive.held(iri)
    if held is None:
        return 0.0
    source = held.source.model_copy(update={"text": held.source.text + "\nĐã sửa."})

    def read() -> None:
        ingester = collection.ingester()
        ingester.put(held.path, "0" * 64, source, extract(source))
        ingester.project()

    return timed(read)


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def spread(name: str, values: Sequence[float]) -> Figures:
    """Return median and 95th percentile."""
    ordered = sorted(values)
    return {
        f"{name}, ms, p50": statistics.median(ordered),
        f"{name}, ms, p95": ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))],
    }


def show(found: dict[int, Figures]) -> None:
    """Print a table, and what grows by more than a fifth."""
    smallest = found[min(found)]
    for name, base in smallest.items():
        cells = (f"{figures[name]:>12,.1f} ({figures[name] / base:4.2f})" for figures in found.values())
        print(f"{name:<28}", *cells)
    for name in COMPARED:
        worst = max(figures[name] for figures in found.values()) / smallest[name]
        print(f"{name}: at most {worst:.2f} of the smallest size's")


if __name__ == "__main__":
    sys.exit(main())
