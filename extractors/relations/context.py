"""What the rules for relations need to know of a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from extractors.citations.atoms import pattern
from extractors.citations.found import Found
from extractors.citations.pinpoints import Provisions
from extractors.model import Header

_PURPOSE = pattern(r"MỤC (?:ĐÍCH|TIÊU)|Mục đích|QUAN ĐIỂM")
_SECTION = pattern(r"\n[\t\x20*#]*(?:[IVX]+|[A-D])[.\-/]\s[^\n]*|\n[\t\x20*#]*(?:Điều|Chương|CHƯƠNG|Phần|PHẦN) [^\n]*")


@dataclass(frozen=True)
class Context:
    """A text with its citations and the places that matter to relations; offsets are those of the view.

    Attributes:
        text: The text of the view.
        citations: In reading order, each with its document.
        own: The document's own header; without a type the text is a passage and 'this' acts on nothing.
        title: Where the title stands.
        header_end: Where letterhead and title end.
        body_start: Where the preamble ends.
        body_end: Where signature or recipients start.
        pinpoints: Provisions of a cited document, by the citation's start.
    """

    text: str
    citations: list[Found]
    own: Header
    title: tuple[int, int] | None
    header_end: int
    body_start: int
    body_end: int
    pinpoints: dict[int, Provisions]

    @property
    def is_document(self) -> bool:
        """Whether the text is a document of a type, not a passage."""
        return self.own.type is not None

    def place(self, position: int) -> str:
        """Tell whether an offset lies in preamble, purpose (section 'MỤC ĐÍCH'), body or annex."""
        if position < self.body_start:
            return "preamble"
        if position >= self.body_end:
            return "annex"
        return "purpose" if any(a <= position < b for a, b in self._purposes) else "body"

    def has_pinpoint(self, found: Found) -> bool:
        """Tell whether provisions of the document stand before a citation."""
        return found.start in self.pinpoints

    def begin(self, found: Found) -> int:
        """Give where a citation begins, with the provisions before it."""
        pinpoint = self.pinpoints.get(found.start)
        return min(pinpoint.start, found.start) if pinpoint else found.start

    @cached_property
    def _purposes(self) -> list[tuple[int, int]]:
        heads = list(_SECTION.finditer(self.text, max(0, self.header_end - 1), self.body_end))
        ends = [*(m.start() for m in heads[1:]), self.body_end]
        return [(m.start(), end) for m, end in zip(heads, ends, strict=False) if _PURPOSE.search(m.group())]
