"""Raised digits: marks of footnotes must not run into the number before them ("38/2019/QH14" + "1")."""

from __future__ import annotations

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISE = str.maketrans("0123456789", RAISED_DIGITS)


def raised(text: str) -> str:
    """Write digits that are set above the line as such; all else stays."""
    return text.translate(_RAISE)
