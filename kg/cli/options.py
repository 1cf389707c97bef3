"""What the commands share: their options, and opening the collection."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from legalkg.extractors.registry.relations import RelationName
    from legalkg.kg.collection import Collection
    from legalkg.kg.ingest.report import OnProgress
    from legalkg.kg.location import Location


class OutputFormat(StrEnum):
    """How to print an answer."""

    TABLE = "table"
    JSON = "json"


StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH",
        help="Folder of the collection, or address of a SPARQL endpoint [default: LEGALKG_STORE or .legalkg].",
    ),
]
FormatOption = Annotated[OutputFormat, typer.Option("--format", help="How to print the answer.")]
RefArgument = Annotated[
    str, typer.Argument(metavar="DOC", help="Number, name, id or IRI of a document: '782-CV/ĐU'.", show_default=False)
]


def relation_named(name: str) -> RelationName:
    """Read the value of ``--relation``."""
    from legalkg.kg.rdf.vocabulary import RELATIONS

    known = {str(relation): relation for relation in RELATIONS}
    if name not in known:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(known)}")
    return known[name]


RelationsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--relation",
        parser=relation_named,
        metavar="NAME",
        help="Follow this relation; may be repeated [default: implements, directs, based_on, guides].",
    ),
]
CitingRelationOption = Annotated[
    str | None,
    typer.Option(
        "--relation",
        parser=relation_named,
        metavar="NAME",
        help="Only documents that do this to it: 'amends', 'based_on'.",
    ),
]


def _day(text: str) -> date:
    from legalkg.kg.dates import day
    from legalkg.kg.errors import WrongUsage

    try:
        return day(text)
    except WrongUsage as error:
        raise typer.BadParameter(str(error)) from error


AsOfOption = Annotated[
    date | None,
    typer.Option(
        parser=_day,
        metavar="DATE",
        help="See everything as it stood on this day (of a year or month: on its last): later documents are left out, "
        "and each tells whether it was in force.",
    ),
]


CheckDayOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=_day,
        metavar="DATE",
        help="Day on which documents have to be in force [default: that of the text, or today].",
    ),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        help="Columns of datasets (.jsonl, .csv, .parquet): 'text=content,id=doc_id' [default: found by name]."
    ),
]


def mapping_of(columns: str | None) -> dict[str, str] | None:
    """Read the value of ``--columns``."""
    if columns is None:
        return None
    pairs = [pair.partition("=") for pair in columns.split(",")]
    if not all(name and column for name, _, column in pairs) or "text" not in {name for name, _, _ in pairs}:
        raise typer.BadParameter("give pairs, one for the text: 'text=content,id=doc_id'", param_hint="--columns")
    return {name.strip(): column.strip() for name, _, column in pairs}


def location_of(ctx: typer.Context, store: str | None) -> Location:
    """Return where the collection is: from the command, from before the command, from the environment."""
    from legalkg.kg.cli.settings import CliSettings

    return CliSettings.read().location(store or ctx.obj)


def open_collection(ctx: typer.Context, store: str | None) -> Collection:
    """Open the collection that a command asks."""
    from legalkg.kg.collection import Collection

    return Collection.open(location_of(ctx, store), read_only=True)


def open_to_write(
    ctx: typer.Context, store: str | None, on_progress: OnProgress, *, reconcile: bool = True
) -> Collection:
    """Open the collection that a command writes to, and finish what was interrupted.

    Args:
        ctx: The context of the command.
        store: Its own ``--store``.
        on_progress: Is told how far that is.
        reconcile: Whether to make the graph as the archive is, see :meth:`legalkg.kg.collection.Collection.open`.
    """
    from legalkg.kg.collection import Collection

    return Collection.open(location_of(ctx, store), reconcile=reconcile, on_progress=on_progress)


def examples(*lines: str) -> str:
    """Make the end of a help text, each example on its own line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines) if lines else ""
