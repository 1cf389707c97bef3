"""What was counted becomes a confidence, drawn towards that of the family where the cases are few."""

from __future__ import annotations

import pytest

from legalkg.extractors.registry.confidence import PRIOR, Confidences, Counted, confidence_of, confidences
from legalkg.extractors.registry.tables import read_table
from legalkg.kg.rules import RULES

MADE = Confidences(
    [Counted("relation/sure", 90, 90), Counted("relation/rare", 1, 0), Counted("relation/weak", 9, 0),
     Counted("citation/odd", 2, 1)]
)  # fmt: skip


def test_the_overall_share_is_that_of_the_family() -> None:
    assert (MADE.overall("relation"), MADE.overall("citation"), MADE.overall("force")) == (0.9, 0.5, None)


def test_few_cases_are_drawn_towards_the_overall_share() -> None:
    assert MADE.of("relation/weak") < MADE.of("relation/rare") < 0.9 < MADE.of("relation/sure") < 1
    assert MADE.of("relation/rare") == round(PRIOR * 0.9 / (1 + PRIOR), 3)


def test_a_rule_that_nobody_counted_is_no_surer_than_its_family() -> None:
    assert [MADE.of("relation/new", judged) for judged in (0.5, 0.99, None)] == [0.5, 0.9, 0.9]


def test_a_family_that_nobody_counted_is_as_judged() -> None:
    assert [MADE.of("force/new", judged) for judged in (0.5, None)] == [0.5, 0.0]


def test_the_table_counts_rules_that_there_are() -> None:
    rows = read_table("confidence")
    names = [row["rule"] for row in rows]
    assert names == sorted(set(names))
    assert set(names) <= {rule for rule in RULES if rule.startswith(("citation/", "relation/"))}
    assert all(0 <= int(row["right"]) <= int(row["cases"]) and int(row["cases"]) for row in rows)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.startswith(("citation/", "relation/"))])
def test_no_rule_is_certain(rule: str) -> None:
    assert 0 < confidence_of(rule, RULES[rule].confidence) < 1


def test_what_is_shown_is_what_the_table_counts() -> None:
    rows = [Counted(row["rule"], int(row["cases"]), int(row["right"])) for row in read_table("confidence")]
    often = sorted((row for row in rows if row.cases >= 20), key=lambda row: row.right / row.cases)
    assert confidence_of(often[0].rule) < 0.95 < confidence_of("citation/type-and-number")
    assert confidences().counted(often[0].rule) == often[0]
    assert confidences().counted("citation/none") is None
