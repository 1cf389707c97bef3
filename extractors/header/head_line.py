"""Heads in one sentence: 'NGHỊ QUYẾT SỐ 58-NQ/HĐNN8 NGÀY 11-3-1988 CỦA HỘI ĐỒNG NHÀ NƯỚC VỀ VIỆC …'.

So collections, gazettes of before 1990 and web copies head a document, and courts their judgments. A headline of the
news has the same words in small letters: only capitals are a head, or, of a judgment, a court above.
"""

from __future__ import annotations

import re

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.organs import HEAD as ORGAN_HEAD
from legalkg.extractors.citations.symbols import normal_number
from legalkg.extractors.citations.terminals import DATE_IN_DIGITS, DATE_IN_WORDS, SMALLS, SYMBOL, TYPE_WORD, pattern
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.header.letterhead import LINE_MARKS
from legalkg.extractors.header.offices import SPEAKS
from legalkg.extractors.registry.types import standard_type

_REACH = 3000
_LONGEST_TITLE = 600
_NUMBER = rf"(?P<number>{SYMBOL}|\d{{1,4}}\s+[A-Z]{{2,4}}/[A-ZĐ\d]{{2,9}})"
_DATE = rf"(?i:{DATE_IN_WORDS}|ngày\s+{DATE_IN_DIGITS})"
# "CỦA HỘI ĐỒNG BỘ TRƯỞNG", up to number, date or subject
_WORDS = rf"[^{SMALLS}\d\n]{{3,80}}?"
_ORGAN = rf"CỦA\s+(?P<NAME>{_WORDS}(?:\n{_WORDS})??)(?=\s+(?:SỐ|NGÀY|VỀ|QUY|BAN)\s|\s*(?:\n|$))"
_HEAD_LINE = pattern(
    rf"(?:^|\n){LINE_MARKS}(?P<type>(?i:{TYPE_WORD}))(?:\s+{_ORGAN.replace('NAME', 'first')})?"
    rf"\s+(?:(?i:số)\s*:?\s*)?{_NUMBER}(?:[\s,]+(?P<date>{_DATE}))?(?:\s+{_ORGAN.replace('NAME', 'second')})?"
    r"(?:\s+(?P<title>(?i:về|quy định|ban hành)\s))?"
)
# "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về đổi mới …⏎I- TÌNH HÌNH": without a number only the text below shows that it is a head.
_ORGAN_HEAD = pattern(
    rf"(?:^|\n){LINE_MARKS}(?P<type>(?i:{TYPE_WORD})) CỦA (?P<organ>{_WORDS}) (?P<title>(?i:về)\s)[^\n]{{20,400}}\n"
    rf"\s*(?:I[.-]|Điều 1(?!\d)|Căn cứ )"
)
# "Bản án số: 58/2023/HNGĐ-ST. Ngày: 29/9/2023 “V/v ly hôn”": the left column of a court's letterhead.
_COURT_HEAD = pattern(
    rf"(?P<type>(?:Bản án|BẢN ÁN|Quyết định|QUYẾT ĐỊNH)) (?:số|SỐ)~:~{_NUMBER}\.?\s+"
    rf"(?i:ngày)~:?~(?P<date>{DATE_IN_DIGITS})\.?(?:\s*[“\"(]?(?i:v/v|về việc):? (?P<about>[^”\")\n]{{4,200}}))?"
)
# "Quyết định về việc …⏎Thủ tướng Chính phủ⏎Căn cứ Luật …;": in small letters what stands below shows it.
_SMALL_HEAD = pattern(
    rf"\s*(?P<type>{TYPE_WORD}) (?P<title>về |ban hành |quy định |phê duyệt |sửa đổi)[^\n]{{8,400}}\n+"
    rf"\s*(?P<organ>{ORGAN_HEAD}[^\n.;:]{{0,80}})\n+\s*(?:[-*•]\s*)?Căn cứ ",
    re.IGNORECASE,
)
_ABOUT = pattern(r"VỀ(?: VIỆC)? ", re.IGNORECASE)
_COURT = re.compile(r"T(?:ÒA|OÀ) ÁN NHÂN DÂN")
_PARAGRAPH_ENDS = re.compile(r"\n\s*\n|$")
_JUDGMENTS = frozenset({"Bản án", "Án lệ"})


