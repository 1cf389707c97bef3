"""What a document is: type, number, date, place, issuer, title, signatures, recipients, effective date.

Source of the layout: Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW of 2018 (Party). Real files break the
letterhead over lines, glue its two columns, or leave it out; then the number comes from an annex ("kèm theo Quyết định
số …") and the issuer from the sentence in which it speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from extractors.citations.atoms import (
    CAPITALS,
    DATE_IN_WORDS,
    SMALLS,
    SO,
    SYMBOL,
    TYPE_WORD,
    YEAR,
    pattern,
)
from extractors.citations.dates import iso_date
from extractors.citations.symbols import codes_of, normal_number, type_of_number
from extractors.citations.tails import ISSUER_NAME
from extractors.issuers import letterhead_issuer, normal_case
from extractors.model import Header, Signature, Span
from extractors.registry import registry
from extractors.signatures import find_signatures
from extractors.text import TextView

# A letterhead, a portal's introduction before it included, stands in this many characters.
_HEAD = 12_000
_LONGEST_TITLE = 1500
_MOST_ANNEXES = 20

_LINE_MARKS = r"[^\S\n]*(?:[#*_|]+[^\S\n]*)*"
# "Số: 659/TB-VPCP", "Số 782 -CV/ĐU", "Luật số: 31/2024/QH15", "Số:⏎122/2025/QĐ-UBND", glued "***Số: 367 - QĐ/TWĐTN"
_NUMBER = pattern(
    rf"(?:^|[\n*|_-]){_LINE_MARKS}(?:(?:[Ss]ố|SỐ)\s*[:.]?|(?:{TYPE_WORD}|LUẬT) (?:[Ss]ố|SỐ)(?:\s*:|"
    rf"(?=[^\n]{{1,40}}(?:\n|$))))\s*\**\s*(?P<number>{SYMBOL})",
)
_NUMBER_LEFT_OPEN = pattern(rf"(?:^|\n){_LINE_MARKS}(?:Số|SỐ)\s*:?[\s.…_]*(?P<rest>[/-]~[A-ZĐ][\w/&-]*)")
_WITH_ANNEX = pattern(
    rf"(?:kèm theo|ban hành theo) (?P<type>{TYPE_WORD})"
    rf" (?:{SO}~)?(?P<number>{SYMBOL})(?:,? (?P<date>ngày [^\n()]{{6,24}}?\d{{4}}))?",
    re.IGNORECASE,
)
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
# codes: "110-HD/BTGTU ngày …" has none.
_PLACE_WORD = rf"(?:[{CAPITALS}][{SMALLS}]+|TP\.?)"
_PLACE = pattern(
    rf"(?P<edge>^|[\n\t|*]|\s)[^\S\n]*(?P<place>{_PLACE_WORD}(?:[^\S\n]*[-.]?[^\S\n]*\n?[^\S\n]*(?:{_PLACE_WORD}|phố)){{0,5}})"
    r"(?P<comma>\s*,)?\s*$"
)
_LONGEST_PLACE = 60
# "Luật này được Quốc hội … thông qua ngày 18 tháng 01 năm 2024": at the end of laws and resolutions
_PASSED = pattern(rf"này (?:đã )?được [^.;]{{5,160}} thông qua(?: tại [^.;]{{5,80}})? (?P<date>{DATE_IN_WORDS})")
_NATION = pattern(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|VIỆT\s+NAM\s+DÂN\s+CHỦ|Độc\s+lập\s+-")

_TYPE_LINE = pattern(rf"(?:^|\n){_LINE_MARKS}(?P<type>{TYPE_WORD})[*_\s]*(?=\n|$)", re.IGNORECASE)
_SUBJECT = pattern(rf"(?:\n|\s){_LINE_MARKS}(?P<mark>V/v|V/V|v/v|Vv|V/v:) ?")
_ADDRESSED = pattern(rf"(?:^|\n){_LINE_MARKS}(?:Kính gửi|KÍNH GỬI)\s*:?")
_ABOUT = pattern(r"^(?:[Vv]ề việc|VỀ VIỆC|V/v:?|V/V:?|v/v:?) ")

# A line that starts like this is past the title.
_PAST_TITLE = pattern(
    rf"^{_LINE_MARKS}(?:[-–]\s*)?(?:Căn cứ|CĂN CỨ|Kính gửi|Xét|Thực hiện|Để |Nhằm|Ngày \d|Trong |"
    rf"Tại |Theo|Sau|Qua |Trên cơ sở|Điều \d|Chương [IVX\d]|CHƯƠNG|Phần |PHẦN |Mục [IVX\d]|"
    rf"[IVX]+[.\-/]|\d+[.)]|A[.\-]|Triển khai thực|Tiếp tục|Năm \d|Thời gian|Ban (?:Thường|Bí|Chấp|"
    rf"Tổ)|Bộ Chính|Vừa qua|[“\"]|[{CAPITALS}][\w\s]{{2,60}}điện:|\(|---|___|\*\*\*|={{3}})"
)
_TITLE_OF_PLAN = pattern(r"(?:Thực hiện|Triển khai|Tiếp tục|Ban hành|Năm \d)")
_ALL_CAPS = pattern(rf"^[^a-z{CAPITALS[3:].lower()}]*$")
_SPEAKER = pattern(
    rf"(?:,|^|\n|\.)~(?P<issuer>{ISSUER_NAME}) (?:đề nghị|yêu cầu|xây dựng|ban hành|có ý kiến|"
    rf"thông báo|hướng dẫn|chỉ đạo|kết luận|quyết định|báo cáo|điện)(?!\w)"
)
_EFFECTIVE = pattern(
    rf"có hiệu lực(?: thi hành)? (?:kể )?từ (?P<date>{DATE_IN_WORDS}|ngày \d{{1,2}}/\d{{1,2}}/{YEAR}|"
    r"(?P<signing>ngày (?:ký|ban hành)))"
)
_OWN_EFFECT = pattern(r"(?:này|Nghị định|Luật|Thông tư|Quyết định|Nghị quyết) $")


@dataclass(slots=True)
class HeaderReading:
    """A header with what the later stages need of it.

    Attributes:
        header: The public header; its spans are raw offsets.
        title: Where the title stands in the view.
        end: Offset in the view where letterhead and title end; 0 where there is no header.
        signature: Where the signature block stands in the view.
    """

    header: Header
    title: tuple[int, int] | None = None
    end: int = 0
    signature: tuple[int, int] | None = None


@dataclass(slots=True)
class _Draft:
    """The fields while they are being read; spans in the view."""

    type: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    end: int = 0
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_header(view: TextView) -> HeaderReading:
    """Read the header of a text; a passage without any gives an empty one."""
    text = view.text
    head = text[:_HEAD]
    draft = _Draft()
    _read_number(head, draft)
    _read_place_and_date(head, draft)
    _read_type(head, draft)
    _read_title(head, draft)
    if not draft.number:
        _read_number_elsewhere(text, draft)
    if draft.date is None and (passed := _PASSED.search(text, draft.end)):
        draft.date = iso_date(passed.group("date"))
    _read_issuer(text, draft)
    if not _is_document(draft):
        return HeaderReading(Header())
    signatures = find_signatures(text, draft.end)
    effective = _effective_date(text, draft)
    header = Header(
        type=draft.type,
        number=draft.number,
        date=draft.date,
        place=draft.place,
        issuer=draft.issuer,
        title=draft.title,
        signatures=tuple(Signature(name=s.name, office=s.office) for s in signatures.signatures),
        recipients=signatures.recipients,
        effective=effective,
        spans={k: Span(start=view.to_raw(a), end=view.to_raw(b)) for k, (a, b) in draft.spans.items()},
    )
    return HeaderReading(header, draft.spans.get("title"), draft.end, signatures.span)


def _is_document(draft: _Draft) -> bool:
    """A number, or a type together with date or issuer, makes a header; a lone word in a passage does not."""
    return bool(draft.number or (draft.type and (draft.date or draft.issuer or "type" in draft.spans)))


def _read_number(head: str, draft: _Draft) -> None:
    match = _NUMBER.search(head)
    if match and (nation := _NATION.search(head)) and match.start() < nation.start() - 600:
        match = _NUMBER.search(head, nation.start()) or match
    if match:
        draft.number = normal_number(match.group("number"))
        draft.spans["number"] = match.span("number")
        draft.end = match.end()
    elif open_number := _NUMBER_LEFT_OPEN.search(head):
        draft.end = open_number.end()


def _read_place_and_date(head: str, draft: _Draft) -> None:
    number = draft.spans.get("number", (0, draft.end))
    after, before = (number[1], number[1] + 900), (max(0, number[0] - 300), number[0] or 1500)
    for start, end in (after, before):
        for match in _DATED.finditer(head, start, end):
            window = max(start, match.start() - _LONGEST_PLACE)
            place = _PLACE.search(head[window : match.start()])
            if place and (place.group("comma") or place.group("edge").strip(" ") or window in (0, number[1])):
                draft.place = " ".join(place.group("place").split())
                draft.spans["place"] = (window + place.start("place"), window + place.end("place"))
                draft.spans["date"] = match.span()
                draft.date = _date(match)
                draft.end = max(draft.end, match.end())
                return


def _date(match: re.Match[str]) -> str | None:
    if not match.group("year"):
        return iso_date(match.group())
    month = match.group("month")
    return f"{match.group('year')}-{int(month):02d}" if month else match.group("year")


def _read_type(head: str, draft: _Draft) -> None:
    for line in _TYPE_LINE.finditer(head, max(0, draft.spans.get("number", (0, 0))[0] - 400), draft.end + 1200):
        printed = line.group("type")
        if printed.isupper() or printed[0].isupper():
            draft.type = registry().standard_type(printed)
            draft.spans["type"] = line.span("type")
            draft.end = max(draft.end, line.end())
            return
    if draft.number:
        # "5680/CT-CS" is a letter of the Cục Thuế: what has a subject and an addressee but no type above is a letter.
        letter = _SUBJECT.search(head, draft.end, draft.end + 400) or _ADDRESSED.search(
            head, draft.end, draft.end + 1800
        )
        draft.type = "Công văn" if letter else type_of_number(draft.number) or "Công văn"
        if codes_of(draft.number)[:1] and codes_of(draft.number)[0].startswith(("QH", "UBTVQH")):
            draft.type = "Luật"


def _read_title(head: str, draft: _Draft) -> None:
    if "type" in draft.spans:
        _title_below(head, draft.spans["type"][1], draft)
    elif draft.number:
        _subject_of_letter(head, draft)


def _title_below(head: str, start: int, draft: _Draft) -> None:
    lines: list[tuple[int, int]] = []
    position = start
    caps: bool | None = None
    blanks = 0
    for line in re.finditer(r"[^\n]*(?:\n|$)", head[start : start + _LONGEST_TITLE]):
        content = line.group().strip(" \t\n*#_|")
        position = start + line.start()
        if not content:
            blanks += 1
            if lines and blanks > 1:
                break
            continue
        if not lines and _TITLE_OF_PLAN.match(content):
            pass  # "KẾ HOẠCH / Thực hiện Nghị quyết số …": the first line under the type is the title
        elif _PAST_TITLE.match(line.group()) and not (
            lines and content.isupper() and not content.startswith(("CĂN", "CHƯƠNG", "PHẦN"))
        ):
            break
        is_caps = bool(_ALL_CAPS.match(content))
        if caps and not is_caps and not _goes_on(head, lines[-1][1]):
            break
        if lines and _is_speaker(content, head[slice(*lines[-1])]):
            break
        caps = is_caps if caps is None else caps and is_caps
        blanks = 0
        begin = position + len(line.group()) - len(line.group().lstrip(" \t*#_|"))
        lines.append((begin, begin + len(content)))
    if not lines:
        return
    span = (lines[0][0], lines[-1][1])
    draft.title = _clean_title(head[slice(*span)], draft)
    draft.spans["title"] = span
    draft.end = max(draft.end, span[1])


def _goes_on(head: str, position: int) -> bool:
    """A title in capitals that ends with a comma or hyphen goes on in the next line."""
    return head[:position].rstrip().endswith((",", "-", "("))


def _is_speaker(content: str, previous: str) -> bool:
    """After the title the issuer speaks, in capitals on a line of its own: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH'."""
    return bool(
        re.match(
            r"(?:(?:PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ$|ỦY BAN NHÂN|HỘI ĐỒNG NHÂN|"
            r"CỤC TRƯỞNG|GIÁM ĐỐC|THỐNG ĐỐC|TỔNG THANH|ỦY BAN THƯỜNG|QUỐC HỘI)",
            content,
        )
        and content.isupper()
        and not previous.rstrip().upper().endswith(("CỦA", "TẠI", "VÀ", "DO", "THUỘC", "CỦA CHỦ TỊCH"))
    )


