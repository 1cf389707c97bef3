"""Names looked for in a text, the longest first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from legalkg.extractors.text import fold

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")


@lru_cache(maxsize=1 << 14)
def _fold_token(token: str) -> str:
    return fold(token)


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    name: str | None = None


class NameTrie:
    """Finds the longest known name at a place in a text, whatever its case, blanks and tone-mark places."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Build the trie.

        Args:
            names: Spelling -> standard name; both in NFC.
        """
        self._root = _Node()
        for spelling, name in names.items():
            node = self._root
            for token in _TOKEN.findall(fold(spelling)):
                node = node.children.setdefault(token, _Node())
            node.name = node.name or name

    def match(self, text: str, start: int) -> tuple[int, str] | None:
        """Return (end, standard name) of the longest name that starts exactly at ``start``, or None."""
        node, best = self._root, None
        for token in _TOKEN.finditer(text, start):
            word = _fold_token(token.group())
            following = node.children.get(word) or _over_lost_blank(node, word)
            if following is None:
                end = _before_lost_blank(node, word)
                return (token.start() + end[0], end[1]) if end else best
            node = following
            if node.name is not None:
                best = (token.end(), node.name)
        return best


# The longest syllable has seven letters, the shortest glued pair four: "tốcáo", "quyphạm", "cáonăm".
_SHORTEST_PAIR = 4
# What is glued to the end of a name: "Luật Tố cáonăm 2018".
_BEHIND_NAMES = ("năm", "số", "ngày")


def _over_lost_blank(node: _Node, word: str) -> _Node | None:
    """Return where two words of a name lead that lost the blank between them: 'quyphạm'; None if two ways do."""
    ends = []
    for cut in range(1, len(word)) if len(word) >= _SHORTEST_PAIR else ():
        first = node.children.get(word[:cut])
        if first and (second := first.children.get(word[cut:])):
            ends.append(second)
    return ends[0] if len(ends) == 1 else None


def _before_lost_blank(node: _Node, word: str) -> tuple[int, str] | None:
    """Return where a name ends inside a word, and the name: 'cáonăm' of 'Luật Tố cáonăm 2018'."""
    for behind in _BEHIND_NAMES:
        last = node.children.get(word.removesuffix(behind)) if word.endswith(behind) else None
        if last and last.name:
            return len(word) - len(behind), last.name
    return None
