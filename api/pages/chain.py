"""The page of a chain: the picture, and every step with the words that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse

from api.models import document_url
from api.pages.quotes import shown_steps
from api.pages.render import render
from kg.collection import Collection
from kg.model import Chain, Document
from kg.rdf.vocabulary import RELATIONS, RESTS_ON


def chain_page(
    request: Request, collection: Collection, document: Document, chain: Chain, relations: Sequence[str] | None
) -> HTMLResponse:
    """Show a chain.

    Args:
        request: What the page answers; its parameters go on to the picture.
        collection: Where the texts are.
        document: Where the chain begins.
        chain: The chain.
        relations: The relations that were followed; None for those of a chain.
    """
    parameters = [(name, value) for name, value in request.query_params.multi_items() if name not in ("lang", "format")]
    return render(
        request,
        "chain.html",
        document=document,
        chain=chain,
        steps=shown_steps(collection, chain.steps, chain.root),
        relations=tuple(RELATIONS),
        followed=set(relations or RESTS_ON),
        depth=request.query_params.get("depth") or "",
        picture=f"{document_url(document)}/picture?",
        parameters=urlencode(parameters),
    )
