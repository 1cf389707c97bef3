"""Corrections by people: kept as the truth beside what was read, applied by :mod:`legalkg.kg.catalogue.corrected`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.database import Database, Row, damage_is_told, marks
from legalkg.kg.identity.keys import DocumentFacts

CorrectionKind = Literal["accept", "reject", "relink", "merge", "split", "prefer", "skip"]
_COLUMNS = (
    'id, kind, document, sha256, quote, start, relation, target, facts, "by", at, note, undone_by, undone_at, path'
)


class Correction(BaseModel):
    """What somebody decided about one citation, one relation, or two documents."""

    model_config = ConfigDict(frozen=True)

    id: int
    kind: CorrectionKind
    document: str = Field(description="IRI of the citing document; of merge and split: of the one document.")
    sha256: str | None = Field(default=None, description="Of the citing document's file, or of the one preferred.")
    path: str | None = Field(default=None, description="The copy that is preferred.")
    quote: str | None = Field(default=None, description="The words that name the cited document.")
    start: int | None = Field(default=None, description="Where they stood.")
    relation: str | None = Field(default=None, description="The relation that is meant; None: the citation.")
    target: str | None = Field(default=None, description="IRI of what is meant; of merge and split: of the other.")
    facts: dict[str, str] = Field(default_factory=dict, description="What is known of the target, if it is not held.")
    by: str
    at: str = Field(description="When, in UTC.")
    note: str = ""
    undone_by: str | None = None
    undone_at: str | None = None

    @property
    def says(self) -> str:
        """Who decided, when and why, in one line."""
        return f"{self.kind} by {self.by} on {self.at[:10]}" + (f": {self.note}" if self.note else "")


class Corrections:
    """Reads and writes the table of corrections."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, **values: str | int | None) -> Correction:
        """Keep a correction; gives it with its number."""
        columns = ", ".join(f'"{name}"' for name in values)
        places = marks(len(values))
        sql = f"INSERT INTO corrections ({columns}) VALUES ({places}) RETURNING {_COLUMNS}"  # noqa: S608
        return _correction(self._database.fetch_all(sql, tuple(values.values()))[0])

    def undo(self, number: int, by: str, at: str) -> None:
        """Take a correction back; it stays in the list."""
        self._database.execute("UPDATE corrections SET undone_by = ?, undone_at = ? WHERE id = ?", (by, at, number))

    def get(self, number: int) -> Correction | None:
        """Return one correction."""
        row = self._database.fetch_one(f"SELECT {_COLUMNS} FROM corrections WHERE id = ?", (number,))  # noqa: S608
        return _correction(row) if row else None

    def all(self) -> tuple[Correction, ...]:
        """Return all corrections, those taken back too, the oldest first."""
        rows = self._database.fetch_all(f"SELECT {_COLUMNS} FROM corrections ORDER BY id")  # noqa: S608
        return tuple(map(_correction, rows))

    def of(self, iri: str, sha256: str) -> tuple[Correction, ...]:
        """Return what stands about the citations of a document that was read, the oldest first."""
        rows = self._database.fetch_all(
            f"SELECT {_COLUMNS} FROM corrections WHERE (document = ? OR sha256 = ?) "  # noqa: S608
            "AND quote IS NOT NULL AND undone_at IS NULL ORDER BY id",
            (iri, sha256),
        )
        return tuple(map(_correction, rows))

    def about(self, iris: Sequence[str]) -> tuple[Correction, ...]:
        """Return what stands about documents, whatever it is about, the oldest first."""
        given = marks(len(iris))
        rows = self._database.fetch_all(
            f"SELECT {_COLUMNS} FROM corrections WHERE (document IN ({given}) OR target IN ({given})) "  # noqa: S608
            "AND undone_at IS NULL ORDER BY id",
            (*iris, *iris),
        )
        return tuple(map(_correction, rows))

    def preferences(self, iri: str) -> tuple[tuple[str, str], ...]:
        """Return path and hash of the copies of a document that people prefer, the last choice first."""
        rows = self._database.fetch_all(
            "SELECT path, sha256 FROM corrections WHERE kind = 'prefer' AND document = ? AND undone_at IS NULL "
            "ORDER BY id DESC",
            (iri,),
        )
        return tuple((str(path), str(sha256)) for path, sha256 in rows)

    def follow(self, old: str, new: str) -> None:
        """Say that the file that people preferred has another path now."""
        self._database.execute("UPDATE corrections SET path = ? WHERE path = ?", (new, old))

    def pairs(self, kind: Literal["merge", "split"]) -> tuple[tuple[str, str], ...]:
        """Return the pairs of IRIs that are one document, or are not; the oldest first."""
        rows = self._database.fetch_all(
            "SELECT document, target FROM corrections WHERE kind = ? AND undone_at IS NULL ORDER BY id", (kind,)
        )
        return tuple((str(one), str(other)) for one, other in rows)


def _correction(row: Row) -> Correction:
    names = [name.strip('" ') for name in _COLUMNS.split(",")]
    values = dict(zip(names, row, strict=True))
    with damage_is_told(f"correction {values['id']}"):
        return Correction(**{**values, "facts": json.loads(values["facts"] or "{}")})


def stored_facts(facts: DocumentFacts) -> str:
    """Write facts for the table."""
    return json.dumps({name: value for name, value in asdict(facts).items() if value}, ensure_ascii=False)
