"""What a check says of the citations of a draft, over the samples."""

from __future__ import annotations

from datetime import date

import pytest

from legalkg.kg.check.check import check
from legalkg.kg.check.model import CheckedCitation, CheckedText, Finding
from legalkg.kg.collection import Collection
from tests.kg.check.drafts import draft
from tests.kg.kg_factories import cited, collection_of, made
from tests.narrowing import sure

UNDATED = ""


def only(checked: CheckedText) -> CheckedCitation:
    (citation,) = checked.citations
    return citation


def about(citation: CheckedCitation, what: str) -> Finding:
    (finding,) = (finding for finding in citation.findings if finding.about == what)
    return finding


# --- the document and what is said of it ---


@pytest.mark.parametrize(
    ("words", "what", "outcome", "known", "source"),
    [
        ("Luật Phí và lệ phí ngày 25 tháng 11 năm 2015", "date", "agrees", "2015-11-25", "its own text"),
        ("Nghị định số 175/2025/NĐ-CP ngày 30/6/2025 của Chính phủ", "date", "agrees", "2025-06-30", "its own text"),
        ("Nghị định số 175/2025/NĐ-CP ngày 30/6/2025 của Chính phủ", "issuer", "agrees", "Chính phủ", "its own text"),
        ("Nghị định số 175/2025/NĐ-CP ngày 03/6/2025", "date", "differs", "2025-06-30", "its own text"),
        ("Nghị định số 175/2025/NĐ-CP năm 2024", "date", "differs", "2025-06-30", "its own text"),
        ("Nghị định số 175/2025/NĐ-CP của Bộ Tài chính", "issuer", "differs", "Chính phủ", "its own text"),
        ("Thông tư số 175/2025/NĐ-CP", "type", "differs", "Nghị định", "its own text"),
        ("Kết luận số 57-KL/TW ngày 16/6/2023 của Bộ Chính trị", "date", "differs", "2023-06-15", "its own text"),
        ("Nghị định số 10/2022/NĐ-CP quy định về lệ phí trước bạ", "title", "agrees", None, "its own text"),
        ("Nghị định số 10/2022/NĐ-CP quy định về nuôi tôm hùm", "title", "differs", None, "its own text"),
        ("Luật Nhà ở số 97/2015/QH13", "title", "differs", None, "its own text"),
        ("Luật Đất đai ngày 30/11/2013", "date", "differs", "2013-11-29", "the register"),
        ("Nghị định số 140/2016/NĐ-CP ngày 10/10/2016", "date", "agrees", "2016-10-10", "the register"),
        ("Nghị định số 140/2016/NĐ-CP ngày 11/10/2016", "date", "differs", "2016-10-10", "the register"),
    ],
)
def test_what_a_citation_says_is_compared_with_what_is_known(
    samples: Collection, words: str, what: str, outcome: str, known: str | None, source: str
) -> None:
    finding = about(only(check(samples, draft(f"Sở thực hiện {words}."))), what)
    assert finding.outcome == outcome
    assert finding.evidence[0].source.startswith(source)
    if known:
        assert finding.evidence[0].value == known
    if outcome == "differs":
        assert f"known is {finding.evidence[0].value} by " in finding.reason


def test_the_evidence_quotes_the_text_that_says_otherwise(samples: Collection) -> None:
    finding = about(only(check(samples, draft("Thực hiện Nghị định số 175/2025/NĐ-CP ngày 03/6/2025."))), "date")
    quote = sure(finding.evidence[0].quote)
    assert samples.text(quote.document).text[quote.start : quote.end] == quote.text == "ngày 30 tháng 6 năm 2025"


def test_a_place_that_leaves_out_the_day_is_not_to_blame_for_a_wrong_one_elsewhere(samples: Collection) -> None:
    body = "Thực hiện Nghị định số 175/2025/NĐ-CP ngày 03/6/2025. Nghị định số 175/2025/NĐ-CP đã đăng báo."
    wrong, right = check(samples, draft(body)).citations
    assert "differs" in wrong.outcomes
    assert right.outcomes == ("agrees",)


