"""Resolutions of congresses and of plenums of the Central Committee, the Party's and those of organisations.

Sources of the forms: group 5 of the ways of citing met in real texts; Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

import re

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import Form, named, printed
from legalkg.extractors.citations.law_names import NAME_ENDS
from legalkg.extractors.citations.terminals import CAPITALISED, CAPITALS, ROMAN, YEAR, pattern
from legalkg.extractors.registry.congresses import ORDINAL_WORDS, congress_key, number_of, roman
from legalkg.extractors.registry.types import standard_type
from legalkg.extractors.rules import GUIDANCE_36, JUDGED, REAL_TEXTS, Example, Rule

# The third committee (1960 to 1976) met 25 times and is cited with its term; all others at most 15 times.
_MOST_PLENUMS = 25
_ORDINAL = rf"(?:{ORDINAL_WORDS})(?!\w)"
_TERM = rf"(?:{ROMAN}|\d{{1,2}}(?![\d/]))"
_KHOA = rf"~(?:,~)?\(?~(?i:khóa) (?P<khoa>{_TERM})\)?"
_PARTY = r"(?: (?:(?i:của) )?(?i:Đảng)(?i: Cộng sản Việt Nam)?(?!(?i: bộ)|\w))"
_PLACE = (
    rf"(?: (?:thành phố|tỉnh|huyện|quận|xã|phường|Thành phố|"
    rf"Tỉnh))(?: [{CAPITALS}]\w*(?:~-~[{CAPITALS}]\w*)?)*"
)
_DISTRICT_PARTY = rf"(?: (?:của )?[Đđ]ảng bộ(?:{_PLACE}|(?: {CAPITALISED}){{1,6}})?)"
_NATIONAL = r"(?i:(?: đại biểu)?(?: Đảng(?! bộ))?(?: toàn quốc)?)"
_RESOLUTION = ("Nghị quyết", "Nghị Quyết", "NGHỊ QUYẾT", "NQ")
_CONGRESS_PAPERS = (*_RESOLUTION, "nghị quyết", "Văn kiện", "văn kiện")

# Đoàn TNCS Hồ Chí Minh, Công đoàn Việt Nam, Hội Nông dân Việt Nam have congresses and plenums as the Party has.
_ORGANISATION = (
    r"(?:Đoàn (?=TN|Thanh)|Công đoàn|Hội (?!đồng|nghị|trường)|Mặt trận|MTTQ|Liên đoàn|Liên hiệp|Tổng Liên đoàn)"
    rf"(?:~(?!(?:{NAME_ENDS}|và|khóa|nhiệm|lần|về|đã|nêu|đề)(?!\w))[^\W\d]+){{1,8}}"
)
# Nghị quyết Đại hội XIII của Đảng · Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng · văn kiện Đại hội …
_CONGRESS = (
    rf"{_NATIONAL}(?i: Đảng(?! bộ))?"
    rf"(?:(?i: lần thứ) (?P<ordinal>{_ORDINAL})|(?i: lần thứ)? (?P<term>{_TERM})(?! (?:năm|ngày|tháng)(?!\w)))"
    rf"(?:{_DISTRICT_PARTY}|{_PARTY}| (?:của )?(?P<organisation>{_ORGANISATION})|"
    # "… lần thứ XII của Hội": whose the text has named before; not the Party's
    r" của (?P<unnamed>Hội|Đoàn|Công đoàn|Mặt trận)(?!\w))?"
)
_PERIOD = rf"~(?:,~)?\(?nhiệm kỳ {YEAR}~-~{YEAR}\)?"
# Nghị quyết Đại hội Đảng bộ thành phố lần thứ X · Nghị quyết Đại hội Hội Khuyến học thành phố Sơn La khóa V, nhiệm kỳ
# 2021-2026
_LOCAL_CONGRESS = (
    rf"(?! đồng)(?: đại biểu)?(?: toàn quốc)?(?: lần thứ (?:{_TERM}|{_ORDINAL}))?"
    rf" (?P<body>(?:Đảng bộ|Hội|Đoàn|Công đoàn|Mặt trận|Liên)(?: (?!lần thứ|khóa|nhiệm|đã|và|của|về|"
    rf"nêu|đề|các)\w+){{0,12}}?)"
    rf"(?:~,? (?:lần thứ {_ORDINAL}|(?:lần thứ|khóa) {_TERM})(?:{_PERIOD})?|{_PERIOD})"
)
# Nghị quyết Trung ương 4 khóa XII · Nghị quyết Trung ương 6 (khóa XII) · Nghị quyết TW4 khóa 11 · Kết luận Trung ương 4
_CENTRAL = r"(?:(?i:Trung\s+ương)|TW|T\.Ư|TƯ)"
_PLENUM = (
    rf"(?i:Hội nghị )?(?:(?i:lần thứ) (?P<ordinal>\d{{1,2}}|"
    rf"{_ORDINAL}),? )?"
    rf"(?:(?i:Ban chấp hành|BCH) )?{_CENTRAL}(?i: Đảng)?(?: (?P<organisation>{_ORGANISATION}))?"
    # Behind "Trung ương" in words only before the term: "của Trung ương năm 2018", "của Trung ương nhất là"
    rf"(?:~(?P<plenum>\d{{1,2}}(?![\d/])|{_ORDINAL}(?=~(?:,~)?\(?~(?i:khóa) )))?(?:{_KHOA})?"
)
# "Nghị quyết Trung ương 6, 7 khóa XII": the term behind the last holds for all.
_NEXT_PLENUM = pattern(rf"~(?:,|và|, và)~(?P<plenum>\d{{1,2}})(?![\d/.])(?:{_KHOA})?")

CONGRESS = Rule(
    "citation/congress",
    "The resolution, or the documents, of a Party congress by its number; with a local Party organisation behind "
    "it, of that one's congress.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Quán triệt Nghị quyết Đại hội XIII của Đảng."),
    counter_example=Example("Quán triệt Nghị quyết Đại hội cổ đông."),
    source=GUIDANCE_36,
)
LOCAL_CONGRESS = Rule(
    "citation/local-congress",
    "The resolution of the congress of a Party organisation, an association or a union, with the number or the years "
    "of the congress.",
    confidence=0.85,
    basis=JUDGED,
    example=Example("Quán triệt Nghị quyết Đại hội Hội Khuyến học tỉnh khóa V."),
    counter_example=Example("Quán triệt Nghị quyết Đại hội Hội Khuyến học tỉnh."),
    source=REAL_TEXTS,
)
PLENUM = Rule(
    "citation/plenum",
    "The resolution or conclusion of a plenum of the Central Committee, with the committee's term.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Quán triệt Nghị quyết Trung ương 4 khóa XII."),
    counter_example=Example("Quán triệt Nghị quyết Trung ương về xây dựng Đảng."),
    source=GUIDANCE_36,
)
PLENUM_WITHOUT_TERM = Rule(
    "citation/plenum-without-term",
    "The resolution or conclusion of a plenum without the committee's term beside it; behind the last of a list "
    "the term holds for all.",
    confidence=0.8,
    basis=JUDGED,
    example=Example("Quán triệt Nghị quyết Trung ương 4 đến chi bộ."),
    counter_example=Example("Quán triệt Nghị quyết Trung ương 4 khóa XII."),
    source=REAL_TEXTS,
)
PLENUM_OF_ORGANISATION = Rule(
    "citation/plenum-of-organisation",
    "The resolution of a plenum of the central committee of a union, an association or the Front, not the Party's.",
    confidence=0.85,
    basis=JUDGED,
    example=Example("Quán triệt Nghị quyết Hội nghị lần thứ ba Ban Chấp hành Trung ương Hội Làm vườn Việt Nam khóa V."),
    counter_example=Example("Quán triệt Nghị quyết Hội nghị lần thứ ba Ban Chấp hành Trung ương khóa V."),
    source=REAL_TEXTS,
)
PLENUM_IN_LIST = Rule(
    "citation/plenum-in-list",
    "A further plenum in a list whose last member has the term.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Quán triệt Nghị quyết Trung ương 6, 7 khóa XII."),
    counter_example=Example("Quán triệt Nghị quyết Trung ương 6, 7 bài viết về xây dựng Đảng."),
    source=REAL_TEXTS,
)
RULES = (CONGRESS, LOCAL_CONGRESS, PLENUM, PLENUM_WITHOUT_TERM, PLENUM_OF_ORGANISATION, PLENUM_IN_LIST)


def resolution_type(match: re.Match[str]) -> str:
    """Return the type that the first word of a match says: of "NQ" and the like a Nghị quyết."""
    word = match.group("type")
    return "Nghị quyết" if word == "NQ" else standard_type(word) or "Nghị quyết"


def _congress(_: str, match: re.Match[str]) -> CitationDraft:
    kind, term = resolution_type(match), roman(match.group("ordinal") or match.group("term"))
    if organisation := match.group("organisation") or match.group("unnamed"):
        body = " ".join(organisation.split())
        found = named(match, LOCAL_CONGRESS, kind, f"{kind} Đại hội {term} {body}")
        found.issuer = f"Đại hội {term} {body}"
        found.key = congress_key(found.name or "")
        return found
    local = re.search(r"[Đđ]ảng bộ.*", match.group(), re.DOTALL)
    owner = f"của {' '.join(local.group().split())}" if local else "của Đảng"
    found = named(match, CONGRESS, kind, f"{kind} Đại hội {term} {owner}")
    found.issuer = f"Đại hội {term} {owner}"
    found.key = congress_key(found.name or "")
    return found


def _local_congress(_: str, match: re.Match[str]) -> CitationDraft:
    found = named(match, LOCAL_CONGRESS, resolution_type(match), printed(match).replace(" ĐH ", " Đại hội "))
    found.issuer = "Đại hội " + " ".join(match.group("body").split())
    found.key = congress_key(found.name or "")
    return found


def _plenum(_: str, match: re.Match[str]) -> CitationDraft | None:
    ordinal, term = match.group("ordinal") or match.group("plenum"), match.group("khoa")
    number = number_of(ordinal) if ordinal else None
    if number is None:
        return None
    kind, of_term = resolution_type(match), f" khóa {roman(term)}" if term else ""
    if number > _MOST_PLENUMS and not match.group("ordinal"):
        # "Nghị quyết Trung ương 29": no committee met so often; the number of the resolution, 29-NQ/TW.
        issuer = f"Ban Chấp hành Trung ương Đảng{of_term}"
        return CitationDraft(*match.span(), PLENUM_WITHOUT_TERM, kind, str(number), issuer=issuer)
    if organisation := match.group("organisation"):
        committee = f"Ban Chấp hành Trung ương {' '.join(organisation.split())}"
        name = f"{kind} Hội nghị lần thứ {number} {committee}{of_term}"
        found = named(match, PLENUM_OF_ORGANISATION, kind, name)
        found.issuer = f"{committee}{of_term}"
        return found
    name = f"{kind} Trung ương {number}{of_term}"
    found = named(match, PLENUM if term else PLENUM_WITHOUT_TERM, kind, name)
    found.issuer = f"Ban Chấp hành Trung ương Đảng{of_term}"
    return found


def more_plenums(text: str, first: CitationDraft) -> list[CitationDraft]:
    """Read the plenums listed behind the first; the term behind the last goes to all, without one there is no list."""
    more: list[CitationDraft] = []
    end = first.end
    while following := _NEXT_PLENUM.match(text, end):
        end = following.end()
        span = (following.start("plenum"), end)
        name = f"{first.type} Trung ương {int(following.group('plenum'))}"
        more.append(CitationDraft(*span, PLENUM_IN_LIST, first.type, name=name))
        if term := following.group("khoa"):
            for found in (first, *more):
                found.name = f"{found.name} khóa {roman(term)}"
                found.issuer = f"Ban Chấp hành Trung ương Đảng khóa {roman(term)}"
            return more
    return []


FORMS = (
    Form(_CONGRESS_PAPERS, " (?:của )?(?:(?i:đại hội)|ĐH(?= ))", _CONGRESS, _congress),
    Form(_CONGRESS_PAPERS, " (?:của )?(?:Đại hội|ĐH(?= ))", _LOCAL_CONGRESS, _local_congress),
    Form((*_RESOLUTION, "Kết luận", "kết luận"), " (?:của )?(?=[HTBlL])", _PLENUM, _plenum),
    Form(("NQ",), r"(?=TW|TƯ|T\.Ư)", _PLENUM, _plenum),
    # In small letters a resolution may be anybody's, unless a capital follows.
    Form(("nghị quyết",), " (?:của )?(?=[HT])", _PLENUM, _plenum),
)
"""In the order in which they are tried."""
