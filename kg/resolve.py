"""Which document a citation means.

The doctrine: no edge rather than a wrong edge. A citation is compared with the documents that are held or
known to the register and bear the same key (number or name). The first of these rules that applies decides:

    own-number          it is the citing document itself                           -> self
    nothing-to-go-by    neither number nor name                                    -> created, local to the citer
    same-identity       a candidate has the very IRI that the citation mints       -> resolved
    no-candidate        none passes the predicates below                           -> created
    whose-is-unknown    a number that every province has, and neither full date
                        nor place tells whose                                      -> ambiguous
    only-candidate      one passes                                                 -> resolved
    version-in-force    a law by name: the latest version in force on the day of
                        the citing document                                        -> resolved
    several-candidates  more than one passes                                       -> ambiguous

    predicates: same-type, same-date, not-later (nobody cites a document of a later date), same-issuer
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.model import CitedDocument, Extraction, Header
from kg.identity import (
    Facts,
    Hint,
    Identity,
    hint_of,
    identify,
    is_local_number,
    is_unique_number,
    name_date,
    same_scope,
    scope_of,
    with_type,
)
from kg.register import Entry

Outcome = Literal["resolved", "created", "ambiguous", "self"]
Lookup = Callable[[Sequence[str]], Sequence[Entry]]
"""Gives the documents, held or in the register, under any of some keys."""

_FULL_DATE = len("2024-01-31")
_LAWS = {"Luật", "Bộ luật"}


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of one cited document.

    Attributes:
        cited: Its id in the extraction: 'd1'.
        outcome: Resolved (held or in the register), created (cited only), ambiguous (no edge) or self.
        identity: The identity that the citation alone gives; its keys are what is asked for again later.
        target: The IRI that edges lead to; None if ambiguous.
        facts: What the citation says of it.
        rule: Name of the rule that decided.
        reason: Why, in words.
        candidates: IRIs that come into question, if ambiguous.
    """

    cited: str
    outcome: Outcome
    identity: Identity
    target: str | None
    facts: Facts
    rule: str
    reason: str
    candidates: tuple[str, ...] = ()


def facts_of_header(header: Header) -> Facts:
    """Give what a document says of itself."""
    return with_type(
        Facts(header.type, header.number, header.date, header.issuer, title=header.title, place=header.place)
    )


def facts_of_citation(cited: CitedDocument, hint: Hint) -> Facts:
    """Give what a citation says of a document; where its number is anybody's, the place is the citing document's."""
    facts = Facts(cited.type, cited.number, cited.date, cited.issuer, cited.name, cited.title)
    place = hint.province if cited.number and is_local_number(cited.number) else None
    return with_type(replace(facts, date=name_date(facts), place=place))


def identify_source(header: Header, sha256: str) -> Identity:
    """Give the identity of a document that was read; one without a letterhead is known by its bytes."""
    return identify(facts_of_header(header), local=f"van-ban_{sha256[:16]}")


def resolve(extraction: Extraction, own: Identity, lookup: Lookup) -> tuple[Resolution, ...]:
    """Resolve every document that an extraction cites, in its order.

    Args:
        extraction: What was read.
        own: Identity of the document itself.
        lookup: Gives candidates by key.
    """
    citing = facts_of_header(extraction.header)
    hint = hint_of(citing, own.id)
    return tuple(_decide(_case(document, citing, own, hint, lookup)) for document in extraction.documents)


@dataclass(frozen=True, slots=True)
class _Case:
    """One cited document, the document that cites it, and what it may mean."""

    cited: str
    facts: Facts
    identity: Identity
    citing: Facts
    own: Identity
    entries: tuple[Entry, ...]
    passing: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Decision:
    outcome: Outcome
    target: str | None
    reason: str
    candidates: tuple[Entry, ...] = ()


def _case(cited: CitedDocument, citing: Facts, own: Identity, hint: Hint, lookup: Lookup) -> _Case:
    facts = facts_of_citation(cited, hint)
    identity = identify(facts, local=f"{own.id}--{cited.id}", hint=hint)
    found = lookup(asked_for(identity)) if identity.keys else ()
    entries = tuple(entry for entry in found if entry.identity.iri != own.iri)
    passing = tuple(entry for entry in entries if _failed(facts, citing, entry) is None)
    return _Case(cited.id, facts, identity, citing, own, entries, passing)


def asked_for(identity: Identity) -> tuple[str, ...]:
    """Give the keys under which a cited document is looked up: the number alone where there is one."""
    return tuple(key for key in identity.keys if key.startswith("so:")) or identity.keys


def _decide(case: _Case) -> Resolution:
    name, decision = next((name, decision) for name, rule in _RULES if (decision := rule(case)))
    return Resolution(
        cited=case.cited,
        outcome=decision.outcome,
        identity=case.identity,
        target=decision.target,
        facts=case.facts,
        rule=name,
        reason=decision.reason,
        candidates=tuple(sorted(entry.identity.iri for entry in decision.candidates)),
    )


# --- rules ---


