"""Files and folders on this machine or in object storage, through pyarrow's file systems.

What is written appears under its name when it is whole, never before.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyarrow import ArrowException, fs

from legalkg.extractors.reading.records import is_dataset
from legalkg.kg.errors import LegalkgError

_COPIED = 1 << 20
_UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder: an address such as 's3://bucket/folder', or a path."""

    address: str

    def below(self, *names: str) -> Place:
        """Return a file or folder below this folder."""
        return Place("/".join((self.address.rstrip("/"), *names)))

    def absolute(self) -> Place:
        """Return the same place for a process that works in another folder."""
        return self if "://" in self.address else Place(str(Path(self.address).absolute()))

    def shards(self) -> list[tuple[str, Place, str]]:
        """Return the datasets in this folder, or this one: name, place, and what changes when it does.

        Raises:
            LegalkgError: There are none, it cannot be reached, or what two become has the same name.
        """
        system, path = self._open()
        try:
            info = system.get_file_info(path)
            found = [info] if info.is_file else system.get_file_info(fs.FileSelector(path, recursive=True))
            shards = sorted((one for one in found if one.is_file and is_dataset(one.path)), key=lambda one: one.path)
        except (OSError, ArrowException, UnicodeError) as error:  # Arrow knows no names but in UTF-8
            raise LegalkgError(f"{self.address}: cannot be opened: {_line(error)}") from None
        folder = path if not info.is_file else path.rpartition("/")[0]
        if not shards:
            raise LegalkgError(f"{self.address}: there is no dataset (.parquet, .jsonl, .csv, also .gz)")
        names = [_name(one.path, folder) for one in shards]
        if twice := next((name for name, count in Counter(names).items() if count > 1), None):
            both = ", ".join(one.path for one, name in zip(shards, names, strict=True) if name == twice)
            raise LegalkgError(
                f"{self.address}: {both} would be written to the same files, {twice}: rename one of them"
            )
        prefix = self.address[: len(self.address.rstrip("/")) - len(path.rstrip("/"))]
        return [
            (name, Place(prefix + one.path), f"{one.size} {one.mtime_ns}")
            for name, one in zip(names, shards, strict=True)
        ]

    @contextmanager
    def local(self) -> Iterator[Path]:
        """Return the file as one on this machine; a copy that is gone afterwards, if it is elsewhere."""
        system, path = self._open()
        if isinstance(system, fs.LocalFileSystem):
            yield Path(path)
            return
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.rpartition("/")[2]
            with system.open_input_stream(path) as content, copy.open("wb") as target:
                shutil.copyfileobj(content, target, _COPIED)
            yield copy

    def read(self) -> bytes | None:
        """Return what is in the file; None if there is none."""
        system, path = self._open()
        if not system.get_file_info(path).is_file:
            return None
        with system.open_input_stream(path) as content:
            return bytes(content.read())

    def write(self, content: Path) -> None:
        """Put a file of this machine here."""
        system, path = self._open()
        system.create_dir(path.rpartition("/")[0], recursive=True)
        with content.open("rb") as source, system.open_output_stream(path + _UNFINISHED) as target:
            shutil.copyfileobj(source, target, _COPIED)
        system.move(path + _UNFINISHED, path)

    def _open(self) -> tuple[Any, str]:
        try:
            system, path = fs.FileSystem.from_uri(self.absolute().address)
        except (OSError, ArrowException) as error:
            raise LegalkgError(f"{self.address}: cannot be opened: {_line(error)}") from None
        return system, path


def _name(path: str, folder: str) -> str:
    """Return the name of a shard: where it lies below the folder, as one word without its ending."""
    below = path.removeprefix(folder).strip("/").removesuffix(".gz")
    return below.rpartition(".")[0].replace("/", "--")


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())
