"""What a process that answers SPARQL queries does; see :mod:`api.query_worker`, which starts and ends it."""

from __future__ import annotations

import resource
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, cast

from api.errors import NotAcceptable
from kg.errors import LegalkgError

if TYPE_CHECKING:
    from kg.collection import Collection
    from kg.location import Location


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the media types wanted, by kind of answer; None where the client accepts none."""

    sparql: str
    solutions: str | None
    graph: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, written out."""

    media_type: str
    body: bytes


def work(line: int, seconds: int, memory: int) -> None:
    """Answer one query after the other; this is what a process does.

    Args:
        line: File descriptor of the line to the server. First comes on it where the collection is, then queries; None
            asks if the process is ready.
        seconds: Time after which a query ends the process.
        memory: MiB that the process may take.
    """
    from kg.collection import Collection

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process itself
    resource.setrlimit(resource.RLIMIT_DATA, (memory << 20, memory << 20))
    server: Connection[Answer | LegalkgError | None, Query | None] = Connection(line)
    location = cast("Location", server.recv())
    collection: Collection | None = None
    while True:
        try:
            query = server.recv()
            signal.alarm(seconds if query else 0)
            collection = collection or Collection.open(location, read_only=True)
            server.send(_answer(collection, query) if query else None)
        except LegalkgError as error:
            server.send(error)
        except (EOFError, ConnectionError, MemoryError):
            return
        signal.alarm(0)


def _answer(collection: Collection, query: Query) -> Answer:
    result = collection.query(query.sparql)
    media_type = query.graph if result.kind == "graph" else query.solutions
    if media_type is None:
        raise NotAcceptable(f"an answer of kind {result.kind!r} cannot be written in the formats asked for")
    return Answer(media_type, result.serialize(media_type))
