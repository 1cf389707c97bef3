"""What the number of a document says by its form alone, and which spellings are one number."""

from __future__ import annotations

import re
from functools import lru_cache

from legalkg.extractors.text import fold, strip_marks

_REMEMBERED = 65_536
_WITH_YEAR = re.compile(r"\d+[a-zđ]?(?:\.\d+)?/((?:1[89]|20)\d{2})(?=[/-])")
_SEPARATORS = re.compile(r"[^A-Z0-9]+")
_ORDINANCE = re.compile(r"PL-(?=UBTVQH)")
_GLUED = re.compile(r"^(ND|NQ|QD|CT)(CP|TTG|TW|UBND)$")  # NĐCP, QĐTTg
_TW_OR_TU = re.compile(r"TƯ(?!\w)", re.IGNORECASE)
_SPELLINGS = {"QDI": "QD", "QYD": "QD"}  # QĐi and QyĐ in some years: the type in words tells Quy định apart


def year_of_number(number: str | None) -> str | None:
    """Return the year in a number, as those of legal documents have it: '2020' of 15/2020/NĐ-CP, None of 57-KL/TW."""
    found = _WITH_YEAR.match(number or "")
    return found.group(1) if found else None


@lru_cache(_REMEMBERED)
def number_key(number: str, issuer: str | None = None) -> str:
    """Return the form of a number that all its spellings share: '128/QĐ-TW' and '128 - QĐ/TW' are '128-QD-TW'.

    Args:
        number: As printed.
        issuer: Decides what 'TƯ' stands for: the Centre, unless a provincial committee issued it.

    Returns:
        The key; empty for a number without an organ, which names nothing.
    """
    centre = "TU" if issuer and re.search(r"tỉnh|thành", fold(issuer)) else "TW"
    plain = strip_marks(_TW_OR_TU.sub(centre, re.sub(r"\s+", "", number))).upper()
    # 08/2013/PL-UBTVQH13 and 08/2013/UBTVQH13 are one ordinance.
    plain = _ORDINANCE.sub("", plain)
    tokens = [_GLUED.sub(r"\1-\2", token) for token in _SEPARATORS.split(plain) if token]
    if not (re.search("[0-9]", "".join(tokens)) and re.search("[A-Z]{2}", "".join(tokens))):
        return ""  # without an organ it names nothing
    return "-".join(_SPELLINGS.get(t, t) for t in [re.sub("^0+(?=[0-9])", "", tokens[0]), *tokens[1:]])
