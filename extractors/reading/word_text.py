"""The text of a Word document's XML: paragraphs, tables, text boxes and notes in their order.

Rows are written as :mod:`legalkg.extractors.reading.lines` says. Calls of footnotes become raised digits ("¹"), calls
of endnotes "[1]", so that the two stay apart. Footnotes follow the paragraph or table that calls them, since a Word
file has no pages; endnotes stand at the end. Text boxes follow the paragraph they are anchored in. Deleted, struck-out
and hidden text is left out, inserted text kept: a change that is not yet accepted counts as made. What lies in the file
in another format (w:altChunk) is put in its place.

Source: ECMA-376 part 1, section 17 (WordprocessingML).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from legalkg.extractors.reading.lines import Lines, raised, row_text
from legalkg.extractors.reading.word_chunks import Chunks
from legalkg.extractors.reading.word_numbering import Labels, W, value

_LEFT_OUT = {
    "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "del", "moveFrom", "instrText", "delText", "Fallback",
    "footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator",
    "",  # comments
}  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_OFF = {"0", "false", "off"}
_NOT_SHOWN = ("vanish", "strike", "dstrike")
"""Properties of a run that is hidden or struck out."""


class WordText:
    """Writes one document."""

    def __init__(self, footnotes: Element | None, endnotes: Element | None, labels: Labels, chunks: Chunks) -> None:
        self._labels = labels
        self._chunks = chunks
        self._footnotes = _Notes(footnotes, "footnote")
        self._endnotes = _Notes(endnotes, "endnote")

    def write(self, body: Element) -> str:
        """Write the text of a body."""
        lines = Lines()
        for block in self._blocks(body):
            lines.add(block)
            lines.set_apart(self._note_text(raised(mark), note) for mark, note in self._footnotes.take_called())
        lines.set_apart(self._note_text(f"[{mark}]", note) for mark, note in self._endnotes.take_called())
        return lines.text()

    def _note_text(self, mark: str, note: Element) -> str:
        return f"{mark} " + "\n".join(self._blocks(note)).strip()

    def _blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            name = _local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                if rows := list(filter(None, map(self._row, _below(child, "tr")))):
                    yield "\n".join(rows)
            elif name == "altChunk":
                if text := self._chunks.text(_relation(child)):
                    yield text
            elif name not in _LEFT_OUT:
                yield from self._blocks(child)

    def _row(self, row: Element) -> str:
        return row_text(["\n".join(self._blocks(cell)).strip("\n") for cell in _below(row, "tc")])

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        text = "".join(self._inline(paragraph, boxes))
        label = self._labels.next_label(paragraph)  # what is struck out counts all the same
        yield text if _is_gone(paragraph.find(f"{W}pPr/{W}rPr")) else label + text
        for box in boxes:
            yield from self._blocks(box)

    def _inline(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        for child in parent:
            name = _local(child)
            if name == "t":
                yield child.text or ""
            elif name == "r":
                yield from self._run(child, boxes)
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "footnoteReference":
                yield raised(self._footnotes.call(child))
            elif name == "endnoteReference":
                yield f"[{self._endnotes.call(child)}]"
            elif name == "txbxContent":
                boxes.append(child)
            elif name not in _LEFT_OUT:
                yield from self._inline(child, boxes)

    def _run(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        properties = run.find(W + "rPr")
        if properties is None:
            yield from self._inline(run, boxes)
        elif not _is_gone(properties):
            text = "".join(self._inline(run, boxes))
            text = text.upper() if _is_on(properties, "caps") else text
            yield raised(text) if value(properties, "vertAlign") == "superscript" else text


class _Notes:
    """Footnotes or endnotes, numbered as they are called."""

    def __init__(self, notes: Element | None, name: str) -> None:
        found = () if notes is None else notes.iter(W + name)
        self._by_id = {note.get(W + "id"): note for note in found}
        self._count = 0
        self._called: list[tuple[str, Element]] = []

    def call(self, reference: Element) -> str:
        self._count += 1
        mark = str(self._count)
        note = self._by_id.get(reference.get(W + "id"))
        if note is not None:
            self._called.append((mark, note))
        return mark

    def take_called(self) -> list[tuple[str, Element]]:
        """Return the notes called since the last time."""
        called, self._called = self._called, []
        return called


def _below(parent: Element, name: str) -> Iterator[Element]:
    """Return rows of a table or cells of a row, those in content controls too, not those of tables inside."""
    for child in parent:
        local = _local(child)
        if local == name:
            yield child
        elif local not in _LEFT_OUT and local != "tc":
            yield from _below(child, name)


def _local(element: Element) -> str:
    """Return the name of an element without its namespace; nothing for a comment, whose tag is a function."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _relation(element: Element) -> str:
    """Return the id of a relation, whose name has another namespace in strict files."""
    return next((value for name, value in element.attrib.items() if name.endswith("}id")), "")


def _is_gone(properties: Element | None) -> bool:
    return properties is not None and any(_is_on(properties, name) for name in _NOT_SHOWN)


def _is_on(properties: Element, name: str) -> bool:
    found = properties.find(W + name)
    return found is not None and found.get(W + "val") not in _OFF
