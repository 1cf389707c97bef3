"""Checks the citations of a text before it is signed; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial

from legalkg.extractors.model import THIS, CitedDocument, Extraction, Mention, SourceText
from legalkg.extractors.partial_dates import latest
from legalkg.extractors.pipeline import extract
from legalkg.extractors.registry.relations import relations_that
from legalkg.kg.catalogue.stated import Statements
from legalkg.kg.check.facts import FactChecks, said
from legalkg.kg.check.meaning import Meaning, Meanings
from legalkg.kg.check.model import AsOfFrom, CheckedCitation, CheckedText, Finding
from legalkg.kg.check.provisions import ProvisionChecks
from legalkg.kg.check.validity import check_force
from legalkg.kg.collection import Collection
from legalkg.kg.identity.resolve import resolve_text
from legalkg.kg.model import Document, type_and_number


def check(collection: Collection, source: SourceText, as_of: date | None = None) -> CheckedText:
    """Return what a collection knows of each document that a text cites, and whether the text agrees with it.

    Args:
        collection: What is known; it is only read.
        source: The text.
        as_of: The day on which documents have to be in force; that of the text if None, today where it has none.
    """
    extraction = extract(source)
    day, day_from = _day(extraction, as_of)
    checks = _Checks(collection, source, _dated(extraction, day), day)
    header = extraction.header
    return CheckedText(
        id=source.id,
        label=type_and_number(header.type, header.number) if header.number else header.type or source.id,
        as_of=day.isoformat(),
        as_of_from=day_from,
        citations=tuple(checks.all()),
        names_itself=checks.names_itself,
        warnings=source.warnings,
    )


def _day(extraction: Extraction, as_of: date | None) -> tuple[date, AsOfFrom]:
    if as_of:
        return as_of, "given"
    if extraction.header.date:
        return date.fromisoformat(latest(extraction.header.date)), "text"
    return date.today(), "today"


def _dated(extraction: Extraction, day: date) -> Extraction:
    """Return an extraction with a day: a draft has none yet, but cites laws as they stand on the day of the check."""
    if extraction.header.date:
        return extraction
    header = extraction.header.model_copy(update={"date": day.isoformat()})
    return extraction.model_copy(update={"header": header})


class _Checks:
    """All checks of one text."""

    def __init__(self, collection: Collection, source: SourceText, extraction: Extraction, day: date) -> None:
        self._collection = collection
        self._force = cache(partial(collection.force, as_of=day))  # a text may name one document a thousand times
        self._source = source
        tables = collection.parts.tables
        statements = Statements(tables)
        own, resolved = resolve_text(extraction, source.text, tables.candidates)
        self._own = own.iri
        meanings = Meanings(collection.parts, statements, own)
        self._facts = FactChecks(statements, tables.known_documents)
        self._cited: Mapping[str, CitedDocument] = {one.id: one for one in extraction.documents}
        self._meant = {cited: meanings.of(found) for cited, found in resolved.items() if found.outcome != "self"}
        self._mentions = extraction.mentions_in_order()
        self._provisions: dict[str, ProvisionChecks] = {}
        self._ended = {r.target for r in extraction.relations if r.source == THIS and r.relation in _ENDING}

    @property
    def names_itself(self) -> int:
        """How often the text names itself."""
        return sum(mention.document not in self._meant for mention in self._mentions)

    def all(self) -> Iterator[CheckedCitation]:
        """Return all citations, in the order of the text."""
        for mention in self._mentions:
            if meaning := self._meant.get(mention.document):
                yield self._checked(mention, meaning)

    def _checked(self, mention: Mention, meaning: Meaning) -> CheckedCitation:
        pinpoints = tuple(eid for p in mention.pinpoints for eid in p.eids)
        return CheckedCitation(
            start=mention.start,
            end=mention.end,
            text=mention.text,
            page=mention.page,
            provision=mention.provision,
            pinpoints=pinpoints,
            document=meaning.document,
            candidates=meaning.candidates,
            findings=tuple(self._findings(mention, meaning, pinpoints)),
        )

    def _findings(self, mention: Mention, meaning: Meaning, pinpoints: tuple[str, ...]) -> Iterator[Finding]:
        yield meaning.finding
        document = meaning.document
        if document is None:
            yield from _not_checked(pinpoints)
            return
        said_here = said(mention, self._cited[mention.document], self._source.text)
        yield from self._facts.of(said_here, meaning.stated)
        if pinpoints and document.held:
            yield from self._provisions_of(document).of(pinpoints)
        elif pinpoints:
            yield from _not_checked(pinpoints, "its text is not held")
        if mention.document in self._ended:
            yield Finding(about="force", outcome="not-checked", reason="the text itself ends it")
        else:
            yield check_force(self._force(document), pinpoints, self._named)

    def _provisions_of(self, document: Document) -> ProvisionChecks:
        if document.iri not in self._provisions:
            provisions = self._collection.extraction(document).provisions
            changes = self._collection.steps(document, "down")
            text = self._collection.text(document)
            self._provisions[document.iri] = ProvisionChecks(document, text, provisions, changes)
        return self._provisions[document.iri]

    @cached_property
    def _named(self) -> frozenset[str]:
        """What the text knows of: the documents that it names, and what it does itself where it is held."""
        return frozenset({self._own, *(one.document.iri for one in self._meant.values() if one.document)})


_ENDING = frozenset(relations_that(lambda relation: relation.ends_target))
"""The relations by which a text ends a document, which need not be in force after it."""


def _not_checked(pinpoints: tuple[str, ...], why: str = "which document is meant is not known") -> Iterator[Finding]:
    """Return a finding for what could not be looked up."""
    for path in pinpoints:
        yield Finding(about="provision", outcome="not-checked", reason=why, provision=path)
