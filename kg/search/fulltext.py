"""Full-text search over titles and texts, with or without diacritics."""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.archive.texts import source_of
from legalkg.kg.database import Database
from legalkg.kg.model import Document
from legalkg.kg.search.filters import Filter
from legalkg.kg.search.index import SearchIndex
from legalkg.kg.search.lookup import Finder
from legalkg.kg.search.query import query_of
from legalkg.kg.search.snippets import Asked, snippet_of


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
        asked = Asked(words)
        hits = (self._hit(iri, asked, score) for iri, score in self._best(words, wanted, limit, offset))
        return tuple(hit for hit in hits if hit)

    def count(self, words: str, wanted: Filter) -> int:
        """Count what :meth:`find` would give without a limit.

        Raises:
            LegalkgError: A date of the filter does not exist.
        """
        if wanted.held is False:
            return 0
        query = query_of(words, wanted)
        if query is not None:
            return self._index.count(query)
        return 0 if words.strip() else self._finder.count(replace(wanted, held=True))

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

    def _hit(self, iri: str, asked: Asked, score: float) -> SearchHit | None:
        """Show where the words stand; None if the document is held no more, and the index does not know yet."""
        document = self._finder.by_id(iri)
        source = source_of(self._database, iri)
        if document is None or source is None:
            return None
        text = source.text
        start, end, marks = snippet_of(text, asked)
        return SearchHit(document=document, snippet=text[start:end], start=start, end=end, marks=marks, score=score)
