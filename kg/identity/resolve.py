"""Which document a citation means.

The doctrine: no edge rather than a wrong edge. A citation is compared with the documents that are held or
known to the register and bear the same key (number or name); which of them is meant, the rules of
:mod:`legalkg.kg.identity.decisions` say. The predicates, and how well each candidate fits, are in
:mod:`legalkg.kg.identity.predicates`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from legalkg.extractors.model import CitedDocument, Extraction, Header
from legalkg.extractors.partial_dates import is_day, not_after
from legalkg.extractors.registry.issuers import leaves_province_out, level_of, may_be_of, named_province, own_words
from legalkg.extractors.registry.numbers import number_key, year_of_number
from legalkg.extractors.rules import Rule
from legalkg.kg.identity.decisions import CitedCase, Outcome, asked_for, decide
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
from legalkg.kg.identity.predicates import failed, period_of, score, similarity

Lookup = Callable[[Sequence[str]], Sequence[Candidate]]
"""Gives the documents, held or in the register, under any of some keys."""


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
    """Return what a document says of itself; its place is the province of the body above, where that names one.

    'UBND TỈNH KHÁNH HÒA / SỞ NỘI VỤ' at Nha Trang is the Sở Nội vụ of Khánh Hòa, not of Nha Trang.
    """
    place = named_province(header.superior) or header.place
    return with_type(
        DocumentFacts(header.type, header.number, header.date, header.issuer, title=header.title, place=place)
    )


def context_of_header(header: Header, own_id: str) -> CitingContext:
    """Return what a document gives for what it cites: below 'ĐẢNG BỘ TỈNH SƠN LA', 'Tỉnh ủy' is that of Sơn La."""
    return citing_context_of(facts_of_header(header), own_id, named_province(header.superior))


def facts_of_citation(cited: CitedDocument, context: CitingContext) -> DocumentFacts:
    """Return what a citation says of a document; where its number is anybody's, the place is the citing document's."""
    facts = DocumentFacts(cited.type, cited.number, cited.date, cited.issuer, cited.name, cited.title)
    return with_type(replace(facts, date=name_date(facts), place=_own_place(cited, context)))


def _own_place(cited: CitedDocument, context: CitingContext) -> str | None:
    """Return the place that a text leaves out: the citer's province, or all of it for a body of its own lower level."""
    if cited.number and not number_key(cited.number) and leaves_province_out(cited.issuer):
        return context.province if context.province and may_be_of(cited.issuer, context.province) else None
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
    context = context_of_header(extraction.header, own.id)
    cases = [_case(document, citing, own, context, lookup) for document in extraction.documents]
    since = citing.date or _not_before(cases)
    until = _acted_on(extraction, cases)
    return tuple(_decide(_as_of(case, since, until.get(case.cited))) for case in cases)


def resolve_text(extraction: Extraction, text: str, lookup: Lookup) -> tuple[Identity, Mapping[str, Resolution]]:
    """Return the identity of a text that nobody holds, and what each document that it cites was resolved to, by id.

    Args:
        extraction: What was read in it.
        text: It; without a letterhead it is known by its hash.
        lookup: Gives candidates by key.
    """
    own = identify_source(extraction.header, hashlib.sha256(text.encode()).hexdigest())
    return own, by_id(resolve(extraction, own, lookup))


def _acted_on(extraction: Extraction, cases: Sequence[CitedCase]) -> Mapping[str, str]:
    """Return by which day a cited document was there, for those that another one amends, or that one in force guides.

    'Luật A được sửa đổi, bổ sung theo Luật B' means no version of Luật A that is later than Luật B, nor does a decree
    that the document rests on detail a later one. A decree that it replaces may have been that of an older version.
    """
    days = {case.cited: _day_of(case) for case in cases}
    rests_on = {relation.target for relation in extraction.relations if relation.relation == "based_on"}
    found: dict[str, str] = {}
    for relation in extraction.relations:
        day = days.get(relation.source)
        if day and (relation.relation == "amends" or (relation.relation == "guides" and relation.source in rests_on)):
            found[relation.target] = min(day, found.get(relation.target, day))
    return found


def _day_of(case: CitedCase) -> str | None:
    """Return the date of a cited document as the register has it, else as the text or the number says."""
    known = (entry.facts.date for entry in case.entries if entry.identity.iri == case.identity.iri)
    return next(filter(None, known), None) or case.facts.date or year_of_number(case.facts.number)


def _as_of(case: CitedCase, since: str | None, until: str | None) -> CitedCase:
    """Return a case with when its document is cited, and only the versions of a name that were there by a day."""
    older = tuple(entry for entry in case.passing if not_after(entry.facts.date, until))
    passing = case.passing if case.facts.number else older or case.passing
    return replace(case, since=since or until, passing=passing)


def _not_before(cases: Sequence[CitedCase]) -> str | None:
    """Return a day before which an undated document was not written: that of the latest one that it surely cites."""
    known = (e.facts.date for case in cases for e in case.entries if e.identity.iri == case.identity.iri)
    return max(filter(None, known), default=None)


def _case(
    cited: CitedDocument, citing: DocumentFacts, own: Identity, context: CitingContext, lookup: Lookup
) -> CitedCase:
    facts = facts_of_citation(cited, context)
    identity = identify(facts, local=f"{own.id}--{cited.id}", context=context)
    found = lookup(asked_for(identity)) if identity.keys else ()
    others = [entry for entry in found if entry.identity.iri != own.iri]
    entries = tuple(entry for entry in others if not entry.only_cited)
    passing = tuple(entry for entry in entries if failed(facts, citing, entry.facts) is None)
    if passing and not is_day(facts.date):
        newer = [entry for entry in others if entry.only_cited and failed(facts, citing, entry.facts) is None]
        passing += _of_own_period(newer, passing, citing.date)
    return CitedCase(cited.id, facts, identity, citing, own, entries, passing)


def _of_own_period(newer: Sequence[Candidate], known: Sequence[Candidate], day: str | None) -> tuple[Candidate, ...]:
    """Return the documents cited elsewhere that bear a number in the term or year of a day, if none that is known does.

    All that is known of the number may be long past; what others cite of other periods may be a slip of the pen.
    """

    def is_own(entry: Candidate) -> bool:
        period = period_of(entry.facts.number or "", day)
        return period is not None and period == period_of(entry.facts.number or "", entry.facts.date)

    return () if any(map(is_own, known)) else tuple(filter(is_own, newer))


def _decide(case: CitedCase) -> Resolution:
    rule, decision = decide(case)
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


def by_id(resolutions: Iterable[Resolution]) -> Mapping[str, Resolution]:
    """Index resolutions by the id of the cited document."""
    return {resolution.cited: resolution for resolution in resolutions}
