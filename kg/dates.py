"""Days that people write on the command line and in requests, and the time at which something is noted."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from legalkg.extractors.partial_dates import is_date, latest
from legalkg.kg.errors import WrongUsage

_WRITTEN = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
FORMS = "YYYY, YYYY-MM or YYYY-MM-DD"
"""How dates are written."""


def checked(text: str) -> str:
    """Return a date, of which only year or month may be known, if it exists.

    Raises:
        WrongUsage: There is no such date, or it is written in another way than :data:`FORMS`.
    """
    if not _WRITTEN.fullmatch(text) or not is_date(text):
        raise WrongUsage(f"invalid date {text!r}: use {FORMS}")
    return text


def day(text: str) -> date:
    """Read a day; of a year or a month it is the last.

    Raises:
        WrongUsage: As :func:`checked`.
    """
    return date.fromisoformat(latest(checked(text)))


def now() -> str:
    """Return the time in UTC, as it is noted: '2026-01-31T12:00:00Z'."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
