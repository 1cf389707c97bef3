"""Text of pages that are pictures, through Tesseract with its Vietnamese data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from legalkg.extractors.reading import isolated
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.programs import find_program, run_program

INSTALL = "apt-get install tesseract-ocr tesseract-ocr-vie"
_DOTS_PER_INCH = "300"


def read_pages(data: bytes, pages: Sequence[int], limits: ReadingLimits) -> Iterator[str]:
    """Read pages of a PDF from their pictures, some seconds each.

    Args:
        data: The PDF.
        pages: The pages to read, from 0.
        limits: The time counts for each page.

    Raises:
        Unreadable: Tesseract or its Vietnamese data is not installed, or it fails.
    """
    tesseract = find_program("tesseract")
    if not tesseract:
        raise Unreadable(f"is a scan, and Tesseract, which reads scans, is not installed: {INSTALL}")
    with TemporaryDirectory(prefix="legalkg-") as name:
        folder = Path(name)
        _check_language(tesseract, folder, limits)
        picture = folder / "page.pgm"
        for page in pages:
            isolated.run("page_image.write", data, limits, page, str(picture))
            command = [tesseract, str(picture), "stdout", "-l", "vie", "--dpi", _DOTS_PER_INCH]
            text = run_program(command, folder, limits).decode(errors="replace")
            yield text.replace("\f", "").strip("\n")


def _check_language(tesseract: str, folder: Path, limits: ReadingLimits) -> None:
    listed = run_program([tesseract, "--list-langs"], folder, limits).decode(errors="replace")
    if "vie" not in listed.split():
        raise Unreadable(f"is a scan, and Tesseract lacks its Vietnamese data: {INSTALL}")
