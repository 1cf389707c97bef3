"""The command ``legalkg``: composes the commands, each in a module of its own, and reports errors in one line.

Heavy libraries are loaded by the commands that need them, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import metadata
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from kg.cli.chain import chain
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.ingest import ingest
from kg.cli.options import StoreOption, examples
from kg.cli.schema import schema
from kg.cli.search import search
from kg.cli.show import show
from kg.errors import LegalkgError

_INTERRUPTED = 130
PLUGINS = "legalkg.commands"
"""Group of entry points through which commands above kg/ join: name -> function for ``typer``."""


def build() -> typer.Typer:
    """Compose the command line."""
    app = typer.Typer(
        name="legalkg",
        help="What Vietnamese Party and State documents rest on, with the sentence that proves every step.",
        epilog=examples("legalkg ingest data/samples", 'legalkg chain "782-CV/ĐU"', 'legalkg search "đối ngoại"'),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_globals)
    for command in (extract, ingest, chain, show, search, export, schema):
        app.command(epilog=_epilog(command.__module__))(command)
    for plugin in sorted(metadata.entry_points(group=PLUGINS), key=lambda entry: entry.name):
        app.command(plugin.name)(_load(plugin))
    return app


def main() -> None:
    """Run the command line; the exit status is 0, 1 for a reported error, 2 for wrong usage, 130 if interrupted."""
    signal.signal(signal.SIGINT, _interrupt)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        build()()
    except LegalkgError as error:
        print(f"legalkg: {error}", file=sys.stderr)
        sys.exit(1)
    finally:
        _flush()


def _globals(
    ctx: typer.Context,
    store: StoreOption = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.", is_eager=True)] = False,
) -> None:
    if version:
        print(f"legalkg {metadata.version('legalkg')}")
        raise typer.Exit
    ctx.obj = store
