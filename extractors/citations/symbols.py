"""Numbers of documents (số, ký hiệu): finding them, and repairing misprints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from legalkg.extractors.citations.terminals import GLUED_CODES, STANDARD, SYMBOL, YEAR, one_of, pattern, whole_words
from legalkg.extractors.registry.bodies import organs
from legalkg.extractors.registry.numbers import codes_of, side_of_code, type_of_number, with_marks

# Not inside a longer number or word: "1.014464.H05", "csdl/QĐ".
_FIND = pattern(SYMBOL)
_STANDARD = pattern(rf"{STANDARD}(?!\w)")

_SEPARATED = pattern(r"\s*([/-])\s*")
# 1719QĐ-TTg, 2609QĐ/UBND, 57NQ/TW: the other separator is missing
_GLUED_NUMERAL = pattern(rf"^(\d+[a-zđ]?(?:/{YEAR})?)({one_of(GLUED_CODES)})([/-])")
_MISSING_HYPHEN = pattern(r"^(\d+[a-zđ]?)\s+(?=[A-ZĐ])")
# Misprints that have one reading only: the hyphen between a type and a known organ left out, or the Party's slash.
_STATE_ORGANS = tuple(organ.code for organ in organs() if len(organ.code) > 2 and organ.side == "nha_nuoc")
_GLUED = pattern(rf"/(NĐ|QĐ|NQ|TT|TTLT|CT|KH|HD)({one_of(('CP', *_STATE_ORGANS))})$")
_PARTY_GLUED = pattern(r"^(\d+[a-zđ]?)-(NQ|KL|CT|QĐ|QĐi|CTr|KH|HD|TB|BC|CV|ĐA)(TW|TU|ĐU|HU|QU)$")
# The organ code decides the side, not the punctuation: real texts swap it both ways (18/NQ-TW, 98-NQ/CP). The Front's
# MTTW ends like the Party's codes; the register knows its side.
_SWAPPED = pattern(r"^(\d+[a-z]?)[/-]([A-ZĐ][A-Za-zĐđ]*)[/-](([A-ZĐƯ]+)(?:-[A-ZĐ]+)*)$")
_STATE_SWAPPED = pattern(r"^(\d+[a-z]?)-(NQ|QĐ|CT)[/-](CP|TTg|UBND|HĐND)$")
# "136/2018/nđ-cp": with the year in it the capitals are sure.
_SMALL_LETTERS = pattern(rf"^(\d+[a-z]?/{YEAR}/)([a-zđ]+-[a-zđ]+)$")

_CODE = re.compile(r"(?<=[/-])[A-Z][A-Za-z&]*(?!\w)")
_REMEMBERED = 4096

# Codes that make a bare number a document: a type code, or the National Assembly.
_ASSEMBLY = pattern(r"^(?:QH|UBTVQH)\d{0,2}$")
# "01/TB", "09B/PL-TNCN" (PL is Phụ lục but for ordinances, whose numbers name the Assembly)
_FORM_SHAPED = pattern(r"^\d{1,3}[a-z]?[/-](?!(?:19|20)\d\d)[A-ZĐ]{1,3}$|^\d+[A-ZĐ]|[/-]PL[/-](?!UBTVQH|HĐNN)")
_LEGAL = pattern(rf"^\d+[a-z]?/{YEAR}/")


# Organs that never bear a numeral: what is glued to them is the mark of a footnote ("10-CT/TW1").
_FOOTNOTE = pattern(r"(?<=[/-](?:TW|TU|CP))\d{1,2}$|(?<=[/-]TTg)\d{1,2}$")


def find_symbols(text: str) -> Iterator[tuple[int, int]]:
    """Find every stretch that has the shape of a document number, standards not included; gives its offsets."""
    for match in _FIND.finditer(text):
        if _may_start(text, match.start()):
            footnote = _FOOTNOTE.search(text, match.start(), match.end())
            yield match.start(), footnote.start() if footnote else match.end()


def _may_start(text: str, start: int) -> bool:
    """A number starts no word and goes on from no other number; only 'số' may be glued to it ('số31-QĐ/TW')."""
    before = text[start - 1] if start else " "
    return not (before.isalnum() or before in "_./-") or text[max(0, start - 2) : start].lower() == "số"


def find_standards(text: str) -> Iterator[re.Match[str]]:
    """Find numbers of standards: 'TCVN 9386:2012', 'QCVN 06:2022/BXD'."""
    return whole_words(_STANDARD, text)


@lru_cache(_REMEMBERED)
def normal_number(printed: str) -> str:
    """Return a number as it should be printed: blanks out, plain misprints repaired.

    '3804/TTr- SVHTT' -> '3804/TTr-SVHTT', '79/2025/NĐCP' -> '79/2025/NĐ-CP', '84 QĐ/TWĐTN' -> '84-QĐ/TWĐTN',
    '18/NQ-TW' -> '18-NQ/TW', '98-NQ/CP' -> '98/NQ-CP', '136/2018/nđ-cp' -> '136/2018/NĐ-CP', '15/2020/ND-CP' ->
    '15/2020/NĐ-CP'.
    """
    number = _SEPARATED.sub(r"\1", printed.strip())
    number = _GLUED_NUMERAL.sub(lambda m: f"{m[1]}{'/' if m[3] == '-' else '-'}{m[2]}{m[3]}", number)
    number = _MISSING_HYPHEN.sub(r"\1-", number)
    number = _GLUED.sub(r"/\1-\2", "".join(number.split()))
    number = _PARTY_GLUED.sub(r"\1-\2/\3", number)
    swapped = _SWAPPED.match(number)
    if swapped and side_of_code(swapped.group(4)) == "dang":
        number = f"{swapped.group(1)}-{swapped.group(2)}/{swapped.group(3)}"
    number = _SMALL_LETTERS.sub(lambda m: m.group(1) + m.group(2).upper().replace("-TTG", "-TTg"), number)
    return _CODE.sub(lambda code: with_marks(code.group()), _STATE_SWAPPED.sub(r"\1/\2-\3", number))


def speaks_for_itself(number: str) -> bool:
    """Return whether a number without a type word is sure to be a document's: 10-NQ/TW, 78/2025/NĐ-CP, 45/2019/QH14.

    Codes of forms, plots and files ('01/ĐKKD', 'B01-DN') have the same shape; they say no type and name no year.
    """
    codes = codes_of(number)
    if _LEGAL.match(number):
        return any(_ASSEMBLY.match(code) for code in codes) or type_of_number(number) is not None
    return len(codes) >= 2 and type_of_number(number) is not None and not _FORM_SHAPED.search(number)
