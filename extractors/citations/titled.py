"""Documents other than laws that are known by a name: Party congress and plenum resolutions, charters, constitutions,
the Cương lĩnh, treaties, joint statements, named projects.

Sources of the forms: groups 5, 6 and 8 of the citation forms met in real texts; Điều lệ Đảng; Hiến pháp 1946-2013.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.citations.atoms import (
    BLANK,
    CAPITALISED,
    CAPITALS,
    DATE_IN_DIGITS,
    IN_YEAR,
    MAYBE_BLANK,
    ROMAN,
    YEAR,
    words,
)
from extractors.citations.dates import ATTACHED_DATE, iso_date
from extractors.citations.found import Found
from extractors.registry import registry

_ORDINAL_WORDS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
_ORDINAL = "(?:" + "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True)) + r")(?!\w)"
_TERM = rf"(?:{ROMAN}|\d{{1,2}}(?![\d/]))"
_KHOA = rf"{MAYBE_BLANK},?{MAYBE_BLANK}\(?{MAYBE_BLANK}[Kk]hóa{BLANK}(?P<khoa>{_TERM})\)?"
_PARTY = rf"(?:{BLANK}(?:của{BLANK})?Đảng(?:{BLANK}Cộng{BLANK}sản{BLANK}Việt{BLANK}Nam)?(?!{BLANK}bộ|\w))"
_PLACE = rf"(?:{BLANK}(?:thành{BLANK}phố|tỉnh|huyện|quận|xã|phường|Thành{BLANK}phố|Tỉnh))(?:{BLANK}[{CAPITALS}]\w*(?:{MAYBE_BLANK}-{MAYBE_BLANK}[{CAPITALS}]\w*)?)*"
_DISTRICT_PARTY = rf"(?:{BLANK}(?:của{BLANK})?[Đđ]ảng{BLANK}bộ(?:{_PLACE}|(?:{BLANK}{CAPITALISED}){{1,6}})?)"
_NATIONAL = rf"(?:{BLANK}đại{BLANK}biểu)?(?:{BLANK}toàn{BLANK}quốc)?"
_RESOLUTION = r"(?:Nghị\s+[Qq]uyết|NGHỊ\s+QUYẾT|nghị\s+quyết|NQ)"

# Nghị quyết Đại hội XIII của Đảng · Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng · văn kiện Đại hội …
_CONGRESS = re.compile(
    rf"(?P<type>{_RESOLUTION}|[Vv]ăn{BLANK}kiện){BLANK}(?:của{BLANK})?Đại{BLANK}hội{_NATIONAL}(?:{BLANK}Đảng(?!{BLANK}bộ))?"
    rf"(?:{BLANK}lần{BLANK}thứ)?{BLANK}(?P<term>{_TERM})(?:{_DISTRICT_PARTY}|{_PARTY})?"
)
# Nghị quyết Đại hội Đảng bộ thành phố lần thứ X · Nghị quyết Đại hội Hội Khuyến học thành phố Sơn La khóa V, nhiệm kỳ 2021-2026
_LOCAL_CONGRESS = re.compile(
    rf"(?P<type>{_RESOLUTION}|[Vv]ăn{BLANK}kiện){BLANK}(?:của{BLANK})?Đại{BLANK}hội(?!{BLANK}đồng)(?:{BLANK}đại{BLANK}biểu)?(?:{BLANK}lần{BLANK}thứ{BLANK}{_TERM})?"
    rf"{BLANK}(?P<body>(?:Đảng{BLANK}bộ|Hội|Đoàn|Công{BLANK}đoàn|Mặt{BLANK}trận|Liên)(?:{BLANK}(?!lần{BLANK}thứ|khóa|nhiệm|đã|và|của|về|nêu|đề)\w+){{0,12}}?)"
    rf"(?:{MAYBE_BLANK},?{BLANK}(?:lần{BLANK}thứ|khóa){BLANK}{_TERM})(?:{MAYBE_BLANK},?{MAYBE_BLANK}\(?nhiệm{BLANK}kỳ{BLANK}{YEAR}{MAYBE_BLANK}-{MAYBE_BLANK}{YEAR}\)?)?"
)
# Nghị quyết Trung ương 4 khóa XII · Nghị quyết Trung ương 6 (khóa XII) · Nghị quyết TW4 khóa 11 · Kết luận Trung ương 4
_CENTRAL = r"(?:Trung\s+ương|TW|T\.Ư|TƯ)"
_PLENUM = re.compile(
    rf"(?P<type>{_RESOLUTION}|[Kk]ết{BLANK}luận){BLANK}(?:của{BLANK})?(?:Hội{BLANK}nghị{BLANK})?(?:lần{BLANK}thứ{BLANK}(?P<ordinal>\d{{1,2}}|{_ORDINAL}),?{BLANK})?"
    rf"(?:(?:Ban{BLANK}[Cc]hấp{BLANK}hành|BCH){BLANK})?{_CENTRAL}(?:{BLANK}Đảng)?(?:{MAYBE_BLANK}(?P<plenum>\d{{1,2}}(?![\d/])|{_ORDINAL}))?(?:{_KHOA})?"
)
_CHARTER = re.compile(
    rf"{words('Điều lệ')}{BLANK}Đảng(?:{BLANK}[Cc]ộng{BLANK}sản{BLANK}Việt{BLANK}Nam)?(?!{BLANK}bộ|\w)(?:{BLANK}(?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
_OTHER_CHARTER = re.compile(
    rf"{words('Điều lệ')}{BLANK}(?P<body>(?:Công{BLANK}đoàn|Đoàn|Hội|Mặt{BLANK}trận|Liên{BLANK}đoàn|Liên{BLANK}hiệp)(?:{BLANK}(?!là|và|quy|khóa|đã|được|có|này)\w+){{1,10}}?)(?={MAYBE_BLANK}[,.;:()\n”\"]|{BLANK}(?:và|quy|khóa|đã|được|có|là)(?!\w))"
)
_CONSTITUTION = re.compile(
    rf"(?:Hiến{BLANK}pháp|HIẾN{BLANK}PHÁP)(?:{BLANK}(?:của{BLANK})?[Nn]ước{BLANK}Cộng{BLANK}hòa{BLANK}xã{BLANK}hội{BLANK}chủ{BLANK}nghĩa{BLANK}Việt{BLANK}Nam)?(?:{BLANK}(?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
_PLATFORM = re.compile(
    rf"Cương{BLANK}lĩnh(?:{BLANK}(?:chính{BLANK}trị{BLANK})?xây{BLANK}dựng{BLANK}đất{BLANK}nước{BLANK}trong{BLANK}thời{BLANK}kỳ{BLANK}quá{BLANK}độ{BLANK}lên{BLANK}chủ{BLANK}nghĩa{BLANK}xã{BLANK}hội"
    rf"(?:{MAYBE_BLANK}\(bổ{BLANK}sung,{BLANK}phát{BLANK}triển{BLANK}năm{BLANK}\d{{4}}\))?|(?={BLANK}(?:năm{BLANK})?{YEAR}))(?:{BLANK}(?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
_COUNTRY = rf"[{CAPITALS}]\w*(?:{BLANK}[{CAPITALS}]\w*){{0,3}}"
_STATEMENT = re.compile(
    rf"Tuyên{BLANK}bố{BLANK}chung(?:{BLANK}giữa)?{BLANK}{_COUNTRY}{MAYBE_BLANK}-{MAYBE_BLANK}{_COUNTRY}"
)
_NAME_GOES_ON = rf"(?:,?{BLANK}(?!của|ngày|năm|số|quy|được|đã|có|và|mà|thì|theo|tại|do|là|hoặc|nhằm|với|giữa{BLANK}hai|để|trong{BLANK}đó|cũng|sẽ|phải|khi|này|trên|nêu)[\w-]+)"
_TREATY = re.compile(
    rf"(?P<type>Công{BLANK}ước|Hiệp{BLANK}định|Hiệp{BLANK}ước|Hiến{BLANK}chương|Nghị{BLANK}định{BLANK}thư)"
    rf"(?:{BLANK}(?:[{CAPITALS}][\w-]*|của{BLANK}Liên{BLANK}hợp{BLANK}quốc|về|khung|song{BLANK}phương|thương{BLANK}mại|số{BLANK}\d+)){_NAME_GOES_ON}{{0,14}}"
)
_UNCLOS = re.compile(rf"UNCLOS(?:{BLANK}(?:{IN_YEAR}|{YEAR}(?!\d)))?")
# "Đề án Tổng thể về …, đến năm 2030 của Ban cán sự đảng …", 'Đề án “…”': a title, and who made it or quotes around it
_PROJECT = re.compile(
    rf"Đề{BLANK}án{BLANK}(?:(?P<quoted>[“\"][^”\"\n]{{8,200}}[”\"])|(?P<named>[{CAPITALS}](?:[^.;:()“”\n]|\n(?!\n)){{12,180}}?)(?={BLANK}của{BLANK}(?:Ban|Bộ|Chính|Thủ|Ủy|Tỉnh|Thành|Hội|Đảng|Tổng)))"
)
_BRACKETED_DATE = re.compile(
    rf"[^.;\n]{{0,160}}?\((?:\d{{1,2}}{MAYBE_BLANK}-{MAYBE_BLANK})?(?P<date>{DATE_IN_DIGITS})\)"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of naming: its rule, its pattern, and what the match says."""

    rule: str
    pattern: re.Pattern[str]
    read: Callable[[str, re.Match[str]], Found | None]


