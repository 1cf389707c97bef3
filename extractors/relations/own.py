"""What the document itself does: by its title and opening, its orders, what it changes and what it ends."""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.pinpoints import provisions_of
from legalkg.extractors.citations.terminals import TYPE_WORD, pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.registry.types import types_that
from legalkg.extractors.relations import cues, modality
from legalkg.extractors.relations.clauses import ITEM_MARK
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.lists import Heading
from legalkg.extractors.relations.mentions import CHANGES, Clause, RelationCue, RelationMentions
from legalkg.extractors.rules import DECREE_30, JUDGED, LAW_ON_LAWS, REAL_TEXTS, Example, Rule, document

_ORDERING = types_that(lambda kind: kind.gives_orders)
_IMPLEMENTING = types_that(lambda kind: kind.carries_out)
_ANSWERED = types_that(lambda kind: kind.is_answered)
_ANSWERS_IN_BODY = re.compile(r"Phúc|Trả|nhận|Tiếp|Xét")
# A legal basis stands right behind its cue; what is answered may have its author between.
_BASIS_REACH, _ANSWER_REACH = 60, 220
# "Theo đề nghị của Sở A [tại] Tờ trình B", "(Tờ trình B)": not "của Tổ trưởng Tổ công tác thực hiện Đề án B".
_PROPOSED_IN = pattern(r"(?:(?:tại|theo|trong|và|về|bằng|qua|có) (?:các )?|[(,;:]~|^~)$")
# In a letter 'Căn cứ …' far into the text is reasoning, not its basis.
_LETTER_PREAMBLE = 1500
_CARRYING_OUT = pattern(r"thực hiện|thi hành", re.IGNORECASE)
# "[Thông tư] sửa đổi, bổ sung Thông tư số …": the verb's subject is a document that has no number yet.
_OTHER_SUBJECT = pattern(rf"(?:^|\s)({TYPE_WORD}) $")
# What stands between a verb that ends a document and the document: "bãi bỏ [toàn bộ]", "hủy bỏ [hiệu lực của]".
_WHOLE_OR_PART = pattern(
    r"\s*:?\s*(?:(?:toàn bộ|một phần|một số|hiệu lực|thời hạn|thời gian|việc|các|những|nội dung|quy định|quy chế|"
    r"quy trình|điều|khoản|điểm|tiết|đoạn|mục|tiểu mục|chương|phần|phụ lục|danh mục|biểu|mẫu|cụm từ|từ|tên|bảng|"
    r"định mức|đơn giá|kế hoạch|đề án|quy hoạch|căn cứ|số thứ tự|dòng|thi hành|thực hiện|áp dụng|thủ tục|\d+)(?!\w)|"
    r"[“\"(]|$)",
    re.IGNORECASE,
)
# What is done by a sentence that begins with the verb; to consolidate is one, but no change.
_DEEDS = CHANGES | {"consolidates"}
_ENDS = frozenset({"repeals", "replaces", "suspends", "extends"})
# One verb leads to the next: "Sửa đổi, bổ sung [và] bãi bỏ một số điều", "Bãi bỏ [Điều 3 và] thay thế Phụ lục II".
_LINK = pattern(r"~(?:,|và|/|, và) $")
_NEXT_VERB = pattern(r"[^;.:“”\n]{0,160}?~(?:,|và|/|, và) $")
_VERBS_REACH = 200


def _decision(body: str) -> str:
    return document("Quyết định", "15/QĐ-UBND", "2025-12-05", "Ủy ban nhân dân tỉnh Cà Mau", body)


def _directive(order: str) -> str:
    return document("Chỉ thị", "3/CT-UBND", "2025-12-05", "Ủy ban nhân dân tỉnh Cà Mau", f"Yêu cầu:\n\n1. {order}")


