"""From citations to the distinct documents that they name, within one text.

Two citations name one document when they give one number, or one name; what each of them says (date, issuer) is put
together. A plain number ('Chỉ thị 28') joins the full one of its type that the text also gives.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.model import THIS, CitedDocument, Header
from legalkg.extractors.partial_dates import agree, is_day
from legalkg.extractors.registry.issuers import leaves_province_out, named_province
from legalkg.extractors.registry.known import known_documents, known_names
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import fold

_NUMERAL = re.compile(r"0*(\d+[a-zđ]?)")
# Of the documents under one number or name the latest so many come into question: no real text has more.
_MOST = 64
_YEAR_IN_NUMBER = re.compile(r"/((?:19|20)\d\d)(?:/|$)")
_PLENUM, _OF_COMMITTEE = "Nghị quyết Trung ương", "NQ-TW"
_ABOUT = re.compile(r"^(?:nghị quyết )?về (?:việc )?")
_BASIS_LINE = re.compile(r"\s*(?:[-+*]\s*)?(?:Căn cứ|CĂN CỨ)\s")
# "28", "06b", "36/2009": without the codes
_PLAIN = re.compile(r"\d+[a-zđ]?(?:/(?:19|20)\d\d)?")


@dataclass(slots=True)
class _Group:
    """The citations of one document, in reading order."""

    members: list[CitationDraft] = field(default_factory=list)
    dates: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)

    def add(self, found: CitationDraft) -> None:
        self.members.append(found)
        if found.date:
            self.dates.add(found.date)
            self.years.add(found.date[:4])
        if year := _year(found):
            self.years.add(year)
        if province := named_province(found.issuer):
            self.provinces.add(province)

    def first(self, name: str) -> str | None:
        return next((value for f in self.members if (value := getattr(f, name))), None)

    def usual(self, name: str) -> str | None:
        """Return what most citations say, the shortest of equals: what runs on past a title does so only once.

        What stands in capitals counts only where nothing else does.
        """
        said = Counter(value for f in self.members if (value := getattr(f, name)))
        return min(said, key=lambda value: (value.isupper(), -said[value], len(value)), default=None)

    def fullest_issuer(self) -> str | None:
        """Return the longest of what the citations say; what stands in capitals only where nothing else does.

        Where one names its province, 'Ủy ban nhân dân tỉnh' says less than 'UBND tỉnh Cà Mau'.
        """
        said = [f.issuer for f in self.members if f.issuer]
        return max(said, key=self._fullness, default=None)

    def _fullness(self, issuer: str) -> tuple[bool, bool, int]:
        return not issuer.isupper(), not (self.provinces and leaves_province_out(issuer)), len(issuer)


def _key(number: str) -> str:
    """Return what tells a number apart; one without an organ, as standards have it, by its digits and letters."""
    return number_key(number) or re.sub(r"[\s/.-]+", "/", fold(number))


def group(text: str, citations: list[CitationDraft], own: Header, own_start: int | None = None) -> list[CitedDocument]:
    """Return every citation its document and list the documents in the order of their first citation.

    Args:
        text: The text of a view.
        citations: In reading order; ``document`` is filled in.
        own: The header of the document itself, whose own number is no citation.
        own_start: Where its type and title stand: "NGHỊ QUYẾT⏎Hội nghị lần thứ ba Ban Chấp hành …" is none, either.
    """
    _mark_own(citations, own, own_start)
    groups = _Groups(text)
    for found in citations:
        if found.number and found.kind != "self" and not _is_plain(found):
            groups.by_number(found)
    for found in citations:
        if found.kind == "self" or found.antecedent is not None:
            continue
        if found.number and _is_plain(found):
            groups.by_plain_number(found)
        elif not found.number:
            groups.by_name(found)
    for found in citations:
        if found.antecedent is not None:
            groups.join(found, found.antecedent)
    return groups.documents(citations)


def _subject(title: str) -> str:
    return _ABOUT.sub("", fold(title)).replace(" ,", ",").rstrip(" .,")


def _subjects(group: _Group) -> set[str]:
    """Return what a resolution of the Central Committee is about, as the text says it or the known documents do."""
    number = group.first("number")
    said = {_subject(member.title) for member in group.members if member.title}
    return said | {_subject(known.name) for known in known_documents() if known.number == number and not group.years}


def _is_plain(found: CitationDraft) -> bool:
    return bool(_PLAIN.fullmatch(found.number or ""))


def _mark_own(citations: list[CitationDraft], own: Header, own_start: int | None) -> None:
    own_number = _key(own.number) if own.number else None
    own_name = fold(f"{own.type} {own.title}") if own.type and own.title else None
    for found in citations:
        by_number = bool(own_number and found.number and _key(found.number) == own_number)
        by_name = bool(own_name and found.name and not found.number and fold(found.name) == own_name)
        is_title = found.start == own_start and not found.number
        if (
            (by_number and agree(found.date, own.date))
            or (by_name and found.kind == "plain" and found.date is None)
            or is_title
        ):
            found.kind, found.document = "self", THIS


class _Groups:
    def __init__(self, text: str) -> None:
        self._text = text
        self._of: dict[int, _Group] = {}
        self._numbered: dict[str, list[_Group]] = defaultdict(list)
        self._by_numeral: dict[tuple[str | None, str], list[_Group]] = defaultdict(list)
        self._named: dict[str, list[_Group]] = defaultdict(list)
        self._plain: dict[tuple[str | None, str, str | None], _Group] = {}

    def by_number(self, found: CitationDraft) -> None:
        """Join the citations that give one number.

        Two provinces make two documents, and so do two dates unless the number holds its year.
        """
        key = _key(found.number or "")
        group = next(
            (g for g in self._numbered[key][-_MOST:] if _dates_agree(g, found) and _same_place(g, found)), None
        )
        if group is None:
            group = _Group()
            self._numbered[key].append(group)
            self._by_numeral[found.type, _numeral(found.number)].append(group)
        self._add(group, found)
        if found.name and group not in self._named[_name_key(found)]:
            self._named[_name_key(found)].append(group)

    def by_plain_number(self, found: CitationDraft) -> None:
        """Join a plain number to the one full number of its type with that numeral, else to its like."""
        numeral, year = _numeral(found.number), _year(found)
        agreeing = [
            group
            for group in self._by_numeral[found.type, numeral][-_MOST:]
            if _dates_agree(group, found) and year in (None, *group.years)
        ]
        if len(agreeing) == 1:
            self._add(agreeing[0], found)
            found.modifier = "short-for-full"
        else:
            self._add(self._plain.setdefault((found.type, numeral, year), _Group()), found)

    def by_name(self, found: CitationDraft) -> None:
        """Join a name to the documents of that name: that of its year, of the legal basis, the last before it."""
        if found.kind == "unresolved":
            self._add(_Group(), found)
            return
        groups = self._named[_name_key(found)]
        if not groups and (numbered := self._of_plenum(found)):
            groups.append(numbered)
        candidates = [group for group in groups[-_MOST:] if _years_agree(group, found)]
        earlier = [group for group in candidates if group.members[0].start < found.start]
        if found.date is None and len(candidates) > 1 and earlier:
            candidates = [next(filter(self._is_legal_basis, earlier), earlier[-1])]
        if candidates:
            self._add(candidates[0], found)
        else:
            group = _Group()
            groups.append(group)
            self._add(group, found)

    def _of_plenum(self, found: CitationDraft) -> _Group | None:
        """Return the document with a number that a plenum's resolution is: the text, or the register, says one subject.

        "Nghị quyết Hội nghị lần thứ hai … khóa XIV về phòng, chống lãng phí", "Nghị quyết số 04-NQ/TW … về phòng, chống
        lãng phí": a plenum adopts several resolutions, only the subject tells which.
        """
        if not found.title or not (found.name or "").startswith(_PLENUM):
            return None
        subject = _subject(found.title)
        of_committee = (
            g for key, groups in self._numbered.items() if key.endswith(_OF_COMMITTEE) for g in groups[-_MOST:]
        )
        return next((group for group in of_committee if subject in _subjects(group)), None)

    def _is_legal_basis(self, group: _Group) -> bool:
        """Return whether a document is first named in a line 'Căn cứ …': a bare name means the version rested on."""
        start = group.members[0].start
        return bool(_BASIS_LINE.match(self._text, self._text.rfind("\n", 0, start) + 1, start))

    def join(self, found: CitationDraft, antecedent: CitationDraft) -> None:
        """Return an anaphor or alias the document of the citation it points to."""
        if antecedent.kind == "self":
            found.kind, found.document = "self", THIS
        elif group := self._of.get(id(antecedent)):
            self._add(group, found)

    def documents(self, citations: list[CitationDraft]) -> list[CitedDocument]:
        """Number the groups in reading order and describe each."""
        ids: dict[int, str] = {}
        documents: list[CitedDocument] = []
        for found in citations:
            group = self._of.get(id(found))
            if group is None:
                continue
            if id(group) not in ids:
                ids[id(group)] = f"d{len(ids) + 1}"
                documents.append(_describe(group, ids[id(group)]))
            found.document = ids[id(group)]
        return documents

    def _add(self, group: _Group, found: CitationDraft) -> None:
        group.add(found)
        self._of[id(found)] = group


def _describe(group: _Group, key: str) -> CitedDocument:
    full = [f for f in group.members if f.number and not _is_plain(f)]
    number = full[0].number if full else group.first("number")
    spelled = [f.type for f in full if "type" in f.parts]
    kind = spelled[0] if spelled else group.first("type")
    return CitedDocument(
        id=key,
        type=kind,
        number=number,
        date=max(sorted(group.dates), key=len, default=None),
        issuer=group.fullest_issuer(),
        name=group.first("name"),
        title=group.usual("title"),
    )


def _dates_agree(group: _Group, found: CitationDraft) -> bool:
    if found.date is None or _YEAR_IN_NUMBER.search(found.number or ""):
        return True
    return all(agree(date, found.date) for date in group.dates)


def _same_place(group: _Group, found: CitationDraft) -> bool:
    """Every province has its own 15/QĐ-UBND: two provinces named are two documents."""
    province = named_province(found.issuer)
    return province is None or not group.provinces or province in group.provinces


def _years_agree(group: _Group, found: CitationDraft) -> bool:
    if found.date is None:
        return True
    if is_day(found.date) and any(map(is_day, group.dates)):
        return found.date in group.dates
    return not group.years or found.date[:4] in group.years


def _year(found: CitationDraft) -> str | None:
    year = _YEAR_IN_NUMBER.search(found.number) if found.number else None
    return year.group(1) if year else None


def _numeral(number: str | None) -> str:
    match = _NUMERAL.match(number or "")
    return match.group(1) if match else ""


def _name_key(found: CitationDraft) -> str:
    if found.key:
        return found.key
    name = found.name or f"{found.type} {found.date} {found.issuer}"
    known = known_names().match(name, 0)
    return fold(known[1] if known and known[0] == len(name) else name)
