"""What one document's text says, as RDF in one named graph: no blank node, no clock, the same bytes each time.

Facts of the document and of what it cites; a plain edge for each relation with its super-properties written out;
beside it a node that carries rule, cue, confidence and the evidence; a ``cito:Citation`` for each mention; and the
provenance of the reading. A selector is one node with position (code points) and quote, named after RFC 5147.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from legalkg.extractors.model import THIS, Evidence, Extraction, Mention, Relation, SourceText
from legalkg.extractors.partial_dates import is_date
from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.structure import provision_at
from legalkg.extractors.text import slug
from legalkg.kg.identity.keys import DocumentFacts
from legalkg.kg.identity.resolve import Resolution, by_id, facts_of_header
from legalkg.kg.rdf.provisions import Pair, acting_pairs, provision_node, provision_statements
from legalkg.kg.rdf.vocabulary import CHANGES, RELATIONS, ROOT, graph_of, term

_CONTEXT = 40
"""Code points of prefix and suffix in a quote selector."""
_DATATYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


def statements(
    source: SourceText, extraction: Extraction, iri: str, resolutions: Sequence[Resolution], sha256: str
) -> list[Quad]:
    """Write what a document's text says.

    Args:
        source: The text, for the quotes.
        extraction: What was found in it.
        iri: The document's own IRI.
        resolutions: What became of each document that it cites.
        sha256: Hash of the file's bytes, hexadecimal.

    Returns:
        The quads, without repetition, in a fixed order.
    """
    graph = graph_of(iri)
    writer = _Writer(source, extraction, iri, by_id(resolutions))
    found = dict.fromkeys(writer.all(sha256))
    return [Quad(subject, predicate, value, graph) for subject, predicate, value in found]


def facts_statements(iri: str, facts: DocumentFacts) -> Iterator[Statement]:
    """Write what is known of a document."""
    node = NamedNode(iri)
    yield node, term("rdf:type"), term("eli:LegalResource")
    if facts.number:
        yield node, term("eli:id_local"), Literal(facts.number)
        yield node, term("eli:number"), Literal(re.split(r"[-/]", facts.number)[0].strip())
    if facts.type:
        yield from _named(node, "eli:type_document", "type", facts.type, "skos:Concept")
    if facts.issuer:
        yield from _named(node, "eli:passed_by", "organ", facts.issuer, "org:Organization")
    if facts.date:
        yield node, term("eli:date_document"), date_literal(facts.date)
    if facts.title:
        yield node, term("eli:title"), Literal(facts.title, language="vi")
    if facts.name:
        yield node, term("kg:name"), Literal(facts.name, language="vi")


def date_literal(text: str) -> Literal:
    """Return a date as exact as it is known; one that does not exist stays a plain string."""
    return Literal(text, datatype=term(_DATATYPES[len(text)])) if is_date(text) else Literal(text)


def _named(node: NamedNode, predicate: str, kind: str, label: str, cls: str) -> Iterator[Statement]:
    named = NamedNode(f"{ROOT}{kind}/{slug(label)}")
    yield node, term(predicate), named
    yield named, term("rdf:type"), term(cls)
    yield named, term("skos:prefLabel"), Literal(label, language="vi")


@cache
def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=term("xsd:integer"))


def _decimal(value: float) -> Literal:
    return Literal(f"{value:.4f}".rstrip("0").rstrip(".") or "0", datatype=term("xsd:decimal"))


def _between(
    node: NamedNode, relation: RelationName, documents: tuple[NamedNode, NamedNode], pair: Pair
) -> Iterator[Statement]:
    """Write which provision of one document acts on which of another; a change is a plain edge, too."""
    source, target = (
        provision_node(document.value, eid) if eid else document for document, eid in zip(documents, pair, strict=True)
    )
    yield node, term("rdf:type"), term("kg:ProvisionRelation")
    yield node, term("kg:sourceProvision"), source
    yield node, term("kg:targetProvision"), target
    for document, eid in zip(documents, pair, strict=True):
        if eid:
            yield from provision_statements(document.value, eid)
    if relation in CHANGES:
        for name in RELATIONS[relation]:
            yield source, term(name), target


class _Writer:
    """Writes one document's graph."""

    def __init__(
        self, source: SourceText, extraction: Extraction, iri: str, resolutions: Mapping[str, Resolution]
    ) -> None:
        self._source = source
        self._extraction = extraction
        self._iri = iri
        self._resolutions = resolutions
        self._graph = graph_of(iri).value
        self._provisions = sorted(extraction.provisions, key=lambda provision: provision.start)
        self._starts = [provision.start for provision in self._provisions]
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in extraction.mentions:
            self._mentions[mention.document].append(mention)

    def all(self, sha256: str) -> Iterator[Statement]:
        yield from facts_statements(self._iri, facts_of_header(self._extraction.header))
        yield NamedNode(self._iri), term("kg:held"), Literal("true", datatype=term("xsd:boolean"))
        if effective := self._extraction.header.effective:
            yield NamedNode(self._iri), term("eli:first_date_entry_in_force"), date_literal(effective)
        yield from self._reading(sha256)
        for resolution in self._resolutions.values():
            if resolution.target and resolution.outcome != "self":
                yield from facts_statements(resolution.target, resolution.facts)
        for number, mention in enumerate(self._extraction.mentions, 1):
            if mention.document in self._resolutions:
                yield from self._citation(number, mention)
        for number, relation in enumerate(self._extraction.relations, 1):
            yield from self._relation(number, relation)

    def _reading(self, sha256: str) -> Iterator[Statement]:
        graph, reading = NamedNode(self._graph), self._node("reading")
        file = NamedNode(f"{ROOT}file/{sha256}")
        extractor = NamedNode(f"{ROOT}extractor/{re.sub(r'[^A-Za-z0-9.]+', '-', self._extraction.extractor)}")
        yield graph, term("rdf:type"), term("prov:Entity")
        yield graph, term("prov:wasGeneratedBy"), reading
        yield graph, term("prov:wasDerivedFrom"), file
        yield graph, term("dcterms:subject"), NamedNode(self._iri)
        yield file, term("rdf:type"), term("prov:Entity")
        yield file, term("kg:sha256"), Literal(sha256)
        yield file, term("dcterms:format"), Literal(self._source.media_type)
        yield reading, term("rdf:type"), term("prov:Activity")
        yield reading, term("prov:used"), file
        yield reading, term("prov:wasAssociatedWith"), extractor
        yield extractor, term("rdf:type"), term("prov:SoftwareAgent")
        yield extractor, term("rdfs:label"), Literal(self._extraction.extractor)

    def _citation(self, number: int, mention: Mention) -> Iterator[Statement]:
        resolution = self._resolutions[mention.document]
        node = self._node(f"citation-{number}")
        yield node, term("rdf:type"), term("cito:Citation")
        yield node, term("cito:hasCitingEntity"), NamedNode(self._iri)
        if resolution.target:
            yield node, term("cito:hasCitedEntity"), NamedNode(resolution.target)
            if resolution.outcome != "self":
                yield NamedNode(self._iri), term("eli:cites"), NamedNode(resolution.target)
        yield from self._candidates(f"citation-{number}", resolution)
        yield node, term("kg:outcome"), term(f"kg:{resolution.outcome}")
        yield node, term("kg:resolutionRule"), Literal(resolution.rule.id)
        yield node, term("kg:reason"), Literal(resolution.reason, language="en")
        if resolution.similarity is not None:
            yield node, term("kg:titleSimilarity"), _decimal(resolution.similarity)
        yield node, term("kg:mentionKind"), Literal(mention.kind)
        yield node, term("kg:rule"), Literal(mention.rule)
        if mention.modifier:
            yield node, term("kg:modifier"), Literal(mention.modifier)
        yield node, term("kg:confidence"), _decimal(mention.confidence)
        for pinpoint in mention.pinpoints:
            for eid in pinpoint.eids:
                yield node, term("kg:exceptPinpoint" if pinpoint.excluded else "kg:pinpoint"), Literal(eid)
                if resolution.target and not pinpoint.excluded:
                    yield node, term("kg:citedProvision"), provision_node(resolution.target, eid)
                    yield from provision_statements(resolution.target, eid)
        selector, selection = self._selector(mention.start, mention.end, mention.page, mention.provision)
        yield node, term("oa:hasSelector"), selector
        yield from selection

    def _candidates(self, citation: str, resolution: Resolution) -> Iterator[Statement]:
        """Write what an ambiguous citation may mean: a plain edge, and beside it a node with the score."""
        for number, candidate in enumerate(resolution.candidates, 1):
            document, node = NamedNode(candidate.iri), self._node(f"{citation}-candidate-{number}")
            yield self._node(citation), term("kg:candidate"), document
            yield self._node(citation), term("kg:candidacy"), node
            yield node, term("rdf:type"), term("kg:Candidacy")
            yield node, term("kg:mayMean"), document
            yield node, term("kg:score"), _decimal(candidate.score)

    def _relation(self, number: int, relation: Relation) -> Iterator[Statement]:
        source, target = self._target(relation.source), self._target(relation.target)
        if source is None or target is None or source == target:
            return
        properties = RELATIONS[relation.relation]
        for name in properties:
            yield source, term(name), target
        node = self._node(f"relation-{number}")
        yield node, term("rdf:type"), term("kg:Relation")
        yield node, term("kg:source"), source
        yield node, term("kg:relation"), term(properties[0])
        yield node, term("kg:target"), target
        yield node, term("kg:rule"), Literal(relation.rule)
        yield node, term("kg:cue"), Literal(relation.cue, language="vi")
        yield node, term("kg:confidence"), _decimal(relation.confidence)
        for evidence in relation.evidence:
            selector, selection = self._evidence(evidence)
            yield node, term("kg:evidence"), selector
            yield from selection
        for count, pair in enumerate(acting_pairs(relation, self._mentions[relation.target]), 1):
            yield node, term("kg:betweenProvisions"), (between := self._node(f"relation-{number}-{count}"))
            yield from _between(between, relation.relation, (source, target), pair)

    def _target(self, document: str) -> NamedNode | None:
        if document == THIS:
            return NamedNode(self._iri)
        resolution = self._resolutions.get(document)
        return NamedNode(resolution.target) if resolution and resolution.target else None

    def _evidence(self, evidence: Evidence) -> tuple[NamedNode, Iterator[Statement]]:
        start = evidence.start
        page = bisect_right(self._source.pages, start) or None
        return self._selector(start, evidence.end, page, provision_at(self._provisions, self._starts, start))

    def _selector(
        self, start: int, end: int, page: int | None, provision: str | None
    ) -> tuple[NamedNode, Iterator[Statement]]:
        node = self._node(f"char={start},{end}")
        return node, self._selection(node, start, end, page, provision)

    def _selection(
        self, node: NamedNode, start: int, end: int, page: int | None, provision: str | None
    ) -> Iterator[Statement]:
        text = self._source.text
        yield node, term("rdf:type"), term("oa:TextPositionSelector")
        yield node, term("rdf:type"), term("oa:TextQuoteSelector")
        yield node, term("oa:start"), _integer(start)
        yield node, term("oa:end"), _integer(end)
        yield node, term("oa:exact"), Literal(text[start:end])
        yield node, term("oa:prefix"), Literal(text[max(0, start - _CONTEXT) : start])
        yield node, term("oa:suffix"), Literal(text[end : end + _CONTEXT])
        if page:
            yield node, term("kg:page"), _integer(page)
        if provision:
            yield node, term("kg:provision"), Literal(provision)

    def _node(self, local: str) -> NamedNode:
        return NamedNode(f"{self._graph}#{local}")
