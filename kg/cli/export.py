"""``legalkg export``: the whole graph in a standard format."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from legalkg.kg.cli.options import StoreOption, open_collection
from legalkg.kg.errors import LegalkgError

EXAMPLES = ("legalkg export --format turtle -o graph.ttl", "legalkg export --format csv --excel > edges.csv")


class ExportFormat(StrEnum):
    """The formats of :mod:`legalkg.kg.output.export`."""

    TURTLE = "turtle"
    TRIG = "trig"
    JSONLD = "jsonld"
    NQUADS = "nquads"
    GRAPHML = "graphml"
    CSV = "csv"
    CSV_NODES = "csv-nodes"


_TABLES = (ExportFormat.CSV, ExportFormat.CSV_NODES)


def command(
    ctx: typer.Context,
    format: Annotated[  # noqa: A002
        ExportFormat,
        typer.Option("--format", help="csv has the edges with their quotes, csv-nodes the documents."),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write [default: standard output].")
    ] = None,
    excel: Annotated[
        bool, typer.Option("--excel", help="With csv and csv-nodes: begin with the mark by which Excel knows UTF-8.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Write the whole graph; the same collection gives the same bytes each time."""
    from legalkg.kg.output.export import export

    if excel and format not in _TABLES:
        raise typer.BadParameter("goes with --format csv or csv-nodes", param_hint="--excel")
    with open_collection(ctx, store) as collection, _opened(output) as file:
        file.write(BOM_UTF8 if excel else b"")
        export(collection, format.value, file)


@contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        with output.open("wb") as file:
            yield file
    except OSError as error:
        raise LegalkgError(f"{output}: {error.strerror}") from error
