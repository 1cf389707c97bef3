"""``legalkg copies``: the files that hold one document, which of them counts, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import print_json, print_table
from legalkg.kg.output.quoting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalkg.kg.archive.copies import Copy
    from legalkg.kg.collection import Collection

EXAMPLES = (
    "legalkg copies 32/2009/QH12",
    "legalkg copies     of all documents that several files hold",
    "legalkg copies --missing --format json     files that are gone",
    "legalkg review prefer 32/2009/QH12 /data/laws/32-2009.docx     another one is to count",
)


def command(
    ctx: typer.Context,
    ref: Annotated[
        str | None,
        typer.Argument(metavar="[DOC]", help="Number, name, file or id; all with several files if left out."),
    ] = None,
    missing: Annotated[bool, typer.Option("--missing", help="List the files that are gone.")] = False,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """List the files that hold a document, the one that counts first, and why.

    It is decided by what they hold: a file that is there, what a person chose, length, provisions, whether it cites,
    what it says of itself, its format; then the path.
    """
    if missing and ref:
        raise typer.BadParameter("give either a document or --missing", param_hint="DOC")
    with open_collection(ctx, store) as collection:
        if missing:
            _print_missing(collection, format)
            return
        found = _found(collection, ref)
    if format == OutputFormat.JSON:
        print_json([{"document": document, "copies": copies} for document, copies in found.items()])
        return
    for document, copies in found.items():
        print_table(
            ("", "why", "pages", "file"),
            [("counts" if one.counts else "", one.reason, str(one.pages or ""), one.path) for one in copies],
            title=document,
        )
    if not found:
        print("no document has several files")


def _found(collection: Collection, ref: str | None) -> dict[str, Sequence[Copy]]:
    if ref is None:
        iris = collection.parts.tables.copies.documents()
        documents = [collection.parts.tables.catalogue.describe(iri) for iri in iris]
    else:
        documents = [collection.find(ref)]
    return {document.id: collection.copies(document) for document in documents}


def _print_missing(collection: Collection, format: OutputFormat) -> None:  # noqa: A002
    found = collection.parts.tables.files.missing()
    catalogue = collection.parts.tables.catalogue
    if format == OutputFormat.JSON:
        print_json([{"path": file.path, "document": catalogue.describe(file.iri).id} for file in found])
        return
    rows = [(catalogue.describe(file.iri).label, file.path) for file in found]
    if rows:
        print_table(("document", "file"), rows)
    print(f"{counted(len(found), 'file')} missing")