def _subject_of_letter(head: str, draft: _Draft) -> None:
    start = draft.spans["number"][1]
    marked = _SUBJECT.search(head, start, start + 400)
    addressed = _ADDRESSED.search(head, start, start + 1800)
    if marked:
        begin = marked.end()
    elif (line := pattern(rf"\s*\n{_LINE_MARKS}(?P<about>Về )").match(head, start)) and addressed:
        begin = line.start("about")
    else:
        return
    stop = len(head)
    for limit in (
        addressed and addressed.start(),
        draft.spans.get("place", (0, 0))[0],
        head.find("\n\n", begin),
    ):
        if limit and limit > begin:
            stop = min(stop, limit)
    printed = head[begin:stop].rstrip(" \t\n*_|-")
    draft.spans["title"] = (begin, begin + len(printed))
    draft.title = _clean_title(printed, draft)
    draft.end = max(draft.end, begin + len(printed))


def _clean_title(printed: str, draft: _Draft) -> str:
    title = " ".join(re.sub(r"[*#_|]+", " ", printed).split()).rstrip(".")
    title = _ABOUT.sub("", title)
    return title.removeprefix("Về ") if "type" not in draft.spans and title.startswith("Về ") else title


def _read_number_elsewhere(text: str, draft: _Draft) -> None:
    """Take the number of a document without letterhead from its annex or from a portal's introduction.

    What is addressed to somebody and has no type above is a letter.
    """
    addressed = _ADDRESSED.search(text, 0, _HEAD)
    if addressed and "type" not in draft.spans:
        draft.type = "Công văn"
    if draft.type is None:
        return
    announced = _ANNOUNCED.search(text, 0, addressed.start() if addressed else 1500)
    named = (m for m in (announced, *islice(_WITH_ANNEX.finditer(text), _MOST_ANNEXES)) if m)
    match = next((m for m in named if registry().standard_type(m.group("type")) == draft.type), None)
    if match is None:
        return
    draft.number = normal_number(match.group("number"))
    draft.spans["number"] = match.span("number")
    if draft.date is None and match.group("date"):
        draft.date = iso_date(match.group("date"))


