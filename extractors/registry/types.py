"""Types of documents, and what is true of each (``types.csv``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from legalkg.extractors.registry.tables import is_yes, read_table, split_cell
from legalkg.extractors.text import fold, strip_marks

Rank = Literal["constitution", "statute", "legal", ""]
"""Where a type stands among legal documents (Luật Ban hành văn bản quy phạm pháp luật); empty for all others."""

Changes = Literal["statutes", "no legal", "own type", "nothing", ""]
"""What documents of a type may change: statutes too, nothing legal, those of their own type, nothing; empty for all
but statutes."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document.

    Attributes:
        name: Its standard form: 'Chỉ thị'.
        codes: What stands for it in numbers: 'CT'.
        words: The words that texts use for it.
        side: Who issues it: 'dang', 'nha_nuoc', 'quoc_te'; empty where both do.
        is_named: Whether its documents are known by their names: 'Luật Đất đai'.
        rank: Where it stands among legal documents.
        changes: What it may change.
        gives_orders: Whether its purpose is to make others carry something out; laws and decrees only refer.
        carries_out: Whether it is itself issued to carry something out.
        is_answered: Whether it asks for an answer: proposals, requests, reports, letters.
        has_versions: Whether a later one of the same name takes the place of the earlier.
        short: How it is cited by a plain number: 'yes'; 'so' only with "số"; '3' from three figures on; or never.
        short_code: The code before a plain number that stands for it: 'NQ57'.
        is_short_in_small: Whether it is cited so in small letters too: 'chỉ thị 16 của Thủ tướng'.
        by_year: Whether it is cited by number and year without the codes: 'Nghị định 36/2009'.
        by_date: Whether it is cited by its day: 'yes' with the issuer behind, 'alone' without; or never.
    """

    name: str
    codes: tuple[str, ...]
    words: tuple[str, ...]
    side: str
    is_named: bool
    rank: Rank
    changes: Changes
    gives_orders: bool
    carries_out: bool
    is_answered: bool
    has_versions: bool
    short: str
    short_code: str
    is_short_in_small: bool
    by_year: bool
    by_date: str


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Return all types, in the order of the table."""
    return tuple(
        DocumentType(
            name=row["name"],
            codes=tuple(split_cell(row["codes"])),
            words=tuple(split_cell(row["words"])) or (row["name"],),
            side=row["side"],
            is_named=is_yes(row["named"]),
            rank=cast("Rank", row["rank"]),  # tests check the tables
            changes=cast("Changes", row["changes"]),
            gives_orders=is_yes(row["orders"]),
            carries_out=is_yes(row["carries_out"]),
            is_answered=is_yes(row["answered"]),
            has_versions=is_yes(row["versions"]),
            short=row["short"],
            short_code=row["short_code"],
            is_short_in_small=is_yes(row["short_small"]),
            by_year=is_yes(row["by_year"]),
            by_date=row["by_date"],
        )
        for row in read_table("types")
    )


def types_that(is_so: Callable[[DocumentType], object]) -> frozenset[str]:
    """Return the names of the types of which something is true: ``types_that(lambda kind: kind.gives_orders)``."""
    return frozenset(kind.name for kind in document_types() if is_so(kind))


def words_of(is_so: Callable[[DocumentType], object]) -> tuple[str, ...]:
    """Return the words, in standard form, of the types of which something is true."""
    return tuple(kind.name for kind in document_types() if is_so(kind))


def type_named(word: str) -> DocumentType | None:
    """Return the type of a word as printed: 'THÔNG  TƯ'."""
    return _by_word().get(fold(word))


def standard_type(word: str) -> str | None:
    """Return the standard form of a type word as printed: 'THÔNG  TƯ' -> 'Thông tư'."""
    found = type_named(word)
    return found.name if found else None


def type_by_code(code: str) -> str | None:
    """Return the type that a code in a number stands for: 'KL' -> 'Kết luận'."""
    found = _by_code().get(code) or _by_code().get(code.upper())
    return found.name if found else None


def type_by_bare_code(code: str) -> str | None:
    """Return the type that a code stands for which has lost its diacritics: 'ND' -> 'Nghị định'."""
    found = _by_bare_code().get(strip_marks(code).upper())
    return found.name if found else None


@cache
def _by_word() -> Mapping[str, DocumentType]:
    return {fold(word): kind for kind in document_types() for word in kind.words}


@cache
def _by_code() -> Mapping[str, DocumentType]:
    return {
        spelling: kind
        for kind in reversed(document_types())
        for code in kind.codes
        for spelling in (code.upper(), code)
    }


@cache
def _by_bare_code() -> Mapping[str, DocumentType]:
    return {strip_marks(code).upper(): kind for kind in reversed(document_types()) for code in kind.codes}
