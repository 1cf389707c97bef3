"""Quotes cut to size around the citation in them."""

from __future__ import annotations

import re

from kg.model import Document

_GAP = "…"


def citation_in(quote: str, document: Document) -> tuple[int, int] | None:
    """Find where a quote names a document: by its number, blanks and case aside, else by its name."""
    wanted = document.number or document.name
    if not wanted:
        return None
    if document.number:
        letters = (re.escape(letter) for letter in re.sub(r"\s", "", wanted))
        found = re.search(r"\s*".join(letters), quote, re.IGNORECASE)
    else:
        found = re.search(r"\s+".join(map(re.escape, wanted.split())), quote, re.IGNORECASE)
    return found.span() if found else None


def shorten(quote: str, document: Document, width: int = 240) -> tuple[str, tuple[int, int] | None]:
    """Shorten a quote to about ``width`` letters around the place that names a document.

    Args:
        quote: The words as they stand in the text.
        document: The document that the quote names.
        width: Greatest length in code points, gap marks aside.

    Returns:
        The words on one line, '…' where some were left out, and where in it the document is named.
    """
    line = " ".join(quote.split())
    named = citation_in(line, document)
    if len(line) <= width:
        return line, named
    middle = (named[0] + named[1]) // 2 if named else 0
    start = max(0, min(middle - width // 2, len(line) - width))
    end = start + width
    if start > 0:
        start = line.find(" ", start) + 1
    if end < len(line):
        end = max(line.rfind(" ", start, end), start + 1)
    before, after = _GAP + " " if start else "", " " + _GAP if end < len(line) else ""
    shift = len(before) - start
    inside = named and start <= named[0] and named[1] <= end
    return before + line[start:end] + after, (named[0] + shift, named[1] + shift) if named and inside else None
