"""Whether a confidence means what it says: of what is said with 0.9, nine in ten should be right.

    python -m benchmarks.calibration            print what was said and seen; exit status 1 if they lie apart
    python -m benchmarks.calibration --record   count anew: writes data/registry/confidence.csv and docs/rules.md

The expected calibration error is the mean distance between what was said and the share of right ones, by bins of
confidence, weighted by their cases. 'In sample' takes what extraction says, by the kept counts of these very documents.
'Left out' says of each document what the other documents alone would, 'set left out' of each set what the other sets
would: that is nearest to the next text. The annotated documents stand in a folder ``shared`` beside the checkout (or at
LEGALKG_SHARED).
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from benchmarks.judging import Case, cases
from benchmarks.shared_texts import ROOT, shared_folder
from legalkg.extractors.registry.confidence import Confidences, Counted, confidences
from legalkg.kg.rules import RULES

TABLE = ROOT / "data" / "registry" / "confidence.csv"
RULES_PAGE = ROOT / "docs" / "rules.md"
WANTED = 0.03
"""The largest error, left out by document, that is taken for calibrated."""
FAMILIES = {"relation": "relations", "citation": "citations"}
_BINS = 20

Said = list[tuple[float, bool]]
"""Confidences, each with whether it was right."""


class Bin(NamedTuple):
    """The cases of one stretch of confidence: what was said of them on average, and how many were right."""

    said: float
    seen: float
    number: int


def main() -> int:
    """Print the tables, compare or record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write confidence.csv and docs/rules.md")
    options = parser.parse_args()
    if not (shared_folder() / "gold").is_dir():
        print(f"nothing to count: there are no annotated documents in {shared_folder()}", file=sys.stderr)
        return 0
    judged = list(cases())
    if options.record:
        _record(counted(judged))
        return 0
    stale = [row.rule for row in counted(judged) if confidences().counted(row.rule) != row]
    if stale:
        print(f"counted otherwise now (--record): {', '.join(stale)}", file=sys.stderr)
    errors = {family: _print(family, [case for case in judged if case.rule.startswith(family)]) for family in FAMILIES}
    apart = [family for family, error in errors.items() if error >= WANTED]
    for family in apart:
        print(f"said and seen lie {errors[family]:.4f} apart for {FAMILIES[family]}", file=sys.stderr)
    return 1 if apart else 0


def counted(judged: Iterable[Case]) -> list[Counted]:
    """Return how often each rule was judged and right, in the order of their ids."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case in judged:
        total[case.rule] += 1
        right[case.rule] += case.right
    return [Counted(rule, total[rule], right[rule]) for rule in sorted(total)]


def left_out(judged: list[Case], group: Callable[[Case], str]) -> Said:
    """Return what each case would be said to be by the counts of all other groups."""
    said: Said = []
    for name in dict.fromkeys(map(group, judged)):
        others = Confidences(counted(case for case in judged if group(case) != name))
        own = (case for case in judged if group(case) == name)
        said += [(others.of(case.rule, _judged(case.rule)), case.right) for case in own]
    return said


def reliability(said: Said) -> list[Bin]:
    """Return the bins that hold any case, from the least sure."""
    bins: dict[int, Said] = {}
    for confidence, right in said:
        bins.setdefault(min(int(confidence * _BINS), _BINS - 1), []).append((confidence, right))
    return [
        Bin(sum(c for c, _ in held) / len(held), sum(r for _, r in held) / len(held), len(held))
        for _, held in sorted(bins.items())
    ]


def calibration_error(said: Said) -> float:
    """Return the mean distance between said and seen; 0 where nothing was said."""
    return sum(abs(one.said - one.seen) * one.number for one in reliability(said)) / max(1, len(said))


def document_of(case: Case) -> str:
    """Return the document of a case."""
    return case.document


def set_of(case: Case) -> str:
    """Return the annotated set of a case."""
    return case.document.rpartition(" ")[0]


def _print(family: str, judged: list[Case]) -> float:
    """Print the table of a family and return its error, left out by document."""
    now: Said = [(case.said, case.right) for case in judged]
    by_document, by_set = left_out(judged, document_of), left_out(judged, set_of)
    print(f"{FAMILIES[family]}: said, seen, number (left out by document)")
    for one in reliability(by_document):
        print(f"    {one.said:.3f}  {one.seen:.3f}  {one.number:5}")
    error = calibration_error(by_document)
    print(f"    expected calibration error: in sample {calibration_error(now):.4f}, ", end="")
    print(f"left out {error:.4f}, set left out {calibration_error(by_set):.4f}")
    for name, share in _by_set(judged):
        print(f"    {name:20} {share}")
    return error


def _by_set(judged: list[Case]) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(map(set_of, judged)):
        right = [case.right for case in judged if set_of(case) == name]
        yield name, f"{sum(right)} of {len(right)} right"


def _judged(rule: str) -> float | None:
    return RULES[rule].confidence if rule in RULES else None


def _record(rows: list[Counted]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(["rule", "cases", "right"])
        table.writerows((row.rule, row.cases, row.right) for row in rows)
    command = [sys.executable, "-m", "legalkg", "explain", "--format", "markdown"]
    page = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT).stdout
    RULES_PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
