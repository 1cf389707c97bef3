"""Bodies that issue documents: organs by their codes, provinces, and the words that their names share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legalkg.extractors.registry.tables import read_table, split_cell


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ code at the end of document numbers, at one level (``organs.csv``).

    Attributes:
        code: 'BTCTW'.
        name: 'Ban Tổ chức Trung ương'.
        level: 'trung_uong', 'tinh', 'huyen', 'xa', 'co_so'.
        side: 'dang', 'nha_nuoc', 'mat_tran', 'doan_the'.
        parent: Code of the organ that it belongs to, or empty.
        merged_into: Code of the organ into which it went, or empty.
        until: When it did, as exact as it is known, or empty.
        sources: Where that was read.
    """

    code: str
    name: str
    level: str
    side: str
    parent: str
    merged_into: str
    until: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province or city under the centre, of today or of before (``provinces.csv``).

    Attributes:
        name: 'Hà Nội'.
        is_city: Whether it is a city under the centre.
        code: Its code in statistics, or empty.
        heirs: The provinces into which it went.
        until: The last day before it did, or empty.
        aliases: Other spellings.
        sources: Where that was read.
    """

    name: str
    is_city: bool
    code: str
    heirs: tuple[str, ...]
    until: str
    aliases: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedCode:
    """A pattern of codes that many organs share, with their level where it is one (``generic-organs.csv``)."""

    pattern: str
    level: str


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Words that many organs share and that name none of them, with the level they name (``generic-words.csv``)."""

    words: str
    level: str


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Words that names of bodies share: how they are written, and what follows them (``body-words.csv``)."""

    words: str
    written: str
    then: str


@cache
def organs() -> tuple[Organ, ...]:
    """Return all organs, a row for each level of a code."""
    return tuple(
        Organ(
            code=row["code"],
            name=row["name"],
            level=row["level"],
            side=row["side"],
            parent=row["parent"],
            merged_into=row["merged_into"],
            until=row["to"],
            sources=tuple(split_cell(row["source"])),
        )
        for row in read_table("organs")
    )


@cache
def provinces() -> tuple[ProvinceRow, ...]:
    """Return all provinces."""
    return tuple(
        ProvinceRow(
            name=row["name"],
            is_city=row["kind"] == "thành phố",
            code=row["code"],
            heirs=tuple(split_cell(row["merged_into"])),
            until=row["until"],
            aliases=tuple(split_cell(row["aliases"])),
            sources=tuple(split_cell(row["source"])),
        )
        for row in read_table("provinces")
    )


@cache
def shared_codes() -> tuple[SharedCode, ...]:
    """Return the codes that many organs share."""
    return tuple(SharedCode(row["code"], row["level"]) for row in read_table("generic-organs"))


@cache
def shared_words() -> tuple[SharedWords, ...]:
    """Return the words that many organs share."""
    return tuple(SharedWords(row["words"], row["level"]) for row in read_table("generic-words"))


@cache
def body_words() -> tuple[BodyWords, ...]:
    """Return the words that names of bodies share."""
    return tuple(BodyWords(row["words"], row["written"], row["then"]) for row in read_table("body-words"))


def side_of_organ(code: str) -> str | None:
    """Return the side of an organ code: 'dang' of TW; None of one that is not known."""
    return _sides().get(code)


@cache
def _sides() -> Mapping[str, str]:
    return {organ.code: organ.side for organ in organs()}
