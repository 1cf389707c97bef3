"""The SPARQL 1.1 Protocol, for queries only."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated, Any, BinaryIO, cast
from urllib.parse import parse_qs

from fastapi import APIRouter, Header, HTTPException, Query, Request
from fastapi.responses import Response, StreamingResponse

from legalkg.api.dependencies import CollectionOf, SettingsOf
from legalkg.api.errors import NotAcceptable
from legalkg.api.negotiation import best_media_type
from legalkg.api.pooled import QueryRoute
from legalkg.api.problems import problem_responses
from legalkg.api.settings import Settings
from legalkg.kg.collection import Collection
from legalkg.kg.errors import QueryError
from legalkg.kg.store.results import GRAPHS, TABLES, AnswerLimits

router = APIRouter(tags=["SPARQL"], route_class=QueryRoute)

TRUNCATED = "Legalkg-Truncated"
"""Header of an answer that was cut; it says where."""
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_ALIASES = {"application/json": "application/sparql-results+json", "application/xml": "application/sparql-results+xml"}
_IN_MEMORY = 1 << 20
_PART = 1 << 16
EXAMPLE = "SELECT DISTINCT ?document ?number WHERE { ?document kg:restsOn ?other ; eli:id_local ?number } LIMIT 10"
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer.",
        "content": {name: {} for name in (*TABLES, *GRAPHS, *_ALIASES)},
        "headers": {
            TRUNCATED: {"description": "Only where the answer was cut: 'cut after 100000 rows'.",
                        "schema": {"type": "string"}}
        },
    },
    **problem_responses(400, 403, 406, 413, 415, 422, 503),
}  # fmt: skip
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            _QUERY: {"schema": {"type": "string"}, "example": EXAMPLE},
            _FORM: {
                "schema": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]},
                "example": {"query": EXAMPLE},
            },
        },
    }
}
Accept = Annotated[str | None, Header(include_in_schema=False)]


@router.get("/sparql", response_class=Response, responses=_RESPONSES, summary="Ask in SPARQL")
async def sparql_get(
    request: Request,
    collection: CollectionOf,
    settings: SettingsOf,
    query: Annotated[str | None, Query(description="SELECT, ASK, CONSTRUCT or DESCRIBE.", examples=[EXAMPLE])] = None,
    accept: Accept = None,
) -> Response:
    """Answer a query that reads, over all graphs together. The prefixes of the ontology need no declaration.

    Each document that cites another states that other's facts in a graph of its own. Over all graphs together such a
    statement counts once for each graph: ask with DISTINCT, COUNT(DISTINCT …), or within one GRAPH.
    """
    return _run(collection, settings, _only_query(_in_address(request)), accept)


@router.post("/sparql", response_class=Response, responses=_RESPONSES, summary="Ask in SPARQL", openapi_extra=_BODY)
async def sparql_post(
    request: Request,
    collection: CollectionOf,
    settings: SettingsOf,
    query: Annotated[str | None, Query(description="Instead of a query in the body.")] = None,
    accept: Accept = None,
) -> Response:
    """Answer a query in the body, as a form or as it is."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == _UPDATE:
        raise HTTPException(403, "updates are not allowed: queries only read")
    if content_type not in (_FORM, _QUERY):
        raise HTTPException(415, f"send the query as {_QUERY} or as {_FORM}")
    try:
        body = (await request.body()).decode()
    except UnicodeDecodeError:
        raise QueryError("the query is not UTF-8") from None
    given = {**_in_address(request), **(parse_qs(body) if content_type == _FORM else {"query": [body]})}
    return _run(collection, settings, _only_query(given), accept)


def _in_address(request: Request) -> dict[str, list[str]]:
    return {name: request.query_params.getlist(name) for name in request.query_params}


def _only_query(parameters: dict[str, list[str]]) -> str:
    if "update" in parameters:
        raise HTTPException(403, "updates are not allowed: queries only read")
    if parameters.keys() & {"default-graph-uri", "named-graph-uri"}:
        raise QueryError("graphs are chosen in the query, with GRAPH or FROM, not in the request")
    given = parameters.get("query", [])
    if len(given) != 1 or not given[0].strip():
        raise QueryError("give one query, in the parameter 'query'")
    return given[0]


# Answers of the store belong to one thread, that of the event loop, which has nothing else to do in a worker.


def _run(collection: Collection, settings: Settings, sparql: str, accept: str | None) -> Response:
    if len(sparql.encode(errors="replace")) > settings.max_query_length:
        raise HTTPException(413, f"a query may have {settings.max_query_length} bytes")
    result = collection.query(sparql, nesting=settings.max_query_nesting)
    offers = tuple(GRAPHS) if result.kind == "graph" else (*TABLES, *_ALIASES)
    chosen = best_media_type(accept, offers)
    if chosen is None:
        raise NotAcceptable(f"an answer of kind {result.kind!r} is offered as {', '.join(offers)}")
    media_type = _ALIASES.get(chosen, chosen)
    spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (who sends it closes it)
    limits = AnswerLimits(rows=settings.max_query_rows, size=settings.max_answer_bytes)
    cut = result.write(media_type, cast("BinaryIO", spool), limits)
    spool.seek(0)
    headers = {"Vary": "Accept"} | ({TRUNCATED: cut} if cut else {})
    return StreamingResponse(_parts(spool), media_type=media_type, headers=headers)


def _parts(spool: IO[bytes]) -> Iterator[bytes]:
    with spool:
        while part := spool.read(_PART):
            yield part
