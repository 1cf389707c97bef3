"""What is said behind a document: 'B hết hiệu lực kể từ ngày …', 'Khoản 2 Điều 5 B được sửa đổi như sau'.

The document itself does it. The subject is the first citation before the words, and what is coordinated with it; not
those named in its title or as having changed it: 'B được sửa đổi theo C hết hiệu lực' says nothing of C.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.relations import cues, gaps, modality
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.cues import Cue
from legalkg.extractors.relations.mentions import Clause, RelationCue, RelationMentions
from legalkg.extractors.rules import JUDGED, LAW_ON_LAWS, Example, Rule, decree

_REACH = 260
# "[A] này hết hiệu lực", "công bố danh mục văn bản hết hiệu lực": something else; "đã hết hiệu lực": told.
_NOT_IT = pattern(r"(?<!\w)(?:này|sau khi|trước|nếu|trường hợp|mà|công bố|danh mục văn bản)(?!\w)|(?<!\w)đã $")
# A document before which such a word stands is no subject: "theo quy định tại [A] hết hiệu lực".
_NO_SUBJECT = pattern(r"(?:theo|tại|của|về|căn cứ|với|trong|bằng|bởi)(?: các)? $")
# "được thay thế bằng [Quyết định này]", "được sửa đổi như sau", "bị bãi bỏ kể từ": done here and now.
_DONE_HERE = pattern(
    r" (?:kể từ|từ ngày|như sau|thành|bằng (?:cụm từ|từ|thời điểm|nội dung|quy định|mức|tên|“)|"
    r"(?:bằng|bởi|theo|tại) [^.;:\n]{0,80}này(?!\w))|~(?:[.;:]|$)"
)
# "[Các quy định tại] A được thay thế bằng …", "Cụm từ “…” tại A": a part of A.
_PART_IS_SUBJECT = pattern(
    r"\s*(?:Điều \d+\w?[.:]?\s+)?(?:[-+•*–]|\d+[.)]|[a-zđ][.)])?~(?:Các |Những |Một số )?"
    r"(?:Quy định|Cụm từ|Từ|Nội dung|Thời hạn|Thời điểm|Mức|Đoạn|Tên|Phụ lục|Biểu|Mẫu|Danh mục|Thủ tục)(?!\w)"
    r"(?:(?!trái|theo|khác|hết|được(?! (?:công bố|ban hành|quy định|nêu))|bị)[^.;:“”\n]|“[^”\n]*”){0,80}"
    r" (?:tại|của|trong)(?: các)? $",
    re.IGNORECASE,
)
_IN_PART = pattern(r"(?: thi hành)? một phần(?!\w)")


def _article(text: str) -> str:
    return decree(f"Điều 1. Hiệu lực\n{text}")


AFTER = Rule(
    "relation/after",
    "'B hết hiệu lực kể từ ngày …', 'B được sửa đổi như sau': the words stand behind B, and the document itself "
    "acts on it. What stands in the title of another, or has an agent of its own, is no subject.",
    confidence=0.85,
    basis=JUDGED,
    example=Example(_article("Nghị định số 10/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.")),
    counter_example=Example(_article("Trường hợp Nghị định số 10/2020/NĐ-CP hết hiệu lực thì hồ sơ được giữ.")),
    source=LAW_ON_LAWS,
)


class Endings:
    """Reads what is said behind the citations of a clause."""

    def __init__(self, context: Context, mentions: RelationMentions) -> None:
        """Read a text whose relation mentions are collected."""
        self._context = context
        self._text = context.text
        self._mentions = mentions

    def read(self, clause: Clause) -> None:
        """Note what the document itself ends or changes by words behind its citations; all of them are judged."""
        cited = [found for found in clause.cited if found.kind != "self"]
        if not cited or clause.place != "body":
            return
        first = 0
        for cue in cues.cues_after(self._text, cited[0].end, clause.end):
            # "B đã được sửa đổi theo C hết hiệu lực": the passive only tells of B, which is still the subject.
            if cues.is_passive(self._text, cue) and not _DONE_HERE.match(self._text, cue.end, clause.end):
                continue
            behind = first
            while behind < len(cited) and cited[behind].end <= cue.start:
                behind += 1
            subjects = list(self._subjects(clause, cited[first:behind]))
            first = behind
            if subjects and self._is_said(clause, subjects, cue):
                # "Các quy định tại A, B và C hết hiệu lực": a part of each.
                in_parts = self._has_part_before(clause, self._context.begin(subjects[0]))
                for found in subjects:
                    self._end(clause, found, cue, in_parts)

    def _subjects(self, clause: Clause, before: list[CitationDraft]) -> Iterator[CitationDraft]:
        """Return the first citation and those that stand beside it."""
        first: CitationDraft | None = None
        last: CitationDraft | None = None
        for found in before:
            begin = self._context.begin(found)
            if first is None:
                if _NO_SUBJECT.search(self._text, max(clause.start, begin - 12), begin) and not self._has_part_before(
                    clause, begin
                ):
                    return
                first = found
                yield found
            elif last is not None and self._is_beside(clause, first, last, found, begin):
                yield found
            last = found

    def _is_beside(
        self, clause: Clause, first: CitationDraft, last: CitationDraft, found: CitationDraft, begin: int
    ) -> bool:
        role = clause.role_of(found)
        if role is not None and role.source != THIS:
            return False
        gap = self._text[last.end : begin]
        # "Chỉ thị A về … và Thông tư B hết hiệu lực": B is no part of A's title, where nothing else is named in it.
        is_next = found.type == first.type or (last is first and found.number is not None)
        return bool(gaps.COORDINATED.fullmatch(gap) or (is_next and gaps.AND.search(gap)))

    def _has_part_before(self, clause: Clause, begin: int) -> bool:
        return _PART_IS_SUBJECT.fullmatch(self._text, clause.start, begin) is not None

    def _is_said(self, clause: Clause, subjects: list[CitationDraft], cue: Cue) -> bool:
        text, last = self._text, subjects[-1]
        if cue.start - last.end > _REACH or _NOT_IT.search(text, last.end, cue.start):
            return False
        if modality.is_negated(text, cue.start) or self._context.is_quoted(cue.start):
            return False
        if modality.is_condition(text, (clause.start, clause.end), self._context.begin(subjects[0]), cue.end):
            return False
        # "công bố danh mục thủ tục được sửa đổi": said of something in the title.
        in_title = cue.start < last.tail and cues.is_passive(text, cue)
        return not in_title or self._has_part_before(clause, self._context.begin(subjects[0]))

    def _end(self, clause: Clause, found: CitationDraft, cue: Cue, in_parts: bool) -> None:
        has_part = (
            in_parts or self._context.has_pinpoint(found) or bool(_IN_PART.match(self._text, cue.end, clause.end))
        )
        relation: RelationName = "amends" if has_part and cue.relation in ("repeals", "replaces") else cue.relation
        role = clause.role_of(found)
        if role is None or all(said.relation != relation for said in role.said):
            words = cue.words(self._text)
            self._mentions.act(clause, THIS, found, [RelationCue(AFTER, relation, words)])
