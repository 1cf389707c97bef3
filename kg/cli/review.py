"""``legalkg review``: corrections by people, applied on top of what extraction and resolution say."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from typer.models import CommandFunctionType

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
    from legalkg.kg.analysis.tasks import Task
    from legalkg.kg.review import Listed, Review

EXAMPLES = (
    'legalkg review accept 782-CV/ĐU "Chỉ thị số 28-CT/TU" --by Lan',
    "legalkg review reject 782-CV/ĐU 79-KH/TU --relation implements --note 'only asks to cooperate'",
    'legalkg review relink 782-CV/ĐU @1234 "Kết luận 57-KL/TW 2023-06-15"',
    "legalkg review merge ket-luan_57-kl-tw_2023-06-16 ket-luan_57-kl-tw_2023-06-15",
    "legalkg review prefer 32/2009/QH12 /data/laws/32-2009.docx --note 'the stub beat it'",
    "legalkg review reject 99-KL/TW                       there is no such document",
    "legalkg review next --kind ambiguous --by Lan",
    "legalkg review next --list --format json",
    "legalkg review log",
    "legalkg review list --state stale",
    "legalkg review undo",
)

app = typer.Typer(
    help="Correct what was found: citations, relations, identities. Corrections stay when files are read again.",
    epilog=examples(*EXAMPLES),
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _command(*lines: str, name: str | None = None) -> Callable[[CommandFunctionType], CommandFunctionType]:
    """Return what makes a function a command whose help ends with examples."""
    return app.command(name, cls=Command, epilog=examples(*lines))


class State(StrEnum):
    """What became of a correction."""

    APPLIED = "applied"
    STALE = "stale"
    UNDONE = "undone"


class Kind(StrEnum):
    """What may be worth a minute."""

    AMBIGUOUS = "ambiguous"
    EDGE = "edge"
    CONFLICT = "conflict"
    NAME = "name"
    STUB = "stub"


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


@_command(
    'legalkg review accept 782-CV/ĐU "Chỉ thị số 28-CT/TU" --by Lan',
    "legalkg review accept 782-CV/ĐU 28-CT/TU --relation implements",
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
    _do(ctx, store, lambda review: (review.accept(document, citation, by=_who(by), note=note, relation=relation),))


@_command(
    "legalkg review reject 782-CV/ĐU 79-KH/TU --relation implements --note 'only asks to cooperate'",
    "legalkg review reject 782-CV/ĐU @1234",
)
def reject(
    ctx: typer.Context,
    document: DocumentArgument,
    citation: Annotated[
        str | None,
        typer.Argument(
            metavar="CITATION",
            help="Words of the citation, its number, or @ and its offset; without it all that cite DOC.",
            show_default=False,
        ),
    ] = None,
    relation: RelationOption = None,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say that a citation means no document, or does not state a relation: there will be no edge.

    Of a document that is only cited, without CITATION: that there is no such document, whoever cites it.
    """
    if citation is None:
        _do(ctx, store, lambda review: review.reject_document(document, by=_who(by), note=note))
        return
    _do(ctx, store, lambda review: (review.reject(document, citation, by=_who(by), note=note, relation=relation),))


