"""Samples as Word files: letterhead and signature in tables, as offices set them, and real footnotes."""

from __future__ import annotations

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from .source import DISCLAIMER, FIXED_DATE, NOTE_CALL, PLAIN, TITLE, Lines, Look, Source, look_of

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def render_docx(source: Source) -> bytes:
    """Write the document as a Word file."""
    document = Document()
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Times New Roman", Pt(13)
    _add_letterhead(document, source)
    for line in source.title:
        _set_text(document.add_paragraph(), line, TITLE)
    for paragraph in source.body:
        _set_text(document.add_paragraph(), paragraph, look_of(paragraph))
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _fill(left, source.closing[0], PLAIN)
    _fill(right, source.closing[1], TITLE)
    for line in source.annex:
        _set_text(document.add_paragraph(), line, look_of(line))
    if source.notes:
        _add_footnotes(document, source.notes)
    _set_properties(document, source)
    buffer = BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer)


def _add_letterhead(document: WordDocument, source: Source) -> None:
    above, below = document.add_table(rows=2, cols=2).rows
    for row, texts, look in zip((above, below), source.letterhead, (TITLE, Look(centred=True)), strict=True):
        for cell, lines in zip(row.cells, texts, strict=True):
            _fill(cell, lines, look)


def _fill(cell: _Cell, lines: Lines, look: Look) -> None:
    for i, line in enumerate(lines):
        _set_text(cell.add_paragraph() if i else cell.paragraphs[0], line, look)


def _set_text(paragraph: Paragraph, text: str, look: Look) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    for i, piece in enumerate(NOTE_CALL.split(text)):
        run = paragraph.add_run()
        if i % 2:  # the split leaves the numbers of the notes at the odd places
            run.font.superscript = True
            call = OxmlElement("w:footnoteReference")
            call.set(qn("w:id"), piece)
            run._r.append(call)
        else:
            run.text, run.bold, run.italic = piece, look.bold, look.italic


def _add_footnotes(document: WordDocument, notes: Lines) -> None:
    """Add the part that python-docx does not know; ids -1 and 0 are the separators that Word asks for."""
    xml = [f"<w:footnotes {nsdecls('w')}>"]
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        xml.append(f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>')
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    for number, note in enumerate(notes, 1):
        text = f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r>'
        xml.append(f'<w:footnote w:id="{number}"><w:p>{mark}{text}</w:p></w:footnote>')
    xml.append("</w:footnotes>")
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, "".join(xml).encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _set_properties(document: WordDocument, source: Source) -> None:
    properties = document.core_properties
    properties.title = f"{source.type} {source.number}"
    properties.author = properties.last_modified_by = "legalkg"
    properties.comments = DISCLAIMER
    properties.created = properties.modified = FIXED_DATE


def _with_fixed_times(buffer: BytesIO) -> bytes:
    """Write the archive again without the clock that python-docx stamps into it."""
    packed = BytesIO()
    with ZipFile(buffer) as old, ZipFile(packed, "w") as new:
        for name in sorted(old.namelist()):
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            new.writestr(entry, old.read(name))
    return packed.getvalue()
