"""Citations that nobody can say the meaning of, names that lead nowhere, and documents of which only a stub is held."""

from __future__ import annotations

from collections.abc import Iterator

from legalkg.kg.database import Database

_STUB = 300
"""A text of fewer code points is hardly a whole document."""


class Unsettled:
    """Reads what of a collection is worth a person's minute."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ambiguous(self) -> Iterator[str]:
        """Return the documents of which some citation may mean several documents."""
        rows = self._database.fetch_all(
            "SELECT DISTINCT source FROM resolutions WHERE outcome = 'ambiguous' ORDER BY source"
        )
        return (str(source) for (source,) in rows)

    def names(self) -> Iterator[tuple[str, int]]:
        """Return the documents that are cited by a name only, and by how many, the most cited first."""
        rows = self._database.fetch_all(
            "SELECT iri, count(*) FROM facts JOIN documents USING (iri) WHERE NOT facts.held AND NOT documents.held "
            "AND number IS NULL AND iri NOT IN (SELECT iri FROM known) GROUP BY iri ORDER BY count(*) DESC, iri"
        )
        return ((str(iri), int(count)) for iri, count in rows)

    def stubs(self) -> Iterator[tuple[str, int]]:
        """Return held documents of which all texts are short, with the length of the longest."""
        rows = self._database.fetch_all(
            "SELECT iri, max(length(text)) FROM extractions JOIN sources ON sources.id = source GROUP BY iri "
            "HAVING max(length(text)) < ? ORDER BY iri",
            (_STUB,),
        )
        return ((str(iri), int(length)) for iri, length in rows)
