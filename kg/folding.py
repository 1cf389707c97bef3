"""Texts without case and diacritics, letter for letter, for searching."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from extractors.text import TextView, strip_marks, view

_LATIN = range(0x00C0, 0x1F00)


def flat_view(text: str) -> TextView:
    """Give a view of a text in small letters without diacritics, with the way back to the text as read.

    'Đối ngoại' is 'doi ngoai'. As ``strip_marks``, but letter for letter and many times faster on a long text.
    """
    seen = view(text)
    small = seen.text.replace("İ", "I").lower()  # the one capital whose small form is longer
    return replace(seen, text=small.translate(_plain_letters()))


@cache
def _plain_letters() -> dict[int, str]:
    return {code: plain for code in _LATIN if len(plain := strip_marks(chr(code))) == 1}
