"""Whether what a verb says is done: it may be denied, told of, planned, or a condition.

'không thay thế', 'tình hình thực hiện', 'tham mưu sửa đổi', 'trường hợp … hết hiệu lực thì' say no relation. A document
changes another by a sentence that begins with the verb ('Điều 1. Bãi bỏ …'), by one whose subject it is itself
('Quyết định này thay thế …'), or by announcing itself ('ban hành Thông tư bãi bỏ …').
"""

from __future__ import annotations

import re

from legalkg.extractors.citations.terminals import TYPE_WORD, pattern

# "không thay thế", "chưa được sửa đổi"; but "không ngừng triển khai"
_NEGATED = pattern(r"(?:không|chưa|chẳng|thay vì)(?: (?:được|bị|phải|có|hề|còn|tiếp tục|làm|nhằm))* $", re.IGNORECASE)
_NEGATION_REACH = 30
# "tình hình thực hiện", "kết quả triển khai", "việc thực hiện": told, not ordered and not the purpose.
_TOLD = pattern(
    r"(?:nhiệm kỳ|tình hình|kết quả|quá trình|(?<!chỉ\sđạo\s)(?<!về\s)việc|đã|năm|tháng|được|tiến độ|kinh phí|"
    r"hiệu quả|tham mưu|không|chưa|nguồn lực|thời gian|đang|liên quan đến|vướng mắc|khi|trong)(?: (?:tổ chức|rà soát|"
    r"tiếp tục|công tác))? $|"
    # "Mười năm qua, thực hiện …", "gắn với thực hiện …"
    r"(?:năm|tháng|thời gian|nhiệm kỳ|vừa) qua,?(?: \w+){0,3} $|gắn với(?: việc)? $",
    re.IGNORECASE,
)
# "Hội nghị Đối ngoại toàn quốc triển khai thực hiện …": what a meeting was about.
_AT_MEETING = pattern(r"(?:[Hh]ội nghị|[Cc]uộc họp|[Pp]hiên họp|[Hh]ội thảo)(?: \w+){0,8} $")
# "kết luận tại Hội nghị sơ kết [việc thực hiện B]": the meeting reviews B.
_OF_MEETING = pattern(r"tại (?:[Hh]ội nghị|[Cc]uộc họp|[Pp]hiên họp|[Hh]ội thảo|[Bb]uổi)(?: \w+){0,8} $")
_TOLD_REACH = 70
# "Trường hợp [A] hết hiệu lực", "Khi [A] …"; a comma ends the condition: "Khi Luật này có hiệu lực, [A] hết hiệu lực".
_CONDITION = pattern(
    r"(?<!\w)(?:(?:trường hợp|khi|nếu|cho đến)(?!\w)[^,;]*|(?:trước|sau|đến|từ) ngày )$", re.IGNORECASE
)
_CONDITION_REACH = 80
# "[A] hết hiệu lực thì …"
_THEN = pattern(r"[^;.]{0,120}?(?<!\w)thì(?!\w)")
# "Về dự thảo Nghị quyết sửa đổi [A]", "góp ý", "đề nghị xây dựng": what is not made yet.
_PLANNED = pattern(r"(?<!\w)(?:dự thảo|dự án|đề nghị|kiến nghị|đề xuất|góp ý|ý kiến|tham mưu)(?!\w)", re.IGNORECASE)
# "dự thảo [Nghị định …]", "dự án [Luật …]": it does nothing yet.
_DRAFT = pattern(r"(?<!\w)(?:dự thảo|dự án)(?: các| (?:lần )?\d{1,2})?~[“\"(]?$", re.IGNORECASE)
_DRAFT_REACH = 24
# "các văn bản [hướng dẫn] Luật B", "Nghị định [quy định chi tiết] Luật B", "dự thảo Kế hoạch [thực hiện] B".
_OF_UNNAMED = pattern(
    r"(?<!\w)(?P<unnamed>văn bản|nghị định|thông tư|luật|bộ luật|pháp lệnh)"
    r"(?: (?:pháp luật|quy phạm pháp luật|dưới luật|khác|có liên quan|liên quan|của [^.;:,\n]{2,60}))*"
    r"(?: (?:quy định chi tiết|quy định|chi tiết|hướng dẫn|thi hành|thực hiện|sửa đổi|bổ sung|thay thế|bãi bỏ)"
    r"~(?:,| và|/))*"
    r" $|"
    rf"(?<!\w)dự thảo {TYPE_WORD}(?!\w)[^.;:,\n]{{0,60}}$",
    re.IGNORECASE,
)
_OF_UNNAMED_REACH = 140
# What may stand right before the verb by which a document itself changes another.
_ANNOUNCED = pattern(
    r"(?:(?<!\w)(?:Điều|Mục|Phần|Khoản) (?:\d+[a-zđ]?|[IVX]+)~[.:]?|(?<!\w)(?:nay|đồng thời|về việc|"
    r"(?:quyết định|quyết nghị)(?: về)?(?: việc)?|phê duyệt(?: việc)?|thông qua(?: việc)?|cho phép|đồng ý|thống nhất|"
    rf"(?:ban hành|công bố) {TYPE_WORD}(?: này)?(?: về)?(?: việc)?)~:?) $",
    re.IGNORECASE,
)
_ANNOUNCED_REACH = 60


