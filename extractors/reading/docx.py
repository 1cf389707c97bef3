"""Word files (.docx): the body's text, without the heads and feet of pages.

The parts are read one by one from the archive, after its directory has been checked against the limits; nothing else,
pictures above all, is unpacked. python-docx parses their XML, with entities left unresolved; its own model of a
document knows no notes, text boxes, counted labels or tracked changes, so the text is written by this package.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import cast
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from docx.oxml import parse_xml

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.word_chunks import MOST_NESTED, Chunks
from legalkg.extractors.reading.word_numbering import Labels, W
from legalkg.extractors.reading.word_text import WordText

_MOST_ENTRIES = 10_000
# Word's XML shrinks to a thirtieth, with large empty tables to a hundredth; a bomb to a thousandth.
_MOST_RATIO = 300
_ALWAYS_ALLOWED = 1_000_000
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = W[1:-1].encode()
_OTHERS = {
    "xl/": "is an Excel workbook, not a Word document",
    "ppt/": "is a PowerPoint presentation, not a Word document",
    "content.xml": "is an OpenDocument file; save it as .docx first (soffice --convert-to docx)",
}


def read(data: bytes, limits: ReadingLimits) -> list[str]:
    """Return the text of a document, and then what could not be read of it, a line each.

    Raises:
        Unreadable: No Word file, damaged, larger than allowed once unpacked, or all its text is in what cannot be read.
    """
    text, *warnings = _read_nested(data, limits, MOST_NESTED)
    if warnings and not text.strip():
        raise Unreadable(f"has no text that can be read: {'; '.join(warnings)}")
    return [text, *warnings]


def _read_nested(data: bytes, limits: ReadingLimits, deepest: int) -> list[str]:
    if not deepest:
        raise Unreadable(f"lies in more than {MOST_NESTED - 1} Word files, one in the other; it is made to do harm")
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = _check(archive, limits)
            text, *warnings = _read(archive, replace(limits, max_bytes=limits.max_bytes - size), deepest - 1)
    except (BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise Unreadable(f"is damaged or cut off, it cannot be unpacked ({error}); get the file again") from error
    except SyntaxError as error:  # lxml's
        raise Unreadable(f"is damaged, its XML cannot be parsed ({error})") from error
    limits.check_length(len(text))
    return [text, *warnings]


def _check(archive: ZipFile, limits: ReadingLimits) -> int:
    """Refuse archives made to fill memory, before anything is unpacked; return what all of it takes."""
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise Unreadable(f"holds {len(entries):,} files, more than a Word document does; it is made to do harm")
    size = 0
    for entry in entries:
        size += entry.file_size
        if entry.file_size > max(_ALWAYS_ALLOWED, _MOST_RATIO * entry.compress_size):
            raise Unreadable(
                f"unpacks to {entry.file_size:,} bytes from {entry.compress_size:,} ({entry.filename}); "
                "it is made to do harm"
            )
        if entry.flag_bits & 1:
            raise Unreadable("is encrypted; save it without a password first")
    if size > limits.max_bytes:
        raise Unreadable(f"unpacks to {size:,} bytes, more than the {limits.max_bytes:,} that are allowed")
    return size


def _read(archive: ZipFile, limits: ReadingLimits, deepest: int) -> list[str]:
    """Return the text, and what could not be read.

    Args:
        archive: The file.
        limits: What is left for Word files that lie in it.
        deepest: How deep these may lie in one another.
    """
    main = _by_type(_related(archive, "")).get("officeDocument", "")
    document = _parse(archive, main)
    body = None if document is None else document.find(W + "body")
    if body is None:
        names = archive.namelist()
        for start, cause in _OTHERS.items():
            if any(name.startswith(start) for name in names):
                raise Unreadable(cause)
        raise Unreadable("is no Word document: the archive has no document in it")
    related = _related(archive, main)
    parts = _by_type(related)
    labels = Labels(_parse(archive, parts.get("numbering")), _parse(archive, parts.get("styles")))
    notes = _parse(archive, parts.get("footnotes")), _parse(archive, parts.get("endnotes"))
    chunks = Chunks(
        {relation: part for relation, (kind, part) in related.items() if kind == "aFChunk"},
        lambda part: archive.read(part) if part in archive.NameToInfo else None,
        lambda data: _read_nested(data, limits, deepest),
        limits,
    )
    return [WordText(*notes, labels, chunks).write(body), *chunks.warnings]


def _by_type(related: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    return dict(related.values())


def _related(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return the parts that a part refers to, by the id of the relation, with the last word of the relation's type."""
    folder, name = posixpath.split(part)
    relations = _parse(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    if relations is None:
        return {}
    return {
        relation.get("Id", ""): (
            relation.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
        )
        for relation in relations.iter(_RELATION)
        if relation.get("TargetMode") != "External"
    }


def _parse(archive: ZipFile, part: str | None) -> Element | None:
    if part is None or part not in archive.NameToInfo:
        return None
    root = parse_xml(archive.read(part).replace(_STRICT, _TRANSITIONAL))
    if root.getroottree().docinfo.doctype:
        raise Unreadable("declares XML entities, which Word never does; it is made to do harm")
    return cast(Element, root)
