"""The formats that can be read, and how a file shows which of them it is.

What the first bytes say goes before the ending: portals give out web pages and RTF as "van-ban.doc".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from legalkg.extractors.reading import doc, isolated, ocr, plain
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits

_HEAD = 1024
_HTML_START = re.compile(rb"<(?:!doctype html|html|head|body|meta|title|table|div|p)[\s>]", re.IGNORECASE)
MHTML_START = re.compile(rb"MIME-Version:|From: <?Saved by", re.IGNORECASE)
"""How a web archive starts."""
_PAGE_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its text, where its pages start, if it has pages, and what of it could not be read."""

    text: str
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files.

    Attributes:
        media_type: Its name on the Internet.
        endings: Endings of its files, lower case.
        read: Gives the content of bytes, within limits, with OCR or without.
    """

    media_type: str
    endings: tuple[str, ...]
    read: Callable[[bytes, ReadingLimits, bool], Content]


def _read_plain(data: bytes, _limits: ReadingLimits, _ocr: bool) -> Content:
    return Content(plain.decode(data).replace("\r\n", "\n"))


def _read_html(data: bytes, limits: ReadingLimits, _ocr: bool) -> Content:
    return Content(isolated.run("html.read", data, limits)[0])


def _read_docx(data: bytes, limits: ReadingLimits, _ocr: bool) -> Content:
    return _with_warnings(isolated.run("docx.read", data, limits))


def _read_doc(data: bytes, limits: ReadingLimits, _ocr: bool) -> Content:
    return _with_warnings(doc.read(data, limits))


def _with_warnings(read: Sequence[str]) -> Content:
    text, *warnings = read
    return Content(text, warnings=tuple(warnings))


def _read_pdf(data: bytes, limits: ReadingLimits, with_ocr: bool) -> Content:
    pages: list[str | None] = isolated.run("pdf.read", data, limits)
    scans = [i for i, page in enumerate(pages) if page is None]
    if scans and with_ocr:
        for i, page in zip(scans, ocr.read_pages(data, scans, limits), strict=True):
            pages[i] = page
    elif len(scans) * 2 >= len(pages):
        raise Unreadable(
            f"is a scan: {len(scans)} of {len(pages)} pages have no text layer that can be read; "
            f"it needs OCR (--ocr), which needs: {ocr.INSTALL}"
        )
    return _join([page or "" for page in pages])


def _join(pages: Sequence[str]) -> Content:
    starts = []
    offset = 0
    for page in pages:
        starts.append(offset)
        offset += len(page) + len(_PAGE_BREAK)
    return Content(_PAGE_BREAK.join(pages), tuple(starts))


TEXT = Format("text/plain", (".txt", ".text"), _read_plain)
MARKDOWN = Format("text/markdown", (".md", ".markdown"), _read_plain)
HTML = Format("text/html", (".html", ".htm", ".xhtml"), _read_html)
PDF = Format("application/pdf", (".pdf",), _read_pdf)
DOCX = Format(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx", ".docm", ".dotx", ".dotm"),
    _read_docx,
)
DOC = Format("application/msword", (".doc",), _read_doc)
RTF = Format("application/rtf", (".rtf",), _read_doc)

FORMATS = (TEXT, MARKDOWN, HTML, PDF, DOCX, DOC, RTF)
"""All that can be read."""

_BY_ENDING = {ending: kind for kind in FORMATS for ending in kind.endings}
_BY_START = {b"PK\x03\x04": DOCX, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": DOC, doc.RTF_START: RTF}
_BINARY = (PDF, DOCX, DOC, RTF)

KNOWN_ENDINGS = tuple(_BY_ENDING)
"""Endings of the files that can be read."""


def format_of(data: bytes, name: str) -> Format:
    """Tell the format of a file.

    Args:
        data: Its bytes.
        name: Its name, for the ending.

    Raises:
        Unreadable: The bytes are of none of the formats, or not of the one that the name says.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return PDF
    for start, kind in _BY_START.items():
        if head.startswith(start):
            return kind
    named = _BY_ENDING.get(PurePath(name).suffix.lower())
    if named and named not in _BINARY:
        return named
    if MHTML_START.match(head):
        raise Unreadable("is a web archive (MHTML); open it in Word or a browser and save it as .docx or .html")
    if _HTML_START.search(head):
        return HTML
    if named:
        raise Unreadable(f"is named {named.endings[0]} but does not start like one; it is damaged or something else")
    return TEXT
