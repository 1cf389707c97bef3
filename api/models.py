"""What the API answers with, beside what kg.model has."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, computed_field

from legalkg.api.paging import Part
from legalkg.extractors.model import Header
from legalkg.kg.check.lookup import FoundCitation
from legalkg.kg.collection import Collection
from legalkg.kg.model import Chain, CitationView, Document, Force
from legalkg.kg.search.fulltext import SearchHit

LETTER: dict[str, Any] = {
    "iri": "https://w3id.org/legalkg/id/cong-van_782-cv-du_2024_so-giao-duc-va-dao-tao-ho-chi-minh",
    "id": "cong-van_782-cv-du_2024_so-giao-duc-va-dao-tao-ho-chi-minh",
    "type": "Công văn",
    "number": "782-CV/ĐU",
    "date": "2024",
    "issuer": "Đảng ủy Sở Giáo dục và Đào tạo",
    "title": "thực hiện công tác thông tin đối ngoại năm 2024",
    "name": None,
    "held": True,
    "label": "Công văn 782-CV/ĐU",
    "url": "/documents/cong-van_782-cv-du_2024_so-giao-duc-va-dao-tao-ho-chi-minh",
}
"""The example of the documentation."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class DocumentItem(Document):
    """A document with its address."""

    model_config = ConfigDict(frozen=True, json_schema_extra={"examples": [LETTER]})

    @computed_field(description="How people call it: type and number, or its name.")  # type: ignore[prop-decorator]
    @property
    def label(self) -> str:
        """How people call it."""
        return super().label

    @computed_field(description="Address of the document on this server.")  # type: ignore[prop-decorator]
    @property
    def url(self) -> str:
        """Address on this server."""
        return document_url(self)

    @classmethod
    def of(cls, document: Document) -> DocumentItem:
        """Make the item of a document."""
        return cls.model_construct(**{name: getattr(document, name) for name in Document.model_fields})


class DocumentList(_Frozen):
    """A part of a list of documents."""

    total: int = Field(description="Number of documents that fit the filters.")
    limit: int = Field(description="Most entries in this answer; the server may have lowered what was asked.")
    offset: int = Field(description="How many were left out from the start.")
    documents: tuple[DocumentItem, ...]


class DocumentDetail(DocumentItem):
    """A document with what its own text says of it."""

    header: Header | None = Field(
        default=None, description="What its letterhead, title and signatures say; null if not held."
    )
    extractor: str | None = Field(default=None, description="What read it: 'legalkg 0.2.0'.")
    length: int | None = Field(default=None, description="Length of its text in code points.")
    force: Force = Field(description="Whether it is in force today, and which documents say so.")
    same_as: DocumentItem | None = Field(
        default=None, description="The fuller identity of this document, where there is one."
    )


class CitingDocument(_Frozen):
    """A held document that cites another, with the places where it does."""

    document: DocumentItem
    citations: tuple[CitationView, ...]


class LookedUp(FoundCitation):
    """A citation in a text that was sent, with the address of the document that it means."""

    url: str | None = Field(description="Address of the document on this server; null where it has none.")

    @classmethod
    def of(cls, collection: Collection, found: FoundCitation) -> LookedUp:
        """Make the answer for a citation; what only the register knows has no address."""
        is_here = found.document is not None and collection.parts.tables.catalogue.document(found.document.iri)
        known = {name: getattr(found, name) for name in FoundCitation.model_fields}
        return cls(**known, url=document_url(found.document) if found.document and is_here else None)


class ChainPart(Chain):
    """A chain, or a part of its steps, with the documents at their ends."""

    total_steps: int = Field(description="Steps of the whole chain.")
    total_documents: int = Field(description="Documents of the whole chain.")
    limit: int = Field(description="Most steps in this answer; the server may have lowered what was asked.")
    offset: int = Field(description="How many steps were left out from the start.")

    @classmethod
    def of(cls, chain: Chain, part: Part) -> ChainPart:
        """Return a part of a chain; a chain without steps, and the first part, has its root."""
        steps = chain.steps[part.offset : part.offset + part.limit]
        shown = {chain.root.iri, *(iri for path in chain.paths for iri in path.documents)}
        shown.update(document.iri for step in steps for document in (step.source, step.target))
        known = {name: getattr(chain, name) for name in Chain.model_fields}
        return cls.model_construct(
            **known
            | {
                "steps": steps,
                "documents": tuple(document for document in chain.documents if document.iri in shown),
                "depths": {iri: depth for iri, depth in chain.depths.items() if iri in shown},
                "ends": {iri: end for iri, end in chain.ends.items() if iri in shown},
                "forces": {iri: force for iri, force in chain.forces.items() if iri in shown},
                "total_steps": part.total,
                "total_documents": len(chain.documents),
                "limit": part.limit,
                "offset": part.offset,
            }
        )


class SearchResult(_Frozen):
    """What a search found, best first."""

    words: str
    hits: tuple[SearchHit, ...]


class Health(_Frozen):
    """That the server can read its collection, and search it."""

    status: str = "ok"
    version: str
    documents: int
    held: int


class Readiness(_Frozen):
    """Whether the server can answer, part by part."""

    status: Literal["ready", "not ready"]
    archive: bool = Field(description="Documents and texts can be read.")
    graph: bool = Field(description="Steps and chains can be read.")
    search: bool = Field(description="Titles and texts can be searched.")
    wall: str = Field(
        description="What keeps queries from the network beside the check of each: 'seccomp' or 'namespace', both of "
        "the system; 'none' where only the check stands; 'unknown' until the first process has started."
    )


def document_url(document: Document) -> str:
    """Return the address of a document on this server."""
    return f"/documents/{quote(document.id, safe='')}"
