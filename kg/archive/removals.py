"""Documents that were taken out: kept as they stood, to be brought back, until they are dropped for good."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from legalkg.kg.archive.copies import Copies
from legalkg.kg.archive.documents import Archive
from legalkg.kg.archive.files import Files
from legalkg.kg.archive.texts import COLUMNS
from legalkg.kg.database import Database
from legalkg.kg.dates import now

_SOURCE = f"path, {COLUMNS}"
_EXTRACTION = "run, extractor, iri, json, stamp, characters, provisions, cited, facts"


class Removal(BaseModel):
    """Files that were taken out together."""

    model_config = ConfigDict(frozen=True)

    number: int
    at: str = Field(description="When, in UTC.")
    asked: str = Field(description="What was asked for: a document, a path, or what was gone.")
    paths: tuple[str, ...]
    iris: tuple[str, ...] = Field(description="The documents that they hold.")


class Removals:
    """Reads and writes the tables of what was taken out; whoever writes marks what has to be made again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._archive = Archive(database)
        self._files = Files(database)
        self._copies = Copies(database)

    def take_out(self, paths: Sequence[str], asked: str, run: int = 0) -> Removal:
        """Take files out of the archive.

        Args:
            paths: The files, which must be held.
            asked: What somebody asked for.
            run: The run that does it, for the history; 0 for none.
        """
        with self._database.transaction():
            row = self._database.fetch_one(
                "INSERT INTO removals (at, asked) VALUES (?, ?) RETURNING id", (now(), asked)
            )
            number = int(row[0]) if row else 0
            for path in paths:
                self._database.execute(
                    f"INSERT INTO removed (removal, {_SOURCE}, {_EXTRACTION}) "  # noqa: S608  (names of columns)
                    f"SELECT ?, {_SOURCE}, {_EXTRACTION} FROM sources JOIN extractions ON source = id WHERE path = ?",
                    (number, path),
                )
                self._archive.forget(path, run)
            return self._removal(number)

    def bring_back(self, number: int) -> tuple[Removal, tuple[str, ...]]:
        """Put back what was taken out; what was read again since stays as it is.

        Returns:
            What it was, and the paths that were put back.
        """
        with self._database.transaction():
            removal = self._removal(number)
            put_back = tuple(path for path in removal.paths if self._files.state(path) is None)
            for path in put_back:
                self._database.execute(
                    f"INSERT INTO sources ({_SOURCE}) SELECT {_SOURCE} FROM removed "  # noqa: S608
                    "WHERE removal = ? AND path = ?",
                    (number, path),
                )
                self._database.execute(
                    f"INSERT INTO extractions (source, {_EXTRACTION}) SELECT last_insert_rowid(), {_EXTRACTION} "  # noqa: S608
                    "FROM removed WHERE removal = ? AND path = ?",
                    (number, path),
                )
            for iri in removal.iris:
                self._copies.decide(iri)
            self._database.execute("DELETE FROM removals WHERE id = ?", (number,))
            return removal, put_back

    def all(self) -> tuple[Removal, ...]:
        """Return all that can be brought back, the oldest first."""
        rows = self._database.fetch_all("SELECT id FROM removals ORDER BY id")
        return tuple(self._removal(number) for (number,) in rows)

    def drop(self) -> int:
        """Drop for good what was taken out, and what it said before; gives how many files."""
        with self._database.transaction():
            row = self._database.fetch_one("SELECT count(*) FROM removed")
            self._database.execute(
                "DELETE FROM past_extractions WHERE path IN (SELECT path FROM removed) "
                "AND path NOT IN (SELECT path FROM sources)"
            )
            self._database.execute("DELETE FROM removals")
        return int(row[0]) if row else 0

    def _removal(self, number: int) -> Removal:
        ((at, asked),) = self._database.fetch_all("SELECT at, asked FROM removals WHERE id = ?", (number,))
        rows = self._database.fetch_all("SELECT path, iri FROM removed WHERE removal = ? ORDER BY path", (number,))
        return Removal(
            number=number,
            at=at,
            asked=asked,
            paths=tuple(str(path) for path, _ in rows),
            iris=tuple(sorted({str(iri) for _, iri in rows})),
        )
