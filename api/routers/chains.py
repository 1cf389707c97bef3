"""Chains: what a document rests on and what carries it out, as data, as a page, as a picture."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from legalkg.api.dependencies import FORMATS, CollectionOf, DocumentOf, LanguageOf, SettingsOf, offered, parameters
from legalkg.api.models import ChainPart, document_url
from legalkg.api.pages.chain import chain_page
from legalkg.api.paging import Part
from legalkg.api.parameters import ChainParameters, StepsPaging
from legalkg.api.pooled import PooledRoute
from legalkg.api.problems import problem_responses
from legalkg.kg.output.visualise import chain_picture, picture_policy

router = APIRouter(tags=["chains"], route_class=PooledRoute)


ChainParametersOf = Annotated[ChainParameters, Depends(parameters(ChainParameters))]


@router.get(
    "/documents/{id}/chain",
    response_model=ChainPart,
    responses={200: {"content": {"text/html": {}}}, **problem_responses(400, 404, 406, 409, 422, 503)},
    summary="The chain of a document",
)
def chain(
    request: Request,
    collection: CollectionOf,
    settings: SettingsOf,
    document: DocumentOf,
    walk: ChainParametersOf,
    part: Annotated[StepsPaging, Depends(parameters(StepsPaging))],
    media_type: Annotated[str, Depends(offered(["json", "html"]))],
) -> object:
    """Return everything reached from a document, every step with its relation and the words that prove it.

    The nearest steps come first; the Link header leads to the next and the previous part.
    """
    found = collection.chain(document, walk.query(collection, settings.max_chain_documents))
    if media_type == FORMATS["html"]:
        return chain_page(request, collection, document, found, walk.relations, part.offset)
    steps = Part(min(part.limit, settings.max_steps), part.offset, len(found.steps))
    shown = ChainPart.of(found, steps)
    return Response(shown.model_dump_json(), media_type=media_type, headers=steps.headers(request))


@router.get(
    "/documents/{id}/picture",
    response_class=HTMLResponse,
    responses=problem_responses(400, 404, 409, 422, 503),
    summary="The chain of a document as a picture",
)
def picture(
    collection: CollectionOf, settings: SettingsOf, language: LanguageOf, document: DocumentOf, walk: ChainParametersOf
) -> HTMLResponse:
    """Return a page that shows the chain as a network; it needs no other file."""
    page = chain_picture(
        collection.chain(document, walk.query(collection, settings.max_chain_documents)),
        language=language,
        max_nodes=settings.max_picture_nodes,
        link=document_url,
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": f"{picture_policy()}; frame-ancestors 'self'"})
