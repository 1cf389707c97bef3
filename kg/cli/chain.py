"""``legalkg chain``: what a document rests on, step by step, with the sentence that proves each."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import Format, FormatOption, RefArgument, StoreOption, open_collection
from kg.cli.output import console, print_json

EXAMPLES = (
    "legalkg chain 782-CV/ĐU",
    "legalkg chain 57-KL/TW --down --depth 2",
    "legalkg chain 782-CV/ĐU --to 57-KL/TW --format json",
)


def command(
    ctx: typer.Context,
    ref: RefArgument,
    down: Annotated[bool, typer.Option("--down", help="To what carries the document out.")] = False,
    depth: Annotated[int | None, typer.Option(min=0, help="Greatest number of steps.")] = None,
    to: Annotated[str | None, typer.Option(metavar="DOC", help="Only the shortest paths to this document.")] = None,
    store: StoreOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
) -> None:
    """Print the chain of a document: every step with its relation and the words that say so."""
    from kg.cli.tree import tree_lines

    with open_collection(ctx, store) as collection:
        target = collection.find(to) if to else None
        found = collection.chain(collection.find(ref), "down" if down else "up", depth, to=target)
        if format == Format.JSON:
            print_json(found)
            return
        printer = console()
        for line in tree_lines(found, collection.place_of):
            for row in line.rows(printer):
                printer.print(row)
        if target is not None and collection.canonical(target).iri not in found.depths:
            printer.print(f"no path leads to {target.label}")
