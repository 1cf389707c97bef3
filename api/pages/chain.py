"""The page of a chain: the picture, and every step with the words that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse

from legalkg.api.models import document_url
from legalkg.api.pages.quotes import shown_steps
from legalkg.api.pages.render import render
from legalkg.api.paging import Part
from legalkg.kg.collection import Collection
from legalkg.kg.model import Chain, Document
from legalkg.kg.rdf.vocabulary import RELATIONS, RESTS_ON

_STEPS = 100
"""Steps on a page."""
_OF_THE_LIST = frozenset({"lang", "format", "limit", "offset"})
"""Parameters that the picture does not have."""


def chain_page(
    request: Request,
    collection: Collection,
    document: Document,
    chain: Chain,
    relations: Sequence[str] | None,
    offset: int,
) -> HTMLResponse:
    """Show a chain, a part of its steps at a time.

    Args:
        request: What the page answers; its parameters go on to the picture.
        collection: Where the texts are.
        document: Where the chain begins.
        chain: The chain.
        relations: The relations that were followed; None for those of a chain.
        offset: How many steps stand before the first that is shown.
    """
    parameters = [(name, value) for name, value in request.query_params.multi_items() if name not in _OF_THE_LIST]
    part = Part(_STEPS, offset, len(chain.steps))
    return render(
        request,
        "chain.html",
        document=document,
        chain=chain,
        steps=shown_steps(collection, chain.steps[offset : offset + _STEPS], chain.root),
        part=part,
        links=part.links(request),
        relations=tuple(RELATIONS),
        followed=set(relations or RESTS_ON),
        depth=request.query_params.get("depth") or "",
        picture=f"{document_url(document)}/picture?",
        parameters=urlencode(parameters),
    )