@pytest.mark.parametrize(
    ("words", "outcome", "said"),
    [
        ("Quyết định số 9123/QĐ-BXD ngày 01/02/2024 của Bộ Xây dựng", "not-in-collection", "none that is held"),
        ("Kết luận số 57-KL/TW ngày 16/6/2009 của Bộ Chính trị", "not-in-collection", "Kết luận 57-KL/TW · 2023-06-15"),
        ("Chỉ thị số 28-CT/TU", "not-in-collection", "Thành ủy thành phố Hồ Chí Minh"),  # not that of Khánh Hòa
        ("Luật Đất đai năm 2014", "not-in-collection", "Luật 45/2013/QH13 · 2013-11-29"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày 02/12/1998", "not-in-collection", "2001-06-29"),
        ("Luật Phí và lệ phí", "agrees", "it is held"),
        ("Nghị định số 140/2016/NĐ-CP", "agrees", "it is in the register"),
        ("Kế hoạch số 79-KH/TU ngày 24/11/2021 của Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh", "agrees",
         "1 held document cites it"),
    ],
)  # fmt: skip
def test_whether_a_document_is_known(samples: Collection, words: str, outcome: str, said: str) -> None:
    finding = about(check(samples, draft(f"Sở thực hiện {words}.")).citations[0], "document")
    assert (finding.outcome, said in finding.reason) == (outcome, True), finding.reason
    assert "exist" not in finding.reason


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Nghị định số 715/2025/NĐ-CP ngày 30/6/2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số "
         "10/2022/NĐ-CP ngày 15 tháng 01 năm 2022 của Chính phủ quy định về lệ phí trước bạ", "differs"),
        ("Nghị định số 715/2025/NĐ-CP ngày 30/6/2025 của Chính phủ về nuôi tôm hùm", "not-in-collection"),
        ("Nghị định số 715/2025/NĐ-CP ngày 29/6/2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số "
         "10/2022/NĐ-CP ngày 15 tháng 01 năm 2022 của Chính phủ quy định về lệ phí trước bạ", "not-in-collection"),
    ],
)  # fmt: skip
def test_a_wrong_number_beside_a_known_day_and_title(samples: Collection, words: str, outcome: str) -> None:
    citation = check(samples, draft(f"Sở thực hiện {words}.")).citations[0]
    finding = about(citation, "document")
    assert (finding.outcome, citation.document) == (outcome, None)
    assert ("175/2025/NĐ-CP" in finding.reason) == (outcome == "differs")


def test_a_wrong_day_is_no_better_for_being_wrong_elsewhere_too() -> None:
    right = made("5/NQ-TW", "Nghị quyết", "2024-03-01", "Bộ Chính trị", path="5.txt")
    wrong = cited("5/NQ-TW", "Nghị quyết", "2024-03-02", "Bộ Chính trị")
    report = made("8/BC-BTC", "Báo cáo", "2025-03-01", "Bộ Tài chính", cites=[(None, wrong)])
    with collection_of(right, report) as collection:
        citation = only(check(collection, draft("Theo Nghị quyết số 5-NQ/TW ngày 02/3/2024 của Bộ Chính trị.")))
    assert about(citation, "date").evidence[0].value == "2024-03-01"
    assert about(citation, "date").outcome == "differs"


def test_a_number_of_several_documents_is_ambiguous() -> None:
    days = ("2021-03-01", "2021-04-01")
    twins = [made("9-CT/TW", "Chỉ thị", day, "Ban Bí thư", path=f"{day}.txt") for day in days]
    with collection_of(*twins) as collection:
        citation = only(check(collection, draft("Thực hiện khoản 1 Điều 2 Chỉ thị số 9-CT/TW.")))
    assert citation.outcomes == ("ambiguous", "not-checked")
    assert {one.document.date for one in citation.candidates} == set(days)
    assert about(citation, "provision").reason == "which document is meant is not known"


def test_what_others_say_of_a_document_that_nobody_holds() -> None:
    plan = cited("5/KH-BTC", "Kế hoạch", "2025-02-03", "Bộ Tài chính")
    report = made("8/BC-BTC", "Báo cáo", "2025-03-01", "Bộ Tài chính", cites=[(None, plan)])
    with collection_of(report) as collection:
        citation = only(check(collection, draft("Theo Kế hoạch số 5/KH-BTC ngày 04/02/2025 của Bộ Tài chính.")))
    finding = about(citation, "date")
    assert (finding.outcome, finding.evidence[0].value) == ("differs", "2025-02-03")
    assert finding.evidence[0].source == "Báo cáo 8/BC-BTC"


