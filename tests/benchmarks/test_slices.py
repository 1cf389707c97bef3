"""Slices are kept without their texts, and come back whole where the text is the same."""

from __future__ import annotations

import hashlib
import random
from typing import Any

import pytest

from benchmarks.shared_texts import shared_folder
from benchmarks.slice_choice import PLAN, choose, is_fresh, passage
from benchmarks.slices import OtherTextError, gold_rows, kept_slices, with_text, without_text

DOCUMENT = "Lời đầu.\nTheo Luật Gốm sứ năm 2031 thì làm gốm.\nLời cuối."
TEXT = DOCUMENT[9:47]
CHOSEN: dict[str, Any] = {
    "id": "a-01", "corpus": "c", "document": "x", "start": 9, "end": 47,
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
}  # fmt: skip
ANNOTATED: dict[str, Any] = {
    "id": "a-01",
    "text": TEXT,
    "header": {"type": None, "number": None, "date": None, "issuer": None, "title": None, "signers": []},
    "documents": [{"id": "d1", "type": "Luật", "number": None, "date": "2031", "issuer": None, "name": "Luật Gốm sứ"}],
    "mentions": [{"start": 5, "end": 25, "text": TEXT[5:25], "document": "d1", "kind": "plain"}],
    "relations": [{"source": "this", "relation": "based_on", "target": "d1"}],
    "optional_relations": [],
}


def test_a_kept_row_has_no_text_and_comes_back_whole() -> None:
    kept = without_text(ANNOTATED, CHOSEN)
    assert "thì làm gốm" not in str(kept)
    assert kept["mentions"] == [[5, 25, "d1", "plain"]]
    assert with_text(kept, DOCUMENT) == ANNOTATED


@pytest.mark.parametrize("document", ["", DOCUMENT.replace("Gốm", "Sành"), " " + DOCUMENT])
def test_another_text_is_refused(document: str) -> None:
    with pytest.raises(OtherTextError, match="a-01"):
        with_text(without_text(ANNOTATED, CHOSEN), document)


def test_annotations_of_another_text_are_not_added() -> None:
    with pytest.raises(OtherTextError):
        without_text({**ANNOTATED, "text": TEXT + " "}, CHOSEN)


def test_a_used_text_is_not_fresh() -> None:
    text = "".join(f"Dòng số {n}.\n" for n in range(99))
    assert is_fresh(text, "một văn bản khác")
    assert not is_fresh(text, "x" + text)
    assert not is_fresh(text[:399], "")


def test_a_passage_is_of_whole_lines() -> None:
    text = "".join(f"Dòng số {n}.\n" for n in range(2000))
    for seed in range(20):
        start, end = passage(text, random.Random(seed))  # noqa: S311
        assert 1000 <= end - start <= 5000
        assert start == 0 or text[start - 1] == "\n"
        assert text[end] == "\n"


def test_a_short_text_is_taken_whole() -> None:
    assert passage("Một dòng.", random.Random(1)) == (0, 9)  # noqa: S311


@pytest.fixture
def corpora_are_there() -> None:
    if not (shared_folder() / "corpus").is_dir():
        pytest.skip("no shared folder")


@pytest.mark.usefixtures("corpora_are_there")
def test_a_seed_gives_the_same_slice_and_used_documents_are_not_chosen_again() -> None:
    first = choose(7, "a", set())
    assert len(first) == sum(PLAN.values())
    used = {(row["corpus"], row["document"]) for row in first}
    assert not used & {(row["corpus"], row["document"]) for row in choose(7, "b", used)}
    assert choose(7, "a", set()) == first


@pytest.mark.usefixtures("corpora_are_there")
@pytest.mark.parametrize("name", kept_slices() or [pytest.param("", marks=pytest.mark.skip("no slice is kept"))])
def test_kept_slices_are_of_the_texts_beside_the_checkout(name: str) -> None:
    assert gold_rows(name)
