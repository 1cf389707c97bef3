"""``legalkg ingest``: files and folders into the collection."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Format, FormatOption, StoreOption, open_collection
from kg.cli.output import print_json

EXAMPLES = ("legalkg ingest data/samples", "legalkg ingest letter.txt decree.pdf --store /data/legalkg")


def command(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.", show_default=False)],
    ocr: Annotated[bool, typer.Option("--ocr", help="Read scanned pages with Tesseract, where installed.")] = False,
    store: StoreOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
) -> None:
    """Put documents into the collection; what has not changed is left alone.

    A file that cannot be read is reported, the rest goes on; the exit status is then 1.
    """
    from kg.cli.settings import Settings
    from kg.ingest import IngestOptions

    with open_collection(ctx, store, read_only=False) as collection:
        report = collection.ingest(paths, IngestOptions(limits=Settings().limits(), ocr=ocr))
    if format == Format.JSON:
        print_json(report)
    else:
        print(f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {len(report.failed)} failed")
        for path, first in report.duplicates.items():
            print(f"{path}: holds the same document as {first}, which counts")
    for failure in report.failed:
        print(f"legalkg: {failure.reason}", file=sys.stderr)
    if report.failed:
        raise typer.Exit(1)
