"""The words that say how one document acts on another."""

from __future__ import annotations

import pytest

from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.registry.tables import read_table
from legalkg.extractors.relations import cues, gaps, modality
from legalkg.extractors.relations.passive import passive_cues

ROWS = read_table("cues")


@pytest.mark.parametrize("phrase", [row["phrase"] for row in ROWS if row["place"] == "active"])
def test_every_active_cue_is_found_right_before_a_document(phrase: str) -> None:
    relation = next(r["relation"] for r in ROWS if r["place"] == "active" and r["phrase"] == phrase)
    for printed in (phrase, phrase.upper(), phrase.capitalize(), phrase.replace(" ", "\n")):
        text = f"Nay {printed} Nghị định"
        cue = cues.last_cue(text, 0, text.index("Nghị"))
        assert cue is not None
        assert cue.relation == relation
        assert " ".join(text[cue.start : cue.end].split()) == " ".join(printed.split())


@pytest.mark.parametrize("phrase", [row["phrase"] for row in ROWS if row["place"] == "opening"])
def test_every_opening_cue_is_found(phrase: str) -> None:
    text = f"{phrase} Nghị định"
    cue = cues.opening_cue(text, 0, len(phrase) + 1)
    assert cue is not None
    assert cue.relation == next(r["relation"] for r in ROWS if r["place"] == "opening" and r["phrase"] == phrase)


@pytest.mark.parametrize("row", [row for row in ROWS if row["place"] == "member"], ids=lambda row: row["phrase"])
def test_a_cue_of_members_opens_a_further_member_only(row: dict[str, str]) -> None:
    for before in ("Thực hiện Chỉ thị; ", "Thực hiện Chỉ thị, "):
        text = f"{before}{row['phrase']} Nghị định"
        cue = cues.opening_cue(text, 0, len(text))
        assert cue is not None
        assert (cue.relation, text[cue.start : cue.end]) == (row["relation"], row["phrase"])
    text = f"Nhiệm vụ có {row['phrase']} Nghị định"
    assert cues.opening_cue(text, 0, len(text)) is None


@pytest.mark.parametrize("phrase", [row["phrase"] for row in ROWS if row["place"] == "after"])
def test_every_cue_behind_a_document_is_found(phrase: str) -> None:
    text = f"Nghị định {phrase} kể từ"
    cue = next(cues.cues_after(text, 10, len(text)), None)
    assert cue is not None
    assert cue.relation == next(r["relation"] for r in ROWS if r["place"] == "after" and r["phrase"] == phrase)


@pytest.mark.parametrize(
    ("before", "relation"),
    [
        ("sửa đổi, bổ sung một số điều của ", "amends"),
        ("hướng dẫn thi hành ", "guides"),
        ("tiếp tục thực hiện nghiêm ", "implements"),
        ("triển khai thực hiện có hiệu quả ", "implements"),
        ("thực hiện các nhiệm vụ theo ", "implements"),
        ("bãi bỏ toàn bộ ", "repeals"),
        ("thực hiện xong thì bãi bỏ ", "repeals"),  # the last one governs
    ],
)
def test_last_cue(before: str, relation: RelationName) -> None:
    cue = cues.last_cue(before, 0, len(before))
    assert cue is not None
    assert cue.relation == relation


@pytest.mark.parametrize(
    "before",
    [
        "thực hiện theo quy định tại ",
        "thực hiện đúng theo ",
        "hướng dẫn tại ",
        "thi hành pháp luật và ",  # another object
        "bãi bỏ thủ tục; ",
        "sửa đổi cho phù hợp với ",
        "thực hiện các quy định khác trái với ",
        "thực hiện " + "rất dài " * 40,  # too far
        "không có gì ",
        "",
    ],
)
def test_no_last_cue(before: str) -> None:
    assert cues.last_cue(before, 0, len(before)) is None


@pytest.mark.parametrize("word", ["xthực hiện ", "bãi bỏng ", "thực hiệnx "])
def test_cues_are_whole_words(word: str) -> None:
    assert cues.last_cue(word, 0, len(word)) is None


