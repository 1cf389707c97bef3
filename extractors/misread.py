"""What scans misread in numbers and type words, mended in the view: '1O/2022/NĐ-CP', 'l5/2021/TT-BTC', 'Ngh| định'.

A letter stands for the figure that it looks like only where the rest is plainly a number with a known code. The view
keeps its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.registry.types import document_types
from legalkg.extractors.text import TextView

_FIGURES = str.maketrans("OoIl|", "00111")
_FIGURE = r"[\dOoIl|]"
# The slash before a type's code or, of Party numbers, before the organ's: each is looked back from.
_SLASH = re.compile(r"/(?=(?P<code>[A-ZĐ][A-ZĐa-z]+))")
# The numeral starts no word; "10/2022", "10", "10-QĐ".
_BEFORE = re.compile(
    rf"(?<![\w/.,-])(?P<figures>{_FIGURE}{{1,5}}(?:/(?P<year>{_FIGURE}{{4}}))?)(?:-(?P<code>[A-ZĐ][A-ZĐa-z]+))?\Z"
)
_LONGEST_BEFORE = 18
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ASSEMBLY = ("QH", "UBTVQH")
_WORD = pattern(r"(?<!\w)(?:[Nn]gh\| (?:định|quyết)|[Cc]h(?:\| th[|ị]|ỉ th\|))(?!\w)")


def with_figures(seen: TextView) -> TextView:
    """Return the view of a text with the figures of numbers that were misread as letters, and 'ị' read as '|'."""
    misread = [*_misread_numbers(seen.text), *(_misread_words(seen.text) if "h|" in seen.text else ())]
    if not misread:
        return seen
    parts: list[str] = []
    done = 0
    for start, mended in sorted(misread):
        parts += (seen.text[done:start], mended)
        done = start + len(mended)
    return replace(seen, text="".join((*parts, seen.text[done:])))


def _misread_words(text: str) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text):
        yield match.start(), re.sub(r"(?<=[Cc]h)\|", "ỉ", match.group()).replace("|", "ị")


def _misread_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Find figures of numbers among which there is a letter, and a figure too."""
    for slash in _SLASH.finditer(text):
        start = max(0, slash.start() - _LONGEST_BEFORE)
        before = _BEFORE.search(text[start : slash.start()])
        if before is None or (before.group("code") or slash.group("code")) not in _codes():
            continue
        figures, year = before.group("figures"), before.group("year")
        mended = figures.translate(_FIGURES)
        if mended == figures or (year and not _YEAR.match(year.translate(_FIGURES))):
            continue
        if year or any(map(str.isdigit, figures)):
            yield start + before.start(), mended


@cache
def _codes() -> frozenset[str]:
    return frozenset((*_ASSEMBLY, *(code for kind in document_types() for code in kind.codes if len(code) > 1)))
