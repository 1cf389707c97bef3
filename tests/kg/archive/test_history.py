"""What changed from one run to another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from legalkg.kg.errors import LegalkgError
from tests.kg.kg_factories import empty

HEAD = "ĐẢNG ỦY SỞ TÀI CHÍNH\n*\nSố 12-CV/ĐU\n\nKính gửi: Các chi bộ trực thuộc\n\n"
IMPLEMENTS = (
    "Thực hiện Kết luận số {} ngày 15 tháng 6 năm 2023 của Bộ Chính trị, Đảng ủy đề nghị các chi bộ thực hiện.\n"
)
BASED_ON = "Căn cứ Kết luận số {} ngày 15 tháng 6 năm 2023 của Bộ Chính trị, Đảng ủy đề nghị như sau:\n"


Changes = dict[tuple[int, int], list[tuple[str, str, str, str | None, str | None, int]]]
Runs = Callable[..., Changes]


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    """Makes a run for each text; gives the history."""

    def make(*texts: str) -> Changes:
        with empty() as collection:
            for text in texts:
                (tmp_path / "a.txt").write_text(HEAD + text, encoding="utf-8")
                collection.ingest([tmp_path])
            history = collection.history()
            return {
                (one, other): [(c.change, c.kind, c.target.split("_")[1], c.before, c.after, c.times) for c in
                               history.changes(one, other)]
                for one in range(1, len(texts) + 1) for other in range(1, len(texts) + 1)
            }  # fmt: skip

    return make


def test_what_came_and_what_went(runs: Runs) -> None:
    found = runs(IMPLEMENTS.format("57-KL/TW"), IMPLEMENTS.format("58-KL/TW"))
    assert found[1, 2] == [
        ("went", "citation", "57-kl-tw", None, None, 1),
        ("came", "citation", "58-kl-tw", None, None, 1),
        ("went", "edge", "57-kl-tw", "implements", None, 1),
        ("came", "edge", "58-kl-tw", None, "implements", 1),
    ]
    assert [(change, target) for change, _, target, *_ in found[2, 1]] == [
        ("went", "58-kl-tw"), ("came", "57-kl-tw"), ("came", "57-kl-tw"), ("went", "58-kl-tw"),
    ]  # fmt: skip
    assert found[1, 1] == []


def test_an_edge_of_another_type(runs: Runs) -> None:
    found = runs(IMPLEMENTS.format("57-KL/TW"), BASED_ON.format("57-KL/TW"))
    assert found[1, 2] == [("type", "edge", "57-kl-tw", "implements", "based_on", 1)]


def test_how_often_something_is_cited_counts(runs: Runs) -> None:
    text = IMPLEMENTS.format("57-KL/TW")
    assert runs(text, text * 3)[1, 2] == [("came", "citation", "57-kl-tw", None, None, 2)]


def test_a_run_in_between_does_not_matter(runs: Runs) -> None:
    found = runs(*(IMPLEMENTS.format(number) for number in ("57-KL/TW", "58-KL/TW", "57-KL/TW")))
    assert found[1, 3] == []
    assert len(found[2, 3]) == 4


def test_a_file_that_went_bad_takes_all_along(tmp_path: Path) -> None:
    with empty() as collection:
        (tmp_path / "a.txt").write_text(HEAD + IMPLEMENTS.format("57-KL/TW"), encoding="utf-8")
        collection.ingest([tmp_path])
        (tmp_path / "a.txt").write_text("", encoding="utf-8")
        collection.ingest([tmp_path])
        assert [(c.change, c.kind) for c in collection.history().changes(1, 2)] == [
            ("went", "citation"), ("went", "edge"),
        ]  # fmt: skip


def test_an_unknown_run_is_named_with_those_there_are(tmp_path: Path) -> None:
    with empty() as collection:
        with pytest.raises(LegalkgError, match="no run 1; the last are: none"):
            list(collection.history().changes(1, 2))
        (tmp_path / "a.txt").write_text("Một văn bản.", encoding="utf-8")
        collection.ingest([tmp_path])
        with pytest.raises(LegalkgError, match="no run 7; the last are: 1"):
            list(collection.history().changes(1, 7))
