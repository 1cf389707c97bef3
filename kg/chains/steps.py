"""Steps read from the graph, and chains of them: what a document rests on (up) or what carries it out (down)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from legalkg.extractors.registry.relations import RelationName
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.chains.effects import Effects
from legalkg.kg.chains.force import FORCE_RELATIONS, force_on
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.chains.walk import Walk
from legalkg.kg.model import Chain, Direction, Force, ProvisionPair, Quote, Step
from legalkg.kg.rdf.provisions import split_provision
from legalkg.kg.rdf.vocabulary import RELATIONS, document_of_graph, is_document_graph, relation_of, term
from legalkg.kg.store import GraphStore


class Chains:
    """Walks the graph of a collection."""

    def __init__(self, store: GraphStore, tables: Tables, effects: Effects) -> None:
        """Prepare for walking.

        Args:
            store: The graph.
            tables: Know the documents, and which IRIs stand for one; a walk treats them as one.
            effects: Knows from when documents have effect.
        """
        self._store = store
        self._same_as = tables.same_as
        self._describe = cache(tables.catalogue.describe)
        self._effects = effects

    def chain(self, root: str, query: ChainQuery) -> Chain:
        """Walk from the document of an IRI."""
        walk = Walk(self._describe(self._same_as.canonical(root)), query, self.steps)
        target = self._same_as.canonical(query.to.iri) if query.to else None
        if target and query.paths:
            walk.run()
            walk.keep_best(target, query.paths)
        else:
            walk.run(target)
            if target:
                walk.keep_shortest(target)
        return self._with_forces(walk.chain(), query.as_of)

    def force(self, iri: str, as_of: date) -> Force:
        """Return whether a document is in force on a day, and which documents say so."""
        same = self._same_as.canonical(iri)
        return force_on(self._describe(same), self.steps(same, "down", FORCE_RELATIONS), self._effects, as_of)

    def _with_forces(self, chain: Chain, as_of: date | None) -> Chain:
        if as_of is None:
            return chain
        forces = {document.iri: self.force(document.iri, as_of) for document in chain.documents}
        return chain.model_copy(update={"forces": forces})

    def steps(self, iri: str, direction: Direction, wanted: frozenset[str]) -> list[Step]:
        """Return the steps away from a document, in a fixed order; several texts that state one step are one step."""
        role = term("kg:source" if direction == "up" else "kg:target")
        members = self._same_as.members(iri)
        found = (quad for member in members for quad in self._store.match(None, role, NamedNode(member)))
        return self._merged(found, wanted)

    def all_steps(self) -> list[Step]:
        """Return every step of the collection, of every relation, in a fixed order."""
        return self._merged(self._store.match(None, term("rdf:type"), term("kg:Relation")), frozenset(RELATIONS))

    def _merged(self, nodes: Iterable[Quad], wanted: frozenset[str]) -> list[Step]:
        stated: dict[tuple[str, str, str], list[_StatedStep]] = defaultdict(list)
        for quad in nodes:
            node, graph = quad.subject, quad.graph_name
            # What other graphs say of a document is no step: only the texts themselves state relations.
            if isinstance(node, NamedNode) and isinstance(graph, NamedNode) and is_document_graph(graph.value):
                if not self._is_wanted(node, graph, wanted):
                    continue
                found = self._read(node, graph)
                if found.source != found.target:
                    stated[found.source, found.relation, found.target].append(found)
        return [self._step(same) for _, same in sorted(stated.items())]

    def _is_wanted(self, node: NamedNode, graph: NamedNode, wanted: frozenset[str]) -> bool:
        """Return whether a node states a relation of interest, before all of it is read."""
        kinds = self._store.match(node, term("kg:relation"), None, graph)
        return any(relation_of(q.object.value) in wanted for q in kinds if isinstance(q.object, NamedNode))

    def _read(self, node: NamedNode, graph: NamedNode) -> _StatedStep:
        values: dict[str, list[NamedNode | Literal]] = defaultdict(list)
        for quad in self._store.match(node, None, None, graph):
            if isinstance(quad.object, NamedNode | Literal):
                values[quad.predicate.value].append(quad.object)
        return _StatedStep(values, graph, self._same_as.canonical)

    def _step(self, stated: list[_StatedStep]) -> Step:
        best = max(stated, key=lambda found: found.confidence)
        quotes = [quote for found in stated for quote in self._quotes(found)]
        between = {pair for found in stated for pair in self._between(found)}
        return Step(
            source=self._describe(best.source),
            relation=best.relation,
            target=self._describe(best.target),
            quotes=tuple(sorted(quotes, key=lambda quote: (quote.document.id, quote.start, quote.end))),
            rule=best.rule,
            confidence=best.confidence,
            provisions=tuple(sorted(between, key=lambda pair: (pair.source or "", pair.target))),
        )

    def _between(self, stated: _StatedStep) -> Iterator[ProvisionPair]:
        for node in stated.between:
            ends = {q.predicate.value: q.object.value for q in self._store.match(node, None, None, stated.graph)
                    if isinstance(q.object, NamedNode)}  # fmt: skip
            _, source = split_provision(ends[term("kg:sourceProvision").value])
            _, target = split_provision(ends[term("kg:targetProvision").value])
            yield ProvisionPair(source=source, target=target or "")

    def _quotes(self, stated: _StatedStep) -> Iterator[Quote]:
        document = self._describe(document_of_graph(stated.graph.value))
        for node in stated.evidence:
            values = {q.predicate.value: q.object.value for q in self._store.match(node, None, None, stated.graph)
                      if isinstance(q.object, Literal)}  # fmt: skip
            page = values.get(term("kg:page").value)
            yield Quote(
                document=document,
                start=int(values[term("oa:start").value]),
                end=int(values[term("oa:end").value]),
                text=values[term("oa:exact").value],
                page=int(page) if page else None,
                provision=values.get(term("kg:provision").value),
            )


class _StatedStep:
    """A relation as one text states it."""

    __slots__ = ("between", "confidence", "evidence", "graph", "relation", "rule", "source", "target")

    def __init__(
        self,
        values: Mapping[str, list[NamedNode | Literal]],
        graph: NamedNode,
        canonical: Callable[[str], str],
    ) -> None:
        def value(name: str) -> str:
            return values[term(name).value][0].value

        self.graph = graph
        self.source = canonical(value("kg:source"))
        self.target = canonical(value("kg:target"))
        self.relation: RelationName = relation_of(value("kg:relation"))
        self.rule = value("kg:rule")
        self.confidence = float(value("kg:confidence"))
        self.evidence = [node for node in values[term("kg:evidence").value] if isinstance(node, NamedNode)]
        self.between = [node for node in values[term("kg:betweenProvisions").value] if isinstance(node, NamedNode)]
