"""Names of files, by which documents are called that say nothing of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from legalkg.extractors.reading.inputs import file_of
from legalkg.extractors.text import strip_marks

_FILE = "tep:"


def file_name(path: str) -> str:
    """Return the last part of a path: 'c.pdf' of '/a/b.zip!/c.pdf', 'd.jsonl#12' of '/a/d.jsonl#12'."""
    file = file_of(path)
    within = path[len(file) :]
    return PurePath(file).name + within if within.startswith("#") else PurePath(path).name


def file_key(name: str) -> str:
    """Return the form of a file's name that its spellings share: 'tep:luat pha san 2014 pdf'."""
    return _FILE + " ".join(re.findall(r"[^\W_]+", strip_marks(name)))


def file_keys(path: str) -> Iterator[str]:
    """Return the keys under which a file is found: its name with its ending and without, if that is no bare number."""
    name = file_name(path)
    yield file_key(name)
    if re.search(r"[^\W\d_]", stem := PurePath(name).stem):
        yield file_key(stem)
