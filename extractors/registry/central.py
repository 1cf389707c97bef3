"""Central documents of the State by their numbers (``central-documents.csv``): facts, and nothing to be found by name.

There are too many to make objects of at each start: the lines are sorted by number, and only those asked for are read.
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.registry.tables import read_lines


@dataclass(frozen=True, slots=True)
class CentralDocument:
    """What the national register says of a document; None where it does not say it."""

    type: str
    number: str
    date: str | None
    issuer: str | None
    title: str | None
    effective: str | None
    source: str


def central_documents(key: str) -> tuple[CentralDocument, ...]:
    """Return the central documents whose numbers have a key, see :func:`number_key`; mostly one, or none."""
    lines = _lines()
    following = islice(lines, bisect_left(lines, key, key=_key_of), None)
    return tuple(map(_read, takewhile(lambda line: _key_of(line) == key, following)))


def all_central_documents() -> tuple[CentralDocument, ...]:
    """Return all of them, by their numbers."""
    return tuple(map(_read, _lines()))


@cache
def _lines() -> Sequence[str]:
    return read_lines("central-documents")[1:]


def _key_of(line: str) -> str:
    """Return the key of the number, the second cell: neither it nor the type before it has a comma."""
    return number_key(line.split(",", 2)[1])


def _read(line: str) -> CentralDocument:
    kind, number, date, issuer, title, effective, source = next(csv.reader([line]))
    return CentralDocument(kind, number, date or None, issuer or None, title or None, effective or None, source)
