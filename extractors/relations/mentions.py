"""Writing down what is said: one mention for each place that says a relation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.relations import RelationName, relations_that
from legalkg.extractors.relations.context import Context
from legalkg.extractors.rules import Rule

LONGEST_QUOTE = 1200
"""The longest evidence, in characters."""

CHANGES = frozenset(relations_that(lambda relation: relation.changes_target))


class RelationCue(NamedTuple):
    """A relation with the words and the rule that say it, and the heading where these words stand, if in one."""

    rule: Rule
    relation: RelationName
    words: str
    heading: tuple[int, int] | None = None


@dataclass(slots=True)
class RelationMention:
    """One relation said at one place; offsets are those of the view."""

    source: str
    relation: RelationName
    target: str
    said: RelationCue
    start: int
    end: int
    provisions: tuple[tuple[str | None, str], ...] = ()


@dataclass(slots=True)
class ClauseRole:
    """How a citation stands in its clause: who acts on it and how, or, in the passive, on which one it acts."""

    found: CitationDraft
    source: str
    said: list[RelationCue]
    acts_on: CitationDraft | None = None


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
    cited: list[CitationDraft] = field(default_factory=list)
    own: ClauseRole | None = None
    passive: ClauseRole | None = None
    has_others: bool = False
    ends_in_passive: bool = False
    last_of_type: dict[str | None, ClauseRole] = field(default_factory=dict)
    _roles: dict[int, ClauseRole] = field(default_factory=dict)

    def set_role(self, role: ClauseRole) -> None:
        """Note how a citation stands."""
        self._roles[id(role.found)] = role
        self.last_of_type[role.found.type] = role
        self.ends_in_passive = role.acts_on is not None
        if role.source == THIS:
            self.own = self.own or role
        else:
            self.has_others = True
        if role.acts_on is not None:
            self.passive = self.passive or role

    def role_of(self, found: CitationDraft) -> ClauseRole | None:
        """Return how a citation stands, if anything was said of it."""
        return self._roles.get(id(found))


class RelationMentions:
    """Collects the relation mentions of one text."""

    def __init__(self, context: Context) -> None:
        """Start with none."""
        self._context = context
        self.all: list[RelationMention] = []

    def act(
        self, clause: Clause, source: str, target: CitationDraft, said: list[RelationCue], also: tuple[str, ...] = ()
    ) -> None:
        """Note that a document acts on a citation, on the provisions before it and on those named with another verb."""
        pinpoint = self._context.pinpoints.get(target.start)
        own = self._context.own_provision(pinpoint.start) if pinpoint and source == THIS else None
        provisions = tuple((own, eid) for eid in (*also, *(pinpoint.eids if pinpoint else ())))
        place = self._place(clause, source, target)
        for one in said:
            self._add(place, source, one, target.document, provisions)
        clause.set_role(ClauseRole(target, source, said))

    def act_passive(self, clause: Clause, agent: CitationDraft, target: CitationDraft, said: list[RelationCue]) -> None:
        """Note that a citation acts on one named before it: 'A được sửa đổi bởi B'."""
        sources = self._context.pinpoints.get(agent.start)
        targets = self._context.pinpoints.get(target.start)
        provisions = tuple(
            (source, eid)
            for eid in (targets.eids if targets else ())
            for source in (sources.eids if sources else (None,))
        )
        place = self._place(clause, target.document, agent)
        for one in said:
            self._add(place, agent.document, one, target.document, provisions)
        clause.set_role(ClauseRole(agent, "", said, acts_on=target))

    def _place(self, clause: Clause, before: str, last: CitationDraft) -> tuple[int, int]:
        """Return where a relation is said: the clause, or, where that is too long a quote, the line of the first.

        A list without punctuation is one clause: 'Thông tư A sửa đổi B⏎Ban hành: …⏎Thông tư C sửa đổi D⏎…'.
        """
        if last.end - clause.start <= LONGEST_QUOTE:
            return clause.start, clause.end
        first = next((one for one in reversed(clause.cited) if one.document == before), last)
        line = max(clause.start, self._context.text.rfind("\n", clause.start, first.start) + 1)
        return (line if last.end - line <= LONGEST_QUOTE else first.start), clause.end

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
        self,
        place: tuple[int, int],
        source: str,
        said: RelationCue,
        target: str,
        provisions: tuple[tuple[str | None, str], ...],
    ) -> None:
        if self.can(source, said.relation, target):
            self.all.append(RelationMention(source, said.relation, target, said, *place, provisions))
