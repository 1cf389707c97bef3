"""``legalkg search``: full text, with diacritics or without."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import Format, FormatOption, StoreOption, open_collection
from kg.cli.output import marked, print_json, print_table

EXAMPLES = ("legalkg search đối ngoại", "legalkg search '\"thong tin doi ngoai\"' --limit 5 --format json")


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="All must occur; a phrase in quotation marks.", show_default=False),
    ],
    limit: Annotated[int, typer.Option(min=1, help="Greatest number of hits.")] = 10,
    store: StoreOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
) -> None:
    """Search titles and texts of the documents that are held."""
    with open_collection(ctx, store) as collection:
        hits = collection.search(" ".join(words), limit)
    if format == Format.JSON:
        print_json(list(hits))
        return
    rows = [
        (
            hit.document.label,
            hit.document.date or "",
            marked(hit.snippet, [(start - hit.start, end - hit.start) for start, end in hit.marks]),
        )
        for hit in hits
    ]
    print_table(("document", "date", "words"), rows) if rows else print("nothing found")
