"""One shard of a dataset: read, extracted, and written as Parquet and N-Quads; done when its note says so.

The note is written last and names what the shard was made from. A shard whose note fits is not done again; one that
was interrupted has none, and is. Citations are resolved with the register alone: what else a collection would hold is
in other shards. IRIs are minted as in a collection, so the shards meet in the graph.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter
from pyoxigraph import RdfFormat, serialize

from legalkg.extractors.model import SourceText
from legalkg.extractors.pipeline import EXTRACTOR, extract
from legalkg.extractors.reading import ReadError, ReadingLimits, iter_records
from legalkg.extractors.reading.errors import unexpected
from legalkg.kg.dataset.places import Place
from legalkg.kg.dataset.tables import SCHEMAS, TableRow, rows_of
from legalkg.kg.errors import LegalkgError
from legalkg.kg.identity.known_documents import KnownDocuments, bundled_known_documents
from legalkg.kg.identity.resolve import identify_source, resolve
from legalkg.kg.rdf.statements import statements

_ROWS = 20_000
"""Rows of a table that are held in memory."""
_ATTEMPTS = 3
_COMPRESSION = 4
_LISTED = 20


@dataclass(frozen=True, slots=True)
class Job:
    """A shard to be done.

    Attributes:
        name: Its name, and that of the files it becomes.
        source: Address of the dataset.
        version: What changes when the dataset does.
        target: Address of the folder to write to.
        columns: Columns of the dataset, see :func:`legalkg.extractors.reading.iter_records`.
        limits: What one document may cost.
    """

    name: str
    source: str
    version: str
    target: str
    columns: Mapping[str, str] | None = None
    limits: ReadingLimits = field(default_factory=ReadingLimits)

    @property
    def fingerprint(self) -> str:
        """What the result depends on."""
        content = [EXTRACTOR, self.source, self.version, dict(self.columns) if self.columns else None]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ShardReport:
    """What became of a shard.

    Attributes:
        name: The shard.
        documents: Documents in it.
        mentions: Citations in them.
        relations: Relations that they state.
        quads: Statements of the graph.
        failed: Rows that could not be read.
        errors: Why, of the first of them.
        again: Whether it was done before and left as it is.
        broken: Why there is no result; None if there is.
    """

    name: str
    documents: int = 0
    mentions: int = 0
    relations: int = 0
    quads: int = 0
    failed: int = 0
    errors: tuple[str, ...] = ()
    again: bool = False
    broken: str | None = None


def do_shard(job: Job) -> ShardReport:
    """Do a shard unless it is done; what cannot be read or written is tried again, and then said."""
    broken = ""
    for _ in range(_ATTEMPTS):
        try:
            return _done(job) or _do(job)
        except ReadError as error:
            return ShardReport(job.name, broken=str(error))
        except (OSError, pa.ArrowException, LegalkgError) as error:
            broken = f"{job.source}: {' '.join(str(error).split())}"
    return ShardReport(job.name, broken=broken)


def _note(job: Job) -> Place:
    return Place(job.target).below("_done", f"{job.name}.json")


def _done(job: Job) -> ShardReport | None:
    content = _note(job).read()
    note: dict[str, Any] = json.loads(content) if content else {}
    if note.pop("fingerprint", None) != job.fingerprint:
        return None
    return ShardReport(**{**note, "errors": tuple(note["errors"]), "again": True})


def _do(job: Job) -> ShardReport:
    errors: list[ReadError] = []
    with tempfile.TemporaryDirectory() as name, Place(job.source).local() as source:
        folder = Path(name)
        with _Output(folder, bundled_known_documents()) as output:
            for record in iter_records(source, job.columns, limits=job.limits, on_error=errors.append):
                try:
                    output.add(record.source)
                except (OSError, pa.ArrowException):  # the shard's, not the row's
                    raise
                except Exception as error:  # one text that is met for the first time must not end the whole shard
                    errors.append(ReadError(record.source.id, f"row {record.source.id}: {unexpected(error)}"))
        said = tuple(f"{job.source}: {error.cause}" for error in errors[:_LISTED])
        report = replace(output.report(job.name), failed=len(errors), errors=said)
        for path in sorted(folder.iterdir()):
            table, ending = path.name.split(".", 1)
            Place(job.target).below(table, f"{job.name}.{ending}").write(path)
        note = folder / "note"
        note.write_text(json.dumps({"fingerprint": job.fingerprint, **asdict(report)}, ensure_ascii=False), "utf-8")
        _note(job).write(note)
    return report


class _Output:
    """The files of a shard while they are written."""

    def __init__(self, folder: Path, known_documents: KnownDocuments) -> None:
        self._folder = folder
        self._known_documents = known_documents
        self._rows: dict[str, list[TableRow]] = {name: [] for name in SCHEMAS}
        self._stack = ExitStack()
        self._counts = dict.fromkeys((*SCHEMAS, "quads"), 0)

    def __enter__(self) -> _Output:
        with self._stack as stack:
            self._writers = {
                name: stack.enter_context(ParquetWriter(self._folder / f"{name}.parquet", schema, compression="zstd"))
                for name, schema in SCHEMAS.items()
            }
            # Without name and time the same documents give the same bytes.
            file = stack.enter_context((self._folder / "quads.nq.gz").open("wb"))
            self._quads = stack.enter_context(
                gzip.GzipFile("", "wb", compresslevel=_COMPRESSION, fileobj=file, mtime=0)
            )
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: Any) -> None:
        for name in SCHEMAS:
            self._write(name)
        self._stack.close()

    def report(self, name: str) -> ShardReport:
        """Return how much was written."""
        counts = self._counts
        return ShardReport(name, counts["documents"], counts["mentions"], counts["relations"], counts["quads"])

    def add(self, source: SourceText) -> None:
        """Extract a document and write what it says."""
        known = source.known.model_dump_json(exclude_defaults=True)
        sha256 = hashlib.sha256(f"{known}\n{source.text}".encode()).hexdigest()
        extraction = extract(source)
        own = identify_source(extraction.header, sha256)
        resolutions = resolve(extraction, own, self._candidates)
        tables = rows_of(source, extraction, own.iri, sha256, resolutions)
        quads = statements(source, extraction, own.iri, resolutions, sha256)
        written = serialize(quads, format=RdfFormat.N_QUADS) or b""
        for name, rows in tables.items():  # nothing is kept of a document that fails before
            self._rows[name] += rows
            self._counts[name] += len(rows)
            if len(self._rows[name]) >= _ROWS:
                self._write(name)
        self._counts["quads"] += len(quads)
        self._quads.write(written)

    def _candidates(self, keys: Sequence[str]) -> list[Any]:
        return list({e.identity.iri: e for key in keys for e in self._known_documents.under(key)}.values())

    def _write(self, name: str) -> None:
        self._writers[name].write_table(pa.Table.from_pylist(self._rows[name], SCHEMAS[name]))
        self._rows[name] = []
