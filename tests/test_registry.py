"""The registry tables: each parses, says where its facts come from, and agrees with the others."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from legalkg.extractors.registry.numbers import number_key, year_of_number
from legalkg.extractors.registry.tables import read_lines, read_table, split_cell
from legalkg.extractors.text import fold

Row = dict[str, str]

COLUMNS = {
    "known-documents": ["name", "type", "number", "date", "issuer", "effective", "aliases", "source"],
    "central-documents": ["type", "number", "date", "issuer", "title", "effective", "source"],
    "organs": ["code", "name", "level", "side", "parent", "types", "from", "to", "merged_into", "source"],
    "generic-organs": ["code", "level", "meaning"],
    "generic-words": ["words", "level", "meaning"],
    "provinces": ["name", "kind", "code", "merged_into", "until", "from", "aliases", "source"],
    "terms": ["body", "term", "from", "to", "source"],
}
KEYS = {
    "known-documents": ("name", "number", "date"),
    "central-documents": ("type", "number"),
    "organs": ("code", "level"),
    "generic-organs": ("code",),
    "generic-words": ("words",),
    "provinces": ("name",),
    "terms": ("body", "term"),
}
DATES = {
    "known-documents": ("date", "effective"),
    "central-documents": ("date", "effective"),
    "organs": ("from", "to"),
    "provinces": ("from", "until"),
    "terms": ("from", "to"),
}
SOURCED = DATES
SOURCE = re.compile(r"vbpl(?::\d+)?|header:\S.*|headers:\d+|cited:[1-9]\d*|act:\d+/\d{4}/\S+|public|general")
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
ROMAN = {numeral: value for value, numeral in enumerate(_NUMERALS, start=1)}
NUMBER_FORMS = {
    "Luật": r"\d+[a-z]?/\d{4}/QH\d+|\d+-(L/CTN|LCT/HĐNN\d+|SL/L[.-]\d+)",
    "Bộ luật": r"\d+/\d{4}/QH\d+",
    "Pháp lệnh": r"\d+/\d{4}/(PL-)?UBTVQH\d+|\d+-L/CTN",
    "Nghị quyết": r"\d+[a-z]?-NQ/[A-ZĐ]+",
    "Chỉ thị": r"\d+-CT/[A-ZĐ]+",
    "Kết luận": r"\d+-KL/[A-ZĐ]+",
    "Quy định": r"\d+-QĐi?/[A-ZĐ]+",
    "Hướng dẫn": r"\d+-HD/[A-ZĐ]+",
    "Thông báo": r"\d+-TB/[A-ZĐ]+",
    "Kế hoạch": r"\d+-KH/[A-ZĐ]+",
}
ASSEMBLY_TERM = re.compile(r"(?:QH|HĐNN)(\d+)$")
ASSEMBLY = {"Luật", "Bộ luật", "Pháp lệnh"}


def shared_folder() -> Path:
    found = Path(os.environ.get("LEGALKG_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not found.is_dir():
        pytest.skip("no shared folder")
    return found


def table(name: str) -> list[Row]:
    return read_table(name)


def known(name: str) -> list[Row]:
    return [row for row in table("known-documents") if row["name"] == name]


def repeated(values: Iterable[object]) -> list[object]:
    return [value for value, times in Counter(values).items() if times > 1]


def is_iso(value: str) -> bool:
    """YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists."""
    try:
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        return False
    return len(value) in (4, 7, 10)


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_complete(name: str) -> None:
    for row in table(name):
        assert list(row) == COLUMNS[name]
        assert None not in row.values(), row


@pytest.mark.parametrize("name", COLUMNS)
def test_no_row_stands_twice(name: str) -> None:
    assert repeated(tuple(fold(row[column]) for column in KEYS[name]) for row in table(name)) == []


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_says_where_its_facts_come_from(name: str) -> None:
    for row in table(name):
        sources = row["source"].split(" | ")
        assert all(SOURCE.fullmatch(source) for source in sources), row


@pytest.mark.parametrize("name", SOURCED)
def test_dates_are_iso(name: str) -> None:
    for row in table(name):
        assert all(is_iso(row[column]) for column in DATES[name] if row[column]), row


@pytest.mark.parametrize(("value", "valid"), [("2024", True), ("2025-12", True), ("2024-02-30", False), ("24", False)])
def test_is_iso(value: str, valid: bool) -> None:
    assert is_iso(value) is valid


@pytest.mark.parametrize("name", COLUMNS)
def test_cells_are_trimmed_and_composed(name: str) -> None:
    for row in table(name):
        assert all(value == " ".join(value.split()) and "Ð" not in value for value in row.values()), row
        assert not any("\u0300" <= letter <= "\u036f" for value in row.values() for letter in value), row


# --- central documents ---


def test_central_documents_are_sorted_by_the_keys_of_their_numbers() -> None:
    keys = [(number_key(row["number"]), row["type"]) for row in table("central-documents")]
    assert keys == sorted(keys)
    assert all(key for key, _ in keys)


def test_each_central_document_is_one_line() -> None:
    """They are looked up by line, and the number is what stands between the first two commas."""
    rows = table("central-documents")
    lines = read_lines("central-documents")[1:]
    assert [line.split(",")[:2] for line in lines] == [[row["type"], row["number"]] for row in rows]


def test_central_documents_are_none_of_those_known_by_name() -> None:
    named = {(row["type"], number_key(row["number"])) for row in table("known-documents") if row["number"]}
    assert [row for row in table("central-documents") if (row["type"], number_key(row["number"])) in named] == []


def test_dates_of_central_documents_agree_with_the_rest_of_their_rows() -> None:
    for row in table("central-documents"):
        assert year_of_number(row["number"]) in (None, row["date"][:4] or year_of_number(row["number"])), row
        assert not row["date"] or not row["effective"] or row["date"] <= row["effective"], row
        assert " ngày " not in row["issuer"], row


# --- known documents ---


def test_types_are_known() -> None:
    types = {row["name"] for row in table("types")}
    assert {row["type"] for name in ("known-documents", "central-documents") for row in table(name)} <= types
    assert {kind for row in table("organs") for kind in split_cell(row["types"])} <= types


def test_rows_are_sorted_by_type_name_and_date() -> None:
    keys = [(row["type"], fold(row["name"]), row["date"], row["number"]) for row in table("known-documents")]
    assert keys == sorted(keys)


def test_names_begin_with_their_type() -> None:
    free = {"Điều ước quốc tế", "Thông báo"}
    assert [row["name"] for row in table("known-documents") if row["type"] not in free
            and not row["name"].startswith(row["type"])] == []  # fmt: skip


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Luật Đất đai", ["", "", "13/2003/QH11", "45/2013/QH13", "31/2024/QH15"]),
        ("Bộ luật Dân sự", ["", "33/2005/QH11", "91/2015/QH13"]),
        ("Luật Tổ chức chính quyền địa phương", ["77/2015/QH13", "65/2025/QH15", "72/2025/QH15"]),
        ("Hiến pháp", [""] * 5),
        ("Luật Không có thật", []),
    ],
)
def test_versions_are_told_apart(name: str, numbers: list[str]) -> None:
    versions = known(name)
    assert [row["number"] for row in versions] == numbers
    assert repeated(row["date"] for row in versions) == []


def test_years_of_the_five_land_laws() -> None:
    assert [row["date"][:4] for row in known("Luật Đất đai")] == ["1987", "1993", "2003", "2013", "2024"]


def test_a_party_number_may_recur_but_not_on_one_day() -> None:
    days = defaultdict(list)
    for row in table("known-documents"):
        if "/TW" in row["number"]:
            days[row["number"]].append(row["date"])
    assert len(days["35-CT/TW"]) == 2
    assert [number for number, dates in days.items() if repeated(dates)] == []


def test_numbers_have_the_form_of_their_type() -> None:
    for row in table("known-documents"):
        if row["number"]:
            assert re.fullmatch(NUMBER_FORMS[row["type"]], row["number"]), row


def test_the_assembly_term_in_a_number_fits_its_date() -> None:
    terms = {ROMAN[row["term"]]: row for row in table("terms") if row["body"] == "Quốc hội"}
    for row in table("known-documents"):
        if row["type"] in ASSEMBLY and (match := ASSEMBLY_TERM.search(row["number"])):
            term = terms[int(match.group(1))]
            assert term["from"] <= row["date"], row
            assert not term["to"] or row["date"] <= term["to"], row


def test_the_year_in_a_number_is_that_of_the_date() -> None:
    for row in table("known-documents"):
        year = re.search(r"/(\d{4})/", row["number"])
        assert year is None or not row["date"] or row["date"].startswith(year.group(1)), row


def test_laws_of_one_term_are_numbered_in_the_order_of_their_dates() -> None:
    terms: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in table("known-documents"):
        if match := re.fullmatch(r"(\d+)/\d{4}/(QH\d+|(?:PL-)?UBTVQH\d+)", row["number"]):
            terms[match.group(2).removeprefix("PL-")].append((int(match.group(1)), row["date"]))
    assert len(terms) > 10
    for term, laws in terms.items():
        for (number, day), (following, later) in pairwise(sorted(laws)):
            assert day[: len(later)] <= later[: len(day)], f"{number} and {following} of {term}"


def test_who_passes_what() -> None:
    issuers = {"Luật": "Quốc hội", "Bộ luật": "Quốc hội", "Pháp lệnh": "Ủy ban thường vụ Quốc hội"}
    for row in table("known-documents"):
        assert row["issuer"] == issuers.get(row["type"], row["issuer"]), row


def test_an_alias_stands_for_one_name() -> None:
    names = {fold(row["name"]) for row in table("known-documents")}
    owners = defaultdict(set)
    for row in table("known-documents"):
        for alias in split_cell(row["aliases"]):
            owners[fold(alias)].add(fold(row["name"]))
            assert fold(alias) not in names, alias
    assert {alias: found for alias, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Luật Bầu cử", "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân"),
        ("BLHS", "Bộ luật Hình sự"),
        ("Điều lệ Đảng", "Điều lệ Đảng Cộng sản Việt Nam"),
        ("UNCLOS 1982", "Công ước của Liên hợp quốc về Luật Biển năm 1982"),
    ],
)
def test_usual_short_names(alias: str, name: str) -> None:
    assert {row["name"] for row in table("known-documents") if alias in split_cell(row["aliases"])} == {name}


def test_plenum_resolution_by_its_short_name() -> None:
    rows = [r for r in table("known-documents") if "Nghị quyết Trung ương 4 khóa XII" in split_cell(r["aliases"])]
    assert [(row["number"], row["date"]) for row in rows] == [("04-NQ/TW", "2016-10-30")]


def test_numbers_are_ones_that_identity_knows() -> None:
    for row in table("known-documents"):
        assert not row["number"] or number_key(row["number"]), row


def test_days_follow_one_another() -> None:
    for row in table("known-documents"):
        # By the year: an ordinance on taxes of March 1994 takes effect from January.
        assert not row["effective"] or row["date"][:4] <= row["effective"][:4], row
    for name, columns in (("organs", ("from", "to")), ("provinces", ("from", "until")), ("terms", ("from", "to"))):
        for row in table(name):
            first, last = (row[column] for column in columns)
            assert not first or not last or first[: len(last)] <= last[: len(first)], row


def test_facts_agree_with_the_register_of_central_documents() -> None:
    """Where both say something; ``general`` beside the item says that it completes or mends what the item says."""
    with (shared_folder() / "registry" / "central-documents.csv").open(encoding="utf-8", newline="") as lines:
        items = {row["vbpl_item"]: row for row in csv.DictReader(lines)}
    compared = 0
    for row in table("known-documents"):
        item = items.get(row["source"].removeprefix("vbpl:"))
        # Item 12318 is shown under the number of the law that amended it; 9867 has none.
        if item is None or item["vbpl_item"] in ("12318", "9867"):
            continue
        compared += 1
        assert number_key(item["number"]) == number_key(row["number"]), row
        assert item["date"] in ("", row["date"]), row
        assert item["effective"] in ("", row["effective"]), row
    assert compared > 150


# --- organs, provinces, terms ---


def test_a_code_is_one_organ_on_a_level() -> None:
    assert repeated((row["code"], row["level"]) for row in table("organs")) == []
    names = defaultdict(set)
    for row in table("organs"):
        names[row["code"], row["side"]].add(row["name"])
    assert {code: found for code, found in names.items() if len(found) > 1} == {}


def test_levels_of_shared_words_and_codes() -> None:
    levels = {"", "tinh", "huyen", "xa", "co_so"}
    assert {row["level"] for name in ("generic-organs", "generic-words") for row in table(name)} <= levels


def test_no_organ_goes_into_itself_by_way_of_others() -> None:
    into = {row["code"]: row["merged_into"] for row in table("organs") if row["merged_into"]}
    for code, heir in into.items():
        seen, here = {code}, heir
        while here in into:
            assert here not in seen, code
            seen.add(here)
            here = into[here]


def test_levels_and_sides_of_organs() -> None:
    assert {row["level"] for row in table("organs")} == {"trung_uong", "tinh", "huyen", "xa", "co_so"}
    assert {row["side"] for row in table("organs")} == {"dang", "nha_nuoc", "mat_tran", "doan_the"}


def test_parents_and_successors_are_organs_too() -> None:
    codes = {row["code"] for row in table("organs")}
    named = {row[column] for row in table("organs") for column in ("parent", "merged_into") if row[column]}
    assert named <= codes


@pytest.mark.parametrize(
    ("old", "new"),
    [("BNNPTNT", "BNNMT"), ("BTNMT", "BNNMT"), ("BKHĐT", "BTC"), ("BLĐTBXH", "BNV"), ("BGTVT", "BXD"),
     ("BTTTT", "BKHCN"), ("BTGTW", "BTGDVTW"), ("BDVTW", "BTGDVTW")],
)  # fmt: skip
def test_mergers_of_2025(old: str, new: str) -> None:
    [row] = [row for row in table("organs") if row["code"] == old]
    assert (row["merged_into"], row["to"]) == (new, "2025")


def test_organs_issue_what_their_side_knows() -> None:
    sides = {row["name"]: row["side"] for row in table("types")}
    for row in table("organs"):
        for kind in split_cell(row["types"]):
            assert row["side"] != "dang" or sides[kind] != "nha_nuoc", (row["code"], kind)


def test_sixty_three_provinces_became_thirty_four() -> None:
    today = {row["name"] for row in table("provinces") if not row["until"]}
    ended = [row for row in table("provinces") if row["until"] == "2025-06-30"]
    assert (len(today), len(ended)) == (34, 29)
    assert {row["merged_into"] for row in ended} <= today


def test_every_province_that_ended_went_on_in_another() -> None:
    names = {row["name"] for row in table("provinces")}
    for row in table("provinces"):
        assert bool(row["until"]) == bool(row["merged_into"]), row
        assert set(split_cell(row["merged_into"])) <= names - {row["name"]}, row


def test_codes_of_the_provinces_of_today_differ() -> None:
    assert repeated(row["code"] for row in table("provinces") if not row["until"]) == []


@pytest.mark.parametrize("body", ["Quốc hội", "Ban Chấp hành Trung ương Đảng"])
def test_terms_follow_one_another(body: str) -> None:
    terms = [row for row in table("terms") if row["body"] == body]
    assert [ROMAN[row["term"]] for row in terms] == list(range(1, len(terms) + 1))
    assert [row["term"] for row in terms if not row["to"]] == [terms[-1]["term"]]
    for term, following in pairwise(terms):
        assert term["from"] <= term["to"] <= following["from"]


def test_a_party_term_begins_when_its_congress_closes() -> None:
    terms = {row["term"]: row for row in table("terms") if row["body"] == "Ban Chấp hành Trung ương Đảng"}
    congresses = [row for row in table("terms") if row["body"] == "Đại hội đại biểu toàn quốc của Đảng"]
    assert len(congresses) == len(terms)
    assert all(terms[row["term"]]["from"] == row["to"] for row in congresses)
