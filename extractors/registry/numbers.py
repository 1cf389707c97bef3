"""What the number of a document says by its form alone."""

from __future__ import annotations

import re

_WITH_YEAR = re.compile(r"\d+[a-zđ]?(?:\.\d+)?/((?:1[89]|20)\d{2})(?=[/-])")


def year_of_number(number: str | None) -> str | None:
    """Return the year in a number, as those of legal documents have it: '2020' of 15/2020/NĐ-CP, None of 57-KL/TW."""
    found = _WITH_YEAR.match(number or "")
    return found.group(1) if found else None