def find_titled(text: str) -> Iterator[Found]:
    """Find documents known by a name, laws apart, in reading order."""
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        found = _read(text, anchor.start())
        if found is not None:
            done = found.end
            yield found


def _read(text: str, start: int) -> Found | None:
    for form in _FORMS:
        match = form.pattern.match(text, start)
        if match and (found := form.read(text, match)):
            found.rule = form.rule
            return found
    return None


def _named(
    match: re.Match[str], kind: str, name: str, confidence: float = 0.95, date: str | None = None
) -> Found:
    return Found(match.start(), match.end(), "", confidence, type=kind, name=name, date=date)


def _resolution_type(match: re.Match[str]) -> str:
    word = match.group("type")
    return "Nghị quyết" if word == "NQ" else registry().standard_type(word) or "Nghị quyết"


def _congress(_: str, match: re.Match[str]) -> Found:
    kind, term = _resolution_type(match), roman(match.group("term"))
    local = re.search(rf"[Đđ]ảng{BLANK}bộ.*", match.group(), re.DOTALL)
    owner = f"của {' '.join(local.group().split())}" if local else "của Đảng"
    found = _named(match, kind, f"{kind} Đại hội {term} {owner}")
    found.issuer = f"Đại hội {term} {owner}"
    return found


def _local_congress(_: str, match: re.Match[str]) -> Found:
    found = _named(match, _resolution_type(match), " ".join(match.group().split()), 0.85)
    found.issuer = "Đại hội " + " ".join(match.group("body").split())
    return found


