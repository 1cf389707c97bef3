"""The page of one document: what it is, its text with the citations marked, what it rests on, who cites it."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import HTMLResponse

from api.citing import citing_documents
from api.pages.marking import Segment, mark
from api.pages.quotes import ShownStep, citing_places, shown_steps
from api.pages.render import render
from extractors.model import Header
from kg.collection import Collection
from kg.model import Direction, Document
from kg.rdf.vocabulary import RELATIONS, RESTS_ON

_CITING = 50
"""Most citing documents on a page."""
_QUOTES = 3
"""Most quotes of each."""


def document_page(request: Request, collection: Collection, document: Document) -> HTMLResponse:
    """Show a document.

    Args:
        request: What the page answers.
        collection: Where the document is.
        document: The document.
    """
    canonical = collection.canonical(document)
    up, others_up = _steps(collection, canonical, "up")
    down, others_down = _steps(collection, canonical, "down")
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
        citing=citing_places(collection, citing, _QUOTES),
        citing_total=total,
    )


def _steps(collection: Collection, document: Document, direction: Direction) -> tuple[list[ShownStep], list[ShownStep]]:
    """Give the steps from ('up') or to ('down') a document: those that a chain follows, and the others."""
    order: list[str] = list(RELATIONS)
    steps = sorted(collection.steps(document, direction), key=lambda step: order.index(step.relation))
    shown = shown_steps(collection, steps, document)
    follows = [one for one in shown if one.step.relation in RESTS_ON]
    return follows, [one for one in shown if one.step.relation not in RESTS_ON]


def _segments(collection: Collection, document: Document) -> list[Segment]:
    if not document.held:
        return []
    source = collection.text(document)
    return mark(source.text, collection.citations(document), source.pages)
