"""Words as the full-text index holds them: in lower case, without diacritics, cut at all that is no letter or digit."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legalkg.extractors.text import strip_marks, view

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ASKED = re.compile(r'"([^"]*)"|(\S+)')
_CODES = 0x110000
_UNKNOWN, _DROPPED, _BLANK = 0, 1, ord(" ")
_ENCODING = "utf-32-le"


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text of plain letters, digits and blanks, with the way back to the text as read.

    Attributes:
        text: The plain text, with a blank at both ends.
        dropped: Offsets in it, without the first blank, before which a mark of the text as read was dropped.
    """

    text: str
    dropped: Sequence[int]

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """Return the offsets, in the text as read, of each place where a plain word stands."""
        wanted = f" {word} "
        at = self.text.find(wanted)
        while at >= 0:
            end = at + len(word)
            yield at + bisect_right(self.dropped, at), end + bisect_right(self.dropped, end)
            at = self.text.find(wanted, end + 1)


def plain_text(text: str) -> PlainText:
    """Make a text plain; quick enough for books."""
    import numpy as np

    codes = np.frombuffer(text.encode(_ENCODING, "surrogatepass"), dtype="<u4")
    table = _table()
    plain = table[codes]
    if not plain.all():
        for code in np.unique(codes[plain == _UNKNOWN]).tolist():
            table[code] = _plain_code(chr(code))
        plain = table[codes]
    dropped = np.flatnonzero(plain == _DROPPED)
    if len(dropped):
        plain = np.delete(plain, dropped)
    return PlainText(f" {plain.tobytes().decode(_ENCODING)} ", (dropped - np.arange(len(dropped))).tolist())


@cache
def _table() -> NDArray[np.uint32]:
    """Return for each code point the plain one; filled as letters are met."""
    import numpy as np

    return np.zeros(_CODES, dtype="<u4")


def _plain_code(letter: str) -> int:
    """Return the plain letter for one as read; the marks of decomposed letters and invisible signs are dropped."""
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return _DROPPED
    if not letter.isalnum():
        return _BLANK
    plain = strip_marks(view(letter).text)
    return ord(plain) if len(plain) == 1 else ord(letter)


def words_of(text: str) -> list[str]:
    """Return the words of a text: 'Kết luận 57-KL/TW' -> ['ket', 'luan', '57', 'kl', 'tw']."""
    return plain_text(text).text.split()


def phrases_of(asked: str) -> list[Sequence[str]]:
    """Return what somebody asks for, word by word; what must stand together is one item.

    Args:
        asked: In quotation marks stands a phrase; '57-KL/TW' is one, too.
    """
    found = (words_of(quoted or word) for quoted, word in _ASKED.findall(asked))
    return [phrase for phrase in found if phrase]
