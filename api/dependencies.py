"""What the routes ask for: the collection, a document, the language, the format."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Depends, Header, Path, Query, Request

from legalkg.api.errors import NotAcceptable
from legalkg.api.negotiation import best_media_type
from legalkg.api.settings import Settings
from legalkg.kg.collection import Collection
from legalkg.kg.errors import UnknownDocument
from legalkg.kg.model import Document
from legalkg.kg.rdf.labels import Language

PageFormat = Literal["json", "html", "turtle", "jsonld"]
FORMATS: dict[PageFormat, str] = {
    "json": "application/json",
    "html": "text/html",
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
}


_T = TypeVar("_T")
_LANGUAGES: dict[str, Language] = {"vi": "vi", "en": "en"}


# What only looks something up is a coroutine: a plain function would be handed to a thread and back.
async def _collection(request: Request) -> Collection:
    collection: Collection = request.app.state.collection
    return collection


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


CollectionOf = Annotated[Collection, Depends(_collection)]
SettingsOf = Annotated[Settings, Depends(_settings)]


def _document(
    collection: CollectionOf,
    id: Annotated[  # noqa: A002
        str,
        Path(
            description="Id of a document, the last part of its IRI.",
            max_length=300,
            examples=["cong-van_782-cv-du_2024_so-giao-duc-va-dao-tao-ho-chi-minh"],
        ),
    ],
) -> Document:
    """Return the document of an address; what is no id, but means a document, is an error that suggests it."""
    try:
        return collection.document(id)
    except UnknownDocument:
        raise UnknownDocument(id, [collection.find(id)]) from None


DocumentOf = Annotated[Document, Depends(_document)]


def offered(formats: Sequence[PageFormat]) -> Callable[..., Awaitable[str]]:
    """Make a dependency that gives the media type to answer with.

    Args:
        formats: What the route can write, in its own order of preference.
    """

    async def choose(
        format: PageFormat | None = None,  # noqa: A002
        accept: Annotated[str | None, Header(include_in_schema=False)] = None,
    ) -> str:
        offers = [FORMATS[name] for name in formats]
        chosen = FORMATS[format] if format else best_media_type(accept, offers)
        if chosen is None:
            raise NotAcceptable(f"this is offered as {', '.join(offers)}")
        return chosen

    # A route's description names just what it offers.
    described = Query(description="Goes before the Accept header.")
    choose.__annotations__["format"] = Annotated[Literal[tuple(formats)] | None, described]
    return choose


def language_of(request: Request) -> Language:
    """Return the language of a page: as asked (``?lang=``), as asked before (a cookie), else Vietnamese."""
    asked = _LANGUAGES.get(request.query_params.get("lang", ""))
    return asked or _LANGUAGES.get(request.cookies.get("lang", ""), "vi")


def parameters(kind: type[_T]) -> Callable[..., Awaitable[_T]]:
    """Return a dependency that gives the parameters of a request as one object.

    Args:
        kind: Its class, whose fields are the parameters.
    """

    async def given(**values: Any) -> _T:
        return kind(**values)

    vars(given)["__signature__"] = inspect.signature(kind, eval_str=True)
    return given


async def _language(request: Request) -> Language:
    return language_of(request)


LanguageOf = Annotated[Language, Depends(_language)]
