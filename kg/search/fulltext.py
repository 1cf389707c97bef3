"""Full-text search over titles and texts, with or without diacritics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.database import Database
from legalkg.kg.model import Document
from legalkg.kg.search.filters import Filter
from legalkg.kg.search.index import SearchIndex
from legalkg.kg.search.lookup import Finder
from legalkg.kg.search.query import query_of
from legalkg.kg.search.words import phrases_of, plain_text

_WINDOW = 240
"""Length of a snippet in code points, about three lines."""
_BEFORE = 40
"""How far a snippet begins before the first found word, at most."""
_AHEAD = 40
"""How many found words are looked at for one snippet."""
_HEAD = 30_000
"""Length of the head of a text, where most that is asked for stands."""
_ENOUGH = 50
"""In how many places of each word the best place of a text is looked for."""

_TEXT = "SELECT text FROM extractions JOIN sources ON id = source WHERE iri = ? AND counts"
_Found = tuple[int, int, str]
"""Where a found word starts and ends in the text as read, and the word."""


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
        asked = sorted({word for phrase in phrases_of(words) for word in phrase})
        hits = (self._hit(iri, asked, score) for iri, score in self._best(words, wanted, limit, offset))
        return tuple(hit for hit in hits if hit)

    def _best(self, words: str, wanted: Filter, limit: int, offset: int) -> list[tuple[str, float]]:
        if wanted.held is False:
            return []
        query = query_of(words, wanted)
        if query is not None:
            return self._index.run(query, offset + limit)[offset:]
        if words.strip():
            return []
        listed = self._finder.list(replace(wanted, held=True), limit, offset)
        return [(document.iri, 0.0) for document in listed]

    def _hit(self, iri: str, asked: Sequence[str], score: float) -> SearchHit | None:
        """Show where the words stand; None if the document is held no more, and the index does not know yet."""
        document = self._finder.by_id(iri)
        row = self._database.fetch_one(_TEXT, (iri,))
        if document is None or row is None:
            return None
        text = str(row[0])
        found = _places(text, asked) if asked else []
        start, end = _best_window(text, found)
        marks = tuple((a, b) for a, b, _ in found if start <= a and b <= end)
        return SearchHit(document=document, snippet=text[start:end], start=start, end=end, marks=marks, score=score)


def _places(text: str, asked: Sequence[str]) -> list[_Found]:
    """Find the words; where all stand in the head of a long text, the rest is not looked at."""
    cut = text.find(" ", _HEAD) if len(text) > _HEAD else -1
    found = _places_in(text[:cut], asked) if cut > 0 else []
    return found if len({word for _, _, word in found}) == len(asked) else _places_in(text, asked)


def _places_in(text: str, asked: Sequence[str]) -> list[_Found]:
    plain = plain_text(text)
    return sorted((a, b, word) for word in asked for a, b in islice(plain.places(word), _ENOUGH))


def _best_window(text: str, found: Sequence[_Found]) -> tuple[int, int]:
    """Return the stretch that holds most of the different words, cut at blanks; the beginning where none is found."""
    best, at, most = 0, 0, len({word for _, _, word in found})
    for index, (start, _, _) in enumerate(found):
        inside = {word for _, end, word in found[index : index + _AHEAD] if end <= start + _WINDOW}
        if len(inside) > best:
            best, at = len(inside), start
        if best == most:
            break
    start = text.rfind(" ", 0, at - _BEFORE) + 1 if at > _BEFORE else 0
    end = start + _WINDOW
    if end < len(text) and (blank := text.rfind(" ", start + 1, end)) > start:
        end = blank
    return start, min(end, len(text))
