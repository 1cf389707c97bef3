"""Citations by a plain number, without the codes: 'Chỉ thị 05 của Bộ Chính trị', 'Nghị quyết 59, 70, 71 và 72', 'NQ57'.

Plain numbers are State or Party, and which document is meant often shows only from a full citation elsewhere in the
text; :mod:`legalkg.extractors.citations.documents` joins the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from legalkg.extractors.citations.dates import ATTACHED_DATE
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import Start, TypeWords
from legalkg.extractors.citations.terminals import DATE, SO, YEAR, one_of, pattern
from legalkg.extractors.partial_dates import is_day
from legalkg.extractors.registry.types import document_types, standard_type, type_by_code, types_that, words_of
from legalkg.extractors.registry.words import counted_things
from legalkg.extractors.rules import JUDGED, REAL_TEXTS, Example, Rule


def _either_case(words: tuple[str, ...]) -> tuple[str, ...]:
    """Add "Nghị Quyết", which many write so."""
    return (*words, *(word.replace("quyết", "Quyết") for word in words if word.startswith("Nghị quyết")))


_TYPES = _either_case(words_of(lambda kind: kind.short))
_TYPES_BY_YEAR = _either_case(words_of(lambda kind: kind.by_year))
_SMALL_TYPES = tuple(name.lower() for name in words_of(lambda kind: kind.is_short_in_small))
# Other words of a type stand for its number only with "số": "Văn bản số 725".
_OTHER_WORDS = tuple(
    word for kind in document_types() for word in kind.words if kind.short and word not in _TYPES and " " in word
)
# Letters, which anybody writes, firms and foreign offices too.
_LETTERS = tuple(
    form for kind in document_types() for word in kind.words if kind.is_answered for form in (word, word.lower())
)
# In small letters these are cited so only with a day or an organ behind: "tờ trình số 354 ngày 25/4/2017", "kế hoạch
# số 11 của Bộ Chính trị".
_SMALL_WITH_MORE_TYPES = tuple(
    name.lower() for name in words_of(lambda kind: kind.short and not kind.is_short_in_small)
)
_ABBREVIATIONS = tuple(kind.short_code for kind in document_types() if kind.short_code)
# Codes stand in every full number, too ("12/QĐ-UBND"): without a figure or "số" behind it one is not looked at.
_SHORTLY = r"(?=\s?(?:\d|[Ss]ố))"
STARTS = (
    *(Start(word) for word in (*_TYPES, *_TYPES_BY_YEAR, *_SMALL_TYPES)),
    *(Start(word, f" {SO}") for word in (*_SMALL_WITH_MORE_TYPES, *_OTHER_WORDS, *_LETTERS)),
    *(Start(code, _SHORTLY) for code in _ABBREVIATIONS),
)
"""Where these forms start."""
_PLAIN = r"\d{1,4}[a-z]?"
# "Nghị định 36/2009": number and year, the codes left out
_WITH_YEAR = pattern(
    rf"(?P<type>{one_of(_TYPES_BY_YEAR)})(?: (?P<so>{SO}))? "
    rf"(?P<number>{_PLAIN}/{YEAR})(?![\d/.-]|~[/-]~[A-ZĐ])"
)
# Not a numeral of something else: 12/QĐ-UBND (a full number), 5,5 %, 3 năm, 01 bản, 63 địa phương, 30 ngày.
_COUNTED = one_of(counted_things())
_NO_NUMBER_FOLLOWS = rf"(?![\w%])(?!\s?[/-]\s?[A-ZĐ\d])(?![.,]\d)(?! {_COUNTED}(?!\w))(?! ngày(?!~\d))"
_SHORT = pattern(
    rf"(?:(?P<type>{one_of(_TYPES)})(?: (?P<so>{SO}))? |"
    rf"(?P<abbreviation>{one_of(_ABBREVIATIONS)}){_SHORTLY}(?: {SO} )?\s?)"
    rf"(?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}"
)
# In small letters only with "số", or an issuer or a date behind: "nghị quyết số 15", "chỉ thị 16 của Thủ tướng",
# "kết luận 127 ban hành ngày 28/2"
_SMALL_SHORT = pattern(
    rf"(?P<type>{one_of(_SMALL_TYPES)}) (?:(?P<so>{SO}) )?(?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}"
    r"(?(so)|(?= của (?:Bộ|Ban|Đảng|Chính|Thủ|Quốc|Trung|Tỉnh|Thành)| ban hành ngày))"
)
_WITH_SO = pattern(rf"(?P<type>{one_of(_OTHER_WORDS)}) (?P<so>{SO}) (?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}")
# "công văn số 2031-005/ABC-HN ngày 10/11/2031 của Công ty …": firms number as they like
_FREE = r"(?=[\w./-]*\d)(?=[\w.]*[/-])[A-ZĐ\d][\w./-]{2,40}(?<=\w)"
_FREELY_NUMBERED = pattern(rf"(?P<type>{one_of(_LETTERS)}) {SO} (?P<number>{_FREE})(?=~(?:,~)?{DATE})")
_SMALL_WITH_MORE = pattern(
    rf"(?P<type>{one_of(_SMALL_WITH_MORE_TYPES)}) (?P<so>{SO}) (?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}"
    rf"(?=~(?:,~)?{DATE}| của (?:Bộ Chính|Ban Bí|Thủ tướng|Chính phủ|Trung ương|Tỉnh ủy|Thành ủy)(?!\w))"
)
# "ba nghị quyết 70, 71, 72": a list of them
_SMALL_LIST = pattern(
    rf"(?P<type>{one_of(_SMALL_TYPES)}) (?P<number>\d{{2,3}}){_NO_NUMBER_FOLLOWS}(?=~,~\d{{2,3}}(?:~,~| và |~[.;)]|$))"
)
_SEVERAL_REACH = 8
_SEVERAL = pattern(r"(?:các|những|hai|ba|bốn|năm) $", re.IGNORECASE)
# ", 70", "và 72", "(về pháp luật), 57"
_NEXT = pattern(
    rf"(?: \([^()\n]{{1,160}}\))?~(?:,~(?:và )?|và )(?:{SO} )?"
    rf"(?P<number>(?!(?:19|20)\d\d(?!\d))\d{{2,4}}){_NO_NUMBER_FOLLOWS}"
)
_YEAR_LIKE = pattern(r"(?:19|20)\d\d$")
# "Chương trình 135", "Kế hoạch 5": programmes and plans by a plain number only with "số", or where it is a usual name;
# decisions ("Quyết định 1087") where the number has three figures: "Quyết định 15 …" may decide on fifteen things.
_NEED_SO = types_that(lambda kind: kind.short == "so")
_LEAST_FIGURES = {kind.name: int(kind.short) for kind in document_types() if kind.short.isdigit()}

TYPE_NUMBER_AND_YEAR = Rule(
    "citation/type-number-and-year",
    "A type word, number and year, the codes left out.",
    confidence=0.85,
    basis=JUDGED,
    example=Example("Thực hiện Nghị định 36/2009 về quản lý pháo."),
    counter_example=Example("Thực hiện Nghị định 36/2009/NĐ-CP về quản lý pháo."),
    source=REAL_TEXTS,
)
TYPE_AND_PLAIN_NUMBER = Rule(
    "citation/type-and-plain-number",
    "A type word and a plain number, the codes left out, where people call such documents so and nothing counted "
    "follows. In small letters only with 'số', with an issuer or a date behind, or as a list.",
    confidence=0.75,
    basis=JUDGED,
    example=Example("Tiếp tục thực hiện Chỉ thị 05 của Bộ Chính trị."),
    counter_example=Example("Quyết định 15 biên chế cho các xã."),
    source=REAL_TEXTS,
)
FREE_NUMBER = Rule(
    "citation/free-number",
    "A letter, report or proposal by a number in no form of State or Party, with 'số' before and a date behind.",
    confidence=0.85,
    basis=JUDGED,
    example=Example("Trả lời công văn số 2031-005/ABC-HN ngày 10/11/2031 của Công ty Gốm Việt."),
    counter_example=Example("Trả lời công văn số 2031-005/ABC-HN của Công ty Gốm Việt."),
    source=REAL_TEXTS,
)
PLAIN_NUMBER_IN_LIST = Rule(
    "citation/plain-number-in-list",
    "A further plain number behind one with its type word: it has the same type.",
    confidence=0.7,
    basis=JUDGED,
    example=Example("Học tập Nghị quyết 59, 70, 71 và 72 của Bộ Chính trị."),
    counter_example=Example("Học tập Nghị quyết 59 của Bộ Chính trị, 70 đảng viên dự."),
    source=REAL_TEXTS,
)
RULES = (TYPE_NUMBER_AND_YEAR, TYPE_AND_PLAIN_NUMBER, PLAIN_NUMBER_IN_LIST, FREE_NUMBER)


def find_short(text: str, words: TypeWords) -> Iterator[CitationDraft]:
    """Find citations by a plain number, each member of a list on its own, in reading order."""
    done = 0
    for start in merge(words.capital, words.small):
        if start < done:
            continue  # "kết luận số 5" in "Thông báo kết luận số 5"
        for found in _at(text, start):
            done = max(done, found.end)
            yield found


def _at(text: str, start: int) -> Iterator[CitationDraft]:
    """Find the citations that start at a type word."""
    if text[start].islower():
        match = _SMALL_SHORT.match(text, start) or _SMALL_WITH_MORE.match(text, start) or _small_list(text, start)
    elif dated := _WITH_YEAR.match(text, start):
        yield _with_year(dated)
        return
    else:
        match = _SHORT.match(text, start) or _other_word(text, start)
    if match:
        yield from _read(text, match)
    elif free := _FREELY_NUMBERED.match(text, start):
        yield _freely_numbered(text, free)


def _freely_numbered(text: str, match: re.Match[str]) -> CitationDraft:
    kind = standard_type(match.group("type"))
    parts = {"type": match.span("type"), "number": match.span("number")}
    found = CitationDraft(*match.span(), FREE_NUMBER, type=kind, number=match.group("number"), parts=parts)
    found.take_date(ATTACHED_DATE.match(text, found.end))
    return found


def _with_year(match: re.Match[str]) -> CitationDraft:
    kind = standard_type(match.group("type"))
    parts = {"type": match.span("type"), "number": match.span("number")}
    return CitationDraft(*match.span(), TYPE_NUMBER_AND_YEAR, type=kind, number=match.group("number"), parts=parts)


def _other_word(text: str, start: int) -> re.Match[str] | None:
    """'Văn bản số 725', 'Thông báo kết luận số 5'; "văn bản số 12" may be the twelfth of some papers."""
    match = _WITH_SO.match(text, start)
    least = _LEAST_FIGURES.get(standard_type(match.group("type")) or "", 1) if match else 0
    return match if match and len(match.group("number")) >= least else None


def _small_list(text: str, start: int) -> re.Match[str] | None:
    several = _SEVERAL.search(text, max(0, start - _SEVERAL_REACH), start)
    return _SMALL_LIST.match(text, start) if several else None


def _read(text: str, match: re.Match[str]) -> Iterator[CitationDraft]:
    groups = match.groupdict()
    number, has_so = match.group("number"), bool(groups.get("so"))
    if groups.get("abbreviation"):
        kind = type_by_code(match.group("abbreviation"))
    else:
        kind = standard_type(match.group("type"))
    if kind is None:
        return
    found = CitationDraft(match.start(), match.end(), TYPE_AND_PLAIN_NUMBER, type=kind, number=number)
    found.parts["number"] = match.span("number")
    found.take_date(ATTACHED_DATE.match(text, found.end))
    is_glued = groups.get("abbreviation") is not None and match.end("abbreviation") == match.start("number")
    if not (has_so or _is_plausible(found, is_glued)):
        return
    yield found
    while following := _NEXT.match(text, found.end):
        span = following.span("number")
        found = CitationDraft(
            *span, PLAIN_NUMBER_IN_LIST, type=kind, number=following.group("number"), parts={"number": span}
        )
        found.take_date(ATTACHED_DATE.match(text, found.end))
        yield found


def _is_plausible(found: CitationDraft, is_glued: bool) -> bool:
    """A number is one if a full date says so, or if it looks like one and people call such documents by it ('KH45')."""
    if is_day(found.date):
        return True
    number = found.number or ""
    if len(number) < _LEAST_FIGURES.get(found.type or "", 2) or _YEAR_LIKE.match(number):
        return False
    return is_glued or found.type not in _NEED_SO
