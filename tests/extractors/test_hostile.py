"""Hostile and endless texts are read to the end; benchmarks/extraction.py measures how long they take."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from benchmarks.hostile_texts import texts
from tests.extractors.extraction_factories import document, read

TEXTS = texts()
LENGTH = 40_000
LONGEST_SECONDS = 600


@pytest.fixture(autouse=True)
def limit() -> Iterator[None]:
    """End what would run for hours; the regular expression engine looks for signals too."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not read within {LONGEST_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", TEXTS)
def test_is_read_to_the_end(name: str) -> None:
    text = TEXTS[name](LENGTH)
    assert all(text[m.start : m.end] == m.text for m in read(text).mentions)


@pytest.mark.parametrize("piece", ["*", "_", "| ", "#", " ", "\n", "\t", "* ", "_ ", "- ", "=", "–"])
def test_rules_and_empty_columns_of_a_letterhead(piece: str) -> None:
    text = document().replace("Độc lập", piece * 5_000 + "\nĐộc lập")
    assert read(text).header.number == "15/QĐ-UBND"
