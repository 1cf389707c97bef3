"""The catalogue: every document that is held or cited, by IRI and by key; made from the archive, for looking up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legalkg.kg.archive.files import Files
from legalkg.kg.batches import batched
from legalkg.kg.catalogue.facts import as_facts, fullest_first, merge, written
from legalkg.kg.catalogue.file_names import file_keys, file_name
from legalkg.kg.catalogue.worklist import Worklist
from legalkg.kg.database import Database, Row, marks
from legalkg.kg.identity.decisions import asked_for
from legalkg.kg.identity.keys import BASE, DocumentFacts, Identity, identify
from legalkg.kg.identity.known_documents import Candidate, KnownDocuments
from legalkg.kg.identity.resolve import Resolution, ScoredCandidate
from legalkg.kg.model import CandidateView, Document

_PRECISIONS = (len("2024-01-31"), len("2024-01"), len("2024"))
_AT_ONCE = 500
"""Documents that are looked up in one query."""
COLUMNS = "iri, id, type, number, date, issuer, title, name, held, file"
"""What :func:`as_document` makes a document of."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of a cited document, see :class:`legalkg.kg.identity.resolve.Resolution`."""

    target: str | None
    outcome: str
    rule: str
    reason: str
    similarity: float | None
    candidates: tuple[ScoredCandidate, ...] = ()


