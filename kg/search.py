"""Full-text search over titles and texts, with or without diacritics."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

from pydantic import BaseModel, ConfigDict, Field

from extractors.text import strip_marks
from kg.database import Database
from kg.model import Document

_WORD = re.compile(r"\w+")
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

_BEST = """
    SELECT iri, text, score
    FROM (
        SELECT source, iri, bm25(words, 5.0, 1.0) AS score
        FROM words JOIN extractions ON source = words.rowid JOIN sources ON id = source
        -- Where several files hold a document only the text of the first counts, as everywhere.
        WHERE words MATCH ? AND NOT EXISTS (
            SELECT 1 FROM extractions e JOIN sources s ON e.source = s.id
            WHERE e.iri = extractions.iri AND s.path < sources.path
        )
        ORDER BY score, iri LIMIT ?
    ) JOIN sources ON id = source
    ORDER BY score, iri
"""


class SearchHit(BaseModel):
    """A document that holds the words; ``snippet`` is ``text[start:end]`` of the text as read."""

    model_config = ConfigDict(frozen=True)

    document: Document
    snippet: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = Field(description="Offsets of the found words in the text as read.")
    score: float = Field(description="Greater is better; comparable within one search only.")


def search(database: Database, describe: Callable[[str], Document], words: str, limit: int) -> tuple[SearchHit, ...]:
    """Find held documents that hold all of some words.

    Args:
        database: The archive.
        describe: Gives the document of an IRI.
        words: Words, in any case, with diacritics or without; in quotation marks a phrase.
        limit: Greatest number of hits.

    Returns:
        Hits, best first (BM25, a word in the title counts for five).
    """
    query = " ".join(f'"{phrase}"' for phrase in _phrases(words))
    if not query:
        return ()
    rows = database.rows(_BEST, (query, limit))
    wanted = _with_any_marks(sorted(set(_WORD.findall(strip_marks(words)))))
    return tuple(_hit(describe(iri), text, wanted, -score) for iri, text, score in rows)


def _phrases(words: str) -> list[str]:
    parts = re.findall(r'"([^"]+)"|(\S+)', strip_marks(words))
    tokens = (" ".join(_WORD.findall(quoted or word)) for quoted, word in parts)
    return [phrase for phrase in tokens if phrase]


def _hit(document: Document, text: str, wanted: re.Pattern[str], score: float) -> SearchHit:
    found = [(m.start(), m.end(), strip_marks(m.group())) for m in islice(wanted.finditer(text), _ENOUGH)]
    start, end = _best_window(text, found)
    marks = tuple((a, b) for a, b, _ in found if start <= a and b <= end)
    return SearchHit(document=document, snippet=text[start:end], start=start, end=end, marks=marks, score=score)


def _with_any_marks(words: Iterable[str]) -> re.Pattern[str]:
    """Make a pattern that finds plain words in a text as read, whatever diacritics and case they have there."""
    spelled = ("".join(_spellings().get(letter, re.escape(letter)) + f"[{_MARKS}]*" for letter in w) for w in words)
    return re.compile(rf"(?<![\w{_MARKS}])(?:{'|'.join(spelled)})(?![\w{_MARKS}])")


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
