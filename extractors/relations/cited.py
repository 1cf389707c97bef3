"""What cited documents do: 'A hướng dẫn thi hành B', and what stands beside another: ', C', 'và C'."""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.relations import cues, gaps, modality
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.mentions import CHANGES, Clause, ClauseRole, RelationCue, RelationMentions
from legalkg.extractors.relations.openings import ANSWERED
from legalkg.extractors.relations.own import OwnActs
from legalkg.extractors.rules import JUDGED, LAW_ON_LAWS, REAL_TEXTS, Example, Rule, decree

# "và [Quy trình nội bộ … ban hành kèm theo] Quyết định B": a part of B, coordinated with the part of A before.
# "và [chỉ đạo của Thủ tướng Chính phủ tại] Công điện B": what B says, coordinated with A.
_AND_ITS_PART = pattern(
    r" (?:và|,) [^.;:]{3,160} kèm theo $|"
    r"(?:[,;]| và) (?:ý kiến )?(?:hướng dẫn|chỉ đạo|yêu cầu|kết luận)(?: của [^.;:\n]{2,70})? tại $",
    re.IGNORECASE,
)
# "Theo đề nghị của Sở A tại Tờ trình B[; của Sở C tại] Báo cáo D": each is answered.
_FROM_ANOTHER = pattern(
    r"(?:[,;](?: và)?| và) (?:(?:theo )?(?:văn bản |ý kiến |báo cáo )?(?:thẩm định |đề nghị |đề xuất |thống nhất |"
    r"tham gia |góp ý |thẩm tra )?)của [^.;:\n]{2,100} (?:tại|trong) (?:các )?$",
    re.IGNORECASE,
)
# What shows that the words between a document's number, issuer and title and a verb are no longer its title: a new
# item or sentence, or what became of it. "Chỉ thị 05 [đã góp phần … phấn đấu] thực hiện Nghị quyết …"
_TITLE_IS_OVER = pattern(
    r";(?! (?:ngày|quy định chi tiết|hướng dẫn))|…|\.(?=\s)|\[|"
    r"(?<!\w)(?:đã|đang|được|bị|tại|gắn với|sớm|nếu|khi|thì|góp phần|trong|để thực|việc (?:quán|thực|triển)|đề nghị|"
    r"thời điểm)(?!\w)|"
    r", (?!ngày|bổ sung|quy định|hướng dẫn|sửa|nhằm|về|và|bãi|thay)[a-zđ]\w*",
)
_SET_APART = pattern(r", (?:đặc biệt|nhất là|đồng thời|trong đó)(?!\w)")
_LONGEST_REST = 120
_PART_REACH, _AND_REACH = 200, 24
# "hướng dẫn thi hành Luật B; Luật sửa đổi, bổ sung một số điều của Luật B": both.
_AMENDING_LAW = pattern(r"Luật sửa đổi", re.IGNORECASE)
_AND_BEFORE, _AND_IN = pattern(r"và $"), pattern(r"(?<!\w)và(?!\w)|;")
_ITS_LAWS = pattern(r"sửa đổi, bổ sung một số điều của (?:các )?luật", re.IGNORECASE)
# "bởi A và B, C [đã được sửa đổi]": C does not change anything, it is changed.
_IS_CHANGED = pattern(r" (?:đã )?(?:được|bị) (?:sửa đổi|bổ sung|thay thế|bãi bỏ)", re.IGNORECASE)


