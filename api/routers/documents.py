"""Lists of documents, one document, finding and searching."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from api.citing import citing_documents
from api.dependencies import FORMATS, CollectionOf, DocumentOf, SettingsOf, offered
from api.models import CitingDocument, DocumentDetail, DocumentItem, DocumentList, SearchResult
from api.pages.document import document_page
from api.pages.listing import documents_page
from api.parameters import Filters, Limit, Offset, Paging, Reference, Where, Words
from api.problems import problem_responses
from api.rdf import document_rdf
from kg.collection import Collection
from kg.model import CitationView, Document

router = APIRouter(tags=["documents"])

_TURTLE: dict[str, Any] = {FORMATS[name]: {} for name in ("turtle", "jsonld", "html")}


@router.get(
    "/documents",
    response_model=DocumentList,
    responses={200: {"content": {"text/html": {}}}, **problem_responses(400, 406, 422)},
    summary="List documents",
)
def list_documents(
    request: Request,
    collection: CollectionOf,
    settings: SettingsOf,
    filters: Annotated[Filters, Depends()],
    paging: Annotated[Paging, Depends()],
    media_type: Annotated[str, Depends(offered(["json", "html"]))],
) -> object:
    """List documents, the latest first. The Link header leads to the next and the previous part."""
    wanted = asdict(filters)
    limit = min(paging.limit, settings.max_results)
    total = collection.count(**wanted)
    documents = collection.documents(**wanted, limit=limit, offset=paging.offset)
    links = _links(request, limit, paging.offset, total)
    if media_type == FORMATS["html"]:
        wanted.pop("words")
        hits = collection.search(filters.words, 10, **wanted) if filters.words and not paging.offset else ()
        return documents_page(request, filters, documents, total, paging.offset, links, hits)
    found = DocumentList(
        total=total, limit=limit, offset=paging.offset, documents=tuple(map(DocumentItem.of, documents))
    )
    headers = {"Link": ", ".join(f'<{url}>; rel="{name}"' for name, url in links.items())} if links else {}
    return Response(found.model_dump_json(), media_type=media_type, headers=headers)


@router.get(
    "/documents/{id}",
    response_model=DocumentDetail,
    responses={200: {"content": _TURTLE}, **problem_responses(404, 406)},
    summary="One document",
)
def one_document(
    request: Request,
    collection: CollectionOf,
    document: DocumentOf,
    media_type: Annotated[str, Depends(offered(["json", "html", "turtle", "jsonld"]))],
) -> object:
    """Give a document: what its text says it is as JSON, all that is known of it as RDF, or a page to read."""
    if media_type == FORMATS["html"]:
        return document_page(request, collection, document)
    if media_type != FORMATS["json"]:
        return Response(document_rdf(collection, document, media_type), media_type=media_type)
    return _detail(collection, document)


@router.get("/documents/{id}/text", response_class=PlainTextResponse, responses=problem_responses(404), summary="Text")
def text(collection: CollectionOf, document: DocumentOf) -> PlainTextResponse:
    """Give the text of a held document as it was read; all offsets count its code points."""
    return PlainTextResponse(collection.text(document).text)


@router.get("/documents/{id}/citations", responses=problem_responses(404), summary="What a document cites")
def citations(collection: CollectionOf, document: DocumentOf) -> tuple[CitationView, ...]:
    """Give the citations in the text of a document, in its order; none if the text is not held."""
    return collection.citations(document)


@router.get("/documents/{id}/cited-by", responses=problem_responses(404, 422), summary="Who cites a document")
def cited_by(
    collection: CollectionOf,
    settings: SettingsOf,
    document: DocumentOf,
    limit: Limit = 50,
) -> list[CitingDocument]:
    """Give the held documents that cite a document, the latest first, with the places where they do."""
    return citing_documents(collection, document, min(limit, settings.max_results))[1]


@router.get("/find", response_model=DocumentItem, responses=problem_responses(404, 409, 422), summary="Find by number")
def find(
    collection: CollectionOf,
    ref: Reference,
    media_type: Annotated[str, Depends(offered(["json", "html"]))],
) -> object:
    """Give the one document that a number or a name means; a browser is led to its page."""
    found = DocumentItem.of(collection.find(ref))
    return RedirectResponse(found.url, status_code=303) if media_type == FORMATS["html"] else found


@router.get("/search", responses=problem_responses(400, 422), summary="Search titles and texts")
def search(
    collection: CollectionOf,
    settings: SettingsOf,
    words: Words,
    where: Annotated[Where, Depends()],
    limit: Limit = 20,
    offset: Offset = 0,
) -> SearchResult:
    """Search held documents, with diacritics or without; words in quotation marks are a phrase, no words list all."""
    hits = collection.search(words, min(limit, settings.max_results), offset, **asdict(where))
    return SearchResult(words=words, hits=hits)


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


def _links(request: Request, limit: int, offset: int, total: int) -> dict[str, str]:
    """Give the addresses of the next and the previous part of a list."""

    def address(start: int) -> str:
        url = request.url.include_query_params(limit=limit, offset=start)
        return f"{url.path}?{url.query}"

    links = {}
    if offset + limit < total:
        links["next"] = address(offset + limit)
    if offset > 0:
        links["prev"] = address(max(0, offset - limit))
    return links
