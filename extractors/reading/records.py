"""Datasets whose rows are documents: JSON Lines, CSV, Parquet."""

from __future__ import annotations

import csv
import gzip
import importlib
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from legalkg.extractors.model import SourceText
from legalkg.extractors.reading.columns import Columns, check_columns, known_of, wanted_columns
from legalkg.extractors.reading.errors import ReadError, Unreadable
from legalkg.extractors.reading.files import DEFAULT_LIMITS, check_text
from legalkg.extractors.reading.limits import ReadingLimits

ENDINGS = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
_PARQUET_BATCH = 256
_SEPARATORS = ",;\t"

DatasetRow = Mapping[str, Any]
DatasetRows = Iterator[DatasetRow | Unreadable]


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
        path: The file; its ending tells the format: .jsonl or .ndjson, .csv or .tsv (both also packed, .gz), .parquet.
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
        for number, row in enumerate(_rows(path, columns, limits, on_position), 1):
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
    return path.lower().removesuffix(".gz").endswith(ENDINGS)


def _rows(
    path: Path, columns: Mapping[str, str] | None, limits: ReadingLimits, on_position: Callable[[int], None]
) -> DatasetRows:
    ending = Path(path.name.removesuffix(".gz")).suffix.lower()
    if ending == ".parquet":
        return _parquet_rows(path, columns, on_position)
    if ending in {".jsonl", ".ndjson"}:
        return _json_rows(path, limits, on_position)
    if ending in {".csv", ".tsv"}:
        return _csv_rows(path, limits, on_position)
    raise Unreadable("is no dataset that can be read: .jsonl, .ndjson, .csv, .tsv or .parquet")


def _record(row: DatasetRow | Unreadable, wanted: Columns, default_id: str) -> Record:
    if isinstance(row, Unreadable):
        raise row
    facts = {fact: _first(row, names) for fact, names in wanted.items()}
    text = facts.pop("text")
    if not isinstance(text, str):
        raise Unreadable(f"no text in column {wanted['text'][0]!r}")
    text = text.replace("\r\n", "\n")
    has_id = any(name in row for name in wanted.get("id", ()))
    given = facts.pop("id", None) if has_id else default_id
    if given is None or not str(given).strip():
        raise Unreadable(f"no id in column {wanted['id'][0]!r}")
    return Record(SourceText(id=str(given), text=text, known=known_of(facts)), facts)


def _first(row: DatasetRow, names: Sequence[str]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)


@contextmanager
def _open(path: Path) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Open a file: what is in it, and the file itself, which is the same unless it is packed."""
    with path.open("rb") as file:
        if path.suffix.lower() != ".gz":
            yield file, file
            return
        with gzip.GzipFile(fileobj=file) as content:
            yield cast(BinaryIO, content), file


def _json_rows(path: Path, limits: ReadingLimits, on_position: Callable[[int], None]) -> DatasetRows:
    with _open(path) as (content, file):
        while line := content.readline(limits.max_bytes + 1):
            limits.check_size(len(line))
            on_position(file.tell())
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except ValueError as error:
                yield Unreadable(f"is not JSON in UTF-8 ({error})")
                continue
            yield row if isinstance(row, dict) else Unreadable("is not a JSON object")


def _csv_rows(path: Path, limits: ReadingLimits, on_position: Callable[[int], None]) -> DatasetRows:
    # The module's own limit, 128 KB for a cell, is less than a law has; it can be set for the process only.
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_chars))
    with _open(path) as (content, file), io.TextIOWrapper(content, encoding="utf-8-sig", newline="") as lines:
        try:
            header = lines.readline()
            separator = max(_SEPARATORS, key=header.count)
            names = next(csv.reader([header], delimiter=separator), [])
            for row in csv.DictReader(lines, names, delimiter=separator):
                on_position(file.tell())
                yield row
        except UnicodeDecodeError as error:
            raise Unreadable("is not in UTF-8; save it as 'CSV UTF-8'") from error
        except csv.Error as error:
            raise Unreadable(f"is not CSV ({error})") from error


def _parquet_rows(path: Path, columns: Mapping[str, str] | None, on_position: Callable[[int], None]) -> DatasetRows:
    try:
        parquet = importlib.import_module("pyarrow.parquet")
        arrow_error = importlib.import_module("pyarrow").ArrowInvalid
    except ImportError:
        raise Unreadable("is Parquet, which needs pyarrow: pip install 'legalkg[parquet]'") from None
    try:
        file = parquet.ParquetFile(path)
        there = file.schema_arrow.names
        check_columns(there, columns)
        names = {name for names in wanted_columns(columns).values() for name in names}
        size, rows, done = path.stat().st_size, file.metadata.num_rows, 0
        for batch in file.iter_batches(_PARQUET_BATCH, columns=[name for name in there if name in names]):
            on_position(size * done // rows)
            yield from batch.to_pylist()
            done += batch.num_rows
    except arrow_error as error:
        raise Unreadable(f"is damaged or no Parquet file ({error})") from error