TITLE = Rule(
    "relation/title",
    "'A của Bộ X hướng dẫn thi hành B': A acts on B by a verb in its title, as long as the title goes on.",
    confidence=0.92,
    basis=JUDGED,
    example=Example("Theo Thông tư số 12/2021/TT-BTC của Bộ Tài chính hướng dẫn thi hành Nghị định số 10/2020/NĐ-CP."),
    counter_example=Example(
        "Theo Thông tư số 12/2021/TT-BTC của Bộ Tài chính. Các xã thi hành Nghị định số 10/2020/NĐ-CP."
    ),
    source=LAW_ON_LAWS,
)
SECOND_VERB = Rule(
    "relation/second-verb",
    "'bãi bỏ A và sửa đổi B': what acts on A acts on B by a verb of its own; the document itself only.",
    confidence=0.85,
    basis=JUDGED,
    example=Example(decree("Điều 1. Bãi bỏ Nghị định số 10/2020/NĐ-CP và sửa đổi Nghị định số 11/2020/NĐ-CP như sau.")),
    counter_example=Example(decree("Điều 1. Bãi bỏ Nghị định số 10/2020/NĐ-CP và Nghị định số 11/2020/NĐ-CP.")),
    source=REAL_TEXTS,
)
COORDINATION = Rule(
    "relation/coordination",
    "', B', 'và B': what is said of the last citation of that type in the clause holds for B too.",
    confidence=None,
    basis=JUDGED,
    example=Example(decree("Điều 1. Bãi bỏ Nghị định số 10/2020/NĐ-CP và Nghị định số 11/2020/NĐ-CP.")),
    counter_example=Example(decree("Điều 1. Bãi bỏ Nghị định số 10/2020/NĐ-CP trái với Luật Đất đai năm 2024.")),
    source=REAL_TEXTS,
)
FURTHER_AGENT = Rule(
    "relation/further-agent",
    "'A được sửa đổi bởi B, C và D': so do C and D, up to 'và', as long as they are named as B is.",
    confidence=0.85,
    basis=JUDGED,
    example=Example(
        "Nghị định số 10/2020/NĐ-CP được sửa đổi bởi Nghị định số 20/2022/NĐ-CP và Nghị định số 21/2022/NĐ-CP."
    ),
    counter_example=Example(
        "Nghị định số 10/2020/NĐ-CP được sửa đổi bởi Nghị định số 20/2022/NĐ-CP; Luật Đất đai năm 2024."
    ),
    source=REAL_TEXTS,
)
RULES = (TITLE, SECOND_VERB, COORDINATION, FURTHER_AGENT)


