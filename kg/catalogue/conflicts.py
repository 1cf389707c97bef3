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
from itertools import combinations

from legalkg.extractors.partial_dates import agree, is_day
from legalkg.extractors.registry.issuers import scope_of
from legalkg.extractors.registry.numbers import number_key, year_of_number
from legalkg.extractors.registry.organ_names import one_organ
from legalkg.kg.catalogue.facts import as_facts
from legalkg.kg.catalogue.stated import StatedFacts, Statements
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.identity.keys import DocumentFacts, is_local_number, is_unique_number
from legalkg.kg.identity.terms import committee_term_on
from legalkg.kg.model import Conflict

_CONGRESSES = 5
"""Committees of provinces are elected, and their numbers begin anew, in the years that this divides."""


class Conflicts:
    """Finds the conflicts in a collection."""

    def __init__(self, tables: Tables) -> None:
        self._database = tables.database
        self._known_documents = tables.known_documents
        self._catalogue = tables.catalogue
        self._same_as = tables.same_as
        self._statements = Statements(tables)

    def all(self) -> tuple[Conflict, ...]:
        """Return all conflicts, by the document's id."""
        groups = self._groups()
        found = [conflict for stated in groups for conflict in self._of(stated)]
        return tuple(sorted(found, key=lambda conflict: (conflict.document.id, conflict.fact)))

    def _of(self, stated: list[StatedFacts]) -> Iterator[Conflict]:
        for fact, agrees in (("date", agree), ("issuer", one_organ)):
            said = [one for one in (*stated, *_numbers(stated, fact)) if getattr(one.facts, fact)]
            if not _differ(said, fact, agrees):
                continue
            shown = [one for one in said if self._statements.is_shown(one, fact)]
            if _differ(shown, fact, agrees):
                shown.sort(key=lambda one: (getattr(one.facts, fact), one.source or ""))
                yield Conflict(
                    document=self._catalogue.describe(self._same_as.canonical(_main(stated))),
                    fact=fact,
                    values=tuple(self._statements.value(one, fact) for one in shown),
                )

    def _groups(self) -> Iterable[list[StatedFacts]]:
        """Return what is stated of each document."""
        rows = self._database.fetch_all("SELECT source, iri, facts FROM facts ORDER BY iri, source")
        linked: Mapping[str, list[StatedFacts]] = defaultdict(list)
        for source, iri, facts in rows:
            linked[self._same_as.canonical(iri)].append(StatedFacts(source, iri, as_facts(facts)))
        groups: Mapping[object, list[StatedFacts]] = defaultdict(list)
        for canonical, stated in linked.items():
            entry = self._known_documents.entry(canonical)
            known = [StatedFacts(None, canonical, entry.facts)] if entry else []
            groups[only_one(self._catalogue.facts(canonical)) or canonical] += [*stated, *known]
        return groups.values()


def _differ(said: Sequence[StatedFacts], fact: str, agrees: Callable[[str, str], bool]) -> bool:
    values = sorted({getattr(one.facts, fact) for one in said})
    return any(not agrees(a, b) for a, b in combinations(values, 2))


def _numbers(stated: Iterable[StatedFacts], fact: str) -> Iterator[StatedFacts]:
    """Return what the number of a held document says of its date: 16/2025/NĐ-CP is not of 2015."""
    for one in stated if fact == "date" else ():
        year = year_of_number(one.facts.number) if one.source == one.iri else None
        if year and not agree(one.facts.date, year):
            yield StatedFacts(one.source, one.iri, DocumentFacts(date=year), by_number=True)


def only_one(facts: DocumentFacts) -> tuple[str | None, ...] | None:
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


def _main(stated: list[StatedFacts]) -> str:
    """Return the document under which a conflict is listed: the held one, else the one that most speak of."""
    held = next((one.iri for one in stated if one.source == one.iri), None)
    iris = [one.iri for one in stated]
    return held or max(sorted(set(iris)), key=iris.count)
