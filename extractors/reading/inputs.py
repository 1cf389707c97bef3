"""What goes in: files and rows of datasets, one document at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extractors.model import SourceText
from extractors.reading.errors import ReadError
from extractors.reading.files import DEFAULT_LIMITS, iter_files, read
from extractors.reading.limits import ReadingLimits
from extractors.reading.records import iter_records


class Input(Protocol):
    """One document on its way in."""

    @property
    def name(self) -> str:
        """Unique and lasting name."""

    def sha256(self) -> str:
        """Give the hash of its bytes."""

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        """Read it; gives the hash of the bytes that were read, too."""


@dataclass(frozen=True, slots=True)
class FileInput:
    name: str

    def sha256(self) -> str:
        path = Path(self.name)
        if not path.is_file():
            read(path)
        try:
            with path.open("rb") as content:
                return hashlib.file_digest(content, "sha256").hexdigest()
        except OSError as error:
            raise ReadError(path, f"cannot be opened: {error.strerror}") from error

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        return self.sha256(), read(Path(self.name), limits=limits, ocr=ocr)


@dataclass(frozen=True, slots=True)
class RowInput:
    name: str
    source: SourceText

    def sha256(self) -> str:
        return hashlib.sha256(json.dumps(self.source.model_dump(mode="json")).encode()).hexdigest()

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        return self.sha256(), self.source


class Inputs:
    def __init__(
        self,
        paths: Iterable[Path],
        *,
        columns: Mapping[str, str] | None = None,
        limits: ReadingLimits = DEFAULT_LIMITS,
        on_error: Callable[[ReadError], None],
    ) -> None:
        self._files = [str(file.absolute()) for file in iter_files(paths)]
        self._columns = columns or {"text": "text", "id": "id"}
        self._limits = limits
        self._on_error = on_error
        self.size = len(self._files)
        self.passed = 0

    def __iter__(self) -> Iterator[Input]:
        for file in self._files:
            if ".jsonl" in file:
                for record in iter_records(Path(file), self._columns, limits=self._limits, on_error=self._on_error):
                    yield RowInput(f"{file}#{record.source.id}", record.source)
            else:
                yield FileInput(file)
            self.passed += 1
