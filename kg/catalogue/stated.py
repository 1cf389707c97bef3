"""What is stated of a document, and by whom: by its own text, by the register, by those who cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legalkg.extractors.model import Extraction
from legalkg.kg.archive.documents import StoredDocument
from legalkg.kg.catalogue.facts import as_facts
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.identity.keys import DocumentFacts
from legalkg.kg.model import Document, Quote, StatedValue

_MOST_CITING = 1000
"""So many of those who cite a document are asked what they say of it."""


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """What a source says of a document.

    Attributes:
        source: IRI of the document that says so; None for the register.
        iri: The document of which it is said.
        facts: What is said.
        by_number: Whether the number says it, not words of the text.
    """

    source: str | None
    iri: str
    facts: DocumentFacts
    by_number: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the document says it of itself."""
        return self.source == self.iri


class Statements:
    """Finds who states what of a document, and the words."""

    def __init__(self, tables: Tables) -> None:
        self._database = tables.database
        self._known_documents = tables.known_documents
        self._archive = tables.archive
        self._catalogue = tables.catalogue
        self._same_as = tables.same_as

    def of(self, iri: str, *, without: str = "") -> tuple[StatedFacts, ...]:
        """Return what is stated of a document: first by its own text, then by the register, then by those who cite it.

        Args:
            iri: The document; what is said of it under its other identities counts.
            without: IRI of a document that is not asked.
        """
        members = self._same_as.members(self._same_as.canonical(iri)) or (iri,)
        found = [stated for member in members for stated in self._of_member(member, without)]
        return tuple(sorted(found, key=lambda one: (not one.is_own, one.source is not None)))

    def _of_member(self, iri: str, without: str) -> Iterator[StatedFacts]:
        known = self._known_documents.entry(iri)
        if known:
            yield StatedFacts(None, iri, known.facts)
        own = "SELECT source, facts FROM facts WHERE source = ? AND iri = ? AND held"
        citing = "SELECT source, facts FROM facts WHERE iri = ? AND NOT held LIMIT ?"
        rows = [*self._database.fetch_all(own, (iri, iri)), *self._database.fetch_all(citing, (iri, _MOST_CITING))]
        yield from (StatedFacts(source, iri, as_facts(facts)) for source, facts in rows if source != without)

    def value(self, stated: StatedFacts, fact: str) -> StatedValue:
        """Return what a source says of one fact, with its words."""
        source = self.source(stated)
        return StatedValue(value=getattr(stated.facts, fact), document=source, quote=self.quote(stated, fact))

    def source(self, stated: StatedFacts) -> Document | None:
        """Return the document that says something; None for the register."""
        return self._catalogue.describe(stated.source) if stated.source else None

    def quote(self, stated: StatedFacts, fact: str) -> Quote | None:
        """Return the words with which a text states a fact: of itself above, of others where it names them."""
        source = self.source(stated)
        held = self._archive.held(source.iri) if source else None
        place = self._place(held, stated, "number" if stated.by_number else fact) if held else None
        if source is None or held is None or place is None:
            return None
        return Quote(document=source, start=place[0], end=place[1], text=held.source.text[place[0] : place[1]])

    def is_shown(self, stated: StatedFacts, fact: str) -> bool:
        """Return whether the words of a text show what it is taken to say: a date shared by a list may be another's."""
        if stated.source is None or stated.is_own:
            return True
        extraction = self._archive.extraction(stated.source)
        meant = self._meant(stated.source, stated.iri)
        return extraction is not None and any(m.document in meant and fact in m.parts for m in extraction.mentions)

    def _place(self, held: StoredDocument, stated: StatedFacts, fact: str) -> tuple[int, int] | None:
        if stated.is_own:
            span = held.extraction.header.spans.get(fact)
            return (span.start, span.end) if span else None
        return _mention(held.extraction, self._meant(stated.source or "", stated.iri), fact)

    def _meant(self, source: str, iri: str) -> set[str]:
        return {cited for cited, found in self._catalogue.resolutions(source).items() if found.target == iri}


def _mention(extraction: Extraction, meant: set[str], fact: str) -> tuple[int, int] | None:
    """Return where a document is first named, rather with the fact than without, the fact included."""
    named = [mention for mention in extraction.mentions if mention.document in meant]
    best = min(named, key=lambda mention: (fact not in mention.parts, mention.start), default=None)
    if best is None:
        return None
    part = best.parts.get(fact)
    return min(best.start, part.start if part else best.start), max(best.end, part.end if part else best.end)
