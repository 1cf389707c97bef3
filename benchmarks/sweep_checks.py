"""Checks that need no annotation: what in an extraction is likely to be wrong by its form alone.

Each function takes a text and what was extracted from it and gives findings; a finding is a suspicion, no proof. Their
counts are kept, so that a change of the grammar shows where more is missed or misread than before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from legalkg.extractors.citations.terminals import CAPITALS
from legalkg.extractors.model import THIS, CitedDocument, Extraction, Mention
from legalkg.extractors.partial_dates import agree, not_after
from legalkg.extractors.quotations import quotations
from legalkg.extractors.registry.bodies import organs
from legalkg.extractors.registry.issuers import own_words
from legalkg.extractors.registry.numbers import number_key, year_of_number
from legalkg.extractors.registry.types import document_types, words_of
from legalkg.extractors.registry.words import numbered_things
from legalkg.extractors.text import fold

NUMBER, LOOK_ALIKE, ISSUER = "numbers under no citation", "type words with a name or number", "unlikely issuers"
NEAR, YOUNGER = "numbers one letter from a frequent one", "targets younger than their source"
DATE, SELF = "dates against the register", "itself inside quotation marks"
CHECKS = (NUMBER, LOOK_ALIKE, ISSUER, NEAR, YOUNGER, DATE, SELF)
"""All checks, in the order in which they are printed."""

Register = Mapping[tuple[str, str], frozenset[str]]
"""Days by type and key of the number."""

_NUMBER_LIKE = re.compile(
    r"(?<![\w/.,-])\d{1,5}[a-zđ]?(?:[ ]?/[ ]?(?:19|20)\d\d)?[ ]?[/-][ ]?[A-ZĐ]{2,}\w*(?:[-/][A-ZĐ]\w*)*(?![\w/])"
)
_PLAIN_NUMBER = r"[ ]+số:?[ ]+\d{1,5}(?![\w.,/-]*\d)"
_VERB = re.compile(
    r"(?<!\w)(?:ban hành|quy định|sửa đổi|bổ sung|thực hiện|thi hành|thông qua|phê duyệt|yêu cầu|đề nghị|được|đã|"
    r"theo|là|về|căn cứ)(?!\w)"
)
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"(?:quận|phường|khu vực|quân khu|vùng|khóa|đội|chi nhánh|lần thứ|tập đoàn|tổ|số|công ty)\s\d+")
_WORDS, _UNEXPLAINED = 6, 8
_REACH = 40
_FREQUENT, _RARE_CODE = 5, 3
_NUMBER_AND_CODES = re.compile(r"(\d+[A-Z]?(?:-(?:19|20)\d\d)?)-([A-Z].*)")


class Finding(NamedTuple):
    """Something to look at: which check, where in the text, the words."""

    check: str
    offset: int
    words: str


class Cited(NamedTuple):
    """A number that a text cites, and where first."""

    key: str
    offset: int
    words: str


def findings(text: str, extraction: Extraction, register: Register) -> Iterator[Finding]:
    """Return what every check of one document finds; that of near numbers needs all (:func:`near_numbers`)."""
    yield from uncited(text, extraction)
    yield from unlikely_issuers(extraction)
    yield from younger_targets(extraction)
    yield from dates_against(register, extraction)
    yield from quoted_selves(text, extraction)


def uncited(text: str, extraction: Extraction) -> Iterator[Finding]:
    """Return what looks like a number, or like a type with a name or number, and lies under no citation."""
    spans = [(mention.start, mention.end) for mention in extraction.mentions]
    spans += [(span.start, span.end) for span in extraction.header.spans.values()]
    covered = Covered(spans)
    for check, shape in ((NUMBER, _NUMBER_LIKE), (LOOK_ALIKE, _look_alike())):
        for found in shape.finditer(text):
            if not covered.touches(*found.span()) and not _is_other_thing(text, found.start()):
                yield Finding(check, found.start(), found.group())


def _is_other_thing(text: str, start: int) -> bool:
    """Return whether the words before say that a number is of something else: 'theo mẫu số'."""
    return _other_thing().search(text, max(0, start - _REACH), start) is not None


class Covered:
    """Stretches of a text, put together where they overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take pairs of offsets in any order."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Return whether one of them has a character in common with another stretch."""
        before = bisect_right(self._starts, end - 1)
        return before > 0 and self._ends[before - 1] > start


def unlikely_issuers(extraction: Extraction) -> Iterator[Finding]:
    """Return each issuer once that is hardly the name of a body."""
    seen = set()
    for issuer, offset in _issuers(extraction):
        if issuer not in seen and is_unlikely(issuer):
            seen.add(issuer)
            yield Finding(ISSUER, offset, issuer)


def is_unlikely(issuer: str) -> bool:
    """Return whether a name holds a verb, a digit that counts no unit, a type of document, or too many words."""
    words, rest = fold(issuer), _organ().sub(" ", issuer)
    if _VERB.search(words) or _DIGIT.search(_COUNTED.sub("", words)) or _type_word().search(rest):
        return True
    return len(words.split()) > _WORDS and len(own_words(rest).split()) > _UNEXPLAINED


