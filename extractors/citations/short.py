"""Citations by a plain number, without the codes: 'Chỉ thị 05 của Bộ Chính trị', 'Nghị quyết 59, 70, 71 và 72', 'NQ57'.

Plain numbers are State or Party, and which document is meant often shows only from a full citation elsewhere in the
text; :mod:`extractors.citations.documents` joins the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from extractors.citations.atoms import SO, YEAR, one_of, pattern, whole_words
from extractors.citations.dates import ATTACHED_DATE, iso_date
from extractors.citations.found import Found
from extractors.registry import registry
from extractors.resources import read_rows

_TYPES = (
    r"Nghị [Qq]uyết liên tịch|Nghị [Qq]uyết|Chỉ thị|Kết luận|Quy định|Quyết định|Nghị định|Thông tư|Hướng dẫn|Kế hoạch"
    r"|Chương trình|Thông báo|Công văn|Công điện|Thông tri|Đề án|Pháp lệnh"
)
_SMALL_TYPES = "nghị quyết|chỉ thị|kết luận|quy định|nghị định|thông tư"
_ABBREVIATIONS = "NQ|CT|KL|QĐ|NĐ|KH"
# Where a form without a type word in capitals can start; flat, so that the engine skips to the first letters.
_ABBREVIATED = pattern("|".join(rf"{word}(?=\s?(?:\d|[Ss]ố))" for word in _ABBREVIATIONS.split("|")))
_SMALL_ANCHOR = pattern("|".join(rf"{word} (?=số|\d)" for word in _SMALL_TYPES.split("|")))
_PLAIN = r"\d{1,4}[a-z]?"
# "Nghị định 36/2009": number and year, the codes left out
_WITH_YEAR = pattern(
    rf"(?P<type>Nghị [Qq]uyết|Nghị định|Thông tư|Quyết định|Chỉ thị)(?: (?P<so>{SO}))? "
    rf"(?P<number>{_PLAIN}/{YEAR})(?![\d/.-]|~[/-]~[A-ZĐ])"
)
# Not a numeral of something else: 12/QĐ-UBND (a full number), 5,5 %, 3 năm, 01 bản, 63 địa phương, 30 ngày.
_COUNTED = one_of(tuple(row["word"] for row in read_rows("registry/counted-things.csv")))
_NO_NUMBER_FOLLOWS = rf"(?![\w%])(?!\s?[/-]\s?[A-ZĐ\d])(?![.,]\d)(?! {_COUNTED}(?!\w))(?! ngày(?!~\d))"
_SHORT = pattern(
    rf"(?:(?P<type>{_TYPES})(?: (?P<so>{SO}))? |(?P<abbreviation>{_ABBREVIATIONS})(?: {SO} )?\s?)"
    rf"(?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}"
)
# In small letters only with an issuer or a date behind: "chỉ thị 16 của Thủ tướng", "kết luận 127 ban hành ngày 28/2"
_SMALL_SHORT = pattern(
    rf"(?P<type>{_SMALL_TYPES})(?: (?P<so>{SO}))? (?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}"
    r"(?= của (?:Bộ|Ban|Đảng|Chính|Thủ|Quốc|Trung|Tỉnh|Thành)| ban hành ngày)"
)
# "ba nghị quyết 70, 71, 72": a list of them
_SMALL_LIST = pattern(
    rf"(?P<type>{_SMALL_TYPES}) (?P<number>\d{{2,3}}){_NO_NUMBER_FOLLOWS}(?=~,~\d{{2,3}}(?:~,~| và |~[.;)]|$))"
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
_NEED_SO = frozenset({"Chương trình", "Kế hoạch", "Hướng dẫn", "Thông báo", "Công văn", "Công điện"})
_LEAST_FIGURES = {"Quyết định": 3}


def find_short(text: str, starts: list[int]) -> Iterator[Found]:
    """Find citations by a plain number, each member of a list on its own.

    Args:
        text: The text of a view.
        starts: Where type words start.
    """
    for start in chain(starts, (match.start() for match in whole_words(_ABBREVIATED, text))):
        if dated := _WITH_YEAR.match(text, start):
            yield _with_year(dated)
        elif match := _SHORT.match(text, start):
            yield from _read(text, match)
    for start in (match.start() for match in whole_words(_SMALL_ANCHOR, text)):
        if match := _SMALL_SHORT.match(text, start) or _small_list(text, start):
            yield from _read(text, match)


def _with_year(match: re.Match[str]) -> Found:
    kind = registry().standard_type(match.group("type"))
    parts = {"type": match.span("type"), "number": match.span("number")}
    return Found(*match.span(), "type_number_and_year", 0.85, type=kind, number=match.group("number"), parts=parts)


def _small_list(text: str, start: int) -> re.Match[str] | None:
    several = _SEVERAL.search(text, max(0, start - _SEVERAL_REACH), start)
    return _SMALL_LIST.match(text, start) if several else None


def _read(text: str, match: re.Match[str]) -> Iterator[Found]:
    groups = match.groupdict()
    number, has_so = match.group("number"), bool(groups.get("so"))
    if groups.get("abbreviation"):
        kind = registry().type_by_code(match.group("abbreviation"))
    else:
        kind = registry().standard_type(match.group("type"))
    if kind is None:
        return
    found = Found(match.start(), match.end(), "type_and_plain_number", 0.75, type=kind, number=number)
    found.parts["number"] = match.span("number")
    _date(text, found)
    is_glued = groups.get("abbreviation") is not None and match.end("abbreviation") == match.start("number")
    if not (has_so or _is_plausible(found, is_glued)):
        return
    yield found
    while following := _NEXT.match(text, found.end):
        span = following.span("number")
        found = Found(
            *span,
            "plain_number_in_list",
            0.7,
            type=kind,
            number=following.group("number"),
            parts={"number": span},
        )
        _date(text, found)
        yield found


def _is_plausible(found: Found, is_glued: bool) -> bool:
    """A number is one if a full date says so, or if it looks like one and people call such documents by it ('KH45')."""
    if len(found.date or "") == len("2014-06-09"):
        return True
    number = found.number or ""
    if len(number) < _LEAST_FIGURES.get(found.type or "", 2) or _YEAR_LIKE.match(number):
        return False
    return is_glued or found.type not in _NEED_SO


def _date(text: str, found: Found) -> None:
    if date := ATTACHED_DATE.match(text, found.end):
        found.end, found.date = date.end(), iso_date(date.group("date"))
        found.parts["date"] = date.span("date")
