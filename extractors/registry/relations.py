"""Relations between documents, and what is true of each (``relations.csv``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from legalkg.extractors.registry.tables import is_yes, read_table, split_cell

RelationName = Literal[
    "implements", "directs", "based_on", "responds_to", "guides", "amends", "replaces", "repeals",
    "corrects", "consolidates", "suspends", "extends", "reviews", "cites",
]  # fmt: skip
"""The relations of the domain; the source is always the document that acts (docs/format.md)."""


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation.

    Attributes:
        name: Its name in the public format.
        labels: Words for it, by language: 'vi', 'en'.
        passive: What is said of the document that is acted on: 'carried out by'.
        properties: Its property in the graph, then the super-properties that are written out beside it, with prefixes.
        is_followed: Whether a chain follows it.
        changes_target: Whether it changes the document that is acted on, so that it holds between provisions too.
        tells_force: Whether it tells if the document that is acted on is in force; correcting slips does not.
        ends_target: Whether it ends the document that is acted on.
        colour: Of its arrow in pictures, '#rrggbb'.
    """

    name: RelationName
    labels: Mapping[str, str]
    passive: str
    properties: tuple[str, ...]
    is_followed: bool
    changes_target: bool
    tells_force: bool
    ends_target: bool
    colour: str


@cache
def relations() -> Mapping[str, RelationType]:
    """Return all relations by name, in the order in which they are shown."""
    rows = (
        RelationType(
            name=cast("RelationName", row["name"]),  # tests check the tables
            labels={"vi": row["vi"], "en": row["en"]},
            passive=row["passive"],
            properties=tuple(split_cell(row["properties"])),
            is_followed=is_yes(row["followed"]),
            changes_target=is_yes(row["changes"]),
            tells_force=is_yes(row["force"]),
            ends_target=is_yes(row["ends"]),
            colour=row["colour"],
        )
        for row in read_table("relations")
    )
    return {row.name: row for row in rows}


def relations_that(is_so: Callable[[RelationType], object]) -> tuple[RelationName, ...]:
    """Return the names of the relations of which something is true: ``relations_that(lambda r: r.is_followed)``."""
    return tuple(relation.name for relation in relations().values() if is_so(relation))
