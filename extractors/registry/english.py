"""What the field's terms are in English, as translations of Vietnamese documents write them (``english.csv``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legalkg.extractors.registry.bodies import provinces
from legalkg.extractors.registry.tables import read_table
from legalkg.extractors.text import strip_marks


@cache
def english_terms(kind: str) -> Mapping[str, str]:
    """Return the Vietnamese of the English terms of one kind: {'Decree': 'Nghị định'} of 'type'.

    Args:
        kind: As in the table: type, organ, field (of a ministry), law, amending, unit, month, phrase.
    """
    return {row["english"]: row["vietnamese"] for row in read_table("english") if row["kind"] == kind}


@cache
def province_names_without_marks() -> Mapping[str, tuple[str, str]]:
    """Return level and name of each province by its name without marks: 'Ca Mau' -> ('tỉnh', 'Cà Mau'), 'Hanoi'.

    Two provinces that differ by their marks alone would be one name for both; none is told by it.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    for row in provinces():
        level = "thành phố" if row.is_city else "tỉnh"
        bare = strip_marks(row.name).title()
        for spelling in {bare, bare.replace(" ", "").capitalize() if row.is_city else bare}:
            found.setdefault(spelling, set()).add((level, row.name))
    return {bare: next(iter(names)) for bare, names in found.items() if len(names) == 1}
