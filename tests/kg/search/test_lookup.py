"""Finding documents by what people type, and lists with filters."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from legalkg.kg.collection import Collection
from legalkg.kg.errors import AmbiguousDocument, LegalkgError, UnknownDocument
from tests.kg.kg_factories import CT28, KL57, cited, collection_of, conclusion_57, directive_28, letter_782, made


@pytest.fixture(scope="module")
def connections() -> Iterator[list[sqlite3.Connection]]:
    """The connections to SQLite that are made from here on."""
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def kept(*given: Any, **more: Any) -> sqlite3.Connection:
        made.append(connect(*given, **more))
        return made[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", kept)
        yield made


@pytest.fixture(scope="module")
def collection(connections: list[sqlite3.Connection]) -> Iterator[Collection]:
    with collection_of(
        letter_782(),
        conclusion_57(),
        made("1/BC-BTC", "Báo cáo", "2024-05-01", "Bộ Tài chính", path="1.txt", cites=[
            (None, cited("28-CT/TU", "Chỉ thị", "2019-01-01", "Tỉnh ủy Sơn La")),
            (None, cited(name="Hiến chương Liên hợp quốc", type="Điều ước quốc tế")),
            (None, cited("9/QĐ-TTg", "Quyết định", "2023")),
            (None, cited("9/CĐ-TTg", "Công điện", "2023")),
        ]),
    ) as opened:  # fmt: skip
        yield opened


@pytest.mark.parametrize(
    ("ref", "slug"),
    [
        ("782-CV/ĐU", "cong-van_782-cv-du_so-giao-duc-va-dao-tao"),
        ("782-cv/đu", "cong-van_782-cv-du_so-giao-duc-va-dao-tao"),
        ("782 - CV / DU", "cong-van_782-cv-du_so-giao-duc-va-dao-tao"),
        ("Công văn số 782-CV/ĐU", "cong-van_782-cv-du_so-giao-duc-va-dao-tao"),
        ("cong van 782-CV/ĐU", "cong-van_782-cv-du_so-giao-duc-va-dao-tao"),
        ("cong-van_782-cv-du", "cong-van_782-cv-du_so-giao-duc-va-dao-tao"),  # an id may be left unfinished
        ("57/KL-TW", "ket-luan_57-kl-tw_2023-06-15"),
        ("ket-luan_57-kl-tw_2023-06-15", "ket-luan_57-kl-tw_2023-06-15"),
        ("https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15", "ket-luan_57-kl-tw_2023-06-15"),
        ("Hiến chương Liên hợp quốc", "hien-chuong-lien-hop-quoc"),
        ("hiến chương liên hợp quốc", "hien-chuong-lien-hop-quoc"),
        ("Quyết định 9/QĐ-TTg", "quyet-dinh_9-qd-ttg_2023"),
        ("28-CT/TU ngày 16/10/2023", "chi-thi_28-ct-tu_2023-10-16"),  # a date picks among equal numbers
        ("Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023", "chi-thi_28-ct-tu_2023-10-16"),
        ("28-CT/TU năm 2019", "chi-thi_28-ct-tu_2019-01-01_son-la"),
        ("28-CT/TU 2019-01-01", "chi-thi_28-ct-tu_2019-01-01_son-la"),
    ],
)
def test_find(collection: Collection, ref: str, slug: str) -> None:
    assert collection.find(ref).id == slug


@pytest.mark.parametrize(
    ("ref", "nearest"),
    [
        ("57-KL/TU", "57-KL/TW"),
        ("58-KL/TW", "57-KL/TW"),
        ("Hiến chương Liên hiệp quốc", None),
        ("782", "782-CV/ĐU"),
    ],
)
def test_the_nearest_has_all_words_but_one(collection: Collection, ref: str, nearest: str | None) -> None:
    with pytest.raises(UnknownDocument) as caught:
        collection.find(ref)
    assert caught.value.suggestions[0].number == nearest


def test_a_start_that_fits_thousands_offers_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalkg.kg.search.lookup.MOST_OFFERED", 3)
    with collection_of(*(made(f"{n}/BC", "Báo cáo", "2024-01-01", path=f"{n}.txt") for n in range(1, 9))) as c:
        with pytest.raises(AmbiguousDocument) as caught:
            c.find("bao-cao")
        assert len(caught.value.candidates) == 3


def plan(collection: Collection, connection: sqlite3.Connection, **wanted: Any) -> str:
    """How SQLite answers the question for a list."""
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    collection.documents(**wanted, limit=10)
    connection.set_trace_callback(None)
    steps = connection.execute(f"EXPLAIN QUERY PLAN {next(sql for sql in asked if 'ORDER BY date' in sql)}")
    return " / ".join(step[-1] for step in steps)


@pytest.mark.parametrize(
    ("wanted", "used"),
    [
        ({}, "SCAN documents USING INDEX documents_date"),
        ({"type": "Kết luận"}, "USING INDEX documents_type (type=?)"),
        ({"held": True}, "USING INDEX documents_held (held=?)"),
        ({"year": 2023}, "USING INDEX documents_date (date>? AND date<?)"),
        ({"type": "Kết luận", "since": "2023"}, "USING INDEX documents_type (type=? AND date>? AND date<?)"),
        ({"words": "đối ngoại"}, "SEARCH documents USING INTEGER PRIMARY KEY (rowid=?)"),
        ({"words": "đối ngoại", "since": "2023"}, "SEARCH documents USING INTEGER PRIMARY KEY (rowid=?)"),
    ],
)
def test_no_list_reads_the_whole_table(
    collection: Collection, connections: list[sqlite3.Connection], wanted: dict[str, Any], used: str
) -> None:
    steps = plan(collection, connections[0], **wanted)
    assert used in steps
    if "words" not in wanted:
        assert "TEMP B-TREE" not in steps  # comes in order, so the first page is all that is read


def test_a_list_of_frequent_words_goes_by_date(
    collection: Collection, connections: list[sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legalkg.kg.search.lookup.FEW_NAMES", 0)
    assert "SCAN documents USING INDEX documents_date" in plan(collection, connections[0], words="chỉ thị")


def test_an_ambiguous_number_lists_the_candidates_with_date_and_issuer(collection: Collection) -> None:
    with pytest.raises(AmbiguousDocument) as caught:
        collection.find("28-CT/TU")
    assert [d.date for d in caught.value.candidates] == ["2019-01-01", "2023-10-16"]
    assert "2023-10-16, Ban Thường vụ Thành ủy" in str(caught.value)
    for candidate in caught.value.candidates:  # what is offered can be given
        assert collection.find(candidate.id) == candidate


def test_an_unknown_document_suggests_the_nearest(collection: Collection) -> None:
    with pytest.raises(UnknownDocument) as caught:
        collection.find("75-KL/TW")
    assert "57-KL/TW" in [document.number for document in caught.value.suggestions]
    assert "ket-luan_57-kl-tw_2023-06-15" in str(caught.value)


@pytest.mark.parametrize("day", ["31/2/2023", "ngày 32/1/2023", "2023-13-01"])
def test_a_day_that_does_not_exist_is_said(collection: Collection, day: str) -> None:
    with pytest.raises(LegalkgError, match="no such day"):
        collection.find(f"28-CT/TU {day}")


@pytest.mark.parametrize("ref", ["28-CT/TU ngày 17/10/2023", "28-CT/TU năm 1999"])
def test_a_day_on_which_there_is_none(collection: Collection, ref: str) -> None:
    with pytest.raises(UnknownDocument) as caught:
        collection.find(ref)
    assert "chi-thi_28-ct-tu_2023-10-16" in str(caught.value)


@pytest.mark.parametrize("ref", ["", " ", "%", "_", "Chỉ thị 782-CV/ĐU", "'; DROP TABLE documents; --"])
def test_what_nothing_answers_to(collection: Collection, ref: str) -> None:
    with pytest.raises(UnknownDocument):
        collection.find(ref)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"held": True}, ["1/BC-BTC", "57-KL/TW", "782-CV/ĐU"]),
        ({"type": "Kết luận"}, ["57-KL/TW"]),
        ({"issuer": "Bộ Chính trị"}, ["57-KL/TW"]),
        ({"year": 2019}, ["28-CT/TU"]),
        ({"words": "thong tin doi ngoai"}, ["57-KL/TW"]),
        ({"words": "chỉ thị", "held": False, "year": 2023}, ["28-CT/TU"]),
        ({"words": "%"}, []),
        ({"words": "28-CT/TU"}, ["28-CT/TU", "28-CT/TU"]),
        ({"words": '"tin đối ngoại" kết luận'}, ["57-KL/TW"]),
        ({"words": '"ngoại đối"'}, []),
        ({"type": "ket luan"}, ["57-KL/TW"]),
        ({"type": "Kết"}, []),
        ({"issuer": "BO CHINH TRI"}, ["57-KL/TW"]),
        ({"issuer": "ban thuong vu"}, ["28-CT/TU"]),  # begins with these words
        ({"issuer": "chính trị"}, []),
        (
            {"since": "2023-06-16", "until": "2023"},
            ["28-CT/TU", "9/CĐ-TTg", "9/QĐ-TTg"],
        ),  # the year is all that is known
        ({"since": "2023-06-16", "until": "2023", "words": "chỉ thị"}, ["28-CT/TU"]),
        ({"since": "2024-01-31", "until": "2024-01-31"}, ["110-HD/BTGTU"]),
        ({"year": 2023, "until": "2023-06"}, ["57-KL/TW", "9/CĐ-TTg", "9/QĐ-TTg"]),
        ({"place": "hà nội"}, []),
    ],
)
@pytest.mark.parametrize("few", [0, 2000])
def test_lists(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, few: int, wanted: dict[str, Any], numbers: list[str]
) -> None:
    # Frequent words are looked for in another way, with the same answers.
    monkeypatch.setattr("legalkg.kg.search.lookup.FEW_NAMES", few)
    assert [document.number for document in collection.documents(**wanted)] == numbers
    assert collection.count(**wanted) == len(numbers)


def test_pages_of_a_list_make_the_whole(collection: Collection) -> None:
    whole = collection.documents(limit=None)
    assert len(whole) == collection.count() == 9
    assert tuple(d for offset in range(0, 10, 2) for d in collection.documents(limit=2, offset=offset)) == whole
    assert [d.date for d in whole][-1] is None


def test_a_directive_held_later_is_no_longer_only_cited() -> None:
    with collection_of(
        directive_28(), made("1/BC", "Báo cáo", "2024-01-01", "Sở", cites=[("implements", CT28), (None, KL57)])
    ) as c:
        assert c.find("28-CT/TU").held
