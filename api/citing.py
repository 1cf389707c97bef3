"""Which held documents cite a document, and where."""

from __future__ import annotations

from api.models import CitingDocument, DocumentItem
from kg.collection import Collection
from kg.model import Document


def citing_documents(collection: Collection, document: Document, limit: int) -> tuple[int, list[CitingDocument]]:
    """Find the held documents that cite a document under any of its identities.

    Args:
        collection: Where to look.
        document: The document that is cited.
        limit: Greatest number of documents to give.

    Returns:
        How many there are, and the latest of them with their citations.
    """
    canonical = collection.canonical(document)
    citing = collection.cited_by(canonical)
    given = []
    for one in citing[:limit]:
        citations = (v for v in collection.citations(one) if v.target and collection.canonical(v.target) == canonical)
        given.append(CitingDocument(document=DocumentItem.of(one), citations=tuple(citations)))
    return len(citing), [one for one in given if one.citations]
