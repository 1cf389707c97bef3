"""What was said beside what was seen."""

from __future__ import annotations

import pytest

from benchmarks.calibration import calibration_error, counted, document_of, left_out, reliability, set_of
from benchmarks.judging import Case
from legalkg.extractors.registry.confidence import Counted


def case(document: str, rule: str, *, right: bool, said: float = 0.9) -> Case:
    return Case(document, rule, said, right)


def test_rules_are_counted_in_order() -> None:
    judged = [case("a 1", "relation/y", right=True), case("a 1", "relation/x", right=False),
              case("a 2", "relation/y", right=False)]  # fmt: skip
    assert counted(judged) == [Counted("relation/x", 1, 0), Counted("relation/y", 2, 1)]


def test_bins_hold_what_was_said_and_seen() -> None:
    said = [(0.91, True), (0.93, False), (0.2, False), (1.0, True)]
    assert [(round(one.said, 2), one.seen, one.number) for one in reliability(said)] == [
        (0.2, 0, 1), (0.92, 0.5, 2), (1, 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "error"),
    [([], 0), ([(0.5, True), (0.5, False)], 0), ([(0.9, False)], 0.9), ([(0.9, False), (0.1, False)], 0.5)],
)
def test_calibration_error(said: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(said) == pytest.approx(error)


def test_a_document_does_not_count_for_itself() -> None:
    """Each lot is said to be what the others are: all of one document wrong is no news from the other."""
    judged = [case("a 1", "relation/x", right=False)] * 9 + [case("a 2", "relation/x", right=True)] * 9
    said = left_out(judged, document_of)
    assert [confidence for confidence, right in said if not right] == [1.0] * 9
    assert [confidence for confidence, right in said if right] == [0.0] * 9


def test_a_case_is_of_its_set() -> None:
    assert set_of(case("slice s1 s1-01", "relation/x", right=True)) == "slice s1"
