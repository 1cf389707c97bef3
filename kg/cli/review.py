"""``legalkg review``: corrections by people, applied on top of what extraction and resolution say."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.help_text import Command
from legalkg.kg.cli.options import (
    FormatOption,
    OutputFormat,
    StoreOption,
    examples,
    open_collection,
    open_to_write,
    relation_named,
)
from legalkg.kg.cli.output import print_json, print_table

if TYPE_CHECKING:
    from legalkg.kg.review import Listed, Review

EXAMPLES = (
    'legalkg review accept 782-CV/ĐU "Chỉ thị số 28-CT/TU" --by Lan',
    "legalkg review reject 782-CV/ĐU 79-KH/TU --relation implements --note 'only asks to cooperate'",
    'legalkg review relink 782-CV/ĐU @1234 "Kết luận 57-KL/TW 2023-06-15"',
    "legalkg review merge ket-luan_57-kl-tw_2023-06-16 ket-luan_57-kl-tw_2023-06-15",
    "legalkg review list --state stale",
    "legalkg review undo 3",
)

app = typer.Typer(
    help="Correct what was found: citations, relations, identities. Corrections stay when files are read again.",
    epilog=examples(*EXAMPLES),
    no_args_is_help=True,
    rich_markup_mode=None,
)


class State(StrEnum):
    """What became of a correction."""

    APPLIED = "applied"
    STALE = "stale"
    UNDONE = "undone"


DocumentArgument = Annotated[str, typer.Argument(metavar="DOC", help="The citing document.", show_default=False)]
CitationArgument = Annotated[
    str,
    typer.Argument(
        metavar="CITATION", help="Words of the citation, its number, or @ and its offset.", show_default=False
    ),
]
OneArgument = Annotated[str, typer.Argument(metavar="DOC", help="Number, name, id or IRI.", show_default=False)]
RelationOption = Annotated[
    str | None,
    typer.Option(
        "--relation", parser=relation_named, metavar="NAME", help="The relation that is meant, not the citation."
    ),
]
ByOption = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides [default: your login name].")]
NoteOption = Annotated[str, typer.Option("--note", help="Why.")]


@app.command(
    cls=Command,
    epilog=examples(
        'legalkg review accept 782-CV/ĐU "Chỉ thị số 28-CT/TU" --by Lan',
        "legalkg review accept 782-CV/ĐU 28-CT/TU --relation implements",
    ),
)
def accept(
    ctx: typer.Context,
    document: DocumentArgument,
    citation: CitationArgument,
    relation: RelationOption = None,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Confirm what a citation was resolved to, or a relation."""
    _do(ctx, store, lambda review: review.accept(document, citation, by=_who(by), note=note, relation=relation))


@app.command(
    cls=Command,
    epilog=examples(
        "legalkg review reject 782-CV/ĐU 79-KH/TU --relation implements --note 'only asks to cooperate'",
        "legalkg review reject 782-CV/ĐU @1234",
    ),
)
def reject(
    ctx: typer.Context,
    document: DocumentArgument,
    citation: CitationArgument,
    relation: RelationOption = None,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say that a citation means no document, or does not state a relation: there will be no edge."""
    _do(ctx, store, lambda review: review.reject(document, citation, by=_who(by), note=note, relation=relation))


@app.command(cls=Command, epilog=examples('legalkg review relink 782-CV/ĐU @1234 "Kết luận 57-KL/TW 2023-06-15"'))
def relink(
    ctx: typer.Context,
    document: DocumentArgument,
    citation: CitationArgument,
    target: OneArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say which document a citation means."""
    _do(ctx, store, lambda review: review.relink(document, citation, target, by=_who(by), note=note))


@app.command(
    cls=Command,
    epilog=examples(
        "legalkg review merge ket-luan_57-kl-tw_2023-06-16 ket-luan_57-kl-tw_2023-06-15",
    ),
)
def merge(
    ctx: typer.Context,
    one: OneArgument,
    other: OneArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say that the first document is the second, and goes by its name."""
    _do(ctx, store, lambda review: review.merge(one, other, by=_who(by), note=note))


@app.command(
    cls=Command,
    epilog=examples(
        "legalkg review split ket-luan_57-kl-tw_2023-06-16 ket-luan_57-kl-tw_2023-06-15",
    ),
)
def split(
    ctx: typer.Context,
    one: OneArgument,
    other: OneArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say that two documents that were taken for one are two."""
    _do(ctx, store, lambda review: review.split(one, other, by=_who(by), note=note))


@app.command(cls=Command, epilog=examples("legalkg review undo 3     the number that 'legalkg review list' gives"))
def undo(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of the correction.", show_default=False)],
    by: ByOption = None,
    store: StoreOption = None,
) -> None:
    """Take a correction back; it stays in the list."""
    _do(ctx, store, lambda review: review.undo(number, by=_who(by)))


@app.command(
    "list", cls=Command, epilog=examples("legalkg review list", "legalkg review list --state stale --format json")
)
def list_(
    ctx: typer.Context,
    state: Annotated[State | None, typer.Option("--state", help="Only these.")] = None,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """List corrections; a stale one is about words or documents that are no longer there, and changes nothing."""
    with open_collection(ctx, store) as collection:
        found = collection.review().list(state.value if state else None)
    if format == OutputFormat.JSON:
        print_json(list(found))
    elif found:
        print_table(("number", "state", "decision", "document", "words", "meant", "by", "note"), list(map(_row, found)))
    else:
        print("no corrections")


def _do(ctx: typer.Context, store: str | None, action: Callable[[Review], Listed]) -> None:
    from legalkg.kg.cli.progress import ProgressDisplay

    with ProgressDisplay() as progress, open_to_write(ctx, store, progress) as collection:
        done = action(collection.review())
    print(f"correction {done.correction.id}: {done.state}")


def _row(listed: Listed) -> tuple[str, ...]:
    found = listed.correction
    decision = f"{found.kind} {found.relation}" if found.relation else found.kind
    by = f"{found.by}, {found.at[:10]}"
    words = " ".join((found.quote or "").split())
    meant = listed.target.id if listed.target else ""
    return str(found.id), listed.state, decision, listed.document.id, words, meant, by, found.note


def _who(by: str | None) -> str:
    if by:
        return by
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        raise typer.BadParameter("say who decides", param_hint="--by") from None