def _plenum(_: str, match: re.Match[str]) -> Found | None:
    ordinal, term = match.group("ordinal") or match.group("plenum"), match.group("khoa")
    if not ordinal or not (term or match.group("plenum") or match.group("ordinal")):
        return None
    number = int(ordinal) if ordinal.isdigit() else _ORDINAL_WORDS[" ".join(ordinal.split())]
    kind = _resolution_type(match)
    name = f"{kind} Trung ương {number}" + (f" khóa {roman(term)}" if term else "")
    found = _named(match, kind, name, 0.95 if term else 0.8)
    found.issuer = "Ban Chấp hành Trung ương Đảng" + (f" khóa {roman(term)}" if term else "")
    return found


def _charter(_: str, match: re.Match[str]) -> Found:
    found = _named(match, "Điều lệ", " ".join(match.group().split()), 0.97, _year(match))
    found.key = "điều lệ đảng"
    return found


def _other_charter(_: str, match: re.Match[str]) -> Found:
    return _named(match, "Điều lệ", " ".join(match.group().split()), 0.8)


def _constitution(_: str, match: re.Match[str]) -> Found:
    return _named(match, "Hiến pháp", "Hiến pháp", 0.97, _year(match))


def _platform(_: str, match: re.Match[str]) -> Found:
    return _named(match, "Cương lĩnh", "Cương lĩnh", 0.9, _year(match))


def _statement(text: str, match: re.Match[str]) -> Found:
    found = _named(match, "Tuyên bố chung", " ".join(match.group().split()), 0.9)
    if later := _BRACKETED_DATE.match(text, match.end()):
        iso = iso_date(later.group("date"))
        found.date = iso[:7] if iso and "-" in later.group().rpartition("(")[2].split("/")[0] else iso
    return found


def _treaty(text: str, match: re.Match[str]) -> Found:
    name = " ".join(match.group().split())
    found = _named(match, "Điều ước quốc tế", name, 0.75)
    if date := ATTACHED_DATE.match(text, match.end()):
        found.end, found.date = date.end(), iso_date(date.group("date"))
        found.parts["date"] = date.span("date")
    return found


def _unclos(_: str, match: re.Match[str]) -> Found:
    return _named(match, "Điều ước quốc tế", "UNCLOS", 0.97, _year(match))


def _project(_: str, match: re.Match[str]) -> Found:
    return _named(match, "Đề án", " ".join(match.group().split()), 0.8)


def _year(match: re.Match[str]) -> str | None:
    years = re.findall(YEAR, match.group())
    return years[-1] if years else None


def roman(numeral: str) -> str:
    """Give a term as a Roman numeral: '12' -> 'XII'."""
    if not numeral.isdigit():
        return numeral
    value, out = int(numeral), ""
    for size, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out, value = out + letters, value - size
    return out


_FORMS = (
    _Form("congress", _CONGRESS, _congress),
    _Form("local_congress", _LOCAL_CONGRESS, _local_congress),
    _Form("plenum", _PLENUM, _plenum),
    _Form("party_charter", _CHARTER, _charter),
    _Form("charter", _OTHER_CHARTER, _other_charter),
    _Form("constitution", _CONSTITUTION, _constitution),
    _Form("platform", _PLATFORM, _platform),
    _Form("joint_statement", _STATEMENT, _statement),
    _Form("unclos", _UNCLOS, _unclos),
    _Form("treaty", _TREATY, _treaty),
    _Form("project", _PROJECT, _project),
)
_ANCHOR = re.compile(
    rf"(?<!\w)(?:{_RESOLUTION}(?=\s+(?:của\s+)?(?:Đại|Hội|lần|Trung|TW|T\.Ư|TƯ|BCH|Ban))|[Vv]ăn\s+kiện(?=\s+Đại)|[Kk]ết\s+luận(?=\s+(?:Hội|Trung|lần))"
    r"|Điều\s+lệ|Hiến\s+pháp|HIẾN\s+PHÁP|Cương\s+lĩnh|Tuyên\s+bố\s+chung|UNCLOS|Công\s+ước|Hiệp\s+định|Hiệp\s+ước|Hiến\s+chương"
    r"|Nghị\s+định\s+thư|Đề\s+án)(?!\w)"
)
