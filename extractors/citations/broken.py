"""Citations broken by the end of a page: the type word starts above the footnotes and goes on below them.

In the letter 782-CV/ĐU a page ends "… thực hiện Nghị", footnotes follow, and the next page starts "quyết Đại hội …".
Joining what stands side by side would make a "Nghị Quyết định" of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from extractors.citations.found import Found
from extractors.registry import document_types

_REACH = 6000

# First half of a two-word type at the end of a paragraph -> the halves that can follow.
_HALVES: dict[str, set[str]] = {}
for _kind in document_types():
    for _word in _kind.words:
        _first, _, _second = _word.partition(" ")
        if _second and " " not in _second:
            _HALVES.setdefault(_first, set()).add(_second)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_LAST_WORD = re.compile(r"(?<!\w)([^\W\d_]+)[^\S\n]*$")
_WINDOW_AFTER = 240
# So many cut words are no page breaks any more; each costs a look over the next page.
_MOST = 200


def find_broken(text: str, find: Callable[[str], Iterator[Found]]) -> Iterator[Found]:
    """Find citations whose type word is cut in two by other paragraphs.

    Args:
        text: The text of a view.
        find: Reads the citations of the text put together again.

    Yields:
        A citation that spans the first part only; ``parts['rest']`` is where it goes on.
    """
    for start_of_gap, span in islice(_cut_words(text), _MOST):
        first = text[slice(*span)]
        seconds = "|".join(sorted(_HALVES[first]))
        rest = re.compile(rf"\n[^\S\n]*\n(?P<rest>(?:{seconds})\s)").search(text, start_of_gap, span[1] + _REACH)
        if not rest or rest.start() == start_of_gap:
            continue
        start = rest.start("rest")
        joined = f"{first} {text[start : start + _WINDOW_AFTER]}"
        for found in find(joined):
            if found.start == 0:
                shift = start - len(first) - 1
                found.parts = {
                    key: (a + shift, b + shift) for key, (a, b) in found.parts.items() if a >= len(first) + 1
                }
                found.parts["rest"] = (start, found.end + shift)
                found.start, found.end = span
                found.tail = found.end
                found.rule = f"broken_{found.rule}"
                yield found
            break


def _cut_words(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Find first halves of type words at the end of a paragraph: (end of the paragraph, span of the word)."""
    for gap in _EMPTY_LINE.finditer(text):
        before = max(0, gap.start() - 12)
        word = _LAST_WORD.search(text[before : gap.start()])
        if word and word.group(1) in _HALVES:
            yield gap.start(), (before + word.start(1), before + word.end(1))
