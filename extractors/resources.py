"""Where the project's data files are: registry, ontology, samples.

A wheel carries the folder ``data/`` as ``legalkg_data``; a checkout has it under its own name.
"""

from __future__ import annotations

import csv
from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


def data_path(name: str) -> Path:
    """Give the path of a data file or folder.

    Args:
        name: Path below ``data/``, with forward slashes, such as ``registry/types.csv``.

    Raises:
        FileNotFoundError: The installation lacks this file.
    """
    installed = _HERE / "legalkg_data"
    path = (installed if installed.is_dir() else _HERE / "data") / name
    if not path.exists():
        raise FileNotFoundError(f"legalkg is installed without its data file {name!r} (looked in {path})")
    return path


def read_rows(name: str) -> list[dict[str, str]]:
    """Read a registry table: one dictionary a row, keyed by the header line."""
    with data_path(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
