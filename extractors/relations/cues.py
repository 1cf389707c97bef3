"""The words that say how one document acts on another, compiled from ``data/registry/cues.csv``.

A cue governs the document that follows it ('active', 'opening', and 'member' behind a comma or semicolon) or stands
before it ('after'); words of 'order' show that somebody is told to do something. What may stand between cue and
document, and what breaks the tie, is fixed here, one pattern a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from legalkg.extractors.citations.terminals import TYPE_WORD, one_of, pattern
from legalkg.extractors.registry.relations import RelationName
from legalkg.extractors.registry.words import cue_rows
from legalkg.extractors.relations.gaps import begins_row
from legalkg.extractors.relations.mentions import CHANGES
from legalkg.extractors.relations.modality import is_negated
from legalkg.extractors.text import fold

# Cue and document at most this far apart: "sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo [Quyết định …]";
# farther over words that are quoted ("thay cụm từ “…” bằng cụm từ “…” tại [Điều 3 …]") and over the title of what was
# issued with the document ("… Quy định về … ban hành kèm theo [Quyết định …]").
REACH, _FAR = 170, 500
_ISSUED_WITH = pattern(r"kèm theo $")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue met in a text: the relation, and where its words stand."""

    relation: RelationName
    start: int
    end: int

    def words(self, text: str) -> str:
        """Return its words, in one line."""
        return " ".join(text[self.start : self.end].split())


@dataclass(frozen=True, slots=True)
class _Patterns:
    relation_of: dict[str, RelationName]
    active: re.Pattern[str]
    opening: re.Pattern[str]
    member: re.Pattern[str]
    after: re.Pattern[str]
    order: re.Pattern[str]
    reply: re.Pattern[str]
    changes: re.Pattern[str]

    def cue(self, place: str, match: re.Match[str]) -> Cue:
        """Return the cue that a pattern of one place met."""
        return Cue(self.relation_of[f"{place}:{_key(match.group())}"], *match.span())


@lru_cache(maxsize=4096)
def _key(phrase: str) -> str:
    """Return what all spellings of a phrase share; texts that were cut into words have a blank before the comma."""
    return fold(phrase).replace(" ,", ",")


def _in_any_case(phrases: list[str]) -> str:
    """Return the pattern of one of some phrases, in small letters or capitals.

    A set of first letters before anything that ignores case makes it twice as fast.
    """
    rest_of: dict[str, list[str]] = {}
    for phrase in phrases:
        rest_of.setdefault(phrase[0], []).append(phrase[1:])
    letters = "".join(rest_of) + "".join(rest_of).upper()
    return f"[{letters}](?i:{'|'.join(f'(?<={first}){one_of(rest)}' for first, rest in rest_of.items())})"


@cache
def _patterns() -> _Patterns:
    rows = cue_rows()
    phrases: dict[str, list[str]] = {}
    for row in rows:
        phrases.setdefault(row.place, []).append(row.phrase)

    def compiled(place: str, any_case: bool, behind: str = r"(?<!\w)") -> re.Pattern[str]:
        alternatives = _in_any_case(phrases[place]) if any_case else one_of(phrases[place])
        return pattern(rf"{behind}{alternatives.replace(',', '~,')}(?!\w)")

    return _Patterns(
        relation_of={f"{row.place}:{_key(row.phrase)}": row.relation for row in rows},  # type: ignore[misc]
        active=compiled("active", True),
        opening=compiled("opening", False),
        member=compiled("member", False, r"(?:(?<=[;,]\s)|(?<=\s[;,]))"),
        after=compiled("after", False),
        order=compiled("order", True),
        reply=compiled("reply", True),
        changes=_without_first_letters(row.phrase for row in rows if row.relation in CHANGES),
    )


