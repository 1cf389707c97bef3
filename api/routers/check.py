"""Texts that are not held: their citations against what is known, before they are signed."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from legalkg.api.dependencies import CollectionOf
from legalkg.api.pooled import TextRoute
from legalkg.api.problems import problem_responses
from legalkg.api.texts import GivenTextOf, text_body
from legalkg.extractors.model import Extraction
from legalkg.extractors.pipeline import extract
from legalkg.kg.check.check import check
from legalkg.kg.check.model import CheckedText

router = APIRouter(tags=["texts"], route_class=TextRoute)

_PROBLEMS: dict[int | str, dict[str, Any]] = problem_responses(400, 413, 415, 422, 503)


@router.post(
    "/check",
    response_model=CheckedText,
    responses=_PROBLEMS,
    summary="Check a draft before it is signed",
    openapi_extra=text_body(),
)
def check_text(collection: CollectionOf, given: GivenTextOf) -> Response:
    """Tell of each citation in a text whether the document is known here, rightly cited, and in force.

    Nothing of the text is kept. A check that could not be made is said: not-checked. That a document is not in this
    collection does not say that there is none.
    """
    return _json(check(collection, given.source, given.as_of))


@router.post(
    "/extract",
    response_model=Extraction,
    responses=_PROBLEMS,
    summary="Read a text",
    openapi_extra=text_body(),
)
def extract_text(given: GivenTextOf) -> Response:
    """Return what a text is, what it cites and how, in the public format; nothing of it is kept."""
    return _json(extract(given.source))


def _json(found: CheckedText | Extraction) -> Response:
    return Response(found.model_dump_json(), media_type="application/json")
