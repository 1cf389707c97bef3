"""Pictures of PDF pages, for OCR."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.pdf import open_document

DOTS_PER_INCH = 300
_MOST_PIXELS = 40_000_000


def write(data: bytes, limits: ReadingLimits, index: int, path: str) -> None:
    """Write one page as a grey PGM picture, of less than 300 dpi where the page is larger than A2.

    Args:
        data: The PDF.
        limits: Kept by the caller.
        index: The page, from 0.
        path: The file to write.
    """
    del limits
    document = open_document(data)
    page = document[index]
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, sqrt(_MOST_PIXELS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, grayscale=True)
    pixels = memoryview(bitmap.buffer).cast("B")
    with Path(path).open("wb") as file:
        file.write(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height))
        for start in range(0, bitmap.stride * bitmap.height, bitmap.stride):
            file.write(pixels[start : start + bitmap.width])
    document.close()
