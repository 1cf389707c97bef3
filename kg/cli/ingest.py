"""``legalkg ingest``: files, archives of files and datasets into the collection."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import (
    ColumnsOption,
    FormatOption,
    OutputFormat,
    StoreOption,
    location_of,
    mapping_of,
    open_collection,
    open_to_write,
)
from legalkg.kg.cli.output import print_json
from legalkg.kg.output.quoting import counted

if TYPE_CHECKING:
    from legalkg.kg.collection import Collection
    from legalkg.kg.ingest.report import IngestReport, OnProgress

EXAMPLES = (
    "legalkg ingest data/samples",
    "legalkg ingest letter.txt decrees.zip --store /data/legalkg",
    "legalkg ingest --columns text=content,id=doc_id archive.parquet --workers 4",
    "legalkg ingest papers --prune     what was read from files that are gone is taken out",
    "legalkg ingest --resume     go on with an ingest that was interrupted",
)
_SHOWN = 20
"""Files of a kind that are listed at most; in an archive they are many."""


class OnError(StrEnum):
    """What to do when a document cannot be read."""

    SKIP = "skip"
    STOP = "stop"


def command(  # noqa: PLR0913, PLR0917  (an option each)
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...",
            help="Files, folders, archives of files (.zip, .tar), datasets (.jsonl, .csv, .parquet).",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read [default: one for each processor].")
    ] = None,
    columns: ColumnsOption = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the last ingest if it was interrupted.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read, and say what would be done; write nothing.")
    ] = False,
    on_error: Annotated[OnError, typer.Option(help="Whether a document that cannot be read ends it.")] = OnError.SKIP,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="Take out what was read from files that are gone."),
    ] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read scanned pages with Tesseract, where installed.")] = False,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Put documents into the collection; what has not changed is left alone.

    A file that was moved is known by its bytes; one that is gone is listed, and what was read from it stands as long as
    no other file holds the document.

    A document that cannot be read is reported, the rest goes on; the exit status is then 1. What was read is kept
    whatever happens, so an ingest may be stopped with Ctrl-C and run again.
    """
    from legalkg.kg.cli.progress import ProgressDisplay, when_stopped
    from legalkg.kg.cli.settings import CliSettings
    from legalkg.kg.ingest.ingester import IngestOptions

    if resume == bool(paths):
        raise typer.BadParameter("give either what to take in, or --resume", param_hint="PATH")
    options = IngestOptions(
        workers=workers or os.cpu_count() or 1,
        columns=mapping_of(columns),
        limits=CliSettings.read().limits(),
        ocr=ocr,
        on_error=on_error.value,
        dry_run=dry_run,
        prune=prune,
    )
    kept = "nothing was written" if dry_run else "what was read is kept, 'legalkg ingest --resume' goes on"
    with (
        when_stopped(kept),
        ProgressDisplay() as progress,
        _open(ctx, store, progress, dry_run=dry_run) as collection,
    ):
        if resume:
            paths, options = collection.ingester().broken_off(options)
        report = collection.ingest(paths or [], options, progress)
    print_json(report) if format == OutputFormat.JSON else _print(report)
    if not report.new + report.changed + report.unchanged + len(report.failed):
        print(f"legalkg: warning: there is nothing to read in {', '.join(map(str, paths or ()))}", file=sys.stderr)
    for warning in report.warnings[:_SHOWN]:
        print(f"legalkg: warning: {warning.reason}", file=sys.stderr)
    if (more := len(report.warnings) - _SHOWN) > 0:
        print(f"legalkg: … and {more:,} more warnings; --format json lists them all", file=sys.stderr)
    for failure in report.failed:
        print(f"legalkg: {failure.reason}", file=sys.stderr)
    if report.failed:
        raise typer.Exit(1)


def _open(ctx: typer.Context, store: str | None, on_progress: OnProgress, *, dry_run: bool) -> Collection:
    """Open the collection; a dry run needs none."""
    from legalkg.kg.collection import Collection

    if not dry_run:
        return open_to_write(ctx, store, on_progress)
    is_there = location_of(ctx, store).has_archive
    return open_collection(ctx, store) if is_there else Collection.in_memory()


def _print(report: IngestReport) -> None:
    counts = [(report.new, "new"), (report.changed, "changed"), (report.unchanged, "unchanged")]
    more = [(len(report.moved), "moved"), (report.again, "read again")]
    more += [(len(report.missing), "missing"), (len(report.removed), "removed")]
    counts += [(len(report.failed), "failed"), *(count for count in more if count[0])]
    said = ", ".join(f"{number:,} {what}" for number, what in counts)
    print(said + (" (dry run: nothing was written)" if report.run is None else ""))
    if report.resolutions:
        outcomes = ", ".join(f"{count} {outcome}" for outcome, count in report.resolutions.items())
        print(f"citations: {report.citations}; cited documents: {outcomes}")
    if report.again:
        print("read again: what legalkg or its registry changed since may say more of it")
    if report.left_out:
        kinds = ", ".join(f"{number:,} {kind}" for kind, number in report.left_out.items())
        print(f"{sum(report.left_out.values()):,} left out: {kinds}")
    _list(_moves(report.moved), "moved")
    _list([f"{path}: is missing" for path in report.missing], "missing")
    if report.missing:
        print("what was read from missing files stands; 'ingest --prune' takes it out")
    _list([f"{path}: is gone and was taken out" for path in report.removed], "taken out")
    if report.removal:
        print(f"'legalkg remove --undo {report.removal}' brings back what was taken out")
    _list(
        [
            f"{path}: holds the same document as {first}, which counts ({report.reasons.get(path, '')})"
            for path, first in report.duplicates.items()
        ],
        "that another file holds, too",
    )
    if report.stopped:
        print("stopped at the first error; 'legalkg ingest --resume' goes on")


def _moves(moved: Mapping[str, str]) -> list[str]:
    """Return a line for each file that moved; those of one folder that kept their names are one."""
    folders = Counter(
        (new.removesuffix(name), old.removesuffix(name))
        for new, old in moved.items()
        if (name := PurePath(new).name) == PurePath(old).name
    )
    renamed = [f"{new}: was {old}" for new, old in moved.items() if PurePath(new).name != PurePath(old).name]
    return [f"{new}: {counted(number, 'file')} moved from {old}" for (new, old), number in folders.items()] + renamed


def _list(lines: Sequence[str], what: str) -> None:
    """Print some lines, and how many there are more."""
    for line in lines[:_SHOWN]:
        print(line)
    if (more := len(lines) - _SHOWN) > 0:
        print(f"… and {more:,} more {what}; --format json lists them all")
