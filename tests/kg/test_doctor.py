"""Collections that are damaged, lack their archive, or may only be read: what is said, and that nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legalkg.kg.collection import Collection
from legalkg.kg.doctor import Finding, examine
from legalkg.kg.errors import ArchiveDamaged, StoreError
from legalkg.kg.location import Location
from legalkg.kg.output.export import sorted_quads
from tests.kg.kg_factories import KNOWN, conclusion_57, directive_28, guidance_110, letter_782, put

PARTS = ("disk", "archive", "documents", "history", "catalogue", "graph", "search")
SOUND = dict.fromkeys(PARTS, True)
LETTER = "/tep/782.txt"
LIMITED = "--bounding-set=-dac_override,-dac_read_search,-fowner"
"""What keeps even root to the permissions of files."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "store"
    with Collection.open(path, known_documents=KNOWN) as collection:
        put(collection, letter_782(), guidance_110(), conclusion_57(), directive_28())
    return path


@pytest.fixture
def store(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / "store")


def found(store: Path) -> dict[str, Finding]:
    return {finding.part: finding for finding in examine(Location(store), KNOWN)}


def sound(store: Path) -> dict[str, bool]:
    return {part: finding.is_sound for part, finding in found(store).items()}


def change(store: Path, *statements: str) -> None:
    """Write past legalkg."""
    database = sqlite3.connect(store / "archive.sqlite")
    with database:
        for statement in statements:
            database.execute(statement)
    database.close()


def flip(store: Path, words: bytes) -> None:
    """Turn over a bit of some words wherever they stand in the archive."""
    file = store / "archive.sqlite"
    data = file.read_bytes()
    assert words in data
    file.write_bytes(data.replace(words, bytes([words[0] ^ 0x80]) + words[1:]))


def legalkg(*arguments: str | Path, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "legalkg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_a_whole_collection_is_sound(store: Path) -> None:
    assert sound(store) == SOUND
    done = legalkg("doctor", "--store", store)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ok"] * len(SOUND)


def spoil_extraction(store: Path, cell: str) -> None:
    letter = "(SELECT id FROM sources WHERE path LIKE '%782.txt')"
    change(store, f"UPDATE extractions SET json = {cell} WHERE source = {letter}")  # noqa: S608


def cut_an_extraction(store: Path) -> None:
    spoil_extraction(store, "x'789c00'")


def call_an_extraction_text(store: Path) -> None:
    spoil_extraction(store, "CAST(substr(json, 1, 60) AS TEXT)")


def change_a_letter(store: Path) -> None:
    change(store, "UPDATE sources SET text = replace(text, 'đơn vị', 'đơn vi') WHERE text LIKE '%782-CV%'")


def break_a_letter(store: Path) -> None:
    flip(store, "đề nghị các đơn vị".encode())


def lose_the_pages(store: Path) -> None:
    change(store, "UPDATE sources SET pages = '[' WHERE text LIKE '%782-CV%'")


HARMS = [cut_an_extraction, call_an_extraction_text, change_a_letter, break_a_letter, lose_the_pages]


@pytest.mark.parametrize("harm", HARMS)
def test_damaged_texts_and_extractions_are_named(store: Path, harm: Callable[[Path], None]) -> None:
    harm(store)
    finding = found(store)["documents"]
    assert not finding.is_sound
    assert finding.says.startswith(f"damaged: {LETTER}")
    assert "'legalkg remove PATH' and 'legalkg ingest PATH' read it again; else put back a copy" in finding.advice
    assert {part for part, is_sound in sound(store).items() if not is_sound} == {"documents"}


@pytest.mark.parametrize("harm", HARMS)
def test_damage_is_one_line_for_who_asks(store: Path, harm: Callable[[Path], None]) -> None:
    harm(store)
    with Collection.open(store, read_only=True, known_documents=KNOWN) as collection:
        letter = collection.find("782-CV/ĐU")
        with pytest.raises(ArchiveDamaged, match=rf"{LETTER} is damaged in the archive; 'legalkg doctor' says what"):
            _ = collection.text(letter), collection.extraction(letter)


@pytest.mark.parametrize("harm", [change_a_letter, break_a_letter, lose_the_pages])
def test_no_search_shows_a_damaged_text(store: Path, harm: Callable[[Path], None]) -> None:
    harm(store)
    with (
        Collection.open(store, read_only=True, known_documents=KNOWN) as collection,
        pytest.raises(ArchiveDamaged, match=LETTER),
    ):
        collection.search("Đảng ủy đề nghị")


def test_commands_say_it_in_one_line(store: Path) -> None:
    change_a_letter(store)
    for command in (("show", "782-CV/ĐU"), ("read", "782-CV/ĐU"), ("search", "đề nghị"), ("rebuild",)):
        done = legalkg("--store", store, *command)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), command
        assert f"{LETTER} is damaged in the archive" in done.stderr
    done = legalkg("doctor", "--store", store)
    assert (done.returncode, done.stderr) == (1, "")


