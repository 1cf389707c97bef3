"""Full-text search."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError
from legalkg.kg.search.filters import Filter
from legalkg.kg.search.words import words_of
from tests.kg.kg_factories import collection_of, conclusion_57, directive_28, guidance_110, letter_782, made, put


@pytest.fixture(scope="module")
def collection() -> Iterator[Collection]:
    with collection_of(
        conclusion_57(),
        letter_782(),
        made("1/KH-UBND", "Kế hoạch", "2024-01-01", "Ủy ban nhân dân tỉnh", title="Đường bộ", path="1.txt"),
    ) as opened:
        yield opened


def found(collection: Collection, words: str, **more: Any) -> list[str | None]:
    return [hit.document.number for hit in collection.search(words, **more)]


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
def test_search(collection: Collection, words: str, numbers: list[str]) -> None:
    assert found(collection, words) == numbers


def test_snippets_are_the_words_at_their_offsets(collection: Collection) -> None:
    for hit in collection.search("de nghi cac don vi"):
        text = collection.text(hit.document).text
        assert hit.snippet == text[hit.start : hit.end]
        assert {text[a:b].lower() for a, b in hit.marks} <= {"đề", "nghị", "các", "đơn", "vị"}
        assert hit.marks


def test_decomposed_letters_are_found_at_their_own_offsets() -> None:
    title = unicodedata.normalize("NFD", "về thông tin đối ngoại")
    with collection_of(made("1/KH-UBND", title=title)) as collection:
        (hit,) = collection.search("đối ngoại")
        text = collection.text(hit.document).text
        words = [unicodedata.normalize("NFC", text[a:b]) for a, b in hit.marks]
        assert words == ["đối", "ngoại"]


def test_a_changed_text_is_found_by_its_new_words_only() -> None:
    with collection_of(made("1/KH-UBND", title="lúa gạo")) as collection:
        put(collection, made("1/KH-UBND", title="cà phê"))
        assert found(collection, "gạo") == []
        assert found(collection, "phê") == ["1/KH-UBND"]


def test_a_limit_is_kept(collection: Collection) -> None:
    assert len(collection.search("so", limit=1)) == 1


@given(st.text(max_size=40))
def test_any_words_are_safe(collection: Collection, words: str) -> None:
    collection.search(words)


# --- what comes first ---


@pytest.fixture(scope="module")
def ranked() -> Iterator[Collection]:
    with collection_of(
        letter_782(),
        directive_28(),
        guidance_110(),
        conclusion_57(),
        made("1/BC-BTC", "Báo cáo", "2020", "Bộ Tài chính", title="rừng", path="1.txt", place="Hà Nội"),
        made("2/BC-BTC", "Báo cáo", "2021-03", "Bộ Tài chính", title="ngập rừng mặn", path="2.txt"),
        made("3/QĐ-TTg", "Quyết định", "2021-03-20", "Thủ tướng Chính phủ", title="rừng ngập mặn", path="3.txt"),
        made("4/NĐ-CP", "Nghị định", "2021-12-31", "Chính phủ", title="đất rừng", path="4.txt", place="Hà Nội"),
        made("5/QĐ-UBND", "Quyết định", "2022-01-01", "Ủy ban nhân dân Thành phố Hồ Chí Minh", title="đất rừng",
             path="5.txt", place="Thành phố Hồ Chí Minh"),
        made("7/BC-BTC", "Báo cáo", title="lúa nước, nước ngọt", path="7.txt"),
        made("8/BC-BTC", "Báo cáo", title="lúa nước ngọt", path="8.txt"),
        made("6/QĐ-UBND", "Quyết định", None, "Ủy ban nhân dân tỉnh Bình Dương", title="đất rừng", path="6.txt"),
    ) as opened:  # fmt: skip
        yield opened


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("57-KL/TW", "57-KL/TW"),  # not the three that cite it
        ("57 - KL/TW", "57-KL/TW"),
        ("57-kl/tw", "57-KL/TW"),
        ("Kết luận 57-KL/TW", "57-KL/TW"),
        ('"57-KL/TW"', "57-KL/TW"),
        ("28-CT/TU", "28-CT/TU"),
        ("28/CT-TU", "28-CT/TU"),
        ("rừng ngập mặn", "3/QĐ-TTg"),  # the words in their order before the same words in another
    ],
)
def test_what_comes_first(ranked: Collection, words: str, first: str) -> None:
    assert found(ranked, words)[0] == first


def test_a_number_does_not_make_up_for_missing_words(ranked: Collection) -> None:
    assert found(ranked, "57-KL/TW rừng") == []


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ('"rừng ngập mặn"', {"3/QĐ-TTg"}),
        ('"ngap man"', {"3/QĐ-TTg"}),
        ('"ngập mặn rừng"', set()),
        ('"rừng mặn"', {"2/BC-BTC"}),
        ('"đất rừng" "chính phủ"', {"4/NĐ-CP"}),
        ('"lúa nước ngọt"', {"8/BC-BTC"}),  # in the other each two words of it stand together, the whole nowhere
        ('"', set()),
    ],
)
def test_phrases(ranked: Collection, phrase: str, numbers: set[str]) -> None:
    assert set(found(ranked, phrase)) == numbers


# --- filters and pages ---

WHERE = [
    ({"type": "Quyết định"}, {"3/QĐ-TTg", "5/QĐ-UBND", "6/QĐ-UBND"}),
    ({"type": "quyet dinh"}, {"3/QĐ-TTg", "5/QĐ-UBND", "6/QĐ-UBND"}),
    ({"issuer": "bo tai chinh"}, {"1/BC-BTC", "2/BC-BTC"}),
    ({"issuer": "CHÍNH PHỦ"}, {"4/NĐ-CP"}),  # whose name begins so: not its Prime Minister
    ({"issuer": "ủy ban nhân dân"}, {"5/QĐ-UBND", "6/QĐ-UBND"}),
    ({"issuer": "nhan dan"}, set()),
    ({"issuer": "%"}, set()),
    ({"place": "ho chi minh"}, {"5/QĐ-UBND"}),
    ({"place": "hà nội", "type": "nghị định"}, {"4/NĐ-CP"}),
    ({"year": 2021}, {"2/BC-BTC", "3/QĐ-TTg", "4/NĐ-CP"}),
    ({"since": "2021-12-31"}, {"4/NĐ-CP", "5/QĐ-UBND"}),
    ({"until": "2021"}, {"1/BC-BTC", "2/BC-BTC", "3/QĐ-TTg", "4/NĐ-CP"}),
    ({"since": "2021-03-15", "until": "2021-03-31"}, {"2/BC-BTC", "3/QĐ-TTg"}),  # March is all that is known
    ({"since": "2020-06-01", "until": "2020"}, {"1/BC-BTC"}),
    ({"since": "2023"}, set()),
    ({"held": False}, set()),
]


@pytest.mark.parametrize(("where", "numbers"), WHERE)
def test_filters(ranked: Collection, where: dict[str, int | str], numbers: set[str]) -> None:
    assert set(found(ranked, "rừng", **where)) == numbers


@pytest.mark.parametrize(("where", "numbers"), WHERE)
def test_filters_without_words_list_the_same(
    ranked: Collection, where: dict[str, int | str], numbers: set[str]
) -> None:
    others = {None, "782-CV/ĐU", "28-CT/TU", "110-HD/BTGTU", "57-KL/TW", "7/BC-BTC", "8/BC-BTC"}
    assert set(found(ranked, "", **where)) - others == numbers


@pytest.mark.parametrize("where", [{"since": "2021-02-30"}, {"until": "gần đây"}, {"since": "2021-2"}])
def test_a_date_that_does_not_exist_is_said(ranked: Collection, where: dict[str, Any]) -> None:
    for words in ("rừng", ""):
        with pytest.raises(LegalkgError, match="invalid date"):
            ranked.search(words, **where)


@pytest.mark.parametrize(
    ("where", "says"),
    [({"type": "quyet"}, "the nearest is"), ({"since": "2022", "until": "2021"}, "did you mean from 2021 to 2022?")],
)
def test_an_unknown_type_and_a_range_the_wrong_way_round_are_said(
    ranked: Collection, where: dict[str, Any], says: str
) -> None:
    for words in ("rừng", ""):
        with pytest.raises(LegalkgError, match=re.escape(says)):
            ranked.search(words, **where)


@pytest.mark.parametrize("words", ["rừng", "", "nay thực hiện"])
def test_pages_make_the_whole(ranked: Collection, words: str) -> None:
    whole = found(ranked, words)
    assert len(whole) > 2
    assert [number for at in range(len(whole)) for number in found(ranked, words, limit=1, offset=at)] == whole
    assert found(ranked, words, offset=10**9) == []


def test_equal_documents_come_by_their_iri_on_every_page() -> None:
    with collection_of(
        *(made(f"{n}/BC", "Báo cáo", "2024-01-01", title="lúa", path=f"{n}.txt") for n in range(40, 80))
    ) as c:
        whole = [hit.document.iri for hit in c.search("lúa", limit=40)]
        assert whole == sorted(whole)
        assert [hit.document.iri for at in range(0, 40, 7) for hit in c.search("lúa", limit=7, offset=at)] == whole


# --- marks ---

_SPELLINGS = st.sampled_from(
    ["đối ngoại", "ĐỐI NGOẠI", "doi", "Ðối", "ngoại-giao", "57-KL/TW", "a_b", "x²", "an\u00adninh"]
)
_TEXTS = st.lists(st.one_of(_SPELLINGS, st.text(max_size=8)), min_size=1, max_size=30).map(" ".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=_TEXTS, form=st.sampled_from(["NFC", "NFD"]), asked=st.one_of(_SPELLINGS, st.text(min_size=1, max_size=8)))
def test_marks_point_to_words_that_fold_to_what_was_asked(text: str, form: Literal["NFC", "NFD"], asked: str) -> None:
    text = unicodedata.normalize(form, text).encode("utf-8", "replace").decode()
    with collection_of(made("1/BC", "Báo cáo", "2024-01-01", title=text, path="1.txt")) as collection:
        as_read = collection.text(collection.find("1/BC")).text
        for hit in collection.search(asked):
            assert hit.snippet == as_read[hit.start : hit.end]
            assert all(hit.start <= a < b <= hit.end for a, b in hit.marks)
            assert all(len(words_of(as_read[a:b])) == 1 for a, b in hit.marks)
            assert {words_of(as_read[a:b])[0] for a, b in hit.marks} <= set(words_of(asked))


@pytest.mark.parametrize("words", ["ngô", "khoai ngô"])
def test_words_deep_in_a_long_text_are_marked(words: str) -> None:
    title = "khoai " + "lúa " * 20_000 + "ngô và khoai"
    with collection_of(made("1/BC", "Báo cáo", "2024-01-01", title=title)) as collection:
        (hit,) = collection.search(words)
        text = collection.text(hit.document).text
        assert {text[a:b] for a, b in hit.marks} == set(words.split())


@given(st.text(max_size=300))
def test_any_filter_is_safe(collection: Collection, text: str) -> None:
    collection.search("so", issuer=text, place=text)
    with suppress(LegalkgError):  # no such type
        collection.search("so", type=text)
    assert Filter(words=text).match() is None or collection.documents(words=text) is not None
