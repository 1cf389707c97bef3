"""Fixtures for the tests of the extractors."""

from __future__ import annotations

import pytest
from extraction_factories import SHARED, read

from extractors.model import Extraction

LETTER = SHARED / "corpus" / "letter-782-CV-DU.txt"


@pytest.fixture(scope="session")
def letter_text() -> str:
    """The reference letter 782-CV/ĐU; it is not part of the repository."""
    if not LETTER.exists():
        pytest.skip("the folder with the reference letter is missing")
    return LETTER.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def letter_read(letter_text: str) -> Extraction:
    """What is said about the reference letter."""
    return read(letter_text)
