"""The tables that a shard becomes: documents, mentions, relations; flat, and typed for data frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from legalkg.extractors.model import THIS, Extraction, SourceText
from legalkg.kg.identity.resolve import Resolution, by_id

_WORD = pa.dictionary(pa.int32(), pa.string())
_LIST = pa.list_(pa.string())

SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": pa.schema([
        ("iri", pa.string()), ("source", pa.string()), ("sha256", pa.string()), ("type", _WORD),
        ("number", pa.string()), ("date", pa.string()), ("issuer", pa.string()), ("title", pa.string()),
        ("place", pa.string()), ("effective", pa.string()), ("signers", _LIST), ("characters", pa.int32()),
        ("extractor", _WORD),
    ]),
    "mentions": pa.schema([
        ("document", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("text", pa.string()),
        ("kind", _WORD), ("rule", _WORD), ("modifier", _WORD), ("confidence", pa.float32()), ("zone", _WORD),
        ("provision", pa.string()), ("pinpoints", _LIST), ("outcome", _WORD), ("cited", pa.string()),
        ("cited_type", _WORD), ("cited_number", pa.string()), ("cited_date", pa.string()),
        ("cited_issuer", pa.string()), ("cited_name", pa.string()),
    ]),
    "relations": pa.schema([
        ("document", pa.string()), ("source", pa.string()), ("relation", _WORD), ("target", pa.string()),
        ("rule", _WORD), ("cue", _WORD), ("confidence", pa.float32()), ("start", pa.int32()), ("end", pa.int32()),
        ("text", pa.string()),
    ]),
}  # fmt: skip
"""Name of a table -> its columns. Offsets count code points in the text as read; dates are as exact as is known."""

TableRow = dict[str, Any]


def rows_of(
    source: SourceText, extraction: Extraction, iri: str, sha256: str, resolutions: Sequence[Resolution]
) -> dict[str, list[TableRow]]:
    """Return the rows that a document adds to each table.

    Args:
        source: Its text.
        extraction: What was found in it.
        iri: Its IRI.
        sha256: Hash of the text and of what is known beside it.
        resolutions: What its citations mean.
    """
    resolved = by_id(resolutions)
    return {
        "documents": [_document(source, extraction, iri, sha256)],
        "mentions": list(_mentions(extraction, iri, resolved)),
        "relations": list(_relations(extraction, iri, resolved)),
    }


def _document(source: SourceText, extraction: Extraction, iri: str, sha256: str) -> TableRow:
    header = extraction.header
    names = ("type", "number", "date", "issuer", "title", "place", "effective", "signers")
    return {
        "iri": iri,
        "source": source.id,
        "sha256": sha256,
        **{name: getattr(header, name) for name in names},
        "characters": len(source.text),
        "extractor": extraction.extractor,
    }


def _mentions(extraction: Extraction, iri: str, resolved: Mapping[str, Resolution]) -> Iterator[TableRow]:
    cited = {document.id: document for document in extraction.documents}
    for mention in extraction.mentions:
        found, document = resolved.get(mention.document), cited.get(mention.document)
        yield {
            "document": iri,
            **{name: getattr(mention, name) for name in _OF_MENTION},
            "pinpoints": list(mention.cited_provisions()),
            "outcome": found.outcome if found else "self",
            "cited": found.target if found else iri,
            **{f"cited_{name}": getattr(document, name, None) for name in ("type", "number", "date", "issuer", "name")},
        }


_OF_MENTION = ("start", "end", "text", "kind", "rule", "modifier", "confidence", "zone", "provision")


def _relations(extraction: Extraction, iri: str, resolved: Mapping[str, Resolution]) -> Iterator[TableRow]:
    """Return a row for each place that says a relation; those without a target are left out, as in the graph."""
    targets = {THIS: iri} | {cited: found.target for cited, found in resolved.items() if found.target}
    for relation in extraction.relations:
        source, target = targets.get(relation.source), targets.get(relation.target)
        if source is None or target is None or source == target:
            continue
        for evidence in relation.evidence:
            yield {
                "document": iri,
                "source": source,
                "relation": relation.relation,
                "target": target,
                "rule": relation.rule,
                "cue": relation.cue,
                "confidence": relation.confidence,
                "start": evidence.start,
                "end": evidence.end,
                "text": evidence.text,
            }
