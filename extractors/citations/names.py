"""Laws cited by name: 'Luật Đất đai', 'Bộ luật Dân sự năm 2015', 'Luật Giáo dục số 43/2019/QH14'.

In State texts 29 % of all references have no number. Known names come from the register; a name that the register does
not hold is read up to the word or sign that cannot be part of a law's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalkg.extractors.citations import amending_laws
from legalkg.extractors.citations.amending_laws import amending_law
from legalkg.extractors.citations.dates import ATTACHED_DATE
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.law_names import (
    ANCHOR,
    LAW_WORD,
    NUMBER,
    UNKNOWN_NAME,
    YEAR_AFTER,
    attach,
    law,
    unknown_name,
)
from legalkg.extractors.citations.terminals import CAPITALS, pattern, whole_words
from legalkg.extractors.registry.known import known_names
from legalkg.extractors.rules import DECREE_30, JUDGED, REAL_TEXTS, Example, Rule
from legalkg.extractors.text import fold

# "Trường Đại học Luật Hà Nội", "ngành Luật Kinh tế": law as a subject, before it.
_SUBJECT_REACH = 12
_SUBJECT = pattern(
    r"(?:[Kk]ỷ|Đại học|ngành|[Kk]hoa|[Cc]ử nhân|[Tt]hạc sĩ|[Vv]ăn phòng|[Cc]ông ty|pháp|Tạp chí|Trường|Hội|Trung cấp|"
    r"bộ môn) $"
)
# "Bộ luật Hàng hải [Việt Nam] ngày …": the country behind a known name is part of it.
_COUNTRY = pattern(r" Việt Nam(?!\w)")
# "Luật Khoa học, Công nghệ và Đổi mới sáng tạo số 93/2025/QH15": up to its number a name may hold commas.
_UP_TO_NUMBER = pattern(
    rf" [{CAPITALS}k](?:(?!{LAW_WORD})[^.;:()“”\d]){{3,160}}?(?= số \d+[a-z]?/\d{{4}}/(?:QH|UBTVQH|PL))"
)
# "hướng dẫn thi hành một số điều của luật người khuyết tật", "theo khoản 2 Điều 5 (của) luật đất đai"
_ARTICLES = pattern(r"(?:(?:một số|các) điều của|(?<!\w)Điều \d+[a-zđ]?(?: của)?) $")
_ARTICLES_REACH = 24
_UPPER = pattern(rf"[{CAPITALS}]")


KNOWN_NAME = Rule(
    "citation/known-name",
    "The name of a law in the register of known documents, with a capital in it, or a number, year or date behind it.",
    confidence=0.96,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật Đất đai năm 2024."),
    counter_example=Example("Nghiên cứu ngành luật đất đai ở các nước."),
    source=REAL_TEXTS,
)
NAME_IN_SMALL = Rule(
    "citation/name-in-small-letters",
    "The name of a known law in small letters alone, in a text that cites the law with its capital, too, or behind "
    "words that speak of its articles: provisions are those of a law, not of a branch of law.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Luật Đất đai giao việc cho xã, và theo luật đất đai thì xã lập hồ sơ."),
    counter_example=Example("Theo luật đất đai thì xã lập hồ sơ."),
    source=REAL_TEXTS,
)
NAME_AND_NUMBER = Rule(
    "citation/name-and-number",
    "A law's name that the register does not hold, commas and all, up to the number that the Assembly gave it.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật Bảo tồn, phát huy Nghề gốm số 93/2031/QH18."),
    counter_example=Example("Hồ sơ lập theo Luật Bảo tồn, phát huy Nghề gốm."),
    source=DECREE_30,
)
RULES = (KNOWN_NAME, NAME_IN_SMALL, NAME_AND_NUMBER, UNKNOWN_NAME, *amending_laws.RULES)


def find_laws(text: str) -> Iterator[CitationDraft]:
    """Find laws, codes and ordinances cited by name; names inside amending laws' come as 'nested'.

    They come in reading order, those in small letters behind all others.
    """
    done = 0
    in_small: list[CitationDraft] = []
    named: set[str | None] = set()
    for anchor in whole_words(ANCHOR, text):
        if anchor.start() < done:
            continue
        for found in _read_law(text, anchor):
            done = max(done, found.end)
            if found.rule is NAME_IN_SMALL and not _has_articles(text, found.start):
                in_small.append(found)
            else:
                # A heading in capitals shows no capital of the name.
                if found.rule is not NAME_IN_SMALL and not (found.name or "").isupper():
                    named.add(found.key)
                yield found
    yield from (found for found in in_small if found.key in named)


def _read_law(text: str, anchor: re.Match[str]) -> list[CitationDraft]:
    start = anchor.start()
    if _SUBJECT.search(text, max(0, start - _SUBJECT_REACH), start):
        return []
    if amending := amending_law(text, anchor):
        return amending
    known = known_names().match(text, start)
    if known:
        country = _COUNTRY.match(text, known[0])
        end = country.end() if country else known[0]
        is_name = _reads_as_name(text, start, anchor.end(), known[0])
        found = law(text, KNOWN_NAME if is_name else NAME_IN_SMALL, start, end, known[1])
        found.key = fold(known[1])
        if not is_name or _lost_blanks(found.name or "", found.key):
            found.name = known[1]
    elif numbered := _UP_TO_NUMBER.match(text, anchor.end()):
        found = law(text, NAME_AND_NUMBER, start, numbered.end(), anchor.group())
    elif unknown := unknown_name(text, anchor):
        found = unknown
    else:
        return []
    attach(text, found)
    return [found]


def _has_articles(text: str, start: int) -> bool:
    """Return whether the words before a name speak of articles: 'thi hành một số điều của', 'khoản 2 Điều 5'."""
    return _ARTICLES.search(text, max(0, start - _ARTICLES_REACH), start) is not None


def _lost_blanks(name: str, key: str) -> bool:
    """Return whether a name differs from the known one by its blanks alone: 'Luật Tốcáo'."""
    folded = fold(name)
    return folded != key and folded.replace(" ", "") == key.replace(" ", "")


def _reads_as_name(text: str, start: int, word_end: int, end: int) -> bool:
    """'luật hình sự' in small letters is a branch of law; a name has a capital in it, or a number or year behind it."""
    return bool(
        _UPPER.search(text, start, end)
        or NUMBER.match(text, end)
        or YEAR_AFTER.match(text, end)
        or ATTACHED_DATE.match(text, end)
    )
