"""``legalkg rebuild``: catalogue, graph and index of words once more from the archive."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from legalkg.kg.cli.options import StoreOption, open_to_write
from legalkg.kg.output.quoting import counted

EXAMPLES = ("legalkg rebuild", "legalkg rebuild --extract     after an update of legalkg")


def command(
    ctx: typer.Context,
    extract: Annotated[
        bool, typer.Option("--extract", help="First extract again the texts that another version extracted.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that extract [default: one for each processor].")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Make graph, catalogue and index of words again from the archive; files are not needed.

    It may be interrupted: the next command that writes goes on.
    """
    from legalkg.kg.cli.progress import ProgressDisplay, when_stopped
    from legalkg.kg.ingest.ingester import IngestOptions

    with (
        when_stopped("the next command that writes goes on"),
        ProgressDisplay() as progress,
        open_to_write(ctx, store, progress, reconcile=False) as collection,
    ):
        options = IngestOptions(workers=workers or os.cpu_count() or 1)
        report = collection.ingester().rebuild(options, progress, extract=extract)
        print(f"{report.changed} extracted again, {counted(collection.count(held=True), 'document')} written")
