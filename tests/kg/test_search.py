"""Full-text search."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg_factories import collection_of, conclusion_57, letter_782, made, put


@pytest.fixture(scope="module")
def collection():
    with collection_of(
        conclusion_57(),
        letter_782(),
        made("1/KH-UBND", "Kế hoạch", "2024-01-01", "Ủy ban nhân dân tỉnh", title="Đường bộ", path="1.txt"),
    ) as opened:
        yield opened


def found(collection, words):
    return [hit.document.number for hit in collection.search(words)]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("thông tin đối ngoại", ["57-KL/TW"]),
        ("thong tin doi ngoai", ["57-KL/TW"]),
        ("THÔNG TIN", ["57-KL/TW"]),
        ("đường bộ", ["1/KH-UBND"]),
        ("duong bo", ["1/KH-UBND"]),  # đ too
        ('"tin đối ngoại"', ["57-KL/TW"]),
        ('"ngoại đối"', []),
        ("57-KL/TW", ["57-KL/TW", "782-CV/ĐU"]),  # the title counts for more
        ("thông tin đường bộ", []),
        ("", ["1/KH-UBND", "57-KL/TW", "782-CV/ĐU"]),  # all of them, the latest first
        ("- / ( ' \" *", []),
        ("NOT OR AND", []),
    ],
)
def test_search(collection, words, numbers):
    assert found(collection, words) == numbers


def test_snippets_are_the_words_at_their_offsets(collection):
    for hit in collection.search("de nghi cac don vi"):
        text = collection.text(hit.document).text
        assert hit.snippet == text[hit.start : hit.end]
        assert {text[a:b].lower() for a, b in hit.marks} <= {"đề", "nghị", "các", "đơn", "vị"}
        assert hit.marks


def test_decomposed_letters_are_found_at_their_own_offsets():
    title = unicodedata.normalize("NFD", "về thông tin đối ngoại")
    with collection_of(made("1/KH-UBND", title=title)) as collection:
        (hit,) = collection.search("đối ngoại")
        text = collection.text(hit.document).text
        words = [unicodedata.normalize("NFC", text[a:b]) for a, b in hit.marks]
        assert words == ["đối", "ngoại"]


def test_a_changed_text_is_found_by_its_new_words_only():
    with collection_of(made("1/KH-UBND", title="lúa gạo")) as collection:
        put(collection, made("1/KH-UBND", title="cà phê"))
        assert found(collection, "gạo") == []
        assert found(collection, "phê") == ["1/KH-UBND"]


def test_a_limit_is_kept(collection):
    assert len(collection.search("so", limit=1)) == 1


@given(st.text(max_size=40))
def test_any_words_are_safe(collection, words):
    collection.search(words)
