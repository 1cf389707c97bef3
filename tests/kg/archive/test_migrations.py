"""Archives that older versions made open with their documents and corrections, and lose nothing whatever happens."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from legalkg.kg.archive import schema
from legalkg.kg.archive.integrity import readings, readings_kept
from legalkg.kg.catalogue import schema as catalogue
from legalkg.kg.collection import Collection
from legalkg.kg.database import Database
from legalkg.kg.errors import StoreError
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.search import schema as search
from tests.kg.kg_factories import KNOWN, conclusion_57, letter_782, put

STORES = sorted((Path(__file__).parent / "stores").glob("*.sql"), key=lambda path: path.stem)
CORRECTED = [store for store in STORES if store.stem != "version-1"]
LETTER = "cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh"
CONCLUSION = "ket-luan_57-kl-tw_2023-06-15"
NOTE = "van-ban-cf81add1998d59b9"


def restored(store: Path, folder: Path) -> Path:
    """Make an old archive again; gives its file."""
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(folder / "archive.sqlite")) as database:
        database.executescript(store.read_text(encoding="utf-8"))
    return folder / "archive.sqlite"


def opened(file: Path, *, read_only: bool = False) -> Collection:
    return Collection.open(file.parent, read_only=read_only, known_documents=KNOWN)


def rows(file: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(sql).fetchall()


def columns(file: Path) -> list[tuple[object, ...]]:
    """The columns of the tables of the truth."""
    sql = 'SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master t, pragma_table_info(t.name) c'
    return sorted(row for row in rows(file, sql) if row[0] in schema.TABLES)


def meant(collection: Collection, document: str) -> dict[str, tuple[str, str | None]]:
    """What the citations in a document mean."""
    found = collection.citations(collection.document(document))
    return {v.text: (v.outcome, v.target.id if v.target else None) for v in found if v.outcome != "self"}


@pytest.mark.parametrize("store", STORES, ids=lambda store: store.stem)
def test_documents_are_there(store: Path, tmp_path: Path) -> None:
    file = restored(store, tmp_path / "s")
    texts = rows(file, "SELECT iri, text FROM sources JOIN extractions ON source = id ORDER BY iri")
    with opened(file) as collection:
        held = sorted(collection.documents(held=True), key=lambda document: document.iri)
        assert [document.id for document in held] == [LETTER, CONCLUSION, NOTE]
        assert [(document.iri, collection.text(document).text) for document in held] == texts
        assert meant(collection, NOTE) == {"Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023": ("resolved", CONCLUSION)}
        assert len(collection.search("kết luận")) == len(held)
        assert len(collection.chain(collection.document(LETTER)).steps) > 1
        before = list(sorted_quads(collection.store))
    with opened(file, read_only=True) as collection:
        assert list(sorted_quads(collection.store)) == before


@pytest.mark.parametrize("store", STORES, ids=lambda store: store.stem)
def test_old_texts_get_their_checksum(store: Path, tmp_path: Path) -> None:
    file = restored(store, tmp_path / "s")
    opened(file).close()
    with closing(Database(file, read_only=True)) as database:
        assert [is_whole for _, is_whole in readings(database)] == [True] * 3
        assert all(is_whole for _, is_whole in readings_kept(database))


def test_what_was_taken_out_before_comes_back(tmp_path: Path) -> None:
    with opened(restored(STORES[-1], tmp_path / "s")) as collection:
        assert collection.upkeep().bring_back(1).paths == ("/van-ban/cu.txt",)
        assert "về công tác lưu trữ" in collection.text(collection.find("12-KL/TW")).text


@pytest.mark.parametrize("store", CORRECTED, ids=lambda store: store.stem)
def test_corrections_hold(store: Path, tmp_path: Path) -> None:
    with opened(restored(store, tmp_path / "s")) as collection:
        listed = collection.review().list()
        assert [(one.correction.kind, one.correction.by, one.state) for one in listed] == [
            ("relink", "Lan", "applied"),
            ("reject", "Lan", "applied"),
            ("accept", "Minh", "applied"),
        ]
        assert listed[0].correction.note == "29 was meant"
        assert ("created", "chi-thi_29-ct-tu_2023-10-17") in meant(collection, LETTER).values()
        assert list(meant(collection, CONCLUSION).values()) == [("rejected", None)]


def test_where_there_were_no_corrections_they_can_be_made(tmp_path: Path) -> None:
    file = restored(STORES[0], tmp_path / "s")
    with opened(file) as collection:
        collection.review().reject(CONCLUSION, "16-NQ/TW", by="Lan")
    with opened(file, read_only=True) as collection:
        assert list(meant(collection, CONCLUSION).values()) == [("rejected", None)]


@pytest.mark.parametrize("store", STORES, ids=lambda store: store.stem)
def test_the_tables_become_those_of_a_new_archive_and_the_old_ones_are_kept(store: Path, tmp_path: Path) -> None:
    file, new = restored(store, tmp_path / "s"), tmp_path / "new" / "archive.sqlite"
    before = list(sqlite3.connect(file).iterdump())
    opened(file).close()
    opened(new).close()
    assert columns(file) == columns(new)
    assert rows(file, "PRAGMA foreign_key_check") == []
    kept = file.with_name("archive.before-6.sqlite")
    assert list(sqlite3.connect(kept).iterdump()) == before
    assert rows(kept, "PRAGMA user_version") < rows(file, "PRAGMA user_version")
    opened(file).close()
    assert sorted(path.name for path in file.parent.glob("*before*.sqlite")) == [kept.name]


def test_no_copy_takes_the_place_of_another(tmp_path: Path) -> None:
    file = restored(STORES[0], tmp_path / "s")
    file.with_name("archive.before-6.sqlite").write_text("precious")
    opened(file).close()
    assert file.with_name("archive.before-6.sqlite").read_text() == "precious"
    assert rows(file.with_name("archive.before-6-2.sqlite"), "PRAGMA user_version") == [(1,)]


KILL = """
import os, signal, sys
from legalkg.kg.collection import Collection
from legalkg.kg.database import Database

