"""Letterheads: number, place, date and type, as State and Party documents print them above their title."""

from __future__ import annotations

import re
from itertools import islice

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.symbols import normal_number
from legalkg.extractors.citations.terminals import (
    CAPITALS,
    CODE,
    DATE_IN_DIGITS,
    DATE_IN_WORDS,
    SMALLS,
    SO,
    SYMBOL,
    TYPE_WORD,
    YEAR,
    pattern,
)
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.registry.numbers import codes_of, type_of_number
from legalkg.extractors.registry.types import standard_type

HEAD = 12_000
"""A letterhead, a portal's introduction before it included, stands in this many characters."""

_MOST_ANNEXES = 20

# Marks of Markdown and of tables before a word in its line. One class, counted: two nested stars take for ever.
LINE_MARKS = r"(?:[^\S\n]|[#*_|]){0,40}"
# "Số: 659/TB-VPCP", "Số 782 -CV/ĐU", "Luật số: 31/2024/QH15", "Số:⏎122/2025/QĐ-UBND", glued "***Số: 367 - QĐ/TWĐTN",
# and with the room that forms leave: "Số:  26  -CTr/TWĐTN-VP". _is_own() tells them from citations.
_NUMBER = pattern(
    rf"(?P<word>[Ss](?:ố|Ố))[\s*]{{0,40}}(?P<colon>[:.])?[\s*]{{0,40}}"
    rf"(?P<number>\d{{1,5}}[^\S\n]{{2,20}}[/-]~{CODE}(?:[/-]{CODE})*|{SYMBOL})"
)
_TYPE_BEFORE = pattern(rf"(?<!\w){TYPE_WORD}$", re.IGNORECASE)
_SMALL = re.compile(f"[{SMALLS}]")
_COLUMN_EDGE = re.compile(r"(?:[|\t]|\s\s)[\s*_#]*$")
# What follows in the line of a citation: "… số 57-NQ/TW của Bộ Chính trị", "… số 12/QĐ-UBND;"
_GOES_ON = re.compile(rf"[^\S\n]*(?:[,;)]|[^\S\n]\(?(?!v/v)[{SMALLS}]{{2}}|(?:NGÀY|CỦA|VỀ)\b)")
_GOES_ON_BELOW = re.compile(rf"\.|\s*[,;.)(]|\s*(?!v/v)[{SMALLS}]{{2}}")
_NUMBER_LEFT_OPEN = pattern(rf"(?:^|\n){LINE_MARKS}(?:Số|SỐ)\s*:?[\s.…_]*(?P<rest>[/-]~[A-ZĐ][\w/&-]*)")
_WITH_ANNEX = pattern(
    rf"(?:kèm theo|ban hành theo) (?P<type>{TYPE_WORD})"
    rf" (?:{SO}~)?(?P<number>{SYMBOL})(?:,? (?P<date>ngày [^\n()]{{6,24}}?\d{{4}}))?",
    re.IGNORECASE,
)
_BASIS_BELOW = pattern(r"[^;]{0,200}\n\s*(?:[-*]\s*)?Căn cứ ")
_ABOVE_ANNEX = pattern(r"(?:\(|\n[^\S\n]*)(?:[Bb]an hành )?$")
_ANNOUNCED = pattern(
    rf"(?:Ngày (?P<date>\d{{1,2}}/\d{{1,2}}/{YEAR}),? )?[^.\n]{{0,120}}?(?:đã )?(?:ban hành|"
    rf"có) (?P<type>{TYPE_WORD}) (?:{SO}~)?(?P<number>{SYMBOL})",
    re.IGNORECASE,
)

