"""``legalkg stats``: figures about the collection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import print_json, print_table
from legalkg.kg.output.quoting import counted

if TYPE_CHECKING:
    from legalkg.kg.analysis.stats import Count, Ranked, Stats

EXAMPLES = ("legalkg stats", "legalkg stats --top 20 --format json")


def command(
    ctx: typer.Context,
    top: Annotated[int, typer.Option(min=1, help="How many of each list.")] = 10,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Count documents and relations; what cites most, is cited most, weighs most; how fast things are carried out."""
    from legalkg.kg.analysis.stats import statistics_of

    with open_collection(ctx, store) as collection:
        found = statistics_of(collection, top)
    if format == OutputFormat.JSON:
        print_json(found)
    else:
        _print(found)


def _print(found: Stats) -> None:
    print(f"{counted(found.documents, 'document')}, {found.held} of them held")
    for title, counts in (("type", found.types), ("issuer", found.issuers)):
        print_table((title, "documents", "held"), [(one.name, str(one.count), str(one.held)) for one in counts])
    print_table(("relation", "edges"), _counted(found.relations))
    print_table(("days until carried out", "edges", "a quarter", "half", "three quarters"), [
        (one.relation, str(one.count), *(f"{days:g}" for days in one.quartiles)) for one in found.days
    ])  # fmt: skip
    for title, ranked in (
        ("cites most", found.cites_most),
        ("is cited most", found.most_cited),
        ("PageRank", found.weightiest),
    ):
        print_table((title, "document", "date"), _ranked(ranked))
    print_table(("community of", "weightiest"), [
        (str(one.size), ", ".join(document.label for document in one.documents)) for one in found.communities
    ])  # fmt: skip


def _counted(counts: Sequence[Count]) -> list[tuple[str, str]]:
    return [(one.name, str(one.count)) for one in counts]


def _ranked(ranked: Sequence[Ranked]) -> list[tuple[str, str, str]]:
    return [(f"{one.value:g}", one.document.label, one.document.date or "") for one in ranked]
