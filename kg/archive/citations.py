"""The citations in a held document, each with the document it was resolved to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from extractors.model import THIS, Extraction, Mention
from kg.archive.catalogue import Catalogue, Resolved
from kg.archive.corrections import Corrections, corrected_extraction
from kg.archive.database import Database
from kg.archive.documents import Archive
from kg.archive.links import Links
from kg.model import CandidateView, CitationView, Document, Quote


class Citations:
    """Joins what extraction found with what resolution decided."""

    def __init__(
        self, database: Database, catalogue: Catalogue, links: Links, describe: Callable[[str], Document]
    ) -> None:
        self._archive = Archive(database)
        self._corrections = Corrections(database)
        self._catalogue = catalogue
        self._links = links
        self._describe = describe

    def of(self, document: Document) -> Iterator[CitationView]:
        """Give the citations in a document in the order of its text; none if its text is not held."""
        held = self._archive.held(document.iri)
        if held is None:
            return
        resolved = self._catalogue.resolutions(document.iri)
        relations = _relations(corrected_extraction(held, self._corrections.of(document.iri, held.sha256)))
        for mention in _in_order(held.extraction):
            own = Resolved(document.iri, "self", mention.rule, "the text names the document itself", None)
            found = resolved.get(mention.document, own)
            yield CitationView(
                start=mention.start,
                end=mention.end,
                text=mention.text,
                kind=mention.kind,
                target=self._describe(found.target) if found.target else None,
                outcome=found.outcome,
                rule=found.rule,
                reason=found.reason,
                title_similarity=found.similarity,
                candidates=tuple(
                    CandidateView(document=self._describe(one.iri), score=one.score) for one in found.candidates
                ),
                confidence=mention.confidence,
                pinpoints=tuple(eid for p in mention.pinpoints if not p.excluded for eid in p.eids),
                relations=tuple(relations[mention.document]),
                page=mention.page,
                provision=mention.provision,
            )

    def place(self, quote: Quote, document: Document) -> tuple[int, int] | None:
        """Give the offsets at which the words of a quote first name a document."""
        held = self._archive.held(quote.document.iri)
        if held is None:
            return None
        members = self._links.members(document.iri)
        resolved = self._catalogue.resolutions(quote.document.iri)
        meant = {cited for cited, found in resolved.items() if found.target in members}
        for mention in _in_order(held.extraction):
            if mention.document in meant and quote.start <= mention.start and mention.end <= quote.end:
                return mention.start, mention.end
        return None


def _in_order(extraction: Extraction) -> list[Mention]:
    return sorted(extraction.mentions, key=lambda mention: (mention.start, mention.end))


def _relations(extraction: Extraction) -> dict[str, dict[str, None]]:
    """Give the relations from the document itself to each that it cites, in order, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in extraction.relations:
        if relation.source == THIS:
            found[relation.target][relation.relation] = None
    return found
