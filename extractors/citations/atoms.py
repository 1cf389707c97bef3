"""The atoms of the citation grammar: blanks, dates, numbers, type words, Roman numerals.

Every pattern elsewhere is composed of these. They run over a :class:`~extractors.text.TextView` (đ is đ, dashes are
hyphens). Sources: Nghị định 30/2020/NĐ-CP (State documents), Hướng dẫn 36-HD/VPTW of 2018 (Party documents), and the
forms met in real texts.
"""

from __future__ import annotations

import re

from extractors.registry import document_types

# --- blanks -----------------------------------------------------------------------------------------------------------

# Blanks inside a citation may hold one line break, never an empty line: past an empty line stands another paragraph, a
# footnote or another page ("thực hiện Nghị ⏎⏎ Quyết định số 362/QĐ-TTg" is no "Nghị Quyết định").
BLANK = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
MAYBE_BLANK = rf"{BLANK}?"


def words(phrase: str) -> str:
    """Give the pattern of a phrase whose words may be parted by any blank: 'Nghị quyết' over two lines."""
    return BLANK.join(re.escape(word) for word in phrase.split())


def one_of(phrases: list[str] | tuple[str, ...]) -> str:
    """Give the pattern of one of some phrases, the longest first."""
    return "(?:" + "|".join(words(phrase) for phrase in sorted(phrases, key=len, reverse=True)) + ")"


# --- letters ----------------------------------------------------------------------------------------------------------

# For use inside [...]; ranges such as À-Ỹ would mix capitals and small letters.
CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
SMALLS = "a-z" + CAPITALS[3:].lower()
# A capitalised word and, with blanks between, several: "Trung Quốc", "Bà Rịa"
CAPITALISED = rf"[{CAPITALS}]\w*"

# --- dates ------------------------------------------------------------------------------------------------------------

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:1[89]|20)\d{2}"

# "ngày 15 tháng 6 năm 2023", "ngày22 tháng 7 năm 2010", "ngày 03tháng 3 năm 1999", "ngày 15 tháng 6, năm 2023"
DATE_IN_WORDS = rf"ngày{MAYBE_BLANK}\d{{1,2}}{MAYBE_BLANK}tháng{MAYBE_BLANK}\d{{1,2}}{MAYBE_BLANK},?{MAYBE_BLANK}năm{MAYBE_BLANK}{YEAR}"
# "ngày 22/12/2024", "ngày 30-5-2019", "ngày 9.6.2014", "ngày 01/11/ 2011"
DATE_IN_DIGITS = (
    rf"\d{{1,2}}{MAYBE_BLANK}[/.-]{MAYBE_BLANK}\d{{1,2}}{MAYBE_BLANK}[/.-]{MAYBE_BLANK}{YEAR}(?!\d)"
)
# "ngày 27-4": the year is left out
DATE_WITHOUT_YEAR = rf"ngày{BLANK}{DAY}{MAYBE_BLANK}[/-]{MAYBE_BLANK}{MONTH}(?![\d/-])"
# "tháng 10 năm 2016", "tháng 10/2016"
MONTH_OF_YEAR = rf"tháng{BLANK}{MONTH}(?:{BLANK}năm{BLANK}|{MAYBE_BLANK}/{MAYBE_BLANK}){YEAR}(?!\d)"
# "năm 2015"
IN_YEAR = rf"năm{BLANK}{YEAR}(?!\d)(?!{MAYBE_BLANK}-{MAYBE_BLANK}{YEAR})"

DATE = rf"(?:{DATE_IN_WORDS}|ngày{MAYBE_BLANK}{DATE_IN_DIGITS}|{DATE_WITHOUT_YEAR}|{MONTH_OF_YEAR}|{IN_YEAR})"

# --- numbers ----------------------------------------------------------------------------------------------------------

# "06b", "30a", "210a"; "66.4/2025/NQ-CP" is the fourth resolution on one matter
NUMERAL = r"\d{1,5}(?:\.\d{1,2}(?=/))?[a-zđ]?"

# A code of a type or organ: QĐ, TTg, CTr, QĐi, QyĐ, UBTVQH14, NN&PTNT, VP.KT. One or two small letters may stand in it,
# but a Vietnamese word glued to it ("TWngày", "TWcủa") is not taken in.
_SMALL = rf"[a-zđư]{{1,2}}(?![{SMALLS}])"
_CODE_WORD = rf"[A-ZĐƯƠÂÊÔ]+(?:{_SMALL})?[A-ZĐƯƠÂÊÔ\d]*(?:{_SMALL})?"
CODE = rf"{_CODE_WORD}(?:(?:[&.]|&\s){_CODE_WORD})*"
# After "- " (a broken or sloppy number) only capitals go on with the number: "QĐ- UBND", not "QĐ-UBND - Lưu".
CODE_AFTER_BLANK = rf"[A-ZĐƯƠÂÊÔ]{{2,}}[a-zđ]{{0,2}}\d*(?![{SMALLS}])"

_YEAR_PART = rf"{MAYBE_BLANK}/{MAYBE_BLANK}{YEAR}(?=\s?[/-])"

# 78/2025/NĐ-CP · 782 -CV/ĐU · 45/2019/QH14 · 10988/BNV-CQĐP · 11/CT/TW · 72-NQ-TW · 42-CP · 3804/TTr- SVHTT
SYMBOL = rf"""
    {NUMERAL}(?:{_YEAR_PART})?            # 78/2025, 06b
    (?:
        (?:{BLANK}[/-]{BLANK}{CODE}){{2,}}  # 16 / NQ - TW: a text that was cut into words
    |
        \s?[/-]{MAYBE_BLANK}{CODE}        # /NĐ, -KL, " -CV"
        (?: [/-]{CODE} | [/-]{BLANK}{CODE_AFTER_BLANK} | \s/{CODE} )*     # -CP, /TW, "- SVHTT", " /TW"
    |
        {BLANK}{CODE}(?:/{CODE})+         # 84 QĐ/TWĐTN: the first hyphen left out
    )
    # "12 - Bộ" ends in the first letter of a word; "TWngày" ends in two capitals and has a word glued to it.
    (?:(?<=[A-ZĐƯƠÂÊÔ]{{2}})|(?!\w))
"""
# Standards: TCVN 9386:2012, QCVN 06:2022/BXD, TCVN ISO 9001:2015
STANDARD = rf"(?:TCVN|TCXDVN|TCXD|QCVN|QCXDVN|QCĐP){BLANK}?(?:(?:ISO|IEC|ISO/IEC){BLANK})?\d+(?:-\d+)*(?:[:-](?:19|20)\d{{2}})?(?:/[A-ZĐ]+)?"

# --- words ------------------------------------------------------------------------------------------------------------

SO = rf"(?:[Ss]ố|SỐ)(?:{MAYBE_BLANK}[:.])?"  # "số", "Số:", "số."
ROMAN = r"(?:[IVXL]+)(?![\w])"

TYPE_WORD = one_of(tuple(word for kind in document_types() for word in kind.words))
