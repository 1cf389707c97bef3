"""Steps read from the graph, and chains of them: what a document rests on (up) or what carries it out (down).

Store and catalogue are asked for many documents at a time, since each question to a server is a way there and back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from pyoxigraph import NamedNode

from legalkg.kg.batches import batched
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.chains.effects import Effects
from legalkg.kg.chains.force import FORCE_RELATIONS, force_on, only_amends
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.chains.stated import StatedStep, StatedSteps, Values
from legalkg.kg.chains.walk import RESTS_ON_NOTHING, Walk
from legalkg.kg.model import Chain, Direction, Document, Force, ProvisionPair, Quote, Step
from legalkg.kg.rdf.provisions import provision_order, split_provision
from legalkg.kg.rdf.vocabulary import ACTS, term
from legalkg.kg.store import GraphStore

AT_ONCE = 500
"""Steps whose quotes are read at once."""
_Groups = defaultdict[tuple[str, str, str], list[StatedStep]]
"""What several texts state as one step: (source, relation, target) -> each time that it is stated."""


class Chains:
    """Walks the graph of a collection."""

    def __init__(self, store: GraphStore, tables: Tables, effects: Effects) -> None:
        """Prepare for walking.

        Args:
            store: The graph.
            tables: Know the documents, and which IRIs stand for one; a walk treats them as one.
            effects: Knows from when documents have effect.
        """
        self._stated = StatedSteps(store, tables.same_as)
        self._catalogue = tables.catalogue
        self._citing = tables.citing
        self._same_as = tables.same_as
        self._effects = effects
        self._documents: dict[str, Document] = {}

    def chain(self, root: str, query: ChainQuery) -> Chain:
        """Walk from the document of an IRI."""
        walk = Walk(self._describe(self._same_as.canonical(root)), query, self.steps_of_all)
        target = self._same_as.canonical(query.to.iri) if query.to else None
        if target and query.paths:
            walk.run()
            walk.keep_best(target, query.paths)
        else:
            walk.run(target)
            if target:
                walk.keep_shortest(target)
        return self._with_forces(self._with_citations(walk.chain()), query.as_of)

    def force(self, iri: str, as_of: date) -> Force:
        """Return whether a document is in force on a day, and which documents say so."""
        document = self._describe(self._same_as.canonical(iri))
        return self._forces([document], as_of)[document.iri]

    def _with_citations(self, chain: Chain) -> Chain:
        """Say of documents that rest on nothing how many they cite all the same."""
        ends = [iri for iri, reason in chain.ends.items() if reason == RESTS_ON_NOTHING]
        cited = {iri: len(others) for iri, others in self.cited_by_each(ends).items()}
        said = {iri: f"{RESTS_ON_NOTHING}; cites {_others(cited[iri])}" for iri in ends}
        return chain.model_copy(update={"ends": chain.ends | said})

    def cited_by_each(self, iris: Iterable[str]) -> Mapping[str, set[str]]:
        """Return the canonical IRIs of all that each of some documents cites, itself left out."""
        members = self._same_as.members_all(iris)
        cited = self._citing.cited(one for same in members.values() for one in same)
        canonical = self._same_as.canonical_all({iri for others in cited.values() for iri in others})
        return {
            iri: {canonical[other] for one in same for other in cited.get(one, ())} - {iri}
            for iri, same in members.items()
        }

    def _with_forces(self, chain: Chain, as_of: date | None) -> Chain:
        if as_of is None:
            return chain
        return chain.model_copy(update={"forces": self._forces(chain.documents, as_of)})

    def _forces(self, documents: Sequence[Document], as_of: date) -> dict[str, Force]:
        """Return how documents stand on a day; of those that only amend, also by how those stand that they amend."""
        acts = self.steps_of_all([one.iri for one in documents if only_amends(one)], "up", frozenset({"amends"}))
        amended = {iri: {step.target.iri: step.target for step in steps} for iri, steps in acts.items()}
        everyone = {one.iri: one for one in documents} | {
            target.iri: target for targets in amended.values() for target in targets.values()
        }
        steps = self.steps_of_all(list(everyone), "down", FORCE_RELATIONS)
        alone = {iri: force_on(one, steps[iri], self._effects, as_of) for iri, one in everyone.items()}

        def force(document: Document) -> Force:
            targets = amended.get(document.iri)
            if not targets:
                return alone[document.iri]
            forces = {target.label: alone[iri] for iri, target in targets.items()}
            return force_on(document, steps[document.iri], self._effects, as_of, forces)

        return {one.iri: force(one) for one in documents}

    def steps(self, iri: str, direction: Direction, wanted: frozenset[str]) -> list[Step]:
        """Return the steps away from a document, in a fixed order; several texts that state one step are one step."""
        return self.steps_of_all([iri], direction, wanted)[iri]

    def steps_of_all(
        self, iris: Sequence[str], direction: Direction, wanted: frozenset[str]
    ) -> Mapping[str, list[Step]]:
        """Return the steps away from each of some documents, as :meth:`steps`: the store is asked for all at once."""
        members = self._same_as.members_all(iris)
        nodes = [NamedNode(member) for same in members.values() for member in same]
        away: dict[str, _Groups] = {iri: defaultdict(list) for iri in iris}
        for stated in self._stated.at(nodes, direction, wanted):
            away[stated.source if direction == "up" else stated.target][stated.key].append(stated)
        steps = self._steps([same for groups in away.values() for _, same in sorted(groups.items())])
        return {iri: list(islice(steps, len(groups))) for iri, groups in away.items()}

    def stated_of(self, iri: str, wanted: frozenset[str]) -> list[Step]:
        """Return what texts state that they themselves do to a document, each statement as a step of its own."""
        nodes = [NamedNode(member) for member in self._same_as.members(iri)]
        stated = list(self._stated.at(nodes, "down", wanted))
        canonical = self._same_as.canonical_all(dict.fromkeys(one.stated_by for one in stated))
        return list(self._steps([one] for one in stated if canonical[one.stated_by] == one.source))

    def all_steps(self) -> list[Step]:
        """Return every step of the collection but plain citations, in a fixed order."""
        groups: _Groups = defaultdict(list)
        for stated in self._stated.all(ACTS):
            groups[stated.key].append(stated)
        return list(self._steps([same for _, same in sorted(groups.items())]))

    def _steps(self, groups: Iterable[list[StatedStep]]) -> Iterator[Step]:
        for batch in batched(groups, AT_ONCE):
            stated = [one for same in batch for one in same]
            self._look_up(iri for one in stated for iri in (one.source, one.target, one.stated_by))
            details = self._stated.details(stated)
            yield from (self._step(same, details) for same in batch)

    def _step(self, stated: list[StatedStep], details: Mapping[NamedNode, Values]) -> Step:
        best = max(stated, key=lambda found: found.confidence)
        quotes = [_quote(self._describe(one.stated_by), details[node]) for one in stated for node in one.evidence]
        between = {_provisions(details[node]) for one in stated for node in one.between}
        between |= {_cited_provision(node) for one in stated for node in one.provisions}
        return Step(
            source=self._describe(best.source),
            relation=best.relation,
            target=self._describe(best.target),
            quotes=tuple(sorted(quotes, key=lambda quote: (quote.document.id, quote.start, quote.end))),
            rule=best.rule,
            confidence=best.confidence,
            provisions=tuple(sorted(between, key=_pair_order)),
        )

    def _describe(self, iri: str) -> Document:
        if iri not in self._documents:
            self._look_up([iri])
        return self._documents[iri]

    def _look_up(self, iris: Iterable[str]) -> None:
        """Look up the documents that were not yet."""
        self._documents |= self._catalogue.describe_all(
            dict.fromkeys(iri for iri in iris if iri not in self._documents)
        )


def _quote(document: Document, values: Values) -> Quote:
    def value(name: str) -> str | None:
        found = values.get(term(name).value)
        return found[0].value if found else None

    page = value("kg:page")
    return Quote(
        document=document,
        start=int(value("oa:start") or 0),
        end=int(value("oa:end") or 0),
        text=value("oa:exact") or "",
        page=int(page) if page else None,
        provision=value("kg:provision"),
    )


def _others(count: int) -> str:
    return "nothing" if not count else f"{count} other{'s' if count > 1 else ''}"


def _pair_order(pair: ProvisionPair) -> tuple[list[tuple[str, int, str]], list[tuple[str, int, str]]]:
    return provision_order(pair.source or ""), provision_order(pair.target)


def _cited_provision(node: NamedNode) -> ProvisionPair:
    return ProvisionPair(source=None, target=split_provision(node.value)[1] or "")


def _provisions(values: Values) -> ProvisionPair:
    _, source = split_provision(values[term("kg:sourceProvision").value][0].value)
    _, target = split_provision(values[term("kg:targetProvision").value][0].value)
    return ProvisionPair(source=source, target=target or "")
