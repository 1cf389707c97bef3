"""The terminals of the citation grammar: blanks, letters, dates, numbers, type words.

Every pattern elsewhere is composed of these and compiled by :func:`pattern`. They run over a
:class:`~legalkg.extractors.text.TextView` (Ð is Đ, dashes are hyphens). Sources: Nghị định 30/2020/NĐ-CP (State
documents), Hướng dẫn 36-HD/VPTW of 2018 (Party documents), and the forms met in real texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.registry.types import document_types

# --- blanks ---------------------------------------------------------------------------------------------------

# Blanks inside a citation may hold one line break, never an empty line: past an empty line stands another
# paragraph, a footnote or another page ("thực hiện Nghị ⏎⏎ Quyết định số 362/QĐ-TTg" is no "Nghị Quyết định").
BLANK = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"


def spaced(text: str) -> str:
    """Turn a pattern as it is written here into a regular expression.

    In the grammar's patterns a plain blank stands for any blank (BLANK) and '~' for one that may be missing, so that
    'Nghị quyết' is found over two lines too.
    """
    return text.replace("~", " ?").replace(" ", BLANK)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern of the grammar; see :func:`spaced` for its blanks."""
    return re.compile(spaced(text), flags)


def whole_words(compiled: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Find all matches that do not start inside a word; the figure of an item may be glued to one ('6Nghị quyết').

    Where a capital follows a small letter a blank was lost ('Căn cứLuật Đất đai').

    The same as a word boundary at the head of the pattern, but several times as fast: without one the engine skips to
    the letters that a match can start with.
    """
    for match in compiled.finditer(text):
        start = match.start()
        if start == 0 or not (text[start - 1].isalpha() or text[start - 1] == "_") or _lost_blank(text, start):
            yield match


def _lost_blank(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before.isalpha() and before.islower() and text[start].isupper()


def one_of(phrases: list[str] | tuple[str, ...]) -> str:
    """Return the pattern of one of some phrases, the longest first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace("\\ ", " ") for phrase in longest_first) + ")"


# --- letters --------------------------------------------------------------------------------------------------

# For use inside [...]; ranges such as À-Ỹ would mix capitals and small letters.
CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
SMALLS = "a-z" + CAPITALS[3:].lower()
# A capitalised word: "Quốc" of "Trung Quốc"
CAPITALISED = rf"[{CAPITALS}]\w*"

# --- dates ----------------------------------------------------------------------------------------------------

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:1[89]|20)\d{2}"

# "ngày 15 tháng 6 năm 2023", "ngày22 tháng 7 năm 2010", "ngày 03tháng 3 năm 1999", "ngày 15 tháng 6, năm 2023"
DATE_IN_WORDS = rf"ngày~\d{{1,2}}~tháng~\d{{1,2}}~(?:,~)?năm~{YEAR}"
# "22/12/2024", "30-5-2019", "9.6.2014", "01/11/ 2011"
DATE_IN_DIGITS = rf"\d{{1,2}}~[/.-]~\d{{1,2}}~[/.-]~{YEAR}(?!\d)"
# "ngày 27-4": the year is left out
DATE_WITHOUT_YEAR = rf"ngày {DAY}~[/-]~{MONTH}(?![\d/-])"
# "tháng 10 năm 2016", "tháng 10/2016", "tháng 10-2016"
MONTH_OF_YEAR = rf"tháng {MONTH}(?: năm |~[/-]~){YEAR}(?!\d)"
# "năm 2015", glued "năm2015", but not "năm 2021 - 2025"
IN_YEAR = rf"năm~{YEAR}(?!\d)(?!~-~{YEAR})"

DATE = rf"(?:{DATE_IN_WORDS}|ngày~{DATE_IN_DIGITS}|{DATE_WITHOUT_YEAR}|{MONTH_OF_YEAR}|{IN_YEAR})"

# --- numbers --------------------------------------------------------------------------------------------------

# (\d\d{0,4}, not \d{1,5}: the engine skips to what a pattern must start with only where that is a single character)
# "06b", "30a", "07A-"; "66.4/2025/NQ-CP" is the fourth resolution on one matter
NUMERAL = r"\d\d{0,4}(?:\.\d{1,2}(?=/))?(?:[a-zđ]|[A-ZĐ](?=\s?[/-]))?"

# A code of a type or organ: QĐ, TTg, CTr, QĐi, QyĐ, UBTVQH14, NN&PTNT, VP.KT. One or two small letters may stand
# in it, but a Vietnamese word glued to it ("TWngày", "TWcủa") is not taken in.
_LETTER = "[A-ZĐƯƠÂÊÔ]"
_SMALL = rf"[a-zđư]{{1,2}}(?![{SMALLS}])"
_CODE_WORD = rf"{_LETTER}+(?:{_SMALL})?[A-ZĐƯƠÂÊÔ\d]*(?:{_SMALL})?"
CODE = rf"{_CODE_WORD}(?:(?:[&.]|&\s){_CODE_WORD})*"
# After "- " (a broken or sloppy number) only capitals go on with it: "QĐ- UBND", not "QĐ-UBND - Lưu".
_CODE_AFTER_BLANK = rf"{_LETTER}{{2,}}[a-zđ]{{0,2}}\d*(?![{SMALLS}])"

