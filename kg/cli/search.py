"""``legalkg search``: full text, with diacritics or without."""

from __future__ import annotations

from typing import Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import marked, print_json, print_table

EXAMPLES = (
    "legalkg search đối ngoại",
    "legalkg search '\"thong tin doi ngoai\"' --limit 5 --format json",
    "legalkg search cán bộ --type 'quy định' --issuer 'bộ chính trị' --from 2022 --to 2024-06",
)


def command(  # noqa: PLR0913, PLR0917  (options of the command line)
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS...",
            help="All must occur; a phrase in quotation marks. Without words all documents are listed.",
            show_default=False,
        ),
    ] = None,
    type: Annotated[str | None, typer.Option(help="The type in full: 'nghị quyết'.")] = None,  # noqa: A002
    issuer: Annotated[str | None, typer.Option(help="How the issuer begins: 'bộ chính trị'.")] = None,
    place: Annotated[str | None, typer.Option(help="Words of the place of issue: 'ho chi minh'.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Of this date or later.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Of this date or earlier.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Greatest number of hits.")] = 10,
    offset: Annotated[int, typer.Option(min=0, help="How many of the best to leave out.")] = 0,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Search titles and texts of the documents that are held.

    Diacritics and case matter nowhere; a date is YYYY, YYYY-MM or YYYY-MM-DD.
    """
    from legalkg.kg.search.filters import Where

    with open_collection(ctx, store) as collection:
        asked = " ".join(words or ())
        where = Where(type=type, issuer=issuer, place=place, since=since, until=until)
        hits = collection.search(asked, limit, offset, **where)
        total = collection.count_hits(asked, **where)
        origins = {hit.document.iri: collection.origin(hit.document) for hit in hits}
    if format == OutputFormat.JSON:
        found = [{**hit.model_dump(mode="json"), "origin": origins[hit.document.iri]} for hit in hits]
        print_json({"total": total, "hits": found})
        return
    rows = [
        (
            hit.document.label,
            hit.document.date or "",
            hit.document.file or "",
            marked(hit.snippet, [(start - hit.start, end - hit.start) for start, end in hit.marks]),
        )
        for hit in hits
    ]
    if rows:
        print_table(("document", "date", "file", "words"), rows)
    print(f"{len(hits)} of {total}" if total else "nothing found")
