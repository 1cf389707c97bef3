"""The title of a document (trích yếu): below the type, or the subject of a letter behind 'V/v'."""

from __future__ import annotations

import re

from legalkg.extractors.citations.symbols import normal_number
from legalkg.extractors.citations.terminals import CAPITALS, SMALLS, SYMBOL, YEAR, pattern
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.header.letterhead import ADDRESSED, LINE_MARKS, NATION, SUBJECT
from legalkg.extractors.header.offices import SPEAKS

_LONGEST_TITLE = 1500
# The Party's letters have their subject right below the number, without a mark (Hướng dẫn 36-HD/VPTW).
_SUBJECT_BELOW = pattern(
    rf"\s*\n{LINE_MARKS}(?P<about>Về |(?!Kính gửi|Căn cứ|Thực hiện (?:Công|Chỉ|Kế)|Ngày |Hà Nội|Độc lập)"
    rf"(?!(?:[{CAPITALS}][\w'’]*[^\S\n]+)*[\w'’]+,?[^\S\n]*ngày[\s\d.…])[{CAPITALS}]?[{SMALLS}]+ [^\n]*)"
)
_ABOUT = pattern(r"^(?:[Vv]ề việc|VỀ VIỆC|V/v:?|V/V:?|v/v:?) ")

# A line that starts like this is past the title.
_PAST_TITLE = pattern(
    rf"^{LINE_MARKS}(?:[-–]\s*)?(?:Căn cứ|CĂN CỨ|Kính gửi|Xét|Thực hiện|Để |Nhằm|Ngày \d|Trong |"
    rf"Tại |Theo|Sau|Qua |Trên cơ sở|Điều \d|Chương [IVX\d]|CHƯƠNG|Phần |PHẦN |Mục [IVX\d]|"
    rf"[IVX]+(?:[.\-]|/(?![vV]))|\d{{1,2}}[.)]|A[.\-]|Triển khai thực|Tiếp tục|Năm \d|Thời gian|Ban (?:Thường|Bí|Chấp|"
    rf"Tổ)|Bộ Chính|Vừa qua|[“\"]|[{CAPITALS}][\w\s]{{2,60}}điện:|"
    rf"CỦA QUỐC HỘI KH(?:ÓA|OÁ) [IVX]+,? KỲ HỌP|\(|---|___|\*\*\*|={{3}})"
)
# "… ngày 30 tháng 4 năm 2025 của⏎Bộ Chính trị về …": a line that ends so goes on, whatever the next one begins with.
_OPEN_END = pattern(r" (?:của|và|do|với|thuộc|CỦA|VÀ|DO|VỚI|THUỘC)$")
# A paragraph of the text: "Những năm qua, … đạt kết quả. Tuy nhiên …". Titles are no sentences.
_SENTENCES = re.compile(rf"[{CAPITALS}](?:[^\n]*[\w)]\.(?:\s[{CAPITALS}][^\n]*|\s*)$|[^\n]{{250,}}$)")
_TITLE_OF_PLAN = pattern(r"(?:Thực hiện|Triển khai|Tiếp tục|Ban hành|Năm \d)")
# "THỰC HIỆN QUY CHẾ BẦU CỬ - Căn cứ Điều lệ Đảng": line ends were lost.
_BASIS_INSIDE = pattern(r" (?:- )?C(?:ăn cứ|ĂN CỨ) (?=[A-ZĐ])")
_ALL_CAPS = pattern(rf"^[^{SMALLS}]*$")
# "NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ / về …", "LUẬT / CỦA QUỐC HỘI … SỐ 28/2001/QH10 VỀ …": the issuer stands between type
# and title, with number and date in old texts. A conclusion reached "TẠI CUỘC HỌP" is no issuer.
_SPEAKER = rf"(?:CỦA |(?=HỘI NGHỊ LẦN THỨ ))(?P<speaker>(?:(?! (?:TẠI|VỀ|SỐ) )[^{SMALLS}]){{4,200}}?)"
_SPEAKER_ONLY = pattern(rf"{_SPEAKER}(?:\([^()]*\))?[\s*_#|]*$")
_SUBJECT_WORDS = (
    r"(?:VỀ|THỰC HIỆN|TRIỂN KHAI|TIẾP TỤC|TĂNG CƯỜNG|BAN HÀNH|QUY ĐỊNH|HƯỚNG DẪN|SỬA ĐỔI|PHÊ DUYỆT|BÃI BỎ|CÔNG BỐ|"
    r"THI HÀNH|THÀNH LẬP) "
)
_SPEAKER_FIRST = pattern(
    rf"{_SPEAKER}(?: SỐ {SYMBOL}(?:,? NGÀY \d{{1,2}}(?:/| THÁNG )\d{{1,2}}(?:/| NĂM ){YEAR})?[\s*_#|]+|"
    rf"[\s*_#|]+(?={_SUBJECT_WORDS}))"
)


# "LUẬT⏎THUẾ … SỐ 23-L/CTN NGÀY 10/7/1993 CỦA QUỐC HỘI": gazettes repeat number, day and organ behind the title.
_NUMBER_BEHIND = pattern(
    rf" SỐ~:?~(?P<number>{SYMBOL})(?:,? NGÀY [^{SMALLS}]{{6,30}}{YEAR})?(?: CỦA [^{SMALLS}\d]{{4,80}})?[\s*_|]*$"
)


