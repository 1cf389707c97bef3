"""Lists of documents, one document, finding and searching."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from legalkg.api.citing import citing_documents
from legalkg.api.dependencies import FORMATS, CollectionOf, DocumentOf, SettingsOf, offered, parameters
from legalkg.api.models import CitingDocument, DocumentDetail, DocumentItem, DocumentList, SearchResult
from legalkg.api.pages.document import document_page
from legalkg.api.pages.listing import documents_page
from legalkg.api.paging import Part
from legalkg.api.parameters import Limit, ListParameters, Offset, Paging, Reference, SearchParameters, Words
from legalkg.api.pooled import ListRoute, PooledRoute, SearchRoute
from legalkg.api.problems import problem_responses
from legalkg.api.rdf import document_rdf
from legalkg.kg.collection import Collection
from legalkg.kg.model import CitationView, Document

router = APIRouter(tags=["documents"])
_dear = APIRouter(route_class=PooledRoute)
_lists = APIRouter(route_class=ListRoute)
_searches = APIRouter(route_class=SearchRoute)

_TURTLE: dict[str, Any] = {FORMATS[name]: {} for name in ("turtle", "jsonld", "html")}


@_lists.get(
    "/documents",
    response_model=DocumentList,
    responses={200: {"content": {"text/html": {}}}, **problem_responses(400, 406, 422, 503)},
    summary="List documents",
)
def list_documents(
    request: Request,
    collection: CollectionOf,
    settings: SettingsOf,
    filters: Annotated[ListParameters, Depends(parameters(ListParameters))],
    paging: Annotated[Paging, Depends(parameters(Paging))],
    media_type: Annotated[str, Depends(offered(["json", "html"]))],
) -> object:
    """List documents, the latest first. The Link header leads to the next and the previous part."""
    wanted = asdict(filters)
    part = Part(min(paging.limit, settings.max_results), paging.offset, collection.count(**wanted))
    documents = collection.documents(**wanted, limit=part.limit, offset=part.offset)
    if media_type == FORMATS["html"]:
        wanted.pop("words")
        hits = collection.search(filters.words, 10, **wanted) if filters.words and not part.offset else ()
        return documents_page(request, filters, documents, part, hits)
    found = DocumentList(**asdict(part), documents=tuple(map(DocumentItem.of, documents)))
    return Response(found.model_dump_json(), media_type=media_type, headers=part.headers(request))


@_dear.get(
    "/documents/{id}",
    response_model=DocumentDetail,
    responses={200: {"content": _TURTLE}, **problem_responses(404, 406, 422, 503)},
    summary="One document",
)
def one_document(
    request: Request,
    collection: CollectionOf,
    document: DocumentOf,
    media_type: Annotated[str, Depends(offered(["json", "html", "turtle", "jsonld"]))],
) -> object:
    """Return a document: what its text says it is as JSON, all that is known of it as RDF, or a page to read."""
    if media_type == FORMATS["html"]:
        return document_page(request, collection, document)
    if media_type != FORMATS["json"]:
        return Response(document_rdf(collection, document, media_type), media_type=media_type)
    return _detail(collection, document)


@_dear.get(
    "/documents/{id}/text",
    response_class=PlainTextResponse,
    responses=problem_responses(404, 422, 503),
    summary="Text",
)
def text(collection: CollectionOf, document: DocumentOf) -> PlainTextResponse:
    """Return the text of a held document as it was read; all offsets count its code points."""
    return PlainTextResponse(collection.text(document).text)


@_dear.get(
    "/documents/{id}/citations",
    responses=problem_responses(404, 422, 503),
    summary="What a document cites",
)
def citations(
    request: Request,
    response: Response,
    collection: CollectionOf,
    settings: SettingsOf,
    document: DocumentOf,
    limit: Limit = 1000,
    offset: Offset = 0,
) -> tuple[CitationView, ...]:
    """Return the citations in the text of a document, in its order; none if the text is not held.

    The Link header leads to the next and the previous part.
    """
    found = collection.citations(document)
    part = Part(min(limit, settings.max_citations), offset, len(found))
    response.headers.update(part.headers(request))
    return found[offset : offset + part.limit]


@_dear.get(
    "/documents/{id}/cited-by",
    responses=problem_responses(404, 422, 503),
    summary="Who cites a document",
)
def cited_by(
    request: Request,
    response: Response,
    collection: CollectionOf,
    settings: SettingsOf,
    document: DocumentOf,
    limit: Limit = 50,
    offset: Offset = 0,
) -> list[CitingDocument]:
    """Return the held documents that cite a document, the latest first, with the places where they do.

    The Link header leads to the next and the previous part.
    """
    most = min(limit, settings.max_results)
    total, found = citing_documents(collection, document, most, offset)
    response.headers.update(Part(most, offset, total).headers(request))
    return found


@router.get("/find", response_model=DocumentItem, responses=problem_responses(400, 404, 406, 409, 422),
            summary="Find by number")  # fmt: skip
def find(
    collection: CollectionOf,
    ref: Reference,
    media_type: Annotated[str, Depends(offered(["json", "html"]))],
) -> object:
    """Return the one document that a number or a name means; a browser is led to its page."""
    found = DocumentItem.of(collection.find(ref))
    return RedirectResponse(found.url, status_code=303) if media_type == FORMATS["html"] else found


@_searches.get("/search", responses=problem_responses(400, 422, 503), summary="Search titles and texts")
def search(
    collection: CollectionOf,
    settings: SettingsOf,
    words: Words,
    where: Annotated[SearchParameters, Depends(parameters(SearchParameters))],
    limit: Limit = 20,
    offset: Offset = 0,
) -> SearchResult:
    """Search held documents, with diacritics or without; words in quotation marks are a phrase, no words list all."""
    hits = collection.search(words, min(limit, settings.max_results), offset, **asdict(where))
    return SearchResult(words=words, hits=hits)


for _part in (_lists, _dear, _searches):
    router.include_router(_part)


def _detail(collection: Collection, document: Document) -> DocumentDetail:
    canonical = collection.canonical(document)
    more = DocumentItem.of(canonical) if canonical.iri != document.iri else None
    known = document.model_dump() | {"force": collection.force(document)}
    if not document.held:
        return DocumentDetail(**known, same_as=more)
    extraction = collection.extraction(document)
    length = len(collection.text(document).text)
    return DocumentDetail(
        **known, header=extraction.header, extractor=extraction.extractor, length=length, same_as=more
    )
