"""What is asked of a chain: one object for the library, the command line and the API."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from legalkg.kg.model import Direction, Document
from legalkg.kg.rdf.vocabulary import RESTS_ON


@dataclass(frozen=True, slots=True)
class ChainQuery:
    """How a chain is followed, and where it ends.

    Attributes:
        direction: 'up' to what a document rests on, 'down' to what carries it out.
        depth: Greatest number of steps; None for no limit.
        relations: The relations to follow; those that a chain rests on by default.
        to: Give only the shortest paths to this document.
        paths: With ``to``: give this many of the surest paths instead of all the shortest.
        as_of: Leave out documents of a later day, and tell of each whether it was in force on this one.
        min_confidence: Follow no step that is less sure.
        documents: Reach no more documents than this, the nearest first; None for no limit.
    """

    direction: Direction = "up"
    depth: int | None = None
    relations: Collection[str] = RESTS_ON
    to: Document | None = None
    paths: int | None = None
    as_of: date | None = None
    min_confidence: float = 0.0
    documents: int | None = None


WHOLE_CHAIN = ChainQuery()
"""Everything that a document rests on."""
