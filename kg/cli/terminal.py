"""What reaches a terminal: characters of documents and file names that it would obey are shown instead.

:func:`legalkg.kg.cli.main` puts :class:`Escaping` before standard output and error, so no command has to think of it.
Formats of graphs are data, and go past it as bytes.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO, cast

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook, RenderResult
from rich.segment import Segment

from legalkg.extractors.text import UNSEEN

_WIDE = 10_000
"""Columns of what is no terminal: lines are never broken there."""


def escape(text: str) -> str:
    r"""Return a text with the characters that nobody sees written as JSON writes them: ``\u001b``, ``\u202e``.

    Tabs and ends of lines stay, so JSON stays JSON.
    """
    return text if text.isprintable() else UNSEEN.sub(_shown, text)


class Escaping:
    """A stream of text that escapes what is written to it.

    Attributes:
        stream: Where it goes.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text, escaped."""
        return self.stream.write(escape(text))

    def writelines(self, lines: Iterable[str]) -> None:
        """Write several texts, escaped."""
        self.stream.writelines(map(escape, lines))

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the stream has."""
        return getattr(self.stream, name)


def escape_output() -> None:
    """Escape from now on what is written to standard output and error."""
    sys.stdout, sys.stderr = (cast(TextIO, Escaping(stream)) for stream in (sys.stdout, sys.stderr))


def console(stream: TextIO | None = None) -> Console:
    """Return a console that escapes; colours, bold and the like only at a terminal and unless NO_COLOR is set.

    Args:
        stream: Where it writes; standard output if None.
    """
    stream = stream or sys.stdout
    terminal = stream.isatty()
    made = Console(
        file=getattr(stream, "stream", stream),  # past the escaping, for its own codes
        soft_wrap=not terminal,
        width=None if terminal else _WIDE,
        color_system=None if os.environ.get("NO_COLOR") else "auto",  # the library leaves bold otherwise
        highlight=False,
        markup=False,
        emoji=False,
    )
    made.push_render_hook(_Hook())
    return made


class _Hook(RenderHook):
    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Escaped(renderable) for renderable in renderables]


class _Escaped:
    """Something to be shown, escaped before it is coloured."""

    def __init__(self, renderable: ConsoleRenderable) -> None:
        self._renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self._renderable, options):
            yield segment if segment.control else Segment(escape(segment.text), segment.style)


def _shown(match: re.Match[str]) -> str:
    return match[0] if match[0] in "\n\t" else json.dumps(match[0])[1:-1]
