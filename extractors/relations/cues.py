"""The words that say how one document acts on another, compiled from ``data/registry/cues.csv``.

Each cue governs the document that follows it ('active', 'opening') or stands before it ('after'). Passive forms are the
active cues between 'được'/'bị' and 'bởi'/'bằng'/'tại'. What may stand between cue and document, and what breaks the
tie, is fixed here, one pattern a rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.citations.atoms import one_of, pattern
from extractors.model import RelationName
from extractors.resources import read_rows
from extractors.text import fold

# Cue and document at most this far apart: "sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo [Quyết định …]".
_REACH = 170


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue met in a text: the relation, and where its words stand."""

    relation: RelationName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    relation_of: dict[str, RelationName]
    active: re.Pattern[str]
    opening: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    rows = read_rows("registry/cues.csv")
    phrases: dict[str, list[str]] = {}
    for row in rows:
        phrases.setdefault(row["place"], []).append(row["phrase"])

    def compiled(place: str, ignore_case: bool) -> re.Pattern[str]:
        return pattern(rf"(?<!\w){one_of(phrases[place])}(?!\w)", re.IGNORECASE if ignore_case else 0)

    return _Patterns(
        relation_of={f"{row['place']}:{fold(row['phrase'])}": row["relation"] for row in rows},  # type: ignore[misc]
        active=compiled("active", True),
        opening=compiled("opening", False),
        after=compiled("after", False),
    )


# "bãi bỏ [khoản 3 Điều 5 của]", "sửa đổi [một số điều của]": a part of the target, so the whole is amended.
_PART = pattern(
    r"(?:điều|khoản|điểm|mục|chương|phụ lục|danh mục|một phần|nội dung|biểu|mẫu|cụm từ|quy trình|"
    r"tiết|đoạn)(?!\w)",
    re.IGNORECASE,
)
# Words between cue and document that make it a plain reference: "thực hiện [theo quy định tại] Nghị định …".
_WEAK = pattern(
    r"(?<!\w)(?:theo|tại|quy định tại|phù hợp|căn cứ|so với|trái|nêu tại|thuộc|trên cơ sở|kể từ|"
    r"trước khi|không|tương tự|đáp ứng|nhưng|mà|khi|nếu)(?!\w)",
    re.IGNORECASE,
)
_WEAK_FOR_CHANGES = pattern(
    r"(?<!\w)(?:theo quy định|quy định tại|phù hợp|căn cứ|so với|trái với|(?<!kèm\s)theo (?!Quyết|Nghị|Thông|"
    r"Luật))(?!\w)",
    re.IGNORECASE,
)
_OTHER_OBJECT = pattern(r"\w(?:,| và) $")
# "thực hiện các nhiệm vụ, giải pháp theo [Nghị quyết …]": to carry out its tasks is to carry it out.
_TASKS_OF = pattern(r"(?:nhiệm vụ|giải pháp|nội dung|mục tiêu) (?:nêu |đề ra )?(?:theo|tại|trong|của) $", re.IGNORECASE)
# A new main clause: ", Ủy ban nhân dân tỉnh ban hành …": what follows is not about the document before.
_NEW_SUBJECT = pattern(
    r"[,;.:] (?:và )?(?:để .{0,80}, )?(?:Ủy ban|UBND|HĐND|Hội đồng|Bộ|Sở|Ban|Đảng|Tỉnh|Thành|Huyện|"
    r"Thủ tướng|Chính phủ|Chủ tịch|Cục|Tổng|Văn phòng|Quốc hội|Trong đó|đồng thời|Phó)(?!\w)"
)
# "tình hình thực hiện", "kết quả triển khai", "việc thực hiện": told, not ordered and not the purpose.
_TOLD = pattern(
    r"(?:nhiệm kỳ|tình hình|kết quả|quá trình|việc|đã|năm|tháng|được|tiến độ|kinh phí|hiệu quả|tham mưu|không|"
    r"chưa|nguồn lực|thời gian|đang|liên quan đến|vướng mắc|khi|trong)(?: (?:tổ chức|rà soát|"
    r"tiếp tục|công tác))? $",
    re.IGNORECASE,
)
# "Hội nghị Đối ngoại toàn quốc triển khai thực hiện …": what a meeting was about.
_AT_MEETING = pattern(r"(?:[Hh]ội nghị|[Cc]uộc họp|[Pp]hiên họp|[Hh]ội thảo)(?: \w+){0,8} $")
_TOLD_REACH = 70
# An order to somebody, and what shows that it is told instead.
_INSTRUCTED = pattern(r"(?:theo|theo đúng|và)(?: ý kiến)? (?:hướng dẫn|chỉ đạo|yêu cầu)(?: của [^.;:\n]{2,70})? tại $")
_ORDERED = pattern(
    r"(?<!\w)(?:khẩn trương|tập trung|chủ trì|nghiêm túc|chủ động|kịp thời|có trách nhiệm|yêu cầu)(?!\w)"
)
_NOT_ORDERED = pattern(r"(?<!\w)(?:chưa|đã|đang|Đến nay)(?!\w)")
_YEARS_OF = pattern(r"năm $", re.IGNORECASE)
_PASSIVE = pattern(
    r"(?:được|bị) (?P<verbs>[\w\s,]{2,90}?) (?:bởi|bằng|tại|theo) (?:(?:các|quy định tại) )?$|"
    r"(?:được|bị) (?P<bare>(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)(?:~,~bổ sung)?) $",
    re.IGNORECASE,
)


