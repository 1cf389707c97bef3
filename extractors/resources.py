"""Where the project's data files are: registry, ontology, samples.

They are in ``legalkg/data``: a wheel holds the folder there, in a checkout a link leads to it.
"""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).absolute().parent.parent / "data"


def data_path(name: str) -> Path:
    """Return the path of a data file or folder.

    Args:
        name: Path below ``data/``, with forward slashes, such as ``registry/types.csv``.

    Raises:
        FileNotFoundError: The installation lacks this file.
    """
    path = _DATA / name
    if not path.exists():
        raise FileNotFoundError(f"legalkg is installed without its data file {name!r} (looked in {path})")
    return path
