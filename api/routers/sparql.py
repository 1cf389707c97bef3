"""The SPARQL 1.1 Protocol, for queries only."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Header, HTTPException, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from api.dependencies import QueriesOf, SettingsOf
from api.negotiation import best_media_type
from api.problems import problem_responses
from api.query_process import Query as SparqlQuery
from api.query_worker import QueryPool
from api.settings import Settings
from kg.errors import QueryError
from kg.store.sparql import GRAPH_FORMATS, SOLUTION_FORMATS

router = APIRouter(tags=["SPARQL"])

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_ALIASES = {"application/json": "application/sparql-results+json", "application/xml": "application/sparql-results+xml"}
EXAMPLE = "SELECT DISTINCT ?document ?number WHERE { ?document kg:restsOn ?other ; eli:id_local ?number } LIMIT 10"
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The answer.", "content": {name: {} for name in (*SOLUTION_FORMATS, *GRAPH_FORMATS)}},
    **problem_responses(400, 403, 406, 413, 415, 503),
}
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
def sparql_get(
    request: Request,
    queries: QueriesOf,
    settings: SettingsOf,
    query: Annotated[str | None, Query(description="SELECT, ASK, CONSTRUCT or DESCRIBE.", examples=[EXAMPLE])] = None,
    accept: Accept = None,
) -> Response:
    """Answer a query that reads, over all graphs together. The prefixes of the ontology need no declaration.

    Each document that cites another states that other's facts in a graph of its own. Over all graphs together such a
    statement counts once for each graph: ask with DISTINCT, COUNT(DISTINCT …), or within one GRAPH.
    """
    parameters = {name: request.query_params.getlist(name) for name in request.query_params}
    return _run(queries, settings, _only_query(parameters), accept)


@router.post("/sparql", response_class=Response, responses=_RESPONSES, summary="Ask in SPARQL", openapi_extra=_BODY)
async def sparql_post(request: Request, queries: QueriesOf, settings: SettingsOf, accept: Accept = None) -> Response:
    """Answer a query in the body, as a form or as it is."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == _UPDATE:
        raise HTTPException(403, "updates are not allowed: queries only read")
    if content_type not in (_FORM, _QUERY):
        raise HTTPException(415, f"send the query as {_QUERY} or as {_FORM}")
    body = await _body(request, settings.max_query_length)
    address = {name: request.query_params.getlist(name) for name in request.query_params}
    given = {**address, **(parse_qs(body) if content_type == _FORM else {"query": [body]})}
    return await run_in_threadpool(_run, queries, settings, _only_query(given), accept)


def _only_query(parameters: dict[str, list[str]]) -> str:
    if "update" in parameters:
        raise HTTPException(403, "updates are not allowed: queries only read")
    if parameters.keys() & {"default-graph-uri", "named-graph-uri"}:
        raise QueryError("graphs are chosen in the query, with GRAPH or FROM, not in the request")
    given = parameters.get("query", [])
    if len(given) != 1 or not given[0].strip():
        raise QueryError("give one query, in the parameter 'query'")
    return given[0]


async def _body(request: Request, most: int) -> str:
    # A form writes a letter of three bytes in nine.
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > 3 * most:
            raise _too_long(most)
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise QueryError("the query is not UTF-8") from None


def _run(queries: QueryPool, settings: Settings, sparql: str, accept: str | None) -> Response:
    if len(sparql.encode(errors="replace")) > settings.max_query_length:
        raise _too_long(settings.max_query_length)
    solutions = best_media_type(accept, (*SOLUTION_FORMATS, *_ALIASES))
    query = SparqlQuery(
        sparql,
        _ALIASES.get(solutions, solutions) if solutions else None,
        best_media_type(accept, tuple(GRAPH_FORMATS)),
    )
    answer = queries.run(query)
    return Response(answer.body, media_type=answer.media_type, headers={"Vary": "Accept"})


def _too_long(most: int) -> HTTPException:
    return HTTPException(413, f"a query may have {most} bytes")
