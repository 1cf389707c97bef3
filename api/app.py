"""Composes the server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib import metadata
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.staticfiles import StaticFiles

from api import problems
from api.head import HeadAsGet
from api.query_worker import QueryPool
from api.routers import chains, documents, service, sparql
from api.settings import Settings, read_settings
from kg.collection import Collection

_DESCRIPTION = """What Vietnamese Party and State documents rest on, with the sentence that proves every step.

Errors are problem details (RFC 9457). Offsets count code points in the text of the document that is quoted."""

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept, Cookie",
}


def create_app(settings: Settings | None = None, collection: Collection | None = None) -> FastAPI:
    """Make the server.

    Args:
        settings: Its settings; read from the environment if None.
        collection: The collection in ``settings.store``, already open; opened to read if None, and closed at the end.

    Raises:
        StoreError: The collection cannot be opened.
    """
    settings = settings or read_settings()
    location = settings.location()
    opened = collection or Collection.open(location, read_only=True)
    queries = QueryPool(
        location,
        workers=settings.query_workers,
        timeout=settings.query_timeout,
        memory=settings.query_memory,
    )

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        queries.close()
        if collection is None:
            opened.close()

    app = FastAPI(
        title="legalkg",
        version=metadata.version("legalkg"),
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,  # its page loads scripts from another host
        redoc_url=None,
    )
    app.state.settings, app.state.collection, app.state.queries = settings, opened, queries
    app.middleware("http")(_add_headers)
    app.add_middleware(HeadAsGet)
    problems.install(app)
    for module in (documents, chains, sparql, service):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=str(files("api.pages") / "static")), name="static")
    return app


async def _add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response
