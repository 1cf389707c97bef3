"""Any server that speaks SPARQL 1.1: its protocol for queries and updates, and its Graph Store Protocol.

Nothing but the standard is used. All graphs together must be the server's default graph, which most servers make them
(``docs/stores.md`` says which, and how); where they are not, the first query says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from legalkg.kg.batches import batched
from legalkg.kg.errors import QueryError, StoreError
from legalkg.kg.location import Endpoint, without_credentials
from legalkg.kg.rdf.vocabulary import PREFIXES, ROOT, STATE
from legalkg.kg.store.base import Answer
from legalkg.kg.store.http import Answered, HttpClient, Refused

_RESULTS = "application/sparql-results+json"
_ACCEPT = f"{_RESULTS}, application/n-triples;q=0.9, text/turtle;q=0.8, application/json;q=0.1"
_LARGEST = 1 << 20
"""Characters of an update that are sent at once; one graph may be more."""
_BULK = 8 << 20
"""Bytes of N-Quads that are sent at once."""
AT_ONCE = 500
"""Subjects or objects that one query asks for."""
_DECLARED = re.compile(r"\bPREFIX\s+(\w*):", re.IGNORECASE)
_NO_UNION = f"ASK {{ GRAPH <{STATE.value}> {{ ?s ?p ?o }} FILTER NOT EXISTS {{ ?s ?p ?o }} }}"
_BAD_REQUEST = 400


class EndpointStore:
    """A store in a server that is reached over HTTP."""

    def __init__(self, endpoint: Endpoint, *, read_only: bool = False) -> None:
        """Open the store.

        Args:
            endpoint: Where it is.
            read_only: Write nothing.

        Raises:
            StoreError: It does not answer, or is to be written and has no address for updates.
        """
        self._endpoint = endpoint
        self._read_only = read_only
        self._http = HttpClient(endpoint)
        self._is_union_checked = False
        if not read_only and endpoint.update is None:
            raise StoreError(
                f"{without_credentials(endpoint.query)} can only be read: LEGALKG_STORE_UPDATE gives the address for "
                "updates"
            )
        self._ask("ASK { }")

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        """Make these the only quads of some graphs; a graph without quads is no longer there."""
        if self._endpoint.graphs and len(graphs) == 1:
            for graph, quads in graphs.items():
                self._put(self._endpoint.graphs, graph, quads)
            return
        self._update(chain.from_iterable(_replacing(graph, quads) for graph, quads in graphs.items()))

    def change(self, gone: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Remove some quads and add others."""
        self._update(chain(_data("DELETE", gone), _data("INSERT", new)))

    def load(self, quads: Iterable[Quad]) -> None:
        """Add the quads of graphs that are not there yet, in the quickest way; may end half way when it fails."""
        if self._endpoint.bulk is None:
            self._update(_data("INSERT", quads))
            return
        self._check_writable()
        headers = {"Content-Type": "application/n-quads"}
        for part in _joined((f"{quad} .\n" for quad in quads), _BULK):
            self._http.send("POST", self._endpoint.bulk, part.encode(), headers=headers)

    def clear(self) -> None:
        """Remove all graphs that are this project's; what else the server holds stays."""
        self._update(f"DROP SILENT GRAPH {graph}" for graph in self.graphs())

    def graphs(self) -> Iterator[NamedNode]:
        """Return the names of all graphs that are this project's, in no fixed order."""
        found = self._select(
            f'SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{ROOT}")) }}'
        )
        return (solution["g"] for solution in found if isinstance(solution["g"], NamedNode))

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Return the quads that have these terms; None matches any."""
        given = {"s": subject, "p": predicate, "o": object, "g": graph}
        s, p, o, g = (f"?{name}" if term is None else str(term) for name, term in given.items())
        for solution in self._select(f"SELECT * WHERE {{ GRAPH {g} {{ {s} {p} {o} }} }}"):
            yield Quad(*(solution[name] if term is None else term for name, term in given.items()))  # type: ignore[arg-type]

    def about(self, subjects: Iterable[NamedNode], predicate: NamedNode | None = None) -> Iterator[Quad]:
        """Return the quads about any of some subjects, of one predicate or of all; asked for many at a time."""
        p = "?p" if predicate is None else str(predicate)
        for some in batched(subjects, AT_ONCE):
            values = " ".join(map(str, some))
            for found in self._select(f"SELECT * WHERE {{ GRAPH ?g {{ VALUES ?s {{ {values} }} ?s {p} ?o }} }}"):
                yield Quad(found["s"], predicate or found["p"], found["o"], found["g"])

    def pointing_at(self, objects: Iterable[NamedNode], predicate: NamedNode) -> Iterator[Quad]:
        """Return the quads of a predicate that have any of some objects; asked for many at a time."""
        for some in batched(objects, AT_ONCE):
            values = " ".join(map(str, some))
            for found in self._select(
                f"SELECT * WHERE {{ GRAPH ?g {{ VALUES ?o {{ {values} }} ?s {predicate} ?o }} }}"
            ):
                yield Quad(found["s"], predicate, found["o"], found["g"])

    def query(self, sparql: str, *, union: bool = True) -> Answer:
        """Run a query; the prefixes of the vocabulary are known to it.

        Args:
            sparql: The query.
            union: Whether all graphs together are to be the default graph.

        Raises:
            QueryError: It is not SPARQL.
            StoreError: The server fails, or its default graph is another.
        """
        if union:
            self._check_union()
        declared = set(_DECLARED.findall(sparql))
        prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items() if name not in declared)
        try:
            answered = self._ask(prefixes + sparql)
        except Refused as refusal:
            if refusal.status == _BAD_REQUEST:
                raise QueryError(f"not a SPARQL query: {refusal.said}") from refusal
            raise
        if answered.media_type == _RESULTS:
            return self._results(answered)
        return self._triples(answered)

    def refresh(self) -> None:
        """Do nothing: a server always gives what it has."""

    def flush(self) -> None:
        """Do nothing: what a server has acknowledged it has."""

    def close(self) -> None:
        """Close connections."""
        self._http.close()

    # --- inside ---

    def _check_union(self) -> None:
        if self._is_union_checked:
            return
        if self._results(self._ask(_NO_UNION)):
            raise StoreError(
                f"{without_credentials(self._endpoint.query)} leaves named graphs out of its default graph: make all "
                "graphs together the default graph ('oxigraph serve --union-default-graph', tdb2:unionDefaultGraph "
                "in Fuseki; see docs/stores.md)"
            )
        self._is_union_checked = True

    def _check_writable(self) -> None:
        if self._read_only:
            raise StoreError("the store is read-only")

    def _ask(self, sparql: str) -> Answered:
        headers = {"Content-Type": "application/sparql-query", "Accept": _ACCEPT}
        return self._http.send("POST", self._endpoint.query, sparql.encode(), headers=headers)

    def _select(self, sparql: str) -> QuerySolutions:
        found = self._results(self._ask(sparql))
        if not isinstance(found, QuerySolutions):
            raise self._strange("no table")
        return found

    def _results(self, answered: Answered) -> QuerySolutions | QueryBoolean:
        try:
            return parse_query_results(answered.body, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError, OSError) as error:
            raise self._strange(answered.media_type or "nothing") from error

    def _triples(self, answered: Answered) -> Iterator[Triple]:
        known = RdfFormat.from_media_type(answered.media_type)
        if known is None:
            raise self._strange(answered.media_type or "nothing")
        return (quad.triple for quad in parse(answered.body, format=known))

    def _strange(self, what: str) -> StoreError:
        address = without_credentials(self._endpoint.query)
        return StoreError(f"{address} gave no answer to a SPARQL query but {what}: is it the address for queries?")

    def _put(self, address: str, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Write a graph by the Graph Store Protocol."""
        self._check_writable()
        content = "".join(f"{quad.triple} .\n" for quad in quads).encode()
        if content:
            headers = {"Content-Type": "application/n-triples"}
            self._http.send("PUT", address, content, headers=headers, params={"graph": graph.value})
        else:
            self._update([f"DROP SILENT GRAPH {graph}"])

    def _update(self, operations: Iterable[str]) -> None:
        """Run updates, many in one request, each whole."""
        self._check_writable()
        headers = {"Content-Type": "application/sparql-update"}
        for update in _joined((f"{operation} ;\n" for operation in operations), _LARGEST):
            self._http.send("POST", self._endpoint.update or "", update.encode(), headers=headers)


def _replacing(graph: NamedNode, quads: Iterable[Quad]) -> Iterator[str]:
    # One operation for both would be whole on every server; two in one request are on all that keep to the standard.
    yield f"DROP SILENT GRAPH {graph}"
    yield from _data("INSERT", quads)


def _data(verb: str, quads: Iterable[Quad]) -> Iterator[str]:
    """Write quads as operations, one for each graph."""
    for graph, same in groupby(quads, key=lambda quad: quad.graph_name):
        for triples in _joined((f"{quad.triple} .\n" for quad in same), _LARGEST):
            yield f"{verb} DATA {{ GRAPH {graph} {{\n{triples}}} }}"


def _joined(parts: Iterable[str], most: int) -> Iterator[str]:
    """Join texts up to a length."""
    joined: list[str] = []
    length = 0
    for part in parts:
        if joined and length + len(part) > most:
            yield "".join(joined)
            joined, length = [], 0
        joined.append(part)
        length += len(part)
    if joined:
        yield "".join(joined)
