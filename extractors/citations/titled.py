"""Documents other than laws that are known by a name.

Party congress and plenum resolutions, charters, constitutions, the Cương lĩnh, treaties, joint statements, named
projects. Sources of the forms: groups 5, 6 and 8 of the ways of citing met in real texts; Điều lệ Đảng; Hiến pháp
1946 to 2013.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.citations.atoms import (
    CAPITALISED,
    CAPITALS,
    DATE_IN_DIGITS,
    IN_YEAR,
    ROMAN,
    YEAR,
    pattern,
    whole_words,
)
from extractors.citations.dates import ATTACHED_DATE, iso_date
from extractors.citations.found import Found
from extractors.registry import registry
from extractors.text import fold

_ORDINAL_WORDS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
_ORDINAL = "(?:" + "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True)) + r")(?!\w)"
_TERM = rf"(?:{ROMAN}|\d{{1,2}}(?![\d/]))"
_KHOA = rf"~,?~\(?~[Kk]hóa (?P<khoa>{_TERM})\)?"
_PARTY = r"(?: (?:của )?Đảng(?: Cộng sản Việt Nam)?(?! bộ|\w))"
_PLACE = (
    rf"(?: (?:thành phố|tỉnh|huyện|quận|xã|phường|Thành phố|"
    rf"Tỉnh))(?: [{CAPITALS}]\w*(?:~-~[{CAPITALS}]\w*)?)*"
)
_DISTRICT_PARTY = rf"(?: (?:của )?[Đđ]ảng bộ(?:{_PLACE}|(?: {CAPITALISED}){{1,6}})?)"
_NATIONAL = r"(?: đại biểu)?(?: toàn quốc)?"
_RESOLUTION = r"(?:Nghị\s+[Qq]uyết|NGHỊ\s+QUYẾT|nghị\s+quyết|NQ)"

# Nghị quyết Đại hội XIII của Đảng · Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng · văn kiện Đại hội …
_CONGRESS = pattern(
    rf"(?P<type>{_RESOLUTION}|[Vv]ăn kiện) (?:của )?Đại hội{_NATIONAL}(?: Đảng(?! bộ))?"
    rf"(?: lần thứ)? (?P<term>{_TERM})(?:{_DISTRICT_PARTY}|{_PARTY})?"
)
# Nghị quyết Đại hội Đảng bộ thành phố lần thứ X · Nghị quyết Đại hội Hội Khuyến học thành phố Sơn La khóa V, nhiệm kỳ
# 2021-2026
_LOCAL_CONGRESS = pattern(
    rf"(?P<type>{_RESOLUTION}|[Vv]ăn kiện) (?:của )?Đại hội(?! đồng)(?: đại biểu)?(?: lần thứ {_TERM})?"
    rf" (?P<body>(?:Đảng bộ|Hội|Đoàn|Công đoàn|Mặt trận|Liên)(?: (?!lần thứ|khóa|nhiệm|đã|và|của|về|"
    rf"nêu|đề)\w+){{0,12}}?)"
    rf"(?:~,? (?:lần thứ|khóa) {_TERM})(?:~,?~\(?nhiệm kỳ {YEAR}~-~{YEAR}\)?)?"
)
# Nghị quyết Trung ương 4 khóa XII · Nghị quyết Trung ương 6 (khóa XII) · Nghị quyết TW4 khóa 11 · Kết luận Trung ương 4
_CENTRAL = r"(?:Trung\s+ương|TW|T\.Ư|TƯ)"
_PLENUM = pattern(
    rf"(?P<type>{_RESOLUTION}|[Kk]ết luận) (?:của )?(?:Hội nghị )?(?:lần thứ (?P<ordinal>\d{{1,2}}|"
    rf"{_ORDINAL}),? )?"
    rf"(?:(?:Ban [Cc]hấp hành|BCH) )?{_CENTRAL}(?: Đảng)?(?:~(?P<plenum>\d{{1,2}}(?![\d/])|"
    rf"{_ORDINAL}))?(?:{_KHOA})?"
)
_CHARTER = pattern(rf"Điều lệ Đảng(?: [Cc]ộng sản Việt Nam)?(?! bộ|\w)(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?")
_OTHER_CHARTER = pattern(
    r"Điều lệ (?P<body>(?:Công đoàn|Đoàn|Hội|Mặt trận|Liên đoàn|Liên hiệp)(?: (?!là|và|quy|khóa|đã|"
    r"được|có|này)\w+){1,10}?)(?=~[,.;:()\n”\"]| (?:và|quy|khóa|đã|được|có|là)(?!\w))"
)
_CONSTITUTION = pattern(
    rf"(?:Hiến pháp|HIẾN PHÁP)(?: (?:của )?[Nn]ước Cộng"
    rf" hòa xã hội chủ nghĩa Việt Nam)?(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
_PLATFORM = pattern(
    rf"Cương lĩnh(?: (?:chính trị )?xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội"
    rf"(?:~\(bổ sung, phát triển năm \d{{4}}\))?|(?= (?:năm )?{YEAR}))(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
_COUNTRY = rf"[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,3}}"
_STATEMENT = pattern(rf"Tuyên bố chung(?: giữa)? {_COUNTRY}~-~{_COUNTRY}")
_NAME_GOES_ON = (
    r"(?:,? (?!của|ngày|năm|số|quy|được|đã|có|và|mà|thì|theo|tại|do|là|hoặc|nhằm|với|giữa hai|để|"
    r"trong đó|cũng|sẽ|phải|khi|này|trên|nêu)[\w-]+)"
)
_TREATY = pattern(
    rf"(?P<type>Công ước|Hiệp định|Hiệp ước|Hiến chương|Nghị định thư)"
    rf"(?: (?:[{CAPITALS}][\w-]*|của Liên hợp quốc|về|khung|song phương|thương mại|số \d+)){_NAME_GOES_ON}{{0,14}}"
)
_UNCLOS = pattern(rf"UNCLOS(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?")
# "Đề án Tổng thể về …, đến năm 2030 của Ban cán sự đảng …", 'Đề án “…”': a title, and who made it or quotes around it
_PROJECT = pattern(
    rf"Đề án (?:(?P<quoted>[“\"][^”\"\n]{{8,200}}[”\"])|(?P<named>[{CAPITALS}](?:[^.;:()“”\n]|"
    rf"\n(?!\n)){{12,180}}?)(?= của (?:Ban|Bộ|Chính|Thủ|Ủy|Tỉnh|Thành|Hội|Đảng|Tổng)))"
)
_BRACKETED_DATE = pattern(rf"[^.;\n]{{0,160}}?\((?:\d{{1,2}}~-~)?(?P<date>{DATE_IN_DIGITS})\)")


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of naming: its rule, its pattern, and what the match says."""

    rule: str
    pattern: re.Pattern[str]
    read: Callable[[str, re.Match[str]], Found | None]


