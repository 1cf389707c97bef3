"""English translations of documents: their terms put into Vietnamese, so that the one grammar reads them.

'Pursuant to Decree No. 70/2025/ND-CP dated March 20, 2025 of the Government' is read as 'Căn cứ Nghị định số
70/2025/NĐ-CP ngày 20 tháng 3 năm 2025 của Chính phủ'. The terms are data (``english.csv``); here stands what English
orders otherwise: dates, possessives, 'this Decree', 'Law on …'. Offsets still lead to the words as read. What has no
term stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import YEAR, one_of, pattern
from legalkg.extractors.model import CitedDocument
from legalkg.extractors.registry.english import english_terms, province_names_without_marks
from legalkg.extractors.text import TextView

_Rewriting = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

# One of these stands in every English text that cites by number; the look for them costs next to nothing.
_HINTS = ("Decree", "Resolution", "Circular", "Decision", "Directive", "Law on ", "SOCIALIST REPUBLIC")
_NO = r"N[oO][sS]?\b\.?~:?"
_BACK = r"(?P<back>[Tt]his|said|aforesaid|above-mentioned|aforementioned)"
_NUMBER = rf"(?:{_NO}~)?\d"


def in_vietnamese_terms(seen: TextView) -> TextView:
    """Return the view of a text with the field's English terms put into Vietnamese.

    Args:
        seen: The view of any text.

    Returns:
        The view itself where no document is cited in English.
    """
    if not any(hint in seen.text for hint in _HINTS) or not _cites_in_english().search(seen.text):
        return seen
    for words, rewrite in _rewritings():
        seen = seen.rewritten(words, rewrite)
    return seen


def with_printed_titles(
    seen: TextView, citations: list[CitationDraft], documents: list[CitedDocument]
) -> list[CitedDocument]:
    """Return cited documents with their titles as printed: of a title half the words would be translated.

    Args:
        seen: A view in Vietnamese terms.
        citations: Those of the text.
        documents: The documents that they cite.
    """
    return [document.model_copy(update={"title": _printed(seen, document, citations)}) for document in documents]


def _printed(seen: TextView, document: CitedDocument, citations: list[CitationDraft]) -> str | None:
    """Return the title of a document as printed; of a text in both languages a Vietnamese one."""
    said = [
        (found.title, printed_title(seen, *found.parts["title"]))
        for found in citations
        if found.document == document.id and found.title and "title" in found.parts
    ]
    vietnamese = (title for title, printed in said if title == printed)
    return next(vietnamese, dict(said).get(document.title or "", document.title))


def printed_title(seen: TextView, start: int, end: int) -> str:
    """Return a title as printed, in one line."""
    return " ".join(seen.quote(start, end).split()).strip(' ,“”"*_#|')


@cache
def _cites_in_english() -> re.Pattern[str]:
    kinds = _one_of([*english_terms("type"), "Law"])
    return pattern(rf"SOCIALIST REPUBLIC OF VIET|\b{kinds}s?(?: on [^.;:\n\d]{{3,90}})? {_NUMBER}")


@cache
def _rewritings() -> tuple[_Rewriting, ...]:
    """Return what is rewritten, in the order in which it is done."""
    return (
        _articles(),
        _congresses(),
        _dates(),
        _laws(),
        _bodies(),
        _local_bodies(),
        _types(),
        _numbers(),
        _units(),
        _phrases(),
    )


def _bare(term: str) -> str:
    """Return a term as the text has it when its articles are left out."""
    return term.replace("the ", "")


def _one_of(terms: Iterable[str]) -> str:
    """Return the pattern of one of some terms, the longest first, as they are or in capitals."""
    spellings = {spelling for term in map(_bare, terms) for spelling in (term, term.upper())}
    return one_of(tuple(spellings)).replace("'", "['’]")


def _like(vietnamese: str, printed: str) -> str:
    """Return a term in capitals where what is printed is, and with a capital where that starts with one."""
    if printed.isupper() and len(printed) > 1:
        return vietnamese.upper().replace("TTG", "TTg")
    return vietnamese[0].upper() + vietnamese[1:] if printed[:1].isupper() else vietnamese


def _translator(terms: Mapping[str, str]) -> Callable[[str], str]:
    """Return what looks up printed words, whatever their case and blanks."""
    by_words = {_bare(english).lower(): vietnamese for english, vietnamese in terms.items()}

    def translate(printed: str) -> str:
        return _like(by_words[" ".join(printed.lower().replace("’", "'").split())], printed)

    return translate


def _articles() -> _Rewriting:
    """Leave out the article: Vietnamese has none."""
    return re.compile(r"\b(?:[Tt]he|THE)(?:[^\S\n]+|(?=\n))"), lambda _: ""


def _numbers() -> _Rewriting:
    """'No.' before a number is 'số', at the start of a line 'Số:' as in letterheads."""
    words = pattern(rf"(?P<line>(?:^|(?<=\n))[^\S\n]*)?\b{_NO}~(?=\d)")
    return words, lambda match: "số " if match.group("line") is None else "Số: "


def _congresses() -> _Rewriting:
    """'Resolution of the 14th National Party Congress' -> 'Nghị quyết Đại hội 14 của Đảng'."""
    words = pattern(
        r"\b(?P<type>Resolution|Documents) of (?P<term>\d{1,2})(?:st|nd|rd|th) "
        r"(?:National (?:Party )?Congress(?: of (?:Communist )?Party)?|Party (?:National )?Congress)"
        r"(?: of Vietnam)?(?!\w)"
    )
    kinds = {"Resolution": "Nghị quyết", "Documents": "Văn kiện"}
    return words, lambda match: f"{kinds[match.group('type')]} Đại hội {match.group('term')} của Đảng"


def _dates() -> _Rewriting:
    """'dated March 20, 2025', 'of 20 March 2025', 'dated 20/3/2025'; of 'March 2025' the month."""
    months = english_terms("month")
    month = _one_of(months)
    words = pattern(
        rf"\b(?:{_one_of(('dated', 'issued on', 'signed on', 'of', 'on'))} )?(?:"
        rf"(?P<month>{month}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?~,? (?P<year>{YEAR})|"
        rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{month}),? (?P<year2>{YEAR})|"
        rf"(?P<month3>{month}),? (?P<year3>{YEAR}))\b|"
        r"\b(?:dated|DATED) (?=\d{1,2}[/.-]\d)"
    )
    by_name = {name.lower(): number for name, number in months.items()}

    def rewrite(match: re.Match[str]) -> str:
        said = match.groupdict()
        if said["month3"]:
            return f"tháng {by_name[said['month3'].lower()]} năm {said['year3']}"
        name, year = said["month"] or said["month2"], said["year"] or said["year2"]
        if not name:
            return "ngày "
        return f"ngày {said['day'] or said['day2']} tháng {by_name[name.lower()]} năm {year}"

    return words, rewrite


def _laws() -> _Rewriting:
    """'Law on Land' and 'Land Law' -> 'Luật Đất đai', '2024 Land Law' -> '… năm 2024'.

    The name of a law that the table does not hold is left out before its number, which says whose it is.
    """
    terms = dict(english_terms("law"))
    terms |= {f"{name.removeprefix('Law on ')} Law": law for name, law in terms.items() if name.startswith("Law on ")}
    amending = english_terms("amending")
    words = pattern(
        rf"\b(?:(?P<year>{YEAR}) )?(?P<law>{_one_of(terms)})(?!\w)|"
        rf"\bLaw (?P<amending>{_one_of(amending)})(?: (?:a number of|some|several)(?: [Aa]rticles)? of)? "
        rf"(?={_one_of(terms)})|"
        rf"\b(?:Law|LAW)(?: (?!{_one_of(amending)}(?!\w))on (?:(?!Law\b)[^.;:()\n\d]){{2,90}}?)?(?= {_NUMBER})|"
        rf"\b{_BACK} (?:Law|Code|Ordinance)(?!\w)"
    )
    law = _translator(terms)
    amends = _translator(amending)

    def rewrite(match: re.Match[str]) -> str:
        if match.group("law"):
            year = match.group("year")
            return law(match.group("law")) + (f" năm {year}" if year else "")
        if match.group("amending"):
            return f"Luật {amends(match.group('amending'))} "
        if match.group("back"):
            return _back("Bộ luật" if match.group().endswith("Code") else "Luật", match.group("back"))
        return _like("Luật", match.group()[:3])

    return words, rewrite


def _back(kind: str, word: str) -> str:
    return f"{kind} {'này' if word.lower() == 'this' else 'nêu trên'}"


def _bodies() -> _Rewriting:
    """'the Minister of Finance' -> 'Bộ trưởng Bộ Tài chính'; "Government's Decree" has its issuer before it."""
    terms = dict(english_terms("organ"))
    for english, vietnamese in english_terms("field").items():
        terms |= {f"Ministry of {english}": f"Bộ {vietnamese}", f"Minister of {english}": f"Bộ trưởng Bộ {vietnamese}"}
    types = _one_of(english_terms("type"))
    words = pattern(rf"\b(?P<organ>{_one_of(terms)})(?:(?P<of>['’]s)(?= {types}))?(?!\w)")
    body = _translator(terms)
    return words, lambda match: body(match.group("organ")) + (" ban hành" if match.group("of") else "")


def _local_bodies() -> _Rewriting:
    """'People's Committee of Ca Mau province' and "Ca Mau Provincial People's Committee"; 'Hanoi, ngày …'."""
    provinces = province_names_without_marks()
    name = rf"(?P<{{}}>{one_of(tuple(provinces))})"
    body = r"People['’]s (?P<{}>Committee|Council)"
    words = pattern(
        rf"\b{body.format('b1')} of (?:(?:Province|City) of )?{name.format('p1')}(?: (?:[Pp]rovince|[Cc]ity))?(?!\w)|"
        rf"\b{name.format('p2')} (?:[Pp]rovincial |[Cc]ity |[Mm]unicipal )?{body.format('b2')}(?!\w)|"
        rf"(?:^|(?<=\n))[^\S\n]*{name.format('place')}(?=, ngày \d)"
    )
    bodies = {"Committee": "Ủy ban nhân dân", "Council": "Hội đồng nhân dân"}

    def rewrite(match: re.Match[str]) -> str:
        if place := match.group("place"):
            return provinces[" ".join(place.split())][1]
        level, province = provinces[" ".join((match.group("p1") or match.group("p2")).split())]
        return f"{bodies[match.group('b1') or match.group('b2')]} {level} {province}"

    return words, rewrite


