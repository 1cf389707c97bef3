"""What changed between two runs: citations and edges that came, went or are of another type now.

Documents are compared by the identity that a citation alone gives, so that what is compared is what the texts say,
not what else was held at the time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import THIS, Extraction
from legalkg.kg.archive.documents import PACKED, unpack
from legalkg.kg.archive.runs import Run, Runs
from legalkg.kg.database import Database
from legalkg.kg.errors import LegalkgError
from legalkg.kg.identity.keys import BASE, identify
from legalkg.kg.identity.resolve import context_of_header, facts_of_citation

DifferenceKind = Literal["came", "went", "type"]
EndIds = tuple[str, str]
"""Id of the document that acts, id of the one that it acts on."""


_SHOWN = 5
_READ_BETWEEN = """
    SELECT path FROM sources JOIN extractions ON source = id WHERE run > ? AND run <= ?
    UNION SELECT path FROM past_extractions WHERE until > ? AND until <= ?
    ORDER BY path
"""
_AT = f"""
    SELECT iri, {PACKED} FROM past_extractions WHERE path = ? AND since <= ? AND until > ?
    UNION ALL
    SELECT iri, {PACKED} FROM sources JOIN extractions ON source = id WHERE path = ? AND run <= ?
"""  # noqa: S608


class Change(BaseModel):
    """One difference between what a file said after one run and after another."""

    model_config = ConfigDict(frozen=True)

    path: str
    kind: Literal["citation", "edge"]
    change: DifferenceKind
    source: str = Field(description="Id of the document that cites or acts.")
    target: str = Field(description="Id of the document that is cited or acted on.")
    before: str | None = Field(default=None, description="Edges: the relations before.")
    after: str | None = Field(default=None, description="Edges: the relations after.")
    times: int = Field(default=1, description="Citations: how many more or fewer places.")


@dataclass(frozen=True, slots=True)
class _FileStatements:
    """What a file says: how often a document is cited, and which relations there are between two."""

    citations: Counter[EndIds]
    edges: Mapping[EndIds, str]


class History:
    """The runs of a collection, and what changed from one to another."""

    def __init__(self, database: Database, runs: Runs) -> None:
        self._database = database
        self._runs = runs

    def runs(self) -> tuple[Run, ...]:
        """Return all runs, the first first."""
        return self._runs.all()

    def changes(self, one: int, other: int) -> Iterator[Change]:
        """Return what changed from the end of one run to the end of another, file by file.

        Raises:
            LegalkgError: There is no such run.
        """
        for number in (one, other):
            self._check(number)
        for (path,) in self._database.fetch_all(_READ_BETWEEN, sorted((one, other)) * 2):
            before, after = self._at(path, one), self._at(path, other)
            yield from _citations(path, before, after)
            yield from _edges(path, before, after)

    def _at(self, path: str, run: int) -> _FileStatements:
        """Return what a file said at the end of a run."""
        row = self._database.fetch_one(_AT, (path, run, run, path, run))
        return _file_statements(str(row[0]), unpack(row[1], path)) if row else _FileStatements(Counter(), {})

    def _check(self, number: int) -> None:
        if self._runs.get(number) is None:
            known = ", ".join(str(run.number) for run in self._runs.all()[-_SHOWN:])
            raise LegalkgError(f"there is no run {number}; the last are: {known or 'none'}")


def _file_statements(iri: str, extraction: Extraction) -> _FileStatements:
    own = iri.removeprefix(BASE)
    context = context_of_header(extraction.header, own)
    ids = {THIS: own} | {
        cited.id: identify(facts_of_citation(cited, context), local=f"{own}--{cited.id}", context=context).id
        for cited in extraction.documents
    }
    cited = (mention.document for mention in extraction.mentions if mention.document != THIS)
    relations: dict[EndIds, set[str]] = defaultdict(set)
    for relation in extraction.relations:
        relations[ids[relation.source], ids[relation.target]].add(relation.relation)
    edges = {edge: ", ".join(sorted(names)) for edge, names in relations.items()}
    return _FileStatements(Counter((own, ids[document]) for document in cited), edges)


def _citations(path: str, before: _FileStatements, after: _FileStatements) -> Iterator[Change]:
    came, went = after.citations - before.citations, before.citations - after.citations
    kinds: tuple[tuple[DifferenceKind, Counter[EndIds]], ...] = (("went", went), ("came", came))
    for change, found in kinds:
        for (source, target), times in sorted(found.items()):
            yield Change(path=path, kind="citation", change=change, source=source, target=target, times=times)


def _edges(path: str, before: _FileStatements, after: _FileStatements) -> Iterator[Change]:
    for edge in sorted({*before.edges, *after.edges}):
        old, new = before.edges.get(edge), after.edges.get(edge)
        if old != new:
            change: DifferenceKind = "came" if old is None else "went" if new is None else "type"
            source, target = edge
            yield Change(path=path, kind="edge", change=change, source=source, target=target, before=old, after=new)
