"""Writing down what is said: one link for each place that says a relation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from legalkg.extractors.citations.found import Found
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.relations import RelationName, relations_that
from legalkg.extractors.relations.context import Context

CHANGES = frozenset(relations_that(lambda relation: relation.changes_target))


class Said(NamedTuple):
    """A relation with the words and the rule that say it, and the heading where these words stand, if in one."""

    relation: RelationName
    words: str
    rule: str
    confidence: float
    heading: tuple[int, int] | None = None


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
    """A clause with the citations read so far, and how they stand.

    Attributes:
        cited: The citations read, in order.
        own: The first on which the document itself acts.
        passive: The first that acts on one before it.
        has_others: Whether anything is said that is no act of the document itself.
        ends_in_passive: Whether the last thing said is a passive.
        last_of_type: The last of each type of which something is said.
    """

    start: int
    end: int
    place: str
    cited: list[Found] = field(default_factory=list)
    own: Standing | None = None
    passive: Standing | None = None
    has_others: bool = False
    ends_in_passive: bool = False
    last_of_type: dict[str | None, Standing] = field(default_factory=dict)
    _standings: dict[int, Standing] = field(default_factory=dict)

    def stand(self, standing: Standing) -> None:
        """Note how a citation stands."""
        self._standings[id(standing.found)] = standing
        self.last_of_type[standing.found.type] = standing
        self.ends_in_passive = standing.acts_on is not None
        if standing.source == THIS:
            self.own = self.own or standing
        else:
            self.has_others = True
        if standing.acts_on is not None:
            self.passive = self.passive or standing

    def standing_of(self, found: Found) -> Standing | None:
        """Return how a citation stands, if anything was said of it."""
        return self._standings.get(id(found))


class Links:
    """Collects the links of one text."""

    def __init__(self, context: Context) -> None:
        """Start with none."""
        self._context = context
        self.all: list[Link] = []

    def act(self, clause: Clause, source: str, target: Found, said: list[Said], also: tuple[str, ...] = ()) -> None:
        """Note that a document acts on a citation, on the provisions before it and on those named with another verb."""
        pinpoint = self._context.pinpoints.get(target.start)
        provisions = tuple((None, eid) for eid in (*also, *(pinpoint.eids if pinpoint else ())))
        for one in said:
            self._add(clause, source, one, target.document, provisions)
        clause.stand(Standing(target, source, said))

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
        clause.stand(Standing(agent, "", said, acts_on=target))

    def can(self, source: str, relation: RelationName, target: str) -> bool:
        """Return whether the types and dates of two documents allow a relation."""
        context = self._context
        if source == target or (THIS in (source, target) and not context.is_document):
            return False
        # A letter may point out a misprint in anything.
        if relation in CHANGES - {"corrects"} and not context.may_change(source, target):
            return False
        return context.may_act(source, target)

    def _add(
        self, clause: Clause, source: str, said: Said, target: str, provisions: tuple[tuple[str | None, str], ...]
    ) -> None:
        if self.can(source, said.relation, target):
            self.all.append(Link(source, said.relation, target, said, clause.start, clause.end, provisions))
