"""Which document a citation means.

The doctrine: no edge rather than a wrong edge. A citation is compared with the documents that are held or known to
the register and bear the same key (number or name). The rules, in this order, the first that applies decides:

    own-number          it is the citing document itself                            -> self
    nothing-to-go-by    neither number nor name                                     -> created, local to the citer
    same-identity       a candidate has the very IRI that the citation mints        -> resolved
    only-candidate      one candidate passes every predicate below                  -> resolved
    version-in-force    a law by name: the version in force on the citing day       -> resolved
    several-candidates  more than one passes                                        -> ambiguous
    whose-is-unknown    a number that every province has, and neither full date nor
                        place tells whose                                           -> ambiguous
    no-candidate        none passes                                                 -> created

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
    return tuple(_resolve_one(document, citing, own, hint, lookup) for document in extraction.documents)


def _resolve_one(
    cited: CitedDocument, citing: Facts, own: Identity, hint: Hint, lookup: Lookup
) -> Resolution:
    facts = facts_of_citation(cited, hint)
    identity = identify(facts, local=f"{own.id}--{cited.id}", hint=hint)

    def decide(outcome: Outcome, target: str | None, rule: str, reason: str, *found: str) -> Resolution:
        return Resolution(cited.id, outcome, identity, target, facts, rule, reason, tuple(sorted(found)))

    if _is_own(facts, identity, citing, own):
        return decide("self", own.iri, "own-number", "type, number and date are those of the document itself")
    if not identity.keys:
        return decide("created", identity.iri, "nothing-to-go-by", "neither number nor name is given")
    entries = [entry for entry in lookup(identity.keys) if entry.identity.iri != own.iri]
    if any(entry.identity.iri == identity.iri for entry in entries):
        return decide("resolved", identity.iri, "same-identity", "all that tells it apart agrees")
    passing = [entry for entry in entries if _failed(facts, hint, entry) is None]
    if not facts.number:
        passing, rule = _in_force(facts, hint, passing)
    else:
        rule = "only-candidate"
    iris = [entry.identity.iri for entry in passing]
    if len(passing) > 1:
        return decide("ambiguous", None, "several-candidates", f"{len(passing)} documents fit", *iris)
    if not passing:
        return decide("created", identity.iri, "no-candidate", _why_none(facts, hint, entries))
    if not _tells_whose(facts, passing[0]):
        return decide(
            "ambiguous", None, "whose-is-unknown", "neither date nor place tells whose it is", *iris
        )
    return decide("resolved", iris[0], rule, "the only document that fits type, date, time and issuer")


def _is_own(facts: Facts, identity: Identity, citing: Facts, own: Identity) -> bool:
    if identity.iri == own.iri:
        return True
    shared = bool(facts.number and citing.number) and set(identity.keys) & set(own.keys)
    return bool(shared) and same_type(facts, citing) and facts.date == citing.date is not None


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


def _failed(facts: Facts, hint: Hint, entry: Entry) -> str | None:
    """Give the name of the first predicate that a candidate fails."""
    checks = (
        ("same-type", same_type(facts, entry.facts)),
        ("same-date", same_date(facts, entry.facts)),
        ("not-later", not_later(hint.date, entry.facts)),
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


def _in_force(facts: Facts, hint: Hint, entries: Sequence[Entry]) -> tuple[list[Entry], str]:
    """Of the versions of a law cited by name, keep the one in force on the citing day.

    Between the day a new version is passed and the day it takes effect both remain; a date in the citation decides.
    """
    if facts.date or not hint.date or len(entries) < 2:
        return list(entries), "only-candidate"
    day = hint.date
    dated = sorted((e for e in entries if e.facts.date), key=lambda e: e.facts.date or "")
    effective = [e for e in dated if (e.effective or e.facts.date or "") <= day]
    pending = [e for e in dated if e not in effective]
    return [*effective[-1:], *pending, *(e for e in entries if not e.facts.date)], "version-in-force"


def _why_none(facts: Facts, hint: Hint, entries: Iterable[Entry]) -> str:
    failures = {entry.identity.id: _failed(facts, hint, entry) for entry in entries}
    if not failures:
        return "no document held or in the register bears this number or name"
    return "; ".join(f"{slug}: not {predicate}" for slug, predicate in sorted(failures.items()))


def by_id(resolutions: Iterable[Resolution]) -> Mapping[str, Resolution]:
    """Index resolutions by the id of the cited document."""
    return {resolution.cited: resolution for resolution in resolutions}
