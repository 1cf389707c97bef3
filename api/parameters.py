"""Parameters that several routes share, as the documentation of the API tells them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import BeforeValidator, Field, WithJsonSchema

from legalkg.extractors.registry.relations import RelationName
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection
from legalkg.kg.dates import day
from legalkg.kg.errors import LegalkgError
from legalkg.kg.model import Direction
from legalkg.kg.rdf.vocabulary import RESTS_ON


def _read_day(text: object) -> object:
    """Read a day as the command line does; what was left empty is none."""
    if text is None or text == "":
        return None
    try:
        return day(str(text))
    except LegalkgError as error:
        raise ValueError(str(error)) from error


# A form sends fields that were left empty; limits stand inside, since None has no length.
_EMPTY_IS_NONE = BeforeValidator(lambda value: value or None)
_Text = Annotated[Annotated[str, Field(max_length=300)] | None, _EMPTY_IS_NONE]
_Flag = Annotated[bool | None, _EMPTY_IS_NONE]
_Year = Annotated[Annotated[int, Field(ge=1, le=9999)] | None, _EMPTY_IS_NONE]
_Depth = Annotated[Annotated[int, Field(ge=0, le=1000)] | None, _EMPTY_IS_NONE]
_Paths = Annotated[Annotated[int, Field(ge=1, le=100)] | None, _EMPTY_IS_NONE]
_Confidence = Annotated[Annotated[float, Field(ge=0, le=1)] | None, _EMPTY_IS_NONE]
Day = Annotated[
    date | None,
    BeforeValidator(_read_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "maxLength": 0}]}),
]
_DATE = r"^((?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
_Date = Annotated[Annotated[str, Field(json_schema_extra={"pattern": _DATE})] | None, _EMPTY_IS_NONE]

Limit = Annotated[int, Query(description="Most entries; the server may lower it.", ge=1, le=1_000_000)]
Offset = Annotated[int, Query(description="How many to leave out.", ge=0, le=1_000_000_000)]
Reference = Annotated[str, Query(description="Number, name, id or IRI.", max_length=300, examples=["782-CV/ĐU"])]
Words = Annotated[
    str, Query(description="With diacritics or without.", max_length=200, examples=["thong tin doi ngoai"])
]


@dataclass(frozen=True)
class SearchParameters:
    """In which documents to search."""

    type: Annotated[_Text, Query(description="Type in full.", examples=["Chỉ thị"])] = None
    issuer: Annotated[_Text, Query(description="How the issuer begins.", examples=["Bộ Chính trị"])] = None
    place: Annotated[_Text, Query(description="Words of the place of issue.", examples=["Hồ Chí Minh"])] = None
    year: Annotated[_Year, Query(description="Year of the date.")] = None
    since: Annotated[_Date, Query(alias="from", description="Of this date or later: YYYY, YYYY-MM or YYYY-MM-DD.")] = (
        None
    )
    until: Annotated[_Date, Query(alias="to", description="Of this date or earlier.")] = None


@dataclass(frozen=True)
class ListParameters(SearchParameters):
    """Which documents to list."""

    held: Annotated[_Flag, Query(description="Only those whose text was read, or only the others.")] = None
    words: Annotated[
        _Text, Query(description="All in type, number, issuer, title or name; diacritics do not matter.")
    ] = None


@dataclass(frozen=True)
class Paging:
    """Which part of a list to give."""

    limit: Limit = 50
    offset: Offset = 0


@dataclass(frozen=True)
class StepsPaging:
    """Which part of a chain to give."""

    limit: Limit = 1000
    offset: Offset = 0


@dataclass(frozen=True)
class ChainParameters:
    """How far a chain goes, and where to."""

    direction: Annotated[
        Direction, Query(description="'up' to what the document rests on, 'down' to what carries it out.")
    ] = "up"
    depth: Annotated[_Depth, Query(description="Most steps; no limit if left out.")] = None
    relations: Annotated[
        list[RelationName] | None,
        Query(description="Relations to follow; implements, directs, based_on and guides if left out."),
    ] = None
    to: Annotated[
        _Text, Query(description="Number, name, id or IRI: only the shortest paths there.", examples=["57-KL/TW"])
    ] = None

    paths: Annotated[
        _Paths, Query(description="With 'to': this many of the surest paths instead of all the shortest.")
    ] = None
    as_of: Annotated[
        Day,
        Query(description="See everything as it stood on this day, YYYY-MM-DD; tells what was in force."),
    ] = None
    min_confidence: Annotated[_Confidence, Query(description="Follow no step that is less sure.")] = None

    def query(self, collection: Collection, most: int) -> ChainQuery:
        """Return what is asked, with at most so many documents."""
        return ChainQuery(
            direction=self.direction,
            depth=self.depth,
            relations=self.relations or RESTS_ON,
            to=collection.find(self.to) if self.to else None,
            paths=self.paths,
            as_of=self.as_of,
            min_confidence=self.min_confidence or 0.0,
            documents=most,
        )
