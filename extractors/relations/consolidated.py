"""What a consolidated text says of the document that it consolidates, and of those that changed it.

Above its preamble: 'Thông tư số A …, được sửa đổi, bổ sung bởi: 1. Thông tư số B …; 2. Thông tư số C …'. In its notes:
'[3] Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 Thông tư số B'; the mark of the note shows the provision.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.header.consolidated import Statement, is_consolidated, statement
from legalkg.extractors.model import THIS
from legalkg.extractors.relations.clauses import ITEM_MARK
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.mentions import RelationCue, RelationMention
from legalkg.extractors.rules import JUDGED, LAW_ON_LAWS, Example, Rule

_LIST_ENDS = pattern(r"\n[^\S\n]*(?:Căn cứ|Theo đề nghị|Xét|Điều 1|Chương I)(?!\w)")
_LONGEST_LIST, _LOOK_BACK = 8000, 8
_NOTE = pattern(
    r"\n[^\S\n]*\[(?P<mark>\d{1,3})\][^\S\n]*(?P<unit>Điều|Khoản|Điểm) này (?:đã )?(?P<cue>"
    r"được (?:sửa đổi|bổ sung|thay thế)(?:, (?:sửa đổi|bổ sung))?|(?:được|bị) bãi bỏ) "
)
_UNITS = {"Điều": "dieu", "Khoản": "khoan", "Điểm": "diem"}
_NOTE_REACH = 240
_MARK = re.compile(r"\[(\d{1,3})\]")
_ABOVE_ARTICLES = re.compile(r"^(?:(?:phan|chuong|muc|tieu_muc)_[^_]+__)+(?=dieu_)")


def _consolidated(changed: str) -> str:
    return (
        "BỘ Y TẾ\nSố: 4/VBHN-BYT\nHà Nội, ngày 13 tháng 4 năm 2031\nTHÔNG TƯ\nVề nghề gốm\n"
        f"Thông tư số 5/2028/TT-BYT ngày 17 tháng 3 năm 2028 của Bộ trưởng Bộ Y tế về nghề gốm, {changed}\n"
        "Thông tư số 50/2030/TT-BYT ngày 29 tháng 12 năm 2030 của Bộ trưởng Bộ Y tế.\nCăn cứ Luật Dược;\n"
        "Điều 1. Lò nung\n"
    )


CONSOLIDATES = Rule(
    "relation/consolidated-text",
    "A consolidated text names the document that it is of, and those that changed it: it consolidates all of them.",
    confidence=0.97,
    basis=JUDGED,
    example=Example(_consolidated("được sửa đổi, bổ sung bởi:")),
    counter_example=Example(_consolidated("được hướng dẫn tại:")),
    source=LAW_ON_LAWS,
)
CHANGED_BEFORE = Rule(
    "relation/changed-before-consolidation",
    "'A được sửa đổi, bổ sung bởi: 1. B; 2. C' above the preamble of a consolidated text, or its note on a provision: "
    "B and C change A.",
    confidence=0.97,
    basis=JUDGED,
    example=Example(_consolidated("được sửa đổi, bổ sung bởi:")),
    counter_example=Example(_consolidated("được hướng dẫn tại:")),
    source=LAW_ON_LAWS,
)
RULES = (CONSOLIDATES, CHANGED_BEFORE)


def find_consolidations(context: Context) -> list[RelationMention]:
    """Return what a consolidated text does, and what was done to the document that it is of."""
    said = statement(context.text) if is_consolidated(context.documents[THIS].number) else None
    if said is None:
        return []
    cited = [found for found in context.citations if found.kind == "plain" and found.start >= said.start]
    if not cited or cited[0].start >= said.cue[0]:
        return []
    base, agents = cited[0], list(_agents(context.text, said, cited, cited[0].document))
    if not agents:
        return []
    span = (said.start, agents[-1].end)
    consolidates = RelationCue(CONSOLIDATES, "consolidates", "hợp nhất")
    words = " ".join(context.text[said.cue[0] : said.cue[1]].rstrip(" :").split())
    changes = RelationCue(CHANGED_BEFORE, "amends", words)
    return [
        *(RelationMention(THIS, "consolidates", one.document, consolidates, *span) for one in (base, *agents)),
        *(RelationMention(one.document, "amends", base.document, changes, *span) for one in agents),
        *_notes(context, base, {one.document for one in agents}),
    ]


def _agents(text: str, said: Statement, cited: list[CitationDraft], base: str) -> Iterator[CitationDraft]:
    """Return the documents with which items begin behind the words; others stand in their titles."""
    listed = text.find("\n", said.cue[1])
    ends = _LIST_ENDS.search(text, listed, said.cue[1] + _LONGEST_LIST) if listed >= 0 else None
    end = ends.start() if ends else said.cue[1]
    for found in cited:
        if not said.cue[1] <= found.start < end or found.document == base:
            continue
        line = max(said.cue[1], text.rfind("\n", 0, found.start) + 1)
        # A broken line begins with a document, too: "ban hành kèm theo⏎Quyết định số A".
        begins = text[max(0, line - _LOOK_BACK) : line].rstrip()[-1:] in ":;."
        if begins and ITEM_MARK.fullmatch(text, line, found.start):
            yield found


def _notes(context: Context, base: CitationDraft, agents: set[str]) -> Iterator[RelationMention]:
    """'[3] Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 Thông tư số B': [3] stands in the provision."""
    text = context.text
    notes = list(_NOTE.finditer(text))
    if not notes:
        return
    starts = [found.start for found in context.citations]
    marks: dict[str, int] = {}
    for mark in _MARK.finditer(text, context.body_start, notes[0].start()):
        marks.setdefault(mark.group(1), mark.start())
    for note in notes:
        index = bisect_left(starts, note.end())
        found = context.citations[index] if index < len(starts) else None
        if found is None or found.start > note.end() + _NOTE_REACH or found.document not in agents:
            continue
        said = RelationCue(CHANGED_BEFORE, "amends", " ".join(note.group("cue").split()))
        pairs = tuple(_pairs(context, found, marks.get(note.group("mark")), _UNITS[note.group("unit")]))
        yield RelationMention(found.document, "amends", base.document, said, note.start("mark") - 1, found.end, pairs)


def _pairs(context: Context, found: CitationDraft, mark: int | None, unit: str) -> Iterator[tuple[str | None, str]]:
    own = context.own_provision(mark) if mark is not None else None
    if own is None or not own.rpartition("__")[2].startswith(f"{unit}_"):
        return
    pinpoint = context.pinpoints.get(found.start)
    for source in pinpoint.eids if pinpoint else (None,):
        yield source, _ABOVE_ARTICLES.sub("", own)
