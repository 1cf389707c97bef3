"""Vietnamese texts in encodings from before Unicode: recognised and refused, never guessed at.

A conversion that goes wrong gives a wrong quotation, so the user is told which encoding it is and how to convert.
Evidence is words that every official text uses, as they look when their bytes are shown as Latin letters; this is
also how they look where a text was converted to UTF-8 without a change of its letters ("Uû ban nh©n d©n").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class LegacyEncoding:
    """An encoding, the look of common words in it, and how to get out of it.

    Attributes:
        name: As a user knows it.
        words: Of "của, và, các, định, điều, ngày, tháng, năm, nước, nhân dân, …", in lower case, those whose look is
            no word of any other encoding.
        bytes_remedy: How to convert a file of these bytes.
        text_remedy: How to convert a text that came out of another format with these letters.
    """

    name: str
    words: tuple[str, ...]
    bytes_remedy: str
    text_remedy: str


_UNIKEY = "convert the text with UniKey's toolkit (Ctrl+Shift+F6) from {name} to Unicode"
_LATIN_LOOK = "iconv -f UTF-8 -t WINDOWS-1252 FILE"

TCVN3 = LegacyEncoding(
    "TCVN3 (ABC)",
    ("cña", "vµ", "c¸c", "®þnh", "®iòu", "ngµy", "th¸ng", "n\xadíc", "nh©n", "d©n", "uû", "x·", "quyõt", "®­îc"),
    "iconv -f TCVN5712-1 -t UTF-8 FILE",
    f"{_UNIKEY.format(name='TCVN3 (ABC)')}, or for plain text: {_LATIN_LOOK} | iconv -f TCVN5712-1 -t UTF-8",
)
VNI = LegacyEncoding(
    "VNI",
    ("cuûa", "vaø", "caùc", "ñònh", "ñieàu", "ngaøy", "thaùng", "naêm", "nöôùc", "nhaân", "daân", "uûy", "hoäi", "ñöôïc"),
    "uvconv -f VNI-WIN -t UTF-8 FILE (package unikey or its toolkit)",
    _UNIKEY.format(name="VNI Windows"),
)
WINDOWS_1258 = LegacyEncoding(
    "windows-1258",
    ("cuòa", "vaì", "caìc", "ðiònh", "ðiêìu", "ngaìy", "thaìng", "nãm", "nýõìc", "sôì", "nghiò", "quyêìt", "hôòi", "ðýõòc"),
    "iconv -f WINDOWS-1258 -t UTF-8 FILE",
    f"{_LATIN_LOOK} | iconv -f WINDOWS-1258 -t UTF-8",
)
_ENCODINGS = (TCVN3, VNI, WINDOWS_1258)
_UNICODE_WORDS = ("của", "và", "các", "định", "điều", "ngày", "tháng", "năm", "nước", "nhân", "dân", "số", "hội", "được")


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


_SEEN = [(encoding, _pattern(encoding.words)) for encoding in _ENCODINGS]
_UNICODE = _pattern(_UNICODE_WORDS)
# A letter that no Unicode text in Vietnamese has much of; without any of them there is nothing to count.
_SUSPECT = re.compile(r"[µ©¸®·\xad\xb1]|[aâăoôơuưeêiy][øùûïäàáåãêôöòõ]|[ðìòýõ]", re.IGNORECASE)


def detect(text: str) -> LegacyEncoding | None:
    """Tell the encoding whose words a text shows more of than of Unicode's.

    Args:
        text: A text, or bytes decoded as Latin-1.
    """
    if not _SUSPECT.search(text):
        return None
    lower = text.lower()
    count, encoding = max(((len(seen.findall(lower)), encoding) for encoding, seen in _SEEN), key=lambda pair: pair[0])
    if count < _FEWEST_WORDS or count <= len(_UNICODE.findall(lower)):
        return None
    return encoding
