"""What has to agree between a citation and a document that it may mean, and how well the two agree.

same-type      types agree or one is unknown
same-date      dates agree as far as both go
same-term      a document cited with a committee's term is of that term
not-later      nobody cites a document of a later date
same-level     a commune's document is no province's
same-issuer    whose document it is, where the organ code is anybody's; the citing document's own province where the
               text leaves it out; a province that was merged by then is part of the one it went into
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from legalkg.extractors.partial_dates import agree, is_day, not_after
from legalkg.extractors.registry.issuers import same_level, same_scope, scope_of, went_into
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import fold
from legalkg.kg.identity.keys import DocumentFacts, is_local_number, is_unique_number
from legalkg.kg.identity.terms import committee_term_on, term_named

_LAWS = {"Luật", "Bộ luật"}
_STOCK = re.compile(r"^(?:\"|“)?(?:về(?: việc)?|ban hành|v/v)\s+")
_UNKNOWN = 0.5
UNLIKE = 0.6
"""Titles no more alike speak of two documents: of 136 citations with title and day of a known document 4 have one."""


def failed(facts: DocumentFacts, citing: DocumentFacts, other: DocumentFacts) -> str | None:
    """Return the name of the first predicate that a document fails.

    Args:
        facts: What the citation says.
        citing: What the citing document says of itself.
        other: The document that may be meant.
    """
    return next((name for name, passes in _PREDICATES if not passes(facts, citing, other)), None)


def same_type(one: DocumentFacts, other: DocumentFacts) -> bool:
    """Types agree or one is unknown; a code is a law."""
    return not one.type or not other.type or one.type == other.type or {one.type, other.type} <= _LAWS


def same_date(one: DocumentFacts, other: DocumentFacts) -> bool:
    """Dates agree as far as both go; where the number holds the year, a wrong date does not make another document."""
    if one.number and is_unique_number(one.number):
        return True
    return agree(one.date, other.date)


def same_term(one: DocumentFacts, other: DocumentFacts) -> bool:
    """A document cited with its term is dated in that term; where the number names the term nothing else counts."""
    term = None if is_unique_number(one.number or "") else term_named(one.issuer, one.name)
    return term is None or term.holds(other.date)


def not_later(citing_date: str | None, other: DocumentFacts) -> bool:
    """Return whether a document is not of a later date than the one that cites it."""
    return not_after(other.date, citing_date)


def same_issuer(one: DocumentFacts, other: DocumentFacts, day: str | None = None) -> bool:
    """Issuers are compatible; they matter only where the organ code in the number is anybody's.

    Args:
        one: What the citation says.
        other: The document.
        day: When it is cited: what a merged province issued may then be called by its heir's name.
    """
    if not is_local_number(one.number or ""):
        return True
    return _compatible(scope_of(one.issuer), other, day) and _compatible(scope_of(one.issuer, one.place), other, day)


def tells_whose(one: DocumentFacts, other: DocumentFacts) -> bool:
    """Return whether a citation says whose document it is: by number, full date, or by naming the same place."""
    if not is_local_number(one.number or "") or fully_dated(one, other):
        return True
    scopes = scope_of(one.issuer, one.place), scope_of(other.issuer, other.place)
    return all(scopes) and same_scope(*scopes)


def fully_dated(one: DocumentFacts, other: DocumentFacts) -> bool:
    """Return whether both bear the same day."""
    return one.date == other.date and is_day(one.date)


def _compatible(scope: str, other: DocumentFacts, day: str | None) -> bool:
    theirs = scope_of(other.issuer, other.place)
    return same_scope(scope, theirs) or went_into(theirs, scope, day)


_PREDICATES: tuple[tuple[str, Callable[[DocumentFacts, DocumentFacts, DocumentFacts], bool]], ...] = (
    ("same-type", lambda facts, _, other: same_type(facts, other)),
    ("same-date", lambda facts, _, other: same_date(facts, other)),
    ("same-term", lambda facts, _, other: same_term(facts, other)),
    ("not-later", lambda _, citing, other: not_later(citing.date, other)),
    ("same-level", lambda facts, _, other: same_level(facts.issuer, other.issuer)),
    ("same-issuer", lambda facts, citing, other: same_issuer(facts, other, citing.date)),
)


# --- titles and scores ---


def title_words(facts: DocumentFacts) -> tuple[str, ...]:
    """Return the words that say what a document is about, without its type and 'về việc'."""
    plain = fold(facts.title or facts.name or "").removeprefix(fold(facts.type or "")).strip()
    return tuple(re.findall(r"\w+", _STOCK.sub("", plain)))


def similarity(one: DocumentFacts, other: DocumentFacts, without: Iterable[str] = ()) -> float | None:
    """Return how alike two titles are, from 0 to 1; None where one is unknown.

    Args:
        one: What the citation says; it may cut the title short, so its words are looked for in the other.
        other: The document.
        without: Words that do not count.
    """
    from rapidfuzz import fuzz

    if not one.title:
        return None
    dropped = frozenset(without)
    here, there = (" ".join(w for w in title_words(facts) if w not in dropped) for facts in (one, other))
    if not here or not there:
        return None
    return round(fuzz.token_set_ratio(here, there) / 100, 2)


def period_of(number: str, day: str | None) -> str | None:
    """Return within which period a number is borne once: a term of the Central Committee for its own, else a year."""
    if not day:
        return None
    return committee_term_on(day) if number_key(number).endswith("-TW") else day[:4]


def speaks_of_another(one: DocumentFacts, other: DocumentFacts) -> bool:
    """Return whether titles tell that two documents of one number are two; a common day outweighs them.

    Numbers with their year in them are borne once, whatever a text says of the title.
    """
    if not one.number or is_unique_number(one.number) or fully_dated(one, other):
        return False
    alike = similarity(one, other)
    return alike is not None and alike <= UNLIKE


def score(facts: DocumentFacts, other: DocumentFacts) -> float:
    """Return how well a document that passes all predicates fits, from 0 to 1.

    Type, date, whose it is and title count alike; what one of the two does not say counts half.
    """
    scopes = scope_of(facts.issuer, facts.place), scope_of(other.issuer, other.place)
    signs = (
        1.0 if facts.type and facts.type == other.type else None,
        1.0 if facts.date and other.date else None,
        1.0 if all(scopes) and same_scope(*scopes) else None,
        similarity(facts, other),
    )
    return round(sum(_UNKNOWN if sign is None else sign for sign in signs) / len(signs), 2)