def last_cue(text: str, start: int, end: int) -> Cue | None:
    """Find the active cue that governs the document at ``end``: the last before it that nothing weakens.

    Args:
        text: The text of a view.
        start: Where the stretch before the document begins.
        end: Where the provisions of the document, or it itself, begin.
    """
    start = max(start, end - _REACH)
    best: Cue | None = None
    for match in _patterns().active.finditer(text, start, end):
        relation = _patterns().relation_of[f"active:{fold(match.group())}"]
        best = Cue(relation, *match.span())
    if best is None or _is_weak(text, best, end):
        return None
    return best


def _is_weak(text: str, cue: Cue, end: int) -> bool:
    weak = _WEAK if cue.relation in ("implements", "guides", "reviews") else _WEAK_FOR_CHANGES
    between = text[cue.end : end]
    # "tổ chức thi hành pháp luật và [Nghị định …]": the cue has another object.
    if ";" in between or (between.strip() and _OTHER_OBJECT.search(between)):
        return True
    if cue.relation == "implements" and _TASKS_OF.search(between):
        return False
    return bool(weak.search(between))


def relation_of(text: str, cue: Cue, end: int, has_pinpoints: bool) -> RelationName:
    """Give the relation that a cue says: ending a part amends the whole; 'tổng kết 5 năm thực hiện' reviews."""
    if cue.relation in ("repeals", "replaces") and (has_pinpoints or _PART.search(text, cue.end, end)):
        return "amends"
    if cue.relation == "implements" and _YEARS_OF.search(text, max(0, cue.start - 8), cue.start):
        before = _patterns().active.search(text, max(0, cue.start - 60), cue.start)
        if before and _patterns().relation_of[f"active:{fold(before.group())}"] == "reviews":
            return "reviews"
    return cue.relation


def opening_cue(text: str, start: int, end: int) -> Cue | None:
    """Find the opening word that governs the first document of a clause: 'Căn cứ', 'Xét', 'Theo đề nghị … tại'."""
    match = _patterns().opening.search(text, start, end)
    if not match:
        return None
    return Cue(_patterns().relation_of[f"opening:{fold(match.group())}"], *match.span())


def cue_after(text: str, start: int, end: int) -> Cue | None:
    """Find a cue behind a document: 'Thông tư số … hết hiệu lực kể từ ngày …'."""
    match = _patterns().after.search(text, start, end)
    return Cue(_patterns().relation_of[f"after:{fold(match.group())}"], *match.span()) if match else None


def passive_cues(text: str, start: int, end: int) -> list[Cue]:
    """Find the verbs of a passive right before a document: '… được sửa đổi, bổ sung bởi [Nghị định …]'."""
    window = max(start, end - 160)
    match = _PASSIVE.search(text[window:end])
    if not match:
        return []
    name = "verbs" if match.group("verbs") else "bare"
    cues = []
    for verb in _patterns().active.finditer(text, window + match.start(name), window + match.end(name)):
        relation = _patterns().relation_of[f"active:{fold(verb.group())}"]
        if relation not in ("implements", "reviews"):
            cues.append(Cue(relation, *verb.span()))
    return cues


def instruction_cue(text: str, start: int, end: int) -> Cue | None:
    """Find an order to comply with what a document says: 'khẩn trương … theo hướng dẫn của Bộ X tại [Công văn]'.

    Args:
        text: The text of a view.
        start: Where the clause begins.
        end: Where the document begins.
    """
    match = _INSTRUCTED.search(text, max(start, end - _REACH), end)
    if not match or not _ORDERED.search(text, start, match.start()) or _NOT_ORDERED.search(text, start, match.start()):
        return None
    return Cue("directs", match.start(), match.end())


def starts_new_subject(text: str, start: int, end: int) -> bool:
    """Tell whether a new main clause begins in a stretch between two documents."""
    return _NEW_SUBJECT.search(text, start, end) is not None


def is_told(text: str, cue: Cue, clause_start: int) -> bool:
    """Tell whether a carrying-out is only told of ('tình hình thực hiện …'), not ordered or aimed at."""
    before = max(clause_start, cue.start - _TOLD_REACH)
    return bool(_TOLD.search(text, before, cue.start) or _AT_MEETING.search(text, before, cue.start))
