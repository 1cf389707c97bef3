"""Whether the catalogue can be read; whether it is what the archive gives, only a rebuild would tell."""

from __future__ import annotations

from legalkg.kg.archive.schema import TABLES
from legalkg.kg.catalogue.facts import as_facts
from legalkg.kg.database import Database


def read_catalogue(database: Database) -> None:
    """Read every row that was made of the archive.

    Raises:
        ArchiveDamaged: One cannot be read.
    """
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
    for (name,) in database.fetch_all(tables):
        if name not in TABLES:
            for _ in database.each(f'SELECT * FROM "{name}"'):  # noqa: S608
                pass
    for (facts,) in database.each("SELECT facts FROM facts UNION ALL SELECT facts FROM stated"):
        as_facts(facts)
