"""What the document itself does: by its title and opening, its orders, what it changes and what it ends."""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.registry.types import types_that
from legalkg.extractors.relations import cues, gaps, modality
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.lists import Heading
from legalkg.extractors.relations.mentions import CHANGES, Clause, RelationCue, RelationMentions
from legalkg.extractors.relations.openings import MATTER, raises_matter, said_by_opening
from legalkg.extractors.relations.performed import is_performed, parts_of_other_verb
from legalkg.extractors.rules import DECREE_30, JUDGED, LAW_ON_LAWS, REAL_TEXTS, Example, Rule, decision, document

_ORDERING = types_that(lambda kind: kind.gives_orders)
_IMPLEMENTING = types_that(lambda kind: kind.carries_out)
_CARRYING_OUT = pattern(r"thực hiện|thi hành", re.IGNORECASE)


def _directive(order: str) -> str:
    return document("Chỉ thị", "3/CT-UBND", "2025-12-05", "Ủy ban nhân dân tỉnh Cà Mau", f"Yêu cầu:\n\n1. {order}")


THIS_ACTS = Rule(
    "relation/this",
    "'Quyết định này thay thế B': a citation of the document itself, a verb, and B.",
    confidence=0.95,
    basis=JUDGED,
    example=Example(decision("Điều 1. Hiệu lực\nQuyết định này thay thế Quyết định số 12/QĐ-UBND ngày 03/02/2020.")),
    counter_example=Example(
        decision("Điều 1. Hiệu lực\nQuyết định này không thay thế Quyết định số 12/QĐ-UBND ngày 03/02/2020.")
    ),
    source=DECREE_30,
)
LIST = Rule(
    "relation/list",
    "'Bãi bỏ các Quyết định sau đây: 1. B; 2. C': the heading of a list governs its items.",
    confidence=0.88,
    basis=JUDGED,
    example=Example(decision("Điều 1. Bãi bỏ các Quyết định sau đây:\n1. Quyết định số 12/QĐ-UBND ngày 03/02/2020;")),
    counter_example=Example(
        decision("Điều 1. Xem xét các Quyết định sau đây:\n1. Quyết định số 12/QĐ-UBND ngày 03/02/2020;")
    ),
    source=LAW_ON_LAWS,
)
OPENING = Rule(
    "relation/opening",
    "'Thực hiện B', 'ban hành Thông tư bãi bỏ B' in title or preamble: the document itself acts on B.",
    confidence=0.88,
    basis=JUDGED,
    example=Example(decision("Thực hiện Kế hoạch số 30/KH-BCT ngày 02/6/2025;\n\nĐiều 1. Giao việc.")),
    counter_example=Example(decision("Sau tình hình thực hiện Kế hoạch số 30/KH-BCT;\n\nĐiều 1. Giao việc.")),
    source=DECREE_30,
)
ORDER = Rule(
    "relation/order",
    "'tiếp tục thực hiện B' in the body of a document that gives orders: it directs others to carry out B. 'Điều 1. "
    "Bãi bỏ B', where the sentence begins with the verb: it changes B.",
    confidence=0.88,
    basis=JUDGED,
    example=Example(decision("Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 03/02/2020.")),
    counter_example=Example(decision("Điều 1. Sở Nội vụ tham mưu bãi bỏ Quyết định số 12/QĐ-UBND ngày 03/02/2020.")),
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
RULES = (OPENING, ORDER, INSTRUCTION)


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
        if relation not in CHANGES and gaps.starts_new_subject(self._text, previous.end, cue.end):
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
        cue = cues.last_cue(self._text, start, end) or self._cue_of_list(clause, start, end)
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
            rule = said_by_opening(self._context, clause, found, opening, end)
            if rule is not None:
                self._act(clause, found, [opening.relation], opening, rule)
        elif cue is not None:
            self._active(clause, found, cue, end)
        return bool(opening or cue)

    def _cue_of_list(self, clause: Clause, start: int, end: int) -> Cue | None:
        return cues.cue_of_list(self._text, start, end) if clause.place == "preamble" else None

    def _is_over(self, opening: Cue, cue: Cue) -> bool:
        """'Theo đề nghị của Cục trưởng; Bộ trưởng ban hành Thông tư bãi bỏ B': the proposal is not B."""
        return cue.relation in CHANGES and modality.is_announced(self._text, opening.end, cue.start)

    def by_list(self, clause: Clause, found: CitationDraft, heading: Heading) -> None:
        """'Bãi bỏ các Quyết định sau đây: 1. B; 2. C': an item of a list."""
        place = (heading.start, heading.end) if heading.start != clause.start else None
        relation = self._relation(heading.cue, heading.cue.end, found)
        said = RelationCue(LIST, relation, heading.cue.words(self._text), place)
        self._mentions.act(clause, THIS, found, [said])

    def by_matter(self, clause: Clause, found: CitationDraft, end: int) -> None:
        """'Bộ X có B … Về việc này, …', 'khẩn trương … theo hướng dẫn tại B'."""
        if raises_matter(self._context, clause, found, end):
            self._mentions.act(clause, THIS, found, [RelationCue(MATTER, "responds_to", "có")])
        else:
            self._by_instruction(clause, found, end)

    def _by_instruction(self, clause: Clause, found: CitationDraft, end: int) -> None:
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

    def _active(self, clause: Clause, found: CitationDraft, cue: Cue, end: int) -> None:
        relation = self._relation(cue, end, found)
        # To order texts that carry B out is to order that B be carried out.
        is_order = relation == "implements" and clause.place == "body"
        if not is_order and modality.is_of_unnamed(self._text, clause.start, cue.start, self._context.own_type):
            return
        if relation == "implements" and modality.is_told(self._text, cue.start, clause.start):
            return
        if not is_performed(self._context, clause, cue, found, end):
            return
        rule = OPENING if clause.place in ("title", "preamble") else ORDER
        also = parts_of_other_verb(self._text, clause, cue) if relation == "amends" else ()
        self._act(clause, found, self.relations(clause, relation, cue), cue, rule, also)

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
        words = cue.words(self._text)
        self._mentions.act(clause, THIS, found, [RelationCue(rule, r, words) for r in relations], also)
