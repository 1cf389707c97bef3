"""Whether the catalogue can be read; whether it is what the archive gives, only a rebuild would tell."""

from __future__ import annotations

from legalkg.kg.archive.schema import TABLES
from legalkg.kg.catalogue.facts import as_facts
from legalkg.kg.database import Database


def read_catalogue(database: Database) -> int:
    """Read every row that was made of the archive; gives how many there are.

    Raises:
        ArchiveDamaged: One cannot be read.
    """
    rows = 0
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
    for (name,) in database.fetch_all(tables):
        if name not in TABLES:
            rows += sum(1 for _ in database.each(f'SELECT * FROM "{name}"'))  # noqa: S608
    for (facts,) in database.each("SELECT facts FROM facts UNION ALL SELECT facts FROM stated"):
        as_facts(facts)
    return rows
