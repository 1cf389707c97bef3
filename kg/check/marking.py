"""A text or a web page with what was found written beside each citation; all else of it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from legalkg.kg.check.model import CheckedCitation, CheckedText
from legalkg.kg.check.places import Stretch, places
from legalkg.kg.check.words import note, summary

# What is no text: comments, scripts and styles, tags. An entity is a piece of its own, as it is longer than its text.
_NO_TEXT = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|title|textarea)\b.*?(?:</\1\s*>|$)|</?[a-z!?](?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>?|"
    r"(?P<entity>&#?\w{1,32};)",
    re.IGNORECASE | re.DOTALL,
)


def marked_text(text: str, checked: CheckedText) -> str:
    """Return a text with the outcomes in brackets behind each citation, and the reasons at its end."""
    parts, before = [], 0
    for number, citation in sorted(enumerate(checked.citations, 1), key=lambda one: one[1].end):
        parts += [text[before : citation.end], f" [{number}: {', '.join(citation.outcomes)}]"]
        before = citation.end
    notes = (f"[{number}] {note(one)}" for number, one in enumerate(checked.citations, 1))
    return "\n".join(["".join([*parts, text[before:]]).rstrip("\n"), "", "---", *summary(checked), *notes, ""])


def marked_html(page: str, text: str, checked: CheckedText) -> tuple[str, tuple[CheckedCitation, ...]]:
    """Return a page whose citations are marked, with the reasons as titles; and the citations not found in it.

    Args:
        page: The page, decoded.
        text: It as read.
        checked: What was found in it.
    """
    pieces = list(_pieces(page))
    found = places(checked, text, (unescape(page[start:end]) for start, end in pieces))
    inserted: list[tuple[int, int, str]] = []
    for citation, place in zip(checked.citations, found, strict=True):
        for start, end in _stretches(pieces, place) if place else ():
            if page[start:end].strip():
                inserted += [(end, -start, "</mark>"), (start, end, _opening(citation))]
    parts, before = [], 0
    for at, _, tag in sorted(inserted, key=lambda one: (one[0], one[2] != "</mark>", -one[1])):
        parts += [page[before:at], tag]
        before = at
    left_out = tuple(one for one, place in zip(checked.citations, found, strict=True) if place is None)
    return "".join([*parts, page[before:]]), left_out


def _opening(citation: CheckedCitation) -> str:
    outcomes = " ".join(citation.outcomes)
    return f'<mark class="legalkg-check" data-outcomes="{outcomes}" title="{escape(note(citation))}">'


def _pieces(page: str) -> Iterator[tuple[int, int]]:
    """Return where the pieces of text stand in a page."""
    before = 0
    for match in _NO_TEXT.finditer(page):
        if before < match.start():
            yield before, match.start()
        if match["entity"]:
            yield match.span()
        before = match.end()
    if before < len(page):
        yield before, len(page)


def _stretches(pieces: list[tuple[int, int]], place: Stretch) -> Iterator[tuple[int, int]]:
    """Return from where to where a place reaches in each of the pieces over which it goes."""
    for number in range(place.first, place.last + 1):
        start, end = pieces[number]
        first = start + place.start if number == place.first else start
        yield first, start + place.end if number == place.last else end
