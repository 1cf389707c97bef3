"""What the rules for relations need to know of a text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.pinpoints import ProvisionMention
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.model import THIS, CitedDocument, Header, Provision
from legalkg.extractors.partial_dates import not_after
from legalkg.extractors.quotations import quotation_at
from legalkg.extractors.registry.hierarchy import may_change
from legalkg.extractors.registry.numbers import year_of_number
from legalkg.extractors.relations.clauses import clauses
from legalkg.extractors.structure import provision_at

_PURPOSE = pattern(r"MỤC (?:ĐÍCH|TIÊU)|Mục đích|QUAN ĐIỂM")
_SECTION = pattern(r"\n[\t\x20*#]*(?:[IVX]+|[A-D])[.\-/]\s[^\n]*|\n[\t\x20*#]*(?:Điều|Chương|CHƯƠNG|Phần|PHẦN) [^\n]*")
# A document without numbered clauses opens with the sentences that begin like this.
_OPENS = pattern(
    r"\s*(?:[-–+•]\s*)?(?:Căn cứ|Trên cơ sở|Thực hiện|Triển khai|Tiếp theo|Phúc đáp|Trả lời|Xét|Theo|Sau khi|Ngày|"
    r"[^.;:\n]{0,80} (?:nhận được|có (?:[Cc]ông văn|[Vv]ăn bản|Tờ trình|Báo cáo) số))(?!\w)"
)
# Lines between the title and the first sentence of a letter: "Kính gửi: …", "- Sở Nội vụ;".
_LONGEST_ADDRESS = 3000


class ActingDocument(NamedTuple):
    """What is known of a document that acts or is acted on."""

    type: str | None = None
    number: str | None = None
    date: str | None = None

    @property
    def known_date(self) -> str | None:
        """The date, or else the year that stands in the number: 15/2020/NĐ-CP."""
        return self.date or year_of_number(self.number)


def identities(own: Header, cited: list[CitedDocument]) -> dict[str, ActingDocument]:
    """Return what is known of the document itself and of those that it cites, by id."""
    known = {document.id: ActingDocument(document.type, document.number, document.date) for document in cited}
    return {THIS: ActingDocument(own.type, own.number, own.date)} | known


@dataclass(frozen=True)
class Context:
    """A text with its citations and the places that matter to relations; offsets are those of the view.

    Attributes:
        text: The text of the view.
        citations: In reading order, each with its document.
        documents: What is known of the document itself and of those cited, by id.
        title: Where the title stands.
        header_end: Where letterhead and title end.
        body_start: Where the preamble ends.
        body_end: Where signature or recipients start.
        pinpoints: Provisions of a cited document, by the citation's start.
        quoted: What stands in quotation marks, the marks included.
        provisions: Those of the document itself, in the order of the text.
    """

    text: str
    citations: list[CitationDraft]
    documents: dict[str, ActingDocument]
    title: tuple[int, int] | None
    header_end: int
    body_start: int
    body_end: int
    pinpoints: dict[int, ProvisionMention]
    quoted: list[tuple[int, int]]
    provisions: tuple[Provision, ...] = ()

    @property
    def own_type(self) -> str | None:
        """The type of the document itself; without one the text is a passage and 'this' acts on nothing."""
        return self.documents[THIS].type

    @property
    def is_document(self) -> bool:
        """Whether the text is a document of a type, not a passage."""
        return self.own_type is not None

    def place(self, position: int) -> str:
        """Return whether an offset lies in preamble, purpose (section 'MỤC ĐÍCH'), body or annex."""
        if position < self._opening_end:
            return "preamble"
        if position >= self.body_end:
            return "annex"
        index = bisect_right(self._purpose_starts, position) - 1
        return "purpose" if index >= 0 and position < self._purposes[index][1] else "body"

    def is_quoted(self, position: int) -> bool:
        """Return whether an offset lies in quotation marks: words that the document writes into another one."""
        return quotation_at(self.quoted, position) is not None

    def may_change(self, source: str, target: str) -> bool:
        """Return whether the types of two documents allow that the first changes the second."""
        acting = self.documents[source]
        return may_change(acting.type, self.documents[target].type, acting.number)

    def may_act(self, source: str, target: str) -> bool:
        """A document acts on none of a later date; dates are compared as far as both are known."""
        return not_after(self.documents[target].known_date, self.documents[source].known_date)

    def own_provision(self, position: int) -> str | None:
        """Return the path of the smallest provision of the document itself that an offset lies in."""
        return provision_at(self.provisions, self._provision_starts, position)

    def has_pinpoint(self, found: CitationDraft) -> bool:
        """Return whether provisions of the document stand before a citation."""
        return found.start in self.pinpoints

    def begin(self, found: CitationDraft) -> int:
        """Return where a citation begins, with the provisions before it."""
        pinpoint = self.pinpoints.get(found.start)
        return min(pinpoint.start, found.start) if pinpoint else found.start

    @cached_property
    def _opening_end(self) -> int:
        """Where the preamble ends; without 'như sau' and numbered clauses, where the opening sentences end."""
        if self.body_start > self.header_end or not self.is_document:
            return self.body_start
        return self.opening_sentences_end

    @cached_property
    def opening_sentences_end(self) -> int:
        """Where the sentences end by which documents open, as far as they follow each other."""
        end = self.header_end
        for start, stop in clauses(self.text, self.header_end, min(self.body_end, self.header_end + _LONGEST_ADDRESS)):
            if _OPENS.match(self.text, start, stop):
                end = stop
            elif end > self.header_end and self.text[start:stop].strip():
                break
        return end

    @cached_property
    def _purposes(self) -> list[tuple[int, int]]:
        heads = list(_SECTION.finditer(self.text, max(0, self.header_end - 1), self.body_end))
        ends = [*(m.start() for m in heads[1:]), self.body_end]
        return [(m.start(), end) for m, end in zip(heads, ends, strict=False) if _PURPOSE.search(m.group())]

    @cached_property
    def _purpose_starts(self) -> list[int]:
        return [start for start, _ in self._purposes]

    @cached_property
    def _provision_starts(self) -> list[int]:
        return [provision.start for provision in self.provisions]