def _own_number(case: _Case) -> _Decision | None:
    shared = case.citing.number and set(asked_for(case.identity)) & set(case.own.keys)
    same_day = case.facts.date == case.citing.date is not None
    if case.identity.iri == case.own.iri or (shared and same_day and same_type(case.facts, case.citing)):
        return _Decision("self", case.own.iri, "type, number and date are those of the document itself")
    return None


def _nothing_to_go_by(case: _Case) -> _Decision | None:
    if case.identity.keys:
        return None
    return _Decision("created", case.identity.iri, "neither number nor name is given")


def _same_identity(case: _Case) -> _Decision | None:
    if all(entry.identity.iri != case.identity.iri for entry in case.entries):
        return None
    return _Decision("resolved", case.identity.iri, "all that tells it apart agrees")


def _no_candidate(case: _Case) -> _Decision | None:
    if case.passing:
        return None
    failures = sorted((e.identity.id, _failed(case.facts, case.citing, e)) for e in case.entries)
    why = "; ".join(f"{slug} fails {predicate}" for slug, predicate in failures)
    return _Decision("created", case.identity.iri, why or "none held or in the register bears this number or name")


def _whose_is_unknown(case: _Case) -> _Decision | None:
    if any(_tells_whose(case.facts, entry) for entry in case.passing):
        return None
    return _Decision("ambiguous", None, "neither full date nor place tells whose it is", case.passing)


def _only_candidate(case: _Case) -> _Decision | None:
    if len(case.passing) > 1:
        return None
    return _Decision("resolved", case.passing[0].identity.iri, "the only one that fits type, date, time and issuer")


def _version_in_force(case: _Case) -> _Decision | None:
    """Between the day a version is passed and the day it takes effect either may be meant."""
    day, versions = case.citing.date, case.passing
    if case.facts.number or case.facts.date or not day or not all(entry.facts.date for entry in versions):
        return None
    if any((entry.effective or "") > day for entry in versions):
        return None
    latest = max(versions, key=lambda entry: entry.facts.date or "")
    return _Decision("resolved", latest.identity.iri, f"the version of this law in force on {day}")


def _several_candidates(case: _Case) -> _Decision | None:
    return _Decision("ambiguous", None, f"{len(case.passing)} documents fit", case.passing)


_RULES: tuple[tuple[str, Callable[[_Case], _Decision | None]], ...] = (
    ("own-number", _own_number),
    ("nothing-to-go-by", _nothing_to_go_by),
    ("same-identity", _same_identity),
    ("no-candidate", _no_candidate),
    ("whose-is-unknown", _whose_is_unknown),
    ("only-candidate", _only_candidate),
    ("version-in-force", _version_in_force),
    ("several-candidates", _several_candidates),
)


# --- predicates ---


def same_type(one: Facts, other: Facts) -> bool:
    """Types agree or one is unknown; a code is a law."""
    return not one.type or not other.type or one.type == other.type or {one.type, other.type} <= _LAWS


def same_date(one: Facts, other: Facts) -> bool:
    """Dates agree as far as both go; where the number holds the year, a wrong date does not make another document."""
    if one.number and is_unique_number(one.number):
        return True
    return agree(one.date, other.date)


def agree(one: str | None, other: str | None) -> bool:
    """Tell whether two dates agree as far as both are known."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def not_later(citing_date: str | None, other: Facts) -> bool:
    """Tell whether a document is not of a later date than the one that cites it."""
    if not citing_date or not other.date:
        return True
    length = min(len(citing_date), len(other.date))
    return other.date[:length] <= citing_date[:length]


def same_issuer(one: Facts, other: Facts) -> bool:
    """Issuers are compatible; they matter only where the organ code in the number is anybody's."""
    if not one.number or not is_local_number(one.number):
        return True
    return same_scope(scope_of(one.issuer), scope_of(other.issuer, other.place))


def _failed(facts: Facts, citing: Facts, entry: Entry) -> str | None:
    """Give the name of the first predicate that a candidate fails."""
    checks = (
        ("same-type", same_type(facts, entry.facts)),
        ("same-date", same_date(facts, entry.facts)),
        ("not-later", not_later(citing.date, entry.facts)),
        ("same-issuer", same_issuer(facts, entry.facts) and _same_province(facts, entry.facts)),
    )
    return next((name for name, passed in checks if not passed), None)


def _same_province(facts: Facts, other: Facts) -> bool:
    """The province that a citation leaves out is the citer's own, unless the full date already agrees."""
    if not facts.number or not is_local_number(facts.number) or _fully_dated(facts, other):
        return True
    return same_scope(scope_of(facts.issuer, facts.place), scope_of(other.issuer, other.place))


def _tells_whose(facts: Facts, entry: Entry) -> bool:
    if not facts.number or not is_local_number(facts.number) or _fully_dated(facts, entry.facts):
        return True
    return bool(scope_of(facts.issuer, facts.place) and scope_of(entry.facts.issuer, entry.facts.place))


def _fully_dated(one: Facts, other: Facts) -> bool:
    return one.date == other.date and len(one.date or "") == _FULL_DATE


def by_id(resolutions: Iterable[Resolution]) -> Mapping[str, Resolution]:
    """Index resolutions by the id of the cited document."""
    return {resolution.cited: resolution for resolution in resolutions}
