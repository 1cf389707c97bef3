"""Treaties, conventions, the Charter of the United Nations, joint statements of two countries.

Their names may hold a law's ('Công ước của Liên hợp quốc về Luật Biển'), so they are read before laws. Source of the
forms: group 8 of the ways of citing met in real texts; Luật Điều ước quốc tế 108/2016/QH13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations.dates import ATTACHED_DATE, iso_date
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import Form, Forms, TypeWords, named, printed, year_of
from legalkg.extractors.citations.terminals import (
    CAPITALS,
    DATE,
    DATE_IN_DIGITS,
    IN_YEAR,
    SMALLS,
    YEAR,
    one_of,
    pattern,
)
from legalkg.extractors.registry.known import known_names
from legalkg.extractors.rules import JUDGED, REAL_TEXTS, Example, Rule
from legalkg.extractors.text import fold

_COUNTRY = (
    rf"(?:Liên (?:minh|hiệp)(?: \w+){{0,2}}(?: [{CAPITALS}]\w*){{1,3}}|"
    rf"(?:(?:Hoàng gia|Liên bang) )?[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,3}})"
)
_STATEMENT = rf"(?: giữa {_COUNTRY} và {_COUNTRY}|(?: giữa)? {_COUNTRY}~-~{_COUNTRY})"
_BRACKETED_DATE = pattern(rf"[^.;\n]{{0,160}}?\((?:\d{{1,2}}~-~)?(?P<date>{DATE_IN_DIGITS})\)")
# Words that cannot stand in the name of a treaty; "do" can in "tự do".
_NAME_ENDS = one_of(
    (
        "của", "ngày", "năm", "số", "quy định", "được", "đã", "có", "và", "mà", "thì", "theo", "tại", "là", "hoặc",
        "nhằm", "với", "giữa", "để", "trong đó", "cũng", "sẽ", "phải", "khi", "này", "trên", "nêu", "đối với",
        "gồm", "bao gồm", "giai đoạn",
    )
)  # fmt: skip
_BETWEEN = rf"(?: giữa (?!hai|các){_COUNTRY}(?:~[,–-]~{_COUNTRY})*(?:(?: (?:và|với)|~[–-]) {_COUNTRY}))?"
_NAME_GOES_ON = rf"(?:,? (?!(?:{_NAME_ENDS}|(?<!tự\s)do)(?!\w))\w[\w-]*)"
# "Hiệp định Thương mại tự do ASEAN - Hàn Quốc"
_OF_TWO = rf"(?:(?<=[{CAPITALS}{SMALLS}])~[–-] {_COUNTRY})?"
_MEMBERS = r"(?:nước|[Qq]uốc gia) thành viên"
# "Hiệp định vận tải đường bộ giữa Việt Nam với các nước": any of many, none is meant.
_OF_MANY = pattern(
    rf" giữa (?:hai|các(?! {_MEMBERS})|những)(?!\w)|"
    r" giữa [^.;:,\n]{2,80}? (?:và|với|hoặc) (?:Chính phủ )?"
    r"(?:các|những|một|nhiều|quốc gia|nước (?:ngoài|sở tại|có|cử))(?!\w)"
)
_TREATIES = ("Công ước", "Hiệp định", "Hiệp ước", "Hiến chương", "Nghị định thư")
_TREATY = (
    rf"(?: (?:của )?Liên hợp quốc(?= về))?"
    rf"(?: (?:[{CAPITALS}][\w-]*|của Liên hợp quốc|về(?={_NAME_GOES_ON})|khung|song phương|thương mại))"
    rf"{_NAME_GOES_ON}{{0,14}}{_OF_TWO}{_BETWEEN}"
)
# "Hiệp định giữa Chính phủ nước … và Chính phủ nước … về …": what it is about ends the name, at the end of the clause.
_PARTY_TO_IT = (
    rf"(?:(?:Chính phủ|Nhà nước) )?(?:(?:của )?các {_MEMBERS}(?: của| thuộc)? |nước )?[{CAPITALS}][\w-]*"
    r"(?: (?!(?:và|với|về|được|ký|có|để|trong|theo)(?!\w))[\w-]+){0,15}(?: \(~[A-Z]{2,10}~\))?"
)
_PARTIES = rf" giữa {_PARTY_TO_IT}(?: (?:và|với)|~[–-]) "
_ABOUT = (
    r" (?:về|để) [^.,;:()“”\"\n]{4,160}?"
    r"(?=~(?:[.,;:()“”\"\n]|$)| (?:được|đã|có hiệu lực|ký|ngày|năm|quy định|do|theo|là|tại)(?!\w))"
)
_BILATERAL = rf"{_PARTIES}{_PARTY_TO_IT}{_ABOUT}"
_OTHER_PARTY = (
    r"(?:Chính phủ )?(?:nước )?(?:(?:C[ộỘ]ng h(?:òa|oà) (?:(?i:xã hội chủ nghĩa|dân chủ nhân dân|nhân dân|dân chủ) )?)?"
    rf"(?!(?:Chính|Nhà|Cộng|Bộ|Ủy|Sở|Ngân|Tập|Tổng|Công|Hiệp) ){_COUNTRY}(?:-[\w-]+)?|"
    rf"Hiệp hội các [Qq]uốc gia {_COUNTRY}(?: \([A-Z]{{2,10}}\))?)"
)
# "Hiệp định tránh đánh thuế hai lần giữa Việt Nam và Xin-ga-po"
_ABOUT_FIRST = rf"(?: (?:(?!(?:{_NAME_ENDS})(?!\w))|(?=và [{SMALLS}]))[\w-]+){{2,18}}{_PARTIES}{_OTHER_PARTY}"
# "…, ký tại Hà Nội ngày 19 tháng 5 năm 2014"
_SIGNED = pattern(rf"~,? (?:được |đã )?ký (?:kết )?(?:tại [^.,;()\n]{{2,40}}?,? )?(?P<date>{DATE})")
# "Công ước số 98", "Công ước 98"; not "Công ước 54 nước đã ký"
_NUMBER = r"(?:số )?(?P<number>\d{1,3})(?![\d%])(?![.,/-]\d)(?! (?:nước|quốc gia|bên|điều)(?!\w))"
_OF_YEAR = " năm "
_UNCLOS = rf"(?!\w)(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?"

JOINT_STATEMENT = Rule(
    "citation/joint-statement",
    "A joint statement of two countries, both named.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Triển khai Tuyên bố chung Việt Nam - Lào."),
    counter_example=Example("Triển khai Tuyên bố chung của hội nghị."),
    source=REAL_TEXTS,
)
UNCLOS = Rule(
    "citation/unclos",
    "UNCLOS, the Convention on the Law of the Sea by its abbreviation.",
    confidence=0.97,
    basis=JUDGED,
    example=Example("Giải quyết tranh chấp theo UNCLOS 1982."),
    counter_example=Example("Giải quyết tranh chấp theo luật biển quốc tế."),
    source=REAL_TEXTS,
)
KNOWN_TREATY = Rule(
    "citation/known-treaty",
    "A treaty in the register of known documents, by its name there.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Giải quyết tranh chấp theo Công ước của Liên hợp quốc về Luật Biển."),
    counter_example=Example("Giải quyết tranh chấp theo Công ước về Nghề gốm."),
    source=REAL_TEXTS,
)
TREATY = Rule(
    "citation/treaty",
    "A treaty, convention, protocol or charter by its name, up to the word that cannot be part of it.",
    confidence=0.75,
    basis=JUDGED,
    example=Example("Giải quyết tranh chấp theo Công ước về Nghề gốm."),
    counter_example=Example("Giải quyết tranh chấp theo công ước mà các bên đã ký."),
    source="forms met in real texts; Luật Điều ước quốc tế 108/2016/QH13",
)
BILATERAL_TREATY = Rule(
    "citation/bilateral-treaty",
    "A treaty between two parties, both named, with what it is about before or behind them.",
    confidence=0.85,
    basis=JUDGED,
    example=Example("Theo Hiệp định giữa Chính phủ Việt Nam và Chính phủ Nhật Bản về hợp tác nghề gốm."),
    counter_example=Example("Theo hiệp định giữa hai nước về hợp tác nghề gốm."),
    source="forms met in real texts; Luật Điều ước quốc tế 108/2016/QH13",
)
NUMBERED_CONVENTION = Rule(
    "citation/numbered-convention",
    "A convention by its number, as those of the International Labour Organisation are cited.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Phê chuẩn Công ước số 98 về quyền tổ chức."),
    counter_example=Example("Phê chuẩn Công ước quốc tế về quyền tổ chức."),
    source="the conventions of the International Labour Organisation bear numbers; forms met in real texts",
)
RULES = (JOINT_STATEMENT, UNCLOS, KNOWN_TREATY, BILATERAL_TREATY, NUMBERED_CONVENTION, TREATY)


def find_treaties(text: str, words: TypeWords) -> Iterator[CitationDraft]:
    """Find treaties and joint statements, in reading order."""
    return FORMS.find(text, words)


def _statement(text: str, match: re.Match[str]) -> CitationDraft:
    found = named(match, JOINT_STATEMENT, "Tuyên bố chung", printed(match))
    if later := _BRACKETED_DATE.match(text, match.end()):
        iso = iso_date(later.group("date"))
        found.date = iso[:7] if iso and "-" in later.group().rpartition("(")[2].split("/")[0] else iso
    return found


def _treaty(text: str, match: re.Match[str]) -> CitationDraft | None:
    known = known_names().match(text, match.start())
    end = known[0] if known else match.end()
    if not known and _OF_MANY.match(text, end):
        return None
    name, _, year = " ".join(text[match.start() : end].split()).partition(_OF_YEAR)
    found = CitationDraft(match.start(), end, KNOWN_TREATY if known else TREATY, type="Điều ước quốc tế", name=name)
    found.date = year or None
    found.key = fold(known[1]) if known else None
    found.take_date(ATTACHED_DATE.match(text, end))
    return found


def _bilateral(text: str, match: re.Match[str]) -> CitationDraft:
    found = named(match, BILATERAL_TREATY, "Điều ước quốc tế", printed(match))
    dated = found.take_date(ATTACHED_DATE.match(text, found.end))
    if not dated and (signed := _SIGNED.match(text, found.end)):
        found.date = iso_date(signed.group("date"))
        found.parts["date"] = signed.span("date")
    return found


def _numbered(_: str, match: re.Match[str]) -> CitationDraft:
    number = match.group("number")
    found = named(match, NUMBERED_CONVENTION, "Điều ước quốc tế", f"Công ước số {number}")
    found.number, found.parts["number"] = number, match.span("number")
    return found


def _unclos(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, UNCLOS, "Điều ước quốc tế", "UNCLOS", year_of(match))


FORMS = Forms(
    Form(("Tuyên bố chung",), "", _STATEMENT, _statement),
    Form(("UNCLOS",), "", _UNCLOS, _unclos),
    Form(_TREATIES, "", _BILATERAL, _bilateral),
    Form(_TREATIES, "", _ABOUT_FIRST, _bilateral),
    Form(("Công ước",), " (?=số|[0-9])", _NUMBER, _numbered),
    Form(_TREATIES, "", _TREATY, _treaty),
)
