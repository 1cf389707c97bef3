"""What the number of a document says by its form alone, and which spellings are one number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from legalkg.extractors.registry.bodies import organs, side_of_organ
from legalkg.extractors.registry.types import document_types, type_by_bare_code, type_by_code
from legalkg.extractors.text import fold, strip_marks

_REMEMBERED = 65_536
_WITH_YEAR = re.compile(r"\d+[a-zđ]?(?:\.\d+)?/((?:1[89]|20)\d{2})(?=[/-])")
_SEPARATORS = re.compile(r"[^A-Z0-9]+")
_ORDINANCE = re.compile(r"PL-(?=UBTVQH)")
_GLUED = re.compile(r"^(ND|NQ|QD|CT)(CP|TTG|TW|UBND)$")  # NĐCP, QĐTTg
_TW_OR_TU = re.compile(r"TƯ(?!\w)", re.IGNORECASE)
_PARTY_ORGAN = re.compile(r"(?:TW|TU|TƯ|HU|ĐU|QU)$")
_CODE_ENDS = re.compile(r"[/–_-]")
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


def codes_of(number: str) -> list[str]:
    """Return the codes of a number: '78/2025/NĐ-CP' -> ['NĐ', 'CP']."""
    return [part for part in _CODE_ENDS.split(number)[1:] if part and not part[0].isdigit()]


def type_of_number(number: str) -> str | None:
    """Return the type that the codes say: 'NĐ' Nghị định; 'QH14' alone Luật; None where they say nothing sure."""
    codes = codes_of(number)
    if not codes:
        return None
    is_known = side_of_organ(codes[-1]) is not None
    for code in codes[:1] if len(codes) == 1 else codes[:-1]:
        if kind := type_by_code(code) or (type_by_bare_code(code) if is_known else None):
            # TT is a Thông tri of the Party and the Front, a Thông tư of the State.
            return "Thông tri" if kind == "Thông tư" and side_of_code(codes[-1]) in ("dang", "mat_tran") else kind
    return None


def side_of_code(organ: str) -> str:
    """Return the side of an organ's code: as the register has it, else by the ending that Party codes share."""
    return side_of_organ(organ) or ("dang" if _PARTY_ORGAN.search(organ) else "nha_nuoc")


def with_marks(code: str) -> str:
    """Return a code of a number with the marks that it has lost, where only one known code is written so without them.

    'ND' -> 'NĐ', 'QD' -> 'QĐ', 'HDND' -> 'HĐND'. A code that is itself one without marks stays: 'CT', 'HD'.
    """
    return _marked().get(code, code)


@cache
def _marked() -> Mapping[str, str]:
    known = {code for kind in document_types() for code in kind.codes} | {organ.code for organ in organs()}
    found: dict[str, set[str]] = {}
    for code in known:
        found.setdefault(_bare(code), set()).add(code)
    return {bare: next(iter(codes)) for bare, codes in found.items() if len(codes) == 1 and bare not in known}


def _bare(code: str) -> str:
    """Return a code without marks in its own case."""
    return code.translate(str.maketrans("ĐđƯưƠơÂâÊêÔôĂă", "DdUuOoAaEeOoAa"))
