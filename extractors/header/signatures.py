"""The end of a document: who signs, in what office, and who receives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from legalkg.extractors.citations.terminals import CAPITALS, SMALLS, pattern
from legalkg.extractors.header.offices import OFFICE_WORDS
from legalkg.extractors.model import Signature

_BLOCK = 600
_MOST_LINES = 12
_MOST_OFFICES = 60
_LONGEST_OFFICE = 80

_RECIPIENTS = pattern(r"\n[\t\x20*#|]*(?:Nơi nhận|NƠI NHẬN)\s*:?")
_ADDRESSED = pattern(r"(?:^|\n)[\t\x20*#]*Kính gửi\s*:?(?P<to>[^\n]*)")
# "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", and offices that sign in their own right
_MARK = r"(?:TM|T/M|T\.M|KT|K/T|TL|T/L|TUQ|TU\.Q|Q|ĐD)\s?[./]?\s"
# In a table of two columns the office stands beside the recipients.
_OFFICE = pattern(rf"\n(?:[\t\x20]*\|[^|\n]{{0,200}}\|)?[\t\x20*#|]*(?:{_MARK}|(?={OFFICE_WORDS}))[^\n]{{0,120}}")
_HONORIFIC = (
    r"(?:(?:GS|PGS|TS|ThS|Ths|BS|KS|Đại\s+tướng|Thượng\s+tướng|Trung\s+tướng|Thiếu\s+tướng|"
    r"Đại\s+tá)\.?,?\s*)*"
)
_NAME_WORD = rf"[{CAPITALS}][{SMALLS}]+"
_NAME = pattern(rf"^[\s*_|]*{_HONORIFIC}(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}})[\s*_.|]*$")
_TRAILING_NAME = pattern(
    rf"(?P<office>[{CAPITALS}\s,.]{{6,}}?)\s+(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}})[\s*_.|]*$"
)
_SIGNED_WORDS = r"[^\w\n]*(?:đã ký|đã kí|ký tên|daky)(?!\w)[^\w\n]*"
_SIGNED = pattern(_SIGNED_WORDS, re.IGNORECASE)
# "Phó Chủ tịch Hội đồng Bộ trưởng⏎(Đã ký)⏎Lê Văn An", "Hồ Chí Minh⏎(Đã ký)": the name beside the note.
_SIGNED_LINE = pattern(rf"\n{_SIGNED_WORDS}(?=\n|$)", re.IGNORECASE)
# Who certifies a copy has not signed the document.
_CERTIFIED = pattern(r"\n[^a-z\n]{0,40}(?:SAO Y|SAO LỤC|TRÍCH SAO|CHỨNG THỰC|XÁC THỰC)(?!\w)")
_REST_OF_NAME = pattern(rf"\n[^\S\n]*({_NAME_WORD})[^\S\n]*(?=\n|$)")
_LIST_LINE = pattern(r"[-+•]\s*(?P<to>[^\W_].*|\(.*)")
_ADDRESS_LINE = 45
_LONGEST_LIST = 3000
_GOES_ON = pattern(rf"[{SMALLS}(]")


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a document."""

    signatures: tuple[Signature, ...]
    recipients: tuple[str, ...]
    span: tuple[int, int] | None


def find_signatures(text: str, start: int) -> Closing:
    """Find the first signature block after the header, and the recipients.

    Args:
        text: The text of a view.
        start: Offset where the header ends.
    """
    signatures, span = signature_block(text, start)
    return Closing(tuple(signatures), tuple(_recipients(text, start)), span)


def signature_block(text: str, start: int) -> tuple[list[Signature], tuple[int, int] | None]:
    """Return who signs in the first signature block behind an offset, and where it stands; nobody and None if none."""
    signatures: list[Signature] = []
    span: tuple[int, int] | None = None
    certified = _CERTIFIED.search(text, start)
    end = certified.start() if certified else len(text)
    for tried, office in enumerate(_OFFICE.finditer(text, start, end)):
        if span and office.start() < span[1]:
            continue
        if tried > _MOST_OFFICES or (span and office.start() > span[1] + _BLOCK):
            break
        signed = _name_below(text, office)
        if signed:
            signatures.append(signed[0])
            span = (span[0] if span else office.start(), signed[1])
    return (signatures, span) if span else _signed_without_office(text, start, end)


