"""Where the project's data files are: registry, ontology, samples.

A wheel carries the folder ``data/`` as ``legalkg_data``; a checkout has it under its own name.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


def data_path(name: str) -> Path:
    """Return the path of a data file or folder.

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
