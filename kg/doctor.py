"""Whether a whole collection is sound: every page and cell of the archive, graph and index against it, room on disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from legalkg.kg.archive.integrity import broken_structure, iris, read_decisions, readings, readings_kept
from legalkg.kg.catalogue.integrity import read_catalogue
from legalkg.kg.database import Database
from legalkg.kg.errors import LegalkgError
from legalkg.kg.identity.known_documents import KnownDocuments
from legalkg.kg.location import ARCHIVE, GRAPH, WORDS, Location
from legalkg.kg.open_parts import Parts, open_parts
from legalkg.kg.output.quoting import counted
from legalkg.kg.rdf.vocabulary import document_of_graph, is_document_graph

_COPY = (
    f"put back a copy of {ARCHIVE} and call 'legalkg rebuild'; without a copy, ingest the documents into a new "
    "collection: corrections that 'legalkg review list' still shows have to be made there again"
)
_AGAIN = (
    "where a file is there still, 'legalkg remove PATH' and 'legalkg ingest PATH' read it again; else put back a copy "
    f"of {ARCHIVE} and call 'legalkg rebuild'"
)
_HISTORY = (
    "only 'legalkg diff' and 'legalkg remove --undo' miss it; 'legalkg compact' drops for good what was taken out, and "
    f"a copy of {ARCHIVE} that is put back has all of it"
)
_REBUILD = "call 'legalkg rebuild': it makes catalogue, graph and index again from the archive"
_SHOWN = 5
"""Damaged documents that are named."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a part of a collection.

    Attributes:
        part: 'disk', 'archive', 'documents', 'history', 'catalogue', 'graph' or 'search'; 'collection' where it
            cannot be opened.
        is_sound: Whether all is well.
        says: What is so, or what is wrong.
        advice: What to do; empty where all is well.
    """

    part: str
    is_sound: bool
    says: str
    advice: str = ""


def examine(location: Location, known_documents: KnownDocuments) -> Iterator[Finding]:
    """Return what is found of each part, one after the other; nothing is changed.

    Args:
        location: Where the collection is.
        known_documents: Documents known though not held.
    """
    yield _disk(location.folder)
    try:
        parts = open_parts(location, known_documents, read_only=True)
    except LegalkgError as error:
        yield Finding("collection", False, str(error), "do what the message says, then call 'legalkg doctor' again")
        return
    try:
        for part, look in (
            ("archive", partial(_archive, parts.tables.database)),
            ("documents", partial(_documents, parts.tables.database)),
            ("history", partial(_history, parts.tables.database)),
            ("catalogue", partial(_catalogue, parts.tables.database)),
            ("graph", partial(_graph, parts)),
            ("search", partial(_search, parts)),
        ):
            yield _looked_at(part, look)
    finally:
        parts.close()


def _looked_at(part: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except LegalkgError as error:
        return Finding(part, False, str(error), _REBUILD if part in ("catalogue", "graph", "search") else _COPY)


def _disk(folder: Path) -> Finding:
    """A rebuild needs room for graph and index a second time."""
    needed = sum(file.stat().st_size for name in (GRAPH, WORDS) for file in (folder / name).rglob("*.*"))
    at = next((place for place in (folder, *folder.absolute().parents) if place.exists()), Path("/"))
    free = shutil.disk_usage(at).free
    says = f"{free >> 20:,} MB free, {needed >> 20:,} MB needed to make graph and index again"
    return Finding("disk", free > needed, says, "" if free > needed else "make room before anything else is written")


def _archive(database: Database) -> Finding:
    if wrong := broken_structure(database, _SHOWN):
        return Finding("archive", False, " ".join("; ".join(wrong).split()), _COPY)
    read_decisions(database)
    return Finding("archive", True, "SQLite finds its pages, indexes and references whole")


def _documents(database: Database) -> Finding:
    count, damaged = _damaged(readings(database))
    if damaged:
        return Finding("documents", False, damaged, _AGAIN)
    return Finding("documents", True, f"{counted(count, 'text')} and what was found in each are as they were written")


def _history(database: Database) -> Finding:
    count, damaged = _damaged(readings_kept(database))
    if damaged:
        return Finding("history", False, damaged, _HISTORY)
    return Finding("history", True, f"{counted(count, 'earlier reading')}, as they were written")


def _catalogue(database: Database) -> Finding:
    read_catalogue(database)
    return Finding("catalogue", True, "all of it can be read")


def _damaged(readings: Iterable[tuple[str, bool]]) -> tuple[int, str]:
    """Return how many readings there are, and which are damaged; '' for none."""
    count, damaged = 0, list[str]()
    for path, is_whole in readings:
        count += 1
        damaged += [] if is_whole else [path]
    more = f" and {len(damaged) - _SHOWN:,} more" if len(damaged) > _SHOWN else ""
    return count, f"damaged: {', '.join(damaged[:_SHOWN])}{more}" if damaged else ""


def _graph(parts: Parts) -> Finding:
    """Compare the graph with the archive: how far it is, and which documents it has."""
    waiting = parts.tables.worklist.count_graphs()
    if not parts.projection.is_in_step():
        return Finding("graph", False, "it is not in step with the archive", _REBUILD)
    held = iris(parts.tables.database)
    graphs = {document_of_graph(graph.value) for graph in parts.store.graphs() if is_document_graph(graph.value)}
    if waiting:
        advice = "call 'legalkg ingest --resume', or ingest anything: it finishes what was interrupted"
        return Finding("graph", False, f"{counted(waiting, 'document')} still to be written", advice)
    if graphs != held:
        says = f"{len(held - graphs)} of the archive's documents are missing in it, {len(graphs - held)} are too many"
        return Finding("graph", False, says, _REBUILD)
    return Finding("graph", True, f"it has {counted(len(graphs), 'document')}, as the archive")


def _search(parts: Parts) -> Finding:
    if not parts.index.is_in_step():
        return Finding("search", False, "the index of words is not in step with the archive", _REBUILD)
    if waiting := parts.tables.worklist.count_words():
        return Finding("search", False, f"{counted(waiting, 'document')} not taken in yet", _REBUILD)
    return Finding("search", True, "the index of words is in step with the archive")
