"""The SQLite file under archive and catalogue: transactions, and one connection for all threads."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from textwrap import shorten
from threading import RLock
from typing import Any

from legalkg.kg.errors import ArchiveDamaged, StoreError, disk_failure

_CACHE_KB = 64_000
_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises, and Python where SQLite's own words about damage hold some of it."""

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
            except _FAILURES as error:
                if not (read_only and path and _is_refused(error)):
                    raise
                _refuse_unfinished(path)
                self._connection.close()
                self._connection = self._connect("mode=ro&immutable=1")
                self._prepare(read_only)
        except _FAILURES as error:
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
            except _FAILURES as error:
                raise _failure(self._path, "failed", error) from error

    def each(self, sql: str) -> Iterator[Row]:
        """Run a statement and return one row after the other; others wait until all are taken."""
        with self._lock, self._errors():
            yield from self._connection.execute(sql)

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
        except _FAILURES as error:
            raise _failure(self._path, "failed", error) from error


def _is_refused(error: Exception) -> bool:
    """Return whether a file lies where this process may only read.

    There SQLite cannot make the files beside it by which readers and writers come to terms, and has to be told that it
    needs none.
    """
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))


def _refuse_unfinished(path: Path) -> None:
    """Refuse a file beside which a log was left: it is part of the data, and only who may write can take it in."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise StoreError(
            f"the archive {path} may only be read here, and who wrote to it last was interrupted: whoever may write to "
            "it has to call a command that writes, as 'legalkg ingest' with any file"
        )


_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
"""Names of SQLite's errors, and how those begin that say more (https://sqlite.org/rescode.html)."""
_NO_TEXT = "Could not decode to UTF-8"
"""How Python's own error begins where a text is none any more; it bears no name."""
_LONGEST = 300
"""Characters of what SQLite says: of a damaged schema it gives the whole."""
_REMEDY = "it is damaged: put back a copy of it, or ingest the documents into a new store; 'legalkg doctor' says more"


def _failure(path: Path | None, what: str, error: Exception) -> StoreError:
    archive = f"the archive {path or 'in memory'}"
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(_NO_TEXT):
        return ArchiveDamaged(f"{archive} holds a text that is none; {_REMEDY}")
    failure = disk_failure(f"{archive} {what}", error)
    if getattr(error, "sqlite_errorname", "").startswith(_DAMAGE):
        return ArchiveDamaged(f"{shorten(str(failure), _LONGEST)}; {_REMEDY}")
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
