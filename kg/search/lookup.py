"""Finding documents: lists with filters, and the one document that somebody's words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from legalkg.extractors.partial_dates import is_date
from legalkg.extractors.reading.errors import written_name
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.registry.types import document_types
from legalkg.extractors.text import fold, strip_marks, whole_text
from legalkg.kg.catalogue.documents import COLUMNS, as_document
from legalkg.kg.catalogue.file_names import file_key
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.errors import AmbiguousDocument, LegalkgError, UnknownDocument, WrongUsage
from legalkg.kg.identity.keys import BASE, name_key
from legalkg.kg.model import Document
from legalkg.kg.search.filters import Filter
from legalkg.kg.search.words import words_of

_NAMED = "row IN (SELECT rowid FROM names WHERE names MATCH ?)"
_SUGGESTIONS = 5
MOST_OFFERED = 100
"""So many documents are offered at most where the start of an id fits more."""
FEW_NAMES = 2000
"""Up to so many documents are sorted; of more, those are looked for that come first by date."""
_WORDS = 8
"""So many words of a wrong name are looked at."""
_NEAR = 500
"""How many names are compared with a name of which one word is wrong."""
# A number with a date behind it, as people write and as the tables print: '28-CT/TU ngày 16/10/2023', '… 2023-10-16'.
_DATED = re.compile(
    r"(?P<number>\S.*?\D),?\s+(?:ngày\s+|năm\s+)?\(?"
    r"(?:(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:[/.-]| năm )(?P<year>\d{4})|"
    r"(?P<iso>\d{4}(?:-\d{2}(?:-\d{2})?)?))\)?"
)


class Finder:
    """Answers questions about which documents there are."""

    def __init__(self, tables: Tables) -> None:
        self._database = tables.database
        self._archive = tables.archive
        self._catalogue = tables.catalogue
        self._same_as = tables.same_as

    def list(self, wanted: Filter, limit: int | None = None, offset: int = 0) -> tuple[Document, ...]:
        """List documents, the latest first, those without a date last.

        Raises:
            LegalkgError: A date of the filter does not exist.
        """
        condition, values = _condition(wanted)
        match = wanted.match()
        # Documents of rare words are looked up and sorted, of frequent words those are looked for that come first.
        table = "" if match is None else "NOT INDEXED" if self._is_rare(match) else "INDEXED BY documents_date"
        rows = self._database.fetch_all(
            f"SELECT {COLUMNS} FROM documents {table} WHERE {condition} "  # noqa: S608  (conditions hold no values)
            "ORDER BY date DESC, id LIMIT ? OFFSET ?",
            (*values, -1 if limit is None else limit, offset),
        )
        return tuple(map(as_document, rows))

    def count(self, wanted: Filter) -> int:
        """Count documents.

        Raises:
            LegalkgError: A date of the filter does not exist.
        """
        condition, values = _condition(wanted)
        sql = f"SELECT count(*) FROM documents WHERE {condition}"  # noqa: S608
        if values == [wanted.match()]:  # nothing else is asked for
            sql = "SELECT count(*) FROM names WHERE names MATCH ?"
        row = self._database.fetch_one(sql, values)
        return int(row[0]) if row else 0

    def require_type(self, name: str | None) -> None:
        """Check that a type is in the register, or some document is of it.

        Raises:
            WrongUsage: It is unknown; the nearest is named.
        """
        if not name:
            return
        known = {strip_marks(kind.name): kind.name for kind in document_types()}
        if strip_marks(name) in known:
            return
        rows = self._database.fetch_all("SELECT DISTINCT type FROM documents WHERE type IS NOT NULL")
        known |= {strip_marks(str(kind)): str(kind) for (kind,) in rows}
        if strip_marks(name) in known:
            return
        from rapidfuzz import process

        nearest = process.extractOne(strip_marks(name), list(known), score_cutoff=50)
        raise WrongUsage(f"unknown type {name!r}" + (f"; the nearest is {known[nearest[0]]!r}" if nearest else ""))

    def by_id(self, ref: str) -> Document | None:
        """Return the document with this IRI or slug id."""
        known = whole_text(ref)
        return self._catalogue.document(known if known.startswith(BASE) else BASE + known.strip())

    def find(self, ref: str) -> Document:
        """Return the one document that an IRI, a slug id, a number (after its type word or not) or a name means.

        The path of its file means a document, too, or the file's name with its ending or without.

        Raises:
            UnknownDocument: There is none; the nearest are suggested.
            AmbiguousDocument: There are several.
        """
        ref = whole_text(ref)  # what is typed need not be UTF-8
        exact = self.by_id(ref) or self._in_file(ref)
        if exact:
            return exact
        named = self._by_name_and_date(ref) or self._catalogue.by_key(name_key(ref))
        found = self._distinct(
            self._by_number(ref) or named or self._catalogue.by_key(file_key(ref)) or self._by_start(ref)
        )
        if not found:
            raise UnknownDocument(ref, self._nearest(ref))
        if len(found) > 1:
            raise AmbiguousDocument(ref, found)
        return found[0]

    def _in_file(self, ref: str) -> Document | None:
        """Return the document that was read from the file with this path."""
        iri = self._archive.iri_at(written_name(Path(ref).absolute()))
        return self._catalogue.document(iri) if iri else None

    def _by_number(self, ref: str) -> tuple[Document, ...]:
        kind, number, day = self.parts(ref)
        key = number_key(number)
        found = self._catalogue.by_key(f"so:{key}") if key else ()
        return tuple(
            document for document in found
            if (not kind or document.type in (None, kind)) and (not day or (document.date or "").startswith(day))
        )  # fmt: skip

    def _by_name_and_date(self, ref: str) -> tuple[Document, ...]:
        """Return the documents of a name and a date behind it: 'Luật Đất đai 2024', 'Luật Đất đai ngày 18/01/2024'."""
        dated = _DATED.fullmatch(" ".join(ref.split()))
        if not dated:
            return ()
        day = _date_of(dated)
        named = self._catalogue.by_key(name_key(dated.group("number")))
        return tuple(document for document in named if (document.date or "").startswith(day))

    @staticmethod
    def parts(ref: str) -> tuple[str | None, str, str | None]:
        """Split a reference into type, number (or name) and date: 'Chỉ thị 28-CT/TU ngày 16/10/2023'.

        Raises:
            LegalkgError: The date does not exist.
        """
        kind, rest = _split_type(ref)
        dated = _DATED.fullmatch(rest)
        return (kind, dated.group("number"), _date_of(dated)) if dated else (kind, rest, None)

    def _by_start(self, ref: str) -> tuple[Document, ...]:
        """Return the documents whose id goes on where the reference ends: 'chi-thi_28-ct-tu' lacks date and place."""
        start = ref.removeprefix(BASE).strip() + "_"
        rows = self._database.fetch_all(
            f"SELECT {COLUMNS} FROM documents WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",  # noqa: S608
            (start, start + "\U0010ffff", MOST_OFFERED),
        )
        return tuple(map(as_document, rows))

    def _is_rare(self, match: str) -> bool:
        rows = self._database.fetch_all("SELECT 1 FROM names WHERE names MATCH ? LIMIT ?", (match, FEW_NAMES + 1))
        return len(rows) <= FEW_NAMES

    def _distinct(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """Take those that are linked as one."""
        iris = dict.fromkeys(self._same_as.canonical(document.iri) for document in documents)
        return tuple(document for iri in iris if (document := self._catalogue.document(iri)))

    def _nearest(self, ref: str) -> tuple[Document, ...]:
        """Return the documents whose names are most like a reference, of those that have all its words but one."""
        from rapidfuzz import process

        wanted = self.parts(ref)[1]
        documents = [document for match in _all_but_one(words_of(wanted)) for document in self._named(match)]
        names = {d.iri: strip_marks(d.number or d.name or d.title or d.file or d.id) for d in documents}
        best = process.extract(strip_marks(wanted), names, limit=_SUGGESTIONS, score_cutoff=60)
        return self._distinct(document for _, _, iri in best if (document := self._catalogue.document(iri)))

    def _named(self, match: str) -> tuple[Document, ...]:
        rows = self._database.fetch_all(
            f"SELECT {COLUMNS} FROM documents WHERE row IN "  # noqa: S608
            "(SELECT rowid FROM names WHERE names MATCH ? LIMIT ?) ORDER BY held DESC, iri",
            (match, _NEAR),
        )
        return tuple(map(as_document, rows))


def _condition(wanted: Filter) -> tuple[str, list[object]]:
    condition, values = wanted.condition()
    match = wanted.match()
    return (condition, values) if match is None else (f"{condition} AND {_NAMED}", [*values, match])


def _all_but_one(words: Sequence[str]) -> Iterator[str]:
    """Return the queries for names that have all words but one; a single word must stand there itself."""
    some = words[:_WORDS]
    for left_out in range(len(some)):
        yield " AND ".join(f'"{word}"' for n, word in enumerate(some) if n != left_out or len(some) == 1)


def _split_type(ref: str) -> tuple[str | None, str]:
    """Split the type word off a reference: 'Công văn số 782-CV/ĐU' -> ('Công văn', '782-CV/ĐU')."""
    match = re.match(r"(\D*?)\s*(?:số\s*:?\s*)?(\d.*)$", " ".join(ref.split()), re.IGNORECASE)
    if not match:
        return None, ref
    word = fold(match.group(1))
    known = next((t.name for t in document_types() if word in (fold(t.name), strip_marks(t.name))), None)
    return known, match.group(2)


def _date_of(match: re.Match[str]) -> str:
    text = match["iso"] or f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    if not is_date(text):
        raise LegalkgError(f"invalid date {text!r}: there is no such day")
    return text
