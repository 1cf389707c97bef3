"""The public format: what is said about one document after it has been read.

Every offset counts code points in the text as read (``SourceText.text``); ``text[start:end]`` gives the quote.
The format is published as JSON Schema by :func:`json_schema` (``legalkg schema``).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, computed_field

from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.text import field_text, whole_text

FORMAT_VERSION = 1

MentionKind = Literal["plain", "nested", "anaphor", "alias", "self", "unresolved"]
"""How a document is named: in full, inside another name, by a back-reference, by a declared short name, itself."""

Modifier = Literal["over-page-break", "short-for-full"]
"""What else had to be put together: a citation cut in two by a page break; a plain number and the full one it means."""

ZoneKind = Literal["letterhead", "preamble", "body", "footnote", "annex", "signature", "recipients"]

FieldText = Annotated[str, AfterValidator(field_text)]
"""What is said of a document, without the characters that nobody sees; quotes are kept as they stand in the text."""

WholeText = Annotated[str, AfterValidator(whole_text)]
"""A text as read, which UTF-8 can hold."""

THIS = "this"
"""Stands for the document itself as the source or target of a relation."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Span(_Frozen):
    """A stretch of the text as read: ``text[start:end]``."""

    start: int = Field(ge=0, description="Offset of the first code point.")
    end: int = Field(ge=0, description="Offset after the last code point.")


class Signature(_Frozen):
    """One name under the document, with the office that signs."""

    name: FieldText
    office: FieldText | None = Field(
        default=None, description="As printed above the name: 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH'."
    )


class Header(_Frozen):
    """What the document is, as its letterhead, title and signature block say."""

    type: FieldText | None = Field(default=None, description="Standard form: 'Quyết định', 'Kết luận' …")
    number: FieldText | None = Field(default=None, description="'782-CV/ĐU', blanks removed.")
    date: FieldText | None = Field(default=None, description="YYYY-MM-DD, or YYYY-MM or YYYY as far as the text says.")
    place: FieldText | None = Field(default=None, description="Where it was issued: 'Hà Nội'.")
    issuer: FieldText | None = Field(default=None, description="The body that issues it, in normal case.")
    superior: FieldText | None = Field(
        default=None, description="The body above the issuer in the letterhead: 'UBND tỉnh Khánh Hòa' above a Sở."
    )
    title: FieldText | None = Field(default=None, description="Trích yếu, without the type word.")
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[FieldText, ...] = Field(default=(), description="Lines of 'Nơi nhận' and 'Kính gửi'.")
    effective: FieldText | None = Field(default=None, description="Date from which it takes effect, YYYY-MM-DD.")
    spans: dict[str, Span] = Field(default_factory=dict, description="Where each field stands, by its name.")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def signers(self) -> tuple[str, ...]:
        """The names in the signature block."""
        return tuple(signature.name for signature in self.signatures)


class CitedDocument(_Frozen):
    """A distinct document that the text cites, with all that the text says of it."""

    id: str = Field(description="Key within this extraction: 'd1', 'd2' …")
    type: FieldText | None = None
    number: FieldText | None = None
    date: FieldText | None = Field(default=None, description="YYYY-MM-DD, YYYY-MM or YYYY.")
    issuer: FieldText | None = Field(default=None, description="As printed, in its fullest form.")
    name: FieldText | None = Field(default=None, description="Only for documents known by a name, with the type word.")
    title: FieldText | None = Field(default=None, description="What it is about, as the citation says.")


class Pinpoint(_Frozen):
    """A provision of the cited document: 'điểm a khoản 2 Điều 8'."""

    text: str = Field(description="As printed.")
    start: int
    end: int
    eids: tuple[str, ...] = Field(description="Akoma Ntoso form, one each: 'dieu_8__khoan_2__diem_a'.")
    excluded: bool = Field(default=False, description="'trừ điểm b khoản 1': what is left out.")


class Mention(_Frozen):
    """One place where the text names a document."""

    start: int
    end: int
    text: str = Field(description="text[start:end], from the type word to the number and the date beside it.")
    document: str = Field(description="Id of the cited document, or 'this'.")
    kind: MentionKind = "plain"
    rule: str = Field(description="Id of the rule that found it: 'citation/type-and-number'; see docs/rules.md.")
    modifier: Modifier | None = Field(
        default=None,
        description="'over-page-break': cut in two by a page break; 'short-for-full': a plain number that means a "
        "document whose full number the text gives elsewhere.",
    )
    confidence: float = Field(ge=0, le=1)
    parts: dict[str, Span] = Field(
        default_factory=dict,
        description="Where type, number, date, issuer, title and the broken-off rest stand.",
    )
    pinpoints: tuple[Pinpoint, ...] = ()
    zone: ZoneKind = "body"
    provision: str | None = Field(default=None, description="The provision of this document it stands in, as an eId.")
    page: int | None = Field(default=None, ge=1, description="Page of the file, where it has pages.")

    def cited_provisions(self) -> tuple[str, ...]:
        """Return the eIds of the provisions that are cited, without those that the text leaves out of them."""
        return tuple(eid for pinpoint in self.pinpoints if not pinpoint.excluded for eid in pinpoint.eids)


class Evidence(_Frozen):
    """The words that prove a relation."""

    start: int
    end: int
    text: str = Field(description="text[start:end], the sentence or clause.")


class Relation(_Frozen):
    """One document acts on another; said once for each pair and relation, with all places that say so."""

    source: str = Field(description="'this' or the id of a cited document.")
    relation: RelationName
    target: str
    rule: str = Field(description="Id of the rule that found it: 'relation/title'; see docs/rules.md.")
    cue: str = Field(description="The words that say it: 'thực hiện', 'Căn cứ'.")
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    provisions: tuple[tuple[str | None, str], ...] = Field(
        default=(),
        description="Pairs (eId in the source, eId in the target) where the text says which provision acts on which.",
    )


class Zone(_Frozen):
    """A stretch of the document with one role."""

    kind: ZoneKind
    start: int
    end: int


class Provision(_Frozen):
    """A numbered unit of the document itself."""

    eid: str = Field(description="Akoma Ntoso form: 'chuong_1__dieu_2__khoan_1'.")
    kind: str = Field(description="phan, chuong, muc, dieu, khoan, diem …")
    label: str = Field(description="As printed: 'Điều 2'.")
    start: int
    end: int
    parent: str | None = None


class Extraction(_Frozen):
    """All that is said about one document."""

    id: str
    format: int = FORMAT_VERSION
    extractor: str = Field(description="'legalkg 0.2.0'.")
    header: Header = Header()
    documents: tuple[CitedDocument, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    zones: tuple[Zone, ...] = ()
    provisions: tuple[Provision, ...] = ()

    def mentions_in_order(self) -> list[Mention]:
        """Return the mentions by where they stand, of two that start together the shorter first."""
        return sorted(self.mentions, key=lambda mention: (mention.start, mention.end))


class SourceText(_Frozen):
    """The text of a file as read; every offset anywhere points into ``text``."""

    id: WholeText = Field(description="The file's path as given, or the id in a stream.")
    text: WholeText
    pages: tuple[int, ...] = Field(
        default=(), description="Offset at which each page starts; empty where there are none."
    )
    media_type: str = "text/plain"
    known: Header = Field(
        default=Header(),
        description="What is known of the document beside its text, as from a dataset's columns; it fills what the "
        "text does not say.",
    )
    warnings: tuple[str, ...] = Field(default=(), description="What of the file could not be read, a line each.")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of one line of ``legalkg extract --jsonl``."""
    return Extraction.model_json_schema(mode="serialization")
