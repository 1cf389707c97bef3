"""Corrections by people, as the command line and the API offer them: accept, reject, relink, merge, split, prefer.

What is decided is kept as the truth (:mod:`legalkg.kg.archive.corrections`) and applied at once, and again whenever a
document is read anew. A citation is meant by words in it, by the number it cites, or by where it stands ('@1234').
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import THIS, Mention
from legalkg.extractors.reading.errors import written_name
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import field_text, fold
from legalkg.kg.archive.corrections import Correction, CorrectionKind, stored_facts
from legalkg.kg.archive.documents import StoredDocument
from legalkg.kg.catalogue.corrected import anchor
from legalkg.kg.dates import now
from legalkg.kg.errors import LegalkgError, UnknownDocument
from legalkg.kg.identity.keys import DocumentFacts, identify, is_unique_number, sure_type
from legalkg.kg.model import Document
from legalkg.kg.open_parts import Parts
from legalkg.kg.rdf.vocabulary import RELATIONS, REVIEW

if TYPE_CHECKING:
    from legalkg.kg.ingest.ingester import Ingester

_SHOWN = 6


class ReviewError(LegalkgError):
    """A correction that cannot be made."""


class Listed(BaseModel):
    """A correction as it stands now."""

    model_config = ConfigDict(frozen=True)

    correction: Correction
    state: str = Field(description="'applied', 'undone', or 'stale': what it is about is no longer there.")
    document: Document
    target: Document | None = None


@dataclass(frozen=True, slots=True)
class _CitationPlace:
    """A citation in a held document: its IRI, its text, and the first mention of what is cited."""

    iri: str
    held: StoredDocument
    mention: Mention

    @property
    def quote(self) -> str:
        return self.held.source.text[self.mention.start : self.mention.end]

    @property
    def relations(self) -> list[str]:
        """The relations from the document itself to what is cited."""
        ends = (THIS, self.mention.document)
        return [r.relation for r in self.held.extraction.relations if (r.source, r.target) == ends]


class Review:
    """Makes and lists corrections."""

    def __init__(self, parts: Parts, ingester: Callable[[], Ingester]) -> None:
        """Prepare.

        Args:
            parts: Of the collection.
            ingester: Gives what writes to catalogue and graph; raises an error where the collection is read only.
        """
        tables = parts.tables
        self._database = tables.database
        self._archive = tables.archive
        self._corrections = tables.corrections
        self._worklist = tables.worklist
        self._known_documents = tables.known_documents
        self._catalogue = tables.catalogue
        self._copies = tables.copies
        self._finder = parts.finder
        self._ingester = ingester

    def accept(self, document: str, citation: str, *, by: str, note: str = "", relation: str | None = None) -> Listed:
        """Confirm what a citation was resolved to, or a relation that it states.

        Args:
            document: The citing document: number, name, id or IRI.
            citation: Words of the citation, the number it cites, or '@' and its offset.
            by: Who decides.
            note: Why.
            relation: The relation that is confirmed; None for the citation.

        Raises:
            ReviewError: There is no such citation or relation, or the citation is not resolved.
            UnknownDocument: There is no such document, or its text is not held.
        """
        place = self._place(document, citation)
        if relation:
            return self._keep("accept", by, note, **_anchor(place), relation=_stated(place, relation))
        found = self._catalogue.resolutions(place.iri).get(place.mention.document)
        if found is None or found.target is None:
            candidates = "; ".join(one.iri for one in found.candidates) if found else ""
            raise ReviewError(
                f"{place.quote!r} is not resolved: say what it means with relink"
                + (f"; it may be: {candidates}" if candidates else "")
            )
        return self._keep("accept", by, note, **_anchor(place), target=found.target)

    def reject(self, document: str, citation: str, *, by: str, note: str = "", relation: str | None = None) -> Listed:
        """Say that a citation means no document, or that it does not state a relation; for arguments see accept."""
        place = self._place(document, citation)
        meant = _stated(place, relation) if relation else None
        return self._keep("reject", by, note, **_anchor(place), relation=meant)

    def relink(self, document: str, citation: str, target: str, *, by: str, note: str = "") -> Listed:
        """Say which document a citation means; for the other arguments see accept.

        Args:
            document: The citing document.
            citation: What is meant in it.
            target: Number, name, id or IRI; a number that nobody holds or cites needs its type word before it.
            by: Who decides.
            note: Why.

        Raises:
            AmbiguousDocument: The target may be several documents.
        """
        place = self._place(document, citation)
        meant, facts = self._meant(target)
        if meant == place.iri:
            raise ReviewError("a document cannot be linked to itself: reject the citation instead")
        return self._keep("relink", by, note, **_anchor(place), target=meant, facts=stored_facts(facts))

    def merge(self, one: str, other: str, *, by: str, note: str = "") -> Listed:
        """Say that two documents are one, which goes by the name of the other."""
        return self._pair("merge", one, other, by, note)

    def split(self, one: str, other: str, *, by: str, note: str = "") -> Listed:
        """Say that two documents that were taken for one are two."""
        return self._pair("split", one, other, by, note)

    def prefer(self, document: str, path: str, *, by: str, note: str = "") -> Listed:
        """Say which of the files that hold a document counts, whatever the others hold; kept when they are read again.

        Args:
            document: Number, name, id or IRI.
            path: One of its files, or the end of the path of one.
            by: Who decides.
            note: Why.

        Raises:
            ReviewError: No file of the document has this path, or several have.
        """
        found = self._finder.find(document)
        copies = self._copies.of(found.iri)
        wanted = written_name(Path(path).absolute())
        ends = [copy for copy in copies if copy.path.endswith(f"/{written_name(path)}")]
        meant = [copy for copy in copies if copy.path == wanted] or ends
        if len(meant) != 1:
            known = "; ".join(copy.path for copy in copies[:_SHOWN])
            what = "may be several files" if meant else "is no file"
            raise ReviewError(f"{path!r} {what} of {found.id}; its files: {known or 'none'}")
        return self._keep("prefer", by, note, document=found.iri, sha256=meant[0].sha256, path=meant[0].path)

    def undo(self, number: int, *, by: str) -> Listed:
        """Take a correction back; it stays in the list.

        Raises:
            ReviewError: There is no such correction, or it was taken back before.
        """
        found = self._corrections.get(number)
        if found is None or found.undone_at:
            raise ReviewError(f"there is no correction {number}" if found is None else f"{number} is undone already")
        ingester = self._ingester()
        with self._database.transaction():
            self._corrections.undo(number, field_text(by), now())
            self._mark(found)
        ingester.project()
        return self._listed(self._corrections.get(number) or found)

    def list(self, state: str | None = None) -> tuple[Listed, ...]:
        """List corrections, the oldest first.

        Args:
            state: Only those 'applied', 'stale' or 'undone'.
        """
        listed = map(self._listed, self._corrections.all())
        return tuple(one for one in listed if state in (None, one.state))

    # --- inside ---

    def _place(self, document: str, citation: str) -> _CitationPlace:
        """Find the one cited document that is meant in a held one."""
        found = self._finder.find(document)
        held = self._archive.held(found.iri)
        if held is None:
            raise UnknownDocument(found.id)
        cited = {one.id: one.number for one in held.extraction.documents}
        mentions = sorted((m for m in held.extraction.mentions if m.document != THIS), key=lambda m: (m.start, m.end))
        key = number_key(citation)
        meant = [m for m in mentions if key and number_key(cited.get(m.document) or "") == key]
        meant = meant or [m for m in mentions if _is_at(m, citation) or _says(m, citation)]
        if len({mention.document for mention in meant}) == 1:
            return _CitationPlace(found.iri, held, meant[0])
        known = "; ".join(f"@{m.start} {' '.join(m.text.split())!r}" for m in (meant or mentions)[:_SHOWN])
        what = "names several documents, give where it stands" if meant else "is not cited"
        raise ReviewError(f"{citation!r} {what} in {found.id}; citations: {known or 'none'}")

    def _meant(self, target: str) -> tuple[str, DocumentFacts]:
        """Return the IRI of what somebody names, and what is known of it."""
        try:
            found = self._finder.find(target)
        except UnknownDocument:
            return self._not_seen(target)
        return found.iri, self._catalogue.facts(found.iri)

    def _not_seen(self, target: str) -> tuple[str, DocumentFacts]:
        """Mint the identity of a document that is neither held nor cited, from its number or the register."""
        kind, number, date = self._finder.parts(field_text(target))
        entries = self._known_documents.under(f"so:{number_key(number)}") if number else ()
        fitting = [e for e in entries if kind in (None, e.facts.type) and (e.facts.date or "").startswith(date or "")]
        if len(fitting) == 1:
            return fitting[0].identity.iri, fitting[0].facts
        facts = DocumentFacts(kind or sure_type(number or ""), number, date)
        if not number or not number_key(number) or not (facts.type or is_unique_number(number)):
            raise ReviewError(
                f"no document {target!r} is known: give its type, number and date, 'Kết luận 57-KL/TW 2023'"
            )
        return identify(facts, local="-").iri, facts

    def _pair(self, kind: CorrectionKind, one: str, other: str, by: str, note: str) -> Listed:
        first, second = (self._finder.by_id(ref) or self._finder.find(ref) for ref in (one, other))
        if first.iri == second.iri:
            raise ReviewError(f"{one!r} and {other!r} are one document already: give their ids")
        return self._keep(kind, by, note, document=first.iri, target=second.iri)

    def _keep(self, kind: CorrectionKind, by: str, note: str, **values: str | int | None) -> Listed:
        who, why = (field_text(text).strip() for text in (by, note))
        if not who:
            raise ReviewError("say who decides")
        ingester = self._ingester()
        with self._database.transaction():
            correction = self._corrections.add(kind=kind, by=who, note=why, at=now(), **values)
            self._mark(correction)
        ingester.project()
        return self._listed(correction)

    def _mark(self, correction: Correction) -> None:
        """Mark what has to be written again."""
        if correction.kind == "prefer":
            self._copies.decide(correction.document)
            self._worklist.mark_words([correction.document])
        self._worklist.mark_graphs(filter(None, (correction.document, correction.target)))
        self._worklist.mark_links([REVIEW.value])

    def _listed(self, correction: Correction) -> Listed:
        state = "undone" if correction.undone_at else "applied" if self._stands(correction) else "stale"
        target = self._catalogue.describe(correction.target) if correction.target else None
        return Listed(
            correction=correction, state=state, document=self._catalogue.describe(correction.document), target=target
        )

    def _stands(self, correction: Correction) -> bool:
        if correction.kind == "prefer":
            return any(copy.preferred and copy.counts for copy in self._copies.of(correction.document))
        if correction.quote is None:
            pair = (correction.document, correction.target or "")
            return all(self._catalogue.document(iri) for iri in pair)
        held = self._archive.held(correction.document) or self._archive.with_hash(correction.sha256 or "")
        cited = anchor(held, correction) if held else None
        if held is None or cited is None:
            return False
        if not correction.relation:
            return True
        wanted = (THIS, correction.relation, cited)
        return any((r.source, r.relation, r.target) == wanted for r in held.extraction.relations)


def _anchor(place: _CitationPlace) -> dict[str, str | int]:
    return {
        "document": place.iri,
        "sha256": place.held.sha256,
        "quote": place.quote,
        "start": place.mention.start,
    }


def _stated(place: _CitationPlace, relation: str) -> str:
    """Return a relation that a citation states, by its name."""
    if relation not in RELATIONS:
        raise ReviewError(f"unknown relation {relation!r}: choose one of {', '.join(RELATIONS)}")
    if relation not in place.relations:
        raise ReviewError(f"{place.quote!r} states no such relation, only: {', '.join(place.relations) or 'none'}")
    return relation


def _is_at(mention: Mention, citation: str) -> bool:
    place = citation.strip().removeprefix("@")
    return place != citation.strip() and place.isdigit() and mention.start == int(place)


def _says(mention: Mention, citation: str) -> bool:
    """Return whether words stand in a mention, blanks and case aside; '5-CT' does not stand in '25-CT'."""
    words, text = (re.sub(r"\s+", "", fold(found)) for found in (citation, mention.text))
    return bool(words) and re.search(r"(?<!\d)" + re.escape(words), text) is not None
