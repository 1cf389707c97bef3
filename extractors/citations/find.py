"""All citations of a text: the finders composed, overlaps settled, every citation given its document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from legalkg.extractors.citations import anaphora, names, numbered, short, titled, treaties, undetermined
from legalkg.extractors.citations.anaphora import find_back, find_declared, without_declared
from legalkg.extractors.citations.blocks import block_end
from legalkg.extractors.citations.citation_details import read_details, share_in_lists
from legalkg.extractors.citations.documents import group
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import Start, Starts
from legalkg.extractors.citations.names import find_laws
from legalkg.extractors.citations.numbered import find_numbered, find_numbered_standards
from legalkg.extractors.citations.page_breaks import find_over_page_breaks
from legalkg.extractors.citations.short import find_short
from legalkg.extractors.citations.terminals import TYPE_WORDS
from legalkg.extractors.citations.titled import find_titled
from legalkg.extractors.citations.treaties import find_treaties
from legalkg.extractors.citations.undetermined import find_dated, find_drafts
from legalkg.extractors.model import CitedDocument, Header

# Issuer and title of a citation reach at most this far, and not past the block.
_TAIL = 600
_STARTS = Starts((*map(Start, TYPE_WORDS), *treaties.FORMS.starts, *titled.FORMS.starts, *short.STARTS))
_COORDINATED = re.compile(r"(?:,|;|và|hoặc)\s+$")
_MEMBERS_OF_LISTS = (numbered.NUMBER_IN_LIST, short.PLAIN_NUMBER_IN_LIST)

CITATION_RULES = (
    *numbered.RULES,
    *names.RULES,
    *titled.RULES,
    *treaties.RULES,
    *short.RULES,
    *undetermined.RULES,
    *anaphora.RULES,
)
"""Every rule by which citations are found."""


def find_citations(
    text: str, own: Header, own_start: int | None = None
) -> tuple[list[CitationDraft], list[CitedDocument]]:
    """Find every citation of a text and the documents cited.

    Args:
        text: The text of a view.
        own: The header of the document itself, to tell its own number from a citation.
        own_start: Where its type and title stand; None where they do not.

    Returns:
        Citations in reading order (the document itself among them, as kind 'self'), and the distinct documents.
    """
    words = _STARTS.find(text)
    citations = _settle(
        len(text),
        find_over_page_breaks(text, _direct),
        find_treaties(text, words),
        find_laws(text),
        find_numbered(text),
        find_numbered_standards(text),
        find_titled(text, words),
        find_short(text, words),
        find_dated(text, words),
        find_drafts(text, words),
    )
    _read_details(text, citations)
    declared = list(find_declared(text, words, citations))
    citations = _settle(
        len(text),
        without_declared(citations, declared),
        declared,
        find_back(text, words, own.type, citations),
    )
    share_in_lists(text, [f for f in citations if f.kind == "plain"], _MEMBERS_OF_LISTS)
    return citations, group(text, citations, own, own_start)


def _direct(text: str) -> Iterator[CitationDraft]:
    """Find the citations of a short stretch that was put together."""
    words = _STARTS.find(text)
    return chain(find_treaties(text, words), find_laws(text), find_numbered(text), find_titled(text, words))


def _settle(length: int, *sources: Iterable[CitationDraft]) -> list[CitationDraft]:
    """Keep what does not overlap something from an earlier source; a nested name stands inside its outer one."""
    taken = bytearray(length)
    kept: list[CitationDraft] = []
    for source in sources:
        accepted = [f for f in source if f.kind == "nested" or taken.find(1, f.start, f.end) < 0]
        for found in accepted:
            for start, end in ((found.start, found.end), found.parts.get("rest", (0, 0))):
                taken[start:end] = b"\1" * (end - start)
        kept.extend(accepted)
    return sorted(kept, key=lambda f: (f.start, -f.end))


def _read_details(text: str, citations: list[CitationDraft]) -> None:
    plain = [f for f in citations if f.kind == "plain"]
    for found, following in zip_longest(plain, plain[1:]):
        if found.tail:
            continue
        limit = block_end(text, found.end, min(len(text), found.end + _TAIL))
        if following is not None and following.start < limit:
            between = _COORDINATED.search(text, max(found.end, following.start - 8), following.start)
            if between and following.type == found.type:
                limit = between.start()
        read_details(text, found, max(limit, found.end), following.start if following else len(text))
