"""One item of an amending document: which provisions its words change, whose they are, and what items below inherit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.relations.amendments.masked import masked
from legalkg.extractors.relations.amendments.named import Named, is_plain, named
from legalkg.extractors.relations.amendments.orders import LONGEST, Order, content, orders
from legalkg.extractors.relations.amendments.places import placed
from legalkg.extractors.relations.context import Context

# What stands between a provision and its document, and between two documents that are changed alike.
_OF = pattern(r"(?:~,)?(?: (?:của|tại|thuộc|trong|ban hành kèm theo|kèm theo))?~")
_AND = pattern(r"~(?:[,;]|(?:[,;]~)?và) ?(?:của )?(?:số )?")
# An item that only names: "a) Khoản 2 Điều 5;", "b) Cụm từ “…” tại Điều 7."
_NAMES = pattern(r"(?:[Cc]ác )?(?:[Cc]ụm từ |[Tt]ừ )?“ *”|(?:[Tt]ại |[Cc]ác |[Tt]oàn bộ |[Tt]ên )?(?=[ĐđKkPpMmCcTt])")
_NAMES_ENDS = pattern(r"[\s.;,:)]*(?:và\s*)?$")
_LEADS_ON = pattern(r"\s*(?:như sau~)?:")
_NEAR = 24
_REACH = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """What items inherit from the words above them.

    Attributes:
        document: The one document named; None where none is, or several are.
        paths: Its provisions named, whole.
        of_document: Where the document is named.
        of_paths: Where the provisions are.
        order: Where an order stands whose items need only name what is changed: 'Bãi bỏ các điều, khoản sau đây:'.
    """

    document: str | None = None
    paths: tuple[str, ...] = ()
    of_document: tuple[int, int] | None = None
    of_paths: tuple[int, int] | None = None
    order: tuple[int, int] | None = None


class Change(NamedTuple):
    """One provision of a document that an item changes, the words that do, and the headings that they need.

    ``is_plain`` tells whether the words say a change by themselves, whatever else the text says of the document.
    """

    document: str
    path: str
    verb: str
    start: int
    end: int
    headings: tuple[tuple[int, int], ...]
    is_plain: bool


class Items:
    """Reads items of one text; words in quotation marks say nothing."""

    def __init__(self, context: Context) -> None:
        """Read a text with its citations."""
        self._context = context
        self._text = masked(context.text, context.quoted)
        self._cited = [f for f in context.citations if f.kind != "nested" and self._text[f.start] != " "]
        self._starts = [f.start for f in self._cited]

    def read(self, start: int, end: int, above: Heading) -> tuple[list[Change], Heading]:
        """Return what an item changes, and what those below it inherit."""
        sentences = [list(group) for _, group in groupby(orders(self._text, start, end), key=lambda one: one.sentence)]
        if not sentences and above.order and (listed := self._listed(start, end)):
            sentences = [[listed]]
        changes: list[Change] = []
        heading = above
        for sentence in sentences:
            said = list(self._changes(sentence, above))
            heading = self._heading(sentence, said, end, above)
            changes += said
            if not said:
                above = heading  # "Điều 4. Sửa đổi một số điều của Luật X⏎Bãi bỏ Điều 8": a heading and its order
        return changes, heading

    def _listed(self, start: int, end: int) -> Order | None:
        first = content(self._text, start, end)
        end = min(end, first + LONGEST)
        order = Order(first, end, "", (first, end), first)
        if not _NAMES.match(self._text, first, end):
            return None
        found = named(self._text, order)
        phrase = self._text[first:end].lower().startswith(("cụm từ", "từ “", "“", "các cụm từ"))
        if not found or (found[0].start - first > _NEAR and not phrase):
            return None
        last = max(found[-1].end, max((f.end for f in self._within(first, end)), default=first))
        return order if phrase or _NAMES_ENDS.match(self._text, last, end) else None

    def _within(self, start: int, end: int) -> list[CitationDraft]:
        return self._cited[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _changes(self, sentence: list[Order], above: Heading) -> Iterator[Change]:
        found = [(order, one) for order in sentence for one in named(self._text, order)]
        if sentence[0].passive and (not found or found[0][1].start - sentence[0].start > _NEAR):
            return
        all_named = [one for _, one in found]
        documents = self._documents(all_named, sentence[-1].end, above)
        start, end = sentence[0].start, sentence[-1].end
        is_listed = not sentence[0].verb
        plain = is_listed or (bool(found) and is_plain(self._text, *found[0]))
        for index, (order, one) in enumerate(found):
            document = documents[index]
            if one.role != "changed" or document in (None, THIS):
                continue
            inherited = above if document == above.document else Heading()
            for path in one.paths:
                whole = placed(path, index, all_named, inherited.paths)
                if whole is not None:
                    order_above = above.order if is_listed else None
                    spans = (above.of_document if inherited.document else None, inherited.of_paths, order_above)
                    needed = tuple(dict.fromkeys(span for span in spans if span))
                    yield Change(document or "", whole, order.verb, start, end, needed, plain)

    def _documents(self, found: list[Named], end: int, above: Heading) -> list[str | None]:
        """Return whose each provision is: of the document right behind it, of that of the next, of the heading's."""
        documents: list[str | None] = []
        following: tuple[str, int] | None = None
        for index in range(len(found) - 1, -1, -1):
            one = found[index]
            until = found[index + 1].start if index + 1 < len(found) else end + _REACH
            own = self._right_behind(one, until) if one.role != "other" else None
            if own is not None:
                following = (own, one.start)
            elif following and ";" in self._text[one.end : following[1]] and above.document:
                following = None
            documents.append(following[0] if following else above.document)
        return documents[::-1]

    def _right_behind(self, one: Named, until: int) -> str | None:
        for cited in self._within(one.end, until)[:1]:
            pinpoint = self._context.pinpoints.get(cited.start)
            if _OF.fullmatch(self._text, one.end, cited.start) or (pinpoint and pinpoint.end == one.end):
                return cited.document
        return None

    def _heading(self, sentence: list[Order], changes: list[Change], end: int, above: Heading) -> Heading:
        start, stop = sentence[0].start, sentence[-1].end
        documents = self._own_documents(start, stop)
        document = above.document if not documents else documents[0] if len(documents) == 1 else None
        span = (start, stop)
        paths = tuple(change.path for change in changes if change.document == document)
        leads_on = _LEADS_ON.match(self._text, stop, end) or self._text[start:stop].rstrip()[-1:] == ":"
        order = span if leads_on else None
        if document == above.document and not paths:
            return Heading(document, above.paths, above.of_document, above.of_paths, order)
        return Heading(document, paths, span if documents else above.of_document, span if paths else None, order)

    def _own_documents(self, start: int, end: int) -> list[str]:
        """Return the first document that a sentence names, and those beside it: 'của Luật A và Luật B'."""
        found: list[CitationDraft] = []
        for cited in self._within(start, end):
            if cited.document == THIS or cited.kind in ("self", "unresolved"):
                continue
            if found and not _AND.fullmatch(self._text, found[-1].end, cited.start):
                break
            found.append(cited)
        return list(dict.fromkeys(cited.document for cited in found))
