"""What can go wrong when a file is read, in one line for a person."""

from __future__ import annotations

import os
from pathlib import Path

_SHOWN = str.maketrans({"\n": "\\n", "\r": "\\r"})


def written_name(path: Path | str) -> str:
    r"""Return a path as valid Unicode: bytes in it that are no UTF-8 are written '\\xff'."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def one_line(name: str) -> str:
    r"""Return a name as a line shows it: names of files and ids of rows may hold ends of lines, which become '\\n'."""
    return name.translate(_SHOWN)


def unexpected(error: Exception) -> str:
    """Return the cause to tell where a text was read but made its extraction fail, which no text should."""
    return f"cannot be extracted, which is a defect of legalkg; please report it ({type(error).__name__}: {error})"


class ReadError(Exception):
    """A file cannot be read; ``str()`` is one line that names the file, the cause and, where there is one, the remedy.

    Attributes:
        path: The file's path in valid Unicode, or the name of a stream.
        cause: What is wrong with it, without the name.
    """

    def __init__(self, path: Path | str, cause: str) -> None:
        super().__init__(path, cause)
        self.path = written_name(path)
        self.cause = " ".join(cause.split())

    def __str__(self) -> str:
        """Return the line that a person reads."""
        return f"{one_line(self.path)}: {self.cause}"


class Unreadable(Exception):  # noqa: N818  (what the bytes are, not an error of the program)
    """Bytes that cannot be read; the message is the cause, for a :class:`ReadError` that knows the file's name."""
