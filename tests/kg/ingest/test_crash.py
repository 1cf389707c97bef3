"""Killed at any moment, an ingest leaves nothing half done, and the next one ends where an undisturbed one does."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Quad

from legalkg.kg.collection import Collection
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.rdf.vocabulary import document_of_graph, is_document_graph
from tests.narrowing import sure

DOCUMENTS = 90
KILLS = 4
BODY = """Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;
Thực hiện Thông tư số {before}/2024/TT-BTC ngày 01 tháng 5 năm 2024 của Bộ Tài chính, các đơn vị triển khai thực hiện.
Điều 1. Sửa đổi Điều 2 Thông tư số {other}/2024/TT-BTC ngày 01 tháng 5 năm 2024 của Bộ Tài chính.
"""


def write_dataset(file: Path, edition: int = 1) -> Path:
    """Documents that cite one another; every third has another text in the next edition."""
    known = {"type": "Thông tư", "date": "2024-05-01", "issuer": "Bộ Tài chính"}
    with file.open("w", encoding="utf-8") as lines:
        for number in range(1, DOCUMENTS + 1):
            changed = edition if number % 3 == 0 else 1
            text = BODY.format(before=number + 1, other=number * 7 % DOCUMENTS + 1) * (2 + changed)
            row = {"id": number, "text": text, "number": f"{number}/2024/TT-BTC", **known}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return file


def command(store: Path, *arguments: int | str | Path) -> list[str]:
    return [sys.executable, "-m", "legalkg", "--store", str(store), *map(str, arguments)]


def run(store: Path, *arguments: int | str | Path) -> None:
    done = subprocess.run(command(store, *arguments), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr  # a slow machine tells how far it is


def dump(store: Path) -> list[Quad]:
    with Collection.open(store, read_only=True) as collection:
        return list(sorted_quads(collection.store))


def kill(store: Path, seconds: float, *arguments: int | str | Path) -> bool:
    """Start a command, and kill it and all that it started after some time; gives whether it was still at work."""
    with subprocess.Popen(
        command(store, *arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return True
        return False


def check(store: Path) -> None:
    """Nothing is half in: neither before the store is opened again, nor after."""
    if not (store / "archive.sqlite").exists():
        return
    archive = sqlite3.connect(store / "archive.sqlite")
    assert archive.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tables = {name for (name,) in archive.execute("SELECT name FROM sqlite_master")}
    if "sources" not in tables:
        return
    missing = "SELECT count(*) FROM sources LEFT JOIN extractions ON source = id WHERE source IS NULL"
    assert archive.execute(missing).fetchone() == (0,)
    archive.close()
    with Collection.open(store) as collection:
        held = {document.iri for document in collection.documents(limit=None, held=True)}
        graphs = {graph.value for graph in collection.store.graphs() if is_document_graph(graph.value)}
        assert {document_of_graph(graph) for graph in graphs} == held
        for iri in held:
            document = sure(collection.document(iri))
            text = collection.text(document).text
            assert all(text[m.start : m.end] == m.text for m in collection.extraction(document).mentions)
        assert {hit.document.iri for hit in collection.search("triển khai", limit=1000)} == held


def duration(store: Path, *arguments: int | str | Path) -> float:
    started = time.monotonic()
    run(store, *arguments)
    return time.monotonic() - started


def moments(seconds: float) -> list[float]:
    """Moments over the time that the command takes, most of them after its start."""
    chance = random.Random(7)  # noqa: S311  (no secret)
    return [seconds * (0.2 + 0.8 * (part + chance.random()) / KILLS) for part in range(KILLS)]


Undisturbed = tuple[Path, float, list[Quad]]
"""A dataset, the seconds that it takes, and what comes of it."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder = tmp_path_factory.mktemp("undisturbed")
    dataset = write_dataset(folder / "a.jsonl")
    seconds = duration(folder / "store", "ingest", dataset)
    return dataset, seconds, dump(folder / "store")


def test_killed_while_documents_come_in(undisturbed: Undisturbed, tmp_path: Path) -> None:
    dataset, seconds, whole = undisturbed
    store = tmp_path / "store"
    killed = 0
    for moment in moments(seconds):
        killed += kill(store, moment, "ingest", dataset)
        check(store)
    assert killed  # how often depends on how steady the machine is
    run(store, "ingest", dataset)
    assert dump(store) == whole


def test_killed_while_documents_change(undisturbed: Undisturbed, tmp_path: Path) -> None:
    dataset, seconds, _ = undisturbed
    store, changing = tmp_path / "store", tmp_path / "a.jsonl"
    changing.write_bytes(dataset.read_bytes())
    run(store, "ingest", changing)
    write_dataset(changing, edition=2)
    for moment in moments(seconds * 0.7)[1::2]:
        kill(store, moment, "ingest", changing)
        check(store)
    run(store, "ingest", changing)
    run(tmp_path / "fresh", "ingest", changing)
    assert dump(store) == dump(tmp_path / "fresh")


def test_killed_while_all_is_made_again(undisturbed: Undisturbed, tmp_path: Path) -> None:
    dataset, seconds, whole = undisturbed
    store = tmp_path / "store"
    run(store, "ingest", dataset)
    for moment in moments(seconds * 0.7)[::2]:
        kill(store, moment, "rebuild")
        check(store)
    run(store, "rebuild")
    assert dump(store) == whole


def test_killed_while_what_is_gone_is_taken_out(undisturbed: Undisturbed, tmp_path: Path) -> None:
    dataset, seconds, _ = undisturbed
    store, shrinking = tmp_path / "store", tmp_path / "a.jsonl"
    lines = dataset.read_text(encoding="utf-8").splitlines()
    shrinking.write_bytes(dataset.read_bytes())
    run(store, "ingest", shrinking)
    shrinking.write_text("\n".join(lines[::2]), encoding="utf-8")
    for moment in moments(seconds * 0.7)[1::2]:
        kill(store, moment, "ingest", shrinking, "--prune")
        check(store)
    run(store, "ingest", shrinking, "--prune")
    run(tmp_path / "fresh", "ingest", shrinking)
    assert dump(store) == dump(tmp_path / "fresh")


def test_killed_while_all_is_taken_out_brought_back_and_dropped(undisturbed: Undisturbed, tmp_path: Path) -> None:
    dataset, seconds, whole = undisturbed
    store = tmp_path / "store"
    run(store, "ingest", dataset)
    for moment in moments(seconds * 0.7)[1::2]:
        kill(store, moment, "remove", dataset)
        check(store)
        with Collection.open(store) as collection:
            removals = [removal.number for removal in collection.upkeep().removals()]
            assert collection.count(held=True) == (0 if removals else DOCUMENTS)
        for number in removals:
            kill(store, moment, "remove", "--undo", number)
            check(store)
            with Collection.open(store) as collection:
                for removal in collection.upkeep().removals():
                    collection.upkeep().bring_back(removal.number)
        assert dump(store) == whole
    with Collection.open(store) as collection:
        collection.upkeep().remove(f"{dataset}#1")
    after = dump(store)
    for moment in moments(seconds * 0.3):
        kill(store, moment, "compact")
        check(store)
        assert dump(store) == after
    run(store, "compact")
    assert dump(store) == after
