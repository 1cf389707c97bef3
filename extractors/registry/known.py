"""Documents known by their names, or by numbers that need a date to mean one document (``known-documents.csv``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from legalkg.extractors.registry.abbreviations import abbreviations
from legalkg.extractors.registry.names import NameTrie
from legalkg.extractors.registry.tables import read_table, split_cell


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document known by its name: 'Luật Đất đai' of 2013 is 45/2013/QH13."""

    name: str
    type: str
    number: str | None
    date: str | None
    issuer: str | None
    effective: str | None
    aliases: tuple[str, ...]
    source: str


@cache
def known_documents() -> tuple[KnownDocument, ...]:
    """Return all of them."""
    return tuple(
        KnownDocument(
            name=row["name"],
            type=row["type"],
            number=row["number"] or None,
            date=row["date"] or None,
            issuer=row["issuer"] or None,
            effective=row["effective"] or None,
            aliases=tuple(split_cell(row["aliases"])),
            source=row["source"],
        )
        for row in read_table("known-documents")
    )


@cache
def known_names() -> NameTrie:
    """Return their names, with usual short forms too ('Luật Ban hành văn bản QPPL'), for looking them up in texts."""
    return NameTrie(_spellings(known_documents()))


def _spellings(known: Iterable[KnownDocument]) -> dict[str, str]:
    spellings: dict[str, str] = {}
    for document in known:
        for spelling in (document.name, *document.aliases):
            spellings.setdefault(spelling, document.name)
    short_forms = [(row.short, row.long.lower()) for row in abbreviations()]
    for spelling, name in list(spellings.items()):
        lowered = spelling.lower()
        for short, long in short_forms:
            if (position := lowered.find(long)) >= 0:
                spellings.setdefault(spelling[:position] + short + spelling[position + len(long) :], name)
    return spellings
