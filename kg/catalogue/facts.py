"""What documents say of documents, as the catalogue keeps and joins it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from legalkg.kg.database import damage_is_told
from legalkg.kg.identity.keys import DocumentFacts


def as_facts(written: str) -> DocumentFacts:
    """Read facts from a cell of a table.

    Raises:
        ArchiveDamaged: They are none any more.
    """
    with damage_is_told("what the catalogue knows of a document"):
        return DocumentFacts(*json.loads(written))


def written(facts: DocumentFacts) -> str:
    """Write facts for a cell of a table."""
    return json.dumps([getattr(facts, field) for field in DocumentFacts.__slots__], ensure_ascii=False)


def merge(stated: Sequence[DocumentFacts]) -> DocumentFacts:
    """Take each field from the first that states it."""

    def first(field: str) -> str | None:
        return next((value for facts in stated if (value := getattr(facts, field))), None)

    return DocumentFacts(*(first(field) for field in DocumentFacts.__slots__))


def fullest_first(facts: DocumentFacts) -> tuple[int, int, list[str]]:
    """Return what to sort facts by, so that those that say most come first."""
    values = [getattr(facts, field) or "" for field in DocumentFacts.__slots__]
    return -sum(map(bool, values)), -len(facts.date or ""), values
