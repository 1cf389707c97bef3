"""Running heads and page numbers: what stands at the edge of pages and is no part of the text.

The outermost line of a page is left out when it is the page's number or repeats what stands there on other pages;
then the next one is looked at. What would be the first line of the text is kept: a repeated line stays when some page
has a line of its own at the same height or further out, and a letterhead always stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.reading.page_rows import Piece, Row

LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-", re.IGNORECASE)
# "2", "- 2 -", "Trang 2/10", "Page 2 of 10"
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]*(?:(?:Trang|Page|Tr\.) ?)?(\d{1,4})(?: ?(?:/|of|trên) ?\d{1,4})?[-–—|\]) ]*", re.IGNORECASE
)
_FEWEST_PAGES = 3
_MOST_LINES = 3
_SAME_HEIGHT = 3.0

Edge = tuple[Piece, ...]


def without_margins(pages: Sequence[list[Row]]) -> list[list[Row]]:
    """Give the rows of each page without running heads, feet and page numbers."""
    kept = list(pages)
    for upwards in (True, False):
        for _ in range(_MOST_LINES):
            edges = [_edge(rows, upwards) for rows in kept]
            marginal = _marginal(edges, upwards)
            if not any(marginal):
                break
            kept = [
                [row for row in rows if row[0] not in edge] if is_marginal else rows
                for rows, edge, is_marginal in zip(kept, edges, marginal, strict=True)
            ]
    return kept


def _edge(rows: list[Row], upwards: bool) -> Edge:
    """Give what stands on the outermost line of a page."""
    if not rows:
        return ()
    heights = [row[0].baseline for row in rows]
    outermost = max(heights) if upwards else min(heights)
    return tuple(piece for row in rows if abs(row[0].baseline - outermost) < _SAME_HEIGHT for piece in row)


def _marginal(edges: list[Edge], upwards: bool) -> list[bool]:
    """Tell for each page whether its edge is no part of the text."""
    offsets = Counter(number - i for i, edge in enumerate(edges) if (number := _page_number(edge)) is not None)
    repeated = Counter(text for edge in edges for text in {piece.text for piece in edge} if _may_repeat(text))
    fewest = max(2, min(_FEWEST_PAGES, len(edges)))

    def is_number(i: int, piece: Piece) -> bool:
        match = _PAGE_NUMBER.fullmatch(piece.text)
        offset = int(match.group(1)) - i if match else 0
        return bool(match) and (offset == 1 or offsets[offset] > 1)

    marginal = [
        bool(edge) and all(repeated[piece.text] >= fewest or is_number(i, piece) for piece in edge)
        for i, edge in enumerate(edges)
    ]
    sign = 1 if upwards else -1
    # How far out text goes that is surely the page's own.
    own = max(
        (edge[0].baseline * sign for edge, out in zip(edges, marginal, strict=True) if edge and not out), default=None
    )
    return [
        out and (_page_number(edge) is not None or own is None or edge[0].baseline * sign > own + _SAME_HEIGHT)
        for edge, out in zip(edges, marginal, strict=True)
    ]


def _page_number(edge: Edge) -> int | None:
    """Read an edge that holds a number and nothing else."""
    match = _PAGE_NUMBER.fullmatch(edge[0].text) if len(edge) == 1 else None
    return int(match.group(1)) if match else None


def _may_repeat(text: str) -> bool:
    return not _PAGE_NUMBER.fullmatch(text) and not LETTERHEAD.search(text)
