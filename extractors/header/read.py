"""What a document is: type, number, date, place, issuer, title, signatures, recipients, effective date.

Source of the layout: Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW of 2018 (Party). Real files break the
letterhead over lines, glue its two columns, or leave it out; then the number comes from an annex ("kèm theo Quyết định
số …") and the issuer from the sentence in which it speaks.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from itertools import takewhile

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.organs import HEAD as ORGAN_HEAD
from legalkg.extractors.citations.organs import OrganForm
from legalkg.extractors.citations.terminals import CAPITALS, DATE_IN_DIGITS, DATE_IN_WORDS, SMALLS, TYPE_WORD, pattern
from legalkg.extractors.header.annex_head import read_annex_head
from legalkg.extractors.header.consolidated import read_consolidated
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.header.head_line import read_head_line
from legalkg.extractors.header.issuers import is_union, letterhead_issuer, normal_case, read_letterhead
from legalkg.extractors.header.letterhead import (
    HEAD,
    read_number,
    read_number_elsewhere,
    read_place_and_date,
    read_type,
)
from legalkg.extractors.header.news_preface import read_news_preface
from legalkg.extractors.header.passage_end import read_passage_end
from legalkg.extractors.header.signatures import find_signatures
from legalkg.extractors.header.title import read_title
from legalkg.extractors.model import Header, Signature, Span
from legalkg.extractors.partial_dates import is_day
from legalkg.extractors.registry.types import standard_type
from legalkg.extractors.text import TextView

# "Luật này được Quốc hội … thông qua ngày 18 tháng 01 năm 2024": at the end of laws and resolutions
_PASSED = pattern(rf"này (?:đã )?được [^.;]{{5,160}} thông qua(?: tại [^.;]{{5,80}})? (?P<date>{DATE_IN_WORDS})")
# "Được Hội đồng Thẩm phán … thông qua ngày 06/4/2016": below the title of a precedent
_ADOPTED = OrganForm(r"\nĐược ", rf" thông qua (?P<date>{DATE_IN_WORDS}|ngày {DATE_IN_DIGITS})")
# "Số hiệu: … Người ký: Nguyễn Văn An"
_PORTAL_SIGNER = pattern(
    rf"(?:^|\n)[^\n]{{0,200}}Người ký:? (?P<name>[{CAPITALS}][{SMALLS}]+(?:[^\S\n][{CAPITALS}][{SMALLS}]+){{1,4}})"
)
_NAMES_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU) ")
_SPEAKER = OrganForm(
    rf"(?:,|^|\n|\.)~(?={ORGAN_HEAD})",
    r" (?:đề nghị|yêu cầu|xây dựng|ban hành|có ý kiến|"
    r"thông báo|hướng dẫn|chỉ đạo|kết luận|quyết định|báo cáo|điện(?! tử))(?!\w)",
)
# Of the Central Committee's bodies the one that the title names speaks: "KẾT LUẬN CỦA BỘ CHÍNH TRỊ VỀ …".
_PARTY_SPEAKER = pattern(r"(?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH)(?:, BAN BÍ THƯ)?")
# "Bộ⏎Thực hiện ý kiến chỉ đạo": the next paragraph, not the body's name; "Chính phủ sẽ ban hành" is no act, and the
# State is no body.
_NO_SPEAKER = re.compile(r"\n[^\S\n]*(?:Thực hiện|Căn cứ|Theo|Xét|Triển khai|Ngày|Để)\b|\ssẽ$|^(?:Nhà nước|Đảng)$")
# "… CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ": the body is part of the title.
_OPEN_TITLE = pattern(r"(?:CỦA|TẠI|DO|CHO|VÀ|THUỘC|VỚI|TRỊ|BỞI) $")
# "có hiệu lực thi hành kể từ ngày …", "… từ ngày ký ban hành", "… sau 10 ngày (,) kể từ ngày ký"
_EFFECTIVE = pattern(
    rf"có hiệu lực(?: thi hành)?(?: sau (?P<days>\d{{1,3}})(?: \([^()\n]*\))? ngày,?)? (?:kể )?từ "
    rf"(?:(?P<signing>ngày~(?:ký|ban hành))|(?P<date>{DATE_IN_WORDS}|ngày {DATE_IN_DIGITS}))"
)
_DECIDES = pattern(r"(?:RA SẮC LỆNH|NAY |QUYẾT |BAN HÀNH|.*:$)")
_BEFORE_EFFECT = 300
# "Nghị quyết này …", "Nghị quyết này đã được Hội đồng nhân dân tỉnh … thông qua ngày … và …"
_OWN_EFFECT = pattern(
    rf"(?P<type>{TYPE_WORD})(?P<this> này)?(?: (?:đã )?được [^.;]{{2,200}} thông qua [^.;]{{5,60}}?)?(?:,? và)? $"
)
_LONGEST_SPEAKER = 200
_LONGEST_OPENING = 4000
_FILLED = ("type", "number", "date", "place", "issuer", "title", "effective")
_NOTHING = Header()


@dataclass(slots=True)
class HeaderReading:
    """A header with what the later stages need of it.

    Attributes:
        header: The public header; its spans are raw offsets.
        title: Where the title stands in the view.
        end: Offset in the view where letterhead and title end; 0 where there is no header.
        signature: Where the signature block stands in the view.
        printed: The type that the text calls itself by; that of a consolidated text is the one of what it consolidates.
        type_start: Where the type stands in the view, above the title.
    """

    header: Header
    title: tuple[int, int] | None = None
    end: int = 0
    signature: tuple[int, int] | None = None
    printed: str | None = None
    type_start: int | None = None


def read_header(view: TextView) -> HeaderReading:
    """Read the header of a text; a passage without any gives an empty one."""
    text = view.text
    head = text[:HEAD]
    draft = HeaderDraft()
    read_number(head, draft)
    read_head_line(head, draft)
    read_place_and_date(head, draft)
    read_type(head, draft)
    read_title(head, draft)
    if draft.number is None and draft.type is None:
        read_news_preface(text, draft)
    if draft.number is None or draft.date is None:
        read_number_elsewhere(text, draft)
    if draft.date is None and (passed := _PASSED.search(text, draft.end)):
        draft.date = iso_date(passed.group("date"))
    if draft.date is None and (adopted := _ADOPTED.search(text, 0, HEAD)):
        draft.date, draft.issuer = iso_date(adopted.behind.group("date")), adopted.organ
    if draft.issuer is None:
        _read_issuer(text, draft)
    printed = draft.type
    read_consolidated(text, draft)
    if not draft.number and not draft.type:
        return _passage(view)
    signatures = find_signatures(text, draft.end)
    effective = _effective_date(text, draft)
    header = Header(
        type=draft.type,
        number=draft.number,
        date=draft.date,
        place=draft.place,
        issuer=draft.issuer,
        superior=draft.superior,
        title=draft.title,
        signatures=signatures.signatures or _portal_signer(head),
        recipients=signatures.recipients,
        effective=effective,
        spans=_raw_spans(view, draft),
    )
    type_start = draft.spans["type"][0] if "type" in draft.spans else None
    return HeaderReading(header, draft.spans.get("title"), draft.end, signatures.span, printed, type_start)


def _passage(view: TextView) -> HeaderReading:
    """Return what the end of a document, and its annexes, say of it where its head is missing."""
    draft = HeaderDraft()
    signatures, block = read_passage_end(view.text, draft)
    read_annex_head(view.text, draft)
    header = Header(
        type=draft.type,
        number=draft.number,
        date=draft.date,
        issuer=draft.issuer,
        signatures=tuple(signatures),
        spans=_raw_spans(view, draft),
    )
    return HeaderReading(header, signature=block)


def _raw_spans(view: TextView, draft: HeaderDraft) -> dict[str, Span]:
    return {name: Span(start=view.to_raw(a), end=view.to_raw(b)) for name, (a, b) in draft.spans.items()}


def _portal_signer(head: str) -> tuple[Signature, ...]:
    """Return who signs by the table of facts that a portal prints above a text it does not give whole."""
    found = _PORTAL_SIGNER.search(head)
    return (Signature(name=" ".join(found.group("name").split()), office=None),) if found else ()


def with_known(reading: HeaderReading, known: Header) -> HeaderReading:
    """Fill what a text does not say of its document with what is known from elsewhere; the text itself goes before."""
    if known == _NOTHING:
        return reading
    given = {name: value for name in _FILLED if (value := getattr(known, name)) and not getattr(reading.header, name)}
    if kind := given.get("type"):
        given["type"] = standard_type(kind) or kind
    if number := given.get("number"):
        given["number"] = "".join(number.split())
    return replace(reading, header=reading.header.model_copy(update=given))


def _read_issuer(text: str, draft: HeaderDraft) -> None:
    letterhead = _letterhead_issuer(text, draft)
    body = text[draft.end : draft.end + HEAD]
    title = draft.title or ""
    if letterhead and letterhead.startswith("BAN CHẤP HÀNH") and (party := _PARTY_SPEAKER.match(draft.speaker or "")):
        letterhead = party.group()
    if letterhead and title.isupper() and title.endswith(f" {letterhead}"):
        # "… TẠI THÀNH PHỐ HÀ NỘI ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI": the speaker, glued to the title.
        before = title[: -len(letterhead)]
        draft.title = title if _OPEN_TITLE.search(before) else before.rstrip()
    below = _capital_lines(body)
    is_asked = letterhead in " ".join(below.split()) if letterhead else not draft.speaker
    speaker = letterhead_issuer(below) if is_asked else None
    if letterhead and speaker and _NAMES_PLACE.match(speaker.removeprefix(f"{letterhead} ")):
        letterhead = speaker  # "HỘI ĐỒNG NHÂN DÂN" above, "HỘI ĐỒNG NHÂN DÂN TỈNH VĨNH PHÚC" below
    if capitals := letterhead or draft.speaker or speaker:
        draft.issuer = normal_case(capitals, body)
    elif (spoken := _SPEAKER.search(text, draft.end, draft.end + _LONGEST_OPENING)) and not _NO_SPEAKER.search(
        text[slice(*spoken.span)]
    ):
        draft.issuer = normal_case(spoken.organ, body)


def _letterhead_issuer(text: str, draft: HeaderDraft) -> str | None:
    ends = [draft.spans[name][0] for name in ("number", "type") if name in draft.spans]
    found = read_letterhead(text[: min(ends, default=draft.end)])
    if found is None:
        return None
    issuer = found.issuer
    draft.superior = normal_case(found.superior) if found.superior else None
    if issuer == "BAN CHẤP HÀNH TRUNG ƯƠNG" and "number" in draft.spans:
        # Unions print their own name in the other column: "ĐOÀN TNCS HỒ CHÍ MINH".
        number = draft.spans["number"][1]
        other_column = letterhead_issuer(text[number : draft.spans.get("place", (number, number))[0]])
        return f"{issuer} {other_column}" if other_column and is_union(other_column) else issuer
    return issuer


def _capital_lines(text: str) -> str:
    """Return the lines in capitals below the title, where the issuer speaks: 'THỦ TƯỚNG CHÍNH PHỦ'."""
    lines = (line.strip() for line in text.lstrip(" \n|*_")[:_LONGEST_SPEAKER].split("\n"))
    return "\n".join(takewhile(lambda line: not line or (line.isupper() and not _DECIDES.match(line)), lines))


def _effective_date(text: str, draft: HeaderDraft) -> str | None:
    """Read from when on the document itself takes effect; a letter takes none."""
    if draft.type == "Công văn":
        return None
    for match in _EFFECTIVE.finditer(text, draft.end):
        own = _OWN_EFFECT.search(text[max(0, match.start() - _BEFORE_EFFECT) : match.start()])
        if own and (own.group("this") or standard_type(own.group("type")) == draft.type):
            said = max(0, match.start() - _BEFORE_EFFECT) + own.start()
            draft.spans["effective"] = (said, match.end())
            start = draft.date if match.group("signing") else iso_date(match.group("date"))
            return _later(start, int(match.group("days") or 0))
    return None


def _later(date: str | None, days: int) -> str | None:
    """Return the day so many days after a date; None where the date says no day."""
    if not date or not days:
        return date
    if not is_day(date):
        return None
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days)).isoformat()
