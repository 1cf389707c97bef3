"""Corrections by people, as the command line and the API offer them: accept, reject, relink, merge, split, prefer.

What is decided is kept as the truth (:mod:`legalkg.kg.archive.corrections`) and applied at once, and again whenever a
document is read anew. A citation is meant by words in it, by the number it cites, or by where it stands ('@1234').
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import THIS
from legalkg.extractors.reading.errors import written_name
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import field_text
from legalkg.kg.archive.corrections import Correction, CorrectionKind, stored_facts
from legalkg.kg.catalogue.corrected import anchor
from legalkg.kg.citation_places import CitationPlaces, ReviewError
from legalkg.kg.dates import now
from legalkg.kg.errors import UnknownDocument
from legalkg.kg.identity.keys import DocumentFacts, identify, is_unique_number, sure_type
from legalkg.kg.model import Document
from legalkg.kg.open_parts import Parts
from legalkg.kg.rdf.vocabulary import REVIEW

if TYPE_CHECKING:
    from legalkg.kg.ingest.ingester import Ingester
_SHOWN_FILES = 6
"""Files that a message names."""


class UnknownTarget(ReviewError):  # noqa: N818
    """A citation is linked to a document that nobody holds, cites or registers: somebody has to say that it is so."""


class Listed(BaseModel):
    """A correction as it stands now."""

    model_config = ConfigDict(frozen=True)

    correction: Correction
    state: str = Field(description="'applied', 'undone', or 'stale': what it is about is no longer there.")
    document: Document
    target: Document | None = None


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
        self._places = CitationPlaces(parts)
        self._citing = tables.citing
        self._same_as = tables.same_as
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
        place = self._places.find(document, citation)
        if relation:
            return self._keep("accept", by, note, **place.anchor, relation=place.stated(relation))
        found = self._catalogue.resolutions(place.iri).get(place.mention.document)
        if found is None or found.target is None:
            candidates = "; ".join(one.iri for one in found.candidates) if found else ""
            raise ReviewError(
                f"{place.quote!r} is not resolved: say what it means with relink"
                + (f"; it may be: {candidates}" if candidates else "")
            )
        return self._keep("accept", by, note, **place.anchor, target=found.target)

    def reject(self, document: str, citation: str, *, by: str, note: str = "", relation: str | None = None) -> Listed:
        """Say that a citation means no document, or that it does not state a relation; for arguments see accept."""
        place = self._places.find(document, citation)
        meant = place.stated(relation) if relation else None
        return self._keep("reject", by, note, **place.anchor, relation=meant)

    def reject_document(self, document: str, *, by: str, note: str = "") -> tuple[Listed, ...]:
        """Say that there is no such document: every citation that was taken for it means none.

        Args:
            document: One that is only cited: number, name, id or IRI.
            by: Who decides.
            note: Why.

        Raises:
            ReviewError: Its text is held.
        """
        found = self._finder.find(document)
        if found.held:
            raise ReviewError(f"{found.id} is held: say which citation of another document is wrong")
        members = self._same_as.members(self._same_as.canonical(found.iri))
        places = [p for one in self._citing.cited_by(members) for p in self._places.naming(one.iri, members)]
        return self._keep_all("reject", by, note, [place.anchor for place in places])

    def skip(self, document: str, task: str, *, by: str, note: str = "") -> Listed:
        """Leave a task of :mod:`legalkg.kg.analysis.tasks` for good, or until this is taken back.

        Args:
            document: IRI of the document that it is about.
            task: Its id.
            by: Who decides.
            note: Why.
        """
        return self._keep("skip", by, note, document=document, facts=json.dumps({"task": task}, ensure_ascii=False))

    def relink(
        self, document: str, citation: str, target: str, *, by: str, note: str = "", new: bool = False
    ) -> Listed:
        """Say which document a citation means; for the other arguments see accept.

        Args:
            document: The citing document.
            citation: What is meant in it.
            target: Number, name, id or IRI; a number that nobody holds or cites needs its type word before it.
            by: Who decides.
            note: Why.
            new: Whether the target may be a document that nobody holds, cites or registers.

        Raises:
            AmbiguousDocument: The target may be several documents.
            UnknownTarget: Nobody knows the target, and it was not said that it is new.
        """
        place = self._places.find(document, citation)
        meant, facts = self._meant(target, new)
        if meant == place.iri:
            raise ReviewError("a document cannot be linked to itself: reject the citation instead")
        return self._keep("relink", by, note, **place.anchor, target=meant, facts=stored_facts(facts))

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
            known = "; ".join(copy.path for copy in copies[:_SHOWN_FILES])
            what = "may be several files" if meant else "is no file"
            raise ReviewError(f"{path!r} {what} of {found.id}; its files: {known or 'none'}")
        return self._keep("prefer", by, note, document=found.iri, sha256=meant[0].sha256, path=meant[0].path)

    def undo(self, number: int | None = None, *, by: str) -> Listed:
        """Take a correction back, the last that stands if no number is given; it stays in the list.

        Raises:
            ReviewError: There is no such correction, or it was taken back before.
        """
        if number is None:
            number = max((one.id for one in self._corrections.all() if one.undone_at is None), default=0)
        found = self._corrections.get(number)
        if found is None or found.undone_at:
            raise ReviewError(f"there is no correction {number}" if found is None else f"{number} is undone already")
        ingester = self._ingester()
        with self._database.transaction():
            self._corrections.undo(found.id, field_text(by), now())
            self._mark(found)
        ingester.project()
        return self._listed(self._corrections.get(found.id) or found)

    def list(self, state: str | None = None) -> tuple[Listed, ...]:
        """List corrections, the oldest first.

        Args:
            state: Only those 'applied', 'stale' or 'undone'.
        """
        listed = map(self._listed, self._corrections.all())
        return tuple(one for one in listed if state in (None, one.state))

    # --- inside ---

    def _meant(self, target: str, new: bool) -> tuple[str, DocumentFacts]:
        """Return the IRI of what somebody names, and what is known of it."""
        try:
            found = self._finder.find(target)
        except UnknownDocument:
            return self._not_seen(target, new)
        return found.iri, self._catalogue.facts(found.iri)

    def _not_seen(self, target: str, new: bool) -> tuple[str, DocumentFacts]:
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
        if not new:
            raise UnknownTarget(
                f"nobody holds, cites or registers {target!r}: is it a document all the same? (--new says yes)"
            )
        return identify(facts, local="-").iri, facts

    def _pair(self, kind: CorrectionKind, one: str, other: str, by: str, note: str) -> Listed:
        first, second = (self._finder.by_id(ref) or self._finder.find(ref) for ref in (one, other))
        if first.iri == second.iri:
            raise ReviewError(f"{one!r} and {other!r} are one document already: give their ids")
        return self._keep(kind, by, note, document=first.iri, target=second.iri)

    def _keep(self, kind: CorrectionKind, by: str, note: str, **values: str | int | None) -> Listed:
        return self._keep_all(kind, by, note, [values])[0]

    def _keep_all(
        self, kind: CorrectionKind, by: str, note: str, decided: Iterable[Mapping[str, str | int | None]]
    ) -> tuple[Listed, ...]:
        who, why = (field_text(text).strip() for text in (by, note))
        if not who:
            raise ReviewError("say who decides")
        ingester = self._ingester()
        with self._database.transaction():
            kept = [self._corrections.add(kind=kind, by=who, note=why, at=now(), **values) for values in decided]
            for correction in kept:
                self._mark(correction)
        ingester.project()
        return tuple(map(self._listed, kept))

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
        if correction.kind == "skip":
            return self._catalogue.document(correction.document) is not None
        if correction.quote is None:
            pair = (correction.document, correction.target or "")
            return all(self._catalogue.document(iri) for iri in pair)
        held = self._archive.corrected(correction.document, correction.sha256)
        cited = anchor(held, correction) if held else None
        if held is None or cited is None:
            return False
        if not correction.relation:
            return True
        wanted = (THIS, correction.relation, cited)
        return any((r.source, r.relation, r.target) == wanted for r in held.extraction.relations)
