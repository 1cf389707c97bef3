"""The real texts beside the repository: the corpora, a row a document, and the letter."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LETTER = "letter-782-CV-DU"
_ENDING = ".jsonl.gz"


def shared_folder() -> Path:
    """Return the folder beside the checkout, or at LEGALKG_SHARED; there or not."""
    return Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared"))


def corpora() -> list[str]:
    """Return the names of all corpora, the letter among them; none where there are no texts."""
    folder = shared_folder() / "corpus"
    names = [file.name.removesuffix(_ENDING) for file in folder.glob(f"*{_ENDING}")]
    return sorted([*names, LETTER] if (folder / f"{LETTER}.txt").is_file() else names)


def rows(corpus: str) -> Iterator[dict[str, Any]]:
    """Return the documents of a corpus: ``id``, ``text`` and what else is known of each."""
    folder = shared_folder() / "corpus"
    if corpus == LETTER:
        yield {"id": LETTER, "text": (folder / f"{LETTER}.txt").read_text(encoding="utf-8")}
        return
    with gzip.open(folder / f"{corpus}{_ENDING}", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
