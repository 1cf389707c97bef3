"""The words by which a document opens: its legal basis ('Căn cứ B') and what it answers ('Xét B', 'Phúc đáp B')."""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.registry.types import types_that
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.mentions import Clause
from legalkg.extractors.rules import DECREE_30, JUDGED, REAL_TEXTS, Example, Rule, decision, document

ANSWERED = types_that(lambda kind: kind.is_answered)
"""Types that ask for an answer."""

_ANSWERS_IN_BODY = re.compile(r"Phúc|Trả|nhận|nhất trí|thống nhất|Tiếp|Xét")
# A legal basis stands right behind its cue; what is answered may have its author between.
_ON_THE_GROUNDS = "Trên cơ sở "
_DECIDES = pattern(
    r",? (?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Chính phủ|Hội đồng nhân dân|Ủy ban nhân dân)(?: \w+){0,6} "
    r"(?:quyết định|quyết nghị) "
)
_BASIS_REACH, _ANSWER_REACH = 60, 220
# "Bộ X [có] Công văn B …. [Về việc này], Phó Thủ tướng có ý kiến như sau"
_HAS = pattern(r"(?<!\w)có $")
_ON_THIS = pattern(r"(?:Về|Đối với) (?:việc|vấn đề|nội dung|đề nghị|kiến nghị|báo cáo)(?: nêu)? (?:này|trên)(?!\w)")
_HAS_REACH, _MATTER_REACH = 8, 900
# "Theo đề nghị của Sở A [tại] Tờ trình B", "(Tờ trình B)": not "của Tổ trưởng Tổ công tác thực hiện Đề án B".
_PROPOSED_IN = pattern(r"(?:(?:tại|theo|trong|và|về|bằng|qua|có) (?:các )?|[(,;:]~|^~)$")
# In a letter 'Căn cứ …' far into the text, behind other sentences, is reasoning, not its basis.
_LETTER_PREAMBLE = 1500


def _letter(body: str) -> str:
    return document("Công văn", "15/UBND-NC", "2025-12-05", "Ủy ban nhân dân tỉnh Cà Mau", body)


LEGAL_BASIS = Rule(
    "relation/legal-basis",
    "'Căn cứ B' in title or preamble, B right behind it: the document names B as its legal basis.",
    confidence=0.97,
    basis=JUDGED,
    example=Example(decision("Căn cứ Luật Đất đai số 31/2024/QH15;\n\nĐiều 1. Giao việc.")),
    counter_example=Example(decision("Điều 1. Giao việc.\nCác xã căn cứ Luật Đất đai số 31/2024/QH15 mà làm.")),
    source=DECREE_30,
)
ANSWER = Rule(
    "relation/answer",
    "'Xét B', 'Theo đề nghị của … tại B', 'Phúc đáp B': the document answers B, a document that asks for an answer.",
    confidence=0.93,
    basis=JUDGED,
    example=Example(decision("Xét Tờ trình số 45/TTr-STC ngày 01/12/2025 của Sở Tài chính;\n\nĐiều 1. Giao việc.")),
    counter_example=Example(decision("Kèm Tờ trình số 45/TTr-STC ngày 01/12/2025 của Sở Tài chính;\n\nĐiều 1. Giao.")),
    source=DECREE_30,
)
MATTER = Rule(
    "relation/matter",
    "'Bộ X có Công văn B … Về việc này, Bộ Y có ý kiến': a letter that opens with what was asked answers it.",
    confidence=0.88,
    basis=JUDGED,
    example=Example(_letter("Sở Tài chính có Công văn số 45/STC-NS ngày 01/12/2025. Về việc này, Ủy ban đồng ý.")),
    counter_example=Example(_letter("Sở Tài chính có Công văn số 45/STC-NS ngày 01/12/2025. Các xã tự làm.")),
    source=REAL_TEXTS,
)
RULES = (LEGAL_BASIS, ANSWER, MATTER)


def said_by_opening(context: Context, clause: Clause, found: CitationDraft, cue: Cue, end: int) -> Rule | None:
    """Return the rule by which an opening word says something of a citation; None where it does not.

    Args:
        context: The text.
        clause: The clause read.
        found: The citation.
        cue: The opening word before it.
        end: Where the citation begins, with its provisions.
    """
    if cue.relation == "based_on":
        return LEGAL_BASIS if _is_basis(context, clause, cue, end) else None
    return ANSWER if _is_answered(context, clause, found, cue, end) else None


def raises_matter(context: Context, clause: Clause, found: CitationDraft, end: int) -> bool:
    """Return whether a letter opens with a document that asks for something, and goes on 'Về việc này, …'."""
    if context.own_type != "Công văn" or clause.place != "preamble" or found.type not in ANSWERED:
        return False
    text = context.text
    if not _HAS.search(text, max(clause.start, end - _HAS_REACH), end):
        return False
    return _ON_THIS.search(text, found.end, found.end + _MATTER_REACH) is not None


def _is_basis(context: Context, clause: Clause, cue: Cue, end: int) -> bool:
    distance = end - cue.end
    if context.own_type == "Bản án" and clause.place == "body":
        # A court names what it applies in the operative part of its judgment.
        return distance <= _ANSWER_REACH and not context.text[clause.start : cue.start].strip()
    if clause.place == "body" and _is_on_the_grounds(context.text, clause, cue):
        # "Trên cơ sở Đề án B, Ủy ban Thường vụ Quốc hội quyết định …": the one that issues the document, in an article.
        return distance <= _BASIS_REACH and _DECIDES.search(context.text, end, clause.end) is not None
    far = max(context.header_end + _LETTER_PREAMBLE, context.opening_sentences_end)
    late_in_letter = context.own_type == "Công văn" and clause.start > far
    return distance <= _BASIS_REACH and clause.place in ("preamble", "title") and not late_in_letter


def _is_on_the_grounds(text: str, clause: Clause, cue: Cue) -> bool:
    begins_line = not text[clause.start : cue.start].strip() or text[cue.start - 1 : cue.start] == "\n"
    return begins_line and text.startswith(_ON_THE_GROUNDS, cue.start)


def _is_answered(context: Context, clause: Clause, found: CitationDraft, cue: Cue, end: int) -> bool:
    if end - cue.end > _ANSWER_REACH or found.type not in ANSWERED:
        return False
    words = context.text[cue.start : cue.end]
    if words.endswith("đề nghị") and not _PROPOSED_IN.search(context.text, cue.end, end):
        return False
    return clause.place == "preamble" or _ANSWERS_IN_BODY.match(words) is not None
