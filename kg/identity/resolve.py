"""Which document a citation means.

The doctrine: no edge rather than a wrong edge. A citation is compared with the documents that are held or
known to the register and bear the same key (number or name). The first rule of ``_RULES`` that applies decides; what
each says stands in :mod:`legalkg.kg.identity.resolution_rules`.

The predicates, and how well each candidate fits, are in :mod:`legalkg.kg.identity.predicates`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legalkg.extractors.model import CitedDocument, Extraction, Header
from legalkg.extractors.registry.issuers import level_of, may_be_of, own_words
from legalkg.extractors.rules import Rule
from legalkg.kg.identity import resolution_rules as rules
from legalkg.kg.identity.keys import (
    CitingContext,
    DocumentFacts,
    Identity,
    citing_context_of,
    identify,
    is_local_number,
    level_of_number,
    name_date,
    with_type,
)
from legalkg.kg.identity.known_documents import Candidate
from legalkg.kg.identity.predicates import failed, same_type, score, similarity, tells_whose, title_words

Outcome = Literal["resolved", "created", "ambiguous", "self", "rejected"]
"""The last only by a person, see :mod:`legalkg.kg.catalogue.corrected`."""
Lookup = Callable[[Sequence[str]], Sequence[Candidate]]
"""Gives the documents, held or in the register, under any of some keys."""

# Only the words that tell equal candidates apart are compared. Over 37 citations in real texts whose date says which of
# several documents of one number is meant, 30 are decided so and none wrongly; the right one has mostly 1, others 0.6.
_ALIKE = 0.85
_UNLIKE = 0.6


@dataclass(frozen=True, slots=True)
class ScoredCandidate:
    """A document that may be meant.

    Attributes:
        iri: Its IRI.
        score: How well it fits, from 0 to 1, see :func:`legalkg.kg.identity.predicates.score`.
    """

    iri: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of one cited document.

    Attributes:
        cited: Its id in the extraction: 'd1'.
        outcome: Resolved (held or in the register), created (cited only), self; ambiguous or rejected: no edge.
        identity: The identity that the citation alone gives; its keys are what is asked for again later.
        target: The IRI that edges lead to; None if ambiguous or rejected.
        facts: What the citation says of it.
        rule: The rule that decided.
        reason: Why, in words.
        candidates: Those that come into question, if ambiguous, the best first.
        similarity: How alike the title in the citation and that of the target are; None where one is unknown.
    """

    cited: str
    outcome: Outcome
    identity: Identity
    target: str | None
    facts: DocumentFacts
    rule: Rule
    reason: str
    candidates: tuple[ScoredCandidate, ...] = ()
    similarity: float | None = None


def facts_of_header(header: Header) -> DocumentFacts:
    """Return what a document says of itself."""
    return with_type(
        DocumentFacts(header.type, header.number, header.date, header.issuer, title=header.title, place=header.place)
    )


def facts_of_citation(cited: CitedDocument, context: CitingContext) -> DocumentFacts:
    """Return what a citation says of a document; where its number is anybody's, the place is the citing document's."""
    facts = DocumentFacts(cited.type, cited.number, cited.date, cited.issuer, cited.name, cited.title)
    return with_type(replace(facts, date=name_date(facts), place=_own_place(cited, context)))


def _own_place(cited: CitedDocument, context: CitingContext) -> str | None:
    """Return the place that a text leaves out: the citer's province, or all of it for a body of its own lower level."""
    if not cited.number or not is_local_number(cited.number):
        return None
    level = level_of(cited.issuer) or level_of_number(cited.number)
    if level in (None, "tinh"):
        return context.province if context.province and may_be_of(cited.issuer, context.province) else None
    return context.scope if level == context.level and not own_words(cited.issuer or "") else None


def identify_source(header: Header, sha256: str) -> Identity:
    """Return the identity of a document that was read; one without a letterhead is known by its bytes."""
    return identify(facts_of_header(header), local=f"van-ban_{sha256[:16]}")


def resolve(extraction: Extraction, own: Identity, lookup: Lookup) -> tuple[Resolution, ...]:
    """Resolve every document that an extraction cites, in its order.

    Args:
        extraction: What was read.
        own: Identity of the document itself.
        lookup: Gives candidates by key.
    """
    citing = facts_of_header(extraction.header)
    context = citing_context_of(citing, own.id)
    cases = [_case(document, citing, own, context, lookup) for document in extraction.documents]
    since = citing.date or _not_before(cases)
    return tuple(_decide(replace(case, since=since)) for case in cases)


def _not_before(cases: Sequence[_CitedCase]) -> str | None:
    """Return a day before which an undated document was not written: that of the latest one that it surely cites."""
    known = (e.facts.date for case in cases for e in case.entries if e.identity.iri == case.identity.iri)
    return max(filter(None, known), default=None)


@dataclass(frozen=True, slots=True)
class _CitedCase:
    """One cited document, the document that cites it and since when it can, and what it may mean."""

    cited: str
    facts: DocumentFacts
    identity: Identity
    citing: DocumentFacts
    own: Identity
    entries: tuple[Candidate, ...]
    passing: tuple[Candidate, ...]
    since: str | None = None


@dataclass(frozen=True, slots=True)
class _ResolutionDecision:
    outcome: Outcome
    target: str | None
    reason: str
    candidates: tuple[Candidate, ...] = ()


