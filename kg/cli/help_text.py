"""What ``--help`` shows of arguments and options: what to give, not the types of a programming language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand

_BEHIND_AN_ARGUMENT = re.compile(r" <(?:str|int|float|path|list\[.*\])>$", re.IGNORECASE)
"""What the library puts behind the name of an argument, which says already what it is."""
_TYPE = re.compile(r"<([a-z ]+)>")
_ASKED_FOR = {"int": "N", "int range": "N", "float range": "N", "str": "TEXT"}


class Command(TyperCommand):
    """A command whose help names no types: ``--limit N``, ``FILE...``."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what ``--help`` says of each, as the library does, with other names."""
        write = formatter.write_dl

        def write_renamed(rows: Iterable[tuple[str, str]]) -> None:
            write([(_named(name), text) for name, text in rows])

        formatter.write_dl = write_renamed
        super().format_options(ctx, formatter)
        formatter.write_dl = write


def _named(parameter: str) -> str:
    if parameter.startswith("-"):
        return _TYPE.sub(lambda kind: _ASKED_FOR.get(kind[1], kind[0]), parameter)
    return _BEHIND_AN_ARGUMENT.sub("", parameter)
