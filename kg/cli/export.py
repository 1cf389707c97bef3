"""``legalkg export``: the whole graph in a standard format."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from legalkg.kg.cli.options import StoreOption, open_collection
from legalkg.kg.errors import LegalkgError

EXAMPLES = ("legalkg export --format turtle -o graph.ttl", "legalkg export --format csv > edges.csv")


class ExportFormat(StrEnum):
    """The formats of :mod:`legalkg.kg.output.export`."""

    TURTLE = "turtle"
    TRIG = "trig"
    JSONLD = "jsonld"
    NQUADS = "nquads"
    GRAPHML = "graphml"
    CSV = "csv"
    CSV_NODES = "csv-nodes"


def command(
    ctx: typer.Context,
    format: Annotated[  # noqa: A002
        ExportFormat,
        typer.Option("--format", help="csv has the edges with their quotes, csv-nodes the documents."),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write [default: standard output].")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Write the whole graph; the same collection gives the same bytes each time."""
    from legalkg.kg.output.export import export

    with open_collection(ctx, store) as collection:
        if output is None:
            export(collection, format.value, sys.stdout.buffer)
            return
        try:
            with output.open("wb") as file:
                export(collection, format.value, file)
        except OSError as error:
            raise LegalkgError(f"{output}: {error.strerror}") from error
