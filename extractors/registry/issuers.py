"""Whose document it is: levels of bodies, provinces before and after their mergers, organs under their older names.

``/TU`` and ``/UBND`` are the codes of every province; what tells them apart are the words of the issuer and the place.
All of it is data: ``generic-words.csv``, ``organs.csv`` and ``provinces.csv`` of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from legalkg.extractors.registry.abbreviations import abbreviations
from legalkg.extractors.registry.bodies import organs, provinces, shared_words
from legalkg.extractors.text import fold

_REMEMBERED = 65_536
_LEVELS = ("xa", "huyen", "tinh")
"""From the lowest: a body that names several is of the lowest, 'UBND xã X, huyện Y, tỉnh Z' of the commune."""

_NAMES_A_PROVINCE = re.compile(r"(?:tỉnh ủy|thành ủy|tỉnh(?! ủy)|thành phố|tp\.?)\s+\w")
_OF_A_PROVINCE = re.compile(r"\b(?:tỉnh|thành ủy|thành phố|sở)(?!\w)")
_OF_A_CITY = re.compile(r"\b(?:thành ủy|thành phố|tp)(?!\w)")
_OF_NO_CITY = re.compile(r"\btỉnh(?!\w)")
_TERM = re.compile(r",?\s*\(?(?:khóa|nhiệm kỳ)\s.*$")


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city under the centre, of today or of before; names are folded, but the written one."""

    name: str
    written: str
    is_city: bool
    until: str | None
    heirs: tuple[str, ...]


# --- the words that tell a body ---


@lru_cache(_REMEMBERED)
def scope_of(issuer: str | None, place: str | None = None) -> str:
    """Return whose document it is where the organ code is anybody's: 'hồ chí minh', 'sở giáo dục và đào tạo'.

    Args:
        issuer: As printed; words that every such body shares are dropped.
        place: Where it was issued, taken unless the issuer itself names its province.
    """
    words = own_words(issuer or "")
    if issuer and _NAMES_A_PROVINCE.search(fold(issuer)):
        return words
    where = own_words(place or "")
    return words if set(where.split()) <= set(words.split()) else f"{words} {where}".strip()


@lru_cache(_REMEMBERED)
def own_words(text: str) -> str:
    """Return the words of an issuer or place that are not every such body's, provinces by their usual name."""
    plain = " ".join(re.findall(r"\w+", _generic_words().sub(" ", fold(text))))
    return _province_names().sub(lambda found: _provinces_by_spelling()[found.group()].name, plain)


@lru_cache(_REMEMBERED)
def level_of(issuer: str | None) -> str | None:
    """Return the level that an issuer's words name: 'tinh', 'huyen', 'xa'; None where they name none, as 'Thành ủy'."""
    named = {_levels()[word] for word in _generic_words().findall(fold(issuer or "")) if word in _levels()}
    return next((level for level in _LEVELS if level in named), None)


def same_level(one: str | None, other: str | None) -> bool:
    """Return whether two issuers may be of one level."""
    return None in (level_of(one), level_of(other)) or level_of(one) == level_of(other)


def same_scope(one: str, other: str) -> bool:
    """Return whether two scopes may be the same body: one says no more than the other."""
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


def went_into(older: str, newer: str, day: str | None) -> bool:
    """Return whether a scope is another's before a merger of provinces: on ``day`` 'bình dương' is of 'hồ chí minh'.

    Args:
        older: Scope of the document.
        newer: Scope under which it is cited.
        day: When it is cited; None if unknown.
    """
    before, now = province_in(older), province_in(newer)
    if not before or not now or before == now or now.name not in _heirs_of(before.name, day):
        return False
    return same_scope(older.replace(before.name, now.name), newer)


# --- provinces ---


@lru_cache(_REMEMBERED)
def province_in(words: str) -> Province | None:
    """Return the first province that folded words name."""
    found = _province_names().search(words)
    return _provinces_by_spelling()[found.group()] if found else None


def province_of(issuer: str | None, place: str | None) -> str | None:
    """Return the province from which a body speaks.

    The place of a central organ says nothing, that of a district or commune is no province.
    """
    words = fold(issuer or "")
    named = list(_NAMES_A_PROVINCE.finditer(words))
    if named:
        return own_words(words[named[-1].end() - 1 :]) or None
    return own_words(place) or None if place and _OF_A_PROVINCE.search(words) else None


def named_province(issuer: str | None) -> str | None:
    """Return the province that a body names, by its usual name in normal case: 'Khánh Hòa' of 'UBND tỉnh Khánh Hòa'."""
    known = province_in(province_of(issuer, None) or "")
    return known.written if known else None


