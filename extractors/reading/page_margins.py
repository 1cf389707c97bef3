"""Running heads and page numbers: what stands at the edge of pages and is no part of the text.

The outermost line of a page is left out when it is the page's number or repeats what stands there on other pages;
then the next one is looked at. What would be the first line of the text is kept: a repeated line stays when some page
has a line of its own at the same height or further out, and a letterhead always stays. Copies of a page count once.

What runs in one direction is looked at by itself: the upright head of pages whose tables are drawn sideways stands
where it stands on the other pages. A direction in which no page is written, as that of narrow cells, has no margins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from legalkg.extractors.reading.page_rows import PageRow, Piece

LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-", re.IGNORECASE)
# "2", "- 2 -", "Trang 2/10", "Page 2 of 10"
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]*(?:(?:Trang|Page|Tr\.) ?)?(\d{1,4})(?: ?(?:/|of|trên) ?\d{1,4})?[-–—|\]) ]*", re.IGNORECASE
)
_NUMBER_AND_HEAD = re.compile(r"(\d{1,4}) (\D.*)")
_FEWEST_PAGES = 3
_MOST_LINES = 3
_SAME_HEIGHT = 3.0

EdgeLines = tuple[Piece, ...]


def without_margins(pages: Sequence[list[PageRow]]) -> list[list[PageRow]]:
    """Return the rows of each page without running heads, feet and page numbers."""
    out: set[int] = set()
    for turn in {0} | {_turn(rows) for rows in pages}:
        running = [[row for row in rows if row[0].turn == turn] for rows in pages]
        kept = {id(row) for rows in _in_one_direction(running) for row in rows}
        out |= {id(row) for rows in running for row in rows} - kept
    return [[row for row in rows if id(row) not in out] for rows in pages]


def _turn(rows: list[PageRow]) -> int:
    """Return the direction in which most of a page is written."""
    letters: Counter[int] = Counter()
    for row in rows:
        letters[row[0].turn] += sum(len(piece.text) for piece in row)
    return max(letters, key=letters.__getitem__, default=0)


def _in_one_direction(pages: Sequence[list[PageRow]]) -> list[list[PageRow]]:
    kept = list(pages)
    originals = set({_content(rows): i for i, rows in enumerate(pages)}.values())
    for upwards in (True, False):
        for _ in range(_MOST_LINES):
            edges = [_edge(rows, upwards) for rows in kept]
            marginal = _marginal(edges, upwards, originals)
            if not any(marginal):
                break
            kept = [
                [row for row in rows if row[0] not in edge] if is_marginal else rows
                for rows, edge, is_marginal in zip(kept, edges, marginal, strict=True)
            ]
    return kept


def _edge(rows: list[PageRow], upwards: bool) -> EdgeLines:
    """Return what stands on the outermost line of a page."""
    if not rows:
        return ()
    heights = [row[0].baseline for row in rows]
    outermost = max(heights) if upwards else min(heights)
    return tuple(piece for row in rows if abs(row[0].baseline - outermost) < _SAME_HEIGHT for piece in row)


def _content(rows: list[PageRow]) -> tuple[str, ...]:
    """Return what makes a page a copy of another: all but its number."""
    return tuple(piece.text for row in rows for piece in row if not _PAGE_NUMBER.fullmatch(piece.text))


def _marginal(edges: list[EdgeLines], upwards: bool, originals: set[int]) -> list[bool]:
    """Tell for each page whether its edge is no part of the text."""
    edges = [tuple(part for piece in edge for part in _parts(piece)) for edge in edges]
    offsets = Counter(numbers[0] - i for i, edge in enumerate(edges) if len(numbers := _numbers(edge)) == 1)
    repeated = Counter(text for i in originals for text in {piece.text for piece in edges[i]} if _may_repeat(text))

    def is_out(i: int, piece: Piece) -> bool:
        if numbers := _numbers((piece,)):
            offset = numbers[0] - i
            return offset == 1 or offsets[offset] > 1
        return repeated[piece.text] >= _FEWEST_PAGES

    marginal = [bool(edge) and all(is_out(i, piece) for piece in edge) for i, edge in enumerate(edges)]
    sign = 1 if upwards else -1
    # How far out text goes that is surely the page's own.
    own = max(
        (sign * edge[0].baseline for edge, out in zip(edges, marginal, strict=True) if edge and not out), default=None
    )
    return [
        out and (len(edge) == len(_numbers(edge)) or own is None or sign * edge[0].baseline > own + _SAME_HEIGHT)
        for edge, out in zip(edges, marginal, strict=True)
    ]


def _parts(piece: Piece) -> tuple[Piece, ...]:
    """Take the number apart from the head that stands close behind it: "72 CÔNG BÁO/Số 377"."""
    found = _NUMBER_AND_HEAD.fullmatch(piece.text)
    return tuple(piece._replace(text=text) for text in found.groups()) if found else (piece,)


def _numbers(edge: EdgeLines) -> list[int]:
    """Read what may be page numbers."""
    return [int(match.group(1)) for piece in edge if (match := _PAGE_NUMBER.fullmatch(piece.text))]


def _may_repeat(text: str) -> bool:
    return not LETTERHEAD.search(text)
