"""Vietnamese texts in encodings from before Unicode: recognised and refused, never guessed at.

A conversion that goes wrong gives a wrong quotation, so the user is told which encoding it is and how to convert.
Evidence is words that every official text uses, as they look when their bytes are shown as Latin letters; this is
also how they look where a text was converted to UTF-8 without a change of its letters ("Uû ban nh©n d©n").
"""

from __future__ import annotations

from dataclasses import dataclass

_FEWEST_WORDS = 2
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class LegacyEncoding:
    """An encoding, the look of common words in it, and how to get out of it.

    Attributes:
        name: As a user knows it.
        words: "của, và, các, định, điều, ngày, tháng, năm, nước, nhân dân, …" in lower case, as far as they look
            different from Unicode.
        for_bytes: How to convert a file in this encoding.
        for_letters: How to convert a text that shows these letters.
    """

    name: str
    words: frozenset[str]
    for_bytes: str
    for_letters: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TO_BYTES = "iconv -f UTF-8 -t WINDOWS-1252 FILE"
_UNIKEY = "UniKey's toolkit (Ctrl+Shift+F6)"

_ENCODINGS = (
    LegacyEncoding(
        "TCVN3 (ABC)",
        _words("cña vµ c¸c ®þnh ®iòu ngµy th¸ng n\xadíc nh©n d©n uû x· quyõt ®\xadîc héi sè"),
        "iconv -f TCVN5712-1 -t UTF-8 FILE",
        f"{_UNIKEY}, or for plain text: {_TO_BYTES} | iconv -f TCVN5712-1 -t UTF-8",
    ),
    LegacyEncoding(
        "VNI",
        _words("cuûa vaø caùc ñònh ñieàu ngaøy thaùng naêm nöôùc nhaân daân uûy xaõ quyeát ñöôïc hoäi soá"),
        f"{_UNIKEY} or: uvconv -f VNI-WIN -t UTF-8 FILE",
        f"{_UNIKEY}, from 'VNI Windows' to Unicode",
    ),
    LegacyEncoding(
        "windows-1258",
        _words("cuòa vaì caìc ðiònh ðiêìu ngaìy thaìng nãm nýõìc uyò xaþ quyêìt ðýõòc hôòi sôì"),
        "iconv -f WINDOWS-1258 -t UTF-8 FILE",
        f"{_TO_BYTES} | iconv -f WINDOWS-1258 -t UTF-8",
    ),
)
_IN_ANY = frozenset().union(*(encoding.words for encoding in _ENCODINGS))
_IN_UNICODE = _words("của và các định điều ngày tháng năm nước nhân dân ủy xã quyết được hội số")


def detect(text: str) -> LegacyEncoding | None:
    """Tell the encoding whose words a text shows, more of them than of Unicode's.

    Args:
        text: A text, or bytes decoded as Latin-1; its beginning decides.
    """
    words = text[:_SAMPLE].lower().split()
    if _IN_ANY.isdisjoint(words):
        return None
    counts = [sum(map(encoding.words.__contains__, words)) for encoding in _ENCODINGS]
    most = max(counts)
    if most < _FEWEST_WORDS or most <= sum(map(_IN_UNICODE.__contains__, words)):
        return None
    return _ENCODINGS[counts.index(most)]
