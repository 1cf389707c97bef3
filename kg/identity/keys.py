"""Who a document is: from what is known of it to one IRI and the keys under which others may cite it.

A Party number is not unique (numbering restarts in each term), ``/TU`` and ``/UBND`` are everybody's codes, and a
citation says only a part. So the IRI takes the issuer's place where the organ code is anybody's, the date where the
number alone is not unique, and nothing else; what stays unknown makes a partial identity, linked later to a fuller
one and never renamed. Source of the numbering rules: Quy định 66-QĐ/TW (2017), Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache, lru_cache

from legalkg.extractors.partial_dates import is_day
from legalkg.extractors.registry.bodies import shared_codes
from legalkg.extractors.registry.congresses import congress_key
from legalkg.extractors.registry.issuers import level_of, organ_key, own_words, province_of, scope_of
from legalkg.extractors.registry.numbers import number_key, type_of_number
from legalkg.extractors.registry.types import document_types, types_that
from legalkg.extractors.text import fold, slug, strip_marks
from legalkg.kg.identity.terms import term_named

BASE = "https://w3id.org/legalkg/id/"
_LONGEST_SLUG = 90
_REMEMBERED = 65_536

# --- numbers ---
_UNIQUE_TERM = re.compile(r"(?:QH|UBTVQH|HDNN)\d+")  # numbers of the National Assembly name its term
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN_NUMBER = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")

# --- names ---
_NO_NAME = "ten:"
_ENDS_ANYWHERE = re.compile(r"(?:thành phố|tỉnh|huyện|quận|thị xã|xã|phường|[tỉhnàyuậ]*\s?ủy|đảng bộ|địa phương)$")
_NAME_YEAR = re.compile(r"(?<!đến)(?<!năm)(?<!-),?\s+(?:năm\s+)?\(?((?:19|20)\d\d)\)?$")  # not 'đến năm 2030'
_NAME_FILLERS = re.compile(
    r"\b(?:đại biểu toàn quốc|lần thứ|nước cộng hòa xã hội chủ nghĩa việt nam)(?!\w)|"
    r"\s(?:của đảng cộng sản việt nam|của đảng ta|của đảng|(?<!\bở )(?<!\btại )(?<!- )việt nam)$"
)
_OF_THE_CENTRE = re.compile(r"\b(?:trung ương|quốc hội|chính phủ|của đảng$|của đảng cộng sản)")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a document; dates are YYYY-MM-DD, YYYY-MM or YYYY."""

    type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    name: str | None = None
    title: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class CitingContext:
    """The citing document, for what its citations leave out.

    Attributes:
        id: Its slug id.
        date: Its date.
        province: The province it speaks from.
        level: The level of its issuer, where the issuer's words name one.
        scope: Whose it is.
    """

    id: str
    date: str | None = None
    province: str | None = None
    level: str | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """The name of a document in the graph.

    Attributes:
        iri: The IRI.
        id: Its last part, ASCII, fit for a URL.
        keys: Under which it may be cited: ``so:57-KL-TW``, ``ten:luật đất đai``; empty if too little is known.
    """

    iri: str
    id: str
    keys: tuple[str, ...] = ()


def identify(facts: DocumentFacts, *, local: str, context: CitingContext | None = None) -> Identity:
    """Mint the identity of a document.

    Args:
        facts: What is known of it.
        local: Id for a document of which too little is known, unique to where it was met.
        context: The citing document, if the facts come from a citation.
    """
    number = number_key(facts.number, facts.issuer) if facts.number else ""
    plain = "" if number else _plainly_numbered(facts)
    name = known_name(facts)
    if number:
        own = _numbered(facts, context)
    elif plain:
        own = number = plain
    elif name:
        own = _named(replace(facts, name=name), context)
    elif context is None and facts.type and facts.title:
        own = _join(facts.type, facts.title, facts.date)
    else:
        own = _slug(local)
    keys = [f"so:{number}"] if number else []
    if name:
        keys.append(name_key(name))
    return Identity(BASE + own, own, tuple(keys))


def number_keys_in(iri: str) -> tuple[str, ...]:
    """Return what may be the key of the number in an IRI: behind the type, or first where no type is known."""
    return tuple(part.upper() for part in iri.removeprefix(BASE).split("_")[:2] if _DIGIT.search(part))


def citing_context_of(facts: DocumentFacts, own_id: str, province: str | None = None) -> CitingContext:
    """Return the context that a document gives for what it cites.

    Args:
        facts: What it says of itself.
        own_id: Its slug id.
        province: That of the body above its issuer: a commune's committee belongs to one, though it is none itself.
    """
    issuer = facts.issuer
    speaks_from = own_words(province or "") or province_of(issuer, facts.place)
    return CitingContext(own_id, facts.date, speaks_from, level_of(issuer), scope_of(issuer, facts.place))


# --- numbers ---


def is_unique_number(number: str) -> bool:
    """Return whether issuer and number alone name one document: the year or the Assembly's term is in the number."""
    tokens = number_key(number).split("-")
    return any(_UNIQUE_TERM.fullmatch(t) for t in tokens) or (len(tokens) > 2 and bool(_YEAR.fullmatch(tokens[1])))


