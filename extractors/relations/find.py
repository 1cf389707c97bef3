"""The rules by which relations are read.

Every citation is judged by the words between it and what stands before it in its clause, by the rules of RELATION_RULES
in this order. What each says stands with it, in the module that applies it (docs/rules.md has them all):

    name                                               here
    passive                                            passive
    this                                               own
    title, second-verb, coordination, further-agent    cited
    issued-to-carry-out, issued-on                     issued
    list                                               own, by the headings of lists
    legal-basis, answer, matter                        openings
    opening, order, instruction                        own
    after                                              endings
    amending-item                                      amendments, over the whole document
    consolidated-text, changed-before-consolidation    consolidated

No rule holds for what is denied, told, planned or a condition ('không thay thế', 'tình hình thực hiện', 'tham mưu sửa
đổi', 'trường hợp B hết hiệu lực') [modality], nor where types or dates forbid it: a decree amends no law, and nothing
acts on a later document [mentions]. Whatever no rule covers is a plain reference: cites.

Sources: the forms of legal documents in Nghị định 30/2020/NĐ-CP and the law on issuing legal documents (articles on
amending, repealing and referring), of Party documents in Hướng dẫn 36-HD/VPTW; the wordings are those of real texts.
"""

from __future__ import annotations

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.relations import cited, consolidated, endings, gaps, issued, openings, own, passive
from legalkg.extractors.relations.amendments.find import AMENDING_ITEM, find_amendments
from legalkg.extractors.relations.cited import CitedActs
from legalkg.extractors.relations.clauses import clauses
from legalkg.extractors.relations.consolidated import find_consolidations
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.endings import Endings
from legalkg.extractors.relations.issued import IssuedDocuments
from legalkg.extractors.relations.lists import Heading, Lists, heading, may_head
from legalkg.extractors.relations.mentions import Clause, RelationCue, RelationMention, RelationMentions
from legalkg.extractors.relations.modality import is_draft
from legalkg.extractors.relations.own import OwnActs
from legalkg.extractors.relations.passive import Passives
from legalkg.extractors.rules import JUDGED, LAW_ON_LAWS, Example, Rule

NAME = Rule(
    "relation/name",
    "The name of an amending law says which laws it amends.",
    confidence=0.97,
    basis=JUDGED,
    example=Example("Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 21/2031/QH18 có hiệu lực."),
    counter_example=Example("Luật Đất đai số 21/2031/QH18 có hiệu lực."),
    source=LAW_ON_LAWS,
)
RELATION_RULES = (
    NAME,
    passive.PASSIVE,
    own.THIS_ACTS,
    *cited.RULES,
    *issued.RULES,
    own.LIST,
    *openings.RULES,
    *own.RULES,
    endings.AFTER,
    AMENDING_ITEM,
    *consolidated.RULES,
)
"""Every rule by which relations are read, in the order in which they are tried."""


def find_relations(context: Context) -> list[RelationMention]:
    """Return every relation at every place that says it, in reading order."""
    said = _Reader(context).read()
    return [*said, *find_amendments(context, said), *find_consolidations(context)]


class _Reader:
    """Reads the clauses of one text in order; a heading may govern the items that follow it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.text
        self._mentions = RelationMentions(context)
        self._own = OwnActs(context, self._mentions)
        self._cited = CitedActs(context, self._mentions, self._own)
        self._issued = IssuedDocuments(context, self._mentions)
        self._passives = Passives(context, self._mentions)
        self._ended = Endings(context, self._mentions)
        self._lists = Lists(context)

    def read(self) -> list[RelationMention]:
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
            if inside or self._lists.heading or may_head(self._text, start, end):
                self._read_clause(Clause(start, end, context.place(start)), inside)
        return self._mentions.all

    def _read_clause(self, clause: Clause, inside: list[CitationDraft]) -> None:
        plain = [found for found in inside if found.kind != "nested"]
        previous: CitationDraft | None = None
        self._lists.begin(clause)
        for found in inside:
            if found.kind == "nested":
                if previous is not None and not is_draft(self._text, previous.start):
                    said = [RelationCue(NAME, "amends", "sửa đổi, bổ sung")]
                    self._mentions.act(clause, previous.document, found, said)
                continue
            if found.kind not in ("self", "unresolved"):
                self._judge(clause, found, previous)
            clause.cited.append(found)
            previous = found
        if self._acts_itself(clause):
            self._ended.read(clause)
        self._lists.end(clause, plain)

    def _acts_itself(self, clause: Clause) -> bool:
        return self._context.is_document and clause.place != "annex"

    def _judge(self, clause: Clause, found: CitationDraft, previous: CitationDraft | None) -> None:
        end = self._context.begin(found)
        start = previous.end if previous else clause.start
        if previous is not None and previous.document in self._context.documents:
            if (
                self._passives.read(clause, found, previous, end)
                or self._own.by_name(clause, found, previous, end)
                or self._cited.by_title(clause, found, previous, end)
                or self._cited.beside(clause, found, previous, end)
                or self._issued.read(clause, found, end)
            ):
                return
            if self._is_listed_behind_itself(clause, found, previous, end):
                return
            if previous.kind == "self" or not self._goes_on_by_itself(start, end):
                return
        if self._acts_itself(clause):
            self._by_document(clause, found, start, end)

    def _is_listed_behind_itself(self, clause: Clause, found: CitationDraft, previous: CitationDraft, end: int) -> bool:
        """'Các Nghị quyết sau đây hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành: B; C' in one line."""
        if previous.kind != "self" or not self._text[previous.end : end].rstrip().endswith(":"):
            return False
        cue = heading(self._text, clause.start, end) if self._acts_itself(clause) else None
        if cue is None:
            return False
        self._own.by_list(clause, found, Heading(cue, clause.start, clause.end, ""))
        return True

    def _goes_on_by_itself(self, start: int, end: int) -> bool:
        """Return whether a new sentence or item of the document begins between two citations."""
        return ";" in self._text[start:end] or gaps.starts_new_subject(self._text, start, end)

    def _by_document(self, clause: Clause, found: CitationDraft, start: int, end: int) -> None:
        governs = self._heading(clause, start, end)
        if governs:
            self._own.by_list(clause, found, governs)
        elif not self._own.by_words_before(clause, found, start, end):
            self._own.by_matter(clause, found, end)

    def _heading(self, clause: Clause, start: int, end: int) -> Heading | None:
        """Return the heading of the list whose item begins with a document: in a clause before, or in this one."""
        if start == clause.start and self._text[start:end].rstrip().endswith(":"):
            cue = heading(self._text, start, end)
            return Heading(cue, clause.start, clause.end, "") if cue else None
        return self._lists.item(clause, end) if start == clause.start else None
