"""Every rule is listed, and holds over its example and not over its near miss."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import legalkg.extractors
import legalkg.kg
from legalkg.extractors.model import SourceText
from legalkg.extractors.pipeline import extract
from legalkg.extractors.rules import Example, Rule
from legalkg.kg.collection import Collection
from legalkg.kg.output.rules import markdown_lines
from legalkg.kg.rules import RULES, UnknownRule, find_rule

DOCS = Path(__file__).resolve().parents[2] / "docs"


def _defined() -> Iterator[Rule]:
    """Give every rule that any module of the project has in its namespace, alone or in a tuple."""
    for package in (legalkg.extractors, legalkg.kg):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Rule))


def _mentions_or_relations(example: Example, family: str) -> set[str]:
    extraction = extract(SourceText(id="example", text=example.text))
    return {one.rule for one in (extraction.mentions if family == "citation" else extraction.relations)}


def _collection(example: Example) -> tuple[Collection, str]:
    """Put the texts into a collection; gives it with the IRI of the first."""
    collection = Collection.in_memory()
    ingester = collection.ingester()
    iris = []
    for count, text in enumerate(example.texts):
        source = SourceText(id=f"{count}.txt", text=text)
        iris.append(ingester.put(f"/{count}.txt", hashlib.sha256(text.encode()).hexdigest(), source, extract(source)))
    ingester.project()
    return collection, iris[0]


def _resolutions(example: Example) -> set[str]:
    collection, iri = _collection(example)
    with collection:
        if example.review:
            decision, citation, *target = example.review
            getattr(collection.review(), decision)(iri, citation, *target, by="Lan")
        return {one.rule for one in collection.citations(collection.document(iri))}


def _forces(example: Example) -> set[str]:
    assert example.day
    collection, _ = _collection(example)
    with collection:
        return {collection.force(one, date.fromisoformat(example.day)).rule for one in collection.documents()}


def applied(example: Example, family: str) -> set[str]:
    """Give the ids of the rules of a family that apply over an example."""
    if family == "resolution":
        return _resolutions(example)
    return _forces(example) if family == "force" else _mentions_or_relations(example, family)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_applies_to_its_example_and_not_to_its_near_miss(rule: Rule) -> None:
    assert rule.id in applied(rule.example, rule.family)
    assert rule.id not in applied(rule.counter_example, rule.family)


def test_every_rule_is_listed_once() -> None:
    defined = list(_defined())
    assert {rule.id for rule in defined} == set(RULES)
    assert all(RULES[rule.id] is rule for rule in defined)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert re.fullmatch(r"(citation|relation|resolution|force)/[a-z]+(-[a-z]+)*", rule.id)
    assert rule.says.endswith(".") and rule.basis and rule.source
    assert rule.confidence is None or 0 < rule.confidence <= 1
    assert (rule.confidence is None) == (rule.family in ("resolution", "force")) or rule.id == "relation/coordination"


def test_the_page_of_the_rules_is_as_they_are() -> None:
    made = "\n".join(markdown_lines(RULES.values()))
    assert (DOCS / "rules.md").read_text("utf-8") == made, "legalkg explain --format markdown > docs/rules.md"


def test_a_rule_is_found_by_its_id_and_by_its_last_part() -> None:
    assert find_rule("force/ended") is find_rule("ended") is RULES["force/ended"]


@pytest.mark.parametrize("name", ["citation/type-and-numbr", "typeandnumber", "citation", ""])
def test_an_unknown_rule_is_told_with_the_nearest(name: str) -> None:
    with pytest.raises(UnknownRule, match=r"no rule .*; the nearest are: [a-z]+/"):
        find_rule(name)