# "KẾT LUẬN CỦA BỘ CHÍNH TRỊ VỀ …": of the Central Committee's bodies the one that the title names speaks.
_PARTY_SPEAKER = pattern(r"CỦA ((?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH)(?:, BAN BÍ THƯ)?) ")


# "… CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ": the body is part of the title.
_OPEN_TITLE = pattern(r"(?:CỦA|TẠI|DO|CHO|VÀ|THUỘC|VỚI|TRỊ|BỞI) $")


def _read_issuer(text: str, draft: _Draft) -> None:
    ends = [draft.spans[name][0] for name in ("number", "type") if name in draft.spans]
    head = text[: min(ends, default=draft.end)]
    letterhead = letterhead_issuer(head)
    body = text[draft.end : draft.end + _HEAD]
    title = draft.title or ""
    if letterhead and letterhead.startswith("BAN CHẤP HÀNH") and (party := _PARTY_SPEAKER.match(title)):
        draft.issuer, draft.title = normal_case(party.group(1), body), title[party.end() :]
    elif letterhead:
        draft.issuer = normal_case(letterhead, body)
        if title.isupper() and title.endswith(f" {letterhead}") and not _OPEN_TITLE.search(title[: -len(letterhead)]):
            # "… TẠI THÀNH PHỐ HÀ NỘI ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI": the speaker, glued to the title.
            draft.title = title[: -len(letterhead)].rstrip()
    elif speaker := _SPEAKER.search(text, draft.end, draft.end + 4000):
        draft.issuer = normal_case(" ".join(speaker.group("issuer").split()), body)


def _effective_date(text: str, draft: _Draft) -> str | None:
    for match in _EFFECTIVE.finditer(text, draft.end):
        if _OWN_EFFECT.search(text[max(0, match.start() - 24) : match.start()]):
            return draft.date if match.group("signing") else iso_date(match.group("date"))
    return None