def read_head_line(head: str, draft: HeaderDraft) -> None:
    """Read type, number, date, issuer and title where one sentence says them, and no letterhead does."""
    if draft.number is None and _COURT.search(head, 0, _REACH) and (court := _COURT_HEAD.search(head, 0, _REACH)):
        _take(head, court, draft)
        if court.group("about"):
            _set_title(head, *court.span("about"), draft)
        return
    heads = [match for match in _HEAD_LINE.finditer(head, 0, _REACH) if _is_head(head, match, draft)]
    # A portal's line above says the same in small letters.
    if match := next((match for match in heads if match.group("type").isupper()), heads[0] if heads else None):
        _take(head, match, draft)
        draft.speaker = _plain(match.group("second") or match.group("first") or "") or None
        _take_title(head, match, draft)
    elif draft.number is None and (match := _ORGAN_HEAD.search(head, 0, _REACH)):
        draft.type, draft.spans["type"] = standard_type(match.group("type")), match.span("type")
        draft.speaker = _plain(match.group("organ"))
        _take_title(head, match, draft)
    elif draft.number is None and (match := _SMALL_HEAD.match(head)) and not match.group("organ").isupper():
        draft.type, draft.spans["type"] = standard_type(match.group("type")), match.span("type")
        draft.issuer = _plain(match.group("organ"))
        _take_title(head, match, draft)


def _is_head(head: str, match: re.Match[str], draft: HeaderDraft) -> bool:
    if draft.number not in (None, normal_number(match.group("number"))):
        return False
    if not any(match.group(name) for name in ("date", "first", "second", "title")):
        return False
    printed = match.group().replace(match.group("number"), "")
    is_judgment = standard_type(match.group("type")) in _JUDGMENTS
    return printed.isupper() or (is_judgment and bool(_COURT.search(head, 0, _REACH)))


def _take(head: str, match: re.Match[str], draft: HeaderDraft) -> None:
    # "SẮC LỆNH⏎LUẬT SỐ 102-SL/L-004 NGÀY 20-5-1957 QUY ĐỊNH …": the line above says what promulgates the law.
    above = standard_type(head[: match.start()].rstrip().rpartition("\n")[2].strip())
    draft.type, draft.number = above or standard_type(match.group("type")), normal_number(match.group("number"))
    draft.spans |= {"type": match.span("type"), "number": match.span("number")}
    draft.number_place = draft.number_place or match.span("number")
    draft.end = draft.title_start = match.end()
    if date := match.group("date"):
        draft.date, draft.spans["date"] = iso_date(date), match.span("date")


def _take_title(head: str, match: re.Match[str], draft: HeaderDraft) -> None:
    """Note the title, to the end of its paragraph, or of its lines in capitals."""
    if not match.group("title"):
        return
    about = _ABOUT.match(head, match.start("title"))
    start = about.end() if about else match.start("title")
    paragraph = _PARAGRAPH_ENDS.search(head, start, start + _LONGEST_TITLE)
    end = paragraph.start() if paragraph else start + _LONGEST_TITLE
    lines = head[start:end].split("\n")
    kept = 1
    while kept < len(lines) and _goes_on(lines[kept - 1], lines[kept].strip(), draft.speaker):
        kept += 1
    printed = "\n".join(lines[:kept])
    _set_title(head, start, start + len(printed.rstrip(" -|*_\n")), draft)


def _goes_on(line: str, following: str, speaker: str | None) -> bool:
    if line.endswith(".") or following == speaker or SPEAKS.match(following):
        return False
    return line.isupper() and following.isupper()


def _set_title(head: str, start: int, end: int, draft: HeaderDraft) -> None:
    draft.title, draft.spans["title"] = _plain(head[start:end]), (start, end)
    draft.end = max(draft.end, end)


def _plain(words: str) -> str:
    return " ".join(words.split())
