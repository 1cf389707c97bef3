"""Which of several files of one document counts, and why."""

import random
from typing import Any

import pytest

from legalkg.kg.archive.copies import Copy, chosen

PDF, TEXT, HTML = "application/pdf", "text/plain", "text/html"


def copy(path: str, characters: int = 1000, **more: Any) -> Copy:
    whole: dict[str, Any] = {
        "provisions": 20, "cited": 3, "facts": 5, "pages": 0, "media_type": TEXT, "sha256": path, "run": 1,
    }  # fmt: skip
    return Copy(path=path, characters=characters, **{**whole, **more})


@pytest.mark.parametrize(
    ("copies", "first", "why", "why_not"),
    [
        ([copy("a", 252, provisions=0), copy("b", 24_881)], "b", "the longest: 24,881 characters",
         "shorter: 252 of 24,881 characters"),
        ([copy("a", 24_000), copy("b", 24_881)], "a", "as good as the others, its path comes first",
         "no better, its path comes later"),
        ([copy("a", provisions=3), copy("b", 900)], "b", "the most provisions: 20", "fewer provisions: 3 of 20"),
        ([copy("a", cited=0), copy("b", 900, cited=1)], "b", "the only one that cites", "it cites nothing"),
        ([copy("a", facts=3), copy("b")], "b", "says most of itself: 5 of 5 facts",
         "says less of itself: 3 of 5 facts"),
        ([copy("a"), copy("b", media_type=PDF)], "b", "the better format: application/pdf",
         "the format application/pdf goes before text/plain"),
        ([copy("a"), copy("b", media_type=HTML)], "b", "the better format: text/html",
         "the format text/html goes before text/plain"),
        ([copy("a", sha256="x"), copy("b", sha256="x")], "a", "as good as the others, its path comes first",
         "the same bytes, its path comes later"),
        ([copy("a", 9000, missing=2), copy("b", 10)], "b", "the others are gone", "its file is gone"),
        ([copy("a", 9000), copy("b", 10, preferred=True)], "b", "a person chose it", "a person chose another"),
        ([copy("a", 10, preferred=True, missing=2), copy("b", 20)], "b", "the others are gone", "its file is gone"),
        ([copy("a", 0, cited=0, provisions=0, facts=0), copy("b", 0, cited=0, provisions=0, facts=0)], "a",
         "as good as the others, its path comes first", "no better, its path comes later"),
    ],
)  # fmt: skip
def test_which_of_two_counts(copies: list[Copy], first: str, why: str, why_not: str) -> None:
    for order in (copies, copies[::-1]):
        found = chosen(order)
        assert [(one.path == first, one.counts, one.reason) for one in found] == [
            (True, True, why),
            (False, False, why_not),
        ]


def test_the_order_of_many_does_not_matter() -> None:
    chance = random.Random(3)  # noqa: S311  (no secret)
    copies = [
        copy(f"{n}", chance.choice((100, 900, 1000)), cited=chance.choice((0, 2)), facts=chance.choice((2, 5)))
        for n in range(12)
    ]
    found = chosen(copies)
    assert sum(one.counts for one in found) == 1
    assert all(one.reason for one in found)
    for _ in range(20):
        chance.shuffle(copies)
        assert chosen(copies) == found


def test_one_or_none() -> None:
    assert [one.reason for one in chosen([copy("a")])] == ["the only copy"]
    assert chosen([copy("a", missing=1)])[0].counts
    assert chosen([]) == ()
