"""Citations broken by the end of a page: they start above the footnotes and go on below them.

In the letter 782-CV/ĐU a page ends "… thực hiện Nghị", footnotes follow, and the next page starts "quyết Đại hội …".
Joining what stands side by side would make a "Nghị Quyết định" of it. The break may also stand between "số" and the
number itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, islice

from legalkg.extractors.citations.citation_details import read_details
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import SO, SYMBOL, TYPE_WORD, pattern
from legalkg.extractors.registry.types import document_types

_REACH = 6000

# First half of a two-word type at the end of a paragraph -> the halves that can follow.
_HALVES: dict[str, set[str]] = {}
for _kind in document_types():
    for _word in _kind.words:
        _first, _, _second = _word.partition(" ")
        if _second and " " not in _second:
            _HALVES.setdefault(_first, set()).add(_second)
_TYPE_AND_SO = pattern(rf"(?<!\w){TYPE_WORD} {SO}(?=[^\S\n]*$)")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_LAST_WORD = re.compile(r"(?<!\w)([^\W\d_]+)[^\S\n]*$")
_WINDOW_BEFORE, _WINDOW_AFTER = 40, 240
# So many cut words are no page breaks any more; each costs a look over the next page.
_MOST = 200


def find_over_page_breaks(text: str, find: Callable[[str], Iterator[CitationDraft]]) -> Iterator[CitationDraft]:
    """Find citations whose type word is cut in two by other paragraphs.

    Args:
        text: The text of a view.
        find: Reads the citations of the text put together again.

    Yields:
        A citation that spans the first part only; ``parts['rest']`` is where it goes on.
    """
    for start_of_gap, span in islice(_cut_citations(text), _MOST):
        first = text[slice(*span)]
        rest = _rest_of(first).search(text, start_of_gap, span[1] + _REACH)
        if not rest or rest.start() == start_of_gap:
            continue
        start = rest.start("rest")
        joined = f"{first} {text[start : start + _WINDOW_AFTER]}"
        found, following = islice(chain(find(joined), (None, None)), 2)
        if found is not None and found.start == 0:
            read_details(joined, found, len(joined), following.start if following else len(joined))
            _put_apart(found, span, start)
            yield found


def _put_apart(found: CitationDraft, span: tuple[int, int], rest: int) -> None:
    """Turn the offsets of a citation in the text put together into those of the text itself."""
    cut = span[1] - span[0] + 1
    shift = rest - cut
    found.parts = {key: (a + shift, b + shift) for key, (a, b) in found.parts.items() if a >= cut}
    found.parts["rest"] = (rest, found.end + shift)
    found.start, found.end = span
    found.tail = found.end
    found.modifier = "over-page-break"


def _rest_of(first: str) -> re.Pattern[str]:
    """Return what the paragraph must start with that goes on with a citation."""
    seconds = "|".join(sorted(_HALVES.get(first, ())))
    following = rf"(?:{seconds})(?=\s)" if seconds else SYMBOL
    return pattern(rf"\n[^\S\n]*\n(?P<rest>{following})")


def _cut_citations(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Find first parts at the end of a paragraph: (end of the paragraph, span of 'Nghị' or 'Nghị quyết số')."""
    for gap in _EMPTY_LINE.finditer(text):
        before = max(0, gap.start() - _WINDOW_BEFORE)
        line = text[before : gap.start()]
        word = _LAST_WORD.search(line)
        if word is None:
            continue
        if word.group(1) in _HALVES:
            yield gap.start(), (before + word.start(1), before + word.end(1))
        elif word.group(1) in ("số", "Số") and (cut := _TYPE_AND_SO.search(line)):
            yield gap.start(), (before + cut.start(), before + cut.end())
