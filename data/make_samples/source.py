"""The source of a sample: one document as plain text, cut into the parts that official documents have.

Lines that start with ``@`` open a part: left, right (the two columns of the letterhead), title, body,
recipients, signature, notes, annex. A line is a paragraph; ``[^1]`` calls the first line of the notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

Lines = tuple[str, ...]
Row = tuple[Lines, Lines]

FIXED_DATE = datetime(2025, 1, 1, tzinfo=UTC)
"""Stands in the properties of every file, so that a second run gives the same bytes."""

DISCLAIMER = "Văn bản minh họa: số, ngày, cơ quan là thật; lời văn không phải nguyên văn"

NOTE_CALL = re.compile(r"\[\^(\d+)\]")
_HEADING = re.compile(r"(Chương|Điều \d+\.|[IVX]+\.) ?.*[^.;:/]$")
_CENTRED = re.compile(r"Chương |Kính gửi:|\(Kèm theo|[^a-zà-ỹ.]+$")
_BASIS = re.compile(r"(Căn cứ|Theo đề nghị) .*;$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Source:
    """One document."""

    left: Lines
    right: Lines
    body: Lines
    title: Lines = ()
    recipients: Lines = ()
    signature: Lines = ()
    notes: Lines = ()
    annex: Lines = ()

    @property
    def letterhead(self) -> tuple[Row, Row]:
        """Two rows of two cells: issuer and motto above, number and date below."""
        cut = next(i for i, line in enumerate(self.left) if line.startswith(("Số", "Luật số")))
        return (self.left[:cut], self.right[:-1]), (self.left[cut:], self.right[-1:])

    @property
    def number(self) -> str:
        """'57-KL/TW', without the word before it."""
        return self.letterhead[1][0][0].split()[-1]

    @property
    def type(self) -> str:
        """'Nghị định'; an official letter prints no type."""
        return self.title[0].capitalize() if self.title else "Công văn"

    @property
    def subject(self) -> str:
        """The title without the type; an official letter prints it below its number."""
        return " ".join(self.title[1:] or self.letterhead[1][0][1:])

    @property
    def closing(self) -> Row:
        """The cells at the end: recipients on the left, the signature on the right."""
        return ("Nơi nhận:", *self.recipients) if self.recipients else (), self.signature


@dataclass(frozen=True)
class Look:
    """How a paragraph is set."""

    bold: bool = False
    italic: bool = False
    centred: bool = False


PLAIN = Look()
TITLE = Look(bold=True, centred=True)


def look_of(paragraph: str) -> Look:
    """Tell headings, lines of legal basis and centred lines by their wording."""
    return Look(
        bold=bool(_HEADING.match(paragraph)) or paragraph.isupper(),
        italic=bool(_BASIS.match(paragraph)),
        centred=bool(_CENTRED.match(paragraph)),
    )


def read_source(path: Path) -> Source:
    """Read one source file."""
    parts: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            part = parts.setdefault(line[1:], [])
        else:
            part.append(line)
    return Source(**{name: tuple(lines) for name, lines in parts.items()})


def with_raised_calls(text: str) -> str:
    """Set the calls of notes in raised digits."""
    return NOTE_CALL.sub(lambda call: call[1].translate(_RAISED), text)


def numbered_notes(source: Source) -> Lines:
    """Return the notes with their raised numbers, as they stand below a page."""
    return tuple(f"{str(number).translate(_RAISED)} {note}" for number, note in enumerate(source.notes, 1))
