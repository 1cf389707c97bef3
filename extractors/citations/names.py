"""Laws cited by name: 'Luật Đất đai', 'Bộ luật Dân sự năm 2015', 'Luật Giáo dục số 43/2019/QH14'.

In State texts 29 % of all references have no number. Known names come from the register; a name that the register does
not hold is read up to the word or sign that cannot be part of a law's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations.dates import ATTACHED_DATE, iso_date
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.symbols import normal_number
from legalkg.extractors.citations.terminals import (
    CAPITALS,
    IN_YEAR,
    SO,
    SYMBOL,
    YEAR,
    one_of,
    pattern,
    whole_words,
)
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.known import known_names
from legalkg.extractors.rules import DECREE_30, JUDGED, LAW_ON_LAWS, REAL_TEXTS, Example, Rule
from legalkg.extractors.text import fold

_WORD = (
    r"(?:Bộ luật|Bộ Luật|BỘ LUẬT|bộ luật|Luật|LUẬT|luật|Pháp lệnh|PHÁP LỆNH|pháp lệnh|"
    r"BL[A-ZĐ]{2,4}(?!\w))"
)
_ANCHOR = pattern(rf"{_WORD}(?!\w)")

# "sửa đổi, bổ sung một số điều của", "sửa đổi Điều 126", "về việc sửa đổi, bổ sung"
_AMENDING = pattern(
    rf"(?: (?:về )?(?:việc )?)? [Ss](?:ửa đổi|ỬA ĐỔI)(?:~,~bổ sung)?"
    rf"[^.;:()]{{0,120}}?(?= (?:của )?(?:các )?{_WORD}(?!\w))(?: của)?(?: các)? ",
    re.IGNORECASE,
)
_OTHER_AMENDED = pattern(rf"~(?:,|và|, và) (?={_WORD}(?!\w))")
# "Luật sửa đổi, bổ sung một số điều của các luật liên quan đến đầu tư xây dựng cơ bản", "... của 11 luật …"
_AMENDING_MANY = pattern(
    r" sửa đổi~,~bổ sung một số điều của (?:các|\d+) luật"
    r"(?: (?:có )?liên quan (?:đến|tới) [^.;,:()\d“\"]{3,90}?(?= (?:số|năm|ngày) |[.;,:()“\"]))?",
    re.IGNORECASE,
)

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
# "Trường Đại học Luật Hà Nội", "ngành Luật Kinh tế": law as a subject, before it.
_SUBJECT_REACH = 12
_SUBJECT = pattern(
    r"(?:[Kk]ỷ|Đại học|ngành|[Kk]hoa|[Cc]ử nhân|[Tt]hạc sĩ|[Vv]ăn phòng|[Cc]ông ty|pháp|Tạp chí|Trường|Hội|Trung cấp|"
    r"bộ môn) $"
)
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
_MOST_AMENDED = 30

_NUMBER = pattern(rf"~(?:,~)?\(?(?:{SO}~)?(?P<number>{SYMBOL})")
# "Luật Xử lý vi phạm hành chính (XLVPHC) năm 2012"
_ABBREVIATED = pattern(rf" \(~[A-ZĐ&]{{2,10}}~\)(?=~(?:{SO}|{IN_YEAR}|{YEAR}|ngày))")
_YEAR_AFTER = pattern(rf" (?:{IN_YEAR}|(?P<bare>{YEAR})(?![\d/-]|\.\d)|\((?:năm )?{YEAR}\))")
_REVISED = pattern(r"~\(~sửa đổi(?:~,~bổ sung)?~\)")
_ASSEMBLY_CODE = pattern(r"(?:QH|UBTVQH|CTN|HĐNN|NQ|L)")
# "Bộ luật Hàng hải [Việt Nam] ngày …": the country behind a known name is part of it.
_COUNTRY = pattern(r" Việt Nam(?!\w)")
# "Quốc hội ban hành [Luật sửa đổi …]": the document itself
_PASSES = pattern(r"(?:Quốc hội|Ủy ban Thường vụ Quốc hội|Ủy ban thường vụ Quốc hội) ban hành $")
_PASSES_REACH = 60
# "Luật Khoa học, Công nghệ và Đổi mới sáng tạo số 93/2025/QH15": up to its number a name may hold commas.
_UP_TO_NUMBER = pattern(
    rf" [{CAPITALS}k](?:(?!{_WORD})[^.;:()“”\d]){{3,160}}?(?= số \d+[a-z]?/\d{{4}}/(?:QH|UBTVQH|PL))"
)
_UPPER = pattern(rf"[{CAPITALS}]")

KNOWN_NAME = Rule(
    "citation/known-name",
    "The name of a law in the register of known documents, with a capital in it, or a number, year or date behind it. "
    "Where a number stands behind a law's name, every rule for names is at least as sure as 0.95.",
    confidence=0.96,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật Đất đai năm 2024."),
    counter_example=Example("Nghiên cứu ngành luật đất đai ở các nước."),
    source=REAL_TEXTS,
)
NAME_IN_SMALL = Rule(
    "citation/name-in-small-letters",
    "The name of a known law in small letters alone, in a text that cites the law with its capital, too.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Luật Đất đai giao việc cho xã, và theo luật đất đai thì xã lập hồ sơ."),
    counter_example=Example("Theo luật đất đai thì xã lập hồ sơ."),
    source=REAL_TEXTS,
)
NAME_AND_NUMBER = Rule(
    "citation/name-and-number",
    "A law's name that the register does not hold, commas and all, up to the number that the Assembly gave it.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật Bảo tồn, phát huy Nghề gốm số 93/2031/QH18."),
    counter_example=Example("Hồ sơ lập theo Luật Bảo tồn, phát huy Nghề gốm."),
    source=DECREE_30,
)
UNKNOWN_NAME = Rule(
    "citation/unknown-name",
    "A law's name that the register does not hold, up to the word or sign that cannot be part of such a name.",
    confidence=0.7,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật Nghề gốm được lưu tại xã."),
    counter_example=Example("Hồ sơ lập theo luật được lưu tại Trường Đại học Luật Hà Nội."),
    source=REAL_TEXTS,
)
AMENDING_LAW = Rule(
    "citation/amending-law",
    "A law whose name says which laws it amends; the names in it are citations of their own.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 21/2031/QH18."),
    counter_example=Example("Quốc hội sửa đổi, bổ sung một số điều của Luật Đất đai."),
    source=LAW_ON_LAWS,
)
AMENDING_LAWS = Rule(
    "citation/amending-laws",
    "A law that amends several laws, which its name counts or describes and does not name.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của 11 luật liên quan đến nghề gốm."),
    counter_example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai."),
    source=LAW_ON_LAWS,
)
INNER_NAME = Rule(
    "citation/inner-name",
    "A known law in the name of the law that amends it.",
    confidence=0.93,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai."),
    counter_example=Example("Hồ sơ lập theo Luật Đất đai."),
    source=LAW_ON_LAWS,
)
RULES = (KNOWN_NAME, NAME_IN_SMALL, NAME_AND_NUMBER, UNKNOWN_NAME, AMENDING_LAW, AMENDING_LAWS, INNER_NAME)


def find_laws(text: str) -> Iterator[CitationDraft]:
    """Find laws, codes and ordinances cited by name; names inside amending laws' come as 'nested'.

    They come in reading order, those in small letters behind all others.
    """
    done = 0
    in_small: list[CitationDraft] = []
    named: set[str | None] = set()
    for anchor in whole_words(_ANCHOR, text):
        if anchor.start() < done:
            continue
        for found in _read_law(text, anchor):
            done = max(done, found.end)
            if found.rule is NAME_IN_SMALL:
                in_small.append(found)
            else:
                if not (found.name or "").isupper():  # a heading in capitals shows no capital of the name
                    named.add(found.key)
                yield found
    yield from (found for found in in_small if found.key in named)


def _read_law(text: str, anchor: re.Match[str]) -> list[CitationDraft]:
    start = anchor.start()
    if _SUBJECT.search(text, max(0, start - _SUBJECT_REACH), start):
        return []
    if amending := _amending_law(text, anchor):
        return amending
    known = known_names().match(text, start)
    if known:
        country = _COUNTRY.match(text, known[0])
        end = country.end() if country else known[0]
        is_name = _reads_as_name(text, start, anchor.end(), known[0])
        found = _law(text, KNOWN_NAME if is_name else NAME_IN_SMALL, start, end, known[1])
        found.key = fold(known[1])
        if not is_name or _lost_blanks(found.name or "", found.key):
            found.name = known[1]
    elif numbered := _UP_TO_NUMBER.match(text, anchor.end()):
        found = _law(text, NAME_AND_NUMBER, start, numbered.end(), anchor.group())
    elif unknown := _unknown_name(text, anchor):
        found = unknown
    else:
        return []
    _attach(text, found)
    return [found]


def _lost_blanks(name: str, key: str) -> bool:
    """Return whether a name differs from the known one by its blanks alone: 'Luật Tốcáo'."""
    folded = fold(name)
    return folded != key and folded.replace(" ", "") == key.replace(" ", "")


def _reads_as_name(text: str, start: int, word_end: int, end: int) -> bool:
    """'luật hình sự' in small letters is a branch of law; a name has a capital in it, or a number or year behind it."""
    return bool(
        _UPPER.search(text, start, end)
        or _NUMBER.match(text, end)
        or _YEAR_AFTER.match(text, end)
        or ATTACHED_DATE.match(text, end)
    )


def _unknown_name(text: str, anchor: re.Match[str]) -> CitationDraft | None:
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
    return _law(text, UNKNOWN_NAME, anchor.start(), end, anchor.group())


def _amending_law(text: str, anchor: re.Match[str]) -> list[CitationDraft]:
    """'Luật sửa đổi, bổ sung một số điều của [Luật X] và [Luật Y] số 87/2025/QH15'."""
    start = anchor.start()
    if many := _AMENDING_MANY.match(text, anchor.end()):
        found = _law(text, AMENDING_LAWS, start, many.end(), anchor.group())
        _attach(text, found)
        return [found]
    phrase = _AMENDING.match(text, anchor.end())
    if not phrase:
        return []
    inner: list[CitationDraft] = []
    position = phrase.end()
    while len(inner) < _MOST_AMENDED and (word := _ANCHOR.match(text, position)) and (law := _inner_law(text, word)):
        inner.append(law)
        following = _OTHER_AMENDED.match(text, law.end)
        if not following:
            break
        position = following.end()
    # ", Luật Y" belongs to the name only where the number or date of the whole stands behind it, or behind a later one.
    while len(inner) > 1 and not _closes_name(text, inner[-1].end):
        inner.pop()
    if not inner:
        return []
    outer = _law(text, AMENDING_LAW, start, inner[-1].end, anchor.group())
    if _PASSES.search(text, max(0, start - _PASSES_REACH), start):
        # "Quốc hội ban hành Luật sửa đổi … của Luật X số 25/2008/QH12": the document itself, the number is that of X.
        _attach(text, inner[-1])
        outer.kind, outer.document, outer.end = "self", THIS, inner[-1].end
    else:
        _attach(text, outer)
    return [outer, *inner]


def _inner_law(text: str, word: re.Match[str]) -> CitationDraft | None:
    known = known_names().match(text, word.start())
    found = _law(text, INNER_NAME, word.start(), known[0], known[1]) if known else _unknown_name(text, word)
    if found:
        found.kind = "nested"
    return found


def _closes_name(text: str, position: int) -> bool:
    return bool(_NUMBER.match(text, position) or ATTACHED_DATE.match(text, position))


def _attach(text: str, found: CitationDraft) -> None:
    """Take in number, date or year right behind a name."""
    if remark := _REVISED.match(text, found.end) or _ABBREVIATED.match(text, found.end):
        found.end = remark.end()
    number = _NUMBER.match(text, found.end)
    if number and _ASSEMBLY_CODE.search(number.group("number")):
        found.end = number.end()
        found.number = normal_number(number.group("number"))
        found.parts["number"] = number.span("number")
    if date := ATTACHED_DATE.match(text, found.end):
        found.end = date.end()
        found.date = iso_date(date.group("date"))
        found.parts["date"] = date.span("date")
    elif not found.number and (year := _YEAR_AFTER.match(text, found.end)):
        found.end = year.end()
        found.date = iso_date(year.group())
        found.parts["date"] = (year.start() + 1, year.end())


def _law(text: str, rule: Rule, start: int, end: int, word: str) -> CitationDraft:
    name = " ".join(text[start:end].split()).strip('“” "')
    return CitationDraft(start, end, rule, name=name, type=_law_type(word))


def _law_type(word: str) -> str:
    head = word[:2].lower()
    if head == "lu":
        return "Luật"
    return "Bộ luật" if head in ("bộ", "bl") else "Pháp lệnh"
