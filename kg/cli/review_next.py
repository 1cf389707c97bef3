"""``legalkg review next``: leads a person through what is worth a minute, one decision after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from legalkg.kg.cli.output import describe
from legalkg.kg.errors import LegalkgError
from legalkg.kg.output.quoting import shorten

if TYPE_CHECKING:
    from legalkg.kg.analysis.tasks import Task
    from legalkg.kg.review import Listed, Review

_CHOICES: Mapping[str, str] = {
    "ambiguous": "1… choose, l NUMBER link to another, r reject, s skip, u undo, q quit",
    "edge": "a accept, r reject, s skip, u undo, q quit",
    "conflict": "s skip, u undo, q quit",
    "name": "r reject, s skip, u undo, q quit",
    "stub": "s skip, u undo, q quit",
}


class Guide:
    """Shows tasks and does what is answered."""

    def __init__(self, review: Review, by: str, ask: Callable[[str], str | None]) -> None:
        """Prepare.

        Args:
            review: Makes the corrections.
            by: Who decides.
            ask: Asks for an answer; None where there is nobody to answer.
        """
        self._review = review
        self._by = by
        self._ask = ask
        self._done: list[tuple[int, ...]] = []

    def lead(self, tasks: tuple[Task, ...]) -> int:
        """Lead through tasks until all are done or somebody stops; gives how many were decided."""
        at = 0
        while at < len(tasks):
            _show(tasks[at], at + 1, len(tasks))
            answer = self._ask(_CHOICES[tasks[at].kind])
            if answer is None or answer.lower() in ("q", "quit"):
                break
            try:
                at += self._do(tasks[at], answer)
            except LegalkgError as error:
                print(error)
        return len(self._done)

    def _do(self, task: Task, answer: str) -> int:
        """Do what is answered; gives how far to go on: a step back where one is undone."""
        if answer.lower() in ("u", "undo"):
            if not self._done:
                raise LegalkgError("nothing was decided yet; 'legalkg review undo' takes back what was before")
            for number in reversed(self._done.pop()):
                _tell(self._review.undo(number, by=self._by))
            return -1
        decided = self._decide(task, answer)
        self._done.append(tuple(done.correction.id for done in decided))
        for done in decided:
            _tell(done)
        return 1

    def _decide(self, task: Task, answer: str) -> tuple[Listed, ...]:
        word, _, rest = answer.strip().partition(" ")
        document, citation, word = task.document.iri, task.citation, word.lower()
        if word in ("s", "skip"):
            return (self._review.skip(document, task.id, by=self._by),)
        if task.kind == "name" and word in ("r", "reject"):
            return self._review.reject_document(document, by=self._by)
        if citation is None:
            raise LegalkgError(f"answer one of: {_CHOICES[task.kind]}")
        if word in ("r", "reject"):
            return (self._review.reject(document, citation, by=self._by, relation=task.relation),)
        if task.kind == "edge" and word in ("a", "accept"):
            return (self._review.accept(document, citation, by=self._by, relation=task.relation),)
        if task.kind == "ambiguous" and word == "l" and rest:
            return (self._review.relink(document, citation, rest, by=self._by),)
        if word.isdecimal() and 1 <= int(word) <= len(task.candidates):
            meant = task.candidates[int(word) - 1].document
            return (self._review.relink(document, citation, meant.iri, by=self._by),)
        raise LegalkgError(f"answer one of: {_CHOICES[task.kind]}")


def commands_of(task: Task) -> tuple[str, ...]:
    """Return the commands that decide a task, for whoever types them."""
    one = f"legalkg review {{}} {task.document.id} {task.citation or ''}".rstrip()
    relation = f" --relation {task.relation}" if task.relation else ""
    if task.kind == "ambiguous":
        chosen = (f"{one.format('relink')} {candidate.document.id}" for candidate in task.candidates)
        return (*chosen, one.format("reject"))
    if task.kind == "edge":
        return one.format("accept") + relation, one.format("reject") + relation
    return (one.format("reject"),) if task.kind == "name" else (f"legalkg show {task.document.id}",)


def _show(task: Task, number: int, total: int) -> None:
    print(f"\n{number} of {total} · {task.kind} · {describe(task.document)}")
    print(f"  {task.says}")
    if task.words:
        print(f"  “{shorten(task.words)[0]}”")
    for count, candidate in enumerate(task.candidates, 1):
        print(f"  {count}  {describe(candidate.document)} ({candidate.score:.2f}) {candidate.document.id}")
    for command in commands_of(task):
        print(f"    {command}")


def _tell(done: Listed) -> None:
    print(f"correction {done.correction.id}: {done.correction.kind} {done.state}")
