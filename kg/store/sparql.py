"""SPARQL that only reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, Literal

from pyoxigraph import BlankNode, NamedNode, QueryBoolean, QuerySolutions
from pyoxigraph import Literal as RdfLiteral

from legalkg.kg.errors import QueryError
from legalkg.kg.rdf.vocabulary import PREFIXES
from legalkg.kg.store import GraphStore
from legalkg.kg.store.base import Answer
from legalkg.kg.store.query_check import MOST_NESTED, check_query
from legalkg.kg.store.results import GRAPHS, TABLES, AnswerLimits, write_graph, write_table, write_truth

QueryKind = Literal["select", "ask", "graph"]


class QueryResult:
    """The answer to a query; to be read once.

    Attributes:
        kind: 'select', 'ask' or 'graph' (CONSTRUCT, DESCRIBE).
        variables: Names of the columns of a SELECT.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.kind: QueryKind = "graph"
        self.variables: tuple[str, ...] = ()
        if isinstance(answer, QueryBoolean):
            self.kind = "ask"
        elif isinstance(answer, QuerySolutions):
            self.kind = "select"
            self.variables = tuple(variable.value for variable in answer.variables)

    def __bool__(self) -> bool:
        """Return the answer to an ASK; others are true."""
        return bool(self._answer) if isinstance(self._answer, QueryBoolean) else True

    def rows(self, limit: int | None = None) -> Iterator[tuple[str | None, ...]]:
        """Return the rows of a SELECT as plain strings, None where unbound.

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

    def write(self, media_type: str, output: BinaryIO, limits: AnswerLimits = AnswerLimits()) -> str | None:  # noqa: B008
        """Write the answer in a standard format.

        Args:
            media_type: One of ``legalkg.kg.store.results.TABLES`` for select and ask, of ``GRAPHS`` for graphs.
            output: Where to.
            limits: How large it may grow; it stays well formed where it is cut.

        Returns:
            How it was cut ('cut after 1000 rows'), None if it is whole.

        Raises:
            QueryError: The media type does not fit, or the query fails on the way.
        """
        if media_type not in (GRAPHS if self.kind == "graph" else TABLES):
            raise QueryError(f"an answer of kind {self.kind!r} cannot be written as {media_type}")
        try:
            if isinstance(self._answer, QueryBoolean):
                write_truth(self._answer, media_type, output)
                return None
            if isinstance(self._answer, QuerySolutions):
                return write_table(self._answer, media_type, output, limits)
            return write_graph(self._answer, media_type, output, limits)
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}") from error


def run_query(store: GraphStore, sparql: str, nesting: int = MOST_NESTED) -> QueryResult:
    """Run a query that only reads.

    Args:
        store: The graph. Over all graphs together Oxigraph gives a statement once for each graph that holds it, and
            what is cited is described in the graph of each document that cites it: ask with DISTINCT. (A default
            graph that holds each statement once would double the store for a tenth of its statements.)
        sparql: SELECT, ASK, CONSTRUCT or DESCRIBE; the prefixes of the vocabulary need no declaration.
        nesting: Greatest number of brackets within brackets.

    Raises:
        QueryError: It is wrong, changes something, may ask another server, or asks a graph that is not there.
    """
    graphs = check_query(sparql, PREFIXES, nesting)
    for graph in graphs:
        if not _holds(store, graph):
            raise QueryError(f"there is no graph <{graph}> in this store")
    # Oxigraph overlooks FROM when it is told to take the union of all graphs.
    return QueryResult(store.query(sparql, union=not graphs))


def _holds(store: GraphStore, graph: str) -> bool:
    try:
        name = NamedNode(graph)
    except ValueError as error:
        raise QueryError(f"<{graph}> is no IRI: {error}") from error
    return next(store.match(graph=name), None) is not None


def _plain(value: object) -> str | None:
    return value.value if isinstance(value, NamedNode | RdfLiteral | BlankNode) else None
