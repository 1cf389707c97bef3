"""Documents other than laws and treaties that are known by a name.

Charters, constitutions, the Cương lĩnh, named projects, and the papers of congresses and plenums. Sources of the forms:
groups 5 and 6 of the ways of citing met in real texts; Điều lệ Đảng; Hiến pháp 1946 to 2013.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations import congress_papers
from legalkg.extractors.citations.congress_papers import PLENUM_WITHOUT_TERM, more_plenums, resolution_type
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import Form, Forms, TypeWords, named, printed, year_of
from legalkg.extractors.citations.law_names import NAME_ENDS
from legalkg.extractors.citations.terminals import CAPITALS, IN_YEAR, YEAR
from legalkg.extractors.rules import JUDGED, REAL_TEXTS, Example, Rule

_CHARTER = rf"(?: (?i:cộng sản Việt Nam))?(?! (?i:bộ|viên)|\w)(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?"
_OTHER_CHARTER = (
    rf" (?P<body>[Cc]ông đoàn|(?:Công đoàn|Đoàn|Hội|Mặt trận|Liên đoàn|Liên hiệp)"
    rf"(?: (?!(?:{NAME_ENDS}|và|khóa)(?!\w))\w+){{1,10}})(?=~[,.;:()”\"]|\s*$|\s*\n| (?:{NAME_ENDS}|và|khóa)(?!\w))"
)
_CONSTITUTION = (
    # The country's name as it is met, a word lost or a comma come in.
    r"(?: (?i:(?:của )?nước C[ộô]ng,? h(?:òa|oà) xã(?: hội)? chủ nghĩa Việt(?: |~-)Nam))?"
    rf"(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?"
)
# "Cương lĩnh chính trị, Điều lệ Đảng", "Cương lĩnh (bổ sung, phát triển năm 2011)": with a capital it is the Party's.
_PLATFORM = (
    r"(?!(?: chính trị)? (?:tranh cử|hành động|của (?!Đảng(?! \w*[A-ZĐ]))))(?: chính trị(?!\w))?"
    r"(?: xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội)?"
    rf"(?:~\(~bổ sung~, phát triển năm \d{{4}}~\)|"
    rf"(?: bổ sung)?~\(năm {YEAR}\)|"
    rf" (?:{IN_YEAR}|{YEAR}(?!\d))(?:~\(~bổ sung~, phát triển~\))?)?(?!\w)"
)
# Nghị quyết “Về nông nghiệp, nông dân, nông thôn”
_QUOTED = r"[^”\"\n]{8,200}[”\"]"
# "Đề án Tổng thể về …, đến năm 2030 của Ban cán sự đảng …", 'Đề án “…”': a title, and who made it or quotes around it
_PROJECT = (
    rf" (?:(?P<quoted>[“\"][^”\"\n]{{8,200}}[”\"])|(?P<named>[{CAPITALS}](?:[^.;:()“”\n]|"
    rf"\n(?!\n)){{12,180}}?)(?= của (?:Ban|Bộ|Chính|Thủ|Ủy|Tỉnh|Thành|Hội|Đảng|Tổng)))"
)

QUOTED_TITLE = Rule(
    "citation/quoted-title",
    "A resolution known by its title, in quotation marks, that begins with 'Về'.",
    confidence=0.8,
    basis=JUDGED,
    example=Example("Quán triệt Nghị quyết “Về nông nghiệp, nông dân, nông thôn”."),
    counter_example=Example("Quán triệt Nghị quyết “Vì nông nghiệp, nông dân, nông thôn”."),
    source=REAL_TEXTS,
)
PARTY_CHARTER = Rule(
    "citation/party-charter",
    "The Charter of the Communist Party.",
    confidence=0.97,
    basis=JUDGED,
    example=Example("Kỷ luật theo Điều lệ Đảng."),
    counter_example=Example("Kỷ luật theo Điều lệ Đảng bộ."),
    source=REAL_TEXTS,
)
CHARTER = Rule(
    "citation/charter",
    "The charter of a union, an association or the Front.",
    confidence=0.8,
    basis=JUDGED,
    example=Example("Kỷ luật theo Điều lệ Công đoàn Việt Nam."),
    counter_example=Example("Kỷ luật theo Điều lệ công ty."),
    source=REAL_TEXTS,
)
CONSTITUTION = Rule(
    "citation/constitution",
    "The Constitution, with its year or without.",
    confidence=0.97,
    basis=JUDGED,
    example=Example("Quyền đó ghi trong Hiến pháp năm 2013."),
    counter_example=Example("Quyền đó ghi trong hiến pháp của các nước."),
    source=REAL_TEXTS,
)
PLATFORM = Rule(
    "citation/platform",
    "The Party's platform (Cương lĩnh), by its title, its year, or with a capital alone.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Quán triệt Cương lĩnh năm 2011."),
    counter_example=Example("Cương lĩnh tranh cử của các ứng viên."),
    source=REAL_TEXTS,
)
PROJECT = Rule(
    "citation/project",
    "A project by its title, with quotation marks around it, or with who made it behind it.",
    confidence=0.8,
    basis=JUDGED,
    example=Example("Triển khai Đề án “Phổ cập bơi cho trẻ em vùng sông nước”."),
    counter_example=Example("Triển khai Đề án phổ cập bơi cho trẻ em vùng sông nước."),
    source=REAL_TEXTS,
)
RULES = (*congress_papers.RULES, QUOTED_TITLE, PARTY_CHARTER, CHARTER, CONSTITUTION, PLATFORM, PROJECT)


def find_titled(text: str, words: TypeWords) -> Iterator[CitationDraft]:
    """Find documents known by a name, laws and treaties apart, in reading order."""
    for found in FORMS.find(text, words):
        more = more_plenums(text, found) if found.rule is PLENUM_WITHOUT_TERM else []
        yield found
        yield from more


def _quoted(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, QUOTED_TITLE, resolution_type(match), printed(match))


def _charter(_: str, match: re.Match[str]) -> CitationDraft:
    found = named(match, PARTY_CHARTER, "Điều lệ", printed(match), year_of(match))
    found.key = "điều lệ đảng"
    return found


def _other_charter(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, CHARTER, "Điều lệ", printed(match))


def _constitution(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, CONSTITUTION, "Hiến pháp", "Hiến pháp", year_of(match))


def _platform(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, PLATFORM, "Cương lĩnh", "Cương lĩnh", year_of(match))


def _project(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, PROJECT, "Đề án", printed(match))


FORMS = Forms(
    *congress_papers.FORMS,
    Form(("Nghị quyết", "Nghị Quyết"), ' [“"]Về ', _QUOTED, _quoted),
    Form(("Điều lệ", "ĐIỀU LỆ"), " (?i:đảng)", _CHARTER, _charter),
    Form(("điều lệ",), " Đảng", _CHARTER, _charter),
    Form(("Điều lệ",), "", _OTHER_CHARTER, _other_charter),
    Form(("Hiến pháp", "HIẾN PHÁP"), "", _CONSTITUTION, _constitution),
    Form(("Cương lĩnh",), "", _PLATFORM, _platform),
    Form(("Đề án",), "", _PROJECT, _project),
)
