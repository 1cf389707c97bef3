"""Terms of committees and assemblies."""

import pytest

from legalkg.kg.identity.terms import committee_term_on, term_named
from tests.narrowing import sure


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Ban Chấp hành Trung ương Đảng khóa XII", "khoa-xii"),
        ("Bộ Chính trị khoá XIII", "khoa-xiii"),
        ("Nghị quyết Trung ương 4 khóa XII", "khoa-xii"),
        ("HĐND tỉnh khóa X, nhiệm kỳ 2021 - 2026", "nhiem-ky-2021-2026"),
        ("Quốc hội khóa XV", "khoa-xv"),
        ("Bộ Chính trị khóa 9", "khoa-ix"),
    ],
)
def test_terms_that_words_name(words: str, slug: str) -> None:
    assert sure(term_named(words)).slug == slug


@pytest.mark.parametrize("words", ["Bộ Chính trị", "Thành ủy khóa XI", "khóa XII", "Trung ương khóa XXX", None])
def test_terms_that_nobody_knows(words: str | None) -> None:
    assert term_named(words) is None


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2017-10-25", True), ("2016", True), ("2016-01-27", False), ("2022-06-16", False), ("2021", True), (None, True)],
)
def test_days_of_a_term(day: str | None, holds: bool) -> None:
    assert sure(term_named("Bộ Chính trị khóa XII")).holds(day) is holds


@pytest.mark.parametrize(
    ("day", "slug"),
    [
        ("2017-10-25", "khoa-xii"),
        ("2021-01-31", "khoa-xii"),
        ("2021-02-01", "khoa-xiii"),
        ("2021", None),
        (None, None),
        ("2030-01-01", "khoa-xiv"),  # the last term goes on until the next is known
    ],
)
def test_the_central_committee_of_a_day(day: str | None, slug: str | None) -> None:
    assert committee_term_on(day) == slug
