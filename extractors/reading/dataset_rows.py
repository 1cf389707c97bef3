"""The rows of datasets as they stand: JSON Lines, arrays of JSON, CSV, Parquet.

What is wrong with one row, its bytes included, is that row's alone: it is given as :class:`Unreadable` in its place,
and the next row is read. A file ends only with what leaves no next row: it cannot be unpacked, or is of another format.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO, Any, AnyStr, BinaryIO, Generic, cast

from legalkg.extractors.reading.array_items import json_array_items
from legalkg.extractors.reading.columns import check_columns, wanted_columns
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.json_objects import ONE_A_LINE, DatasetRow, json_object
from legalkg.extractors.reading.limits import ReadingLimits

UNPACKED_ENDINGS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet")
_PARQUET_BATCH = 256
_SEPARATORS = ",;\t"
_AT_ONCE = 1 << 20
# Bytes that are no UTF-8, as Python's "surrogateescape" lets them through to the cell that holds them.
_NO_UTF_8 = re.compile("[\udc80-\udcff]")
# How an array starts that goes on in the next line: what programs write that know JSON but no JSON Lines.
_OPEN_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*(?:\{.*[{,]\s*)?", re.DOTALL)
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")
_ROW_END = ("\r", "\n", b"\n")

DatasetRows = Iterator[DatasetRow | Unreadable]
OnPosition = Callable[[int], None]


class UnpacksTooFar(Unreadable):
    """A packed file gives more than it may; after this nothing more of it is read."""


def dataset_rows(
    path: Path, columns: Mapping[str, str] | None, limits: ReadingLimits, on_position: OnPosition
) -> DatasetRows:
    """Return the rows of a dataset, and in place of one that cannot be read why.

    Args:
        path: The file.
        columns: The columns that are asked for; the usual names if None.
        limits: Size of a line, and of what a packed file unpacks to.
        on_position: Is told before each row how many bytes of the file lie behind.

    Raises:
        Unreadable: The file as a whole cannot be read, or not from here on.
    """
    ending = Path(path.name.removesuffix(".gz")).suffix.lower()
    if ending == ".parquet":
        return _parquet_rows(path, columns, on_position)
    if ending in {".jsonl", ".ndjson"}:
        return _json_rows(path, limits, on_position)
    if ending == ".json":
        return _array_rows(path, limits, on_position)
    if ending in {".csv", ".tsv"}:
        return _csv_rows(path, columns, limits, on_position)
    raise Unreadable("is no dataset that can be read: .jsonl, .ndjson, .json, .csv, .tsv or .parquet")


class BoundedLines(Generic[AnyStr]):
    """The lines of a file, of which one that is too long does not fill the memory: it is passed over, and said.

    Going on after that is possible, as it is not with a generator.
    """

    def __init__(self, file: IO[AnyStr], most: int) -> None:
        """Begin.

        Args:
            file: Where the lines stand.
            most: How long a line may be.
        """
        self._file: IO[AnyStr] = file
        self._most = most

    def __iter__(self) -> BoundedLines[AnyStr]:
        """Return itself."""
        return self

    def __next__(self) -> AnyStr:
        """Return the next line with its end.

        Raises:
            Unreadable: It is too long; the one after it comes next.
        """
        line = self._file.readline(self._most + 1)
        if not line:
            raise StopIteration
        if len(line) <= self._most:
            return line
        while line and line[-1:] not in _ROW_END:
            line = self._file.readline(_AT_ONCE)
        raise Unreadable(f"has a line whose bytes are more than the {self._most:,} that are allowed")


def json_lines(file: BinaryIO, limits: ReadingLimits) -> Iterator[tuple[int, DatasetRow | Unreadable]]:
    """Return the number of each line that is not blank and its object, or why there is none.

    Raises:
        Unreadable: It is one JSON array over many lines.
    """
    lines = BoundedLines(file, limits.max_bytes)
    is_first = True
    for number in count(1):
        try:
            line = next(lines)
            if not line.strip():
                continue
            if is_first and _OPEN_ARRAY.fullmatch(line):
                break
            is_first = False
            yield number, json_object(line)
        except StopIteration:
            return
        except UnpacksTooFar:
            raise
        except Unreadable as error:
            yield number, error
    raise Unreadable(f"is one JSON array over many lines; {ONE_A_LINE}")


def _json_rows(path: Path, limits: ReadingLimits, on_position: OnPosition) -> DatasetRows:
    with _open(path, limits) as (content, file):
        for _, row in json_lines(content, limits):
            on_position(file.tell())
            yield row


def starts_as_array(path: Path) -> bool:
    """Return whether a file starts as an array of JSON does; one that cannot be opened is looked at later."""
    try:
        with path.open("rb") as file:
            return _ARRAY.match(file.read(_AT_ONCE)) is not None
    except OSError:
        return True


def _array_rows(path: Path, limits: ReadingLimits, on_position: OnPosition) -> DatasetRows:
    with _open(path, limits) as (content, file):
        for item in json_array_items(content, limits):
            on_position(file.tell())
            try:
                yield item if isinstance(item, Unreadable) else json_object(item)
            except Unreadable as error:
                yield error


@contextmanager
def _open(path: Path, limits: ReadingLimits) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Open a file: what is in it, and the file itself, which is the same unless it is packed."""
    with path.open("rb") as file:
        if path.suffix.lower() != ".gz":
            yield file, file
            return
        with gzip.GzipFile(fileobj=file) as content:
            bounded = io.BufferedReader(_Bounded(content, limits.max_unpacked), _AT_ONCE)
            yield cast(BinaryIO, bounded), file


