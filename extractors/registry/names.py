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
            following = node.children.get(_fold_token(token.group()))
            if following is None:
                break
            node = following
            if node.name is not None:
                best = (token.end(), node.name)
        return best
