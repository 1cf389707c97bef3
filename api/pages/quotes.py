"""Steps and citations with the words that prove them, cut to size for a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legalkg.api.models import CitingDocument, document_url
from legalkg.api.pages.marking import anchor_of
from legalkg.kg.collection import Collection
from legalkg.kg.model import CitationView, Document, Quote, Step
from legalkg.kg.output.quoting import shorten

MOST_QUOTES = 3
"""Quotes of a step, or of a document that cites another, that a page shows."""
_AROUND = 220
"""Code points before and after a citation from which its quote is cut."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words of a document with the named part in the middle.

    Attributes:
        before: Up to the name of the cited document.
        named: Its name.
        after: The rest.
        document: Where the words stand.
        address: The place there.
        page: Its page.
    """

    before: str
    named: str
    after: str
    document: Document
    address: str
    page: int | None


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with the first of its quotes, and how many more there are."""

    step: Step
    other: Document
    quotes: tuple[QuotedWords, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CitingPlaces:
    """A document that cites another, with quotes."""

    document: Document
    quotes: tuple[QuotedWords, ...]
    more: int


def shown_steps(collection: Collection, steps: Sequence[Step], document: Document) -> list[ShownStep]:
    """Prepare steps for showing; ``other`` is the end that is not this document."""
    places = collection.places(steps)
    return [
        ShownStep(
            step=step,
            other=step.source if step.target.iri == document.iri else step.target,
            quotes=tuple(_quote(quote, places.get((quote, step.target.iri))) for quote in step.quotes[:MOST_QUOTES]),
            more=max(0, len(step.quotes) - MOST_QUOTES),
        )
        for step in steps
    ]


def citing_places(collection: Collection, citing: Sequence[CitingDocument]) -> list[CitingPlaces]:
    """Prepare the documents that cite another.

    Args:
        collection: Where their texts are.
        citing: The documents with their citations.
    """
    places = []
    for one in citing:
        text = collection.text(one.document).text
        quotes = tuple(_citation(text, one.document, view) for view in one.citations[:MOST_QUOTES])
        places.append(CitingPlaces(one.document, quotes, len(one.citations) - len(quotes)))
    return places


def _quote(quote: Quote, found: tuple[int, int] | None) -> QuotedWords:
    place = (found[0] - quote.start, found[1] - quote.start) if found else None
    return _words(quote.text, place, quote.document, found[0] if found else None, quote.page)


def _citation(text: str, document: Document, view: CitationView) -> QuotedWords:
    start, end = max(0, view.start - _AROUND), view.end + _AROUND
    return _words(text[start:end], (view.start - start, view.end - start), document, view.start, view.page)


def _words(
    text: str, place: tuple[int, int] | None, document: Document, offset: int | None, page: int | None
) -> QuotedWords:
    words, named = shorten(text, place)
    start, end = named or (len(words), len(words))
    address = document_url(document) + (f"#{anchor_of(offset)}" if offset is not None else "")
    return QuotedWords(words[:start], words[start:end], words[end:], document, address, page)
