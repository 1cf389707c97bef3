"""``legalkg doctor``: whether a collection is sound, and what to do if not."""

from __future__ import annotations

from dataclasses import asdict

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, location_of
from legalkg.kg.cli.output import print_json

EXAMPLES = ("legalkg doctor", "legalkg doctor --store /data/legalkg --format json")


def command(
    ctx: typer.Context,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Check a whole collection: disk, archive, texts, graph, index of words; say what to do. Nothing is changed.

    Every text is read, so it takes a while. The exit status is 1 where something is wrong.
    """
    from legalkg.kg.doctor import examine
    from legalkg.kg.identity.known_documents import bundled_known_documents

    found = []
    for finding in examine(location_of(ctx, store), bundled_known_documents()):
        found.append(finding)
        if format == OutputFormat.TABLE:
            print(f"{'ok   ' if finding.is_sound else 'WRONG'}  {finding.part:<10} {finding.says}", flush=True)
            if finding.advice:
                print(f"{'':18}{finding.advice}")
    if format == OutputFormat.JSON:
        print_json([asdict(finding) for finding in found])
    if not all(finding.is_sound for finding in found):
        raise typer.Exit(1)
