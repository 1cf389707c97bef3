"""``legalkg diff``: what changed between two runs."""

from __future__ import annotations

from typing import Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import print_json, print_table

EXAMPLES = ("legalkg runs", "legalkg diff 1 2", "legalkg diff 1 2 --format json")
RunArgument = Annotated[int, typer.Argument(metavar="RUN", help="Number of a run, see 'legalkg runs'.")]


def command(
    ctx: typer.Context,
    one: RunArgument,
    other: RunArgument,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Print which citations and edges came, went or changed type from one run to another."""
    with open_collection(ctx, store) as collection:
        changes = list(collection.history().changes(one, other))
    if format == OutputFormat.JSON:
        print_json(changes)
        return
    rows = [
        (change.change, change.kind, change.source, _relation(change.before, change.after, change.times), change.target)
        for change in changes
    ]
    print_table(("change", "what", "from", "relation", "to"), rows) if rows else print("nothing changed")


def _relation(before: str | None, after: str | None, times: int) -> str:
    if before and after:
        return f"{before} -> {after}"
    return before or after or (f"{times} times" if times > 1 else "")
