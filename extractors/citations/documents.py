"""From citations to the distinct documents that they name, within one text.

Two citations name one document when they give one number, or one name; what each of them says (date, issuer) is put
together. A plain number ('Chỉ thị 28') joins the full one of its type that the text also gives.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.groups import (
    Group,
    dates_agree,
    describe,
    is_plain,
    key_of,
    name_key,
    numeral,
    same_place,
    year_of,
    years_agree,
)
from legalkg.extractors.citations.own_document import mark_named_in_heading, mark_own
from legalkg.extractors.model import THIS, CitedDocument, Header
from legalkg.extractors.registry.known import known_documents
from legalkg.extractors.text import fold

# Of the documents under one number or name the latest so many come into question: no real text has more.
_MOST = 64
_PLENUM, _OF_COMMITTEE = "Nghị quyết Trung ương", "NQ-TW"
_ABOUT = re.compile(r"^(?:nghị quyết )?về (?:việc )?")
_BASIS_LINE = re.compile(r"\s*(?:[-+*]\s*)?(?:Căn cứ|CĂN CỨ)\s")
_OF_TERM = " khóa "
# "Nghị quyết Trung ương 9 khóa XI (Nghị quyết số 33-NQ/TW)": one document under both of its names
_OPENS, _CLOSES = re.compile(r"\s*\(\s*"), re.compile(r"[^()]{0,160}\)")


def group(text: str, citations: list[CitationDraft], own: Header, own_start: int | None = None) -> list[CitedDocument]:
    """Return every citation its document and list the documents in the order of their first citation.

    Args:
        text: The text of a view.
        citations: In reading order; ``document`` is filled in.
        own: The header of the document itself, whose own number is no citation.
        own_start: Where its type and title stand: "NGHỊ QUYẾT⏎Hội nghị lần thứ ba Ban Chấp hành …" is none, either.
    """
    mark_own(citations, own, own_start)
    mark_named_in_heading(text, citations)
    groups = _Groups(text)
    for found in citations:
        if found.number and found.kind != "self" and not is_plain(found):
            groups.by_number(found)
    for found, following in pairwise(citations):
        if _in_brackets_behind(text, found, following):
            groups.under_number_too(found, following)
    without_term: list[CitationDraft] = []
    for found in citations:
        if found.kind == "self" or found.antecedent is not None or groups.hold(found):
            continue
        if found.number and is_plain(found):
            groups.by_plain_number(found)
        elif not found.number and _says_no_term(found):
            without_term.append(found)
        elif not found.number:
            groups.by_name(found)
    for found in without_term:
        groups.by_plenum(found)
    for found in citations:
        if found.antecedent is not None:
            groups.join(found, found.antecedent)
    return groups.documents(citations)


def _in_brackets_behind(text: str, found: CitationDraft, following: CitationDraft) -> bool:
    """Return whether a document known by name is said to be the numbered one in the brackets right behind."""
    return bool(
        not found.number
        and found.name
        and found.type == following.type
        and following.number
        and not is_plain(following)
        and _OPENS.fullmatch(text, found.end, following.start)
        and _CLOSES.match(text, following.end)
    )


def _says_no_term(found: CitationDraft) -> bool:
    return (found.name or "").startswith(_PLENUM) and _OF_TERM not in (found.name or "")


def _subject(title: str) -> str:
    return _ABOUT.sub("", fold(title)).replace(" ,", ",").rstrip(" .,")


def _subjects(group: Group) -> set[str]:
    """Return what a resolution of the Central Committee is about, as the text says it or the known documents do."""
    number = group.first("number")
    said = {_subject(member.title) for member in group.members if member.title}
    return said | {_subject(known.name) for known in known_documents() if known.number == number and not group.years}


class _Groups:
    def __init__(self, text: str) -> None:
        self._text = text
        self._of: dict[int, Group] = {}
        self._numbered: dict[str, list[Group]] = defaultdict(list)
        self._by_numeral: dict[tuple[str | None, str], list[Group]] = defaultdict(list)
        self._named: dict[str, list[Group]] = defaultdict(list)
        self._plenums: dict[str, list[Group]] = defaultdict(list)
        self._plain: dict[tuple[str | None, str, str | None], Group] = {}

    def by_number(self, found: CitationDraft) -> None:
        """Join the citations that give one number.

        Two provinces make two documents, and so do two dates unless the number holds its year.
        """
        key = key_of(found.number or "")
        group = next((g for g in self._numbered[key][-_MOST:] if dates_agree(g, found) and same_place(g, found)), None)
        if group is None:
            group = Group()
            self._numbered[key].append(group)
            self._by_numeral[found.type, numeral(found.number)].append(group)
        self._add(group, found)
        if found.name and group not in self._named[name_key(found)]:
            self._named[name_key(found)].append(group)

    def by_plain_number(self, found: CitationDraft) -> None:
        """Join a plain number to the one full number of its type with that numeral, else to its like."""
        number, year = numeral(found.number), year_of(found)
        agreeing = [
            group
            for group in self._by_numeral[found.type, number][-_MOST:]
            if dates_agree(group, found) and year in (None, *group.years)
        ]
        if len(agreeing) == 1:
            self._add(agreeing[0], found)
            found.modifier = "short-for-full"
        else:
            self._add(self._plain.setdefault((found.type, number, year), Group()), found)

    def by_name(self, found: CitationDraft) -> None:
        """Join a name to the documents of that name: that of its year, of the legal basis, the last before it."""
        if found.kind == "unresolved":
            self._add(Group(), found)
            return
        groups = self._named[name_key(found)]
        if not groups and (numbered := self._of_plenum(found)):
            groups.append(numbered)
        candidates = [group for group in groups[-_MOST:] if years_agree(group, found)]
        earlier = [group for group in candidates if group.members[0].start < found.start]
        if found.date is None and len(candidates) > 1 and earlier:
            candidates = [next(filter(self._is_legal_basis, earlier), earlier[-1])]
        if candidates:
            self._add(candidates[0], found)
        else:
            group = Group()
            groups.append(group)
            self._add(group, found)

    def under_number_too(self, found: CitationDraft, numbered: CitationDraft) -> None:
        """Join a name to the document whose number stands in brackets behind it; further mentions of it follow."""
        if group := self._of.get(id(numbered)):
            self._add(group, found)
            self._named[name_key(found)].append(group)

    def hold(self, found: CitationDraft) -> bool:
        """Return whether a citation has its document already."""
        return id(found) in self._of

    def by_plenum(self, found: CitationDraft) -> None:
        """Join a plenum without its term to the one of that number that the text names with its term, if it is alone.

        People say "Nghị quyết Trung ương 4" once they have said of which committee; two terms leave it open.
        """
        with_term = self._plenums[found.name or ""]
        if len(with_term) == 1:
            self._add(with_term[0], found)
        else:
            self.by_name(found)

    def _of_plenum(self, found: CitationDraft) -> Group | None:
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

    def _is_legal_basis(self, group: Group) -> bool:
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
                documents.append(describe(group, ids[id(group)]))
            found.document = ids[id(group)]
        return documents

    def _add(self, group: Group, found: CitationDraft) -> None:
        group.add(found)
        self._of[id(found)] = group
        plenum, of_term, _ = (found.name or "").partition(_OF_TERM)
        if of_term and group not in self._plenums[plenum]:
            self._plenums[plenum].append(group)
