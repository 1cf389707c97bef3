"""How much one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

from legalkg.extractors.reading.errors import Unreadable


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Limits for one file; a file that exceeds one ends in a ReadError.

    Attributes:
        max_bytes: Size of the file, and of what a compressed file unpacks to.
        max_chars: Length of its text in code points.
        timeout: Seconds until its parser is ended; with OCR, seconds a page.
        max_memory: Bytes of address space that its parser may take, some 100 MB for the interpreter included; kept
            on POSIX systems. LibreOffice, which takes more than that to start, is held by the time only.
        max_unpacked: Bytes that an archive of many files may unpack to in all.
    """

    max_bytes: int = 200_000_000
    max_chars: int = 20_000_000
    timeout: float = 60.0
    max_memory: int = 1 << 30
    max_unpacked: int = 50_000_000_000

    def check_size(self, size: int) -> None:
        """Raise Unreadable for more bytes than are allowed."""
        if size > self.max_bytes:
            raise Unreadable(f"has {size:,} bytes, more than the {self.max_bytes:,} that are allowed")

    def check_length(self, length: int) -> None:
        """Raise Unreadable for a longer text than is allowed."""
        if length > self.max_chars:
            raise Unreadable(f"holds more than the {self.max_chars:,} characters that are allowed")
