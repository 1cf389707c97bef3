"""Citations by number: 'Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023', 'số 48/2013/NĐ-CP', '19-NQ/TW'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.citations.atoms import SO, TYPE_WORD, pattern
from extractors.citations.dates import ATTACHED_DATE, iso_date
from extractors.citations.found import Found
from extractors.citations.symbols import (
    find_standards,
    find_symbols,
    normal_number,
    speaks_for_itself,
    type_of_number,
)
from extractors.registry import registry

# The type word stands within this many characters before its number ("Kế hoạch thanh tra số 1505/KH-TTCP").
_WINDOW = 72

_TYPE_AHEAD = pattern(rf"(?=(?<!\w)({TYPE_WORD})(?!\w))", re.IGNORECASE)
# "NQ 10-NQ/TW", "QĐ số 244"
_ABBREVIATION = pattern(rf"(?<!\w)(NQ|QĐ|NĐ|TT|CT|KL|KH|CTr|HD|TB)(?:~{SO})?~$")
# Between type word and number: nothing, "số", or a few words and "số" ("của Bộ Chính trị số", "thanh tra số").
_TO_NUMBER = pattern(rf"(?:(?:\s+[^\W\d_]+){{0,6}}?~,?\s*\(?{SO}|~:?)~$")
_ONLY_SO = pattern(rf"(?<!\w){SO}~$")
# Between members of a list: "18-NQ/TW, 19-NQ/TW", "48/2013/NĐ-CP ngày … và số 92/2017/NĐ-CP".
_LIST_GAP = pattern(rf"\s*(?:,|;|và|hoặc|với|, và)~(?:{SO})?~$")

# "Văn bản số 12/TTr-STC": the word says nothing, the code does.
_EMPTY_WORDS = frozenset({"văn bản", "lệnh", "dự án", "hướng dẫn", "báo cáo"})


def find_numbered(text: str) -> Iterator[Found]:
    """Find citations by number, in reading order.

    Args:
        text: The text of a view.
    """
    previous: Found | None = None
    for symbol in find_symbols(text):
        found = _read(text, symbol.start(), symbol.end(), previous)
        if found is not None:
            _attach_date(text, found)
            previous = found
            yield found


def find_numbered_standards(text: str) -> Iterator[Found]:
    """Find technical standards, whose type is part of the number."""
    for match in find_standards(text):
        word = match.group()[:4]
        kind = "QCVN" if word.startswith("QC") else "TCVN"
        span = match.span()
        yield Found(*span, rule="standard", confidence=0.97, type=kind, number=" ".join(match.group().split()),
                    parts={"number": span})  # fmt: skip


def _read(text: str, start: int, end: int, previous: Found | None) -> Found | None:
    number = normal_number(text[start:end])
    window_start = max(0, start - _WINDOW)
    window = text[window_start:start]
    by_code = type_of_number(number)
    parts = {"number": (start, end)}
    if word := _type_before(window):
        span = (window_start + word[0], window_start + word[1])
        parts["type"] = span
        printed = text[slice(*span)]
        kind = registry().standard_type(printed)
        if by_code and " ".join(printed.lower().split()) in _EMPTY_WORDS:
            kind = by_code
        return Found(span[0], end, "type_and_number", 0.97, kind, number, parts=parts)
    if abbreviation := _ABBREVIATION.search(window):
        kind = registry().type_by_code(abbreviation.group(1))
        return Found(
            window_start + abbreviation.start(),
            end,
            "abbreviated_type_and_number",
            0.95,
            kind,
            number,
            parts=parts,
        )
    if previous is not None and previous.end < start and _LIST_GAP.fullmatch(text[previous.end : start]):
        so = _ONLY_SO.search(window)
        kind = previous.type if by_code in (None, previous.type) or _is_decision(number) else by_code
        if by_code or not speaks_for_itself(number):
            first = window_start + so.start() if so else start
            return Found(first, end, "number_in_list", 0.95, kind, number, parts=parts)
    if not speaks_for_itself(number):
        return None
    so = _ONLY_SO.search(window)
    kind = by_code or "Luật"
    return Found(window_start + so.start() if so else start, end, "number_only", 0.9, kind, number, parts=parts)


def _is_decision(number: str) -> bool:
    """QĐ stands for Quyết định and for Quy định (Quy định 66-QĐ/TW): the words decide."""
    return "QĐ" in number


def _type_before(window: str) -> tuple[int, int] | None:
    """Find the type word that the number at the end of the window belongs to.

    Of overlapping candidates the one that ends last wins ("Nghị⏎Quyết định số" is a Quyết định), and of those the
    longest ("Thông báo kết luận số" is one type).
    """
    best: tuple[int, int] | None = None
    for match in _TYPE_AHEAD.finditer(window):
        start, end = match.span(1)
        if (best is None or end > best[1]) and _TO_NUMBER.match(window, end):
            best = (start, end)
    return best


def _attach_date(text: str, found: Found) -> None:
    date = ATTACHED_DATE.match(text, found.end)
    if date:
        found.end = date.end()
        found.parts["date"] = date.span("date")
        found.date = iso_date(date.group("date"))
