"""Slices of documents that no one had seen when they were annotated: how good extraction is at first sight.

    python -m benchmarks.slices choose SEED NAME          pick 20 unused documents; texts go beside the checkout
    python -m benchmarks.slices add NAME ANNOTATED.jsonl  keep annotations without texts, and their first score
    python -m benchmarks.slices score NAME ...            score kept slices as they stand now; all, if none is named
    python -m benchmarks.slices first-sight               print the scores that each slice had when it was added

A kept slice (``benchmarks/slices/NAME.jsonl``) holds offsets and facts: where in which document of the corpora a text
lies, its hash, its header, the documents it cites, mentions as [start, end, document, kind], relations. The texts stay
in a folder ``shared`` beside the checkout (or at LEGALKG_SHARED); one that has changed is refused.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.scorers import evaluated
from benchmarks.shared_texts import ROOT, rows, shared_folder
from benchmarks.slice_choice import choose

FOLDER = ROOT / "benchmarks" / "slices"
FIRST_SIGHT = FOLDER / "first-sight.csv"
HEADER_FIELDS = ("type", "number", "date", "issuer", "title", "signers")
FIGURES = {
    "spans, overlapping: F1": "span overlap",
    "spans, exact: F1": "span exact",
    "identity, end to end: F1": "identity, end to end",
    "relations: F1": "relations",
    **{f"header: {field}": f"header {field}" for field in HEADER_FIELDS},
}
"""Names of the figures as they are printed, and as the scorer has them."""

Row = dict[str, Any]
_FACTS = ("type", "number", "date", "issuer", "name")


class OtherTextError(ValueError):
    """The text that a slice was made of is not what stands there now."""


def main() -> int:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "slices", help="where texts of slices are put")
    commands = parser.add_subparsers(dest="command", required=True)
    chosen = commands.add_parser("choose")
    chosen.add_argument("seed", type=int)
    chosen.add_argument("name")
    added = commands.add_parser("add")
    added.add_argument("name")
    added.add_argument("annotated", type=Path)
    commands.add_parser("score").add_argument("names", nargs="*")
    commands.add_parser("first-sight")
    options = parser.parse_args()
    if options.command == "first-sight":
        print(FIRST_SIGHT.read_text(encoding="utf-8") if FIRST_SIGHT.exists() else "no slice has been added", end="")
    elif not (shared_folder() / "corpus").is_dir():
        print(f"there are no texts in {shared_folder()}", file=sys.stderr)
    elif options.command == "choose":
        _choose(options.seed, options.name, options.texts)
    elif options.command == "add":
        _add(options.name, _read(options.annotated), _read(options.texts / f"{options.name}.texts.jsonl"))
    else:
        for name in options.names or kept_slices():
            for figure, value in score(name).items():
                print(f"{name}: {figure:32} {value:.4f}")
    return 0


def kept_slices() -> list[str]:
    """Return the names of all slices that are kept."""
    return sorted(file.stem for file in FOLDER.glob("*.jsonl"))


def score(name: str) -> dict[str, float]:
    """Return the figures of a kept slice, those of which it says anything."""
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / f"{name}.jsonl"
        _write(gold, gold_rows(name))
        scores = evaluated(gold)
    values = {figure: scores[key] for figure, key in FIGURES.items() if key in scores}
    return {figure: value["f1"] if isinstance(value, dict) else float(value) for figure, value in values.items()}


def gold_rows(name: str) -> list[Row]:
    """Return a kept slice with its texts, as the scorer reads it.

    Raises:
        OtherTextError: A text differs from the one that was annotated.
    """
    return [with_text(row, _texts(row["corpus"]).get(row["document"], "")) for row in _read(FOLDER / f"{name}.jsonl")]


def without_text(annotated: Row, chosen: Row) -> Row:
    """Return an annotated row as it is kept: offsets and facts.

    Args:
        annotated: With its text, mentions and relations as the scorer reads them.
        chosen: Where the text lies: ``corpus``, ``document``, ``start``, ``end``, ``sha256``.

    Raises:
        OtherTextError: Another text was annotated than was chosen.
    """
    _check(annotated["text"], chosen)
    return {
        **{key: chosen[key] for key in ("id", "corpus", "document", "start", "end", "sha256")},
        "header": {field: annotated["header"].get(field) for field in HEADER_FIELDS},
        "documents": [{key: document.get(key) for key in ("id", *_FACTS)} for document in annotated["documents"]],
        "mentions": [[m["start"], m["end"], m["document"], m["kind"]] for m in annotated["mentions"]],
        "relations": _triples(annotated["relations"]),
        "optional_relations": _triples(annotated.get("optional_relations", [])),
    }


def with_text(kept: Row, document: str) -> Row:
    """Return a kept row as the scorer reads it, with its part of the text of a whole document.

    Raises:
        OtherTextError: The text differs from the one that was annotated.
    """
    text = document[kept["start"] : kept["end"]]
    _check(text, kept)
    return {
        "id": kept["id"],
        "text": text,
        "header": kept["header"],
        "documents": kept["documents"],
        "mentions": [
            {"start": start, "end": end, "text": text[start:end], "document": cited, "kind": kind}
            for start, end, cited, kind in kept["mentions"]
        ],
        **{
            key: [{"source": a, "relation": relation, "target": b} for a, relation, b in kept[key]]
            for key in ("relations", "optional_relations")
        },
    }


def _check(text: str, row: Row) -> None:
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise OtherTextError(f"{row['id']}: the text of {row['document']} in {row['corpus']} is not the one annotated")


def _triples(relations: Iterable[Row]) -> list[list[str]]:
    return [[relation["source"], relation["relation"], relation["target"]] for relation in relations]


def _choose(seed: int, name: str, folder: Path) -> None:
    kept = (row for other in kept_slices() if other != name for row in _read(FOLDER / f"{other}.jsonl"))
    out = (row for file in folder.glob("*.texts.jsonl") if file.name != f"{name}.texts.jsonl" for row in _read(file))
    chosen = choose(seed, name, {(row["corpus"], row["document"]) for texts in (kept, out) for row in texts})
    (folder / name).mkdir(parents=True, exist_ok=True)
    _write(folder / f"{name}.texts.jsonl", chosen)
    for row in chosen:
        (folder / name / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
    print(f"{name}: {len(chosen)} documents, {sum(len(row['text']) for row in chosen)} characters, in {folder / name}")


def _add(name: str, annotated: list[Row], chosen: list[Row]) -> None:
    places = {row["id"]: row for row in chosen}
    FOLDER.mkdir(exist_ok=True)
    _write(FOLDER / f"{name}.jsonl", [without_text(row, places[row["id"]]) for row in annotated])
    _keep_first_sight(name, score(name))


def _keep_first_sight(name: str, scores: dict[str, float]) -> None:
    """Write down the scores of a new slice; those of one that was added before stay as they were."""
    is_new = not FIRST_SIGHT.exists()
    rows = [] if is_new else FIRST_SIGHT.read_text(encoding="utf-8").splitlines()
    if name in {row["slice"] for row in csv.DictReader(rows)}:
        print(f"{name} was seen before; its scores at first sight stay", file=sys.stderr)
        return
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=ROOT
    ).stdout.strip()
    with FIRST_SIGHT.open("a", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        if is_new:
            table.writerow(["slice", "date", "commit", *FIGURES])
        values = [f"{scores[figure]:.4f}" if figure in scores else "" for figure in FIGURES]
        table.writerow([name, datetime.date.today().isoformat(), commit, *values])


@cache
def _texts(corpus: str) -> dict[str, str]:
    return {row["id"]: row["text"] for row in rows(corpus)}


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _write(file: Path, lines: Iterable[Row]) -> None:
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
