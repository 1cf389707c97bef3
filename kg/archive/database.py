"""The SQLite file under the archive and the catalogue: schema, transactions, one connection for all threads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from legalkg.kg.errors import ArchiveDamaged, StoreError, disk_failure

SCHEMA_VERSION = 3

_SCHEMA = """
-- The truth: what was read, what was found in it, what people corrected, and which run did it.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, extractor TEXT NOT NULL, arguments TEXT NOT NULL,
    report TEXT
);
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    text TEXT NOT NULL,
    pages TEXT NOT NULL,
    known TEXT NOT NULL
);
CREATE INDEX sources_sha256 ON sources(sha256);
CREATE TABLE extractions (
    source INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    iri TEXT NOT NULL,
    json BLOB NOT NULL
);
CREATE INDEX extractions_iri ON extractions(iri);
-- What a file said from one run until before another.
CREATE TABLE past_extractions (
    path TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, iri TEXT NOT NULL, extractor TEXT NOT NULL,
    json BLOB NOT NULL, PRIMARY KEY (path, until)
) WITHOUT ROWID;
CREATE INDEX past_extractions_until ON past_extractions(until);
CREATE INDEX extractions_run ON extractions(run);
CREATE TABLE failures (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT, quote TEXT, start INTEGER, relation TEXT, target TEXT,
    facts TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', undone_by TEXT, undone_at TEXT
);

-- Projections of it, to be thrown away and made again.
CREATE TABLE state (archive TEXT NOT NULL, step INTEGER NOT NULL);
CREATE TABLE dirty (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE relink (what TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE graphs (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE known (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE facts (
    source TEXT NOT NULL, iri TEXT NOT NULL, held INTEGER NOT NULL, day TEXT, effective TEXT, facts TEXT NOT NULL,
    PRIMARY KEY (source, iri, held)
) WITHOUT ROWID;
CREATE INDEX facts_day ON facts(iri, length(day), day) WHERE NOT held;
-- The same without who says it, so that a law cited by everybody is looked up as quickly as any other.
CREATE TABLE stated (iri TEXT NOT NULL, facts TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (iri, facts))
    WITHOUT ROWID;
CREATE TABLE held_keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
CREATE INDEX held_keys_iri ON held_keys(iri);
CREATE TABLE questions (key TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
CREATE INDEX questions_source ON questions(source);
CREATE TABLE resolutions (
    source TEXT NOT NULL, cited TEXT NOT NULL, target TEXT, outcome TEXT NOT NULL, rule TEXT NOT NULL,
    reason TEXT NOT NULL, similarity REAL, PRIMARY KEY (source, cited)
) WITHOUT ROWID;
CREATE TABLE candidates (
    source TEXT NOT NULL, cited TEXT NOT NULL, iri TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (source, cited, iri)
) WITHOUT ROWID;
CREATE TABLE documents (
    row INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, type TEXT, number TEXT, date TEXT,
    issuer TEXT, title TEXT, name TEXT, place TEXT, held INTEGER NOT NULL
);
CREATE INDEX documents_date ON documents(date DESC, id);
CREATE INDEX documents_type ON documents(type, date DESC, id);
CREATE INDEX documents_held ON documents(held, date DESC, id);
-- The words of those columns, for filters. An index without content forgets only what it is told again.
CREATE VIRTUAL TABLE names USING fts5(
    type, number, issuer, title, name, place, content='', tokenize='unicode61 remove_diacritics 2'
);
-- Documents of which the full-text index does not yet say what archive and catalogue do, and how far it is.
CREATE TABLE unindexed (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE indexed (archive TEXT NOT NULL, step INTEGER NOT NULL);
CREATE TABLE keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
CREATE INDEX keys_iri ON keys(iri);
CREATE TABLE found_links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX found_links_same ON found_links(same);
CREATE TABLE links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX links_same ON links(same);
"""

PROJECTIONS = (
    "dirty", "relink", "graphs", "known", "facts", "stated", "held_keys", "questions", "resolutions", "candidates",
    "documents", "keys", "found_links", "links",
)  # fmt: skip
"""Tables that can be made again from the truth; the full-text index counts for itself."""
_CACHE_KB = 64_000

_NAMES = ("type", "number", "issuer", "title", "name", "place")


def _triggers() -> str:
    """Keep the index of names as the documents are; every đ is a d there, the one letter whose mark SQLite leaves."""

    def values(row: str) -> str:
        plain = "replace(replace(replace(replace({}, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D')"
        return ", ".join([f"{row}.row", *(plain.format(f"{row}.{column}") for column in _NAMES)])

    columns = ", ".join(_NAMES)
    return f"""
        CREATE TRIGGER names_new AFTER INSERT ON documents BEGIN
            INSERT INTO names (rowid, {columns}) VALUES ({values("new")});
        END;
        CREATE TRIGGER names_gone AFTER DELETE ON documents BEGIN
            INSERT INTO names (names, rowid, {columns}) VALUES ('delete', {values("old")});
        END;
    """  # noqa: S608  (names of columns)


Row = tuple[Any, ...]


class Database:
    """A SQLite database with the project's tables; safe to share between threads."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open or make the database.

        Args:
            path: The file; None for memory.
            read_only: Only read; the file must be there.

        Raises:
            StoreError: The file is missing, damaged, or of another version of this project.
        """
        self._path = path
        self._lock = RLock()
        try:
            self._connection = self._connect(read_only)
            self._prepare(read_only)
        except sqlite3.Error as error:
            raise _failure(path, "cannot be opened", error) from error

    def _connect(self, read_only: bool) -> sqlite3.Connection:
        if self._path is None:
            return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        uri = f"{self._path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        return sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None, timeout=30)

    def _prepare(self, read_only: bool) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and not read_only:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.executescript(
                f"BEGIN; {_SCHEMA} {_triggers()} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
        elif version != SCHEMA_VERSION:
            raise StoreError(
                f"the archive {self._path} was made by another version of legalkg; ingest into a new store"
            )
        self._connection.execute("PRAGMA synchronous = FULL")  # a commit survives a power cut
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Run a statement and give all its rows."""
        with self._lock:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                raise _failure(self._path, "failed", error) from error

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Run a statement and give its first row."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Run a statement for each of some rows of values."""
        with self._lock:
            try:
                self._connection.executemany(sql, values)
            except sqlite3.Error as error:
                raise _failure(self._path, "failed", error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All statements inside take effect together or not at all."""
        with self._lock, self._errors():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def version(self) -> int:
        """Return a number that changes when another process has written."""
        found = self.row("PRAGMA data_version")
        return int(found[0]) if found else 0

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _failure(self._path, "failed", error) from error


_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
"""Names of SQLite's errors, and how those begin that say more (https://sqlite.org/rescode.html)."""


def _failure(path: Path | None, what: str, error: sqlite3.Error) -> StoreError:
    said = f"the archive {path or 'in memory'} {what}: {disk_failure(error)}"
    if getattr(error, "sqlite_errorname", "").startswith(_DAMAGE):
        return ArchiveDamaged(f"{said}; it is damaged: put back a copy, or ingest the documents into a new store")
    return StoreError(said)


def marks(count: int) -> str:
    """Return placeholders for a list of values: '?, ?, ?'."""
    return ", ".join("?" * count)