def test_what_a_draft_says_itself_is_no_proof_of_it() -> None:
    plan = cited("5/KH-BTC", "Kế hoạch", "2025-02-03", "Bộ Tài chính")
    text = draft("Theo Kế hoạch số 5/KH-BTC ngày 03/02/2025 của Bộ Tài chính.")
    held = made("415/SNV-VP", "Công văn", "2025-10-20", "Sở Nội vụ tỉnh Khánh Hòa", place="Khánh Hòa",
                cites=[(None, plan)])  # fmt: skip
    with collection_of(held) as collection:
        assert "not-in-collection" in only(check(collection, text)).outcomes


# --- provisions ---


@pytest.mark.parametrize(
    ("provision", "outcome", "said"),
    [
        ("khoản 3 Điều 7", "agrees", "stands in the held text"),
        ("điểm b khoản 1 Điều 7", "agrees", "stands in the held text"),
        ("khoản 9 Điều 7", "provision-missing", "Điều 7 has khoản 1 to khoản 3, and no khoản 9"),
        ("điểm c khoản 1 Điều 7", "provision-missing", "khoản 1 Điều 7 has điểm a to điểm b, and no điểm c"),
        ("khoản 2 Điều 10", "provision-missing", "Điều 10 has no khoản"),
        ("Điều 99", "provision-missing", "the held text has Điều 1 to Điều 14, and no Điều 99"),
        ("khoản 2 Điều 99", "provision-missing", "no Điều 99"),
        ("Điều 5", "not-checked", "the held text has gaps"),  # the sample is an excerpt
        ("Phụ lục II", "not-checked", "no Phụ lục was read"),
        ("đoạn 2 khoản 1 Điều 2", "not-checked", "no đoạn was read"),
        ("đoạn 2 khoản 3 Điều 7", "not-checked", "but Nghị định 175/2025/NĐ-CP changes it"),
    ],
)
def test_whether_a_provision_stands_in_the_held_text(
    samples: Collection, provision: str, outcome: str, said: str
) -> None:
    citation = only(check(samples, draft(f"Sở thực hiện {provision} Nghị định số 10/2022/NĐ-CP.")))
    finding = about(citation, "provision")
    assert (finding.outcome, said in finding.reason) == (outcome, True), finding.reason


def test_a_provision_of_a_text_that_is_not_held_is_not_checked(samples: Collection) -> None:
    finding = about(only(check(samples, draft("Theo Điều 2 Nghị định số 140/2016/NĐ-CP."))), "provision")
    assert (finding.outcome, finding.reason) == ("not-checked", "its text is not held")


# --- force ---


def test_a_document_that_was_replaced_is_told_with_its_successor(samples: Collection) -> None:
    finding = about(only(check(samples, draft("Theo Nghị định số 140/2016/NĐ-CP."))), "force")
    assert finding.outcome == "no-longer-in-force"
    assert "replaced by Nghị định 10/2022/NĐ-CP from 2022-03-01" in finding.reason
    assert "thay thế Nghị định số 140/2016/NĐ-CP" in sure(finding.evidence[0].quote).text


@pytest.mark.parametrize(
    ("words", "day", "outcome"),
    [
        ("Nghị định số 10/2022/NĐ-CP", date(2025, 6, 30), "agrees"),
        ("Nghị định số 10/2022/NĐ-CP", date(2025, 7, 1), "amended"),
        ("Nghị định số 10/2022/NĐ-CP", date(2022, 2, 1), "not-yet-in-force"),
        ("Luật Phí và lệ phí", date(2025, 7, 1), "agrees"),
        ("Luật Đất đai năm 2013", date(2025, 7, 1), "no-longer-in-force"),
        ("Luật Quản lý thuế số 38/2019/QH14", date(2025, 7, 1), "agrees"),
        ("Luật Đất đai năm 2013", date(2020, 7, 1), "not-checked"),  # nothing known tells its first day
        ("Kết luận số 57-KL/TW", date(2025, 7, 1), "not-checked"),  # no register tells of Party documents
    ],
)
def test_force_on_a_day(samples: Collection, words: str, day: date, outcome: str) -> None:
    checked = check(samples, draft(f"Sở thực hiện {words}."), day)
    assert (checked.as_of, checked.as_of_from) == (day.isoformat(), "given")
    assert about(only(checked), "force").outcome == outcome