# "Hà Nội, ngày 29 tháng 11 năm 2025", "Hà Nội ngày 01 tháng 12 năm 2025", "Lương Minh, ngày    tháng 01 năm 2026"
_DATED = pattern(
    rf"(?:{DATE_IN_WORDS}|ngày\s*\d{{1,2}}\s*/\s*\d{{1,2}}\s*/\s*{YEAR}"
    rf"|ngày[\s.…]*tháng\s*(?P<month>\d{{1,2}})?[\s.…]*năm\s*(?P<year>{YEAR}))"
)
# A place stands first in its line or column, or right behind the number, or has a comma behind it; its words are not
# codes: "110-HD/BTGTU ngày …" has none. "Cư M'gar", "A Lưới"; one with a number, "Phường 12", needs the comma.
_PLACE_WORD = rf"(?:[{CAPITALS}](?:['’][{CAPITALS}]?)?[{SMALLS}]+|TP\.?|[{CAPITALS}](?= [{CAPITALS}][{SMALLS}]))"
_PLACE = pattern(
    rf"(?P<edge>^|[\n\t|*_-]|\s)[^\S\n]*(?P<place>(?!Số |Điều |Khoản ){_PLACE_WORD}"
    rf"(?:[^\S\n]*[-.]?[^\S\n]*\n?[^\S\n]*(?:{_PLACE_WORD}|phố)){{0,5}}"
    r"(?:[^\S\n]+\d{1,2}(?=\s*,))?)"
    r"(?P<comma>\s*,)?\s*$"
)
_LONGEST_PLACE = 60
_NUMBER_BELOW_TYPE = 12
_LONGEST_TYPE = 40
_LINES_ABOVE = 400
NATION = pattern(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|VIỆT\s+NAM\s+DÂN\s+CHỦ|Độc\s+lập\s+-")
_MOTTO = re.compile(r"Độc\s+lập|Tự\s+do|Hạnh\s+phúc")
_PLACE_AND_DATE_FOLLOW = pattern(rf"\s*{_PLACE_WORD}[^\n\d]{{0,40}}\sngày[\s\d.…]")

_TYPE_LINE = pattern(rf"(?:^|\n){LINE_MARKS}(?P<type>{TYPE_WORD})[*_\s]*(?=\n|$)", re.IGNORECASE)
# "LUẬT ĐẤT ĐAI", "HƯỚNG DẪN VỀ THỂ THỨC VĂN BẢN": type and title in one line
_TYPE_AND_TITLE = pattern(rf"(?:^|\n){LINE_MARKS}(?P<type>(?i:{TYPE_WORD})) (?=[{CAPITALS}])")
_DATE_BEHIND = pattern(rf",? (?P<date>(?:NGÀY|ngày) {DATE_IN_DIGITS})")
# "Điều 1.", "Chương I", "I. MỤC ĐÍCH", "1. …": the letterhead is over.
_FIRST_HEADING = pattern(
    rf"(?:^|\n){LINE_MARKS}(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG) [IVX\d]|(?:Phần|PHẦN) (?:thứ|THỨ|[IVX\d])|"
    r"(?:I|1|A)[.)] |I- )"
)
SUBJECT = pattern(rf"(?:\n|\s){LINE_MARKS}(?P<mark>V/v|V/V|v/v|Vv|V/v:) ?")
ADDRESSED = pattern(rf"(?:^|\n){LINE_MARKS}(?:Kính gửi|KÍNH GỬI)\s*:?")


def read_number(head: str, draft: HeaderDraft) -> None:
    """Read the number; of a portal's page the one below the letterhead, not one in its introduction."""
    match = _first_own_number(head, 0)
    if match and (nation := NATION.search(head)) and match.start() < nation.start() - 600:
        match = _first_own_number(head, nation.start()) or match
    if match:
        draft.number = normal_number(match.group("number"))
        draft.spans["number"] = draft.number_place = match.span("number")
        draft.end = match.end()
    elif open_number := _NUMBER_LEFT_OPEN.search(head, 0, _opening_end(head, draft)):
        draft.number_place = open_number.span()
        draft.end = open_number.end()


def _first_own_number(head: str, start: int) -> re.Match[str] | None:
    return next((match for match in _NUMBER.finditer(head, start) if _is_own(head, match)), None)


def _is_own(head: str, match: re.Match[str]) -> bool:
    """Tell the number of a letterhead from a citation that happens to start a line.

    A letterhead prints 'Số:' on a line or in a column of its own, below lines that are no sentences; the Party leaves
    the colon out. Type and number in one line ('Luật số: …') have the colon; 'Nghị quyết số 57-NQ/TW' cites.
    """
    line_start = head.rfind("\n", 0, match.start()) + 1
    line = head[line_start : match.start()]
    before = line.rstrip(" \t*#_|-")
    typed = _TYPE_BEFORE.search(before, max(0, len(before) - _LONGEST_TYPE))
    before = before[: typed.start()] if typed else before
    if line[-1:].isalnum() or (match.group("word") == "số" and not typed):
        return False
    goes_on = _GOES_ON.match(head, match.end())
    if match.group("colon") and not typed:
        if not before and _DATED.match(head, match.end() + 1):
            return True
        return not goes_on and (not _SMALL.search(before) or bool(_COLUMN_EDGE.search(line)))
    if goes_on:
        # "LUẬT⏎SỐ 101-SL/L.003 NGÀY 20-5-1957 QUY ĐỊNH …": as the gazette of 1957 heads its texts.
        return not before and match.group("word") == "SỐ" and bool(_TYPE_LINE.fullmatch(head[:line_start].rstrip()))
    return not _SMALL.search(before) and (not typed or bool(match.group("colon"))) and _in_letterhead(head, match)


def _in_letterhead(head: str, match: re.Match[str]) -> bool:
    """Return whether a number without a colon of its own has a letterhead around it, and no sentence."""
    if _GOES_ON_BELOW.match(head, match.end()):
        return False
    above = head[max(0, match.start() - _LINES_ABOVE) : match.start()].rpartition("\n")[0]
    return _is_letterhead(above) or bool(_PLACE_AND_DATE_FOLLOW.match(head, match.end()))


def _is_letterhead(above: str) -> bool:
    """Return whether the last line above is no sentence: in capitals, the nation's motto, a date, or nothing at all."""
    line = above.rstrip()[-200:].rpartition("\n")[2]
    return not _SMALL.search(line) or bool(_MOTTO.search(line) or _DATED.search(line))


def read_place_and_date(head: str, draft: HeaderDraft) -> None:
    """Read place and date, which stand below the number or, in some layouts, above it."""
    number = draft.number_place or (0, draft.end)
    heading = _FIRST_HEADING.search(head, number[1])
    below = min(number[1] + 900, heading.start() if heading else len(head))
    after, before = (number[1], below), (max(0, number[0] - 300), number[0] or 1500)
    for start, end in (after, before):
        for match in _DATED.finditer(head, start, end):
            window = max(start, match.start() - _LONGEST_PLACE)
            place = _PLACE.search(head[window : match.start()])
            if place and (place.group("comma") or place.group("edge").strip(" ") or window in (0, number[1])):
                _set_place(draft, place, window)
                draft.spans["date"] = match.span()
                draft.date = _date(match)
                draft.end = max(draft.end, match.end())
                return


def _set_place(draft: HeaderDraft, place: re.Match[str], offset: int) -> None:
    """Note the place; of words over two lines ('… tại Việt Nam⏎Hà Nội, ngày') only a column of its own counts whole."""
    printed, start = place.group("place"), place.start("place")
    if "\n" in printed and place.group("edge") == " " and not printed.startswith(("Thành", "TP")):
        start += printed.rindex("\n") + 1
    draft.place = " ".join(place.string[start : place.end("place")].split())
    draft.spans["place"] = (offset + start, offset + place.end("place"))


def _date(match: re.Match[str]) -> str | None:
    if not match.group("year"):
        return iso_date(match.group())
    month = match.group("month")
    return f"{match.group('year')}-{int(month):02d}" if month else match.group("year")


def read_type(head: str, draft: HeaderDraft) -> None:
    """Read the type: a type word on a line of its own or before the title, else what number and layout say."""
    if draft.type:
        return
    line = _type_line(head, draft)
    if line:
        draft.type = standard_type(line.group("type"))
        draft.spans["type"] = line.span("type")
        draft.end = max(draft.end, line.end("type"))
        _pass_number_below(head, draft)
    elif draft.number:
        # "5680/CT-CS" is a letter of the Cục Thuế: what has a subject and an addressee but no type above is a letter.
        letter = SUBJECT.search(head, draft.end, draft.end + 400) or ADDRESSED.search(head, draft.end, draft.end + 1800)
        draft.type = "Công văn" if letter else type_of_number(draft.number) or "Công văn"
        if codes_of(draft.number)[:1] and codes_of(draft.number)[0].startswith(("QH", "UBTVQH")):
            draft.type = "Luật"


def _type_line(head: str, draft: HeaderDraft) -> re.Match[str] | None:
    number = draft.spans.get("number", (0, 0))[0]
    # Above the nation's name stands at most a portal's table with facts of the document.
    nation = NATION.search(head, 0, number)
    start, end = nation.end() if nation else max(0, number - 400), _opening_end(head, draft)
    if addressed := ADDRESSED.search(head, draft.end, end):
        end = addressed.start() + 1
    for line in _TYPE_LINE.finditer(head, start, end):
        printed = line.group("type")
        if printed.isupper() or (printed[0].isupper() and draft.end):
            return line
    with_title = _TYPE_AND_TITLE.search(head, draft.end, end) if draft.end else None
    return with_title if with_title and with_title.group("type").isupper() else None


def _opening_end(text: str, draft: HeaderDraft) -> int:
    """Return the offset that type and addressee cannot stand behind: the first heading of the body."""
    heading = _FIRST_HEADING.search(text, draft.end, HEAD)
    return min(heading.start() if heading else HEAD, draft.end + 1200 if draft.end else HEAD)


def _pass_number_below(head: str, draft: HeaderDraft) -> None:
    """'LUẬT⏎SỐ 101-SL/L.003 NGÀY 20-5-1957 QUY ĐỊNH …': number and date may stand between type and title."""
    draft.title_start = draft.spans["type"][1]
    start, end = draft.spans.get("number", (0, 0))
    if 0 < start - draft.title_start <= _NUMBER_BELOW_TYPE:
        draft.title_start = end
        if date := _DATE_BEHIND.match(head, end):
            draft.date, draft.title_start = iso_date(date.group()), date.end()
            draft.spans["date"] = date.span("date")


def read_number_elsewhere(text: str, draft: HeaderDraft) -> None:
    """Take what the letterhead does not say from an annex ('kèm theo Quyết định số …') or a portal's introduction.

    What is addressed to somebody and has no type above is a letter.
    """
    addressed = ADDRESSED.search(text, 0, _opening_end(text, draft))
    if not draft.number and addressed and "type" not in draft.spans:
        draft.type = "Công văn"
    if draft.type is None:
        return
    announced = _ANNOUNCED.search(text, 0, addressed.start() if addressed else 1500)
    # A document that gives its legal basis is no annex: its articles name others, only its annexes name itself.
    has_basis = _BASIS_BELOW.match(text, draft.end) is not None
    with_annex = (
        m
        for m in _WITH_ANNEX.finditer(text)
        if not has_basis or _ABOVE_ANNEX.search(text, max(0, m.start() - 20), m.start())
    )
    annexes = islice(with_annex, _MOST_ANNEXES)
    named = (m for m in (announced, *annexes) if m)
    match = next((m for m in named if _names_own(m, draft)), None)
    if match is None:
        return
    if not draft.number:
        draft.number = normal_number(match.group("number"))
        draft.spans["number"] = match.span("number")
    if draft.date is None and match.group("date"):
        draft.date = iso_date(match.group("date"))


def _names_own(match: re.Match[str], draft: HeaderDraft) -> bool:
    number = normal_number(match.group("number"))
    if draft.number:
        return number == draft.number
    # "… MỘT SỐ ĐIỀU CỦA QUY CHẾ BAN HÀNH KÈM THEO THÔNG TƯ SỐ 06/2024/TT-BGDĐT": what a title names is another.
    is_in_title = number.upper() in (draft.title or "").upper()
    return standard_type(match.group("type")) == draft.type and not is_in_title
