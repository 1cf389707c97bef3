"""Relations as the texts state them, read from the graph for many documents at once.

That a text cites a document is stated by each of its citations; all else by a node of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from legalkg.extractors.registry.relations import RelationName
from legalkg.kg.batches import batched
from legalkg.kg.catalogue.same_as import SameAs
from legalkg.kg.model import Direction
from legalkg.kg.rdf.vocabulary import CITES, document_of_graph, is_document_graph, relation_of, term
from legalkg.kg.store import GraphStore

AT_ONCE = 500
"""Nodes that are read at once."""
Values = Mapping[str, list[NamedNode | Literal]]
"""What is said of a node: IRI of the predicate -> its values."""


class _Node(NamedTuple):
    """A node, and the graph of the text that says something of it."""

    name: NamedNode
    graph: NamedNode


@dataclass(frozen=True, slots=True)
class _Form:
    """By which predicates a node says who acts on whom, and where the words are."""

    source: str
    target: str
    evidence: str


_RELATION = _Form(*(term(name).value for name in ("kg:source", "kg:target", "kg:evidence")))
_CITATION = _Form(*(term(name).value for name in ("cito:hasCitingEntity", "cito:hasCitedEntity", "oa:hasSelector")))


class StatedStep:
    """A relation as one text states it."""

    __slots__ = ("between", "confidence", "evidence", "graph", "provisions", "relation", "rule", "source", "target")

    def __init__(self, values: Values, graph: NamedNode, canonical: Mapping[str, str]) -> None:
        """Take it from what is said of its node.

        Args:
            values: What is said.
            graph: Of the text.
            canonical: The fullest identities of its ends.
        """

        def value(name: str) -> str:
            return values[term(name).value][0].value

        form = _CITATION if _CITATION.source in values else _RELATION
        self.graph = graph
        self.source = canonical[values[form.source][0].value]
        self.target = canonical[values[form.target][0].value]
        self.relation: RelationName = CITES if form is _CITATION else relation_of(value("kg:relation"))
        self.rule = value("kg:rule")
        self.confidence = float(value("kg:confidence"))
        self.evidence = _nodes(values, form.evidence)
        self.between = _nodes(values, term("kg:betweenProvisions").value)
        self.provisions = _nodes(values, term("kg:citedProvision").value)

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
        nodes = list(documents)
        forms = [*([_RELATION] if wanted - {CITES} else []), *([_CITATION] if CITES in wanted else [])]
        for form in forms:
            role = NamedNode(form.source if direction == "up" else form.target)
            yield from self._read(self._store.pointing_at(nodes, role), form, wanted)

    def all(self, wanted: frozenset[str]) -> Iterator[StatedStep]:
        """Return all that is stated of some relations; citations are none."""
        return self._read(self._store.match(None, term("rdf:type"), term("kg:Relation")), _RELATION, wanted)

    def details(self, stated: Iterable[StatedStep]) -> Mapping[NamedNode, Values]:
        """Return what is said of the evidence and of the provisions of some steps."""
        nodes = (_Node(node, one.graph) for one in stated for node in (*one.evidence, *one.between))
        return {node.name: values for node, values in self._values(nodes).items()}

    def _read(self, quads: Iterable[Quad], form: _Form, wanted: frozenset[str]) -> Iterator[StatedStep]:
        nodes = (node for quad in quads if (node := _node_of(quad)))
        for batch in batched(nodes, AT_ONCE):
            values = self._values(batch if form is _CITATION else self._wanted(batch, wanted))
            values = {node: said for node, said in values.items() if said.get(form.source) and said.get(form.target)}
            ends = (one.value for said in values.values() for end in (form.source, form.target) for one in said[end])
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


def _node_of(quad: Quad) -> _Node | None:
    """Return the node of a statement; None where it is not of a text: only texts themselves state relations."""
    node, graph = quad.subject, quad.graph_name
    if isinstance(node, NamedNode) and isinstance(graph, NamedNode) and is_document_graph(graph.value):
        return _Node(node, graph)
    return None


def _nodes(values: Values, predicate: str) -> list[NamedNode]:
    return [node for node in values.get(predicate, ()) if isinstance(node, NamedNode)]
