"""The command ``legalkg``: composes the commands, each in a module of its own, and reports errors in one line.

Heavy libraries are loaded by the commands that need them, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from legalkg.kg.cli import (
    chain,
    check,
    compact,
    conflicts,
    copies,
    diff,
    doctor,
    explain,
    export,
    extract,
    extract_dataset,
    ingest,
    missing,
    read,
    rebuild,
    remove,
    review,
    runs,
    schema,
    search,
    show,
    stats,
    timeline,
    validate,
)
from legalkg.kg.cli.help_text import Command
from legalkg.kg.cli.options import StoreOption, examples
from legalkg.kg.cli.terminal import escape_output
from legalkg.kg.errors import LegalkgError, WrongUsage

_COMMANDS = (
    extract, extract_dataset, ingest, runs, diff, copies, remove, compact, rebuild, doctor, chain, show, read,
    timeline, check, search, missing, conflicts, stats, explain, export, validate, schema,
)  # fmt: skip
WRONG_USAGE = 2
_INTERRUPTED = 130
_UsageError: Any = typer.BadParameter.__base__
"""What the library raises for wrong usage; which library that is differs between versions of typer."""
PLUGINS = "legalkg.commands"
"""Group of entry points through which commands above kg/ join: name -> function for ``typer``."""


def build() -> typer.Typer:
    """Compose the command line."""
    app = typer.Typer(
        name="legalkg",
        help="What Vietnamese Party and State documents rest on, with the sentence that proves every step.",
        epilog=examples("legalkg ingest data/samples", "legalkg chain 782-CV/ĐU", 'legalkg search "đối ngoại"'),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_globals)
    for module in _COMMANDS:
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        app.command(name, cls=Command, epilog=examples(*module.EXAMPLES))(module.command)
    app.add_typer(review.app, name="review")
    for plugin in sorted(metadata.entry_points(group=PLUGINS), key=lambda entry: entry.name):
        command, lines = _load(plugin)
        app.command(plugin.name, cls=Command, epilog=examples(*lines))(command)
    return app


def main() -> None:
    """Run the command line.

    The exit status is 0, 1 for an error, 2 for wrong usage, 130 if interrupted; errors are told in one line.
    """
    signal.signal(signal.SIGINT, _interrupt)
    for stream, errors in ((sys.stdin, None), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)  # paths may be no UTF-8
    escape_output()
    try:
        status = _run()
        sys.stdout.flush()
    except BrokenPipeError:  # a reader that has gone away, such as head, is no error
        status = 0
        _let_go_of_output()
    except OSError as error:
        status = _say(f"{error.filename or 'standard output'}: {error.strerror or error}", 1)
        _let_go_of_output()
    sys.exit(status)


def _run() -> int:
    """Run the command and give the exit status."""
    try:
        return build()(standalone_mode=False) or 0
    except _UsageError as error:
        said = error.format_message().strip()
        if said.startswith("Usage:"):  # who gives no command at all gets the help
            print(said, file=sys.stderr)
            return WRONG_USAGE
        command = error.ctx.command_path if error.ctx else "legalkg"
        return _say(f"{' '.join(said.split()).rstrip('.')}; see '{command} --help'", WRONG_USAGE)
    except LegalkgError as error:
        return _say(str(error), WRONG_USAGE if isinstance(error, WrongUsage) else 1)
    except typer.Abort:  # of a question that nobody answered
        return _say("given up; nothing was changed", 1)


def _say(message: str, status: int) -> int:
    print(f"legalkg: {message}", file=sys.stderr)
    return status


def _load(plugin: metadata.EntryPoint) -> tuple[Callable[..., None], Sequence[str]]:
    """Load a command and its examples; one that cannot be loaded says so when called, and takes no other with it."""
    try:
        command: Callable[..., None] = plugin.load()
    except ImportError as error:
        reason = str(error)

        def command() -> None:
            """Not available in this installation."""
            raise LegalkgError(f"the command {plugin.name!r} cannot be loaded: {reason}")

    return command, getattr(sys.modules[command.__module__], "EXAMPLES", ())


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"legalkg {metadata.version('legalkg')}")
        raise typer.Exit


def _globals(
    ctx: typer.Context,
    store: StoreOption = None,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    ctx.obj = store


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(_INTERRUPTED)


def _let_go_of_output() -> None:
    """Throw away what is left to be written, so that the end of Python does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
