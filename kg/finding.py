"""Finding documents: lists with filters, and the one document that somebody's words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from extractors.registry import registry
from extractors.text import fold, strip_marks
from kg.catalogue import Catalogue, as_document
from kg.database import Database
from kg.errors import AmbiguousDocument, LegalkgError, UnknownDocument
from kg.identity import BASE, is_date, name_key, number_key
from kg.links import Links
from kg.model import Document

_COLUMNS = "iri, id, type, number, date, issuer, title, name, held"
_SUGGESTIONS = 5
# A number with a date behind it, as people write and as the tables print: '28-CT/TU ngày 16/10/2023', '… 2023-10-16'.
_DATED = re.compile(
    r"(?P<number>\S.*?\D),?\s+(?:ngày\s+|năm\s+)?\(?"
    r"(?:(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:[/.-]| năm )(?P<year>\d{4})|"
    r"(?P<iso>\d{4}(?:-\d{2}(?:-\d{2})?)?))\)?"
)


class Wanted(TypedDict, total=False):
    """Which documents to list; None, or what is left out, takes all."""

    type: str | None
    """Standard form of the type: 'Nghị quyết'."""
    issuer: str | None
    """As the document has it."""
    held: bool | None
    """Only those whose text was read (True) or that are only cited (False)."""
    year: int | None
    """Year of the date."""
    words: str | None
    """All of these stand in type, number, issuer, title or name; diacritics do not matter."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The same with nothing left out, as a condition of SQL."""

    type: str | None = None
    issuer: str | None = None
    held: bool | None = None
    year: int | None = None
    words: str | None = None

    def condition(self) -> tuple[str, list[object]]:
        """Give the SQL condition and its values."""
        asked: list[tuple[str, object]] = [
            ("type = ?", self.type),
            ("issuer = ?", self.issuer),
            ("held = ?", self.held),
            ("substr(date, 1, 4) = ?", None if self.year is None else str(self.year)),
            *(("instr(words, ?)", word) for word in strip_marks(self.words or "").split()),
        ]
        given = [(sql, value) for sql, value in asked if value is not None]
        return " AND ".join(sql for sql, _ in given) or "1", [value for _, value in given]


class Finder:
    """Answers questions about which documents there are."""

    def __init__(self, database: Database, catalogue: Catalogue, links: Links) -> None:
        self._database = database
        self._catalogue = catalogue
        self._links = links

    def list(self, wanted: Filter, limit: int | None = None, offset: int = 0) -> tuple[Document, ...]:
        """List documents, the latest first, those without a date last."""
        where, values = wanted.condition()
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM documents WHERE {where} "  # noqa: S608  (conditions hold no values)
            "ORDER BY date IS NULL, date DESC, id LIMIT ? OFFSET ?",
            (*values, -1 if limit is None else limit, offset),
        )
        return tuple(map(as_document, rows))

    def count(self, wanted: Filter) -> int:
        """Count documents."""
        where, values = wanted.condition()
        row = self._database.row(f"SELECT count(*) FROM documents WHERE {where}", values)  # noqa: S608
        return int(row[0]) if row else 0

    def by_id(self, ref: str) -> Document | None:
        """Give the document with this IRI or slug id."""
        return self._catalogue.document(ref if ref.startswith(BASE) else BASE + ref.strip())

    def find(self, ref: str) -> Document:
        """Give the one document that an IRI, a slug id, a number (after its type word or not) or a name means.

        Raises:
            UnknownDocument: There is none; the nearest are suggested.
            AmbiguousDocument: There are several.
        """
        exact = self.by_id(ref)
        if exact:
            return exact
        found = self._distinct(self._by_number(ref) or self._catalogue.by_key(name_key(ref)) or self._by_start(ref))
        if not found:
            raise UnknownDocument(ref, self._nearest(ref))
        if len(found) > 1:
            raise AmbiguousDocument(ref, found)
        return found[0]

    def _by_number(self, ref: str) -> tuple[Document, ...]:
        kind, number, day = self.parts(ref)
        key = number_key(number)
        found = self._catalogue.by_key(f"so:{key}") if key else ()
        return tuple(
            document for document in found
            if (not kind or document.type in (None, kind)) and (not day or (document.date or "").startswith(day))
        )  # fmt: skip

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
        """Give the documents whose id goes on where the reference ends: 'chi-thi_28-ct-tu' lacks date and place."""
        start = ref.removeprefix(BASE).strip() + "_"
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM documents WHERE substr(id, 1, ?) = ? ORDER BY id",  # noqa: S608
            (len(start), start),
        )
        return tuple(map(as_document, rows))

    def _distinct(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """Take those that are linked as one."""
        iris = dict.fromkeys(self._links.canonical(document.iri) for document in documents)
        return tuple(document for iri in iris if (document := self._catalogue.document(iri)))

    def _nearest(self, ref: str) -> tuple[Document, ...]:
        from rapidfuzz import process

        rows = self._database.rows(
            "SELECT iri, coalesce(number, name, title, id) FROM documents ORDER BY held DESC, iri"
        )
        names = {iri: strip_marks(name) for iri, name in rows}
        wanted = strip_marks(_split_type(ref)[1])
        best = process.extract(wanted, names, limit=_SUGGESTIONS, score_cutoff=60)
        return self._distinct(document for _, _, iri in best if (document := self._catalogue.document(iri)))


def _split_type(ref: str) -> tuple[str | None, str]:
    """Split the type word off a reference: 'Công văn số 782-CV/ĐU' -> ('Công văn', '782-CV/ĐU')."""
    match = re.match(r"(\D*?)\s*(?:số\s*:?\s*)?(\d.*)$", " ".join(ref.split()), re.IGNORECASE)
    if not match:
        return None, ref
    word = fold(match.group(1))
    known = next((t.name for t in registry().types if word in (fold(t.name), strip_marks(t.name))), None)
    return known, match.group(2)


def _date_of(match: re.Match[str]) -> str:
    text = match["iso"] or f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    if not is_date(text):
        raise LegalkgError(f"there is no day {text}")
    return text
