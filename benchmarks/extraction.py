"""How fast extraction is, beside eyecite with Hyperscan in the same run, on one core.

    python -m benchmarks.extraction [--megabytes 20] [--json]

Prints megabytes and citations a second of our extractor over the codified documents (or over ``data/samples`` repeated,
where ``../shared`` is missing), of eyecite over an American opinion (extra ``[bench]``; left out where it is not
installed), the growth of time with the length of one document (1 kB to 10 MB), time on hostile input, and memory.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.hostile_texts import texts
from legalkg import SourceText, extract

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
# What the length of a text is multiplied by; linear time keeps the time for each kB.
HOSTILE_LENGTHS = (50_000, 400_000)
LONG_HOSTILE = ("Điều 1, ", "Nghị định số ", "1234567890", "(([[“")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=20.0, help="how much text to read (default 20)")
    parser.add_argument("--hostile-megabytes", type=float, default=10.0, help="length of a hostile text (default 10)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    shared = Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared"))
    texts = list(_texts(shared, options.megabytes * 1e6))
    figures: dict[str, object] = {"ours": ours(texts)}
    if peer := eyecite(shared):
        figures["eyecite"] = peer
        figures["ratio"] = round(figures["ours"]["MB/s"] / peer["MB/s"], 2)  # type: ignore[index]
    figures["growth, µs/kB"] = growth("\n".join(texts))
    figures["hostile, µs/kB"] = hostile(options.hostile_megabytes * 1e6)
    figures["hostile, the five that grow most, µs/kB of a long text to µs/kB of a short one"] = hostile_growth()
    figures["memory, times the text's size"] = memory("\n".join(texts)[:2_000_000])
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
    else:
        for name, figure in figures.items():
            print(f"{name}: {figure}")
    return 0


def ours(texts: list[str]) -> dict[str, float]:
    """Return the median speed of our extractor over some texts."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    seconds, citations = [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        citations = sum(len(extract(SourceText(id="", text=text)).mentions) for text in texts)
        seconds.append(time.perf_counter() - start)
    median = statistics.median(seconds)
    return {"MB": round(size, 1), "MB/s": round(size / median, 2), "citations/s": round(citations / median)}


def eyecite(shared: Path) -> dict[str, float] | None:
    """Return the median speed of eyecite with Hyperscan over an American opinion; None where either is missing."""
    opinion = shared / "bench" / "opinion-us.txt"
    if not opinion.exists() or not all(importlib.util.find_spec(name) for name in ("eyecite", "hyperscan")):
        return None
    from eyecite import get_citations
    from eyecite.tokenizers import HyperscanTokenizer

    text = opinion.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as cache:
        tokenizer = HyperscanTokenizer(cache_dir=cache)
        citations = len(get_citations(text, tokenizer=tokenizer))  # compiles and caches the patterns
        seconds = []
        for _ in range(RUNS * 3):
            start = time.perf_counter()
            get_citations(text, tokenizer=tokenizer)
            seconds.append(time.perf_counter() - start)
    size, median = len(text.encode()) / 1e6, statistics.median(seconds)
    return {"MB": round(size, 3), "MB/s": round(size / median, 2), "citations/s": round(citations / median)}


def growth(text: str) -> dict[int, float]:
    """Return the time for each kB of one document, by its length in bytes."""
    return {length: _per_kilobyte(_of_size(text, length)) for length in LENGTHS}


def hostile(size: float) -> dict[str, float]:
    """Return the time for each kB of long texts that are one pattern repeated."""
    return {unit: _per_kilobyte(_of_size(unit, int(size))) for unit in LONG_HOSTILE}


def hostile_growth() -> dict[str, float]:
    """Return how the time for each kB grows from a short hostile text to a long one; 1 is linear, 8 is quadratic."""
    short, long = HOSTILE_LENGTHS
    found = {name: _per_kilobyte(make(long)) / _per_kilobyte(make(short)) for name, make in texts().items()}
    worst = sorted(found, key=lambda name: -found[name])[:5]
    return {name: round(found[name], 2) for name in worst}


def memory(text: str) -> float:
    """Return the peak of what extraction of one document holds, in multiples of the text's size in bytes."""
    source = SourceText(id="", text=text)
    extract(source)
    tracemalloc.start()
    extract(source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return round(peak / len(text.encode()), 1)


def _per_kilobyte(text: str) -> float:
    start = time.perf_counter()
    extract(SourceText(id="", text=text))
    return round((time.perf_counter() - start) / len(text.encode()) * 1e9, 1)


def _of_size(text: str, size: int) -> str:
    unit = text.encode()
    return (unit * (size // len(unit) + 1))[:size].decode(errors="ignore")


def _texts(shared: Path, size: float) -> Iterator[str]:
    read = 0
    for text in _corpus(shared):
        yield text
        read += len(text.encode())
        if read >= size:
            return


def _corpus(shared: Path) -> Iterator[str]:
    codified = shared / "corpus" / "codified-documents.jsonl.gz"
    if codified.exists():
        with gzip.open(codified, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
        return
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "samples").glob("*.txt"))]
    yield from islice((text for _ in iter(int, 1) for text in samples), 100_000)


if __name__ == "__main__":
    sys.exit(main())
