"""The citations as a spaCy component: ``spacy.blank("vi").add_pipe("legal_citations")``; docs/spacy.md shows its use.

Spans stand in ``doc.spans["legal_citations"]``: label is the type of the document, ``kb_id_`` its number or name. Under
``span._.`` each has ``citation`` (the :class:`~legalkg.extractors.model.Mention`) and ``cited_document`` (a
:class:`~legalkg.extractors.model.CitedDocument`, None for the document itself). The whole reading is ``doc._.legal``,
an :class:`~legalkg.extractors.model.Extraction`, None before the component has run. All of it travels with the Doc:
through ``nlp.pipe(n_process=2)``, ``Doc.to_bytes`` and ``DocBin(store_user_data=True)``.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from legalkg.extractors.model import THIS, CitedDocument, Extraction, Mention, SourceText
from legalkg.extractors.pipeline import extract

DEFAULT_CONFIG = {"spans_key": "legal_citations", "include_self": False}
# What a Doc keeps has to be a plain value, or it could not be written to bytes.
_KEPT = "legal_citations"


class LegalCitations:
    """Finds the documents that a Doc cites; a token that a citation only partly covers belongs to its span."""

    def __init__(self, name: str, spans_key: str, include_self: bool) -> None:
        """Prepare the component.

        Args:
            name: Name in the pipeline.
            spans_key: Key of ``doc.spans`` under which the citations stand.
            include_self: Whether mentions of the document itself are spans too.
        """
        self.name = name
        self._spans_key = spans_key
        self._include_self = include_self

    def __call__(self, doc: Doc) -> Doc:
        """Read a Doc; offsets are those of ``doc.text``."""
        extraction = extract(SourceText(id=str(doc.user_data.get("id", "")), text=doc.text))
        doc.user_data[_KEPT] = extraction.model_dump_json()
        documents = {document.id: document for document in extraction.documents}
        spans = (
            _span(doc, index, mention, documents.get(mention.document), extraction.header.type)
            for index, mention in enumerate(extraction.mentions)
            if self._include_self or mention.document != THIS
        )
        doc.spans[self._spans_key] = [span for span in spans if span is not None]
        return doc


def _span(doc: Doc, index: int, mention: Mention, cited: CitedDocument | None, own_type: str | None) -> Span | None:
    return doc.char_span(
        mention.start,
        mention.end,
        label=(cited.type if cited else own_type) or "Văn bản",
        kb_id=(cited.number or cited.name or "") if cited else "",
        span_id=str(index),
        alignment_mode="expand",
    )


def _legal(doc: Doc) -> Extraction | None:
    kept = doc.user_data.get(_KEPT)
    return _parsed(kept) if kept else None


def _citation(span: Span) -> Mention | None:
    extraction = _legal(span.doc)
    return extraction.mentions[int(span.id_)] if extraction and span.id_ else None


def _cited_document(span: Span) -> CitedDocument | None:
    extraction, citation = _legal(span.doc), _citation(span)
    if extraction is None or citation is None:
        return None
    return next((document for document in extraction.documents if document.id == citation.document), None)


@lru_cache(maxsize=64)
def _parsed(kept: str) -> Extraction:
    return Extraction.model_validate_json(kept)


Doc.set_extension("legal", getter=_legal, force=True)
Span.set_extension("citation", getter=_citation, force=True)
Span.set_extension("cited_document", getter=_cited_document, force=True)


@Language.factory("legal_citations", default_config=DEFAULT_CONFIG)
def make_legal_citations(nlp: Language, name: str, spans_key: str, include_self: bool) -> LegalCitations:
    """Make the component for ``nlp.add_pipe("legal_citations", config={...})``."""
    return LegalCitations(name, spans_key, include_self)
