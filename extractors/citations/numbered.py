"""Citations by number: 'Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023', 'số 48/2013/NĐ-CP', '19-NQ/TW'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations.dates import ATTACHED_DATE
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.organs import OrganForm
from legalkg.extractors.citations.rows import day_in_row, type_in_row
from legalkg.extractors.citations.symbols import (
    find_standards,
    find_symbols,
    normal_number,
    speaks_for_itself,
)
from legalkg.extractors.citations.terminals import CAPITALS, SMALLS, SO, TYPE_WORD, one_of, pattern
from legalkg.extractors.registry.numbers import type_of_number
from legalkg.extractors.registry.types import standard_type, type_by_code, type_named
from legalkg.extractors.registry.words import numbered_things
from legalkg.extractors.rules import DECREE_30, JUDGED, REAL_TEXTS, Example, Rule
from legalkg.extractors.text import strip_marks

# The type word stands within this many characters before its number ("Kế hoạch thanh tra số 1505/KH-TTCP").
_WINDOW = 72
_SO_REACH, _THING_REACH = 6, 24

# The blank before it, or before "số", may be lost: "Căn cứNghị địnhsố 15/2020/NĐ-CP".
_TYPE_AHEAD = pattern(
    rf"(?=(?:(?<![^\W\d])|(?-i:(?<=[{SMALLS}])(?=[{CAPITALS}])))({TYPE_WORD})(?!(?!{SO}~$)\w))", re.IGNORECASE
)
# "NQ 10-NQ/TW", "QĐ số 244"
_ABBREVIATION = pattern(rf"(?<!\w)(NQ|QĐ|NĐ|TT|TTLT|CT|KL|KH|CTr|CTHĐ|HD|TB|TBKL|CV|BC|TTr)(?:~{SO})?~$")
# Bold type of Markdown: "số **12/QĐ-UBND**".
_MARKS = r"(?P<marks>[*_]{1,3})?"
# Between type word and number: nothing, "số", or a few words and "số" ("của Bộ Chính trị số", "thanh tra số").
_TO_NUMBER = pattern(rf"(?:(?: [^\W\d_]+){{0,6}}?(?<!\svà)~(?:,~)?(?:\(~)?{SO}|~:~{SO}|~:?)~{_MARKS}$")
# "Báo cáo giải trình, tiếp thu số", "Quyết định đưa vụ án ra xét xử phúc thẩm số", "Quyết định công bố án lệ": more
# words and commas, where the number's code says that it is of this type.
_TO_ITS_NUMBER = pattern(rf"(?:(?:~,)? [^\W\d_]+){{0,10}}?~(?:,~)?(?:\(~)?(?:{SO}|(?<=án\slệ) )~{_MARKS}$")
# "Quyết định [công bố] án lệ 323/2022/QĐ-CA"
_MADE_KNOWN = pattern(r" (?:về việc )?(?:công bố|ban hành) $")
# "Quyết định của Bộ Chính trị số"
_ISSUER_BETWEEN = OrganForm(" của ", rf"~,?~{SO}~$")
# "Các Nghị quyết của Bộ Chính trị: số …": the head of a list, whose members start at their numbers
_LIST_HEAD = OrganForm(rf"(?<!\w){TYPE_WORD} của ", "~:~$", re.IGNORECASE)
_ONLY_SO = pattern(rf"(?<!\w){SO}~$")
# "quy định xử lý kỷ luật đảng viên (102-QĐ/TW)": QĐ says either; the words do, where only a title stands between.
_NAMED_BEFORE_BRACKET = pattern(
    r"(?<!\w)(?P<type>quy định|quyết định|quy chế)(?: (?!(?:quy định|quyết định|quy chế)(?!\w))[^\W\d_]+~,?){1,14}"
    rf"~\(~(?:{SO}~)?$",
    re.IGNORECASE,
)
# "theo mẫu số", "thửa đất số", "hợp đồng số": the number of something that is no document of a type.
_OTHER_THING = pattern(rf"(?<!\w){one_of(numbered_things())} {SO}~$", re.IGNORECASE)
# "Nghi Quyet So": a type word that lost its marks often has "số" without them too.
_DAMAGED_SO = pattern(r"(?: [Ss][ốôo])? $")
# Between members of a list: "18-NQ/TW, 19-NQ/TW", "48/2013/NĐ-CP ngày … và số 92/2017/NĐ-CP".
_LIST_GAP = pattern(rf"\s*(?:,|;|và|hoặc|với|, và)~(?:{SO})?~$")

_DECREE = "NĐ"
_DECREE_OF_ANOTHER = pattern(rf"(?<=\d/){_DECREE}(?=-(?!CP(?!\w)|HĐBT(?!\w))[A-ZĐ]{{2}})")
_SEPARATOR = re.compile(r" ?([:-]) ?")

# "Văn bản số 12/TTr-STC": the word says nothing, the code does.
_EMPTY_WORDS = frozenset({"văn bản", "lệnh", "dự án", "hướng dẫn", "báo cáo"})

TYPE_AND_NUMBER = Rule(
    "citation/type-and-number",
    "A type word stands right before the number, or a few words and 'số' between them.",
    confidence=0.97,
    basis=JUDGED,
    example=Example("Thực hiện Quyết định số 15/QĐ-UBND ngày 02/3/2021 của Ủy ban nhân dân tỉnh Cà Mau."),
    counter_example=Example("Kê khai theo mẫu số 15/QĐ-UBND."),
    source=DECREE_30,
)
ABBREVIATED_TYPE_AND_NUMBER = Rule(
    "citation/abbreviated-type-and-number",
    "An abbreviation of a type, such as NQ or QĐ, stands before the number.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Học tập QĐ số 12/QĐ-STC trong tháng này."),
    counter_example=Example("Học tập Quyết định số 12/QĐ-STC trong tháng này."),
    source=REAL_TEXTS,
)
DAMAGED_TYPE_AND_NUMBER = Rule(
    "citation/damaged-type-and-number",
    "Before the number stands the type that its code says, spelt without its marks, a blank, or with a wrong mark.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Học tập Nghi Quyet So 15-NQ/TW trong tháng này."),
    counter_example=Example("Học tập Quyet Nghi So 15-NQ/TW trong tháng này."),
    source=REAL_TEXTS,
)
NUMBER_IN_LIST = Rule(
    "citation/number-in-list",
    "A number without a type word stands behind another citation by number, only a comma, 'và' or 'số' between them. "
    "It has the type of the one before, unless its code says another, and shares its issuer.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Học tập các Nghị quyết số 18-NQ/TW, 19-NQ/TW của Trung ương."),
    counter_example=Example("Học tập Nghị quyết số 18-NQ/TW trước, rồi mới học 19-NQ/TW."),
    source=REAL_TEXTS,
)
NUMBER_IN_ROW = Rule(
    "citation/number-in-row",
    "A number fills a cell of a row, and a cell beside it holds its type and nothing else.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("| 12-HD/BTG | Hướng dẫn | 05/03/2024 |"),
    counter_example=Example("| 12-HD/BTG | Hướng dẫn sinh hoạt chi bộ | 05/03/2024 |"),
    source=REAL_TEXTS,
)
NUMBER_ONLY = Rule(
    "citation/number-only",
    "A number without a type word names a document by itself: its code is that of a type with an organ, or it holds a "
    "year. Codes of forms, plots and files do not.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Nội dung này đã nêu tại 10-NQ/TW."),
    counter_example=Example("Nội dung này đã nêu tại mẫu 01/ĐKKD."),
    source=REAL_TEXTS,
)
STANDARD_NUMBER = Rule(
    "citation/standard",
    "The number of a technical standard or regulation, which begins with its type: TCVN, QCVN.",
    confidence=0.97,
    basis=JUDGED,
    example=Example("Công trình phải đạt QCVN 06:2022/BXD về an toàn cháy."),
    counter_example=Example("Công trình phải đạt các TCVN hiện hành về an toàn cháy."),
    source=REAL_TEXTS,
)
RULES = (
    TYPE_AND_NUMBER,
    ABBREVIATED_TYPE_AND_NUMBER,
    DAMAGED_TYPE_AND_NUMBER,
    NUMBER_IN_LIST,
    NUMBER_IN_ROW,
    NUMBER_ONLY,
    STANDARD_NUMBER,
)


def find_numbered(text: str) -> Iterator[CitationDraft]:
    """Find citations by number, in reading order.

    Args:
        text: The text of a view.
    """
    previous: CitationDraft | None = None
    for start, end in find_symbols(text):
        found = _read(text, start, end, previous)
        if found is not None:
            if not found.take_date(ATTACHED_DATE.match(text, found.end)):
                _take_day_of_row(text, found)
            previous = found
            yield found


def find_numbered_standards(text: str) -> Iterator[CitationDraft]:
    """Find technical standards, whose type is part of the number."""
    for match in find_standards(text):
        word = match.group()[:4]
        kind = "QCVN" if word.startswith("QC") else "TCVN"
        span = match.span()
        number = _SEPARATOR.sub(r"\1", " ".join(match.group().split()))
        yield CitationDraft(*span, STANDARD_NUMBER, type=kind, number=number, parts={"number": span})


def _read(text: str, start: int, end: int, previous: CitationDraft | None) -> CitationDraft | None:
    window_start = max(0, start - _WINDOW)
    window = text[window_start:start]
    if "số" in window[-_SO_REACH:].lower() and _OTHER_THING.search(window[-_THING_REACH:]):
        return None
    number = normal_number(text[start:end])
    found = CitationDraft(start, end, NUMBER_ONLY, type_of_number(number), number, parts={"number": (start, end)})
    if word := _type_before(window, found.type):
        _with_type(text, found, (window_start + word[0], window_start + word[1]))
    elif abbreviation := _ABBREVIATION.search(window):
        found.type = type_by_code(abbreviation.group(1))
        _set(found, window_start + abbreviation.start(), ABBREVIATED_TYPE_AND_NUMBER)
    elif word := _damaged_type_before(window, found.type):
        found.parts["type"] = (window_start + word[0], window_start + word[1])
        _set(found, window_start + word[0], DAMAGED_TYPE_AND_NUMBER)
    else:
        return _without_type(text, found, window, previous)
    return found


def _take_day_of_row(text: str, found: CitationDraft) -> None:
    if day := day_in_row(text, found.start, found.end, found.number or ""):
        found.date, found.parts["date"] = day


def _set(found: CitationDraft, start: int, rule: Rule) -> None:
    found.start, found.rule = start, rule


def _without_type(text: str, found: CitationDraft, window: str, previous: CitationDraft | None) -> CitationDraft | None:
    """Read a number that is a member of a list, or that speaks for itself."""
    number, by_code = found.number or "", found.type
    so = _ONLY_SO.search(window)
    start = found.start - len(window) + so.start() if so else found.start
    if kind := type_in_row(text, start, found.end):
        found.type = kind
        _set(found, start, NUMBER_IN_ROW)
        return found
    if previous is not None and previous.end < found.start and _LIST_GAP.fullmatch(text[previous.end : found.start]):
        if by_code in (None, previous.type) or _is_decision(number):
            found.type = previous.type
        if by_code or not speaks_for_itself(number):
            found.issuer = previous.issuer
            _set(found, start, NUMBER_IN_LIST)
            return found
    if not speaks_for_itself(number):
        return None
    if so and (head := _LIST_HEAD.search(window, 0, so.start())):
        found.issuer = head.organ
    if _is_decision(number) and (named := _NAMED_BEFORE_BRACKET.search(window)):
        by_code = standard_type(named.group("type"))
    # The Assembly numbers its laws so; its Standing Committee makes ordinances and resolutions.
    found.type = by_code or (None if "UBTVQH" in number else "Luật")
    _set(found, start, NUMBER_ONLY)
    return found


def _with_type(text: str, found: CitationDraft, word: tuple[int, int]) -> None:
    printed = text[slice(*word)]
    if found.type is None or " ".join(printed.lower().split()) not in _EMPTY_WORDS:
        found.type = standard_type(printed)
        found.number = _not_a_decree(found.number or "", found.type)
    found.parts["type"] = word
    number_start, number_end = found.parts["number"]
    if issuer := _ISSUER_BETWEEN.match(text, word[1], number_start):
        found.issuer, found.parts["issuer"] = issuer.organ, issuer.span
    if text[number_start - 1] in "*_":
        between = _TO_NUMBER.match(text, word[1], number_start)
        if between and (marks := between.group("marks")) and text.startswith(marks, number_end):
            found.end += len(marks)
    _set(found, word[0], TYPE_AND_NUMBER)


def _not_a_decree(number: str, kind: str | None) -> str:
    """Return a number with the code of the type in words where its own is a slip: only the Government makes decrees.

    'Thông tư số 03/2025/NĐ-VPCP' is 03/2025/TT-VPCP.
    """
    if kind is None or kind == type_by_code(_DECREE) or not _DECREE_OF_ANOTHER.search(number):
        return number
    named = type_named(kind)
    return _DECREE_OF_ANOTHER.sub(named.codes[0], number) if named and named.codes else number


def _damaged_type_before(window: str, by_code: str | None) -> tuple[int, int] | None:
    """Find the type word that the code says, spelt without its marks, with a wrong one or without its blank.

    'Nghi Quyet So 15-NQ/TW', 'Nghịđịnh số 68/CP'.
    """
    if by_code is None or not (so := _DAMAGED_SO.search(window)):
        return None
    bare = strip_marks(by_code)
    for spelling in (bare, bare.replace(" ", "")):
        start = so.start() - len(spelling)
        starts_word = start == 0 or (start > 0 and not window[start - 1].isalnum())
        if starts_word and strip_marks(window[start : so.start()]) == spelling:
            return start, so.start()
    return None


def _is_decision(number: str) -> bool:
    """QĐ stands for Quyết định and for Quy định (Quy định 66-QĐ/TW): the words decide."""
    return "QĐ" in number


def _type_before(window: str, by_code: str | None) -> tuple[int, int] | None:
    """Find the type word that the number at the end of the window belongs to.

    Of overlapping candidates the one that ends last wins ("Nghị⏎Quyết định số" is a Quyết định), and of those the
    longest ("Thông báo kết luận số" is one type). A type that the code says may stand farther from it.
    """
    best: tuple[int, int] | None = None
    is_by_code = False
    for match in _TYPE_AHEAD.finditer(window):
        start, end = match.span(1)
        if best is not None and (end <= best[1] or (is_by_code and _MADE_KNOWN.match(window, best[1], start))):
            continue
        says_code = by_code is not None and standard_type(match.group(1)) == by_code
        if _TO_NUMBER.match(window, end) or (says_code and _TO_ITS_NUMBER.match(window, end)):
            best, is_by_code = (start, end), says_code
    return best
