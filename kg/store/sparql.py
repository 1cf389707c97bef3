"""SPARQL that only reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from pyoxigraph import (
    BlankNode,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    serialize,
)
from pyoxigraph import Literal as RdfLiteral

from kg.errors import QueryError
from kg.rdf.vocabulary import PREFIXES
from kg.store import GraphStore
from kg.store.base import Answer

Kind = Literal["select", "ask", "graph"]

# Strings, IRIs and comments are taken out before keywords are looked for.
_NO_KEYWORDS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'(?:[^'\\\n]|\\.)*'|"
    r"<[^<>\"{}|^`\\\s]*>|#[^\n]*"
)
_REMOTE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_DATASET = re.compile(r"\bFROM\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"^\s*(?:(?:PREFIX\s+\S*|BASE)\s*)*(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)

SOLUTION_FORMATS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


class QueryResult:
    """The answer to a query; to be read once.

    Attributes:
        kind: 'select', 'ask' or 'graph' (CONSTRUCT, DESCRIBE).
        variables: Names of the columns of a SELECT.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.kind: Kind = "graph"
        self.variables: tuple[str, ...] = ()
        if isinstance(answer, QueryBoolean):
            self.kind = "ask"
        elif isinstance(answer, QuerySolutions):
            self.kind = "select"
            self.variables = tuple(variable.value for variable in answer.variables)

    def __bool__(self) -> bool:
        """Give the answer to an ASK; others are true."""
        return bool(self._answer) if isinstance(self._answer, QueryBoolean) else True

    def rows(self, limit: int | None = None) -> Iterator[tuple[str | None, ...]]:
        """Give the rows of a SELECT as plain strings, None where unbound.

        Args:
            limit: Greatest number of rows; None for all.

        Raises:
            QueryError: It is no SELECT, or fails on the way.
        """
        if not isinstance(self._answer, QuerySolutions):
            raise QueryError("only a SELECT has rows")
        try:
            for solution in islice(self._answer, limit):
                yield tuple(_plain(value) for value in solution)
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}") from error

    def serialize(self, media_type: str) -> bytes:
        """Give the answer in a standard format.

        Args:
            media_type: One of ``SOLUTION_FORMATS`` for select and ask, of ``GRAPH_FORMATS`` for graphs.

        Raises:
            QueryError: The media type does not fit, or the query fails on the way.
        """
        try:
            if isinstance(self._answer, QuerySolutions | QueryBoolean):
                found = self._answer.serialize(format=SOLUTION_FORMATS[media_type])
            else:
                found = serialize(self._answer, format=GRAPH_FORMATS[media_type], prefixes=PREFIXES)
        except KeyError as error:
            raise QueryError(f"an answer of kind {self.kind!r} cannot be written as {media_type}") from error
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}") from error
        return found or b""


def run_query(store: GraphStore, sparql: str) -> QueryResult:
    """Run a query that only reads.

    Args:
        store: The graph. Over all graphs together Oxigraph gives a statement once for each graph that holds it, and
            what is cited is described in the graph of each document that cites it: ask with DISTINCT. (A default
            graph that holds each statement once would double the store for a tenth of its statements.)
        sparql: SELECT, ASK, CONSTRUCT or DESCRIBE; the prefixes of the vocabulary need no declaration.

    Raises:
        QueryError: It is wrong, changes something, or asks another server.
    """
    bare = _NO_KEYWORDS.sub(" ", sparql)
    if _REMOTE.search(bare):
        raise QueryError("SERVICE is not allowed: queries do not leave this store")
    if _UPDATE.match(bare):
        raise QueryError("updates are not allowed: queries only read")
    # Oxigraph overlooks FROM when it is told to take the union of all graphs.
    return QueryResult(store.query(sparql, union=not _DATASET.search(bare)))


def _plain(value: object) -> str | None:
    return value.value if isinstance(value, NamedNode | RdfLiteral | BlankNode) else None
