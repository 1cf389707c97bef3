"""What became of a document, day by day: issued, in effect, amended, replaced, carried out, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import Span
from legalkg.extractors.partial_dates import latest
from legalkg.extractors.registry.relations import relations
from legalkg.kg.chains.proof import proof_of
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document, Force, ProvisionPair, Quote

ISSUED = "issued"
EFFECTIVE = "takes effect"
ENDED = "no longer in force"
WILL_END = "will no longer be in force"
_REGISTER = "the register of known documents says so"


class Event(BaseModel):
    """Something that happened to a document."""

    model_config = ConfigDict(frozen=True)

    date: str | None = Field(description="The day, as exactly as it is known: that on which the other is issued.")
    event: str = Field(description="'issued', 'takes effect', 'amended by' …")
    document: Document = Field(description="The document that acts; the document itself where it tells of itself.")
    effective: str | None = Field(default=None, description="From when the other has effect, where that is known.")
    provisions: tuple[ProvisionPair, ...] = ()
    quotes: tuple[Quote, ...] = Field(default=(), description="The words that say so, the plainest first.")
    says: str = Field(default="", description="Who says so, or why, where no quote does.")


def timeline(collection: Collection, document: Document) -> tuple[Event, ...]:
    """Return what became of a document, the first first; what has no date stands at the end.

    Whether it is still in force is as :meth:`legalkg.kg.collection.Collection.force` says it of today.
    """
    whole = collection.canonical(document)
    force = collection.force(whole)
    events = [*_own(collection, whole), *_of_others(collection, whole), *_end(whole, force)]
    return tuple(sorted(events, key=lambda event: (latest(event.date), _order(event), event.document.id)))


def _order(event: Event) -> int:
    """Of one day what begins comes first, what ends last."""
    return {ISSUED: 0, ENDED: 2, WILL_END: 2}.get(event.event, 1)


def _end(document: Document, force: Force) -> Iterator[Event]:
    """Return when it ended, or will, by what shows whether it is in force."""
    if force.state == "no longer":
        quotes = (proof_of(force.proofs[0]),) if force.proofs else ()
        actor = force.by or document
        yield Event(date=force.since, event=ENDED, document=actor, says=force.reason, quotes=quotes)
    elif force.until:
        yield Event(date=force.until, event=WILL_END, document=document, says=force.reason)


def _own(collection: Collection, document: Document) -> Iterator[Event]:
    spans = collection.extraction(document).header.spans if document.held else {}
    if document.date:
        quotes = _quotes(collection, document, spans.get("date"))
        yield Event(date=document.date, event=ISSUED, document=document, quotes=quotes)
    if effective := collection.effective(document):
        quotes = _quotes(collection, document, spans.get("effective"))
        says = "" if quotes else _REGISTER
        yield Event(date=effective, event=EFFECTIVE, document=document, says=says, quotes=quotes)


def _quotes(collection: Collection, document: Document, span: Span | None) -> tuple[Quote, ...]:
    if span is None:
        return ()
    text = collection.text(document).text[span.start : span.end]
    return (Quote(document=document, start=span.start, end=span.end, text=text),)


def _of_others(collection: Collection, document: Document) -> Iterator[Event]:
    for step in collection.steps(document, "down"):
        proof = proof_of(step)
        yield Event(
            date=step.source.date,
            event=relations()[step.relation].passive,
            document=step.source,
            effective=collection.effective(step.source),
            provisions=step.provisions,
            quotes=(proof, *(quote for quote in step.quotes if quote != proof)),
        )
