"""What the grammar knows of the field: document types and documents known by name, read from ``data/registry``.

Read-only tables, loaded once. A new type or known document is a line in a CSV file, not code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractors.resources import read_rows
from extractors.text import fold

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_SPLIT = re.compile(r"\s*\|\s*")


def split_cell(cell: str) -> list[str]:
    """Split a table cell that lists several values with '|'."""
    return [value for value in _SPLIT.split(cell.strip()) if value]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document: its standard form, its codes in numbers, the words that texts use for it."""

    name: str
    codes: tuple[str, ...]
    words: tuple[str, ...]
    side: str
    named: bool


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


@lru_cache(maxsize=1 << 14)
def _fold_token(token: str) -> str:
    return fold(token)


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    name: str | None = None


class NameTrie:
    """Finds the longest known name at a place in a text, whatever its case, blanks and tone-mark places."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Build the trie.

        Args:
            names: Spelling -> standard name; both in NFC.
        """
        self._root = _Node()
        for spelling, name in names.items():
            node = self._root
            for token in _TOKEN.findall(fold(spelling)):
                node = node.children.setdefault(token, _Node())
            node.name = node.name or name

    def match(self, text: str, start: int) -> tuple[int, str] | None:
        """Give (end, standard name) of the longest name that starts exactly at ``start``, or None."""
        node, best = self._root, None
        for token in _TOKEN.finditer(text, start):
            following = node.children.get(_fold_token(token.group()))
            if following is None:
                break
            node = following
            if node.name is not None:
                best = (token.end(), node.name)
        return best


@dataclass(frozen=True, slots=True)
class Registry:
    """The tables that extraction uses."""

    types: tuple[DocumentType, ...]
    type_of_word: Mapping[str, DocumentType]
    type_of_code: Mapping[str, DocumentType]
    side_of_organ: Mapping[str, str]
    provinces: tuple[str, ...]
    known: tuple[KnownDocument, ...]
    names: NameTrie

    def standard_type(self, word: str) -> str | None:
        """Give the standard form of a type word as printed: 'THÔNG  TƯ' -> 'Thông tư'."""
        found = self.type_of_word.get(fold(word))
        return found.name if found else None

    def type_by_code(self, code: str) -> str | None:
        """Give the type that a code in a number stands for: 'KL' -> 'Kết luận'."""
        found = self.type_of_code.get(code) or self.type_of_code.get(code.upper())
        return found.name if found else None


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Load the types of documents."""
    return tuple(_read_types())


@cache
def registry() -> Registry:
    """Load the tables that ship with the project."""
    types = document_types()
    known = tuple(_read_known())
    return Registry(
        types=types,
        type_of_word={fold(word): kind for kind in types for word in kind.words},
        type_of_code={
            spelling: kind for kind in reversed(types) for code in kind.codes for spelling in (code.upper(), code)
        },
        side_of_organ={row["code"]: row["side"] for row in read_rows("registry/organs.csv")},
        provinces=tuple(fold(row["name"]) for row in read_rows("registry/provinces.csv")),
        known=known,
        names=NameTrie(_spellings(known)),
    )


def _read_types() -> Iterable[DocumentType]:
    for row in read_rows("registry/types.csv"):
        words = tuple(split_cell(row["words"])) or (row["name"],)
        yield DocumentType(row["name"], tuple(split_cell(row["codes"])), words, row["side"], row["named"] == "yes")


def _read_known() -> Iterable[KnownDocument]:
    for row in read_rows("registry/known-documents.csv"):
        yield KnownDocument(
            name=row["name"],
            type=row["type"],
            number=row["number"] or None,
            date=row["date"] or None,
            issuer=row["issuer"] or None,
            effective=row["effective"] or None,
            aliases=tuple(split_cell(row["aliases"])),
            source=row["source"],
        )


def _spellings(known: Iterable[KnownDocument]) -> dict[str, str]:
    """Give all spellings of the known names, those with usual short forms too ('Luật Ban hành văn bản QPPL')."""
    spellings: dict[str, str] = {}
    for document in known:
        for spelling in (document.name, *document.aliases):
            spellings.setdefault(spelling, document.name)
    short_forms = [(row["short"], row["long"].lower()) for row in read_rows("registry/abbreviations.csv")]
    for spelling, name in list(spellings.items()):
        lowered = spelling.lower()
        for short, long in short_forms:
            if (position := lowered.find(long)) >= 0:
                spellings.setdefault(spelling[:position] + short + spelling[position + len(long) :], name)
    return spellings
