"""Laws that amend laws: 'Luật sửa đổi, bổ sung một số điều của [Luật X] và [Luật Y] số 87/2025/QH15'."""

from __future__ import annotations

import re

from legalkg.extractors.citations.dates import ATTACHED_DATE
from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.law_names import ANCHOR, LAW_WORD, NUMBER, attach, law, unknown_name
from legalkg.extractors.citations.terminals import pattern
from legalkg.extractors.model import THIS
from legalkg.extractors.registry.known import known_names
from legalkg.extractors.rules import JUDGED, LAW_ON_LAWS, Example, Rule

# "sửa đổi, bổ sung một số điều của", "sửa đổi Điều 126", "về việc sửa đổi, bổ sung"
_AMENDING = pattern(
    rf"(?: (?:về )?(?:việc )?)? [Ss](?:ửa đổi|ỬA ĐỔI)(?:~,~bổ sung)?"
    rf"[^.;:()]{{0,120}}?(?= (?:của )?(?:các )?{LAW_WORD}(?!\w))(?: của)?(?: các)? ",
    re.IGNORECASE,
)
_OTHER_AMENDED = pattern(rf"~(?:,|và|, và) (?={LAW_WORD}(?!\w))")
# "Luật sửa đổi, bổ sung một số điều của các luật liên quan đến đầu tư xây dựng cơ bản", "... của 11 luật …"
_AMENDING_MANY = pattern(
    r" sửa đổi~,~bổ sung một số điều của (?:các|\d+) luật"
    r"(?: (?:(?:có )?liên quan (?:đến|tới)|về) [^.;,:()\d“\"]{3,90}?"
    r"(?= (?:số|năm|ngày|và sửa đổi)(?!\w)|[.;,:()“\"]))?",
    re.IGNORECASE,
)

_MOST_AMENDED = 30
# "Quốc hội ban hành [Luật sửa đổi …]": the document itself
_PASSES = pattern(r"(?:Quốc hội|Ủy ban Thường vụ Quốc hội|Ủy ban thường vụ Quốc hội) ban hành $")
_PASSES_REACH = 60

AMENDING_LAW = Rule(
    "citation/amending-law",
    "A law whose name says which laws it amends; the names in it are citations of their own.",
    confidence=0.95,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 21/2031/QH18."),
    counter_example=Example("Quốc hội sửa đổi, bổ sung một số điều của Luật Đất đai."),
    source=LAW_ON_LAWS,
)
AMENDING_LAWS = Rule(
    "citation/amending-laws",
    "A law that amends several laws, which its name counts or describes and does not name.",
    confidence=0.9,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của 11 luật liên quan đến nghề gốm."),
    counter_example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai."),
    source=LAW_ON_LAWS,
)
INNER_NAME = Rule(
    "citation/inner-name",
    "A known law in the name of the law that amends it.",
    confidence=0.93,
    basis=JUDGED,
    example=Example("Hồ sơ lập theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai."),
    counter_example=Example("Hồ sơ lập theo Luật Đất đai."),
    source=LAW_ON_LAWS,
)
RULES = (AMENDING_LAW, AMENDING_LAWS, INNER_NAME)


def amending_law(text: str, anchor: re.Match[str]) -> list[CitationDraft]:
    """Return the law that amends others, if one stands at its word, and behind it those that its name names.

    Args:
        text: The text of a view.
        anchor: The word 'Luật'.
    """
    start = anchor.start()
    if many := _AMENDING_MANY.match(text, anchor.end()):
        found = law(text, AMENDING_LAWS, start, many.end(), anchor.group())
        attach(text, found)
        return [found]
    phrase = _AMENDING.match(text, anchor.end())
    if not phrase:
        return []
    inner: list[CitationDraft] = []
    position = phrase.end()
    while len(inner) < _MOST_AMENDED and (word := ANCHOR.match(text, position)) and (named := _inner_law(text, word)):
        inner.append(named)
        following = _OTHER_AMENDED.match(text, named.end)
        if not following:
            break
        position = following.end()
    # ", Luật Y" belongs to the name only where the number or date of the whole stands behind it, or behind a later one;
    # or where a known law is called so.
    known = known_names().match(text, start) if len(inner) > 1 else None
    while len(inner) > 1 and not _closes_name(text, inner[-1].end) and (not known or inner[-1].end != known[0]):
        inner.pop()
    if not inner:
        return []
    outer = law(text, AMENDING_LAW, start, inner[-1].end, anchor.group())
    if _PASSES.search(text, max(0, start - _PASSES_REACH), start):
        # "Quốc hội ban hành Luật sửa đổi … của Luật X số 25/2008/QH12": the document itself, the number is that of X.
        attach(text, inner[-1])
        outer.kind, outer.document, outer.end = "self", THIS, inner[-1].end
    else:
        attach(text, outer)
    return [outer, *inner]


def _inner_law(text: str, word: re.Match[str]) -> CitationDraft | None:
    known = known_names().match(text, word.start())
    found = law(text, INNER_NAME, word.start(), known[0], known[1]) if known else unknown_name(text, word)
    if found:
        found.kind = "nested"
    return found


def _closes_name(text: str, position: int) -> bool:
    return bool(NUMBER.match(text, position) or ATTACHED_DATE.match(text, position))
