"""Copies: the files that hold one document. Which of them counts is decided by what it holds, and the reason is said.

One question after the other is put to the copies, and those that stand back behind the best are out; so a stub never
beats the whole text, whatever it is called. Only where nothing else tells them apart the first path counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import Extraction
from legalkg.kg.archive.corrections import Corrections
from legalkg.kg.database import Database

_NEAR = 0.8
"""Share of the most that is as good: heads of pages and spaces make texts of one document differ by less."""
_HEAD = ("type", "number", "date", "issuer", "title")
_TEXTS = ("text/html", "text/markdown", "text/plain")
"""Formats into which somebody turned a document, the better ones first; all others are how it was given out."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much a copy holds.

    Attributes:
        characters: Length of its text without blanks.
        provisions: How many numbered units it has.
        cited: How many documents it cites.
        facts: How much of type, number, date, issuer and title it says of itself.
    """

    characters: int
    provisions: int
    cited: int
    facts: int


def measure_of(text: str, extraction: Extraction) -> Measure:
    """Return how much a text holds, given what was found in it."""
    return Measure(
        characters=len("".join(text.split())),
        provisions=len(extraction.provisions),
        cited=len(extraction.documents),
        facts=sum(getattr(extraction.header, fact) is not None for fact in _HEAD),
    )


class Copy(BaseModel):
    """A file that holds a document."""

    model_config = ConfigDict(frozen=True)

    path: str
    counts: bool = Field(default=False, description="Whether its text is the document's text here.")
    reason: str = Field(default="", description="Why it counts, or does not.")
    characters: int = Field(description="Length of its text without blanks.")
    provisions: int = Field(description="Numbered units of its text.")
    cited: int = Field(description="Documents that it cites.")
    facts: int = Field(description="How many of type, number, date, issuer and title it says of itself.")
    pages: int = Field(description="Pages of its file; 0 where it has none.")
    media_type: str
    sha256: str = Field(description="Hash of its bytes.")
    run: int = Field(description="The run that read it; 0 for none.")
    missing: int | None = Field(default=None, description="The run that found its file gone.")
    preferred: bool = Field(default=False, description="Whether a person chose it.")


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the copies.

    Attributes:
        measure: What is compared; more is better.
        share: The part of the most that is as good.
        best: Why the best is.
        worse: Why another one is not, given that one and the best.
    """

    measure: Callable[[Copy], int]
    share: float
    best: Callable[[Copy], str]
    worse: Callable[[Copy, Copy], str]


_QUESTIONS = (
    _Question(
        lambda copy: copy.missing is None, 1.0, lambda _: "the others are gone", lambda _, __: "its file is gone"
    ),
    _Question(lambda copy: copy.preferred, 1.0, lambda _: "a person chose it", lambda _, __: "a person chose another"),
    _Question(
        lambda copy: copy.characters,
        _NEAR,
        lambda best: f"the longest: {best.characters:,} characters",
        lambda copy, best: f"shorter: {copy.characters:,} of {best.characters:,} characters",
    ),
    _Question(
        lambda copy: copy.provisions,
        _NEAR,
        lambda best: f"the most provisions: {best.provisions:,}",
        lambda copy, best: f"fewer provisions: {copy.provisions:,} of {best.provisions:,}",
    ),
    _Question(lambda copy: copy.cited > 0, 1.0, lambda _: "the only one that cites", lambda _, __: "it cites nothing"),
    _Question(
        lambda copy: copy.facts,
        1.0,
        lambda best: f"says most of itself: {best.facts} of {len(_HEAD)} facts",
        lambda copy, best: f"says less of itself: {copy.facts} of {best.facts} facts",
    ),
    _Question(
        lambda copy: -_TEXTS.index(copy.media_type) if copy.media_type in _TEXTS else 1,
        1.0,
        lambda best: f"the better format: {best.media_type}",
        lambda copy, best: f"the format {best.media_type} goes before {copy.media_type}",
    ),
)


def chosen(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Return the copies of a document with the one that counts first, and why each does or does not.

    Args:
        copies: The copies, in any order; the answer does not depend on it.
    """
    left = sorted(copies, key=lambda copy: copy.path)
    why = "the only copy" if len(left) == 1 else "as good as the others, its path comes first"
    out: list[Copy] = []
    for question in _QUESTIONS:
        most = max(map(question.measure, left), default=0)
        kept = [copy for copy in left if question.measure(copy) >= (most * question.share if most > 0 else most)]
        best = max(kept, key=question.measure, default=None)
        if best is None or len(kept) == len(left):
            continue
        if len(kept) == 1:
            why = question.best(best)
        paths = {copy.path for copy in kept}
        behind = (copy for copy in left if copy.path not in paths)
        out[:0] = [copy.model_copy(update={"reason": question.worse(copy, best)}) for copy in behind]
        left = kept
    if not left:
        return ()
    first = left[0].model_copy(update={"counts": True, "reason": why})
    return (first, *(copy.model_copy(update={"reason": _later(copy, first)}) for copy in left[1:]), *out)


def _later(copy: Copy, first: Copy) -> str:
    return f"{'the same bytes' if copy.sha256 == first.sha256 else 'no better'}, its path comes later"


_COPY = "path, sha256, media_type, pages, missing, run, characters, provisions, cited, facts"


class Copies:
    """Reads the copies of documents, and writes which of them counts."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._corrections = Corrections(database)

    def of(self, iri: str) -> tuple[Copy, ...]:
        """Return the copies of a document, the one that counts first, each with the reason."""
        sql = f"SELECT {_COPY} FROM sources JOIN extractions ON source = id WHERE iri = ?"  # noqa: S608
        rows = [dict(zip(_COPY.split(", "), row, strict=True)) for row in self._database.fetch_all(sql, (iri,))]
        preferred = self._preferred(iri, rows) if len(rows) > 1 else None
        return chosen(
            [
                Copy(**{**row, "pages": len(json.loads(row["pages"]))}, preferred=row["path"] == preferred)
                for row in rows
            ]
        )

    def decide(self, iri: str) -> None:
        """Decide again which copy of a document counts; whoever calls marks what has to be made again of it."""
        first, *_ = self.of(iri) or (None,)
        self._database.execute("UPDATE extractions SET counts = 0 WHERE iri = ? AND counts", (iri,))
        if first:
            self._database.execute(
                "UPDATE extractions SET counts = 1 WHERE source = (SELECT id FROM sources WHERE path = ?)",
                (first.path,),
            )

    def decide_all(self) -> None:
        """Decide it of every document, because what decides is another."""
        with self._database.transaction():
            self._database.execute(
                "UPDATE extractions SET counts = 1 "
                "WHERE iri IN (SELECT iri FROM extractions GROUP BY iri HAVING count(*) = 1) AND NOT counts"
            )
            for iri in self.documents():
                self.decide(iri)

    def documents(self) -> tuple[str, ...]:
        """Return the IRIs of the documents that several files hold, in order."""
        rows = self._database.fetch_all("SELECT iri FROM extractions GROUP BY iri HAVING count(*) > 1 ORDER BY iri")
        return tuple(str(iri) for (iri,) in rows)

    def _preferred(self, iri: str, rows: Sequence[dict[str, object]]) -> object:
        """Return the path of the copy that a person chose last: of that file, or of its bytes where it moved."""
        for path, sha256 in self._corrections.preferences(iri):
            for name, value in (("path", path), ("sha256", sha256)):
                if found := [row["path"] for row in rows if row[name] == value]:
                    return found[0]
        return None
