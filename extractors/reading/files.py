"""Reads files: bytes in, text out."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from legalkg.extractors.model import SourceText
from legalkg.extractors.reading.errors import ReadError, Unreadable, written_name
from legalkg.extractors.reading.formats import KNOWN_ENDINGS, format_of
from legalkg.extractors.reading.legacy import detect
from legalkg.extractors.reading.limits import ReadingLimits

DEFAULT_LIMITS = ReadingLimits()


def read(path: Path, *, limits: ReadingLimits = DEFAULT_LIMITS, ocr: bool = False) -> SourceText:
    r"""Read a file of any format that is known: text, Markdown, HTML, .docx, PDF, .doc, RTF.

    ``\r\n`` becomes ``\n``; apart from that the text is what the file says, neither composed nor trimmed.

    Args:
        path: The file; it becomes the text's id.
        limits: What it may cost.
        ocr: Whether to read pages without a text layer from their pictures, some seconds a page.

    Raises:
        ReadError: It cannot be read; the message says why, and what to do.
    """
    return read_bytes(bytes_of(path, limits=limits), written_name(path), limits=limits, ocr=ocr)


def read_bytes(data: bytes, name: str, *, limits: ReadingLimits = DEFAULT_LIMITS, ocr: bool = False) -> SourceText:
    """Read a file from memory, as :func:`read` does.

    Args:
        data: The file's bytes.
        name: Its name; the ending counts where the bytes do not show the format. It becomes the text's id.
        limits: What it may cost.
        ocr: Whether to read pages without a text layer from their pictures.

    Raises:
        ReadError: It cannot be read.
    """
    try:
        limits.check_size(len(data))
        if not data.strip():
            raise Unreadable("is empty")
        kind = format_of(data, name)
        content = kind.read(data, limits, ocr)
        check_text(content.text, limits)
    except Unreadable as error:
        raise ReadError(name, str(error)) from error
    return SourceText(
        id=name, text=content.text, pages=content.pages, media_type=kind.media_type, warnings=content.warnings
    )


def check_text(text: str, limits: ReadingLimits) -> None:
    """Refuse a text that is blank, too long, or in letters from before Unicode.

    Raises:
        Unreadable: It is one of these.
    """
    limits.check_length(len(text))
    if not text.strip():
        raise Unreadable("is empty: there is no text in it")
    if encoding := detect(text):
        raise Unreadable(
            f"is written in {encoding.name} letters, not in Unicode; convert it first: {encoding.for_letters}"
        )


def iter_files(
    paths: Iterable[Path],
    endings: Collection[str] = KNOWN_ENDINGS,
    on_left_out: Callable[[str], None] = lambda _: None,
) -> Iterator[Path]:
    """Return the files to read, those of folders in sorted order.

    Hidden files, lock files of Word and other endings are left out of folders, links to folders not followed. What is
    named itself is given in any case, so that reading it says what is wrong with it; so are folders that cannot be
    opened, and pipes and links that lead nowhere.

    Args:
        paths: Files and folders.
        endings: Of the files to take out of folders, in small letters.
        on_left_out: Is told of each file of another ending.
    """
    for path in paths:
        if path.is_dir():
            yield from map(Path, _in_folder(str(path), tuple(endings), on_left_out))
        else:
            yield path


def _in_folder(folder: str, endings: tuple[str, ...], on_left_out: Callable[[str], None]) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if is_hidden(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(entry.path, endings, on_left_out)
        elif _leads_to_folder(entry):
            continue
        elif entry.name.lower().endswith(endings):
            yield entry.path
        else:
            on_left_out(entry.path)


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # in a circle
        return False


def is_hidden(name: str) -> bool:
    """Return whether a file is none that people mean: hidden, or a lock of Word's."""
    return name.startswith((".", "~$"))


def bytes_of(path: Path, *, limits: ReadingLimits = DEFAULT_LIMITS) -> bytes:
    """Return what is in a file.

    Args:
        path: The file.
        limits: How large it may be.

    Raises:
        ReadError: It is no file, too large, or cannot be opened.
    """
    with opened(path, limits=limits) as file:
        return file.read(limits.max_bytes + 1)


@contextmanager
def opened(path: Path, *, limits: ReadingLimits | None = None) -> Iterator[BufferedReader]:
    """Open a file that is one, not a device or a pipe that never ends.

    Args:
        path: The file.
        limits: How large it may be; None for any size.

    Raises:
        ReadError: It is no file, too large, or cannot be opened or read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            list(path.iterdir())  # says so if it may not be opened
            raise Unreadable("is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("is not a file but a device, pipe or socket")
        if limits:
            limits.check_size(status.st_size)
        with path.open("rb") as file:
            yield file
    except Unreadable as error:
        raise ReadError(path, str(error)) from None
    except OSError as error:
        raise ReadError(path, f"cannot be opened: {error.strerror or error}") from error
