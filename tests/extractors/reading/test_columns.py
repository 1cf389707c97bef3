"""Which columns of a dataset are what, and what is known of a document beside its text."""

import datetime
from pathlib import Path

import pytest

from legalkg.extractors.model import Header, SourceText
from legalkg.extractors.pipeline import extract
from legalkg.extractors.reading import ReadError, iter_records
from legalkg.extractors.reading.columns import check_columns, known_of, no_dates, wanted_columns
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.registry.words import dataset_columns


def test_the_usual_names_are_found() -> None:
    assert dataset_columns()["text"][0] == "text"
    assert "noi_dung" in dataset_columns()["text"]
    assert wanted_columns({"text": "x"}) == {"text": ("x",)}
    check_columns(["số", "noi_dung"], None)


@pytest.mark.parametrize(
    ("there", "given", "message"),
    [
        (["a", "b"], None, "no column that is known to hold texts .*it has: a, b"),
        (["a", "b"], {"text": "c", "id": "a"}, "has no column 'c'; it has: a, b"),
    ],
)
def test_what_is_missing_is_named(there: list[str], given: dict[str, str] | None, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        check_columns(there, given)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-01-31", "2024-01-31"),
        ("2024-1-3", "2024-01-03"),
        ("2024-01-31T00:00:00", "2024-01-31"),
        ("31/12/2024", "2024-12-31"),
        ("1.2.2024", "2024-02-01"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        (datetime.date(2024, 1, 31), "2024-01-31"),
        (datetime.datetime(2024, 1, 31, 8), "2024-01-31"),
        ("31/02/2024", None),
        ("2024-13", None),
        ("hôm qua", None),
        (20240131, "2024-01-31"),
        ("20250305", "2025-03-05"),
        ("5 tháng 3 năm 2025", "2025-03-05"),
        ("ngày 05 tháng 03 năm 2025", "2025-03-05"),
        ("03/2025", "2025-03"),
        ("2025-03-04T17:00:00Z", "2025-03-05"),
        ("2025-03-04T17:00:00.000+00:00", "2025-03-05"),
        ("2025-03-05T00:00:00+07:00", "2025-03-05"),
        ("2025-03-04 17:00:00", "2025-03-04"),
        (datetime.datetime(2025, 3, 4, 17, tzinfo=datetime.UTC), "2025-03-05"),
        (1741107600, "2025-03-05"),
        (1741107600000, "2025-03-05"),
        (1741107600.0, "2025-03-05"),
        (-315619200, "1960-01-01"),
        ("1741107600", "2025-03-05"),
        (True, None),
        (12, None),
        ("20251305", None),
        ("29 tháng 2 năm 2025", None),
        (None, None),
    ],
)
def test_dates_in_several_forms(value: float | str | datetime.date | None, date: str | None) -> None:
    assert known_of({"date": value}).date == date


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"date": "hôm qua"}, ("date 'hôm qua' is no date that can be read",)),
        ({"date": "31/02/2024", "effective": "2024-03-01"}, ("date '31/02/2024' is no date that can be read",)),
        ({"effective": [2024]}, ("effective '[2024]' is no date that can be read",)),
        ({"date": "", "effective": None}, ()),
        ({"date": float("nan")}, ()),
        ({"date": "2024"}, ()),
    ],
)
def test_what_is_no_date_is_said(facts: dict[str, object], said: tuple[str, ...]) -> None:
    assert no_dates(facts) == said


def test_what_is_no_fact_is_left_out() -> None:
    known = known_of({"number": " 57 -\nKL/TW ", "type": ["Luật"], "title": "", "issuer": None, "signers": "X"})
    assert known == Header(number="57 - KL/TW")


def test_a_row_fills_what_the_text_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": 7, "text": "Điều 1. Phạm vi.", "so_hieu": "30/2020/NĐ-CP", "loai_van_ban": "nghị định", '
        '"ngay_ban_hanh": "05/03/2020"}\n',
        encoding="utf-8",
    )
    (record,) = iter_records(tmp_path / "a.jsonl")
    header = extract(record.source).header
    assert (header.type, header.number, header.date) == ("Nghị định", "30/2020/NĐ-CP", "2020-03-05")
    assert header.spans == {}


def test_what_the_text_says_goes_before() -> None:
    text = "CHÍNH PHỦ\n-------\nSố: 30/2020/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2020\n\nNGHỊ ĐỊNH\nVề công tác văn thư\n"
    known = Header(number="31/2020/NĐ-CP", type="Luật", effective="2020-03-05")
    plain, filled = (extract(SourceText(id="a", text=text, known=k)).header for k in (Header(), known))
    assert filled == plain.model_copy(update={"effective": "2020-03-05"})


def test_a_document_knows_its_own_number_from_the_row() -> None:
    text = "Điều 1. Thông tư 5/2024/TT-BTC có hiệu lực từ ngày 01 tháng 7 năm 2024."
    known = Header(type="Thông tư", number="5/2024/TT-BTC", date="2024-05-01")
    assert [m.document for m in extract(SourceText(id="a", text=text, known=known)).mentions] == ["this"]
    assert [m.document for m in extract(SourceText(id="a", text=text)).mentions] == ["d1"]


def test_a_dataset_without_texts(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,words\n1,Điều\n", encoding="utf-8")
    with pytest.raises(ReadError, match="it has: id, words"):
        list(iter_records(tmp_path / "a.csv"))
