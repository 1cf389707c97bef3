"""What can go wrong when a file is read, in one line for a person."""

from __future__ import annotations

from pathlib import Path


class ReadError(Exception):
    """A file cannot be read; ``str()`` is one line that names the file, the cause and, where there is one, the remedy.

    Attributes:
        path: The file's path, or the name of a stream.
        cause: What is wrong with it, without the name.
    """

    def __init__(self, path: Path | str, cause: str) -> None:
        super().__init__(path, cause)
        self.path = path
        self.cause = " ".join(cause.split())

    def __str__(self) -> str:
        """Give the line that a person reads."""
        return f"{self.path}: {self.cause}"


class Unreadable(Exception):  # noqa: N818  (what the bytes are, not an error of the program)
    """Bytes that cannot be read; the message is the cause, for a :class:`ReadError` that knows the file's name."""
