"""The catalogue: every document that is held or cited, by IRI and by key; made from the archive, for looking up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.database import Database, Row, marks
from kg.identity import BASE, Facts, Identity, identify
from kg.model import Document
from kg.register import Entry, Register
from kg.resolve import Candidate, Resolution, asked_for
from kg.search_index import mark_unindexed

_FACTS = "type, number, date, issuer, name, title, place"
_DOCUMENT = "iri, id, type, number, date, issuer, title, name, held"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of a cited document, see :class:`kg.resolve.Resolution`."""

    target: str | None
    outcome: str
    rule: str
    reason: str
    similarity: float | None
    candidates: tuple[Candidate, ...] = ()


class Catalogue:
    """Reads and writes the tables of documents, their keys, and what citations were resolved to."""

    def __init__(self, database: Database, register: Register) -> None:
        self._database = database
        self._register = register

    # --- writing ---

    def set_own(self, iri: str, facts: Facts | None, keys: Sequence[str] = (), effective: str | None = None) -> None:
        """Say what a held document is, or that it is held no more; marks as dirty all whose citations may mean it."""
        asked = {key for (key,) in self._database.rows("SELECT key FROM held_keys WHERE iri = ?", (iri,))}
        self._database.rows("DELETE FROM held_keys WHERE iri = ?", (iri,))
        self._database.rows("DELETE FROM facts WHERE source = ? AND iri = ? AND held", (iri, iri))
        if facts is not None:
            self._database.many("INSERT INTO held_keys VALUES (?, ?)", [(key, iri) for key in keys])
            self._add_facts(iri, iri, facts, held=True, effective=effective)
        for key in sorted(asked | set(keys)):
            self._database.rows(
                "INSERT OR IGNORE INTO dirty SELECT questions.source FROM questions WHERE key = ?", (key,)
            )

    def set_resolutions(self, source: str, resolutions: Sequence[Resolution]) -> set[str]:
        """Say what the citations of a held document mean; gives the IRIs of all documents that this touches."""
        touched = {iri for (iri,) in self._database.rows("SELECT iri FROM facts WHERE source = ?", (source,))}
        self._database.rows("DELETE FROM resolutions WHERE source = ?", (source,))
        self._database.rows("DELETE FROM candidates WHERE source = ?", (source,))
        self._database.rows("DELETE FROM questions WHERE source = ?", (source,))
        self._database.rows("DELETE FROM facts WHERE source = ? AND NOT held", (source,))
        stated: dict[str, list[Facts]] = defaultdict(list)
        for found in resolutions:
            self._database.rows(
                "INSERT INTO resolutions VALUES (?, ?, ?, ?, ?, ?, ?)",
                (source, found.cited, found.target, found.outcome, found.rule, found.reason, found.similarity),
            )
            scored = [(source, found.cited, candidate.iri, candidate.score) for candidate in found.candidates]
            self._database.many("INSERT INTO candidates VALUES (?, ?, ?, ?)", scored)
            questions = [(key, source) for key in asked_for(found.identity)]
            self._database.many("INSERT OR IGNORE INTO questions VALUES (?, ?)", questions)
            if found.target and found.outcome != "self":
                stated[found.target].append(found.facts)
        for target, facts in stated.items():
            self._add_facts(source, target, merge(facts))
        return touched | stated.keys() | {source}

    def refresh(self, iris: Iterable[str]) -> set[str]:
        """Make the entries of some documents again from the facts; gives their keys, old and new."""
        touched: set[str] = set()
        for iri in sorted(iris):
            touched |= self.keys(iri)
            before = self._entry(iri)
            self._database.rows("DELETE FROM documents WHERE iri = ?", (iri,))
            self._database.rows("DELETE FROM keys WHERE iri = ?", (iri,))
            stated = self._stated(iri)
            if stated:
                self._write_document(iri, merge(stated))
                keys = {key for facts in stated for key in identify(facts, local="-").keys}
                known = self._register.entry(iri)
                keys.update(known.identity.keys if known else ())
                self._database.many("INSERT INTO keys VALUES (?, ?)", [(key, iri) for key in sorted(keys)])
                touched |= keys
            if before != (entry := self._entry(iri)) and (before or entry):
                mark_unindexed(self._database, iri)
        return touched

    def _write_document(self, iri: str, facts: Facts) -> None:
        held = self._database.row("SELECT 1 FROM facts WHERE iri = ? AND held", (iri,)) is not None
        self._database.rows(
            f"INSERT INTO documents VALUES ({marks(11)})",  # noqa: S608
            (None, iri, iri.removeprefix(BASE), facts.type, facts.number, facts.date, facts.issuer, facts.title,
             facts.name, facts.place, held),
        )  # fmt: skip

    def _entry(self, iri: str) -> Row | None:
        """Give what the full-text index has of the entry of a held document."""
        return self._database.row(
            "SELECT type, number, date, issuer, title, name, place FROM documents WHERE iri = ? AND held", (iri,)
        )

    def _stated(self, iri: str) -> list[Facts]:
        """Give what is said of a document: by itself, by the register, by those who cite it, the fullest first."""
        rows = self._database.rows(f"SELECT held, {_FACTS} FROM facts WHERE iri = ?", (iri,))  # noqa: S608
        if not rows:
            return []
        own = [Facts(*facts) for held, *facts in rows if held]
        known = self._register.entry(iri)
        cited = sorted((Facts(*facts) for held, *facts in rows if not held), key=_fullest_first)
        return [*own, *([known.facts] if known else []), *cited]

    def _add_facts(
        self, source: str, iri: str, facts: Facts, *, held: bool = False, effective: str | None = None
    ) -> None:
        self._database.rows(
            f"INSERT OR IGNORE INTO facts VALUES ({marks(11)})",  # noqa: S608
            (source, iri, held, facts.type, facts.number, facts.date, facts.issuer, facts.name, facts.title,
             facts.place, effective),
        )  # fmt: skip

    # --- looking up ---

    def candidates(self, keys: Sequence[str]) -> Sequence[Entry]:
        """Give the documents under any of some keys that are held or in the register."""
        found = {entry.identity.iri: entry for key in keys for entry in self._register.under(key)}
        rows = self._database.rows(
            f"SELECT DISTINCT facts.iri, effective, {_FACTS} FROM held_keys JOIN facts USING (iri) "  # noqa: S608
            f"WHERE held AND key IN ({marks(len(keys))}) ORDER BY facts.iri",
            keys,
        )
        for iri, effective, *facts in rows:
            known = found.get(iri)
            from_day = effective or (known.effective if known else None)
            found[iri] = Entry(Identity(iri, iri.removeprefix(BASE)), Facts(*facts), held=True, effective=from_day)
        return tuple(found.values())

    def document(self, iri: str) -> Document | None:
        """Give a document."""
        row = self._database.row(f"SELECT {_DOCUMENT} FROM documents WHERE iri = ?", (iri,))  # noqa: S608
        return as_document(row) if row else None

    def by_key(self, key: str) -> tuple[Document, ...]:
        """Give the documents under a key."""
        rows = self._database.rows(
            f"SELECT {_DOCUMENT} FROM documents JOIN keys USING (iri) WHERE key = ? ORDER BY id",  # noqa: S608
            (key,),
        )
        return tuple(map(as_document, rows))

    def facts(self, iri: str) -> Facts:
        """Give all that is known of a document, from all that state something of it."""
        return merge(self._stated(iri))

    def effective(self, iri: str) -> str | None:
        """Give the first day of a document's effect, as its own text or the register says."""
        row = self._database.row("SELECT effective FROM facts WHERE iri = ? AND held", (iri,))
        known = self._register.entry(iri)
        return (row[0] if row else None) or (known.effective if known else None)

    def keys(self, iri: str) -> set[str]:
        """Give the keys of a document."""
        return {str(key) for (key,) in self._database.rows("SELECT key FROM keys WHERE iri = ?", (iri,))}

    def citing_dates(self, iri: str) -> tuple[str, ...]:
        """Give the dates of the held documents that cite a document."""
        rows = self._database.rows(
            "SELECT documents.date FROM facts JOIN documents ON documents.iri = source "
            "WHERE facts.iri = ? AND NOT facts.held AND documents.date IS NOT NULL",
            (iri,),
        )
        return tuple(str(date) for (date,) in rows)

    def resolutions(self, source: str) -> dict[str, Resolved]:
        """Give what became of each document that a held document cites, by its id there."""
        candidates: dict[str, list[Candidate]] = defaultdict(list)
        for cited, iri, score in self._database.rows(
            "SELECT cited, iri, score FROM candidates WHERE source = ? ORDER BY score DESC, iri", (source,)
        ):
            candidates[cited].append(Candidate(iri, score))
        rows = self._database.rows(
            "SELECT cited, target, outcome, rule, reason, similarity FROM resolutions WHERE source = ?", (source,)
        )
        return {
            cited: Resolved(target, outcome, rule, reason, similarity, tuple(candidates[cited]))
            for cited, target, outcome, rule, reason, similarity in rows
        }

    def is_known(self, iri: str) -> bool:
        """Tell whether a document is held or in the register."""
        held = self._database.row("SELECT 1 FROM facts WHERE iri = ? AND held", (iri,))
        return held is not None or self._register.entry(iri) is not None

    def cited_by(self, iris: Sequence[str]) -> tuple[str, ...]:
        """Give the IRIs of the held documents that cite a document under any of its IRIs."""
        rows = self._database.rows(
            f"SELECT DISTINCT source FROM facts WHERE NOT held AND iri IN ({marks(len(iris))}) "  # noqa: S608
            f"AND source NOT IN ({marks(len(iris))}) ORDER BY source",
            (*iris, *iris),
        )
        return tuple(str(source) for (source,) in rows)


def as_document(row: Row) -> Document:
    """Make a document of a row of the table."""
    iri, slug, kind, number, date, issuer, title, name, held = row
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
    )


def merge(stated: Sequence[Facts]) -> Facts:
    """Take each field from the first that states it."""

    def first(field: str) -> str | None:
        return next((value for facts in stated if (value := getattr(facts, field))), None)

    return Facts(*(first(field) for field in Facts.__slots__))


def _fullest_first(facts: Facts) -> tuple[int, int, list[str]]:
    values = [getattr(facts, field) or "" for field in Facts.__slots__]
    return -sum(map(bool, values)), -len(facts.date or ""), values
