"""The terms of the graph: namespaces, classes, properties, and which property stands for which relation.

``data/ontology/legalkg.ttl`` declares every ``kg:`` term; tests check that none is used without.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from pyoxigraph import NamedNode

from legalkg.extractors.registry.relations import RelationName, relations, relations_that
from legalkg.kg.identity.keys import BASE

ROOT: Final = "https://w3id.org/legalkg/"
PREFIXES: Final = {
    "kg": ROOT + "ontology#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "cito": "http://purl.org/spar/cito/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@cache
def term(name: str) -> NamedNode:
    """Return the node of a prefixed name: 'eli:cites'."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


RELATIONS: Final[dict[RelationName, tuple[str, ...]]] = {
    relation.name: relation.properties for relation in relations().values()
}
"""Relation -> its property, then the super-properties that are written out beside it; the store infers nothing."""

RESTS_ON: Final = relations_that(lambda relation: relation.is_followed)
"""The relations that a chain follows."""

CITES: Final[RelationName] = "cites"
"""What each citation states, whatever else the text does with what it cites."""

ACTS: Final = frozenset(RELATIONS) - {CITES}
"""The relations that say more than that a document is cited."""

CHANGES: Final = relations_that(lambda relation: relation.changes_target)
"""The relations that change a document; they hold between provisions, too."""

_RELATION_OF = {term(properties[0]).value: name for name, properties in RELATIONS.items()}


def relation_of(iri: str) -> RelationName:
    """Return the relation that a property stands for."""
    return _RELATION_OF[iri]


# --- nodes of the project's own ---


def document_node(slug: str) -> NamedNode:
    """Return the node of a document from its id."""
    return NamedNode(BASE + slug)


def graph_of(document_iri: str) -> NamedNode:
    """Return the named graph that holds what a document's text says."""
    return NamedNode(ROOT + "graph/" + document_iri.removeprefix(BASE))


def is_document_graph(graph_iri: str) -> bool:
    """Return whether a named graph holds what a document's text says."""
    return graph_iri.startswith(ROOT + "graph/")


def document_of_graph(graph_iri: str) -> str:
    """Return the IRI of the document whose text a named graph comes from."""
    return BASE + graph_iri.removeprefix(ROOT + "graph/")


IDENTITIES: Final = NamedNode(ROOT + "graphs/identities")
"""The graph that links partial identities to fuller ones."""
REGISTER: Final = NamedNode(ROOT + "graphs/register")
"""The graph of what the register says of documents that are cited."""
REVIEW: Final = NamedNode(ROOT + "graphs/review")
"""The graph of what people corrected."""
STATE: Final = NamedNode(ROOT + "graphs/state")
"""The graph that says which archive this store was made from, and how far; it is no part of what is exported."""