def may_be_of(issuer: str | None, province: str) -> bool:
    """Return whether an issuer's words fit a province: a city has no 'Tỉnh ủy', and a tỉnh no 'Thành ủy' of its own."""
    words, known = fold(issuer or ""), province_in(province)
    if known is None:
        return True
    return not (_OF_NO_CITY if known.is_city else _OF_A_CITY).search(words)


def _heirs_of(name: str, day: str | None) -> Iterator[str]:
    """Return the provinces into which one went, by a day, one after another."""
    province = _provinces_by_spelling()[name]
    if province.until and (not day or province.until < day):
        for heir in province.heirs:
            yield heir
            yield from _heirs_of(heir, day)


@cache
def _provinces_by_spelling() -> Mapping[str, Province]:
    found: dict[str, Province] = {}
    for row in provinces():
        heirs = tuple(_plain(name) for name in row.heirs)
        province = Province(_plain(row.name), row.name, row.is_city, row.until or None, heirs)
        for spelling in (row.name, *row.aliases):
            found.setdefault(_plain(spelling), province)
    return found


@cache
def _province_names() -> re.Pattern[str]:
    return _any_of(_provinces_by_spelling())


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", _generic_words().sub(" ", fold(name))))


# --- organs under older names ---


def same_organ(one: str | None, other: str | None) -> bool:
    """Return whether two issuers, as printed, may be one body, under an older name or before a merger too.

    'Bộ Kế hoạch và Đầu tư' went into 'Bộ Tài chính' in 2025; 'Thành ủy' and 'Thành ủy Thành phố Hồ Chí Minh' agree.
    """
    a, b = (_TERM.sub("", fold(issuer or "")) for issuer in (one, other))
    if not a or not b or a == b:
        return True
    codes, others = _codes_of(a), _codes_of(b)
    if codes and others:
        return bool(codes & others)
    here, there = own_words(a), own_words(b)
    return same_level(a, b) and (
        same_scope(here, there) or went_into(here, there, None) or went_into(there, here, None)
    )


def organ_key(issuer: str | None, province: str | None = None) -> str:
    """Return what spellings of one organ share, for documents that nothing but their organ tells apart.

    Args:
        issuer: As printed.
        province: Of the citing document, for a body of a province that does not say which: 'UBND tỉnh'.

    Returns:
        The key: 'byt' of Bộ Y tế, 'ủy ban nhân dân tỉnh sơn la' of UBND tỉnh Sơn La; empty where the words may mean
        several bodies ('Đảng ủy', 'Sở Y tế' of nobody knows where).
    """
    name = _TERM.sub("", fold(issuer or ""))
    if codes := _organs().get(name):
        return " ".join(sorted(codes)).lower()
    words = " ".join(re.findall(r"\w+", _written_out(name)))
    if leaves_province_out(name) and province:
        return f"{words} {province}"
    return words if _NAMES_A_PROVINCE.search(name) else ""


def leaves_province_out(issuer: str | None) -> bool:
    """Return whether an issuer is a body of a province, and does not say of which: 'UBND tỉnh', 'Sở Y tế'."""
    words = fold(issuer or "")
    return bool(_OF_A_PROVINCE.search(words)) and not _NAMES_A_PROVINCE.search(words)


def _written_out(words: str) -> str:
    for short, long in _short_forms():
        words = re.sub(rf"\b{short}\b", long, words)
    return words


@cache
def _short_forms() -> tuple[tuple[str, str], ...]:
    return tuple((fold(row.short), fold(row.long)) for row in abbreviations())


def _codes_of(name: str) -> frozenset[str]:
    """Return the codes of an organ and of all into which it went."""
    return frozenset(code for own in _organs().get(name, ()) for code in (own, *_successors(own)))


def _successors(code: str) -> Iterator[str]:
    if following := _mergers().get(code):
        yield following
        yield from _successors(following)


@cache
def _organs() -> Mapping[str, frozenset[str]]:
    """Return the codes of the central organs by name and by code, folded; those of many bodies are told by words."""
    found: dict[str, frozenset[str]] = {}
    for organ in organs():
        if organ.level == "trung_uong":
            for name in (organ.name, organ.code):
                found[fold(name)] = found.get(fold(name), frozenset()) | {organ.code}
    return found


@cache
def _mergers() -> Mapping[str, str]:
    return {organ.code: organ.merged_into for organ in organs() if organ.merged_into}


# --- words that many bodies share ---


@cache
def _generic_words() -> re.Pattern[str]:
    return _any_of(fold(shared.words) for shared in shared_words())


@cache
def _levels() -> Mapping[str, str]:
    return {fold(shared.words): shared.level for shared in shared_words() if shared.level}


def _any_of(words: Iterator[str] | Mapping[str, object]) -> re.Pattern[str]:
    """Make a pattern of whole words, the longest first; the 'xã' of 'xã hội' is no commune."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?!xã hội(?!\w))(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