class _Bounded(io.RawIOBase):
    """What a packed file holds, up to a limit: a few bytes may unpack to a single line that has no end."""

    def __init__(self, content: gzip.GzipFile, most: int) -> None:
        self._content = content
        self._most = self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._content.read1(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise UnpacksTooFar(f"unpacks to more than the {self._most:,} bytes that are allowed")
        buffer[: len(data)] = data
        return len(data)


def _csv_rows(
    path: Path, columns: Mapping[str, str] | None, limits: ReadingLimits, on_position: OnPosition
) -> DatasetRows:
    # The module's own limit, 128 KB for a cell, is less than a law has; it can be set for the process only.
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_chars))
    with (
        _open(path, limits) as (content, file),
        io.TextIOWrapper(content, "utf-8-sig", "surrogateescape", newline="") as lines,
    ):
        header = lines.readline(_AT_ONCE)
        if _NO_UTF_8.search(header):
            raise Unreadable("is not in UTF-8; save it as 'CSV UTF-8'")
        separator = max(_SEPARATORS, key=header.count)
        names = next(csv.reader([header], delimiter=separator), [])
        _refuse_repeated(names, columns)
        reader = csv.reader(BoundedLines(lines, limits.max_bytes), delimiter=separator, strict=True)
        while True:
            try:
                if cells := next(reader):
                    row = _csv_row(names, cells)
                    on_position(file.tell())
                    yield row
            except StopIteration:
                return
            except UnpacksTooFar:
                raise
            except csv.Error as error:
                yield Unreadable(f"is not CSV ({error})")
            except Unreadable as error:
                yield error


def _csv_row(names: Sequence[str], cells: Sequence[str]) -> DatasetRow:
    if any(map(_NO_UTF_8.search, cells)):
        raise Unreadable("is not in UTF-8; save it as 'CSV UTF-8'")
    if any(cells[len(names) :]):
        raise Unreadable(f"has {len(cells)} cells, the header {len(names)}: is a separator in it without quotes?")
    return dict.fromkeys(names) | dict(zip(names, cells, strict=False))


def _refuse_repeated(there: Sequence[str], columns: Mapping[str, str] | None) -> None:
    wanted = {name for names in wanted_columns(columns).values() for name in names}
    repeated = [name for name, count in Counter(there).items() if count > 1 and name in wanted]
    if repeated:
        raise Unreadable(f"has the column {', '.join(map(repr, repeated))} more than once: which one counts?")


def _parquet_rows(path: Path, columns: Mapping[str, str] | None, on_position: OnPosition) -> DatasetRows:
    try:
        parquet = importlib.import_module("pyarrow.parquet")
        arrow_error = importlib.import_module("pyarrow").ArrowException
    except ImportError:
        raise Unreadable("is Parquet, which needs pyarrow: pip install 'legalkg[parquet]'") from None
    try:
        file = parquet.ParquetFile(path)
        there = file.schema_arrow.names
        check_columns(there, columns)
        _refuse_repeated(there, columns)
        names = {name for names in wanted_columns(columns).values() for name in names}
        size, rows, done = path.stat().st_size, file.metadata.num_rows, 0
        for batch in file.iter_batches(_PARQUET_BATCH, columns=[name for name in there if name in names]):
            on_position(size * done // rows)
            yield from _batch_rows(batch)
            done += batch.num_rows
    except arrow_error as error:
        raise Unreadable(f"is damaged or no Parquet file ({error})") from error


def _batch_rows(batch: Any) -> DatasetRows:
    """Return rows as Python has them; texts of Parquet need not be UTF-8, nor days be any that Python knows."""
    try:
        rows = batch.to_pylist()
    except (ValueError, OverflowError):
        rows = (_parquet_row(batch.slice(i, 1)) for i in range(batch.num_rows))
    yield from rows


def _parquet_row(row: Any) -> DatasetRow | Unreadable:
    try:
        return cast(DatasetRow, row.to_pylist()[0])
    except (ValueError, OverflowError) as error:
        return Unreadable(f"holds what cannot be read ({error})")
