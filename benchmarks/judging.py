"""Which of the relations and citations that extraction finds are right, by the annotated documents.

The scorer beside the annotated documents says what agrees with what; it is loaded from there.
"""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks import slices
from benchmarks.shared_texts import shared_folder
from legalkg import SourceText, extract
from legalkg.extractors.registry.numbers import number_key

Row = dict[str, Any]
_WHOLE_SETS = ("documents", "documents-2")
_CHANGES = ("amends", "repeals", "replaces")


class Case(NamedTuple):
    """Something that a rule found in an annotated document.

    Attributes:
        document: Set and id of the document.
        rule: Id of the rule.
        said: The confidence that extraction gave it.
        right: Whether it is what the annotation says.
    """

    document: str
    rule: str
    said: float
    right: bool


def cases() -> Iterator[Case]:
    """Return all that is found in annotated documents and that they judge; what they leave open counts neither way."""
    scorer = _scorer()
    for name, rows in annotated_sets():
        for row in rows:
            found = extract(SourceText(id=row["id"], text=row["text"])).model_dump(mode="json")
            document = f"{name} {row['id']}"
            if "pairs" in row:
                yield from _changes(document, row, found)
                continue
            row["documents_by_id"] = {cited["id"]: cited for cited in row["documents"]}
            yield from _relations(scorer, document, row, found)
            yield from _mentions(scorer, document, row, found)


def annotated_sets() -> Iterator[tuple[str, list[Row]]]:
    """Return the annotated documents, set by set: the whole sets, the amending documents, the kept slices."""
    for name in (*_WHOLE_SETS, "amending-documents"):
        with (shared_folder() / "gold" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield name, [json.loads(line) for line in lines]
    for name in slices.kept_slices():
        yield f"slice {name}", slices.gold_rows(name)


def _relations(scorer: Any, document: str, gold: Row, found: Row) -> Iterator[Case]:
    for relation in found["relations"]:
        scores: dict[str, Any] = defaultdict(scorer.Score)
        by_relation: dict[str, Any] = defaultdict(scorer.Score)
        scorer.score_relations(gold, {**found, "relations": [relation]}, scores, by_relation, _no_note)
        score = scores["relations"]
        if score.tp or score.fp:  # neither: optional, or a relation that is not annotated
            yield Case(document, relation["rule"], relation["confidence"], bool(score.tp))


def _mentions(scorer: Any, document: str, gold: Row, found: Row) -> Iterator[Case]:
    """Judge each citation by what the score of all loses without it; back-references count as others do."""
    kinds = {"nested": "plain", "anaphor": "plain"}
    mentions = [{**mention, "kind": kinds.get(mention["kind"], mention["kind"])} for mention in gold["mentions"]]
    gold = {**gold, "mentions": mentions}

    def score(kept: list[Row]) -> Any:
        scores: dict[str, Any] = defaultdict(scorer.Score)
        scorer.score_mentions(gold, {**found, "mentions": kept}, gold["text"], scores, _no_note)
        return scores["identity, end to end"]

    own = [mention for mention in found["mentions"] if mention["kind"] != "self"]
    full = score(own)
    for at, mention in enumerate(own):
        without = score(own[:at] + own[at + 1 :])
        if without.tp < full.tp or without.fp < full.fp:
            yield Case(document, mention["rule"], mention["confidence"], without.tp < full.tp)


def _changes(document: str, gold: Row, found: Row) -> Iterator[Case]:
    """Judge what a whole amending document changes, by the numbers of the documents that it is known to change."""
    surely = {number_key(number) for _, number, _, _, note in gold["pairs"] if note != "optional"}
    perhaps = {number_key(number) for _, number, _, _, note in gold["pairs"]} - surely
    numbers = {cited["id"]: number_key(cited["number"] or "") for cited in found["documents"]}
    for relation in found["relations"]:
        target = numbers.get(relation["target"])
        if relation["source"] == "this" and relation["relation"] in _CHANGES and target not in perhaps:
            yield Case(document, relation["rule"], relation["confidence"], target in surely)


def _no_note(kind: str, text: str) -> None:
    """Take no note of mistakes."""


def _scorer() -> Any:
    file = shared_folder() / "eval" / "evaluate.py"
    spec = importlib.util.spec_from_file_location("shared_scorer", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer in {file}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
