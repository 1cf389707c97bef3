"""Congresses of provinces, districts and organisations: body and ordinal tell one, wherever they stand in its name."""

from __future__ import annotations

import re

from legalkg.extractors.text import fold

_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
ORDINAL_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True))
"""Pattern of the ordinals in words, behind "lần thứ"."""

_WHICH = rf"(?:{ORDINAL_WORDS}|[ivxl]+|\d{{1,2}})(?!\w)"
_NAME = re.compile(
    rf"(?P<kind>nghị quyết|văn kiện) (?:của )?đại hội(?: đại biểu)?(?: toàn quốc)?"
    rf"(?:(?: lần thứ)? (?P<before>{_WHICH}))?(?: của)? "
    r"(?P<body>(?:đảng bộ|hội(?! đồng)|đoàn|công đoàn|mặt trận|liên)(?!\w).*?)"
    rf"(?:,? (?:lần thứ|khóa) (?P<behind>{_WHICH}))?(?: ?,? \(?nhiệm kỳ \d{{4}}\s?-\s?\d{{4}}\)?)?"
)


def number_of(ordinal: str) -> int | None:
    """Return the number that an ordinal, in words or Arabic, says: '12', 'mười hai' -> 12; None of a Roman numeral."""
    return int(ordinal) if ordinal.isdigit() else _ORDINALS.get(" ".join(ordinal.lower().split()))


def roman(ordinal: str) -> str:
    """Return an ordinal, in words, Arabic or Roman, as a Roman numeral: '12' -> 'XII', 'nhất' -> 'I'."""
    value, out = number_of(ordinal), ""
    if value is None:
        return ordinal
    for size, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out, value = out + letters, value - size
    return out


def congress_key(name: str) -> str | None:
    """Return what all names of one congress's resolution share: 'nghị quyết đại hội i đảng bộ tỉnh sơn la'.

    'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ nhất, nhiệm kỳ …' and 'Nghị quyết Đại hội I Đảng bộ tỉnh
    Sơn La' have it. None for all other names; those of national congresses have one spelling each.
    """
    plain = fold(name)
    found = _NAME.fullmatch(plain) if " đại hội " in plain else None
    which = (found.group("before") or found.group("behind")) if found else None
    return f"{found.group('kind')} đại hội {roman(which).lower()} {found.group('body')}" if found and which else None
