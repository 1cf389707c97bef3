"""From the archive to catalogue and graph: what is marked as changed is resolved and written, a batch at a time.

First all that is marked says what it is, then its citations are resolved, so the order of documents does not matter.
A batch is one transaction of the archive, and is over only when the graph has it on disk. Archive and graph count
their steps; a graph that is not in step, because one of the two was put back from a copy or lost what it had written,
is made again from the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from pyoxigraph import Literal, NamedNode, Quad

from legalkg.kg.archive.integrity import refuse_damaged
from legalkg.kg.catalogue.corrected import corrected_extraction, corrected_resolutions, correction_quads
from legalkg.kg.catalogue.schema import CLEARING, PROJECTED
from legalkg.kg.catalogue.tables import Tables
from legalkg.kg.errors import StoreError
from legalkg.kg.identity.keys import identify
from legalkg.kg.identity.resolve import facts_of_header, identify_source, resolve
from legalkg.kg.rdf.statements import facts_statements, statements
from legalkg.kg.rdf.vocabulary import REGISTER, REVIEW, ROOT, STATE, graph_of, is_document_graph, term
from legalkg.kg.store import GraphStore

BATCH = 500
"""Documents that are written at once: some 100,000 quads in memory, and the work that a crash costs."""
_ARCHIVE = ROOT + "archive/"
_LINKS = 5000
"""Documents and keys whose links are found again at once."""
FEW = 20
"""Up to so many new graphs are written as changes are; bulk loading pays above that."""

OnWritten = Callable[[int, int], None]
"""Is told how many documents are written, and how many there are to write."""


@dataclass(frozen=True, slots=True)
class _Step:
    """How far an archive is written: its own name, and the number of the last step."""

    archive: str
    number: int

    def quad(self) -> Quad:
        number = Literal(str(self.number), datatype=term("xsd:integer"))
        return Quad(NamedNode(_ARCHIVE + self.archive), term("kg:step"), number, STATE)


class Projection:
    """Keeps catalogue and graph of a collection as its archive is."""

    def __init__(self, tables: Tables, store: GraphStore) -> None:
        self._tables = tables
        self._database = tables.database
        self._known_documents = tables.known_documents
        self._archive = tables.archive
        self._corrections = tables.corrections
        self._worklist = tables.worklist
        self._catalogue = tables.catalogue
        self._dated = tables.dated
        self._same_as = tables.same_as
        self._store = store

    def reconcile(self) -> None:
        """Mark everything if the graph does not have all that the archive takes for written, or has more.

        Raises:
            StoreError: The graph was made from another archive, or cannot be made again from this one.
        """
        ours, theirs = self._step(), self._store_step()
        if (ours and ours.number == CLEARING) or (theirs is None and next(self._store.graphs(), None) is None):
            self.mark_all()
        elif ours is None or theirs is None or theirs.archive != ours.archive:
            raise StoreError(
                "the graph was made from another archive than the one beside it; "
                "'legalkg rebuild' makes it again from this one"
            )
        elif not (theirs.number == ours.number or (theirs.number == ours.number + 1 and not self._worklist.is_empty())):
            # One step ahead it is when the process ended between the two: then its documents are marked still.
            self.refuse_to_empty()
            self.mark_all()

    def refuse_to_empty(self) -> None:
        """Refuse to make the graph again from an archive that holds nothing, where it says something of documents.

        Raises:
            StoreError: So it is.
        """
        holds = self._database.fetch_one("SELECT 1 FROM extractions LIMIT 1")
        if not holds and any(is_document_graph(graph.value) for graph in self._store.graphs()):
            raise StoreError(
                "the archive holds no document, but the graph does: making it again would empty it; put back a copy of "
                "the archive, or begin anew in another folder"
            )

    def is_in_step(self) -> bool:
        """Return whether the graph has all that the archive takes for written, and nothing else."""
        ours, theirs = self._step(), self._store_step()
        return ours is not None and ours == theirs

    def mark_all(self) -> None:
        """Throw away catalogue and graph; :meth:`run` makes them again.

        Raises:
            ArchiveDamaged: It could not, for something in the archive is damaged; nothing is thrown away.
        """
        refuse_damaged(self._database)
        archive = (self._step() or _Step(uuid4().hex, 0)).archive
        with self._database.transaction():
            for table in PROJECTED:
                self._database.execute(f"DELETE FROM {table}")  # noqa: S608
            self._worklist.mark_all_graphs()
            self._worklist.mark_links([REVIEW.value])
            self._set_step(_Step(archive, CLEARING))
        # A store is not emptied at one stroke: until it is, the archive says that it has to be.
        self._store.clear()
        with self._database.transaction():
            self._end_step()

    def run(self, progress: OnWritten | None = None) -> Counter[str]:
        """Write all that is marked as changed; may be interrupted at any time and called again.

        Args:
            progress: Is told after each batch how far it is.

        Returns:
            How many cited documents, of the documents that were written, were resolved to what.
        """
        outcomes: Counter[str] = Counter()
        if self._worklist.is_empty():
            return outcomes
        self._announce_all()
        total, done = self._worklist.count_graphs(), 0
        while not self._worklist.is_empty():
            with self._database.transaction():
                batch = self._worklist.graphs(BATCH)
                outcomes += self._write(batch)
                if len(batch) < BATCH:  # all is written
                    self._relink(self._worklist.links(_LINKS))
                self._end_step()
            done += len(batch)
            if progress and total:
                progress(done, total)
        return outcomes

    # --- what documents are ---

    def _announce_all(self) -> None:
        """Say what each marked document is, and what it cites with a day, before anything is resolved.

        This may mark more documents.
        """
        last = ""
        while batch := self._worklist.graphs(BATCH, last):
            with self._database.transaction():
                for iri in batch:
                    self._announce(iri)
            last = batch[-1]

    def _announce(self, iri: str) -> None:
        header, cited = self._archive.header_and_cited(iri)
        self._dated.set(iri, header, cited)
        if header is None:
            self._catalogue.set_own(iri, None)
        else:
            facts = facts_of_header(header)
            self._catalogue.set_own(iri, facts, identify(facts, local="-").keys, header.effective)

    # --- what they cite ---

    def _write(self, batch: Sequence[str]) -> Counter[str]:
        """Resolve the citations of some documents and write their graphs."""
        outcomes: Counter[str] = Counter()
        new = [iri for iri in batch if not self._is_written(iri)]
        graphs = {iri: self._graph(iri, outcomes) for iri in batch}
        if len(new) > FEW:
            # A load that was interrupted is done again before anything else comes in, so it leaves nothing behind.
            self._store.load(quad for iri in new for quad in graphs.pop(iri))
        self._store.replace_graphs({graph_of(iri): quads for iri, quads in graphs.items()})
        self._mark_written(batch)
        self._worklist.end_graphs(batch)
        return outcomes

    def _graph(self, iri: str, outcomes: Counter[str]) -> Sequence[Quad]:
        """Resolve the citations of a document and give its graph; none if it is held no more."""
        held = self._archive.held(iri)
        if held is None:
            self._catalogue.set_resolutions(iri, None, ())
            return ()
        own = identify_source(held.extraction.header, held.sha256)
        resolutions = resolve(held.extraction, own, self._tables.candidates)
        corrections = self._corrections.of(iri, held.sha256)
        known = {c.target for c in corrections if c.target and self._catalogue.is_known(c.target)}
        resolutions = corrected_resolutions(held, resolutions, corrections, known)
        outcomes.update(resolution.outcome for resolution in resolutions)
        self._catalogue.set_resolutions(iri, facts_of_header(held.extraction.header).date, resolutions)
        return statements(held.source, corrected_extraction(held, corrections), iri, resolutions, held.sha256)

    def _is_written(self, iri: str) -> bool:
        return self._database.fetch_one("SELECT 1 FROM graphs WHERE iri = ?", (iri,)) is not None

    def _mark_written(self, batch: Sequence[str]) -> None:
        for iri in batch:
            if self._catalogue.is_held(iri):
                self._database.execute("INSERT OR IGNORE INTO graphs VALUES (?)", (iri,))
            else:
                self._database.execute("DELETE FROM graphs WHERE iri = ?", (iri,))

    # --- which are one, and what the register and people say ---

    def _relink(self, batch: Sequence[str]) -> None:
        """Find again which documents are one, and write it."""
        changes = self._same_as.update(batch)
        self._store.change(changes.gone, changes.new)
        self._write_known([iri for iri in batch if self._known_documents.entry(iri)])
        if REVIEW.value in batch:
            self._store.replace_graphs({REVIEW: correction_quads(self._corrections.all())})
        self._worklist.end_links(batch)

    def _write_known(self, iris: Sequence[str]) -> None:
        """Write what the register says of some documents if they are cited, or were."""
        written = {iri for iri in iris if self._database.fetch_one("SELECT 1 FROM known WHERE iri = ?", (iri,))}
        cited = {iri for iri in iris if self._catalogue.document(iri)}
        self._database.execute_many("INSERT INTO known VALUES (?)", [(iri,) for iri in sorted(cited - written)])
        self._database.execute_many("DELETE FROM known WHERE iri = ?", [(iri,) for iri in sorted(written - cited)])
        if written - cited:  # what is said of it may be said of others, too: all is written again
            rows = self._database.fetch_all("SELECT iri FROM known ORDER BY iri")
            self._store.replace_graphs({REGISTER: self._known(iri for (iri,) in rows)})
        else:
            self._store.change((), self._known(cited - written))

    def _known(self, iris: Iterable[str]) -> list[Quad]:
        entries = (entry for iri in iris if (entry := self._known_documents.entry(iri)))
        return [
            Quad(*statement, REGISTER)
            for entry in entries
            for statement in facts_statements(entry.identity.iri, entry.facts)
        ]

    # --- how far this is ---

    def _step(self) -> _Step | None:
        row = self._database.fetch_one("SELECT archive, step FROM graph_state")
        return _Step(*row) if row else None

    def _set_step(self, step: _Step) -> None:
        self._database.execute("DELETE FROM graph_state")
        self._database.execute("INSERT INTO graph_state VALUES (?, ?)", (step.archive, step.number))

    def _store_step(self) -> _Step | None:
        for quad in self._store.match(None, term("kg:step"), None, STATE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                return _Step(quad.subject.value.removeprefix(_ARCHIVE), int(quad.object.value))
        return None

    def _end_step(self) -> None:
        """Write into the graph, and into the transaction, that one more step is done."""
        before = self._step() or _Step(uuid4().hex, 0)
        now = _Step(before.archive, before.number + 1)
        self._set_step(now)
        self._store.change(self._store.match(None, None, None, STATE), [now.quad()])
        self._store.flush()
