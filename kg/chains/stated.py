"""Relations as the texts state them, read from the graph for many documents at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from legalkg.extractors.registry.relations import RelationName
from legalkg.kg.batches import batched
from legalkg.kg.catalogue.same_as import SameAs
from legalkg.kg.model import Direction
from legalkg.kg.rdf.vocabulary import document_of_graph, is_document_graph, relation_of, term
from legalkg.kg.store import GraphStore

AT_ONCE = 500
"""Nodes that are read at once."""
Values = Mapping[str, list[NamedNode | Literal]]
"""What is said of a node: IRI of the predicate -> its values."""


class _Node(NamedTuple):
    """A node, and the graph of the text that says something of it."""

    name: NamedNode
    graph: NamedNode


class StatedStep:
    """A relation as one text states it."""

    __slots__ = ("between", "confidence", "evidence", "graph", "relation", "rule", "source", "target")

    def __init__(self, values: Values, graph: NamedNode, canonical: Mapping[str, str]) -> None:
        """Take it from what is said of its node.

        Args:
            values: What is said.
            graph: Of the text.
            canonical: The fullest identities of its ends.
        """

        def value(name: str) -> str:
            return values[term(name).value][0].value

        self.graph = graph
        self.source = canonical[value("kg:source")]
        self.target = canonical[value("kg:target")]
        self.relation: RelationName = relation_of(value("kg:relation"))
        self.rule = value("kg:rule")
        self.confidence = float(value("kg:confidence"))
        self.evidence = _nodes(values, "kg:evidence")
        self.between = _nodes(values, "kg:betweenProvisions")

    @property
    def key(self) -> tuple[str, str, str]:
        """What is stated, whoever states it: source, relation, target."""
        return self.source, self.relation, self.target

    @property
    def stated_by(self) -> str:
        """IRI of the document whose text states it."""
        return document_of_graph(self.graph.value)


class StatedSteps:
    """Reads what the texts of a collection state."""

    def __init__(self, store: GraphStore, same_as: SameAs) -> None:
        self._store = store
        self._same_as = same_as

    def at(self, documents: Iterable[NamedNode], direction: Direction, wanted: frozenset[str]) -> Iterator[StatedStep]:
        """Return what is stated of some documents, where they act ('up') or are acted on ('down').

        Args:
            documents: All the IRIs that stand for them.
            direction: In which they stand.
            wanted: The relations that are of interest.
        """
        role = term("kg:source" if direction == "up" else "kg:target")
        return self._read(self._store.pointing_at(documents, role), wanted)

    def all(self, wanted: frozenset[str]) -> Iterator[StatedStep]:
        """Return all that is stated of some relations."""
        return self._read(self._store.match(None, term("rdf:type"), term("kg:Relation")), wanted)

    def details(self, stated: Iterable[StatedStep]) -> Mapping[NamedNode, Values]:
        """Return what is said of the evidence and of the provisions of some steps."""
        nodes = (_Node(node, one.graph) for one in stated for node in (*one.evidence, *one.between))
        return {node.name: values for node, values in self._values(nodes).items()}

    def _read(self, quads: Iterable[Quad], wanted: frozenset[str]) -> Iterator[StatedStep]:
        nodes = (node for quad in quads if (node := _node_of(quad)))
        for batch in batched(nodes, AT_ONCE):
            values = self._values(self._wanted(batch, wanted))
            ends = (one.value for said in values.values() for end in _ENDS for one in said[term(end).value])
            canonical = self._same_as.canonical_all(dict.fromkeys(ends))
            for node, said in values.items():
                stated = StatedStep(said, node.graph, canonical)
                if stated.source != stated.target:
                    yield stated

    def _wanted(self, nodes: Iterable[_Node], wanted: frozenset[str]) -> list[_Node]:
        """Return the nodes that state a relation of interest, before all of them is read."""
        names = dict.fromkeys(node.name for node in nodes)
        kinds = self._store.about(names, term("kg:relation"))
        found = {
            _node_of(q) for q in kinds if isinstance(q.object, NamedNode) and relation_of(q.object.value) in wanted
        }
        return [node for node in nodes if node in found]

    def _values(self, nodes: Iterable[_Node]) -> dict[_Node, Values]:
        """Return what their own texts say of some nodes, in their order."""
        wanted = dict.fromkeys(nodes)
        said: dict[tuple[object, object], dict[str, list[NamedNode | Literal]]]
        said = {node: defaultdict(list) for node in wanted}
        for quad in self._store.about(dict.fromkeys(node.name for node in wanted)):
            values, value = said.get((quad.subject, quad.graph_name)), quad.object
            if values is not None and isinstance(value, NamedNode | Literal):
                values[quad.predicate.value].append(value)
        return {node: said[node] for node in wanted}


_ENDS = ("kg:source", "kg:target")


def _node_of(quad: Quad) -> _Node | None:
    """Return the node of a statement; None where it is not of a text: only texts themselves state relations."""
    node, graph = quad.subject, quad.graph_name
    if isinstance(node, NamedNode) and isinstance(graph, NamedNode) and is_document_graph(graph.value):
        return _Node(node, graph)
    return None


def _nodes(values: Values, name: str) -> list[NamedNode]:
    return [node for node in values.get(term(name).value, ()) if isinstance(node, NamedNode)]