def younger_targets(extraction: Extraction) -> Iterator[Finding]:
    """Return the relations whose target is, by their dates, younger than what acts on it."""
    days = {document.id: day_of(document.date, document.number) for document in extraction.documents}
    days[THIS] = day_of(extraction.header.date, extraction.header.number)
    for relation in extraction.relations:
        source, target = days.get(relation.source), days.get(relation.target)
        if not not_after(target, source):
            words = f"{source} {relation.relation} {target}: {relation.evidence[0].text}"
            yield Finding(YOUNGER, relation.evidence[0].start, words)


def day_of(date: str | None, number: str | None) -> str | None:
    """Return the date of a document as far as known: where none is given, the year in its number."""
    return date or year_of_number(number)


def dates_against(register: Register, extraction: Extraction) -> Iterator[Finding]:
    """Return the cited documents that are in the register, by type and number, under other days only."""
    places = _first_places(extraction.mentions)
    for document in extraction.documents:
        key = number_key(document.number or "")
        days = register.get((document.type or "", key), frozenset()) if key else frozenset()
        if days and document.date and not any(agree(document.date, day) for day in days):
            words = f"{document.type} {document.number} {document.date}, not {' or '.join(sorted(days))}"
            yield Finding(DATE, places[document.id].start if document.id in places else 0, words)


def quoted_selves(text: str, extraction: Extraction) -> Iterator[Finding]:
    """Return the citations of the document itself inside quotation marks: new text speaks of another one."""
    selves = [mention for mention in extraction.mentions if mention.kind == "self"]
    quoted = Covered(quotations(text, 0, len(text))) if selves else Covered(())
    for mention in selves:
        if quoted.touches(mention.start, mention.end):
            yield Finding(SELF, mention.start, mention.text)


def cited_numbers(extraction: Extraction) -> Iterator[Cited]:
    """Return every number that a text cites, once, with the words of the first place."""
    places = _first_places(extraction.mentions)
    for document in extraction.documents:
        key = number_key(document.number or "")
        if key and document.id in places:
            yield Cited(key, places[document.id].start, places[document.id].text)


def near_numbers(cited: Counter[str]) -> dict[str, str]:
    """Return the numbers cited once whose codes are one letter off those of a frequent number, with that one.

    Numeral and year are the same, for 12 and 13 are two documents; and no other number has those codes, for BTC and
    BTP are two ministries.

    Args:
        cited: How many texts cite each key of a number.
    """
    split = {key: found.groups() for key in cited if (found := _NUMBER_AND_CODES.fullmatch(key))}
    bearers = Counter(codes for _, codes in split.values())
    frequent: dict[str, list[str]] = defaultdict(list)
    for key, (numeral, _) in split.items():
        if cited[key] >= _FREQUENT:
            frequent[numeral].append(key)
    return {
        key: near
        for key, (numeral, codes) in split.items()
        if cited[key] == 1 and bearers[codes] < _RARE_CODE
        for near in [next((other for other in frequent[numeral] if one_off(codes, split[other][1])), None)]
        if near
    }


def one_off(one: str, other: str) -> bool:
    """Return whether one letter is another, is missing or is too many."""
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at + (len(one) == len(other)) :] == other[at + 1 :]


def _issuers(extraction: Extraction) -> Iterator[tuple[str, int]]:
    header = extraction.header
    if header.issuer:
        yield header.issuer, header.spans["issuer"].start if "issuer" in header.spans else 0
    places = _first_places(extraction.mentions)
    documents: Iterable[CitedDocument] = extraction.documents
    yield from ((d.issuer, places[d.id].start if d.id in places else 0) for d in documents if d.issuer)


def _first_places(mentions: Iterable[Mention]) -> dict[str, Mention]:
    places: dict[str, Mention] = {}
    for mention in mentions:
        places.setdefault(mention.document, mention)
    return places


@cache
def _look_alike() -> re.Pattern[str]:
    """'Luật Đất' and 'Quyết định số 15': a type known by names with a capital, any type with a plain number."""
    named = _any_of(words_of(lambda kind: kind.is_named))
    return re.compile(rf"(?<!\w)(?:{named}[ ]+[{CAPITALS}][\w]+(?:[ ][\w]+){{0,4}}|{_types()}{_PLAIN_NUMBER})")


@cache
def _type_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_types()}(?!\w)(?!\s+(?:[Ss]ư|[Gg]ia)(?!\w))")


@cache
def _organ() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_of(organ.name for organ in organs())}(?!\w)", re.IGNORECASE)


@cache
def _other_thing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_of(numbered_things())}\s+(?:số:?\s*)?$", re.IGNORECASE)


@cache
def _types() -> str:
    return _any_of(kind.name for kind in document_types())


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=len, reverse=True))) + ")"
