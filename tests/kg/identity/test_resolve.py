"""What citations mean: a case for each rule, and one beside it where the rule must not apply."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from legalkg.extractors.model import CitedDocument, Evidence, Relation
from legalkg.extractors.registry.relations import RelationName
from legalkg.kg.identity.keys import BASE, DocumentFacts, identify, name_key
from legalkg.kg.identity.known_documents import Candidate, bundled_known_documents
from legalkg.kg.identity.predicates import not_later, same_date, same_issuer, same_type
from legalkg.kg.identity.resolve import Resolution, identify_source, resolve
from tests.kg.kg_factories import CT28, KL57, cited, made


def entry(
    number: str | None = None,
    type: str | None = None,  # noqa: A002
    date: str | None = None,
    issuer: str | None = None,
    *,
    held: bool = True,
    effective: str | None = None,
    **facts: str,
) -> Candidate:
    known = DocumentFacts(type, number, date, issuer, **facts)
    return Candidate(identify(known, local="x"), known, held, effective)


def ask(
    citation: CitedDocument,
    *entries: Candidate,
    date: str | None = "2024-03-01",
    issuer: str = "Bộ Tài chính",
    number: str = "1/BC-BTC",
    place: str | None = None,
) -> Resolution:
    """Resolve one citation against some documents."""
    extraction = made(number, "Báo cáo", date, issuer, place=place, cites=[(None, citation)]).extraction
    own = identify_source(extraction.header, "00")

    def lookup(keys: Sequence[str]) -> list[Candidate]:
        return [e for e in entries if set(e.identity.keys) & set(keys)]

    (resolution,) = resolve(extraction, own, lookup)
    return resolution


def verdict(citation: CitedDocument, *entries: Candidate, **facts: Any) -> tuple[str, str]:
    found = ask(citation, *entries, **facts)
    return found.outcome, found.rule.id


HCM_28 = entry("28-CT/TU", "Chỉ thị", "2023-10-16", "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh")
SON_LA_28 = entry("28-CT/TU", "Chỉ thị", "2022-01-10", "Ban Thường vụ Tỉnh ủy Sơn La")
CT35_2019 = entry("35-CT/TW", "Chỉ thị", "2019-05-30", "Bộ Chính trị")
CT35_2024 = entry("35-CT/TW", "Chỉ thị", "2024-06-14", "Bộ Chính trị")


# --- own-number ---


def test_own_number() -> None:
    found = ask(cited("1/BC-BTC", "Báo cáo", "2024-03-01"))
    assert (found.outcome, found.rule.id, found.target) == (
        "self",
        "resolution/own-number",
        BASE + "bao-cao_1-bc-btc_2024-03-01",
    )


@pytest.mark.parametrize(
    "citation", [cited("1/BC-BTC", "Báo cáo", "2023-03-01"), cited("2/BC-BTC", "Báo cáo", "2024-03-01")]
)
def test_not_own_number(citation: CitedDocument) -> None:
    assert verdict(citation) == ("created", "resolution/no-candidate")


# --- no-identifier ---


def test_no_identifier_stays_with_the_citing_document() -> None:
    found = ask(cited(type="Thông báo"), number="1/BC-BTC")
    assert (found.outcome, found.rule.id) == ("created", "resolution/no-identifier")
    assert found.target == BASE + "bao-cao-1-bc-btc-2024-03-01-d1"
    assert found.target != ask(cited(type="Thông báo"), number="2/BC-BTC").target


# --- same-identity ---


def test_same_identity() -> None:
    found = ask(KL57, entry("57-KL/TW", "Kết luận", "2023-06-15", "Bộ Chính trị"))
    assert (found.outcome, found.rule.id, found.target) == (
        "resolved", "resolution/same-identity", BASE + "ket-luan_57-kl-tw_2023-06-15",
    )  # fmt: skip


def test_a_wrong_date_does_not_make_another_document_where_the_number_holds_the_year() -> None:
    held = entry("78/2025/NĐ-CP", "Nghị định", "2025-04-01", "Chính phủ")
    assert verdict(cited("78/2025/NĐ-CP", "Nghị định", "2025-01-04"), held, date="2025-07-01") == (
        "resolved", "resolution/same-identity",
    )  # fmt: skip


def test_another_date_is_another_document_where_numbers_return() -> None:
    assert verdict(KL57, entry("57-KL/TW", "Kết luận", "2018-06-15")) == ("created", "resolution/no-candidate")


# --- only-candidate ---


def test_only_candidate_without_a_date() -> None:
    found = ask(cited("35-CT/TW", "Chỉ thị"), CT35_2019)
    assert (found.outcome, found.rule.id, found.target) == (
        "resolved",
        "resolution/only-candidate",
        CT35_2019.identity.iri,
    )


def test_only_candidate_of_a_generic_issuer_with_the_full_date() -> None:
    found = ask(CT28, HCM_28, SON_LA_28, number="782-CV/ĐU", issuer="Đảng ủy Sở Giáo dục và Đào tạo")
    assert found.target == HCM_28.identity.iri


def test_a_register_entry_is_a_candidate_like_any_other() -> None:
    known = entry("91/2015/QH13", "Bộ luật", "2015-11-24", "Quốc hội", held=False)
    assert verdict(cited("91/2015/QH13", "Luật"), known) == ("resolved", "resolution/only-candidate")  # a code is a law


# --- title-refutes ---

CT36_2014 = entry("36-CT/TW", "Chỉ thị", "2014-05-30", "Bộ Chính trị", title="Về đại hội đảng bộ các cấp")


@pytest.mark.parametrize(
    ("citation", "rule"),
    [
        (cited("36-CT/TW", "Chỉ thị", title="về phòng, chống và kiểm soát ma túy"), "title-refutes"),
        (cited("36-CT/TW", "Chỉ thị", title="về đại hội đảng bộ các cấp nhiệm kỳ mới"), "only-candidate"),
        (cited("36-CT/TW", "Chỉ thị"), "only-candidate"),
        # who gives the day means that document, whatever is read of the title
        (cited("36-CT/TW", "Chỉ thị", "2014-05-30", title="về ma túy"), "same-identity"),
    ],
)
def test_a_title_speaks_against_the_only_candidate(citation: CitedDocument, rule: str) -> None:
    assert ask(citation, CT36_2014).rule.id == f"resolution/{rule}"


def test_a_title_does_not_speak_against_a_number_that_is_borne_once() -> None:
    decree = entry("63/2010/NĐ-CP", "Nghị định", "2010-06-08", "Chính phủ", title="Về thủ tục hành chính")
    assert ask(cited("63/2010/NĐ-CP", title="về nghề gốm"), decree).outcome == "resolved"


# --- predicates, each with what it keeps out ---


def test_same_type_keeps_out_a_document_of_another_type() -> None:
    regulation = entry("128-QĐ/TW", "Quy định", "2023-12-08")
    assert verdict(cited("128-QĐ/TW", "Quyết định"), regulation) == ("created", "resolution/no-candidate")
    assert verdict(cited("128/QĐ-TW"), regulation) == ("resolved", "resolution/only-candidate")


def test_not_later_keeps_out_a_document_of_a_later_date() -> None:
    found = ask(cited("35-CT/TW", "Chỉ thị"), CT35_2024, date="2024-03-01")
    assert (found.outcome, found.rule.id) == ("created", "resolution/no-candidate")
    assert found.reason == "chi-thi_35-ct-tw_2024-06-14 fails not-later"
    assert verdict(cited("35-CT/TW", "Chỉ thị"), CT35_2024, date="2024-07-01") == (
        "resolved",
        "resolution/only-candidate",
    )


def test_same_issuer_keeps_out_another_province() -> None:
    citation = cited("28-CT/TU", "Chỉ thị", None, "Tỉnh ủy Sơn La")
    assert verdict(citation, HCM_28) == ("created", "resolution/no-candidate")
    assert verdict(citation, HCM_28, SON_LA_28) == ("resolved", "resolution/only-candidate")
    same_day = cited("28-CT/TU", "Chỉ thị", "2023-10-16", "Tỉnh ủy Sơn La")
    assert verdict(same_day, HCM_28) == ("created", "resolution/no-candidate")


def test_the_citing_documents_own_province_decides_where_the_text_says_only_the_provincial_committee() -> None:
    found = ask(
        cited("28-CT/TU", "Chỉ thị", None, "Tỉnh ủy"), HCM_28, SON_LA_28,
        number="5/KH-UBND", issuer="Ủy ban nhân dân tỉnh Sơn La",
    )  # fmt: skip
    assert found.target == SON_LA_28.identity.iri


# --- issuer-unknown ---


def test_issuer_unknown() -> None:
    found = ask(cited("28-CT/TU", "Chỉ thị"), HCM_28)
    assert (found.outcome, found.rule.id, found.target) == ("ambiguous", "resolution/issuer-unknown", None)
    assert [candidate.iri for candidate in found.candidates] == [HCM_28.identity.iri]


def test_the_full_date_tells_whose_it_is() -> None:
    assert verdict(cited("28-CT/TU", "Chỉ thị", "2023-10-16"), HCM_28) == ("resolved", "resolution/only-candidate")


# --- several-candidates ---


def test_several_candidates() -> None:
    found = ask(cited("35-CT/TW", "Chỉ thị"), CT35_2019, CT35_2024, date="2025-01-01")
    assert (found.outcome, found.rule.id, found.target) == ("ambiguous", "resolution/several-candidates", None)
    assert [candidate.iri for candidate in found.candidates] == [CT35_2019.identity.iri, CT35_2024.identity.iri]


def test_a_date_picks_among_several() -> None:
    found = ask(cited("35-CT/TW", "Chỉ thị", "2024"), CT35_2019, CT35_2024, date="2025-01-01")
    assert found.target == CT35_2024.identity.iri


# --- version-in-force ---

LAND = [
    entry(number, "Luật", date, "Quốc hội", name="Luật Đất đai", held=False, effective=effective)
    for number, date, effective in (
        ("13/2003/QH11", "2003-11-26", "2004-07-01"),
        ("45/2013/QH13", "2013-11-29", "2014-07-01"),
        ("31/2024/QH15", "2024-01-18", "2024-08-01"),
    )
]
LAND_LAW = cited(type="Luật", name="Luật Đất đai")


@pytest.mark.parametrize(
    ("day", "number"), [("2010-05-01", "13-2003-qh11"), ("2020-01-01", "45-2013-qh13"), ("2025-02-02", "31-2024-qh15")]
)
def test_version_in_force(day: str, number: str) -> None:
    found = ask(LAND_LAW, *LAND, date=day)
    assert (found.outcome, found.target) == ("resolved", f"{BASE}luat_{number}")


def test_between_passing_and_effect_either_version_may_be_meant() -> None:
    assert verdict(LAND_LAW, *LAND, date="2024-03-01") == ("ambiguous", "resolution/several-candidates")


def test_without_a_citing_date_no_version_is_picked() -> None:
    assert verdict(LAND_LAW, *LAND, date=None) == ("ambiguous", "resolution/several-candidates")


@pytest.mark.parametrize(
    "citation",
    [cited(type="Luật", name="Luật Đất đai năm 2013"), cited(type="Luật", name="Luật Đất đai", date="2013-11-29")],
)
def test_the_year_in_the_text_decides(citation: CitedDocument) -> None:
    assert ask(citation, *LAND, date="2025-01-01").target == BASE + "luat_45-2013-qh13"


def test_an_amending_law_is_not_the_law_it_amends() -> None:
    citation = cited(type="Luật", name="Luật sửa đổi, bổ sung một số điều của Luật Đất đai")
    assert verdict(citation, *LAND) == ("created", "resolution/no-candidate")


# --- the predicates themselves ---


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Luật", "Bộ luật", True), (None, "Luật", True), ("Quy định", "Quyết định", False), ("Luật", "Luật", True)],
)
def test_same_type(one: str | None, other: str, same: bool) -> None:
    assert same_type(DocumentFacts(one), DocumentFacts(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2023", "2023-06-15", True),
        ("2023-06", "2023-06-15", True),
        ("2023-07", "2023-06-15", False),
        (None, "2023", True),
    ],
)
def test_same_date(one: str | None, other: str, same: bool) -> None:
    assert same_date(DocumentFacts(number="57-KL/TW", date=one), DocumentFacts(date=other)) is same


@pytest.mark.parametrize(
    ("citing", "other", "passes"),
    [
        ("2024-01-01", "2024-01-02", False),
        ("2024", "2024-12-31", True),
        ("2024", "2025-01-01", False),
        (None, "2025", True),
    ],
)
def test_not_later(citing: str | None, other: str, passes: bool) -> None:
    assert not_later(citing, DocumentFacts(date=other)) is passes


@pytest.mark.parametrize(
    ("number", "one", "other", "same"),
    [
        ("28-CT/TU", "Ban Thường vụ Thành ủy", "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh", True),
        ("28-CT/TU", "Tỉnh ủy Sơn La", "Tỉnh ủy Lai Châu", False),
        ("57-KL/TW", "Bộ Chính trị", "Ban Bí thư", True),  # texts disagree; the number is one
    ],
)
def test_same_issuer(number: str, one: str, other: str, same: bool) -> None:
    assert same_issuer(DocumentFacts(number=number, issuer=one), DocumentFacts(number=number, issuer=other)) is same


def test_where_a_number_is_given_a_name_does_not_count() -> None:
    law = entry("77/2015/QH13", "Luật", "2015-06-19", "Quốc hội", name="Luật Tổ chức chính quyền địa phương")
    citation = cited("72/2025/QH15", "Luật", name="Luật Tổ chức chính quyền địa phương")
    found = ask(citation, law, date="2025-12-01")
    assert (found.outcome, found.target) == ("created", BASE + "luat_72-2025-qh15")
    assert ask(cited(type="Luật", name=citation.name), law, date="2020-01-01").target == law.identity.iri


# --- the body above the issuer ---


@pytest.mark.parametrize(
    ("superior", "issuer", "place", "slug"),
    [
        ("Đảng bộ tỉnh Sơn La", "Đảng ủy xã Chiềng Hoa", "Chiềng Hoa", "chi-thi_28-ct-tu_son-la"),
        ("UBND tỉnh Khánh Hòa", "Sở Nội vụ", "Nha Trang", "chi-thi_28-ct-tu_khanh-hoa"),
        ("Bộ Tài chính", "Cục Thuế", "Hà Nội", "chi-thi_28-ct-tu_theo-"),
        (None, "Đảng ủy xã Chiềng Hoa", "Chiềng Hoa", "chi-thi_28-ct-tu_theo-"),
    ],
)
def test_the_body_above_says_whose_provincial_committee_is_meant(
    superior: str | None, issuer: str, place: str, slug: str
) -> None:
    made_of = made("1/BC", "Báo cáo", "2024-03-01", issuer, place=place, cites=[(None, cited("28-CT/TU", "Chỉ thị"))])
    header = made_of.extraction.header.model_copy(update={"superior": superior})
    extraction = made_of.extraction.model_copy(update={"header": header})
    (found,) = resolve(extraction, identify_source(header, "00"), lambda _: ())
    assert found.identity.id.startswith(slug)


# --- numbers without codes ---


@pytest.mark.parametrize(
    ("citation", "slug"),
    [
        (cited("1409", "Công điện", "2021-09-15", "Bộ Y tế"), "cong-dien_1409_2021-09-15_byt"),
        (cited("02", "Kế hoạch", "2021-09-15", "UBND tỉnh"), "ke-hoach_2_2021-09-15_uy-ban-nhan-dan-tinh-son-la"),
        (cited("2", "Kế hoạch", "2021-09-15", "Ủy ban nhân dân tỉnh Sơn La"),
         "ke-hoach_2_2021-09-15_uy-ban-nhan-dan-tinh-son-la"),
        # without the day, the organ, or one that is one body's only, it stays with the document that cites it
        (cited("1409", "Công điện", "2021-09", "Bộ Y tế"), "bao-cao_1-bc-snv_2024-03-01_so-noi-vu-son-la-d1"),
        (cited("1409", "Công điện", "2021-09-15"), "bao-cao_1-bc-snv_2024-03-01_so-noi-vu-son-la-d1"),
        (cited("1409", "Công điện", "2021-09-15", "Đảng ủy"), "bao-cao_1-bc-snv_2024-03-01_so-noi-vu-son-la-d1"),
    ],
)  # fmt: skip
def test_a_plain_number_needs_type_day_and_organ(citation: CitedDocument, slug: str) -> None:
    found = ask(citation, number="1/BC-SNV", issuer="Sở Nội vụ tỉnh Sơn La")
    assert found.identity.id.replace("_", "-") == slug.replace("_", "-")


def test_a_plain_number_is_that_of_a_held_document() -> None:
    held = entry("1409", "Công điện", "2021-09-15", "Bộ Y tế")
    assert ask(cited("1409", "Công điện", "2021-09-15", "Bộ Y tế"), held).target == held.identity.iri


# --- terms, levels, mergers ---

NQ18_2017 = entry("18-NQ/TW", "Nghị quyết", "2017-10-25", "Ban Chấp hành Trung ương Đảng", held=False)
NQ18_2022 = entry("18-NQ/TW", "Nghị quyết", "2022-06-16", "Ban Chấp hành Trung ương Đảng", held=False)


def test_a_term_picks_among_equal_numbers() -> None:
    citation = cited("18-NQ/TW", "Nghị quyết", None, "Ban Chấp hành Trung ương Đảng khóa XII")
    assert ask(citation, NQ18_2017, NQ18_2022).target == NQ18_2017.identity.iri
    assert verdict(cited("18-NQ/TW", "Nghị quyết"), NQ18_2017, NQ18_2022) == (
        "ambiguous",
        "resolution/several-candidates",
    )


def test_a_citing_day_between_two_terms_picks_the_term() -> None:
    assert ask(cited("18-NQ/TW"), NQ18_2017, NQ18_2022, date="2019-01-01").target == NQ18_2017.identity.iri


def test_a_document_of_another_term_is_not_meant() -> None:
    citation = cited("18-NQ/TW", "Nghị quyết", None, "Ban Chấp hành Trung ương Đảng khóa XI")
    found = ask(citation, NQ18_2017)
    assert (found.outcome, found.target) == ("created", BASE + "nghi-quyet_18-nq-tw_khoa-xi")
    assert found.reason == "nghi-quyet_18-nq-tw_2017-10-25 fails same-term"


def test_the_bundled_documents_have_the_terms_and_the_plenums() -> None:
    known_documents = bundled_known_documents()
    by_term = ask(cited("18-NQ/TW", "Nghị quyết", None, "Ban Chấp hành Trung ương Đảng khóa XII"),
                  *known_documents.under("so:18-NQ-TW"))  # fmt: skip
    assert by_term.target == BASE + "nghi-quyet_18-nq-tw_2017-10-25"
    name = "Nghị quyết Trung ương 4 khóa XII"
    by_plenum = ask(
        cited(type="Nghị quyết", name=name),
        *(Candidate(replace(e.identity, keys=(*e.identity.keys, name_key(name))), e.facts) for e in
          known_documents.under(name_key(name))),
    )  # fmt: skip
    assert by_plenum.target == BASE + "nghi-quyet_04-nq-tw_2016-10-30".replace("04", "4")


BINH_DUONG_12 = entry("12/2020/QĐ-UBND", "Quyết định", "2020-06-05", "UBND tỉnh Bình Dương")
HCM = {"number": "5/KH-UBND", "issuer": "Ủy ban nhân dân Thành phố Hồ Chí Minh"}


@pytest.mark.parametrize(
    ("citation", "day", "outcome"),
    [
        # the old name, and the heir's name with the full date
        (cited("12/2020/QĐ-UBND", "Quyết định", None, "UBND tỉnh Bình Dương"), "2025-10-01", "resolved"),
        (cited("12/2020/QĐ-UBND", "Quyết định", "2020-06-05", "UBND Thành phố"), "2025-10-01", "resolved"),
        # the city has a decision 12/2020 of its own
        (cited("12/2020/QĐ-UBND", "Quyết định", None, "UBND Thành phố"), "2025-10-01", "ambiguous"),
        # before the merger
        (cited("12/2020/QĐ-UBND", "Quyết định", "2020-06-05", "UBND Thành phố"), "2024-10-01", "created"),
        # another province
        (cited("12/2020/QĐ-UBND", "Quyết định", None, "UBND tỉnh Sơn La"), "2025-10-01", "created"),
    ],
)
def test_a_decision_of_a_province_that_was_merged(citation: CitedDocument, day: str, outcome: str) -> None:
    assert ask(citation, BINH_DUONG_12, date=day, **HCM).outcome == outcome


def test_a_city_cites_no_provincial_committee_of_its_own() -> None:
    citation = cited("28-CT/TU", "Chỉ thị", None, "Tỉnh ủy")
    assert verdict(citation, HCM_28, **HCM) == ("ambiguous", "resolution/issuer-unknown")
    assert ask(cited("28-CT/TU", "Chỉ thị", None, "Thành ủy"), HCM_28, **HCM).target == HCM_28.identity.iri


def test_a_district_cites_its_own_decision_not_the_provinces() -> None:
    own = entry("3/QĐ-UBND", "Quyết định", "2020-02-02", "UBND huyện Mường La")
    provinces = entry("3/QĐ-UBND", "Quyết định", "2020-01-02", "UBND tỉnh Sơn La")
    citation = cited("3/QĐ-UBND", "Quyết định", "2020", "UBND huyện")
    district = {"number": "5/KH-UBND", "issuer": "Ủy ban nhân dân huyện Mường La"}
    assert ask(citation, own, provinces, **district).target == own.identity.iri
    assert verdict(citation, provinces, **district) == ("created", "resolution/no-candidate")


# --- title-decides ---

CT10_2007 = entry("10-CT/TW", "Chỉ thị", "2007-03-30", title="về nâng cao chất lượng sinh hoạt chi bộ")
CT10_2011 = entry("10-CT/TW", "Chỉ thị", "2011-12-05", title="về nâng cao chất lượng phổ cập giáo dục mầm non")


@pytest.mark.parametrize(
    ("title", "target"),
    [
        ("về nâng cao chất lượng sinh hoạt chi bộ", CT10_2007),
        ("nâng cao chất lượng sinh hoạt chi bộ trong tình hình mới", CT10_2007),  # goes on into the sentence
        ("về phổ cập giáo dục mầm non cho trẻ em", CT10_2011),
        ("về nâng cao chất lượng", None),  # said of both
        ("về phòng, chống cháy rừng", None),
        (None, None),
    ],
)
def test_the_title_decides_between_equal_candidates(title: str | None, target: Candidate | None) -> None:
    found = ask(cited("10-CT/TW", "Chỉ thị", title=title), CT10_2007, CT10_2011)
    assert found.rule.id == ("resolution/title-decides" if target else "resolution/several-candidates")
    assert found.target == (target.identity.iri if target else None)


def test_how_alike_the_titles_are_is_told() -> None:
    found = ask(cited("10-CT/TW", "Chỉ thị", title="về sinh hoạt chi bộ ở cơ sở"), CT10_2007)
    assert found.rule.id == "resolution/only-candidate"
    assert found.similarity == pytest.approx(0.8, abs=0.2)


def test_a_title_that_is_part_of_the_others_decides_nothing() -> None:
    short = entry("10-CT/TW", "Chỉ thị", "2007-03-30", title="về sinh hoạt chi bộ")
    long = entry("10-CT/TW", "Chỉ thị", "2011-12-05", title="về sinh hoạt chi bộ ở nước ngoài")
    assert ask(cited("10-CT/TW", "Chỉ thị", title="về sinh hoạt chi bộ"), short, long).outcome == "ambiguous"


def test_candidates_have_scores_the_best_first() -> None:
    found = ask(cited("10-CT/TW", "Chỉ thị", title="nâng cao chất lượng"), CT10_2007, CT10_2011)
    assert len(found.candidates) == 2
    assert all(0 < candidate.score <= 1 for candidate in found.candidates)
    assert found.candidates[0].score >= found.candidates[1].score


# --- what acts on a law is later than it ---


@pytest.mark.parametrize(
    ("relation", "target"),
    [("amends", "luat_45-2013-qh13"), ("replaces", None), ("cites", None)],
)
def test_a_law_is_no_later_than_the_one_that_amends_it(relation: RelationName, target: str | None) -> None:
    extraction = made("1/BC-BTC", "Báo cáo", "2024-03-01", "Bộ Tài chính",
                      cites=[(None, LAND_LAW), (None, cited("35/2018/QH14", "Luật"))]).extraction  # fmt: skip
    land, amending = extraction.documents
    evidence = (Evidence(start=0, end=1, text="x"),)
    acts = Relation(source=amending.id, relation=relation, target=land.id, rule="relation/passive", cue="sửa đổi",
                    confidence=0.9, evidence=evidence)  # fmt: skip
    extraction = extraction.model_copy(update={"relations": (acts,)})

    def lookup(keys: Sequence[str]) -> list[Candidate]:
        return [e for e in LAND if set(e.identity.keys) & set(keys)]

    found = resolve(extraction, identify_source(extraction.header, "00"), lookup)[0]
    assert found.target == (BASE + target if target else None)


# --- undated documents ---


def test_an_undated_document_is_no_older_than_what_it_cites() -> None:
    later = entry("187/2025/NĐ-CP", "Nghị định", "2025-07-01", "Chính phủ")
    extraction = made("1/BC-BTC", "Báo cáo", None, "Bộ Tài chính",
                      cites=[(None, LAND_LAW), (None, cited("187/2025/NĐ-CP"))]).extraction  # fmt: skip
    own = identify_source(extraction.header, "00")

    def lookup(keys: Sequence[str]) -> list[Candidate]:
        return [e for e in (*LAND, later) if set(e.identity.keys) & set(keys)]

    land, _ = resolve(extraction, own, lookup)
    assert (land.rule.id, land.target) == ("resolution/version-in-force", BASE + "luat_31-2024-qh15")


def test_a_version_of_which_nobody_says_when_it_takes_effect() -> None:
    older, newer = (entry(None, "Luật", day, "Quốc hội", name="Luật Thử") for day in ("1996-03-20", "2002-12-16"))
    law = cited(type="Luật", name="Luật Thử")
    assert verdict(law, older, newer, date="2003-06-01") == ("ambiguous", "resolution/several-candidates")
    assert ask(law, older, newer, date="2005-06-01").target == newer.identity.iri
