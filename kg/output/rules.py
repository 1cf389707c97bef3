"""The rules as pages: ``docs/rules.md``, and one rule for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from legalkg.extractors.registry.confidence import confidence_of, confidences
from legalkg.extractors.rules import Example, Rule

_HEAD = """# The rules

What is found and what is decided carries the id of a rule. `legalkg explain ID` shows one rule, `legalkg explain` lists
all; this page is made by `legalkg explain --format markdown > docs/rules.md`, and a test holds it to that. The texts
are written as examples, and tests run every one of them. A confidence is the share of right ones among what a rule
found in annotated documents, drawn towards that of its family where the cases are few (`data/registry/README.md`).
Rules of resolution and force have none: the first that applies decides.
"""
_FAMILIES = {
    "citation": (
        "Citations",
        "How a text names a document. What spans the break of a page has the modifier `over-page-break`; a plain "
        "number that means a document whose full number the text gives too has `short-for-full`.",
    ),
    "relation": ("Relations", "How one document acts on another, in the order in which the rules are tried."),
    "resolution": (
        "Resolution",
        "Which document a citation means, in the order in which the rules are tried; what people decided stands above "
        "them.",
    ),
    "force": ("Force", "Whether a document is in force on a day, in the order in which the rules are tried."),
}
_BESIDE = "Beside it"
COUNTED = ("citation", "relation")
"""The families whose findings have a confidence."""


def markdown_lines(rules: Iterable[Rule]) -> Iterator[str]:
    """Return the page of some rules, family by family."""
    yield _HEAD
    for family, of_family in groupby(rules, lambda rule: rule.family):
        title, about = _FAMILIES[family]
        yield f"## {title}\n\n{about}\n"
        for rule in of_family:
            yield f"### `{rule.id}`\n\n{rule.says}\n"
            yield f"Confidence: {_sureness(rule)}. Source: {rule.source}.\n"
            for title, example in (("Applies", rule.example), ("Does not apply", rule.counter_example)):
                for count, text in enumerate(example.texts):
                    yield f"{_BESIDE if count else title + _circumstances(example)}:\n\n```text\n{text.strip()}\n```\n"


def rule_lines(rule: Rule) -> Iterator[str]:
    """Return all that is known of one rule, for a terminal."""
    yield f"{rule.id}\n{rule.says}\n"
    yield f"Confidence: {_sureness(rule)}\nSource: {rule.source}"
    for title, example in (("Applies", rule.example), ("Does not apply", rule.counter_example)):
        for count, text in enumerate(example.texts):
            lines = "\n".join(f"  {line}".rstrip() for line in text.strip().splitlines())
            yield f"\n{_BESIDE if count else title + _circumstances(example)}:\n{lines}"


def confidence(rule: Rule) -> str:
    """Return the confidence of a rule as it is shown."""
    sure = _confidence(rule)
    return "-" if sure is None else f"{sure:g}"


def as_shown(rule: Rule) -> dict[str, Any]:
    """Return all that is known of a rule, with the confidence that what it finds gets, and what that rests on."""
    return {**asdict(rule), "confidence": _confidence(rule), "basis": _basis(rule)}


def _confidence(rule: Rule) -> float | None:
    return confidence_of(rule.id, rule.confidence) if rule.family in COUNTED else None


def _basis(rule: Rule) -> str:
    if rule.family not in COUNTED:
        return rule.basis
    counted = confidences().counted(rule.id)
    if counted is None:
        return "judged: no annotated document shows it"
    return f"counted: {counted.right} of {counted.cases} right in annotated documents"


def _sureness(rule: Rule) -> str:
    sure = _confidence(rule)
    return _basis(rule) if sure is None else f"{sure:g}, {_basis(rule)}"


def _circumstances(example: Example) -> str:
    said = [f"on {example.day}"] if example.day else []
    if example.review:
        said.append(f"after `legalkg review {example.review[0]} DOC {' '.join(example.review[1:])}`")
    return f" ({', '.join(said)})" if said else ""
