"""``legalkg compact``: what was removed is dropped for good, and its room given back."""

from __future__ import annotations

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_to_write
from legalkg.kg.cli.output import print_json
from legalkg.kg.output.quoting import counted

EXAMPLES = ("legalkg compact", "legalkg remove --list     what will be dropped")
_MB = 1_000_000


def command(
    ctx: typer.Context,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Drop for good what was removed, and give back its room.

    It takes as much room as the archive while it works; stopped in the middle, it leaves all as it was.
    """
    from legalkg.kg.cli.progress import ProgressDisplay, when_stopped

    with (
        when_stopped("call 'legalkg compact' again"),
        ProgressDisplay() as progress,
        open_to_write(ctx, store, progress) as collection,
    ):
        done = collection.upkeep().compact()
    if format == OutputFormat.JSON:
        print_json(done)
        return
    print(f"{counted(done.files, 'file')} dropped for good")
    print(f"the archive takes {done.after / _MB:.1f} MB, it took {done.before / _MB:.1f}")
