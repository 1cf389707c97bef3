"""Corrections by people, applied on top of what extraction and resolution say, and as statements of the graph.

A correction of a citation is anchored to the document (its IRI or the bytes of its file) and to the words that name the
cited document there. When the file is read again, the words are looked for again; where they are gone, or name several
documents, the correction is stale: it is listed, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Quad

from legalkg.extractors.model import THIS, Extraction, Mention, Relation, SourceText
from legalkg.kg.archive.corrections import Correction
from legalkg.kg.archive.documents import StoredDocument
from legalkg.kg.identity.keys import BASE, DocumentFacts, Identity, identify
from legalkg.kg.identity.resolution_rules import REVIEW_ACCEPT, REVIEW_REJECT, REVIEW_RELINK
from legalkg.kg.identity.resolve import Resolution
from legalkg.kg.rdf.vocabulary import RELATIONS, REVIEW, ROOT, term

_RULES = {"accept": REVIEW_ACCEPT, "reject": REVIEW_REJECT, "relink": REVIEW_RELINK}

# --- where a correction belongs ---


def cited_by_words(source: SourceText, mentions: Iterable[Mention], quote: str, start: int) -> str | None:
    """Return the id of the cited document that some words name; None if they are gone or name several.

    Args:
        source: The text as it is now.
        mentions: What names a document in it.
        quote: The words.
        start: Where they stood; where they stand elsewhere now, all places must name one document.
    """
    known = list(mentions)
    if source.text.startswith(quote, start):
        return _named_at(known, start, start + len(quote))
    found = {_named_at(known, place, place + len(quote)) for place in _places(source.text, quote)}
    return found.pop() if len(found) == 1 else None


def _places(text: str, quote: str) -> Iterator[int]:
    place = text.find(quote)
    while place >= 0:
        yield place
        place = text.find(quote, place + len(quote))


def _named_at(mentions: Iterable[Mention], start: int, end: int) -> str | None:
    """Return what the mention names that shares most of a stretch, and reaches least beyond it."""
    shared = [(min(m.end, end) - max(m.start, start), m.start - m.end, m.document) for m in mentions]
    best = max((one for one in shared if one[0] > 0), default=None)
    return best[2] if best else None


# --- applying ---


def corrected_resolutions(
    held: StoredDocument, resolutions: Iterable[Resolution], corrections: Iterable[Correction], known: Container[str]
) -> tuple[Resolution, ...]:
    """Apply to what citations were resolved to what people decided, the oldest first; what is stale changes nothing.

    Args:
        held: The citing document.
        resolutions: What its citations were resolved to.
        corrections: What people decided about it.
        known: IRIs, of those the corrections name, that are held or in the register.
    """
    resolved = {resolution.cited: resolution for resolution in resolutions}
    for correction in corrections:
        cited = None if correction.relation else anchor(held, correction)
        if cited in resolved:
            resolved[cited] = _resolution(resolved[cited], correction, correction.target in known)
    return tuple(resolved.values())


def corrected_extraction(held: StoredDocument, corrections: Iterable[Correction]) -> Extraction:
    """Apply to the relations from a document itself what people decided, the oldest first."""
    relations: Iterable[Relation] = held.extraction.relations
    for correction in corrections:
        if correction.relation and (cited := anchor(held, correction)):
            relations = tuple(_relations(relations, cited, correction))
    return held.extraction.model_copy(update={"relations": relations})


def anchor(held: StoredDocument, correction: Correction) -> str | None:
    """Return the id of the cited document that a correction is about; None if it is stale."""
    if correction.quote is None or correction.start is None:
        return None
    return cited_by_words(held.source, held.extraction.mentions, correction.quote, correction.start)


def _resolution(before: Resolution, correction: Correction, known: bool) -> Resolution:
    rule = _RULES[correction.kind]
    if correction.kind == "reject" or correction.target is None:
        return replace(before, outcome="rejected", target=None, rule=rule, reason=correction.says, candidates=())
    facts = DocumentFacts(**correction.facts)
    keys = (*before.identity.keys, *identify(facts, local="-").keys)
    return replace(
        before,
        outcome="resolved" if known else "created",
        identity=Identity(correction.target, correction.target.removeprefix(BASE), tuple(dict.fromkeys(keys))),
        target=correction.target,
        facts=before.facts if correction.kind == "accept" else DocumentFacts() if known else facts,
        rule=rule,
        reason=correction.says,
        candidates=(),
    )


def _relations(relations: Iterable[Relation], cited: str, correction: Correction) -> Iterator[Relation]:
    for relation in relations:
        meant = (relation.source, relation.relation, relation.target) == (THIS, correction.relation, cited)
        if not meant:
            yield relation
        elif correction.kind == "accept":
            yield relation.model_copy(update={"confidence": 1.0})


# --- as statements ---


def correction_quads(corrections: Iterable[Correction]) -> Iterator[Quad]:
    """Return what stands of some corrections as statements of the graph of corrections."""
    for correction in corrections:
        if correction.undone_at is None and correction.kind != "skip":  # that says nothing of documents
            yield from _statements(correction)


def _statements(correction: Correction) -> Iterator[Quad]:
    node = NamedNode(f"{ROOT}review/{correction.id}")
    said: list[tuple[str, NamedNode | Literal | None]] = [
        ("rdf:type", term("kg:Correction")),
        ("kg:decision", Literal(correction.kind)),
        ("dcterms:subject", NamedNode(correction.document)),
        ("oa:exact", Literal(correction.quote) if correction.quote else None),
        ("kg:relation", term(RELATIONS[correction.relation][0]) if correction.relation in RELATIONS else None),
        ("kg:meant", NamedNode(correction.target) if correction.target else None),
        ("dcterms:creator", Literal(correction.by)),
        ("dcterms:created", Literal(correction.at, datatype=term("xsd:dateTime"))),
        ("rdfs:comment", Literal(correction.note) if correction.note else None),
    ]
    return (Quad(node, term(name), value, REVIEW) for name, value in said if value is not None)
