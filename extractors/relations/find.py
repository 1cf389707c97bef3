"""How the document acts on what it cites, and how the cited documents act on each other.

Every citation is judged by the words between it and what stands before it in its clause, by the rules below, in this order:

1. name          An amending law's own name says what it amends.
2. passive       'A được sửa đổi, bổ sung bởi B': B acts on A; 'bởi B; C': so does C.
3. title         'A của Bộ X hướng dẫn thi hành B': A acts on B, as long as no new main clause began.
4. this          'Quyết định này thay thế B': the document itself acts on B.
5. coordination  ', B', 'và B': what is said of the last citation of that type in the clause holds for B too.
6. opening       'Căn cứ B', 'Xét B', 'Thực hiện B', in title and preamble: the document itself.
7. order         'tiếp tục thực hiện nghiêm B' in the body of a document that gives orders: directs.
8. list          'Bãi bỏ các Quyết định sau đây: 1. B; 2. C': the heading governs the items.
9. after         'B hết hiệu lực kể từ ngày …': the document itself ends B.

Whatever no rule covers is a plain reference: cites.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from extractors.citations.atoms import BLANK, TYPE_WORD
from extractors.citations.found import Found
from extractors.citations.pinpoints import Provisions
from extractors.model import THIS, Header, RelationName
from extractors.relations import cues
from extractors.relations.clauses import ITEM_MARK, clauses
from extractors.relations.cues import Cue

# Types whose purpose is to make others carry something out; laws, decrees and circulars refer, they don't order.
_ORDERING = frozenset(
    {
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
    }
)
_PURPOSE = re.compile(rf"MỤC{BLANK}(?:ĐÍCH|TIÊU)|Mục{BLANK}đích|QUAN{BLANK}ĐIỂM")
_SECTION = re.compile(
    rf"\n[\s*#]*(?:[IVX]+|[A-D])[.\-/]\s[^\n]*|\n[\s*#]*(?:Điều|Chương|CHƯƠNG|Phần|PHẦN){BLANK}[^\n]*"
)
_COORDINATED = re.compile(
    rf"[\s”\"]*(?:[,;]|và|hoặc|cùng|với|,{BLANK}và|;{BLANK}và)?{BLANK}?(?:(?:và|các|số|cùng|với|của){BLANK})*[“\"(]?$"
)
_AND = re.compile(
    rf"(?:[,;](?:{BLANK}và)?|{BLANK}(?:và|hoặc|cùng{BLANK}với|cùng)){BLANK}(?:các{BLANK})?[“\"(]?$"
)
_CARRYING_OUT = re.compile(rf"thực{BLANK}hiện|thi{BLANK}hành", re.IGNORECASE)
_ENDED_BY = 260
_PLURAL_TYPES = re.compile(rf"các{BLANK}(?:{TYPE_WORD}|văn{BLANK}bản)", re.IGNORECASE)


@dataclass(slots=True)
class Link:
    """One relation said at one place; offsets are those of the view."""

    source: str
    relation: RelationName
    target: str
    rule: str
    cue: str
    confidence: float
    start: int
    end: int
    provisions: tuple[tuple[str | None, str], ...] = ()


@dataclass(slots=True)
class _Said:
    """What was said of one citation: who acts on it, and how."""

    found: Found
    source: str
    relations: list[tuple[RelationName, str, float]]
    acts_on: Found | None = None
    """In the passive it is this citation that acts, and on which other one."""


@dataclass(slots=True)
class _Clause:
    """A clause at work."""

    start: int
    end: int
    place: str
    said: list[_Said] = field(default_factory=list)


class RelationFinder:
    """Finds the relations of one text."""

    def __init__(
        self,
        text: str,
        citations: list[Found],
        own: Header,
        title: tuple[int, int] | None,
        header_end: int,
        body_start: int,
        body_end: int,
        pinpoints: dict[int, Provisions],
    ) -> None:
        """Prepare.

        Args:
            text: The text of a view.
            citations: In reading order, each with its document.
            own: The document's own header; without a type the text is a passage and 'this' acts on nothing.
            title: Where the title stands in the view.
            header_end: Where the title ends.
            body_start: Where the preamble ends.
            body_end: Where signature or recipients start.
            pinpoints: Provisions that stand before a citation, by the citation's start.
        """
        self._text = text
        self._citations = citations
        self._starts = [f.start for f in citations]
        self._own = own
        self._title = title
        self._is_document = own.type is not None
        self._header_end, self._body_start, self._body_end = header_end, body_start, body_end
        self._pinpoints = pinpoints
        self._purposes = self._purpose_sections()
        self._links: list[Link] = []
        self._list_cue: Cue | None = None

    def find(self) -> list[Link]:
        """Give every relation at every place that says it, in reading order."""
        if self._title and self._is_document:
            self._read_clause(_Clause(*self._title, "title"))
        for start, end in clauses(self._text, self._header_end, len(self._text)):
            self._read_clause(_Clause(start, end, self._place(start)))
        return self._links

    # --- where a clause stands ---

    def _place(self, position: int) -> str:
        if position < self._body_start:
            return "preamble"
        if position >= self._body_end:
            return "annex"
        return "purpose" if any(a <= position < b for a, b in self._purposes) else "body"

    def _purpose_sections(self) -> list[tuple[int, int]]:
        heads = [m for m in _SECTION.finditer(self._text, max(0, self._header_end - 1), self._body_end)]
        ends = [*(m.start() for m in heads[1:]), self._body_end]
        return [(m.start(), end) for m, end in zip(heads, ends, strict=False) if _PURPOSE.search(m.group())]

    # --- one clause ---

    def _read_clause(self, clause: _Clause) -> None:
        first = bisect.bisect_left(self._starts, clause.start)
        inside = []
        for found in self._citations[first:]:
            if found.start >= clause.end:
                break
            inside.append(found)
        previous: Found | None = None
        outer: Found | None = None
        for found in inside:
            if found.kind == "nested":
                if outer is not None:
                    self._add(clause, outer.document, "amends", found, "name", "sửa đổi, bổ sung", 0.97)
                continue
            self._judge(clause, found, previous)
            self._judge_after(clause, found)
            previous = outer = found
        self._remember_list(clause, inside)

    def _judge(self, clause: _Clause, found: Found, previous: Found | None) -> None:
        pinpoint = self._pinpoints.get(found.start)
        end = pinpoint.start if pinpoint else found.start
        start = previous.end if previous else clause.start
        if found.kind == "self":
            return
        if previous is not None:
            if self._passive(clause, found, previous, start, end):
                return
            if self._title_or_this(clause, found, previous, start, end):
                return
            if self._coordination(clause, found, previous, start, end):
                return
            if previous.kind == "self" or not cues.starts_new_subject(self._text, start, end):
                return
        self._by_document(clause, found, start, end)

    def _passive(self, clause: _Clause, found: Found, previous: Found, start: int, end: int) -> bool:
        verbs = cues.passive_cues(self._text, start, end)
        if not verbs:
            return False
        target = self._passive_target(clause, previous)
        if target.document == THIS and not self._is_document:
            return True
        has_pinpoints = target.start in self._pinpoints
        relations = dict.fromkeys(
            cues.relation_of(self._text, verb, verb.end, has_pinpoints) for verb in verbs
        )
        words = self._text[verbs[0].start : verbs[-1].end]
        self._say_passive(clause, found, target, [(relation, words, 0.93) for relation in relations])
        return True

    def _say_passive(
        self, clause: _Clause, found: Found, target: Found, relations: list[tuple[RelationName, str, float]]
    ) -> None:
        for relation, words, confidence in relations:
            self._link(
                clause,
                found.document,
                relation,
                target.document,
                "passive",
                words,
                confidence,
                (target, found),
            )
        clause.said.append(_Said(found, "", relations, acts_on=target))

    def _passive_target(self, clause: _Clause, previous: Found) -> Found:
        """After 'A bị sửa đổi bởi B, được thay thế bởi C' it is A that is replaced."""
        for said in reversed(clause.said):
            if said.found is previous and said.acts_on is not None:
                return said.acts_on
        return previous

    def _title_or_this(self, clause: _Clause, found: Found, previous: Found, start: int, end: int) -> bool:
        cue = cues.last_cue(self._text, start, end)
        if cue is None or cues.starts_new_subject(self._text, start, cue.end):
            return False
        relation = cues.relation_of(self._text, cue, end, found.start in self._pinpoints)
        if previous.kind == "self":
            if not self._is_document or (relation == "implements" and cues.is_told(self._text, cue, start)):
                return True
            self._say(clause, found, THIS, self._own_relations(clause, relation, cue), "this", cue, 0.95)
            return True
        if self._is_coordinated_verb(start, cue):
            said = next((s for s in reversed(clause.said) if s.found is previous), None)
            if said is not None and said.source == THIS:
                self._say(
                    clause, found, THIS, self._own_relations(clause, relation, cue), "coordination", cue, 0.85
                )
                return True
        if relation == "implements" and cues.is_told(self._text, cue, start):
            return True
        relations = self._with_guidance(previous.type, relation, cue, end)
        self._say(clause, found, previous.document, relations, "title", cue, 0.92)
        return True

    def _with_guidance(
        self, kind: str | None, relation: RelationName, cue: Cue, end: int
    ) -> list[RelationName]:
        """A guidance on carrying something out both guides and implements it (Hướng dẫn, or 'hướng dẫn thực hiện')."""
        carrying_out = _CARRYING_OUT.search(self._text, cue.start, min(end, cue.end + 12))
        if relation == "implements" and kind == "Hướng dẫn":
            return ["implements", "guides"]
        if relation == "guides" and carrying_out and kind in _IMPLEMENTING:
            return ["guides", "implements"]
        return [relation]

    def _is_coordinated_verb(self, start: int, cue: Cue) -> bool:
        """'… Quyết định A và sửa đổi Quyết định B': the verb is a second one of the same subject."""
        return bool(_AND.fullmatch(self._text[start : cue.start].rstrip() + " "))

    def _coordination(self, clause: _Clause, found: Found, previous: Found, start: int, end: int) -> bool:
        tail = max(start, min(previous.tail, end))
        gap = self._text[start:end]
        direct = bool(_COORDINATED.fullmatch(gap))
        if not direct and not (_COORDINATED.fullmatch(self._text[tail:end]) or _AND.search(gap)):
            return False
        if not direct and cues.starts_new_subject(self._text, start, end):
            return False
        model = self._coordinate_of(clause, found, previous, direct)
        if model is None:
            return direct
        if model.acts_on is not None:
            self._say_passive(
                clause, found, model.acts_on, [(r, words, 0.85) for r, words, _ in model.relations]
            )
            return True
        self._repeat(clause, found, model)
        return True

    def _coordinate_of(self, clause: _Clause, found: Found, previous: Found, direct: bool) -> _Said | None:
        """Find the citation that this one stands beside: the one before it, or behind a title the last of its type."""
        said = clause.said
        if direct:
            return next((s for s in reversed(said) if s.found is previous), None)
        same = next((s for s in reversed(said) if s.found.type == found.type), None)
        own = next((s for s in said if s.source == THIS), None)
        return same or own or next((s for s in said if s.acts_on is not None), None)

    def _by_document(self, clause: _Clause, found: Found, start: int, end: int) -> None:
        """Rules 6 to 8: the document itself acts."""
        if not self._is_document or clause.place == "annex":
            return
        cue = cues.last_cue(self._text, start, end)
        opening = cues.opening_cue(self._text, start, end)
        if opening and (cue is None or opening.end > cue.start or opening.relation == "responds_to"):
            self._opening(clause, found, opening, end)
        elif cue is not None:
            self._active(clause, found, cue, end)
        elif (
            self._list_cue is not None
            and start == clause.start
            and ITEM_MARK.fullmatch(self._text[start:end])
        ):
            relation = cues.relation_of(
                self._text, self._list_cue, self._list_cue.end, found.start in self._pinpoints
            )
            self._say(clause, found, THIS, [relation], "list", self._list_cue, 0.88)

    def _opening(self, clause: _Clause, found: Found, cue: Cue, end: int) -> None:
        text = self._text
        if cue.relation == "based_on":
            near = end - cue.end <= 60 and clause.place in ("preamble", "title")
            if near and not (self._own.type == "Công văn" and clause.start > self._header_end + 1500):
                self._say(clause, found, THIS, ["based_on"], "opening", cue, 0.97)
        elif (
            end - cue.end <= 220
            and clause.place in ("preamble", "body", "purpose")
            and found.type in _ANSWERED
        ):
            if clause.place == "preamble" or re.match(r"Phúc|Trả|nhận|Tiếp|Xét", text[cue.start : cue.end]):
                self._say(clause, found, THIS, ["responds_to"], "opening", cue, 0.93)

    def _active(self, clause: _Clause, found: Found, cue: Cue, end: int) -> None:
        relation = cues.relation_of(self._text, cue, end, found.start in self._pinpoints)
        if relation == "implements" and cues.is_told(self._text, cue, clause.start):
            return
        relations = self._own_relations(clause, relation, cue)
        if relations:
            self._say(
                clause,
                found,
                THIS,
                relations,
                "opening" if clause.place in ("title", "preamble") else "order",
                cue,
                0.88,
            )

    def _own_relations(self, clause: _Clause, relation: RelationName, cue: Cue) -> list[RelationName]:
        """Give what a verb says of the document itself, by where it stands."""
        if clause.place == "title" and relation in ("guides", "implements"):
            return self._with_guidance(self._own.type, relation, cue, clause.end)
        if relation in ("guides", "reviews") and clause.place in ("body", "purpose"):
            return []
        if relation != "implements":
            return [relation]
        if clause.place in ("title", "preamble", "purpose"):
            return ["implements"]
        return ["directs"] if self._own.type in _ORDERING else []

    def _judge_after(self, clause: _Clause, found: Found) -> None:
        if not self._is_document or clause.place != "body" or found.kind == "self":
            return
        following = next(
            (s for s in self._starts[bisect.bisect_right(self._starts, found.start) :][:1]), clause.end
        )
        limit = min(clause.end, found.end + _ENDED_BY)
        cue = cues.cue_after(self._text, found.end, limit)
        if cue is None or (
            following < cue.start and not _COORDINATED.search(self._text[found.end : following])
        ):
            return
        if (
            re.search(r"này|sau khi|trước|nếu|trường hợp|không", self._text[found.end : cue.start])
            or found.start in self._pinpoints
        ):
            return
        if not any(
            link.target == found.document and link.relation == cue.relation for link in self._links[-4:]
        ):
            self._say(clause, found, THIS, [cue.relation], "after", cue, 0.85)

    def _remember_list(self, clause: _Clause, inside: list[Found]) -> None:
        """A clause that ends with ':' and a cue governs the items below it."""
        text = self._text[clause.start : clause.end]
        if text.rstrip().endswith(":"):
            last = inside[-1].end if inside and inside[-1].kind != "self" else clause.start
            cue = cues.last_cue(self._text, last, clause.end)
            is_change = cue is not None and cue.relation in (
                "repeals",
                "replaces",
                "amends",
                "suspends",
                "extends",
            )
            self._list_cue = cue if is_change and _PLURAL_TYPES.search(text) else None
        elif (
            inside and self._list_cue and not ITEM_MARK.fullmatch(self._text[clause.start : inside[0].start])
        ):
            pinpoint = self._pinpoints.get(inside[0].start)
            if not (pinpoint and ITEM_MARK.fullmatch(self._text[clause.start : pinpoint.start])):
                self._list_cue = None
        elif re.match(rf"\s*(?:Điều|Chương){BLANK}\d", text) and not inside:
            self._list_cue = None

    # --- writing down ---

    def _say(
        self,
        clause: _Clause,
        found: Found,
        source: str,
        relations: list[RelationName],
        rule: str,
        cue: Cue,
        confidence: float,
    ) -> None:
        words = self._text[cue.start : cue.end]
        for relation in relations:
            self._add(clause, source, relation, found, rule, words, confidence)
        clause.said.append(_Said(found, source, [(r, words, confidence) for r in relations]))

    def _repeat(self, clause: _Clause, found: Found, model: _Said) -> None:
        for relation, words, confidence in model.relations:
            whole = (
                "amends"
                if relation in ("repeals", "replaces") and found.start in self._pinpoints
                else relation
            )
            self._add(clause, model.source, whole, found, "coordination", words, confidence * 0.97)
        clause.said.append(_Said(found, model.source, list(model.relations)))

    def _add(
        self,
        clause: _Clause,
        source: str,
        relation: RelationName,
        found: Found,
        rule: str,
        words: str,
        confidence: float,
    ) -> None:
        self._link(clause, source, relation, found.document, rule, words, confidence, (found, found))

    def _link(
        self,
        clause: _Clause,
        source: str,
        relation: RelationName,
        target: str,
        rule: str,
        words: str,
        confidence: float,
        between: tuple[Found, Found],
    ) -> None:
        if not source or source == target or (THIS in (source, target) and not self._is_document):
            return
        target_pins = self._pinpoints.get(between[0].start)
        source_pins = self._pinpoints.get(between[1].start) if rule == "passive" else None
        provisions = tuple(
            (s, t)
            for t in (target_pins.eids if target_pins else ())
            for s in (source_pins.eids if source_pins else (None,))
        )
        self._links.append(
            Link(
                source,
                relation,
                target,
                rule,
                " ".join(words.split()),
                round(confidence, 3),
                clause.start,
                clause.end,
                provisions,
            )
        )


# What is answered: proposals, requests, reports, letters.
_ANSWERED = frozenset(
    {
        "Tờ trình",
        "Báo cáo",
        "Công văn",
        "Kế hoạch",
        "Thông báo",
        "Đề án",
        "Biên bản",
        "Phương án",
        "Công điện",
    }
)
# Types that are themselves issued to carry something out.
_IMPLEMENTING = frozenset(
    {"Công văn", "Hướng dẫn", "Kế hoạch", "Chỉ thị", "Chương trình", "Thông tri", "Quy định"}
)
