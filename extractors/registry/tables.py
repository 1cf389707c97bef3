"""Reads the tables; nothing else does."""

from __future__ import annotations

import csv
import re

from legalkg.extractors.resources import data_path

CsvRow = dict[str, str]

_SPLIT = re.compile(r"\s*\|\s*")


def read_table(name: str) -> list[CsvRow]:
    """Return the rows of a table, each by the names of its columns.

    Args:
        name: The table's file without its ending, such as ``types``.
    """
    with data_path(f"registry/{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_lines(name: str) -> list[str]:
    """Return the lines of a table that is too long to be read whole, its heading first; each row is one line."""
    return data_path(f"registry/{name}.csv").read_text(encoding="utf-8").splitlines()


def split_cell(cell: str) -> list[str]:
    """Return the values of a cell that lists several with '|'."""
    return [value for value in _SPLIT.split(cell.strip()) if value]


def is_yes(cell: str) -> bool:
    """Return whether a cell says yes; an empty one says no."""
    return cell == "yes"
