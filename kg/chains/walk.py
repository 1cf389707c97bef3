"""One walk from one document: breadth first, all documents of a depth at once, and iterative, so depth is no limit.

A document is followed once; a step back to one that was already passed is kept in the chain and ends it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from legalkg.extractors.partial_dates import earliest
from legalkg.kg.chains.paths import surest_paths
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.model import Chain, Direction, Document, Path, Step
from legalkg.kg.rdf.vocabulary import RESTS_ON

RESTS_ON_NOTHING: Final = "nothing that it rests on"
NOT_HELD: Final = "not held"
NOTHING_FURTHER: Final = "nothing held carries it out further"
NOT_SO_FURTHER: Final = "nothing further of these relations"
DEPTH: Final = "depth"
CYCLE: Final = "cycle"
LATER: Final = "only later documents lead on"
UNSURE: Final = "only less sure steps lead on"
LIMIT: Final = "limit of documents"

StepsOf = Callable[[Sequence[str], Direction, frozenset[str]], Mapping[str, list[Step]]]


class Walk:
    """A walk from a root."""

    def __init__(self, root: Document, query: ChainQuery, steps_of: StepsOf) -> None:
        """Prepare a walk.

        Args:
            root: Where it starts.
            query: What it keeps to; ``to`` and ``paths`` are for the caller.
            steps_of: Gives the steps away from each of some documents, of some relations.
        """
        self._root = root
        self._query = query
        self._relations = frozenset(query.relations)
        self._steps_of = steps_of
        self._today = query.as_of.isoformat() if query.as_of else None
        self._depths = {root.iri: 0}
        self._documents = {root.iri: root}
        self._steps: dict[str, list[Step]] = {}
        self._cut: dict[str, str] = {}
        self._paths: tuple[Path, ...] = ()
        self._is_whole = True
        self._is_limited = False

    def run(self, to: str | None = None) -> None:
        """Reach everything, or everything no farther than a document."""
        level = [self._root.iri]
        while level and to not in self._depths:
            level = self._follow(level)

    def keep_shortest(self, to: str) -> None:
        """Forget all that is not on a shortest path to a document: walk back from it, one depth at a time."""
        kept = {to} & self._depths.keys()
        for iri in reversed(self._depths):
            onward = [s for s in self._steps.get(iri, ()) if self._other_end(s).iri in kept and self._goes_on(iri, s)]
            self._steps[iri] = onward
            if onward:
                kept.add(iri)
        self._keep(kept)

    def keep_best(self, to: str, count: int) -> None:
        """Forget all that is not on one of the surest paths to a document."""
        sureness: dict[tuple[str, str], float] = {}
        for iri, steps in self._steps.items():
            for step in steps:
                pair = iri, self._other_end(step).iri
                sureness[pair] = max(sureness.get(pair, 0.0), step.confidence)
        self._paths = tuple(islice(surest_paths(sureness, self._root.iri, to), count))
        pairs = {pair for path in self._paths for pair in zip(path.documents, path.documents[1:], strict=False)}
        self._steps = {
            iri: [step for step in steps if (iri, self._other_end(step).iri) in pairs]
            for iri, steps in self._steps.items()
        }
        self._keep({iri for path in self._paths for iri in path.documents})

    def chain(self) -> Chain:
        """Return what was reached and kept."""
        return Chain(
            root=self._root,
            direction=self._query.direction,
            documents=tuple(self._documents[iri] for iri in self._depths),
            steps=tuple(step for iri in self._depths for step in self._steps.get(iri, ())),
            depths=dict(self._depths),
            ends=self._ends() if self._is_whole else {},
            paths=self._paths,
            as_of=self._today,
            is_limited=self._is_limited,
        )

    # --- what leads on ---

    def _follow(self, level: Sequence[str]) -> list[str]:
        """Follow the steps from all documents of one depth; gives the documents of the next one."""
        allowed = self._allowed(level)
        if self._query.depth is not None and self._depths[level[0]] >= self._query.depth:
            self._cut |= {iri: DEPTH for iri, steps in allowed.items() if steps}
            return []
        following: list[str] = []
        for here, steps in allowed.items():
            self._steps[here] = [step for step in steps if self._reach(here, self._other_end(step), following)]
        return following

    def _reach(self, here: str, there: Document, following: list[str]) -> bool:
        """Come to a document; tell whether there was room for it."""
        if there.iri in self._depths:
            return True
        if self._query.documents is not None and len(self._depths) >= self._query.documents:
            self._cut[here] = LIMIT
            self._is_limited = True
            return False
        self._depths[there.iri] = self._depths[here] + 1
        self._documents[there.iri] = there
        following.append(there.iri)
        return True

    def _allowed(self, level: Sequence[str]) -> dict[str, list[Step]]:
        """Return the steps from some documents that the limits allow; remember why there is none."""
        later = {iri for iri in level if self._is_later(self._documents[iri])}
        self._cut |= dict.fromkeys(later, LATER)
        found = self._steps_of([iri for iri in level if iri not in later], self._query.direction, self._relations)
        return {iri: self._sure(iri, found.get(iri, ())) for iri in level}

    def _sure(self, iri: str, found: Sequence[Step]) -> list[Step]:
        sure = [step for step in found if step.confidence >= self._query.min_confidence]
        kept = [step for step in sure if not self._is_later(self._other_end(step))]
        if not kept and found:
            self._cut[iri] = LATER if sure else UNSURE
        return kept

    def _is_later(self, document: Document) -> bool:
        return self._today is not None and earliest(document.date) > self._today

    def _other_end(self, step: Step) -> Document:
        return step.target if self._query.direction == "up" else step.source

    def _goes_on(self, iri: str, step: Step) -> bool:
        return self._depths[self._other_end(step).iri] > self._depths[iri]

    def _keep(self, kept: Iterable[str]) -> None:
        wanted = {*kept, self._root.iri}
        self._depths = {iri: depth for iri, depth in self._depths.items() if iri in wanted}
        self._is_whole = False
        self._documents = {iri: self._documents[iri] for iri in self._depths}

    # --- where it ends, and why ---

    def _ends(self) -> dict[str, str]:
        ends = {iri: self._why_end(document) for iri, document in self._documents.items() if not self._steps.get(iri)}
        back = {iri for iri, steps in self._steps.items() if steps and not any(self._goes_on(iri, s) for s in steps)}
        if back:
            circle = self._circles()
            ends |= dict.fromkeys(
                (i for i in back if all(circle[i] == circle[self._other_end(s).iri] for s in self._steps[i])),
                CYCLE,
            )
        return {iri: ends[iri] for iri in self._depths if iri in ends}

    def _why_end(self, document: Document) -> str:
        if document.iri in self._cut:
            return self._cut[document.iri]
        if self._query.direction == "up" and not document.held:
            return NOT_HELD
        if self._relations != frozenset(RESTS_ON):
            return NOT_SO_FURTHER
        return NOTHING_FURTHER if self._query.direction == "down" else RESTS_ON_NOTHING

    def _circles(self) -> Mapping[str, int]:
        """Number the sets of documents that lead back to one another."""
        import networkx as nx

        graph = nx.DiGraph()
        graph.add_nodes_from(self._depths)
        graph.add_edges_from((iri, self._other_end(s).iri) for iri, steps in self._steps.items() for s in steps)
        found = enumerate(nx.strongly_connected_components(graph))
        return {iri: number for number, members in found for iri in members}
