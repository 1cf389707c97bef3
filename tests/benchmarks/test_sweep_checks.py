"""What the checks without annotation find, and what they leave alone; all texts are written for the tests."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.sweep_checks import (
    DATE,
    LOOK_ALIKE,
    NUMBER,
    SELF,
    YOUNGER,
    Covered,
    Finding,
    Register,
    cited_numbers,
    dates_against,
    is_unlikely,
    near_numbers,
    one_off,
    quoted_selves,
    uncited,
    unlikely_issuers,
    younger_targets,
)
from benchmarks.sweeps import in_share, rises
from legalkg import SourceText, extract
from legalkg.extractors.model import CitedDocument, Evidence, Extraction, Header, Mention, Relation

REGISTER: Register = {("Nghị định", "10-2022-ND-CP"): frozenset({"2022-01-15"})}


def made(
    *documents: CitedDocument, mentions: tuple[Mention, ...] = (), relations: tuple[Relation, ...] = ()
) -> Extraction:
    return Extraction(
        id="x", extractor="test", header=Header(number="5/QĐ-UBND", date="2021-03-01"),
        documents=documents, mentions=mentions, relations=relations,
    )  # fmt: skip


def mention(text: str, words: str, kind: str = "plain", document: str = "d1") -> Mention:
    start = text.index(words)
    return Mention.model_validate(
        {"start": start, "end": start + len(words), "text": words, "document": document, "kind": kind, "rule": "r",
         "confidence": 0.9}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xem 15/QĐ-UBND hôm nay.", [Finding(NUMBER, 4, "15/QĐ-UBND")]),
        ("Xem 15/2021/TT-BTC hôm nay.", [Finding(NUMBER, 4, "15/2021/TT-BTC")]),
        ("Theo mẫu số 01/TB-ĐKT.", []),
        ("Ngày 15/3/2021, 20-30 người, 5/7 phường.", []),
        ("Theo Luật Gốm sứ.", [Finding(LOOK_ALIKE, 5, "Luật Gốm sứ")]),
        ("Theo Quyết định số 15 thì", [Finding(LOOK_ALIKE, 5, "Quyết định số 15")]),
        ("Theo pháp luật về gốm; quyết định 15 người.", []),
    ],
)
def test_what_looks_like_a_citation_and_is_none(text: str, found: list[Finding]) -> None:
    assert list(uncited(text, made())) == found


def test_what_is_cited_is_left_alone() -> None:
    text = "Xem Quyết định số 15/QĐ-UBND."
    assert list(uncited(text, made(mentions=(mention(text, "Quyết định số 15/QĐ-UBND"),)))) == []


def test_covered_stretches_touch_what_shares_a_character() -> None:
    covered = Covered([(20, 30), (5, 8), (7, 10)])
    touched = [covered.touches(*span) for span in [(0, 5), (0, 6), (9, 12), (10, 20), (29, 40), (30, 40), (0, 99)]]
    assert touched == [False, True, True, False, True, False, True]


@pytest.mark.parametrize(
    "issuer",
    ["Quốc hội quy định mức chi", "Bộ Tài chính 2", "Quốc hội và Nghị quyết", "Hai ba bốn năm sáu bảy tám chín mười"],
)  # fmt: skip
def test_issuers_that_are_no_bodies(issuer: str) -> None:
    assert is_unlikely(issuer)


@pytest.mark.parametrize(
    "issuer",
    ["Bộ Giao thông vận tải", "Bộ trưởng Bộ Kế hoạch và Đầu tư", "Ủy ban nhân dân quận 1", "Đoàn Luật sư tỉnh Cà Mau",
     "Thuế khu vực 5", "Ủy ban nhân dân xã Đông Phú huyện Cẩm Khê tỉnh Cà Mau"],
)  # fmt: skip
def test_issuers_that_are_bodies(issuer: str) -> None:
    assert not is_unlikely(issuer)


def test_an_issuer_is_told_once() -> None:
    documents = [CitedDocument(id=f"d{n}", issuer="Bộ Tài chính 2") for n in (1, 2)]
    assert [found.words for found in unlikely_issuers(made(*documents))] == ["Bộ Tài chính 2"]


def acts(relation: str, source: str, target: str) -> Relation:
    evidence = (Evidence(start=7, end=9, text="ab"),)
    return Relation.model_validate(
        {"source": source, "relation": relation, "target": target, "rule": "r", "cue": "c", "confidence": 0.9,
         "evidence": evidence}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("date", "number", "count"),
    [("2021-03-02", None, 1), ("2021-02-28", None, 0), ("2021", None, 0), (None, "9/2022/NĐ-CP", 1), (None, None, 0)],
)
def test_nothing_acts_on_a_younger_document(date: str | None, number: str | None, count: int) -> None:
    extraction = made(CitedDocument(id="d1", date=date, number=number), relations=(acts("amends", "this", "d1"),))
    assert [(one.check, one.offset) for one in younger_targets(extraction)] == [(YOUNGER, 7)] * count


@pytest.mark.parametrize(
    ("number", "date", "count"),
    [("10/2022/NĐ-CP", "2022-01-16", 1), ("10/2022/NĐ-CP", "2022-01", 0), ("11/2022/NĐ-CP", "2022-01-16", 0),
     ("10/2022/NĐ-CP", None, 0), (None, "2022-01-16", 0)],
)  # fmt: skip
def test_days_are_those_of_the_register(number: str | None, date: str | None, count: int) -> None:
    extraction = made(CitedDocument(id="d1", type="Nghị định", number=number, date=date))
    assert [one.check for one in dates_against(REGISTER, extraction)] == [DATE] * count


def test_itself_in_quotation_marks() -> None:
    text = "Luật này sửa: “Điều 5. Luật đó và Quyết định này” và hết."
    found = quoted_selves(
        text, made(mentions=(mention(text, "Luật này", "self"), mention(text, "Quyết định này", "self")))
    )
    assert [(one.check, one.words) for one in found] == [(SELF, "Quyết định này")]


def test_cited_numbers_have_their_first_place() -> None:
    text = "Theo Quyết định số 15/QĐ-UBND và Quyết định số 15/QĐ-UBND."
    extraction = extract(SourceText(id="x", text=text))
    assert [(one.key, one.offset) for one in cited_numbers(extraction)] == [("15-QD-UBND", 5)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("ND-CP", "ND-CB", True), ("ND-CP", "ND-C", True), ("D-CP", "ND-CP", True), ("ND-CP", "ND-CP", False),
     ("ND-CP", "ND-BP", True), ("TT-BTC", "TT-BCT", False), ("A", "ABC", False)],
)  # fmt: skip
def test_one_off(one: str, other: str, *, same: bool) -> None:
    assert one_off(one, other) is same


def test_numbers_near_a_frequent_one() -> None:
    cited = Counter(
        {"10-2022-ND-CP": 9, "10-2022-ND-CB": 1, "11-2022-ND-CX": 1, "11-2022-ND-CP": 1, "10-2022-TT-BTC": 9,
         "10-2022-TT-BTP": 1, "1-TT-BTP": 1, "2-TT-BTP": 1}
    )  # fmt: skip
    assert near_numbers(cited) == {"10-2022-ND-CB": "10-2022-ND-CP"}


def test_counts_rise_by_corpus_and_only_above_what_was_recorded() -> None:
    recorded = {NUMBER: {"a": 2, "b": 1}, SELF: {}}
    counts = {NUMBER: {"a": 1, "b": 2}, SELF: {"a": 1}, DATE: {"a": 5}}
    checks = [NUMBER, SELF, DATE]
    assert [line.split(",")[0] for line in rises(counts, recorded, ["a", "b"], checks)] == [
        f"rose: {NUMBER} in b",
        f"rose: {SELF} in a",
    ]


def test_a_share_is_the_same_each_time_and_part_of_a_larger_one() -> None:
    names = [f"document {n}" for n in range(500)]
    small, large = ({name for name in names if in_share(name, share)} for share in (0.1, 0.5))
    assert small < large < set(names)
    assert all(in_share(name, 1) for name in names)
