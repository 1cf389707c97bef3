"""Words for people: quotes cut to size around the citation in them, and how many there are of something."""

from __future__ import annotations

import re

_GAP = "…"
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def counted(number: int, one: str, many: str = "") -> str:
    """Return how many there are: '1 document', '2 documents'; ``many`` where the plural is not made with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def escape_markdown(text: str) -> str:
    """Return the words of a document on one line, kept from being read as Markdown or markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def shorten(quote: str, place: tuple[int, int] | None = None, width: int = 240) -> tuple[str, tuple[int, int] | None]:
    """Shorten a quote around a place in it.

    Args:
        quote: The words as they stand in the text.
        place: Offsets in ``quote`` of the words that matter; None keeps the beginning.
        width: Greatest length in code points, the marks of what is left out aside.

    Returns:
        The words on one line, '…' where some were left out, and the offsets of the place in it.
    """
    before, named, after = (
        (quote[: place[0]], quote[place[0] : place[1]], quote[place[1] :]) if place else ("", "", quote)
    )
    before, named, after = (re.sub(r"\s+", " ", part) for part in (before, named, after))
    before, after = before.lstrip(), after.rstrip()
    room = max(0, width - len(named))
    left = min(len(before), max(room // 2, room - len(after)))
    before = _last_words(before, left)
    after = _first_words(after, room - len(before))
    found = (len(before), len(before) + len(named)) if place else None
    return before + named + after, found


def _first_words(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[: max(0, text.rfind(" ", 0, length + 1))].rstrip() + f" {_GAP}"


def _last_words(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    start = text.find(" ", len(text) - length) if length else -1
    return f"{_GAP} " + (text[start + 1 :] if start >= 0 else "")
