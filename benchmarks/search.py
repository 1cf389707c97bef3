"""How fast full-text search and lists are in a collection of many documents, and how fast its index is filled.

    python -m benchmarks.search [--documents N] [--store FOLDER] [--json]

Fills a collection with the codified documents of ``../shared/corpus`` (made-up ones where that is missing), repeated
with other numbers, dates and words until there are N (10,000 if not given; 100,000 take some 6 GB of disk), or takes
the one that ``--store`` already holds. The documents have headers and texts and no citations, as searching asks for
none. Prints how many documents a second went into archive and catalogue, and into the full-text index, and for each
kind of question the milliseconds of 100 answers.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import Any

from legalkg.extractors.model import Extraction, Header, SourceText
from legalkg.kg.collection import Collection
from legalkg.kg.errors import UnknownDocument

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = 100
_BATCH = 1000
_CHANGED = 20
"""One word in so many is another one in a copy."""

Record = dict[str, Any]
Question = Callable[[Collection, random.Random], object]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000, help="how many documents to fill in")
    parser.add_argument("--store", type=Path, help="folder of the collection; filled if it is empty")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    figures: dict[str, object] = {"load at the start": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "store"
        if not (store / "archive.sqlite").exists():
            figures |= fill(store, options.documents)
        with Collection.open(store, read_only=True) as collection:
            figures["documents"] = collection.count()
            for name, question in QUESTIONS.items():
                figures[name] = ask(collection, question)
    figures["load at the end"] = os.getloadavg()[0]
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
    else:
        for name, figure in figures.items():
            print(f"{name}: {figure}")
    return 0


def fill(store: Path, documents: int) -> dict[str, object]:
    """Make the collection; gives how many documents a second went into its parts."""
    spent = {"archive and catalogue": 0.0, "full-text index": 0.0}
    records = islice(copies(codified() or made_up()), documents)
    with Collection.open(store) as collection:
        ingester = collection.ingester()
        while batch := list(islice(records, _BATCH)):
            start = time.perf_counter()
            for record in batch:
                _put(ingester, record)
            ingester.project()
            kept = time.perf_counter()
            collection.search("", limit=1)  # takes in what the index lacks
            spent["archive and catalogue"] += kept - start
            spent["full-text index"] += time.perf_counter() - kept
    size = sum(file.stat().st_size for file in (store / "words").iterdir())
    rates = {f"{name}, documents a second": round(documents / seconds) for name, seconds in spent.items()}
    return {**rates, "full-text index, MB": round(size / 1e6)}


def ask(collection: Collection, question: Question) -> dict[str, float]:
    """Return how long answers take, in milliseconds."""
    chance = random.Random(1)  # noqa: S311
    found = []
    for _ in range(ANSWERS):
        start = time.perf_counter()
        question(collection, chance)
        found.append((time.perf_counter() - start) * 1000)
    ordered = sorted(found)
    places = {"p50": ANSWERS // 2, "p95": ANSWERS * 95 // 100, "max": ANSWERS - 1}
    return {name: round(ordered[place], 1) for name, place in places.items()}


# --- questions ---

FREQUENT = ("nghị định", "quyết định chính phủ", "quy định", "điều khoản", "cơ quan nhà nước", "tổ chức thực hiện")
RARE = ("chim yến", "hải đăng", "vắc xin", "thư viện công lập", "đối ngoại nhân dân", "rừng ngập mặn")
PHRASES = ("nghị định", "quyết định", "thủ tướng chính phủ", "bộ chính trị", "quản lý nhà nước về", "xã hội chủ nghĩa")
WHERE: tuple[dict[str, Any], ...] = (
    {"type": "nghị định"},
    {"issuer": "bộ tài chính"},
    {"since": "2010", "until": "2012-06"},
    {"type": "thông tư", "issuer": "bo y te", "since": "2005-03-01"},
    {"year": 2015},
    {"place": "hà nội"},
)


def _words(some: Sequence[str]) -> Question:
    return lambda collection, chance: collection.search(chance.choice(some))


def _phrase(some: Sequence[str]) -> Question:
    return lambda collection, chance: collection.search(f'"{chance.choice(some)}"')


def _filtered(some: Sequence[str]) -> Question:
    return lambda collection, chance: collection.search(chance.choice(some), **chance.choice(WHERE))


def _number(collection: Collection, chance: random.Random) -> object:
    return collection.search(f"{chance.randint(1, 200)}/{chance.randint(2000, 2024)}/NĐ-CP")


def _found(collection: Collection, chance: random.Random) -> object:
    number = f"{chance.randint(1, 300)}/{chance.randint(1990, 2024)}/NĐ-CQ"
    try:
        return collection.find(number)
    except UnknownDocument as error:
        return error


QUESTIONS: dict[str, Question] = {
    "search: rare words": _words(RARE),
    "search: frequent words": _words(FREQUENT),
    "search: phrases": _phrase(PHRASES),
    "search: frequent words, filtered": _filtered(FREQUENT),
    "search: phrases, filtered": lambda c, chance: c.search(f'"{chance.choice(PHRASES)}"', **chance.choice(WHERE)),
    "search: numbers": _number,
    "search: the tenth page": lambda c, chance: c.search(chance.choice(FREQUENT), offset=180),
    "search: filters alone": lambda c, chance: c.search("", **chance.choice(WHERE)),
    "list: words": lambda c, chance: c.documents(words=chance.choice(FREQUENT + RARE)),
    "list: filters": lambda c, chance: c.documents(**chance.choice(WHERE)),
    "list: words and filters": lambda c, chance: c.documents(words=chance.choice(FREQUENT), **chance.choice(WHERE)),
    "count: words": lambda c, chance: c.count(words=chance.choice(FREQUENT + RARE)),
    "count: filters": lambda c, chance: c.count(**chance.choice(WHERE)),
    "find: what is not there": _found,
}


# --- documents ---


def codified() -> list[Record]:
    """Return the codified documents that have a number and a date; none where they are missing."""
    path = Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared")) / "corpus" / "codified-documents.jsonl.gz"
    if not path.is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [record for record in map(json.loads, lines) if record["date"] and record["number"]]


def made_up() -> list[Record]:
    """Return documents of words that stand in no order."""
    chance = random.Random(2)  # noqa: S311
    words = " ".join((*FREQUENT, *RARE, *PHRASES)).split()
    return [
        {
            "number": f"{n}/{1995 + n % 30}/NĐ-CP", "type": "Nghị định", "issuer": "Chính phủ", "title": words[n % 20],
            "date": f"{1995 + n % 30}-{1 + n % 12:02}-{1 + n % 28:02}", "text": " ".join(chance.choices(words, k=3000)),
        }
        for n in range(1, 1001)
    ]  # fmt: skip


def copies(records: Sequence[Record]) -> Iterator[Record]:
    """Return documents without end: copies with other numbers and years, and some of the words others."""
    chance = random.Random(3)  # noqa: S311
    vocabulary = sorted({word for record in records[:300] for word in record["text"].split()})
    for copy in count():
        for record in records:
            year = int(record["date"][:4]) - copy % 15
            number = re.sub(r"^\d+", lambda found: str(int(found.group()) + copy * 10_000), record["number"])  # noqa: B023
            words = record["text"].split(" ")
            for _ in range(len(words) // _CHANGED):
                words[chance.randrange(len(words))] = chance.choice(vocabulary)
            yield record | {
                "number": re.sub(r"/(19|20)\d\d/", f"/{year}/", number),
                "date": f"{year}{record['date'][4:]}".replace("-02-29", "-02-28"),
                "text": " ".join(words),
            }


def _put(ingester: Any, record: Record) -> None:
    header = Header(
        type=record["type"], number=record["number"], date=record["date"], issuer=record["issuer"],
        title=record["title"], place="Hà Nội",
    )  # fmt: skip
    name = f"{record['number']} {record['date']}"
    source = SourceText(id=name, text=record["text"])
    sha256 = hashlib.sha256(record["text"].encode()).hexdigest()
    ingester.put(f"/corpus/{name}", sha256, source, Extraction(id=name, extractor="benchmark", header=header))


if __name__ == "__main__":
    sys.exit(main())