def read_title(head: str, draft: HeaderDraft) -> None:
    """Read the title and note where it ends."""
    if draft.title or draft.type == "Bản án":
        return  # a judgment has its subject in the letterhead, or none
    if "type" in draft.spans:
        _title_below(head, draft.title_start, draft)
    elif draft.number_place:
        _subject_of_letter(head, draft.number_place[1], draft)


def _title_below(head: str, start: int, draft: HeaderDraft) -> None:
    lines: list[tuple[int, int]] = []
    caps: bool | None = None
    blanks = 0
    marked = False  # the line before is printed bold, as the lines of one title are: "**Bộ Chính trị về …**" goes on
    for line in re.finditer(r"[^\n]*(?:\n|$)", head[start : start + _LONGEST_TITLE]):
        content = line.group().strip(" \t\n*#_|")
        if not content:
            blanks += 1
            if lines and blanks > 1:
                break
            continue
        if lines and content.startswith("(") and _SPEAKER_ONLY.match(head, lines[0][0], lines[-1][1]):
            continue  # "CỦA BAN CHẤP HÀNH TRUNG ƯƠNG / (khóa XIII)"
        is_marked = line.group().strip().startswith("**")
        goes_on = bool(lines) and _OPEN_END.search(head, lines[-1][0], lines[-1][1])
        if not (goes_on or (marked and is_marked)) and _is_past(line.group(), content, first=not lines):
            break
        marked = is_marked and line.group().rstrip().endswith("**")
        is_caps = bool(_ALL_CAPS.match(content))
        if caps and not is_caps and not _goes_on(head, lines[-1][1]):
            if not (speaker := _SPEAKER_ONLY.match(head, lines[0][0], lines[-1][1])):
                break
            draft.speaker, caps = speaker.group("speaker"), None
            lines.clear()
        if lines and _is_speaker(content, head[slice(*lines[-1])]):
            break
        caps = is_caps if caps is None else caps and is_caps
        blanks = 0
        begin = start + line.start() + len(line.group()) - len(line.group().lstrip(" \t*#_|"))
        basis = _BASIS_INSIDE.search(content)
        lines.append((begin, begin + (basis.start() if basis else len(content))))
        if basis:
            break
    if lines:
        _set_title(head, lines[0][0], lines[-1][1], draft)


def _is_past(line: str, content: str, *, first: bool) -> bool:
    """Return whether a line is past the title."""
    if first and _TITLE_OF_PLAN.match(content):
        return False  # "KẾ HOẠCH / Thực hiện Nghị quyết số …": the first line under the type is the title
    if not first and content.isupper() and content.startswith(("(", "“", '"')):
        return False
    if not first and not content.isupper() and _SENTENCES.match(content):
        return True
    return bool(_PAST_TITLE.match(line))


def _set_title(head: str, start: int, end: int, draft: HeaderDraft) -> None:
    """Note the title without the issuer that may stand before it."""
    draft.end = max(draft.end, end)
    if speaker := _SPEAKER_FIRST.match(head, start, end) or _SPEAKER_ONLY.match(head, start, end):
        draft.speaker, start = speaker.group("speaker"), speaker.end()
    behind = _NUMBER_BEHIND.search(head, start, end)
    if behind and normal_number(behind.group("number")) == draft.number:
        end = behind.start()
    if start < end:
        draft.title = _clean_title(head[start:end], draft)
        draft.spans["title"] = (start, end)


def _goes_on(head: str, position: int) -> bool:
    """A title in capitals that ends with a comma or hyphen goes on in the next line."""
    return head[:position].rstrip().endswith((",", "-", "("))


def _is_speaker(content: str, previous: str) -> bool:
    """After the title the issuer speaks, in capitals on a line of its own: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH'."""
    return bool(
        SPEAKS.match(content)
        and content.isupper()
        and not previous.rstrip().upper().endswith(("CỦA", "TẠI", "VÀ", "DO", "THUỘC", "CHO", "VỚI", "CỦA CHỦ TỊCH"))
    )


def _subject_of_letter(head: str, start: int, draft: HeaderDraft) -> None:
    """Read the subject below the number, marked 'V/v' or not: the Party's letters leave the mark out."""
    marked = SUBJECT.search(head, start, start + 400)
    addressed = ADDRESSED.search(head, start, start + 1800)
    if marked:
        begin = marked.end()
    elif (line := _SUBJECT_BELOW.match(head, start)) and addressed and addressed.start() >= line.end():
        begin = line.start("about")
    else:
        return
    stop = len(head)
    for limit in (
        addressed and addressed.start(),
        draft.spans.get("place", (0, 0))[0],
        head.find("\n\n", begin),
        (nation := NATION.search(head, begin)) and nation.start(),
    ):
        if limit and limit > begin:
            stop = min(stop, limit)
    printed = head[begin:stop].rstrip(" \t\n*_|-")
    draft.spans["title"] = (begin, begin + len(printed))
    draft.title = _clean_title(printed, draft)
    draft.end = max(draft.end, begin + len(printed))


def _clean_title(printed: str, draft: HeaderDraft) -> str:
    title = " ".join(re.sub(r"[*#_|]+", " ", printed).split()).rstrip(".")
    title = _ABOUT.sub("", title)
    return title.removeprefix("Về ") if "type" not in draft.spans and title.startswith("Về ") else title
