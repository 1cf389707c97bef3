"""Orders: 'Sửa đổi, bổ sung khoản 2 Điều 7 như sau', 'bãi bỏ Điều 9', 'Khoản 3 Điều 5 được sửa đổi như sau'.

An order begins an item, a line or a sentence; further ones follow in the same sentence. It ends where the new text
begins ('như sau') and where the sentence does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legalkg.extractors.citations.terminals import CAPITALS, pattern

_LATER = r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay|hủy bỏ|lược bỏ|bỏ)(?!\w)"
_FIRST_VERB = r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay|Hủy bỏ|Lược bỏ|Bỏ)(?!\w)"
# "Điều 2. ", "1. ", "a) ", "4.1. ", "Điều 2. 1. ", a bullet; not "Điều 17" of "4. Điều 17 được sửa đổi"
_MARK = pattern(
    r"[\s*#|]*(?:Điều (?:thứ )?\d+[a-zđ]?(?:[.:]|(?=\s*\n)|(?=\s+Sửa|\s+Bãi|\s+Bổ|\s+Thay))[\s*#|]*)?"
    r"(?:(?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+)[.)/-]+[\s*#|]*)?(?:[-+•*–][^\S\n]*)?"
)
_VERB = pattern(_FIRST_VERB)
_LINE = pattern(rf"\n[^\S\n]*(?:[-+•*–][^\S\n]*)?(?P<verb>{_FIRST_VERB})")
_NEXT = pattern(rf"(?:[,;:.]|(?<!\w)(?:và|hoặc|đồng thời)|/)~({_LATER}|{_FIRST_VERB})")
# What the order writes follows: nothing behind it names what is changed.
_NEW_TEXT = pattern(r"(?<!\w)như sau(?!\w)")
_SENTENCE_ENDS = pattern(rf"\.(?=\s+[{CAPITALS}“-])|\.\s*$")
# "Khoản 2 Điều 7 [được sửa đổi, bổ sung] như sau:", "Điều 9 [bị bãi bỏ]."
_IS_CHANGED = pattern(
    rf"(?:được|bị) (?P<verb>{_LATER})(?:(?:~,~| và |/| ){_LATER})*"
    rf"(?=(?: cụ thể)? như sau| thành| bằng| (?:từ |cụm từ )?“|~[:.;]|~$)"
)
_PASSIVE_REACH = 420
_CHANGED = rf"(?:được|bị) {_LATER}"
_MAY_BE_CHANGED = pattern(_CHANGED)
_MAY_ORDER = pattern(rf"{_FIRST_VERB}|{_CHANGED}")
LONGEST = 6000
"""No order is longer."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order: where its words stand, its verb, and where what it changes is named.

    Attributes:
        start: Where its words begin.
        end: Where they end, before new text.
        verb: Its verb in small letters.
        named: Where what it changes is named: behind the verb, or before a passive.
        sentence: Where its sentence begins.
        passive: Whether what is changed stands before the verb.
    """

    start: int
    end: int
    verb: str
    named: tuple[int, int]
    sentence: int
    passive: bool = False


def may_order(text: str, start: int, end: int) -> bool:
    """Return, at little cost, whether a stretch has a word by which an order begins."""
    return _MAY_ORDER.search(text, start, end) is not None


def content(text: str, start: int, end: int) -> int:
    """Return where the words of an item begin, behind its number."""
    mark = _MARK.match(text, start, end)
    return mark.end() if mark else start


def orders(text: str, start: int, end: int) -> Iterator[Order]:
    """Return the orders of an item.

    Args:
        text: A masked text.
        start: Where the item begins, with its number.
        end: Where it ends.
    """
    position = first = content(text, start, end)
    if verb := _VERB.match(text, first, end):
        position = _end_of_sentence(text, first, end)
        yield from _in_sentence(text, verb.span(), position)
    elif _MAY_BE_CHANGED.search(text, first, min(end, first + _PASSIVE_REACH)):
        stop = min(_end_of_sentence(text, first, end), first + _PASSIVE_REACH)
        if changed := _IS_CHANGED.search(text, first, stop):
            words = " ".join(changed.group("verb").split())
            yield Order(first, changed.end(), words, (first, changed.start()), first, passive=True)
    while line := _LINE.search(text, position, end):
        stop = _end_of_sentence(text, line.start("verb"), end)
        yield from _in_sentence(text, line.span("verb"), stop)
        position = max(stop, line.end())


def _in_sentence(text: str, first: tuple[int, int], stop: int) -> Iterator[Order]:
    """'Sửa đổi, bổ sung khoản 1; bãi bỏ Điều 7': every verb with what stands behind it."""
    verbs = [first, *(following.span(1) for following in _NEXT.finditer(text, first[1], stop))]
    ends = [*(start for start, _ in verbs[1:]), stop]
    for (start, end), until in zip(verbs, ends, strict=True):
        yield Order(start, until, " ".join(text[start:end].lower().split()), (end, until), first[0])


def _end_of_sentence(text: str, start: int, end: int) -> int:
    end = min(end, start + LONGEST)
    new_text = _NEW_TEXT.search(text, start, end)
    end = new_text.start() if new_text else end
    ends = (pattern.search(text, start, end) for pattern in (_SENTENCE_ENDS, _LINE))
    return min((ended.start() for ended in ends if ended), default=end)
