"""From when documents have effect, and which later versions of a statute there are, as texts and the register say."""

from __future__ import annotations

from collections.abc import Sequence

from legalkg.extractors.registry.types import types_that
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.identity.keys import name_key
from legalkg.kg.identity.known_documents import Candidate
from legalkg.kg.model import Document

_VERSIONED = types_that(lambda kind: kind.has_versions)
"""Types whose later version of the same name takes the place of the earlier."""
_AMENDING = "sửa đổi"


class Effects:
    """Answers for the documents of a collection."""

    def __init__(self, tables: Tables) -> None:
        self._catalogue = tables.catalogue
        self._known_documents = tables.known_documents
        self._same_as = tables.same_as

    def day(self, document: Document) -> str | None:
        """Return the first day of a document's effect, as its text or the register says."""
        members = self._same_as.members(document.iri)
        return next((day for iri in members if (day := self._catalogue.effective(iri))), None)

    def later_versions(self, document: Document) -> Sequence[Candidate]:
        """Return the later versions of a statute that the register knows, the next one first.

        Laws that amend others bear one name without being versions of one another.
        """
        own = self._known_documents.entry(document.iri)
        name = own.facts.name if own else None
        if own is None or not name or own.facts.type not in _VERSIONED or _AMENDING in name:
            return ()
        versions = self._known_documents.under(name_key(name))
        later = [v for v in versions if v.facts.name == name and (v.facts.date or "") > (own.facts.date or "9999")]
        return sorted(later, key=lambda version: version.facts.date or "")
