"""The page that lists documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

from fastapi import Request
from fastapi.responses import HTMLResponse

from legalkg.api.pages.render import render
from legalkg.api.paging import Part
from legalkg.api.parameters import ListParameters
from legalkg.extractors.registry.types import document_types
from legalkg.kg.model import Document
from legalkg.kg.search.fulltext import SearchHit


@dataclass(frozen=True, slots=True)
class Snippet:
    """A hit of the search in texts: parts of the snippet, every second one a found word."""

    document: Document
    parts: tuple[str, ...]


def documents_page(
    request: Request,
    wanted: ListParameters,
    documents: Sequence[Document],
    part: Part,
    hits: Sequence[SearchHit],
) -> HTMLResponse:
    """Show a part of the list.

    Args:
        request: What the page answers.
        wanted: The filters.
        documents: Those of this part.
        part: Which part of all that fit.
        hits: What the words of the filter find in the texts.
    """
    return render(
        request,
        "documents.html",
        wanted=wanted,
        filtered=any(value is not None for value in astuple(wanted)),
        types=tuple(dict.fromkeys(kind.name for kind in document_types())),
        documents=documents,
        total=part.total,
        offset=part.offset,
        links=part.links(request),
        snippets=[Snippet(hit.document, _parts(hit)) for hit in hits],
    )


def _parts(hit: SearchHit) -> tuple[str, ...]:
    cuts = [hit.start, *(offset for found in hit.marks for offset in found), hit.end]
    pairs = pairwise(cuts)
    return tuple(hit.snippet[start - hit.start : end - hit.start] for start, end in pairs)
