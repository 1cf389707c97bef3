"""The registry as RDF: types and terms as SKOS concepts, organs and provinces as organisations, known documents as ELI.

Made from the tables in ``data/registry``, which stay the source; the same tables give the same bytes. Nodes are those
that the graph of a collection uses for types and issuers, so the two join.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple

from legalkg.extractors.registry.bodies import organs, provinces
from legalkg.extractors.registry.tables import split_cell
from legalkg.extractors.registry.terms import terms
from legalkg.extractors.registry.types import document_types
from legalkg.extractors.text import strip_marks
from legalkg.kg.identity.known_documents import all_known_documents
from legalkg.kg.rdf.statements import date_literal, facts_statements
from legalkg.kg.rdf.vocabulary import PREFIXES, ROOT, term

_REGISTRY_PREFIXES = {**PREFIXES, "org": "http://www.w3.org/ns/org#"}
_LEVELS = {"trung_uong": "trung ương", "tinh": "tỉnh, thành phố", "huyen": "huyện", "xa": "xã", "co_so": "cơ sở"}

Statements = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]


def registry_rdf(format: ox.RdfFormat = ox.RdfFormat.TURTLE) -> bytes:  # noqa: A002
    """Write the whole registry, sorted."""
    triples = {Triple(*statement) for part in _PARTS for statement in part()}
    return ox.serialize(sorted(triples, key=str), format=format, prefixes=_REGISTRY_PREFIXES) or b""


def _types() -> Statements:
    scheme = NamedNode(f"{ROOT}type")
    yield from _scheme(scheme, "Loại văn bản", "Types of documents")
    for kind in document_types():
        node = _node("type", kind.name)
        yield from _concept(node, scheme, kind.name)
        for word in kind.words:
            if word != kind.name:
                yield node, term("skos:altLabel"), _vi(word)
        for code in kind.codes:
            yield node, term("skos:notation"), Literal(code)


def _organs() -> Statements:
    """Return organs; a name is one node, at whatever levels it stands, as issuers in texts are known by name."""
    names = {organ.code: organ.name for organ in organs()}
    yield from _scheme(NamedNode(f"{ROOT}organ"), "Cơ quan ban hành", "Issuing organs")
    for organ in organs():
        node = _node("organ", organ.name)
        yield from _concept(node, NamedNode(f"{ROOT}organ"), organ.name)
        yield node, term("rdf:type"), _org("Organization")
        yield node, term("skos:notation"), Literal(organ.code)
        yield node, _org("classification"), NamedNode(f"{ROOT}level/{organ.level.replace('_', '-')}")
        if organ.parent and names[organ.parent] != organ.name:
            yield node, _org("subOrganizationOf"), _node("organ", names[organ.parent])
        if organ.merged_into:
            yield from _merger(node, [_node("organ", names[organ.merged_into])], organ.until, organ.name)
        yield from _sources(node, organ.sources)


def _levels() -> Statements:
    scheme = NamedNode(f"{ROOT}level")
    yield from _scheme(scheme, "Cấp", "Levels")
    for code, name in _LEVELS.items():
        yield from _concept(NamedNode(f"{ROOT}level/{code.replace('_', '-')}"), scheme, name)


def _provinces() -> Statements:
    scheme = NamedNode(f"{ROOT}province")
    yield from _scheme(scheme, "Tỉnh, thành phố", "Provinces and cities under the centre")
    for province in provinces():
        node = _node("province", province.name)
        yield from _concept(node, scheme, province.name)
        if province.code:
            yield node, term("skos:notation"), Literal(province.code)
        for alias in province.aliases:
            yield node, term("skos:altLabel"), _vi(alias)
        if province.heirs:
            heirs = [_node("province", name) for name in province.heirs]
            yield from _merger(node, heirs, province.until, province.name)
        yield from _sources(node, province.sources)


def _terms() -> Statements:
    scheme = NamedNode(f"{ROOT}term")
    yield from _scheme(scheme, "Khóa, nhiệm kỳ", "Terms of committees and assemblies")
    for row in terms():
        node = _node("term", f"{row.body} {row.term}")
        yield from _concept(node, scheme, f"{row.body}, {row.term}")
        yield node, term("kg:from"), date_literal(row.start)
        if row.end:
            yield node, term("kg:until"), date_literal(row.end)
        yield from _sources(node, row.sources)


def _known_documents() -> Statements:
    for entry in all_known_documents():
        node = NamedNode(entry.identity.iri)
        yield from facts_statements(entry.identity.iri, entry.facts)
        if entry.effective:
            yield node, term("eli:first_date_entry_in_force"), date_literal(entry.effective)
        for alias in entry.aliases:
            yield node, term("skos:altLabel"), _vi(alias)
        yield from _sources(node, split_cell(entry.source))


_PARTS = (_types, _levels, _organs, _provinces, _terms, _known_documents)


def _scheme(node: NamedNode, vietnamese: str, english: str) -> Statements:
    yield node, term("rdf:type"), term("skos:ConceptScheme")
    yield node, term("skos:prefLabel"), _vi(vietnamese)
    yield node, term("skos:prefLabel"), Literal(english, language="en")


def _concept(node: NamedNode, scheme: NamedNode, label: str) -> Statements:
    yield node, term("rdf:type"), term("skos:Concept")
    yield node, term("skos:inScheme"), scheme
    yield node, term("skos:prefLabel"), _vi(label)


def _merger(old: NamedNode, heirs: list[NamedNode], until: str, name: str) -> Statements:
    """Return the change that ended an organisation and led to others (ORG, section 3.9)."""
    change = NamedNode(f"{old.value}/sap-nhap")
    yield change, term("rdf:type"), _org("ChangeEvent")
    yield change, term("rdfs:label"), _vi(f"Sáp nhập {name}")
    yield change, _org("originalOrganization"), old
    yield old, _org("changedBy"), change
    if until:
        yield change, term("kg:until"), date_literal(until)
    for heir in heirs:
        yield change, _org("resultingOrganization"), heir


def _sources(node: NamedNode, sources: Iterable[str]) -> Statements:
    for source in sources:
        yield node, term("dcterms:source"), Literal(source)


def _node(kind: str, name: str) -> NamedNode:
    return NamedNode(f"{ROOT}{kind}/{re.sub(r'[^a-z0-9]+', '-', strip_marks(name)).strip('-')}")


def _org(name: str) -> NamedNode:
    return NamedNode(_REGISTRY_PREFIXES["org"] + name)


def _vi(text: str) -> Literal:
    return Literal(text, language="vi")
