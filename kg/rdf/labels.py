"""Words for relations, in Vietnamese and English."""

from __future__ import annotations

from typing import Literal

from legalkg.extractors.registry.relations import relations

Language = Literal["vi", "en"]


def relation_label(relation: str, language: Language) -> str:
    """Return the words for a relation: 'implements' is 'thực hiện' in Vietnamese."""
    return relations()[relation].labels[language]
