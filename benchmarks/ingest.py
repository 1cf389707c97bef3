"""How fast a whole corpus goes in, and how fast its graph is loaded, beside Oxigraph's own bulk loader.

    python -m benchmarks.ingest [--workers 2] [--json]

All of ``../shared/corpus`` (the sample documents, where that is missing) from nothing to a searchable graph, in a
process of its own: documents a second, most memory of all its processes together; the same again, unchanged. Then the
quads of that graph are loaded into empty stores on disk, in turn by this project's store, as an ingest loads them, and
by Oxigraph's ``Store.bulk_load`` from the same quads as an N-Quads file: the best of some runs each.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from benchmarks.processes import run
from benchmarks.synthetic import ROOT, shared
from legalkg.kg.collection import Collection
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.store import EmbeddedStore

RUNS = 3
QUADS = 1_000_000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = {**corpus(Path(folder) / "store", options.workers), **loading(Path(folder))}
    if options.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name}: {figure:,.2f}")
    return 0


def corpus(store: Path, workers: int) -> dict[str, float]:
    """Take the corpus in, twice."""
    source = shared() if shared().is_dir() else ROOT / "data" / "samples"
    command = [
        sys.executable, "-m", "legalkg", "--store", str(store), "ingest", str(source), "--workers", str(workers),
        "--format", "json",
    ]  # fmt: skip
    first = run(command, ROOT)
    again = run(command, ROOT)
    documents = json.loads(first.output)["new"]
    return {
        "documents": documents,
        "seconds from nothing": first.seconds,
        "documents a second": documents / first.seconds,
        "MB of memory, all processes": first.memory / 1e6,
        "seconds, unchanged": again.seconds,
    }


def loading(folder: Path) -> dict[str, float]:
    """Load the same quads in both ways."""
    with Collection.open(folder / "store", read_only=True) as collection:
        quads = list(islice(sorted_quads(collection.store), QUADS))
    file = folder / "quads.nq"
    ox.serialize(quads, str(file), format=ox.RdfFormat.N_QUADS)

    def ours(target: Path) -> None:
        store = EmbeddedStore(target)
        store.load(quads)
        store.close()

    def raw(target: Path) -> None:
        store = ox.Store(str(target))
        store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        store.flush()

    seconds = {
        name: min(_timed(load, folder / name) for _ in range(RUNS)) for name, load in (("ours", ours), ("raw", raw))
    }
    return {
        "quads loaded": len(quads),
        "quads a second, this project's store": len(quads) / seconds["ours"],
        "quads a second, Oxigraph's bulk_load": len(quads) / seconds["raw"],
        "ratio": seconds["raw"] / seconds["ours"],
    }


def _timed(load: Callable[[Path], None], target: Path) -> float:
    started = time.perf_counter()
    load(target)
    seconds = time.perf_counter() - started
    shutil.rmtree(target)
    return seconds


if __name__ == "__main__":
    sys.exit(main())