def _case(
    cited: CitedDocument, citing: DocumentFacts, own: Identity, context: CitingContext, lookup: Lookup
) -> _CitedCase:
    facts = facts_of_citation(cited, context)
    identity = identify(facts, local=f"{own.id}--{cited.id}", context=context)
    found = lookup(asked_for(identity)) if identity.keys else ()
    entries = tuple(entry for entry in found if entry.identity.iri != own.iri)
    passing = tuple(entry for entry in entries if failed(facts, citing, entry.facts) is None)
    return _CitedCase(cited.id, facts, identity, citing, own, entries, passing)


def asked_for(identity: Identity) -> tuple[str, ...]:
    """Return the keys under which a cited document is looked up: the number alone where there is one."""
    return tuple(key for key in identity.keys if key.startswith("so:")) or identity.keys


def _decide(case: _CitedCase) -> Resolution:
    rule, decision = next((rule, found) for rule, decide in _RULES if (found := decide(case)))
    scored = (ScoredCandidate(e.identity.iri, score(case.facts, e.facts)) for e in decision.candidates)
    meant = next((entry.facts for entry in case.entries if entry.identity.iri == decision.target), None)
    return Resolution(
        cited=case.cited,
        outcome=decision.outcome,
        identity=case.identity,
        target=decision.target,
        facts=case.facts,
        rule=rule,
        reason=decision.reason,
        candidates=tuple(sorted(scored, key=lambda candidate: (-candidate.score, candidate.iri))),
        similarity=similarity(case.facts, meant) if meant else None,
    )


# --- rules ---


def _own_number(case: _CitedCase) -> _ResolutionDecision | None:
    shared = case.citing.number and set(asked_for(case.identity)) & set(case.own.keys)
    same_day = case.facts.date == case.citing.date is not None
    if case.identity.iri == case.own.iri or (shared and same_day and same_type(case.facts, case.citing)):
        return _ResolutionDecision("self", case.own.iri, "type, number and date are those of the document itself")
    return None


def _no_identifier(case: _CitedCase) -> _ResolutionDecision | None:
    if case.identity.keys:
        return None
    return _ResolutionDecision("created", case.identity.iri, "neither number nor name is given")


def _same_identity(case: _CitedCase) -> _ResolutionDecision | None:
    if all(entry.identity.iri != case.identity.iri for entry in case.entries):
        return None
    return _ResolutionDecision("resolved", case.identity.iri, "all that tells it apart agrees")


def _no_candidate(case: _CitedCase) -> _ResolutionDecision | None:
    if case.passing:
        return None
    failures = sorted((e.identity.id, failed(case.facts, case.citing, e.facts)) for e in case.entries)
    why = "; ".join(f"{slug} fails {predicate}" for slug, predicate in failures)
    return _ResolutionDecision(
        "created", case.identity.iri, why or "none held or in the register bears this number or name"
    )


def _issuer_unknown(case: _CitedCase) -> _ResolutionDecision | None:
    if any(tells_whose(case.facts, entry.facts) for entry in case.passing):
        return None
    return _ResolutionDecision("ambiguous", None, "neither full date nor place tells whose it is", case.passing)


def _only_candidate(case: _CitedCase) -> _ResolutionDecision | None:
    if len(case.passing) > 1:
        return None
    return _ResolutionDecision(
        "resolved", case.passing[0].identity.iri, "the only one that fits type, date, time and issuer"
    )


def _version_in_force(case: _CitedCase) -> _ResolutionDecision | None:
    """Between the day a version is passed and the day it takes effect either may be meant."""
    day, versions = case.since, case.passing
    if case.facts.number or case.facts.date or not day or not all(entry.facts.date for entry in versions):
        return None
    if any(_surely_in_force(entry) > day for entry in versions):
        return None
    latest = max(versions, key=lambda entry: entry.facts.date or "")
    return _ResolutionDecision("resolved", latest.identity.iri, f"the version of this law in force on {day}")


def _surely_in_force(entry: Candidate) -> str:
    """Return the day from which a version is in force; where nobody says it, two years after it was passed."""
    date = entry.facts.date or ""
    return entry.effective or f"{int(date[:4]) + 2}{date[4:]}"


def _title_decides(case: _CitedCase) -> _ResolutionDecision | None:
    words = [set(title_words(entry.facts)) for entry in case.passing]
    shared = set.intersection(*words)
    likeness = [similarity(case.facts, entry.facts, shared) or 0.0 for entry in case.passing]
    best = max(likeness)
    if best < _ALIKE or not all(own - shared for own in words) or sum(alike > _UNLIKE for alike in likeness) > 1:
        return None
    meant = case.passing[likeness.index(best)]
    return _ResolutionDecision(
        "resolved", meant.identity.iri, f"of {len(words)} that fit, the one with this title ({best:.2f})"
    )


def _several_candidates(case: _CitedCase) -> _ResolutionDecision | None:
    return _ResolutionDecision("ambiguous", None, f"{len(case.passing)} documents fit", case.passing)


_RULES: tuple[tuple[Rule, Callable[[_CitedCase], _ResolutionDecision | None]], ...] = (
    (rules.OWN_NUMBER, _own_number),
    (rules.NO_IDENTIFIER, _no_identifier),
    (rules.SAME_IDENTITY, _same_identity),
    (rules.NO_CANDIDATE, _no_candidate),
    (rules.ISSUER_UNKNOWN, _issuer_unknown),
    (rules.ONLY_CANDIDATE, _only_candidate),
    (rules.VERSION_IN_FORCE, _version_in_force),
    (rules.TITLE_DECIDES, _title_decides),
    (rules.SEVERAL_CANDIDATES, _several_candidates),
)


def by_id(resolutions: Iterable[Resolution]) -> Mapping[str, Resolution]:
    """Index resolutions by the id of the cited document."""
    return {resolution.cited: resolution for resolution in resolutions}
