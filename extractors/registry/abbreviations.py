"""Short forms inside names (``abbreviations.csv``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legalkg.extractors.registry.tables import read_table


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for: 'UBND', 'Ủy ban nhân dân'."""

    short: str
    long: str


@cache
def abbreviations() -> tuple[Abbreviation, ...]:
    """Return all of them."""
    return tuple(Abbreviation(row["short"], row["long"]) for row in read_table("abbreviations"))