@pytest.mark.parametrize(
    ("before", "has_pinpoints", "relation"),
    [
        ("bãi bỏ ", False, "repeals"),
        ("bãi bỏ ", True, "amends"),
        ("bãi bỏ một phần ", False, "amends"),
        ("thay thế phụ lục của ", False, "amends"),
        ("sửa đổi ", True, "amends"),
        ("tổng kết 10 năm thực hiện ", False, "reviews"),
        ("sơ kết hai năm thực hiện ", False, "reviews"),
        ("sau 10 năm thực hiện ", False, "implements"),
    ],
)
def test_what_a_cue_says(before: str, has_pinpoints: bool, relation: RelationName) -> None:
    cue = cues.last_cue(before, 0, len(before))
    assert cue is not None
    assert cues.relation_of(before, cue, len(before), has_pinpoints) == relation


@pytest.mark.parametrize(
    ("before", "relations"),
    [
        (" được sửa đổi, bổ sung bởi ", ["amends"]),
        (" đã được sửa đổi, bổ sung một số điều bởi ", ["amends"]),
        (" bị thay thế bởi ", ["replaces"]),
        (" bị bãi bỏ bằng ", ["repeals"]),
        (" được sửa đổi và thay thế tại ", ["amends", "replaces"]),
        (" được sửa đổi, bổ sung theo ", ["amends"]),
        (" được sửa đổi ", ["amends"]),
        (" được hướng dẫn tại ", ["guides"]),
        (" được quy định tại ", []),
        (" được thực hiện theo ", []),
        (" và ", []),
    ],
)
def test_passive(before: str, relations: list[RelationName]) -> None:
    assert [cue.relation for cue in passive_cues(before, 0, len(before))] == relations


@pytest.mark.parametrize(
    "before",
    [
        "tình hình thực hiện ",
        "kết quả triển khai ",
        "việc thực hiện ",
        "đã thực hiện ",
        "trong quá trình tổ chức thực hiện ",
        "kinh phí thực hiện ",
        "Hội nghị toàn quốc triển khai ",
    ],
)
def test_told(before: str) -> None:
    cue = cues.last_cue(before, 0, len(before))
    assert cue is not None
    assert modality.is_told(before, cue.start, 0)


@pytest.mark.parametrize("before", ["tiếp tục thực hiện ", "cần thực hiện ", "Thực hiện ", "nhằm thực hiện "])
def test_not_told(before: str) -> None:
    cue = cues.last_cue(before, 0, len(before))
    assert cue is not None
    assert not modality.is_told(before, cue.start, 0)


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("yêu cầu khẩn trương làm theo hướng dẫn của Bộ Nội vụ tại ", True),
        ("kịp thời thực hiện đúng theo chỉ đạo tại ", True),
        ("đã khẩn trương làm theo hướng dẫn tại ", False),
        ("làm theo hướng dẫn tại ", False),
        ("khẩn trương làm theo quy định tại ", False),
        ("Khẩn trương làm theo hướng dẫn của Bộ Nội vụ tại ", True),
        ("Yêu cầu các sở làm theo hướng dẫn của Bộ Nội vụ tại ", True),
    ],
)
def test_instruction(before: str, found: bool) -> None:
    cue = cues.instruction_cue(before, 0, len(before))
    assert (cue is not None) == found


@pytest.mark.parametrize(
    ("between", "new"),
    [
        ("\n46 Triển khai ", True),  # another row of a table
        ("\t1\tTriển khai ", True),
        ("\n2 năm thực hiện ", False),
        (", Ủy ban nhân dân tỉnh ban hành ", True),
        ("; Sở Nội vụ chủ trì ", True),
        (". Chính phủ quyết định ", True),
        (" của Ủy ban nhân dân tỉnh về ", False),
        (" và ", False),
        (", sửa đổi ", False),
    ],
)
def test_new_subject(between: str, new: bool) -> None:
    assert gaps.starts_new_subject(between, 0, len(between)) == new
