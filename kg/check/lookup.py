"""Which documents the citations of a text mean: for editors, sites and programs that link them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import CitedDocument, Mention, SourceText
from legalkg.extractors.pipeline import extract
from legalkg.kg.collection import Collection
from legalkg.kg.identity.resolve import Resolution, resolve_text
from legalkg.kg.model import CandidateView, Document


class FoundCitation(BaseModel):
    """One place where a text names a document, and which it means."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    quote: str
    citation: CitedDocument | None = Field(
        description="What the text says of the document; null where it names itself."
    )
    pinpoints: tuple[str, ...] = Field(default=(), description="The provisions that are cited, as eIds.")
    outcome: str = Field(description="resolved (held or in the register), created (neither), ambiguous, self.")
    rule: str = Field(description="Id of the rule that decided what is meant; see docs/rules.md.")
    reason: str = ""
    document: Document | None = Field(
        default=None,
        description="The document that is meant, where it is known: held, cited by a held one, in the register.",
    )
    candidates: tuple[CandidateView, ...] = Field(default=(), description="If ambiguous: the best first.")


def look_up(collection: Collection, source: SourceText) -> tuple[FoundCitation, ...]:
    """Return the citations of a text in its order, each with the document that it means; nothing is stored."""
    extraction = extract(source)
    _, resolved = resolve_text(extraction, source.text, collection.parts.tables.candidates)
    cited = {one.id: one for one in extraction.documents}
    return tuple(
        _found(collection, mention, cited.get(mention.document), resolved.get(mention.document))
        for mention in extraction.mentions_in_order()
    )


def _found(
    collection: Collection, mention: Mention, cited: CitedDocument | None, found: Resolution | None
) -> FoundCitation:
    return FoundCitation(
        start=mention.start,
        end=mention.end,
        quote=mention.text,
        citation=cited,
        pinpoints=mention.cited_provisions(),
        outcome=found.outcome if found else "self",
        rule=found.rule.id if found else mention.rule,
        reason=found.reason if found else "the text names itself",
        document=_known(collection, found.target) if found and found.target else None,
        candidates=collection.parts.tables.catalogue.views(found.candidates if found else ()),
    )


def _known(collection: Collection, iri: str) -> Document | None:
    """Return a document that is held, cited by a held one, or in the register."""
    tables = collection.parts.tables
    register = tables.known_documents.entry(iri)
    return tables.catalogue.document(iri) or (register.as_document() if register else None)
