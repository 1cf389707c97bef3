"""Facts on which texts disagree: both stand, and can be listed."""

import pytest

from legalkg.extractors.model import CitedDocument
from legalkg.extractors.registry.organ_names import one_organ
from tests.kg.kg_factories import Made, cited, collection_of, made
from tests.narrowing import sure

DECREE = "78/2025/NĐ-CP"


def citing(number: str, document: CitedDocument, path: str | None = None) -> Made:
    return made(
        number, "Báo cáo", "2025-12-01", "Bộ Tài chính", cites=[(None, document)], path=path or f"{number[0]}.txt"
    )


def conflicts(*documents: Made) -> list[tuple[str | None, str, list[tuple[str, str | None]]]]:
    with collection_of(*documents) as collection:
        return [
            (one.document.number, one.fact, [(v.value, v.document.number if v.document else None) for v in one.values])
            for one in collection.conflicts()
        ]


def test_two_days_of_one_document() -> None:
    one = citing("1/BC-BTC", cited(DECREE, "Nghị định", "2025-04-01", "Chính phủ"))
    two = citing("2/BC-BTC", cited(DECREE, "Nghị định", "2025-01-04", "Chính phủ"))
    assert conflicts(one, two) == [
        (DECREE, "date", [("2025-01-04", "2/BC-BTC"), ("2025-04-01", "1/BC-BTC")]),
    ]


def test_each_value_has_its_words() -> None:
    one = citing("1/BC-BTC", cited(DECREE, "Nghị định", "2025-04-01", "Chính phủ"))
    two = citing("2/BC-BTC", cited(DECREE, "Nghị định", "2025-04-01", "Bộ Chính trị"))
    with collection_of(one, two) as collection:
        (conflict,) = collection.conflicts()
        assert (conflict.fact, len(conflict.values)) == ("issuer", 2)
        for value in conflict.values:
            text = collection.text(sure(value.document)).text
            assert text[sure(value.quote).start : sure(value.quote).end] == sure(value.quote).text
            assert DECREE in sure(value.quote).text


def test_what_a_document_says_of_itself_and_what_the_register_knows_count_too() -> None:
    own = made(DECREE, "Nghị định", "2025-04-01", "Chính phủ", path="78.txt")
    other = citing("1/BC-BTC", cited(DECREE, "Nghị định", "2025-01-04"))
    assert conflicts(own, other) == [(DECREE, "date", [("2025-01-04", "1/BC-BTC"), ("2025-04-01", DECREE)])]
    code = citing("1/BC-BTC", cited("91/2015/QH13", "Bộ luật", "2015-11-25"))
    assert conflicts(code) == [("91/2015/QH13", "date", [("2015-11-24", None), ("2015-11-25", "1/BC-BTC")])]


@pytest.mark.parametrize(
    ("number", "kind", "days", "listed"),
    [
        ("57-KL/TW", "Kết luận", ("2023-06-15", "2023-06-16"), True),  # one term, one number
        ("35-CT/TW", "Chỉ thị", ("2019-05-30", "2024-06-14"), False),  # two terms
        ("362/QĐ-TTg", "Quyết định", ("2022-02-24", "2022-02-25"), True),  # one year
        ("362/QĐ-TTg", "Quyết định", ("2022-02-24", "2023-02-24"), False),
        ("28-CT/TU", "Chỉ thị", ("2023-10-16", "2023-10-17"), False),  # nobody knows whose
        ("57-KL/TW", "Kết luận", ("2023", "2023-06-16"), False),  # as far as both go
    ],
)
def test_numbers_that_can_be_only_one_documents(number: str, kind: str, days: tuple[str, str], listed: bool) -> None:
    citations = [citing(f"{n}/BC-BTC", cited(number, kind, day)) for n, day in enumerate(days, 1)]
    assert bool(conflicts(*citations)) is listed


def test_a_date_that_the_words_do_not_show_is_no_evidence() -> None:
    one = citing("1/BC-BTC", cited(DECREE, "Nghị định", "2025-04-01", "Chính phủ"))
    two = citing("2/BC-BTC", cited(DECREE, "Nghị định", "2025-01-04", "Chính phủ"))
    shared = tuple(mention.model_copy(update={"parts": {}}) for mention in two.extraction.mentions)
    assert conflicts(one, Made(two.source, two.extraction.model_copy(update={"mentions": shared}))) == []


@pytest.mark.parametrize(
    ("number", "day", "listed"),
    [("16/2025/NĐ-CP", "2015-06-19", True), ("16/2025/NĐ-CP", "2025-06-19", False), ("16/2025/NĐ-CP", None, False),
     ("2015/QĐ-UBND", "2025-06-19", False)],
)  # fmt: skip
def test_a_date_that_the_number_of_a_document_refutes(number: str, day: str | None, listed: bool) -> None:
    kind = "Nghị định" if "NĐ" in number else "Quyết định"
    assert bool(conflicts(made(number, kind, day, "Chính phủ"))) is listed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ban Bí thư", "Ban Bí thư Trung ương Đảng", True),
        ("Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII", "Ban Chấp hành Trung ương Đảng", True),
        ("Hội nghị Trung ương 8 khóa XII", "Ban Chấp hành Trung ương Đảng", True),
        ("Hội nghị BCHTW Đảng lần thứ 5", "Ban Chấp hành Trung ương Đảng", True),
        ("Bộ Nông nghiệp và PTNT", "Bộ Nông nghiệp và Phát triển nông thôn", True),
        ("Bộ VH", "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch", True),
        ("Bộ Y tế", "Bộ trưởng Bộ Y tế", True),
        ("Ban Bí thư", "Bộ Chính trị", False),
        ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng", False),
        ("Hội nghị lần thứ ba Ban Chấp hành Đảng bộ tỉnh Sơn La", "Ban Chấp hành Trung ương Đảng", False),
        ("Chính phủ", "Bộ Công Thương", False),
        ("Bộ CA", "Bộ Công Thương", False),
    ],
)
def test_names_of_one_organ(one: str, other: str, same: bool) -> None:
    assert (one_organ(one, other), one_organ(other, one)) == (same, same)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"), ("Quốc hội", "Quốc hội khóa XV"), ("Chính phủ", None)],
)
def test_names_of_one_issuer_are_no_conflict(one: str, other: str | None) -> None:
    assert conflicts(
        citing("1/BC-BTC", cited("5/2024/TT-BKHĐT", "Thông tư", None, one)),
        citing("2/BC-BTC", cited("5/2024/TT-BKHĐT", "Thông tư", None, other)),
    ) == []  # fmt: skip


def test_where_all_agree_there_is_none() -> None:
    assert conflicts(citing("1/BC-BTC", cited(DECREE, "Nghị định", "2025-04-01"))) == []
