"""Taking documents out of a collection, bringing them back, and giving back their room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.reading.errors import written_name
from legalkg.extractors.reading.inputs import file_of
from legalkg.kg.archive.files import KnownFile
from legalkg.kg.archive.removals import Removal
from legalkg.kg.errors import LegalkgError
from legalkg.kg.ingest.keeper import Keeper
from legalkg.kg.ingest.presence import exists
from legalkg.kg.model import Document
from legalkg.kg.open_parts import Parts

if TYPE_CHECKING:
    from legalkg.kg.ingest.ingester import Ingester


class Removed(BaseModel):
    """What was taken out."""

    model_config = ConfigDict(frozen=True)

    removal: Removal
    documents: tuple[Document, ...]
    on_disk: tuple[str, ...] = Field(description="Files that are there still: the next ingest takes them in again.")
    corrections: tuple[int, ...] = Field(description="Numbers of the corrections about them, which are kept.")


class BroughtBack(BaseModel):
    """What was put back."""

    model_config = ConfigDict(frozen=True)

    removal: Removal
    paths: tuple[str, ...]
    newer: tuple[str, ...] = Field(description="Files that were read again since, and stay as they are.")


class Compacted(BaseModel):
    """What was dropped for good."""

    model_config = ConfigDict(frozen=True)

    files: int
    before: int = Field(description="Bytes that the archive took.")
    after: int = Field(description="Bytes that it takes now.")


class Upkeep:
    """Takes documents out, brings them back, drops them for good."""

    def __init__(self, parts: Parts, ingester: Callable[[], Ingester]) -> None:
        """Prepare.

        Args:
            parts: Of the collection.
            ingester: Gives what writes to catalogue and graph; raises an error where the collection is read only.
        """
        self._tables = parts.tables
        self._finder = parts.finder
        self._index = parts.index
        self._keeper = Keeper(parts.tables)
        self._projection = parts.projection
        self._ingester = ingester

    def remove(self, what: str) -> Removed:
        """Take a document out of archive, graph and index; it can be brought back until :meth:`compact`.

        What is damaged in the archive can be taken out by its path, though nothing can be made of it any more.

        Args:
            what: The path of a file, of an archive of files, a dataset or a folder with all that was read from it; or
                a document by number, name, id or IRI, with all its copies.

        Raises:
            UnknownDocument: There is no such path and no such document.
            LegalkgError: The document is only cited.
        """
        self._ingester()
        known = self._read_from(what) or self._of_document(what)
        iris = sorted({file.iri for file in known})
        documents = tuple(map(self._tables.catalogue.describe, iris))
        corrections = tuple(correction.id for correction in self._tables.corrections.about(iris))
        removal = self._keeper.take_out([file.path for file in known], written_name(what))
        self._finish()
        on_disk = tuple(path for path in removal.paths if exists(file_of(path)))
        return Removed(removal=removal, documents=documents, on_disk=on_disk, corrections=corrections)

    def bring_back(self, number: int) -> BroughtBack:
        """Put back what was taken out.

        Raises:
            LegalkgError: There is nothing under this number.
        """
        ingester = self._ingester()
        if number not in {removal.number for removal in self.removals()}:
            raise LegalkgError(f"there is no removal {number}: it was undone, or dropped by 'legalkg compact'")
        removal, paths = self._keeper.bring_back(number)
        ingester.finish()
        newer = tuple(path for path in removal.paths if path not in set(paths))
        return BroughtBack(removal=removal, paths=paths, newer=newer)

    def removals(self) -> tuple[Removal, ...]:
        """Return what can be brought back, the oldest first."""
        return self._tables.removals.all()

    def compact(self) -> Compacted:
        """Drop for good what was taken out, and give back its room.

        Raises:
            StoreError: The disk fails: as much room is needed as the archive takes.
        """
        self._ingester()
        database = self._tables.database
        before = _size(database.path)
        files = self._tables.removals.drop()
        database.compact()
        return Compacted(files=files, before=before, after=_size(database.path))

    def _finish(self) -> None:
        self._projection.reconcile()
        self._ingester().finish()

    def _read_from(self, path: str) -> tuple[KnownFile, ...]:
        return tuple(self._tables.files.under(written_name(Path(path).absolute()).rstrip("/")))

    def _of_document(self, what: str) -> tuple[KnownFile, ...]:
        self._finish()  # what was interrupted: else the document may not be known yet
        files = self._tables.files
        document = self._finder.find(what)
        canonical = self._tables.same_as.canonical(document.iri)
        known = tuple(file for iri in self._tables.same_as.members(canonical) for file in files.of_document(iri))
        if not known:
            raise LegalkgError(f"{document.label} ({document.id}) is only cited: there is nothing to take out")
        return known


def _size(file: Path | None) -> int:
    return file.stat().st_size if file else 0
