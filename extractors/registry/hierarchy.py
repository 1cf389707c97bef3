"""Who may change whom.

A statute is changed by a statute or a resolution of the Assembly only, and no decree by a directive or a notice (Luật
Ban hành văn bản quy phạm pháp luật, điều 8 of 2025). Proposals and reports change nothing themselves; letters and plans
change those of their own type. What is true of each type stands in ``types.csv``.
"""

from __future__ import annotations

from legalkg.extractors.registry.numbers import year_of_number
from legalkg.extractors.registry.types import DocumentType, type_named


def may_change(source: str | None, target: str | None, number: str | None = None) -> bool:
    """Return whether a document of one type can change one of another: a decree cannot amend a law.

    Args:
        source: Type of the document that acts; one that is not known may be any.
        target: Type of the document that is acted on.
        number: Number of the document that acts: a resolution without a year in it is one on administration (71/NQ-CP),
            which changes no legal document.
    """
    if source is None:
        return True
    acting, changed = type_named(source), type_named(target or "")
    changes = acting.changes if acting else ""
    if changes == "nothing" or (changes == "own type" and source != target):
        return False
    if _is_legal(changed) and (changes == "no legal" or _is_administrative(source, number)):
        return False
    return not _is_statute(changed) or changes == "statutes"


def _is_administrative(kind: str, number: str | None) -> bool:
    return kind == "Nghị quyết" and number is not None and year_of_number(number) is None


def _is_legal(kind: DocumentType | None) -> bool:
    return kind is not None and kind.rank != ""


def _is_statute(kind: DocumentType | None) -> bool:
    return kind is not None and kind.rank in ("constitution", "statute")
