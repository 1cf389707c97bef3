"""Words as the full-text index holds them: in lower case, without diacritics, cut at all that is no letter or digit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from extractors.text import strip_marks

_ASKED = re.compile(r'"([^"]*)"|(\S+)')


class _Plain(dict[int, str]):
    """For each letter the plain one that it stands for; nothing for a mark, a blank for all else. Filled as it goes."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        other = "" if unicodedata.category(letter) in ("Mn", "Cf") else " "
        self[code] = strip_marks(letter) if letter.isalnum() else other
        return self[code]


_PLAIN = _Plain()


def words_of(text: str) -> list[str]:
    """Give the words of a text: 'Kết luận 57-KL/TW' -> ['ket', 'luan', '57', 'kl', 'tw']."""
    return text.translate(_PLAIN).split()


def phrases_of(asked: str) -> list[Sequence[str]]:
    """Give what somebody asks for, word by word; what must stand together is one item.

    Args:
        asked: In quotation marks stands a phrase; '57-KL/TW' is one, too.
    """
    found = (words_of(quoted or word) for quoted, word in _ASKED.findall(asked))
    return [phrase for phrase in found if phrase]
