"""Running heads and page numbers: what stands at the edge of pages and is no part of the text.

A line at the edge is left out when it is the number of its page, or says the same on several pages, and when no page
has text of its own further out: that would make it the first line of the text. A letterhead always is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.reading.page_rows import Piece, Row

LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[-–—|\[(. ]*(?:(?:Trang|Page|Tr\.)\s*)?(?P<number>\d{1,4})(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—|\]). ]*",
    re.IGNORECASE,
)
_FEWEST_PAGES = 3
_DEEPEST = 3
"""Lines that heads and feet may have."""
_TOLERANCE = 3.0
"""Points by which lines of one height may differ."""


def without_margins(pages: Sequence[list[Row]]) -> list[list[Row]]:
    """Give the rows of each page without running heads, feet and page numbers."""
    kept = [list(rows) for rows in pages]
    for outwards in (1.0, -1.0):  # the upper edge, the lower edge
        for _ in range(_DEEPEST):
            edges = [_edge(rows, outwards) for rows in kept]
            left_out = _left_out(edges, outwards)
            for rows, edge, is_out in zip(kept, edges, left_out, strict=True):
                if is_out:
                    rows[:] = [row for row in rows if row not in edge]
            if not any(left_out):
                break
    return kept
