"""Which documents to list or to search in: the filters of lists, of the full-text search, and of the API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from legalkg.extractors.partial_dates import earliest, latest
from legalkg.extractors.registry.types import document_types
from legalkg.extractors.text import strip_marks
from legalkg.kg.dates import checked
from legalkg.kg.errors import WrongUsage
from legalkg.kg.search.words import phrases_of, words_of


class Where(TypedDict, total=False):
    """In which documents to search; None, or what is left out, takes all. Diacritics and case never matter."""

    type: str | None
    """The type in full: 'Nghị quyết', 'nghi quyet'."""
    issuer: str | None
    """How the issuer begins: 'bộ chính trị', 'thành ủy' (of any city); 'chính phủ' is not its Prime Minister."""
    place: str | None
    """Words of the place of issue that stand together: 'Hồ Chí Minh'."""
    held: bool | None
    """Only those whose text was read (True) or that are only cited (False)."""
    year: int | None
    """Year of the date."""
    since: str | None
    """Of this date or later: YYYY, YYYY-MM or YYYY-MM-DD. A date that is known less well is taken if it may be."""
    until: str | None
    """Of this date or earlier, in the same way."""


class Wanted(Where, total=False):
    """Which documents to list."""

    words: str | None
    """All of these stand in type, number, issuer, title or name."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The same with nothing left out."""

    type: str | None = None
    issuer: str | None = None
    place: str | None = None
    held: bool | None = None
    year: int | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None

    def types(self) -> tuple[str, ...]:
        """Return the types as documents have them; what is no known type is taken as it is."""
        known = dict.fromkeys(kind.name for kind in document_types())
        wanted = strip_marks(self.type or "")
        return tuple(name for name in known if strip_marks(name) == wanted) or ((self.type,) if self.type else ())

    def days(self) -> tuple[str, str] | None:
        """Return the first and the last day; None where every date will do.

        Raises:
            LegalkgError: A date does not exist, or the last lies before the first.
        """
        year = None if self.year is None else f"{self.year:04}"
        given = [date for date in (self.since, self.until) if date]
        for date in given:
            checked(date)
        if self.since and self.until and earliest(self.since) > latest(self.until):
            raise WrongUsage(
                f"no day is from {self.since} on and to {self.until}: did you mean from {self.until} to {self.since}?"
            )
        if not given and year is None:
            return None
        first = max(_FIRST_DAY, earliest(year), earliest(self.since))
        last = min(latest(year), latest(self.until))
        return first, last

    def condition(self) -> tuple[str, list[object]]:
        """Return type, date and whether it is held as a condition of SQL, and its values."""
        parts: list[str] = []
        values: list[object] = []
        if types := self.types():
            parts.append(f"type IN ({', '.join('?' * len(types))})")
            values += types
        if days := self.days():
            first, last = days
            # Of a date that is known less well so much is compared; the first term lets an index help.
            parts.append("date >= ? AND date <= ? AND date >= substr(?, 1, length(date))")
            values += (first[:4], last, first)
        if self.held is not None:
            parts.append("held = ?")
            values.append(self.held)
        return " AND ".join(parts) or "1", values

    def match(self) -> str | None:
        """Return words, issuer and place as a query of the index of names; None where none is asked for."""
        asked = [f"- place : {_together(phrase)}" for phrase in phrases_of(self.words or "")]
        if self.issuer:
            asked.append(f"issuer : ^ {_together(words_of(self.issuer))}")
        if self.place:
            asked.append(f"place : {_together(words_of(self.place))}")
        if not asked and (self.words or "").strip():
            return _NOTHING
        return " AND ".join(f"({part})" for part in asked) or None


_FIRST_DAY = "0001-01-01"
_NOTHING = '""'
"""A query that nothing answers."""


def _together(words: Sequence[str]) -> str:
    return '"' + " ".join(words) + '"'
