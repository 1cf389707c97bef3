"""Facts on which those who state them disagree: two days, two issuers of one document. All stand; here they are listed.

What a text says of another document counts where its words show it. The year in the number of a held document counts
as one that states its date.

Documents count as one if they are linked, or if their numbers can be only one document's though the days differ:
within one term of the Central Committee; within one year for numbers of the State's organs and, outside the years of
congresses, of provincial committees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from legalkg.extractors.model import Extraction
from legalkg.extractors.partial_dates import agree, is_day
from legalkg.extractors.registry.issuers import scope_of
from legalkg.extractors.registry.numbers import number_key, year_of_number
from legalkg.extractors.registry.organ_names import one_organ
from legalkg.kg.archive.documents import StoredDocument
from legalkg.kg.catalogue.facts import as_facts
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.identity.keys import DocumentFacts, is_local_number, is_unique_number
from legalkg.kg.identity.terms import committee_term_on
from legalkg.kg.model import Conflict, Document, Quote, StatedValue

_CONGRESSES = 5
"""Committees of provinces are elected, and their numbers begin anew, in the years that this divides."""


@dataclass(frozen=True, slots=True)
class _StatedFacts:
    """What a source says of a document; the register has no IRI."""

    source: str | None
    iri: str
    facts: DocumentFacts
    by_number: bool = False


class Conflicts:
    """Finds the conflicts in a collection."""

    def __init__(self, tables: Tables) -> None:
        self._database = tables.database
        self._known_documents = tables.known_documents
        self._archive = tables.archive
        self._catalogue = tables.catalogue
        self._same_as = tables.same_as

    def all(self) -> tuple[Conflict, ...]:
        """Return all conflicts, by the document's id."""
        groups = self._groups()
        found = [conflict for stated in groups for conflict in self._of(stated)]
        return tuple(sorted(found, key=lambda conflict: (conflict.document.id, conflict.fact)))

    def _of(self, stated: list[_StatedFacts]) -> Iterator[Conflict]:
        for fact, agrees in (("date", agree), ("issuer", one_organ)):
            said = [one for one in (*stated, *_numbers(stated, fact)) if getattr(one.facts, fact)]
            if not _differ(said, fact, agrees):
                continue
            shown = [one for one in said if one.source in (None, one.iri) or self._is_shown(one, fact)]
            if _differ(shown, fact, agrees):
                shown.sort(key=lambda one: (getattr(one.facts, fact), one.source or ""))
                yield Conflict(
                    document=self._catalogue.describe(self._same_as.canonical(_main(stated))),
                    fact=fact,
                    values=tuple(self._value(one, fact) for one in shown),
                )

    def _is_shown(self, stated: _StatedFacts, fact: str) -> bool:
        """Return whether the words of a text show what it is taken to say: a date shared by a list may be another's."""
        extraction = self._archive.extraction(stated.source or "")
        meant = self._meant(stated.source or "", stated.iri)
        return extraction is not None and any(m.document in meant and fact in m.parts for m in extraction.mentions)

    def _groups(self) -> Iterable[list[_StatedFacts]]:
        """Return what is stated of each document."""
        rows = self._database.fetch_all("SELECT source, iri, facts FROM facts ORDER BY iri, source")
        linked: Mapping[str, list[_StatedFacts]] = defaultdict(list)
        for source, iri, facts in rows:
            linked[self._same_as.canonical(iri)].append(_StatedFacts(source, iri, as_facts(facts)))
        groups: Mapping[object, list[_StatedFacts]] = defaultdict(list)
        for canonical, stated in linked.items():
            entry = self._known_documents.entry(canonical)
            known = [_StatedFacts(None, canonical, entry.facts)] if entry else []
            groups[_only_one(self._catalogue.facts(canonical)) or canonical] += [*stated, *known]
        return groups.values()

    def _value(self, stated: _StatedFacts, fact: str) -> StatedValue:
        source = self._catalogue.describe(stated.source) if stated.source else None
        quote = self._quote(source, stated.iri, "number" if stated.by_number else fact) if source else None
        return StatedValue(value=getattr(stated.facts, fact), document=source, quote=quote)

    def _quote(self, source: Document, iri: str, fact: str) -> Quote | None:
        """Return the words with which a text states a fact: of itself above, of others where it names them."""
        held = self._archive.held(source.iri)
        place = self._place(held, source.iri, iri, fact) if held else None
        if held is None or place is None:
            return None
        return Quote(document=source, start=place[0], end=place[1], text=held.source.text[place[0] : place[1]])

    def _place(self, held: StoredDocument, source: str, iri: str, fact: str) -> tuple[int, int] | None:
        if source == iri:
            span = held.extraction.header.spans.get(fact)
            return (span.start, span.end) if span else None
        return _mention(held.extraction, self._meant(source, iri), fact)

    def _meant(self, source: str, iri: str) -> set[str]:
        return {cited for cited, found in self._catalogue.resolutions(source).items() if found.target == iri}


def _differ(said: Sequence[_StatedFacts], fact: str, agrees: Callable[[str, str], bool]) -> bool:
    values = sorted({getattr(one.facts, fact) for one in said})
    return any(not agrees(a, b) for a, b in combinations(values, 2))


def _numbers(stated: Iterable[_StatedFacts], fact: str) -> Iterator[_StatedFacts]:
    """Return what the number of a held document says of its date: 16/2025/NĐ-CP is not of 2015."""
    for one in stated if fact == "date" else ():
        year = year_of_number(one.facts.number) if one.source == one.iri else None
        if year and not agree(one.facts.date, year):
            yield _StatedFacts(one.source, one.iri, DocumentFacts(date=year), by_number=True)


def _mention(extraction: Extraction, meant: set[str], fact: str) -> tuple[int, int] | None:
    """Return where a document is first named, rather with the fact than without, the fact included."""
    named = [mention for mention in extraction.mentions if mention.document in meant]
    best = min(named, key=lambda mention: (fact not in mention.parts, mention.start), default=None)
    if best is None:
        return None
    part = best.parts.get(fact)
    return min(best.start, part.start if part else best.start), max(best.end, part.end if part else best.end)


def _only_one(facts: DocumentFacts) -> tuple[str | None, ...] | None:
    """Return what documents of different days share that can be only one; None where numbers tell nothing."""
    number, day = facts.number or "", facts.date or ""
    if not number or is_unique_number(number) or not is_day(day):
        return None
    key, scope = number_key(number, facts.issuer), scope_of(facts.issuer, facts.place)
    if key.endswith("TW"):
        return (key, facts.type, committee_term_on(day)) if committee_term_on(day) else None
    if is_local_number(number) and (not scope or (key.endswith("TU") and int(day[:4]) % _CONGRESSES == 0)):
        return None
    return key, facts.type, day[:4], scope if is_local_number(number) else None


def _main(stated: list[_StatedFacts]) -> str:
    """Return the document under which a conflict is listed: the held one, else the one that most speak of."""
    held = next((one.iri for one in stated if one.source == one.iri), None)
    iris = [one.iri for one in stated]
    return held or max(sorted(set(iris)), key=iris.count)