class Catalogue:
    """Reads and writes the tables of documents, their keys, and what citations were resolved to."""

    def __init__(self, database: Database, known_documents: KnownDocuments, worklist: Worklist) -> None:
        self._database = database
        self._known_documents = known_documents
        self._worklist = worklist
        self._files = Files(database)

    # --- writing ---

    def set_own(
        self, iri: str, facts: DocumentFacts | None, keys: Sequence[str] = (), effective: str | None = None
    ) -> None:
        """Say what a held document is, or that it is held no more; marks all whose citations may mean it."""
        asked = {key for (key,) in self._database.fetch_all("SELECT key FROM held_keys WHERE iri = ?", (iri,))}
        before = self._database.fetch_one(
            "SELECT facts, effective FROM facts WHERE source = ? AND iri = ? AND held", (iri, iri)
        )
        if asked == set(keys) and before == ((written(facts), effective) if facts else None):
            return
        self._database.execute("DELETE FROM held_keys WHERE iri = ?", (iri,))
        self._database.execute("DELETE FROM facts WHERE source = ? AND iri = ? AND held", (iri, iri))
        if facts is not None:
            self._database.execute_many("INSERT INTO held_keys VALUES (?, ?)", [(key, iri) for key in keys])
            self._database.execute(
                "INSERT INTO facts VALUES (?, ?, 1, ?, ?, ?)", (iri, iri, facts.date, effective, written(facts))
            )
        for key in sorted(asked | set(keys)):
            self._worklist.mark_citing(key)

    def set_resolutions(self, source: str, day: str | None, resolutions: Sequence[Resolution]) -> None:
        """Say what the citations of a held document mean, and make the entries again of all that this changes.

        Args:
            source: Its IRI.
            day: Its date, as it says itself.
            resolutions: What its citations mean; none if it is held no more.
        """
        for table in ("resolutions", "candidates", "lookups"):
            self._database.execute(f"DELETE FROM {table} WHERE source = ?", (source,))  # noqa: S608
        for found in resolutions:
            self._database.execute(
                "INSERT INTO resolutions VALUES (?, ?, ?, ?, ?, ?, ?)",
                (source, found.cited, found.target, found.outcome, found.rule.id, found.reason, found.similarity),
            )
            scored = [(source, found.cited, candidate.iri, candidate.score) for candidate in found.candidates]
            self._database.execute_many("INSERT INTO candidates VALUES (?, ?, ?, ?)", scored)
            lookups = [(key, source) for key in asked_for(found.identity)]
            self._database.execute_many("INSERT OR IGNORE INTO lookups VALUES (?, ?)", lookups)
        changed = self._set_stated(source, day, resolutions)
        for iri in sorted({*changed, source}):
            self._refresh(iri)

    def _set_stated(self, source: str, day: str | None, resolutions: Sequence[Resolution]) -> list[str]:
        """Keep what a document says of those that it cites; gives those of which something else is said now."""
        stated: dict[str, list[DocumentFacts]] = defaultdict(list)
        for found in resolutions:
            if found.target and found.outcome != "self":
                stated[found.target].append(found.facts)
        rows = self._database.fetch_all("SELECT iri, facts, day FROM facts WHERE source = ? AND NOT held", (source,))
        before = {iri: (facts, said_on) for iri, facts, said_on in rows}
        now = {iri: (written(merge(facts)), day) for iri, facts in stated.items()}
        changed = []
        for iri in sorted(iri for iri in {*before, *now} if before.get(iri) != now.get(iri)):
            # Who cites a document on which day decides whether it can be a later one.
            self._worklist.mark_links_of(iri)
            self._database.execute("DELETE FROM facts WHERE source = ? AND iri = ? AND NOT held", (source, iri))
            is_new = iri in now and self._say(source, iri, *now[iri])
            is_gone = iri in before and self._unsay(iri, before[iri][0])
            if is_new or is_gone:
                changed.append(iri)
        return changed

    def _say(self, source: str, iri: str, facts: str, day: str | None) -> bool:
        self._database.execute("INSERT INTO facts VALUES (?, ?, 0, ?, NULL, ?)", (source, iri, day, facts))
        times = self._database.fetch_one(
            "INSERT INTO stated VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times",
            (iri, facts),
        )
        return times == (1,)

    def _unsay(self, iri: str, facts: str) -> bool:
        times = self._database.fetch_one(
            "UPDATE stated SET times = times - 1 WHERE iri = ? AND facts = ? RETURNING times", (iri, facts)
        )
        if times == (0,):
            self._database.execute("DELETE FROM stated WHERE iri = ? AND facts = ?", (iri, facts))
        return times == (0,)

    def _refresh(self, iri: str) -> None:
        """Make the entry of a document again from the facts."""
        self._worklist.mark_links_of(iri)
        before = self._entry(iri)
        self._database.execute("DELETE FROM documents WHERE iri = ?", (iri,))
        self._database.execute("DELETE FROM keys WHERE iri = ?", (iri,))
        stated = self._stated(iri)
        if stated:
            self._write_document(iri, merge(stated))
            keys = {key for facts in stated for key in identify(facts, local="-").keys}
            known = self._known_documents.entry(iri)
            keys.update(known.identity.keys if known else ())
            keys.update(key for file in self._files.of_document(iri) for key in file_keys(file.path))
            self._database.execute_many("INSERT INTO keys VALUES (?, ?)", [(key, iri) for key in sorted(keys)])
        self._worklist.mark_links_of(iri)
        if before != self._entry(iri):
            self._worklist.mark_words([iri])

    def _write_document(self, iri: str, facts: DocumentFacts) -> None:
        origin = self._files.origin(iri)
        self._database.execute(
            f"INSERT INTO documents VALUES ({marks(12)})",  # noqa: S608
            (None, iri, iri.removeprefix(BASE), facts.type, facts.number, facts.date, facts.issuer, facts.title,
             facts.name, facts.place, self.is_held(iri), file_name(origin.path) if origin else None),
        )  # fmt: skip

    def _entry(self, iri: str) -> Row | None:
        """Return what the full-text index has of the entry of a held document."""
        return self._database.fetch_one(
            "SELECT type, number, date, issuer, title, name, place, file FROM documents WHERE iri = ? AND held", (iri,)
        )

    def _stated(self, iri: str) -> list[DocumentFacts]:
        """Return what is said of a document: by itself, by the register, by those who cite it, the fullest first."""
        own = self._own(iri)
        rows = self._database.fetch_all("SELECT facts FROM stated WHERE iri = ?", (iri,))
        if own is None and not rows:
            return []
        known = self._known_documents.entry(iri)
        cited = sorted((as_facts(facts) for (facts,) in rows), key=fullest_first)
        return [*([own] if own else []), *([known.facts] if known else []), *cited]

    def _own(self, iri: str) -> DocumentFacts | None:
        row = self._database.fetch_one("SELECT facts FROM facts WHERE source = ? AND iri = ? AND held", (iri, iri))
        return as_facts(row[0]) if row else None

    # --- looking up ---

    def candidates(self, keys: Sequence[str]) -> Sequence[Candidate]:
        """Return the documents under any of some keys that are held or in the register."""
        found = {entry.identity.iri: entry for key in keys for entry in self._known_documents.under(key)}
        rows = self._database.fetch_all(
            "SELECT DISTINCT facts.iri, effective, facts FROM held_keys JOIN facts ON source = held_keys.iri "  # noqa: S608
            f"AND facts.iri = source AND held WHERE key IN ({marks(len(keys))}) ORDER BY facts.iri",
            keys,
        )
        for iri, effective, facts in rows:
            known = found.get(iri)
            from_day = effective or (known.effective if known else None)
            found[iri] = Candidate(
                Identity(iri, iri.removeprefix(BASE)), as_facts(facts), held=True, effective=from_day
            )
        return tuple(found.values())

    def document(self, iri: str) -> Document | None:
        """Return a document."""
        row = self._database.fetch_one(f"SELECT {COLUMNS} FROM documents WHERE iri = ?", (iri,))  # noqa: S608
        return as_document(row) if row else None

    def describe(self, iri: str) -> Document:
        """Return a document; of one that nobody holds or cites its IRI is all that is known."""
        return self.document(iri) or _unknown(iri)

    def views(self, candidates: Iterable[ScoredCandidate]) -> tuple[CandidateView, ...]:
        """Return candidates with what is known of their documents, in their order."""
        return tuple(CandidateView(document=self.describe(one.iri), score=one.score) for one in candidates)

    def describe_all(self, iris: Iterable[str]) -> dict[str, Document]:
        """Return documents by IRI, as :meth:`describe`."""
        found: dict[str, Document] = {}
        for some in batched(iris, _AT_ONCE):
            rows = self._database.fetch_all(
                f"SELECT {COLUMNS} FROM documents WHERE iri IN ({marks(len(some))})",  # noqa: S608
                some,
            )
            found |= {iri: _unknown(iri) for iri in some} | {str(row[0]): as_document(row) for row in rows}
        return found

    def by_key(self, key: str) -> tuple[Document, ...]:
        """Return the documents under a key."""
        rows = self._database.fetch_all(
            f"SELECT {COLUMNS} FROM documents JOIN keys USING (iri) WHERE key = ? ORDER BY id",  # noqa: S608
            (key,),
        )
        return tuple(map(as_document, rows))

    def facts(self, iri: str) -> DocumentFacts:
        """Return all that is known of a document, from all that state something of it."""
        return merge(self._stated(iri))

    def effective(self, iri: str) -> str | None:
        """Return the first day of a document's effect, as its own text or the register says."""
        row = self._database.fetch_one("SELECT effective FROM facts WHERE source = ? AND iri = ? AND held", (iri, iri))
        known = self._known_documents.entry(iri)
        return (row[0] if row else None) or (known.effective if known else None)

    def keys(self, iri: str) -> set[str]:
        """Return the keys of a document."""
        return {str(key) for (key,) in self._database.fetch_all("SELECT key FROM keys WHERE iri = ?", (iri,))}

    def citing_dates(self, iri: str) -> tuple[str, ...]:
        """Return the earliest dates of the documents that cite a document: that of days, of months and of years."""
        found = (
            self._database.fetch_one(
                "SELECT min(day) FROM facts WHERE NOT held AND iri = ? AND length(day) = ?", (iri, precision)
            )
            for precision in _PRECISIONS
        )
        return tuple(row[0] for row in found if row and row[0])

    def resolutions(self, source: str) -> dict[str, Resolved]:
        """Return what became of each document that a held document cites, by its id there."""
        candidates: dict[str, list[ScoredCandidate]] = defaultdict(list)
        for cited, iri, score in self._database.fetch_all(
            "SELECT cited, iri, score FROM candidates WHERE source = ? ORDER BY score DESC, iri", (source,)
        ):
            candidates[cited].append(ScoredCandidate(iri, score))
        rows = self._database.fetch_all(
            "SELECT cited, target, outcome, rule, reason, similarity FROM resolutions WHERE source = ?", (source,)
        )
        return {
            cited: Resolved(target, outcome, rule, reason, similarity, tuple(candidates[cited]))
            for cited, target, outcome, rule, reason, similarity in rows
        }

    def is_held(self, iri: str) -> bool:
        """Return whether the text of a document was read."""
        return self._own(iri) is not None

    def is_known(self, iri: str) -> bool:
        """Return whether a document is held or in the register."""
        return self.is_held(iri) or self._known_documents.entry(iri) is not None


def _unknown(iri: str) -> Document:
    return Document(iri=iri, id=iri.removeprefix(BASE), name=None, held=False)


def as_document(row: Row) -> Document:
    """Make a document of a row of the table."""
    iri, slug, kind, number, date, issuer, title, name, held, file = row
    return Document(
        iri=iri,
        id=slug,
        type=kind,
        number=number,
        date=date,
        issuer=issuer,
        title=title,
        name=name,
        held=bool(held),
        file=file,
    )
