"""Small documents made by hand: a text whose every offset is right, and what is said about it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from legalkg.extractors.model import CitedDocument, Evidence, Extraction, Header, Mention, Relation, SourceText, Span
from legalkg.extractors.registry.known import KnownDocument
from legalkg.kg.analysis.validation import validate
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.collection import Collection
from legalkg.kg.identity.known_documents import KnownDocuments
from legalkg.kg.open_parts import compose
from legalkg.kg.search.index import SearchIndex
from legalkg.kg.store import EmbeddedStore

EXTRACTOR = "legalkg test"


@dataclass(frozen=True)
class Made:
    """A document with its text."""

    source: SourceText
    extraction: Extraction

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.source.text.encode()).hexdigest()


def cited(
    number: str | None = None,
    type: str | None = None,  # noqa: A002
    date: str | None = None,
    issuer: str | None = None,
    name: str | None = None,
    title: str | None = None,
) -> CitedDocument:
    """A document as a citation gives it; its id is filled in by ``made``."""
    return CitedDocument(id="?", number=number, type=type, date=date, issuer=issuer, name=name, title=title)


def made(
    number: str | None = None,
    type: str | None = None,  # noqa: A002
    date: str | None = None,
    issuer: str | None = None,
    *,
    place: str | None = None,
    title: str | None = None,
    cites: Sequence[tuple[str | None, CitedDocument]] = (),
    between: Sequence[tuple[int, str, int]] = (),
    path: str = "tep.txt",
    effective: str | None = None,
) -> Made:
    """Make a document that cites others.

    ``cites`` holds (relation or None, document), one sentence each; ``between`` (index, relation, index) says that
    one of the cited documents acts on another, proved by the whole text.
    """
    text = f"{issuer or ''}\nSố {number or ''}\n{title or ''}\n"
    documents, mentions, relations = [], [], []
    for count, (relation, named) in enumerate(cites, 1):
        document = named.model_copy(update={"id": f"d{count}"})
        documents.append(document)
        label = " ".join(x for x in (document.type, document.number) if x) if document.number else document.name
        label = label or document.type or "văn bản"
        sentence = f"Nay thực hiện {label} của {document.issuer or 'cấp trên'}, đề nghị các đơn vị lưu ý."
        start = len(text) + sentence.index(label)
        mentions.append(
            Mention(
                start=start,
                end=start + len(label),
                text=label,
                document=document.id,
                rule="test",
                confidence=0.9,
                parts={
                    name: Span(start=start, end=start + len(label))
                    for name in ("date", "issuer")
                    if getattr(document, name)
                },
            )
        )
        if relation:
            evidence = Evidence(start=len(text), end=len(text) + len(sentence), text=sentence)
            relations.append(_relation("this", relation, document.id, evidence))
        text += sentence + "\n"
    whole = Evidence(start=0, end=len(text), text=text)
    relations += [_relation(f"d{a}", name, f"d{b}", whole) for a, name, b in between]
    header = Header(type=type, number=number, date=date, issuer=issuer, place=place, title=title, effective=effective)
    extraction = Extraction(
        id=path,
        extractor=EXTRACTOR,
        header=header,
        documents=tuple(documents),
        mentions=tuple(mentions),
        relations=tuple(relations),
    )
    return Made(SourceText(id=path, text=text), extraction)


def _parts(document: CitedDocument, start: int, end: int) -> dict[str, Span]:
    """Where a mention says what is known: all of it in its own words."""
    return {name: Span(start=start, end=end) for name in ("date", "issuer") if getattr(document, name)}


def _relation(source: str, relation: Any, target: str, evidence: Evidence) -> Relation:
    return Relation(
        source=source,
        relation=relation,
        target=target,
        rule="test-rule",
        cue="thực hiện",
        confidence=0.9,
        evidence=(evidence,),
    )


def put(collection: Collection, *documents: Made, project: bool = True) -> list[str]:
    """Put documents into a collection as if read from files; gives their IRIs."""
    ingester = collection.ingester()
    iris = [ingester.put(f"/tep/{d.source.id}", d.sha256, d.source, d.extraction) for d in documents]
    if project:
        ingester.project()
    return iris


CIVIL_CODE = KnownDocument(
    "Bộ luật Dân sự", "Bộ luật", "91/2015/QH13", "2015-11-24", "Quốc hội", "2017-01-01", (), "test"
)
KNOWN = KnownDocuments([CIVIL_CODE])
"""A register of one document, so that no test depends on what the shipped one knows."""


def empty() -> Collection:
    """An empty collection in memory."""
    return Collection.in_memory(known_documents=KNOWN)


def over(tables: Tables, index: SearchIndex) -> Collection:
    """A collection over tables and an index that the caller made; its graph is in memory."""
    collection = Collection(compose(tables, EmbeddedStore(None), index))
    collection.parts.projection.reconcile()
    collection.ingester().finish()
    return collection


def collection_of(*documents: Made) -> Collection:
    """A collection in memory that holds some documents."""
    collection = empty()
    put(collection, *documents)
    assert violations(collection) == []
    return collection


def violations(collection: Collection) -> list[str]:
    """What breaks the SHACL shapes, in any graph of a collection."""
    graphs = sorted(collection.store.graphs(), key=str)
    return [f"{v.node} {v.path}: {v.message}" for _, found in validate(collection.store, graphs) for v in found]


# --- the letter and what it rests on, as in the reference case ---

KL57 = cited("57-KL/TW", "Kết luận", "2023-06-15", "Bộ Chính trị")
CT28 = cited("28-CT/TU", "Chỉ thị", "2023-10-16", "Ban Thường vụ Thành ủy")
HD110 = cited("110-HD/BTGTU", "Hướng dẫn", "2024-01-31", "Ban Tuyên giáo Thành ủy")


def letter_782() -> Made:
    return made(
        "782-CV/ĐU",
        "Công văn",
        issuer="Đảng ủy Sở Giáo dục và Đào tạo",
        cites=[("implements", HD110), ("directs", KL57), ("implements", CT28)],
        between=[(3, "implements", 2)],
        path="782.txt",
    )


def directive_28() -> Made:
    return made(
        "28-CT/TU",
        "Chỉ thị",
        "2023-10-16",
        "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh",
        cites=[("implements", KL57)],
        path="28.txt",
    )


def guidance_110() -> Made:
    return made(
        "110-HD/BTGTU",
        "Hướng dẫn",
        "2024-01-31",
        "Ban Tuyên giáo Thành ủy",
        cites=[("implements", CT28), ("implements", KL57)],
        path="110.txt",
    )


def conclusion_57() -> Made:
    return made(
        "57-KL/TW", "Kết luận", "2023-06-15", "Bộ Chính trị", title="công tác thông tin đối ngoại", path="57.txt"
    )