@_command('legalkg review relink 782-CV/ĐU @1234 "Kết luận 57-KL/TW 2023-06-15"')
def relink(  # noqa: PLR0913, PLR0917  (options of the command line)
    ctx: typer.Context,
    document: DocumentArgument,
    citation: CitationArgument,
    target: OneArgument,
    new: Annotated[
        bool, typer.Option("--new", help="Do not ask where nobody holds, cites or registers the document.")
    ] = False,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say which document a citation means; asks where nobody knows that document."""
    from legalkg.kg.review import UnknownTarget

    def relink(review: Review) -> tuple[Listed, ...]:
        try:
            return (review.relink(document, citation, target, by=_who(by), note=note, new=new),)
        except UnknownTarget as error:
            if not _confirmed(str(error)):
                raise
            return (review.relink(document, citation, target, by=_who(by), note=note, new=True),)

    _do(ctx, store, relink)


@_command("legalkg review merge ket-luan_57-kl-tw_2023-06-16 ket-luan_57-kl-tw_2023-06-15")
def merge(
    ctx: typer.Context,
    one: OneArgument,
    other: OneArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say that the first document is the second, and goes by its name."""
    _do(ctx, store, lambda review: (review.merge(one, other, by=_who(by), note=note),))


@_command("legalkg review split ket-luan_57-kl-tw_2023-06-16 ket-luan_57-kl-tw_2023-06-15")
def split(
    ctx: typer.Context,
    one: OneArgument,
    other: OneArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say that two documents that were taken for one are two."""
    _do(ctx, store, lambda review: (review.split(one, other, by=_who(by), note=note),))


@_command("legalkg review prefer 32/2009/QH12 /data/laws/32-2009.docx --note 'the stub beat it'")
def prefer(
    ctx: typer.Context,
    document: OneArgument,
    path: Annotated[str, typer.Argument(metavar="PATH", help="One of its files, or how its path ends.")],
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
) -> None:
    """Say which of the files that hold a document counts ('legalkg copies DOC' lists them)."""
    _do(ctx, store, lambda review: (review.prefer(document, path, by=_who(by), note=note),))


@_command("legalkg review undo 3     the number that 'legalkg review list' gives")
def undo(
    ctx: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="NUMBER", help="Of the correction [default: the last that stands].", show_default=False),
    ] = None,
    by: ByOption = None,
    store: StoreOption = None,
) -> None:
    """Take a correction back; it stays in the list."""
    _do(ctx, store, lambda review: (review.undo(number, by=_who(by)),))


@_command("legalkg review list", "legalkg review list --state stale --format json", name="list")
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


@_command("legalkg review next --kind ambiguous --by Lan", "legalkg review next --list --format json", name="next")
def next_(
    ctx: typer.Context,
    kind: Annotated[list[Kind] | None, typer.Option("--kind", help="Only this; may be repeated.")] = None,
    list_only: Annotated[bool, typer.Option("--list", help="List what there is to decide.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="With --list: greatest number.")] = 20,
    by: ByOption = None,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Lead through what is worth a minute, what most depends on first.

    Ambiguous citations, edges that are least sure, conflicts, names that lead nowhere, stubs. Each is shown with the
    commands that decide it; an answer decides it at once, and 'u' takes the last one back.
    """
    from legalkg.kg.analysis.tasks import KINDS, tasks
    from legalkg.kg.cli.progress import ProgressDisplay
    from legalkg.kg.cli.review_next import Guide

    kinds = [one.value for one in kind] if kind else KINDS
    if list_only or format == OutputFormat.JSON:
        with open_collection(ctx, store) as collection:
            _list_tasks(tasks(collection, kinds), limit, format)
        return
    with ProgressDisplay() as progress, open_to_write(ctx, store, progress) as collection:
        found = tasks(collection, kinds)
        done = Guide(collection.review(), _who(by), _answer).lead(found)
    print(f"\n{done} of {len(found)} decided" if found else "nothing to decide")


@_command("legalkg review log", "legalkg review log --format json")
def log(ctx: typer.Context, store: StoreOption = None, format: FormatOption = OutputFormat.TABLE) -> None:  # noqa: A002
    """Tell what each correction changed: what was meant before, and what after."""
    from legalkg.kg.review_log import ReviewLog

    with open_collection(ctx, store) as collection:
        found = list(ReviewLog(collection.parts, collection.review()).entries())
    if format == OutputFormat.JSON:
        print_json(found)
    elif found:
        rows = [(*_row(one.listed)[:5], one.before, one.after, _row(one.listed)[6]) for one in found]
        print_table(("number", "state", "decision", "document", "words", "before", "after", "by"), rows)
    else:
        print("no corrections")


def _list_tasks(found: Sequence[Task], limit: int, format: OutputFormat) -> None:  # noqa: A002
    if format == OutputFormat.JSON:
        print_json({"total": len(found), "tasks": found[:limit]})
        return
    rows = [(one.kind, one.document.id, one.citation or "", one.says, f"{one.weight:g}") for one in found[:limit]]
    if rows:
        print_table(("kind", "document", "at", "to decide", "weight"), rows)
    print(f"{len(rows)} of {len(found)}" if found else "nothing to decide")


def _answer(choices: str) -> str | None:
    """Ask; None where there is nobody to answer."""
    try:
        return input(f"[{choices}] ").strip()
    except EOFError:
        return None


def _confirmed(question: str) -> bool:
    try:
        return typer.confirm(question)
    except typer.Abort:  # nobody there
        return False


def _do(ctx: typer.Context, store: str | None, action: Callable[[Review], tuple[Listed, ...]]) -> None:
    from legalkg.kg.cli.progress import ProgressDisplay

    with ProgressDisplay() as progress, open_to_write(ctx, store, progress) as collection:
        done = action(collection.review())
    for one in done:
        print(f"correction {one.correction.id}: {one.state}")
    if not done:
        print("nothing to correct")


def _row(listed: Listed) -> tuple[str, ...]:
    found = listed.correction
    decision = f"{found.kind} {found.relation}" if found.relation else found.kind
    by = f"{found.by}, {found.at[:10]}"
    words = " ".join((found.quote or found.path or "").split())
    meant = listed.target.id if listed.target else ""
    return str(found.id), listed.state, decision, listed.document.id, words, meant, by, found.note


def _who(by: str | None) -> str:
    if by:
        return by
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        raise typer.BadParameter("say who decides", param_hint="--by") from None