class CitedActs:
    """Reads what cited documents do, and what is said of a citation because it is said of one beside it."""

    def __init__(self, context: Context, mentions: RelationMentions, own: OwnActs) -> None:
        """Read a text whose relation mentions are collected; a second verb may be one of the document itself."""
        self._context = context
        self._text = context.text
        self._mentions = mentions
        self._own = own

    def by_title(self, clause: Clause, found: CitationDraft, previous: CitationDraft, end: int) -> bool:
        """'A của Bộ X hướng dẫn thi hành B': A acts on B, as long as its title goes on."""
        start = previous.end
        cue = cues.last_cue(self._text, start, end)
        if cue is None and found.type in ANSWERED and previous.type in ANSWERED:
            cue = cues.reply_cue(self._text, start, end)
        if cue is None or previous.kind == "self" or gaps.starts_new_subject(self._text, start, cue.end):
            return False
        relation = cues.relation_of(self._text, cue, end, self._context.has_pinpoint(found))
        if gaps.AND.fullmatch(self._text[start : cue.start].rstrip() + " "):
            # "… Quyết định A và sửa đổi Quyết định B": a second verb of the same subject.
            role = clause.role_of(previous)
            if role and role.source == THIS:
                words = cue.words(self._text)
                relations = self._own.relations(clause, relation, cue)
                self._mentions.act(clause, THIS, found, [RelationCue(SECOND_VERB, r, words) for r in relations])
                return True
        if self._is_over(previous, cue.start):
            return False
        if self._does_nothing(previous, relation, cue):
            return True
        if relation in CHANGES and not self._context.may_change(previous.document, found.document):
            return False
        words = cue.words(self._text)
        relations = self._own.with_guidance(previous.type, relation, cue, end)
        self._mentions.act(clause, previous.document, found, [RelationCue(TITLE, r, words) for r in relations])
        return True

    def _does_nothing(self, previous: CitationDraft, relation: RelationName, cue: Cue) -> bool:
        """Return whether a draft is named, or what others do ('các văn bản hướng dẫn B'), or what was done is told."""
        if modality.is_draft(self._text, previous.start):
            return True
        if modality.is_of_unnamed(self._text, previous.end, cue.start, previous.type):
            return True
        if relation == "reviews":
            return modality.is_of_meeting(self._text, cue.start, previous.end)
        return relation == "implements" and modality.is_told(self._text, cue.start, previous.end)

    def _is_over(self, previous: CitationDraft, verb: int) -> bool:
        """Return whether the title of a document is over before a verb."""
        tail = max(previous.end, previous.tail)
        if _SET_APART.search(self._text, previous.end, verb):
            return True
        if verb <= tail:
            return False
        return verb - tail > _LONGEST_REST or _TITLE_IS_OVER.search(self._text, tail, verb) is not None

    def beside(self, clause: Clause, found: CitationDraft, previous: CitationDraft, end: int) -> bool:
        """', B', 'và B': what is said of the last citation of that type in the clause holds for B too."""
        gap = self._text[previous.end : end]
        rest = self._text[max(previous.end, previous.tail) : end]
        direct = bool(gaps.COORDINATED.fullmatch(gap))
        near = max(previous.end, found.start - _PART_REACH)
        from_another = self._is_from_another(clause, found, near)
        its_part = not from_another and bool(_AND_ITS_PART.search(self._text, near, found.start))
        joined = direct or its_part or from_another or (rest and gaps.COORDINATED.fullmatch(rest))
        if not joined and not gaps.AND.search(gap, max(0, len(gap) - _AND_REACH)):
            return False
        if not direct and not from_another and gaps.starts_new_subject(self._text, previous.end, end):
            return False
        if not direct and self._is_named_in_title(found, previous, gap):
            return True
        model = self._model(clause, found, previous, direct, ";" in gap)
        if model is None:
            return direct
        self._act_beside(clause, found, model, gap, its_part or self._context.has_pinpoint(found))
        return True

    def _is_from_another(self, clause: Clause, found: CitationDraft, near: int) -> bool:
        """Return whether somebody else's document is answered as well: 'của Sở A tại B; của Sở C tại [D]'."""
        answers = clause.own is not None and any(one.relation == "responds_to" for one in clause.own.said)
        return answers and found.type in ANSWERED and _FROM_ANOTHER.search(self._text, near, found.start) is not None

    def _act_beside(self, clause: Clause, found: CitationDraft, model: ClauseRole, gap: str, is_part: bool) -> None:
        if model.acts_on is not None:
            # What was issued to carry A out is listed with titles: "Quyết định B thành lập Ban, Quyết định C …".
            is_issued = found.type == model.found.type and model.said[0].relation not in CHANGES
            if is_issued or self._is_agent(model.found, found, gap):
                said = [RelationCue(FURTHER_AGENT, one.relation, one.words) for one in model.said]
                self._mentions.act_passive(clause, found, model.acts_on, said)
        elif model.source == THIS or ";" not in gap or _AMENDING_LAW.match(found.name or ""):
            # Else a new item begins, and A is done with: "A sửa đổi B; C".
            said = [self._weakened(one, is_part) for one in model.said]
            self._mentions.act(clause, model.source, found, said)

    def _is_named_in_title(self, found: CitationDraft, previous: CitationDraft, gap: str) -> bool:
        """'Luật A sửa đổi, bổ sung một số điều của Luật: X, Y, Luật [B]': no second law beside A."""
        return found.type == previous.type == "Luật" and _ITS_LAWS.search(gap) is not None

    def _model(
        self, clause: Clause, found: CitationDraft, previous: CitationDraft, direct: bool, next_item: bool
    ) -> ClauseRole | None:
        """Find the citation that this one stands beside: the last of its type, else the one right before it.

        In 'Căn cứ A được sửa đổi bởi B; C' a new item begins behind the semicolon: C stands beside A.
        """
        own_list = clause.own
        if next_item and own_list and clause.has_others:
            return own_list
        if _IS_CHANGED.match(self._text, found.end):
            return own_list if clause.ends_in_passive else clause.role_of(previous)
        if own_list and not direct and self._is_inner(clause, previous):
            return own_list
        same = clause.last_of_type.get(found.type)
        if direct:
            return (same if previous.type != found.type else None) or clause.role_of(previous)
        return same or own_list or clause.passive

    def _is_inner(self, clause: Clause, previous: CitationDraft) -> bool:
        """'… thay thế A, B sửa đổi một số điều của A về …, C': the inner A is B's matter; C stands beside B."""
        inner = clause.role_of(previous)
        if inner is None or inner.source == THIS:
            return False
        outer = (clause.role_of(cited) for cited in clause.cited if cited.document == inner.source)
        return any(role is not None and role.source == THIS for role in outer)

    def _is_agent(self, agent: CitationDraft, found: CitationDraft, gap: str) -> bool:
        """Return whether a citation goes on with the agents of a passive: 'bởi Luật số B, Luật số C và Nghị quyết D'.

        The list is over behind 'và' and behind a bracket, another type behind a semicolon is a new item, and where the
        first agent goes by its number only or without provisions, so do the others.
        """
        if ")" in gap or (found.name is not None and agent.name is None):
            return False
        if ";" in gap and agent.type != found.type:
            return False
        if self._context.has_pinpoint(found) and not self._context.has_pinpoint(agent):
            return False
        return _AND_BEFORE.search(self._text, agent.start - 4, agent.start) is None or _AND_IN.search(gap) is not None

    def _weakened(self, said: RelationCue, is_part: bool) -> RelationCue:
        """A part of a coordinated document is amended where the whole of the other is repealed."""
        relation = "amends" if said.relation in ("repeals", "replaces") and is_part else said.relation
        return said._replace(relation=relation, rule=COORDINATION)
