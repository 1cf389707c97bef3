"""The citations of one document within a text: what they say of it together, and which further one may join them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.model import CitedDocument
from legalkg.extractors.partial_dates import agree, is_day
from legalkg.extractors.registry.issuers import leaves_province_out, named_province
from legalkg.extractors.registry.known import known_names
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import fold

_YEAR_IN_NUMBER = re.compile(r"/((?:19|20)\d\d)(?:/|$)")
_NUMERAL = re.compile(r"0*(\d+[a-zđ]?)")
# "28", "06b", "36/2009": without the codes
_PLAIN = re.compile(r"\d+[a-zđ]?(?:/(?:19|20)\d\d)?")


@dataclass(slots=True, eq=False)
class Group:
    """The citations of one document, in reading order."""

    members: list[CitationDraft] = field(default_factory=list)
    dates: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)

    def add(self, found: CitationDraft) -> None:
        """Take in a further citation."""
        self.members.append(found)
        if found.date:
            self.dates.add(found.date)
            self.years.add(found.date[:4])
        if year := year_of(found):
            self.years.add(year)
        if province := named_province(found.issuer):
            self.provinces.add(province)

    def first(self, name: str) -> str | None:
        """Return what the first citation says that says anything; ``name`` is a field of the draft."""
        return next((value for f in self.members if (value := getattr(f, name))), None)

    def usual(self, name: str) -> str | None:
        """Return what most citations say, the shortest of equals: what runs on past a title does so only once.

        What stands in capitals counts only where nothing else does.
        """
        said = Counter(value for f in self.members if (value := getattr(f, name)))
        return min(said, key=lambda value: (value.isupper(), -said[value], len(value)), default=None)

    def fullest_date(self) -> str | None:
        """Return the most exact date, of equals the one that most citations give, then the first."""
        said = Counter(found.date for found in self.members if found.date)
        return max(said, key=lambda date: (len(date), said[date]), default=None)

    def fullest_issuer(self) -> str | None:
        """Return the longest of what the citations say; what stands in capitals only where nothing else does.

        Where one names its province, 'Ủy ban nhân dân tỉnh' says less than 'UBND tỉnh Cà Mau'.
        """
        said = [f.issuer for f in self.members if f.issuer]
        return max(said, key=self._fullness, default=None)

    def _fullness(self, issuer: str) -> tuple[bool, bool, int]:
        return not issuer.isupper(), not (self.provinces and leaves_province_out(issuer)), len(issuer)


def describe(group: Group, key: str) -> CitedDocument:
    """Return the document of a group, under an id; a full number before a plain one, a spelt type before a code."""
    full = [f for f in group.members if f.number and not is_plain(f)]
    number = full[0].number if full else group.first("number")
    spelled = [f.type for f in full if "type" in f.parts]
    kind = spelled[0] if spelled else group.first("type")
    return CitedDocument(
        id=key,
        type=kind,
        number=number,
        date=group.fullest_date(),
        issuer=group.fullest_issuer(),
        name=group.first("name"),
        title=group.usual("title"),
    )


def is_plain(found: CitationDraft) -> bool:
    """Return whether a citation gives its number without the codes."""
    return bool(_PLAIN.fullmatch(found.number or ""))


def dates_agree(group: Group, found: CitationDraft) -> bool:
    """Return whether a citation by number may be of the document by its date; a number with its year needs none."""
    if found.date is None or _YEAR_IN_NUMBER.search(found.number or ""):
        return True
    return all(agree(date, found.date) for date in group.dates)


def same_place(group: Group, found: CitationDraft) -> bool:
    """Return whether no two provinces are named: every province has its own 15/QĐ-UBND."""
    province = named_province(found.issuer)
    return province is None or not group.provinces or province in group.provinces


def years_agree(group: Group, found: CitationDraft) -> bool:
    """Return whether a citation by name may be of the document by its year, or by its day where both give one."""
    if found.date is None:
        return True
    if is_day(found.date) and any(map(is_day, group.dates)):
        return found.date in group.dates
    return not group.years or found.date[:4] in group.years


def year_of(found: CitationDraft) -> str | None:
    """Return the year in the number of a citation."""
    year = _YEAR_IN_NUMBER.search(found.number) if found.number else None
    return year.group(1) if year else None


def key_of(number: str) -> str:
    """Return what tells a number apart; one without an organ, as standards have it, by its digits and letters."""
    return number_key(number) or re.sub(r"[\s/.-]+", "/", fold(number))


def numeral(number: str | None) -> str:
    """Return the numeral that a number begins with, without noughts before it; '' for none."""
    match = _NUMERAL.match(number or "")
    return match.group(1) if match else ""


def name_key(found: CitationDraft) -> str:
    """Return what all spellings of the name of a document share."""
    if found.key:
        return found.key
    name = found.name or f"{found.type} {found.date} {found.issuer}"
    known = known_names().match(name, 0)
    return fold(known[1] if known and known[0] == len(name) else name)
