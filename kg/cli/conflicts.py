"""``legalkg conflicts``: facts on which those who state them disagree."""

from __future__ import annotations

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import describe, print_json, print_table

EXAMPLES = ("legalkg conflicts", "legalkg conflicts --format json")


def command(
    ctx: typer.Context,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """List documents of which two texts state different dates or issuers, each value with who says so and the words."""
    with open_collection(ctx, store) as collection:
        found = collection.conflicts()
    if format == OutputFormat.JSON:
        print_json(list(found))
        return
    for conflict in found:
        rows = [
            (
                one.value,
                one.document.label if one.document else "the register of known documents",
                " ".join(one.quote.text.split()) if one.quote else "",
            )
            for one in conflict.values
        ]
        print_table(
            (conflict.fact, "says", "words"), rows, title=f"{describe(conflict.document)}\n{conflict.document.id}"
        )
    if not found:
        print("no conflicts")