def _types() -> _Rewriting:
    """'Decrees' -> 'Nghị định', 'this Decree' -> 'Nghị định này'."""
    terms = english_terms("type")
    words = pattern(rf"\b(?:{_BACK} )?(?P<type>{_one_of(terms)})s?(?!\w)")
    kind = _translator(terms)

    def rewrite(match: re.Match[str]) -> str:
        word = kind(match.group("type"))
        return _back(word, match.group("back")) if match.group("back") else word

    return words, rewrite


def _units() -> _Rewriting:
    """'Articles 5 to 8' -> 'Điều 5 đến 8'."""
    terms = english_terms("unit")
    words = pattern(
        rf"\b(?P<unit>{_one_of(terms)})(?:s|es)?(?= (?:\d|[IVX]+(?!\w)|[a-z](?!\w)))|(?<=\d) (?:to|through) (?=\d)"
    )
    unit = _translator(terms)
    return words, lambda match: unit(match.group("unit")) if match.group("unit") else " đến "


def _phrases() -> _Rewriting:
    terms = english_terms("phrase")
    spellings = {term[0].upper() + term[1:] for term in terms} | set(terms)
    words = pattern(rf"(?<!\w){_one_of(spellings)}(?!\w)")
    phrase = _translator(terms)
    return words, lambda match: phrase(match.group())
