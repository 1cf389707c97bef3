"""The archive and the database under it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from legalkg.kg.archive.copies import Copies
from legalkg.kg.archive.documents import Archive, read_document_of
from legalkg.kg.archive.files import Files, FileState
from legalkg.kg.database import Database
from legalkg.kg.errors import StoreError
from legalkg.kg.open_database import open_database
from tests.kg.kg_factories import Made, conclusion_57, made
from tests.narrowing import sure


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database(None)
    yield opened
    opened.close()


def put(archive: Archive, document: Made, path: str = "/a.txt", iri: str = "urn:1") -> None:
    reading = read_document_of(path, document.sha256, document.source, document.extraction)
    archive.put(replace(reading, iri=iri))


def test_what_is_put_comes_back_whole(database: Database) -> None:
    archive, document = Archive(database), conclusion_57()
    put(archive, document)
    held = archive.held("urn:1")
    assert (sure(held).source, sure(held).extraction, sure(held).sha256) == (
        document.source,
        document.extraction,
        document.sha256,
    )
    assert archive.held("urn:2") is None


def test_what_is_known_of_a_file(database: Database) -> None:
    archive, document = Archive(database), conclusion_57()
    files = Files(database)
    put(archive, document)
    assert files.state("/a.txt") == FileState(document.sha256, "", is_missing=False)
    assert files.state("/b.txt") is None


def test_a_file_holds_one_document_at_a_time(database: Database) -> None:
    archive = Archive(database)
    put(archive, conclusion_57(), iri="urn:1")
    put(archive, made("1-CT/TW", "Chỉ thị"), iri="urn:2")
    assert archive.held("urn:1") is None
    assert archive.iri_at("/a.txt") == "urn:2"
    assert database.fetch_one("SELECT count(*) FROM extractions") == (1,)  # the cascade works


def test_the_first_path_counts_where_several_files_hold_the_same(database: Database) -> None:
    archive = Archive(database)
    put(archive, conclusion_57(), path="/b.txt")
    put(archive, conclusion_57(), path="/a.txt")
    assert sure(archive.held("urn:1")).path == "/a.txt"
    assert [copy.path for copy in Copies(database).of("urn:1")] == ["/a.txt", "/b.txt"]


def test_a_failure_takes_the_place_of_what_was_read_and_goes_when_it_is_read_again(database: Database) -> None:
    archive = Archive(database)
    put(archive, conclusion_57())
    archive.fail("/a.txt", "it is empty")
    assert archive.held("urn:1") is None
    assert archive.failures() == (("/a.txt", "it is empty"),)
    put(archive, conclusion_57())
    assert archive.failures() == ()


def test_a_broken_transaction_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError), database.transaction():
        Archive(database).fail("/a.txt", "x")
        raise RuntimeError
    assert Archive(database).failures() == ()


def test_a_file_database_is_in_wal_mode_with_foreign_keys(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.sqlite")
    assert database.fetch_one("PRAGMA journal_mode") == ("wal",)
    assert database.fetch_one("PRAGMA foreign_keys") == (1,)
    database.close()


def test_a_reader_cannot_write_and_sees_that_another_wrote(tmp_path: Path) -> None:
    writer = open_database(tmp_path / "a.sqlite")
    reader = open_database(tmp_path / "a.sqlite", read_only=True)
    before = reader.version()
    Archive(writer).fail("/a.txt", "x")
    assert reader.version() != before
    with pytest.raises(StoreError, match="readonly"):
        Archive(reader).fail("/b.txt", "x")


def test_bad_files(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Database(tmp_path / "none.sqlite", read_only=True)
    (tmp_path / "b.sqlite").write_bytes(b"this is no database at all, whatever its name says" * 40)
    with pytest.raises(StoreError, match="cannot be opened"):
        Database(tmp_path / "b.sqlite")
