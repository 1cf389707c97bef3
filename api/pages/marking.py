"""A text cut into segments, each with the citation it belongs to, for showing it with its citations marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from legalkg.kg.model import CitationView

_CONTROL = {code: " " for code in range(32) if chr(code) not in "\t\n\r"} | {127: " "}
"""Letters that HTML does not allow."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text that is shown in one way.

    Attributes:
        text: The words, one for one as read but for letters that HTML does not allow.
        citation: The innermost citation they belong to.
        nested: Whether that one stands within another.
        anchor: Name of the place, where a citation begins here.
        page: Number of the page that begins here, from the second on.
    """

    text: str
    citation: CitationView | None = None
    nested: bool = False
    anchor: str | None = None
    page: int | None = None


def anchor_of(offset: int) -> str:
    """Return the name of the place of a citation that begins at an offset."""
    return f"o{offset}"


def mark(text: str, citations: Sequence[CitationView], pages: Sequence[int] = ()) -> list[Segment]:
    """Cut a text where citations and pages begin and end.

    Args:
        text: The text as read.
        citations: Citations in it; they may stand within one another, or overlap.
        pages: Offsets at which pages begin.

    Returns:
        Segments that together are the text.
    """
    begins: dict[int, list[CitationView]] = {}
    for citation in citations:
        begins.setdefault(citation.start, []).append(citation)
    page_at = {offset: number for number, offset in enumerate(pages, 1) if number > 1}
    cuts = {0, len(text), *page_at, *begins, *(citation.end for citation in citations)}
    order = sorted(cut for cut in cuts if cut <= len(text))
    active: list[CitationView] = []
    segments = []
    for start, end in pairwise(order):
        active = [citation for citation in active if citation.end > start] + begins.get(start, [])
        segments.append(
            Segment(
                text=text[start:end].translate(_CONTROL),
                citation=min(active, key=lambda citation: citation.end - citation.start, default=None),
                nested=len(active) > 1,
                anchor=anchor_of(start) if start in begins else None,
                page=page_at.get(start),
            )
        )
    return segments
