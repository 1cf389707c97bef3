"""Texts that are not held: read, their citations looked up, and checked before they are signed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from pydantic import RootModel

from legalkg.api.dependencies import CollectionOf
from legalkg.api.models import LookedUp
from legalkg.api.parameters import Day
from legalkg.api.pooled import TextRoute
from legalkg.api.problems import problem_responses
from legalkg.api.texts import DraftInput, GivenText, TextInput, given, text_body
from legalkg.extractors.model import Extraction
from legalkg.extractors.pipeline import extract
from legalkg.kg.check.check import check
from legalkg.kg.check.lookup import look_up
from legalkg.kg.check.model import CheckedText

router = APIRouter(tags=["texts"], route_class=TextRoute)

_PROBLEMS: dict[int | str, dict[str, Any]] = problem_responses(400, 413, 415, 422, 503)
_LookedUpList = RootModel[tuple[LookedUp, ...]]
_TextOf = Annotated[GivenText, Depends(given(TextInput))]


@router.post(
    "/check",
    response_model=CheckedText,
    responses=_PROBLEMS,
    summary="Check a draft before it is signed",
    openapi_extra=text_body(DraftInput),
)
def check_text(
    collection: CollectionOf,
    draft: Annotated[GivenText, Depends(given(DraftInput))],
    as_of: Annotated[Day, Query(description="Of a file: the day on which documents have to be in force.")] = None,
) -> Response:
    """Tell of each citation in a text whether the document is known here, rightly cited, and in force.

    Nothing of the text is kept. A check that could not be made is said: not-checked. That a document is not in this
    collection does not say that there is none.
    """
    day = draft.sent.as_of if isinstance(draft.sent, DraftInput) else None
    return _json(check(collection, draft.source, day or as_of).model_dump_json())


@router.post(
    "/citation-lookup",
    response_model=list[LookedUp],
    responses=_PROBLEMS,
    summary="Look up the citations of a text",
    openapi_extra=text_body(),
)
def citation_lookup(collection: CollectionOf, text: _TextOf) -> Response:
    """Return each place where a text names a document, and which document of this server it means."""
    found = tuple(LookedUp.of(collection, one) for one in look_up(collection, text.source))
    return _json(_LookedUpList(found).model_dump_json())


@router.post(
    "/extract",
    response_model=Extraction,
    responses=_PROBLEMS,
    summary="Read a text",
    openapi_extra=text_body(),
)
def extract_text(text: _TextOf) -> Response:
    """Return what a text is, what it cites and how, in the public format; nothing of it is kept."""
    return _json(extract(text.source).model_dump_json())


def _json(body: str) -> Response:
    return Response(body, media_type="application/json")
