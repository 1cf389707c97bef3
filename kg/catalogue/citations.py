"""The citations in a held document, each with the document it was resolved to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from legalkg.extractors.model import THIS, Extraction
from legalkg.kg.catalogue.corrected import corrected_extraction
from legalkg.kg.catalogue.documents import Resolved
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.model import CitationView, Document, Places, Quote, Step


class Citations:
    """Joins what extraction found with what resolution decided."""

    def __init__(self, tables: Tables) -> None:
        self._archive = tables.archive
        self._corrections = tables.corrections
        self._catalogue = tables.catalogue
        self._same_as = tables.same_as

    def of(self, document: Document, to: Document | None = None) -> Iterator[CitationView]:
        """Return the citations in a document in the order of its text; none if its text is not held.

        Args:
            document: The document.
            to: Only those resolved to this document, or to what is the same.
        """
        held = self._archive.held(document.iri)
        if held is None:
            return
        resolved = self._catalogue.resolutions(document.iri)
        relations = _relations(corrected_extraction(held, self._corrections.of(document.iri, held.sha256)))
        wanted = frozenset(self._same_as.members(to.iri)) if to else None
        for mention in held.extraction.mentions_in_order():
            own = Resolved(document.iri, "self", mention.rule, "the text names the document itself", None)
            found = resolved.get(mention.document, own)
            if wanted is not None and found.target not in wanted:
                continue
            yield CitationView(
                start=mention.start,
                end=mention.end,
                text=mention.text,
                kind=mention.kind,
                target=self._catalogue.describe(found.target) if found.target else None,
                outcome=found.outcome,
                rule=found.rule,
                reason=found.reason,
                title_similarity=found.similarity,
                candidates=self._catalogue.views(found.candidates),
                confidence=mention.confidence,
                pinpoints=mention.cited_provisions(),
                relations=tuple(relations[mention.document]),
                page=mention.page,
                provision=mention.provision,
            )

    def places(self, steps: Iterable[Step]) -> Places:
        """Return where the quotes of some steps first name the document that is acted on; each text is read once.

        Args:
            steps: The steps.

        """
        wanted: dict[str, list[tuple[Quote, str]]] = defaultdict(list)
        for step in steps:
            for quote in step.quotes:
                wanted[quote.document.iri].append((quote, step.target.iri))
        members = cache(lambda iri: frozenset(self._same_as.members(iri)))
        return {
            pair: place
            for iri, pairs in wanted.items()
            if (mentions := self._resolved_mentions(iri))
            for pair in pairs
            if (place := _first_within(pair[0], mentions, members(pair[1])))
        }

    def _resolved_mentions(self, iri: str) -> list[tuple[int, int, str]]:
        """Return where a held document cites another, and which, in the order of the text."""
        extraction = self._archive.extraction(iri)
        resolved = self._catalogue.resolutions(iri)
        return [
            (mention.start, mention.end, found.target)
            for mention in (extraction.mentions_in_order() if extraction else ())
            if (found := resolved.get(mention.document)) and found.target
        ]


def _first_within(
    quote: Quote, mentions: Sequence[tuple[int, int, str]], members: frozenset[str]
) -> tuple[int, int] | None:
    first = bisect_left(mentions, (quote.start,))
    within = takewhile(lambda mention: mention[0] < quote.end, mentions[first:])
    return next(((start, end) for start, end, iri in within if end <= quote.end and iri in members), None)


def _relations(extraction: Extraction) -> dict[str, dict[str, None]]:
    """Return the relations from the document itself to each that it cites, in order, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in extraction.relations:
        if relation.source == THIS:
            found[relation.target][relation.relation] = None
    return found