def is_negated(text: str, position: int) -> bool:
    """Return whether the verb at an offset is denied: 'không thay thế', 'chưa được sửa đổi'."""
    return _NEGATED.search(text, max(0, position - _NEGATION_REACH), position) is not None


def is_told(text: str, position: int, clause_start: int) -> bool:
    """Return whether a carrying-out is only told of ('tình hình thực hiện …'), not ordered or aimed at."""
    before = max(clause_start, position - _TOLD_REACH)
    return bool(_TOLD.search(text, before, position) or _AT_MEETING.search(text, before, position))


def is_of_meeting(text: str, position: int, clause_start: int) -> bool:
    """Return whether a meeting is meant by the verb at an offset: 'kết luận tại Hội nghị sơ kết [thực hiện] B'."""
    return _OF_MEETING.search(text, max(clause_start, position - _TOLD_REACH), position) is not None


def is_condition(text: str, clause: tuple[int, int], document: int, cue_end: int) -> bool:
    """Return whether the end of a document is only supposed: 'Trường hợp [A] hết hiệu lực thì …'.

    Args:
        text: The text of a view.
        clause: Where the clause starts and ends.
        document: Where the document (or its provisions) starts.
        cue_end: Where the words that end it are over.
    """
    before = max(clause[0], document - _CONDITION_REACH)
    return bool(_THEN.match(text, cue_end, clause[1]) or _CONDITION.search(text, before, document))


def is_planned(text: str, start: int, end: int) -> bool:
    """Return whether a stretch before a verb says that nothing is done yet: 'dự thảo Nghị quyết sửa đổi …'."""
    return _PLANNED.search(text, start, end) is not None


def is_draft(text: str, position: int) -> bool:
    """Return whether the document that begins at an offset is a draft: 'dự thảo [Nghị định …]' does nothing yet."""
    return _DRAFT.search(text, max(0, position - _DRAFT_REACH), position) is not None


def is_of_unnamed(text: str, start: int, verb: int, own_type: str | None) -> bool:
    """Return whether a verb is that of documents without a number: 'các văn bản [hướng dẫn] Luật B'.

    Args:
        text: The text of a view.
        start: Where the words before the verb begin.
        verb: Where the verb begins.
        own_type: The type of the document that the verb would be of: 'ban hành Thông tư [hướng dẫn] …' is a Thông tư's.
    """
    if _begins_sentence(text, verb):
        return False
    found = _OF_UNNAMED.search(text, max(start, verb - _OF_UNNAMED_REACH), verb)
    return found is not None and (found["unnamed"] or "").lower() != (own_type or "").lower()


def is_announced(text: str, start: int, end: int) -> bool:
    """Return whether the words before a verb make it an act of the document: 'Điều 1.', 'ban hành Thông tư'.

    A capital in the middle of a line shows that a line began here: 'Điều 1. Bãi bỏ văn bản Bãi bỏ Quyết định …'.
    """
    return _begins_sentence(text, end) or _ANNOUNCED.search(text, max(start, end - _ANNOUNCED_REACH), end) is not None


def _begins_sentence(text: str, verb: int) -> bool:
    return text[verb : verb + 1].isupper() and text[verb + 1 : verb + 2].islower()
