"""The page of one document: what it is, its text with the citations marked, what it rests on, who cites it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse

from legalkg.api.citing import citing_documents
from legalkg.api.models import document_url
from legalkg.api.pages.marking import Segment, mark
from legalkg.api.pages.quotes import ShownStep, citing_places, shown_steps
from legalkg.api.pages.render import render
from legalkg.extractors.model import Header
from legalkg.kg.collection import Collection
from legalkg.kg.model import Direction, Document, Step
from legalkg.kg.rdf.vocabulary import RELATIONS, RESTS_ON

_CITING = 50
"""Most citing documents on a page."""
_STEPS = 50
"""Most steps of a section; the page of the chain has the others."""


@dataclass(frozen=True, slots=True)
class Section:
    """The steps of one kind.

    Attributes:
        steps: The first of them.
        more: How many more there are.
        address: The page that has them all.
    """

    steps: Sequence[ShownStep]
    more: int
    address: str


def document_page(request: Request, collection: Collection, document: Document) -> HTMLResponse:
    """Show a document.

    Args:
        request: What the page answers.
        collection: Where the document is.
        document: The document.
    """
    canonical = collection.canonical(document)
    up, others_up = _sections(collection, canonical, "up")
    down, others_down = _sections(collection, canonical, "down")
    total, citing = citing_documents(collection, document, _CITING)
    return render(
        request,
        "document.html",
        document=document,
        same_as=canonical if canonical.iri != document.iri else None,
        header=collection.extraction(document).header if document.held else Header(),
        force=collection.force(canonical),
        segments=_segments(collection, document),
        up=up,
        down=down,
        others_up=others_up,
        others_down=others_down,
        citing=citing_places(collection, citing),
        citing_total=total,
    )


def _sections(collection: Collection, document: Document, direction: Direction) -> tuple[Section, Section]:
    """Return the steps from ('up') or to ('down') a document: those that a chain follows, and the others."""
    order: list[str] = list(RELATIONS)
    steps = sorted(collection.steps(document, direction), key=lambda step: step.source.date or "", reverse=True)
    steps.sort(key=lambda step: order.index(step.relation))
    return (
        _section(collection, document, direction, [step for step in steps if step.relation in RESTS_ON]),
        _section(collection, document, direction, [step for step in steps if step.relation not in RESTS_ON]),
    )


def _section(collection: Collection, document: Document, direction: Direction, steps: Sequence[Step]) -> Section:
    shown = shown_steps(collection, steps[:_STEPS], document)
    relations = dict.fromkeys(step.relation for step in steps)
    parameters = [("direction", direction), ("depth", "1"), *(("relations", name) for name in relations)]
    return Section(shown, len(steps) - len(shown), f"{document_url(document)}/chain?{urlencode(parameters)}")


def _segments(collection: Collection, document: Document) -> list[Segment]:
    if not document.held:
        return []
    source = collection.text(document)
    return mark(source.text, collection.citations(document), source.pages)
