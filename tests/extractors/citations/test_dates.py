"""Dates as printed, turned into ISO dates as far as the text says them."""

from __future__ import annotations

import pytest

from legalkg.extractors.citations.dates import ATTACHED_DATE, LATER_DATE, iso_date
from tests.extractors.extraction_factories import check, cited, doc, quotes, read, unmark


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("ngày 15 tháng 6 năm 2023", "2023-06-15"),
        ("ngày 05 tháng 06, năm 2023", "2023-06-05"),
        ("NGÀY 02 THÁNG 8 NĂM 2012", "2012-08-02"),
        ("ngày 22/12/2024", "2024-12-22"),
        ("01-10-1997", "1997-10-01"),
        ("9.6.2014", "2014-06-09"),
        ("ngày 01/11/ 2011", "2011-11-01"),
        ("29/02/2024", "2024-02-29"),
        ("tháng 10 năm 2016", "2016-10"),
        ("tháng 9/2016", "2016-09"),
        ("năm 2016", "2016"),
        ("2016", "2016"),
    ],
)
def test_iso_date(printed: str, iso: str) -> None:
    assert iso_date(printed) == iso


@pytest.mark.parametrize(
    "printed",
    [
        "ngày 27-4",  # no year
        "ngày 28/2",
        "31/2/2024",  # no such day
        "29/02/2023",
        "ngày 31 tháng 4 năm 2025",
        "ngày 00/01/2020",
        "32/1/2020",
        "15/13/2020",
        "08/5/1289",  # a misprint
        "tháng 13 năm 2020",
        "ngày",
        "",
    ],
)
def test_no_iso_date(printed: str) -> None:
    assert iso_date(printed) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (" ngày 1/2/2020", "ngày 1/2/2020"),
        (", ngày 22/12/2024 của", "ngày 22/12/2024"),
        (",ngày 22/12/2024", "ngày 22/12/2024"),
        ("ngày 06 tháng 01 năm 2012", "ngày 06 tháng 01 năm 2012"),
        (" năm 2016 thi hành", "năm 2016"),
        ("\nngày 1/2/2020", "ngày 1/2/2020"),
        (" NGÀY 1/2/2020", "NGÀY 1/2/2020"),
    ],
)
def test_attached_date(text: str, date: str) -> None:
    match = ATTACHED_DATE.match(text)
    assert match
    assert match.group("date") == date


@pytest.mark.parametrize(
    "text",
    [
        " Ngày 1/2/2020, tại",  # a new sentence
        "\n\nngày 1/2/2020",
        " của Bộ Chính trị ngày 1/2/2020",
        " 1/2/2020",
        ". ngày 1/2/2020",
        " năm 2021 - 2025",  # a period
    ],
)
def test_no_attached_date(text: str) -> None:
    assert not ATTACHED_DATE.match(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (" ban hành ngày 1/2/2020", "ngày 1/2/2020"),
        (" ký ngày 01 tháng 2 năm 2020", "ngày 01 tháng 2 năm 2020"),
        (" (ngày 1/2/2020)", "ngày 1/2/2020"),
        (" (27/9/2019)", "27/9/2019"),
        (", ngày 01/11/ 2011", "ngày 01/11/ 2011"),
    ],
)
def test_later_date(text: str, date: str) -> None:
    match = LATER_DATE.match(text)
    assert match
    assert match.group("date") == date


@pytest.mark.parametrize("text", [" 27/9/2019", " có hiệu lực ngày 1/2/2020", " từ ngày 1/2/2020"])
def test_no_later_date(text: str) -> None:
    assert not LATER_DATE.match(text)


@pytest.mark.parametrize(
    ("row", "date"),
    [
        ("Xem ⟦Chỉ thị số 10-CT/TW ngày 15/12/2016⟧ của Ban Bí thư.", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TW, ngày 15-12-2016⟧ của Ban Bí thư.", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TW ngày 15.12.2016⟧ của Ban Bí thư.", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TWngày 15/12/2016⟧ của Ban Bí thư.", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TW ngày15 tháng 12 năm 2016⟧ của Ban Bí thư.", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TW tháng 12 năm 2016⟧ của Ban Bí thư.", "2016-12"),
        ("Xem ⟦Chỉ thị số 10-CT/TW năm 2016⟧ của Ban Bí thư.", "2016"),
        ("Xem ⟦Chỉ thị số 10-CT/TW⟧ của Ban Bí thư (ngày 15/12/2016).", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TW⟧ của Ban Bí thư, ngày 15/12/2016.", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TW⟧ của Ban Bí thư ban hành ngày 15/12/2016.", "2016-12-15"),
        ("Xem ⟦Chỉ thị số 10-CT/TW ngày 31/02/2016⟧ của Ban Bí thư.", None),
        ("Xem ⟦Chỉ thị số 10-CT/TW, ngày 27-4⟧ của Ban Bí thư.", None),
        ("Xem ⟦Chỉ thị số 10-CT/TW⟧ của Ban Bí thư.", None),
        ("Xem ⟦Chỉ thị số 10-CT/TW⟧ của Ban Bí thư. Ngày 15/12/2016, Ban họp.", None),
    ],
)
def test_date_of_a_citation(row: str, date: str | None) -> None:
    check(row, [doc("Chỉ thị", "10-CT/TW", date, "Ban Bí thư")])


@pytest.mark.parametrize(
    ("row", "date"),
    [
        ("Xem ⟦Kế hoạch số 12/KH-UBND⟧ năm 2021 - 2025 của tỉnh.", None),
        ("⟦Quyết định số 12/QĐ-UBND⟧ có hiệu lực từ ngày 15/12/2016.", None),
        ("Ngày 15/12/2016, tại ⟦Thông báo số 12/TB-VPCP⟧, Thủ tướng đã chỉ đạo.", "2016-12-15"),
        ("Ngày 15 tháng 12 năm 2016 Chính phủ đã ban hành ⟦Nghị quyết số 12/NQ-CP⟧.", "2016-12-15"),
        ("Ngày 15/12/2016, họp bàn về ⟦Thông báo số 12/TB-VPCP⟧.", None),
    ],
)
def test_date_elsewhere(row: str, date: str | None) -> None:
    text, spans = unmark(row)
    extraction = read(f"Ghi chép. {text}")
    assert quotes(extraction) == spans
    assert [d.date for d in cited(extraction)] == [date]
