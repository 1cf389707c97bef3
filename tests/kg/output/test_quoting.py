"""Quotes cut to size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkg.kg.output.quoting import shorten
from tests.narrowing import sure

LONG = "đầu " * 100 + "Chỉ thị số 28-CT/TU" + " cuối" * 100
PLACE = (400, 419)


def test_a_short_quote_stays_whole_on_one_line() -> None:
    assert shorten("Thực hiện\n Kết luận  57-KL/TW ", (11, 29)) == ("Thực hiện Kết luận 57-KL/TW", (10, 27))


def test_a_long_quote_is_cut_around_the_place() -> None:
    words, place = shorten(LONG, PLACE, width=100)
    assert words.startswith("… đầu")
    assert words.endswith("cuối …")
    assert words[slice(*sure(place))] == "Chỉ thị số 28-CT/TU"
    assert len(words) <= 110


@pytest.mark.parametrize(("quote", "place"), [(LONG[400:], (0, 19)), (LONG[:419], (400, 419))])
def test_room_on_one_side_is_used_on_the_other(quote: str, place: tuple[int, int]) -> None:
    words, found = shorten(quote, place, width=100)
    assert 85 <= len(words) <= 110
    assert words[slice(*sure(found))] == "Chỉ thị số 28-CT/TU"


def test_without_a_place_the_beginning_is_kept() -> None:
    words, place = shorten(LONG, None, width=50)
    assert words.startswith("đầu đầu")
    assert words.endswith(" …")
    assert place is None


@given(st.text(max_size=300), st.data())
def test_the_place_is_always_kept(quote: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(quote)))
    end = data.draw(st.integers(start, len(quote)))
    words, place = shorten(quote, (start, end), width=60)
    assert " ".join(words[slice(*sure(place))].split()) == " ".join(quote[start:end].split())
