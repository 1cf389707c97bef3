"""Plain text and Markdown: UTF-8 with or without a byte order mark, UTF-16 with one.

Markdown is read as it stands: its marks are part of the text.
"""

from __future__ import annotations

import codecs

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.legacy import detect

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SAMPLE = 8192
_MOST_CONTROLS = 0.02
# All but tab, line ends and form feed; Word leaves a few of them in what is pasted from it.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r"))


def decode(data: bytes) -> str:
    """Return the text of bytes in Unicode.

    Raises:
        Unreadable: Binary content, a legacy encoding, or broken Unicode.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                raise Unreadable(f"is broken {name}: byte {error.start + len(mark)} fits no character") from error
    _refuse_binary(data)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if encoding := detect(data.decode("latin-1")):
            raise Unreadable(
                f"is in the encoding {encoding.name}, not in UTF-8; convert it first: {encoding.for_bytes}"
            ) from error
        raise Unreadable(
            f"is not UTF-8 (byte {error.start}, 0x{data[error.start]:02X}); save or convert it as UTF-8"
        ) from error


def _refuse_binary(data: bytes) -> None:
    if b"\0" in data:
        if data[1:_SAMPLE:2].count(0) > data[:_SAMPLE:2].count(0) * 4:
            raise Unreadable("is UTF-16 without a byte order mark; convert it first: iconv -f UTF-16LE -t UTF-8 FILE")
        raise Unreadable("is binary, not a text")
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _MOST_CONTROLS:
        raise Unreadable("is binary, not a text")
