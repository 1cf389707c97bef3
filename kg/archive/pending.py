"""What is still to be done, marked in the very transaction that changes a document, so that no end can lose it.

Graphs to be written and links to be found again are done by :mod:`legalkg.kg.ingest.projection`, words to be indexed by
:mod:`legalkg.kg.search.index`.
"""

from __future__ import annotations

from collections.abc import Iterable

from legalkg.kg.archive.database import Database


def mark_to_write(database: Database, iris: Iterable[str]) -> None:
    """Say that documents have to be resolved, and their graphs written, again."""
    database.many("INSERT OR IGNORE INTO dirty VALUES (?)", [(iri,) for iri in iris])


def mark_to_link(database: Database, what: Iterable[str]) -> None:
    """Say that links have to be found again; for keys and IRIs see :meth:`legalkg.kg.archive.links.Links.update`."""
    database.many("INSERT OR IGNORE INTO relink VALUES (?)", [(one,) for one in what])


def mark_to_index(database: Database, iri: str) -> None:
    """Say that a document has to be taken into the full-text index again."""
    database.rows("INSERT OR IGNORE INTO unindexed VALUES (?)", (iri,))
