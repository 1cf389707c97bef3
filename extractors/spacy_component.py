"""The citations as a spaCy component: ``spacy.blank("vi").add_pipe("legal_citations")``.

Spans stand in ``doc.spans["legal_citations"]`` with the type of the document as their label. Under ``span._.`` each has
``citation`` (the :class:`~extractors.model.Mention`) and ``cited_document`` (a
:class:`~extractors.model.CitedDocument`, None for the document itself). The whole reading is ``doc._.legal``, an
:class:`~extractors.model.Extraction`.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.model import THIS, SourceText
from extractors.pipeline import extract

DEFAULT_CONFIG = {"spans_key": "legal_citations", "include_self": False}


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
        for holder, extension in ((Doc, "legal"), (Span, "citation"), (Span, "cited_document")):
            if not holder.has_extension(extension):
                holder.set_extension(extension, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Read a Doc; offsets are those of ``doc.text``."""
        extraction = extract(SourceText(id=str(doc.user_data.get("id", "")), text=doc.text))
        documents = {document.id: document for document in extraction.documents}
        spans = []
        for mention in extraction.mentions:
            if mention.document == THIS and not self._include_self:
                continue
            cited = documents.get(mention.document)
            label = (cited.type if cited else extraction.header.type) or "Văn bản"
            span = doc.char_span(mention.start, mention.end, label=label, alignment_mode="expand")
            if span is None:
                continue
            span._.citation, span._.cited_document = mention, cited
            spans.append(span)
        doc.spans[self._spans_key] = spans
        doc._.legal = extraction
        return doc


@Language.factory("legal_citations", default_config=DEFAULT_CONFIG)
def make_legal_citations(nlp: Language, name: str, spans_key: str, include_self: bool) -> LegalCitations:
    """Make the component for ``nlp.add_pipe("legal_citations", config={...})``."""
    return LegalCitations(name, spans_key, include_self)
