"""Documents that are put into a collection as if they had been read."""

import hashlib
from collections.abc import Sequence
from typing import Any

from legalkg.extractors.model import CitedDocument, Evidence, Extraction, Header, Mention, Relation, SourceText
from legalkg.extractors.pipeline import EXTRACTOR
from legalkg.kg.collection import Collection

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'


def made(
    header: Header, text: str, cites: Sequence[tuple[Any, CitedDocument, str]] = (), path: str = "a.txt"
) -> tuple[SourceText, Extraction]:
    """A document whose text names others; each of ``cites`` is (relation or None, cited document, words)."""
    documents, mentions, relations = [], [], []
    for count, (relation, cited, words) in enumerate(cites, 1):
        key = f"d{count}"
        documents.append(cited.model_copy(update={"id": key}))
        start = text.index(words)
        mentions.append(
            Mention(start=start, end=start + len(words), text=words, document=key, rule="test", confidence=0.9)
        )
        if relation:
            evidence = Evidence(start=0, end=len(text), text=text)
            relations.append(
                Relation(source="this", relation=relation, target=key, rule="test-rule", cue="thực hiện",
                         confidence=0.9, evidence=(evidence,))
            )  # fmt: skip
    source = SourceText(id=path, text=text)
    return source, Extraction(
        id=path, extractor=EXTRACTOR, header=header, documents=tuple(documents), mentions=tuple(mentions),
        relations=tuple(relations),
    )  # fmt: skip


def put(collection: Collection, *documents: tuple[SourceText, Extraction]) -> None:
    ingester = collection.ingester()
    for source, extraction in documents:
        sha256 = hashlib.sha256(source.text.encode()).hexdigest()
        ingester.put(f"/tep/{source.id}", sha256, source, extraction)
    ingester.project()


_WORDS = f"Kết luận số 57-KL/TW {IMAGE}"
HOSTILE = made(
    Header(
        type="Công văn",
        number=f"1-CV/ĐU{SCRIPT}",
        date="2024-05-06",
        issuer=f"Đảng ủy {SCRIPT}",
        place=f"Huế{IMAGE}",
        title=f"về {SCRIPT}{IMAGE} href=javascript:alert(3)",
    ),
    f"{SCRIPT}\x00\x1b thực hiện {_WORDS} và {{{{ 7*7 }}}} ]]> --> \u202e",
    cites=[
        (
            "implements",
            CitedDocument(
                id="", type="Kết luận", number="57-KL/TW", date="2023-06-15", issuer=f"Bộ {IMAGE}", title=SCRIPT
            ),
            _WORDS,
        )
    ],
    path="hostile.txt",
)

TWINS = [
    made(
        Header(type="Chỉ thị", number="28-CT/TU", date=date, issuer=f"Tỉnh ủy {place}", place=place),
        f"Chỉ thị của {place}",
        path=f"{place}.txt",
    )
    for place, date in (("Sơn La", "2020-01-01"), ("Hà Giang", "2021-02-02"))
]
