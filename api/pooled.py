"""Routes whose answers are made in a process that can be ended, see :mod:`legalkg.api.workers`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import IO, Any, ClassVar, Literal, TypeVar

from fastapi import HTTPException, Request
from fastapi.responses import Response, StreamingResponse
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect

from legalkg.api.settings import Settings
from legalkg.api.workers.pool import Pool
from legalkg.api.workers.wire import MOST, Asked
from legalkg.api.workers.worker import Answer

PoolName = Literal["documents", "queries", "searches"]
Pools = dict[PoolName, Pool]

_PASSED_ON = frozenset({"accept", "content-type", "cookie", "host"})
"""The headers that decide about an answer."""
_OF_A_BODY = frozenset({"content-length"})
_GONE = 499
"""Status for the log when there is nobody left to answer."""
_T = TypeVar("_T")


class PooledRoute(APIRoute):
    """A route that the server hands to a pool; a worker, which has no pools, answers it itself."""

    pool: ClassVar[PoolName] = "documents"

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        answer_here = super().get_route_handler()

        async def handle(request: Request) -> Response:
            pools: Pools | None = getattr(request.app.state, "pools", None)
            if pools is None or not self.is_dear(request):
                return await answer_here(request)
            try:
                asked = await _asked(request, self.largest_body(request.app.state.settings))
                return _response(await _unless_gone(request, pools[self.pool].answer(asked)))
            except ClientDisconnect:
                return Response(status_code=_GONE)

        return handle

    def is_dear(self, request: Request) -> bool:
        """Return whether a request may cost so much that the server must not answer it itself."""
        return True

    def largest_body(self, settings: Settings) -> int:
        """Return how many bytes a request may have."""
        return 3 * settings.max_query_length  # a form writes a letter of three bytes in nine


class SearchRoute(PooledRoute):
    """A route that searches texts."""

    pool = "searches"


class ListRoute(SearchRoute):
    """A list, which costs little unless words are looked for."""

    def is_dear(self, request: Request) -> bool:
        """Return whether words are looked for."""
        return bool(request.query_params.get("words"))


class QueryRoute(PooledRoute):
    """A route that runs queries of strangers; they wait for one another, and for nobody else."""

    pool = "queries"


class TextRoute(QueryRoute):
    """A route that reads texts and files of strangers, which cost no less than their queries."""

    def largest_body(self, settings: Settings) -> int:
        """Return how many bytes a text or file may have."""
        return settings.max_text_bytes


async def _asked(request: Request, most: int) -> Asked:
    headers = tuple((name, value) for name, value in request.headers.items() if name in _PASSED_ON)
    scope = request.scope
    query = scope["query_string"].decode("latin-1")
    body = await _body(request, most)
    return Asked(scope["method"], scope["path"], query, headers, body)


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise HTTPException(413, f"a request may have {most} bytes")
    return bytes(body)


async def _unless_gone(request: Request, work: Awaitable[_T]) -> _T:
    """Wait for something, and end it when the client has gone."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_until_gone(request))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise ClientDisconnect
    finally:
        for task in (working, leaving):
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(answer: Answer) -> Response:
    response = StreamingResponse(_parts(answer.body), answer.status)
    for name, value in answer.headers:
        if name not in _OF_A_BODY:
            response.headers.append(name, value)
    response.headers["content-length"] = str(answer.size)
    return response


async def _parts(body: IO[bytes]) -> AsyncIterator[bytes]:
    with body:
        while part := body.read(MOST):
            yield part
