"""Dates in the cells of datasets, of whatever kind programs write, as days in Việt Nam.

A moment in UTC, as programs keep the beginning of a day in Hà Nội, is the next day by its date: it is turned into a day
where it was meant.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

_VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
_YEARS = range(1900, 2101)
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]\D*)?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")
_WRITTEN = (
    re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"),
    re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"),
    re.compile(r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? năm (?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"(?:tháng )?(?P<month>\d{1,2})(?:/| năm )(?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"(?:năm )?(?P<year>\d{4})(?:-(?P<month>\d\d))?", re.IGNORECASE),
)
_EPOCH = re.compile(r"-?\d{9,13}(?:\.\d+)?")
_MILLISECONDS = 1e11
"""From here on a count is not of seconds, which would be in the year 5138."""


def date_of(value: object) -> str | None:
    """Return a date in the form YYYY-MM-DD, or as much of it as is known; None for what is no date.

    Args:
        value: A date, a moment (of UTC or any zone, or of Việt Nam where it names none), seconds or milliseconds since
            1970, or a text: '2025-03-05', '05/03/2025', '20250305', '5 tháng 3 năm 2025', '03/2025', '2025'.
    """
    if isinstance(value, datetime.datetime):
        return _day_of(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return None
    text = " ".join(str(value).split())
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    return next(_readings(text), None)


def _readings(text: str) -> Iterator[str]:
    if _MOMENT.fullmatch(text):
        try:
            yield _day_of(datetime.datetime.fromisoformat(text))
        except ValueError:
            yield from _date(_DAY.match(text))
        return
    for pattern in (_DAY, *_WRITTEN):
        if match := pattern.fullmatch(text):
            yield from _date(match)
    if _EPOCH.fullmatch(text):
        yield from _since_1970(float(text))


def _date(match: re.Match[str] | None) -> Iterator[str]:
    if match is None:
        return
    year, month, day = (int(found) if found else 0 for found in (match.groupdict().get(part) for part in _PARTS))
    try:
        whole = datetime.date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return
    yield whole if day else whole[:7] if month else whole[:4]


_PARTS = ("year", "month", "day")


def _since_1970(count: float) -> Iterator[str]:
    seconds = count / 1000 if abs(count) >= _MILLISECONDS else count
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=seconds)
    if moment.year in _YEARS:
        yield _day_of(moment)


def _day_of(moment: datetime.datetime) -> str:
    try:
        return (moment if moment.tzinfo is None else moment.astimezone(_VIETNAM)).date().isoformat()
    except OverflowError:  # the last hours that Python knows
        return moment.date().isoformat()
