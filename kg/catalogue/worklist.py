"""What is still to be done, marked in the very transaction that changes a document, so that no end can lose it.

Graphs to be written and links to be found again are done by :mod:`legalkg.kg.catalogue.projection`, words to be indexed
by :mod:`legalkg.kg.search.index`.
"""

from __future__ import annotations

from collections.abc import Iterable

from legalkg.kg.database import Database


class Worklist:
    """Reads and writes the tables of what is marked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- documents whose citations have to be resolved, and their graphs written ---

    def mark_graphs(self, iris: Iterable[str]) -> None:
        """Say that documents have to be resolved, and their graphs written, again."""
        self._database.execute_many("INSERT OR IGNORE INTO pending_graphs VALUES (?)", [(iri,) for iri in iris])

    def mark_citing(self, key: str) -> None:
        """Say the same of all whose citations were looked up under a key."""
        self._database.execute("INSERT OR IGNORE INTO pending_graphs SELECT source FROM lookups WHERE key = ?", (key,))

    def mark_all_graphs(self) -> None:
        """Say the same of all documents of the archive."""
        self._database.execute("INSERT OR IGNORE INTO pending_graphs SELECT DISTINCT iri FROM extractions")

    def graphs(self, most: int, after: str = "") -> list[str]:
        """Return some of the documents whose graphs have to be written, in order."""
        rows = self._database.fetch_all(
            "SELECT iri FROM pending_graphs WHERE iri > ? ORDER BY iri LIMIT ?", (after, most)
        )
        return [str(iri) for (iri,) in rows]

    def count_graphs(self) -> int:
        """Count them."""
        row = self._database.fetch_one("SELECT count(*) FROM pending_graphs")
        return int(row[0]) if row else 0

    def end_graphs(self, iris: Iterable[str]) -> None:
        """Say that these are written."""
        self._database.execute_many("DELETE FROM pending_graphs WHERE iri = ?", [(iri,) for iri in iris])

    # --- keys and documents whose links have to be found ---

    def mark_links(self, what: Iterable[str]) -> None:
        """Say that links have to be found; for keys and IRIs see :meth:`legalkg.kg.catalogue.same_as.SameAs.update`."""
        self._database.execute_many("INSERT OR IGNORE INTO pending_links VALUES (?)", [(one,) for one in what])

    def mark_links_of(self, iri: str) -> None:
        """Say the same of a document, and of all that share a key with it."""
        self._database.execute(
            "INSERT OR IGNORE INTO pending_links SELECT key FROM keys WHERE iri = ? UNION ALL SELECT ?", (iri, iri)
        )

    def links(self, most: int) -> list[str]:
        """Return some of what links have to be found for, in order."""
        rows = self._database.fetch_all("SELECT what FROM pending_links ORDER BY what LIMIT ?", (most,))
        return [str(what) for (what,) in rows]

    def end_links(self, what: Iterable[str]) -> None:
        """Say that the links of these are found."""
        self._database.execute_many("DELETE FROM pending_links WHERE what = ?", [(one,) for one in what])

    def is_empty(self) -> bool:
        """Return whether no graph and no link is marked."""
        row = self._database.fetch_one("SELECT 1 FROM pending_graphs UNION ALL SELECT 1 FROM pending_links LIMIT 1")
        return row is None

    # --- documents to be taken into the full-text index ---

    def mark_words(self, iris: Iterable[str]) -> None:
        """Say that documents have to be taken into the full-text index again."""
        self._database.execute_many("INSERT OR IGNORE INTO pending_words VALUES (?)", [(iri,) for iri in iris])

    def mark_all_words(self) -> None:
        """Say the same of all documents of the archive."""
        self._database.execute("INSERT OR IGNORE INTO pending_words SELECT DISTINCT iri FROM extractions")

    def words(self, most: int) -> list[str]:
        """Return some of the documents that have to be taken in, in order."""
        rows = self._database.fetch_all("SELECT iri FROM pending_words ORDER BY iri LIMIT ?", (most,))
        return [str(iri) for (iri,) in rows]

    def count_words(self) -> int:
        """Count them."""
        row = self._database.fetch_one("SELECT count(*) FROM pending_words")
        return int(row[0]) if row else 0

    def end_words(self, iris: Iterable[str]) -> None:
        """Say that these are taken in."""
        self._database.execute_many("DELETE FROM pending_words WHERE iri = ?", [(iri,) for iri in iris])
