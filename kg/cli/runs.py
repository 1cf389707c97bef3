"""``legalkg runs``: each time documents were read."""

from __future__ import annotations

from dataclasses import asdict

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import print_json, print_table

EXAMPLES = ("legalkg runs", "legalkg runs --format json")


def command(
    ctx: typer.Context,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """List the runs that read documents into the collection, the first first."""
    with open_collection(ctx, store) as collection:
        runs = collection.history().runs()
    if format == OutputFormat.JSON:
        print_json([asdict(run) for run in runs])
        return
    rows = []
    for run in runs:
        counts = run.report or {}
        done = ", ".join(f"{counts.get(name, 0)} {name}" for name in ("new", "changed", "unchanged"))
        rows.append(
            (str(run.number), run.started, run.ended or "interrupted", run.extractor, done if run.report else "")
        )
    print_table(("run", "started", "ended", "extractor", "documents"), rows) if rows else print("no run yet")
