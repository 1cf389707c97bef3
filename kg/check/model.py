"""What a check says: of each citation what agrees, what does not, what could not be checked, and who says so."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

from legalkg.extractors.model import FieldText
from legalkg.kg.model import CandidateView, Document, Quote

CheckOutcome = Literal[
    "differs",
    "ambiguous",
    "provision-missing",
    "no-longer-in-force",
    "suspended",
    "not-yet-in-force",
    "amended",
    "not-in-collection",
    "not-checked",
    "agrees",
]
"""What became of one check, the gravest first."""

OUTCOMES: Final[tuple[CheckOutcome, ...]] = CheckOutcome.__args__  # type: ignore[attr-defined]
UNOBJECTIONABLE: Final[frozenset[CheckOutcome]] = frozenset({"agrees", "not-checked"})
"""Outcomes that nobody has to look at."""

CheckedFact = Literal["document", "type", "date", "issuer", "title", "provision", "force"]
"""What was checked: which document is meant, what is said of it, what is cited of it, whether it is in force."""

AsOfFrom = Literal["given", "text", "today"]
"""Where the day of a check comes from."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Evidence(_Frozen):
    """What shows a finding."""

    source: str = Field(description="Who says so: 'its own text', 'the register (…)', 'Quyết định 030/2025/QĐ-UBND'.")
    value: FieldText | None = Field(default=None, description="What is known: the day, the organ, the title.")
    document: Document | None = Field(default=None, description="The document that says so; null for the register.")
    quote: Quote | None = Field(default=None, description="Its words, where a text says so.")


class Finding(_Frozen):
    """What became of one check of a citation."""

    about: CheckedFact
    outcome: CheckOutcome
    reason: str
    provision: str | None = Field(default=None, description="The provision that was checked, as an eId.")
    rule: str | None = Field(default=None, description="Id of the rule that decided, where one did; see docs/rules.md.")
    evidence: tuple[Evidence, ...] = ()


class CheckedCitation(_Frozen):
    """One place where the text names a document, and what became of each check."""

    start: int
    end: int
    text: str
    page: int | None = None
    provision: str | None = Field(default=None, description="The provision of the checked text in which it stands.")
    pinpoints: tuple[str, ...] = Field(default=(), description="What is cited of the document, as eIds.")
    document: Document | None = Field(default=None, description="The document that is meant, where one is known.")
    candidates: tuple[CandidateView, ...] = Field(default=(), description="If ambiguous: the best first.")
    findings: tuple[Finding, ...]

    @computed_field(description="The outcomes of its findings, each once, the gravest first.")  # type: ignore[prop-decorator]
    @property
    def outcomes(self) -> tuple[CheckOutcome, ...]:
        """The outcomes of its findings, each once, the gravest first."""
        found = {finding.outcome for finding in self.findings}
        return tuple(outcome for outcome in OUTCOMES if outcome in found)

    @property
    def objections(self) -> tuple[Finding, ...]:
        """What somebody has to look at."""
        return tuple(finding for finding in self.findings if finding.outcome not in UNOBJECTIONABLE)


class CheckedText(_Frozen):
    """A text whose citations were checked."""

    id: str = Field(description="The name of its file.")
    label: str = Field(description="What it is by its own head: 'Công văn 415/UBND-KT'; its file's name without one.")
    as_of: str = Field(description="The day on which documents are looked at, YYYY-MM-DD.")
    as_of_from: AsOfFrom = Field(description="Whether the day was given, is that of the text, or today.")
    citations: tuple[CheckedCitation, ...]
    names_itself: int = Field(description="How often the text names itself, which is not checked.")
    warnings: tuple[str, ...] = Field(default=(), description="What of the file could not be read, so not checked.")

    @computed_field(description="How many citations have a finding of each outcome.")  # type: ignore[prop-decorator]
    @property
    def counts(self) -> dict[str, int]:
        """How many citations have a finding of each outcome."""
        times = {outcome: sum(outcome in one.outcomes for one in self.citations) for outcome in OUTCOMES}
        return {outcome: count for outcome, count in times.items() if count}

    @computed_field(description="Whether anything is found that somebody has to look at.")  # type: ignore[prop-decorator]
    @property
    def objects(self) -> bool:
        """Whether anything is found that somebody has to look at."""
        return any(one.objections for one in self.citations)
