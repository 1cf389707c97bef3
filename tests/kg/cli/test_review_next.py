"""The list of what is worth a minute, and what people answer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legalkg.kg.cli import build
from legalkg.kg.collection import Collection
from tests.kg.kg_factories import KNOWN, cited, made, put

Run = Callable[..., str]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A letter that cites a number of two documents, a name that nobody knows, and a decree whose date cannot be."""
    numbers = [
        made("12/QĐ-UBND", "Quyết định", "2024-01-10", f"Ủy ban nhân dân tỉnh {name}", path=f"{name}.txt")
        for name in ("Sơn La", "Lai Châu")
    ]
    letter = made(
        "1/CV-BTC", "Công văn", "2024-05-01", "Bộ Tài chính", path="1.txt",
        cites=[("implements", cited("12/QĐ-UBND", "Quyết định", "2024-01-10")), (None, cited(name="Đề án Vườn xa"))],
    )  # fmt: skip
    decree = made("16/2025/NĐ-CP", "Nghị định", "2015-06-19", "Chính phủ", path="16.txt", title="x" * 400)
    with Collection.open(tmp_path / "store", known_documents=KNOWN) as collection:
        put(collection, letter, decree, *numbers)
    return tmp_path / "store"


@pytest.fixture
def run(store: Path) -> Run:
    """Run a command, with what is answered to it; gives what it prints."""

    def runner(*arguments: str, answers: str = "", status: int = 0) -> str:
        result = CliRunner().invoke(build(), ["--store", str(store), "review", *arguments], input=answers)
        assert result.exit_code == status, result.output
        return result.stdout + str(result.exception or "")

    return runner


def tasks(run: Run, *options: str) -> list[str]:
    return [task["id"].split()[0] for task in json.loads(run("next", "--format", "json", *options))["tasks"]]


def test_what_is_worth_a_minute_is_listed_of_each_kind_in_turn(run: Run) -> None:
    found = tasks(run)
    assert found[:4] == ["ambiguous", "conflict", "name", "stub"]
    assert set(tasks(run, "--kind", "name")) == {"name"}
    listed = run("next", "--list", "--limit", "2")
    assert listed.splitlines()[-1] == f"2 of {len(found)}"
    assert "which of 2 documents is meant?" in listed


def test_a_document_is_chosen_and_the_choice_undone(run: Run) -> None:
    out = run("next", "--kind", "ambiguous", "--by", "Lan", answers="9\n1\n")
    assert "1… choose, l NUMBER link to another" in out
    assert "answer one of" in out  # there is no ninth
    assert "1 of 1 decided" in out
    assert tasks(run, "--kind", "ambiguous") == []
    assert "undone" in run("undo", "--by", "Lan")
    assert tasks(run, "--kind", "ambiguous") == ["ambiguous"]


def test_what_is_skipped_is_gone_until_that_is_undone(run: Run) -> None:
    out = run("next", "--kind", "conflict", "--by", "Lan", answers="s\n")
    assert "texts state different values of its date: 2015-06-19, 2025" in out
    assert tasks(run, "--kind", "conflict") == []
    run("undo", "--by", "Lan")
    out = run("next", "--kind", "conflict", "--kind", "name", "--by", "Lan", answers="s\nu\nq\n")
    assert "0 of 2 decided" in out
    assert tasks(run, "--kind", "conflict") == ["conflict"]


def test_one_undo_takes_back_all_that_an_answer_decided(run: Run, store: Path) -> None:
    law = cited(name="Luật Vườn xa", type="Luật")
    letters = [
        made(f"{n}/CV-BTC", "Công văn", f"2024-05-0{n}", "Bộ Tài chính", path=f"{n}.txt", cites=[(None, law)])
        for n in (2, 3)
    ]
    with Collection.open(store, known_documents=KNOWN) as collection:
        put(collection, *letters)
    out = run("next", "--kind", "name", "--by", "Lan", answers="r\nu\nq\n")
    assert "2 cite it by this name only" in out
    assert "0 of 2 decided" in out
    assert [one["state"] for one in json.loads(run("list", "--format", "json"))] == ["undone", "undone"]


def test_the_log_says_what_each_changed(run: Run) -> None:
    run("relink", "1/CV-BTC", "12/QĐ-UBND", "quyet-dinh_12-qd-ubnd_2024-01-10_son-la", "--by", "Lan")
    run("reject", "1/CV-BTC", "12/QĐ-UBND", "--relation", "implements", "--by", "Lan")
    entries = json.loads(run("log", "--format", "json"))
    changes = [(entry["before"], entry["after"]) for entry in entries]
    assert changes == [
        ("one of 2 documents", "Quyết định 12/QĐ-UBND"),
        ("implements, confidence 0.9", "not implements"),
    ]
    assert "one of 2 documents" in run("log")


def test_a_document_that_is_only_cited_is_rejected(run: Run) -> None:
    assert "correction 1: applied" in run("reject", "Đề án Vườn xa", "--by", "Lan")
    assert tasks(run, "--kind", "name") == []
    assert "is held" in run("reject", "1/CV-BTC", "--by", "Lan", status=1)


def test_a_document_that_nobody_knows_is_asked_about(run: Run) -> None:
    words = ("relink", "1/CV-BTC", "12/QĐ-UBND", "Quyết định 99/QĐ-TTg ngày 01/02/2023", "--by", "Lan")
    asked = run(*words, answers="n\n", status=1)
    assert "nobody holds, cites or registers 'Quyết định 99/QĐ-TTg ngày 01/02/2023'" in asked
    assert "nobody holds" in run(*words, status=1)  # nobody to answer
    assert run("list").strip() == "no corrections"
    assert "applied" in run(*words, answers="y\n")
    run("undo", "--by", "Lan")
    assert "applied" in run(*words, "--new")
