"""The full-text index: titles and texts of the held documents as tantivy has them, in a folder of its own.

It is a projection: archive and catalogue mark in one table, in the transaction that changes a document, that the
index does not have it yet, and :meth:`SearchIndex.update` takes in what is marked. Taking in a document again changes
nothing, so a process may end at any point. Index and archive count their steps; an index that is not in step, because
it is damaged or one of the two was put back from a copy, is made again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import tantivy

from legalkg.extractors.partial_dates import earliest, latest
from legalkg.extractors.registry.numbers import number_key
from legalkg.extractors.text import strip_marks
from legalkg.kg.archive.texts import source_of
from legalkg.kg.catalogue.worklist import Worklist
from legalkg.kg.database import Database
from legalkg.kg.errors import StoreError, disk_failure
from legalkg.kg.search.words import words_of

BATCH = 1000
"""Documents that are taken in at once: what a crash costs."""
_HEAP = 64_000_000
"""Bytes that are gathered before they are written."""
_VERSION = 2
"""Goes up when the same document would be indexed in another way."""
_DEEPEST = 10_000
"""So many documents are looked at for those that come first: deeper pages are empty."""
_STAMP = "stamp"
START = "^"
"""Stands before the first word of an issuer."""


def pair(one: str, other: str) -> str:
    """Return the term for two words that stand together: phrases are found by these; syllables are too frequent."""
    return f"{one}_{other}"


class SearchIndex:
    """Writes the index, and runs queries on it; may be shared between threads."""

    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("iri", stored=True, tokenizer_name="raw", index_option="basic")
        .add_text_field("stamp", stored=True, tokenizer_name="raw", index_option="basic")
        .add_text_field("number", tokenizer_name="raw", index_option="basic")
        .add_text_field("type", tokenizer_name="raw", index_option="basic")
        .add_text_field("issuer", tokenizer_name="whitespace")
        .add_text_field("place", tokenizer_name="whitespace")
        .add_text_field("title", tokenizer_name="whitespace")
        .add_text_field("body", tokenizer_name="whitespace", index_option="freq")
        .add_text_field("pairs", tokenizer_name="whitespace")
        .add_integer_field("first", fast=True)
        .add_integer_field("last", fast=True)
        .build()
    )
    """Of the date the first and the last day that it may mean, as 20240131."""

    def __init__(self, database: Database, worklist: Worklist, folder: Path | None, *, read_only: bool = False) -> None:
        """Open or make the index.

        Args:
            database: Archive and catalogue.
            worklist: What has to be taken in.
            folder: Its folder; None for memory.
            read_only: Only read; whether it can be read is seen by the first search.

        Raises:
            StoreError: It cannot be made.
        """
        self._database = database
        self._worklist = worklist
        self._folder = folder
        self._read_only = read_only
        self._seen: int | None = None
        self._links: TemporaryDirectory[str] | None = None
        if not read_only:
            self._index = self._open()
            if _stamp_in(self._index.searcher()) not in self._expected():
                self.clear()

    def update(self, progress: Callable[[int, int], None] = lambda done, total: None) -> None:
        """Take in what is marked; may be interrupted at any time and called again.

        Args:
            progress: Is told how many documents are taken in, and how many there are to take in.

        Raises:
            StoreError: The disk fails.
        """
        total, done = self._worklist.count_words(), 0
        while self._worklist.words(1):
            with self._database.transaction():
                batch = self._worklist.words(BATCH)
                with self._writer() as writer:
                    for iri in batch:
                        writer.delete_documents_by_term("iri", iri)
                        if document := self._document(iri):
                            writer.add_document(document)
                self._worklist.end_words(batch)
                self._database.execute("UPDATE words_state SET step = step + 1")
            done += len(batch)
            progress(done, total)

    def clear(self) -> None:
        """Empty the index and mark all documents; :meth:`update` makes it again."""
        with self._database.transaction():
            self._database.execute("DELETE FROM words_state")
            self._database.execute("INSERT INTO words_state VALUES (?, -1)", (uuid4().hex,))
            self._worklist.mark_all_words()
        with self._writer() as writer:
            writer.delete_all_documents()
        self._database.execute("UPDATE words_state SET step = step + 1")

    def run(self, query: tantivy.Query, limit: int) -> list[tuple[str, float]]:
        """Return the IRIs of the documents that answer a query, and their scores.

        Args:
            query: On the fields of :attr:`schema`.
            limit: Greatest number; nobody gets more than the first 10,000.

        Returns:
            The best first, of equal ones by IRI. Which of equal ones come within the limit is always the same, too.
        """
        searcher = self._searcher()
        with self._errors():
            limit = wide = min(limit, _DEEPEST)
            hits = searcher.search(query, wide + 1, count=False).hits
            while len(hits) > wide and hits[-1][0] == hits[limit - 1][0] and wide < _DEEPEST:
                wide *= 2
                hits = searcher.search(query, wide + 1, count=False).hits
            found = [(str(searcher.doc(address).get_first("iri")), float(score)) for score, address in hits]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def count(self, query: tantivy.Query) -> int:
        """Count the documents that answer a query."""
        searcher = self._searcher()
        with self._errors():
            found: Any = searcher.search(query, 1, count=True)
            return int(found.count)

    def is_in_step(self) -> bool:
        """Return whether the index has all that the archive takes for taken in.

        Raises:
            StoreError: It cannot be read.
        """
        searcher = self._searcher()
        with self._errors():
            return _stamp_in(searcher) in self._expected()

    # --- what a document says ---

    def _document(self, iri: str) -> tantivy.Document | None:
        row = self._database.fetch_one(
            "SELECT type, number, date, issuer, title, name, place, file FROM documents WHERE iri = ? AND held", (iri,)
        )
        source = source_of(self._database, iri)
        if row is None or source is None:
            return None
        kind, number, date, issuer, title, name, place, file = row
        names = words_of(" ".join(part for part in (kind, number, issuer, title, name, file) if part))
        document = tantivy.Document()
        for field, value in (("iri", iri), ("type", strip_marks(kind or "")), ("number", number_key(number or ""))):
            document.add_text(field, value)
        document.add_text("issuer", " ".join([START, *words_of(issuer or "")]))
        document.add_text("place", " ".join(words_of(place or "")))
        document.add_text("title", " ".join(names))
        for words in (names, words_of(source.text)):
            document.add_text("body", " ".join(words))
            document.add_text("pairs", " ".join(pair(*two) for two in pairwise(words)))
        if date:
            document.add_integer("first", as_number(earliest(date)))
            document.add_integer("last", as_number(latest(date)))
        return document

    # --- opening, and keeping in step ---

    def _open(self) -> tantivy.Index:
        if self._folder is None:
            return tantivy.Index(self.schema)
        with self._errors():
            self._folder.mkdir(exist_ok=True)
        try:
            return tantivy.Index(self.schema, str(self._folder))
        except (ValueError, OSError):  # damaged, or of another version
            with self._errors():
                shutil.rmtree(self._folder)
                self._folder.mkdir()
                return tantivy.Index(self.schema, str(self._folder))

    def _open_to_read(self) -> tantivy.Index:
        try:
            return tantivy.Index.open(str(self._readable_folder()))
        except (ValueError, OSError) as error:
            raise StoreError(
                f"the full-text index {self._folder} is missing or cannot be read: {error}; any command that writes "
                "makes it again, as 'legalkg ingest' with any file"
            ) from error

    def _readable_folder(self) -> Path | None:
        """Return the folder, or one of links to its files where tantivy cannot make the lock that it reads under."""
        if self._folder is None or os.access(self._folder, os.W_OK):
            return self._folder
        self._links = TemporaryDirectory(prefix="legalkg-")
        for file in self._folder.iterdir():
            if file.suffix != ".lock":
                Path(self._links.name, file.name).symlink_to(file.absolute())
        return Path(self._links.name)

    @contextmanager
    def _writer(self) -> Iterator[tantivy.IndexWriter]:
        """Write, and say in the same commit that the next step is done."""
        archive, step = self._database.fetch_all("SELECT archive, step FROM words_state")[0]
        with self._errors():
            writer = self._index.writer(_HEAP, 1)
            yield writer
            writer.delete_documents_by_term("iri", _STAMP)
            writer.add_document(tantivy.Document(iri=_STAMP, stamp=_stamp(archive, step + 1)))
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()

    def _expected(self) -> tuple[str, ...]:
        row = self._database.fetch_one("SELECT archive, step FROM words_state")
        if row is None:
            return ()
        # One step ahead it is when the process ended between the two: then its documents are marked still.
        steps = (row[1], row[1] + 1) if self._worklist.words(1) else (row[1],)
        return tuple(_stamp(row[0], step) for step in steps)

    def _searcher(self) -> tantivy.Searcher:
        if self._read_only and (now := self._database.version()) != self._seen:
            self._index = self._open_to_read()
            self._seen = now
        return self._index.searcher()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, OSError) as error:
            raise disk_failure(f"the full-text index {self._folder or 'in memory'} failed", error) from error


def as_number(day: str) -> int:
    """Return a day as the index has it: 2024-01-31 is 20240131."""
    return int(day.replace("-", ""))


def _stamp_in(searcher: tantivy.Searcher) -> str | None:
    hits: Sequence[Any] = searcher.search(tantivy.Query.term_query(SearchIndex.schema, "iri", _STAMP), 1).hits
    return str(searcher.doc(hits[0][1]).get_first("stamp")) if hits else None


def _stamp(archive: str, step: int) -> str:
    return f"{_VERSION} {archive} {step}"
