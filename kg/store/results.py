"""Answers to queries, written row by row, so that an answer that grows too large ends well formed and says so.

Oxigraph writes tables too, but only whole ones; graphs it writes as they come.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO, Protocol, cast
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

from legalkg.kg.errors import QueryError
from legalkg.kg.rdf.vocabulary import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple

TABLES = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_REMARKS = {"text/turtle": "# {}\n", "application/n-triples": "# {}\n", "application/rdf+xml": "\n<!-- {} -->\n"}
_RDF_XML = "application/rdf+xml"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ENDS_IN_NAME = re.compile(r"[^\W\d][\w.\-]*$")
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that XML 1.0 cannot hold, not even escaped (section 2.2)."""


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    """How large an answer may grow; None for no limit.

    Attributes:
        rows: Rows of a table, or triples of a graph.
        size: Bytes, as written.
    """

    rows: int | None = None
    size: int | None = None

    def ended(self, rows: int, size: int) -> str | None:
        """Return what an answer of so many rows and bytes has reached, None if it may grow."""
        if self.rows is not None and rows >= self.rows:
            return f"cut after {self.rows} rows"
        if self.size is not None and size > self.size:
            return f"cut after {self.size} bytes"
        return None


def write_truth(answer: QueryBoolean, media_type: str, output: BinaryIO) -> None:
    """Write the answer to an ASK, for ``media_type`` see ``TABLES``."""
    answer.serialize(output, TABLES[media_type])


def write_table(solutions: QuerySolutions, media_type: str, output: BinaryIO, limits: AnswerLimits) -> str | None:
    """Write the answer to a SELECT.

    Args:
        solutions: The answer.
        media_type: One of ``TABLES``.
        output: Where to.
        limits: Where to cut it.

    Returns:
        How it was cut, None if it is whole.
    """
    table = _WRITERS[media_type](variable.value for variable in solutions.variables)
    size = output.write(table.head())
    for count, solution in enumerate(solutions):
        row = table.row(solution, is_first=count == 0)
        cut = limits.ended(count, size + len(row))
        if cut:
            output.write(table.tail(cut))
            return cut
        size += output.write(row)
    output.write(table.tail(None))
    return None


def write_graph(triples: Iterable[Triple], media_type: str, output: BinaryIO, limits: AnswerLimits) -> str | None:
    """Write the answer to a CONSTRUCT or DESCRIBE as one of ``GRAPHS``; for the rest see :func:`write_table`.

    Raises:
        QueryError: RDF/XML has no way to write it.
    """
    counted = _Counted(output)
    cut: str | None = None

    def within() -> Iterator[Triple]:
        nonlocal cut
        for count, triple in enumerate(triples):
            cut = limits.ended(count, counted.size)
            if cut:
                return
            yield _for_xml(triple) if media_type == _RDF_XML else triple

    serialize(within(), cast("IO[bytes]", counted), GRAPHS[media_type], prefixes=PREFIXES)
    if cut and media_type in _REMARKS:
        counted.write(_REMARKS[media_type].format(cut).encode())
    return cut


class _Counted(io.RawIOBase):
    """Counts what passes on to another file."""

    def __init__(self, output: BinaryIO) -> None:
        self.size = 0
        self._output = output

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.size += len(data)
        return self._output.write(data)


def _for_xml(triple: Triple) -> Triple:
    """Return a triple as RDF/XML can have it: predicates and types become names of elements (section 2.4)."""
    found = triple.object
    names = [triple.predicate, *([found] if triple.predicate.value == _TYPE and isinstance(found, NamedNode) else [])]
    wrong = next((name for name in names if not _ENDS_IN_NAME.search(name.value)), None)
    if wrong is not None:
        raise QueryError(f"{wrong} cannot be written in RDF/XML: ask for another format")
    if not isinstance(found, Literal) or not _NO_XML.search(found.value):
        return triple
    plain = _xml_text(found.value)
    clean = Literal(plain, language=found.language) if found.language else Literal(plain, datatype=found.datatype)
    return Triple(triple.subject, triple.predicate, clean)


def _xml_text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


# --- formats of tables ---


class _Table(Protocol):
    def __init__(self, names: Iterable[str]) -> None: ...

    def head(self) -> bytes: ...

    def row(self, solution: QuerySolution, *, is_first: bool) -> bytes: ...

    def tail(self, cut: str | None) -> bytes: ...


class _Json:
    """SPARQL 1.1 Query Results JSON Format; the head stands last, as it knows then whether the answer is whole."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)

    def head(self) -> bytes:
        return b'{"results":{"bindings":['

    def row(self, solution: QuerySolution, *, is_first: bool) -> bytes:
        bound = {name: _json_term(term) for name, term in zip(self._names, solution, strict=True) if term is not None}
        return (b"" if is_first else b",") + _json(bound)

    def tail(self, cut: str | None) -> bytes:
        remark = b'"truncated":' + _json(cut) + b"," if cut else b""
        return b"]}," + remark + b'"head":' + _json({"vars": self._names}) + b"}"


class _Xml:
    """SPARQL Query Results XML Format."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)

    def head(self) -> bytes:
        variables = "".join(f"<variable name={quoteattr(name)}/>" for name in self._names)
        start = '<?xml version="1.0" encoding="UTF-8"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        return f"{start}<head>{variables}</head><results>".encode()

    def row(self, solution: QuerySolution, *, is_first: bool) -> bytes:
        bound = "".join(
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(self._names, solution, strict=True)
            if term is not None
        )
        return f"<result>{bound}</result>".encode()

    def tail(self, cut: str | None) -> bytes:
        return f"</results>{f'<!-- {cut} -->' if cut else ''}</sparql>".encode()


class _Csv:
    """SPARQL 1.1 Query Results CSV Format: values without their kind; it has no room for a remark."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)

    def head(self) -> bytes:
        return self._line(self._names)

    def row(self, solution: QuerySolution, *, is_first: bool) -> bytes:
        return self._line("" if term is None else _csv_term(term) for term in solution)

    def tail(self, cut: str | None) -> bytes:
        return b""

    def _line(self, cells: Iterable[str]) -> bytes:
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(cells)
        return line.getvalue().encode()


class _Tsv(_Csv):
    """SPARQL 1.1 Query Results TSV Format: terms as in Turtle."""

    def head(self) -> bytes:
        return self._line(f"?{name}" for name in self._names)

    def row(self, solution: QuerySolution, *, is_first: bool) -> bytes:
        return self._line("" if term is None else str(term).replace("\t", "\\t") for term in solution)

    def _line(self, cells: Iterable[str]) -> bytes:
        return ("\t".join(cells) + "\n").encode()


_WRITERS: dict[str, type[_Table]] = {
    "application/sparql-results+json": _Json,
    "application/sparql-results+xml": _Xml,
    "text/csv": _Csv,
    "text/tab-separated-values": _Tsv,
}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape(_xml_text(term.value))}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if isinstance(term, Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"
    kind = ""
    if term.language:
        kind = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype.value != _STRING:
        kind = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{escape(_xml_text(term.value))}</literal>"


def _csv_term(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
