"""Printing: tables for people at a terminal, plain lines for pipes, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

from pydantic import BaseModel
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from legalkg.kg.cli.terminal import console
from legalkg.kg.model import Document

Cell = str | Text
_GAP = 2
"""Blanks between two columns."""
_SHORT = 60
"""Up to this length the name of a law stands beside its number."""


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], title: str = "") -> None:
    """Print a table after an empty line: at a terminal cells wrap, else one line a row, nothing cut or wrapped.

    Numbers and ids are to be typed again, so a terminal breaks no word: where the columns have no room for their
    longest words, each row is printed as names and values.
    """
    print()
    if sys.stdout.isatty():
        _print_at_terminal(console(), columns, rows, title)
        return
    lines = [[str(cell).replace("\n", " ") for cell in row] for row in (columns, *rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    if title:
        print(title)
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _print_at_terminal(printer: Console, columns: Sequence[str], rows: Sequence[Sequence[Cell]], title: str) -> None:
    if title:
        for line in title.splitlines():
            printer.print(line, soft_wrap=True)
    widths = _widths(columns, rows, printer.width - _GAP * (len(columns) - 1))
    if widths is None:
        for row in rows:
            _print_record(printer, columns, row)
        return
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for name, width in zip(columns, widths, strict=True):
        table.add_column(name, width=width, overflow="fold")
    for row in rows:
        table.add_row(*row)
    printer.print(table)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[Cell]], room: int) -> list[int] | None:
    """Return how wide each column is, so that no word is broken; None where there is no room for that."""
    cells = [[str(row[at]) for row in (columns, *rows)] for at in range(len(columns))]
    widths = [max(map(_longest_word, column)) for column in cells]
    wanted = [max(map(cell_len, column)) for column in cells]
    left = room - sum(widths)
    if left < 0:
        return None
    while left > 0 and (short := [at for at in range(len(columns)) if widths[at] < wanted[at]]):
        least = min(short, key=lambda at: widths[at])  # the narrowest needs most lines
        widths[least] += 1
        left -= 1
    return widths


def _print_record(printer: Console, columns: Sequence[str], row: Sequence[Cell]) -> None:
    """Print a row as names and values, one after the other over as many lines as it takes."""
    given = [(name, cell) for name, cell in zip(columns, row, strict=True) if str(cell)]
    record = Text(" · ").join(Text.assemble((name, "bold"), " ", cell) for name, cell in given)
    fits = _longest_word(record.plain) <= printer.width - _GAP
    for at, line in enumerate(record.wrap(printer, printer.width - _GAP) if fits else [record]):
        line.rstrip()
        printer.print(Text(" " * _GAP if at else "").append_text(line), soft_wrap=True)


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split()), default=0)


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


def describe(document: Document) -> str:
    """Return a line about a document: 'Kết luận 57-KL/TW · 2023-06-15 · Bộ Chính trị · held'."""
    name = document.name if document.number and len(document.name or "") <= _SHORT else None
    known = (document.label, name, document.date, document.issuer, "held" if document.held else "only cited")
    return " · ".join(part for part in known if part)


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError(f"{type(value).__name__} is not JSON")
