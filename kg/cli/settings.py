"""The settings of the command line, read from the environment: ``LEGALKG_STORE`` and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalkg.kg.location import StoreSettings

if TYPE_CHECKING:
    from legalkg.extractors.reading import ReadingLimits


class CliSettings(StoreSettings):
    """What every command may need to know."""

    progress: bool = True
    """Whether to tell how far long work is."""
    reading_max_bytes: int = 200_000_000
    """Size of a file, and of what a compressed file unpacks to."""
    reading_max_chars: int = 20_000_000
    """Length of its text in code points."""
    reading_timeout: float = 60.0
    """Seconds until the parser of a file is ended."""
    reading_max_memory: int = 1 << 30
    """Bytes that the parser of a file may take."""
    reading_max_unpacked: int = 50_000_000_000
    """Bytes that an archive of many files may unpack to in all."""

    def limits(self) -> ReadingLimits:
        """Return what one file may cost."""
        from legalkg.extractors.reading import ReadingLimits

        return ReadingLimits(
            self.reading_max_bytes,
            self.reading_max_chars,
            self.reading_timeout,
            self.reading_max_memory,
            self.reading_max_unpacked,
        )
