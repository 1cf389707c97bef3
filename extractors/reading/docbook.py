"""The text of antiword's DocBook, with the notes of its plain text.

DocBook keeps the cells of tables apart but leaves notes empty; the plain text gives them in a list at its end,
"[1] …". Rows are written as :mod:`legalkg.extractors.reading.lines` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.lines import Lines, raised, row_text

_RULE = re.compile(r"\n-{20,}\n")
_NOTE = re.compile(r"^\[(\d+)\] ", re.MULTILINE)
# What XML 1.0 does not allow and antiword writes nevertheless.
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTAINERS = {"orderedlist", "itemizedlist", "listitem", "tgroup", "tbody"}
_PARAGRAPHS = {"para", "title"}


def read(data: bytes, limits: ReadingLimits, plain: str) -> list[str]:
    """Return the text of a document, as one string in a list.

    Args:
        data: What ``antiword -x db`` gives.
        limits: Length of the text.
        plain: What ``antiword`` gives, for its notes.

    Raises:
        Unreadable: The DocBook cannot be parsed.
    """
    try:
        book: Element = fromstring(_NOT_XML.sub(b"", data))
    except ParseError as error:
        raise Unreadable(f"cannot be read by antiword: its DocBook cannot be parsed ({error})") from error
    notes = _notes(plain)
    # antiword loses calls within tables: then no call can be matched with its note.
    writer = _Writer(calls=len(list(book.iter("footnote"))) == len(notes))
    lines = Lines()
    for chapter in book.iter("chapter"):
        for block in writer.blocks(chapter):
            lines.add(block)
    lines.set_apart(notes)
    text = lines.text()
    limits.check_length(len(text))
    return [text]


def _notes(plain: str) -> list[str]:
    """Return the notes, each with its mark; between rules antiword lists text boxes too."""
    for part in _RULE.split(plain)[1:]:
        if part.lstrip().startswith("[1] "):
            _, *parts = _NOTE.split(part)
            return [f"{raised(mark)} {' '.join(note.split())}" for mark, note in zip(*[iter(parts)] * 2, strict=True)]
    return []


class _Writer:
    def __init__(self, *, calls: bool) -> None:
        self._calls = calls
        self._called = 0

    def blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == "row":
                if row := row_text([_trimmed(self._inline(cell)) for cell in child.iter("entry")]):
                    yield row
            elif child.tag in _CONTAINERS or child.tag.startswith("sect"):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        table = paragraph.find("informaltable")
        if table is not None:
            yield from self.blocks(table)
        elif paragraph.tag != "title" or len(paragraph) or paragraph.text:
            yield _trimmed(self._inline(paragraph))

    def _inline(self, element: Element) -> str:
        """Write text and calls of notes."""
        pieces = [element.text or ""]
        for child in element:
            if child.tag == "footnote":
                self._called += 1
                pieces.append(raised(str(self._called)) if self._calls else "")
            elif child.tag == "superscript":
                pieces.append(raised(self._inline(child)))
            else:
                pieces.append(self._inline(child))
            pieces.append(child.tail or "")
        return "".join(pieces)


def _trimmed(text: str) -> str:
    """Take off the line ends inside the tags, and the indentation before the closing one, which antiword adds."""
    return text.removeprefix("\n").rstrip(" \n")
