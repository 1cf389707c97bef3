"""``legalkg rebuild``: catalogue, graph and index of words once more from the archive."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from legalkg.kg.cli.options import StoreOption, open_to_write
from legalkg.kg.output.quoting import counted

EXAMPLES = ("legalkg rebuild", "legalkg rebuild --no-extract     leave what an older legalkg extracted as it is")


def command(
    ctx: typer.Context,
    extract: Annotated[
        bool,
        typer.Option("--extract/--no-extract", help="Whether to extract again what other code or registry extracted."),
    ] = True,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that extract [default: one for each processor].")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Make graph, catalogue and index of words again from the archive; files are not needed.

    Texts that were extracted before legalkg or its registry changed are extracted again first. It may be interrupted:
    the next command that writes goes on.
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
        print(f"{report.again:,} extracted again, {counted(collection.count(held=True), 'document')} written")
