"""What the service says of itself: health, the public format, the ontology."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import Any

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from legalkg.api.dependencies import CollectionOf
from legalkg.api.models import Health, Readiness
from legalkg.api.pages.render import render
from legalkg.api.pooled import Pools
from legalkg.api.problems import problem_responses
from legalkg.api.routers.sparql import EXAMPLE
from legalkg.extractors.model import json_schema
from legalkg.extractors.resources import data_path
from legalkg.kg.errors import StoreError
from legalkg.kg.rdf.concepts import registry_rdf

router = APIRouter(tags=["service"])

_THREADS = 2


@router.get("/", include_in_schema=False)
def start() -> RedirectResponse:
    """Lead to the list of documents."""
    return RedirectResponse("/documents")


@router.get("/about", response_class=HTMLResponse, include_in_schema=False)
def about(request: Request) -> HTMLResponse:
    """Show what the service offers to programs."""
    return render(request, "about.html", example=EXAMPLE)


@router.get("/health", responses=problem_responses(422, 503), summary="Health")
async def health(request: Request, collection: CollectionOf) -> Health:
    """Tell that the collection can be read and searched, and how much it holds."""

    def look() -> Health:
        for part, failure in collection.check().items():
            if failure:
                raise StoreError(f"{part}: {failure}")
        held = collection.count(held=True)
        return Health(version=metadata.version("legalkg"), documents=collection.count(), held=held)

    return await to_thread.run_sync(look, limiter=_own_threads(request))


@router.get(
    "/ready",
    response_model=Readiness,
    responses={503: {"description": "Not ready", "model": Readiness}, **problem_responses(422)},
    summary="Readiness, part by part",
)
async def ready(request: Request, collection: CollectionOf) -> Response:
    """Tell which parts of the server work, and whether a second wall keeps queries from the network."""
    found = await to_thread.run_sync(collection.check, limiter=_own_threads(request))
    works = {part: failure is None for part, failure in found.items()}
    state = Readiness(status="ready" if all(works.values()) else "not ready", **works, wall=_wall(request))
    return Response(state.model_dump_json(), 200 if all(works.values()) else 503, media_type="application/json")


def _own_threads(request: Request) -> CapacityLimiter:
    """Return the threads of these routes alone, so that they answer though all others are at work."""
    state = request.app.state
    if not hasattr(state, "own_threads"):
        state.own_threads = CapacityLimiter(_THREADS)
    limiter: CapacityLimiter = state.own_threads
    return limiter


def _wall(request: Request) -> str:
    pools: Pools | None = request.app.state.pools
    if pools is None:
        return "none"
    return pools["queries"].wall or ("unknown" if pools["queries"].is_new else "none")


@router.get("/schema", summary="The public format")
def schema() -> dict[str, Any]:
    """Return the JSON Schema of what is said about one document after it has been read."""
    return json_schema()


@router.get("/ontology", response_class=FileResponse, responses={200: {"content": {"text/turtle": {}}}},
            summary="The ontology")  # fmt: skip
def ontology() -> FileResponse:
    """Return the ontology in Turtle."""
    return FileResponse(data_path("ontology/legalkg.ttl"), media_type="text/turtle")


@router.get("/registry", response_class=Response, responses={200: {"content": {"text/turtle": {}}}},
            summary="The registry")  # fmt: skip
def registry() -> Response:
    """Return types, organs, provinces, terms and known documents in Turtle (SKOS, ORG, ELI)."""
    return Response(_registry(), media_type="text/turtle")


@cache
def _registry() -> bytes:
    return registry_rdf()
