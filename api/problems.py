"""Errors as problem details (RFC 9457): one shape for all, one message for people, no traceback."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.routing import Match

from legalkg.api.errors import LimitExceeded, NotAcceptable, ServerBusy, UnreadableText
from legalkg.api.models import DocumentItem
from legalkg.api.negotiation import best_media_type
from legalkg.api.pages.render import render
from legalkg.kg.errors import AmbiguousDocument, LegalkgError, QueryError, StoreError, UnknownDocument
from legalkg.kg.rdf.vocabulary import ROOT

MEDIA_TYPE = "application/problem+json"
_METHODS = ("DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT")
_SCHEMA = "#/components/schemas/{model}"
_LOG = logging.getLogger("legalkg.api")


class WrongInput(BaseModel):
    """What is wrong with one part of a request."""

    where: str = Field(description="The part: 'query.limit'.")
    detail: str


class Problem(BaseModel):
    """Problem details, RFC 9457."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": f"{ROOT}problem/unknown-document",
                    "title": "No such document",
                    "status": 404,
                    "detail": "no document '999-XX/YY'",
                    "instance": "/documents/999-XX",
                    "suggestions": [],
                }
            ]
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    instance: str | None = None
    suggestions: list[DocumentItem] | None = Field(
        default=None, description="The nearest documents, where there is none."
    )
    candidates: list[DocumentItem] | None = Field(default=None, description="All that the reference may mean.")
    errors: list[WrongInput] | None = Field(default=None, description="What is wrong with the request, part by part.")


_KINDS: dict[type[LegalkgError], tuple[int, str, str]] = {
    UnknownDocument: (404, "unknown-document", "No such document"),
    AmbiguousDocument: (409, "ambiguous-document", "Several documents"),
    QueryError: (400, "bad-query", "The query cannot be answered"),
    UnreadableText: (400, "unreadable-text", "The text cannot be read"),
    NotAcceptable: (406, "not-acceptable", "No such format"),
    LimitExceeded: (503, "limit", "The answer takes too much"),
    ServerBusy: (503, "busy", "The server is busy"),
    StoreError: (503, "unavailable", "The collection is not available"),
}


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return what the description of the API is to say of the errors of an operation."""
    return {status: {"description": HTTPStatus(status).phrase} for status in statuses}


def install(app: FastAPI) -> None:
    """Make an application answer with problem details."""
    app.add_exception_handler(LegalkgError, _on_legalkg_error)
    app.add_exception_handler(RequestValidationError, _on_wrong_input)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_defect)
    describe = app.openapi
    app.openapi = lambda: app.openapi_schema or _with_problems(describe())  # type: ignore[method-assign]


def _with_problems(description: dict[str, Any]) -> dict[str, Any]:
    """Make every error in the description of the API a problem."""
    schema = Problem.model_json_schema(mode="serialization", ref_template=_SCHEMA)
    components = description["components"]["schemas"]
    components.update(schema.pop("$defs"), Problem=schema)
    for name in ("HTTPValidationError", "ValidationError"):
        components.pop(name, None)
    for methods in description["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                if status >= "400":
                    answer["content"] = {MEDIA_TYPE: {"schema": {"$ref": _SCHEMA.format(model="Problem")}}}
    return description


# Handlers are coroutines though they wait for nothing: others would each take a thread.


async def _on_legalkg_error(request: Request, error: Exception) -> Response:
    kinds = (kind for kind in type(error).__mro__ if kind in _KINDS)
    status, name, title = _KINDS.get(next(kinds, LegalkgError), (400, "error", "The request cannot be answered"))
    detail = str(error)
    if isinstance(error, StoreError):
        _LOG.error("%s", error)
        detail = "the collection cannot be read now; the server's log says why"
    more: dict[str, Any] = {}
    if isinstance(error, UnknownDocument):
        detail = f"no document {error.reference!r}"
        more["suggestions"] = [DocumentItem.of(document) for document in error.suggestions]
    if isinstance(error, AmbiguousDocument):
        detail = f"{error.reference!r} names several documents"
        more["candidates"] = [DocumentItem.of(document) for document in error.candidates]
    problem = Problem(type=f"{ROOT}problem/{name}", title=title, status=status, detail=detail, **more)
    return problem_answer(request, problem, {"Retry-After": "5"} if status == HTTPStatus.SERVICE_UNAVAILABLE else None)


async def _on_wrong_input(request: Request, error: Exception) -> Response:
    given: Sequence[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    wrong = [WrongInput(where=".".join(map(str, one["loc"])), detail=one["msg"]) for one in given]
    detail = "; ".join(f"{one.where}: {one.detail}" for one in wrong)
    title = "The request is not valid"
    return problem_answer(
        request, Problem(type=f"{ROOT}problem/invalid", title=title, status=422, detail=detail, errors=wrong)
    )


async def _on_http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    title = HTTPStatus(status).phrase
    detail = error.detail if isinstance(error, HTTPException) and error.detail != title else None
    headers = dict((error.headers if isinstance(error, HTTPException) else None) or {})
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods(request))
    return problem_answer(request, Problem(title=title, status=status, detail=detail), headers)


def _methods(request: Request) -> list[str]:
    """Return all methods that an address knows, whichever of its routes has them."""
    routes = request.app.router.routes
    known = [m for m in _METHODS if any(r.matches({**request.scope, "method": m})[0] == Match.FULL for r in routes)]
    if not known:  # what is mounted are files
        known = ["GET"]
    return sorted({*known, *(["HEAD"] if "GET" in known else [])})


async def _on_defect(request: Request, error: Exception) -> Response:
    detail = "a defect of the server; its log says more"
    return problem_answer(request, Problem(title="Internal Server Error", status=500, detail=detail))


def problem_answer(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem as a page for a browser, else as JSON.

    Args:
        request: What it answers.
        problem: The problem.
        headers: Further headers of the answer.
    """
    stated = problem.model_copy(update={"instance": request.url.path})
    if best_media_type(request.headers.get("accept"), (MEDIA_TYPE, "application/json", "text/html")) == "text/html":
        page = render(request, "problem.html", status=problem.status, problem=stated)
        page.headers.update(headers or {})
        return page
    content = stated.model_dump(mode="json", exclude_none=True)
    return JSONResponse(content, problem.status, headers=dict(headers or {}), media_type=MEDIA_TYPE)