def is_local_number(number: str) -> bool:
    """Return whether the organ code is one that every province, district or party committee uses."""
    return next(_generic_codes(number), None) is not None


def level_of_number(number: str) -> str | None:
    """Return the level of the bodies that share an organ code: 'tinh' of TU; None where all levels use it, as UBND."""
    return next(_generic_codes(number), None) or None


def _generic_codes(number: str) -> Iterator[str]:
    """Return the level of each shared organ code in a number, empty where all use it."""
    organs = [t for t in number_key(number).split("-") if t.isalpha() and t not in _type_codes()]
    return (level for organ in organs for pattern, level in _generic_organs() if fnmatchcase(organ, pattern))


def sure_type(number: str) -> str | None:
    """Return the type that a number leaves no doubt of; QĐ is a Quyết định or, of the Party, a Quy định."""
    kind = type_of_number(number)
    return None if kind == "Quyết định" and "QD" in number_key(number).split("-") else kind


@cache
def _type_codes() -> frozenset[str]:
    return frozenset(strip_marks(code).upper() for kind in document_types() for code in kind.codes)


@cache
def _generic_organs() -> tuple[tuple[str, str], ...]:
    return tuple((strip_marks(shared.pattern).upper(), shared.level) for shared in shared_codes())


# --- names ---

_NAMED_TYPES = types_that(lambda kind: kind.is_named)


@lru_cache(_REMEMBERED)
def name_key(name: str) -> str:
    """Return the form of a name that its spellings share, without the year: 'ten:nghị quyết đại hội xiii'."""
    plain = congress_key(name) or _NAME_FILLERS.sub(" ", _NAME_YEAR.sub("", fold(name)))
    return _NO_NAME + " ".join(re.findall(r"\w+", plain))


def name_date(facts: DocumentFacts) -> str | None:
    """Return the date of a document known by a name: its own or the year at the end of the name."""
    year = _NAME_YEAR.search(fold(facts.name or ""))
    return facts.date or (year.group(1) if year else None)


def known_name(facts: DocumentFacts) -> str | None:
    """Return the name by which others cite a document: its own, or type and title of a law, code, ordinance."""
    if facts.name and name_key(facts.name) != _NO_NAME:
        return facts.name
    if facts.type in _NAMED_TYPES and facts.title:
        return facts.title if fold(facts.title).startswith(fold(facts.type or "")) else f"{facts.type} {facts.title}"
    return None


# --- slugs ---


def _numbered(facts: DocumentFacts, context: CitingContext | None) -> str:
    number = facts.number or ""
    date = None if is_unique_number(number) else facts.date
    scope = ""
    if is_local_number(number):
        scope = scope_of(facts.issuer, facts.place)
        if not scope and context and not is_day(date):
            scope = f"theo {context.id}"  # nobody knows whose: it stays with the document that cites it
    kind = facts.type or sure_type(number)
    return _join(kind, number_key(number, facts.issuer), date or _term_slug(facts), scope)


def _plainly_numbered(facts: DocumentFacts) -> str:
    """Return what tells apart a document whose number has no codes: type, number, day and organ, or else nothing.

    'Công điện số 1409 ngày 15/9/2021 của Bộ Y tế': every organ has a 1409, but one of a type on a day.
    """
    organ = organ_key(facts.issuer, facts.place)
    is_plain = bool(_PLAIN_NUMBER.fullmatch(facts.number or ""))
    if not (is_plain and facts.type and is_day(facts.date) and organ):
        return ""
    return _join(facts.type, str(int(facts.number or "")), facts.date, organ)


def _term_slug(facts: DocumentFacts) -> str | None:
    term = None if is_unique_number(facts.number or "") else term_named(facts.issuer, facts.name)
    return term.slug if term else None


def _named(facts: DocumentFacts, context: CitingContext | None) -> str:
    name = name_key(facts.name or "").removeprefix(_NO_NAME)
    return _join(name, name_date(facts), _name_scope(facts, context))


def _name_scope(facts: DocumentFacts, context: CitingContext | None) -> str | None:
    name, issuer = fold(facts.name or ""), fold(facts.issuer or "")
    anywhere = _ENDS_ANYWHERE.search(name) or _ENDS_ANYWHERE.search(issuer)
    if context is None or facts.type in _NAMED_TYPES or ((issuer or _OF_THE_CENTRE.search(name)) and not anywhere):
        return None
    return context.province or f"theo {context.id}"


def _join(*parts: str | None) -> str:
    return "_".join(made for made in (_slug(part) for part in parts if part) if made)


@lru_cache(_REMEMBERED)
def _slug(text: str) -> str:
    """Make ASCII of a text; a long one is cut and told apart by a hash of the whole."""
    made = slug(text)
    if made and len(made) <= _LONGEST_SLUG:
        return made
    tail = hashlib.sha256(fold(text).encode()).hexdigest()[:8]
    return f"{made[:_LONGEST_SLUG].rstrip('-')}-{tail}".strip("-")


def with_type(facts: DocumentFacts) -> DocumentFacts:
    """Fill in the type that the number tells where no word does."""
    if facts.type or not facts.number:
        return facts
    return replace(facts, type=sure_type(facts.number))
