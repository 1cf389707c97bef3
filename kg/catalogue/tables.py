"""What reads and writes the tables of archive and catalogue, made once for each collection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legalkg.kg.archive.copies import Copies
from legalkg.kg.archive.corrections import Corrections
from legalkg.kg.archive.documents import Archive
from legalkg.kg.archive.files import Files
from legalkg.kg.archive.removals import Removals
from legalkg.kg.archive.runs import Runs
from legalkg.kg.catalogue.citing import Citing
from legalkg.kg.catalogue.dated import DatedCitations
from legalkg.kg.catalogue.documents import Catalogue
from legalkg.kg.catalogue.same_as import SameAs
from legalkg.kg.catalogue.unsettled import Unsettled
from legalkg.kg.catalogue.worklist import Worklist
from legalkg.kg.database import Database
from legalkg.kg.identity.known_documents import Candidate, KnownDocuments


@dataclass(frozen=True, slots=True)
class Tables:
    """Archive and catalogue of a collection, and the register that the catalogue is made with."""

    database: Database
    known_documents: KnownDocuments
    archive: Archive
    files: Files
    copies: Copies
    removals: Removals
    runs: Runs
    corrections: Corrections
    worklist: Worklist
    catalogue: Catalogue
    dated: DatedCitations
    citing: Citing
    unsettled: Unsettled
    same_as: SameAs

    def candidates(self, keys: Sequence[str]) -> Sequence[Candidate]:
        """Return every document that a citation with one of these keys may mean."""
        return (*self.catalogue.candidates(keys), *self.dated.candidates(keys))


def tables_of(database: Database, known_documents: KnownDocuments) -> Tables:
    """Compose what reads and writes the tables of a database."""
    corrections = Corrections(database)
    worklist = Worklist(database)
    catalogue = Catalogue(database, known_documents, worklist)
    return Tables(
        database=database,
        known_documents=known_documents,
        archive=Archive(database),
        files=Files(database),
        copies=Copies(database),
        removals=Removals(database),
        runs=Runs(database),
        corrections=corrections,
        worklist=worklist,
        catalogue=catalogue,
        dated=DatedCitations(database, worklist),
        citing=Citing(database),
        unsettled=Unsettled(database),
        same_as=SameAs(database, catalogue, corrections),
    )
