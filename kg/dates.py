"""Days that people write on the command line and in requests, and the time at which something is noted."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from legalkg.kg.errors import LegalkgError

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
    raise LegalkgError(f"invalid date {text!r}: use YYYY-MM-DD")


def now() -> str:
    """Return the time in UTC, as it is noted: '2026-01-31T12:00:00Z'."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
