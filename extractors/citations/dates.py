"""Dates as citations write them, turned into ISO dates as far as the text says them."""

from __future__ import annotations

import datetime
import re

from legalkg.extractors.citations.terminals import DATE, DATE_IN_DIGITS, YEAR, pattern

# What may stand between a number and the date beside it: "57-NQ/TW, ngày 22/12/2024", and of Markdown
# "*57-NQ/TW* ngày 22/12/2024". "Ngày" starts a sentence.
ATTACHED_DATE = pattern(rf"[*_]{{0,3}}~(?:,~)?(?!(?-i:Ngày))(?P<date>{DATE})", re.IGNORECASE)

# "ký ngày …", "ban hành ngày …", "(ngày …)", "(27/9/2019)" after issuer or title; the year alone in brackets or at the
# end of its clause: "(2017)", "của Thủ tướng Chính phủ, 2020;".
LATER_DATE = pattern(
    rf"~(?:,~)?(?!(?-i:Ngày))\(?(?:(?:ban~hành|ký|đề)~)?(?P<date>{DATE}|(?<=\(){DATE_IN_DIGITS}|"
    rf"(?<=\(){YEAR}(?=\))|(?<=,\s){YEAR}(?=~(?:[.;)\n]|$)))",
    re.IGNORECASE,
)

_NUMBERS = pattern(r"\d+")


def iso_date(text: str) -> str | None:
    """Return YYYY-MM-DD, YYYY-MM or YYYY for a date as printed.

    Returns:
        None for a date without a year ('ngày 27-4') and for one that does not exist (31/2/2024, 08/5/1289).
    """
    numbers = [int(n) for n in _NUMBERS.findall(text)]
    if not numbers or numbers[-1] < 1800:
        return None
    year, rest = numbers[-1], numbers[:-1]
    if not rest:
        return f"{year:04d}"
    if len(rest) == 1:
        return f"{year:04d}-{rest[0]:02d}" if 1 <= rest[0] <= 12 else None
    try:
        return datetime.date(year, rest[1], rest[0]).isoformat()
    except ValueError:
        return None
