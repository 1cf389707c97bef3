"""What the tables of these tests are written with.

A row shows a text with its citations in ⟦ ⟧, then what it says of the documents cited, in the order of their first
citation: ``("Theo ⟦Kết luận số 57-KL/TW⟧ của Bộ Chính trị.", [doc("Kết luận", "57-KL/TW", issuer="Bộ Chính trị")])``.
A row without marks is a negative example.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from legalkg.extractors.model import THIS, Extraction, Mention, SourceText
from legalkg.extractors.pipeline import extract

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"
SHARED = Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared"))

_MARK = re.compile("[⟦⟧]")


class Cited(NamedTuple):
    """What a text says of one document that it cites."""

    type: str | None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    name: str | None = None


def doc(kind: str | None, number: str | None = None, date: str | None = None, issuer: str | None = None) -> Cited:
    """A document cited by number."""
    return Cited(kind, number, date, issuer)


def named(kind: str, name: str, date: str | None = None, issuer: str | None = None, number: str | None = None) -> Cited:
    """A document known by a name."""
    return Cited(kind, number, date, issuer, name)


def fault(reason: str, *row: object) -> Any:
    """A row that fails because the extractor is wrong; it must be turned into a plain one once it passes."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


def read(text: str) -> Extraction:
    """Extract a text."""
    return extract(SourceText(id="test", text=text))


def unmark(text: str) -> tuple[str, list[str]]:
    """Take the marks out of a row: the text, and what stood between marks."""
    return _MARK.sub("", text), re.findall("⟦([^⟧]*)⟧", text)


def mentions(extraction: Extraction) -> list[Mention]:
    """Give the mentions of other documents that can be resolved."""
    return [m for m in extraction.mentions if m.document != THIS and m.kind != "unresolved"]


def quotes(extraction: Extraction) -> list[str]:
    """Give the words of each mention of another document."""
    return [m.text for m in mentions(extraction)]


def cited(extraction: Extraction) -> list[Cited]:
    """Give what is said of each document cited; drafts left out."""
    known = {m.document for m in mentions(extraction)}
    return [Cited(d.type, d.number, d.date, d.issuer, d.name) for d in extraction.documents if d.id in known]


def check(row: str, expected: list[Cited]) -> None:
    """Check that exactly the marked stretches are citations, and what is said of the documents."""
    text, spans = unmark(row)
    extraction = read(text)
    assert quotes(extraction) == spans
    assert cited(extraction) == expected


def check_spans(row: str) -> None:
    """Check that exactly the marked stretches are citations."""
    text, spans = unmark(row)
    assert quotes(read(text)) == spans


def identities(text: str) -> list[str]:
    """Give the document that each mention names, as 'd1', 'd2' … or 'this'."""
    return [m.document for m in read(text).mentions]


def relations(extraction: Extraction) -> set[str]:
    """Give the relations as lines: 'this implements 57-KL/TW'; a document by its number, or else its name."""
    label = {d.id: d.number or d.name or f"{d.type} {d.date}" for d in extraction.documents} | {THIS: THIS}
    return {f"{label[r.source]} {r.relation} {label[r.target]}" for r in extraction.relations}


def document(
    body: str = "",
    *,
    kind: str = "QUYẾT ĐỊNH",
    number: str = "15/QĐ-UBND",
    title: str = "Về công tác cán bộ",
    date: str = "05 tháng 12 năm 2025",
    issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU",
    closing: str = "",
) -> str:
    """A State document with letterhead and title; the body starts at its preamble."""
    return (
        f"{issuer}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: {number}\n\n"
        f"Cà Mau, ngày {date}\n\n{kind}\n{title}\n\n{body}\n{closing}"
    )


def decision(article: str) -> str:
    """A decision with one article."""
    return document(f"QUYẾT ĐỊNH:\n\nĐiều 1. {article}\n")


def letter(body: str, *, number: str = "15/UBND-NC", subject: str = "trả lời kiến nghị") -> str:
    """A letter with a subject and an addressee."""
    return (
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: {number}\nV/v {subject}\n\nCà Mau, ngày 05 tháng 12 năm 2025\n\nKính gửi: Sở Nội vụ\n\n{body}\n"
    )