def _signed_without_office(text: str, start: int, end: int) -> tuple[list[Signature], tuple[int, int] | None]:
    """Read the name above or below '(Đã ký)', and the office above it, where none stands in capitals."""
    for note in islice(_SIGNED_LINE.finditer(text, start, end), _MOST_OFFICES):
        above, below = _line_above(text, note.start()), _line_below(text, note.end())
        if below and (name := _NAME.match(below[0])):
            return _signed_by(name, above[0] if above else None, above[1] if above else note.start(), below[1])
        if above and (name := _NAME.match(above[0])):
            return _signed_by(name, None, above[1], note.end())
    return [], None


def _signed_by(
    name: re.Match[str], office: str | None, start: int, end: int
) -> tuple[list[Signature], tuple[int, int] | None]:
    is_office = office is not None and len(office) <= _LONGEST_OFFICE and not office.endswith((".", ";", ":"))
    return [Signature(name=_plain(name.group("name")), office=office if is_office else None)], (start, end)


def _line_above(text: str, position: int) -> tuple[str, int] | None:
    """Return the last line above an offset that says something, with the offset where it starts."""
    block = text[max(0, position - _BLOCK) : position]
    line = block.rstrip().rpartition("\n")[2].strip()
    return (line, position - len(block) + block.rindex(line)) if line else None


def _line_below(text: str, position: int) -> tuple[str, int] | None:
    """Return the first line below an offset that says something, with the offset where it ends."""
    block = text[position : position + _BLOCK]
    line = block.lstrip().partition("\n")[0].strip()
    return (line, position + block.index(line) + len(line)) if line else None


def _name_below(text: str, office: re.Match[str]) -> tuple[Signature, int] | None:
    """Read the lines under an office up to the name; None where something else stands there."""
    titles: list[str] = []
    position = office.start()
    broken = ""
    for line in re.finditer(r"\n([^\n]*)", text[office.start() : office.start() + _BLOCK]):
        content = line.group(1).rstrip(" |").rpartition("|")[2].strip(" *_#|\t\\")
        position = office.start() + line.end()
        if not content or _SIGNED.fullmatch(content):
            continue
        if titles and (signed := _SIGNED.match(content)):
            content = content[signed.end() :]  # "Đã ký: Trần Văn Bình"
        if glued := _TRAILING_NAME.match(content):
            return Signature(
                name=_plain(glued.group("name")), office=" ".join([*titles, glued.group("office").strip()])
            ), position
        if content.isupper() or (titles and content[:1].isupper() and content.rstrip(".").isupper()):
            titles.append(content)
            if len(titles) > _MOST_LINES:
                return None
            continue
        if name := _NAME.match(f"{broken} {content}".strip()):
            whole = _plain(name.group("name"))
            rest = _REST_OF_NAME.match(text, position) if whole.count(" ") == 1 else None
            if rest:  # "Nguyễn Quỳnh⏎Thiện"
                whole, position = f"{whole} {rest.group(1)}", rest.end()
            return Signature(name=whole, office=" ".join(titles) or None), position
        if not broken and titles and re.fullmatch(_NAME_WORD, content):
            broken = content
            continue
        return None
    return None


def _plain(name: str) -> str:
    return " ".join(name.split())


def _recipients(text: str, start: int) -> list[str]:
    found: list[str] = []
    if addressed := _ADDRESSED.search(text, 0, start + 4000):
        found += _names_of(addressed.group("to"), text, addressed.end(), _ADDRESS_LINE)
    if block := _RECIPIENTS.search(text, start):
        found += _names_of("", text, block.end(), _BLOCK)
    return list(dict.fromkeys(name for name in (_without_marks(line) for line in found) if name))


def _names_of(first: str, text: str, position: int, longest: int) -> list[str]:
    """Read a list of recipients, one to a line or over several; lines longer than ``longest`` go on with none."""
    names = [first] if first.strip(" .;:*") else []
    below_blank = False
    for row, line in enumerate(text[position : position + _LONGEST_LIST].split("\n")):
        content = line.strip().strip("|").partition("|")[0].strip(" \t*\\")
        if item := _LIST_LINE.match(content):
            names.append(item.group("to"))
        elif content and names:
            open_end = not names[-1].rstrip().endswith((";", ".", ",", ":"))
            goes_on = not below_blank and (open_end or _GOES_ON.match(content))
            if not goes_on or content.isupper() or len(content) > longest:
                break
            names[-1] += f" {content}"
        below_blank = row > 0 and not line.strip()
    return names


def _without_marks(name: str) -> str:
    return " ".join(name.split()).strip(" *:").rstrip(" ;.,")
