"""Documents that somebody cites with their day: what a number that begins anew may mean though nobody holds it.

They are known before anything is resolved, from what each text says alone, so the order of documents does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legalkg.extractors.model import CitedDocument, Header
from legalkg.extractors.partial_dates import is_day
from legalkg.kg.catalogue.facts import as_facts, written
from legalkg.kg.catalogue.worklist import Worklist
from legalkg.kg.database import Database, marks
from legalkg.kg.identity.keys import BASE, DocumentFacts, Identity, identify, is_local_number, is_unique_number
from legalkg.kg.identity.known_documents import Candidate
from legalkg.kg.identity.resolve import context_of_header, facts_of_citation


class DatedCitations:
    """Reads and writes the table of numbers that are cited with a day."""

    def __init__(self, database: Database, worklist: Worklist) -> None:
        self._database = database
        self._worklist = worklist

    def set(self, source: str, header: Header | None, documents: Iterable[CitedDocument]) -> None:
        """Keep what a held document cites with a day; marks all whose citations may mean one that is new or gone.

        Args:
            source: Its IRI.
            header: Its header; None if it is held no more.
            documents: What it cites.
        """
        now = dict(_with_day(source, header, documents)) if header else {}
        rows = self._database.fetch_all("SELECT iri, key FROM dated WHERE source = ?", (source,))
        before: dict[str, str] = dict(rows)
        known = set(before) | {iri for iri in now if self._is_said(iri)}
        self._database.execute("DELETE FROM dated WHERE source = ?", (source,))
        self._database.execute_many(
            "INSERT INTO dated VALUES (?, ?, ?, ?)",
            [(key, iri, source, written(facts)) for iri, (key, facts) in sorted(now.items())],
        )
        new = {now[iri][0] for iri in now.keys() - known}
        gone = {before[iri] for iri in before.keys() - now.keys() if not self._is_said(iri)}
        for key in sorted(new | gone):
            self._worklist.mark_citing(key)

    def candidates(self, keys: Sequence[str]) -> Sequence[Candidate]:
        """Return the documents that are cited with a day under any of some keys."""
        rows = self._database.fetch_all(
            f"SELECT iri, min(facts) FROM dated WHERE key IN ({marks(len(keys))}) GROUP BY iri ORDER BY iri",  # noqa: S608
            keys,
        )
        return tuple(
            Candidate(Identity(iri, iri.removeprefix(BASE)), as_facts(facts), only_cited=True) for iri, facts in rows
        )

    def _is_said(self, iri: str) -> bool:
        return self._database.fetch_one("SELECT 1 FROM dated WHERE iri = ?", (iri,)) is not None


def _with_day(
    source: str, header: Header, documents: Iterable[CitedDocument]
) -> Iterable[tuple[str, tuple[str, DocumentFacts]]]:
    """Return IRI, key and what tells apart each document cited with its day, if its number alone does not."""
    context = context_of_header(header, source.removeprefix(BASE))
    for cited in documents:
        number = cited.number or ""
        if not is_day(cited.date) or not number or is_unique_number(number) or is_local_number(number):
            continue
        facts = facts_of_citation(cited, context)
        identity = identify(facts, local="-", context=context)
        for key in identity.keys[:1]:
            # Who cites it says it in words of its own; only what is in the IRI is the same for all.
            yield identity.iri, (key, DocumentFacts(facts.type, facts.number, facts.date))
