"""Blocks: the pieces of a text that an issuer, a title, a cue do not reach beyond.

A text is paragraphs, items of lists, headings, rows and cells, lines of a letterhead. Lines are broken anywhere, so a
line alone says nothing: a block ends at an empty line, at a tab, and before a line that plainly begins another one. The
names of organs and what stands behind a citation ask here.
"""

from __future__ import annotations

from legalkg.extractors.citations.terminals import CAPITALS, SMALLS, pattern

# "- ", "1. ", "2.1) ", "IV. ", "B. ", "a) "; cells of a table put the mark on a line of its own.
_ITEM = r"(?:(?:[-+•*–]|[A-E]\.)[^\S\n]|(?:\d{1,3}(?:\.\d{1,3})*[.)]|[IVX]+\.)\s|[a-zđ]\))"
# "Hà Nội, ngày 5 tháng 3 …", "Cư M'gar, ngày    tháng 3 …"
_PLACE_WORD = rf"[{CAPITALS}][\w'’]*"
_PLACE_AND_DATE = rf"(?:{_PLACE_WORD}[^\S\n]+){{0,4}}(?:{_PLACE_WORD}|\d{{1,2}}),?[^\S\n]+ngày[\s\d.…]"
# "… về thi hành pháp luật⏎CHÍNH PHỦ⏎": the organ speaks below a title in small letters.
_IN_CAPITALS = rf"(?<=[{SMALLS}]\n)(?<!của\n)[{CAPITALS}](?:[{CAPITALS},]|[^\S\n]){{5,}}(?=\n)"
_LETTERHEAD = rf"{_IN_CAPITALS}|ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ|Độc lập -|{_PLACE_AND_DATE}"
_SENTENCE = r"(?:Căn cứ|Xét|Theo|Thực hiện|Triển khai|Để|Ngày)[^\S\n]|Kính gửi|Nơi nhận"
_HEADING = r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU|Câu) (?:\d|[IVX]+(?!\w)|thứ )|PHỤ LỤC"
BEGINS_BLOCK = rf"[^\S\n]*(?:\t|\n[^\S\n]*(?:{_ITEM}|{_HEADING}|{_SENTENCE}|{_LETTERHEAD}|\|))"
"""What ends a block before another begins, as a part of a pattern: a tab, an end of line with what follows it."""

_ENDS = pattern(rf"\n[^\S\n]*\n|{BEGINS_BLOCK}")


def block_end(text: str, start: int, end: int) -> int:
    """Return where the block ends in which a stretch of a text begins, at most the end of the stretch."""
    over = _ENDS.search(text, start, end)
    return over.start() if over else end
