"""What the name of a law is made of: the word 'Luật', the words that may follow, number and date right behind."""

from __future__ import annotations

import re

from legalkg.extractors.citations.dates import ATTACHED_DATE, iso_date
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.symbols import normal_number
from legalkg.extractors.citations.terminals import CAPITALS, IN_YEAR, SO, SYMBOL, YEAR, one_of, pattern
from legalkg.extractors.rules import JUDGED, REAL_TEXTS, Example, Rule
from legalkg.extractors.text import fold

LAW_WORD = (
    r"(?:Bộ luật|Bộ Luật|BỘ LUẬT|bộ luật|Luật|LUẬT|luật|Pháp lệnh|PHÁP LỆNH|pháp lệnh|"
    r"BL[A-ZĐ]{2,4}(?!\w))"
)
ANCHOR = pattern(rf"{LAW_WORD}(?!\w)")

# A word or sign that ends the name of a law that the register does not know.
NAME_ENDS = one_of(
    (
        "số", "năm", "ngày", "quy định", "được", "thì", "để", "theo", "tại", "có", "là", "này", "trên", "nêu trên",
        "hiện hành", "của", "do", "như", "khi", "trong", "đã", "đối với", "bằng", "từ", "và các", "và những",
        "và pháp luật",
        "và quy định", "và văn bản", "và Luật", "và Bộ luật", "và Pháp lệnh", "và Nghị định", "và Nghị quyết",
        "và Thông tư", "và Điều",
        "hoặc", "sửa đổi", "hướng dẫn", "thông qua", "ban hành", "về việc", "phải", "không", "đang", "sẽ", "nhưng",
        "với", "cho",
        "quy", "thay thế", "khóa", "còn", "mới", "nếu", "vì", "nhằm", "tức", "sau", "trước", "trừ", "về", "vào",
        "gồm", "bao gồm", "nêu", "ghi", "cũng", "chưa", "vẫn", "đều",
    )
)  # fmt: skip
# A word in a name: none that ends it ("bị" does, but not in "dự bị"), and no type word, which starts another document.
_NAME_WORD = (
    rf"(?!(?:{NAME_ENDS}|(?<![Dd]ự\s)bị|{YEAR}(?![\d/-]|\.\d)|Luật(?! sư)|Bộ luật|Pháp lệnh|"
    r"Nghị định|Nghị quyết|Thông tư|Quyết định)(?!\w))"
    r"[\w&-]+"
)
_UNKNOWN_NAME = pattern(
    rf"(?P<name> (?:[“\"]~)?(?:(?=[{CAPITALS}]){_NAME_WORD}|thuế|phí|(?:về|tổ chức)(?= {_NAME_WORD}))"
    rf"(?: {_NAME_WORD}){{0,16}})"
)
# "Pháp lệnh xử lý vi phạm hành chính": with its capital the word is no common noun, as "luật" is.
_SMALL_NAME = pattern(rf"(?P<name>(?: {_NAME_WORD}){{2,16}})")
# Right after the law word: what shows that no name follows.
_NO_NAME = pattern(
    r" (?:này|sư|gia|pháp|định|lệ|chơi|tục|khác|của|đã|được|có|quy|và|hoặc|về việc|hiện hành|"
    r"chuyên ngành|liên quan|Việt Nam|trên|nêu)(?!\w)"
)

# "Loại văn bản → Luật": a cell of a portal's table that holds the type alone; the next line is another row.
_CELL = re.compile(r"\t[^\n]*\n")
# "Luật Thanh tra và": what comes after belongs to it no more.
_OPEN_END = pattern(r" và$")
_AND_LENGTH = 4

