"""The full-text index beside the archive: in step whatever happens to either."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from legalkg.kg.catalogue.tables import tables_of
from legalkg.kg.catalogue.worklist import Worklist
from legalkg.kg.collection import Collection
from legalkg.kg.errors import StoreError
from legalkg.kg.open_database import open_database
from legalkg.kg.search.index import SearchIndex
from tests.kg.kg_factories import KL57, KNOWN, Made, collection_of, made, over, put
from tests.narrowing import sure


def rice(*numbers: int) -> list[Made]:
    return [made(f"{n}/BC-BTC", "Báo cáo", "2024-01-01", title="lúa gạo", path=f"{n}.txt") for n in numbers]


def opened(store: Path, *, read_only: bool = False) -> Collection:
    return Collection.open(store, known_documents=KNOWN, read_only=read_only)


def found(collection: Collection, words: str = "lúa", **where: Any) -> set[str | None]:
    return {hit.document.number for hit in collection.search(words, limit=1000, **where)}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with opened(tmp_path / "store") as collection:
        put(collection, *rice(1, 2))
    return tmp_path / "store"


def test_what_was_put_is_found_by_the_next_that_opens_it(store: Path) -> None:
    with opened(store, read_only=True) as collection:
        assert found(collection) == {"1/BC-BTC", "2/BC-BTC"}


def remove(words: Path) -> None:
    shutil.rmtree(words)


def garble(words: Path) -> None:
    (words / "meta.json").write_text("{")


def empty_files(words: Path) -> None:
    for file in words.iterdir():
        file.write_bytes(b"")


@pytest.mark.parametrize("harm", [remove, garble, empty_files])
def test_an_index_that_is_gone_or_damaged_is_made_again(store: Path, harm: Callable[..., object]) -> None:
    harm(store / "words")
    with (
        opened(store, read_only=True) as reader,
        pytest.raises(StoreError, match=r"words is missing or cannot be read"),
    ):
        reader.search("lúa")
    with opened(store) as collection:
        assert found(collection) == {"1/BC-BTC", "2/BC-BTC"}


def test_an_archive_put_back_from_a_copy_gets_an_index_of_its_own(store: Path, tmp_path: Path) -> None:
    shutil.copy(store / "archive.sqlite", tmp_path / "copy")
    with opened(store) as collection:
        put(collection, *rice(3))
        assert "3/BC-BTC" in found(collection)
    shutil.copy(tmp_path / "copy", store / "archive.sqlite")
    with opened(store) as collection:
        assert found(collection) == {"1/BC-BTC", "2/BC-BTC"}


def test_an_index_of_another_archive_is_not_taken(store: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "other") as collection:
        put(collection, *rice(7, 8))
    shutil.rmtree(store / "words")
    shutil.copytree(tmp_path / "other" / "words", store / "words")
    with opened(store) as collection:
        assert found(collection) == {"1/BC-BTC", "2/BC-BTC"}


def test_an_index_one_step_ahead_is_kept_and_done_with(store: Path) -> None:
    database = open_database(store / "archive.sqlite")
    worklist = Worklist(database)
    index = SearchIndex(database, worklist, store / "words")
    name = database.fetch_all("SELECT archive FROM words_state")
    worklist.mark_all_words()
    with pytest.raises(KeyboardInterrupt), database.transaction():
        database.execute("UPDATE documents SET title = 'ngô khoai'")
        index.update()
        raise KeyboardInterrupt  # the index has it, the archive forgets
    again = SearchIndex(database, worklist, store / "words")
    assert database.fetch_all("SELECT archive FROM words_state") == name  # not made again
    again.update()
    database.close()
    with opened(store) as collection:
        assert (found(collection), found(collection, "ngô")) == ({"1/BC-BTC", "2/BC-BTC"}, set())


def test_an_index_one_step_ahead_of_an_older_archive_is_made_again(store: Path, tmp_path: Path) -> None:
    shutil.copy(store / "archive.sqlite", tmp_path / "kept")
    with opened(store) as collection:
        put(collection, *rice(7))
    shutil.copy(tmp_path / "kept", store / "archive.sqlite")
    with opened(store) as collection:
        assert found(collection) == {"1/BC-BTC", "2/BC-BTC"}


FILL = """
import sys
import legalkg.kg.search.index
from tests.kg.search.test_search_index import rice, words_only
from tests.kg.kg_factories import put
legalkg.kg.search.index.BATCH = 3
with words_only(sys.argv[1]) as collection:
    print("open", flush=True)
    for n in range(1, 400):
        put(collection, *rice(n))
        n % 5 or collection.search("lúa", limit=1)
"""


def words_only(folder: Path) -> Collection:
    """A collection with archive and full-text index on disk, and its graph in memory."""
    tables = tables_of(open_database(Path(folder) / "archive.sqlite"), KNOWN)
    return over(tables, SearchIndex(tables.database, tables.worklist, Path(folder) / "words"))


@pytest.mark.parametrize("seconds", [0.05, 0.21, 0.47])
def test_a_process_that_is_killed_leaves_an_index_that_can_be_finished(tmp_path: Path, seconds: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FILL, str(tmp_path)],
        stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:  # fmt: skip
        assert sure(process.stdout).readline() == b"open\n"
        time.sleep(seconds)
        process.kill()
    with words_only(tmp_path) as collection:
        held = {document.number for document in collection.documents(held=True, limit=None)}
        assert found(collection) == held
        put(collection, *rice(1000))
        assert found(collection) == held | {"1000/BC-BTC"}


def test_a_reader_sees_what_another_process_writes(store: Path) -> None:
    with opened(store, read_only=True) as reader:
        assert len(found(reader)) == 2
        with opened(store) as writer:
            put(writer, *rice(3))
        assert len(found(reader)) == 3


def test_what_others_say_of_a_document_is_filtered_by() -> None:
    with collection_of(made("57-KL/TW", "Kết luận", "2023-06-15", title="lúa", path="57.txt")) as collection:
        assert found(collection, issuer="bo chinh tri") == set()
        put(collection, made("1/BC", "Báo cáo", "2024-01-01", path="1.txt", cites=[("implements", KL57)]))
        assert found(collection, issuer="bo chinh tri") == {"57-KL/TW"}


def test_of_two_files_with_one_document_the_first_counts() -> None:
    first, second = rice(1)[0], made("1/BC-BTC", "Báo cáo", "2024-01-01", title="ngô", path="2.txt")
    with collection_of(first, second) as collection:
        assert (found(collection), found(collection, "ngô")) == ({"1/BC-BTC"}, set())
        put(collection, made("9/BC", "Báo cáo", "2024-01-01", path="1.txt"))
        assert (found(collection), found(collection, "ngô")) == (set(), {"1/BC-BTC"})


def test_an_index_that_cannot_be_written_is_said(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with opened(store) as collection:
        monkeypatch.setattr("tantivy.Document", full)
        put(collection, *rice(3))
        with pytest.raises(StoreError, match=r"index .*words failed: .*No space left"):
            collection.search("lúa")
        monkeypatch.undo()
        assert "3/BC-BTC" in found(collection)
