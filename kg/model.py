"""What the graph answers with: documents, evidence, steps, chains.

These are plain values; whoever shows them (command line, API, pages) needs nothing else of kg/.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.model import FieldText

Direction = Literal["up", "down"]
"""'up' goes to what a document rests on, 'down' to what carries it out."""

ForceState = Literal["in force", "partly", "suspended", "no longer", "not yet", "unknown"]
"""Whether a document is in force; 'partly' where parts of it were changed or ended."""


def type_and_number(kind: str | None, number: str) -> str:
    """Return 'Nghị định 30/2020/NĐ-CP'; numbers of standards begin with their type: 'TCVN 5574:2018'."""
    return number if not kind or number.partition(" ")[0] == kind else f"{kind} {number}"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Document(_Frozen):
    """A document in the graph, held (its text was read) or only cited."""

    iri: str
    id: str = Field(description="The last part of the IRI, fit for a URL: 'cong-van_782-cv-du'.")
    type: FieldText | None = None
    number: FieldText | None = None
    date: FieldText | None = None
    issuer: FieldText | None = None
    title: FieldText | None = None
    name: FieldText | None = Field(default=None, description="Only for documents known by a name: 'Luật Đất đai'.")
    held: bool = Field(default=False, description="True where the text itself was read.")
    file: FieldText | None = Field(default=None, description="Name of the file that was read, without its folder.")

    @property
    def label(self) -> str:
        """How people call it: type and number, or its name; what says too little of itself has its file's name."""
        if self.number:
            return type_and_number(self.type, self.number)
        said = " ".join(x for x in (self.type, self.issuer, self.date) if x)
        is_enough = self.type and (self.issuer or self.date)
        return self.name or (said if is_enough else "") or self.file or said or self.id


class Quote(_Frozen):
    """The words that prove a step, in the held document that says them."""

    document: Document = Field(description="The held document in which the words stand.")
    start: int
    end: int
    text: str
    page: int | None = None
    provision: str | None = None


class ProvisionPair(_Frozen):
    """Which provision of the source acts on which of the target, as Akoma Ntoso eIds."""

    source: str | None = Field(default=None, description="None where no text says which.")
    target: str


class Step(_Frozen):
    """One edge: the source acts on the target."""

    source: Document
    relation: str
    target: Document
    quotes: tuple[Quote, ...]
    rule: str = Field(description="Id of the rule that read it: 'relation/title'.")
    confidence: float
    provisions: tuple[ProvisionPair, ...] = Field(default=(), description="Empty where whole documents are meant.")


class CitingEntry(_Frozen):
    """A held document that cites another, and what it does with it."""

    document: Document
    relations: tuple[str, ...] = Field(description="What it does to the other; empty where it only cites it.")
    provisions: tuple[str, ...] = Field(description="Those of the other that it names, as Akoma Ntoso eIds.")
    quotes: tuple[Quote, ...] = Field(description="The words, in the order of its text.")


class CitingList(_Frozen):
    """The held documents that cite one."""

    cited: str = Field(description="IRI of the one that is cited.")
    provision: str | None = Field(default=None, description="Only those that cite this provision of it are counted.")
    total: int = Field(description="How many there are, those left out included.")
    documents: tuple[CitingEntry, ...]


Places = Mapping[tuple[Quote, str], tuple[int, int]]
"""(quote of a step, IRI of its target) -> offsets at which the quote names the target, in the text that holds it."""


class Force(_Frozen):
    """Whether a document is in force on a day, and who says so."""

    state: ForceState
    as_of: str = Field(description="The day, YYYY-MM-DD.")
    since: str | None = Field(default=None, description="From when it stands so, as far as that is known.")
    until: str | None = Field(default=None, description="When it will end, where that is already known.")
    rule: str = Field(description="Id of the rule that decided: 'force/ended'.")
    reason: str
    by: Document | None = Field(default=None, description="The document that ended it, where one did.")
    proofs: tuple[Step, ...] = Field(default=(), description="The steps of other documents that say so.")


class Path(_Frozen):
    """One way from a document to another."""

    documents: tuple[str, ...] = Field(description="IRIs, from the root of the chain on.")
    confidence: float = Field(description="The product of the confidences of its steps, the surest between each two.")


class Chain(_Frozen):
    """Everything reached from one document, with every step on the way."""

    root: Document
    direction: Direction
    documents: tuple[Document, ...]
    steps: tuple[Step, ...]
    depths: dict[str, int] = Field(description="Steps from the root, by IRI.")
    ends: dict[str, str] = Field(description="Why a path ends at a document, by IRI.")
    paths: tuple[Path, ...] = Field(default=(), description="The best ways to one document, the surest first.")
    as_of: str | None = Field(default=None, description="The day on which everything is seen; None for today's graph.")
    is_limited: bool = Field(default=False, description="Whether there is more than the limit of documents lets in.")
    forces: dict[str, Force] = Field(default={}, description="Which documents were in force on that day, by IRI.")


class CandidateView(_Frozen):
    """A document that an ambiguous citation may mean."""

    document: Document
    score: float = Field(description="From 0 to 1: how much of type, date, issuer and title agrees.")


class CitationView(_Frozen):
    """One mention in a held document and the document it was resolved to."""

    start: int
    end: int
    text: str
    kind: str
    target: Document | None
    outcome: str = Field(description="resolved, created, ambiguous, self; rejected by a person.")
    rule: str = Field(
        description="Id of the rule that decided what is meant; where the text names itself, of that which found it."
    )
    confidence: float
    reason: str = Field(default="", description="Why, in words.")
    title_similarity: float | None = Field(
        default=None, description="From 0 to 1: how alike the title in the citation and that of the target are."
    )
    candidates: tuple[CandidateView, ...] = Field(default=(), description="If ambiguous: the best first.")
    pinpoints: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    page: int | None = None
    provision: str | None = None


class StatedValue(_Frozen):
    """What one document, or the register, says of a fact."""

    value: str
    document: Document | None = Field(description="Who says so; null for the register of known documents.")
    quote: Quote | None = Field(default=None, description="The words that say so, where a text does.")


class Conflict(_Frozen):
    """A fact of a document on which those who state it disagree; all of it stands."""

    document: Document
    fact: str = Field(description="'date' or 'issuer'.")
    values: tuple[StatedValue, ...]
