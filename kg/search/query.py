"""What somebody asks for as a query of the full-text index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tantivy import FieldType, Occur, Query

from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import strip_marks
from legalkg.kg.search.filters import Filter
from legalkg.kg.search.index import START, SearchIndex, as_number, pair
from legalkg.kg.search.words import phrases_of, words_of

Clause = tuple[Occur, Query]

_IN_TITLE = 5.0
"""For how many a word in the title counts."""
_TOGETHER = 5.0
"""For how many two words count that stand together: as many as one of them in the title."""
_ITS_NUMBER = 100.0
"""More than words can: who asks for a number gets the document that has it before those that cite it."""
_SCHEMA = SearchIndex.schema


def query_of(asked: str, wanted: Filter) -> Query | None:
    """Make a query.

    Args:
        asked: Words that must all occur; in quotation marks, or joined as in a number, a phrase.
        wanted: Which documents; its ``words`` and ``held`` are left aside.

    Returns:
        None where nothing is asked for.

    Raises:
        LegalkgError: A date of the filter does not exist.
    """
    phrases = phrases_of(asked)
    if not phrases:
        return None
    clauses = [clause for phrase in phrases for clause in _phrase(phrase)]
    # Words of Vietnamese are of several syllables: those that stand together are likely meant together.
    singles = [phrase[0] if len(phrase) == 1 else None for phrase in phrases]
    pairs = (_term("pairs", pair(a, b)) for a, b in pairwise(singles) if a and b)
    clauses += [(Occur.Should, Query.boost_query(term, _TOGETHER)) for term in pairs]
    words = _or_number(Query.boolean_query(clauses), asked)
    filters = [(Occur.Must, Query.const_score_query(part, 0.0)) for part in _filters(wanted)]
    return Query.boolean_query([(Occur.Must, words), *filters]) if filters else words


def _phrase(words: Sequence[str]) -> Iterator[Clause]:
    yield Occur.Should, Query.boost_query(_together("title", words), _IN_TITLE)
    if len(words) == 1:
        yield Occur.Must, _term("body", words[0])
        return
    yield Occur.Must, _or_number(_in_text(words), "-".join(words))


def _in_text(words: Sequence[str]) -> Query:
    """Find words that stand together: the first two, the next two and so on, and the last two."""
    last = len(words) - 2
    pairs: list[str | tuple[int, str]] = [
        (at, pair(words[at], words[at + 1])) for at in sorted({*range(0, last, 2), last})
    ]
    return Query.phrase_query(_SCHEMA, "pairs", pairs) if last else _term("pairs", pair(*words))


def _or_number(query: Query, asked: str) -> Query:
    """Let the document through, too, that has what is asked for as its number, however that is spelled."""
    key = number_key(asked)
    if not key:
        return query
    has_number = Query.const_score_query(_term("number", key), _ITS_NUMBER)
    return Query.boolean_query([(Occur.Should, query), (Occur.Should, has_number)])


def _filters(wanted: Filter) -> Iterator[Query]:
    if types := wanted.types():
        yield Query.term_set_query(_SCHEMA, "type", [strip_marks(name) for name in types])
    if wanted.issuer:
        issuer = words_of(wanted.issuer)
        yield _together("issuer", [START, *issuer] if issuer else ())
    if wanted.place:
        yield _together("place", words_of(wanted.place))
    if days := wanted.days():
        first, last = map(as_number, days)
        yield Query.range_query(_SCHEMA, "last", FieldType.Integer, first, None)
        yield Query.range_query(_SCHEMA, "first", FieldType.Integer, None, last)


def _term(field: str, word: str) -> Query:
    return Query.term_query(_SCHEMA, field, word)


def _together(field: str, words: Sequence[str]) -> Query:
    if len(words) < 2:
        return _term(field, words[0]) if words else Query.empty_query()
    return Query.phrase_query(_SCHEMA, field, list(words))
