"""Letterheads: number, place, date and type, as State and Party documents print them above their title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from extractors.citations.atoms import CAPITALS, DATE_IN_WORDS, SMALLS, SO, SYMBOL, TYPE_WORD, YEAR, pattern
from extractors.citations.dates import iso_date
from extractors.citations.symbols import codes_of, normal_number, type_of_number
from extractors.registry import registry

HEAD = 12_000
"""A letterhead, a portal's introduction before it included, stands in this many characters."""

_MOST_ANNEXES = 20

# Marks of Markdown and of tables before a word in its line. One class, counted: two nested stars take for ever.
LINE_MARKS = r"(?:[^\S\n]|[#*_|]){0,40}"
# "Số: 659/TB-VPCP", "Số 782 -CV/ĐU", "Luật số: 31/2024/QH15", "Số:⏎122/2025/QĐ-UBND", glued "***Số: 367 - QĐ/TWĐTN"
_NUMBER = pattern(
    rf"(?:^|[\n*|_-]){LINE_MARKS}(?:(?:[Ss]ố|SỐ)\s*[:.]?|(?:{TYPE_WORD}|LUẬT) (?:[Ss]ố|SỐ)(?:\s*:|"
    rf"(?=[^\n]{{1,40}}(?:\n|$))))\s*\**\s*(?P<number>{SYMBOL})",
)
_NUMBER_LEFT_OPEN = pattern(rf"(?:^|\n){LINE_MARKS}(?:Số|SỐ)\s*:?[\s.…_]*(?P<rest>[/-]~[A-ZĐ][\w/&-]*)")
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
_NATION = pattern(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|VIỆT\s+NAM\s+DÂN\s+CHỦ|Độc\s+lập\s+-")

_TYPE_LINE = pattern(rf"(?:^|\n){LINE_MARKS}(?P<type>{TYPE_WORD})[*_\s]*(?=\n|$)", re.IGNORECASE)
SUBJECT = pattern(rf"(?:\n|\s){LINE_MARKS}(?P<mark>V/v|V/V|v/v|Vv|V/v:) ?")
ADDRESSED = pattern(rf"(?:^|\n){LINE_MARKS}(?:Kính gửi|KÍNH GỬI)\s*:?")


@dataclass(slots=True)
class Draft:
    """The fields while they are being read; spans in the view."""

    type: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    end: int = 0
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_number(head: str, draft: Draft) -> None:
    """Read the number; of a portal's page the one below the letterhead, not one in its introduction."""
    match = _NUMBER.search(head)
    if match and (nation := _NATION.search(head)) and match.start() < nation.start() - 600:
        match = _NUMBER.search(head, nation.start()) or match
    if match:
        draft.number = normal_number(match.group("number"))
        draft.spans["number"] = match.span("number")
        draft.end = match.end()
    elif open_number := _NUMBER_LEFT_OPEN.search(head):
        draft.end = open_number.end()


def read_place_and_date(head: str, draft: Draft) -> None:
    """Read place and date, which stand below the number or, in some layouts, above it."""
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


def read_type(head: str, draft: Draft) -> None:
    """Read the type: a type word on a line of its own, else what number and layout say."""
    number = draft.spans.get("number", (0, 0))[0]
    # Above the nation's name stands at most a portal's table with facts of the document.
    nation = _NATION.search(head, 0, number)
    for line in _TYPE_LINE.finditer(head, nation.end() if nation else max(0, number - 400), draft.end + 1200):
        printed = line.group("type")
        if printed.isupper() or printed[0].isupper():
            draft.type = registry().standard_type(printed)
            draft.spans["type"] = line.span("type")
            draft.end = max(draft.end, line.end())
            return
    if draft.number:
        # "5680/CT-CS" is a letter of the Cục Thuế: what has a subject and an addressee but no type above is a letter.
        letter = SUBJECT.search(head, draft.end, draft.end + 400) or ADDRESSED.search(head, draft.end, draft.end + 1800)
        draft.type = "Công văn" if letter else type_of_number(draft.number) or "Công văn"
        if codes_of(draft.number)[:1] and codes_of(draft.number)[0].startswith(("QH", "UBTVQH")):
            draft.type = "Luật"


def read_number_elsewhere(text: str, draft: Draft) -> None:
    """Take the number of a document without letterhead from its annex or from a portal's introduction.

    What is addressed to somebody and has no type above is a letter.
    """
    addressed = ADDRESSED.search(text, 0, HEAD)
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