def _without_first_letters(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that is met wherever one of some phrases is, and fast: flat, whatever case they start with."""
    ends = dict.fromkeys(phrase[1:] for phrase in phrases)
    return pattern("|".join(re.escape(end).replace("\\ ", " ") for end in [*ends, *map(str.upper, ends)]))


# "bãi bỏ [khoản 3 Điều 5 của]", "sửa đổi [một số điều của]": a part of the target, so the whole is amended.
_PART = pattern(
    r"(?:điều|khoản|điểm|mục|chương|phụ lục|danh mục|một phần|nội dung|biểu|mẫu|cụm từ|quy trình|"
    r"tiết|đoạn|thủ tục|tại)(?!\w)",
    re.IGNORECASE,
)
# Words between cue and document that make it a plain reference: "thực hiện [theo quy định tại] Nghị định …".
_WEAK = pattern(
    r"(?<!\w)(?:theo|tại|quy định tại|phù hợp|căn cứ|so với|trái|nêu tại|thuộc|trên cơ sở|kể từ|"
    r"trước khi|không|tương tự|đáp ứng|tuân thủ|nhưng|mà|khi|nếu)(?!\w)",
    re.IGNORECASE,
)
_WEAK_FOR_CHANGES = pattern(
    r"(?<!\w)(?:theo quy định|quy định tại|phù hợp|căn cứ|so với|trái với|trước khi|(?<!kèm\s)theo (?!Quyết|Nghị|Thông|"
    r"Luật))(?!\w)",
    re.IGNORECASE,
)
# "tổ chức thi hành pháp luật và [Nghị định …]", "Nội dung thực hiện: phổ biến [Luật …]", "Luật A (sửa đổi), [Luật B]"
# "Luật A sửa đổi và [Luật B]": the name of a new version, no verb.
_OTHER_OBJECT = pattern(r"(?:\w|^)(?:~,| và) $|;|:~(?!(?:các|số|toàn) )\w|^~\)")
_BEFORE_UNNUMBERED = pattern(
    rf"\s*(?P<cue>(?:Triển khai )?(?:T|t)hực hiện|Triển khai)(?: (?:các )?{TYPE_WORD} [^;.:\n]{{3,300}}?;)+~(?:và )?"
)
# "sửa đổi, bổ sung một số điều, [phụ lục của Nghị định …]": parts of one document.
_PART_AND_PART = pattern(
    r"(?:điều|khoản|điểm|mục|chương|phụ lục|biểu|mẫu|nội dung|danh mục)(?:~,| và) $", re.IGNORECASE
)
# "thực hiện các nhiệm vụ, giải pháp theo [Nghị quyết …]": to carry out its tasks is to carry it out.
_TASKS_OF = pattern(r"(?:nhiệm vụ|giải pháp|nội dung|mục tiêu) (?:nêu |đề ra )?(?:theo|tại|trong|của) $", re.IGNORECASE)
# "đình chỉ [việc] thi hành", "kéo dài [thời hạn] thực hiện", "chấm dứt hiệu lực thi hành": one act, not two.
_OF_CARRYING_OUT = pattern(r" (?:(?:việc|hiệu lực|thời gian|thời hạn|tổ chức) ){0,2}$", re.IGNORECASE)
_STOPS_OR_GOES_ON = frozenset({"suspends", "extends", "repeals"})
# "kể từ ngày Nghị quyết này có hiệu lực thi hành": in force, not carried out.
_IN_FORCE = pattern(r"hiệu lực $", re.IGNORECASE)
_IN_FORCE_REACH = 10
# "kéo dài thời gian [thực hiện Nghị quyết …]" prolongs it; "kéo dài thời gian giữ chức vụ" is what it is about.
_PROLONGS = pattern(
    r" (?:thêm )?(?:(?:thời gian|thời hạn|việc) ){0,2}(?:(?:thực hiện|thi hành|áp dụng|triển khai|thí điểm|hiệu lực|"
    r"có hiệu lực|của|quy định|một số|các|toàn bộ)(?!\w)|$)",
    re.IGNORECASE,
)
# "phạm vi điều chỉnh của [Nghị định …]": what it applies to; nothing is adjusted.
_SCOPE = pattern(r"(?:phạm vi|đối tượng) (?:và đối tượng )?$", re.IGNORECASE)
_BY_SOMEBODY = pattern(r"(?:được|bị) $", re.IGNORECASE)
_IS_DONE = pattern(r"(?:được|bị) ")
# "tổng kết [10 năm] thực hiện", "sơ kết, đánh giá [việc] thực hiện"
_REVIEWED = pattern(
    r"(?<!\w)(?:sơ kết|tổng kết)(?:~,? (?:sơ kết|tổng kết|đánh giá))*"
    r"(?: (?:công tác|việc|kết quả|quá trình|tình hình|(?:\w+ ){1,3}năm|giai đoạn \d{4}~[-–]~\d{4}))*"
    r"(?: (?:triển khai|tổ chức))? $",
    re.IGNORECASE,
)
_REVIEW_REACH = 70
# An order to comply with what a document says, or to do what it lays down.
_INSTRUCTED = pattern(
    r"(?:theo|theo đúng|và)(?: ý kiến)? (?:hướng dẫn|chỉ đạo|yêu cầu)(?: của [^.;:\n]{2,70})? tại $|"
    r"(?:nhiệm vụ|giải pháp|phương án|chỉ tiêu|mục tiêu)(?!\w)[^.;:\n]{0,60}"
    r"(?:được (?:giao|phê duyệt|nêu|đề ra)|nêu|đề ra) tại $"
)
# "trả lời [nội dung kiến nghị của Sở A tại] Công văn B"
_REPLIED_TO = pattern(r" (?:(?:các|nội dung|kiến nghị|đề nghị|ý kiến)(?!\w)[^.;:\n]{0,80} tại )?(?:các )?")
_NOT_ORDERED = pattern(r"(?<!\w)(?:chưa|đã|đang|Đến nay)(?!\w)")


def may_say_a_change(text: str, start: int, end: int) -> bool:
    """Return, at little cost, whether a stretch has words that change a document."""
    return _patterns().changes.search(text, start, end) is not None


def active_cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """Find all active cues of a stretch, in reading order."""
    patterns = _patterns()
    for match in patterns.active.finditer(text, start, end):
        yield patterns.cue("active", match)


def begins_with_cue(text: str, start: int, end: int) -> bool:
    """Return whether a stretch begins with an active cue."""
    return _patterns().active.match(text, start, end) is not None


def last_cue(text: str, start: int, end: int) -> Cue | None:
    """Find the active cue that governs the document at ``end``: the last before it that nothing weakens.

    Args:
        text: The text of a view.
        start: Where the stretch before the document begins.
        end: Where the provisions of the document, or it itself, begin.
    """
    best: Cue | None = None
    is_far = text.find("”", max(start, end - REACH), end) >= 0 or _ISSUED_WITH.search(text, max(start, end - 12), end)
    reach = _FAR if is_far else REACH
    for cue in active_cues(text, max(start, end - reach), end):
        # "thủ tục được sửa đổi tại …": what happened to something else.
        if cue.relation != "implements" and _BY_SOMEBODY.search(text, max(0, cue.start - 6), cue.start):
            continue
        if cue.relation == "extends" and not _PROLONGS.match(text, cue.end, end):
            continue
        governing = _with_its_object(text, best, cue)
        if governing is cue and cue.relation == "implements" and _is_in_force(text, cue.start):
            continue
        best = governing
    if best is None or _is_weak(text, best, end) or is_negated(text, best.start):
        return None
    return best


def cue_of_list(text: str, start: int, end: int) -> Cue | None:
    """Find the cue of a list whose first members have no number: 'Thực hiện Hướng dẫn của tỉnh; [Kế hoạch số 33]'."""
    found = _BEFORE_UNNUMBERED.fullmatch(text, start, end)
    return Cue("implements", *found.span("cue")) if found else None


def _with_its_object(text: str, before: Cue | None, cue: Cue) -> Cue:
    """Stopping or prolonging the carrying-out of a document stops or prolongs the document."""
    if before is None or cue.relation != "implements" or before.relation not in _STOPS_OR_GOES_ON:
        return cue
    return (
        Cue(before.relation, before.start, cue.end) if _OF_CARRYING_OUT.fullmatch(text, before.end, cue.start) else cue
    )


def _is_in_force(text: str, position: int) -> bool:
    return _IN_FORCE.search(text, max(0, position - _IN_FORCE_REACH), position) is not None


def _is_weak(text: str, cue: Cue, end: int) -> bool:
    weak = _WEAK if cue.relation in ("implements", "guides", "reviews") else _WEAK_FOR_CHANGES
    between = text[cue.end : end]
    if between.strip() and _OTHER_OBJECT.search(between):
        return cue.relation not in CHANGES or not _PART_AND_PART.search(between)
    if begins_row(between):
        return True
    if cue.relation == "amends" and _SCOPE.search(text, max(0, cue.start - 30), cue.start):
        return True
    if cue.relation == "implements" and _TASKS_OF.search(between):
        return False
    return bool(weak.search(between))


def relation_of(text: str, cue: Cue, end: int, has_pinpoints: bool) -> RelationName:
    """Return the relation that a cue says: ending a part amends the whole; 'tổng kết 5 năm thực hiện' reviews."""
    if cue.relation in ("repeals", "replaces") and (has_pinpoints or _PART.search(text, cue.end, end)):
        return "amends"
    if cue.relation == "implements" and _REVIEWED.search(text, max(0, cue.start - _REVIEW_REACH), cue.start):
        return "reviews"
    return cue.relation


def opening_cue(text: str, start: int, end: int) -> Cue | None:
    """Find the opening word that governs the first document of a clause: 'Căn cứ', 'Xét', 'Theo đề nghị … tại'."""
    patterns = _patterns()
    opening, member = patterns.opening.search(text, start, end), patterns.member.search(text, start, end)
    if member and (opening is None or member.start() < opening.start()):
        return patterns.cue("member", member)
    return patterns.cue("opening", opening) if opening else None


def cues_after(text: str, start: int, end: int) -> Iterator[Cue]:
    """Find the cues that stand behind a document: 'Thông tư số … hết hiệu lực kể từ ngày …'."""
    patterns = _patterns()
    for match in patterns.after.finditer(text, start, end):
        yield patterns.cue("after", match)


def is_passive(text: str, cue: Cue) -> bool:
    """Return whether a cue behind a document is a passive, 'bị bãi bỏ', that may have another agent."""
    return _IS_DONE.match(text, cue.start) is not None


def instruction_cue(text: str, start: int, end: int) -> Cue | None:
    """Find an order to comply with what a document says: 'khẩn trương … theo hướng dẫn của Bộ X tại [Công văn]'.

    Args:
        text: The text of a view.
        start: Where the clause begins.
        end: Where the document begins.
    """
    match = _INSTRUCTED.search(text, max(start, end - REACH), end)
    if not match or not _patterns().order.search(text, start, match.start()):
        return None
    return None if _NOT_ORDERED.search(text, start, match.start()) else Cue("directs", match.start(), match.end())


def reply_cue(text: str, start: int, end: int) -> Cue | None:
    """Find the word by which one letter answers another: 'Công văn A [trả lời] Công văn B'.

    Args:
        text: The text of a view.
        start: Where the document that answers ends.
        end: Where the document that is answered begins.
    """
    found = _patterns().reply.search(text, max(start, end - REACH), end)
    if found is None or not _REPLIED_TO.fullmatch(text, found.end(), end) or is_negated(text, found.start()):
        return None
    return _patterns().cue("reply", found)
