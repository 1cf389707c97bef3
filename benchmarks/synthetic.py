"""A synthetic archive of any size: real documents again and again, each copy with numbers of its own.

    python -m benchmarks.synthetic COUNT FILE.jsonl.gz

The codified documents of ``../shared/corpus`` (the sample documents, where that is missing) are repeated. In copy k
every number of a document or of a citation is shifted by 1,000 k, everywhere alike: a citation of a document of the
set means the one of the same copy, and each copy makes the same graph. Laws known by name stay what they are.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

from legalkg.extractors.reading import Inputs

ROOT = Path(__file__).resolve().parent.parent
_STEP = 1000
_NUMBER = re.compile(
    r"(?<![\d/])0*(\d{1,4})(/(?:(?:19|20)\d\d/)?[A-ZĐ][A-ZĐa-zđ0-9]*(?:-[A-ZĐ][A-ZĐa-zđ0-9]*)+)"
)  # 12/2019/TT-BTC, 57/NQ-CP

Row = dict[str, Any]


def shared() -> Path:
    """Return the folder of real texts, there or not."""
    return Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared")) / "corpus"


def originals() -> list[Row]:
    """Return the documents that are repeated."""
    file = shared() / "codified-documents.jsonl.gz"
    if file.is_file():
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]
    return [
        {"id": str(number), "text": document.read(limits)[1].text}
        for number, document in enumerate(Inputs([ROOT / "data" / "samples"], on_error=print))
        for limits in [_limits()]
    ]


def documents(size: int) -> Iterator[Row]:
    """Return so many documents."""
    rows = originals()
    endless = (shifted(row, copy) for copy in count() for row in rows)
    return islice(endless, size)


def shifted(row: Row, copy: int) -> Row:
    """Return a document of a copy; copy 0 is the original."""
    if copy == 0:
        return row
    changed = {name: _shift(row[name], copy) for name in ("text", "number", "title") if row.get(name)}
    return {**row, **changed, "id": f"{row['id']}~{copy}"}


def _shift(text: str, copy: int) -> str:
    return _NUMBER.sub(lambda match: f"{int(match[1]) + _STEP * copy}{match[2]}", text)


def _limits() -> Any:
    from legalkg.extractors.reading import ReadingLimits

    return ReadingLimits()


def write(size: int, file: Path) -> None:
    """Write so many documents as a dataset."""
    with gzip.open(file, "wt", encoding="utf-8", compresslevel=1) as lines:
        for row in documents(size):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> int:
    """Write an archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    write(options.count, options.file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