run = Database.execute

def execute(self, sql, values=()):
    if sql.strip().startswith(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    run(self, sql, values)

Database.execute = execute
Collection.open(sys.argv[1])
"""


@pytest.mark.parametrize(
    ("moment", "version"),
    [
        ("CREATE TABLE corrections", 1),
        ("DROP TABLE unpacked", 1),
        ("ALTER TABLE sources", 1),
        ("PRAGMA user_version", 1),
        ("CREATE UNIQUE INDEX IF NOT EXISTS extractions_counts", 1),
        ("UPDATE extractions SET counts = 1", 1),
        ("CREATE TABLE derived", 6),
        ("DELETE FROM pending_graphs", 6),
    ],
)
def test_killed_in_the_middle_it_is_the_old_archive_or_the_new_one(moment: str, version: int, tmp_path: Path) -> None:
    file = restored(STORES[0], tmp_path / "s")
    killed = subprocess.run([sys.executable, "-c", KILL, file.parent, moment], check=False, env=os.environ)
    assert killed.returncode == -signal.SIGKILL
    assert rows(file, "PRAGMA user_version") == [(version,)]
    assert rows(file, "PRAGMA integrity_check") == [("ok",)]
    with opened(file) as collection, opened(restored(STORES[0], tmp_path / "whole")) as whole:
        assert list(sorted_quads(collection.store)) == list(sorted_quads(whole.store))
        assert len(collection.search("kết luận")) == 3


@pytest.mark.parametrize("store", STORES, ids=lambda store: store.stem)
def test_who_only_reads_is_told_what_to_do(store: Path, tmp_path: Path) -> None:
    file = restored(store, tmp_path / "s")
    with pytest.raises(StoreError, match="made by another version of legalkg: call 'legalkg rebuild' once") as caught:
        opened(file, read_only=True)
    assert "\n" not in str(caught.value)
    done = subprocess.run(
        [sys.executable, "-m", "legalkg", "--store", file.parent, "rebuild"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "3 extracted again, 3 documents written\n")
    with opened(file, read_only=True) as collection:
        assert collection.document(LETTER).held


@pytest.mark.parametrize("read_only", [True, False])
def test_an_archive_of_a_newer_version_is_refused_and_stays_as_it_is(read_only: bool, tmp_path: Path) -> None:
    file = restored(STORES[-1], tmp_path / "s")
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")
        before = list(database.iterdump())
    with pytest.raises(StoreError, match=r"newer legalkg: .* version 99, this one knows those up to 6; update legalkg"):
        opened(file, read_only=read_only)
    assert list(sqlite3.connect(file).iterdump()) == before


def test_where_there_is_no_room_for_the_copy_all_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(database: Database, file: Path) -> None:
        file.write_bytes(b"half a copy")
        raise StoreError("the disk is full")

    file = restored(STORES[0], tmp_path / "s")
    monkeypatch.setattr(Database, "copy_to", full)
    with pytest.raises(StoreError, match="the disk is full"):
        opened(file)
    assert rows(file, "PRAGMA user_version") == [(1,)]
    assert list(file.parent.glob("*before*")) == []


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "archive.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE addresses (name TEXT)")
    with pytest.raises(StoreError, match="no archive of legalkg"):
        opened(file)
    assert rows(file, "SELECT name FROM sqlite_master") == [("addresses",)]


# --- what is made from the truth ---


@pytest.fixture
def current(tmp_path: Path) -> Path:
    """An archive whose catalogue another version made."""
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as collection:
        put(collection, letter_782(), conclusion_57())
        collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    file = tmp_path / "s" / "archive.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.executescript("ALTER TABLE documents RENAME TO papers; UPDATE derived SET version = 'other'")
    return file


def test_another_catalogue_is_made_again_and_nothing_refused(current: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="legalkg rebuild"):
        opened(current, read_only=True)
    with opened(current) as collection, Collection.open(tmp_path / "new", known_documents=KNOWN) as new:
        put(new, letter_782(), conclusion_57())
        found = collection.citations(collection.find("782-CV/ĐU"))
        assert [view.outcome for view in found].count("rejected") == 1
        assert {quad.graph_name for quad in collection.store.match()} >= {q.graph_name for q in new.store.match()}
        assert len(collection.search("đối ngoại")) == len(new.search("đối ngoại"))
    assert list(current.parent.glob("*before*.sqlite")) == []


def test_a_graph_of_another_archive_is_not_thrown_away_with_the_catalogue(current: Path, tmp_path: Path) -> None:
    Collection.open(tmp_path / "other", known_documents=KNOWN).close()
    (current.parent / "graph").rename(tmp_path / "graph")
    (tmp_path / "other" / "graph").rename(current.parent / "graph")
    with pytest.raises(StoreError, match="another archive"):
        opened(current)


@pytest.mark.parametrize(
    ("script", "version", "fingerprint"),
    [
        (schema.ALL, schema.VERSION, (6, "eea9b3f55dea")),
        (catalogue.ALL, catalogue.VERSION, (3, "e3449f1afb5b")),
        (search.ALL, search.VERSION, (2, "07febb4a21d5")),
    ],
)
def test_who_changes_tables_raises_their_version(script: str, version: int, fingerprint: tuple[int, str]) -> None:
    """Where this fails, raise the version of the schema, and for the truth add a step, then write both here."""
    assert (version, hashlib.sha256(script.encode()).hexdigest()[:12]) == fingerprint
