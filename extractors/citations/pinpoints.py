"""Provisions named before or after a document: 'điểm a, b khoản 2 và khoản 5 Điều 8', 'mục I, phần thứ hai'.

Paths follow the Akoma Ntoso naming convention, largest unit first: ``dieu_8__khoan_2__diem_a``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalkg.extractors.citations.provision_paths import ITEM, JOIN, RANKS, paths
from legalkg.extractors.citations.terminals import pattern

_WINDOW = 260
_LINK = 24
_LONGEST_WORD = 8

_EXPRESSION = pattern(rf"{ITEM}(?:{JOIN}{ITEM})*")
_HINT = re.compile(r"[PpTtĐđKkMmCc](?:h[ầụ]|H[ẦỤ]|i[ếềểề]|I[ẾỀỂ]|ho|HO|ục|ỤC|hương|HƯƠNG|oạn|OẠN)")
# "các Điều 3 và 4"; "giai đoạn 2026-2030" is no part of a text.
_SEVERAL = pattern(r"(?<!\w)[Cc]ác \Z")
_OF_A_WORD = pattern(r"(?:\w|(?<!\w)[Gg]iai )\Z")
# What may stand between a provision and its document.
_TO_DOCUMENT = pattern(r"(?:~,| (?:của|tại|thuộc|trong|ban hành kèm theo|kèm theo))?~[“\"(]?$")
# "Điều 5 của Quy chế làm việc của Ủy ban nhân dân tỉnh ban hành kèm theo [Quyết định …]": a decision brings rules into
# force; what is changed in them is changed in the decision.
_RULES = (
    r"(?:[Qq]uy chế|[Qq]uy định|[Qq]uy trình|[Qq]uy tắc|[Qq]uy chuẩn|[Đđ]iều lệ|[Nn]ội quy|[Cc]hương trình|[Kk]ế hoạch|"
    r"[Đđ]ề án|[Dd]anh mục|[Hh]ướng dẫn|[Cc]hế độ|[Đđ]ịnh mức|[Bb]ảng giá|[Bb]iểu)"
)
_ATTACHED = pattern(
    rf"(?:~,)?(?: (?:của|tại|thuộc|trong|theo))? {_RULES}(?: [^.;:\n“”]{{1,140}}?)? (?:được )?(?:ban hành )?kèm theo "
)
# "Nghị định số … (khoản 1 Điều 5)"
_IN_BRACKETS = pattern(rf"~\(~(?:(?:tại|theo) )?(?P<expression>(?:các )?{ITEM}(?:{JOIN}{ITEM})*)~\)")


@dataclass(frozen=True, slots=True)
class ProvisionMention:
    """A stretch of the view that names provisions, with their paths and the paths of what it leaves out."""

    start: int
    end: int
    eids: tuple[str, ...]
    excluded: tuple[str, ...] = ()


def provisions_of(text: str, start: int, end: int) -> ProvisionMention | None:
    """Read the provisions of the document cited at ``start`` to ``end``, before it or in brackets behind it."""
    return _before(text, start) or _behind(text, end)


def _before(text: str, start: int) -> ProvisionMention | None:
    """'khoản 1 Điều 5 của [Nghị định …]'."""
    window_start = max(0, start - _WINDOW)
    window = text[window_start:start]
    attached = window.rstrip().endswith("theo")
    if not attached and not _HINT.search(window, max(0, len(window) - 60)):
        return None
    link = _TO_DOCUMENT.search(window, max(0, len(window) - _LINK))
    last = link.start() if link else len(window)
    position = 0
    while match := _EXPRESSION.search(window, position):
        before = window[max(0, match.start() - _LONGEST_WORD) : match.start()]
        inside_word = bool(_OF_A_WORD.search(before))
        position = match.start() + 1 if inside_word else match.end()
        ends = match.end() == last or bool(attached and _ATTACHED.fullmatch(window, match.end()))
        if ends and not inside_word:
            several = _SEVERAL.search(before)
            start = window_start + match.start() - len(several.group() if several else "")
            return ProvisionMention(start, window_start + match.end(), *paths(match.group()))
    return None


def _behind(text: str, end: int) -> ProvisionMention | None:
    """'[Nghị định …] (khoản 1 Điều 5)'."""
    match = _IN_BRACKETS.match(text, end)
    return ProvisionMention(*match.span("expression"), *paths(match.group("expression"))) if match else None


def named_provisions(text: str, start: int, end: int) -> Iterator[ProvisionMention]:
    """Return the provisions that a stretch names, whatever document they are of."""
    position = start
    while match := _EXPRESSION.search(text, position, end):
        before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
        if _OF_A_WORD.search(before):
            position = match.start() + 1
        else:
            yield ProvisionMention(*match.span(), *paths(match.group()))
            position = match.end()


def rank(step: str) -> int:
    """Return the rank of one step of a path, 'dieu_8'; the larger the unit, the smaller. 0 where it is no unit."""
    return RANKS.get(step.rpartition("_")[0] or step, 0)
