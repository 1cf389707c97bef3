"""Chains: what a document rests on and what carries it out, as data, as a page, as a picture."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from api.dependencies import FORMATS, CollectionOf, DocumentOf, LanguageOf, SettingsOf, offered
from api.models import document_url
from api.pages.chain import chain_page
from api.parameters import Walk
from api.problems import problem_responses
from kg.model import Chain
from kg.output.visualise import chain_picture, picture_policy

router = APIRouter(tags=["chains"])


WalkOf = Annotated[Walk, Depends()]


@router.get(
    "/documents/{id}/chain",
    response_model=Chain,
    responses={200: {"content": {"text/html": {}}}, **problem_responses(404, 406, 409, 422)},
    summary="The chain of a document",
)
def chain(
    request: Request,
    collection: CollectionOf,
    document: DocumentOf,
    walk: WalkOf,
    media_type: Annotated[str, Depends(offered(["json", "html"]))],
) -> object:
    """Give everything reached from a document, every step with its relation and the words that prove it."""
    found = walk.chain(collection, document)
    if media_type == FORMATS["html"]:
        return chain_page(request, collection, document, found, walk.relations)
    return Response(found.model_dump_json(), media_type=media_type)


@router.get(
    "/documents/{id}/picture",
    response_class=HTMLResponse,
    responses=problem_responses(404, 409, 422),
    summary="The chain of a document as a picture",
)
def picture(
    collection: CollectionOf, settings: SettingsOf, language: LanguageOf, document: DocumentOf, walk: WalkOf
) -> HTMLResponse:
    """Give a page that shows the chain as a network; it needs no other file."""
    page = chain_picture(
        walk.chain(collection, document),
        language=language,
        max_nodes=settings.max_picture_nodes,
        link=document_url,
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": f"{picture_policy()}; frame-ancestors 'self'"})
