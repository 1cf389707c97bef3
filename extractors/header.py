"""What a document is: type, number, date, place, issuer, title, signatures, recipients, effective date.

Source of the layout: Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW of 2018 (Party). Real files break the
letterhead over lines, glue its two columns, or leave it out; then the number comes from an annex ("kèm theo Quyết định
số …") and the issuer from the sentence in which it speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.citations.atoms import DATE_IN_WORDS, YEAR, pattern
from extractors.citations.dates import iso_date
from extractors.citations.tails import ISSUER_NAME
from extractors.issuers import letterhead_issuer, normal_case
from extractors.letterhead import HEAD, Draft, read_number, read_number_elsewhere, read_place_and_date, read_type
from extractors.model import Header, Signature, Span
from extractors.signatures import find_signatures
from extractors.text import TextView
from extractors.title import read_title

# "Luật này được Quốc hội … thông qua ngày 18 tháng 01 năm 2024": at the end of laws and resolutions
_PASSED = pattern(rf"này (?:đã )?được [^.;]{{5,160}} thông qua(?: tại [^.;]{{5,80}})? (?P<date>{DATE_IN_WORDS})")
_SPEAKER = pattern(
    rf"(?:,|^|\n|\.)~(?P<issuer>{ISSUER_NAME}) (?:đề nghị|yêu cầu|xây dựng|ban hành|có ý kiến|"
    rf"thông báo|hướng dẫn|chỉ đạo|kết luận|quyết định|báo cáo|điện)(?!\w)"
)
# "KẾT LUẬN CỦA BỘ CHÍNH TRỊ VỀ …": of the Central Committee's bodies the one that the title names speaks.
_PARTY_SPEAKER = pattern(r"CỦA ((?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH)(?:, BAN BÍ THƯ)?) ")
# "… CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ": the body is part of the title.
_OPEN_TITLE = pattern(r"(?:CỦA|TẠI|DO|CHO|VÀ|THUỘC|VỚI|TRỊ|BỞI) $")
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


def read_header(view: TextView) -> HeaderReading:
    """Read the header of a text; a passage without any gives an empty one."""
    text = view.text
    head = text[:HEAD]
    draft = Draft()
    read_number(head, draft)
    read_place_and_date(head, draft)
    read_type(head, draft)
    read_title(head, draft)
    if not draft.number:
        read_number_elsewhere(text, draft)
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


def _is_document(draft: Draft) -> bool:
    """A number, or a type together with date or issuer, makes a header; a lone word in a passage does not."""
    return bool(draft.number or (draft.type and (draft.date or draft.issuer or "type" in draft.spans)))


def _read_issuer(text: str, draft: Draft) -> None:
    ends = [draft.spans[name][0] for name in ("number", "type") if name in draft.spans]
    head = text[: min(ends, default=draft.end)]
    letterhead = letterhead_issuer(head)
    body = text[draft.end : draft.end + HEAD]
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


def _effective_date(text: str, draft: Draft) -> str | None:
    for match in _EFFECTIVE.finditer(text, draft.end):
        if _OWN_EFFECT.search(text[max(0, match.start() - 24) : match.start()]):
            return draft.date if match.group("signing") else iso_date(match.group("date"))
    return None
