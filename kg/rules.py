"""All rules by their ids, of four families: citations, relations, resolution, force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from legalkg.extractors.citations.find import CITATION_RULES
from legalkg.extractors.relations.find import RELATION_RULES
from legalkg.extractors.rules import Rule
from legalkg.kg.chains.force_rules import FORCE_RULES
from legalkg.kg.errors import LegalkgError
from legalkg.kg.identity.resolution_rules import RESOLUTION_RULES

RULES: Final[Mapping[str, Rule]] = {
    rule.id: rule for rule in (*CITATION_RULES, *RELATION_RULES, *RESOLUTION_RULES, *FORCE_RULES)
}
"""Id of a rule -> the rule; in each family in the order in which they are tried, where there is one."""
_SHOWN = 3


class UnknownRule(LegalkgError):  # noqa: N818
    """No rule, or more than one, has this name."""

    def __init__(self, name: str, nearest: Sequence[str]) -> None:
        super().__init__(f"no rule {name!r}; the nearest are: {', '.join(nearest)}")


def find_rule(name: str) -> Rule:
    """Return the rule of an id, or of its last part where only one rule has it.

    Raises:
        UnknownRule: There is none; the message gives the nearest.
    """
    named = [rule for rule in RULES.values() if name in (rule.id, rule.id.partition("/")[2])]
    if len(named) != 1:
        raise UnknownRule(name, [rule.id for rule in named] or _nearest(name))
    return named[0]


def _nearest(name: str) -> list[str]:
    from rapidfuzz import fuzz, process

    return [found for found, _, _ in process.extract(name, list(RULES), scorer=fuzz.WRatio, limit=_SHOWN)]
