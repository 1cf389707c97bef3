"""The items of a JSON array, one by one, as bytes; an array of any length fills no memory.

Brackets and quotation marks tell where an item ends, so that one which is no JSON is that item's fault alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits

_AT_ONCE = 1 << 16
_BLANK = b" \t\r\n"
_OUTSIDE = re.compile(rb'[\[\]{},"]')
_INSIDE = re.compile(rb'["\\]')
_BOM = b"\xef\xbb\xbf"


def json_array_items(file: BinaryIO, limits: ReadingLimits) -> Iterator[bytes | Unreadable]:
    """Return the bytes of each item, or why it cannot be read.

    Args:
        file: Holds the array.
        limits: Size of an item.

    Raises:
        Unreadable: It is no array, or the array has no end.
    """
    splitter = _Splitter(limits.max_bytes)
    while data := file.read(_AT_ONCE):
        yield from splitter.feed(data)
    if not splitter.is_over:
        raise Unreadable("is cut off: the array has no end" if splitter.is_begun else "is no JSON array of objects")


class _Splitter:
    """Cuts an array into its items as its bytes come in."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._depth = 0
        self._in_string = False
        self._is_escaped = False
        self._item = bytearray()
        self._is_too_long = False
        self.is_over = False

    @property
    def is_begun(self) -> bool:
        return self._depth > 0

    def feed(self, data: bytes) -> Iterator[bytes | Unreadable]:
        """Return the items that end in these bytes."""
        at = 0
        if not self._depth and not self.is_over:
            at = len(data) - len(data.removeprefix(_BOM).lstrip(_BLANK))
            if at == len(data):
                return
            if data[at : at + 1] != b"[":
                raise Unreadable("is no JSON array of objects; a dataset is one, or has one object a line (.jsonl)")
            self._depth, at = 1, at + 1
        while at < len(data) and not self.is_over:
            if self._is_escaped:  # what stands behind a backslash means nothing
                self._take(data[at : at + 1])
                self._is_escaped, at = False, at + 1
                continue
            found = (_INSIDE if self._in_string else _OUTSIDE).search(data, at)
            self._take(data[at : found.start() if found else len(data)])
            if found is None:
                return
            at = found.end()
            yield from self._mark(found[0])

    def _mark(self, mark: bytes) -> Iterator[bytes | Unreadable]:
        if mark == b'"':
            self._in_string = not self._in_string
        elif mark == b"\\":
            self._is_escaped = True
        elif mark in b"[{":
            self._depth += 1
        elif mark in b"]}":
            self._depth -= 1
            self.is_over = self._depth == 0
        if self.is_over or (mark == b"," and self._depth == 1):
            yield from self._end()
        else:
            self._take(mark)

    def _take(self, data: bytes) -> None:
        if len(self._item) + len(data) > self._most:
            self._is_too_long = True
            self._item.clear()
        elif not self._is_too_long:
            self._item += data

    def _end(self) -> Iterator[bytes | Unreadable]:
        if self._is_too_long:
            yield Unreadable(f"has more bytes than the {self._most:,} that are allowed")
        elif item := bytes(self._item).strip(_BLANK):
            yield item
        elif not self.is_over:
            yield Unreadable("is empty: two commas, one behind the other")
        self._item, self._is_too_long = bytearray(), False
