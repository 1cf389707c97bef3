"""Which known files are gone, and which of them moved: told after a run has gone through all that it was to read.

Looked for are the files below what was named, those that hold a document or have the bytes that came in, and all of a
folder that is gone with one of them. A file that cannot be looked at, on a disk that is not there, say, is not gone.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from legalkg.extractors.reading.errors import written_name
from legalkg.extractors.reading.inputs import Inputs, file_of
from legalkg.kg.archive.files import Files, KnownFile

_BYTE = re.compile(rb"\\x([0-9a-f]{2})")
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Gone:
    """What is gone.

    Attributes:
        moved: Files that have another path now -> that path.
        missing: The others.
        new: How many of the moved came in as new.
    """

    moved: dict[KnownFile, str]
    missing: tuple[KnownFile, ...]
    new: int


class Presence:
    """Notes what a run meets, and tells what is gone."""

    def __init__(self, files: Files, inputs: Inputs, roots: Sequence[Path]) -> None:
        """Begin.

        Args:
            files: What is known.
            inputs: What the run goes through.
            roots: What was named.
        """
        self._files = files
        self._inputs = inputs
        self._roots = [written_name(root).rstrip("/") for root in roots]
        self._seen: set[bytes] = set()
        self._came: dict[str, list[str]] = defaultdict(list)
        self._documents: set[str] = set()
        self._is_on_disk: dict[str, bool] = {}

    def see(self, path: str) -> None:
        """Note that a document is there, whether it can be read or not."""
        self._seen.add(_digest(path))

    def came(self, path: str, sha256: str, iri: str, *, is_new: bool) -> None:
        """Note that a document was read."""
        self._documents.add(iri)
        if is_new:
            self._came[sha256].append(path)

    def gone(self) -> Gone:
        """Return what is gone; to be asked when all was gone through."""
        found = {known.path: known for known in self._candidates() if not self._is_there(known.path)}
        folders = {str(PurePath(file_of(path)).parent) for path in found}
        for folder in sorted(folder for folder in folders if not exists(folder)):
            found |= {known.path: known for known in self._files.under(folder)}
        moved: dict[KnownFile, str] = {}
        for path in sorted(found):
            if to := self._now_at(found[path], set(moved.values())):
                moved[found[path]] = to
        new = sum(to in self._came[known.sha256] for known, to in moved.items())
        return Gone(moved, tuple(found[path] for path in sorted(found) if found[path] not in moved), new)

    def _candidates(self) -> Iterator[KnownFile]:
        for root in self._roots:
            yield from self._files.under(root)
        for iri in self._documents:
            yield from self._files.of_document(iri)
        for sha256 in self._came:
            yield from self._files.of_bytes(sha256)

    def _now_at(self, gone: KnownFile, taken: set[str]) -> str | None:
        """Return where the bytes of a file are now: what came in this run or, if one was broken off, in a later one."""
        later = (known.path for known in self._files.of_bytes(gone.sha256) if known.run > gone.run)
        new = dict.fromkeys((*self._came[gone.sha256], *later))
        name = PurePath(gone.path).name
        there = [path for path in new if path not in taken and path != gone.path and self._is_there(path)]
        return min(there, key=lambda path: (PurePath(path).name != name, path), default=None)

    def _is_there(self, path: str) -> bool:
        if _digest(path) in self._seen:
            return True
        file = file_of(path)
        if file not in self._is_on_disk:
            self._is_on_disk[file] = exists(file)
        return self._is_on_disk[file] and (file == path or file not in self._inputs.read_whole)


def _digest(path: str) -> bytes:
    return hashlib.blake2b(path.encode(), digest_size=_DIGEST).digest()


def exists(written: str) -> bool:
    """Return whether there is a file of this name, as :func:`written_name` writes it; not known is yes."""
    data = written.encode()
    try:
        return any(map(os.path.lexists, {data, _BYTE.sub(lambda byte: bytes.fromhex(byte[1].decode()), data)}))
    except OSError:
        return True
