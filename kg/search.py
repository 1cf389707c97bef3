"""Full-text search over titles and texts, with or without diacritics."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from pydantic import BaseModel, ConfigDict, Field

from extractors.text import strip_marks
from kg.database import Database
from kg.filters import Filter
from kg.finding import Finder
from kg.model import Document
from kg.search_index import SearchIndex
from kg.search_query import query_of
from kg.words import phrases_of

_WINDOW = 240
"""Length of a snippet in code points, about three lines."""
_BEFORE = 40
"""How far a snippet begins before the first found word, at most."""
_AHEAD = 40
"""How many found words are looked at for one snippet."""
_ENOUGH = 200
"""In how many found words the best place of a text is looked for."""
_MARKS = "\\u0300-\\u036f"
"""The marks of decomposed letters."""
_LETTER = rf"[^\W_]|[{_MARKS}]"

_TEXT = "SELECT text FROM extractions JOIN sources ON id = source WHERE iri = ? ORDER BY path LIMIT 1"


class SearchHit(BaseModel):
    """A document that holds the words; ``snippet`` is ``text[start:end]`` of the text as read."""

    model_config = ConfigDict(frozen=True)

    document: Document
    snippet: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = Field(description="Offsets of the found words in the text as read.")
    score: float = Field(description="Greater is better; comparable within one search only.")


class Search:
    """Finds held documents by what stands in them."""

    def __init__(self, database: Database, index: SearchIndex, finder: Finder) -> None:
        self._database = database
        self._index = index
        self._finder = finder

    def find(self, words: str, wanted: Filter, limit: int, offset: int = 0) -> tuple[SearchHit, ...]:
        """Find held documents that hold all of some words.

        Args:
            words: Words, in any case, with diacritics or without; in quotation marks a phrase. None lists documents.
            wanted: In which documents.
            limit: Greatest number of hits.
            offset: How many of the best to leave out.

        Returns:
            Hits, best first: BM25 over title and text; a word in the title counts for five, words that stand together
            as they are asked for count more, and a document whose number is asked for comes first.

        Raises:
            LegalkgError: A date of the filter does not exist.
        """
        if wanted.held is False:
            return ()
        query = query_of(words, wanted)
        if query is not None:
            best = self._index.run(query, offset + limit)[offset:]
        elif not words.strip():
            listed = self._finder.list(replace(wanted, held=True), limit, offset)
            best = [(document.iri, 0.0) for document in listed]
        else:
            return ()
        pattern = _with_any_marks(sorted({word for phrase in phrases_of(words) for word in phrase}))
        return tuple(hit for iri, score in best if (hit := self._hit(iri, pattern, score)))

    def _hit(self, iri: str, wanted: re.Pattern[str], score: float) -> SearchHit | None:
        """Show where the words stand; None if the document is held no more, and the index does not know yet."""
        document = self._finder.by_id(iri)
        row = self._database.row(_TEXT, (iri,))
        return _hit(document, row[0], wanted, score) if document and row else None


def _hit(document: Document, text: str, wanted: re.Pattern[str], score: float) -> SearchHit:
    found = [(m.start(), m.end(), strip_marks(m.group())) for m in islice(wanted.finditer(text), _ENOUGH)]
    start, end = _best_window(text, found)
    marks = tuple((a, b) for a, b, _ in found if start <= a and b <= end)
    return SearchHit(document=document, snippet=text[start:end], start=start, end=end, marks=marks, score=score)


def _with_any_marks(words: Sequence[str]) -> re.Pattern[str]:
    """Make a pattern that finds plain words in a text as read, whatever diacritics and case they have there."""
    spelled = ("".join(_spellings().get(letter, re.escape(letter)) + f"[{_MARKS}]*" for letter in w) for w in words)
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join(spelled)})(?!{_LETTER})" if words else r"(?!)")


@cache
def _spellings() -> dict[str, str]:
    """Give for each plain letter the class of all letters that it stands for."""
    letters: dict[str, str] = defaultdict(str)
    for code in (*range(0x30, 0x7B), *range(0xC0, 0x1F00)):
        plain = strip_marks(chr(code))
        if len(plain) == 1 and plain.isalnum():
            letters[plain] += chr(code)
    return {plain: f"[{spellings}]" for plain, spellings in letters.items()}


def _best_window(text: str, found: list[tuple[int, int, str]]) -> tuple[int, int]:
    """Give the stretch that holds most of the different words, cut at blanks; the beginning where none is found."""
    best, at = 0, 0
    for index, (start, _, _) in enumerate(found):
        inside = {word for _, end, word in found[index : index + _AHEAD] if end <= start + _WINDOW}
        if len(inside) > best:
            best, at = len(inside), start
    start = text.rfind(" ", 0, at - _BEFORE) + 1 if at > _BEFORE else 0
    end = start + _WINDOW
    if end < len(text) and (blank := text.rfind(" ", start + 1, end)) > start:
        end = blank
    return start, min(end, len(text))
