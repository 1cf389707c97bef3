"""The rules by which relations are read.

Every citation is judged by the words between it and what stands before it in its clause, by these rules, in this order:

1. name          An amending law's own name says what it amends.
2. passive       'A được sửa đổi, bổ sung bởi B': B acts on A; 'bởi B; C': so does C.
3. this          'Quyết định này thay thế B': the document itself acts on B.
4. title         'A của Bộ X hướng dẫn thi hành B': A acts on B, as long as no new main clause began.
5. coordination  ', B', 'và B': what is said of the last citation of that type in the clause holds for B too.
6. opening       'Căn cứ B', 'Xét B', 'Thực hiện B', in title and preamble: the document itself.
7. order         'tiếp tục thực hiện nghiêm B', 'khẩn trương … theo hướng dẫn tại B' in the body of a document that
                 gives orders: directs.
8. list          'Bãi bỏ các Quyết định sau đây: 1. B; 2. C': the heading governs the items.
9. after         'B hết hiệu lực kể từ ngày …': the document itself ends B.

Whatever no rule covers is a plain reference: cites.
"""

from __future__ import annotations

import re

from extractors.citations.atoms import TYPE_WORD, pattern
from extractors.citations.found import Found
from extractors.model import THIS, RelationName
from extractors.relations import cues
from extractors.relations.clauses import ITEM_MARK, clauses
from extractors.relations.context import Context
from extractors.relations.cues import Cue
from extractors.relations.links import CHANGES, Clause, Link, Links, Said, Standing, may_change

# Types whose purpose is to make others carry something out; laws, decrees and circulars refer, they don't order.
_ORDERING = frozenset(
    [
        "Chỉ thị",
        "Công văn",
        "Kế hoạch",
        "Công điện",
        "Thông báo",
        "Kết luận",
        "Hướng dẫn",
        "Nghị quyết",
        "Chương trình",
        "Thông tri",
    ]
)
# Types that are themselves issued to carry something out.
_IMPLEMENTING = frozenset(["Công văn", "Hướng dẫn", "Kế hoạch", "Chỉ thị", "Chương trình", "Thông tri", "Quy định"])
# What is answered: proposals, requests, reports, letters.
_ANSWERED = frozenset(
    ["Tờ trình", "Báo cáo", "Công văn", "Kế hoạch", "Thông báo", "Đề án", "Biên bản", "Phương án", "Công điện"]
)
_ANSWERS_IN_BODY = re.compile(r"Phúc|Trả|nhận|Tiếp|Xét")
# A legal basis stands right behind its cue; what is answered may have its author between.
_BASIS_REACH, _ANSWER_REACH, _ENDED_BY = 60, 220, 260
# In a letter 'Căn cứ …' far into the text is reasoning, not its basis.
_LETTER_PREAMBLE = 1500

_COORDINATED = pattern(
    r"[\s”\"]*(?:[,;]|và|hoặc|cùng|với|, và|; và)?~(?:(?:và|các|số|cùng|với|của) )*[“\"(]?$", re.IGNORECASE
)
_AND = pattern(r"(?:[,;](?: và)?| (?:và|hoặc|cùng với|cùng)) (?:các )?[“\"(]?$", re.IGNORECASE)
# "và [Quy trình nội bộ … ban hành kèm theo] Quyết định B": a part of B, coordinated with the part of A before.
_AND_ITS_PART = pattern(r" (?:và|,) [^.;:]{3,160} kèm theo $", re.IGNORECASE)
_CARRYING_OUT = pattern(r"thực hiện|thi hành", re.IGNORECASE)
_PLURAL_TYPES = pattern(rf"các (?:{TYPE_WORD}|văn bản)", re.IGNORECASE)
_NEW_ARTICLE = pattern(r"\s*(?:Điều|Chương) \d")
# 'này hết hiệu lực', 'sau khi … hết hiệu lực': about another document, or a condition.
_NOT_ENDED = pattern(r"này|sau khi|trước|nếu|trường hợp|không")
# "[Thông tư] sửa đổi, bổ sung Thông tư số …": the verb's subject is a document that has no number yet.
_OTHER_SUBJECT = pattern(rf"(?:^|\s)({TYPE_WORD}) $")


