"""Whether a document changes another by its words, or only speaks of a change.

It does so by a sentence that begins with the verb ('Điều 1. Bãi bỏ B'), by announcing itself ('ban hành Thông tư bãi bỏ
B'), or by a verb that goes on from such a one ('bãi bỏ A; sửa đổi B').
"""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.pinpoints import provisions_of
from legalkg.extractors.citations.terminals import TYPE_WORD, pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.relations import cues, modality
from legalkg.extractors.relations.clauses import ITEM_MARK
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.mentions import CHANGES, Clause

# "[Thông tư] sửa đổi, bổ sung Thông tư số …": the verb's subject is a document that has no number yet.
_OTHER_SUBJECT = pattern(rf"(?:^|\s)({TYPE_WORD}) $")
# What stands between a verb that ends a document and the document: "bãi bỏ [toàn bộ]", "hủy bỏ [hiệu lực của]".
_WHOLE_OR_PART = pattern(
    r"\s*:?\s*(?:(?:toàn bộ|một phần|một số|hiệu lực|thời hạn|thời gian|việc|các|những|nội dung|quy định|quy chế|"
    r"quy trình|điều|khoản|điểm|tiết|đoạn|mục|tiểu mục|chương|phần|phụ lục|danh mục|biểu|mẫu|cụm từ|từ|tên|bảng|"
    r"định mức|đơn giá|kế hoạch|đề án|quy hoạch|căn cứ|số thứ tự|dòng|thi hành|thực hiện|áp dụng|thủ tục|đối với|\d+)"
    r"(?!\w)|[“\"(]|$)",
    re.IGNORECASE,
)
# What is done by a sentence that begins with the verb; to consolidate is one, but no change.
_DEEDS = CHANGES | {"consolidates"}
_ENDS = frozenset({"repeals", "replaces", "suspends", "extends"})
# One verb leads to the next: "Sửa đổi, bổ sung [và] bãi bỏ một số điều", "Bãi bỏ [Điều 3 và] thay thế Phụ lục II".
_LINK = pattern(r"~(?:,|và|/|, và) $")
_NEXT_VERB = pattern(r"[^;.:“”\n]{0,160}?~(?:,|và|/|, và) $")
_VERBS_REACH = 200


def is_performed(context: Context, clause: Clause, cue: Cue, found: CitationDraft, end: int) -> bool:
    """Return whether a document acts by a verb that says a deed; what it writes into another is no deed of its own.

    Args:
        context: The text.
        clause: The clause read.
        cue: The verb.
        found: The citation that it governs.
        end: Where the citation begins, with its provisions.
    """
    if cue.relation in _DEEDS:
        return not context.is_quoted(found.start) and _is_done(context, clause, cue, end)
    return True


def parts_of_other_verb(text: str, clause: Clause, cue: Cue) -> tuple[str, ...]:
    """'Bãi bỏ Điều 3 và thay thế Phụ lục II [B]': Điều 3 is one of B as well."""
    link = _LINK.search(text, max(clause.start, cue.start - 8), cue.start)
    if link is None:
        return ()
    parts = provisions_of(text, link.start(), link.start())
    if parts is None or parts.end != link.start() or parts.start < clause.start:
        return ()
    verb = cues.last_cue(text, clause.start, parts.start)
    return parts.eids if verb and verb.relation in CHANGES else ()


def _is_done(context: Context, clause: Clause, cue: Cue, end: int) -> bool:
    text = context.text
    if cue.relation in _ENDS and not _WHOLE_OR_PART.match(text, cue.end, end):
        return False
    subject = _OTHER_SUBJECT.search(text, max(clause.start, cue.start - 40), cue.start)
    if subject and subject.group(1).lower() != (context.own_type or "").lower():
        return False
    if clause.place == "title":
        return not modality.is_planned(text, clause.start, cue.start)
    head = _first_verb(text, clause, cue)
    return bool(
        ITEM_MARK.fullmatch(text, clause.start, head)
        or modality.is_announced(text, clause.start, head)
        or _goes_on(clause)
    )


def _goes_on(clause: Clause) -> bool:
    """'Bãi bỏ A; sửa đổi B': the verb before was one by which the document changes something."""
    role = clause.role_of(clause.cited[-1]) if clause.cited else None
    return bool(role and role.source == THIS and any(said.relation in CHANGES for said in role.said))


def _first_verb(text: str, clause: Clause, cue: Cue) -> int:
    """Return where the verbs begin of which the cue is the last: 'Sửa đổi, bổ sung và bãi bỏ'."""
    start = cue.start
    for verb in reversed(list(cues.active_cues(text, max(clause.start, start - _VERBS_REACH), start))):
        if verb.relation not in CHANGES or not _NEXT_VERB.fullmatch(text, verb.end, start):
            break
        start = verb.start
    return start
