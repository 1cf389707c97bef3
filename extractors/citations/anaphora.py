"""Back-references: 'Nghị định này', 'Chỉ thị trên', and short names that a text declares itself.

They point to a document that stands elsewhere in the text; where none of that type stands before them, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import TypeWords
from legalkg.extractors.citations.symbols import find_symbols
from legalkg.extractors.citations.terminals import TYPE_WORD, pattern
from legalkg.extractors.quotations import quotation_at, quotations
from legalkg.extractors.registry.names import NameTrie
from legalkg.extractors.registry.types import standard_type
from legalkg.extractors.rules import DECREE_30, JUDGED, LAW_ON_LAWS, REAL_TEXTS, Example, Rule, decision
from legalkg.extractors.text import fold

# Behind "trên" alone only what shows that it ends the phrase: "Nghị quyết trên mọi lĩnh vực" goes on as a place.
_ABOVE_ENDS = (
    r"(?=~(?:[.,;:)\n”\"]|$)| (?:là|đã|được|bị|có|và|thì|của|cũng|để|quy|theo|do|ngày|sẽ|phải|không|cần|nhằm|còn|mà|"
    r"chưa|vẫn|tại|gồm|hết|hướng|yêu|nếu|khi|với|đến|trước|từ|như|sau|bằng|đang|vào|về|hoặc)(?!\w))"
)
_BACK = pattern(
    rf"(?P<type>{TYPE_WORD}) (?:(?P<this>này)|nêu trên|nói trên|kể trên|trên đây|trên{_ABOVE_ENDS}|nêu tại khoản \d)"
    r"(?!\w)"
)
# A back-reference reaches over so many citations.
_REACH = 200
# "các Nghị quyết nêu trên" points to several documents at once.
_PLURAL = pattern(r"(?<!\w)(?:các|những|hai|ba|bốn|\d+) $", re.IGNORECASE)

# "2. Sửa đổi, bổ sung Điều 7 như sau:", "Điều 1. Bãi bỏ …": an order at the start of an item
_ORDER = re.compile(
    r"(?:^|\n)[^\S\n]*(?:(?:Điều \d+[a-zđ]?|\d+(?:\.\d+)*|[a-zđ])[.)][^\S\n]*)?"
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm)(?!\w)"
)
# "như sau:⏎“Điều 7. …": where new text opens
_NEW_TEXT = re.compile(r":\s*[“\"]")
_ORDER_REACH, _COLON_REACH = 600, 40

# "Nghị quyết số 04 thay thế Nghị quyết số 03. Nghị quyết này quy định …": said of what the sentence before named.
_SENTENCE_ENDS = re.compile(r"[.!?…;][\s”\"]|\n")
_JUST_NAMED = 1200

_TYPE_WORD = pattern(rf"{TYPE_WORD}(?!\w)")
# A declared name that goes on is another document: "Nghị quyết số 02" in "Nghị quyết số 02-NQ/TW".
_GOES_ON = pattern(r"\w|\s?[/-]\s?[A-ZĐ\d]")

# "(sau đây gọi tắt là Luật Giao dịch điện tử 2005)", "(viết tắt là …)"
_DECLARATION_REACH, _TITLES_REACH = 40, 4
_NUMERAL = pattern(r"số (\d+[a-zđ]?)")
# "Quyết định số … phê duyệt Đề án làng gốm", "… về việc ban hành Quy chế làm việc"
_APPROVED = pattern(rf"(?:phê duyệt|ban hành|thông qua) (?P<type>{TYPE_WORD}) ")
_PLAIN_NUMBER = pattern(r" (\d{1,4}[a-zđ]?)$")
_YEAR_AT_END = re.compile(r"(?:19|20)\d\d$")
# "(“Văn bản số 1488”)": in brackets and quotation marks, without more words
_DECLARED_SHORTLY = pattern(rf"\([“\"](?P<alias>{TYPE_WORD} [^)”\";\n]{{1,80}}?)[”\"]~\)")
_DECLARED = pattern(rf"(?:gọi|viết) (?:tắt|chung)?~là[:\s]+[“\"]?(?P<alias>{TYPE_WORD} [^)”\";\n]{{1,80}}?)[”\"]?~\)")


DOCUMENT_ABOVE = Rule(
    "citation/document-above",
    "A type word and 'trên', 'nêu trên' or 'nói trên': the last citation of that type before it. Not in the plural.",
    confidence=0.8,
    basis=JUDGED,
    example=Example("Đã học tập Chỉ thị số 12-CT/TU. Nay quán triệt Chỉ thị nêu trên đến chi bộ."),
    counter_example=Example("Đã học tập Chỉ thị số 12-CT/TU. Nay quán triệt Quy định nêu trên đến chi bộ."),
    source=REAL_TEXTS,
)
THIS_OF_CITED = Rule(
    "citation/this-of-cited",
    "A type word and 'này' in a document of another type: the last citation of that type before it. In a text that "
    "is no document: the one that a sentence before names.",
    confidence=0.8,
    basis=JUDGED,
    example=Example(decision("Đã có Nghị định số 10/2022/NĐ-CP, các xã thực hiện Nghị định này.")),
    counter_example=Example(decision("Các xã thực hiện Nghị định này.")),
    source=REAL_TEXTS,
)
THIS_DOCUMENT = Rule(
    "citation/this-document",
    "A type word and 'này': the document itself, or a document that the text does not name.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Quyết định này có hiệu lực kể từ ngày ký."),
    counter_example=Example("Quyết định trên có hiệu lực kể từ ngày ký."),
    source=DECREE_30,
)
DECLARED_NAME = Rule(
    "citation/declared-name",
    "A short name that the text itself declares behind a citation ('sau đây gọi tắt là'), wherever it is used.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Thực hiện Quy chế số 05-QC/TU (sau đây gọi tắt là Quy chế làm việc). Quy chế làm việc được giữ."),
    counter_example=Example("Thực hiện Quy chế số 05-QC/TU (thay cho Quy chế làm việc). Quy chế làm việc được giữ."),
    source=REAL_TEXTS,
)
THIS_IN_NEW_TEXT = Rule(
    "citation/this-in-new-text",
    "A type word and 'này' in the new text that an amending document quotes: the document into which it is written.",
    confidence=0.9,
    basis=JUDGED,
    example=Example(
        decision(
            "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/QĐ-UBND\n1. Sửa đổi Điều 3 như sau:\n"
            "“Điều 3. Phạm vi\nQuyết định này áp dụng cho các xã.”."
        )
    ),
    counter_example=Example(decision("Điều 1. Giao việc.\nQuyết định này nêu rõ “các xã thực hiện”.")),
    source=LAW_ON_LAWS,
)
DECLARED_PLAN = Rule(
    "citation/declared-plan",
    "What a decision approves or issues, by its title, where the text declares a short name of that type behind it.",
    confidence=0.85,
    basis=JUDGED,
    example=Example("Thực hiện Quyết định số 5/QĐ-UBND phê duyệt Đề án làng gốm (sau đây gọi là Đề án 5)."),
    counter_example=Example(
        "Thực hiện Quyết định số 5/QĐ-UBND phê duyệt Đề án làng gốm (sau đây gọi là Quyết định 5)."
    ),
    source=REAL_TEXTS,
)
RULES = (DOCUMENT_ABOVE, THIS_OF_CITED, THIS_DOCUMENT, THIS_IN_NEW_TEXT, DECLARED_NAME, DECLARED_PLAN)


class _NewText:
    """The new text that an amending document quotes, and the orders above that say what it is written into."""

    def __init__(self, text: str, before: list[CitationDraft]) -> None:
        self._before = before
        quoted = quotations(text, 0, len(text)) if _NEW_TEXT.search(text) and _ORDER.search(text) else []
        self._quotes = [
            quote for quote in quoted if text[max(0, quote[0] - _COLON_REACH) : quote[0]].rstrip()[-1:] == ":"
        ]
        orders = (match.start() for match in _ORDER.finditer(text)) if self._quotes else ()
        self._orders = [order for order in orders if quotation_at(self._quotes, order) is None]

    def document(self, position: int, kind: str) -> CitationDraft | None:
        """Return the document of a type into which new text is written; None where an offset lies in no new text."""
        quote = quotation_at(self._quotes, position)
        if quote is None:
            return None
        end = quote[0]
        for order in reversed(self._orders[: bisect_left(self._orders, quote[0])]):
            first = bisect_left(self._before, order, key=lambda found: found.start)
            for found in self._before[first:]:
                if found.start >= min(end, order + _ORDER_REACH):
                    break
                if found.type == kind and found.kind in ("plain", "nested"):
                    return found
            end = order
        return None


def find_back(
    text: str, words: TypeWords, own_type: str | None, before: list[CitationDraft]
) -> Iterator[CitationDraft]:
    """Find 'Quyết định này' and 'Nghị quyết nêu trên'.

    'này' is the document itself, or a cited document of that type where the document is of another; 'trên' is one cited
    document before it.

    Args:
        text: The text of a view.
        words: Where type words start.
        own_type: The document's own type; None where the text has no header.
        before: Citations in reading order.
    """
    new_text = _NewText(text, before)
    spoken: set[str] = set()
    for match in filter(None, (_BACK.match(text, start) for start in words.capital)):
        kind = standard_type(match.group("type"))
        if kind is None:
            continue
        if match.group("this") and (meant := new_text.document(match.start(), kind)):
            yield CitationDraft(*match.span(), THIS_IN_NEW_TEXT, type=kind, kind="anaphor", antecedent=meant)
            continue
        antecedent = _nearest(before, match.start(), kind) if own_type != kind or not match.group("this") else None
        if not match.group("this"):
            if antecedent and not _PLURAL.search(text, max(0, match.start() - 8), match.start()):
                yield CitationDraft(*match.span(), DOCUMENT_ABOVE, type=kind, kind="anaphor", antecedent=antecedent)
        elif antecedent and (
            own_type is not None or (kind not in spoken and _speaks_of(text, antecedent, match.start()))
        ):
            yield CitationDraft(*match.span(), THIS_OF_CITED, type=kind, kind="anaphor", antecedent=antecedent)
        else:
            spoken.add(kind)
            yield CitationDraft(*match.span(), THIS_DOCUMENT, type=kind, kind="self", document="this")


def _speaks_of(text: str, antecedent: CitationDraft, position: int) -> bool:
    """Return whether a text that is no document means by 'này' the document that a sentence before names."""
    behind = max(antecedent.end, antecedent.tail)
    return position - behind <= _JUST_NAMED and bool(_SENTENCE_ENDS.search(text, antecedent.end, position))


def find_declared(text: str, words: TypeWords, before: list[CitationDraft]) -> Iterator[CitationDraft]:
    """Find short names declared behind a citation, and every later use of them.

    'Luật Khoa học, Công nghệ và Đổi mới sáng tạo (sau đây gọi tắt là Luật KHCN)' makes 'Luật KHCN' that law.
    """
    names: dict[str, CitationDraft] = {}
    shortly = _DECLARED_SHORTLY.finditer(text) if "(“" in text or '("' in text else ()
    for match in chain(_DECLARED.finditer(text), shortly):
        alias = " ".join(match.group("alias").split())
        owner = _owner(before, match.start(), alias)
        if owner is not None and (plan := _plan(text, owner, match, alias)):
            yield plan
            names.setdefault(text[plan.start : plan.end], plan)
            owner = plan
        if owner is not None:
            names.setdefault(alias, owner)
    if not names:
        return
    declared = NameTrie({name: name for name in names})
    for start in words.capital:
        name = declared.match(text, start)
        if name is None or _GOES_ON.match(text, name[0]):
            continue
        owner = names[name[1]]
        is_title = name[1] == owner.name
        if start > owner.start or (is_title and start < owner.start):
            year = None if owner.date or is_title else _YEAR_AT_END.search(name[1])
            date = year.group() if year else None
            yield CitationDraft(start, name[0], DECLARED_NAME, owner.type, date=date, kind="alias", antecedent=owner)


def _owner(before: list[CitationDraft], position: int, alias: str) -> CitationDraft | None:
    """Find the citation that a declaration is about: right before it, or the one before that whose title ends there.

    'Nghị quyết số 140/NQ-CP … thực hiện Nghị quyết số 66-NQ/TW (sau đây gọi là Nghị quyết số 140)' is about the first.
    """
    if any(find_symbols(alias)):
        return None  # a full number says itself whose it is
    index = bisect_left(before, position, key=lambda found: found.start)
    nearest = before[index - 1] if index else None
    if nearest is None or nearest.end > position or position - nearest.tail >= _DECLARATION_REACH:
        return None
    recent = [f for f in reversed(before[max(0, index - _TITLES_REACH) : index]) if f.kind == "plain"]
    if numeral := _NUMERAL.search(alias):
        return next((f for f in recent if _starts_with(f.number, numeral.group(1))), None)
    # "Bộ luật Hình sự 2015 (được sửa đổi theo Luật số 12/2017/QH14) (sau đây gọi là Bộ luật Hình sự)"
    namesake = next((f for f in recent if f.name and fold(alias) in fold(f.name)), None)
    kind = _alias_type(alias)
    return namesake or next((f for f in recent if f.type == kind), nearest)


def _plan(text: str, decision: CitationDraft, declared: re.Match[str], alias: str) -> CitationDraft | None:
    """Return what a decision approves, of the type of the alias: it stands by its title before the declaration.

    'Quyết định số 1675/QĐ-TTg … phê duyệt Đề án A (sau đây gọi là Đề án 1675)': the plan, not the decision.
    """
    kind = _alias_type(alias)
    if kind is None or kind == decision.type:
        return None
    end = text.rfind("(", decision.end, declared.end())
    titled = _APPROVED.search(text, decision.end, end)
    if titled is None or standard_type(titled.group("type")) != kind:
        return None
    span = titled.start("type"), titled.start("type") + len(text[titled.start("type") : end].rstrip())
    number = _PLAIN_NUMBER.search(alias)
    name = " ".join(text[slice(*span)].split())
    return CitationDraft(*span, DECLARED_PLAN, kind, number.group(1) if number else None, name=name)


def _alias_type(alias: str) -> str | None:
    word = _TYPE_WORD.match(alias)
    return standard_type(word.group()) if word else None


def _starts_with(number: str | None, numeral: str) -> bool:
    found = _NUMERAL.search(f"số {number}") if number else None
    return found is not None and found.group(1).lstrip("0") == numeral.lstrip("0")


def without_declared(citations: list[CitationDraft], declared: list[CitationDraft]) -> list[CitationDraft]:
    """Leave out what is read as a name or a plain number where the text itself declared what these words mean.

    'Luật GDĐT' may look like a law of its own; a full number behind the words is one all the same.
    """
    ends = {found.start: found.end for found in declared}
    owners = {id(found.antecedent) for found in declared}
    return [f for f in citations if f.kind == "nested" or id(f) in owners or f.end > ends.get(f.start, -1)]


def _nearest(before: list[CitationDraft], position: int, kind: str) -> CitationDraft | None:
    """Return the citation of that type that ends last before a place."""
    index = bisect_left(before, position, key=lambda found: found.start)
    same = (
        f
        for f in reversed(before[max(0, index - _REACH) : index])
        if f.type == kind and f.kind in ("plain", "unresolved")
    )
    nearest = next(same, None)
    return nearest if nearest is None or nearest.kind == "plain" else None
