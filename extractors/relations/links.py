"""Writing down what is said: one link for each place that says a relation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.citations.found import Found
from extractors.model import THIS, RelationName
from extractors.relations.context import Context

# A statute is changed by a statute or a resolution only (Luật Ban hành văn bản quy phạm pháp luật, điều 8 of 2025).
_STATUTES = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
_CHANGE_STATUTES = (_STATUTES - {"Hiến pháp"}) | {"Nghị quyết"}
# Proposals and reports change nothing themselves.
_CHANGE_NOTHING = frozenset({"Tờ trình", "Báo cáo", "Biên bản", "Đề án"})
CHANGES = frozenset({"amends", "replaces", "repeals", "corrects", "suspends", "extends"})


class Said(NamedTuple):
    """A relation with the words and the rule that say it."""

    relation: RelationName
    words: str
    rule: str
    confidence: float


@dataclass(slots=True)
class Link:
    """One relation said at one place; offsets are those of the view."""

    source: str
    relation: RelationName
    target: str
    said: Said
    start: int
    end: int
    provisions: tuple[tuple[str | None, str], ...] = ()


@dataclass(slots=True)
class Standing:
    """How a citation stands in its clause: who acts on it and how, or, in the passive, on which one it acts."""

    found: Found
    source: str
    said: list[Said]
    acts_on: Found | None = None


@dataclass(slots=True)
class Clause:
    """A clause with the citations judged so far."""

    start: int
    end: int
    place: str
    standings: list[Standing] = field(default_factory=list)

    def standing_of(self, found: Found) -> Standing | None:
        """Give how a citation stands, if anything was said of it."""
        return next((s for s in reversed(self.standings) if s.found is found), None)


def may_change(source_type: str | None, target_type: str | None) -> bool:
    """Tell whether a document of one type can change one of another: a decree cannot amend a law."""
    if source_type in _CHANGE_NOTHING:
        return False
    return target_type not in _STATUTES or source_type in _CHANGE_STATUTES or source_type is None


class Links:
    """Collects the links of one text."""

    def __init__(self, context: Context) -> None:
        """Start with none."""
        self._context = context
        self.all: list[Link] = []

    def act(self, clause: Clause, source: str, target: Found, said: list[Said]) -> None:
        """Note that a document acts on a citation."""
        pinpoint = self._context.pinpoints.get(target.start)
        provisions = tuple((None, eid) for eid in pinpoint.eids) if pinpoint else ()
        for one in said:
            self._add(clause, source, one, target.document, provisions)
        clause.standings.append(Standing(target, source, said))

    def act_passive(self, clause: Clause, agent: Found, target: Found, said: list[Said]) -> None:
        """Note that a citation acts on one named before it: 'A được sửa đổi bởi B'."""
        sources = self._context.pinpoints.get(agent.start)
        targets = self._context.pinpoints.get(target.start)
        provisions = tuple(
            (source, eid)
            for eid in (targets.eids if targets else ())
            for source in (sources.eids if sources else (None,))
        )
        for one in said:
            self._add(clause, agent.document, one, target.document, provisions)
        clause.standings.append(Standing(agent, "", said, acts_on=target))

    def _add(
        self, clause: Clause, source: str, said: Said, target: str, provisions: tuple[tuple[str | None, str], ...]
    ) -> None:
        if source == target or (THIS in (source, target) and not self._context.is_document):
            return
        self.all.append(Link(source, said.relation, target, said, clause.start, clause.end, provisions))
