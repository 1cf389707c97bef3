"""``legalkg conflicts``: facts on which those who state them disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import describe, print_json, print_table

if TYPE_CHECKING:
    from legalkg.kg.model import StatedValue

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
        title = f"{describe(conflict.document)}\n{conflict.document.id}"
        print_table((conflict.fact, "says", "words"), list(_rows(conflict.values)), title=title)
    if not found:
        print("no conflicts")


def _rows(values: Sequence[StatedValue]) -> Iterator[tuple[str, str, str]]:
    """Return a row for each value: who says it first, how many more, and the words."""
    for value, same in groupby(values, key=lambda one: one.value):
        first, *more = sorted(same, key=lambda one: one.quote is None)
        by = first.document.label if first.document else "the register of known documents"
        words = " ".join(first.quote.text.split()) if first.quote else ""
        yield value, by + (f" and {len(more)} more" if more else ""), words
