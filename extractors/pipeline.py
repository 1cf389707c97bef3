"""From a text to all that is said about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from importlib import metadata

from legalkg.extractors.citations.find import find_citations
from legalkg.extractors.citations.pinpoints import ProvisionMention, provisions_of
from legalkg.extractors.english import in_vietnamese_terms, printed_title, with_printed_titles
from legalkg.extractors.header.read import read_header, with_known
from legalkg.extractors.layout import Zones, find_zones
from legalkg.extractors.misread import with_figures
from legalkg.extractors.model import (
    Evidence,
    Extraction,
    Mention,
    Pinpoint,
    Provision,
    Relation,
    SourceText,
    Span,
    Zone,
)
from legalkg.extractors.passages import type_of_passage
from legalkg.extractors.quotations import quotations
from legalkg.extractors.registry.confidence import confidence_of
from legalkg.extractors.relations.context import Context, identities
from legalkg.extractors.relations.find import find_relations
from legalkg.extractors.relations.mentions import LONGEST_QUOTE, RelationMention
from legalkg.extractors.rules import Rule
from legalkg.extractors.structure import find_provisions, provision_at
from legalkg.extractors.text import TextView, view

EXTRACTOR = f"legalkg {metadata.version('legalkg')}"
"""Name and version of the extractor, as every extraction and the provenance of every graph gives it."""


def extract(source: SourceText) -> Extraction:
    """Say what a document is, what it cites and how.

    Args:
        source: The text as read; every offset of the result points into ``source.text``.

    Returns:
        The public format. The same text gives the same result, whatever was read before it.
    """
    plain = with_figures(view(source.text))
    seen = in_vietnamese_terms(plain)
    reading = with_known(read_header(seen), source.known)
    zones = find_zones(seen.text, reading.end, reading.signature)
    body_start = next((z.start for z in zones if z.kind == "body"), reading.end)
    body_end = next((z.start for z in zones if z.kind in ("recipients", "signature", "annex")), len(seen.text))
    own = reading.header
    if own.type is None:
        own = own.model_copy(update={"type": type_of_passage(seen.text)})
    calls_itself = own.model_copy(update={"type": reading.printed or own.type})
    citations, documents = find_citations(seen.text, calls_itself, reading.type_start)
    header = reading.header
    if seen is not plain:
        documents = with_printed_titles(seen, citations, documents)
        header = header.model_copy(update={"title": printed_title(seen, *reading.title)}) if reading.title else header
    quoted = quotations(seen.text, 0, len(seen.text))
    provisions = find_provisions(seen.text, body_start, body_end, quoted)
    context = Context(
        text=seen.text,
        citations=citations,
        documents=identities(own, documents),
        title=reading.title,
        header_end=reading.end,
        body_start=body_start,
        body_end=body_end,
        pinpoints={f.start: p for f in citations if (p := provisions_of(seen.text, f.start, f.end))},
        quoted=quoted,
        provisions=tuple(provisions),
    )
    return Extraction(
        id=source.id,
        extractor=EXTRACTOR,
        header=header,
        documents=tuple(documents),
        mentions=tuple(_mentions(seen, source.pages, context, zones, provisions)),
        relations=tuple(_relations(seen, find_relations(context))),
        zones=tuple(_raw_zone(seen, zone) for zone in zones),
        provisions=tuple(provisions) if seen.shifts is None else tuple(_raw_provision(seen, p) for p in provisions),
    )


def _mentions(
    seen: TextView, pages: tuple[int, ...], context: Context, zones: list[Zone], provisions: list[Provision]
) -> Iterator[Mention]:
    zone_starts = Zones(zones)
    provision_starts = [provision.start for provision in provisions]
    for found in context.citations:
        start, end = seen.to_raw(found.start), seen.to_raw(found.end)
        yield Mention(
            start=start,
            end=end,
            text=seen.raw[start:end],
            document=found.document,
            kind=found.kind,
            rule=found.rule.id,
            modifier=found.modifier,
            confidence=_confidence(found.rule),
            parts={
                key: Span(start=seen.to_raw(a), end=seen.to_raw(b))
                for key, (a, b) in found.parts.items()
                if seen.to_raw(b) > seen.to_raw(a)
            },
            pinpoints=_pinpoints(seen, context.pinpoints.get(found.start)),
            zone=zone_starts.kind_at(found.start),
            provision=provision_at(provisions, provision_starts, found.start),
            page=bisect_right(pages, start) or None,
        )


def _pinpoints(seen: TextView, provisions: ProvisionMention | None) -> tuple[Pinpoint, ...]:
    if provisions is None:
        return ()
    start, end = seen.to_raw(provisions.start), seen.to_raw(provisions.end)
    both = ((provisions.eids, False), (provisions.excluded, True))
    text = seen.raw[start:end]
    return tuple(Pinpoint(text=text, start=start, end=end, eids=e, excluded=x) for e, x in both if e)


def _relations(seen: TextView, links: list[RelationMention]) -> list[Relation]:
    """Put together what is said of one pair: one place gives rule and cue, all places are evidence.

    It is the one whose rule was judged surest by its author, whatever was counted since: the counts are made of this.
    """
    together: dict[tuple[str, str, str], list[RelationMention]] = {}
    for link in links:
        together.setdefault((link.source, link.relation, link.target), []).append(link)
    relations = []
    for (source, _, target), links_of_pair in together.items():
        best = max(links_of_pair, key=lambda link: link.said.rule.confidence or 0.0).said
        places = dict.fromkeys(place for link in links_of_pair for place in _places(link))
        relations.append(
            Relation(
                source=source,
                relation=best.relation,
                target=target,
                rule=best.rule.id,
                cue=best.words,
                confidence=_confidence(best.rule),
                evidence=tuple(_evidence(seen, start, end) for start, end in places),
                provisions=_pairs(links_of_pair),
            )
        )
    return relations


def _pairs(links: list[RelationMention]) -> tuple[tuple[str | None, str], ...]:
    """Return which provision acts on which, once each; who does not say which acts adds nothing."""
    pairs = dict.fromkeys(pair for link in links for pair in link.provisions)
    acting = {target for source, target in pairs if source}
    # "Sửa đổi khoản 2 và bổ sung khoản 5 Điều 60": who reads the first verb alone reads a part of the path.
    parts = {(source, target.partition("__")[2]) for source, target in pairs}
    return tuple(pair for pair in pairs if (pair[0] or pair[1] not in acting) and pair not in parts)


def _confidence(rule: Rule) -> float:
    return confidence_of(rule.id, rule.confidence)


def _places(link: RelationMention) -> list[tuple[int, int]]:
    """Return where a relation is said: an item of a list proves nothing without its heading."""
    clause = (link.start, link.end)
    return [link.said.heading, clause] if link.said.heading else [clause]


def _evidence(seen: TextView, start: int, end: int) -> Evidence:
    text = seen.text
    while start < end and text[start] in " \t\n*#|-+•":
        start += 1
    while end > start and text[end - 1] in " \t\n*#|":
        end -= 1
    end = min(end, start + LONGEST_QUOTE)
    raw_start, raw_end = seen.to_raw(start), seen.to_raw(end)
    return Evidence(start=raw_start, end=raw_end, text=seen.raw[raw_start:raw_end])


def _raw_zone(seen: TextView, zone: Zone) -> Zone:
    if seen.shifts is None:
        return zone
    return Zone(kind=zone.kind, start=seen.to_raw(zone.start), end=seen.to_raw(zone.end))


def _raw_provision(seen: TextView, provision: Provision) -> Provision:
    return provision.model_copy(update={"start": seen.to_raw(provision.start), "end": seen.to_raw(provision.end)})
