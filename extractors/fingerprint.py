"""A hash of all that makes an extraction: the code of this package and the tables of the registry.

A version says too little: a line in a table, or a pull in a checkout, changes what is found and not the version.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from legalkg.extractors.resources import data_path

_CODE = Path(__file__).absolute().parent
_DIGITS = 16


@cache
def fingerprint() -> str:
    """Return the hash, as extractions are stamped with it; some milliseconds, once for a process."""
    return fingerprint_of(_CODE, data_path("registry"))


def fingerprint_of(code: Path, registry: Path) -> str:
    """Return a hash of the names and bytes of modules and tables."""
    found = hashlib.sha256()
    for folder, pattern in ((code, "*.py"), (registry, "*.csv")):
        for file in sorted(folder.rglob(pattern)):
            data = file.read_bytes()
            found.update(f"{file.relative_to(folder).as_posix()} {len(data)}\n".encode())
            found.update(data)
    return found.hexdigest()[:_DIGITS]
