"""Datasets whose rows are documents: JSON Lines, CSV, Parquet."""

from __future__ import annotations

import csv
import gzip
import importlib
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from extractors.model import SourceText
from extractors.reading.errors import ReadError, Unreadable
from extractors.reading.files import DEFAULT_LIMITS, check_text
from extractors.reading.limits import ReadingLimits

_PARQUET_BATCH = 256
_SEPARATORS = ",;\t"

Row = Mapping[str, Any]
Rows = Iterator[Row | Unreadable]


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
    columns: Mapping[str, str],
    *,
    limits: ReadingLimits = DEFAULT_LIMITS,
    on_error: Callable[[ReadError], None] | None = None,
) -> Iterator[Record]:
    """Give the rows of a dataset one by one; it is never held in memory as a whole.

    Args:
        path: The file; its ending tells the format: .jsonl or .ndjson, .csv or .tsv (both also packed, .gz), .parquet.
        columns: Which columns to take: ``{"text": "content", "id": "doc_id", "date": "issued"}`` reads the text from
            the column "content". Without "id" a row is named by the file and its number.
        limits: Length of a text, and size of a line.
        on_error: What to do with a row that cannot be read; without it such a row ends the reading.

    Raises:
        ReadError: The file cannot be opened, is of another format or lacks a column; or a row cannot be read.
    """
    if "text" not in columns:
        raise ReadError(path, "which of its columns is the text? Give columns={'text': …}")
    has_columns = False
    try:
        for number, row in enumerate(_rows(path, columns, limits), 1):
            if not has_columns and not isinstance(row, Unreadable):
                _check_columns(row, columns)
                has_columns = True
            try:
                yield _record(row, columns, f"{path}#{number}", limits)
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


def _rows(path: Path, columns: Mapping[str, str], limits: ReadingLimits) -> Rows:
    ending = Path(path.name.removesuffix(".gz")).suffix.lower()
    if ending == ".parquet":
        return _parquet_rows(path, columns)
    if ending in {".jsonl", ".ndjson"}:
        return _json_rows(path, limits)
    if ending in {".csv", ".tsv"}:
        return _csv_rows(path, limits)
    raise Unreadable("is no dataset that can be read: .jsonl, .ndjson, .csv, .tsv or .parquet")


def _record(row: Row | Unreadable, columns: Mapping[str, str], default_id: str, limits: ReadingLimits) -> Record:
    if isinstance(row, Unreadable):
        raise row
    text = row.get(columns["text"])
    if not isinstance(text, str):
        raise Unreadable(f"no text in column {columns['text']!r}")
    text = text.replace("\r\n", "\n")
    check_text(text, limits)
    given = row.get(columns["id"]) if "id" in columns else default_id
    if given is None or not str(given).strip():
        raise Unreadable(f"no id in column {columns['id']!r}")
    facts = {name: row.get(column) for name, column in columns.items() if name not in {"id", "text"}}
    return Record(SourceText(id=str(given), text=text), facts)


def _check_columns(names: Row, columns: Mapping[str, str]) -> None:
    missing = [column for column in columns.values() if column not in names]
    if missing:
        raise Unreadable(f"has no column {', '.join(map(repr, missing))}; it has: {', '.join(map(str, names))}")


def _open(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if path.suffix.lower() == ".gz" else path.open("rb")


def _json_rows(path: Path, limits: ReadingLimits) -> Rows:
    with _open(path) as file:
        while line := file.readline(limits.max_bytes + 1):
            limits.check_size(len(line))
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except ValueError as error:
                yield Unreadable(f"is not JSON in UTF-8 ({error})")
                continue
            yield row if isinstance(row, dict) else Unreadable("is not a JSON object")


def _csv_rows(path: Path, limits: ReadingLimits) -> Rows:
    # The module's own limit, 128 KB for a cell, is less than a law has; it can be set for the process only.
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_chars))
    with _open(path) as file, io.TextIOWrapper(file, encoding="utf-8-sig", newline="") as lines:
        try:
            header = lines.readline()
            separator = max(_SEPARATORS, key=header.count)
            names = next(csv.reader([header], delimiter=separator), [])
            yield from csv.DictReader(lines, names, delimiter=separator)
        except UnicodeDecodeError as error:
            raise Unreadable("is not in UTF-8; save it as 'CSV UTF-8'") from error
        except csv.Error as error:
            raise Unreadable(f"is not CSV ({error})") from error


def _parquet_rows(path: Path, columns: Mapping[str, str]) -> Rows:
    try:
        parquet = importlib.import_module("pyarrow.parquet")
        arrow_error = importlib.import_module("pyarrow").ArrowInvalid
    except ImportError:
        raise Unreadable("is Parquet, which needs pyarrow: pip install legalkg[parquet]") from None
    try:
        file = parquet.ParquetFile(path)
        _check_columns(dict.fromkeys(file.schema_arrow.names), columns)
        for batch in file.iter_batches(_PARQUET_BATCH, columns=sorted(set(columns.values()))):
            yield from batch.to_pylist()
    except arrow_error as error:
        raise Unreadable(f"is damaged or no Parquet file ({error})") from error
