"""The rules by which relations are read.

Every citation is judged by the words between it and what stands before it in its clause, by these rules, in this order
(the module that holds the rule in brackets):

1. name          An amending law's own name says what it amends.
2. passive       'A được sửa đổi, bổ sung bởi B', 'A (bãi bỏ tại B)': B acts on A; 'bởi B; C': so does C. [passive]
3. this          'Quyết định này thay thế B': the document itself acts on B. [own]
4. title         'A của Bộ X hướng dẫn thi hành B': A acts on B, as long as A's title goes on. [cited]
5. coordination  ', B', 'và B': what is said of the last citation of that type in the clause holds for B too. [cited]
6. list          'Bãi bỏ các Quyết định sau đây: 1. B; 2. C', 'Các văn bản sau đây hết hiệu lực: …': the heading governs
                 the items. [lists]
7. opening       'Căn cứ B', 'Xét B', 'Thực hiện B', 'ban hành Thông tư bãi bỏ B', in title and preamble: the document
                 itself. [own]
8. order         'tiếp tục thực hiện nghiêm B' in the body of a document that gives orders: directs; 'Điều 1. Bãi bỏ B':
                 changes, where the sentence begins with the verb. [own]
9. instruction   'khẩn trương … theo hướng dẫn tại B' in such a body: directs. [own]
10. after        'B hết hiệu lực kể từ ngày …', 'B bị bãi bỏ': the document itself ends B. [endings]

No rule holds for what is denied, told, planned or a condition ('không thay thế', 'tình hình thực hiện', 'tham mưu sửa
đổi', 'trường hợp B hết hiệu lực') [modality], nor where types or dates forbid it: a decree amends no law, and nothing
acts on a later document [mentions]. Whatever no rule covers is a plain reference: cites.

Sources: the forms of legal documents in Nghị định 30/2020/NĐ-CP and the law on issuing legal documents (articles on
amending, repealing and referring), of Party documents in Hướng dẫn 36-HD/VPTW; the wordings are those of real texts.
"""

from __future__ import annotations

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.relations import cues
from legalkg.extractors.relations.cited import CitedActs
from legalkg.extractors.relations.clauses import clauses
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.endings import Endings
from legalkg.extractors.relations.lists import Heading, Lists, heading, may_head
from legalkg.extractors.relations.mentions import Clause, RelationCue, RelationMention, RelationMentions
from legalkg.extractors.relations.own import OwnActs
from legalkg.extractors.relations.passive import Passives


def find_relations(context: Context) -> list[RelationMention]:
    """Return every relation at every place that says it, in reading order."""
    return _Reader(context).read()


class _Reader:
    """Reads the clauses of one text in order; a heading may govern the items that follow it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.text
        self._mentions = RelationMentions(context)
        self._own = OwnActs(context, self._mentions)
        self._cited = CitedActs(context, self._mentions, self._own)
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
                if previous is not None:
                    said = [RelationCue("amends", "sửa đổi, bổ sung", "name", 0.97)]
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
            ):
                return
            if previous.kind == "self" or not self._goes_on_by_itself(start, end):
                return
        if self._acts_itself(clause):
            self._by_document(clause, found, start, end)

    def _goes_on_by_itself(self, start: int, end: int) -> bool:
        """Return whether a new sentence or item of the document begins between two citations."""
        return ";" in self._text[start:end] or cues.starts_new_subject(self._text, start, end)

    def _by_document(self, clause: Clause, found: CitationDraft, start: int, end: int) -> None:
        governs = self._heading(clause, start, end)
        if governs:
            self._own.by_list(clause, found, governs)
        elif not self._own.by_words_before(clause, found, start, end):
            self._own.by_instruction(clause, found, end)

    def _heading(self, clause: Clause, start: int, end: int) -> Heading | None:
        """Return the heading of the list whose item begins with a document: in a clause before, or in this one."""
        if start == clause.start and self._text[start:end].rstrip().endswith(":"):
            cue = heading(self._text, start, end)
            return Heading(cue, clause.start, clause.end, "") if cue else None
        return self._lists.item(clause, end) if start == clause.start else None
