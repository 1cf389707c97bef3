"""One document as RDF."""

from __future__ import annotations

import pyoxigraph as ox

from legalkg.kg.collection import Collection
from legalkg.kg.model import Document
from legalkg.kg.rdf.vocabulary import PREFIXES, graph_of

_FORMATS = {"text/turtle": ox.RdfFormat.TURTLE, "application/ld+json": ox.RdfFormat.JSON_LD}


def document_rdf(collection: Collection, document: Document, media_type: str) -> bytes:
    """Write what is known of a document: what its own text says, and what others say of it.

    Args:
        collection: Where to look.
        document: The document.
        media_type: 'text/turtle' or 'application/ld+json'.
    """
    node = ox.NamedNode(document.iri)
    own = collection.store.match(None, None, None, graph_of(document.iri))
    others = collection.store.match(node, None, None, None)
    triples = {quad.triple for found in (own, others) for quad in found}
    written = ox.serialize(sorted(triples, key=str), format=_FORMATS[media_type], prefixes=PREFIXES)
    return written or b""
