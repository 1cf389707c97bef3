"""``legalkg missing``: what is cited but not held, what is needed most first."""

from __future__ import annotations

from typing import Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import print_json, print_table
from legalkg.kg.output.quoting import counted

EXAMPLES = ("legalkg missing", "legalkg missing --limit 100 --format json")


def command(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help="Greatest number of documents.")] = 20,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """List documents that are cited but not held, by how many held documents depend on them."""
    from legalkg.kg.analysis.missing import missing

    with open_collection(ctx, store) as collection:
        found = missing(collection)
    shown = found[:limit]
    if format == OutputFormat.JSON:
        print_json({"total": len(found), "missing": shown})
        return
    rows = [
        (str(one.dependents), str(one.direct), str(one.citing), one.document.label, one.document.date or "",
         one.document.issuer or "", one.document.id)
        for one in shown
    ]  # fmt: skip
    print_table(("depend", "directly", "cite", "document", "date", "issuer", "id"), rows) if rows else None
    print(f"{counted(len(found), 'document')} {'is' if len(found) == 1 else 'are'} cited but not held")
