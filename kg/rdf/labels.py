"""Words for relations, in Vietnamese and English, as the ontology has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import pyoxigraph as ox

from extractors.resources import data_path
from kg.rdf.vocabulary import RELATIONS, term

Language = Literal["vi", "en"]


def relation_label(relation: str, language: Language) -> str:
    """Give the words for a relation: 'implements' is 'thực hiện' in Vietnamese."""
    return _labels()[relation, language]


@cache
def _labels() -> Mapping[tuple[str, str], str]:
    ontology = data_path("ontology/legalkg.ttl").read_bytes()
    words = {
        (triple.subject, triple.object.language): triple.object.value
        for triple in ox.parse(ontology, format=ox.RdfFormat.TURTLE)
        if triple.predicate == term("rdfs:label") and isinstance(triple.object, ox.Literal)
    }
    return {
        (relation, language): words[term(properties[0]), language]
        for relation, properties in RELATIONS.items()
        for language in ("vi", "en")
    }
