"""A way of naming documents: a pattern, and what its match says; a finder runs several over a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import YEAR


@dataclass(frozen=True, slots=True)
class Form:
    """A way of naming: its rule, its pattern, and what the match says (nothing, if it names no document after all)."""

    rule: str
    pattern: re.Pattern[str]
    read: Callable[[str, re.Match[str]], CitationDraft | None]


def find_forms(text: str, starts: Iterable[int], forms: tuple[Form, ...]) -> Iterator[CitationDraft]:
    """Find documents by several forms, in reading order; the first form that fits decides.

    Args:
        text: The text of a view.
        starts: Where a form can start, in reading order.
        forms: In the order in which they are tried.
    """
    done = 0
    for start in starts:
        if start >= done and (found := _read(text, start, forms)):
            done = found.end
            yield found


def _read(text: str, start: int, forms: tuple[Form, ...]) -> CitationDraft | None:
    for form in forms:
        match = form.pattern.match(text, start)
        if match and (found := form.read(text, match)):
            found.rule = form.rule
            return found
    return None


def named(
    match: re.Match[str], kind: str, name: str, confidence: float = 0.95, date: str | None = None
) -> CitationDraft:
    """Make the citation of a document by its name."""
    return CitationDraft(match.start(), match.end(), "", confidence, type=kind, name=name, date=date)


def printed(match: re.Match[str]) -> str:
    """Return the words of a match in one line."""
    return " ".join(match.group().split())


def year_of(match: re.Match[str]) -> str | None:
    """Return the last year that a match names."""
    years = re.findall(YEAR, match.group())
    return years[-1] if years else None
