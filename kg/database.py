"""The SQLite file under archive and catalogue: transactions, and one connection for all threads."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from legalkg.kg.errors import ArchiveDamaged, StoreError, disk_failure

_CACHE_KB = 64_000

Row = tuple[Any, ...]


class Database:
    """A SQLite database; safe to share between threads."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open or make the database.

        Args:
            path: The file; None for memory.
            read_only: Only read; the file must be there.

        Raises:
            StoreError: The file is missing or damaged.
        """
        self._path = path
        self._lock = RLock()
        try:
            self._connection = self._connect("mode=ro" if read_only else "mode=rwc")
            try:
                self._prepare(read_only)
            except sqlite3.Error as error:
                if not (read_only and path and _is_still(path, error)):
                    raise
                self._connection.close()
                self._connection = self._connect("mode=ro&immutable=1")
                self._prepare(read_only)
        except sqlite3.Error as error:
            raise _failure(path, "cannot be opened", error) from error

    def _connect(self, how: str) -> sqlite3.Connection:
        if self._path is None:
            return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        uri = f"{self._path.absolute().as_uri()}?{how}"
        return sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None, timeout=30)

    def _prepare(self, read_only: bool) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")  # a commit survives a power cut
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        self._connection.execute("PRAGMA schema_version").fetchone()  # what is no database says so here

    @property
    def path(self) -> Path | None:
        """The file; None for memory."""
        return self._path

    def execute(self, sql: str, values: Sequence[object] = ()) -> None:
        """Run a statement that writes."""
        self.fetch_all(sql, values)

    def execute_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Run a statement for each of some rows of values."""
        with self._lock, self._errors():
            self._connection.executemany(sql, values)

    def execute_script(self, script: str) -> None:
        """Run several statements, inside the transaction if there is one."""
        statement = ""
        for line in script.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                self.execute(statement)
                statement = ""

    def fetch_all(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Run a statement and return all its rows."""
        with self._lock:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                raise _failure(self._path, "failed", error) from error

    def fetch_one(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Run a statement and return its first row."""
        found = self.fetch_all(sql, values)
        return found[0] if found else None

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

    def copy_to(self, file: Path) -> None:
        """Write a copy of all that is committed to a file, in SQLite's own way; it is on disk when this returns."""
        with self._lock, self._errors(), closing(sqlite3.connect(file)) as copy:
            self._connection.backup(copy)

    def compact(self) -> None:
        """Give back the room of what was deleted; an end in the middle of it leaves all as it was.

        Raises:
            StoreError: The disk fails; as much room is needed as the file takes.
        """
        self.execute("VACUUM")
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def version(self) -> int:
        """Return a number that changes when another process has written."""
        found = self.fetch_one("PRAGMA data_version")
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


def _is_still(path: Path, error: sqlite3.Error) -> bool:
    """Return whether a file that nobody writes to lies where this process may only read.

    There SQLite cannot make the files beside it by which readers and writers come to terms, and has to be told that it
    needs none. A log that was left beside it is part of the data, and cannot be done without.
    """
    log = path.with_name(f"{path.name}-wal")
    refused = getattr(error, "sqlite_errorname", "").startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))
    return refused and not (log.exists() and log.stat().st_size)


_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
"""Names of SQLite's errors, and how those begin that say more (https://sqlite.org/rescode.html)."""
_NO_TEXT = "Could not decode to UTF-8"
"""How Python's own error begins where a text is none any more; it bears no name."""
_REMEDY = "it is damaged: put back a copy of it, or ingest the documents into a new store; 'legalkg doctor' says more"


def _failure(path: Path | None, what: str, error: sqlite3.Error) -> StoreError:
    archive = f"the archive {path or 'in memory'}"
    if str(error).startswith(_NO_TEXT):
        return ArchiveDamaged(f"{archive} holds a text that is none; {_REMEDY}")
    failure = disk_failure(f"{archive} {what}", error)
    if getattr(error, "sqlite_errorname", "").startswith(_DAMAGE):
        return ArchiveDamaged(f"{failure}; {_REMEDY}")
    return failure


@contextmanager
def damage_is_told(what: str) -> Iterator[None]:
    """What is read inside from cells of the archive is as it was written, or it is said that it is damaged.

    Args:
        what: What is read: 'the text of /a/1.txt'.

    Raises:
        ArchiveDamaged: It is not as it was written.
    """
    try:
        yield
    except (zlib.error, ValueError, TypeError) as error:
        raise ArchiveDamaged(f"{what} is damaged in the archive; 'legalkg doctor' says what to do") from error


def marks(count: int) -> str:
    """Return placeholders for a list of values: '?, ?, ?'."""
    return ", ".join("?" * count)
