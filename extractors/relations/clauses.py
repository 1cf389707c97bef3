"""Clauses: the stretches within which one cue can govern several documents.

A clause ends at a full stop before a capital, at an empty line, and at a line break before a new item or 'Căn cứ'. A
semicolon does not end it: 'Thực hiện A; B; C, Ủy ban nhân dân … ban hành' is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from legalkg.extractors.citations.terminals import CAPITALS, TYPE_WORD, pattern

_ITEM = r"(?:[-+•*–]|\d+(?:\.\d+)*[.)]|[IVX]+\.)[^\S\n]|[a-zđ]\)"
_HEADING = (
    rf"Thực hiện (?=[{CAPITALS}])|(?:Điều|Căn cứ|Áp dụng|Xét|Theo đề|Theo Tờ|Sau khi|Chiểu|Chiếu|Phần|PHẦN|CHƯƠNG|"
    r"Chương|Nơi)[^\S\n]|"
    # the line that ends a preamble: "Quốc hội ban hành Luật sửa đổi …"
    r"(?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Chính phủ|Thủ tướng|Bộ trưởng|Hội đồng nhân dân|Ủy ban nhân dân)(?!\w)"
    r"[^.;:\n]{0,80} ban hành (?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)(?!\w)"
)
# A figure or a capital before the full stop ends a sentence where it ends a year ("năm 2024."), a code ("-CP.", "/TW.",
# "UBND.", "QH15.") or stands alone in a text cut into words (" . "); not in "1. Điều", "TP. Hồ Chí Minh", "PGS. TS.".
_YEAR_ENDS = r"(?:(?<=(?:19|20)\d\d\.)|(?<=(?:19|20)\d\d\s\.))"
_CODE_ENDS = rf"(?:(?<=[-/][{CAPITALS}]{{2}}\.)|(?<=[{CAPITALS}]{{3}}\.)(?<!PGS\.)|(?<=QH\d\d\.)|(?<=QH\d\.))"
_WORD_ENDS = rf"(?<=[^\s\d.{CAPITALS}]\.)|(?<=[^\s\d]\s\.)"
# In a table the sentence "Được thay thế bởi Quyết định B" goes on with the cell before.
_SENTENCE_ENDS = rf"\.(?:{_WORD_ENDS}|{_YEAR_ENDS}|{_CODE_ENDS})(?!\s+(?:Được|Bị) )(?=\s+[{CAPITALS}“\"(\[])"
# "Thực hiện A;⏎⏎Quyết định B;⏎⏎Kế hoạch C, Sở báo cáo": a list of documents whose members are set apart.
_LIST_GOES_ON = rf"(?<=[;,]\n)\s*{TYPE_WORD}(?!\w)"
# Every alternative starts with a plain character: the engine skips to those.
_BREAK = pattern(
    rf"\n(?!{_LIST_GOES_ON})[^\S\n]*(?:\n|(?={_ITEM}|{_HEADING}))"
    r"|\n(?<=[:.]\n)(?!(?:Được|Bị) )"
    rf"|{_SENTENCE_ENDS}"
    rf"|\.(?<=\d\.)(?=[^\S\n]*\n\s*[{CAPITALS}-])"
    r"|\./\.|:(?=\s*\n)"
)
# Bullet or number of an item, and nothing else.
ITEM_MARK = pattern(r"[\s*#|]*(?:[-+•*–]|\d+(?:\.\d+)*[.)]?|[a-zđ][.)]|\([^()]{1,3}\))?[\s“\"]*(?:Toàn\s+bộ\s+)?$")
_MARK = pattern(
    r"[\s*#|]*(?:(?P<bullet>[-+•*–])\s|(?P<figure>\d+(?:\.\d+)*)[.)]|(?P<letter>[a-zđ])[.)]|(?P<roman>[IVX]+)[.\-/]\s"
    r"|(?P<article>Điều|Chương|CHƯƠNG) )"
)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Divide a stretch of a text into clauses, as pairs of offsets."""
    position = start
    for match in _BREAK.finditer(text, start, end):
        if match.start() > position:
            yield position, match.start() + (match.group()[:1] in ".:")
        position = max(position, match.end())
    if position < end:
        yield position, end


def level(text: str, start: int) -> str:
    """Return the level of the item that starts at an offset, alike for those of one list; '' where none starts.

    A bullet stands for itself, a figure for the points in it: '-', 'figure0' (1.), 'figure1' (1.1.), 'letter', 'roman'.
    """
    match = _MARK.match(text, start)
    if match is None:
        return ""
    kind = match.lastgroup or ""
    if kind == "bullet":
        return match.group(kind)
    return f"figure{match.group(kind).count('.')}" if kind == "figure" else kind