THIS_ACTS = Rule(
    "relation/this",
    "'Quyết định này thay thế B': a citation of the document itself, a verb, and B.",
    confidence=0.95,
    basis=JUDGED,
    example=Example(_decision("Điều 1. Hiệu lực\nQuyết định này thay thế Quyết định số 12/QĐ-UBND ngày 03/02/2020.")),
    counter_example=Example(
        _decision("Điều 1. Hiệu lực\nQuyết định này không thay thế Quyết định số 12/QĐ-UBND ngày 03/02/2020.")
    ),
    source=DECREE_30,
)
LIST = Rule(
    "relation/list",
    "'Bãi bỏ các Quyết định sau đây: 1. B; 2. C': the heading of a list governs its items.",
    confidence=0.88,
    basis=JUDGED,
    example=Example(_decision("Điều 1. Bãi bỏ các Quyết định sau đây:\n1. Quyết định số 12/QĐ-UBND ngày 03/02/2020;")),
    counter_example=Example(
        _decision("Điều 1. Xem xét các Quyết định sau đây:\n1. Quyết định số 12/QĐ-UBND ngày 03/02/2020;")
    ),
    source=LAW_ON_LAWS,
)
LEGAL_BASIS = Rule(
    "relation/legal-basis",
    "'Căn cứ B' in title or preamble, B right behind it: the document names B as its legal basis.",
    confidence=0.97,
    basis=JUDGED,
    example=Example(_decision("Căn cứ Luật Đất đai số 31/2024/QH15;\n\nĐiều 1. Giao việc.")),
    counter_example=Example(_decision("Điều 1. Giao việc.\nCác xã căn cứ Luật Đất đai số 31/2024/QH15 mà làm.")),
    source=DECREE_30,
)
ANSWER = Rule(
    "relation/answer",
    "'Xét B', 'Theo đề nghị của … tại B', 'Phúc đáp B': the document answers B, a document that asks for an answer.",
    confidence=0.93,
    basis=JUDGED,
    example=Example(_decision("Xét Tờ trình số 45/TTr-STC ngày 01/12/2025 của Sở Tài chính;\n\nĐiều 1. Giao việc.")),
    counter_example=Example(_decision("Kèm Tờ trình số 45/TTr-STC ngày 01/12/2025 của Sở Tài chính;\n\nĐiều 1. Giao.")),
    source=DECREE_30,
)
OPENING = Rule(
    "relation/opening",
    "'Thực hiện B', 'ban hành Thông tư bãi bỏ B' in title or preamble: the document itself acts on B.",
    confidence=0.88,
    basis=JUDGED,
    example=Example(_decision("Thực hiện Kế hoạch số 30/KH-BCT ngày 02/6/2025;\n\nĐiều 1. Giao việc.")),
    counter_example=Example(_decision("Sau tình hình thực hiện Kế hoạch số 30/KH-BCT;\n\nĐiều 1. Giao việc.")),
    source=DECREE_30,
)
ORDER = Rule(
    "relation/order",
    "'tiếp tục thực hiện B' in the body of a document that gives orders: it directs others to carry out B. 'Điều 1. "
    "Bãi bỏ B', where the sentence begins with the verb: it changes B.",
    confidence=0.88,
    basis=JUDGED,
    example=Example(_decision("Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 03/02/2020.")),
    counter_example=Example(_decision("Điều 1. Sở Nội vụ tham mưu bãi bỏ Quyết định số 12/QĐ-UBND ngày 03/02/2020.")),
    source=LAW_ON_LAWS,
)
INSTRUCTION = Rule(
    "relation/instruction",
    "'khẩn trương … theo hướng dẫn của Bộ X tại B' in the body of a document that gives orders: it directs others to "
    "carry out B.",
    confidence=0.75,
    basis=JUDGED,
    example=Example(_directive("Các xã khẩn trương rà soát theo hướng dẫn tại Công văn số 99/BNV-CQ.")),
    counter_example=Example(_directive("Các xã đã khẩn trương rà soát theo hướng dẫn tại Công văn số 99/BNV-CQ.")),
    source=REAL_TEXTS,
)
RULES = (LIST, LEGAL_BASIS, ANSWER, OPENING, ORDER, INSTRUCTION)