def everything(store: Path) -> list[object]:
    with Collection.open(store, read_only=True, known_documents=KNOWN) as collection:
        return [list(sorted_quads(collection.store)), [(one.id, one.held) for one in collection.documents()]]


@pytest.mark.parametrize("harm", HARMS)
def test_nothing_is_thrown_away_that_cannot_be_made_again(store: Path, harm: Callable[[Path], None]) -> None:
    before = everything(store)
    harm(store)
    with (
        Collection.open(store, known_documents=KNOWN, reconcile=False) as collection,
        pytest.raises(ArchiveDamaged, match="nothing can be made again from it"),
    ):
        collection.ingester().rebuild()
    assert everything(store) == before


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("is_pending", [False, True])
def test_what_doctor_advises_heals(tmp_path: Path, harm: Callable[[Path], None], *, is_pending: bool) -> None:
    store, file = tmp_path / "store", tmp_path / "782.txt"
    file.write_text(letter_782().source.text, encoding="utf-8")
    with Collection.open(store, known_documents=KNOWN) as collection:
        put(collection, conclusion_57())
        collection.ingest([file])
    harm(store)
    if is_pending:  # what waits to be made cannot be made any more
        change(store, "INSERT INTO pending_graphs SELECT iri FROM extractions")
        with pytest.raises(ArchiveDamaged):
            Collection.open(store, known_documents=KNOWN)
    with Collection.open(store, known_documents=KNOWN, reconcile=False) as collection:
        collection.upkeep().remove(str(file))
    assert {part for part, is_sound in sound(store).items() if not is_sound} == {"history"}
    with Collection.open(store, known_documents=KNOWN) as collection:
        assert collection.ingest([file]).new == 1
        collection.upkeep().compact()
    assert sound(store) == SOUND


def test_damaged_history_is_told_apart(store: Path) -> None:
    with Collection.open(store, known_documents=KNOWN) as collection:
        collection.upkeep().remove("782-CV/ĐU")
    change(store, "UPDATE removed SET name = 'another'")
    finding = found(store)["history"]
    assert (finding.is_sound, finding.says) == (False, f"damaged: {LETTER}")
    assert "'legalkg compact'" in finding.advice


@pytest.mark.parametrize("sql", ["UPDATE corrections SET facts = '{'", "UPDATE runs SET arguments = '[', ended = NULL"])
def test_damaged_decisions_and_runs(store: Path, sql: str) -> None:
    with Collection.open(store, known_documents=KNOWN) as collection:
        collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
        collection.ingest([])
    change(store, sql)
    assert "is damaged in the archive" in found(store)["archive"].says


def test_damaged_facts_of_the_catalogue(store: Path) -> None:
    change(store, "UPDATE stated SET facts = '[\"Kết'", "UPDATE facts SET facts = '[\"Kết'")
    assert found(store)["catalogue"].advice.startswith("call 'legalkg rebuild'")
    with (
        Collection.open(store, read_only=True, known_documents=KNOWN) as collection,
        pytest.raises(ArchiveDamaged),
    ):
        collection.conflicts()


def test_a_damaged_catalogue_is_made_again(store: Path) -> None:
    change(store, "UPDATE documents SET name = CAST(x'ff' AS TEXT)", "UPDATE facts SET facts = '['")
    assert {part for part, is_sound in sound(store).items() if not is_sound} == {"catalogue"}
    with Collection.open(store, known_documents=KNOWN, reconcile=False) as collection:
        collection.ingester().rebuild()
    assert sound(store) == SOUND


def test_pages_that_do_not_agree(store: Path) -> None:
    change(store, "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = 3 WHERE name = 'extractions_iri'")
    assert not all(sound(store).values())


def test_a_graph_that_is_not_in_step_or_lacks_a_document(store: Path) -> None:
    change(store, "UPDATE graph_state SET step = step + 7")
    assert found(store)["graph"].advice.startswith("call 'legalkg rebuild'")
    change(store, "UPDATE graph_state SET step = step - 7", "INSERT INTO pending_graphs SELECT iri FROM extractions")
    assert found(store)["graph"].says == "4 documents still to be written"


def test_an_index_that_is_gone_or_behind(store: Path) -> None:
    change(store, "UPDATE words_state SET step = step + 7")
    assert not sound(store)["search"]
    shutil.rmtree(store / "words")
    assert not sound(store)["search"]


def test_what_cannot_be_opened_is_told_too(store: Path) -> None:
    (store / "archive.sqlite").write_bytes(b"no database" * 1000)
    assert not found(store)["collection"].is_sound


