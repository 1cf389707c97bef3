"""Passages: pieces of one document that stand without its head.

'Điều 7. Hiệu lực … Thông tư này thay thế Thông tư số 41/2010/TT-BGDĐT': the piece speaks for its own, nameless document
and acts for it. An article, a question or a list speaks of documents, and says 'Thông tư này' of the one just named.
"""

from __future__ import annotations

from collections import Counter

from legalkg.extractors.citations.terminals import TYPE_WORD, pattern
from legalkg.extractors.quotations import quotations
from legalkg.extractors.registry.types import standard_type

_THIS = pattern(rf"(?<!\w)(?P<type>{TYPE_WORD}) này(?!\w)")
# What only the document itself says of itself.
_IN_FORCE = pattern(
    rf"(?<!\w)(?P<type>{TYPE_WORD}) này (?:có hiệu lực|thay thế|bãi bỏ|được áp dụng|áp dụng|quy định)(?!\w)|"
    rf"(?:chịu trách nhiệm|tổ chức|thành viên) thi hành (?P<carried>{TYPE_WORD}) này(?!\w)"
)
_HEADING = pattern(r"(?:^|\n)[^\S\n]*(?:Điều \d+[a-zđ]?|Chương [IVXL\d]+|CHƯƠNG [IVXL\d]+|Mục \d+)(?:[.:]|[^\S\n]*\n)")
# "Điều 1. Sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15"
_AMENDS = pattern(
    r"(?:^|\n)[^\S\n]*Điều \d+[.:] (?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ)[^\n“\"]{0,200}?"
    rf" (?:của|tại) (?P<type>{TYPE_WORD})(?!\w)"
)
_BASIS = pattern(r"(?:^|\n)[^\S\n]*Căn cứ [^\n]*;")
# "quy định như sau:⏎Điều 5. …", "Điều 5 Thông tư A quy định:": the article is quoted by somebody who speaks of it.
_QUOTED_ARTICLE = pattern(r"(?:quy định|như sau|nêu rõ|cụ thể)(?: như sau| cụ thể)?~:[^\S\n]*\n*[^\S\n]*[“\"]?$")
_QUESTION = pattern(r"\?(?=\s)|(?:^|\n)[^\S\n]*(?:Hỏi|Trả lời|Câu hỏi|Câu \d+)(?: |[:.])")
_QUESTION_REACH, _INTRODUCTION_REACH = 600, 60


def type_of_passage(text: str) -> str | None:
    """Return the type of the document of which a text without a head is a piece; None where it only speaks of some.

    Args:
        text: The text of a view.
    """
    if _QUESTION.search(text, 0, _QUESTION_REACH):
        return None
    heading = _HEADING.search(text)
    if heading and _QUOTED_ARTICLE.search(text, max(0, heading.start() - _INTRODUCTION_REACH), heading.start()):
        return None
    if amending := _AMENDS.search(text):
        # A law is amended by a law, a decree by a decree.
        return standard_type(amending.group("type"))
    said = _IN_FORCE if heading is None and _BASIS.search(text) is None else _THIS
    quoted = iter(quotations(text, 0, len(text)))
    quote = next(quoted, None)
    kinds: Counter[str] = Counter()
    for match in said.finditer(text):
        while quote is not None and quote[1] <= match.start():
            quote = next(quoted, None)
        kind = standard_type(match.group("type") or match.group("carried"))
        if kind is not None and (quote is None or match.start() < quote[0]):
            kinds[kind] += 1
    return kinds.most_common(1)[0][0] if kinds else None
