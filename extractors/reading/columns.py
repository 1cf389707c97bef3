"""Which columns of a dataset are the text, the id, and what is known of the document beside the text.

The usual names are in ``data/registry/columns.csv``, in the order in which they are looked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from legalkg.extractors.model import Header
from legalkg.extractors.reading.errors import Unreadable, one_line
from legalkg.extractors.reading.row_dates import date_of
from legalkg.extractors.registry.words import dataset_columns
from legalkg.extractors.text import field_text

_DATES = ("date", "effective")

Columns = Mapping[str, tuple[str, ...]]
"""What is wanted -> the columns that may have it, the first that is there counts."""


def wanted_columns(given: Mapping[str, str] | None) -> Columns:
    """Return the columns to look for: those that are given, or the usual ones."""
    return dataset_columns() if given is None else {fact: (column,) for fact, column in given.items()}


def check_columns(there: Iterable[str], given: Mapping[str, str] | None) -> None:
    """Refuse a dataset that lacks a column that was asked for, or any for the text.

    Raises:
        Unreadable: The message names what is missing and what is there.
    """
    names = list(map(str, there))
    if given is None:
        if not set(names) & set(dataset_columns()["text"]):
            raise Unreadable(
                f"has no column that is known to hold texts ({', '.join(dataset_columns()['text'])}): say which with "
                f"'text=…'; it has: {', '.join(names)}"
            )
        return
    missing = [column for column in given.values() if column not in names]
    if missing:
        raise Unreadable(f"has no column {', '.join(map(repr, missing))}; it has: {', '.join(names)}")


def known_of(facts: Mapping[str, Any]) -> Header:
    """Make a header of what a row says beside the text; what cannot be such a fact is left out."""
    values = {name: _plain(name, facts.get(name)) for name in _FACTS}
    return Header.model_validate({name: value for name, value in values.items() if value})


def no_dates(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a line for each fact of a row that should be a date and is none."""
    given = {name: facts.get(name) for name in _DATES}
    return tuple(
        f"{name} {one_line(str(value))[:_SHOWN]!r} is no date that can be read"
        for name, value in given.items()
        if not is_missing(value) and date_of(value) is None
    )


def is_missing(value: object) -> bool:
    """Return whether a cell says nothing: programs for tables write NaN where there is none."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, float) and math.isnan(value))


_FACTS = ("type", "number", "date", "place", "issuer", "title", "effective")
_SHOWN = 40


def _plain(name: str, value: object) -> str | None:
    if name in _DATES:
        return date_of(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(field_text(str(value)).split()) or None
