"""Where processes of our own look for code: files that lie beside documents are never code."""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGES = Path(__file__).absolute().parents[3]
"""The folder of the project's own packages."""


def safe_path() -> list[str]:
    """Return the import path for a process that must not run files of the current folder.

    ``python -c`` and ``python -m`` put the current folder first. Documents that somebody sent may lie there, and a
    ``json.py`` among them.

    Returns:
        ``sys.path`` without what is empty, relative or the current folder, unless the running script lives in it;
        and last the folder of the project's packages, so that a checkout that is not installed works, too.
    """
    script = getattr(sys.modules["__main__"], "__file__", None)
    trusted = script is not None and _is_here(Path(script).parent)
    kept = [entry for entry in sys.path if Path(entry).is_absolute() and (trusted or not _is_here(Path(entry)))]
    return kept if str(PACKAGES) in kept else [*kept, str(PACKAGES)]


def _is_here(folder: Path) -> bool:
    try:
        return folder.samefile(Path.cwd())
    except OSError:  # one of them is not there, or not any more
        return False
