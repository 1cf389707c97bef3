"""Texts cut into segments: nothing is lost, the innermost citation wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkg.api.pages.marking import mark
from legalkg.kg.model import CitationView


def citation(start: int, end: int) -> CitationView:
    return CitationView(
        start=start, end=end, text="", kind="plain", target=None, outcome="created", rule="r", confidence=1
    )


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "abcdefghij"),
        ([(2, 5)], "ab|cde*|fghij"),
        ([(0, 10)], "abcdefghij*"),
        ([(1, 8), (3, 5)], "a|bc*|de*+|fgh*|ij"),  # nested
        ([(1, 8), (1, 4)], "a|bcd*+|efgh*|ij"),  # the same beginning
        ([(1, 8), (4, 8)], "a|bcd*|efgh*+|ij"),  # the same end
        ([(1, 5), (3, 8)], "a|bc*|de*+|fgh*|ij"),  # overlapping
        ([(1, 3), (3, 5)], "a|bc*|de*|fghij"),  # side by side
        ([(1, 9), (2, 8), (3, 7)], "a|b*|c*+|defg*+|h*+|i*|j"),
        ([(8, 14)], "abcdefgh|ij*"),  # beyond the end
    ],
)
def test_citations_are_marked(spans: list[tuple[int, int]], expected: str) -> None:
    segments = mark("abcdefghij", [citation(*span) for span in spans])
    shown = "|".join(s.text + ("*" if s.citation else "") + ("+" if s.nested else "") for s in segments)
    assert shown == expected


def test_the_innermost_citation_is_the_one_to_follow() -> None:
    outer, inner = citation(1, 8), citation(3, 5)
    found = {segment.text: segment.citation for segment in mark("abcdefghij", [outer, inner])}
    assert (found["bc"], found["de"], found["fgh"]) == (outer, inner, outer)


def test_an_anchor_stands_where_a_citation_begins() -> None:
    segments = mark("abcdefghij", [citation(1, 8), citation(3, 5)])
    assert [(s.text, s.anchor) for s in segments if s.anchor] == [("bc", "o1"), ("de", "o3")]


def test_pages_begin_where_they_begin() -> None:
    segments = mark("abcdefghij", [citation(2, 6)], pages=(0, 4, 8))
    assert [(s.text, s.page) for s in segments if s.page] == [("ef", 2), ("ij", 3)]


def test_offsets_count_code_points_and_forbidden_letters_become_blanks() -> None:
    segments = mark("𝔸ế\x00b\tc\x1b", [citation(1, 3)])
    assert [segment.text for segment in segments] == ["𝔸", "ế ", "b\tc "]


@given(
    st.text(alphabet="abế𝔸 \n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=8),
    st.lists(st.integers(0, 30), max_size=3, unique=True),
)
def test_segments_together_are_the_text(text: str, spans: list[tuple[int, int]], pages: list[int]) -> None:
    citations = [citation(start, start + length) for start, length in spans]
    segments = mark(text, citations, sorted(pages))
    assert "".join(segment.text for segment in segments) == text
    offset = 0
    for segment in segments:
        assert bool(segment.citation) == any(c.start <= offset < c.end for c in citations)
        offset += len(segment.text)
