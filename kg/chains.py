"""Chains: everything that a document rests on (up) or that carries it out (down), with the words for each step.

Breadth first and iterative, so depth is no limit. A document is followed once; a step back to one that was already
passed is kept in the chain and ends it there.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from extractors.model import RelationName
from kg.links import Links
from kg.model import Chain, Direction, Document, Provisions, Quote, Step
from kg.provisions import split_provision
from kg.store import GraphStore
from kg.vocabulary import RELATIONS, RESTS_ON, document_of_graph, relation_of, term

CITES_NOTHING = "cites nothing further"
NOT_HELD = "not held"
NOTHING_FURTHER = "nothing held carries it out further"
DEPTH = "depth"
CYCLE = "cycle"

Describe = Callable[[str], Document]


class Chains:
    """Walks the graph of a collection."""

    def __init__(self, store: GraphStore, links: Links, describe: Describe) -> None:
        """Prepare for walking.

        Args:
            store: The graph.
            links: Which IRIs stand for one document; a walk treats them as one.
            describe: Gives the document of an IRI.
        """
        self._store = store
        self._links = links
        self._describe = describe

    def chain(
        self,
        root: str,
        direction: Direction,
        depth: int | None = None,
        relations: Iterable[str] | None = None,
        to: str | None = None,
    ) -> Chain:
        """Walk from a document.

        Args:
            root: Its IRI.
            direction: Up to what it rests on, down to what carries it out.
            depth: Greatest number of steps; None for no limit.
            relations: The relations to follow; those of ``vocabulary.RESTS_ON`` if None.
            to: IRI of a document: only the shortest paths to it are given, none if it is not reached.
        """
        wanted = frozenset(RESTS_ON if relations is None else relations)
        walk = _Walk(self, self._links.canonical(root), direction, wanted)
        walk.run(depth, self._links.canonical(to) if to else None)
        return walk.chain(self._describe, self._links.canonical(to) if to else None)

    def steps(self, iri: str, direction: Direction, wanted: frozenset[str]) -> list[Step]:
        """Give the steps away from a document, in a fixed order; several texts that state one step are one step."""
        role = term("kg:source" if direction == "up" else "kg:target")
        members = self._links.members(iri)
        found = (quad for member in members for quad in self._store.match(None, role, NamedNode(member)))
        return self._merged(found, wanted)

    def all_steps(self) -> list[Step]:
        """Give every step of the collection, of every relation, in a fixed order."""
        return self._merged(self._store.match(None, term("rdf:type"), term("kg:Relation")), frozenset(RELATIONS))

    def _merged(self, nodes: Iterable[Quad], wanted: frozenset[str]) -> list[Step]:
        stated: dict[tuple[str, str, str], list[_Stated]] = defaultdict(list)
        for quad in nodes:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
                found = self._read(quad.subject, quad.graph_name)
                if found.relation in wanted and found.source != found.target:
                    stated[found.source, found.relation, found.target].append(found)
        return [self._step(same) for _, same in sorted(stated.items())]

    def _read(self, node: NamedNode, graph: NamedNode) -> _Stated:
        values: dict[str, list[NamedNode | Literal]] = defaultdict(list)
        for quad in self._store.match(node, None, None, graph):
            if isinstance(quad.object, NamedNode | Literal):
                values[quad.predicate.value].append(quad.object)
        return _Stated(values, graph, self._links.canonical)

    def _step(self, stated: list[_Stated]) -> Step:
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

    def _between(self, stated: _Stated) -> Iterator[Provisions]:
        for node in stated.between:
            ends = {q.predicate.value: q.object.value for q in self._store.match(node, None, None, stated.graph)
                    if isinstance(q.object, NamedNode)}  # fmt: skip
            _, source = split_provision(ends[term("kg:sourceProvision").value])
            _, target = split_provision(ends[term("kg:targetProvision").value])
            yield Provisions(source=source, target=target or "")

    def _quotes(self, stated: _Stated) -> Iterator[Quote]:
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


class _Stated:
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


class _Walk:
    """One walk from one root."""

    def __init__(self, chains: Chains, root: str, direction: Direction, wanted: frozenset[str]) -> None:
        self._chains = chains
        self._root = root
        self._direction = direction
        self._wanted = wanted
        self._depths = {root: 0}
        self._steps: dict[str, list[Step]] = {}
        self._cut: set[str] = set()

    def run(self, depth: int | None, to: str | None) -> None:
        """Reach everything, or everything no farther than ``to``."""
        waiting = deque([self._root])
        while waiting:
            here = waiting.popleft()
            if here == to:
                continue
            steps = self._chains.steps(here, self._direction, self._wanted)
            if depth is not None and self._depths[here] >= depth:
                if steps:
                    self._cut.add(here)
                continue
            if to in self._depths and self._depths[here] >= self._depths[to]:
                continue
            self._steps[here] = steps
            for step in steps:
                there = self._other_end(step)
                if there not in self._depths:
                    self._depths[there] = self._depths[here] + 1
                    waiting.append(there)

    def chain(self, describe: Describe, to: str | None) -> Chain:
        """Give what was reached; with ``to`` only the shortest paths there."""
        if to is not None:
            self._keep_paths(to)
        documents = {iri: describe(iri) for iri in self._depths}
        steps = [step for iri in self._depths for step in self._steps.get(iri, ())]
        return Chain(
            root=documents[self._root],
            direction=self._direction,
            documents=tuple(documents.values()),
            steps=tuple(steps),
            depths=dict(self._depths),
            ends={} if to else self._ends(documents),
        )

    def _other_end(self, step: Step) -> str:
        return step.target.iri if self._direction == "up" else step.source.iri

    def _keep_paths(self, to: str) -> None:
        """Forget all that is not on a shortest path to a document: walk back from it, one depth at a time."""
        kept = {to} & self._depths.keys()
        for iri in reversed(self._depths):
            onward = [
                step for step in self._steps.get(iri, ()) if self._other_end(step) in kept and self._goes_on(iri, step)
            ]
            self._steps[iri] = onward
            if onward:
                kept.add(iri)
        self._depths = {iri: depth for iri, depth in self._depths.items() if iri in kept or iri == self._root}

    def _ends(self, documents: Mapping[str, Document]) -> dict[str, str]:
        ends = {iri: self._why_end(document) for iri, document in documents.items() if not self._steps.get(iri)}
        back = {iri for iri, steps in self._steps.items() if steps and not any(self._goes_on(iri, s) for s in steps)}
        if back:
            circle = self._circles()
            ends |= dict.fromkeys(
                (i for i in back if all(circle[i] == circle[self._other_end(s)] for s in self._steps[i])),
                CYCLE,
            )
        return {iri: ends[iri] for iri in documents if iri in ends}

    def _goes_on(self, iri: str, step: Step) -> bool:
        return self._depths[self._other_end(step)] > self._depths[iri]

    def _why_end(self, document: Document) -> str:
        if document.iri in self._cut:
            return DEPTH
        if self._direction == "down":
            return NOTHING_FURTHER
        return CITES_NOTHING if document.held else NOT_HELD

    def _circles(self) -> dict[str, int]:
        """Number the sets of documents that lead back to one another."""
        import networkx as nx

        graph = nx.DiGraph()
        graph.add_nodes_from(self._depths)
        graph.add_edges_from((s.source.iri, s.target.iri) for steps in self._steps.values() for s in steps)
        found = enumerate(nx.strongly_connected_components(graph))
        return {iri: number for number, members in found for iri in members}
