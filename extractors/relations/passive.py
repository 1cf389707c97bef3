"""The passive: 'A được sửa đổi, bổ sung bởi B', 'A (bãi bỏ tại B)': the document behind acts on the one before."""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import CAPITALS, pattern
from legalkg.extractors.relations import cues
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.mentions import CHANGES, Clause, RelationCue, RelationMentions
from legalkg.extractors.relations.modality import is_draft, is_negated
from legalkg.extractors.rules import JUDGED, LAW_ON_LAWS, Example, Rule

_VERBS = r"(?:(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính)(?:~,~| và |/| )?){1,4}"
_PASSIVE = pattern(
    r"(?:được|bị) (?P<verbs>[\w\s,]{2,90}?) (?:bởi|bằng|tại|theo) (?:(?:các|quy định tại) )?$|"
    r"(?:được|bị) (?P<bare>(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)(?:~,~bổ sung)?) $|"
    # "(sửa đổi, bổ sung bởi B)", "A sửa đổi bởi B": nothing but a passive has an agent
    rf"(?P<by>{_VERBS})(?:(?:một số|các) (?:điều|nội dung)(?: của \w+)? )?bởi (?:các )?$|"
    # "(bổ sung tại B)", ", sửa đổi bằng B": set apart, it says where A was changed
    rf"(?:[(,]~|(?<=\s)đã )(?P<apart>{_VERBS})(?:tại|bằng|theo) (?:các )?$",
    re.IGNORECASE,
)
# Every passive ends like this; looked for first because it is quick.
_ENDS = pattern(
    r"(?:bởi|bằng|tại|theo)(?: các| quy định tại)? $|(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính) $", re.IGNORECASE
)
# What is between the document before and the passive, and ends its subject: a new row of a table; "[7] Điểm này".
_OTHER_SUBJECT = pattern(
    rf"\n[^\S\n]*\d{{1,4}}(?:[.)]|\t|[^\S\n]+[{CAPITALS}])|"
    r"(?<!\w)(?:Phần|Chương|Mục|Điều|Khoản|Điểm|Cụm từ|Đoạn|Nội dung) này (?:đã )?(?:được|bị) "
)
_WINDOW, _END_REACH = 160, 24
_LOOK_BACK = 12
_NO_CHANGE = frozenset({"implements", "reviews"})

PASSIVE = Rule(
    "relation/passive",
    "'A được sửa đổi, bổ sung bởi B', 'A (bãi bỏ tại B)': B acts on A.",
    confidence=0.93,
    basis=JUDGED,
    example=Example("Nghị định số 10/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 20/2022/NĐ-CP còn hiệu lực."),
    counter_example=Example("Nghị định số 10/2020/NĐ-CP chưa được sửa đổi bởi Nghị định số 20/2022/NĐ-CP."),
    source=LAW_ON_LAWS,
)


def passive_cues(text: str, start: int, end: int) -> list[Cue]:
    """Find the verbs of a passive right before a document: '… được sửa đổi, bổ sung bởi [Nghị định …]'."""
    if not _ENDS.search(text, max(start, end - _END_REACH), end):
        return []
    match = _PASSIVE.search(text, max(start, end - _WINDOW), end)
    if not match or is_negated(text, match.start()):
        return []
    verbs = cues.active_cues(text, *match.span(match.lastgroup or 0))
    return [verb for verb in verbs if verb.relation not in _NO_CHANGE]


class Passives:
    """Reads the passives of one text."""

    def __init__(self, context: Context, mentions: RelationMentions) -> None:
        """Read a text whose relation mentions are collected."""
        self._context = context
        self._mentions = mentions

    def read(self, clause: Clause, found: CitationDraft, previous: CitationDraft, end: int) -> bool:
        """Note what a citation does to the one before it; tell whether the words between are a passive."""
        text = self._context.text
        verbs = passive_cues(text, previous.end, end)
        if not verbs:
            return False
        if _OTHER_SUBJECT.search(text, previous.end, verbs[0].start) or is_draft(text, found.start):
            return True
        changes = any(verb.relation in CHANGES for verb in verbs)
        target = self._target(clause, found, previous, changes)
        if target is None:
            return True
        words = " ".join(text[verbs[0].start : verbs[-1].end].split())
        is_part = self._context.has_pinpoint(target)
        relations = dict.fromkeys(cues.relation_of(text, verb, verb.end, is_part) for verb in verbs)
        self._mentions.act_passive(clause, found, target, [RelationCue(PASSIVE, r, words) for r in relations])
        return True

    def _target(
        self, clause: Clause, agent: CitationDraft, previous: CitationDraft, changes: bool
    ) -> CitationDraft | None:
        """Find what is acted on: the citation before, unless its type forbids it, or it acts itself."""
        role = clause.role_of(previous)
        target = role.acts_on if role and role.acts_on else previous
        if not changes or self._context.may_change(agent.document, target.document):
            return target
        # "… hướng dẫn thi hành Luật X được sửa đổi bởi Nghị định B": B changes the decree before the law.
        return next((other for other in clause.cited[:-_LOOK_BACK:-1] if other.type == agent.type), None)
