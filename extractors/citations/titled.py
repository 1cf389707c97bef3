"""Documents other than laws and treaties that are known by a name.

Party congress and plenum resolutions, charters, constitutions, the Cương lĩnh, named projects. Sources of the forms:
groups 5 and 6 of the ways of citing met in real texts; Điều lệ Đảng; Hiến pháp 1946 to 2013.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import Form, find_forms, named, printed, year_of
from legalkg.extractors.citations.names import NAME_ENDS
from legalkg.extractors.citations.terminals import CAPITALISED, CAPITALS, IN_YEAR, ROMAN, YEAR, TypeWords, pattern
from legalkg.extractors.registry.types import standard_type

_ORDINAL_WORDS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
_ORDINAL = "(?:" + "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True)) + r")(?!\w)"
_TERM = rf"(?:{ROMAN}|\d{{1,2}}(?![\d/]))"
_KHOA = rf"~(?:,~)?\(?~(?i:khóa) (?P<khoa>{_TERM})\)?"
_PARTY = r"(?: (?:(?i:của) )?(?i:Đảng)(?i: Cộng sản Việt Nam)?(?!(?i: bộ)|\w))"
_PLACE = (
    rf"(?: (?:thành phố|tỉnh|huyện|quận|xã|phường|Thành phố|"
    rf"Tỉnh))(?: [{CAPITALS}]\w*(?:~-~[{CAPITALS}]\w*)?)*"
)
_DISTRICT_PARTY = rf"(?: (?:của )?[Đđ]ảng bộ(?:{_PLACE}|(?: {CAPITALISED}){{1,6}})?)"
_NATIONAL = r"(?i:(?: đại biểu)?(?: Đảng(?! bộ))?(?: toàn quốc)?)"
_RESOLUTION = r"(?:Nghị\s+[Qq]uyết|NGHỊ\s+QUYẾT|nghị\s+quyết|NQ)"

# Nghị quyết Đại hội XIII của Đảng · Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng · văn kiện Đại hội …
_CONGRESS = pattern(
    rf"(?P<type>{_RESOLUTION}|(?i:văn kiện)) (?:(?i:của) )?(?i:Đại hội){_NATIONAL}(?i: Đảng(?! bộ))?"
    rf"(?i: lần thứ)? (?P<term>{_TERM})(?:{_DISTRICT_PARTY}|{_PARTY})?"
)
# Nghị quyết Đại hội Đảng bộ thành phố lần thứ X · Nghị quyết Đại hội Hội Khuyến học thành phố Sơn La khóa V, nhiệm kỳ
# 2021-2026
_LOCAL_CONGRESS = pattern(
    rf"(?P<type>{_RESOLUTION}|[Vv]ăn kiện) (?:của )?Đại hội(?! đồng)(?: đại biểu)?(?: lần thứ {_TERM})?"
    rf" (?P<body>(?:Đảng bộ|Hội|Đoàn|Công đoàn|Mặt trận|Liên)(?: (?!lần thứ|khóa|nhiệm|đã|và|của|về|"
    rf"nêu|đề)\w+){{0,12}}?)"
    rf"(?:~,? (?:lần thứ|khóa) {_TERM})(?:~(?:,~)?\(?nhiệm kỳ {YEAR}~-~{YEAR}\)?)?"
)
# Nghị quyết Trung ương 4 khóa XII · Nghị quyết Trung ương 6 (khóa XII) · Nghị quyết TW4 khóa 11 · Kết luận Trung ương 4
_CENTRAL = r"(?:(?i:Trung\s+ương)|TW|T\.Ư|TƯ)"
_PLENUM = pattern(
    rf"(?P<type>{_RESOLUTION}|(?i:kết luận)) (?i:(?:của )?(?:Hội nghị )?)(?:(?i:lần thứ) (?P<ordinal>\d{{1,2}}|"
    rf"{_ORDINAL}),? )?"
    rf"(?:(?i:Ban chấp hành|BCH) )?{_CENTRAL}(?i: Đảng)?(?:~(?P<plenum>\d{{1,2}}(?![\d/])|"
    rf"{_ORDINAL}))?(?:{_KHOA})?"
)
# "Nghị quyết Trung ương 6, 7 khóa XII": the term behind the last holds for all.
_NEXT_PLENUM = pattern(rf"~(?:,|và|, và)~(?P<plenum>\d{{1,2}})(?![\d/.])(?:{_KHOA})?")
_CHARTER = pattern(rf"Điều lệ Đảng(?: [Cc]ộng sản Việt Nam)?(?! bộ|\w)(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?")
_OTHER_CHARTER = pattern(
    rf"Điều lệ (?P<body>(?:Công đoàn|Đoàn|Hội|Mặt trận|Liên đoàn|Liên hiệp)"
    rf"(?: (?!(?:{NAME_ENDS}|và|khóa)(?!\w))\w+){{1,10}})(?=~[,.;:()”\"]|\s*$|\s*\n| (?:{NAME_ENDS}|và|khóa)(?!\w))"
)
_CONSTITUTION = pattern(
    rf"(?:Hiến pháp|HIẾN PHÁP)(?: (?:của )?[Nn]ước Cộng"
    rf" hòa xã hội chủ nghĩa Việt Nam)?(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
_PLATFORM = pattern(
    rf"Cương lĩnh(?: (?:chính trị )?xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội"
    rf"(?:~\(bổ sung, phát triển năm \d{{4}}\))?|(?= (?:năm )?{YEAR}))(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
# Nghị quyết “Về nông nghiệp, nông dân, nông thôn”
_QUOTED = pattern(r"(?P<type>Nghị [Qq]uyết) [“\"]Về [^”\"\n]{8,200}[”\"]")
# "Đề án Tổng thể về …, đến năm 2030 của Ban cán sự đảng …", 'Đề án “…”': a title, and who made it or quotes around it
_PROJECT = pattern(
    rf"Đề án (?:(?P<quoted>[“\"][^”\"\n]{{8,200}}[”\"])|(?P<named>[{CAPITALS}](?:[^.;:()“”\n]|"
    rf"\n(?!\n)){{12,180}}?)(?= của (?:Ban|Bộ|Chính|Thủ|Ủy|Tỉnh|Thành|Hội|Đảng|Tổng)))"
)

# What stands behind the type word where a form may start; looked at first, so that few starts cost more than that.
_MAY_START = pattern(
    r"N(?:ghị [Qq]uyết|GHỊ QUYẾT|Q) (?:của )?(?:Đ|H|T|B|l|L|[“\"])|nghị quyết (?:của )?(?:Đ|H|T)|[Vv]ăn kiện (?:của )?Đ"
    r"|[Kk]ết luận (?:của )?(?:H|T|l|B)|Điều lệ|H(?:iến pháp|IẾN PHÁP)|Cương lĩnh|Đề án"
)


def find_titled(text: str, words: TypeWords) -> Iterator[CitationDraft]:
    """Find documents known by a name, laws and treaties apart, in reading order."""
    starts = (start for start in sorted([*words.capital, *words.small]) if _MAY_START.match(text, start))
    for found in find_forms(text, starts, _FORMS):
        more = _more_plenums(text, found) if found.rule == "plenum" and "khóa" not in (found.name or "") else []
        yield found
        yield from more


def _resolution_type(match: re.Match[str]) -> str:
    word = match.group("type")
    return "Nghị quyết" if word == "NQ" else standard_type(word) or "Nghị quyết"


def _congress(_: str, match: re.Match[str]) -> CitationDraft:
    kind, term = _resolution_type(match), roman(match.group("term"))
    local = re.search(r"[Đđ]ảng bộ.*", match.group(), re.DOTALL)
    owner = f"của {' '.join(local.group().split())}" if local else "của Đảng"
    found = named(match, kind, f"{kind} Đại hội {term} {owner}")
    found.issuer = f"Đại hội {term} {owner}"
    return found


def _local_congress(_: str, match: re.Match[str]) -> CitationDraft:
    found = named(match, _resolution_type(match), printed(match), 0.85)
    found.issuer = "Đại hội " + " ".join(match.group("body").split())
    return found


def _plenum(_: str, match: re.Match[str]) -> CitationDraft | None:
    ordinal, term = match.group("ordinal") or match.group("plenum"), match.group("khoa")
    if not ordinal or not (term or match.group("plenum") or match.group("ordinal")):
        return None
    number = int(ordinal) if ordinal.isdigit() else _ORDINAL_WORDS[" ".join(ordinal.lower().split())]
    kind = _resolution_type(match)
    name = f"{kind} Trung ương {number}" + (f" khóa {roman(term)}" if term else "")
    found = named(match, kind, name, 0.95 if term else 0.8)
    found.issuer = "Ban Chấp hành Trung ương Đảng" + (f" khóa {roman(term)}" if term else "")
    return found


def _more_plenums(text: str, first: CitationDraft) -> list[CitationDraft]:
    """Read the plenums listed behind the first; the term behind the last goes to all, without one there is no list."""
    more: list[CitationDraft] = []
    end = first.end
    while following := _NEXT_PLENUM.match(text, end):
        end = following.end()
        span = (following.start("plenum"), end)
        name = f"{first.type} Trung ương {int(following.group('plenum'))}"
        more.append(CitationDraft(*span, "plenum_in_list", 0.9, first.type, name=name))
        if term := following.group("khoa"):
            for found in (first, *more):
                found.name = f"{found.name} khóa {roman(term)}"
                found.issuer = f"Ban Chấp hành Trung ương Đảng khóa {roman(term)}"
            return more
    return []


def _quoted(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, _resolution_type(match), printed(match), 0.8)


def _charter(_: str, match: re.Match[str]) -> CitationDraft:
    found = named(match, "Điều lệ", printed(match), 0.97, year_of(match))
    found.key = "điều lệ đảng"
    return found


def _other_charter(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, "Điều lệ", printed(match), 0.8)


def _constitution(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, "Hiến pháp", "Hiến pháp", 0.97, year_of(match))


def _platform(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, "Cương lĩnh", "Cương lĩnh", 0.9, year_of(match))


def _project(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, "Đề án", printed(match), 0.8)


def roman(numeral: str) -> str:
    """Return a term as a Roman numeral: '12' -> 'XII'."""
    if not numeral.isdigit():
        return numeral
    value, out = int(numeral), ""
    for size, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out, value = out + letters, value - size
    return out


_FORMS = (
    Form("congress", _CONGRESS, _congress),
    Form("local_congress", _LOCAL_CONGRESS, _local_congress),
    Form("plenum", _PLENUM, _plenum),
    Form("quoted_title", _QUOTED, _quoted),
    Form("party_charter", _CHARTER, _charter),
    Form("charter", _OTHER_CHARTER, _other_charter),
    Form("constitution", _CONSTITUTION, _constitution),
    Form("platform", _PLATFORM, _platform),
    Form("project", _PROJECT, _project),
)
