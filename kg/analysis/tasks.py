"""What in a collection is worth a person's minute, the most that depends on it first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Collection as Set
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.analysis.edges import edges_by_relation, resting
from legalkg.kg.analysis.missing import depending
from legalkg.kg.chains.proof import is_own, proof_of
from legalkg.kg.collection import Collection
from legalkg.kg.model import CandidateView, Document

TaskKind = Literal["ambiguous", "edge", "conflict", "name", "stub"]
KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
_SURE = 0.9
"""Steps that are surer need nobody."""


class Task(BaseModel):
    """Something that a person may decide."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="By which it can be skipped.")
    kind: TaskKind
    document: Document = Field(description="The document whose text, or whose identity, it is about.")
    says: str = Field(description="What is to be decided, in a line.")
    words: str = ""
    citation: str | None = Field(default=None, description="Where the citation stands: '@1234'.")
    relation: str | None = None
    target: Document | None = Field(default=None, description="What the citation is taken to mean.")
    candidates: tuple[CandidateView, ...] = ()
    weight: float = Field(description="Greater is more urgent: how much depends on it, and how unsure it is.")


def tasks(collection: Collection, kinds: Set[str] = KINDS) -> tuple[Task, ...]:
    """Return what is worth a person's minute and was not skipped, the weightiest of each kind in turn.

    Args:
        collection: Where to look.
        kinds: Of which kinds: see ``TaskKind``.
    """
    corrections = collection.parts.tables.corrections.all()
    skipped = {one.facts.get("task") for one in corrections if one.kind == "skip" and one.undone_at is None}
    weights = _Weights(collection)
    found: dict[str, list[Task]] = {
        kind: sorted(
            (task for task in _FINDERS[kind](collection, weights) if task.id not in skipped),
            key=lambda task: (-task.weight, task.id),
        )
        for kind in KINDS
        if kind in kinds
    }
    longest = max(map(len, found.values()), default=0)
    return tuple(some[at] for at in range(longest) for some in found.values() if at < len(some))


class _Weights:
    """How many held documents depend on each document."""

    def __init__(self, collection: Collection) -> None:
        edges = edges_by_relation(collection.store)
        held = {document.iri for document in collection.documents(limit=None, held=True)}
        self._counts: Mapping[str, int] = depending(resting(edges), held)

    def of(self, document: Document) -> int:
        """Return how many documents lead to one, itself included."""
        return 1 + self._counts.get(document.iri, 0)


def _ambiguous(collection: Collection, weights: _Weights) -> Iterator[Task]:
    catalogue = collection.parts.tables.catalogue
    for iri in collection.parts.tables.unsettled.ambiguous():
        document = catalogue.describe(iri)
        seen: set[tuple[str, ...]] = set()
        for found in collection.citations(document):
            which = tuple(one.document.iri for one in found.candidates)
            if found.outcome == "ambiguous" and which not in seen:
                seen.add(which)
                yield Task(
                    id=f"ambiguous {document.id} {' '.join(found.text.split())}",
                    kind="ambiguous",
                    document=document,
                    says=f"which of {len(which)} documents is meant?",
                    words=" ".join(found.text.split()),
                    citation=f"@{found.start}",
                    candidates=found.candidates,
                    weight=weights.of(document),
                )


def _edges(collection: Collection, weights: _Weights) -> Iterator[Task]:
    unsure = [step for step in collection.steps() if step.confidence < _SURE and is_own(proof_of(step), step)]
    places = collection.places(unsure)
    for step in unsure:
        quote = proof_of(step)
        place = places.get((quote, step.target.iri))
        if place:
            yield Task(
                id=f"edge {step.source.id} {step.relation} {step.target.id}",
                kind="edge",
                document=quote.document,
                says=f"does it state that {step.source.label} {step.relation} {step.target.label}? "
                f"(confidence {step.confidence:g}, {step.rule})",
                words=" ".join(quote.text.split()),
                citation=f"@{place[0]}",
                relation=step.relation,
                target=step.target,
                weight=round((1 - step.confidence) * weights.of(step.source), 4),
            )


def _conflicts(collection: Collection, weights: _Weights) -> Iterator[Task]:
    for conflict in collection.conflicts():
        values = ", ".join(dict.fromkeys(one.value for one in conflict.values))
        yield Task(
            id=f"conflict {conflict.document.id} {conflict.fact} {values}",
            kind="conflict",
            document=conflict.document,
            says=f"texts state different values of its {conflict.fact}: {values}",
            words="; ".join(dict.fromkeys(" ".join(v.quote.text.split()) for v in conflict.values if v.quote)),
            weight=weights.of(conflict.document),
        )


def _names(collection: Collection, weights: _Weights) -> Iterator[Task]:
    for document, count in _described(collection, collection.parts.tables.unsettled.names()):
        says = f"which document is it? {count} cite it by this name only"
        yield _whole("name", document, says, max(count, weights.of(document)))


def _stubs(collection: Collection, weights: _Weights) -> Iterator[Task]:
    for document, length in _described(collection, collection.parts.tables.unsettled.stubs()):
        says = f"only {length} characters of it are held: is there a whole text?"
        yield _whole("stub", document, says, weights.of(document))


def _described(collection: Collection, counted: Iterator[tuple[str, int]]) -> Iterator[tuple[Document, int]]:
    return ((collection.parts.tables.catalogue.describe(iri), number) for iri, number in counted)


def _whole(kind: TaskKind, document: Document, says: str, weight: float) -> Task:
    """Return a task about a document as a whole, not about words in it."""
    return Task(id=f"{kind} {document.id}", kind=kind, document=document, says=says, weight=weight)


_FINDERS: Mapping[TaskKind, Callable[[Collection, _Weights], Iterator[Task]]] = {
    "ambiguous": _ambiguous,
    "edge": _edges,
    "conflict": _conflicts,
    "name": _names,
    "stub": _stubs,
}
