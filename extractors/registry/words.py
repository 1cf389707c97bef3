"""Lists of words that the grammar needs: cues, things that are counted or numbered, columns of datasets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legalkg.extractors.registry.tables import read_table


@dataclass(frozen=True, slots=True)
class CueRow:
    """Words that state a relation, and where they stand to the document (``cues.csv``)."""

    relation: str
    place: str
    phrase: str


@cache
def cue_rows() -> tuple[CueRow, ...]:
    """Return the words that state relations."""
    return tuple(CueRow(row["relation"], row["place"], row["phrase"]) for row in read_table("cues"))


@cache
def counted_things() -> tuple[str, ...]:
    """Return what is counted behind a plain number, so that it is no document's: 'địa phương'."""
    return tuple(row["word"] for row in read_table("counted-things"))


@cache
def numbered_things() -> tuple[str, ...]:
    """Return what has a number and is no document: 'mẫu', 'thửa đất'."""
    return tuple(row["word"] for row in read_table("numbered-things"))


@cache
def organ_words() -> tuple[str, ...]:
    """Return the words in small letters that names of organs go on with: 'nhân dân' (``organ-words.csv``)."""
    return tuple(row["words"] for row in read_table("organ-words"))


@cache
def dataset_columns() -> Mapping[str, tuple[str, ...]]:
    """Return the usual names of columns of datasets by what they hold, in the order in which they are looked for."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("columns"):
        found[row["fact"]].append(row["column"])
    return {fact: tuple(names) for fact, names in found.items()}
