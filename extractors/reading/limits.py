"""How much one file may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Limits for one file; a file that exceeds one ends in a ReadError.

    Attributes:
        max_bytes: Size of the file, and of what a compressed file unpacks to.
        max_chars: Length of its text in code points.
        timeout: Seconds until its parser is killed; for OCR, seconds a page.
        max_memory: Bytes of address space that its parser may take, the interpreter's own included (some 100 MB);
            kept on POSIX systems. LibreOffice, which takes more than that to start, is held by the time only.
    """

    max_bytes: int = 200_000_000
    max_chars: int = 20_000_000
    timeout: float = 60.0
    max_memory: int = 1 << 30
