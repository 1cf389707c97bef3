"""Texts as cells of a table: written with a checksum, and read only if it still holds.

Extractions need none of their own: they are packed by zlib, which writes one and verifies it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable

from legalkg.extractors.model import Header, SourceText
from legalkg.kg.database import Database, damage_is_told

_CELLS = ("sha256", "name", "media_type", "text", "pages", "known")
COLUMNS = f"{', '.join(_CELLS)}, checksum"
"""What :func:`cells` fills."""
AS_READ = f"checksum, {', '.join(f'CAST({cell} AS BLOB)' for cell in _CELLS)}"
"""What :func:`source_text` takes: bytes, since what is damaged may be no text any more."""


def cells(source: SourceText, sha256: str) -> tuple[str | int, ...]:
    """Write a text and the hash of its file's bytes for the columns of a table, see :data:`COLUMNS`."""
    known = source.known.model_dump_json(exclude_defaults=True, exclude={"signers"})
    written = (sha256, source.id, source.media_type, source.text, json.dumps(source.pages), known)
    return (*written, checksum(cell.encode() for cell in written))


def checksum(written: Iterable[bytes]) -> int:
    """Return a number that is another one when a byte is: against damage, not against people."""
    return zlib.crc32(b"\0".join(written))


def source_text(path: str, kept: int, *written: bytes) -> SourceText:
    """Read what :func:`cells` wrote.

    Args:
        path: The file that held it.
        kept: Its checksum.
        written: The cells, see :data:`AS_READ`.

    Raises:
        ArchiveDamaged: The checksum tells that something else was written.
    """
    with damage_is_told(f"the text of {path}"):
        if checksum(written) != kept:
            raise ValueError("another checksum")
        _, name, media_type, text, pages, known = (cell.decode() for cell in written)
        return SourceText(
            id=name,
            text=text,
            pages=tuple(json.loads(pages)),
            media_type=media_type,
            known=Header.model_validate_json(known),
        )


def source_of(database: Database, iri: str) -> SourceText | None:
    """Return the text of a document as read, of the copy that counts; None if none is held.

    Raises:
        ArchiveDamaged: It is not what was written.
    """
    row = database.fetch_one(
        f"SELECT path, {AS_READ} FROM extractions JOIN sources ON id = source WHERE iri = ? AND counts",  # noqa: S608
        (iri,),
    )
    return source_text(*row) if row else None
