"""Which document a citation means: one that is known, several, one of which something else is known, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalkg.extractors.partial_dates import agree, is_day
from legalkg.extractors.registry.numbers import number_key
from legalkg.kg.catalogue.conflicts import only_one
from legalkg.kg.catalogue.stated import StatedFacts, Statements
from legalkg.kg.check.model import Evidence, Finding
from legalkg.kg.identity.decisions import asked_for
from legalkg.kg.identity.keys import DocumentFacts, Identity, is_unique_number
from legalkg.kg.identity.known_documents import Candidate
from legalkg.kg.identity.predicates import same_type, similarity
from legalkg.kg.identity.resolve import Resolution
from legalkg.kg.model import CandidateView, Document
from legalkg.kg.open_parts import Parts
from legalkg.kg.output.quoting import counted
from legalkg.kg.search.filters import Filter

_YEAR = len("2024")
_MOST_OF_A_DAY = 500
_ALIKE = 0.85
"""Titles so alike are one, as where they tell documents of one number apart (kg/identity/decisions.py)."""
_SHOWN = 5
"""Of the documents that bear a number too, so many are named."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a citation means.

    Attributes:
        finding: Whether the document is known, and from where.
        document: The document; None where none is known, or several may be meant.
        stated: What is stated of it.
        candidates: Those that may be meant, if several.
    """

    finding: Finding
    document: Document | None = None
    stated: tuple[StatedFacts, ...] = ()
    candidates: tuple[CandidateView, ...] = ()


class Meanings:
    """Says which documents the citations of one text mean, by what is known without that text."""

    def __init__(self, parts: Parts, statements: Statements, own: Identity) -> None:
        self._tables = parts.tables
        self._finder = parts.finder
        self._statements = statements
        self._own = own

    def of(self, found: Resolution) -> Meaning:
        """Return what a cited document is."""
        if found.outcome == "ambiguous":
            return self._ambiguous(found)
        if not found.identity.keys:
            reason = "neither number nor name is given, so it cannot be looked up"
            return Meaning(_about(found, "not-checked", reason))
        others = [one for one in self._under_its_keys(found) if one.identity.iri != found.target]
        same = [one for one in others if is_meant(found.facts, one.facts)]
        for iri in self._in_order(found, same):
            if known := self._known(iri, found):
                return known
        return Meaning(_unknown(found, same, others, () if same else self._of_that_day(found.facts)))

    def _in_order(self, found: Resolution, same: Sequence[Candidate]) -> Iterator[str]:
        """Return the documents that may be meant, the surest first: others who cite it may have its day wrong too."""
        sure = [one for one in same if not one.only_cited]
        if found.outcome == "created" and len(sure) == 1:
            yield sure[0].identity.iri
        if found.target:
            yield found.target
        if len(same) == 1:
            yield same[0].identity.iri

    def _of_that_day(self, cited: DocumentFacts) -> tuple[Document, ...]:
        """Return the documents of another number whose type, day and title are those that the text gives."""
        if not (cited.number and cited.title and cited.type and is_day(cited.date)):
            return ()
        wanted = Filter(type=cited.type, since=cited.date, until=cited.date)
        listed = self._finder.list(wanted, _MOST_OF_A_DAY, 0)
        return tuple(
            one
            for one in listed
            if (similarity(cited, DocumentFacts(title=one.title or one.name)) or 0) > _ALIKE
            and number_key(one.number or "") != number_key(cited.number)
            and one.iri != self._own.iri
            and self._statements.of(one.iri, without=self._own.iri)
        )

    def _ambiguous(self, found: Resolution) -> Meaning:
        views = self._tables.catalogue.views(found.candidates)
        evidence = tuple(Evidence(source=_source(one.document), document=one.document) for one in views)
        return Meaning(_about(found, "ambiguous", found.reason, *evidence), candidates=views)

    def _known(self, iri: str, found: Resolution) -> Meaning | None:
        """Return a document that is held, in the register, or cited by others; None where nobody knows it."""
        stated = self._statements.of(iri, without=self._own.iri)
        if not stated:
            return None
        document = self._described(self._tables.same_as.canonical(iri), stated)
        if document.held:
            reason = "it is held"
        elif any(one.source is None for one in stated):
            reason = "it is in the register, its text is not held"
        else:
            citing = len({one.source for one in stated})
            reason = f"its text is not held, {counted(citing, 'held document')} {'cites' if citing == 1 else 'cite'} it"
        source = Evidence(source=_source(document), document=document)
        return Meaning(_about(found, "agrees", f"{document.label}: {reason}", source), document, stated)

    def _described(self, iri: str, stated: Sequence[StatedFacts]) -> Document:
        """Return a document; of one of the register that nobody cites yet, what the register says."""
        known = self._tables.catalogue.document(iri)
        return known or Candidate(Identity(iri, iri.rpartition("/")[2]), stated[0].facts).as_document()

    def _under_its_keys(self, found: Resolution) -> tuple[Candidate, ...]:
        """Return all documents that bear the number or name: held, in the register, or cited."""
        keys = asked_for(found.identity)
        entries = {one.identity.iri: one for one in self._tables.candidates(keys) if one.identity.iri != self._own.iri}
        for document in (one for key in keys for one in self._tables.catalogue.by_key(key)):
            if document.iri != self._own.iri and self._statements.of(document.iri, without=self._own.iri):
                facts = self._tables.catalogue.facts(document.iri)
                entries.setdefault(document.iri, Candidate(Identity(document.iri, document.id), facts, only_cited=True))
        return tuple(entries.values())


def is_meant(cited: DocumentFacts, known: DocumentFacts) -> bool:
    """Return whether a citation can mean only one document though something that it says of it is otherwise.

    The number may be borne but once: for ever, or in its term or year. A law of one name is passed once in a year; of
    another year it may be a version, or an amendment, that nobody here knows.
    """
    if not cited.number:
        return same_type(cited, known) and agree((cited.date or "")[:_YEAR], known.date)
    if is_unique_number(cited.number):
        return True
    bearer = only_one(known)
    return bearer is not None and bearer == only_one(cited)


def _unknown(
    found: Resolution, same: Sequence[Candidate], others: Sequence[Candidate], of_that_day: Sequence[Document]
) -> Finding:
    if of_that_day:
        listed = "; ".join(one.label for one in of_that_day)
        reason = f"not known by this number; of that type, day and title is known: {listed}"
        shown = (Evidence(source=_source(one), value=one.label, document=one) for one in of_that_day)
        return _about(found, "differs", reason, *shown)
    evidence = tuple(_evidence(one) for one in (same or others)[:_SHOWN])
    if same:
        listed = "; ".join(one.value or one.source for one in evidence)
        return _about(found, "differs", f"known of this number or name are only: {listed}", *evidence)
    reason = "none that is held, in the register or cited by a held document bears this number or name"
    if others:
        listed = "; ".join(one.value or one.source for one in evidence)
        reason = f"not known; others of this number or name are, so it may be meant: {listed}"
    return _about(found, "not-in-collection", reason, *evidence)


def _about(found: Resolution, outcome: str, reason: str, *evidence: Evidence) -> Finding:
    return Finding.model_validate(
        {"about": "document", "outcome": outcome, "reason": reason, "rule": found.rule.id, "evidence": evidence}
    )


def _evidence(one: Candidate) -> Evidence:
    document = one.as_document()
    value = " · ".join(part for part in (document.label, one.facts.date, one.facts.issuer) if part)
    register = f"the register ({one.source})" if one.source else "the register"
    source = _source(document) if one.held or one.only_cited else register
    return Evidence(source=source, value=value, document=document)


def _source(document: Document) -> str:
    return "the collection holds it" if document.held else "known, not held"
