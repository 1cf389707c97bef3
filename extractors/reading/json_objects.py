"""A row of a dataset as an object of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from legalkg.extractors.reading.errors import Unreadable

ONE_A_LINE = "a dataset has one object a line: jq -c '.[]' FILE > FILE.jsonl"
"""What to do with an array."""
# "\ud800": JSON can write half a character, which is no text and which nothing in UTF-8 can hold.
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")

DatasetRow = Mapping[str, Any]
"""A row: its cells by the names of their columns."""


def json_object(line: bytes) -> DatasetRow:
    """Read a line of JSON Lines.

    Raises:
        Unreadable: It is no JSON object in UTF-8, names one thing twice, nests too deeply, or holds half a
            character.
    """
    try:
        value = json.loads(line.decode("utf-8-sig"), object_pairs_hook=_object)
    except ValueError as error:
        raise Unreadable(f"is not JSON in UTF-8 ({error})") from None
    except RecursionError:
        raise Unreadable("is JSON that is nested too deeply to be read") from None
    _check_characters(line, value)
    if isinstance(value, _Repeated):
        raise Unreadable(f"has {value.name!r} more than once: which one counts?")
    if isinstance(value, list):
        raise Unreadable(f"is not a JSON object but an array; {ONE_A_LINE}")
    if not isinstance(value, dict):
        raise Unreadable("is not a JSON object")
    return value


class _Repeated(dict[str, Any]):
    """An object with a name that stands there twice; only that of the row itself matters."""

    name = ""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = [name for name, _ in pairs]
    repeated = _Repeated(found)
    repeated.name = next(name for i, name in enumerate(names) if name in names[:i])
    return repeated


def _check_characters(line: bytes, value: object) -> None:
    if not _HALF.search(line):
        return
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise Unreadable(f"holds half a character (U+{half:04X}), which is no text") from None
