"""Terms of committees and assemblies: numbers of Party documents begin anew with each (``terms.csv``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from legalkg.extractors.partial_dates import not_after
from legalkg.extractors.registry.terms import terms
from legalkg.extractors.text import fold

_NUMBERED = re.compile(r"\bkhóa\s+([ivxl]+|\d{1,2})(?!\w)")
_OF_YEARS = re.compile(r"\bnhiệm kỳ\s+((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d)(?!\d)")
# The Central Committee and those whom it elects share its term; a province's committee counts its own.
_CENTRAL = re.compile(r"\b(?:trung ương|bộ chính trị|ban bí thư)(?!\w)")
_ASSEMBLY = re.compile(r"\bquốc hội(?!\w)")
_COMMITTEE = "Ban Chấp hành Trung ương Đảng"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office, its days as exact as they are known; without an end it goes on."""

    slug: str
    start: str
    end: str | None

    def holds(self, day: str | None) -> bool:
        """Return whether a date, as far as it is known, may lie in the term."""
        return not_after(self.start, day) and not_after(day, self.end)


@lru_cache(65_536)
def term_named(*words: str | None) -> Term | None:
    """Return the term that an issuer or a name says: 'Ban Chấp hành Trung ương Đảng khóa XII'."""
    text = fold(" ".join(filter(None, words)))
    if years := _OF_YEARS.search(text):
        return Term(f"nhiem-ky-{years.group(1)}-{years.group(2)}", years.group(1), years.group(2))
    numbered = _NUMBERED.search(text)
    body = _COMMITTEE if _CENTRAL.search(text) else "Quốc hội" if _ASSEMBLY.search(text) else None
    return _terms().get((body, numbered.group(1))) if numbered and body else None


@lru_cache(65_536)
def committee_term_on(day: str | None) -> str | None:
    """Return the term of the Central Committee on a day: 'khoa-xii'; None where the date is not exact enough."""
    fits = {term.slug for (body, _), term in _terms().items() if body == _COMMITTEE and day and term.holds(day)}
    return fits.pop() if len(fits) == 1 else None


@cache
def _terms() -> Mapping[tuple[str, str], Term]:
    """Return terms by body and number, in Roman and in Arabic numerals ('khóa 9'); the tables have them in order."""
    found: dict[tuple[str, str], Term] = {}
    count: Counter[str] = Counter()
    for row in terms():
        count[row.body] += 1
        term = Term(f"khoa-{fold(row.term)}", row.start, row.end or None)
        found[row.body, fold(row.term)] = found[row.body, str(count[row.body])] = term
    return found