class OwnActs:
    """Reads what the document itself does to those that it cites."""

    def __init__(self, context: Context, mentions: RelationMentions) -> None:
        """Read a text whose relation mentions are collected."""
        self._context = context
        self._text = context.text
        self._mentions = mentions

    def by_name(self, clause: Clause, found: CitationDraft, previous: CitationDraft, end: int) -> bool:
        """'Quyết định này thay thế B'."""
        if previous.kind != "self":
            return False
        cue = cues.last_cue(self._text, previous.end, end)
        if cue is None:
            return False
        relation = self._relation(cue, end, found)
        if relation not in CHANGES and cues.starts_new_subject(self._text, previous.end, cue.end):
            return False
        if relation != "implements" or not modality.is_told(self._text, cue.start, previous.end):
            # "Nghị định này quy định chi tiết thi hành Luật B": said of itself it guides wherever it stands.
            relations: list[RelationName] = [relation]
            if relation != "guides":
                relations = self.relations(clause, relation, cue)
            self._act(clause, found, relations, cue, THIS_ACTS)
        return True

    def by_words_before(self, clause: Clause, found: CitationDraft, start: int, end: int) -> bool:
        """'Căn cứ B', 'Xét B', 'Thực hiện B', 'Bãi bỏ B'; tell whether the words before say anything."""
        cue = cues.last_cue(self._text, start, end)
        opening = cues.opening_cue(self._text, start, end)
        if opening and cue and self._is_over(opening, cue):
            opening = None
        if (
            opening
            and opening.relation == "based_on"
            and cue
            and cue.relation != "implements"
            and opening.end <= cue.start
        ):
            # "Căn cứ các Nghị định quy định chi tiết B": these do it, and they have no number.
            return True
        if opening and (cue is None or opening.end > cue.start or opening.relation == "responds_to"):
            self._opening(clause, found, opening, end)
        elif cue is not None:
            self._active(clause, found, cue, end)
        return bool(opening or cue)

    def _is_over(self, opening: Cue, cue: Cue) -> bool:
        """'Theo đề nghị của Cục trưởng; Bộ trưởng ban hành Thông tư bãi bỏ B': the proposal is not B."""
        return cue.relation in CHANGES and modality.is_announced(self._text, opening.end, cue.start)

    def by_list(self, clause: Clause, found: CitationDraft, heading: Heading) -> None:
        """'Bãi bỏ các Quyết định sau đây: 1. B; 2. C': an item of a list."""
        place = (heading.start, heading.end) if heading.start != clause.start else None
        relation = self._relation(heading.cue, heading.cue.end, found)
        said = RelationCue.by(LIST, relation, self._words(heading.cue), place)
        self._mentions.act(clause, THIS, found, [said])

    def by_instruction(self, clause: Clause, found: CitationDraft, end: int) -> None:
        """'khẩn trương … theo hướng dẫn tại B'."""
        if clause.place != "body" or self._context.own_type not in _ORDERING:
            return
        cue = cues.instruction_cue(self._text, clause.start, end)
        if cue:
            self._act(clause, found, ["directs"], cue, INSTRUCTION)

    def relations(self, clause: Clause, relation: RelationName, cue: Cue) -> list[RelationName]:
        """Return what a verb says of the document itself, by where it stands."""
        own_type = self._context.own_type
        if relation not in ("implements", "guides") and self._context.is_quoted(cue.start):
            return []
        if clause.place == "title" and relation in ("guides", "implements"):
            return self.with_guidance(own_type, relation, cue, clause.end)
        if relation in ("guides", "reviews") and clause.place in ("body", "purpose"):
            return []
        if relation != "implements":
            return [relation]
        # "Nghị quyết quy định mức chi (thực hiện khoản 2 Điều 5 Luật B)": its purpose, set in brackets.
        if clause.place in ("title", "preamble", "purpose") or self._text[max(0, cue.start - 1) : cue.start] == "(":
            return ["implements"]
        return ["directs"] if own_type in _ORDERING and not self._context.is_quoted(cue.start) else []

    def with_guidance(self, kind: str | None, relation: RelationName, cue: Cue, end: int) -> list[RelationName]:
        """A guidance on carrying something out both guides and implements it (Hướng dẫn, 'hướng dẫn thực hiện')."""
        carrying_out = _CARRYING_OUT.search(self._text, cue.start, min(end, cue.end + 12))
        if relation == "implements" and kind == "Hướng dẫn":
            return ["implements", "guides"]
        if relation == "guides" and carrying_out and kind in _IMPLEMENTING:
            return ["guides", "implements"]
        return [relation]

    def _opening(self, clause: Clause, found: CitationDraft, cue: Cue, end: int) -> None:
        distance = end - cue.end
        if cue.relation == "based_on":
            if self._context.own_type == "Bản án" and clause.place == "body":
                # A court names what it applies in the operative part of its judgment.
                if distance <= _ANSWER_REACH and self._text[clause.start : cue.start].strip() == "":
                    self._act(clause, found, ["based_on"], cue, LEGAL_BASIS)
                return
            late_in_letter = (
                self._context.own_type == "Công văn" and clause.start > self._context.header_end + _LETTER_PREAMBLE
            )
            if distance <= _BASIS_REACH and clause.place in ("preamble", "title") and not late_in_letter:
                self._act(clause, found, ["based_on"], cue, LEGAL_BASIS)
        elif distance <= _ANSWER_REACH and found.type in _ANSWERED:
            words = self._text[cue.start : cue.end]
            if words.endswith("đề nghị") and not _PROPOSED_IN.search(self._text, cue.end, end):
                return
            if clause.place == "preamble" or _ANSWERS_IN_BODY.match(words):
                self._act(clause, found, ["responds_to"], cue, ANSWER)

    def _active(self, clause: Clause, found: CitationDraft, cue: Cue, end: int) -> None:
        relation = self._relation(cue, end, found)
        if relation == "implements" and modality.is_told(self._text, cue.start, clause.start):
            return
        if relation in _DEEDS and (self._context.is_quoted(found.start) or not self._is_performed(clause, cue, end)):
            return
        rule = OPENING if clause.place in ("title", "preamble") else ORDER
        also = self._parts_of_other_verb(clause, cue) if relation == "amends" else ()
        self._act(clause, found, self.relations(clause, relation, cue), cue, rule, also)

    def _is_performed(self, clause: Clause, cue: Cue, end: int) -> bool:
        """Return whether the document changes something by these words, and does not only speak of a change."""
        text = self._text
        if cue.relation in _ENDS and not _WHOLE_OR_PART.match(text, cue.end, end):
            return False
        subject = _OTHER_SUBJECT.search(text, max(clause.start, cue.start - 40), cue.start)
        if subject and subject.group(1).lower() != (self._context.own_type or "").lower():
            return False
        if clause.place == "title":
            return not modality.is_planned(text, clause.start, cue.start)
        head = self._first_verb(clause, cue)
        return bool(
            ITEM_MARK.fullmatch(text, clause.start, head)
            or modality.is_announced(text, clause.start, head)
            or self._goes_on(clause)
        )

    def _goes_on(self, clause: Clause) -> bool:
        """'Bãi bỏ A; sửa đổi B': the verb before was one by which the document changes something."""
        role = clause.role_of(clause.cited[-1]) if clause.cited else None
        return bool(role and role.source == THIS and any(said.relation in CHANGES for said in role.said))

    def _first_verb(self, clause: Clause, cue: Cue) -> int:
        """Return where the verbs begin of which the cue is the last: 'Sửa đổi, bổ sung và bãi bỏ'."""
        start = cue.start
        for verb in reversed(list(cues.active_cues(self._text, max(clause.start, start - _VERBS_REACH), start))):
            if verb.relation not in CHANGES or not _NEXT_VERB.fullmatch(self._text, verb.end, start):
                break
            start = verb.start
        return start

    def _parts_of_other_verb(self, clause: Clause, cue: Cue) -> tuple[str, ...]:
        """'Bãi bỏ Điều 3 và thay thế Phụ lục II [B]': Điều 3 is one of B as well."""
        mention = _LINK.search(self._text, max(clause.start, cue.start - 8), cue.start)
        parts = provisions_of(self._text, mention.start(), mention.start()) if mention else None
        if parts is None or parts.end != (mention.start() if mention else -1) or parts.start < clause.start:
            return ()
        verb = cues.last_cue(self._text, clause.start, parts.start)
        return parts.eids if verb and verb.relation in CHANGES else ()

    def _relation(self, cue: Cue, end: int, found: CitationDraft) -> RelationName:
        return cues.relation_of(self._text, cue, end, self._context.has_pinpoint(found))

    def _act(
        self,
        clause: Clause,
        found: CitationDraft,
        relations: list[RelationName],
        cue: Cue,
        rule: Rule,
        also: tuple[str, ...] = (),
    ) -> None:
        words = self._words(cue)
        self._mentions.act(clause, THIS, found, [RelationCue.by(rule, r, words) for r in relations], also)

    def _words(self, cue: Cue) -> str:
        return " ".join(self._text[cue.start : cue.end].split())
