"""What each correction changed: what was meant before it, and what after, made again from the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import THIS
from legalkg.kg.archive.corrections import Correction
from legalkg.kg.archive.documents import StoredDocument
from legalkg.kg.catalogue.corrected import anchor, corrected_extraction, corrected_resolutions
from legalkg.kg.identity.resolve import Resolution, identify_source, resolve
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
        self._tables = parts.tables
        self._review = review

    def entries(self) -> Iterator[LogEntry]:
        """Return all corrections with what they changed, the oldest first."""
        for listed in self._review.list():
            before, after = self._change(listed)
            yield LogEntry(listed=listed, before=before, after=after)

    def _change(self, listed: Listed) -> tuple[str, str]:
        correction = listed.correction
        if correction.kind == "skip":
            return "to be reviewed", "left aside"
        if correction.quote is None:
            one, other = listed.document.id, listed.target.id if listed.target else ""
            two, same = f"{one} and {other} are two", f"{one} is {other}"
            return (two, same) if correction.kind == "merge" else (same, two)
        held = self._archive.corrected(correction.document, correction.sha256)
        cited = anchor(held, correction) if held else None
        if held is None or cited is None:
            return "the words are gone", "the words are gone"
        standing = self._corrections.of(correction.document, held.sha256)
        earlier = [one for one in standing if one.id < correction.id]
        both = (earlier, [*earlier, correction])
        if correction.relation:
            before, after = (_stated(held, cited, correction.relation, some) for some in both)
            return before, after
        own = identify_source(held.extraction.header, held.sha256)
        resolutions = resolve(held.extraction, own, self._tables.candidates)
        before, after = (self._meant(held, cited, resolutions, some) for some in both)
        return before, after

    def _meant(
        self, held: StoredDocument, cited: str, resolutions: Sequence[Resolution], corrections: list[Correction]
    ) -> str:
        """Return what a citation means with some corrections."""
        known = {c.target for c in corrections if c.target and self._catalogue.is_known(c.target)}
        resolved = corrected_resolutions(held, resolutions, corrections, known)
        found = next((one for one in resolved if one.cited == cited), None)
        if found is None or found.target is None:
            several = [candidate.iri for candidate in found.candidates] if found else []
            return f"one of {len(several)} documents" if several else _NOTHING
        document = self._catalogue.document(found.target)
        facts = found.facts
        return document.label if document else " ".join(filter(None, (facts.type, facts.number or facts.name)))


def _stated(held: StoredDocument, cited: str, relation: str, corrections: list[Correction]) -> str:
    """Return whether the text states a relation, and how surely, with some corrections."""
    wanted = (THIS, relation, cited)
    stated = corrected_extraction(held, corrections).relations
    sure = [r.confidence for r in stated if (r.source, r.relation, r.target) == wanted]
    return f"{relation}, confidence {max(sure):g}" if sure else f"not {relation}"
