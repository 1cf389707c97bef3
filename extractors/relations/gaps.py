"""What stands between two documents: whether the same is said of both, or something new begins."""

from __future__ import annotations

import re

from legalkg.extractors.citations.terminals import CAPITALS, pattern

# A row of a table: "46 Triển khai …", cells between tabs, "(46, 'Triển khai …')".
_ROW = rf"\n[^\S\n]*\d{{1,4}}[^\S\n]+(?!năm|tháng|ngày)[{CAPITALS}]|\t|\),?\n\("
# A new main clause: ", Ủy ban nhân dân tỉnh ban hành …": what follows is not about the document before.
_NEW_SUBJECT = pattern(
    r"[,;.:] (?:và )?(?:để .{0,80}, )?(?:Ủy ban|UBND|HĐND|Hội đồng|Bộ|Sở|Ban|Đảng|Tỉnh|Thành|Huyện|"
    r"Thủ tướng|Chính phủ|Chủ tịch|Cục|Tổng|Văn phòng|Quốc hội|Trong đó|đồng thời|Phó)(?!\w)|"
    rf"{_ROW}"
)
_NEW_ROW = pattern(_ROW)
# What stands between two documents of which the same is said.
COORDINATED = pattern(
    r"[\s”\"]*(?:[,;]|và|hoặc|cùng|với|, và|; và)?~(?:(?:và|các|số|cùng|với|của) )*(?:[a-zđ]\) |-~|\d+[.)] )?[“\"(]?$",
    re.IGNORECASE,
)
AND = pattern(r"(?:[,;](?: và)?| (?:và|hoặc|cùng với|cùng)) (?:các )?[“\"(]?$", re.IGNORECASE)


def starts_new_subject(text: str, start: int, end: int) -> bool:
    """Return whether a new main clause begins in a stretch between two documents."""
    return _NEW_SUBJECT.search(text, start, end) is not None


def begins_row(between: str) -> bool:
    """Return whether a new row or cell of a table begins in the words between two documents."""
    return _NEW_ROW.search(between) is not None