NUMBER = pattern(rf"~(?:,~)?\(?(?:{SO}~)?(?P<number>{SYMBOL})")
# "Luật Xử lý vi phạm hành chính (XLVPHC) năm 2012"
_ABBREVIATED = pattern(rf" \(~[A-ZĐ&]{{2,10}}~\)(?=~(?:{SO}|{IN_YEAR}|{YEAR}|ngày))")
YEAR_AFTER = pattern(rf" (?:{IN_YEAR}|(?P<bare>{YEAR})(?![\d/-]|\.\d)|\((?:năm )?{YEAR}\))")
_REVISED = pattern(r"~\(~sửa đổi(?:~,~bổ sung)?~\)")
# "Luật Nhà ở sửa đổi cho phép …"; not "Luật Nhà ở sửa đổi Điều 5", "sửa đổi, bổ sung"
_REVISED_BARE = pattern(
    r" sửa đổi(?= (?:cho phép|có hiệu lực|được|đã|sẽ|vừa|mới|lần này|quy định|năm|số)(?!\w)|~[.;:)]|~,(?! bổ sung))"
)
_REVISION = "sửa đổi"
_ASSEMBLY_CODE = pattern(r"(?:QH|UBTVQH|CTN|HĐNN|NQ|L)")

UNKNOWN_NAME = Rule(
    "citation/unknown-name",
    "A law's name that the register does not hold, up to the word or sign that cannot be part of such a name.",
    confidence=0.7,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật Nghề gốm được lưu tại xã."),
    counter_example=Example("Hồ sơ lập theo luật được lưu tại Trường Đại học Luật Hà Nội."),
    source=REAL_TEXTS,
)


def unknown_name(text: str, anchor: re.Match[str]) -> CitationDraft | None:
    """Return the law at its word 'Luật' by a name that the register does not hold, up to what cannot be part of it."""
    word = anchor.group()
    if word[0].islower() or word.isupper() or _NO_NAME.match(text, anchor.end()):
        return None
    match = _UNKNOWN_NAME.match(text, anchor.end())
    if match is None and word == "Pháp lệnh":
        match = _SMALL_NAME.match(text, anchor.end())
    if match is None or _CELL.match(text, max(0, anchor.start() - 1), anchor.end() + 1):
        return None
    open_end = _OPEN_END.search(text, match.end() - _AND_LENGTH, match.end())
    end = open_end.start() if open_end else match.end()
    return law(text, UNKNOWN_NAME, anchor.start(), end, anchor.group())


def attach(text: str, found: CitationDraft) -> None:
    """Take in number, date or year right behind a name."""
    revised = _REVISED.match(text, found.end) or _REVISED_BARE.match(text, found.end)
    if remark := revised or _ABBREVIATED.match(text, found.end):
        found.end = remark.end()
    number = NUMBER.match(text, found.end)
    if number and _ASSEMBLY_CODE.search(number.group("number")):
        found.end = number.end()
        found.number = normal_number(number.group("number"))
        found.parts["number"] = number.span("number")
    dated = found.take_date(ATTACHED_DATE.match(text, found.end))
    if not dated and not found.number and (year := YEAR_AFTER.match(text, found.end)):
        found.end = year.end()
        found.date = iso_date(year.group())
        found.parts["date"] = (year.start() + 1, year.end())
    if revised and not found.number and not found.date:
        # The revision, not the law as it was: "Luật Giáo dục (sửa đổi)" beside "Luật Giáo dục năm 2005".
        found.key = f"{found.key or fold(found.name or '')} {_REVISION}"
        found.name = f"{found.name}{' (' if '(' in revised.group() else ' '}{_REVISION}{')' * ('(' in revised.group())}"


def law(text: str, rule: Rule, start: int, end: int, word: str) -> CitationDraft:
    """Return the citation of a law by the name that stands from ``start`` to ``end``; ``word`` says what it is."""
    name = " ".join(text[start:end].split()).strip('“” "')
    return CitationDraft(start, end, rule, name=name, type=_law_type(word))


def _law_type(word: str) -> str:
    head = word[:2].lower()
    if head == "lu":
        return "Luật"
    return "Bộ luật" if head in ("bộ", "bl") else "Pháp lệnh"
