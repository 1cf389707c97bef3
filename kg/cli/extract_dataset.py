"""``legalkg extract-dataset``: whole datasets into tables and quads, on one machine or on a cluster."""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import ColumnsOption, FormatOption, OutputFormat, mapping_of
from legalkg.kg.cli.output import print_json
from legalkg.kg.errors import LegalkgError
from legalkg.kg.output.quoting import counted

if TYPE_CHECKING:
    from legalkg.kg.dataset import ShardReport

EXAMPLES = (
    "legalkg extract-dataset archive/ extracted/",
    "legalkg extract-dataset s3://bucket/texts s3://bucket/extracted --ray auto",
    "legalkg extract-dataset texts/ extracted/ --columns text=content,id=doc_id --workers 8",
)


def command(
    source: Annotated[
        str,
        typer.Argument(metavar="IN", help="Folder of .parquet, .jsonl or .csv files (also .gz), here or s3://, gs://."),
    ],
    target: Annotated[str, typer.Argument(metavar="OUT", help="Folder to write to.")],
    ray: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Do it on a Ray cluster: its address, 'auto', or 'local' to start one."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes, without Ray [default: one for each processor].")
    ] = None,
    columns: ColumnsOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Extract every document of a dataset, without a collection.

    Writes for each file of IN a Parquet file of documents, of mentions and of relations, and one of N-Quads for a bulk
    loader. A file that is done is not done again; one that changed is. Needs pyarrow: pip install 'legalkg[parquet]'.
    """
    from legalkg.kg.cli.progress import when_stopped
    from legalkg.kg.cli.settings import CliSettings

    try:
        from legalkg.kg.dataset import extract_dataset
    except ModuleNotFoundError as error:
        raise LegalkgError(f"extract-dataset needs {error.name}: pip install 'legalkg[parquet]'") from None
    kept = "files that are done are not done again"
    with when_stopped(kept), redirect_stdout(sys.stderr):  # Ray tells of workers that died on standard output
        report = extract_dataset(
            source,
            target,
            columns=mapping_of(columns),
            limits=CliSettings.read().limits(),
            workers=workers or os.cpu_count() or 1,
            ray=ray,
            on_done=_Shown(),
        )
    if format == OutputFormat.JSON:
        print_json(report)
    else:
        print(
            f"{counted(report.shards, 'shard')} ({report.done_before} done before): "
            f"{counted(report.documents, 'document')}, "
            f"{counted(report.mentions, 'mention')}, {counted(report.relations, 'relation')}, "
            f"{counted(report.quads, 'quad')}, {report.failed} failed"
        )
    for line in (*report.errors, *report.broken):
        print(f"legalkg: {line}", file=sys.stderr)
    if report.failed or report.broken:
        raise typer.Exit(1)


class _Shown:
    """Prints a line for each shard."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, report: ShardReport, total: int) -> None:
        self._count += 1
        what = report.broken or ("done before" if report.again else counted(report.documents, "document"))
        print(f"{self._count} of {total}: {report.name}: {what}", file=sys.stderr, flush=True)
