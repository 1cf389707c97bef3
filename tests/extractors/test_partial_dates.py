"""Dates of which only the year or the month may be known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkg.extractors.partial_dates import agree, earliest, is_date, is_day, latest, not_after

DAYS = st.dates().map(lambda day: day.isoformat())
DATES = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from([4, 7, 10]))


@pytest.mark.parametrize(
    ("one", "other", "may_be_same", "may_be_before"),
    [
        ("2024-01-31", "2024-01-31", True, True),
        ("2024-01-31", "2024-01", True, True),
        ("2024", "2024-12-31", True, True),
        ("2024-02", "2024-01-31", False, False),
        ("2023", "2024-01-31", False, True),
        ("2025-01-01", "2024", False, False),
        (None, "2024", True, True),
        ("2024", None, True, True),
    ],
)
def test_as_far_as_both_are_known(one: str | None, other: str | None, may_be_same: bool, may_be_before: bool) -> None:
    assert agree(one, other) == agree(other, one) == may_be_same
    assert not_after(one, other) == may_be_before


@pytest.mark.parametrize(
    ("text", "exists"),
    [("2024", True), ("2024-02", True), ("2024-02-29", True), ("2023-02-29", False), ("2024-13", False),
     ("2024-1", False), ("", False), ("0000", False), ("2024-02-29x", False)],
)  # fmt: skip
def test_which_dates_exist(text: str, exists: bool) -> None:
    assert is_date(text) == exists


@given(DATES)
def test_a_date_lies_between_its_first_and_its_last_day(date: str) -> None:
    assert is_date(date)
    assert is_day(earliest(date))
    assert is_day(latest(date))
    assert agree(earliest(date), date)
    assert agree(latest(date), date)
    assert not_after(earliest(date), latest(date))


@given(DATES, DATES)
def test_what_agrees_is_neither_before_nor_after(one: str, other: str) -> None:
    assert agree(one, other) == (not_after(one, other) and not_after(other, one))
    assert not_after(one, other) or not_after(other, one)