# --- an archive that is not there ---


def lose(store: Path) -> None:
    (store / "archive.sqlite").unlink()


def empty(store: Path) -> None:
    (store / "archive.sqlite").write_bytes(b"")


def begin_anew(store: Path) -> None:
    """What ingesting nothing into another folder gives, put beside the graph."""
    with Collection.open(store.with_name("other"), known_documents=KNOWN):
        pass
    shutil.copy(store.with_name("other") / "archive.sqlite", store)


@pytest.mark.parametrize("harm", [lose, empty, begin_anew])
@pytest.mark.parametrize("command", [("rebuild",), ("rebuild", "--extract"), ("ingest", "nothing.txt")])
def test_a_graph_without_its_archive_is_never_emptied(
    store: Path, harm: Callable[[Path], None], command: tuple[str, ...]
) -> None:
    harm(store)
    before = sorted((file, file.stat().st_size) for file in (store / "graph").glob("snapshot-*/*.sst"))
    done = legalkg("--store", store, *command)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "archive" in done.stderr
    assert sorted((file, file.stat().st_size) for file in (store / "graph").glob("snapshot-*/*.sst")) == before != []


def test_an_older_copy_that_held_nothing_yet_empties_no_graph(tmp_path: Path) -> None:
    store, kept = tmp_path / "store", tmp_path / "archive.sqlite"
    Collection.open(store, known_documents=KNOWN).close()
    shutil.copy(store / "archive.sqlite", kept)
    with Collection.open(store, known_documents=KNOWN) as collection:
        put(collection, letter_782())
    shutil.copy(kept, store / "archive.sqlite")
    for command in (("ingest", "nothing.txt"), ("rebuild",)):
        done = legalkg("--store", store, *command)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "the archive holds no document, but the graph does" in done.stderr


@pytest.mark.parametrize("harm", [lose, empty])
def test_who_reads_is_told_what_to_do(store: Path, harm: Callable[[Path], None]) -> None:
    harm(store)
    with pytest.raises(StoreError, match=r"put back a copy of archive\.sqlite; to begin anew, move the folder"):
        Collection.open(store, read_only=True)
    assert "put back a copy" in found(store)["collection"].says


def test_a_collection_of_nothing_may_be_rebuilt(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as collection:
        collection.ingester().rebuild()
        assert collection.count() == 0


# --- a collection that one may only read ---


@pytest.fixture
def only_read(store: Path) -> Iterator[Path]:
    places = [store, *store.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    yield store
    for place in places:
        place.chmod(0o755 if place.is_dir() else 0o644)


def without_power() -> tuple[str, ...]:
    """Return what to put before a command so that permissions hold for it."""
    if os.geteuid():
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may write everywhere")
    return ("setpriv", LIMITED, "--inh-caps=-dac_override,-dac_read_search,-fowner")


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (("show", "782-CV/ĐU"), "Kết luận 57-KL/TW"),
        (("chain", "782-CV/ĐU"), "Kết luận 57-KL/TW"),
        (("search", "đối ngoại"), "57-KL/TW"),
        (("stats",), "4 of them held"),
        (("export", "--format", "turtle"), "782-CV/ĐU"),
        (("doctor",), "the index of words is in step"),
    ],
)
def test_who_may_only_read_reads_and_searches_all(only_read: Path, command: tuple[str, ...], answer: str) -> None:
    done = legalkg("--store", only_read, *command, before=without_power())
    assert (done.returncode, done.stderr) == (0, "")
    assert answer in done.stdout


def test_who_may_only_read_is_told_that_nothing_can_be_written(only_read: Path) -> None:
    done = legalkg("--store", only_read, "rebuild", before=without_power())
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be made or written to" in done.stderr


def test_a_log_that_was_left_is_not_passed_over(store: Path) -> None:
    """Who wrote last was killed; the log is part of the data, and cannot be read without the files beside it."""
    program = (
        "import os, sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('PRAGMA wal_autocheckpoint = 0'); "
        "d.execute('DELETE FROM failures'); d.execute('UPDATE runs SET ended = NULL'); "
        "d.execute(\"INSERT INTO failures VALUES ('/a', 'b')\"); d.commit(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, store / "archive.sqlite"], check=True)
    (store / "archive.sqlite-shm").unlink()
    store.chmod(0o555)
    done = legalkg("--store", store, "stats", before=without_power())
    store.chmod(0o755)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "may only be read here, and who wrote to it last was interrupted" in done.stderr
    with Collection.open(store, known_documents=KNOWN):
        pass
    store.chmod(0o555)
    done = legalkg("--store", store, "stats", before=without_power())
    store.chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")
