"""What is told of an ingest: how far it is, and what became of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.reading.errors import one_line


class Failure(BaseModel):
    """A file that could not be taken in, or not as a whole, and why."""

    model_config = ConfigDict(frozen=True)

    path: str
    reason: str


class IngestReport(BaseModel):
    """What became of the documents of one run."""

    model_config = ConfigDict(frozen=True)

    run: int | None = Field(default=None, description="Number of the run; none for a dry run.")
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    again: int = Field(
        default=0, description="Documents that did not change, but were extracted again by another code or registry."
    )
    moved: dict[str, str] = Field(default_factory=dict, description="File -> where its bytes lay before.")
    missing: tuple[str, ...] = Field(default=(), description="Files that are gone; what was read from them stands.")
    removed: tuple[str, ...] = Field(default=(), description="Files that were gone and were taken out.")
    removal: int | None = Field(default=None, description="Number under which these can be brought back.")
    left_out: dict[str, int] = Field(
        default_factory=dict, description="Kind of files that are not read -> how many were met."
    )
    failed: tuple[Failure, ...] = ()
    warnings: tuple[Failure, ...] = Field(
        default=(), description="Files that were taken in but for a part that cannot be read, and why."
    )
    duplicates: dict[str, str] = Field(
        default_factory=dict, description="File -> the file that holds the same document and counts in its place."
    )
    reasons: dict[str, str] = Field(default_factory=dict, description="The same file -> why it does not count.")
    citations: int = Field(default=0, description="Citations in the documents that were read.")
    resolutions: dict[str, int] = Field(
        default_factory=dict,
        description="Outcome -> cited documents, over all documents that were written to the graph.",
    )
    seconds: float = 0.0
    stopped: bool = Field(default=False, description="Whether an error ended the run before its time.")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is.

    Attributes:
        phase: Reading the documents, writing to the graph, or to the full-text index.
        done: Bytes read, or documents written.
        total: Bytes or documents in all.
        documents: Documents dealt with in this phase.
        errors: Documents that could not be read.
    """

    phase: Literal["reading", "writing", "indexing"]
    done: int
    total: int
    documents: int
    errors: int


OnProgress = Callable[[Progress], None]


@dataclass
class Tally:
    """What became of the documents so far; ``passed`` of ``size`` bytes are read."""

    on_progress: OnProgress
    passed: int = 0
    size: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    again: int = 0
    citations: int = 0
    stopped: bool = False
    moved: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    removal: int | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)
    failed: list[Failure] = field(default_factory=list)
    warnings: list[Failure] = field(default_factory=list)
    duplicates: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    def fail(self, path: str, reason: str) -> None:
        """Count a document that cannot be read."""
        self.failed.append(Failure(path=path, reason=reason))

    def warn(self, path: str, reasons: Iterable[str]) -> None:
        """Tell what of a document could not be read."""
        self.warnings += [Failure(path=path, reason=f"{one_line(path)}: {reason}") for reason in reasons]

    def show(self) -> None:
        """Tell how far the reading is."""
        documents = self.new + self.changed + self.again + self.unchanged + len(self.failed)
        self.on_progress(Progress("reading", self.passed, self.size, documents, len(self.failed)))

    def report(self, run: int | None, outcomes: Mapping[str, int], seconds: float) -> IngestReport:
        """Return the report at the end.

        Args:
            run: Number of the run; None for none.
            outcomes: How many cited documents were resolved to what.
            seconds: What all took.
        """
        return IngestReport(
            run=run,
            new=self.new,
            changed=self.changed,
            unchanged=self.unchanged,
            again=self.again,
            moved=self.moved,
            missing=tuple(self.missing),
            removed=tuple(self.removed),
            removal=self.removal,
            left_out=dict(sorted(self.left_out.items(), key=lambda kind: (-kind[1], kind[0]))),
            failed=tuple(sorted(self.failed, key=lambda failure: failure.path)),
            warnings=tuple(sorted(self.warnings, key=lambda warning: warning.path)),
            duplicates=self.duplicates,
            reasons=self.reasons,
            citations=self.citations,
            resolutions=dict(sorted(outcomes.items())),
            seconds=round(seconds, 3),
            stopped=self.stopped,
        )
