"""Days, and dates of which only the year or the month is known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from kg.errors import LegalkgError

_DAY = len("2024-01-31")
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(text: str) -> date:
    """Read a day.

    Raises:
        LegalkgError: There is no such day, or it is written in another way than YYYY-MM-DD.
    """
    try:
        if _WRITTEN.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise LegalkgError(f"{text!r} is no day: write one that exists as YYYY-MM-DD")


def earliest(text: str | None) -> str:
    """Give the first day that a date may mean: '2024-02' is 2024-02-01; nothing is known of what lacks one."""
    return (text + "-01-01"[len(text) - len("2024") :]) if text and len(text) < _DAY else text or ""


def latest(text: str | None) -> str:
    """Give the last day that a date may mean: '2024-02' is 2024-02-29; what lacks one may be of any day."""
    if not text:
        return "9999-12-31"
    if len(text) == len("2024"):
        return f"{text}-12-31"
    if len(text) == len("2024-02"):
        return f"{text}-{_days(text):02}"
    return text


def _days(month: str) -> int:
    try:
        return monthrange(int(month[:4]), int(month[5:]))[1]
    except ValueError:  # a month that no calendar has stays as it was printed
        return 31
