"""Treaties, conventions, the Charter of the United Nations, joint statements of two countries.

Their names may hold a law's ('Công ước của Liên hợp quốc về Luật Biển'), so they are read before laws. Source of the
forms: group 8 of the ways of citing met in real texts; Luật Điều ước quốc tế 108/2016/QH13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations.dates import ATTACHED_DATE, iso_date
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.forms import Form, find_forms, named, printed, year_of
from legalkg.extractors.citations.terminals import CAPITALS, DATE_IN_DIGITS, IN_YEAR, YEAR, TypeWords, one_of, pattern
from legalkg.extractors.registry.known import known_names
from legalkg.extractors.text import fold

_COUNTRY = rf"(?:Liên minh(?: \w+)?(?: [{CAPITALS}]\w*){{1,3}}|[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,3}})"
_STATEMENT = pattern(rf"Tuyên bố chung(?: giữa {_COUNTRY} và {_COUNTRY}|(?: giữa)? {_COUNTRY}~-~{_COUNTRY})")
_BRACKETED_DATE = pattern(rf"[^.;\n]{{0,160}}?\((?:\d{{1,2}}~-~)?(?P<date>{DATE_IN_DIGITS})\)")
# Words that cannot stand in the name of a treaty; "do" can in "tự do".
_NAME_ENDS = one_of(
    (
        "của", "ngày", "năm", "số", "quy định", "được", "đã", "có", "và", "mà", "thì", "theo", "tại", "là", "hoặc",
        "nhằm", "với", "giữa", "để", "trong đó", "cũng", "sẽ", "phải", "khi", "này", "trên", "nêu", "đối với",
        "gồm", "bao gồm",
    )
)  # fmt: skip
_BETWEEN = rf"(?: giữa (?!hai|các){_COUNTRY}(?:~,~{_COUNTRY})*(?: và {_COUNTRY})?)?"
_NAME_GOES_ON = rf"(?:,? (?!(?:{_NAME_ENDS}|(?<!tự\s)do)(?!\w))[\w-]+)"
_TREATY = pattern(
    rf"(?P<type>Công ước|Hiệp định|Hiệp ước|Hiến chương|Nghị định thư)"
    rf"(?: (?:của )?Liên hợp quốc(?= về))?"
    rf"(?: (?:[{CAPITALS}][\w-]*|của Liên hợp quốc|về(?={_NAME_GOES_ON})|khung|song phương|thương mại|"
    rf"số \d+|(?<=Công\sước\s)\d{{2,3}}(?![\d.,/%])))"
    rf"{_NAME_GOES_ON}{{0,14}}{_BETWEEN}"
)
_UNCLOS = pattern(rf"UNCLOS(?!\w)(?: (?:{IN_YEAR}|{YEAR}(?!\d)))?")


def find_treaties(text: str, words: TypeWords) -> Iterator[CitationDraft]:
    """Find treaties and joint statements, in reading order."""
    return find_forms(text, words.capital, _FORMS)


def _statement(text: str, match: re.Match[str]) -> CitationDraft:
    found = named(match, "Tuyên bố chung", printed(match), 0.9)
    if later := _BRACKETED_DATE.match(text, match.end()):
        iso = iso_date(later.group("date"))
        found.date = iso[:7] if iso and "-" in later.group().rpartition("(")[2].split("/")[0] else iso
    return found


def _treaty(text: str, match: re.Match[str]) -> CitationDraft:
    known = known_names().match(text, match.start())
    end = known[0] if known else match.end()
    name = " ".join(text[match.start() : end].split())
    found = CitationDraft(match.start(), end, "", 0.95 if known else 0.75, type="Điều ước quốc tế", name=name)
    found.key = fold(known[1]) if known else None
    if date := ATTACHED_DATE.match(text, end):
        found.end, found.date = date.end(), iso_date(date.group("date"))
        found.parts["date"] = date.span("date")
    return found


def _unclos(_: str, match: re.Match[str]) -> CitationDraft:
    return named(match, "Điều ước quốc tế", "UNCLOS", 0.97, year_of(match))


_FORMS = (
    Form("joint_statement", _STATEMENT, _statement),
    Form("unclos", _UNCLOS, _unclos),
    Form("treaty", _TREATY, _treaty),
)
