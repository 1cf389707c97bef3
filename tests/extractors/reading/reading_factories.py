"""Small files of every format, made in memory."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "data" / "samples"
SHARED = Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared"))

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Run(NamedTuple):
    """Letters drawn at one place of a page, in points from its lower left corner; each is half its size wide.

    An underscore leaves the place of a letter free, as fonts do that lack it. A run may be drawn on the page as it lies
    when it is turned by some degrees clockwise; its place is then that on the turned page.
    """

    text: str
    left: float
    baseline: float
    size: float = 12
    turn: int = 0


def make_pdf(
    *pages: Sequence[Run], sideways: bool = False, picture: bool = False, rotate: int = 0, matrix: str = ""
) -> bytes:
    """Make a PDF that draws the runs of each page in their order.

    Args:
        pages: The runs of each page.
        sideways: Whether the pages are drawn sideways and turned by a quarter when shown, as landscape tables are.
        picture: Whether each page shows a grey picture too, as a scan does.
        rotate: Degrees by which a reader turns the pages clockwise when it shows them.
        matrix: What the whole drawing goes through: "0 1 -1 0 595 0".
    """
    letters = sorted({letter for page in pages for run in page for letter in run.text} - {" ", "_"})
    codes = {letter: code for code, letter in enumerate(letters, 33)} | {" ": 32}
    names = " ".join(["/n"] * len(letters))
    mapping = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{mapping}\nendbfchar endcmap end end"
    )
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: (
            f"<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 32/LastChar 255/Widths[{' 500' * 224}]"
            f"/Encoding<</Differences[32 /space {names}]>>/ToUnicode 4 0 R>>"
        ).encode(),
        4: _stream("", unicode_map.encode()),
        5: _stream(
            "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80\x80\x80\x80"
        ),
    }
    kids = []
    for page in pages:
        drawing = "q 500 0 0 700 40 40 cm /I Do Q\n" if picture else ""
        for run in page:
            text = "".join(
                str(-500 * len(part)) if part[0] == "_" else f"<{bytes(codes[letter] for letter in part).hex()}>"
                for part in re.findall("_+|[^_]+", run.text)
            )
            place = _place(run._replace(turn=90) if sideways else run)
            drawing += f"BT /F {run.size} Tf {place} Tm [{text}] TJ ET\n"
        number = len(objects) + 2
        objects[number] = _stream("", f"q {matrix} cm {drawing} Q".encode() if matrix else drawing.encode())
        objects[number + 1] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {90 if sideways else rotate}/Contents {number} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>>>"
        ).encode()
        kids.append(f"{number + 1} 0 R")
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _pdf_file(objects)


def _place(run: Run) -> str:
    match run.turn:
        case 90:
            return f"0 1 -1 0 {595 - run.baseline} {run.left}"
        case 180:
            return f"-1 0 0 -1 {595 - run.left} {842 - run.baseline}"
        case 270:
            return f"0 -1 1 0 {run.baseline} {842 - run.left}"
    return f"1 0 0 1 {run.left} {run.baseline}"


def _stream(entries: str, data: bytes) -> bytes:
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _pdf_file(objects: dict[int, bytes]) -> bytes:
    file = b"%PDF-1.4\n"
    table = b"0000000000 65535 f \n"
    for number in sorted(objects):
        table += f"{len(file):010d} 00000 n \n".encode()
        file += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    count = len(objects) + 1
    trailer = f"trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF\n"
    return file + f"xref\n0 {count}\n".encode() + table + trailer.encode()


def column(*lines: str, left: float = 70, top: float = 780, size: float = 12, pitch: float = 16) -> list[Run]:
    """Give runs of lines below each other."""
    return [Run(line, left, top - pitch * i, size) for i, line in enumerate(lines)]


def make_docx(body: str, **parts: str) -> bytes:
    """Make a Word file.

    Args:
        body: XML of the body, with the prefix ``w``.
        parts: XML within the root of further parts: footnotes, endnotes, numbering, styles.
    """
    files = {"word/document.xml": _xml("document", f"<w:body>{body}</w:body>")}
    relations = {"_rels/.rels": [("officeDocument", "word/document.xml")], "word/_rels/document.xml.rels": []}
    for name, content in parts.items():
        files[f"word/{name}.xml"] = _xml(name, content)
        relations["word/_rels/document.xml.rels"].append((name, f"{name}.xml"))
    for path, targets in relations.items():
        listed = "".join(
            f'<Relationship Id="r{i}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
            for i, (kind, target) in enumerate(targets)
        )
        files[path] = f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'
    return make_zip(files)


def _xml(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{WORD}">{content}</w:{root}>'


def make_zip(files: dict[str, str]) -> bytes:
    """Make an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph(*texts: str, properties: str = "") -> str:
    """Give the XML of a paragraph, a run a text; what is XML already goes in as it is."""
    runs = "".join(
        text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """Give the XML of a table whose cells are XML of blocks."""
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )
