"""How sure each rule is: counted on annotated documents (``confidence.csv``), smoothed where the cases are few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from legalkg.extractors.registry.tables import read_table

PRIOR = 4.0
"""How many cases the overall share counts for: the prior is Beta(PRIOR * p, PRIOR * (1 - p)), p that of the family."""

_DIGITS = 3
_SUREST = 0.999


@dataclass(frozen=True, slots=True)
class Counted:
    """How often what a rule found was judged on annotated documents, and how often it was right."""

    rule: str
    cases: int
    right: int


class Confidences:
    """Confidences of rules, made of what was counted."""

    def __init__(self, counted: Iterable[Counted]) -> None:
        """Take a row for each rule."""
        self._rows: Mapping[str, Counted] = {row.rule: row for row in counted}
        self._overall = {family: self._share(family) for family in {_family(rule) for rule in self._rows}}

    def counted(self, rule: str) -> Counted | None:
        """Return what was counted of a rule; None of one that no annotated document shows."""
        return self._rows.get(rule)

    def overall(self, family: str) -> float | None:
        """Return the share of right ones of all rules of a family; None where nothing was counted."""
        return self._overall.get(family)

    def of(self, rule: str, judged: float | None = None) -> float:
        """Return how sure a rule is: (right + PRIOR * p) / (cases + PRIOR).

        Args:
            rule: Its id.
            judged: What its author thought; of a rule without cases, that counts where it is below p.
        """
        overall = self._overall.get(_family(rule))
        row = self._rows.get(rule)
        if overall is None:
            return judged or 0.0
        if row is None:
            return round(min(overall, judged or 1.0), _DIGITS)
        share = (row.right + PRIOR * overall) / (row.cases + PRIOR)
        # Where one was wrong, the next one may be: no share is rounded up to certainty.
        return _SUREST if _SUREST < share < 1 else round(share, _DIGITS)

    def _share(self, family: str) -> float:
        rows = [row for row in self._rows.values() if _family(row.rule) == family]
        return sum(row.right for row in rows) / max(1, sum(row.cases for row in rows))


@cache
def confidences() -> Confidences:
    """Return the confidences of ``confidence.csv``."""
    rows = read_table("confidence")
    return Confidences(Counted(row["rule"], int(row["cases"]), int(row["right"])) for row in rows)


@cache
def confidence_of(rule: str, judged: float | None = None) -> float:
    """Return how sure what a rule finds is, as counted; see :meth:`Confidences.of`."""
    return confidences().of(rule, judged)


def _family(rule: str) -> str:
    return rule.partition("/")[0]
