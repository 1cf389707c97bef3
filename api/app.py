"""Composes the server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import metadata
from importlib.resources import files
from math import ceil

from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from legalkg.api import problems
from legalkg.api.guards import AllowedHosts, Headers
from legalkg.api.head import HeadAsGet
from legalkg.api.known_parameters import refuse_unknown_parameters
from legalkg.api.pooled import Pools
from legalkg.api.routers import chains, check, documents, service, sparql
from legalkg.api.settings import Settings
from legalkg.api.workers.pool import Pool
from legalkg.api.workers.worker import Task
from legalkg.kg.collection import Collection
from legalkg.kg.errors import StoreError

_DESCRIPTION = """What Vietnamese Party and State documents rest on, with the sentence that proves every step.

Errors are problem details (RFC 9457). Offsets count code points in the text of the document that is quoted."""

_SLACK = 1 << 20
"""Bytes that the answer to a query may have beyond the place where it is cut."""
_NICE = 5
"""How much documents step back for the server, and queries for documents, where the processor is short."""
_SPARE = 5
"""Seconds after the deadline at which a worker ends itself, should the server be gone that would end it."""
_LOG = logging.getLogger("legalkg.api")


def create_app(settings: Settings | None = None, collection: Collection | None = None) -> FastAPI:
    """Make the server.

    Where its lifespan is run, answers that may cost much are made in processes of their own; else in this one.

    Args:
        settings: Its settings; read from the environment if None.
        collection: The collection in ``settings.store``, already open; opened to read if None, and closed at the end.

    Raises:
        StoreError: The collection cannot be opened.
    """
    settings = settings or Settings.read()
    opened = collection or Collection.open(settings.location(), read_only=True)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.pools = pools = _pools(settings)
        warming = asyncio.create_task(_warm(pools))
        yield
        warming.cancel()
        with suppress(asyncio.CancelledError):
            await warming
        for pool in pools.values():
            await pool.close()
        app.state.pools = None
        if collection is None:
            opened.close()

    app = FastAPI(
        title="legalkg",
        version=metadata.version("legalkg"),
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,  # its page loads scripts from another host
        redoc_url=None,
        redirect_slashes=False,  # leads to whatever host the client names
        dependencies=[Depends(refuse_unknown_parameters)],
    )
    app.state.settings, app.state.collection, app.state.pools = settings, opened, None
    app.add_middleware(HeadAsGet)
    app.add_middleware(AllowedHosts, names=settings.allowed_hosts, address=settings.host)
    app.add_middleware(Headers)
    problems.install(app)
    for module in (documents, chains, check, sparql, service):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=str(files("legalkg.api.pages") / "static")), name="static")
    return app


def _pools(settings: Settings) -> Pools:
    def task(timeout: float, memory: int, niceness: int) -> Task:
        return Task(
            settings=settings.revealed(),
            seconds=ceil(timeout) + _SPARE,
            memory=memory,
            size=settings.max_answer_bytes + _SLACK,
            network=settings.location().endpoint is not None,
            niceness=niceness,
        )

    return {
        "documents": Pool(
            task(settings.document_timeout, settings.document_memory, _NICE),
            workers=settings.document_workers,
            queue=settings.document_queue,
            timeout=settings.document_timeout,
        ),
        "searches": Pool(
            task(settings.search_timeout, settings.document_memory, _NICE),
            workers=settings.search_workers,
            queue=settings.search_queue,
            timeout=settings.search_timeout,
        ),
        "queries": Pool(
            task(settings.query_timeout, settings.query_memory, 2 * _NICE),
            workers=settings.query_workers,
            queue=settings.query_queue,
            timeout=settings.query_timeout,
        ),
    }


async def _warm(pools: Pools) -> None:
    """Start the workers, and say in the log if they can reach the network."""
    try:
        for pool in pools.values():
            await pool.warm()
    except StoreError as error:
        _LOG.error("%s", error)
    if any(pool.wall is None for pool in pools.values()):
        _LOG.warning("nothing but the check of queries keeps them from the network; see docs/security.md")
