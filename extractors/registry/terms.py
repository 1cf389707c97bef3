"""Terms of office: congresses, committees, assemblies, councils (``terms.csv``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legalkg.extractors.registry.tables import read_table, split_cell


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of a body.

    Attributes:
        body: 'Ban Chấp hành Trung ương Đảng'.
        term: Its number, in Roman numerals.
        start: First day, as exact as it is known.
        end: Last day, or empty where it goes on.
        sources: Where that was read.
    """

    body: str
    term: str
    start: str
    end: str
    sources: tuple[str, ...]


@cache
def terms() -> tuple[TermRow, ...]:
    """Return all terms, those of one body in order."""
    return tuple(
        TermRow(row["body"], row["term"], row["from"], row["to"], tuple(split_cell(row["source"])))
        for row in read_table("terms")
    )
