"""The one object that the command line and the API use: documents, their texts, citations, chains and search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar, Unpack

from legalkg.extractors.model import Extraction, SourceText
from legalkg.kg.archive.changes import History
from legalkg.kg.archive.copies import Copy
from legalkg.kg.archive.files import Origin
from legalkg.kg.catalogue.citations import Citations
from legalkg.kg.catalogue.conflicts import Conflicts
from legalkg.kg.chains.citing import citing_list
from legalkg.kg.chains.effects import Effects
from legalkg.kg.chains.query import WHOLE_CHAIN, ChainQuery
from legalkg.kg.chains.steps import Chains
from legalkg.kg.errors import LegalkgError, StoreError, UnknownDocument, WrongUsage
from legalkg.kg.identity.known_documents import KnownDocuments, bundled_known_documents
from legalkg.kg.location import Location
from legalkg.kg.model import Chain, CitationView, CitingList, Conflict, Direction, Document, Force, Places, Step
from legalkg.kg.open_parts import Parts, open_parts, parts_in_memory
from legalkg.kg.rdf.provisions import provision_path
from legalkg.kg.rdf.vocabulary import ACTS, CITES, RELATIONS
from legalkg.kg.review import Review
from legalkg.kg.search.filters import Filter, Wanted, Where
from legalkg.kg.search.fulltext import Search, SearchHit
from legalkg.kg.store import GraphStore
from legalkg.kg.store.query_check import MOST_NESTED
from legalkg.kg.store.sparql import QueryResult, run_query
from legalkg.kg.upkeep import Upkeep

if TYPE_CHECKING:
    from legalkg.kg.ingest.ingester import Ingester, IngestOptions
    from legalkg.kg.ingest.report import IngestReport, OnProgress


_T = TypeVar("_T")


class Collection:
    """A collection of documents: the archive of texts and the graph made of them.

    May be shared between threads. Made by :meth:`open` or :meth:`in_memory`; close it or use it in ``with``.

    Attributes:
        parts: What it is made of, for whoever needs more than it offers.
    """

    def __init__(self, parts: Parts, *, read_only: bool = False) -> None:
        self.parts = parts
        self._tables = parts.tables
        self._finder = parts.finder
        self._read_only = read_only
        self._seen = parts.tables.database.version()
        self._effects = Effects(parts.tables)
        self._citations = Citations(parts.tables)
        self._search = Search(parts.tables.database, parts.index, parts.finder)

    @classmethod
    def open(
        cls,
        path: Location | Path | str,
        *,
        read_only: bool = False,
        known_documents: KnownDocuments | None = None,
        reconcile: bool = True,
        on_progress: OnProgress = lambda _: None,
    ) -> Collection:
        """Open a collection.

        Args:
            path: Its folder, or a location with its graph elsewhere; made if missing, unless ``read_only``. A graph
                that is missing is made from the archive.
            read_only: Needs no lock, so another process may write.
            known_documents: Documents known though not held; those that ship with the project if None.
            reconcile: Whether to finish what was interrupted, and to make the graph again where it is not in step with
                the archive. Who does without calls ``ingester().rebuild()``.
            on_progress: Is told how far that is; it may take as long as what was interrupted.

        Raises:
            StoreError: It is missing (only if ``read_only``), damaged, or another process writes to it.
        """
        location = path if isinstance(path, Location) else Location(Path(path))
        parts = open_parts(location, known_documents or bundled_known_documents(), read_only=read_only)
        collection = cls(parts, read_only=read_only)
        if reconcile and not read_only:
            try:
                collection._finish_ingest(on_progress)
            except BaseException:
                parts.close()
                raise
        return collection

    @classmethod
    def in_memory(cls, *, known_documents: KnownDocuments | None = None) -> Collection:
        """Make an empty collection that is gone when closed; for ``known_documents`` see :meth:`open`."""
        collection = cls(parts_in_memory(known_documents or bundled_known_documents()))
        collection._finish_ingest(lambda _: None)
        return collection

    def close(self) -> None:
        """Take into the full-text index what it still lacks, and close files.

        Raises:
            StoreError: The disk fails; the next that opens the collection to write takes it in.
        """
        try:
            if not self._read_only:
                self.parts.index.update()
        finally:
            self.parts.close()

    def __enter__(self) -> Collection:
        """Use the collection in ``with``."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, at once where something failed."""
        if kind is None:
            self.close()
        else:
            self.parts.close()

    # --- the way in ---

    def ingest(
        self,
        paths: Iterable[Path | str],
        options: IngestOptions | None = None,
        on_progress: OnProgress = lambda _: None,
    ) -> IngestReport:
        """Read files, folders, archives of files and datasets into the collection.

        What has not changed is left alone, what has changed replaces what it said before; a bad document is reported
        and the rest goes on.

        Args:
            paths: Files and folders.
            options: How; see :class:`legalkg.kg.ingest.ingester.IngestOptions`.
            on_progress: Is told how far it is.

        Raises:
            StoreError: The collection is read-only, or the disk fails.
        """
        from legalkg.kg.ingest.ingester import IngestOptions

        options = options or IngestOptions()
        return self.ingester(dry_run=options.dry_run).run(paths, options, on_progress)

    def ingester(self, *, dry_run: bool = False) -> Ingester:
        """Return the way in, for callers that bring texts and extractions rather than files.

        Args:
            dry_run: Nothing will be written, so it may be had of a collection that is read-only.
        """
        from legalkg.kg.ingest.ingester import Ingester

        if self._read_only and not dry_run:
            raise StoreError("the collection is read-only")
        return Ingester(self.parts)

    def history(self) -> History:
        """Return the runs that read documents, and what changed from one to another."""
        return History(self._tables.database, self._tables.runs)

    # --- documents ---

    def documents(self, *, limit: int | None = 50, offset: int = 0, **wanted: Unpack[Wanted]) -> tuple[Document, ...]:
        """List documents, the latest first, those without a date last.

        Args:
            limit: Greatest number; None for all.
            offset: How many to leave out from the start.
            wanted: ``type``, ``issuer``, ``place``, ``held``, ``year``, ``since``, ``until``, ``words``: see
                :class:`legalkg.kg.search.filters.Wanted`.

        Raises:
            LegalkgError: A date of the filter does not exist.
        """
        return self._finder.list(Filter(**wanted), limit, offset)

    def count(self, **wanted: Unpack[Wanted]) -> int:
        """Count what :meth:`documents` would list without a limit."""
        return self._finder.count(Filter(**wanted))

    def document(self, ref: str) -> Document:
        """Return the document with this IRI or slug id.

        Raises:
            UnknownDocument: There is none.
        """
        found = self._finder.by_id(ref)
        if found is None:
            raise UnknownDocument(ref)
        return found

    def find(self, ref: str) -> Document:
        """Return the one document that an IRI, a slug id, a number or a name means.

        Blanks, diacritics and case do not matter in a number; the type word may stand before it.

        Raises:
            UnknownDocument: There is none; ``suggestions`` holds the nearest.
            AmbiguousDocument: There are several; ``candidates`` holds them.
        """
        return self._finder.find(ref)

    def text(self, document: Document) -> SourceText:
        """Return the text of a held document, as read.

        Raises:
            UnknownDocument: Its text is not held.
        """
        return self._held(document, self._tables.archive.source)

    def extraction(self, document: Document) -> Extraction:
        """Return what was found in the text of a held document.

        Raises:
            UnknownDocument: Its text is not held.
        """
        return self._held(document, self._tables.archive.extraction)

    def citations(self, document: Document, to: Document | None = None) -> tuple[CitationView, ...]:
        """Return the citations in a document, in the order of its text; none if its text is not held.

        Args:
            document: The document.
            to: Only those resolved to this document, under any of its identities.
        """
        return tuple(self._citations.of(document, to and self.canonical(to)))

    def places(self, steps: Iterable[Step]) -> Places:
        """Return where the quotes of some steps name what is acted on; each text is read once."""
        return self._citations.places(steps)

    def canonical(self, document: Document) -> Document:
        """Return the fullest identity of a document that is known under several."""
        return self._tables.catalogue.describe(self._tables.same_as.canonical(document.iri))

    def cited_by(self, document: Document, limit: int | None = None, offset: int = 0) -> tuple[Document, ...]:
        """Return the held documents that cite a document under any of its identities, the latest first.

        Args:
            document: The document that is cited.
            limit: Greatest number; None for all.
            offset: How many to leave out from the start.
        """
        return self._tables.citing.cited_by(self._members(document), limit, offset)

    def count_cited_by(self, document: Document) -> int:
        """Count what :meth:`cited_by` would give without a limit."""
        return self._tables.citing.count_cited_by(self._members(document))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the facts on which those who state them disagree."""
        return Conflicts(self._tables).all()

    def review(self) -> Review:
        """Return the corrections by people, to list them and, unless it is read-only, to make them."""
        return Review(self.parts, self.ingester)

    def upkeep(self) -> Upkeep:
        """Return what takes documents out and, until they are dropped for good, brings them back."""
        return Upkeep(self.parts, self.ingester)

    def origin(self, document: Document) -> Origin | None:
        """Return where the text of a document comes from; None if it is not held."""
        return self._tables.files.origin(document.iri)

    def copies(self, document: Document) -> tuple[Copy, ...]:
        """Return the files that hold a document, the one that counts first, each with the reason."""
        return self._tables.copies.of(document.iri)

    # --- the graph ---

    def chain(self, document: Document, query: ChainQuery = WHOLE_CHAIN) -> Chain:
        """Return what a document rests on ('up') or what carries it out ('down'), with the words for every step.

        Args:
            document: Where to start.
            query: How far, which relations, to where; everything that it rests on by default.
        """
        return self._chains().chain(document.iri, query)

    def force(self, document: Document, as_of: date | None = None) -> Force:
        """Return whether a document is in force on a day (today if None), and which documents say so."""
        return self._chains().force(document.iri, as_of or date.today())

    def effective(self, document: Document) -> str | None:
        """Return the first day of a document's effect, as its text or the register says."""
        return self._effects.day(document)

    def steps(self, document: Document | None = None, direction: Direction = "up") -> tuple[Step, ...]:
        """Return single steps of every relation but plain citations; of these see :meth:`citing`.

        Args:
            document: Those from it ('up': where it acts on others; 'down': where others act on it); None for all.
            direction: Of the steps from ``document``.
        """
        if document is None:
            return tuple(self._chains().all_steps())
        return tuple(self._chains().steps(self._tables.same_as.canonical(document.iri), direction, ACTS))

    def citing(
        self,
        document: Document,
        *,
        relation: str | None = None,
        provision: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> CitingList:
        """Return the held documents that cite one, with a relation or without, the latest first.

        Args:
            document: The one that is cited.
            relation: Only who does this to it; 'cites' and None take all.
            provision: Only who cites this provision of it, or a part: 'dieu_5', 'khoản 2 Điều 5'.
            limit: Greatest number; None for all.
            offset: How many of the latest to leave out.

        Raises:
            WrongUsage: There is no such relation, or the provision cannot be read.
        """
        if relation is not None and relation not in RELATIONS:
            raise WrongUsage(f"unknown relation {relation!r}: choose one of {', '.join(RELATIONS)}")
        path = provision_path(provision) if provision else None
        wanted = frozenset(RELATIONS) if relation in (None, CITES) else frozenset({str(relation)})
        iri = self._tables.same_as.canonical(document.iri)
        return citing_list(iri, self._chains().stated_of(iri, wanted), path, limit, offset)

    def search(self, words: str, limit: int = 20, offset: int = 0, **where: Unpack[Where]) -> tuple[SearchHit, ...]:
        """Search titles and texts of held documents, with diacritics or without; best first.

        Args:
            words: All must occur; in quotation marks a phrase. Without any the documents are listed, the latest first.
            limit: Greatest number of hits.
            offset: How many of the best to leave out.
            where: ``type``, ``issuer``, ``place``, ``year``, ``since``, ``until``: see
                :class:`legalkg.kg.search.filters.Where`.

        Raises:
            LegalkgError: A date of the filter does not exist, the last lies before the first, or the type is unknown.
        """
        self._finder.require_type(where.get("type"))
        if not self._read_only:
            self.parts.index.update()
        return self._search.find(words, Filter(**where), limit, offset)

    def count_hits(self, words: str, **where: Unpack[Where]) -> int:
        """Count what :meth:`search` would give without a limit."""
        return self._search.count(words, Filter(**where))

    def query(self, sparql: str, *, nesting: int = MOST_NESTED) -> QueryResult:
        """Run a SPARQL query that reads, over the union of all graphs; see :func:`legalkg.kg.store.sparql.run_query`.

        It cannot be cancelled once it runs; who serves strangers runs it in a process that can be ended.

        Args:
            sparql: The query.
            nesting: Greatest number of brackets within brackets.

        Raises:
            QueryError: It is wrong, changes something, may ask another server, or asks a graph that is not there.
        """
        return run_query(self._graph(), sparql, nesting)

    def check(self) -> dict[str, str | None]:
        """Return what is wrong with each part that answers are made from, None where it works."""
        return {
            "archive": _failure(self.count),
            "graph": _failure(lambda: next(self._graph().match(), None)),
            "search": _failure(partial(self.search, "a", 1)),
        }

    @property
    def store(self) -> GraphStore:
        """The graph itself, for export."""
        return self._graph()

    # --- inside ---

    def _graph(self) -> GraphStore:
        """Return the store, opened again if another process has written since."""
        store = self.parts.store
        if self._read_only and (now := self._tables.database.version()) != self._seen:
            store.refresh()
            self._seen = now
        return store

    def _chains(self) -> Chains:
        return Chains(self._graph(), self._tables, self._effects)

    def _members(self, document: Document) -> tuple[str, ...]:
        return self._tables.same_as.members(self._tables.same_as.canonical(document.iri))

    def _held(self, document: Document, look: Callable[[str], _T | None]) -> _T:
        if (held := look(document.iri)) is None:
            raise UnknownDocument(document.id)
        return held

    def _finish_ingest(self, on_progress: OnProgress) -> None:
        self.parts.projection.reconcile()
        self.ingester().finish(on_progress)


def _failure(look: Callable[[], object]) -> str | None:
    try:
        look()
    except LegalkgError as error:
        return str(error)
    return None


def open_collection(path: Path | str, *, read_only: bool = True) -> Collection:
    """Open a collection to ask it, or to write to it if ``read_only`` is False; see :meth:`Collection.open`."""
    return Collection.open(path, read_only=read_only)
