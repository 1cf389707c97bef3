"""Where people mean a citation: by words in it, by the number it cites, or by where it stands ('@1234')."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from legalkg.extractors.model import THIS, Mention
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import fold
from legalkg.kg.archive.documents import StoredDocument
from legalkg.kg.errors import LegalkgError, UnknownDocument
from legalkg.kg.open_parts import Parts
from legalkg.kg.rdf.vocabulary import RELATIONS

_SHOWN = 6


class ReviewError(LegalkgError):
    """A correction that cannot be made."""


@dataclass(frozen=True, slots=True)
class CitationPlace:
    """A citation in a held document: its IRI, its text, and the first mention of what is cited."""

    iri: str
    held: StoredDocument
    mention: Mention

    @property
    def quote(self) -> str:
        """The words."""
        return self.held.source.text[self.mention.start : self.mention.end]

    @property
    def relations(self) -> list[str]:
        """The relations from the document itself to what is cited."""
        ends = (THIS, self.mention.document)
        return [r.relation for r in self.held.extraction.relations if (r.source, r.target) == ends]

    @property
    def anchor(self) -> dict[str, str | int]:
        """What a correction keeps, to find the place again."""
        return {
            "document": self.iri,
            "sha256": self.held.sha256,
            "quote": self.quote,
            "start": self.mention.start,
        }

    def stated(self, relation: str) -> str:
        """Return a relation that the citation states, by its name.

        Raises:
            ReviewError: It does not state it.
        """
        if relation not in RELATIONS:
            raise ReviewError(f"unknown relation {relation!r}: choose one of {', '.join(RELATIONS)}")
        if relation not in self.relations:
            raise ReviewError(f"{self.quote!r} states no such relation, only: {', '.join(self.relations) or 'none'}")
        return relation


class CitationPlaces:
    """Finds what people mean in the held documents of a collection."""

    def __init__(self, parts: Parts) -> None:
        self._archive = parts.tables.archive
        self._catalogue = parts.tables.catalogue
        self._finder = parts.finder

    def find(self, document: str, citation: str) -> CitationPlace:
        """Find the one cited document that is meant in a held one.

        Args:
            document: The citing document: number, name, id or IRI.
            citation: Words of the citation, the number it cites, or '@' and its offset.

        Raises:
            ReviewError: Nothing is cited so, or several documents are.
            UnknownDocument: There is no such document, or its text is not held.
        """
        found = self._finder.find(document)
        held = self._archive.held(found.iri)
        if held is None:
            raise UnknownDocument(found.id)
        cited = {one.id: one.number for one in held.extraction.documents}
        mentions = [mention for mention in held.extraction.mentions_in_order() if mention.document != THIS]
        key = number_key(citation)
        meant = [m for m in mentions if key and number_key(cited.get(m.document) or "") == key]
        meant = meant or [m for m in mentions if _is_at(m, citation) or _says(m, citation)]
        if len({mention.document for mention in meant}) == 1:
            return CitationPlace(found.iri, held, meant[0])
        known = "; ".join(f"@{m.start} {' '.join(m.text.split())!r}" for m in (meant or mentions)[:_SHOWN])
        what = "names several documents, give where it stands" if meant else "is not cited"
        raise ReviewError(f"{citation!r} {what} in {found.id}; citations: {known or 'none'}")

    def naming(self, source: str, targets: Collection[str]) -> Iterator[CitationPlace]:
        """Return the places at which a held document first cites any of some documents, by their IRIs."""
        held = self._archive.held(source)
        resolved = self._catalogue.resolutions(source)
        meant = {cited for cited, found in resolved.items() if found.target in targets}
        seen: set[str] = set()
        for mention in sorted(held.extraction.mentions, key=lambda one: one.start) if held else ():
            if held and mention.document in meant - seen:
                seen.add(mention.document)
                yield CitationPlace(source, held, mention)


def _is_at(mention: Mention, citation: str) -> bool:
    place = citation.strip().removeprefix("@")
    return place != citation.strip() and place.isdigit() and mention.start == int(place)


def _says(mention: Mention, citation: str) -> bool:
    """Return whether words stand in a mention, blanks and case aside; '5-CT' does not stand in '25-CT'."""
    words, text = (re.sub(r"\s+", "", fold(found)) for found in (citation, mention.text))
    return bool(words) and re.search(r"(?<!\d)" + re.escape(words), text) is not None
