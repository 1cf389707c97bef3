"""Documents without a number: known by type, date and issuer, or not yet issued.

'Tờ trình ngày 05/3/2025 của Sở Tài chính' is identifiable; 'Quyết định số …/2025/QĐ-UBND' is a draft whose number is
left open. A draft is found so that a later 'Quyết định trên' is not bound to the document before it; it is never
resolved, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import TypeWords
from legalkg.extractors.citations.terminals import CODE, DATE, TYPE_WORD, one_of, pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.partial_dates import is_day
from legalkg.extractors.registry.types import standard_type, words_of
from legalkg.extractors.rules import DECREE_30, JUDGED, REAL_TEXTS, Example, Rule

# Types that are issued with a date; a Chương trình or Dự án "năm 2024" is no document.
_DATED_TYPES = one_of(words_of(lambda kind: kind.by_date == "yes"))
_DATED = pattern(rf"(?P<type>{_DATED_TYPES}),? (?P<date>(?=ngày ){DATE})(?= (?:của|do) )")
# "được sửa đổi, bổ sung bởi Luật ngày 25 tháng 6 năm 2025"
_DATED_ALONE = one_of(words_of(lambda kind: kind.by_date == "alone"))
_DATED_LAW = pattern(rf"(?P<type>{_DATED_ALONE}) (?P<date>(?=ngày ){DATE})")
# "số …/2025/QĐ-UBND", "Số:      /KH-MTTQ-BTT", "số .....-QĐ/TW"
_OPEN_NUMBER = pattern(rf"(?P<type>{TYPE_WORD}) số\s*:?[\s.…_]{{0,20}}[/-](?:\d{{4}}/)?{CODE}(?:[/-]{CODE})+")
# "(Ban hành kèm theo Quyết định số     /QĐ-UBND"
_ATTACHED_TO = pattern(r"kèm theo $", re.IGNORECASE)
_ATTACHED_REACH = 12

TYPE_AND_DATE = Rule(
    "citation/type-and-date",
    "A type word and a full date with an issuer behind ('của', 'do'): the document has no number, or it is left out. A "
    "law needs no issuer.",
    confidence=0.8,
    basis=JUDGED,
    example=Example("Xét Tờ trình ngày 05/3/2025 của Sở Tài chính."),
    counter_example=Example("Chương trình ngày 05/3/2025 của Sở Tài chính gồm hai phần."),
    source=REAL_TEXTS,
)
OPEN_NUMBER = Rule(
    "citation/open-number",
    "A number that is left open: a draft. Nothing is said of it; it keeps back-references from the document before it.",
    confidence=0.5,
    basis=JUDGED,
    example=Example("Góp ý dự thảo Quyết định số …/2025/QĐ-UBND của tỉnh."),
    counter_example=Example("Góp ý dự thảo Quyết định thay cho mẫu …/2025/QĐ-UBND của tỉnh."),
    source=REAL_TEXTS,
)
OWN_OPEN_NUMBER = Rule(
    "citation/own-open-number",
    "A number that is left open where a text says what it is attached to: its own document, not yet numbered.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Phụ lục (kèm theo Quyết định số …/2025/QĐ-UBND của tỉnh)."),
    counter_example=Example("Góp ý dự thảo Quyết định số …/2025/QĐ-UBND của tỉnh."),
    source=DECREE_30,
)
RULES = (TYPE_AND_DATE, OPEN_NUMBER, OWN_OPEN_NUMBER)


def find_dated(text: str, words: TypeWords) -> Iterator[CitationDraft]:
    """Find documents known by type and date, with an issuer behind: 'Tờ trình ngày 05/3/2025 của …'.

    Args:
        text: The text of a view.
        words: Where type words start.
    """
    for start in words.capital:
        match = _DATED.match(text, start) or _DATED_LAW.match(text, start)
        date = iso_date(match.group("date")) if match else None
        if match and is_day(date):
            kind = standard_type(match.group("type"))
            parts = {"type": match.span("type"), "date": match.span("date")}
            yield CitationDraft(*match.span(), TYPE_AND_DATE, type=kind, date=date, parts=parts)


def find_drafts(text: str, words: TypeWords) -> Iterator[CitationDraft]:
    """Find documents whose number is left open: kind 'unresolved', or 'self' of what the text is attached to.

    Args:
        text: The text of a view.
        words: Where type words start.
    """
    for start in words.capital:
        if match := _OPEN_NUMBER.match(text, start):
            kind = standard_type(match.group("type"))
            if _ATTACHED_TO.search(text, max(0, start - _ATTACHED_REACH), start):
                yield CitationDraft(*match.span(), OWN_OPEN_NUMBER, type=kind, kind="self", document=THIS)
            else:
                yield CitationDraft(*match.span(), OPEN_NUMBER, type=kind, kind="unresolved")