def find_relations(context: Context) -> list[Link]:
    """Give every relation at every place that says it, in reading order."""
    return _Reader(context).read()


class _Reader:
    """Reads the clauses of one text in order; a heading may govern the items that follow it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.text
        self._links = Links(context)
        self._list_cue: Cue | None = None

    def read(self) -> list[Link]:
        context = self._context
        if context.title and context.is_document:
            inside = [f for f in context.citations if context.title[0] <= f.start < context.title[1]]
            self._read_clause(Clause(*context.title, "title"), inside)
        remaining = iter([*(f for f in context.citations if f.start >= context.header_end), None])
        found = next(remaining)
        for start, end in clauses(self._text, context.header_end, len(self._text)):
            inside = []
            while found is not None and found.start < end:
                if found.start >= start:
                    inside.append(found)
                found = next(remaining)
            # Only what cites, or heads a list, or ends one, says anything.
            if inside or self._list_cue or self._text[end - 1] == ":":
                self._read_clause(Clause(start, end, context.place(start)), inside)
        return self._links.all

    def _read_clause(self, clause: Clause, inside: list[Found]) -> None:
        outer: Found | None = None
        plain = [found for found in inside if found.kind != "nested"]
        following = dict(zip(map(id, plain), plain[1:], strict=False))
        previous: Found | None = None
        for found in inside:
            if found.kind == "nested":
                if outer is not None:
                    self._links.act(clause, outer.document, found, [Said("amends", "sửa đổi, bổ sung", "name", 0.97)])
            else:
                if found.kind not in ("self", "unresolved"):
                    self._judge(clause, found, previous)
                    self._judge_after(clause, found, following.get(id(found)))
                previous = outer = found
        self._remember_list(clause, plain)

    def _judge(self, clause: Clause, found: Found, previous: Found | None) -> None:
        end = self._context.begin(found)
        start = previous.end if previous else clause.start
        if previous is not None:
            if (
                self._passive(clause, found, previous, end)
                or self._this(clause, found, previous, end)
                or self._title(clause, found, previous, end)
                or self._coordination(clause, found, previous, end)
            ):
                return
            if previous.kind == "self" or not cues.starts_new_subject(self._text, start, end):
                return
        self._by_document(clause, found, start, end)

    # --- rule 2 ---

    def _passive(self, clause: Clause, found: Found, previous: Found, end: int) -> bool:
        verbs = cues.passive_cues(self._text, previous.end, end)
        if not verbs:
            return False
        standing = clause.standing_of(previous)
        target = standing.acts_on if standing and standing.acts_on else previous
        if not may_change(found.type, target.type):
            # "… hướng dẫn thi hành Luật X được sửa đổi bởi Nghị định B": B changes the decree before the law.
            same = [s.found for s in clause.standings if s.found.type == found.type]
            if not same:
                return True
            target = same[-1]
        words = self._words(verbs[0].start, verbs[-1].end)
        is_part = self._context.has_pinpoint(target)
        relations = dict.fromkeys(cues.relation_of(self._text, verb, verb.end, is_part) for verb in verbs)
        self._links.act_passive(clause, found, target, [Said(r, words, "passive", 0.93) for r in relations])
        return True

    # --- rules 3 and 4 ---

    def _this(self, clause: Clause, found: Found, previous: Found, end: int) -> bool:
        if previous.kind != "self":
            return False
        cue = cues.last_cue(self._text, previous.end, end)
        if cue is None or cues.starts_new_subject(self._text, previous.end, cue.end):
            return False
        relation = self._relation(cue, end, found)
        if relation != "implements" or not cues.is_told(self._text, cue, previous.end):
            self._act(clause, found, self._own_relations(clause, relation, cue), cue, "this", 0.95)
        return True

    def _title(self, clause: Clause, found: Found, previous: Found, end: int) -> bool:
        start = previous.end
        cue = cues.last_cue(self._text, start, end)
        if cue is None or previous.kind == "self" or cues.starts_new_subject(self._text, start, cue.end):
            return False
        relation = self._relation(cue, end, found)
        if _AND.fullmatch(self._text[start : cue.start].rstrip() + " "):
            # "… Quyết định A và sửa đổi Quyết định B": a second verb of the same subject.
            standing = clause.standing_of(previous)
            if standing and standing.source == THIS:
                self._act(clause, found, self._own_relations(clause, relation, cue), cue, "coordination", 0.85)
                return True
        if relation == "implements" and cues.is_told(self._text, cue, start):
            return True
        if relation in CHANGES and not may_change(previous.type, found.type):
            return False
        words = self._words(cue.start, cue.end)
        said = [Said(r, words, "title", 0.92) for r in self._with_guidance(previous.type, relation, cue, end)]
        self._links.act(clause, previous.document, found, said)
        return True

    # --- rule 5 ---

    def _coordination(self, clause: Clause, found: Found, previous: Found, end: int) -> bool:
        gap = self._text[previous.end : end]
        tail = max(previous.end, min(previous.tail, end))
        direct = bool(_COORDINATED.fullmatch(gap))
        its_part = bool(_AND_ITS_PART.search(self._text[previous.end : found.start]))
        if not (direct or its_part or _COORDINATED.fullmatch(self._text[tail:end]) or _AND.search(gap)):
            return False
        if not direct and cues.starts_new_subject(self._text, previous.end, end):
            return False
        model = self._coordinate_of(clause, found, previous, direct, ";" in gap)
        if model is None:
            return direct
        if model.acts_on is not None:
            said = [one._replace(confidence=0.85) for one in model.said]
            self._links.act_passive(clause, found, model.acts_on, said)
        else:
            said = [self._weakened(one, its_part or self._context.has_pinpoint(found)) for one in model.said]
            self._links.act(clause, model.source, found, said)
        return True

    def _coordinate_of(
        self, clause: Clause, found: Found, previous: Found, direct: bool, next_item: bool
    ) -> Standing | None:
        """Find the citation that this one stands beside: the last of its type, else the one right before it.

        In 'Căn cứ A được sửa đổi bởi B; C' a new item begins behind the semicolon: C stands beside A.
        """
        own_list = next((s for s in clause.standings if s.source == THIS), None)
        if next_item and own_list and any(s.acts_on or s.source != THIS for s in clause.standings):
            return own_list
        same = next((s for s in reversed(clause.standings) if s.found.type == found.type), None)
        if direct:
            return (same if previous.type != found.type else None) or clause.standing_of(previous)
        return same or own_list or next((s for s in clause.standings if s.acts_on is not None), None)

    def _weakened(self, said: Said, is_part: bool) -> Said:
        """A part of a coordinated document is amended where the whole of the other is repealed."""
        relation = "amends" if said.relation in ("repeals", "replaces") and is_part else said.relation
        return Said(relation, said.words, "coordination", round(said.confidence * 0.97, 3))

    # --- rules 6 to 9: the document itself acts ---

    def _by_document(self, clause: Clause, found: Found, start: int, end: int) -> None:
        if not self._context.is_document or clause.place == "annex":
            return
        cue = cues.last_cue(self._text, start, end)
        opening = cues.opening_cue(self._text, start, end)
        if opening and (cue is None or opening.end > cue.start or opening.relation == "responds_to"):
            self._opening(clause, found, opening, end)
        elif cue is not None:
            self._active(clause, found, cue, end)
        elif self._list_cue and start == clause.start and ITEM_MARK.fullmatch(self._text[start:end]):
            relation = self._relation(self._list_cue, self._list_cue.end, found)
            self._act(clause, found, [relation], self._list_cue, "list", 0.88)
        elif clause.place == "body" and self._context.own.type in _ORDERING:
            instruction = cues.instruction_cue(self._text, clause.start, end)
            if instruction:
                self._act(clause, found, ["directs"], instruction, "instruction", 0.75)

    def _opening(self, clause: Clause, found: Found, cue: Cue, end: int) -> None:
        distance = end - cue.end
        if cue.relation == "based_on":
            late_in_letter = (
                self._context.own.type == "Công văn" and clause.start > self._context.header_end + _LETTER_PREAMBLE
            )
            if distance <= _BASIS_REACH and clause.place in ("preamble", "title") and not late_in_letter:
                self._act(clause, found, ["based_on"], cue, "opening", 0.97)
        elif distance <= _ANSWER_REACH and found.type in _ANSWERED:
            words = self._text[cue.start : cue.end]
            if clause.place == "preamble" or _ANSWERS_IN_BODY.match(words):
                self._act(clause, found, ["responds_to"], cue, "opening", 0.93)

    def _active(self, clause: Clause, found: Found, cue: Cue, end: int) -> None:
        relation = self._relation(cue, end, found)
        if relation == "implements" and cues.is_told(self._text, cue, clause.start):
            return
        if relation in CHANGES:
            subject = _OTHER_SUBJECT.search(self._text, max(clause.start, cue.start - 40), cue.start)
            if subject and subject.group(1).lower() != (self._context.own.type or "").lower():
                return
        rule = "opening" if clause.place in ("title", "preamble") else "order"
        self._act(clause, found, self._own_relations(clause, relation, cue), cue, rule, 0.88)

    def _own_relations(self, clause: Clause, relation: RelationName, cue: Cue) -> list[RelationName]:
        """Give what a verb says of the document itself, by where it stands."""
        own_type = self._context.own.type
        if clause.place == "title" and relation in ("guides", "implements"):
            return self._with_guidance(own_type, relation, cue, clause.end)
        if relation in ("guides", "reviews") and clause.place in ("body", "purpose"):
            return []
        if relation != "implements":
            return [relation]
        if clause.place in ("title", "preamble", "purpose"):
            return ["implements"]
        quoted = self._text.count("“", clause.start, cue.start) > self._text.count("”", clause.start, cue.start)
        return ["directs"] if own_type in _ORDERING and not quoted else []

    def _judge_after(self, clause: Clause, found: Found, following: Found | None) -> None:
        if not self._context.is_document or clause.place != "body" or self._context.has_pinpoint(found):
            return
        cue = cues.cue_after(self._text, found.end, min(clause.end, found.end + _ENDED_BY))
        if cue is None or _NOT_ENDED.search(self._text, found.end, cue.start):
            return
        if (
            following
            and following.start < cue.start
            and not _COORDINATED.search(self._text[found.end : following.start])
        ):
            return
        standing = clause.standing_of(found)
        if standing is None or all(said.relation != cue.relation for said in standing.said):
            self._act(clause, found, [cue.relation], cue, "after", 0.85)

    def _remember_list(self, clause: Clause, inside: list[Found]) -> None:
        """A clause that ends with ':' and a cue of change governs the items below it."""
        text = self._text[clause.start : clause.end]
        if text.rstrip().endswith(":"):
            last = inside[-1].end if inside and inside[-1].kind != "self" else clause.start
            cue = cues.last_cue(self._text, last, clause.end)
            governs = cue is not None and cue.relation in CHANGES and _PLURAL_TYPES.search(text)
            self._list_cue = cue if governs else None
        elif inside and self._list_cue:
            if not ITEM_MARK.fullmatch(self._text[clause.start : self._context.begin(inside[0])]):
                self._list_cue = None
        elif _NEW_ARTICLE.match(text):
            self._list_cue = None

    # --- helpers ---

    def _relation(self, cue: Cue, end: int, found: Found) -> RelationName:
        return cues.relation_of(self._text, cue, end, self._context.has_pinpoint(found))

    def _with_guidance(self, kind: str | None, relation: RelationName, cue: Cue, end: int) -> list[RelationName]:
        """A guidance on carrying something out both guides and implements it (Hướng dẫn, 'hướng dẫn thực hiện')."""
        carrying_out = _CARRYING_OUT.search(self._text, cue.start, min(end, cue.end + 12))
        if relation == "implements" and kind == "Hướng dẫn":
            return ["implements", "guides"]
        if relation == "guides" and carrying_out and kind in _IMPLEMENTING:
            return ["guides", "implements"]
        return [relation]

    def _act(
        self, clause: Clause, found: Found, relations: list[RelationName], cue: Cue, rule: str, confidence: float
    ) -> None:
        words = self._words(cue.start, cue.end)
        self._links.act(clause, THIS, found, [Said(r, words, rule, confidence) for r in relations])

    def _words(self, start: int, end: int) -> str:
        return " ".join(self._text[start:end].split())
