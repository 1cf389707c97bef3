"""Quotation marks: where a document quotes, or writes new text into another document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

# What a provision of an amended document begins with: "Điều 5", "Chương II", "2.", "a)".
_PROVISION = re.compile(
    r"(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|Điều|ĐIỀU)[^\S\n]+\w|[IVX]{1,5}[.\-/]\s"
    r"|\d{1,3}(?:\.\d{1,3})*[.)][^\S\n]|[a-zđ][.)][^\S\n])"
)
# “a) Thay thế cụm từ “…” bằng …”: orders in quotation marks, which quote only what stands in the inner ones.
_ORDER = re.compile(
    r"(?:[a-zđ]|\d{1,3})[.)][^\S\n](?:Thay(?: thế)?|Bỏ|Bãi bỏ|Bổ sung)[^\S\n](?:các[^\S\n])?(?:cụm[^\S\n])?từ\s*[“\"]"
)
_MARK = re.compile('[“”"]')
_ENDS_LINE = re.compile(r"[.;,]*[^\S\n]*(?:\n|$)")
_LONGEST = 20_000
"""Quotations longer than this are pairs of marks that do not belong together, unless whole provisions are quoted."""
_LONGEST_INDENT = 40


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find what stands in quotation marks, the inner ones left out.

    A mark without a partner opens nothing. New text of a law may be longer than any other quotation: it begins with a
    provision and ends a line.

    Args:
        text: The text of a view.
        start: Offset where to begin.
        end: Offset where to end.

    Returns:
        Pairs of offsets, the marks included, in reading order.
    """
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for mark in _MARK.finditer(text, start, end):
        if _ORDER.match(text, mark.end()):
            continue
        if mark.group() == "“" or (mark.group() == '"' and _opens(text, mark.start(), inside=bool(opened))):
            opened.append(mark.start())
        elif opened:
            opening = opened.pop()
            is_new_text = _PROVISION.match(text, opening + 1) and _ENDS_LINE.match(text, mark.end())
            if is_new_text or mark.end() - opening <= _LONGEST:
                pairs.append((opening, mark.end()))
    outermost: list[tuple[int, int]] = []
    for pair in sorted(pairs):
        if not outermost or pair[0] >= outermost[-1][1]:
            outermost.append(pair)
    return outermost


def quotation_at(found: Sequence[tuple[int, int]], position: int) -> tuple[int, int] | None:
    """Return the one of some quotations, in reading order, that an offset lies in."""
    index = bisect_left(found, (position + 1,)) - 1
    return found[index] if index >= 0 and position < found[index][1] else None


def _opens(text: str, position: int, *, inside: bool) -> bool:
    """A straight mark opens before a provision at the start of a line, and inside a quotation before a word."""
    if inside and text[position - 1] in " \n\t(" and text[position + 1 : position + 2].isalnum():
        return True
    line_start = text[max(0, position - _LONGEST_INDENT) : position].rpartition("\n")
    return bool(line_start[1]) and not line_start[2].strip() and bool(_PROVISION.match(text, position + 1))
