"""What became of a document, day by day: issued, in effect, amended, replaced, carried out, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import Span
from legalkg.extractors.partial_dates import latest
from legalkg.extractors.registry.relations import relations
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document, ProvisionPair, Quote

ISSUED = "issued"
EFFECTIVE = "takes effect"


class Event(BaseModel):
    """Something that happened to a document."""

    model_config = ConfigDict(frozen=True)

    date: str | None = Field(description="The day, as exactly as it is known: that on which the other is issued.")
    event: str = Field(description="'issued', 'takes effect', 'amended by' …")
    document: Document = Field(description="The document that acts; the document itself where it tells of itself.")
    effective: str | None = Field(default=None, description="From when the other has effect, where that is known.")
    provisions: tuple[ProvisionPair, ...] = ()
    quotes: tuple[Quote, ...] = ()


def timeline(collection: Collection, document: Document) -> tuple[Event, ...]:
    """Return what became of a document, the first first; what has no date stands at the end."""
    whole = collection.canonical(document)
    events = [*_own(collection, whole), *_of_others(collection, whole)]
    return tuple(sorted(events, key=lambda event: (latest(event.date), event.event != ISSUED, event.document.id)))


def _own(collection: Collection, document: Document) -> Iterator[Event]:
    spans = collection.extraction(document).header.spans if document.held else {}
    if document.date:
        quotes = _quotes(collection, document, spans.get("date"))
        yield Event(date=document.date, event=ISSUED, document=document, quotes=quotes)
    if effective := collection.effective(document):
        quotes = _quotes(collection, document, spans.get("effective"))
        yield Event(date=effective, event=EFFECTIVE, document=document, quotes=quotes)


def _quotes(collection: Collection, document: Document, span: Span | None) -> tuple[Quote, ...]:
    if span is None:
        return ()
    text = collection.text(document).text[span.start : span.end]
    return (Quote(document=document, start=span.start, end=span.end, text=text),)


def _of_others(collection: Collection, document: Document) -> Iterator[Event]:
    for step in collection.steps(document, "down"):
        yield Event(
            date=step.source.date,
            event=relations()[step.relation].passive,
            document=step.source,
            effective=collection.effective(step.source),
            provisions=step.provisions,
            quotes=step.quotes,
        )
