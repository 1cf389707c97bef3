"""Whether a document is in force on a day, and which document says so.

Changes take effect when the document that makes them does; where that day is not known, on its own date, and where
that is not known either, no later than the date of the text that tells of it. The first rule of ``_RULES`` that applies
decides; what each says stands in :mod:`legalkg.kg.chains.force_rules`.

Whether a document has come to an end on its own terms is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from legalkg.extractors.partial_dates import earliest, latest
from legalkg.extractors.registry import hierarchy
from legalkg.extractors.registry.bodies import side_of_organ
from legalkg.extractors.registry.numbers import codes_of
from legalkg.extractors.registry.relations import relations_that
from legalkg.extractors.registry.types import type_named
from legalkg.extractors.rules import Rule
from legalkg.extractors.text import fold
from legalkg.kg.chains import force_rules as rules
from legalkg.kg.chains.effects import Effects
from legalkg.kg.identity.keys import is_unique_number
from legalkg.kg.identity.known_documents import Candidate
from legalkg.kg.model import Document, Force, ForceState, Step

FORCE_RELATIONS: Final = frozenset(relations_that(lambda relation: relation.tells_force))
"""The relations that tell whether a document is in force; correcting slips changes nothing."""
_AMENDING: Final = "sửa đổi"
_ENDS = frozenset(relations_that(lambda relation: relation.ends_target))


_NONE: Final[Mapping[str, Force]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Event:
    """A change of the document: the step that says so, and when it takes effect, as far as that is known."""

    step: Step
    when: str

    def has_happened(self, today: str) -> bool:
        return bool(self.when) and latest(self.when) <= today

    def may_have_happened(self, today: str) -> bool:
        return earliest(self.when) <= today


@dataclass(frozen=True, slots=True)
class _ForceCase:
    """A document on a day, and all that happens to it."""

    document: Document
    effective: str | None
    today: str
    events: tuple[_Event, ...]
    later: Sequence[Candidate]
    amended: Mapping[str, Force]

    def past(self, relations: Iterable[str], *, whole: bool | None = None) -> list[_Event]:
        """Return what has happened, the first first; of the whole document or of a part."""
        return [
            event
            for event in self.events
            if event.step.relation in relations
            and event.has_happened(self.today)
            and whole in (None, not event.step.provisions)
        ]


@dataclass(frozen=True, slots=True)
class _ForceDecision:
    state: ForceState
    reason: str
    since: str | None = None
    proofs: Sequence[_Event] = ()
    by: Document | None = None


def force_on(
    document: Document, steps: Iterable[Step], effects: Effects, today: date, amended: Mapping[str, Force] = _NONE
) -> Force:
    """Return whether a document is in force.

    Args:
        document: The document.
        steps: Those that act on it; other relations than ``FORCE_RELATIONS`` are passed over.
        effects: Knows from when documents have effect.
        today: The day.
        amended: How those stand that it amends, by what they are called, where it does nothing but amend.
    """
    stated = (_Event(step, _when(step, effects)) for step in steps if _counts(step))
    events = tuple(sorted(stated, key=lambda event: (latest(event.when), event.step.source.iri)))
    later = effects.later_versions(document)
    case = _ForceCase(document, effects.day(document), today.isoformat(), events, later, amended)
    rule, decision = next((rule, found) for rule, decide in _RULES if (found := decide(case)))
    return Force(
        state=decision.state,
        as_of=case.today,
        since=decision.since,
        until=_until(case) if decision.state != "no longer" else None,
        rule=rule.id,
        reason=decision.reason,
        by=decision.by,
        proofs=tuple(event.step for event in decision.proofs),
    )


def only_amends(document: Document) -> bool:
    """Return whether a document, by its title, does nothing but amend others: 'Sửa đổi, bổ sung một số điều của …'."""
    title = fold(document.title or document.name or "")
    return title.removeprefix(fold(document.type or "")).strip().startswith(_AMENDING)


def _counts(step: Step) -> bool:
    """A decree ends no law, whatever a text seems to say."""
    may_change = hierarchy.may_change(step.source.type, step.target.type, step.source.number)
    return step.relation in FORCE_RELATIONS and may_change


def _when(step: Step, effects: Effects) -> str:
    told = min((quote.document.date for quote in step.quotes if quote.document.date), default="", key=latest)
    return effects.day(step.source) or step.source.date or told


def _until(case: _ForceCase) -> str | None:
    """Return the day on which the document will end, where that is already known."""
    ends = (e.when for e in case.events if e.step.relation in _ENDS and not e.step.provisions)
    return min((when for when in ends if earliest(when) > case.today), default=None)


# --- rules ---


def _not_issued(case: _ForceCase) -> _ForceDecision | None:
    if earliest(case.document.date) <= case.today:
        return None
    return _ForceDecision("not yet", f"it is of {case.document.date}", case.document.date)


def _not_effective(case: _ForceCase) -> _ForceDecision | None:
    if earliest(case.effective) <= case.today:
        return None
    return _ForceDecision("not yet", f"it takes effect on {case.effective}", case.effective)


def _ended(case: _ForceCase) -> _ForceDecision | None:
    past = case.past(_ENDS, whole=True)
    if not past:
        return None
    first = past[0]
    verb = "replaced" if first.step.relation == "replaces" else "repealed"
    actor = first.step.source
    return _ForceDecision("no longer", f"{verb} by {actor.label} from {first.when}", first.when, past, actor)


def _superseded(case: _ForceCase) -> _ForceDecision | None:
    for version in case.later:
        day = version.effective or version.facts.date or ""
        if latest(day) <= case.today:
            label = " ".join(part for part in (version.facts.name, version.facts.number) if part)
            reason = f"there is a later version: {label}, from {day}"
            return _ForceDecision("no longer", reason, day, by=version.as_document())
    return None


def _end_undated(case: _ForceCase) -> _ForceDecision | None:
    unsure = [
        event
        for event in case.events
        if event.step.relation in _ENDS and not event.step.provisions and event.may_have_happened(case.today)
    ]
    if not unsure:
        return None
    actor = unsure[0].step.source.label
    return _ForceDecision("unknown", f"{actor} ends it, on which day is not known well enough", proofs=unsure)


def _suspended(case: _ForceCase) -> _ForceDecision | None:
    past = case.past({"suspends"}, whole=True)
    if not past:
        return None
    last = past[-1]
    return _ForceDecision("suspended", f"suspended by {last.step.source.label} from {last.when}", last.when, [last])


def _changed(case: _ForceCase) -> _ForceDecision | None:
    past = [*case.past({"amends"}), *case.past({*_ENDS, "suspends"}, whole=False)]
    if not past:
        return None
    by = ", ".join(dict.fromkeys(event.step.source.label for event in past))
    return _ForceDecision("partly", f"parts of it are changed by {by}", min(event.when for event in past), past)


def _extended(case: _ForceCase) -> _ForceDecision | None:
    past = case.past({"extends"})
    if not past:
        return None
    last = past[-1]
    return _ForceDecision("in force", f"extended by {last.step.source.label} from {last.when}", last.when, [last])


def _amended_ended(case: _ForceCase) -> _ForceDecision | None:
    if not case.amended or any(force.state != "no longer" for force in case.amended.values()):
        return None
    ended = ", ".join(f"{label}, which ended on {force.since}" for label, force in case.amended.items())
    begins = f"it took effect on {case.effective}; " if case.effective else ""
    return _ForceDecision("unknown", f"{begins}it amends {ended}, and nothing says what is left of it", case.effective)


def _effective(case: _ForceCase) -> _ForceDecision | None:
    if not case.effective or not _is_of_the_state(case.document) or latest(case.effective) > case.today:
        return None
    return _ForceDecision("in force", f"it took effect on {case.effective}, and nothing known ends it", case.effective)


def _no_register(case: _ForceCase) -> _ForceDecision | None:
    if not _is_of_the_party(case.document):
        return None
    return _ForceDecision("unknown", "nothing says so, and there is no register of the validity of Party documents")


def _nothing_known(case: _ForceCase) -> _ForceDecision | None:
    return _ForceDecision("unknown", "nothing tells from when it has effect")


_RULES: tuple[tuple[Rule, Callable[[_ForceCase], _ForceDecision | None]], ...] = (
    (rules.NOT_ISSUED, _not_issued),
    (rules.NOT_EFFECTIVE, _not_effective),
    (rules.ENDED, _ended),
    (rules.SUPERSEDED, _superseded),
    (rules.END_UNDATED, _end_undated),
    (rules.SUSPENDED, _suspended),
    (rules.CHANGED, _changed),
    (rules.EXTENDED, _extended),
    (rules.AMENDED_ENDED, _amended_ended),
    (rules.EFFECTIVE, _effective),
    (rules.NO_REGISTER, _no_register),
    (rules.NOTHING_KNOWN, _nothing_known),
)


# --- sides ---


def _is_of_the_state(document: Document) -> bool:
    """Legal documents have the year or the Assembly's term in their number; other organs are known by their codes."""
    if document.number and is_unique_number(document.number):
        return True
    return _sides(document) >= {"nha_nuoc"} and not _is_of_the_party(document)


def _is_of_the_party(document: Document) -> bool:
    return "dang" in _sides(document)


def _sides(document: Document) -> set[str]:
    """Return the sides that the type and the organ's code stand for."""
    kind = type_named(document.type or "")
    organs = codes_of(document.number)[-1:] if document.number else []
    return {kind.side if kind else "", *(side_of_organ(organ) or "" for organ in organs)}
