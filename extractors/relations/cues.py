"""The words that say how one document acts on another, compiled from ``data/registry/cues.csv``.

Each cue governs the document that follows it ('active', 'opening') or stands before it ('after'). Passive forms are the
active cues between 'được'/'bị' and 'bởi'/'bằng'/'tại'. What may stand between cue and document, and what breaks the tie,
is fixed here, one pattern a rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.citations.atoms import BLANK, MAYBE_BLANK, one_of
from extractors.model import RelationName
from extractors.resources import read_rows
from extractors.text import fold

_IMPLEMENTS = frozenset({"implements"})
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
        return re.compile(rf"(?<!\w){one_of(phrases[place])}(?!\w)", re.IGNORECASE if ignore_case else 0)

    return _Patterns(
        relation_of={f"{row['place']}:{fold(row['phrase'])}": row["relation"] for row in rows},  # type: ignore[misc]
        active=compiled("active", True),
        opening=compiled("opening", False),
        after=compiled("after", False),
    )


# "bãi bỏ [khoản 3 Điều 5 của]", "sửa đổi [một số điều của]": a part of the target, so the whole is amended.
_PART = re.compile(
    rf"(?:điều|khoản|điểm|mục|chương|phụ{BLANK}lục|danh{BLANK}mục|một{BLANK}phần|nội{BLANK}dung|biểu|mẫu|cụm{BLANK}từ|quy{BLANK}trình|tiết|đoạn)(?!\w)",
    re.IGNORECASE,
)
# Words between cue and document that make it a plain reference: "thực hiện [theo quy định tại] Nghị định …".
_WEAK = re.compile(
    rf"(?<!\w)(?:theo|tại|quy{BLANK}định{BLANK}tại|phù{BLANK}hợp|căn{BLANK}cứ|so{BLANK}với|trái|nêu{BLANK}tại|thuộc|trên{BLANK}cơ{BLANK}sở|kể{BLANK}từ|trước{BLANK}khi|không|tương{BLANK}tự|đáp{BLANK}ứng|nhưng|mà|khi|nếu)(?!\w)",
    re.IGNORECASE,
)
_WEAK_FOR_CHANGES = re.compile(
    rf"(?<!\w)(?:theo{BLANK}quy{BLANK}định|quy{BLANK}định{BLANK}tại|phù{BLANK}hợp|căn{BLANK}cứ|so{BLANK}với|trái{BLANK}với|theo{BLANK}(?!Quyết|Nghị|Thông|Luật))(?!\w)",
    re.IGNORECASE,
)
# A new main clause: ", Ủy ban nhân dân tỉnh ban hành …": what follows is not about the document before.
_NEW_SUBJECT = re.compile(
    rf"[,;.:]{BLANK}(?:và{BLANK})?(?:để{BLANK}.{{0,80}},{BLANK})?(?:Ủy{BLANK}ban|UBND|HĐND|Hội{BLANK}đồng|Bộ|Sở|Ban|Đảng|Tỉnh|Thành|Huyện|Thủ{BLANK}tướng|Chính{BLANK}phủ|Chủ{BLANK}tịch|Cục|Tổng|Văn{BLANK}phòng|Quốc{BLANK}hội|Trong{BLANK}đó|đồng{BLANK}thời|Phó)(?!\w)"
)
# "tình hình thực hiện", "kết quả triển khai", "việc thực hiện": told, not ordered and not the purpose.
_TOLD = re.compile(
    rf"(?:tình{BLANK}hình|kết{BLANK}quả|quá{BLANK}trình|việc|đã|năm|tháng|được|tiến{BLANK}độ|kinh{BLANK}phí|hiệu{BLANK}quả|tham{BLANK}mưu|không|chưa|nguồn{BLANK}lực|thời{BLANK}gian|đang|liên{BLANK}quan{BLANK}đến|vướng{BLANK}mắc|khi|trong)(?:{BLANK}(?:tổ{BLANK}chức|rà{BLANK}soát|tiếp{BLANK}tục|công{BLANK}tác))?{BLANK}$",
    re.IGNORECASE,
)
_YEARS_OF = re.compile(rf"năm{BLANK}$", re.IGNORECASE)
_PASSIVE = re.compile(
    rf"(?:được|bị){BLANK}(?P<verbs>[\w\s,]{{2,90}}?){BLANK}(?:bởi|bằng|tại|theo){BLANK}(?:(?:các|quy{BLANK}định{BLANK}tại){BLANK})?$|(?:được|bị){BLANK}(?P<bare>(?:sửa{BLANK}đổi|bổ{BLANK}sung|thay{BLANK}thế|bãi{BLANK}bỏ|đính{BLANK}chính)(?:{MAYBE_BLANK},{MAYBE_BLANK}bổ{BLANK}sung)?){BLANK}$",
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
    return ";" in text[cue.end : end] or bool(weak.search(text, cue.end, end))


def relation_of(text: str, cue: Cue, end: int, has_pinpoints: bool) -> RelationName:
    """Give the relation a cue says of a target: ending a part of a document amends it; 'tổng kết 5 năm thực hiện' reviews."""
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


def starts_new_subject(text: str, start: int, end: int) -> bool:
    """Tell whether a new main clause begins in a stretch between two documents."""
    return _NEW_SUBJECT.search(text, start, end) is not None


def is_told(text: str, cue: Cue, clause_start: int) -> bool:
    """Tell whether a carrying-out is only told of ('tình hình thực hiện …'), not ordered or aimed at."""
    return bool(_TOLD.search(text, max(clause_start, cue.start - 40), cue.start))
