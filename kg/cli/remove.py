"""``legalkg remove``: documents out of the collection, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection, open_to_write
from legalkg.kg.cli.output import print_json, print_table
from legalkg.kg.output.quoting import counted

if TYPE_CHECKING:
    from legalkg.kg.collection import Collection
    from legalkg.kg.upkeep import BroughtBack, Removed

EXAMPLES = (
    "legalkg remove 782-CV/ĐU",
    "legalkg remove /data/papers/old     all that was read from a folder",
    "legalkg remove --list     what can be brought back",
    "legalkg remove --undo 3",
)


def command(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="DOC|PATH",
            help="A document by number, name, file or id; or a file or folder that was read, there or not.",
            show_default=False,
        ),
    ] = None,
    undo: Annotated[int | None, typer.Option("--undo", metavar="NUMBER", help="Bring back what was taken out.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what can be brought back.")] = False,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Take a document out of archive, graph and index; files on disk are left alone.

    It can be brought back until 'legalkg compact'. Corrections of it are kept, and hold again when it comes back.
    """
    from legalkg.kg.cli.progress import ProgressDisplay, when_stopped
    from legalkg.kg.upkeep import Removed

    if sum((what is not None, undo is not None, listed)) != 1:
        raise typer.BadParameter("give what to take out, --undo or --list", param_hint="DOC|PATH")
    if listed:
        with open_collection(ctx, store) as collection:
            _print_list(collection, format)
        return
    done: Removed | BroughtBack
    with (
        when_stopped("the next command that writes goes on"),
        ProgressDisplay() as progress,
        open_to_write(ctx, store, progress, reconcile=undo is not None) as collection,
    ):
        upkeep = collection.upkeep()
        done = upkeep.bring_back(undo) if undo is not None else upkeep.remove(what or "")
    if format == OutputFormat.JSON:
        print_json(done)
    elif isinstance(done, Removed):
        _print_removed(done)
    else:
        _print_back(done)


def _print_removed(done: Removed) -> None:
    for document in done.documents:
        print(f"removed {document.label} ({document.id})")
    number = done.removal.number
    print(f"{counted(len(done.removal.paths), 'file')} taken out; 'legalkg remove --undo {number}' brings it back")
    if done.on_disk:
        print(f"{counted(len(done.on_disk), 'file')} on disk still: 'legalkg ingest' takes it in again")
    if done.corrections:
        numbers = ", ".join(map(str, done.corrections))
        print(f"kept: {counted(len(done.corrections), 'correction')} ({numbers}), see 'legalkg review list'")


def _print_back(done: BroughtBack) -> None:
    print(f"{counted(len(done.paths), 'file')} brought back")
    for path in done.newer:
        print(f"{path}: was read again since, and stays as it is")


def _print_list(collection: Collection, format: OutputFormat) -> None:  # noqa: A002
    removals = collection.upkeep().removals()
    if format == OutputFormat.JSON:
        print_json(list(removals))
        return
    rows = [(str(one.number), one.at, one.asked, counted(len(one.paths), "file")) for one in removals]
    print_table(("number", "at", "asked for", "files"), rows) if rows else print("nothing was removed")