# "49/2025TT-BCT": what joins year and code left out
_YEAR_GLUED = r"(?=(?:NĐ|QĐ|NQ|CT|TT|TTLT|KH|TB|HD)-[A-ZĐ]{2})"
_NUMBER_AND_YEAR = rf"{NUMERAL}(?:~/~{YEAR}(?:(?=\s?[/-])|{_YEAR_GLUED}))?"
# 78/2025/NĐ-CP · 782 -CV/ĐU · 45/2019/QH14 · 10988/BNV-CQĐP · 11/CT/TW · 72-NQ-TW · 42-CP · 3804/TTr- SVHTT
# "2273/CTK - CSCL ngày": blanks around the hyphen, sure with a date behind
_DEPARTMENT = rf"(?:[^\S\n]-[^\S\n]{_LETTER}{{2,8}}(?= ngày \d))?"
# "919-CV/VPTW/nb": not to be passed on (nội bộ)
_USUAL = rf"\s?[/-]~{CODE}(?:[/-]{CODE}|[/-] {_CODE_AFTER_BLANK}|\s/~{CODE})*(?:/nb(?!\w))?{_DEPARTMENT}"
# NQ-QH 12, 70/2018 / QH 14: the Assembly's term set apart
_TERM_APART = r"(?:(?:(?<=[/-]QH)|(?<=[/-]\sQH)|(?<=[/-]UBTVQH)|(?<=[/-]\sUBTVQH)) \d\d(?!\d))?"
# 101-SL/L.003, 102-SL/L-004: decrees of 1957 that promulgate laws
_OF_LAW = r"(?:(?<=SL/L)[.-]\d{3}(?!\d))?"
# 16 / NQ - TW: from a text that was cut into words
_CUT_INTO_WORDS = rf"(?: [/-] {CODE}){{2,}}"
# 84 QĐ/TWĐTN: the first hyphen left out; "19 KL / TW" with blanks around the slash, sure only with a type's code
_TYPE_CODES = one_of(tuple(code for kind in document_types() for code in kind.codes))
_HYPHEN_LEFT_OUT = rf" (?:{CODE}(?:/{CODE})+|{_TYPE_CODES} / {_CODE_AFTER_BLANK})"
# 136/2018/tt-btc: capitals lost, sure only with the year in it
_SMALL_LETTERS = r"(?<=/\d{4})/[a-zđ]{2,5}-[a-zđ]{2,9}"
# "12 - Bộ" ends in the first letter of a word; "TWngày" ends in two capitals and has a word glued to it.
_SYMBOL_ENDS = rf"(?:(?<={_LETTER}{_LETTER})|(?!\w))"
GLUED_CODES = ("NĐ", "QĐ", "NQ", "CT", "KL", "TT", "KH", "TB", "HD")
"""Codes of types that stand right behind a numeral where what joins them is left out."""
# 88/2006/NĐ - CP, 15/2009/QĐ -TTg: blanks around the hyphen, sure only with the year before and a type's code
_HYPHEN_APART = rf"(?<=/\d{{4}})\s?/~{_TYPE_CODES}[^\S\n]-[^\S\n]?{_CODE_AFTER_BLANK}(?:-{CODE})*"
# 1719QĐ-TTg, 2609QĐ/UBND: what joins numeral and code left out
_GLUED = rf"{one_of(GLUED_CODES)}[/-](?={_LETTER}{{2}}){CODE}(?:-{CODE})*"
_CODES = rf"(?:{_HYPHEN_APART}|{_CUT_INTO_WORDS}|{_USUAL}|{_HYPHEN_LEFT_OUT}|{_SMALL_LETTERS}|{_GLUED})"
SYMBOL = rf"{_NUMBER_AND_YEAR}{_CODES}{_TERM_APART}{_OF_LAW}{_SYMBOL_ENDS}"
# Standards: TCVN 9386:2012, QCVN 06:2022/BXD, TCVN ISO 9001:2015, "QCVN 17: 2011/BGTVT", "QCVN 01 - 26: 2010/BNNPTNT"
STANDARD = (
    r"(?:TCVN|TCXDVN|TCXD|QCVN|QCXDVN|QCĐP)~(?:(?:ISO|IEC|ISO/IEC) )?"
    r"\d+(?:-\d+|[^\S\n]?-[^\S\n]?\d+(?=[^\S\n]?:))*(?:(?:-|[^\S\n]?:[^\S\n]?)(?:19|20)\d{2}(?!\d))?(?:/[A-ZĐ]+)?"
)

# --- words ----------------------------------------------------------------------------------------------------

SO = r"(?:[Ss]ố|SỐ)(?:~[:.])?"  # "số", "Số:", "số."
ROMAN = r"[IVXL]+(?!\w)"

TYPE_WORDS = tuple(word for kind in document_types() for word in kind.words)
TYPE_WORD = one_of(TYPE_WORDS)
