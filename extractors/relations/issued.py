"""What a body issues to carry out what it names first: 'Thực hiện A, Tỉnh ủy ban hành B' says that B implements A."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.relations import cues, gaps
from legalkg.extractors.relations.clauses import ITEM_MARK
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.mentions import Clause, RelationCue, RelationMentions
from legalkg.extractors.relations.modality import is_draft
from legalkg.extractors.rules import JUDGED, REAL_TEXTS, Example, Rule

# ", Tỉnh ủy [đã ban hành] B", ", Hội [đã xây dựng Thể lệ và] B"
_ISSUES = pattern(
    r", [^.;:\n]{2,160}?(?<!\w)(?:ban hành|xây dựng|ra|có)(?: và (?:triển khai|chỉ đạo|ban hành))?"
    r"(?: [^.;:,\n]{2,40} và)?(?: các)? $"
)
_NOT_YET = pattern(r"(?<!\w)(?:chưa|sẽ|không|cần|phải|đề nghị|yêu cầu|để|được)(?!\w)")
_REACH = 260
# The words stand right before A: "Thực hiện A", "Trên cơ sở các A".
_TO_FIRST = 14
_LED_IN = pattern(r"\s*(?:Để|Tiếp tục|Nhằm|Cụ thể,|Và|và|Đồng thời,)\s*")

CARRIES_OUT = Rule(
    "relation/issued-to-carry-out",
    "'Thực hiện A, Tỉnh ủy ban hành B': B was issued to carry out A.",
    confidence=0.87,
    basis=JUDGED,
    example=Example("Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, Tỉnh ủy đã ban hành Kế hoạch số 12-KH/TU."),
    counter_example=Example("Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, Tỉnh ủy cần theo Kế hoạch số 12-KH/TU."),
    source=REAL_TEXTS,
)
ISSUED_ON = Rule(
    "relation/issued-on",
    "'Trên cơ sở A, Bộ X có B': A is what B was issued on.",
    confidence=0.85,
    basis=JUDGED,
    example=Example("Trên cơ sở Tờ trình số 5/TTr-BNV ngày 07/9/2023, Chính phủ đã có Công văn số 21/CP-NC."),
    counter_example=Example(
        "Trên cơ sở Tờ trình số 5/TTr-BNV ngày 07/9/2023, Chính phủ thảo luận Công văn số 21/CP-NC."
    ),
    source=REAL_TEXTS,
)
RULES = (CARRIES_OUT, ISSUED_ON)
_RULE_OF = {"implements": CARRIES_OUT, "based_on": ISSUED_ON}


class IssuedDocuments:
    """Reads the documents that somebody issued because of those named before, in one text."""

    def __init__(self, context: Context, mentions: RelationMentions) -> None:
        """Read a text whose relation mentions are collected."""
        self._context = context
        self._text = context.text
        self._mentions = mentions

    def read(self, clause: Clause, found: CitationDraft, end: int) -> bool:
        """Note why a citation was issued; tell whether the words before say so."""
        previous = clause.cited[-1]
        if not _ISSUES.search(self._text, max(previous.end, end - _REACH), end) or is_draft(self._text, found.start):
            return False
        if _NOT_YET.search(self._text, max(previous.end, previous.tail), end):
            return False
        start = max(clause.start, self._text.rfind(";", clause.start, end) + 1)
        reasons = [
            one for one in clause.cited if one.start >= start and one.kind not in ("self", "nested", "unresolved")
        ]
        cue = self._cue(start, reasons[0]) if reasons else None
        if cue is None:
            return False
        words = cue.words(self._text)
        said = [RelationCue(_RULE_OF[cue.relation], cue.relation, words)]
        for reason in self._beside(clause, reasons):
            self._mentions.act_passive(clause, found, reason, said)
        return True

    def _cue(self, start: int, first: CitationDraft) -> Cue | None:
        """Return the word with which the sentence begins, right before the first document."""
        begin = self._context.begin(first)
        led_in = _LED_IN.match(self._text, start, begin)
        start = led_in.end() if led_in else start
        for cue in (cues.last_cue(self._text, start, begin), cues.opening_cue(self._text, start, begin)):
            if cue is not None and cue.relation in _RULE_OF and begin - cue.end <= _TO_FIRST:
                return cue if ITEM_MARK.fullmatch(self._text, start, cue.start) else None
        return None

    def _beside(self, clause: Clause, reasons: list[CitationDraft]) -> Iterator[CitationDraft]:
        """Return the first and those coordinated with it; others stand in titles."""
        yield reasons[0]
        for before, reason in pairwise(reasons):
            role = clause.role_of(reason)
            is_inner = role is not None and role.source != THIS
            if not is_inner and gaps.AND.search(self._text[before.end : self._context.begin(reason)]):
                yield reason
