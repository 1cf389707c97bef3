"""Printing: tables for people at a terminal, plain lines for pipes, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

from pydantic import BaseModel
from rich.table import Table
from rich.text import Text

from legalkg.kg.cli.terminal import console
from legalkg.kg.model import Document

Cell = str | Text
_SHORT = 60
"""Up to this length the name of a law stands beside its number."""


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], title: str = "") -> None:
    """Print a table after an empty line: at a terminal cells wrap, else one line a row, nothing cut or wrapped."""
    print()
    if sys.stdout.isatty():
        table = Table(
            *columns, title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold"
        )
        for row in rows:
            table.add_row(*row)
        console().print(table)
        return
    lines = [[str(cell).replace("\n", " ") for cell in row] for row in (columns, *rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    if title:
        print(title)
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def marked(words: str, places: Sequence[tuple[int, int]]) -> Text:
    """Return words on one line with some places underlined; a line break becomes a blank, so places stay."""
    text = Text(words.replace("\r", " ").replace("\n", " "))
    for start, end in places:
        text.stylize("underline", start, end)
    return text


def print_json(value: BaseModel | Mapping[str, object] | Sequence[object]) -> None:
    """Print a value as indented JSON, letters as they are."""
    if isinstance(value, BaseModel):
        print(value.model_dump_json(indent=2))
    else:
        print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: '1 document', '2,000 documents'."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def describe(document: Document) -> str:
    """Return a line about a document: 'Kết luận 57-KL/TW · 2023-06-15 · Bộ Chính trị · held'."""
    name = document.name if document.number and len(document.name or "") <= _SHORT else None
    known = (document.label, name, document.date, document.issuer, "held" if document.held else "only cited")
    return " · ".join(part for part in known if part)


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError(f"{type(value).__name__} is not JSON")
