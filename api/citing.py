"""Which held documents cite a document, and where."""

from __future__ import annotations

from legalkg.api.models import CitingDocument, DocumentItem
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document


def citing_documents(
    collection: Collection, document: Document, limit: int, offset: int = 0
) -> tuple[int, list[CitingDocument]]:
    """Find the held documents that cite a document under any of its identities.

    Args:
        collection: Where to look.
        document: The document that is cited.
        limit: Greatest number of documents to give.
        offset: How many of the latest to leave out.

    Returns:
        How many there are, and the latest of them with their citations.
    """
    canonical = collection.canonical(document)
    given = []
    for one in collection.cited_by(canonical, limit, offset):
        citations = collection.citations(one, canonical)
        given.append(CitingDocument(document=DocumentItem.of(one), citations=citations))
    return collection.count_cited_by(canonical), [one for one in given if one.citations]
