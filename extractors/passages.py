"""Passages: pieces of one document that stand without its head.

'Điều 7. Hiệu lực … Thông tư này thay thế Thông tư số 41/2010/TT-BGDĐT': the piece speaks for its own, nameless document
and acts for it. An article, a question or a list speaks of documents, and says 'Thông tư này' of the one just named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from legalkg.extractors.citations.terminals import TYPE_WORD, pattern
from legalkg.extractors.quotations import quotation_at, quotations
from legalkg.extractors.registry.types import standard_type

# Sought by its last word: few texts have many of them, and every text has type words.
_THIS = re.compile(r"này(?!\w)")
_TYPE_BEFORE = pattern(rf"(?<!\w)(?P<type>{TYPE_WORD}) $")
# What only the document itself says of itself: "Thông tư này thay thế …", "… chịu trách nhiệm thi hành Thông tư này".
_ACTS = pattern(r" (?:có hiệu lực|thay thế|bãi bỏ|được áp dụng|áp dụng|quy định)(?!\w)")
_CARRIED_OUT = pattern(r"(?:chịu trách nhiệm|tổ chức|thành viên) thi hành $")
_TYPE_REACH, _CARRIED_REACH = 60, 60
_HEADING = pattern(r"\n[^\S\n]*(?:Điều \d+[a-zđ]?|Chương [IVXL\d]+|CHƯƠNG [IVXL\d]+|Mục \d+)(?:[.:]|[^\S\n]*\n)")
# "Điều 1. Sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15"
_AMENDS = pattern(
    r"\n[^\S\n]*Điều \d+[.:] (?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ)[^\n“\"]{0,200}?"
    rf" (?:của|tại) (?P<type>{TYPE_WORD})(?!\w)"
)
_BASIS = pattern(r"\n[^\S\n]*Căn cứ [^\n]*;")
# "quy định như sau:⏎Điều 5. …", "Điều 5 Thông tư A quy định:": the article is quoted by somebody who speaks of it.
_QUOTED_ARTICLE = pattern(r"(?:quy định|như sau|nêu rõ|cụ thể)(?: như sau| cụ thể)?~:[^\S\n]*\n*[^\S\n]*[“\"]?$")
_QUESTION = pattern(r"\?(?=\s)|\n[^\S\n]*(?:Hỏi|Trả lời|Câu hỏi|Câu \d+)(?: |[:.])")
_QUESTION_REACH, _INTRODUCTION_REACH = 601, 60


def type_of_passage(text: str) -> str | None:
    """Return the type of the document of which a text without a head is a piece; None where it only speaks of some.

    Args:
        text: The text of a view.
    """
    lines = "\n" + text  # so that every line begins with a character that is found fast
    if _QUESTION.search(lines, 0, _QUESTION_REACH):
        return None
    heading = _HEADING.search(lines)
    if heading and _QUOTED_ARTICLE.search(lines, max(0, heading.start() - _INTRODUCTION_REACH), heading.start()):
        return None
    if amending := _AMENDS.search(lines):
        # A law is amended by a law, a decree by a decree.
        return standard_type(amending.group("type"))
    said = list(_spoken_of_itself(lines, heading is not None or _BASIS.search(lines) is not None))
    quoted = quotations(lines, 0, len(lines)) if said else []
    kinds = Counter(kind for kind, start in said if quotation_at(quoted, start) is None)
    return kinds.most_common(1)[0][0] if kinds else None


def _spoken_of_itself(text: str, is_piece: bool) -> Iterator[tuple[str, int]]:
    """Return every 'Thông tư này' as type and place; where no articles show a piece, only those that act."""
    for this in _THIS.finditer(text):
        word = _TYPE_BEFORE.search(text, max(0, this.start() - _TYPE_REACH), this.start())
        kind = standard_type(word.group("type")) if word else None
        if word and kind and (is_piece or _acts(text, word.start(), this.end())):
            yield kind, word.start()


def _acts(text: str, start: int, end: int) -> bool:
    carried_out = _CARRIED_OUT.search(text, max(0, start - _CARRIED_REACH), start)
    return carried_out is not None or _ACTS.match(text, end) is not None
