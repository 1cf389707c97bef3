"""What a text says of a document behind its number: issuer, a later date, what it is about.

'Kết luận số 57-KL/TW [ngày …] của Bộ Chính trị về tiếp tục nâng cao …'. Issuer and date go to the nearest document.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise
from typing import NamedTuple

from legalkg.extractors.citations.dates import LATER_DATE, iso_date
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.organs import HEAD, OVER_IN_CAPITALS, OrganForm
from legalkg.extractors.citations.terminals import (
    CAPITALS,
    DATE_IN_DIGITS,
    DATE_IN_WORDS,
    MONTH_OF_YEAR,
    TYPE_WORD,
    YEAR,
    pattern,
)
from legalkg.extractors.registry.numbers import year_of_number
from legalkg.extractors.registry.types import types_that
from legalkg.extractors.rules import Rule

_LONGEST_TITLE = 400
_YEAR_LENGTH = 4
# Who passes statutes: "doanh nghiệp theo Luật Doanh nghiệp do Nhà nước nắm giữ" names no issuer.
_STATUTES = types_that(lambda kind: kind.rank in ("constitution", "statute"))
# A treaty is its parties'; "… do Ủy ban thực thi thông qua" says who passed something under it.
_OF_PARTIES = types_that(lambda kind: kind.side == "quoc_te")
_PASSES_LAWS = pattern(r"Quốc hội|Ủy ban thường vụ Quốc|UBTVQH|Hội đồng Nhà nước|Nước|Chủ tịch nước", re.IGNORECASE)
_VERB_REACH, _ISSUER_REACH = 16, 180

_ISSUER = OrganForm(r"[*_]{0,3}~(?:,~)?\(?(?:của|do) ")
# "THEO QUYẾT ĐỊNH SỐ 12/QĐ-ABC CỦA BỘ TÀI CHÍNH VỀ …"
_CAPITAL_ISSUER = pattern(
    rf"~(?:,~)?(?:CỦA|DO) (?P<issuer>[{CAPITALS}]+"
    rf"(?: (?!{OVER_IN_CAPITALS}(?!\w))[{CAPITALS}]+){{0,12}})(?!\w)"
)
# "NQ 52-NQ/TW (Bộ Chính trị, 27/9/2019)"
_IN_BRACKETS = OrganForm(r"~[*_]{0,3}~\(", rf"~,~(?:ngày )?(?P<date>{DATE_IN_DIGITS}|{DATE_IN_WORDS})\)")
# As registers give them: "Nghị quyết 79-NQ/TW - Bộ Chính trị (06/01/2026)", "| 186-HD/BTN | 14/04/2026 | Ban A |"
_BEHIND_DASH = pattern(
    rf"[^\S\n]+-[^\S\n]+(?P<issuer>[{CAPITALS}][^()|\n;]{{1,80}}?)~\((?:ngày )?(?P<date>{DATE_IN_DIGITS})\)"
)
_IN_CELLS = OrganForm(
    rf"[^\S\n]*\|[^\S\n]*(?:(?:ngày|VB) )?(?P<date>{DATE_IN_DIGITS})[^\S\n]*\|[^\S\n]*", r"[^\S\n]*\|"
)
# "Bộ Tài chính đã ban hành Quyết định số …": the issuer stands before.
_SAYS_IN = r"(?:có ý kiến|nêu|chỉ đạo|kết luận|đề nghị|trả lời) tại"
_ISSUED = pattern(r"(?:ban hành|triển khai|có|tại|ký)(?: các)? $")
# "Thay mặt Bộ Chính trị, Tổng Bí thư … đã ký ban hành Chỉ thị số …": who signs does so for the organ.
_ON_BEHALF = OrganForm(r"[Tt]hay mặt ", r"~,?~(?:đồng chí )?[^.;:\n]{2,80}? ký(?: ban hành)?(?: các)? $")
_ISSUER_BEFORE = OrganForm(
    rf"(?<!\w)(?={HEAD})",
    r"(?: \([^()]{2,60}\))? (?:(?:đã|vừa|cũng|mới|vừa mới) )?"
    rf"(?:ký )?(?:ban hành(?: và triển khai)?|có|{_SAYS_IN})(?: các)? $",
)
# "Xét đề nghị của Chính phủ tại Tờ trình số …": whose proposal a document holds, made it.
_PROPOSED_BY = OrganForm(r"(?:đề nghị|đề xuất|kiến nghị|ý kiến|báo cáo) của ", r"~,? (?:tại|trong)(?: các)? $")
# Bibliographies give the issuer first: "3. Chính phủ (2020), Nghị định số …", "[7] Bộ Chính trị, Nghị quyết số …".
_ENTRY_REACH = 3
_ENTRY = pattern(r"[,:]~$")
_ENTRY_OF_LIST = OrganForm(
    rf"(?:^|\n)[^\S\n]*(?:[-+•]|\[?\d{{1,3}}[.)\]])[^\S\n]*(?={HEAD})", rf"(?:~\({YEAR}[a-z]?\))?~[,:]~$"
)
_ENTRY_WITH_YEAR = OrganForm(rf"(?:^|\n)[^\S\n]*(?={HEAD})", rf"~\({YEAR}[a-z]?\)~[,:]~$")
# "Nghị quyết số 02-NQ/TW (sau đây gọi tắt là Nghị quyết số 02), ngày 12/06/2021": a remark before the date.
_REMARK = pattern(r"~\((?:sau đây|gọi|viết)[^()\n]{0,90}\)")
# "về quản lý giá đất ngày 01/02/2020 của Bộ Tài chính", "… (ngày 01/02/2020)": the date of the document, not of its
# subject, where the issuer stands behind it or brackets around it.
_DATE_BEHIND_TITLE = pattern(
    r"~(?:,~)?(?:\(~(?:ban hành |ký )?(?:ngày )?"
    rf"(?P<bracketed>{DATE_IN_DIGITS}|{DATE_IN_WORDS[4:]}|{MONTH_OF_YEAR})~\)|"
    rf"ngày (?P<open>{DATE_IN_DIGITS}|{DATE_IN_WORDS[4:]})(?= của {HEAD}(?!\w)))"
)
# "Ngày 22/10/2025, tại Thông báo số 569/TB-VPCP", "Cuối năm 2016, Ban Bí thư ban hành Chỉ thị số …": the date stands
# before, in the same sentence.
_WHEN = (
    rf"(?:[Nn]gày (?P<date>{DATE_IN_DIGITS}|{DATE_IN_WORDS[4:]})|(?P<month>(?i:{MONTH_OF_YEAR}))|"
    rf"(?:(?:[Cc]uối|[Đđ]ầu|[Gg]iữa) n|N)ăm (?P<year>{YEAR}))"
)
_DATE_BEFORE = pattern(
    rf"(?:^|[\n.;,:]|(?<=\svà))[^\S\n]*{_WHEN}~,?~(?:tại|"
    rf"(?:(?:[^.;:\n]|\n(?!\n)){{0,120}} )?(?:đã )?(?:ban hành(?: và triển khai)?|ký|có|{_SAYS_IN})) $"
)
_TITLE = pattern(
    rf"~(?:,~)?(?P<title>[“\"]?(?:[Vv]ề|[Qq]uy định(?!~:)|[Hh]ướng dẫn(?!~:)|[Ss]ửa đổi|[Bb]an hành|[Pp]hê duyệt|"
    rf"[Tt]hi hành|[Cc]ông bố|[Tt]hực hiện|[Tt]riển khai|[Nn]hằm|[Mm]ột số|[Gg]iải quyết|"
    rf"[Tt]hành lập|[Bb]ãi bỏ|[Tt]iếp tục)"
    rf"(?:(?!\((?:sau đây|gọi|viết))[^;.)\t]|\.(?=\w)|(?<=\d)\.(?!\s+[{CAPITALS}])){{3,{_LONGEST_TITLE}}})",
    re.IGNORECASE,
)
# "… về chế độ tiền lương, cụ thể như sau:", "Nghị định số A thực hiện như sau:" end no title.
_AS_FOLLOWS = pattern(r"(?:~,)?(?<!\w)~(?:cụ thể |(?:được )?thực hiện )?(?:như sau|sau đây)~:?~$")
_FOLLOWS_REACH = 40

# "về đột phá …, Ủy ban nhân dân tỉnh ban hành Kế hoạch": a new subject with its verb, the title is over.
_NEW_CLAUSE = pattern(
    rf", (?:{HEAD})(?!\w)[^,;:\n]{{0,80}}? (?:quyết định|yêu cầu|ban hành|đề nghị|chỉ đạo|có ý kiến|thông báo|giao|đã|"
    r"xây dựng|hướng dẫn|báo cáo|trả lời|triển khai|tổ chức)(?!\w)"
)


def read_details(text: str, found: CitationDraft, limit: int, following: int) -> None:
    """Fill issuer, later date and title of a citation from the words behind it, and note where they end.

    Args:
        text: The text of a view.
        found: The citation; ``tail`` is set.
        limit: Offset past which nothing belongs to it (the end of its sentence or paragraph).
        following: Where the next citation starts; a title may hold it, and what stands behind belongs to that one.
    """
    position = found.end
    if remark := _REMARK.match(text, position, limit):
        position = remark.end()
    position = _later_date(text, found, position, limit)
    position = _issuer(text, found, position, limit)
    position = _later_date(text, found, position, limit)
    if found.date is None and (before := _DATE_BEFORE.search(text[max(0, found.start - _ISSUER_REACH) : found.start])):
        found.date = iso_date(before.group(before.lastgroup or 0))
    # What stands behind a law known by its name is a statement, not a title: "Luật Đất đai quy định …".
    if found.name is None or found.type not in _STATUTES:
        position = _title(text, found, position, limit, following)
    found.tail = max(found.tail, position)


def _later_date(text: str, found: CitationDraft, position: int, limit: int) -> int:
    later = LATER_DATE.match(text, position, limit) if found.date is None else None
    date = iso_date(later.group("date")) if later else None
    if later is None or (date and len(date) == _YEAR_LENGTH and year_of_number(found.number) not in (None, date)):
        return position
    found.date = date
    found.parts.setdefault("date", later.span("date"))
    return later.end()


class _Issuer(NamedTuple):
    """Where the issuer behind a number stands, where its words end, and where the date that registers put beside it."""

    span: tuple[int, int]
    end: int
    date: tuple[int, int] | None = None


def _issuer(text: str, found: CitationDraft, position: int, limit: int) -> int:
    if found.type in _OF_PARTIES:
        return position
    issuer = _with_date(text, position, limit) or _alone(text, position, limit)
    if issuer is None and found.issuer is None:
        _issuer_before(text, found)
    if issuer and issuer.date:
        found.date = found.date or iso_date(text[slice(*issuer.date)])
        found.parts.setdefault("date", issuer.date)
    if issuer is None or (found.type in _STATUTES and not _PASSES_LAWS.match(text, *issuer.span)):
        return position
    found.issuer = " ".join(text[slice(*issuer.span)].split())
    found.parts["issuer"] = issuer.span
    return issuer.end


def _with_date(text: str, position: int, limit: int) -> _Issuer | None:
    """Return the issuer and the date that stand together behind a number, in one of the ways of registers."""
    if bracketed := _IN_BRACKETS.match(text, position, limit):
        return _Issuer(bracketed.span, bracketed.end, bracketed.behind.span("date"))
    if behind_dash := _BEHIND_DASH.match(text, position, limit):
        return _Issuer(behind_dash.span("issuer"), behind_dash.end(), behind_dash.span("date"))
    if in_cells := _IN_CELLS.match(text, position, limit):
        return _Issuer(in_cells.span, in_cells.end, in_cells.before.span("date"))
    return None


def _alone(text: str, position: int, limit: int) -> _Issuer | None:
    if organ := _ISSUER.match(text, position, limit):
        return _Issuer(organ.span, organ.end)
    if capitals := _CAPITAL_ISSUER.match(text, position, limit):
        return _Issuer(capitals.span("issuer"), capitals.end())
    return None


def _issuer_before(text: str, found: CitationDraft) -> None:
    """Read 'Bộ Tài chính đã ban hành [Quyết định số …]' and '3. Bộ Tài chính (2020), [Thông tư số …]'."""
    start, end = max(0, found.start - _ISSUER_REACH), found.start
    if _ISSUED.search(text, max(0, end - _VERB_REACH), end):
        forms = (_ON_BEHALF, _ISSUER_BEFORE, _PROPOSED_BY)
        issuer = next((organ for form in forms if (organ := form.search(text, start, end))), None)
    elif _ENTRY.search(text, max(0, end - _ENTRY_REACH), end):
        issuer = _ENTRY_OF_LIST.search(text, start, end) or _ENTRY_WITH_YEAR.search(text, start, end)
    else:
        return
    if issuer:
        found.issuer = issuer.organ


def _title(text: str, found: CitationDraft, position: int, limit: int, following: int) -> int:
    title = _TITLE.match(text, position, limit)
    if title is None:
        return position
    start, end = title.span("title")
    if over := _NEW_CLAUSE.search(text, start, end):
        end = over.start()
    if dated := _DATE_BEHIND_TITLE.search(text, start, min(limit, end + 1, following)):
        end = dated.start()
        if found.date is None:
            name = "bracketed" if dated.group("bracketed") else "open"
            found.date = iso_date(dated.group(name))
            found.parts.setdefault("date", dated.span(name))
        _issuer(text, found, dated.end(), limit)
    if follows := _AS_FOLLOWS.search(text, max(start, end - _FOLLOWS_REACH), end):
        end = follows.start()
    if end <= start:
        return position
    found.title = _without_open_quotes(" ".join(text[start:end].split()).strip(" ,"))
    found.parts["title"] = (start, end)
    return end


def _without_open_quotes(title: str) -> str:
    """Take away quotation marks around the whole title, and one that the other end of the title has lost."""
    if title[:1] in '“"' and title[-1:] in '”"':
        return title[1:-1]
    if title.count("“") == title.count("”") and title.count('"') % 2 == 0:
        return title
    return title.strip('“”"')


def share_in_lists(text: str, citations: list[CitationDraft], members: Container[Rule]) -> None:
    """Return members of a list the date or issuer that stands once, behind the last of them.

    '18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6': date and issuer belong to both.

    Args:
        text: The text of a view.
        citations: In reading order.
        members: The rules that find a further member of a list, whose date is that of all.
    """
    for index in range(len(citations) - 2, -1, -1):
        first, second = citations[index], citations[index + 1]
        if second.start < first.end or first.type != second.type or not _LIST.fullmatch(text, first.end, second.start):
            continue
        if first.issuer is None:
            first.issuer = second.issuer
        if first.date is None and second.rule in members:
            first.date = second.date
    for first, second in pairwise(citations):
        if first.date is None and {first.type, second.type} <= _SENT and _AND.fullmatch(text, first.end, second.start):
            first.date = second.date


# "tại Tờ trình số 12/TTr-CP và Đề án số 13/ĐA-CP ngày 09/5/2031": what is sent together has one day.
_SENT = types_that(lambda kind: kind.is_answered)
_AND = pattern(r" (?:và|kèm theo|kèm) ")
_LIST = pattern(rf"\s*(?:,|và|,\s*và|;)\s*(?:{TYPE_WORD}\s+)?(?:số\s*)?", re.IGNORECASE)
