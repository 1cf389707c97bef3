"""A document's text to be read with its citations numbered, whole or one page of it."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError
from legalkg.kg.model import CitationView, Document
from legalkg.kg.output.quoting import counted


class NumberedCitation(BaseModel):
    """A citation, and the number of what it cites: a document cited twice bears one number."""

    model_config = ConfigDict(frozen=True)

    number: int
    citation: CitationView


class Reading(BaseModel):
    """A text, or one page of it; ``text`` is that of the document from ``start`` on."""

    model_config = ConfigDict(frozen=True)

    document: Document
    page: int | None = Field(description="None for the whole text.")
    pages: int = Field(description="How many pages the file has; 0 where it has none.")
    start: int
    text: str
    page_starts: tuple[int, ...] = Field(description="Offsets in ``text`` at which further pages begin.")
    citations: tuple[NumberedCitation, ...] = Field(description="In the order of the text; it names itself in none.")


def reading(collection: Collection, document: Document, page: int | None = None) -> Reading:
    """Return the text of a held document with its citations.

    Args:
        collection: Where it is.
        document: The document.
        page: The only page that is wanted.

    Raises:
        LegalkgError: The file has no such page.
        UnknownDocument: The text is not held.
    """
    source = collection.text(document)
    start, end = _bounds(source.pages, page, len(source.text))
    numbers: dict[str, int] = {}
    citations = []
    for found in collection.citations(document):
        if found.outcome != "self" and start <= found.start and found.end <= end:
            what = found.target.iri if found.target else " ".join(found.text.split())
            citations.append(NumberedCitation(number=numbers.setdefault(what, len(numbers) + 1), citation=found))
    return Reading(
        document=document,
        page=page,
        pages=len(source.pages),
        start=start,
        text=source.text[start:end],
        page_starts=tuple(offset - start for offset in source.pages if start < offset < end),
        citations=tuple(citations),
    )


def _bounds(pages: Sequence[int], page: int | None, length: int) -> tuple[int, int]:
    if page is None:
        return 0, length
    if page > max(len(pages), 1):
        has = counted(len(pages), "page") if pages else "no pages"
        raise LegalkgError(f"there is no page {page}: the file has {has}")
    bounds = [*(pages or (0,)), length]
    return bounds[page - 1], bounds[page]
