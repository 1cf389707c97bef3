"""Which citations name the document itself, not another."""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.groups import is_plain, key_of, name_key, numeral
from legalkg.extractors.model import THIS, Header
from legalkg.extractors.partial_dates import agree
from legalkg.extractors.text import fold

# "Điều 1. Phạm vi điều chỉnh⏎Luật giáo dục quy định về …": what a law says first, of itself
_SCOPE_HEADING = re.compile(r"(?:^|\n)\s*Điều 1\s?[.:][^\n]{0,60}\n\s*")
_SCOPE_REACH = 90
_LAYS_DOWN = re.compile(r"\s+quy định(?: về)?\s")
_OWN_HEADING = re.compile(r"\s*Điều \d+[a-zđ]?\s?[.:][^\n]{0,80}?(?:[Áá]p dụng|[Tt]hực hiện|[Tt]hi hành)\s")


def mark_own(citations: list[CitationDraft], own: Header, own_start: int | None) -> None:
    """Mark what names the document itself by its number, its title, or its place.

    Args:
        citations: In reading order; their kind and document are set.
        own: The header of the document.
        own_start: Where its type and title stand; None where they do not.
    """
    own_name = fold(f"{own.type} {own.title}") if own.type and own.title else None
    own_numbers = _own_numbers(citations, own)
    for found in citations:
        by_number = bool(found.number) and _number_of(found) in own_numbers
        by_name = bool(own_name and found.name and not found.number and fold(found.name) == own_name)
        is_title = found.start == own_start and not found.number
        if (
            (by_number and agree(found.date, own.date))
            or (by_name and found.kind == "plain" and found.date is None)
            or is_title
        ):
            found.kind, found.document = "self", THIS


def _own_numbers(citations: list[CitationDraft], own: Header) -> set[str]:
    """Return the document's own number, and its numeral with the type alone where no other of that numeral is cited."""
    if not own.number:
        return set()
    full, plain = key_of(own.number), f"{own.type} {numeral(own.number)}"
    of_others = {
        f"{found.type} {numeral(found.number)}"
        for found in citations
        if found.number and not is_plain(found) and key_of(found.number) != full
    }
    return {full} if plain in of_others else {full, plain}


def _number_of(found: CitationDraft) -> str:
    return f"{found.type} {numeral(found.number)}" if is_plain(found) else key_of(found.number or "")


def mark_named_in_heading(text: str, citations: list[CitationDraft]) -> None:
    """Mark the law that an article's heading applies or carries out, in a piece of a law without its head.

    'Điều 5. Áp dụng Luật Phí và lệ phí, các luật có liên quan …': laws have such an article on themselves. The piece
    must call itself a law, and nothing else. Its first article names it, too: 'Điều 1. Phạm vi⏎Luật giáo dục quy định'.
    """
    calls_itself = {found.type for found in citations if found.kind == "self"}
    by_name_alone = [found for found in citations if found.name and not found.number and not found.date]
    own_names = {
        name_key(found)
        for found in by_name_alone
        if ({found.type} == calls_itself and _stands_in_heading(text, found)) or _opens_first_article(text, found)
    }
    for found in by_name_alone:
        if own_names and name_key(found) in own_names:
            found.kind, found.document = "self", THIS


def _stands_in_heading(text: str, found: CitationDraft) -> bool:
    return bool(_OWN_HEADING.fullmatch(text, text.rfind("\n", 0, found.start) + 1, found.start))


def _opens_first_article(text: str, found: CitationDraft) -> bool:
    before = _SCOPE_HEADING.search(text, max(0, found.start - _SCOPE_REACH), found.start)
    return bool(before and before.end() == found.start and _LAYS_DOWN.match(text, found.end))