@pytest.mark.parametrize(
    ("body", "outcome", "said"),
    [
        ("Theo khoản 3 Điều 7 Nghị định số 10/2022/NĐ-CP.", "amended", "of what is cited khoản 3 Điều 7 by"),
        ("Theo khoản 1 Điều 2 Nghị định số 10/2022/NĐ-CP.", "amended", "what is cited is not among what"),
        ("Theo Nghị định số 10/2022/NĐ-CP và Nghị định số 175/2025/NĐ-CP.", "agrees", "the text names what changes it"),
    ],
)
def test_amended_documents(samples: Collection, body: str, outcome: str, said: str) -> None:
    finding = about(check(samples, draft(body)).citations[0], "force")
    assert (finding.outcome, said in finding.reason) == (outcome, True), finding.reason


def test_what_a_held_text_changes_itself_is_nothing_that_it_does_not_know(samples: Collection) -> None:
    own = next(one for one in samples.documents(limit=None, held=True) if one.number == "187/2025/NĐ-CP")
    checked = check(samples, samples.text(own))
    changed = next(one for one in checked.citations if one.text.startswith("Nghị định số 78/2025/NĐ-CP"))
    assert "amended" not in changed.outcomes


def test_what_a_text_ends_itself_need_not_be_in_force(samples: Collection) -> None:
    head = "CHÍNH PHỦ\nSố: 400/2025/NĐ-CP\nHà Nội, ngày 20 tháng 10 năm 2025\n\nNGHỊ ĐỊNH\nVề lệ phí trước bạ\n\n"
    body = "Điều 1. Hiệu lực\nNghị định này thay thế Nghị định số 10/2022/NĐ-CP."
    finding = about(only(check(samples, draft(body, head))), "force")
    assert (finding.outcome, finding.reason) == ("not-checked", "the text itself ends it")


def test_several_findings_of_one_citation(samples: Collection) -> None:
    body = "Theo khoản 9 Điều 7 Nghị định số 10/2022/NĐ-CP ngày 16/01/2022 của Chính phủ."
    checked = check(samples, draft(body))
    assert only(checked).outcomes == ("differs", "provision-missing", "amended", "agrees")
    assert checked.counts == {"differs": 1, "provision-missing": 1, "amended": 1, "agrees": 1}
    assert checked.objects


# --- the text itself ---


def test_the_day_is_that_of_the_text_or_today(samples: Collection) -> None:
    dated, undated = check(samples, draft("")), check(samples, draft("Theo Luật Phí và lệ phí.", UNDATED))
    assert (dated.as_of, dated.as_of_from) == ("2025-10-20", "text")
    assert (undated.as_of, undated.as_of_from) == (date.today().isoformat(), "today")
    assert about(only(undated), "document").outcome == "agrees"


def test_a_text_without_citations(samples: Collection) -> None:
    checked = check(samples, draft("Sở mời các phòng họp giao ban."))
    assert (checked.citations, checked.counts, checked.objects) == ((), {}, False)


def test_every_offset_points_into_the_text_and_nothing_is_stored(samples: Collection) -> None:
    before = samples.count()
    text = draft("Theo Luật Phí và lệ phí; theo Quyết định số 9123/QĐ-BXD ngày 01/02/2024.")
    checked = check(samples, text)
    assert [text.text[one.start : one.end] for one in checked.citations] == [one.text for one in checked.citations]
    assert samples.count() == before


@pytest.mark.parametrize("name", ["5363-CT-CS.html", "67-2025-TT-BTC.txt"])
def test_a_held_document_can_be_checked_too(samples: Collection, name: str) -> None:
    document = next(one for one in samples.documents(held=True, limit=None) if one.file == name)
    checked = check(samples, samples.text(document))
    assert checked.label == document.label
    assert not {"differs", "ambiguous", "provision-missing"} & set(checked.counts)
