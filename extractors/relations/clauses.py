"""Clauses: the stretches within which one cue can govern several documents.

A clause ends at a full stop before a capital, at an empty line, and at a line break before a new item or 'Căn cứ'. A
semicolon does not end it: 'Thực hiện A; B; C, Ủy ban nhân dân … ban hành' is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.citations.atoms import CAPITALS, pattern

_ITEM = r"(?:[-+•*–]|\d+(?:\.\d+)*[.)]|[IVX]+\.)[^\S\n]|[a-zđ]\)"
_HEADING = rf"Thực hiện (?=[{CAPITALS}])|(?:Điều|Căn cứ|Xét|Theo đề|Theo Tờ|Phần|PHẦN|CHƯƠNG|Chương|Nơi)[^\S\n]"
# Every alternative starts with a plain character: the engine skips to those.
_BREAK = pattern(
    rf"\n[^\S\n]*(?:\n|(?={_ITEM}|{_HEADING}))"
    r"|\n(?<=[:.]\n)"
    rf"|\.(?<=[^\s\d.{CAPITALS}]\.)(?=\s+[{CAPITALS}“\"(\[])"
    rf"|\.(?<=\d\.)(?=[^\S\n]*\n\s*[{CAPITALS}-])"
    r"|\./\.|:(?=\s*\n)"
)
# Bullet or number of an item, and nothing else.
ITEM_MARK = pattern(r"[\s*#|]*(?:[-+•*–]|\d+(?:\.\d+)*[.)]?|[a-zđ][.)]|\([^()]{1,3}\))?[\s“\"]*(?:Toàn\s+bộ\s+)?$")


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Divide a stretch of a text into clauses, as pairs of offsets."""
    position = start
    for match in _BREAK.finditer(text, start, end):
        if match.start() > position:
            yield position, match.start() + (match.group()[:1] in ".:")
        position = max(position, match.end())
    if position < end:
        yield position, end
