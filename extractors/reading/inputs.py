"""What goes in, one document at a time: files, members of archives of files, rows of datasets.

Each has a lasting name: the absolute path of a file, '/a/b.zip!/dir/c.pdf', '/a/d.jsonl#id of the row'.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from legalkg.extractors.model import SourceText
from legalkg.extractors.reading import packed, records
from legalkg.extractors.reading.dataset_rows import starts_as_array
from legalkg.extractors.reading.errors import ReadError, Unreadable, written_name
from legalkg.extractors.reading.files import DEFAULT_LIMITS, bytes_of, check_text, iter_files, opened, read_bytes
from legalkg.extractors.reading.formats import KNOWN_ENDINGS
from legalkg.extractors.reading.limits import ReadingLimits

_ENDINGS = (*KNOWN_ENDINGS, *packed.ENDINGS, *records.ENDINGS)
_HASH_BYTES = 16


class Input(Protocol):
    """One document on its way in; small unless it carries its bytes, and fit to be sent to another process."""

    @property
    def name(self) -> str:
        """Its name, which lasts and is its alone."""

    def sha256(self) -> str:
        """Return the hash of its bytes, hexadecimal.

        Raises:
            ReadError: It cannot be opened.
        """

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        """Return the hash of the very bytes that are read (a file may have changed meanwhile), and the text.

        Args:
            limits: What it may cost.
            ocr: Whether to read scanned pages.

        Raises:
            ReadError: It cannot be read.
        """


@dataclass(frozen=True, slots=True)
class _File:
    path: str

    @property
    def name(self) -> str:
        return written_name(self.path)

    def sha256(self) -> str:
        with opened(Path(self.path)) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        data = bytes_of(Path(self.path), limits=limits)
        return hashlib.sha256(data).hexdigest(), read_bytes(data, self.name, limits=limits, ocr=ocr)


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    data: bytes

    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        return self.sha256(), read_bytes(self.data, self.name, limits=limits, ocr=ocr)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    source: SourceText

    def sha256(self) -> str:
        known = self.source.known.model_dump_json(exclude_defaults=True)
        return hashlib.sha256(f"{known}\n{self.source.text}".encode()).hexdigest()

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        try:
            check_text(self.source.text, limits)
        except Unreadable as error:
            raise ReadError(self.name, str(error)) from None
        return self.sha256(), self.source


class Inputs:
    """All documents in some files and folders; to be gone through once.

    Attributes:
        size: Bytes of all files together.
        passed: How many of them lie behind.
        left_out: Kinds of files in folders and archives that are not read -> how many of them were met.
        read_whole: Names of the files that were gone through to their end.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        *,
        columns: Mapping[str, str] | None = None,
        limits: ReadingLimits = DEFAULT_LIMITS,
        on_error: Callable[[ReadError], None],
    ) -> None:
        """Look what there is.

        Args:
            paths: Files and folders; in folders what has a known ending is taken.
            columns: Columns of datasets, see :func:`legalkg.extractors.reading.iter_records`; the usual names if None.
            limits: What one document may cost.
            on_error: Is told of what cannot be read; the rest goes on.
        """
        self._columns = columns
        self._limits = limits
        self._on_error = on_error
        self.left_out: Counter[str] = Counter()
        self.read_whole: set[str] = set()
        self._files = list(self._wanted(list(paths)))
        self._sizes = [_size(file) for file in self._files]
        self.size = sum(self._sizes)
        self.passed = 0

    def __iter__(self) -> Iterator[Input]:
        """Return the documents, those of folders in sorted order."""
        behind = 0
        for file, size in zip(self._files, self._sizes, strict=True):
            try:
                yield from self._in(file, behind)
                self.read_whole.add(written_name(file))
            except ReadError as error:
                self._on_error(error)
            behind += size
            self.passed = behind

    def _wanted(self, paths: list[Path]) -> Iterator[str]:
        """Return the files to read; JSON in folders is as often something else, and read where it is a dataset."""
        named = set(map(os.fspath, paths))
        for file in map(os.fspath, iter_files(paths, _ENDINGS, self._leave_out)):
            if file in named or not file.lower().endswith(".json") or starts_as_array(Path(file)):
                yield file
            else:
                self._leave_out(file)

    def _leave_out(self, name: str) -> None:
        self.left_out[PurePath(name).suffix.lower() or "without ending"] += 1

    def _in(self, file: str, behind: int) -> Iterator[Input]:
        def on_position(position: int) -> None:
            self.passed = behind + position

        if packed.is_packed(file):
            members = packed.iter_members(
                Path(file), limits=self._limits, on_error=self._on_error, on_position=on_position,
                on_left_out=self._leave_out,
            )  # fmt: skip
            yield from self._once(_Member(member.name, member.data) for member in members)
        elif records.is_dataset(file):
            rows = records.iter_records(
                Path(file), self._columns, limits=self._limits, on_error=self._on_error, on_position=on_position,
                check=False,
            )  # fmt: skip
            yield from self._once(_Row(_row_name(file, row.source.id), row.source) for row in rows)
        else:
            yield _File(file)

    def _once(self, documents: Iterable[Input]) -> Iterator[Input]:
        """Leave out what has a name that was there before: one of the two would take the other's place."""
        seen: set[bytes] = set()
        for document in documents:
            key = hashlib.blake2b(document.name.encode(), digest_size=_HASH_BYTES).digest()
            if key in seen:
                self._on_error(ReadError(document.name, "stands there a second time, only the first is taken"))
            else:
                seen.add(key)
                yield document


def file_of(name: str) -> str:
    """Return the path of the file in which a document lies, given the document's name: itself, if it is a file."""
    found = _IN_FILE.match(name)
    return (found[1] or found[2]) if found else name


_IN_FILE = re.compile(
    f"(.+?(?:{'|'.join(map(re.escape, packed.ENDINGS))}))!/|(.+?(?:{'|'.join(map(re.escape, records.ENDINGS))}))#",
    re.IGNORECASE | re.DOTALL,
)


def _row_name(file: str, row: str) -> str:
    name = written_name(file)
    return row if row.startswith(f"{name}#") else f"{name}#{row}"


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0
