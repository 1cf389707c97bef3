"""PDF files with a text layer: the text of each page, without running heads and page numbers.

The text layer is taken as it is; hyphens at the end of a line are kept, since in Vietnamese they belong to the word
("kinh tế - xã hội", "12/QĐ-UBND").
"""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.page_columns import page_text
from legalkg.extractors.reading.page_margins import without_margins
from legalkg.extractors.reading.page_rows import PageRow, read_rows

_END = b"%%EOF"
_TAIL = 4096
# A page with fewer letters than this and a picture is a scan, with a stamp or a page number upon it.
_FEWEST_LETTERS = 40
_MOST_UNKNOWN = 0.2


def read(data: bytes, limits: ReadingLimits) -> list[str | None]:
    """Return the text of each page; None for a page that is a picture or whose letters have no Unicode.

    Raises:
        Unreadable: Encrypted, cut off or damaged, or a text longer than allowed.
    """
    document = open_document(data)
    pages: list[list[PageRow]] = []
    scans = set()
    length = 0
    for i in range(len(document)):
        page = document[i]
        rows = read_rows(page)
        length += sum(len(piece.text) for row in rows for piece in row)
        limits.check_length(length)
        if not _is_readable(rows, page):
            scans.add(i)
        pages.append(rows)
        page.close()
    return [None if i in scans else page_text(rows) for i, rows in enumerate(without_margins(pages))]


def open_document(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF.

    Raises:
        Unreadable: Encrypted, cut off or damaged.
    """
    if _END not in data.rstrip(b"\0 \t\r\n")[-_TAIL:]:
        raise Unreadable("is cut off: the end of the PDF is missing; get the file again")
    try:
        document = pdfium.PdfDocument(data)
        len(document)
    except pdfium.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Unreadable("is encrypted; save it without a password first (qpdf --decrypt)") from error
        raise Unreadable("is damaged, no PDF can be made out; get the file again") from error
    if not len(document):
        raise Unreadable("is damaged, it has no pages; get the file again")
    return document


def _is_readable(rows: list[PageRow], page: pdfium.PdfPage) -> bool:
    text = "".join(piece.text for row in rows for piece in row)
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c < " " for c in text)
    if unknown > _MOST_UNKNOWN * len(text):
        return False
    has_text = sum(map(str.isalpha, text)) >= _FEWEST_LETTERS
    return has_text or not any(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))
