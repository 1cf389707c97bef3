"""``legalkg timeline``: what became of a document, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, RefArgument, StoreOption, open_collection
from legalkg.kg.cli.output import Cell, describe, print_json, print_table
from legalkg.kg.output.quoting import shorten

if TYPE_CHECKING:
    from legalkg.kg.analysis.timeline import Event

EXAMPLES = ("legalkg timeline 10/2022/NĐ-CP", "legalkg timeline 57-KL/TW --format json")


def command(
    ctx: typer.Context,
    ref: RefArgument,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """List what became of a document: issued, in effect, amended, replaced, carried out, each with its words."""
    from legalkg.kg.analysis.timeline import timeline

    with open_collection(ctx, store) as collection:
        document = collection.find(ref)
        events = timeline(collection, document)
    if format == OutputFormat.JSON:
        print_json({"document": document, "events": events})
        return
    print(describe(document))
    print_table(("date", "event", "document", "in effect", "words"), [_row(event) for event in events])


def _row(event: Event) -> tuple[Cell, ...]:
    from legalkg.kg.rdf.provisions import provisions_label

    provisions = f": {provisions_label(event.provisions)}" if event.provisions else ""
    words = shorten(event.quotes[0].text, width=160)[0] if event.quotes else event.says
    return event.date or "?", event.event + provisions, event.document.label, event.effective or "", words
