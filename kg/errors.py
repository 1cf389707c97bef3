"""Errors with one message for people; the command line and the API print the message and nothing else."""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legalkg.kg.model import Document


_FULL = re.compile("no space left|disk is full|quota exceeded", re.IGNORECASE)


class LegalkgError(Exception):
    """Base of all errors that are somebody's mistake or bad luck, not a defect of the program."""


class WrongUsage(LegalkgError):  # noqa: N818
    """What was given cannot be meant: a date that does not exist, a setting out of its range."""


class StoreError(LegalkgError):
    """The store is missing, locked by another process, damaged or read-only."""


class StoreInUse(StoreError):  # noqa: N818
    """Another process writes to the store.

    Attributes:
        folder: The folder of the store.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"the store in {folder} is in use by another process that writes to it")


class ArchiveDamaged(StoreError):  # noqa: N818
    """The archive is no database any more, or its pages do not agree with one another."""


class DiskFull(StoreError):  # noqa: N818
    """There is no room for what is to be stored; nothing that was stored is lost."""


def disk_failure(what: str, error: BaseException) -> StoreError:
    """Return the failure of a library that reads or writes files: :class:`DiskFull` where there is no room.

    Args:
        what: What failed: 'the archive /a/archive.sqlite failed'.
        error: What the library raised. SQLite and the system have names and numbers for a full disk, others words.
    """
    said = f"{what}: {' '.join(str(error).split())}"
    name, number = getattr(error, "sqlite_errorname", ""), getattr(error, "errno", None)
    if name == "SQLITE_FULL" or number in (errno.ENOSPC, errno.EDQUOT) or _FULL.search(said):
        return DiskFull(f"{said}; the disk is full: nothing that was stored is lost, make room and do it again")
    return StoreError(said)


class QueryError(LegalkgError):
    """A SPARQL query that is wrong or not allowed."""


class UnknownDocument(LegalkgError):  # noqa: N818
    """No document answers to this reference.

    Attributes:
        suggestions: The nearest documents, best first.
    """

    def __init__(self, reference: str, suggestions: Sequence[Document] = ()) -> None:
        self.reference = reference
        self.suggestions = tuple(suggestions)
        nearest = "; ".join(f"{d.label} ({d.id})" for d in self.suggestions)
        super().__init__(f"no document {reference!r}" + (f"; the nearest are: {nearest}" if nearest else ""))


class AmbiguousDocument(LegalkgError):  # noqa: N818
    """Several documents answer to this reference.

    Attributes:
        candidates: The documents, each to be named by its id.
    """

    def __init__(self, reference: str, candidates: Sequence[Document]) -> None:
        self.reference = reference
        self.candidates = tuple(candidates)
        lines = (f"{d.id} ({', '.join(x for x in (d.label, d.date, d.issuer) if x)})" for d in self.candidates)
        super().__init__(f"{reference!r} names several documents, give one of these ids: {'; '.join(lines)}")
