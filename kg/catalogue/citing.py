"""Which held documents cite which, as the catalogue knows it without looking into texts or graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from legalkg.kg.batches import batched
from legalkg.kg.catalogue.documents import COLUMNS, as_document
from legalkg.kg.database import Database, marks
from legalkg.kg.model import Document

_AT_ONCE = 500
"""Documents that are looked up in one query."""


class Citing:
    """Reads who cites whom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cited(self, sources: Iterable[str]) -> dict[str, set[str]]:
        """Return the IRIs of all that held documents cite, by the IRI of the document that cites."""
        found: dict[str, set[str]] = defaultdict(set)
        for some in batched(sources, _AT_ONCE):
            sql = f"SELECT source, iri FROM facts WHERE NOT held AND source IN ({marks(len(some))})"  # noqa: S608
            for source, iri in self._database.fetch_all(sql, some):
                found[str(source)].add(str(iri))
        return found

    def cited_by(self, iris: Sequence[str], limit: int | None = None, offset: int = 0) -> tuple[Document, ...]:
        """Return the held documents that cite a document, the latest first.

        Args:
            iris: All that stand for the document.
            limit: Greatest number; None for all.
            offset: How many to leave out from the start.
        """
        rows = self._database.fetch_all(
            f"SELECT {COLUMNS} FROM documents WHERE iri IN ({_citing(iris)}) "  # noqa: S608
            "ORDER BY date DESC, id DESC LIMIT ? OFFSET ?",
            (*iris, *iris, -1 if limit is None else limit, offset),
        )
        return tuple(map(as_document, rows))

    def count_cited_by(self, iris: Sequence[str]) -> int:
        """Count what :meth:`cited_by` would give without a limit."""
        row = self._database.fetch_one(f"SELECT count(*) FROM ({_citing(iris)})", (*iris, *iris))  # noqa: S608
        return int(row[0]) if row else 0


def _citing(iris: Sequence[str]) -> str:
    given = marks(len(iris))
    return f"SELECT DISTINCT source FROM facts WHERE NOT held AND iri IN ({given}) AND source NOT IN ({given})"  # noqa: S608
