"""Score extraction against the annotated documents, and guard the scores that were recorded.

    python -m benchmarks.evaluate            compare with benchmarks/scores.json; exit status 1 if a score fell
    python -m benchmarks.evaluate --record   write benchmarks/scores.json and the table in README.md

The scorers and the annotated documents are not part of the repository; they stand in a folder ``shared`` beside it (or
at LEGALKG_SHARED). Where it is missing there is nothing to compare.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import re
import subprocess
import sys
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks import slices
from benchmarks.scorers import evaluated, run_scorer
from benchmarks.shared_texts import ROOT, shared_folder

SCORES = ROOT / "benchmarks" / "scores.json"
README = ROOT / "README.md"
MARKS = ("<!-- scores -->", "<!-- /scores -->")
_LAST_SLICES = 6
_UNSEEN = ("spans, overlapping: F1", "spans, exact: F1", "identity, end to end: F1", "relations: F1")
# Scores are rounded to this many digits; a smaller fall is no fall.
DIGITS = 4

# (set, figure of the scorer, part of it, name in the table)
FIGURES = [
    ("documents", "span overlap", "f1", "spans, overlapping: F1"),
    ("documents", "span exact", "f1", "spans, exact: F1"),
    ("documents", "distinct documents", "f1", "distinct documents: F1"),
    ("documents", "identity, end to end", "f1", "identity, end to end: F1"),
    ("documents", "relations", "f1", "relations: F1"),
    ("documents", "header type", None, "header: type"),
    ("documents", "header number", None, "header: number"),
    ("documents", "header date", None, "header: date"),
    ("documents", "header issuer", None, "header: issuer"),
    ("documents", "header title", None, "header: title"),
    ("documents", "header signers", None, "header: signers"),
    ("documents-2", "span overlap", "f1", "spans, overlapping: F1"),
    ("documents-2", "span exact", "f1", "spans, exact: F1"),
    ("documents-2", "distinct documents", "f1", "distinct documents: F1"),
    ("documents-2", "identity, end to end", "f1", "identity, end to end: F1"),
    ("documents-2", "relations", "f1", "relations: F1"),
    ("documents-2", "header type", None, "header: type"),
    ("documents-2", "header number", None, "header: number"),
    ("documents-2", "header date", None, "header: date"),
    ("documents-2", "header issuer", None, "header: issuer"),
    ("documents-2", "header title", None, "header: title"),
    ("documents-2", "header signers", None, "header: signers"),
    ("headers", "header number", None, "number"),
    ("headers", "header date", None, "date"),
    ("headers", "header type", None, "type"),
    ("headers", "header signers", None, "signers"),
    ("vnlegaltext-val", "span overlap", "r", "spans, overlapping: recall"),
    ("vnlegaltext-val", "span exact", "r", "spans, exact: recall"),
    ("vnlegaltext-val", "span overlap", "p", "spans, overlapping: precision"),
    ("phapdien-amendments", "edges", None, "edges: F1"),
    ("phapdien-amendments", "provisions", None, "provisions"),
    ("amending-documents", "pairs", None, "pairs of provisions: F1"),
    ("amending-documents", "changed", None, "changed provisions: F1"),
    ("amending-documents", "references", None, "references in quotations"),
]


def main() -> int:
    """Run the scorers, print the table, compare or record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write scores.json and the table in README.md")
    options = parser.parse_args()
    shared = shared_folder()
    if not (shared / "eval" / "evaluate.py").is_file():
        print(f"nothing to score: there are no annotated documents in {shared}", file=sys.stderr)
        return 0
    scores = measure(shared)
    recorded: dict[str, float] = json.loads(SCORES.read_text()) if SCORES.exists() else {}
    fallen = [name for name, value in scores.items() if value < recorded.get(name, 0.0)]
    for name, value in scores.items():
        print(f"{name:58} {value:.4f}  (recorded {recorded.get(name, float('nan')):.4f})")
    if options.record:
        SCORES.write_text(json.dumps(scores, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        write_table(scores)
        return 0
    for name in fallen:
        print(f"fell: {name} is {scores[name]:.4f}, {recorded[name]:.4f} was recorded", file=sys.stderr)
    return 1 if fallen else 0


def measure(shared: Path) -> dict[str, float]:
    """Run each scorer once and give every figure by 'set: name'."""
    gold = shared / "gold"
    outputs: dict[str, dict[str, Any]] = {
        "documents": evaluated(gold / "documents.jsonl"),
        "documents-2": evaluated(gold / "documents-2.jsonl"),
        "headers": evaluated(gold / "headers.jsonl"),
        "vnlegaltext-val": evaluated(gold / "vnlegaltext-val.jsonl", "--spans-only"),
        "phapdien-amendments": _amendments(gold),
        "amending-documents": _provisions(gold),
    }
    scores = {}
    for source, figure, part, name in FIGURES:
        value = outputs[source][figure]
        scores[f"{source}: {name}"] = round(value[part] if part else value, DIGITS)
    for slice_name in slices.kept_slices():
        for name, value in slices.score(slice_name).items():
            scores[f"slice {slice_name}: {name}"] = round(value, DIGITS)
    return scores


def _amendments(gold: Path) -> dict[str, float]:
    output = run_scorer("amendments.py", gold / "phapdien-amendments.jsonl")
    edges, provisions = re.search(r"F1 ([\d.]+)", output), re.search(r"= ([\d.]+)", output)
    if not edges or not provisions:
        raise SystemExit(f"amendments.py printed no scores:\n{output}")
    return {"edges": float(edges.group(1)), "provisions": float(provisions.group(1))}


def _provisions(gold: Path) -> dict[str, float]:
    output = run_scorer("provisions.py", gold / "amending-documents.jsonl")
    pairs, changed = re.findall(r"F1 ([\d.]+)", output)
    references = re.search(r"= ([\d.]+)", output)
    if not references:
        raise SystemExit(f"provisions.py printed no scores:\n{output}")
    return {"pairs": float(pairs), "changed": float(changed), "references": float(references.group(1))}


def _first_sight() -> list[tuple[str, float]]:
    """Return the mean of what the last slices of unseen documents scored before anything was mended."""
    with slices.FIRST_SIGHT.open(encoding="utf-8", newline="") as lines:
        last = list(csv.DictReader(lines))[-_LAST_SLICES:]
    return [(name, fmean(float(row[name]) for row in last if row[name])) for name in _UNSEEN]


def write_table(scores: dict[str, float]) -> None:
    """Put the scores into README.md, between its marks, with the date and the commit that they belong to."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=ROOT
    ).stdout.strip()
    today = datetime.date.today()
    lines = [
        f"Measured on {today:%d %B %Y} at `{commit}` with `make evaluate`.",
        "",
        "| set | score | |",
        "|---|---|---|",
    ]
    for name, value in scores.items():
        source, _, figure = name.partition(": ")
        if not source.startswith("slice "):  # mended since: what says more of unseen texts is their first sight
            lines.append(f"| {source} | {figure} | {value:.4f} |")
    lines += [f"| the last {_LAST_SLICES} slices, first sight, mean | {n} | {v:.4f} |" for n, v in _first_sight()]
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    README.write_text(before + MARKS[0] + "\n" + "\n".join(lines) + "\n" + MARKS[1] + after, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
