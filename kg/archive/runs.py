"""Runs: each time documents are read into the archive, with what was asked for and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from legalkg.kg.database import Database, Row, damage_is_told
from legalkg.kg.dates import now

_COLUMNS = "id, started, ended, extractor, arguments, report"


@dataclass(frozen=True, slots=True)
class Run:
    """A run.

    Attributes:
        number: Its number, from 1.
        started: When, in UTC: '2026-01-31T12:00:00Z'.
        ended: When; None if it was interrupted, or goes on.
        extractor: Name and version of the extractor.
        arguments: What was asked for: paths, columns and options.
        report: What became of it; None if it was interrupted.
    """

    number: int
    started: str
    ended: str | None
    extractor: str
    arguments: Mapping[str, Any]
    report: Mapping[str, Any] | None


class Runs:
    """Reads and writes the table of runs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, extractor: str, arguments: Mapping[str, Any]) -> int:
        """Note that a run begins; gives its number."""
        row = self._database.fetch_one(
            "INSERT INTO runs (started, extractor, arguments) VALUES (?, ?, ?) RETURNING id",
            (now(), extractor, json.dumps(arguments)),  # in ASCII, for paths that are no UTF-8
        )
        return int(row[0]) if row else 0

    def end(self, number: int, report: str) -> None:
        """Note that a run has ended.

        Args:
            number: The run.
            report: What became of it, as JSON.
        """
        self._database.execute("UPDATE runs SET ended = ?, report = ? WHERE id = ?", (now(), report, number))

    def all(self) -> tuple[Run, ...]:
        """Return all runs, the first first."""
        return tuple(map(_run, self._database.fetch_all(f"SELECT {_COLUMNS} FROM runs ORDER BY id")))  # noqa: S608

    def get(self, number: int) -> Run | None:
        """Return a run."""
        row = self._database.fetch_one(f"SELECT {_COLUMNS} FROM runs WHERE id = ?", (number,))  # noqa: S608
        return _run(row) if row else None

    def broken_off(self) -> Run | None:
        """Return the last run if it has not ended."""
        row = self._database.fetch_one(f"SELECT {_COLUMNS} FROM runs ORDER BY id DESC LIMIT 1")  # noqa: S608
        last = _run(row) if row else None
        return last if last and last.ended is None else None


def _run(row: Row) -> Run:
    number, started, ended, extractor, arguments, report = row
    with damage_is_told(f"run {number}"):
        return Run(number, started, ended, extractor, json.loads(arguments), json.loads(report) if report else None)
