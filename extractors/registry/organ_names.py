"""Whether two printed names are of one organ though spelled, shortened or cut differently."""

from __future__ import annotations

import re

from legalkg.extractors.registry.issuers import same_organ
from legalkg.extractors.text import fold, strip_marks

# The Central Committee decides in its plenums: 'Hội nghị lần thứ năm Ban Chấp hành Trung ương', 'Hội nghị TW 5'.
_PLENUM = re.compile(r"hội nghị (?:lần thứ \w+(?: \w+)? )?(?:của )?(?:bch ?tw|tw|(?:ban chấp hành )?trung ương)(?!\w)")
_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
_HEAD_OF = re.compile(r"^(?:bộ trưởng|tổng|chủ nhiệm|chủ tịch|giám đốc) (?=bộ |ủy ban |sở )", re.IGNORECASE)
_SHORT = re.compile(r"[A-ZĐ]{2,6}")
_WORDS = re.compile(r"\w+")


def one_organ(one: str, other: str) -> bool:
    """Return whether two names of issuers may be of one organ.

    Beside what :func:`legalkg.extractors.registry.issuers.same_organ` knows: a plenum is of the Central Committee;
    initials stand for words ('Bộ Nông nghiệp và PTNT'); a name may be cut short at its end ('Ban Bí thư' of 'Ban Bí
    thư Trung ương Đảng').
    """
    names = [_COMMITTEE if _PLENUM.match(fold(name)) else _HEAD_OF.sub("", name) for name in (one, other)]
    return same_organ(*names) or _reads_as(*names) or _reads_as(*reversed(names))


def _reads_as(short: str, long: str) -> bool:
    """Return whether the words of a name, initials written out, are those with which another begins."""
    words = [strip_marks(word) for word in _WORDS.findall(long)]
    at = 0
    for word in _WORDS.findall(short):
        plain = strip_marks(word)
        if words[at : at + 1] == [plain]:
            at += 1
        elif _SHORT.fullmatch(word) and "".join(found[0] for found in words[at : at + len(word)]) == plain:
            at += len(word)
        else:
            return False
    return at > 1
