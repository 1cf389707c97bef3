"""Look through all real texts for what is likely to be wrong, without annotation, and guard the counts.

    python -m benchmarks.sweeps [--show N] [--corpus NAME] [--share 0.1]
    python -m benchmarks.sweeps --record     write benchmarks/sweeps.json

One line a check with its count; --show prints examples with corpus, document, offset and words. Exit status 1 if a
count rose above what is recorded. A share of the documents, the same ones each time, is printed only. The checks stand
in :mod:`benchmarks.sweep_checks`; the texts in a folder ``shared`` beside the checkout (or at LEGALKG_SHARED).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from benchmarks.shared_texts import ROOT, corpora, rows, shared_folder
from benchmarks.sweep_checks import (
    CHECKS,
    NEAR,
    Cited,
    Finding,
    Register,
    cited_numbers,
    findings,
    near_numbers,
)
from legalkg import SourceText, extract
from legalkg.extractors.registry.central import all_central_documents
from legalkg.extractors.registry.numbers import number_key

COUNTS = ROOT / "benchmarks" / "sweeps.json"
_BATCH = 16
_WIDTH = 160

Counts = dict[str, dict[str, int]]
"""How many findings, by check and corpus."""


class Document(NamedTuple):
    """One text of a corpus."""

    corpus: str
    id: str
    text: str


class Swept(NamedTuple):
    """What was found in one text, and the numbers that it cites."""

    corpus: str
    id: str
    found: list[Finding]
    cited: list[Cited]


def main() -> int:
    """Sweep, print, compare or record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N examples of each check")
    parser.add_argument("--corpus", choices=corpora() or None, help="look through this one only")
    parser.add_argument("--share", type=float, default=1.0, help="look at this share of the documents")
    parser.add_argument("--record", action="store_true", help="write sweeps.json")
    options = parser.parse_args()
    names = [options.corpus] if options.corpus else corpora()
    if not names:
        print(f"nothing to look through: there are no texts in {shared_folder()}", file=sys.stderr)
        return 0
    if options.record and (options.corpus or options.share < 1):
        parser.error("only a run over all documents is recorded")
    found = sweep(names, options.share)
    counts = {check: dict(Counter(corpus for corpus, _, _ in found[check])) for check in CHECKS}
    recorded: Counts = json.loads(COUNTS.read_text(encoding="utf-8")) if COUNTS.exists() else {}
    _print(found, counts, recorded, options.show)
    if options.record:
        COUNTS.write_text(json.dumps(counts, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    # A number is frequent, or cited once, among all texts.
    compared = [check for check in CHECKS if check != NEAR or not options.corpus]
    risen = list(rises(counts, recorded, names, compared)) if options.share == 1 else []
    for line in risen:
        print(line, file=sys.stderr)
    return 1 if risen else 0


def sweep(names: list[str], share: float = 1.0) -> dict[str, list[tuple[str, str, Finding]]]:
    """Return the findings of each check with corpus and document, in the order of the texts."""
    found: dict[str, list[tuple[str, str, Finding]]] = defaultdict(list)
    cited: Counter[str] = Counter()
    places: dict[str, tuple[str, str, Cited]] = {}
    with multiprocessing.Pool(os.cpu_count()) as pool:
        documents = (document for name in names for document in _documents(name, share))
        for corpus, document, own, numbers in pool.imap(_sweep, documents, chunksize=_BATCH):
            for one in own:
                found[one.check].append((corpus, document, one))
            cited.update({number.key for number in numbers})
            for number in numbers:
                places.setdefault(number.key, (corpus, document, number))
    for key, near in near_numbers(cited).items():
        corpus, document, number = places[key]
        found[NEAR].append((corpus, document, Finding(NEAR, number.offset, f"{number.words}: {near} is frequent")))
    return found


def rises(counts: Counts, recorded: Counts, names: list[str], checks: list[str]) -> Iterator[str]:
    """Return a line for each count of a corpus that is above the recorded one; what was not recorded cannot rise."""
    for check in checks:
        for name in names:
            now, before = counts[check].get(name, 0), recorded.get(check, {}).get(name, 0)
            if check in recorded and now > before:
                yield f"rose: {check} in {name}, {now} where {before} were recorded"


def in_share(document: str, share: float) -> bool:
    """Return whether a document is one of a share: the same ones each time, and more of a larger one."""
    return zlib.crc32(document.encode()) < share * 2**32


def _documents(corpus: str, share: float) -> Iterator[Document]:
    for row in rows(corpus):
        if in_share(row["id"], share):
            yield Document(corpus, row["id"], row["text"])


def _sweep(document: Document) -> Swept:
    corpus, name, text = document
    extraction = extract(SourceText(id=name, text=text))
    return Swept(corpus, name, list(findings(text, extraction, _register())), list(cited_numbers(extraction)))


@cache
def _register() -> Register:
    """Return the days of the register of central documents."""
    days: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document in all_central_documents():
        if document.date:
            days[document.type, number_key(document.number)].add(document.date)
    return {key: frozenset(value) for key, value in days.items()}


def _print(found: dict[str, list[tuple[str, str, Finding]]], counts: Counts, recorded: Counts, show: int) -> None:
    for check in CHECKS:
        before = sum(recorded[check].values()) if check in recorded else "nothing"
        print(f"{check:40} {sum(counts[check].values()):7}  (recorded {before})")
        every = max(1, len(found[check]) // show) if show else 1
        for corpus, document, one in found[check][::every][:show]:
            print(f"    {corpus} {document} {one.offset}: {' '.join(one.words.split())[:_WIDTH]}")


if __name__ == "__main__":
    sys.exit(main())
