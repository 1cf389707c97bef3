"""Which held documents cite a document, and where."""

from __future__ import annotations

from pyoxigraph import NamedNode

from api.models import CitingDocument, DocumentItem
from kg.collection import Collection
from kg.model import Document
from kg.vocabulary import document_of_graph, term


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
    members = _members(collection, canonical)
    found = {
        document_of_graph(quad.graph_name.value)
        for member in members
        for quad in collection.store.match(None, term("eli:cites"), NamedNode(member))
        if isinstance(quad.graph_name, NamedNode)
    }
    citing = [collection.document(iri) for iri in found - members]
    citing.sort(key=lambda one: (one.date or "", one.id), reverse=True)
    given = []
    for one in citing[:limit]:
        citations = (view for view in collection.citations(one) if view.target and view.target.iri in members)
        given.append(CitingDocument(document=DocumentItem.of(one), citations=tuple(citations)))
    return len(citing), [one for one in given if one.citations]


def _members(collection: Collection, canonical: Document) -> set[str]:
    """Give the IRIs of all identities of a document."""
    same = collection.store.match(None, term("kg:sameDocumentAs"), NamedNode(canonical.iri))
    return {canonical.iri, *(quad.subject.value for quad in same if isinstance(quad.subject, NamedNode))}
