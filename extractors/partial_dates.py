"""Dates of which only the year or the month may be known: '2024', '2024-01', '2024-01-31'.

They are strings in the public format, so they are here, too; None is a date of which nothing is known. Two dates are
compared as far as both are known.
"""

from __future__ import annotations

import datetime
from calendar import monthrange

_YEAR, _MONTH, _DAY = len("2024"), len("2024-01"), len("2024-01-31")


def is_date(text: str) -> bool:
    """Return whether a date, as exact as it is known, exists: there is no 2024-02-30."""
    try:
        datetime.date.fromisoformat(text + "0000-01-01"[len(text) :] if len(text) in (_YEAR, _MONTH, _DAY) else "")
    except ValueError:
        return False
    return True


def is_day(date: str | None) -> bool:
    """Return whether a date is known to the day."""
    return len(date or "") == _DAY


def agree(one: str | None, other: str | None) -> bool:
    """Return whether two dates may be the same: '2024-01' and '2024-01-31' may."""
    return not one or not other or one[: len(other)] == other[: len(one)]


def not_after(one: str | None, other: str | None) -> bool:
    """Return whether a date may be the same as another or before it."""
    if not one or not other:
        return True
    known = min(len(one), len(other))
    return one[:known] <= other[:known]


def earliest(date: str | None) -> str:
    """Return the first day that a date may mean: '2024-02' is 2024-02-01; nothing is known of what lacks one."""
    return (date + "-01-01"[len(date) - _YEAR :]) if date and len(date) < _DAY else date or ""


def latest(date: str | None) -> str:
    """Return the last day that a date may mean: '2024-02' is 2024-02-29; what lacks one may be of any day."""
    if not date:
        return "9999-12-31"
    if len(date) == _YEAR:
        return f"{date}-12-31"
    if len(date) == _MONTH:
        return f"{date}-{_days(date):02}"
    return date


def _days(month: str) -> int:
    try:
        return monthrange(int(month[:4]), int(month[5:]))[1]
    except ValueError:  # a month that no calendar has stays as it was printed
        return 31