def find_titled(text: str) -> Iterator[Found]:
    """Find documents known by a name, laws apart, in reading order."""
    done = 0
    for anchor in whole_words(_ANCHOR, text):
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


def _named(match: re.Match[str], kind: str, name: str, confidence: float = 0.95, date: str | None = None) -> Found:
    return Found(match.start(), match.end(), "", confidence, type=kind, name=name, date=date)


def _resolution_type(match: re.Match[str]) -> str:
    word = match.group("type")
    return "Nghị quyết" if word == "NQ" else registry().standard_type(word) or "Nghị quyết"


def _congress(_: str, match: re.Match[str]) -> Found:
    kind, term = _resolution_type(match), roman(match.group("term"))
    local = re.search(r"[Đđ]ảng bộ.*", match.group(), re.DOTALL)
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
    known = registry().names.match(text, match.start())
    end = known[0] if known else match.end()
    name = " ".join(text[match.start() : end].split())
    found = Found(match.start(), end, "", 0.95 if known else 0.75, type="Điều ước quốc tế", name=name)
    found.key = fold(known[1]) if known else None
    if date := ATTACHED_DATE.match(text, end):
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
# Where a form can start. Flat, each alternative with a plain letter first: the engine skips to those letters.
_ANCHOR = pattern(
    r"Nghị (?=[Qq]uyết (?:của )?(?:Đại|Hội|lần|Trung|TW|T\.Ư|TƯ|BCH|Ban)|định thư)"
    r"|NGHỊ QUYẾT (?=ĐẠI|Đại|HỘI|TRUNG)|nghị quyết (?=Đại|Trung|Hội)"
    r"|NQ (?=Đại|Hội|Trung|TW|T\.Ư|TƯ|BCH)"
    r"|Văn kiện (?=Đại)|văn kiện (?=Đại)|Kết luận (?=Hội|Trung|lần)|kết luận (?=Hội|Trung|lần)"
    r"|Điều lệ(?!\w)|Hiến (?=pháp|chương)|HIẾN PHÁP|Cương lĩnh|Tuyên bố chung|UNCLOS(?!\w)|Công ước(?!\w)"
    r"|Hiệp (?=định|ước)|Đề án (?=[“\"\w])"
)
