"""Consolidated texts (văn bản hợp nhất): one document with all that changed it, under a number of its own.

It prints the type and title of the document that it consolidates, and says which others changed that; its own number,
date and body stand in its letterhead or in the block that attests it. Source: Pháp lệnh hợp nhất văn bản quy phạm pháp
luật.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.terminals import DATE_IN_WORDS, TYPE_WORD, pattern
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.header.issuers import normal_case
from legalkg.extractors.header.letterhead import HEAD

TYPE = "Văn bản hợp nhất"
_NUMBER = pattern(r"(?<![\w/])(?P<number>\d+~/~VBHN~-~[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})*)(?!\w)")
_ATTESTED = pattern(r"XÁC THỰC VĂN BẢN HỢP NHẤT")
_DATE = pattern(rf"(?P<place>[^\n,]{{2,40}}), (?P<date>{DATE_IN_WORDS})")
_ABOVE, _BELOW = 300, 500
# "Thông tư số A …, có hiệu lực từ …, [được sửa đổi, bổ sung bởi]:"
_CHANGED_BY = pattern(
    r"(?:đã )?được (?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^.;:\n]{0,60} (?:bởi|bằng|theo)(?: các [^.;:]{2,40})?~:"
)
_BASE = pattern(rf"\n[^\S\n]*(?P<base>{TYPE_WORD}) (?:[^\n]{{0,120}} )?số ")
_LONGEST_STATEMENT = 900


class Statement(NamedTuple):
    """Where a text says which document it is of, and the words behind which those that changed it stand."""

    start: int
    cue: tuple[int, int]


def is_consolidated(number: str | None) -> bool:
    """Return whether a number is that of a consolidated text."""
    return "/VBHN-" in (number or "")


def statement(text: str) -> Statement | None:
    """Return where a text says that a document was changed by those listed below; it stands above the preamble."""
    cue = _CHANGED_BY.search(text, 0, HEAD)
    if cue is None:
        return None
    bases = list(_BASE.finditer(text, max(0, cue.start() - _LONGEST_STATEMENT), cue.start()))
    return Statement(bases[-1].start("base"), cue.span()) if bases else None


def read_consolidated(text: str, draft: HeaderDraft) -> None:
    """Give a consolidated text its own number, date and body, and the title of what it consolidates."""
    attested = _ATTESTED.search(text)
    said = statement(text) if attested or is_consolidated(draft.number) else None
    is_attested = said is not None and attested is not None and _read_attestation(text, attested.span(), draft)
    if not is_attested and not is_consolidated(draft.number):
        return
    draft.type = TYPE
    title = draft.spans.get("title")
    if said and title and title[0] < said.start < title[1]:
        draft.title = " ".join(text[title[0] : said.start].split())
        draft.spans["title"] = (title[0], said.start)
        draft.end = said.start


def _body_above(above: str) -> str:
    """Return the lines in capitals right above the number: 'VĂN PHÒNG QUỐC HỘI'."""
    lines = [line.strip() for line in above.rpartition("\n")[0].split("\n") if line.strip()]
    capitals = list(takewhile(str.isupper, reversed(lines)))[::-1]
    return " ".join(line for line in capitals if not _ATTESTED.match(line))


def _read_attestation(text: str, attested: tuple[int, int], draft: HeaderDraft) -> bool:
    """'BỘ Y TẾ / Số: 04/VBHN-BYT / XÁC THỰC VĂN BẢN HỢP NHẤT / Hà Nội, ngày …', the words on either side of it."""
    start, end = max(0, attested[0] - _ABOVE), attested[1] + _BELOW
    number = _NUMBER.search(text, start, end)
    if number is None:
        return False
    draft.number = "".join(number.group("number").split())
    draft.spans["number"] = number.span("number")
    draft.date, draft.place = None, None
    draft.spans.pop("date", None)
    draft.spans.pop("place", None)
    if dated := _DATE.search(text, start, end):
        draft.date, draft.place = iso_date(dated.group("date")), " ".join(dated.group("place").split())
        draft.spans |= {"date": dated.span("date"), "place": dated.span("place")}
    if issuer := _body_above(text[start : number.start()]):
        draft.issuer = normal_case(issuer, text[:HEAD])
    return True
