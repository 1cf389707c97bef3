"""One place where a text names a document, while the grammar is still at work on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.model import MentionKind, Modifier
from legalkg.extractors.rules import Rule


@dataclass(slots=True)
class CitationDraft:
    """A citation being put together; offsets are those of the view.

    The finders fill it in turn (number, name, date, issuer, pinpoints), ``pipeline`` makes the public
    :class:`~legalkg.extractors.model.Mention` of it.
    """

    start: int
    end: int
    rule: Rule
    type: str | None = None
    number: str | None = None
    date: str | None = None
    name: str | None = None
    key: str | None = None
    """What all spellings of the name share ('Nghị quyết Trung ương 4 khóa XII'); None where the name itself does."""
    issuer: str | None = None
    title: str | None = None
    kind: MentionKind = "plain"
    modifier: Modifier | None = None
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)
    tail: int = 0
    """Offset after issuer, later date and title: where the words about this document end."""
    document: str = ""
    """Id of the cited document, or 'this'."""
    antecedent: CitationDraft | None = None
    """The mention that an anaphor or alias points back to."""

    def take_date(self, date: re.Match[str] | None) -> bool:
        """Take in the date right behind the citation, the group 'date' of a match; return whether there is one."""
        if date is None:
            return False
        self.end, self.date = date.end(), iso_date(date.group("date"))
        self.parts["date"] = date.span("date")
        return True
