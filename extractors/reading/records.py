"""Datasets whose rows are documents: JSON Lines, arrays of JSON, CSV, Parquet."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from legalkg.extractors.model import SourceText
from legalkg.extractors.reading.columns import Columns, check_columns, is_missing, known_of, no_dates, wanted_columns
from legalkg.extractors.reading.dataset_rows import UNPACKED_ENDINGS, dataset_rows
from legalkg.extractors.reading.errors import ReadError, Unreadable
from legalkg.extractors.reading.files import DEFAULT_LIMITS, check_text
from legalkg.extractors.reading.json_objects import DatasetRow
from legalkg.extractors.reading.limits import ReadingLimits

ENDINGS = (*UNPACKED_ENDINGS, *(f"{ending}.gz" for ending in UNPACKED_ENDINGS))
"""Endings of datasets."""
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", bytes: "bytes"}
"""What else a cell may hold than a text -> how it is called."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a dataset.

    Attributes:
        source: Its text and id.
        facts: What else was asked for, by the names given to it.
    """

    source: SourceText
    facts: Mapping[str, Any] = field(default_factory=dict)


def iter_records(
    path: Path,
    columns: Mapping[str, str] | None = None,
    *,
    limits: ReadingLimits = DEFAULT_LIMITS,
    on_error: Callable[[ReadError], None] | None = None,
    on_position: Callable[[int], None] = lambda _: None,
    check: bool = True,
) -> Iterator[Record]:
    """Return the rows of a dataset one by one; it is never held in memory as a whole.

    Args:
        path: The file; its ending tells the format: .jsonl or .ndjson, .json, .csv or .tsv (also
            packed, .gz), .parquet.
        columns: Which columns to take: ``{"text": "content", "id": "doc_id", "date": "issued"}`` reads the text from
            the column "content"; type, number, date, issuer, title, place and effective become what is known of the
            document. Those with the usual names (``data/registry/columns.csv``) if None. Without "id" a row is named
            by the file and its number.
        limits: Length of a text, and size of a line.
        on_error: What to do with a row that cannot be read; without it such a row ends the reading.
        on_position: Is told before each row how many bytes of the file lie behind.
        check: Whether to refuse texts that are blank or in letters from before Unicode; half of the time goes there.

    Raises:
        ReadError: The file cannot be opened, is of another format or lacks a column; or a row cannot be read.
    """
    if columns is not None and "text" not in columns:
        raise ReadError(path, "which of its columns is the text? Give columns={'text': …}")
    has_columns = False
    wanted = wanted_columns(columns)
    try:
        for number, row in enumerate(dataset_rows(path, columns, limits, on_position), 1):
            if not has_columns and not isinstance(row, Unreadable):
                check_columns(row, columns)
                has_columns = True
            try:
                record = _record(row, wanted, f"{path}#{number}")
                if check:
                    check_text(record.source.text, limits)
                yield record
            except Unreadable as error:
                failure = ReadError(path, f"row {number}: {error}")
                if on_error is None:
                    raise failure from None
                on_error(failure)
    except Unreadable as error:
        raise ReadError(path, str(error)) from error
    except OSError as error:
        raise ReadError(path, f"cannot be opened: {error.strerror or error}") from error
    except (EOFError, zlib.error) as error:
        raise ReadError(path, f"is damaged or cut off, it cannot be unpacked ({error})") from error


def is_dataset(path: str) -> bool:
    """Tell by its ending whether a file is a dataset."""
    return path.lower().endswith(ENDINGS)


def _record(row: DatasetRow | Unreadable, wanted: Columns, default_id: str) -> Record:
    if isinstance(row, Unreadable):
        raise row
    facts = {fact: _first(row, names) for fact, names in wanted.items()}
    text, where = facts.pop("text"), wanted["text"]
    if not isinstance(text, str):
        raise Unreadable(f"no text in column {where[0]!r}" if is_missing(text) else _wrong(row, where, "text"))
    has_id = any(name in row for name in wanted.get("id", ()))
    given = _id(row, facts.pop("id", None), wanted["id"]) if has_id else default_id
    source = SourceText(id=given, text=text.replace("\r\n", "\n"), known=known_of(facts), warnings=no_dates(facts))
    return Record(source, facts)


def _id(row: DatasetRow, given: object, where: Sequence[str]) -> str:
    if is_missing(given):
        raise Unreadable(f"no id in column {where[0]!r}")
    if isinstance(given, bool | list | dict | bytes):
        raise Unreadable(_wrong(row, where, "id"))
    return str(given)


def _wrong(row: DatasetRow, names: Sequence[str], what: str) -> str:
    name = next(name for name in names if row.get(name) is not None)
    return f"column {name!r} holds {_KINDS.get(type(row[name]), type(row[name]).__name__)}, no {what}"


def _first(row: DatasetRow, names: Sequence[str]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)
