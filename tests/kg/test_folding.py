"""Texts made plain letter for letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text import strip_marks
from kg.folding import flat_view


@pytest.mark.parametrize("text", ["Đối ngoại", "ĐƯỜNG BỘ", "uỷ ban", "Ðảng ủy", "Nghị quyết"])
def test_as_strip_marks_in_composed_and_decomposed_letters(text):
    assert flat_view(text).text == strip_marks(text)
    assert flat_view(unicodedata.normalize("NFD", text)).text == strip_marks(text)


@given(st.text(max_size=60))
def test_the_way_back_covers_the_text(text):
    flat = flat_view(text)
    places = [flat.to_raw(offset) for offset in range(len(flat.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
