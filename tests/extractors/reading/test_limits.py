"""Limits refuse what goes beyond them, not what just fits."""

from __future__ import annotations

import pytest

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.errors import Unreadable


def test_what_just_fits_passes() -> None:
    limits = ReadingLimits(max_bytes=10, max_chars=5)
    limits.check_size(10)
    limits.check_length(5)


def test_what_goes_beyond_is_refused_with_both_numbers() -> None:
    limits = ReadingLimits(max_bytes=1000, max_chars=5000)
    with pytest.raises(Unreadable, match=r"1,001 bytes.* 1,000 that are allowed"):
        limits.check_size(1001)
    with pytest.raises(Unreadable, match="more than the 5,000 characters"):
        limits.check_length(5001)
