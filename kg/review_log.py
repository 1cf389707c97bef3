"""What each correction changed: what was meant before it, and what after, made again from the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import THIS
from legalkg.kg.archive.corrections import Correction
from legalkg.kg.archive.documents import StoredDocument
from legalkg.kg.catalogue.corrected import anchor, corrected_extraction, corrected_resolutions
from legalkg.kg.identity.resolve import identify_source, resolve
from legalkg.kg.open_parts import Parts
from legalkg.kg.review import Listed, Review

_NOTHING = "no document"


class LogEntry(BaseModel):
    """A correction, and what it changed; of one that is undone or stale, what it would change."""

    model_config = ConfigDict(frozen=True)

    listed: Listed
    before: str = Field(description="What was meant before it: a document, or how sure a relation was.")
    after: str = Field(description="What is meant with it; the same as before where it only confirms.")


class ReviewLog:
    """Tells what the corrections of a collection changed."""

    def __init__(self, parts: Parts, review: Review) -> None:
        self._archive = parts.tables.archive
        self._catalogue = parts.tables.catalogue
        self._corrections = parts.tables.corrections
        self._review = review

    def entries(self) -> Iterator[LogEntry]:
        """Return all corrections with what they changed, the oldest first."""
        every = self._corrections.all()
        for listed in self._review.list():
            before, after = self._change(listed, every)
            yield LogEntry(listed=listed, before=before, after=after)

    def _change(self, listed: Listed, every: Iterable[Correction]) -> tuple[str, str]:
        correction = listed.correction
        if correction.kind == "skip":
            return "to be reviewed", "left aside"
        if correction.quote is None:
            one, other = listed.document.id, listed.target.id if listed.target else ""
            two, same = f"{one} and {other} are two", f"{one} is {other}"
            return (two, same) if correction.kind == "merge" else (same, two)
        held = self._archive.held(correction.document)
        cited = anchor(held, correction) if held else None
        if held is None or cited is None:
            return "the words are gone", "the words are gone"
        earlier = [
            one for one in every if one.id < correction.id and not one.undone_at and one.document == correction.document
        ]
        before, after = (
            self._meant(held, cited, some, correction.relation) for some in (earlier, [*earlier, correction])
        )
        return before, after

    def _meant(self, held: StoredDocument, cited: str, corrections: list[Correction], relation: str | None) -> str:
        """Return what a citation, or a relation that it states, is with some corrections."""
        if relation:
            extraction = corrected_extraction(held, corrections)
            wanted = (THIS, relation, cited)
            sure = [r.confidence for r in extraction.relations if (r.source, r.relation, r.target) == wanted]
            return f"{relation}, confidence {max(sure):g}" if sure else f"not {relation}"
        own = identify_source(held.extraction.header, held.sha256)
        resolutions = resolve(held.extraction, own, self._catalogue.candidates)
        known = {c.target for c in corrections if c.target and self._catalogue.is_known(c.target)}
        resolved = corrected_resolutions(held, resolutions, [c for c in corrections if c.quote], known)
        found = next((one for one in resolved if one.cited == cited), None)
        if found is None or found.target is None:
            several = [candidate.iri for candidate in found.candidates] if found else []
            return f"one of {len(several)} documents" if several else _NOTHING
        document = self._catalogue.document(found.target)
        facts = found.facts
        return document.label if document else " ".join(filter(None, (facts.type, facts.number or facts.name)))
