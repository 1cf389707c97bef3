"""The words of a picture, in Vietnamese and English; plain text, never markup."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from legalkg.kg.model import Document, Step
from legalkg.kg.output.quoting import shorten
from legalkg.kg.rdf.labels import Language, relation_label

_LINE = 24
_BOLD_LINE = 19
"""Letters that fit on a line of a box, in any common font."""
_HIGH = "<code>\u200b</code>"
"""An unseen letter that makes its line as high as looks.OPTIONS says."""
_TOOLTIP_LINE = 64
_QUOTES = 3
"""Quotes that a tooltip shows."""

WORDS: dict[str, dict[Language, str]] = {
    "up": {"vi": "Các văn bản là cơ sở của {}", "en": "What {} rests on"},
    "down": {"vi": "Các văn bản triển khai {}", "en": "What carries out {}"},
    "cut": {
        "vi": "Chỉ vẽ {} trong số {} văn bản, từ gần đến xa.",
        "en": "Only {} of {} documents are drawn, the nearest first.",
    },
    "summary": {"vi": "Sơ đồ gồm {} văn bản và {} quan hệ.", "en": "A picture of {} documents and {} relations."},
    "arrows": {
        "vi": "Mũi tên đi từ văn bản dẫn chiếu đến văn bản làm cơ sở.",
        "en": "Arrows point from the document that rests on another to that other.",
    },
    "click": {"vi": "Bấm vào văn bản để mở.", "en": "Click a document to open it."},
    "root": {"vi": "văn bản đang xem", "en": "this document"},
    "held": {"vi": "có toàn văn", "en": "text held"},
    "cited": {"vi": "chỉ được viện dẫn", "en": "only cited"},
    "closer": {"vi": "Phóng to", "en": "Zoom in"},
    "farther": {"vi": "Thu nhỏ", "en": "Zoom out"},
    "whole": {"vi": "Toàn cảnh", "en": "Whole picture"},
    "confidence": {"vi": "độ tin cậy", "en": "confidence"},
    "rule": {"vi": "quy tắc", "en": "rule"},
}


def date_words(date: str | None, language: Language) -> str:
    """Return a date as people write it: '2023-06-15' is '15/6/2023' in Vietnamese."""
    if language == "en" or not date:
        return date or ""
    return "/".join(part.lstrip("0") or part for part in reversed(date.split("-")))


def box_label(document: Document, language: Language) -> str:
    """Return the words in a box in the markup of vis-network: the name in bold, date or issuer below."""
    if document.number and len(document.label) > _BOLD_LINE:
        name = [document.type or "", document.number]
    else:
        name = _lines(document.label, _BOLD_LINE, 2)
    below = date_words(document.date, language) or document.issuer or ""
    detail = _lines("" if below in document.label else below, _LINE, 1)
    bold = [f"<b>{_escaped(line)}</b>" for line in name]
    return "\n".join(line + _HIGH for line in [*bold, *map(_escaped, detail)])


def document_title(document: Document, language: Language) -> str:
    """Return what a tooltip says of a document."""
    date = date_words(document.date, language)
    held = WORDS["held" if document.held else "cited"][language]
    return _wrapped([document.label, *filter(None, (document.title, document.issuer, date)), f"({held})"])


def step_title(step: Step, language: Language) -> str:
    """Return what a tooltip says of a step, with quotes."""
    relation = relation_label(step.relation, language)
    rule = f"{WORDS['rule'][language]} {step.rule}, {WORDS['confidence'][language]} {step.confidence:.2f}"
    quotes = (f"“{shorten(quote.text)[0]}” — {quote.document.label}" for quote in step.quotes[:_QUOTES])
    return _wrapped([f"{step.source.label} — {relation} → {step.target.label} ({rule})", *quotes])


def _lines(text: str, width: int, most: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=most, placeholder=" …", break_on_hyphens=False)


def _escaped(text: str) -> str:
    # vis-network reads these two back, and no other entity.
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _wrapped(lines: Sequence[str]) -> str:
    return "\n".join(part for line in lines for part in textwrap.wrap(line, _TOOLTIP_LINE))
