"""Lists: a heading that ends or changes several documents governs the items below it.

'Bãi bỏ các Quyết định sau đây: 1. A; 2. B', 'Các văn bản sau đây hết hiệu lực kể từ ngày …: a) A; b) B'. The list ends
with the next item of the heading's own level, the next article, and the first item that says something else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import TYPE_WORD, pattern
from legalkg.extractors.relations import cues
from legalkg.extractors.relations.clauses import ITEM_MARK, level
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.mentions import CHANGES, Clause
from legalkg.extractors.relations.modality import is_negated

# "các Quyết định", "05 văn bản", "những nghị quyết"
_SEVERAL = pattern(rf"(?<!\w)(?:các|những|toàn bộ|một số|\d+) (?:{TYPE_WORD}|văn bản)", re.IGNORECASE)
_FOLLOWING = pattern(r"(?<!\w)(?:sau(?: đây)?|dưới đây|gồm|như sau)(?!\w)")
_NEW_ARTICLE = pattern(r"\s*(?:Điều|Chương) \d+[a-zđ]?[.:]?\s*")
# Blanks that may stand behind a colon.
_BLANKS = 8


class Heading(NamedTuple):
    """The heading of a list: the words that govern its items, where it stands, and its level."""

    cue: Cue
    start: int
    end: int
    level: str


def may_head(text: str, start: int, end: int) -> bool:
    """Return whether a clause without citations may head a list: one with a colon, or a title 'Điều 1. Bãi bỏ …'."""
    may = text[end - 1] == ":" or _is_title_of_change(text, start, end)
    return may and cues.may_say_a_change(text, start, end)


def _is_title_of_change(text: str, start: int, end: int) -> bool:
    article = _NEW_ARTICLE.match(text, start, end)
    return article is not None and cues.begins_with_cue(text, article.end(), end)


def heading(text: str, start: int, end: int) -> Cue | None:
    """Return the words by which a stretch governs the documents listed behind it, if it does."""
    if not cues.may_say_a_change(text, start, end):
        return None
    cue = cues.last_cue(text, start, end)
    if cue and cue.relation in CHANGES:
        # "Quyết định này thay thế:", "Bãi bỏ các Quyết định sau"
        return cue if text[cue.end : end].strip() == ":" or _SEVERAL.search(text, start, end) else None
    # "Các văn bản sau đây hết hiệu lực"
    cue = next(cues.cues_after(text, start, end), None)
    if cue is None or is_negated(text, cue.start) or not _FOLLOWING.search(text, start, end):
        return None
    return cue if _SEVERAL.search(text, start, cue.start) else None


class Lists:
    """Remembers the heading that governs the clauses being read."""

    def __init__(self, context: Context) -> None:
        """Start outside any list."""
        self._context = context
        self._text = context.text
        self._items: str | None = None
        self.heading: Heading | None = None

    def item(self, clause: Clause, end: int) -> Heading | None:
        """Return the heading that governs a document, if the clause begins with it and is an item of the list."""
        found = self.heading
        return found if found and ITEM_MARK.fullmatch(self._text, clause.start, end) else None

    def begin(self, clause: Clause) -> None:
        """End the list where a clause begins that is no part of it."""
        if self.heading is None:
            return
        item = level(self._text, clause.start)
        if self._items is None:
            self._items = item
        is_bullet = not item.isalnum()
        same_as_heading = item == self.heading.level and item != "" and not (is_bullet and item == self._items)
        if same_as_heading or _NEW_ARTICLE.match(self._text, clause.start, clause.end):
            self.heading = None

    def end(self, clause: Clause, inside: list[CitationDraft]) -> None:
        """Note what a clause that was read does to the list: it may head one, or end one."""
        text = self._text
        tail = text[max(clause.start, clause.end - _BLANKS) : clause.end]
        if tail.rstrip().endswith(":") or self._announces(clause, inside):
            last = inside[-1].end if inside and inside[-1].kind != "self" else clause.start
            cue = heading(text, last, clause.end)
            self.heading = Heading(cue, clause.start, clause.end, level(text, clause.start)) if cue else None
            self._items = None
        elif self.heading and inside and not ITEM_MARK.fullmatch(text, clause.start, self._context.begin(inside[0])):
            self.heading = None

    def _announces(self, clause: Clause, inside: list[CitationDraft]) -> bool:
        """'Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực', or an article's title; no colon."""
        if not inside:
            return _is_title_of_change(self._text, clause.start, clause.end)
        if inside[0].kind != "self" or any(found.kind != "self" for found in inside):
            return False
        return _FOLLOWING.search(self._text, clause.start, clause.end) is not None
