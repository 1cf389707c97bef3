"""Choosing documents for a slice: by a seed, of every corpus some, none that anyone has used."""

from __future__ import annotations

import hashlib
import json
import random
import re
from typing import Any

from benchmarks.shared_texts import rows, shared_folder

PLAN = {"party-texts": 9, "state-documents": 4, "state-documents-2": 4, "codified-documents": 2, "questions": 1}
"""How many documents of each corpus: most of those that extraction finds hardest."""

_SHORTEST = 400
_SIZES = (2000, 5000)
_IN_THE_MIDDLE = 0.4
_PROBE = 80
_MAY_CITE = re.compile(r"\d{1,4}[-/]|[Ll]uật|[Nn]ghị")

Row = dict[str, Any]


def choose(seed: int, name: str, used: set[tuple[str, str]]) -> list[Row]:
    """Return the texts of a new slice with where they lie; the same seed and the same used ones give the same.

    Args:
        seed: Starts the choice.
        name: Of the slice; its texts are 'NAME-01' and so on.
        used: Corpus and id of documents of other slices; those of the annotated sets are left out, too.
    """
    rng = random.Random(seed)  # noqa: S311
    annotated = _annotated()
    chosen: list[Row] = []
    for corpus, count in PLAN.items():
        documents = list(rows(corpus))
        rng.shuffle(documents)
        wanted = len(chosen) + count
        for document in documents:
            if (corpus, document["id"]) in used or not is_fresh(document["text"], annotated):
                continue
            start, end = passage(document["text"], rng)
            text = document["text"][start:end]
            if _MAY_CITE.search(text):
                place = {"corpus": corpus, "document": document["id"], "start": start, "end": end}
                sha256 = hashlib.sha256(text.encode()).hexdigest()
                chosen.append({"id": f"{name}-{len(chosen) + 1:02}", **place, "sha256": sha256, "text": text})
            if len(chosen) == wanted:
                break
    return chosen


def is_fresh(text: str, annotated: str) -> bool:
    """Return whether a text is long enough, and neither its middle nor its beginning stands among annotated ones."""
    middle = len(text) // 2
    return (
        len(text) >= _SHORTEST
        and text[middle : middle + _PROBE] not in annotated
        and text[50 : 50 + _PROBE] not in annotated
    )


def passage(text: str, rng: random.Random) -> tuple[int, int]:
    """Return the offsets of a part of a text, whole lines where it has lines; often its beginning."""
    size, start = rng.randint(*_SIZES), 0
    if len(text) > size and rng.random() < _IN_THE_MIDDLE:
        start = text.rfind("\n", 0, rng.randint(0, len(text) - size)) + 1
    end = min(len(text), start + size)
    if end < len(text):
        line = text.rfind("\n", start + size // 2, end)
        end = line if line > 0 else end
    return start, end


def _annotated() -> str:
    texts = []
    for name in ("documents", "documents-2", "amending-documents"):
        with (shared_folder() / "gold" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    return "\0".join(texts)
