"""The words by which a document amends, without those that it quotes: new text and phrases name no provision of it."""

from __future__ import annotations

import re

# Phrases in the other marks, within a line: cụm từ "sở".
_STRAIGHT = re.compile(r'"[^"\n]{1,300}"|«[^«»\n]{1,300}»')


def masked(text: str, quotations: list[tuple[int, int]]) -> str:
    """Return the text with blanks for what stands between quotation marks; every offset stays what it is."""
    pieces: list[str] = []
    position = 0
    for start, end in quotations:
        pieces += (text[position:start], _blank(end - start))
        position = end
    pieces.append(text[position:])
    return _STRAIGHT.sub(lambda match: _blank(len(match.group())), "".join(pieces))


def _blank(length: int) -> str:
    return "“" + " " * (length - 2) + "”" if length > 1 else " " * length
