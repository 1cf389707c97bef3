"""Archives of files: what is in a .zip or .tar, read member by member; nothing of it is written to the disk.

A member is bounded as a file is, and an archive in what it unpacks to in all; so one that is made to blow up is given
up early. Names of members are never used as paths.
"""

from __future__ import annotations

import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Self

from legalkg.extractors.reading.errors import ReadError, Unreadable, written_name
from legalkg.extractors.reading.files import is_hidden, opened
from legalkg.extractors.reading.formats import KNOWN_ENDINGS
from legalkg.extractors.reading.limits import ReadingLimits

ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_ENCRYPTED = 0x1
_UTF_8 = 0x800
_OLD_NAMES = "cp437"
"""How names of members without that flag are read (APPNOTE.TXT, appendix D)."""
_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
"""What the libraries raise for bytes that are none of theirs."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        name: Of the archive and of the file in it: '/a/b.zip!/dir/c.pdf'.
        data: Its bytes.
    """

    name: str
    data: bytes


def is_packed(path: str) -> bool:
    """Tell by its ending whether a file is an archive of files."""
    return path.lower().endswith(ENDINGS)


def iter_members(
    path: Path,
    *,
    limits: ReadingLimits,
    on_error: Callable[[ReadError], None],
    on_position: Callable[[int], None] = lambda _: None,
    on_left_out: Callable[[str], None] = lambda _: None,
) -> Iterator[Member]:
    """Return the documents in an archive, in its own order, without folders, links, hidden files and other endings.

    Args:
        path: The archive.
        limits: Size of a member, and of all together.
        on_error: Is told of members that cannot be read; the rest goes on.
        on_position: Is told before each member how many bytes of the archive lie behind.
        on_left_out: Is told the names of files of other endings.

    Raises:
        ReadError: The archive cannot be opened, is damaged, or unpacks to more than is allowed.
    """
    members = _zip_members if path.name.lower().endswith(".zip") else _tar_members
    with opened(path) as file:
        unpacked = 0
        try:
            for name, read in members(file, limits, on_position):
                if not name.lower().endswith((*KNOWN_ENDINGS, *ENDINGS)):
                    on_left_out(name)
                    continue
                member = f"{written_name(path)}!/{written_name(name)}"
                try:
                    data = read()
                except Unreadable as error:
                    on_error(ReadError(member, str(error)))
                    continue
                unpacked += len(data)
                if unpacked > limits.max_unpacked:
                    raise Unreadable(f"unpacks to more than the {limits.max_unpacked:,} bytes that are allowed")
                yield Member(member, data)
        except Unreadable as error:
            raise ReadError(path, str(error)) from None
        except _DAMAGE as error:
            raise ReadError(path, f"is damaged or cut off ({error})") from None


_Members = Iterator[tuple[str, Callable[[], bytes]]]
"""Names and what gives the bytes, or raises Unreadable."""


def _zip_members(file: BinaryIO, limits: ReadingLimits, on_position: Callable[[int], None]) -> _Members:
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            on_position(info.header_offset)
            name = _name_in_zip(info)
            if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or _is_hidden(name):
                continue
            yield name, partial(_from_zip, archive, info, limits)


def _name_in_zip(info: zipfile.ZipInfo) -> str:
    """Return the name of a member; many programs write UTF-8 and not the flag that says so."""
    if info.flag_bits & _UTF_8:
        return info.filename
    try:
        return info.filename.encode(_OLD_NAMES).decode()
    except UnicodeError:
        return info.filename


def _from_zip(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: ReadingLimits) -> bytes:
    _refuse_archive(info.filename)
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable("is encrypted: unpack it with its password first")
    limits.check_size(info.file_size)
    try:
        with archive.open(info) as content:
            data = content.read(limits.max_bytes + 1)
    except (*_DAMAGE, NotImplementedError, RuntimeError) as error:
        raise Unreadable(f"cannot be unpacked ({error})") from None
    limits.check_size(len(data))
    return data


class _ArchiveHeader(tarfile.TarInfo):
    """A header of a .tar; where there is none the archive was cut off, which tarfile takes for its end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        if len(buf) < tarfile.BLOCKSIZE:
            raise Unreadable("is damaged or cut off (its end is missing)")
        return super().frombuf(buf, encoding, errors)


def _tar_members(file: BinaryIO, limits: ReadingLimits, on_position: Callable[[int], None]) -> _Members:
    with tarfile.open(fileobj=file, mode="r|*", tarinfo=_ArchiveHeader) as archive:
        for info in archive:
            on_position(file.tell())
            if info.isreg() and not _is_hidden(info.name):
                yield info.name, partial(_from_tar, archive, info, limits)


def _from_tar(archive: tarfile.TarFile, info: tarfile.TarInfo, limits: ReadingLimits) -> bytes:
    _refuse_archive(info.name)
    limits.check_size(info.size)
    content = archive.extractfile(info)
    return content.read(limits.max_bytes + 1) if content else b""


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(is_hidden(part) and part not in (".", "..") for part in parts)


def _refuse_archive(name: str) -> None:
    if is_packed(name):
        raise Unreadable("is an archive within an archive: unpack it first")
