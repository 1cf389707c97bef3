"""Citations by a plain number, without the codes: 'Chỉ thị 05 của Bộ Chính trị', 'Nghị quyết 59, 70, 71 và 72', 'NQ57'.

Plain numbers are State or Party, and which document is meant often shows only from a full citation elsewhere in the
text; :mod:`extractors.citations.documents` joins the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.citations.atoms import SO, pattern, whole_words
from extractors.citations.dates import ATTACHED_DATE, iso_date
from extractors.citations.found import Found
from extractors.registry import registry

_TYPES = (
    r"Nghị [Qq]uyết liên tịch|Nghị [Qq]uyết|Chỉ thị|Kết luận|Quy định|Quyết định|Nghị định|Thông tư|Hướng dẫn|Kế hoạch"
    r"|Chương trình|Thông báo|Công văn|Công điện|Thông tri|Đề án|Pháp lệnh"
)
_SMALL_TYPES = r"nghị quyết|chỉ thị|kết luận|quy định|nghị định|thông tư"
_ABBREVIATIONS = r"NQ|CT|KL|QĐ|NĐ"
# Where a form can start: flat, each alternative with a plain letter first, so that the engine skips to those letters.
_ANCHOR = pattern(rf"{_TYPES}|{_ABBREVIATIONS}")
_SMALL_ANCHOR = pattern(_SMALL_TYPES)
_PLAIN = r"\d{1,4}[a-z]?"
# Not a numeral of something else: 12/QĐ-UBND (a full number), 5,5 %, 3 năm, 01 bản, 2025.
_NO_NUMBER_FOLLOWS = (
    r"(?![\w%])(?!\s?[/-]\s?[A-ZĐ\d])(?![.,]\d)(?! (?:năm|tháng|điểm|bước|người|bản|trang|đồng|triệu|tỷ|"
    r"lần|điều|khoản|nội dung|nhiệm vụ|nhóm|chỉ tiêu|mục tiêu|giải pháp|loại|hành vi|trường hợp|%))"
)
_SHORT = pattern(
    rf"(?:(?P<type>{_TYPES})(?: (?P<so>{SO}))? |(?P<abbreviation>{_ABBREVIATIONS})(?: {SO} )?\s?)"
    rf"(?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}"
)
# In small letters only with an issuer or a date behind: "chỉ thị 16 của Thủ tướng", "kết luận 127 ban hành ngày 28/2"
_SMALL_SHORT = pattern(
    rf"(?P<type>{_SMALL_TYPES})(?: (?P<so>{SO}))? (?P<number>{_PLAIN}){_NO_NUMBER_FOLLOWS}"
    r"(?= của (?:Bộ|Ban|Đảng|Chính|Thủ|Quốc|Trung|Tỉnh|Thành)| ban hành ngày)"
)
# ", 70", "và 72", "(về pháp luật), 57"
_NEXT = pattern(rf"(?: \([^()\n]{{1,160}}\))?~(?:,~(?:và )?|và )(?:{SO} )?(?P<number>\d{{2,4}}){_NO_NUMBER_FOLLOWS}")
_YEAR_LIKE = pattern(r"(?:19|20)\d\d$")
# "Chương trình 135", "Kế hoạch 5": programmes and plans by a plain number only with "số", or where it is a usual name.
_NEED_SO = frozenset(
    {"Chương trình", "Kế hoạch", "Hướng dẫn", "Thông báo", "Công văn", "Quyết định", "Thông tư", "Công điện"}
)


def find_short(text: str) -> Iterator[Found]:
    """Find citations by a plain number, each member of a list on its own."""
    for anchor, form in ((_ANCHOR, _SHORT), (_SMALL_ANCHOR, _SMALL_SHORT)):
        for start in whole_words(anchor, text):
            if match := form.match(text, start.start()):
                yield from _read(text, match)


def _read(text: str, match: re.Match[str]) -> Iterator[Found]:
    groups = match.groupdict()
    number, has_so = match.group("number"), bool(groups.get("so"))
    if groups.get("abbreviation"):
        kind = registry().type_by_code(match.group("abbreviation"))
    else:
        kind = registry().standard_type(match.group("type"))
    if kind is None or not _is_plausible(kind, number, has_so):
        return
    found = Found(match.start(), match.end(), "type_and_plain_number", 0.75, type=kind, number=number)
    found.parts["number"] = match.span("number")
    _date(text, found)
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


def _is_plausible(kind: str, number: str, has_so: bool) -> bool:
    if has_so:
        return True
    return len(number) >= 2 and not _YEAR_LIKE.match(number) and kind not in _NEED_SO


def _date(text: str, found: Found) -> None:
    if date := ATTACHED_DATE.match(text, found.end):
        found.end, found.date = date.end(), iso_date(date.group("date"))
        found.parts["date"] = date.span("date")
